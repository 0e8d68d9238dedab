"""Bytes -> nodes that know where they stand. The only place that knows PyYAML.

The nodes are built from parser events, not by `yaml.load`: every value stays text (no Norway, octal, float or date
surprises), duplicate keys and positions survive, and aliases, tags and deep nesting are refused while reading,
before they can cost anything.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Location
from generator.reading.nodes import Document, Mapping, Node, Scalar, Sequence, Span

DEEPEST = 8
MOST_BYTES = 64 * 1024
MOST_BYTES_OF_A_LIST = 1024 * 1024

# libyaml reads eleven times faster than pure Python; both give the same events.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# Joiners and direction marks are part of some languages' spelling and stay allowed.
_INVISIBLE = re.compile(
    "[\u00a0\u00ad\u034f\u061c\u180e\u2000-\u200b\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff]"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)


def parse(path: str, data: bytes) -> tuple[Document | None, list[Diagnostic]]:
    """Read one file.

    Args:
        path: How to call the file in messages.
        data: Its bytes.

    Returns:
        The document, or None where it can't be read, and all faults found in its text.
    """
    text, faults = decode(path, data)
    if faults:
        return None, faults
    builder = _Builder(path, text)
    try:
        root = builder.build()
    except yaml.MarkedYAMLError as error:
        return None, [*builder.faults, _syntax(path, text, error)]
    if root is None:
        fault = Diagnostic(
            "empty-file", Location(path), "the file is empty", "fill it in, or delete it in this pull request"
        )
        return None, [fault]
    return (None if builder.refused else Document(path, text, root)), builder.faults


def decode(path: str, data: bytes) -> tuple[str, list[Diagnostic]]:
    r"""Return a file's text with `\n` at the ends of its lines, and the characters in it that can't stay."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "", [_not_utf8(path, "the file is saved as UTF-16")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [_not_utf8(path, f"byte {error.start} is not UTF-8", line)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, list(_bad_characters(path, text))


def _not_utf8(path: str, message: str, line: int = 1) -> Diagnostic:
    remedy = "save the file with the encoding UTF-8 (in most editors: Save as…, Encoding)"
    return Diagnostic("not-utf-8", Location(path, line), message, remedy)


def _bad_characters(path: str, text: str) -> Iterator[Diagnostic]:
    document = Document(path, text, Scalar("", Span(0, 0, 0, 0), True))
    checks = (
        ("control-character", _CONTROL, "the unprintable character U+{0:04X}", "delete it and type the word anew"),
        ("invisible-character", _INVISIBLE, "the invisible character U+{0:04X}", "replace it with an ordinary space"),
        ("tab-indent", _TAB_INDENT, "a tab at the start of the line", "indent with spaces, two for each level"),
    )
    for code, pattern, message, remedy in checks:
        for match in list(pattern.finditer(text))[:20]:
            start = match.end() - 1
            place = document.locate(document.span(start, start + 1))
            yield Diagnostic(code, place, message.format(ord(match[0][-1])), remedy)


class _Builder:
    """Builds the nodes of one document from parser events."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.faults: list[Diagnostic] = []
        self.refused = False
        self._events = yaml.parse(text, Loader=_Loader)
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
        span = Span(event.start_mark.line, event.start_mark.column, event.start_mark.index, event.end_mark.index)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self._refuse(
                event, "anchor", "`&` and `*` at the start of a value have a meaning of their own in YAML",
                'write the value out; if the text should begin with the sign, put it in "quotes"',
            )  # fmt: skip
            return None
        if getattr(event, "tag", None) is not None:
            self._refuse(
                event, "tag", "`!` at the start of a value has a meaning of its own in YAML",
                'put the text in "quotes"',
            )  # fmt: skip
            return None
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style in (None, "")
            if plain and not event.value:
                span = Span(span.line, span.column, span.start, span.start)
            return Scalar(event.value, span, plain)
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
                self.faults.append(Diagnostic("duplicate-key", place, message, "keep one of the two, delete the other"))
                continue
            items[key.text] = (key, value)
        last = list(items.values())[-1][1].span if items else span
        return Mapping(tuple(items.values()), _until(span, last))

    def _refuse(self, event: Any, code: str, message: str, remedy: str) -> None:
        mark = event.start_mark
        place = self._document.locate(Span(mark.line, mark.column, mark.index, mark.index + 1))
        self.faults.append(Diagnostic(code, place, message, remedy))
        self.refused = True


def _until(span: Span, last: Span) -> Span:
    return Span(span.line, span.column, span.start, max(span.end, last.end))


_REMEDIES = {
    "mapping values are not allowed": 'if the text holds a colon followed by a space, put it all in "quotes"; '
    "otherwise check that the line starts in the same column as its neighbours",
    "cannot start any token": 'put the text in "quotes": a value can\'t begin with `@`, `%` or a backtick',
    "unexpected end of stream": "close the quotation mark or bracket that was opened here",
    "expected ',' or": "close the bracket that was opened here, and put commas between the items",
    "expected <block end>": "start the line in the same column as its neighbours",
    "did not find expected key": "start the line in the same column as its neighbours; put a text that holds quotation "
    "marks in quotes of the other kind",
    "did not find expected '-'": "a list and names can't stand side by side: indent one of them",
    "could not find expected ':'": "put a colon and a space after the name; indent the lines of a longer text",
}

_TELLING_START = re.compile(r"^\s*(?:- )?[\w-]+:\s+([\[{*&!@%`\"'])(?!.*[\]}]\s*$)")


def _syntax(path: str, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    problem = error.problem or "the YAML can't be read"
    unclosed = "end of stream" in problem
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line, column = line - 1, len(lines[line - 1])
    source = lines[line] if lines else ""
    column = min(column, max(0, len(source) - 1))
    remedy = next((remedy for sign, remedy in _REMEDIES.items() if sign in problem), "compare with a file that works")
    if (start := _TELLING_START.match(source)) and not unclosed:
        remedy = f'put the text in "quotes": a `{start[1]}` at its start has a meaning of its own in YAML'
    return Diagnostic(
        "yaml-syntax",
        Location(path, line + 1, column + 1, column + 2, source),
        f"the YAML breaks off: {problem}",
        remedy,
    )
