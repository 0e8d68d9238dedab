"""Recognisers of lines that start in the wrong column, which the parser often notices only further down.

Each takes the lines of a text and where the parser gave up, and returns the mistake if it is of its sort.
"""

import re
from collections.abc import Sequence

from generator.loading.syntax_errors.lines import (
    OPENS_BLOCK,
    Mistake,
    ParseFailure,
    indent_of,
    is_in_block,
    line_after,
    line_before,
)

_KEY = re.compile(r"\s*[\w-]+:(\s|$)")
_ITEM = "- "
# A hyphen without a space, or a dash that is not a hyphen.
_DASH = re.compile(r"^(?P<start> *)(?:-(?=[^\s-])|[\u2010-\u2015]\s*)(?P<text>\S.*)$")
_PROBLEMS = re.compile(r"did not find expected (key|'-')|expected <block end>|mapping values are not")


def no_space_after_dash(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise an item of a list that does not start with a dash and a space, as an item beside it does."""
    for number in (failure.context_line, line_before(lines, failure.line), failure.line):
        match = None if number is None else _DASH.match(lines[number])
        if number is None or not match or is_in_block(lines, number):
            continue
        start = f"{match['start']}{_ITEM}"
        neighbours = (line_before(lines, number), line_after(lines, number))
        if any(neighbour is not None and lines[neighbour].startswith(start) for neighbour in neighbours):
            corrected = f"{start}{match['text'].rstrip()}"
            message = "an item of a list starts with a dash and a space"
            return Mistake(number, len(match["start"]), message, f"write `{corrected.strip()}`", corrected)
    return None


def is_unindented_text(lines: Sequence[str], number: int) -> bool:
    """Return whether a line stands between lines of a block that are indented further than it is."""
    before, after = line_before(lines, number), line_after(lines, number)
    if before is None or after is None or not is_in_block(lines, before):
        return False
    return indent_of(lines[after]) > indent_of(lines[number])


def unindented_text(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise a line of a longer text that is not indented."""
    number = failure.context_line
    if number is None or "could not find expected ':'" not in failure.problem:
        return None
    before = line_before(lines, number)
    if before is None or not (OPENS_BLOCK.search(lines[before]) or lines[before].startswith(" ")):
        return None
    corrected = "  " + lines[number]
    message = "this line of a longer text is not indented"
    return Mistake(number, 0, message, f"put two spaces at its start: `{corrected.rstrip()}`", corrected)


def first_field_out_of_line(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise a first field below a name that is indented otherwise than the field after it, which is right."""
    first = line_before(lines, failure.line)
    owner = None if first is None else line_before(lines, first)
    if first is None or owner is None or not _PROBLEMS.search(failure.problem):
        return None
    if not lines[owner].rstrip().endswith(":") or not _KEY.match(lines[first]):
        return None
    owner_indent, first_indent = indent_of(lines[owner]), indent_of(lines[first])
    indent = indent_of(lines[failure.line])
    is_too_shallow = owner_indent == first_indent < indent
    is_too_deep = owner_indent < indent < first_indent
    return _reindented(lines, first, indent) if is_too_shallow or is_too_deep else None


def out_of_line(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise too few or too many spaces at the start of the line at which the parser gave up."""
    line = lines[failure.line]
    if not _PROBLEMS.search(failure.problem) or not (_KEY.match(line) or _is_item(line)):
        return None
    indent = _proper_indent(lines, failure)
    if indent is None or indent == indent_of(line):
        return None
    return _reindented(lines, failure.line, indent)


def _is_item(line: str) -> bool:
    return line.lstrip().startswith(_ITEM)


def _proper_indent(lines: Sequence[str], failure: ParseFailure) -> int | None:
    """Return how far the line should be indented at which the parser gave up, judging by the lines before it."""
    line, before = lines[failure.line], line_before(lines, failure.line)
    if before is None:
        return None
    indent = indent_of(line)
    filled = [earlier for earlier in lines[: failure.line] if earlier.strip()]
    indents = [indent_of(earlier) for earlier in filled]
    if _is_item(line):
        if _is_item(lines[before]):
            return indents[-1]
    else:
        items = [indent_of(earlier) for earlier in filled if _is_item(earlier)]
        if "expected '-'" in failure.problem and items[-1:] == [indent]:
            return indent + len(_ITEM)
        # The fields below the same name, where they are indented further.
        outer = [number for number, other in enumerate(indents) if other < indent]
        siblings = indents[outer[-1] + 1 :] if outer else []
        if siblings and siblings[0] > indent:
            return siblings[0]
    return max((other for other in indents if other < indent), default=None)


def _reindented(lines: Sequence[str], number: int, indent: int) -> Mistake:
    line = lines[number]
    corrected = " " * indent + line.lstrip()
    spaces = {0: "no space", 1: "1 space"}.get(indent, f"{indent} spaces")
    message = "this line does not start in the same column as its neighbours"
    hint = f"put {spaces} at its start: `{corrected.rstrip()}`"
    return Mistake(number, indent_of(line), message, hint, corrected)
