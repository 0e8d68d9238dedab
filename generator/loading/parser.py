"""Bytes -> nodes that know where they stand. The only place that knows PyYAML.

The nodes are built from parser events, not by `yaml.load`: every value stays text (no Norway, octal, float or date
surprises), duplicate keys and positions survive, and aliases, tags and deep nesting are refused while reading,
before they can cost anything.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.loading.nodes import Document, Mapping, Node, Scalar, Sequence, Span
from generator.loading.syntax_errors.explanation import mistake, quoted
from generator.loading.syntax_errors.lines import Mistake, Stop
from generator.model import UNREAD

DEEPEST = 8
MOST_BYTES = 64 * 1024
MOST_BYTES_OF_A_LIST = 1024 * 1024

# A file with more mistakes than these is not worth going on with.
MOST_MISTAKES = 20
MAX_ERRORS = 100

# libyaml reads eleven times faster than pure Python; both give the same events.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# Joiners and direction marks are part of some languages' spelling and stay allowed.
_NO_WIDTH = re.compile("[\u00ad\u034f\u061c\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_SPACE = re.compile("[\u00a0\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# Most files hold none of these signs, nor a tab, and are done with at a glance.
_ODD = re.compile(f"{_CONTROL.pattern}|{_NO_WIDTH.pattern}|{_SPACE.pattern}|\t")
_CONFLICT = re.compile(r"^(<{7} .*|={7}|>{7} .*)$", re.MULTILINE)
_SIGNS_OF_CONFLICT = ("<<<<<<< ", "=======", ">>>>>>> ")
_REMARK = re.compile(r"\S[ \t]+#")
_CUT_OFF = re.compile(r"[ \t]*(?P<rest>#.*\S)")
_TAB_INDENT = re.compile(r"^ *\t[ \t]*", re.MULTILINE)


def parse(path: str, data: bytes) -> tuple[Document | None, list[Diagnostic]]:
    """Read one file.

    A mistake whose hint is plain is reported and then read as it was meant, so that the rest is read as well.

    Args:
        path: How to call the file in messages.
        data: Its bytes.

    Returns:
        The document, or None where it can't be read, and all diagnostics found in its text.
    """
    text, diagnostics = decode(path, data)
    if text is None:
        return None, diagnostics
    mended: set[tuple[int, str]] = set()
    for _ in range(MOST_MISTAKES):
        builder = _Builder(path, text)
        try:
            root = builder.build()
        except yaml.MarkedYAMLError as error:
            found = mistake(text, _stop(text, error))
            if (found.line, found.message) in mended:
                return None, diagnostics + builder.diagnostics  # it was no hint, and no more of the same will be one
            mended.add((found.line, found.message))
            lines = text.split("\n")
            diagnostics.append(_syntax(path, lines, found))
            if found.meant is None:
                return None, diagnostics + builder.diagnostics
            text = "\n".join([*lines[: found.line], found.meant, *lines[found.line + 1 :]])
            continue
        if root is None:
            hint = "fill it in, or delete it in this pull request"
            return None, [*diagnostics, Diagnostic("empty-file", Location(path), "the file is empty", hint)]
        return (None if builder.refused else Document(path, text, root)), diagnostics + builder.diagnostics
    return None, diagnostics


def as_meant(text: str) -> str:
    """Return a text with its first mistake in YAML put right, or as it is where there is none that is plain."""
    if decode("", text.encode())[0] != text:
        return text
    try:
        for _ in yaml.parse(text, Loader=_Loader):
            pass
    except yaml.MarkedYAMLError as error:
        found = mistake(text, _stop(text, error))
        lines = text.split("\n")
        return text if found.meant is None else "\n".join([*lines[: found.line], found.meant, *lines[found.line + 1 :]])
    return text


def decode(path: str, data: bytes) -> tuple[str | None, list[Diagnostic]]:
    r"""Return a file's text and what is wrong with its characters.

    The text has `\n` at the ends of its lines, and what can't stay is gone or an ordinary space. It is None where the
    file can't be read as text.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None, [_not_utf8(path, "the file is saved as UTF-16")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [_not_utf8(path, f"byte {error.start} is not UTF-8", line)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    document = Document(path, text, Scalar("", Span(0, 0, 0, 0), True))
    if any(sign in text for sign in _SIGNS_OF_CONFLICT) and (conflict := _CONFLICT.search(text)):
        place = document.locate(document.span(conflict.start(), conflict.end()))
        hint = "keep one of the two versions between `<<<<<<<` and `>>>>>>>`, and delete the lines with these signs"
        return None, [Diagnostic("conflict-marker", place, "two versions of this file were merged and left so", hint)]
    if not _ODD.search(text):
        return text, []
    diagnostics = list(_bad_characters(document))
    text = _NO_WIDTH.sub("", _SPACE.sub(" ", _CONTROL.sub(" ", text)))
    return _TAB_INDENT.sub(lambda indent: indent[0].replace("\t", "  "), text), diagnostics


def _not_utf8(path: str, message: str, line: int = 1) -> Diagnostic:
    hint = "save the file with the encoding UTF-8 (in most editors: Save as…, Encoding)"
    return Diagnostic("not-utf-8", Location(path, line), message, hint)


