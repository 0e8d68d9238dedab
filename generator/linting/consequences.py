"""Diagnostics that only follow from others, and are better left unsaid: one cause, one message."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from generator.diagnostics.codes import code_called
from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.diagnostics.topics import Lost, Misplaced, Name, Slip
from generator.linting.references import files_that_name
from generator.linting.rules.rule import Subject
from generator.model import UNREAD

# What many cases show at once has one cause: a condition or a question that was changed.
_OF_CASES = ("not-asked", "one-answer", "ruled-out")
_MANY = 3
# What these say of an entry is said of the parts of it that could be read.
_OF_WHAT_IS_READ = ("same-answer",)
# These follow from a text that is not written yet.
_OF_WHAT_IS_WRITTEN = ("breaks-off", "long-summary", "page-too-short")
# What is missing where lines are gone.
_OF_LOSS = ("group-member", "missing-field", "shares-do-not-add-up")
# Between the colon of `[1]: https://…`, which ends what looks like a link, and the address.
_BEHIND_NAME = 2
# What is missing according to these may stand in an entry that could not be read.
_OF_ABSENCE = (
    "cause-without-case",
    "idle-action",
    "idle-question",
    "lone-family",
    "no-clue",
    "odd-setting",
    "one-of-several",
)


def lasting_advice(
    advice: Iterable[Diagnostic], errors: Iterable[Diagnostic], subject: Subject
) -> Iterator[Diagnostic]:
    """Yield the advice that stays true once errors are mended.

    What concerns an entry or the guide as a whole may follow from a part that could not be read; what concerns one text
    may follow from the line having been misread. All of it may follow from what is wrong with guide.yml.
    """
    if any(error.location.path == subject.content.setup.document.path for error in errors):
        return
    lines = {(error.location.path, error.location.line) for error in errors if _may_be_misread(error)}
    links = [error.location for error in errors if error.code == "malformed-link"]
    # Whoever deletes the line of a mail deletes the address in it.
    mails = [diagnostic.location for diagnostic in advice if diagnostic.topic is Slip.MAIL]
    misplaced = {error.location.path for error in errors if error.code == "wrong-folder"}
    unfinished = {error.location.path for error in errors if error.code == "unfinished"}
    open_ended = {error.location.path for error in errors if error.code in ("unfinished", "run-together", "garbled")}
    partly_read = {entry.document.path for _, entry in subject.entries if not entry.whole}
    for diagnostic in advice:
        place = diagnostic.location
        if (
            (place.path, place.line) not in lines
            and place.path not in misplaced
            and (_is_of_text(diagnostic) or place.path not in partly_read or diagnostic.code in _OF_WHAT_IS_READ)
            and diagnostic.code not in _OF_ABSENCE
            and not (diagnostic.code in _OF_WHAT_IS_WRITTEN and place.path in unfinished)
            and not (diagnostic.code == "breaks-off" and place.path in open_ended)
            and not (diagnostic.code == "recognisable" and any(_is_inside(place, mail) for mail in mails))
            and not (diagnostic.code == "bare-address" and any(_is_inside(place, link) for link in links))
        ):
            yield diagnostic


def _is_inside(place: Location, other: Location) -> bool:
    is_same_line = (place.path, place.line) == (other.path, other.line)
    return is_same_line and other.column <= place.column < other.end_column + _BEHIND_NAME


def _may_be_misread(error: Diagnostic) -> bool:
    """Return whether the rest of the line of an error may have been read as something else than its author meant."""
    code = code_called(error.code)
    is_of_link = code is not None and code.scope == "guide" and error.code.startswith("unknown-")
    return not is_of_link and not _is_of_text(error)


def _is_of_text(diagnostic: Diagnostic) -> bool:
    """Return whether a diagnostic is about what one text says, which was read as it stands."""
    code = code_called(diagnostic.code)
    return code is not None and code.scope == "text"


def merge_lost_entries(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield diagnostics, those of an entry that is lost since its id was misspelt only where the id is."""
    lost_by_place = {
        (diagnostic.location.path, _letters(diagnostic.topic.text)): (diagnostic.topic, diagnostic)
        for diagnostic in diagnostics
        if isinstance(diagnostic.topic, Lost)
    }
    merged = []
    for diagnostic in diagnostics:
        name = diagnostic.topic if diagnostic.code == "bad-id" else None
        key = (diagnostic.location.path, _letters(name.text)) if isinstance(name, Name) and not name.of else None
        if key in lost_by_place:
            lost, other = lost_by_place[key]
            merged.append(other)
            yield replace(diagnostic, hint=f"write `{lost.text}`, as it was before: {files_that_name(lost)} it")
        elif diagnostic not in merged:
            yield diagnostic


