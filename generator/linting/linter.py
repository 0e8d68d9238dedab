"""Reads and checks a guide's folder, from the bytes of its files to advice on its style."""

import gc
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from generator.diagnostics.diagnostic import Diagnostic, has_errors, in_order
from generator.guide import Guide
from generator.linting import rules
from generator.linting.references import dangling
from generator.linting.rules.rule import Subject
from generator.linting.titles import with_ids_for_titles
from generator.loading import Content, load


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of reading and checking a guide's folder; `guide` is None where there are errors."""

    guide: Guide | None
    diagnostics: tuple[Diagnostic, ...]


def check(content: Path, today: date | None = None, *, advise: bool = True) -> Checked:
    """Read and check a guide's folder.

    Args:
        content: The folder.
        today: The day from which the age of reviews is counted; that of the call unless told otherwise.
        advise: Whether to say how it could be written better as well. It takes nearly as long as all the rest.
    """
    with _garbage_collection_off():
        loaded, diagnostics = load(content)
        if loaded is None:
            return Checked(None, diagnostics)
        return judge(loaded, diagnostics, today or datetime.now(UTC).date(), advise=advise)


@contextmanager
def _garbage_collection_off() -> Iterator[None]:
    """Suspend the garbage collector, which would add half to the time: checking makes many objects and few cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()  # otherwise the next collection would traverse all objects made meanwhile
            gc.enable()


def judge(loaded: Content, diagnostics: Iterable[Diagnostic], today: date, *, advise: bool = True) -> Checked:
    """Check content that has been read, given the diagnostics of reading it."""
    subject = Subject(loaded, today)
    found = [*diagnostics, *dangling(loaded), *_once_each(rules.check(subject))]
    errors = with_ids_for_titles(loaded, list(_without_lost(found)))
    if has_errors(errors):
        return Checked(None, in_order(errors))
    return Checked(Guide(loaded), in_order([*errors, *rules.advise(subject, style=advise)]))


_BAD_ID = re.compile(r"`([^`]*)` can't be an id")
_LOST = re.compile(r"there is no \w+ called `([^`]*)`, but (.*)")


def _without_lost(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield diagnostics, those of an entry that is lost since its id was misspelt only where the id stands."""
    lost = {
        (diagnostic.location.path, _letters(match[1])): (match[1], match[2], diagnostic)
        for diagnostic in diagnostics
        if (match := _LOST.fullmatch(diagnostic.message))
    }
    merged = []
    for diagnostic in diagnostics:
        match = _BAD_ID.fullmatch(diagnostic.message) if diagnostic.code == "bad-id" else None
        key = (diagnostic.location.path, _letters(match[1])) if match else None
        if key in lost:
            id_, files, other = lost[key]
            merged.append(other)
            yield replace(diagnostic, hint=f"write `{id_}`, as it was before: {files}")
        elif diagnostic not in merged:
            yield diagnostic


def _letters(id_: str) -> str:
    return re.sub(r"[^a-z0-9]", "", id_.lower())


# What many cases show at once has one cause: a condition or a question that was changed.
_FOLLOWING = ("not-asked", "one-answer", "ruled-out")
_MANY = 3


def _once_each(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield diagnostics, those that a change elsewhere caused in many files only once."""
    files: dict[tuple[str, str], list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        if diagnostic.code in _FOLLOWING:
            files[diagnostic.code, re.sub(r"\d+$", "", diagnostic.message)].append(diagnostic)
        else:
            yield diagnostic
    for group in files.values():
        if len(group) < _MANY:
            yield from group
            continue
        message = f"{group[0].message}; {len(group) - 1} other cases are like it"
        hint = "if you changed the question or the condition, undo that; if not, in each case: " + group[0].hint
        yield replace(group[0], message=message, hint=hint)
