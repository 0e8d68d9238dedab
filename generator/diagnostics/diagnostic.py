"""Faults in content, as data: where, what, and what to type.

A diagnostic never stops the reading of the rest. Everything that reads or checks content returns its errors, and the
command line prints them all at once. An exception, by contrast, is a bug in this package.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from typing import Literal

Severity = Literal["error", "warning"]

# How alike two names have to be for one to be a slip of the finger, from 0 to 1.
_SLIP = 0.85


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. Lines and columns count from 1; `end_column` is the first column after the place."""

    path: str
    line: int = 1
    column: int = 1
    end_column: int = 2
    source: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One error: a stable code, a fact (`message`), the smallest place that shows it, and what to type (`hint`)."""

    code: str
    location: Location
    message: str
    hint: str
    label: str = ""
    severity: Severity = "error"


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics by file, line and column, each only once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda diagnostic: (diagnostic.location, diagnostic.code, diagnostic.message)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any diagnostic is an error."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Return the known name nearest to a wrong one, or an empty string where none is near."""
    return _nearest(wrong, tuple(known))


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Return "did you mean `x`?" for the known name nearest to a wrong one, or an empty string."""
    name = nearest(wrong, known)
    return f"did you mean `{name}`?" if name else ""


def is_misspelt(wrong: str, name: str) -> bool:
    """Return whether a wrong name differs from a known one by no more than a slip of the finger."""
    return SequenceMatcher(None, plainly(wrong), plainly(name)).ratio() >= _SLIP


def instead(guess: str, known: Iterable[str], otherwise: str, most: int = 20) -> str:
    """Return what to type in place of a wrong name: the one that was surely meant, and what else there is."""
    others = [f"`{name}`" for name in known if name != guess]
    if not guess:
        return otherwise + ", ".join(others)
    return f"write `{guess}`" + (f", or another of {', '.join(others)}" if 0 < len(others) <= most else "")


# A diagnostic asks several times what was meant, and many files of a guide hold the same one.
@lru_cache(maxsize=1000)
def _nearest(wrong: str, known: tuple[str, ...]) -> str:
    names = {plainly(name): name for name in known}
    close = get_close_matches(plainly(wrong), names, n=1, cutoff=0.6)
    return names[close[0]] if close else ""


def plainly(name: str) -> str:
    """Return a name without what people get wrong first: its capitals, and the signs that join its parts."""
    return re.sub(r"[\s_-]+", "-", name.strip().lower())