def _bad_characters(document: Document) -> Iterator[Diagnostic]:
    delete = "delete it; if it parts two words, write a space"
    checks = (
        ("control-character", _CONTROL, "the unprintable character U+{0:04X}", "delete it and type the word anew"),
        ("invisible-character", _SPACE, "a space of an unusual kind, U+{0:04X}", "replace it with an ordinary space"),
        ("invisible-character", _NO_WIDTH, "the invisible character U+{0:04X}", delete),
        ("tab-indent", _TAB_INDENT, "a tab at the start of the line", "indent with spaces, two for each level"),
    )
    for code, pattern, message, hint in checks:
        for match in list(pattern.finditer(document.text))[:MOST_MISTAKES]:
            start = match.start() + (len(match[0]) - len(match[0].lstrip(" ")))
            place = document.locate(document.span(start, start + 1))
            yield Diagnostic(code, place, message.format(ord(match[0].lstrip(" ")[0])), hint)


class _Builder:
    """Builds the nodes of one document from parser events."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.diagnostics: list[Diagnostic] = []
        self.refused = False
        self._has_remarks = (" #" in text or "\t#" in text) and _REMARK.search(text) is not None
        self._events = iter(_Loader(text).get_event, None)
        self._document = Document(path, text, Scalar("", Span(0, 0, 0, 0), True))

    def build(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self._refuse(event, "second-document", "a second document begins here", "delete the line `---`")
                return root
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
                if root is None:
                    return Scalar("", Span(0, 0, 0, 0), True)
        if isinstance(root, Scalar) and root.plain and not root.text:
            return None
        return root

    def _node(self, event: Any, depth: int) -> Node | None:
        """Return the node that an event begins, or None where reading has to end here."""
        start = event.start_mark
        span = Span(start.line, start.column, start.index, event.end_mark.index)
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            return self._scalar(event, span)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self._report(
                event, "anchor", "`&` and `*` at the start of a value have a meaning of their own in YAML",
                f"put the text in quotation marks: `{self._meant(event)}`"
                if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent)
                else f"delete `&{event.anchor}`",
            )  # fmt: skip
        if isinstance(event, yaml.AliasEvent):
            return Scalar(UNREAD, span, True)
        if getattr(event, "tag", None) is not None:
            self._report(
                event, "tag", "`!` at the start of a value has a meaning of its own in YAML",
                f"put the text in quotation marks: `{self._meant(event)}`",
            )  # fmt: skip
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, span)
        if depth >= DEEPEST:
            self._refuse(
                event, "too-deep", f"more than {DEEPEST} levels of nesting", "look for a stray bracket or indentation"
            )
            return None
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(span, depth)
        return self._mapping(span, depth)

    def _sequence(self, span: Span, depth: int) -> Node | None:
        items: list[Node] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            item = self._node(event, depth + 1)
            if item is None:
                return None
            items.append(item)
        return Sequence(tuple(items), _until(span, items[-1].span if items else span))

    def _mapping(self, span: Span, depth: int) -> Node | None:
        items: dict[str, tuple[Scalar, Node]] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            value = None if key is None else self._node(next(self._events), depth + 1)
            if key is None or value is None:
                return None
            if not isinstance(key, Scalar):
                self._refuse(
                    event, "wrong-type", "a list or a mapping where a name should be", "write a name, then `:`"
                )
                return None
            if key.text in items:
                first = items[key.text][0].span.line + 1
                place = self._document.locate(key.span)
                message = f"`{key.text}` stands twice; first in line {first}"
                self.diagnostics.append(
                    Diagnostic("duplicate-key", place, message, "keep one of the two, delete the other")
                )
                continue
            items[key.text] = (key, value)
        last = next(reversed(items.values()))[1].span if items else span
        return Mapping(tuple(items.values()), _until(span, last))

    def _scalar(self, event: Any, span: Span) -> Scalar:
        plain = event.style in (None, "")
        if not plain:
            return Scalar(event.value, span, plain)
        if self._has_remarks and (cut := _CUT_OFF.match(self.text, span.end)):
            start = cut.start("rest")
            place = self._document.locate(self._document.span(start, start + len(cut["rest"])))
            name = place.source[: span.column].strip()
            meant = f"{name} {quoted(self.text[span.start : cut.end()].strip())}"
            hint = f"put the whole text in quotation marks: `{meant}`; a remark goes on a line of its own"
            self.diagnostics.append(Diagnostic("cut-off", place, "what follows ` #` is not read", hint))
            return Scalar(event.value or UNREAD, span, plain)
        if not event.value:
            span = Span(span.line, span.column, span.start, span.start)
        return Scalar(event.value, span, plain)

    def _meant(self, event: Any) -> str:
        """Return the line of an event with quotation marks around its value."""
        line = self._document.locate(Span(event.start_mark.line, 0, 0, 1)).source
        before, after = line[: event.start_mark.column], line[event.start_mark.column :]
        return f"{before.lstrip()}{quoted(after)}"

    def _refuse(self, event: Any, code: str, message: str, hint: str) -> None:
        self._report(event, code, message, hint)
        self.refused = True

    def _report(self, event: Any, code: str, message: str, hint: str) -> None:
        mark = event.start_mark
        place = self._document.locate(Span(mark.line, mark.column, mark.index, mark.index + 1))
        self.diagnostics.append(Diagnostic(code, place, message, hint))
        self.refused |= len(self.diagnostics) > MAX_ERRORS


def _until(span: Span, last: Span) -> Span:
    return Span(span.line, span.column, span.start, max(span.end, last.end))


def _stop(text: str, error: yaml.MarkedYAMLError) -> Stop:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line, column = line - 1, len(lines[line - 1])
    opened = error.context_mark.line if error.context_mark and error.context_mark.line < len(lines) else None
    return Stop(error.problem or "it can't be read", line, min(column, max(0, len(lines[line]) - 1)), opened)


def _syntax(path: str, lines: list[str], found: Mistake) -> Diagnostic:
    place = Location(path, found.line + 1, found.column + 1, found.column + 2, lines[found.line])
    return Diagnostic("yaml-syntax", place, found.message, found.hint)
