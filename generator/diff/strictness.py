"""What a change to guide.yml takes from the strictness of `check` and of `doctor`."""

from collections.abc import Iterator, Mapping

from generator.model import Setup
from generator.model.settings import Style

# Measures of which more lets more pass, and those by kind.
_MOST = ("sentence_words", "review_months")
_MOST_BY_KIND = ("title_words", "summary_sentences")
# The figures of `floors` that are a most; all others are a least.
_MOST_OF_FLOORS = frozenset({"pages"})


def weaker_checks(before: Setup, after: Setup) -> Iterator[str]:
    """Yield each setting by which less is told of a guide than before, with both of its values."""
    old, new = before.style, after.style
    for name in _MOST:
        yield from _raised(f"`{name}`", getattr(old, name), getattr(new, name))
    for name in _MOST_BY_KIND:
        for kind, most in getattr(old, name).items():
            yield from _raised(f"`{name}.{kind}`", most, getattr(new, name).get(kind))
    yield from _lowered("`reading_ease`", old.reading_ease, new.reading_ease)
    for kind, (least, most) in old.page_words.items():
        fewest, greatest = new.page_words.get(kind, (None, None))
        yield from _lowered(f"`page_words.{kind}`, the fewest,", least, fewest)
        yield from _raised(f"`page_words.{kind}`, the most,", most, greatest)
    yield from _gone(old, new)
    figures: Mapping[str, float] = after.debrief.floors.model_dump()
    for name, figure in before.debrief.floors.model_dump().items():
        weaker = _raised if name in _MOST_OF_FLOORS else _lowered
        yield from weaker(f"`floors.{name}`", figure, figures[name])


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
    return f"{name} from {old:g} to {'none' if new is None else f'{new:g}'}"
