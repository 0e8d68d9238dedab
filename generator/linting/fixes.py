"""Text with a diagnostic -> text without it, for diagnostics whose hint is mechanical: one pure function for each code.

Whether a error is gone, and no other has come in its place, is for whoever applies a fix to find out: see `mend.py`.
"""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches

from generator.diagnostics.diagnostic import Diagnostic, plainly
from generator.loading import (
    ID,
    Document,
    Node,
    Scalar,
    as_data,
    correct_first_mistake,
    parse,
    proper_id,
    quoted,
    unambiguous_date,
    with_quoted_value,
)
from generator.loading import Mapping as Fields

Fix = Callable[[str, Diagnostic], str]

# How near a name has to be to be taken for the one that was meant, without anyone being asked.
NEAR = 0.8

_SPACES = re.compile("[\u00a0\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\x0b\x0c]")
# Between two letters a space of no width may have stood for a space or for nothing; elsewhere it is idle.
_NOTHING = re.compile("[\u00ad\u034f\u061c\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|(?<!\\w)\u200b|\u200b(?!\\w)")
# These are Windows' quotation marks and dashes, saved as if they were Unicode's.
_WINDOWS = re.compile("[\x80-\x84\x86-\x9f]")
_TAB_INDENT = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_JOINTS = re.compile("[\\s_\u2010-\u2015\u2212-]+")


def _plain_characters(text: str, _: Diagnostic) -> str:
    return _WINDOWS.sub(_from_windows, _NOTHING.sub("", _SPACES.sub(" ", text)))


def _from_windows(found: re.Match[str]) -> str:
    return found[0].encode("latin-1").decode("cp1252", "replace").replace("\ufffd", found[0])


def _spaces_for_tabs(text: str, _: Diagnostic) -> str:
    return _TAB_INDENT.sub(lambda indent: indent[0].replace("\t", "  "), text)


def _as_meant(text: str, diagnostic: Diagnostic) -> str:
    return correct_first_mistake(text) if diagnostic.location.path.endswith(".yml") else text


def _value_in_quotes(text: str, diagnostic: Diagnostic) -> str:
    return _with_line(text, diagnostic, with_quoted_value(diagnostic.location.source) or diagnostic.location.source)


def _rest_in_quotes(text: str, diagnostic: Diagnostic) -> str:
    if "quotation marks" not in diagnostic.hint:
        return text
    line, start = diagnostic.location.source, diagnostic.location.column - 1
    return _with_line(text, diagnostic, line[:start] + quoted(line[start:]))


def _one_document(text: str, diagnostic: Diagnostic) -> str:
    lines = text.split("\n")
    number = diagnostic.location.line - 1
    return "\n".join(lines[:number] + lines[number + 1 :]) if lines[number].strip() == "---" else text


def _near_name(text: str, diagnostic: Diagnostic) -> str:
    wrong = _shown(diagnostic)
    names = {plainly(name): name for name in re.findall("`([^`]+)`", f"{diagnostic.label} {diagnostic.hint}")}
    close = get_close_matches(plainly(wrong), names, n=2, cutoff=NEAR)
    meant = [names[close[0]]] if close[:1] == [plainly(wrong)] else [names[each] for each in close]
    return _in_place(text, diagnostic, meant[0]) if len(meant) == 1 and f"`{meant[0]}`" in diagnostic.label else text


def _plain_id(text: str, diagnostic: Diagnostic) -> str:
    wrong = _shown(diagnostic)
    better = _JOINTS.sub("-", wrong.strip().lower())
    return _in_place(text, diagnostic, better) if ID.match(better) and better == proper_id(wrong) else text


def _space_after_colon(text: str, diagnostic: Diagnostic) -> str:
    return _in_place(text, diagnostic, re.sub(r":\s*", ": ", _shown(diagnostic), count=1))


def _usual_date(text: str, diagnostic: Diagnostic) -> str:
    day = unambiguous_date(_shown(diagnostic))
    return _in_place(text, diagnostic, str(day)) if day else text


