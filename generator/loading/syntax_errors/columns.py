"""A recogniser of lines that start in the wrong column, which the parser often notices only further down.

Each takes the lines of a text, where the parser gave up, and a way to try other lines, and returns the mistake if it
is of its sort.
"""

import re
from collections.abc import Iterator, Sequence

from generator.loading.syntax_errors.lines import (
    KEY,
    Attempt,
    Mistake,
    ParseFailure,
    begins_field,
    gets_beyond,
    indent_of,
    is_filled,
    is_in_block,
    is_list_item,
    last_inside,
    line_after,
    line_before,
    line_numbers,
    names_of_root_alone,
    root_names,
    spaces,
    with_column,
)

_MESSAGE = "this line does not start in the same column as its neighbours"
_STRUCTURAL = re.compile(
    r"did not find expected (key|'-'|<document start>)|expected <block end>|mapping values are not|expected ':'"
)


def indented_field(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise a field of the entry itself that starts further right, by what nothing inside an entry is called."""
    near = (failure.line, line_before(lines, failure.line)) if _STRUCTURAL.search(failure.problem) else ()
    for number in near:
        if number is None or not indent_of(lines[number]) or is_in_block(lines, number):
            continue
        names = [match["name"] for line in lines if (match := KEY.match(line))]
        match = KEY.match(lines[number])
        corrected = with_column(lines, number, number, 0)
        is_alone = match is not None and names.count(match["name"]) == 1
        if is_alone and _is_of_root(lines, number, 0) and gets_beyond(attempt(corrected), lines, number):
            hint = f"put {spaces(0)} at its start: `{corrected[number].rstrip()}`"
            return Mistake(number, indent_of(lines[number]), _MESSAGE, hint, corrected, is_certain=True)
    return None


def out_of_line(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise one line that starts too far left or right, by trying the columns of its neighbours."""
    if not _STRUCTURAL.search(failure.problem):
        return None
    solutions = [
        (number, indent, corrected)
        for number, indent in _moves(lines, failure)
        for last in dict.fromkeys((number, last_inside(lines, number)))
        if not is_in_block(corrected := with_column(lines, number, last, indent), number)
        and gets_beyond(attempt(corrected), lines, number)
        and not _is_swallowed(lines, number, indent)
    ]
    # Entries are indented by two spaces a level.
    solutions = [solution for solution in solutions if solution[1] % 2 == 0] or solutions
    moved_lines = {number for number, _, _ in solutions}
    if failure.line in moved_lines:
        solutions = [solution for solution in solutions if solution[0] == failure.line]
    # A name that nothing inside an entry has is one of its own fields.
    solutions = [solution for solution in solutions if _is_of_root(lines, *solution[:2])] or solutions
    # What begins a group starts one level left of what is in it.
    solutions = [solution for solution in solutions if solution[1] == _column_of_group(lines, solution[0])] or solutions
    if not solutions:
        return None
    number, indent, corrected = solutions[0]
    if len({indent for _, indent, _ in solutions}) > 1:
        columns = " or ".join(dict.fromkeys(spaces(indent) for _, indent, _ in solutions))
        return Mistake(
            number, indent_of(lines[number]), _MESSAGE, f"put {columns} at its start, as its neighbours have"
        )
    moved = [other for other in range(len(lines)) if lines[other] != corrected[other]]
    hint = f"put {spaces(indent)} at its start: `{corrected[number].rstrip()}`"
    if len(moved) > 1:
        change = indent - indent_of(lines[number])
        what = f"put {spaces(change)} more at" if change > 0 else f"delete {spaces(-change)} from"
        hint = f"{what} the start of {line_numbers(moved[0], moved[-1])}"
    is_certain = len(moved_lines) == 1 and len(moved) == 1
    return Mistake(number, indent_of(lines[number]), _MESSAGE, hint, corrected, is_certain)


def _moves(lines: Sequence[str], failure: ParseFailure) -> Iterator[tuple[int, int]]:
    """Yield the lines near a failure that could be out of line, and the columns where they could start."""
    before = line_before(lines, failure.line)
    nearest_lines = (failure.line, before, line_after(lines, failure.line))
    near = dict.fromkeys(number for number in nearest_lines if number is not None)
    filled = [number for number in range(len(lines)) if is_filled(lines[number]) and not is_in_block(lines, number)]
    for number in near:
        if number not in filled:
            continue
        key = KEY.match(lines[number])
        if not key and not is_list_item(lines[number]):
            continue
        if key and begins_field(lines[number]) and key["name"] in root_names(lines):
            continue
        at = filled.index(number)
        neighbours = [lines[other] for other in (*filled[max(0, at - 12) : at], *filled[at + 1 : at + 2])]
        columns = {indent_of(neighbour) for neighbour in neighbours}
        columns |= {indent_of(neighbour) + 2 for neighbour in neighbours if is_list_item(neighbour)}
        columns |= {0} if _is_of_root(lines, number, 0) else set()
        for indent in sorted(columns - {indent_of(lines[number])}, reverse=True):
            match = KEY.match(lines[number])
            if indent or (match and match["name"] in root_names(lines)):
                yield number, indent


def _is_of_root(lines: Sequence[str], number: int, indent: int) -> bool:
    """Return whether a line would start at the left edge, and begins what nothing inside an entry is called."""
    match = None if indent else KEY.match(lines[number])
    is_item = is_list_item(lines[number])
    return match is not None and not is_item and match["name"] in names_of_root_alone(lines)


def _is_swallowed(lines: Sequence[str], number: int, indent: int) -> bool:
    """Return whether an item would be read as a part of the text above it, if it started in a column."""
    above = line_before(lines, number)
    match = None if above is None or not is_list_item(lines[number]) else KEY.match(lines[above])
    return match is not None and bool(lines[above or 0][match.end() :].strip()) and indent > match.start("name")


def _column_of_group(lines: Sequence[str], number: int) -> int | None:
    """Return the column in which the name of a group has to start, or None where a line begins no group."""
    below = line_after(lines, number)
    is_group = below is not None and lines[number].rstrip().endswith(":") and not is_list_item(lines[below])
    return indent_of(lines[below]) - 2 if is_group and below is not None else None
