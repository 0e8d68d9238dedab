"""Everything that is found in a guide's folder, from the bytes of its files to advice on its style."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from generator.diagnostics.diagnostic import Diagnostic, has_errors, in_order
from generator.guide import Guide
from generator.linting import rules, style
from generator.linting.references import dangling
from generator.loading import Content, load


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading and checking a guide's folder came to; `guide` is None where there are errors."""

    guide: Guide | None
    diagnostics: tuple[Diagnostic, ...]


def check(content: Path, today: date | None = None, *, advise: bool = True) -> Checked:
    """Read and check a guide's folder.

    Args:
        content: The folder.
        today: The day from which the age of reviews is counted; that of the call unless told otherwise.
        advise: Whether to say how it could be written better as well. It takes nearly as long as all the rest.
    """
    with _without_collecting():
        return _check(content, today or datetime.now(UTC).date(), advise=advise)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Switch the search for cycles off: checking makes many objects and hardly a cycle, and goes a third faster so."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.freeze()  # or all that was made would be searched as soon as the search is on again
            gc.enable()


def _check(content: Path, today: date, *, advise: bool) -> Checked:
    loaded, diagnostics = load(content)
    return Checked(None, diagnostics) if loaded is None else judge(loaded, diagnostics, today, advise=advise)


def judge(loaded: Content, diagnostics: Iterable[Diagnostic], today: date, *, advise: bool = True) -> Checked:
    """Check content that was read, with the diagnostics that were found in reading it."""
    found = [*diagnostics, *dangling(loaded), *rules.check(loaded, today)]
    if has_errors(found):
        return Checked(None, in_order(found))
    advice = [*rules.advise(loaded), *(style.advise(loaded, today) if advise else ())]
    return Checked(Guide(loaded), in_order([*found, *advice]))
