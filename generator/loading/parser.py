"""Bytes -> nodes that know where they stand. The only place that reads content with PyYAML.

The nodes are built from parser events, not by `yaml.load`: every value stays text (no Norway, octal, float or date
surprises), duplicate keys and positions survive, and aliases, tags and deep nesting are refused while reading,
before they can cost anything.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.diagnostics.topics import Slip
from generator.loading.decoding import decode
from generator.loading.ids import ID
from generator.loading.nodes import EMPTY, Document, Mapping, Node, Scalar, Span, as_data
from generator.loading.nodes import Sequence as List
from generator.loading.quoting import quoted
from generator.loading.suggestions import flow, suggest
from generator.loading.syntax_errors import Mistake, ParseFailure, field_names, first_mistake, with_quoted_value
from generator.model import UNREAD

MAX_DEPTH = 8
MAX_BYTES = 64 * 1024
# Of guide.yml and ui.yml, of which there is one file each: a text can be long, and takes more bytes in some scripts.
MAX_BYTES_OF_SETTINGS = 512 * 1024
MAX_BYTES_OF_A_LIST = 1024 * 1024

# By this name other programs copy fields from one mapping into another.
_MERGE = "<<"

# A file with more mistakes or errors than these is not worth going on with.
MAX_MISTAKES = 20
MAX_ERRORS = 100

# So many fields that are there already are those of another entry.
FIELDS_OF_AN_ENTRY = 3
_SECOND_ENTRY = "move it, from here to the end, into a file of its own in the same folder, or delete it"

# libyaml reads eleven times faster than pure Python; both give the same events.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_KEEP_ONE = "keep one of the two: move into it what only the other holds, and delete the other"
_OR_RENAME = ", or give the second a name of its own"
# A mapping or a list of single words that is in one line.
_IN_ONE_LINE = re.compile(r"[\w-]+: *[{\[][^{}\[\]]*[}\]] *$")

_COMMENT_BEHIND_TEXT = re.compile(r"\S[ \t]+#")
_COMMENT = re.compile(r"[ \t]*(?P<comment>#.*\S)")


def parse(path: str, data: bytes) -> tuple[Document | None, list[Diagnostic]]:
    """Parse a file.

    A mistake that can be corrected is reported and then read as corrected, so that the rest is read as well.

    Args:
        path: What messages call the file.
        data: Its bytes.

    Returns:
        The document, or None where it can't be read, and everything that is wrong with it as a text.
    """
    text, diagnostics = decode(path, data)
    if text is None:
        return None, diagnostics
    for _ in range(MAX_MISTAKES):
        builder = _Builder(path, text)
        try:
            root = builder.build()
        except yaml.MarkedYAMLError as error:
            mistake = first_mistake(text, _failure(text, error), parse_failure)
            diagnostics.append(_syntax_error(path, text, mistake))
            corrected = mistake.corrected
            # Lines keep their numbers, or all that follows would be reported in the wrong place.
            if corrected is None or len(corrected) != text.count("\n") + 1:
                return None, diagnostics + builder.diagnostics
            text = "\n".join(corrected)
            continue
        if builder.indented is not None:
            key = builder.indented
            location = Document(path, text, EMPTY).locate(key.span)
            message = f"an entry of its own seems to begin with `{key.text}`, inside the one above"
            hint = f"delete the spaces at the start of line {key.line + 1}"
            diagnostics.append(Diagnostic("unknown-field", location, message, hint))
            lines = text.split("\n")
            lines[key.line] = lines[key.line].lstrip()
            text = "\n".join(lines)
            continue
        if root is None:
            hint = "fill it in, or delete it in this pull request"
            return None, [*diagnostics, Diagnostic("empty-file", Location(path), "the file is empty", hint)]
        return (None if builder.refused else Document(path, text, root)), diagnostics + builder.diagnostics
    return None, diagnostics


def correct_first_mistake(text: str) -> str:
    """Return a text with its first mistake in YAML corrected, or as it is where there is any doubt about it."""
    if decode("", text.encode())[0] != text:
        return text
    failure = parse_failure(text.split("\n"))
    if failure is None:
        return text
    mistake = first_mistake(text, failure, parse_failure)
    return "\n".join(mistake.corrected) if mistake.corrected and mistake.is_certain else text


def parse_failure(lines: Sequence[str]) -> ParseFailure | None:
    """Return where and why lines can't be parsed, or None where they can."""
    text = "\n".join(lines)
    try:
        for _ in yaml.parse(text, Loader=_Loader):
            pass
    except yaml.MarkedYAMLError as error:
        return _failure(text, error)
    return None


