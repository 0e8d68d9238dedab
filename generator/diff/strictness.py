"""What a change to guide.yml takes from the strictness of `check` and of `doctor`."""

from collections.abc import Iterator, Mapping

from generator.model import Setup
from generator.model.settings import Style

# Measures of which more lets more pass, and those by kind.
_MOST = ("sentence_words", "review_months")
_MOST_BY_KIND = ("title_words", "summary_sentences")


def weaker_checks(before: Setup, after: Setup) -> Iterator[str]:
    """Yield each setting by which less is told of a guide than before, with both of its values."""
    old, new = before.style, after.style
    for name in _MOST:
        yield from _raised(name, getattr(old, name), getattr(new, name))
    for name in _MOST_BY_KIND:
        for kind, most in getattr(old, name).items():
            yield from _raised(f"{name}.{kind}", most, getattr(new, name).get(kind))
    yield from _lowered("reading_ease", old.reading_ease, new.reading_ease)
    for kind, (least, most) in old.page_words.items():
        fewest, greatest = new.page_words.get(kind, (None, None))
        yield from _lowered(f"page_words.{kind}, the fewest,", least, fewest)
        yield from _raised(f"page_words.{kind}, the most,", most, greatest)
    yield from _gone(old, new)
    figures: tuple[Mapping[str, float], ...] = tuple(setup.debrief.floors.model_dump() for setup in (before, after))
    for name, figure in figures[0].items():
        yield from _lowered(f"floors.{name}", figure, figures[1][name])


def _gone(old: Style, new: Style) -> Iterator[str]:
    if phrases := [f"“{phrase}”" for phrase in old.avoid if phrase not in new.avoid]:
        yield f"`avoid` without {', '.join(phrases)}"
    if groups := [f"“{group}”" for group in old.groups if group not in new.groups]:
        yield f"`groups` without {', '.join(groups)}"
    if old.every_cause_has_a_case and not new.every_cause_has_a_case:
        yield "`every_cause_has_a_case` from true to false"


def _raised(name: str, old: float | None, new: float | None) -> Iterator[str]:
    if old is not None and (new is None or new > old):
        yield _from_to(name, old, new)


def _lowered(name: str, old: float | None, new: float | None) -> Iterator[str]:
    if old is not None and (new is None or new < old):
        yield _from_to(name, old, new)


def _from_to(name: str, old: float, new: float | None) -> str:
    label = f"`{name.partition(',')[0]}`{name[len(name.partition(',')[0]) :]}"
    return f"{label} from {old:g} to {'none' if new is None else f'{new:g}'}"
