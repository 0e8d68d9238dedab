"""What can be told of a YAML text line by line, where it can't be parsed. Lines and columns count from 0."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OPENS_BLOCK = re.compile(r"(^|:\s+|-\s+)[|>][+-]?\d?[+-]?\s*$")
FIELD = re.compile(r"^(?P<start>\s*(?:- +)*)(?P<name>[\w.-]+)(?P<colon>\s*:[ \t]+)(?P<value>\S.*)$")
ITEM = re.compile(r"^(?P<start>\s*)- +(?P<value>\S.*)$")


@dataclass(frozen=True, slots=True)
class ParseFailure:
    """Where and why the parser gave up. `context_line` is the line at which it began what it could not finish."""

    problem: str
    line: int
    column: int
    context_line: int | None = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a line, what to type, and the line corrected, where there is no doubt about it.

    The corrected line may be empty, or two lines.
    """

    line: int
    column: int
    message: str
    hint: str
    corrected: str | None = None


def quoted(text: str) -> str:
    """Return a text in quotation marks, so that nothing in it has a special meaning in YAML."""
    text = text.rstrip()
    if '"' in text and "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def with_quoted_value(line: str) -> str | None:
    """Return a line with the value of its field or item in quotation marks, or None where it has none."""
    match = FIELD.match(line) or ITEM.match(line)
    return line[: match.start("value")] + quoted(match["value"]) if match else None


def line_before(lines: Sequence[str], number: int) -> int | None:
    """Return the number of the nearest line before one that is neither empty nor a comment."""
    for before in range(number - 1, -1, -1):
        if lines[before].strip() and not lines[before].lstrip().startswith("#"):
            return before
    return None


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
        block = indent if OPENS_BLOCK.search(line) else None
        yield number, line


def indent_of(line: str) -> int:
    """Return how many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))
