"""Diagnostics that only follow from others, and are better left unsaid: one cause, one message."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from generator.diagnostics.codes import code_called
from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.linting.rules.rule import Subject

_BAD_ID = re.compile(r"`([^`]*)` can't be an id")
# What stands in another place than it should.
_MISPLACED = re.compile(r"^(.*) (?:(?:is an answer|are answers) to `.*`, which should|(?:is|are) read as a part of)")
_SUBJECT = re.compile(r"`([^`]*)` is ")
_LOST = re.compile(r"there is no \w+ called `([^`]*)`, but (.*)")
# What many cases show at once has one cause: a condition or a question that was changed.
_FOLLOWING = ("not-asked", "one-answer", "ruled-out")
_MANY = 3
# What these say of an entry is said of the parts of it that could be read.
_OF_WHAT_IS_READ = ("same-answer",)
# These follow from a text that is not written yet.
_OF_WHAT_IS_WRITTEN = ("breaks-off", "page-too-short")
# What can't be found where lines are gone: the kind of an entry, or a question.
_NAMED = re.compile(r"there is no (?P<owner>\w+)|the question `(?P<question>[^`]*)` has no answer")
_OF_LOSS = ("group-member", "missing-field", "shares-do-not-add-up")
# What is said of an answer that should stand in brackets with the one before it.
_CUT = "stands between the braces without a colon"
# What is said of an item that is there twice.
_VERSIONS = ("these are nearly the words", "these words stand")
# Between the colon of `[1]: https://…`, which ends what looks like a link, and the address.
_BEHIND_NAME = 2
# What is missing according to these may stand in an entry that could not be read.
_OF_ABSENCE = ("cause-without-case", "idle-action", "idle-question", "lone-family", "odd-setting", "one-of-several")


def first_hand(advice: Iterable[Diagnostic], errors: Iterable[Diagnostic], subject: Subject) -> Iterator[Diagnostic]:
    """Yield the advice that stays true once errors are mended.

    What concerns an entry or the guide as a whole may follow from a part that could not be read; what concerns one text
    may follow from the line having been misread. All of it may follow from what is wrong with guide.yml.
    """
    advice, errors = list(advice), list(errors)
    if any(error.location.path == subject.content.setup.document.path for error in errors):
        return
    lines = {(error.location.path, error.location.line) for error in errors if _may_be_misread(error)}
    links = [error.location for error in errors if error.code == "malformed-link"]
    # Whoever deletes the line of a mail deletes the address in it.
    mails = [diagnostic.location for diagnostic in advice if diagnostic.message.endswith("came along from a mail")]
    unfinished = {error.location.path for error in errors if error.code == "unfinished"}
    open_ended = {error.location.path for error in errors if error.code in ("unfinished", "run-together", "garbled")}
    partly_read = {entry.document.path for _, entry in subject.entries if not entry.whole}
    for diagnostic in advice:
        place = diagnostic.location
        if (
            (place.path, place.line) not in lines
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


def without_lost(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
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


def without_following(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield diagnostics, without those of what another says already: that it is unknown, turned round or misplaced."""
    places: set[tuple[str, int]] = set()
    names: set[tuple[str, str]] = set()
    for diagnostic in diagnostics:
        path, told = diagnostic.location.path, _MISPLACED.search(diagnostic.message)
        if diagnostic.code == "unknown-question" or diagnostic.message.endswith("in the place of an answer"):
            places.add((path, diagnostic.location.line))
        if told:
            names |= {(path, name) for name in re.findall("`([^`]+)`", told[1])}
    is_scale_wrong = any(diagnostic.code == "bands-out-of-order" for diagnostic in diagnostics)
    cut: dict[tuple[str, int], Diagnostic] = {}
    for diagnostic in diagnostics:
        if diagnostic.message.endswith(_CUT):
            cut.setdefault((diagnostic.location.path, diagnostic.location.line), diagnostic)
    for diagnostic in diagnostics:
        place = diagnostic.location
        subject = _SUBJECT.match(diagnostic.message)
        is_told = subject is not None and (place.path, subject[1]) in names
        is_value = diagnostic.code == "wrong-type" and (place.path, place.line) in places
        is_of_scale = is_scale_wrong and diagnostic.code == "shares-do-not-add-up"
        is_cut = cut.get((place.path, place.line), diagnostic) != diagnostic and _is_of_cut(diagnostic)
        if (
            not is_value
            and not is_cut
            and not is_of_scale
            and not (is_told and diagnostic.code in ("wrong-type", "missing-field"))
        ):
            yield diagnostic


def _is_of_cut(diagnostic: Diagnostic) -> bool:
    """Return whether a diagnostic may follow from brackets that are missing in its line."""
    return diagnostic.code.startswith("unknown-") or diagnostic.message.endswith(_CUT)


def without_gone(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield diagnostics, without those of what is missing where a note stands in the place of lines."""
    paths = {diagnostic.location.path for diagnostic in diagnostics if diagnostic.code == "left-out"}
    stems = {PurePosixPath(path).stem for path in paths}
    for diagnostic in diagnostics:
        named = _NAMED.search(diagnostic.message) if diagnostic.code.startswith("unknown-") else None
        is_lost = diagnostic.location.path in paths and (named or diagnostic.code in _OF_LOSS)
        if not is_lost and not (named and stems & {named["question"], f"{named['owner']}s"}):
            yield diagnostic


def told_once(advice: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield advice, without what follows: that a text ends with what is no part of it, that steps take too long."""
    versions = {diagnostic.location.path for diagnostic in advice if diagnostic.message.startswith(_VERSIONS)}
    places = [diagnostic.location for diagnostic in advice if diagnostic.code == "shown-as-typed"]
    for diagnostic in advice:
        place = diagnostic.location
        is_told = diagnostic.code == "breaks-off" and any(
            (place.path, place.line) == (other.path, other.line)
            and place.column < other.end_column
            and other.column < place.end_column
            for other in places
        )
        is_of_version = diagnostic.code == "minutes-do-not-add-up" and place.path in versions
        if not is_told and not is_of_version:
            yield diagnostic


def _letters(id_: str) -> str:
    return re.sub(r"[^a-z0-9]", "", id_.lower())


def once_each(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
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
