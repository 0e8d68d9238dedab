"""Bytes -> text, without the characters that nobody can see and that would do harm."""

import re
from collections.abc import Iterator, Mapping

from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.loading.foreign_formats import foreign_format
from generator.loading.nodes import EMPTY, Document
from generator.loading.syntax_errors.lines import listed_lines, spaces
from generator.loading.tabs import LEVEL, TAB_INDENT, columns_of_tabs, spaces_for_tabs

# More of one kind are not worth reporting.
MAX_REPORTED = 20

# Joiners and direction marks are part of some languages' spelling and stay allowed.
_NO_WIDTH = re.compile("[\u00ad\u034f\u061c\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_SPACE = re.compile("[\u00a0\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# Most files hold none of these, nor a tab, and need no closer look.
_SUSPECT = re.compile(f"{_CONTROL.pattern}|{_NO_WIDTH.pattern}|{_SPACE.pattern}|\t")
# At any column, as editors indent them with the lines around them.
_CONFLICT = re.compile(r"^[ \t]*((?:<{7}|>{7}|\|{7})(?: .*)?|={7})[ \t]*$", re.MULTILINE)
_CONFLICT_MARKERS = ("<<<<<<<", "=======", ">>>>>>>")
_OF_COMMON_VERSION = "|||||||"


def decode(path: str, data: bytes) -> tuple[str | None, list[Diagnostic]]:
    r"""Decode a file.

    Args:
        path: What messages call the file.
        data: Its bytes.

    Returns:
        Its text, or None where it can't be read as text, and what is wrong with its characters. In the text, lines end
        with `\n`, unusual spaces are ordinary ones, and invisible characters are gone.
    """
    if foreign := foreign_format(data):
        hint = "copy the words out of it, and put them into the form on the site or into an issue"
        return None, [Diagnostic("foreign-file", Location(path), f"this is {foreign}, and not an entry", hint)]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None, [_not_utf8(path, "the file is saved as UTF-16")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [_not_utf8(path, f"byte {error.start} is not UTF-8", line)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    document = Document(path, text, EMPTY)
    if conflict := _conflict(document):
        return None, [conflict]
    if not _SUSPECT.search(text):
        return text, []
    return _without_bad_characters(document)


def _conflict(document: Document) -> Diagnostic | None:
    """Return what is to be said of a conflict that Git left in a file, or None where there is none."""
    text = document.text
    if not any(marker in text for marker in (*_CONFLICT_MARKERS, _OF_COMMON_VERSION)):
        return None
    conflict = _CONFLICT.search(text)
    if not conflict:
        return None
    location = document.locate(document.span(conflict.start(1), conflict.end(1)))
    message = "Git put two versions of this file together, and nobody has chosen between them"
    hint = "delete this line, which is left over from that, and check that the text around it doesn't stand there twice"
    if all(marker in text for marker in _CONFLICT_MARKERS):
        hint = (
            "between `<<<<<<<` and `>>>>>>>` keep what is right: one of the two versions, or both if each adds "
            "something else; delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`"
        )
    return Diagnostic("conflict-marker", location, message, hint)


def _not_utf8(path: str, message: str, line: int = 1) -> Diagnostic:
    hint = "save the file with the encoding UTF-8 (in most editors: Save as…, Encoding)"
    return Diagnostic("not-utf-8", Location(path, line), message, hint)


def _without_bad_characters(document: Document) -> tuple[str | None, list[Diagnostic]]:
    """Return a file's text without the characters that do harm, and what is to be said of them.

    There is no text where a tab leaves it unknown how deep a line is indented.
    """
    diagnostics = list(_bad_characters(document))
    text = _NO_WIDTH.sub("", _SPACE.sub(" ", _CONTROL.sub(" ", document.text)))
    if not document.path.endswith(".yml"):
        diagnostics += _tabs(document, {})
        return TAB_INDENT.sub(lambda indent: indent[0].replace("\t", " " * LEVEL), text), diagnostics
    columns = columns_of_tabs(text)
    diagnostics += _tabs(document, columns)
    # What is at an unknown level would be taken for something else, and reported as that.
    return (None if None in columns.values() else spaces_for_tabs(text, columns)), diagnostics


def _bad_characters(document: Document) -> Iterator[Diagnostic]:
    delete = "delete it; between two words, type a space in its place"
    checks = (
        ("control-character", _CONTROL, "the unprintable character U+{0:04X}", delete),
        ("invisible-character", _SPACE, "an unusual kind of space, U+{0:04X}", "replace it with an ordinary space"),
        ("invisible-character", _NO_WIDTH, "the invisible character U+{0:04X}", delete),
    )
    for code, pattern, message, hint in checks:
        last = -1
        for match in list(pattern.finditer(document.text))[:MAX_REPORTED]:
            is_run, last = match.start() == last, match.end()
            if is_run:  # several in a row need one message
                continue
            character = match[0].lstrip(" ")[0]
            start = match.start() + match[0].index(character)
            location = document.locate(document.span(start, start + 1))
            yield Diagnostic(code, location, message.format(ord(character)), hint)


def _tabs(document: Document, columns: Mapping[int, int | None]) -> Iterator[Diagnostic]:
    """Yield one diagnostic of all tabs at the start of lines, with the spaces to type, as far as columns are known."""
    places = [
        document.locate(document.span(start, start + 1))
        for match in TAB_INDENT.finditer(document.text)
        for start in (document.text.index("\t", match.start()),)
    ]
    if not places:
        return
    numbers: dict[int | None, list[int]] = {}
    for place in places:
        numbers.setdefault(columns.get(place.line - 1), []).append(place.line - 1)
    remedies = [
        f"begin {listed_lines(lines)} with {spaces(column)} and no tab" if column else f"delete {listed_lines(lines)}"
        for column, lines in numbers.items()
        if column is not None
    ]
    if unknown := numbers.get(None):
        beside = "in the column of the lines beside which they belong" if columns else "two for each level"
        remedies.append(f"begin {listed_lines(unknown)} with spaces and no tab, {beside}")
    message = "a tab at the start of the line"
    if len(places) > 1:
        message = f"{len(places)} lines start with a tab, and this is the first"
    yield Diagnostic("tab-indent", places[0], message, "; ".join(remedies))
