"""Lines of a YAML text that start in the wrong column, which the parser often notices only further down."""

import re
from collections.abc import Sequence

from generator.loading.syntax_errors.lines import BLOCK, Mistake, Stop, column_of, filled_after, filled_before, in_block

_KEY = re.compile(r"\s*[\w-]+:(\s|$)")
_DASH = re.compile(r"^(?P<start> *)(?:-(?=[^\s-])|[\u2010-\u2015]\s*)(?P<rest>\S.*)$")
_OUT_OF_LINE = r"did not find expected (key|'-')|expected <block end>|mapping values are not"
_MESSAGE = "this line does not start in the same column as its neighbours"


def no_space_after_dash(lines: Sequence[str], stop: Stop) -> Mistake | None:
    """Return that an item of a list does not begin with a dash and a space, as the items beside it do."""
    for number in (stop.opened, filled_before(lines, stop.line), stop.line):
        match = _DASH.match(lines[number]) if number is not None else None
        if number is None or not match or in_block(lines, number):
            continue
        beside = (filled_before(lines, number), filled_after(lines, number))
        item = f"{match['start']}- "
        if any(each is not None and lines[each].startswith(item) for each in beside):
            meant = f"{item}{match['rest'].rstrip()}"
            message = "an item of a list begins with a dash and a space"
            return Mistake(number, len(match["start"]), message, f"write `{meant.strip()}`", meant)
    return None


def is_text_at_margin(lines: Sequence[str], number: int) -> bool:
    """Return whether a line stands between the lines of a longer text, but not below the name of that text."""
    before, after = filled_before(lines, number), filled_after(lines, number)
    between = before is not None and after is not None and in_block(lines, before)
    return between and column_of(lines[after or 0]) > column_of(lines[number])


def text_not_indented(lines: Sequence[str], stop: Stop) -> Mistake | None:
    """Return that a line of a longer text does not stand below its name but at the margin."""
    number = stop.opened
    if number is None or "could not find expected ':'" not in stop.problem:
        return None
    before = filled_before(lines, number)
    if before is None or not (BLOCK.search(lines[before]) or lines[before].startswith(" ")):
        return None
    meant = "  " + lines[number]
    message = "this line of a longer text stands at the margin"
    return Mistake(number, 0, message, f"put two spaces at its start: `{meant.rstrip()}`", meant)


def first_out_of_line(lines: Sequence[str], stop: Stop) -> Mistake | None:
    """Return that the first line below a name has too few or too many spaces, where the one below it is right."""
    here, first = column_of(lines[stop.line]), filled_before(lines, stop.line)
    above = None if first is None else filled_before(lines, first)
    if first is None or above is None or not re.search(_OUT_OF_LINE, stop.problem):
        return None
    if not lines[above].rstrip().endswith(":") or not _KEY.match(lines[first]):
        return None
    is_lost = column_of(lines[above]) == column_of(lines[first]) < here
    is_deep = column_of(lines[above]) < here < column_of(lines[first])
    return _moved(lines, first, here) if is_lost or is_deep else None


def out_of_line(lines: Sequence[str], stop: Stop) -> Mistake | None:
    """Return that the line at which the parser stopped has too few or too many spaces."""
    line = lines[stop.line]
    if not re.search(_OUT_OF_LINE, stop.problem) or not (_KEY.match(line) or re.match(r"\s*- ", line)):
        return None
    column = _fitting_column(lines, stop)
    return None if column in (None, column_of(line)) else _moved(lines, stop.line, column or 0)


def _fitting_column(lines: Sequence[str], stop: Stop) -> int | None:
    """Return the column in which a line should start, by the lines before it."""
    line, before = lines[stop.line], filled_before(lines, stop.line)
    if before is None:
        return None
    here = column_of(line)
    is_item = line.lstrip().startswith("- ")
    columns = [column_of(each) for each in lines[: stop.line] if each.strip()]
    if is_item and lines[before].lstrip().startswith("- "):
        return columns[-1]
    items = [column_of(each) for each in lines[: stop.line] if each.lstrip().startswith("- ")]
    if "expected '-'" in stop.problem and not is_item and items[-1:] == [here]:
        return here + len("- ")
    # The lines below the same name, if they stand further in.
    below = [number for number, column in enumerate(columns) if column < here][-1:]
    if below and columns[below[0] + 1 :] and columns[below[0] + 1] > here and not is_item:
        return columns[below[0] + 1]
    return max((each for each in columns if each < here), default=None)


def _moved(lines: Sequence[str], number: int, column: int) -> Mistake:
    line = lines[number]
    meant = " " * column + line.lstrip()
    spaces = "no space" if not column else f"{column} space{'s' if column > 1 else ''}"
    return Mistake(number, column_of(line), _MESSAGE, f"put {spaces} at its start: `{meant.rstrip()}`", meant)
