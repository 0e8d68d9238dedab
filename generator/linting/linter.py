"""Reads and checks a guide's folder, from the bytes of its files to advice on its style."""

import gc
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.diagnostics.diagnostic import Diagnostic, has_errors, in_order
from generator.guide import Guide
from generator.linting import rules
from generator.linting.consequences import (
    lasting_advice,
    merge_cases,
    merge_lost_entries,
    without_consequences,
    without_gone_lines,
    without_repetitions,
    without_unread,
)
from generator.linting.hints import with_names_of_guide, with_possible_days
from generator.linting.references import dangling
from generator.linting.rules.rule import Subject
from generator.loading import Content, load
from generator.utils.parallel import parallel_map

# In a smaller guide, all checks are over by the time that an idle core has come to help.
_WORTHWHILE = 300


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of reading and checking a guide's folder; `guide` is None where there are errors."""

    guide: Guide | None
    diagnostics: tuple[Diagnostic, ...]


class Changes(NamedTuple):
    """The paths of the files that changed, and of those that were there before."""

    changed: Collection[str] = ()
    gone: Collection[str] = ()


_NO_CHANGES = Changes()


def check(
    content: Path,
    today: date | None = None,
    *,
    advise: bool = True,
    changed: Collection[str] = (),
    gone: Collection[str] = (),
) -> Checked:
    """Read and check a guide's folder.

    Args:
        content: The folder.
        today: The day from which the age of reviews is counted; that of the call unless told otherwise.
        advise: Whether to say how it could be written better as well. It takes nearly as long as all the rest.
        changed: The paths of changed files, such as `content/causes/new.yml`: what is alike is told there.
        gone: The paths of files that were there before, whose addresses should lead somewhere still.
    """
    with _garbage_collection_off():
        loaded, diagnostics = load(content, partly=True)
        if loaded is None:
            return Checked(None, diagnostics)
        if not loaded.setup.whole:
            path = loaded.setup.document.path
            diagnostics = tuple(without_unread(diagnostics))
            own = [diagnostic for diagnostic in diagnostics if diagnostic.location.path == path]
            others = [diagnostic for diagnostic in diagnostics if diagnostic.location.path != path]
            return Checked(None, in_order([*with_names_of_guide(loaded, own), *others]))
        return judge(
            loaded, diagnostics, today or datetime.now(UTC).date(), advise=advise, changes=Changes(changed, gone)
        )


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


def is_sound(content: Content) -> bool:
    """Return whether content that is only a part of a guide has no error."""
    subject = Subject(content, datetime.now(UTC).date())
    return not has_errors([*dangling(content), *rules.check(subject)])


def judge(
    loaded: Content,
    diagnostics: Iterable[Diagnostic],
    today: date,
    *,
    advise: bool = True,
    changes: Changes = _NO_CHANGES,
) -> Checked:
    """Check content that has been read, given the diagnostics of reading it."""
    diagnostics = list(diagnostics)
    # Where Git doesn't tell, somebody is at work on what has errors.
    changed = changes.changed or {
        diagnostic.location.path for diagnostic in diagnostics if diagnostic.severity == "error"
    }
    subject = Subject(loaded, today, changed)
    applied = rules.rules_for(loaded.setup.value.style, advise=advise)

    def results(number: int) -> list[Diagnostic]:
        return list(
            rules.diagnostics_of(applied[number - 1], subject) if number else dangling(loaded, changed, changes.gone)
        )

    numbers = range(len(applied) + 1)
    is_large = len(subject.entries) >= _WORTHWHILE
    diagnostics += chain.from_iterable((parallel_map if is_large else map)(results, numbers))
    diagnostics = list(without_unread(diagnostics))
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    for reduce in (merge_cases, merge_lost_entries, without_consequences, without_gone_lines):
        errors = list(reduce(errors))
    errors = list(with_possible_days(with_names_of_guide(loaded, errors), today))
    advice = list(without_repetitions([diagnostic for diagnostic in diagnostics if diagnostic.severity == "warning"]))
    if errors:
        return Checked(None, in_order([*errors, *lasting_advice(advice, errors, subject)]))
    return Checked(Guide(loaded), in_order(advice))
