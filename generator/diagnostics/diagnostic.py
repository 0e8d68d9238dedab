"""What is wrong with content, as data: where it is, what it is, and what to type.

A diagnostic never stops the reading of the rest. Whatever reads or checks content returns its diagnostics, and the
command line prints them all at once. An exception, by contrast, is a bug in this package.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from typing import Any, Literal

from generator.diagnostics.suggestion import Suggestion
from generator.diagnostics.topics import Topic

Severity = Literal["error", "warning"]

# What keeps a file from being read as it stands.
_UNREAD = frozenset(
    (
        "conflict-marker",
        "empty-file",
        "foreign-file",
        "missing-file",
        "not-utf-8",
        "too-large",
        "unreadable",
        "yaml-syntax",
    )
)

# How alike two names are, from 0 to 1, if one of them is a typing error.
_TYPING_ERROR = 0.85


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. Lines and columns count from 1; `end_column` is the first column after the place."""

    path: str
    line: int = 1
    column: int = 1
    end_column: int = 2
    source: str = ""

    @property
    def path_and_line(self) -> str:
        """How messages call the place."""
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong: a stable code, a fact (`message`), the smallest place that shows it, a `hint` to follow.

    `label` is a guess at what was meant, shown beside the place, or empty. `topic` is what the message is about, and
    `suggestion` the YAML in the hint, both as data: nobody reads them out of the words.
    """

    code: str
    location: Location
    message: str
    hint: str
    label: str = ""
    severity: Severity = "error"
    topic: Topic | None = field(default=None, compare=False)
    suggestion: Suggestion | None = field(default=None, compare=False)

    def names(self, word: str) -> bool:
        """Return whether a word is in what people read of it."""
        return word in f"{self.message} {self.hint} {self.label}"

    def with_hint(self, hint: str) -> "Diagnostic":
        """Return the diagnostic with another hint, which needs no guess beside the place any more."""
        return replace(self, hint=hint, label="", suggestion=None)


def as_fields(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return what other programs read of a diagnostic."""
    fields = asdict(replace(diagnostic, topic=None, suggestion=None))
    del fields["topic"], fields["suggestion"]
    return fields


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics without duplicates, sorted by file, line and column; files that can't be read come first."""
    unique = dict.fromkeys(diagnostics)
    unread = {diagnostic.location.path for diagnostic in unique if diagnostic.code in _UNREAD}

    def rank(diagnostic: Diagnostic) -> tuple[bool, Location, str, str]:
        return diagnostic.location.path not in unread, diagnostic.location, diagnostic.code, diagnostic.message

    return tuple(sorted(unique, key=rank))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any diagnostic is an error."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Return words as a sentence lists them: `a`, `a and b`, `a, b and c`."""
    *rest, last = [*words] or [""]
    return f"{', '.join(rest)} {joint} {last}" if rest else last


def one_of(ids: Iterable[str], lead: str = "one of") -> str:
    """Return ids of which one is to be chosen, behind a lead, or the only one, as a sentence names them."""
    quoted = [f"`{id_}`" for id_ in ids]
    return f"{lead} {', '.join(quoted)}" if len(quoted) > 1 else "".join(quoted)


def listed_places(places: Sequence[Location], most: int = 5) -> str:
    """Return the first of some places as a sentence lists them, and how many more there are."""
    names = [place.path_and_line for place in places[:most]]
    count = len(places) - most
    further = f"{count} more {'place' if count == 1 else 'places'}, which a search for it in all files finds"
    return listed([*names, further] if count > 0 else names)


def nearest(wrong: str, names: Iterable[str]) -> str:
    """Return the known name nearest to a wrong one, or an empty string where none is near."""
    return _nearest(wrong, tuple(names))


def did_you_mean(wrong: str, names: Iterable[str]) -> str:
    """Return "did you mean `x`?" for the known name nearest to a wrong one, or an empty string."""
    name = nearest(wrong, names)
    return f"did you mean `{name}`?" if name else ""


def is_misspelt(wrong: str, name: str) -> bool:
    """Return whether a wrong name differs from a known one by no more than a typing error.

    Another number is none: `smith-2021` is not `smith-2020`.
    """
    if re.findall(r"\d+", wrong) != re.findall(r"\d+", name) or is_longer(wrong, name):
        return False
    return SequenceMatcher(None, plainly(wrong), plainly(name)).ratio() >= _TYPING_ERROR


def is_longer(wrong: str, name: str) -> bool:
    """Return whether one of two names is the other with more before it or after it, as `uncommon` is `common`.

    One letter more at the end may be a typing error.
    """
    short, long = sorted((plainly(wrong), plainly(name)), key=len)
    return short != long and (long.endswith(short) or (long.startswith(short) and len(long) - len(short) > 1))


def is_alike(old: str, new: str) -> bool:
    """Return whether an id may be the new name of another: they are near, or one has all words of the other."""
    words = {*old.split("-")}, {*new.split("-")}
    return bool(nearest(old, [new])) or words[0] <= words[1] or words[1] <= words[0]


def instead(guess: str, names: Iterable[str], otherwise: str = "use ", most: int = 20) -> str:
    """Return a hint on what to type in place of a wrong name.

    Args:
        guess: The known name that was probably meant, or an empty string.
        names: All names that can be there.
        otherwise: How the hint begins where there is no guess; the known names follow.
        most: Up to how many names besides the guess are listed.
    """
    alternatives = [name for name in names if name != guess]
    if not guess:
        return otherwise + one_of(alternatives)
    if not 0 < len(alternatives) <= most:
        return f"write `{guess}`"
    return f"write `{guess}`, or {one_of(alternatives, 'another of')}"


# One diagnostic asks for the nearest name several times, and many files of a guide hold the same mistake.
@lru_cache(maxsize=1000)
def _nearest(wrong: str, choices: tuple[str, ...]) -> str:
    names = {plainly(name): name for name in choices}
    close = get_close_matches(plainly(wrong), names, n=1, cutoff=0.6)
    return names[close[0]] if close else ""


def plainly(name: str) -> str:
    """Return a name in small letters, its parts joined by hyphens: the rest is what people get wrong most often."""
    return re.sub(r"[\s_-]+", "-", name.strip().lower())
