"""What is wrong with a text that is no YAML, in words for people who don't know YAML, and how it was surely meant.

The parser says where it gave up, which is often a line or more after the mistake. Each function here recognises one
kind of mistake and returns the line that shows it, what is wrong, and the line as it was meant. With that line in its
place the parser goes on, so that one run finds all the faults of a file.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_FIELD = re.compile(r"^(?P<start>\s*(?:- +)*)(?P<name>[\w.-]+)(?P<colon>\s*:[ \t]+)(?P<value>\S.*)$")
_ITEM = re.compile(r"^(?P<start>\s*)- +(?P<value>\S.*)$")
_BLOCK = re.compile(r"(^|:\s+|-\s+)[|>][+-]?\d?[+-]?\s*$")
_NAME_ALONE = re.compile(
    r"^(?P<start>\s*(?:- +)?)(?P<name>[a-z][a-z_]*)(?P<between>:(?=\S)|\s*\uff1a\s*|\s+)(?P<value>\S.*)$"
)
_OPENING = {"{": "}", "[": "]"}
_SIGNS = "*&!%@`|>?#,[]{}\"'-"


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
    help: str
    meant: str | None = None


def mistake(text: str, stop: Stop) -> Mistake:
    """Return the mistake by which the parser was stopped."""
    lines = text.split("\n")
    found = (recognise(lines, stop) for recognise in _RECOGNISERS)
    return next((each for each in found if each), _unrecognised(stop))


def quoted(value: str) -> str:
    """Return a text in quotation marks, so that nothing in it has a meaning in YAML."""
    value = value.rstrip()
    if '"' in value and "'" not in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def in_quotes(line: str) -> str | None:
    """Return a line with its value in quotation marks, or None where it has none."""
    match = _FIELD.match(line) or _ITEM.match(line)
    return line[: match.start("value")] + quoted(match["value"]) if match else None


def _quote(lines: Sequence[str], number: int, message: str) -> Mistake | None:
    """Return that the value in a line needs quotation marks."""
    meant = in_quotes(lines[number])
    if meant is None:
        return None
    column = next(index for index, (old, new) in enumerate(zip(lines[number], meant, strict=False)) if old != new)
    return Mistake(number, column, message, f"put it in quotation marks: `{meant.strip()}`", meant)


def _unclosed_quote(lines: Sequence[str], stop: Stop) -> Mistake | None:
    last = len(lines) - 1 if "end of stream" in stop.problem else stop.line
    for number, line in _outside_of_blocks(lines):
        match = _FIELD.match(line) or _ITEM.match(line)
        mark = match["value"][0] if match else ""
        if number > last or not match or mark not in ("'", '"') or mark in match["value"][1:].replace(f"\\{mark}", ""):
            continue
        meant = line[: match.start("value")] + (
            line[match.start("value") :].rstrip() + mark if mark == '"' else quoted(match["value"])
        )
        return Mistake(
            number, match.start("value"), f"the quotation mark {mark} is not closed", f"write `{meant.strip()}`", meant
        )
    return None


def _unclosed_bracket(lines: Sequence[str], stop: Stop) -> Mistake | None:
    number = stop.opened
    if number is None or number == stop.line or not re.search(r"expected ',' or|end of stream", stop.problem):
        return None
    line = lines[number].rstrip()
    still_open = []
    for sign in re.sub(r"\"[^\"]*\"|'[^']*'", "", line):
        if sign in _OPENING:
            still_open.append(_OPENING[sign])
        elif still_open and sign == still_open[-1]:
            still_open.pop()
    if not still_open:
        return None
    meant = line.rstrip(",") + "".join(reversed(still_open))
    column = max(line.rfind("{"), line.rfind("["))
    return Mistake(number, column, "this bracket is not closed", f"write `{meant.strip()}`", meant)


def _no_colon(lines: Sequence[str], stop: Stop) -> Mistake | None:
    """Return that a field's name is not followed by a colon and a space: the parser notices in the line after it."""
    if not re.search(r"mapping values are not allowed|could not find expected ':'", stop.problem):
        return None
    for number in dict.fromkeys(
        each for each in (stop.opened, _before(lines, stop.line), stop.line) if each is not None
    ):
        line = lines[number]
        match = _NAME_ALONE.match(line)
        if not match or re.search(r":(\s|$)", line) or _in_block(lines, number):
            continue
        if not match["between"].strip() and not match["name"].islower():
            continue
        meant = f"{match['start']}{match['name']}: {match['value'].rstrip()}"
        message = f"there is no colon and space after `{match['name']}`"
        return Mistake(number, match.end("name"), message, f"write `{meant.strip()}`", meant)
    return None