def _one_line(text: str, diagnostic: Diagnostic) -> str:
    line, start = diagnostic.location.source, diagnostic.location.column - 1
    return _with_line(text, diagnostic, line[:start] + re.sub(r"^\|[+-]?(?=\s*$)", ">-", line[start:]))


# In this order they are tried: what is wrong with single characters comes first, since it moves the rest.
FIXES: Mapping[str, Fix] = {
    "control-character": _plain_characters,
    "invisible-character": _plain_characters,
    "tab-indent": _spaces_for_tabs,
    "yaml-syntax": _as_meant,
    "second-document": _one_document,
    "tag": _rest_in_quotes,
    "anchor": _rest_in_quotes,
    "cut-off": _value_in_quotes,
    "missing-space": _space_after_colon,
    "unknown-field": _near_name,
    "unknown-word": _near_name,
    "bad-id": _plain_id,
    "bad-date": _usual_date,
    "more-than-one-line": _one_line,
}


def tidied(path: str, data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return a file without what nobody sees and every editor does otherwise, and what was done.

    What the file says stays the same: a file of which that can't be shown stays as it is.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data, ()
    done: list[str] = []
    for what, tidy in _TIDYING:
        better = tidy(path, text)
        if better != text and _says(path, better) == _says(path, text):
            text, done = better, [*done, what]
    return text.encode(), tuple(done)


def _without_trailing_spaces(path: str, text: str) -> str:
    """Return a YAML file without spaces at the ends of its lines, but for those in longer texts."""
    document, _ = parse(path, text.encode())
    if document is None or not path.endswith(".yml"):
        return text
    kept = _lines_of_texts(document, document.root)
    return "\n".join(line if number in kept else line.rstrip(" \t") for number, line in enumerate(text.split("\n")))


def _lines_of_texts(document: Document, node: Node) -> set[int]:
    if isinstance(node, Scalar):
        last = node.span.line + document.text.count("\n", node.span.start, node.span.end)
        return set() if node.plain else set(range(node.span.line, last + 1))
    inner = [part for item in node.items for part in item] if isinstance(node, Fields) else node.items
    return {line for each in inner for line in _lines_of_texts(document, each)}


_TIDYING: tuple[tuple[str, Callable[[str, str], str]], ...] = (
    ("took out the byte order mark", lambda _, text: text.removeprefix("\ufeff")),
    ("made the ends of lines plain", lambda _, text: text.replace("\r\n", "\n").replace("\r", "\n")),
    ("took out spaces at the ends of lines", _without_trailing_spaces),
    ("ended the last line", lambda _, text: text if text.endswith("\n") or not text else text + "\n"),
)


def _says(path: str, text: str) -> object:
    if not path.endswith(".yml"):
        return text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    document, diagnostics = parse(path, text.encode())
    return [diagnostic.code for diagnostic in diagnostics], document and _without_last_break(as_data(document.root))


def _without_last_break(data: object) -> object:
    if isinstance(data, str):
        return data.removesuffix("\n")
    if isinstance(data, dict):
        return [(key, _without_last_break(value)) for key, value in data.items()]
    return [_without_last_break(each) for each in data] if isinstance(data, list) else data


def _shown(diagnostic: Diagnostic) -> str:
    """Return what stands at the place of a diagnostic."""
    place = diagnostic.location
    return place.source[place.column - 1 : place.end_column - 1].strip("\"'")


def _in_place(text: str, diagnostic: Diagnostic, new: str) -> str:
    place = diagnostic.location
    return _with_line(text, diagnostic, place.source[: place.column - 1] + new + place.source[place.end_column - 1 :])


def _with_line(text: str, diagnostic: Diagnostic, new: str) -> str:
    """Return a text with another line in place of the one in question, unless that is not the one that was seen."""
    lines = text.split("\n")
    number = diagnostic.location.line - 1
    if number >= len(lines) or lines[number] != diagnostic.location.source:
        return text
    return "\n".join([*lines[:number], new, *lines[number + 1 :]])
