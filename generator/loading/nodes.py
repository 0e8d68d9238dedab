"""The nodes that a YAML file is made of, and where each of them is in it."""

from collections.abc import Callable
from collections.abc import Sequence as Steps
from dataclasses import dataclass, replace
from functools import cached_property, partial
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
    """A text and its span; it is `plain` where it is without quotation marks, `|` and `>`."""

    text: str
    plain: bool
    line: int
    column: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it is."""
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
Item = tuple[Scalar, Node]

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

    @property
    def is_in_braces(self) -> bool:
        """Whether the whole document is in braces, as in JSON."""
        return isinstance(self.root, Mapping) and self.text[self.root.span.start : self.root.span.start + 1] == "{"

    def locate(self, span: Span) -> Location:
        """Return a span as a place to show: its first line, as far as it goes there."""
        source = self._lines[span.line] if span.line < len(self._lines) else ""
        width = max(1, min(span.end - span.start, len(source.rstrip()) - span.column))
        return Location(self.path, span.line + 1, span.column + 1, span.column + 1 + width, source)

    def at(self, *steps: str | int, key: bool = False) -> Location:
        """Return where a value is, by the keys and indexes that lead to it, or as near as they lead.

        With `key`, return where the last key itself is.
        """
        node, span = self.root, self.root.span
        for step in steps:
            if isinstance(node, Mapping) and isinstance(step, str) and (item := node.get(step)):
                span, node = item[0].span, item[1]
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

    def node(self, *steps: str | int) -> Node:
        """Return the node that keys and indexes lead to.

        Raises:
            KeyError: They lead nowhere.
        """
        node = self.root
        for step in steps:
            if isinstance(node, Sequence) and isinstance(step, int):
                node = node.items[step]
                continue
            item = node.get(step) if isinstance(node, Mapping) and isinstance(step, str) else None
            if item is None:
                raise KeyError(step)
            node = item[1]
        return node

    def with_names(self, names: dict[tuple[str | int, ...], tuple[str, str]]) -> "Document":
        """Return the document with other names, and values where these are empty, at the end of keys and indexes.

        All stay in their place.
        """
        root = self.root
        for steps, (name, text) in names.items():
            root = _with_item(root, steps, partial(_with_name, name, text))
        return replace(self, root=root)

    def without(self, steps: tuple[str, ...]) -> "Document":
        """Return the document without a value and its name; all else stays in its place."""
        return replace(self, root=_with_item(self.root, steps, lambda *_: None))

    def with_group(self, steps: tuple[str | int, ...], names: list[str]) -> "Document":
        """Return the document with a new mapping at the end of steps, into which values that stand beside it move."""
        owner = self.node(*steps[:-1])
        items = owner.items if isinstance(owner, Mapping) else ()
        first = next(key for key, _ in items if key.text in names)
        group = first._replace(text=str(steps[-1])), Mapping((), first.span)
        mapping = Mapping((*items, group), owner.span)
        added = self.with_node(steps[:-1], mapping) if steps[:-1] else replace(self, root=mapping)
        for name in names:
            added = added.with_moved((*steps[:-1], name), steps)
        return added

    def with_node(self, steps: tuple[str | int, ...], node: Node) -> "Document":
        """Return the document with another value in a place."""
        return replace(self, root=_with_item(self.root, steps, lambda key, _: (key, node)))

    def with_moved(self, steps: tuple[str | int, ...], into: tuple[str | int, ...]) -> "Document":
        """Return the document with a value and its name at the end of another mapping; their places stay the same."""
        owner = self.node(*steps[:-1])
        item = owner.get(str(steps[-1])) if isinstance(owner, Mapping) else None
        if item is None:
            raise KeyError(steps[-1])

        def with_item(node: Node) -> Node:
            items = node.items if isinstance(node, Mapping) else ()
            return Mapping((*items, item), node.span)

        root = _with_item(self.root, steps, lambda *_: None)
        if not into:
            return replace(self, root=with_item(root))
        return replace(self, root=_with_item(root, into, lambda key, value: (key, with_item(value))))

    def written(self, *steps: str | int) -> str:
        """Return a value as its author typed it, `|`, dashes, quotation marks and all; its name is before it."""
        node, start = self.root, self.root.span.start
        for step in steps:
            if isinstance(node, Mapping) and isinstance(step, str) and (item := node.get(step)):
                start, node = item[0].span.start, item[1]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                start = node.span.start
        return self.text[start : max(start, node.span.end)].rstrip()

    def find(self, fragment: str, *steps: str | int, nth: int = 0) -> Location:
        """Return where a fragment is inside the value that the steps lead to, or where that value is.

        It is looked for by its first line, and for the `nth` time, counted from 0.
        """
        node = self.root
        for step in steps:
            if isinstance(node, Mapping) and isinstance(step, str) and (item := node.get(step)):
                node = item[1]
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


def _with_item(node: Node, steps: Steps[str | int], change: "Callable[[Scalar, Node], Item | None]") -> Node:
    """Return a node in which the name and the value that steps lead to are changed, or left out."""
    first, *rest = steps
    if isinstance(node, Sequence):
        items = tuple(
            item
            if index != first
            else _with_item(item, rest, change)
            if rest
            else (change(EMPTY, item) or (0, EMPTY))[1]
            for index, item in enumerate(node.items)
        )
        return Sequence(items, node.span)
    if not isinstance(node, Mapping):
        return node
    changed = [
        item if item[0].text != first else (item[0], _with_item(item[1], rest, change)) if rest else change(*item)
        for item in node.items
    ]
    return Mapping(tuple(item for item in changed if item), node.span)


def _with_name(name: str, text: str, key: Scalar, value: Node) -> "Item":
    """Return a value under another name; with a text, the name and that value stand where the name alone stood."""
    if not text:
        return key._replace(text=name), value
    behind = len(key.text) - len(text)
    scalar = key._replace(text=text, column=key.column + behind, start=key.start + behind)
    return key._replace(text=name, end=key.start + len(name)), scalar


def _first_line(root: Node) -> Span:
    return root.items[0][0].span if isinstance(root, Mapping) and root.items else root.span
