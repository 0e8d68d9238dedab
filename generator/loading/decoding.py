"""Bytes -> text, without the characters that nobody can see and that would do harm."""

import re
from collections.abc import Iterator, Mapping

from generator.diagnostics.diagnostic import Diagnostic, Location
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
# How files begin that people save instead of an entry.
_FORMATS = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"%PDF-": "a PDF document",
    b"{\\rtf": "a document of a word processor (RTF)",
    b"\xd0\xcf\x11\xe0": "a document of an old version of Word or Excel",
    b"\x1f\x8b": "a packed file (gzip)",
    b"7z\xbc\xaf": "a packed file (7z)",
}
_PACKED = {
    b"word/": "a Word document",
    b"xl/": "a spreadsheet (Excel)",
    b"ppt/": "a set of slides (PowerPoint)",
    b"opendocument.text": "a document of a word processor (OpenDocument)",
    b"Index/": "a document of Pages, Numbers or Keynote",
}
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype html|html|head|body|div|p)\b", re.IGNORECASE)
_FORM = re.compile(rb"\s*### [^\n]*\n\s*\n")
_MAIL = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|Message-ID|Cc|Reply-To|MIME-Version): ", re.MULTILINE
)

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
    if program := foreign_format(data):
        hint = "copy the words out of it, and put them into the form on the site or into an issue"
        return None, [Diagnostic("foreign-file", Location(path), f"this is {program}, and not an entry", hint)]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None, [_not_utf8(path, "the file is saved as UTF-16")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [_not_utf8(path, f"byte {error.start} is not UTF-8", line)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    document = Document(path, text, EMPTY)
    if any(marker in text for marker in (*_CONFLICT_MARKERS, _OF_COMMON_VERSION)) and (
        conflict := _CONFLICT.search(text)
    ):
        location = document.locate(document.span(conflict.start(1), conflict.end(1)))
        message = "Git put two versions of this file together, and nobody has chosen between them"
        hint = (
            "between `<<<<<<<` and `>>>>>>>` keep what is right: one of the two versions, or both if each adds "
            "something else; delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`"
        )
        if not all(_CONFLICT_MARKERS[0] in text and marker in text for marker in _CONFLICT_MARKERS):
            hint = "delete this line, which is left of that, and look whether the text around it is there only once"
        return None, [Diagnostic("conflict-marker", location, message, hint)]
    if not _SUSPECT.search(text):
        return text, []
    return _without_bad_characters(document)


def foreign_format(data: bytes) -> str | None:
    """Return what sort of file something is that another program wrote, or None where it may be a text."""
    head = data[:1024]
    if head.startswith(b"PK\x03\x04"):
        return next((name for part, name in _PACKED.items() if part in data), "a packed folder (ZIP)")
    name = next((name for start, name in _FORMATS.items() if head.lstrip().startswith(start)), None)
    if name is None and _FORM.match(head):
        return "what somebody wrote into a form for an issue"
    if name is None and _WEB_PAGE.match(head):
        return "a web page (HTML)"
    return "an e-mail" if name is None and len(_MAIL.findall(head)) > 1 else name


def _not_utf8(path: str, message: str, line: int = 1) -> Diagnostic:
    hint = "save the file with the encoding UTF-8 (in most editors: Save as…, Encoding)"
    return Diagnostic("not-utf-8", Location(path, line), message, hint)


def _without_bad_characters(document: Document) -> tuple[str | None, list[Diagnostic]]:
    """Return the text of a file without what does harm, or None where the level of a line is unknown, and that."""
    diagnostics = list(_bad_characters(document))
    text = _NO_WIDTH.sub("", _SPACE.sub(" ", _CONTROL.sub(" ", document.text)))
    if not document.path.endswith(".yml"):
        diagnostics += _tabs(document, {})
        return TAB_INDENT.sub(lambda indent: indent[0].replace("\t", " " * LEVEL), text), diagnostics
    columns = columns_of_tabs(text)
    diagnostics += _tabs(document, columns)
    # What stands at an unknown level would be taken for something else, and reported as that.
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
