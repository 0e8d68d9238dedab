"""What can be told of a YAML text line by line, where it can't be parsed. Lines and columns count from 0."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from generator import model
from generator.diagnostics.diagnostic import listed
from generator.diagnostics.suggestion import Hint
from generator.loading.quoting import quoted
from generator.model.types import as_model, bare, fields_of, inside, required_of
from generator.model.ui_text import UiText

CLOSING = {"{": "}", "[": "]"}
# What the parser says where it gives up inside brackets.
INSIDE_BRACKETS = re.compile(r"expected ',' or|end of stream")
OPENS_BLOCK = re.compile(r"(^|:\s+|-\s+)[|>][+-]?\d?[+-]?\s*$")
FIELD = re.compile(r"^(?P<start>\s*(?:- +)*)(?P<name>[\w.-]+)(?P<colon>\s*:[ \t]+)(?P<value>\S.*)$")
ITEM = re.compile(r"^(?P<start>\s*)- +(?P<value>\S.*)$")
# A text in quotation marks that YAML doesn't know, with none of them inside.
_OTHER_QUOTES = re.compile(
    '[\u201c\u201d\u201e\u201f\u00ab\u00bb](?P<text>[^\u201c-\u201f\u00ab\u00bb]+)[\u201c\u201d\u201f\u00ab\u00bb"]'
    "|[\u2018\u201a`\u00b4](?P<single>[^\u2018`\u00b4]+)[\u2018\u2019`\u00b4]"
)
# A name with its colon, also after a dash.
KEY = re.compile(r"^\s*(?:- +)*(?P<name>[\w.-]+)\s*:(?=\s|$)")
# How much further right a part starts than what it belongs to.
LEVEL = 2


@dataclass(frozen=True, slots=True)
class ParseFailure:
    """Where and why the parser gave up. `context_line` is the line at which it began what it could not finish."""

    problem: str
    line: int
    column: int
    context_line: int | None = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a line, and what to type.

    `corrected` is all lines with the mistake corrected, where a likely correction is known. `is_certain` tells whether
    it can mean nothing else, so that it may be written without asking anyone.
    """

    line: int
    column: int
    message: str
    hint: Hint
    corrected: Sequence[str] | None = None
    is_certain: bool = False


# Returns where and why the parser gives up on a text, or None where it doesn't.
Attempt = Callable[[Sequence[str]], ParseFailure | None]


@cache
def field_names(*, root: bool = False) -> frozenset[str]:
    """Return the names of all fields that authors may write; with `root`, only of those that are in no other field."""
    roots: list[type[model.Entry]] = [model.Setup, UiText, *(kind.entry for kind in model.KINDS.values())]
    if root:
        return frozenset(name for entry_type in roots for name in fields_of(entry_type))
    return frozenset(name for entry_type in roots for name, _ in _fields_inside(entry_type))


@cache
def group_names() -> frozenset[str]:
    """Return the names of the fields that hold names of something, each with what belongs to it."""
    types = (kind.entry for kind in model.KINDS.values())
    fields = (field for entry_type in types for field in _fields_inside(entry_type))
    return frozenset(name for name, value_type in fields if get_origin(bare(value_type)) is dict)


@cache
def group_types() -> Mapping[str, Any]:
    """Return the types of what belongs to each name in a group, by the name of the group."""
    types = (model.Setup, *(kind.entry for kind in model.KINDS.values()))
    fields = (field for entry_type in types for field in _fields_inside(entry_type))
    return {name: get_args(bare(value_type))[1] for name, value_type in fields if get_origin(bare(value_type)) is dict}


@cache
def member_fields() -> Mapping[str, Sequence[Collection[str]]]:
    """Return the fields of what belongs to each name in a group, by the name of the group, which several kinds have."""
    types = (kind.entry for kind in model.KINDS.values())
    fields = (field for entry_type in types for field in _fields_inside(entry_type))
    groups = [(name, get_args(bare(value_type))) for name, value_type in fields if get_origin(bare(value_type)) is dict]
    names = dict.fromkeys(name for name, _ in groups)
    return {name: [fields_of(as_model(part[1])) for other, part in groups if other == name] for name in names}


@cache
def item_fields() -> Mapping[str, Sequence[str]]:
    """Return the fields that an item has which has fields, those that it needs first, by the name of the list."""
    models = ((name, as_model(value_type)) for name, value_type in item_types().items())
    return {name: [*required_of(item), *fields_of(item)] for name, item in models if item}


@cache
def item_types() -> Mapping[str, Any]:
    """Return the types of the items of lists, by the name of the list."""
    types = (model.Setup, *(kind.entry for kind in model.KINDS.values()))
    fields = (field for entry_type in types for field in _fields_inside(entry_type))
    return {name: get_args(bare(value_type))[0] for name, value_type in fields if get_origin(bare(value_type)) is list}


@cache
def longer_texts() -> frozenset[str]:
    """Return the names of the fields that hold paragraphs."""
    types = (kind.entry for kind in model.KINDS.values())
    fields = (field for entry_type in types for field in _fields_inside(entry_type))
    return frozenset(name for name, value_type in fields if bare(value_type) is model.Prose)


