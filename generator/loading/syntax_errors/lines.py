"""Where a parser gave up on a text, what is wrong there, and what else can be told of a YAML text line by line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

BLOCK = re.compile(r"(^|:\s+|-\s+)[|>][+-]?\d?[+-]?\s*$")


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser gave up and why; lines and columns count from 0. `opened` is the line that it had begun with."""

    problem: str
    line: int
    column: int
    opened: int | None = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake: its place, what to say of it, and the line as it was meant, where that is plain."""

    line: int
    column: int
    message: str
    hint: str
    meant: str | None = None


def filled_before(lines: Sequence[str], number: int) -> int | None:
    """Return the last line before one that is neither empty nor a comment."""
    filled = (
        each for each in range(number - 1, -1, -1) if lines[each].strip() and not lines[each].lstrip().startswith("#")
    )
    return next(filled, None)


def in_block(lines: Sequence[str], number: int) -> bool:
    """Return whether a line is part of a longer text."""
    return all(each != number for each, _ in outside_of_blocks(lines))


def outside_of_blocks(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are no part of a longer text, each with its number."""
    block: int | None = None
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        column = column_of(line)
        if block is not None and column > block:
            continue
        block = column if BLOCK.search(line) else None
        yield number, line


def filled_after(lines: Sequence[str], number: int) -> int | None:
    """Return the first line after one that is not empty."""
    return next((each for each in range(number + 1, len(lines)) if lines[each].strip()), None)


def column_of(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))