def without_consequences(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield diagnostics, without those of what another says already: that it is unknown, turned round or misplaced."""
    lines_without_question: set[tuple[str, int]] = set()
    misplaced: set[tuple[str, str]] = set()
    first_cut: dict[tuple[str, int], Diagnostic] = {}
    for diagnostic in diagnostics:
        place, topic = diagnostic.location, diagnostic.topic
        if diagnostic.code == "unknown-question" or topic is Slip.SWAP:
            lines_without_question.add((place.path, place.line))
        if topic is Slip.NO_BRACKETS:
            first_cut.setdefault((place.path, place.line), diagnostic)
        if isinstance(topic, Misplaced):
            misplaced |= {(place.path, name) for name in topic.names}
    # A condition that rules out what its own cause gives as a sign rules out cases with that sign too.
    excluded = {
        (PurePosixPath(diagnostic.location.path).stem, diagnostic.topic.of)
        for diagnostic in diagnostics
        if diagnostic.code == "needed-and-excluded" and isinstance(diagnostic.topic, Name)
    }
    notes = [diagnostic.location for diagnostic in diagnostics if diagnostic.code == "unfinished"]
    is_scale_wrong = any(diagnostic.code == "bands-out-of-order" for diagnostic in diagnostics)
    for diagnostic in diagnostics:
        place, code = diagnostic.location, diagnostic.code
        line, topic = (place.path, place.line), diagnostic.topic
        is_of_misplaced = isinstance(topic, Name) and topic.of == "fields" and (place.path, topic.text) in misplaced
        is_of_condition = code == "ruled-out" and isinstance(topic, Name) and (topic.text, topic.of) in excluded
        if not (
            is_of_condition
            # Whoever deletes a note in brackets deletes what looks like the end of a link.
            or (code == "malformed-link" and any(_is_inside(place, note) for note in notes))
            or (code == "wrong-type" and line in lines_without_question)
            or (first_cut.get(line, diagnostic) != diagnostic and _may_be_cut(diagnostic))
            or (code == "shares-do-not-add-up" and is_scale_wrong)
            or (code in ("wrong-type", "missing-field") and is_of_misplaced)
        ):
            yield diagnostic


def _may_be_cut(diagnostic: Diagnostic) -> bool:
    """Return whether a diagnostic may follow from brackets that are missing in its line."""
    return diagnostic.code.startswith("unknown-") or diagnostic.topic is Slip.NO_BRACKETS


def without_gone_lines(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield diagnostics, without those of what is missing where there is a note instead of lines."""
    paths = {diagnostic.location.path for diagnostic in diagnostics if diagnostic.code == "left-out"}
    stems = {PurePosixPath(path).stem for path in paths}
    for diagnostic in diagnostics:
        is_of_name = diagnostic.code.startswith("unknown-") and diagnostic.code != "unknown-word"
        name = diagnostic.topic if is_of_name and isinstance(diagnostic.topic, Name) else None
        is_in_file = diagnostic.location.path in paths and (name or diagnostic.code in _OF_LOSS)
        if not is_in_file and not (name and name.of in stems):
            yield diagnostic


def without_repetitions(advice: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield advice, without what follows: that a text ends with what is no part of it, that steps take too long."""
    versions = {diagnostic.location.path for diagnostic in advice if diagnostic.topic is Slip.VERSIONS}
    places = [diagnostic.location for diagnostic in advice if diagnostic.code == "shown-as-typed"]
    list_paths = {
        diagnostic.location.path
        for diagnostic in advice
        if diagnostic.code == "lines-joined" or diagnostic.topic is Slip.MAIL
    }
    for diagnostic in advice:
        place = diagnostic.location
        is_told = diagnostic.code == "breaks-off" and any(
            (place.path, place.line) == (other.path, other.line)
            and place.column < other.end_column
            and other.column < place.end_column
            for other in places
        )
        is_of_version = diagnostic.code == "minutes-do-not-add-up" and place.path in versions
        is_of_lines = diagnostic.code == "breaks-off" and place.path in list_paths
        if not is_told and not is_of_version and not is_of_lines:
            yield diagnostic


def without_unread(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield diagnostics, without those that name what is in the place of something that could not be read."""
    for diagnostic in diagnostics:
        if not diagnostic.names(UNREAD):
            yield diagnostic


def _letters(id_: str) -> str:
    return re.sub(r"[^a-z0-9]", "", id_.lower())


def merge_cases(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield diagnostics, those that a change elsewhere caused in many cases only once."""
    groups: dict[tuple[str, object], list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        if diagnostic.code in _OF_CASES:
            groups[diagnostic.code, diagnostic.topic or diagnostic.message].append(diagnostic)
        else:
            yield diagnostic
    for group in groups.values():
        if len(group) < _MANY:
            yield from group
            continue
        message = f"{group[0].message}; {len(group) - 1} other cases are like it"
        hint = "if you changed the question or the condition, undo that; if not, in each case: " + group[0].hint
        yield replace(group[0], message=message, hint=hint)
