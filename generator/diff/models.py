"""The differences between two states of a guide, as data."""

from dataclasses import dataclass
from typing import Literal

from generator.diagnostics.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Moved:
    """A word, an id or a number that changed, and the keys that lead to it. None stands for there being none."""

    field_path: tuple[str, ...]
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that came, went or changed: in which fields, and which of its words, ids and numbers moved."""

    what: Literal["added", "changed", "removed"]
    kind: str
    id: str
    title: str
    fields: tuple[str, ...] = ()
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True, slots=True)
class PageChanges:
    """Addresses of the pages that readers find new, different or gone; one that leads on to another is not gone."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Of how many whose cause is known it comes first, and in the first three."""

    of: int
    first: int
    in_three: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Someone whose true cause is known, and the titles of the first three causes before and after.

    Before is empty for someone new.
    """

    id: str
    title: str
    truth: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuizChanges:
    """How the quiz fares: cases and simulated people before and after, and whom it leads elsewhere."""

    cases: tuple[Score, Score]
    people: tuple[Score, Score]
    cases_changed: tuple[Verdict, ...]
    people_changed: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """How a new or changed entry will read: its title, and its new texts without markup, each below its label."""

    kind: str
    id: str
    title: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a change does. A part that could not be compared is None, and `left_out` says why."""

    entries: tuple[EntryChange, ...] | None
    pages: PageChanges | None
    quiz: QuizChanges | None
    new_diagnostics: tuple[Diagnostic, ...]
    gone_diagnostics: tuple[Diagnostic, ...]
    left_out: tuple[str, ...]
    excerpts: tuple[Excerpt, ...] = ()
    weaker_checks: tuple[str, ...] = ()
