"""Hints that name ids and words of the guide, where its files by themselves told only what to look for.

A hint is made anew from the topic of a diagnostic, from its suggestion, and from what is at its place.
"""

from collections.abc import Iterable
from pathlib import PurePosixPath

from generator.diagnostics.diagnostic import Diagnostic
from generator.linting.hints.commas import merge_parts
from generator.linting.hints.completion import with_suggestion_filled
from generator.linting.hints.days import with_possible_days
from generator.linting.hints.link_targets import with_target
from generator.linting.hints.names import with_id
from generator.linting.hints.titles import Titles
from generator.loading import Content

__all__ = ["with_names_of_guide", "with_possible_days"]


def with_names_of_guide(content: Content, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics whose hints name the ids and the words that are meant, or those to choose from."""
    titles = Titles(content)
    return [_with_names(titles, diagnostic) for diagnostic in merge_parts(titles, diagnostics)]


def _with_names(titles: Titles, diagnostic: Diagnostic) -> Diagnostic:
    diagnostic = _with_kind(titles.content, diagnostic)
    if diagnostic.location.source and not diagnostic.label:
        if diagnostic.code in ("bad-id", "unknown-word"):
            diagnostic = with_id(titles, diagnostic)
        elif diagnostic.code in ("malformed-link", "unsafe-link"):
            diagnostic = with_target(titles, diagnostic)
    return with_suggestion_filled(titles, diagnostic)


def _with_kind(content: Content, diagnostic: Diagnostic) -> Diagnostic:
    """Return the diagnostic of the kind of a question with the one that it must be, as cases tick several answers."""
    id_ = PurePosixPath(diagnostic.location.path).stem
    question = content.questions.get(id_)
    if diagnostic.code != "unknown-word" or question is None or diagnostic.location != question.at("kind"):
        return diagnostic
    count = sum(len(case.value.answers.get(id_, ())) > 1 for case in content.cases.values())
    hint = f"write `kind: pick-any`, as several answers may be true: {count} cases tick more than one"
    return diagnostic.with_hint(hint) if count > 1 else diagnostic