class _Builder:
    """Builds the nodes of one document from parser events."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.diagnostics: list[Diagnostic] = []
        self.refused = False
        # The name of an entry that starts as far right as the fields of the one above.
        self.indented: Scalar | None = None
        self._has_comments = (" #" in text or "\t#" in text) and _COMMENT_BEHIND_TEXT.search(text) is not None
        self._events = iter(_Loader(text).get_event, None)
        self._document = Document(path, text, EMPTY)

    def build(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                below = self.text[_index(event.end_mark) :]
                is_entry = bool(_root_names(below) & _root_names(self.text[: _index(event.start_mark)]))
                message = "a second entry begins here" if is_entry else "a line `---` ends the entry"
                hint = _SECOND_ENTRY if is_entry else "delete the line `---`"
                self._refuse(event, "second-document", message, hint)
                return root
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
                if root is None:
                    return EMPTY
        if isinstance(root, Scalar) and root.plain and not root.text:
            return None
        return root

    def _node(self, event: Any, depth: int) -> Node | None:
        """Return the node that an event begins, or None where reading has to end here."""
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            has_text = isinstance(event, yaml.ScalarEvent | yaml.AliasEvent)
            hint = f"delete `&{event.anchor}`"
            if isinstance(event, yaml.AliasEvent):
                hint = f"write here what it stands for; or, if it is the text itself, {self._quote_hint(event)}"
            elif has_text:
                hint = f"{hint} if it is no part of the text; if it is, {self._quote_hint(event)}"
            self._report(event, "anchor", "`&` and `*` at the start of a value have a special meaning in YAML", hint)
        if isinstance(event, yaml.AliasEvent):
            return _scalar(event, UNREAD)
        if event.tag is not None:
            message = "`!` at the start of a value has a special meaning in YAML"
            names_file = re.match(r"!\w*(?:include|import|ref|env|file)(?![a-z])", str(event.tag))
            hint = "write here what it should bring from elsewhere" if names_file else self._quote_hint(event)
            self._report(event, "tag", message, hint)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth >= MAX_DEPTH:
            hint = "look for a stray bracket or a wrong indentation"
            self._refuse(event, "too-deep", f"more than {MAX_DEPTH} levels of nesting", hint)
            return None
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(_span(event), depth)
        return self._mapping(_span(event), depth)

    def _sequence(self, span: Span, depth: int) -> Node | None:
        items: list[Node] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            item = self._node(event, depth + 1)
            if item is None:
                return None
            items.append(item)
        return List(tuple(items), _until(span, items[-1] if items else None))

    def _mapping(self, span: Span, depth: int) -> Node | None:
        items: dict[str, tuple[Scalar, Node]] = {}
        repeated: list[tuple[Scalar, Node]] = []
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            known = len(self.diagnostics)
            value = None if key is None else self._node(next(self._events), depth + 1)
            if key is None or value is None:
                return None
            if not isinstance(key, Scalar):
                message = "a list or a mapping where a name should be"
                self._refuse(event, "wrong-type", message, "write a name, then `:`")
                return None
            if key.text == _MERGE and key.plain:
                message = f"`{_MERGE}` copies fields from elsewhere in other programs, and nothing here"
                place = self._document.locate(key.span)
                remedy = "write the fields themselves"
                self.diagnostics[known:] = [Diagnostic("anchor", place, message, remedy, topic=Slip.COPY)]
                continue
            if key.text in items:
                repeated.append((key, value))
                continue
            items[key.text] = (key, value)
        if depth == 1 and len(repeated) >= FIELDS_OF_AN_ENTRY:
            key, value = [item for item in items.values() if item[0].start < repeated[0][0].start][-1]
            is_empty = isinstance(value, Scalar) and not value.text
            if is_empty and _is_field(repeated[0][0].text) and not _is_field(key.text):
                self.indented = key
        self.diagnostics += self._repetitions(repeated, items, is_root=depth == 0)
        last = next(reversed(items.values()))[1] if items else None
        return Mapping(tuple(items.values()), _until(span, last))

    def _repetitions(
        self, repeated: Sequence[tuple[Scalar, Node]], items: dict[str, tuple[Scalar, Node]], *, is_root: bool
    ) -> Iterator[Diagnostic]:
        """Yield the diagnostics of keys that are there already; many at the root are one second entry."""
        is_entry = is_root and len(repeated) >= FIELDS_OF_AN_ENTRY
        for key, value in repeated[:1] if is_entry else repeated:
            first, other = items[key.text]
            message = f"`{key.text}` is there twice, first in line {first.span.line + 1}"
            # Only a part of an entry, or an entry of its own, has a name that can be chosen.
            is_part = isinstance(value, Mapping) and any(_is_field(name.text) for name, _ in value.items)
            hint = self._both(key, other, value) or _KEEP_ONE + (_OR_RENAME if is_part else "")
            if is_entry and _is_field(key.text):
                message, hint = f"a second entry begins here: {message}", _SECOND_ENTRY
            yield Diagnostic("duplicate-key", self._document.locate(key.span), message, hint)

    def _both(self, key: Scalar, first: Node, second: Node) -> str:
        """Return the hint on two lists or mappings of the same name that go together, or an empty string."""
        lines = [self._document.locate(node.span).source.strip() for node in (first, second)]
        if not all(_IN_ONE_LINE.fullmatch(line) for line in lines):
            return ""
        values = [as_data(first), as_data(second)]
        if values[0] == values[1]:
            return "delete this line: both say the same"
        if all(isinstance(value, dict) for value in values) and not values[0].keys() & values[1].keys():
            both: Any = {**values[0], **values[1]}
        elif all(isinstance(value, list) for value in values):
            both = list(dict.fromkeys([*values[0], *values[1]]))
        else:
            return ""
        hint = f"put both into one: write `{key.text}: {flow(both)}` there, and delete this line"
        return f"{hint}; or keep the one that is right" if isinstance(both, list) else hint

    def _scalar(self, event: Any) -> Scalar:
        scalar = _scalar(event, event.value)
        if self._has_comments and scalar.plain and (comment := _COMMENT.match(self.text, scalar.end)):
            start = comment.start("comment")
            location = self._document.locate(self._document.span(start, comment.end()))
            name = location.source[: scalar.column].strip()
            text = self.text[scalar.start : comment.end()].strip()
            line = with_quoted_value(f"{name} {text}") or f"{name} {quoted(text)}"
            hint = f"put the whole text in quotation marks: `{line}`"
            is_word, is_note = ID.match(scalar.text) is not None, comment["comment"].startswith("# ")
            if is_word and is_note and not scalar.text.isdecimal():
                hint = f"put it on a line of its own above, or delete it, and leave `{name} {scalar.text}`"
            elif is_word or is_note:
                hint = f"if it is a note, put it on a line of its own above; if not, {hint}"
            self.diagnostics.append(Diagnostic("cut-off", location, "what follows ` #` is not read", hint))
            return scalar if scalar.text else scalar._replace(text=UNREAD)
        return scalar if scalar.text or not scalar.plain else scalar._replace(end=scalar.start)

    def _quote_hint(self, event: Any) -> str:
        mark = event.start_mark
        line = self._document.locate(Span(mark.line, 0, 0, 1)).source
        before, text = line[: mark.column], line[mark.column :]
        if len(re.findall(r"[\[{]", before)) > len(re.findall(r"[\]}]", before)):
            text = re.split(r"[,\[\]{}]", text, maxsplit=1)[0]
        rest = line[mark.column + len(text) :]
        return f"put the text in quotation marks: `{before.lstrip()}{quoted(text)}{rest}`"

    def _refuse(self, event: Any, code: str, message: str, hint: str) -> None:
        self._report(event, code, message, hint)
        self.refused = True

    def _report(self, event: Any, code: str, message: str, hint: str) -> None:
        mark = event.start_mark
        location = self._document.locate(Span(mark.line, mark.column, mark.index, mark.index + 1))
        self.diagnostics.append(Diagnostic(code, location, message, hint))
        self.refused |= len(self.diagnostics) > MAX_ERRORS


def _is_field(name: str) -> bool:
    return name in field_names()


def _index(mark: Any) -> int:
    return int(mark.index)


def _root_names(text: str) -> set[str]:
    return set(re.findall(r"(?m)^([\w-]+):", text))


def _scalar(event: Any, text: str) -> Scalar:
    start = event.start_mark
    is_plain = event.style in (None, "") if type(event) is yaml.ScalarEvent else True
    return Scalar(text, is_plain, start.line, start.column, start.index, event.end_mark.index)


def _span(event: Any) -> Span:
    start = event.start_mark
    return Span(start.line, start.column, start.index, event.end_mark.index)


def _until(span: Span, last: Node | None) -> Span:
    """Return the span of a list or mapping, which reaches from its first event to the end of what is last in it."""
    end = span.end if last is None else last.end if isinstance(last, Scalar) else last.span.end
    return span._replace(end=max(span.end, end))


def _failure(text: str, error: yaml.MarkedYAMLError) -> ParseFailure:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line, column = line - 1, len(lines[line - 1])
    context = error.context_mark.line if error.context_mark and error.context_mark.line < len(lines) else None
    column = min(column, max(0, len(lines[line]) - 1))
    return ParseFailure(error.problem or "it can't be read", line, column, context)


def _syntax_error(path: str, text: str, mistake: Mistake) -> Diagnostic:
    source = text.split("\n")[mistake.line]
    location = Location(path, mistake.line + 1, mistake.column + 1, mistake.column + 2, source)
    return suggest("yaml-syntax", location, mistake.message, mistake.hint)
