"""The nodes that a YAML file is made of, and where each of them stands in it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from generator.diagnostics.diagnostic import Location


class Span(NamedTuple):
    """A stretch of text: characters from `start` up to `end`; `line` and `column` count from 0."""

    line: int
    column: int
    start: int
    end: int


# Scalars are the bulk of what is read, and hardly any is asked for its span: so it is one named tuple, which is made
# three times as fast as a dataclass, and not two.
class Scalar(NamedTuple):
    """A text and its span; it is `plain` where it stands without quotation marks, `|` and `>`."""

    text: str
    plain: bool
    line: int
    column: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.line, self.column, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in the order of the file."""

    items: tuple[tuple[Scalar, "Node"], ...]
    span: Span

    def get(self, key: str) -> tuple[Scalar, "Node"] | None:
        """Return the key and the value that stand under a name, or None."""
        return next((item for item in self.items if item[0].text == key), None)


Node = Scalar | Sequence | Mapping

EMPTY = Scalar("", True, 0, 0, 0, 0)


@dataclass(frozen=True)
class Document:
    """One file: its path as shown to people, its text, and the node at its root."""

    path: str
    text: str
    root: Node

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def locate(self, span: Span) -> Location:
        """Return a span as a place to show: its first line, as far as it goes there."""
        source = self._lines[span.line] if span.line < len(self._lines) else ""
        width = max(1, min(span.end - span.start, len(source.rstrip()) - span.column))
        return Location(self.path, span.line + 1, span.column + 1, span.column + 1 + width, source)

    def at(self, *steps: str | int, key: bool = False) -> Location:
        """Return where a value stands, by the keys and indexes that lead to it, or as near as they lead.

        With `key`, return where the last key itself stands.
        """
        node, span = self.root, self.root.span
        for step in steps:
            if isinstance(node, Mapping) and isinstance(step, str) and (found := node.get(step)):
                span, node = found[0].span, found[1]
                if not key:
                    span = node.span if not isinstance(node, Mapping) else span
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                span = node.span
            else:
                break
        if span is self.root.span:
            span = _first_line(self.root)
        return self.locate(span)

    def written(self, *steps: str | int) -> str:
        """Return a value as its author typed it, `|`, dashes, quotation marks and all; its name stands before it."""
        node, start = self.root, self.root.span.start
        for step in steps:
            if isinstance(node, Mapping) and isinstance(step, str) and (item := node.get(step)):
                start, node = item[0].span.start, item[1]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                start = node.span.start
        return self.text[start : max(start, node.span.end)].rstrip()

    def find(self, fragment: str, *steps: str | int, nth: int = 0) -> Location:
        """Return where a fragment stands inside the value that the steps lead to, or where that value stands.

        It is looked for by its first line, and for the `nth` time, counted from 0.
        """
        node = self.root
        for step in steps:
            if isinstance(node, Mapping) and isinstance(step, str) and (found := node.get(step)):
                node = found[1]
            elif isinstance(node, Sequence) and isinstance(step, int):
                node = node.items[step]
        start = self.nth(fragment, nth, node.span.start, node.span.end)
        return self.at(*steps) if start is None else start

    def nth(self, fragment: str, nth: int, start: int, end: int | None = None) -> Location | None:
        """Return where the first line of a fragment stands for the `nth` time, or the last time if it is less often."""
        line, place = fragment.split("\n", maxsplit=1)[0], -1
        for _ in range(nth + 1 if line else 0):
            following = self.text.find(line, start, end)
            if following < 0:
                break
            place, start = following, following + len(line)
        return None if place < 0 else self.locate(self.span(place, place + len(line)))

    def span(self, start: int, end: int) -> Span:
        """Return the span from one character of the text up to another."""
        start = max(start, 0)
        return Span(self.text.count("\n", 0, start), start - (self.text.rfind("\n", 0, start) + 1), start, end)


def as_data(node: Node) -> Any:
    """Return a node as plain dictionaries, lists and texts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [as_data(item) for item in node.items]
    return {key.text: as_data(value) for key, value in node.items}


def _first_line(root: Node) -> Span:
    return root.items[0][0].span if isinstance(root, Mapping) and root.items else root.span