def _fields_inside(value_type: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a type and of all types inside it, with their types."""
    if owner := as_model(value_type):
        for name in fields_of(owner):
            yield name, inside(owner, name)
            yield from _fields_inside(inside(owner, name))
    else:
        for argument in get_args(bare(value_type)):
            yield from _fields_inside(argument)


def root_names(lines: Sequence[str]) -> frozenset[str]:
    """Guess the kind of an entry from the names at its left edge, and return the names of its fields."""
    return frozenset(fields_of(_root_type(lines)))


def names_of_root_alone(lines: Sequence[str]) -> frozenset[str]:
    """Return the names of the fields that belong to nothing but the root of an entry of the guessed kind."""
    root = _root_type(lines)
    return root_names(lines).difference(
        name for field in fields_of(root) for name, _ in _fields_inside(inside(root, field))
    )


def _root_type(lines: Sequence[str]) -> type[model.Entry]:
    names = {match["name"] for line in lines if not line.startswith(" ") and (match := KEY.match(line))}
    types: list[type[model.Entry]] = [
        *(kind.entry for kind in model.KINDS.values() if not kind.in_one_file),
        model.Setup,
    ]
    return max(types, key=lambda entry_type: len(fields_of(entry_type).keys() & names))


def with_quoted_value(line: str) -> str | None:
    """Return a line with the value of its field or item in quotation marks, or None where it has none.

    They take the place of marks of another sort that stand around all of it.
    """
    match = FIELD.match(line) or ITEM.match(line)
    if not match:
        return None
    around = _OTHER_QUOTES.fullmatch(match["value"].rstrip())
    return line[: match.start("value")] + quoted((around["text"] or around["single"]) if around else match["value"])


def with_line(lines: Sequence[str], number: int, *new: str) -> list[str]:
    """Return lines with others instead of one."""
    return [*lines[:number], *new, *lines[number + 1 :]]


def is_field(line: str, *, root: bool = False) -> bool:
    """Return whether a line begins with the name of a field and a colon."""
    match = KEY.match(line)
    return match is not None and match["name"] in field_names(root=root)


def is_list_item(line: str) -> bool:
    """Return whether a line begins with a dash and a space."""
    return line.lstrip().startswith("- ")


def is_filled(line: str) -> bool:
    """Return whether a line is neither empty nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def line_before(lines: Sequence[str], number: int) -> int | None:
    """Return the number of the nearest line before one that is neither empty nor a comment."""
    return next((before for before in range(number - 1, -1, -1) if is_filled(lines[before])), None)


def line_after(lines: Sequence[str], number: int) -> int | None:
    """Return the number of the nearest line after one that is not empty."""
    return next((after for after in range(number + 1, len(lines)) if lines[after].strip()), None)


def is_in_block(lines: Sequence[str], number: int) -> bool:
    """Return whether a line belongs to a block, which is what a text below `|` or `>` is called."""
    return all(outside != number for outside, _ in lines_outside_blocks(lines))


def lines_outside_blocks(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not empty and belong to no block, each with its number."""
    block: int | None = None
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        indent = indent_of(line)
        if block is not None and indent > block:
            continue
        key = KEY.match(line)
        # Behind a dash, fields start in the column of the first of them.
        block = (key.start("name") if key else indent) if OPENS_BLOCK.search(line) else None
        yield number, line


def indent_of(line: str) -> int:
    """Return how many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))


def spaces(count: int) -> str:
    """Return a number of spaces in words."""
    return {0: "no space", 1: "one space", 2: "two spaces", 4: "four spaces"}.get(count, f"{count} spaces")


def line_numbers(first: int, last: int) -> str:
    """Return how messages call the lines from one to another, which count from 0 as everywhere in this package."""
    if first == last:
        return f"line {first + 1}"
    return f"lines {first + 1} {'and' if last == first + 1 else 'to'} {last + 1}"


def listed_lines(numbers: Sequence[int]) -> str:
    """Return how messages call several lines, which count from 0."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        is_next = bool(spans) and spans[-1][1] == number - 1
        spans[-1:] = [(spans[-1][0], number)] if is_next else [*spans[-1:], (number, number)]
    if len(spans) == 1:
        return line_numbers(*spans[0])
    names = (
        [first + 1, end + 1] if end - first == 1 else [f"{first + 1} to {end + 1}" if end > first else first + 1]
        for first, end in spans
    )
    return f"lines {listed(str(name) for span in names for name in span)}" if spans else ""


def missing_quotes(lines: Sequence[str], number: int, message: str, column: int | None = None) -> Mistake | None:
    """Return the mistake of a line whose value needs quotation marks, at its value if no column is named."""
    line, corrected = lines[number], with_quoted_value(lines[number])
    if corrected is None:
        return None
    if column is None:
        pairs = enumerate(zip(line, corrected, strict=False))
        column = next(index for index, (before, after) in pairs if before != after)
    hint = f"put it in quotation marks: `{corrected.strip()}`"
    return Mistake(number, column, message, hint, with_line(lines, number, corrected), True)


def begins_field(line: str) -> bool:
    """Return whether a line at the left edge begins a field, or an entry of a file with many."""
    match = KEY.match(line)
    is_id = match is not None and re.search(r"[a-z].*[-\d]", match["name"]) is not None
    return not line.startswith((" ", "-")) and (is_id or is_field(line, root=True))


def with_column(lines: Sequence[str], number: int, last: int, indent: int) -> list[str]:
    """Return lines with those from one to another moved so that the first starts in a column."""
    distance = indent - indent_of(lines[number])
    moved = [" " * max(0, indent_of(line) + distance) + line.lstrip() for line in lines[number : last + 1]]
    return [*lines[:number], *moved, *lines[last + 1 :]]


def last_inside(lines: Sequence[str], number: int) -> int:
    """Return the last of the lines that are inside of what a line begins."""
    last = number
    while (below := line_after(lines, last)) is not None and indent_of(lines[below]) > indent_of(lines[number]):
        last = below
    return last


def gets_beyond(failure: ParseFailure | None, lines: Sequence[str], number: int) -> bool:
    """Return whether the parser gets beyond the field at the left edge to which a line belongs."""
    following = range(number + 1, len(lines))
    end = next((line for line in following if is_filled(lines[line]) and not lines[line].startswith(" ")), len(lines))
    return failure is None or failure.line > end
