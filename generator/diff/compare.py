"""Two states of a guide's folder -> the differences between them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import linting
from generator.diagnostics.diagnostic import Diagnostic
from generator.diff.entry_changes import entry_changes
from generator.diff.excerpts import excerpts
from generator.diff.models import Difference, PageChanges
from generator.diff.quiz import quiz_changes
from generator.diff.strictness import weaker_checks
from generator.exports.redirects import redirects
from generator.guide import Guide
from generator.loading import Content, load
from generator.pages.publication import Publication
from generator.pages.renderer import render
from generator.pages.urls import SOMEWHERE, address
from generator.quiz.evaluation.simulation import NodeNotFoundError


@dataclass(frozen=True, slots=True)
class State:
    """A folder as it stood: what could be read, the guide where that has no errors, and the diagnostics."""

    content: Content | None
    guide: Guide | None
    diagnostics: tuple[Diagnostic, ...]


def state_of(folder: Path) -> State:
    """Return a guide's folder as it stands."""
    checked = linting.check(folder)
    content = checked.guide.content if checked.guide else load(folder)[0]
    return State(content, checked.guide, checked.diagnostics)


def difference(before: State, after: State) -> Difference:
    """Return what the change from one state of a guide to another does."""
    left_out: list[str] = []
    for state, when in ((before, "before"), (after, "after")):
        if state.content is None:
            left_out.append(f"The guide can't be read as it was {when} the change, so entries were not compared.")
        if state.guide is None:
            left_out.append(f"The guide has errors as it was {when} the change, so pages and quiz were not compared.")
    quiz = None
    if before.guide and after.guide:
        try:
            quiz = quiz_changes(before.guide, after.guide)
        except NodeNotFoundError:
            left_out.append("There is no Node on this machine, so the quiz was not compared.")
    diagnostics = [
        [
            diagnostic
            for diagnostic in state.diagnostics
            if diagnostic.severity == "error" or (before.guide and after.guide)
        ]
        for state in (before, after)
    ]
    entries = tuple(entry_changes(before.content, after.content)) if before.content and after.content else None
    return Difference(
        entries=entries,
        pages=_page_changes(before.guide, after.guide) if before.guide and after.guide else None,
        quiz=quiz,
        new_diagnostics=_only_in(diagnostics[1], diagnostics[0]),
        gone_diagnostics=_only_in(diagnostics[0], diagnostics[1]),
        left_out=tuple(left_out),
        excerpts=tuple(excerpts(after.content, entries or ())) if after.content else (),
        weaker_checks=tuple(weaker_checks(before.content.setup.value, after.content.setup.value))
        if before.content and after.content
        else (),
    )


def _page_changes(before: Guide, after: Guide) -> PageChanges:
    old, new = render(Publication(before)), render(Publication(after))
    led_on = {path.removesuffix(".html") + ".md" for path in redirects(after, SOMEWHERE)}
    return PageChanges(
        added=_addresses(new.keys() - old.keys()),
        changed=_addresses(path for path in old.keys() & new.keys() if old[path] != new[path]),
        removed=_addresses(old.keys() - new.keys() - led_on),
    )


def _addresses(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(f"/{address(path)}" if path.endswith(".md") else f"/{path}" for path in paths))


def _only_in(diagnostics: Sequence[Diagnostic], counterparts: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that others do not have, wherever their lines have gone."""
    counts = Counter(map(_gist, counterparts))
    unmatched = []
    for diagnostic in diagnostics:
        counts[_gist(diagnostic)] -= 1
        if counts[_gist(diagnostic)] < 0:
            unmatched.append(diagnostic)
    return tuple(unmatched)


def _gist(diagnostic: Diagnostic) -> tuple[str, ...]:
    return diagnostic.code, diagnostic.location.path, diagnostic.location.source.strip(), diagnostic.message