def _text_not_indented(lines: Sequence[str], stop: Stop) -> Mistake | None:
    """Return that a line of a longer text does not stand below its name but at the margin."""
    number = stop.opened
    if number is None or "could not find expected ':'" not in stop.problem:
        return None
    before = _before(lines, number)
    if before is None or not (_BLOCK.search(lines[before]) or lines[before].startswith(" ")):
        return None
    meant = "  " + lines[number]
    message = "this line of a longer text stands at the margin"
    return Mistake(number, 0, message, f"put two spaces at its start: `{meant.rstrip()}`", meant)


def _sign_at_start(lines: Sequence[str], stop: Stop) -> Mistake | None:
    match = _FIELD.match(lines[stop.line]) or _ITEM.match(lines[stop.line])
    if not match or match["value"][0] not in _SIGNS or stop.column < match.start("value"):
        return None
    sign = match["value"][0]
    if sign in _OPENING and match["value"].rstrip().endswith(_OPENING[sign]):
        return None
    return _quote(lines, stop.line, f"the sign {sign} at the start of a text has a meaning of its own in YAML")


def _colon_in_text(lines: Sequence[str], stop: Stop) -> Mistake | None:
    line = lines[stop.line]
    match = _FIELD.match(line)
    if "mapping values are not allowed" not in stop.problem or not match or match["value"][0] in _OPENING:
        return None
    found = _quote(lines, stop.line, "a colon and a space inside a text have a meaning of their own in YAML")
    return found and Mistake(found.line, stop.column, found.message, found.help, found.meant)


def _out_of_line(lines: Sequence[str], stop: Stop) -> Mistake | None:
    if not re.search(r"did not find expected (key|'-')|expected <block end>|mapping values are not", stop.problem):
        return None
    line = lines[stop.line]
    before = _before(lines, stop.line)
    if before is None or not line.strip() or not re.match(r"\s*(- |[\w-]+:(\s|$))", line):
        return None
    column = len(line) - len(line.lstrip())
    columns = [len(each) - len(each.lstrip()) for each in lines[: stop.line] if each.strip()]
    fitting = max((each for each in columns if each < column), default=None)
    if line.lstrip().startswith("- ") and lines[before].lstrip().startswith("- "):
        fitting = columns[-1]
    if fitting is None or fitting == column:
        return None
    meant = " " * fitting + line.lstrip()
    spaces = "no space" if not fitting else f"{fitting} space{'s' if fitting > 1 else ''}"
    message = "this line does not start in the same column as its neighbours"
    return Mistake(stop.line, column, message, f"put {spaces} at its start: `{meant.rstrip()}`", meant)


def _unrecognised(stop: Stop) -> Mistake:
    remedy = next(
        (help_ for sign, help_ in _REMEDIES.items() if sign in stop.problem), "compare it with a file that works"
    )
    return Mistake(stop.line, stop.column, f"the YAML breaks off: {stop.problem}", remedy)


_RECOGNISERS: tuple[Callable[[Sequence[str], Stop], Mistake | None], ...] = (
    _unclosed_quote,
    _unclosed_bracket,
    _no_colon,
    _text_not_indented,
    _sign_at_start,
    _colon_in_text,
    _out_of_line,
)

_REMEDIES = {
    "mapping values are not allowed": 'if the text holds a colon followed by a space, put it all in "quotes"; '
    "otherwise check that the line starts in the same column as its neighbours",
    "expected ',' or": 'put commas between the items, and put a text that holds commas or colons in "quotes"',
    "unexpected end of stream": "close the quotation mark or bracket that was opened here",
    "did not find expected": "start the line in the same column as its neighbours; put a text that holds quotation "
    "marks in quotes of the other kind",
    "could not find expected ':'": "put a colon and a space after the name; indent the lines of a longer text",
}


def _before(lines: Sequence[str], number: int) -> int | None:
    """Return the last line before one that is neither empty nor a comment."""
    filled = (
        each for each in range(number - 1, -1, -1) if lines[each].strip() and not lines[each].lstrip().startswith("#")
    )
    return next(filled, None)


def _in_block(lines: Sequence[str], number: int) -> bool:
    return all(each != number for each, _ in _outside_of_blocks(lines))


def _outside_of_blocks(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are no part of a longer text, each with its number."""
    block: int | None = None
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        column = len(line) - len(line.lstrip())
        if block is not None and column > block:
            continue
        block = column if _BLOCK.search(line) else None
        yield number, line
