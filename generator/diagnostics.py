"""Faults in content, as data: where, what, and what to type.

A fault never stops the reading of the rest. Everything that reads or checks content returns its faults, and the
command line prints them all at once. An exception, by contrast, is a bug in this package.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]


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
    """One fault: a stable code, a fact (`message`), the smallest place that shows it, and the remedy (`help`)."""

    code: str
    location: Location
    message: str
    help: str
    label: str = ""
    severity: Severity = "error"


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics by file, line and column, each only once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda fault: (fault.location, fault.code, fault.message)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any diagnostic is an error."""
    return any(fault.severity == "error" for fault in diagnostics)


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Return the known name nearest to a wrong one, or an empty string where none is near."""
    # Capitals, and which sign joins the parts of a name, are what goes wrong first.
    names = {_plainly(name): name for name in known}
    close = get_close_matches(_plainly(wrong), names, n=1, cutoff=0.6)
    return names[close[0]] if close else ""


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Return "did you mean `x`?" for the known name nearest to a wrong one, or an empty string."""
    name = nearest(wrong, known)
    return f"did you mean `{name}`?" if name else ""


def instead(guess: str, known: Iterable[str], otherwise: str, most: int = 20) -> str:
    """Return what to type in place of a wrong name: the one that was surely meant, and what else there is."""
    others = [f"`{name}`" for name in known if name != guess]
    if not guess:
        return otherwise + ", ".join(others)
    return f"write `{guess}`" + (f", or another of {', '.join(others)}" if 0 < len(others) <= most else "")


def _plainly(name: str) -> str:
    return re.sub(r"[\s_-]+", "-", name.strip().lower())


def as_text(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the diagnostics as people read them, with the line at fault, a caret below it and a help line."""
    return "\n\n".join(_one_as_text(fault) for fault in diagnostics)


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the diagnostics as a JSON list, one object each."""
    return json.dumps([asdict(fault) for fault in diagnostics], indent=2, ensure_ascii=False)


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Return how many errors and warnings there are, in words."""
    errors = sum(fault.severity == "error" for fault in diagnostics)
    return f"{_count(errors, 'error')}, {_count(len(diagnostics) - errors, 'warning')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _one_as_text(fault: Diagnostic) -> str:
    place = fault.location
    lines = [f"{place.path}:{place.line}:{place.column}: {fault.severity}[{fault.code}]: {fault.message}"]
    if place.source.strip():
        excerpt, column, width = _excerpt(place)
        lines += ["   |", f"   | {excerpt}", f"   | {' ' * column}{'^' * width} {fault.label}".rstrip()]
    lines.append(f"   = help: {fault.help}")
    return "\n".join(lines)


def _excerpt(place: Location, most: int = 110) -> tuple[str, int, int]:
    """Return the part of the line around the fault, and where in it the caret starts and how wide it is."""
    column = min(place.column - 1, len(place.source))
    width = max(1, min(place.end_column - place.column, len(place.source) - column))
    start = max(0, column - most // 2) if column + width > most else 0
    text = place.source[start : start + most]
    shown = f"…{text[1:]}" if start else text
    return shown, column - start, min(width, most - (column - start))
