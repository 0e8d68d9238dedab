"""Reads and checks a guide's folder, from the bytes of its files to advice on its style."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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
    errors = with_ids_for_titles(loaded, [*diagnostics, *dangling(loaded), *rules.check(subject)])
    if has_errors(errors):
        return Checked(None, in_order(errors))
    return Checked(Guide(loaded), in_order([*errors, *rules.advise(subject, style=advise)]))
