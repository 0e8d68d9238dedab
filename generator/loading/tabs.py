"""Lines of YAML that start with a tab, which is no indentation there: the column that each of them is meant to have."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.loading.syntax_errors.lines import KEY, OPENS_BLOCK, indent_of, is_list_item

LEVEL = 2

TAB_INDENT = re.compile(r"^ *\t[ \t]*", re.MULTILINE)
_OPENS_GROUP = re.compile(r":[ \t]*(?:#.*)?$")


@dataclass(slots=True)
class _Above:
    """What is above a line: the columns that are open there, and the last line that is not empty."""

    columns: list[int] = field(default_factory=lambda: [0])
    line: str = ""
    # How far in the tabs of the lines right above reach, by column; empty below a line without tabs.
    widths: dict[int, int] = field(default_factory=dict)
    width: int = 0
    # The column of the name whose block of text this is, and that of the text.
    block: int | None = None
    text: int | None = None

    @property
    def key_column(self) -> int:
        """The column of the name in the last line, which is after its hyphen if it has one."""
        key = KEY.match(self.line)
        return key.start("name") if key else indent_of(self.line)


def columns_of_tabs(text: str) -> Mapping[int, int | None]:
    """Return the lines that start with a tab, from 0, each with the column that it has to start in.

    The column is None where the lines around it allow for more than one.
    """
    above, columns = _Above(), dict[int, int | None]()
    lines = text.split("\n")
    for number, line in enumerate(lines):
        tabs = TAB_INDENT.match(line)
        if not line.strip():
            if tabs:
                columns[number] = 0
            continue
        column: int | None = indent_of(line)
        width = 0
        if tabs:
            width = len(tabs[0].replace("\t", " " * LEVEL))
            column = columns[number] = _column(line.strip(), width, above, _first_without_tab(lines, number))
        if column is None:
            columns.update({other: None for other in range(number, len(lines)) if TAB_INDENT.match(lines[other])})
            return columns
        _enter(above, " " * column + line.strip(), column, width)
    return columns


def spaces_for_tabs(text: str, columns: Mapping[int, int | None]) -> str:
    """Return a text with spaces instead of the tabs at the start of its lines, where the column is known."""
    lines = text.split("\n")
    for number, column in columns.items():
        if column is not None:
            lines[number] = " " * column + lines[number].lstrip(" \t")
    return "\n".join(lines)


def _enter(above: _Above, line: str, column: int, width: int) -> None:
    """Take a line, with spaces instead of its tabs, for the one above the next."""
    above.line, above.width = line, width
    above.widths = {**above.widths, width: column} if width else {}
    if above.block is not None and column > above.block:
        above.text = above.text or column
        return
    above.block = above.text = None
    above.columns = [*(open_ for open_ in above.columns if open_ < column), column]
    if above.key_column > column:
        above.columns.append(above.key_column)
    if OPENS_BLOCK.search(line):
        above.block = above.key_column


def _column(line: str, width: int, above: _Above, below: int) -> int | None:
    """Return the column of a line that starts with a tab, or None where that is in doubt."""
    is_text = not KEY.match(line) and not is_list_item(line)
    if above.block is not None:
        return _column_in_block(width, above, is_text=is_text)
    opens = _OPENS_GROUP.search(above.line) is not None
    if width in above.widths:
        is_inside = opens and width == above.width and not is_list_item(line)
        return None if is_inside else above.widths[width]
    if above.widths and width < above.width:
        return None
    if opens:
        return above.key_column + LEVEL
    if is_text:
        return indent_of(above.line) + (LEVEL if KEY.match(above.line) else 0)
    columns = [above.key_column] if above.widths else above.columns
    # The next line can start as far right as this one, and no further.
    possible = [column for column in columns if column >= max(below, 1)]
    is_deeper = not above.widths or above.key_column > indent_of(above.line)
    return possible[0] if len(possible) == 1 and is_deeper else None


def _column_in_block(width: int, above: _Above, *, is_text: bool) -> int | None:
    """Return the column of a line that may belong to the block of text above it, or None where that is in doubt."""
    if above.text is None:
        return (above.block or 0) + LEVEL
    if width == above.width:
        return above.widths[width]
    return above.text if is_text and not above.widths else None


def _first_without_tab(lines: Sequence[str], number: int) -> int:
    """Return the column of the first line below one that does not start with a tab, or 0 where there is none."""
    following = (line for line in lines[number + 1 :] if line.strip() and not TAB_INDENT.match(line))
    return indent_of(next(following, ""))
