"""What is wrong with a text that is no YAML, in words for people who don't know YAML, and how it was surely meant.

The parser says where it gave up, which is often a line or more after the mistake. Each function here recognises one
kind of mistake and returns the line that shows it, what is wrong, and the line as it was meant. With that line in its
place the parser goes on, so that one run finds all the diagnostics of a file.
"""

import re
from collections.abc import Callable, Sequence

from generator.loading.syntax_errors.indentation import (
    first_out_of_line,
    is_text_at_margin,
    no_space_after_dash,
    out_of_line,
    text_not_indented,
)
from generator.loading.syntax_errors.lines import Mistake, Stop, filled_before, in_block, outside_of_blocks

_FIELD = re.compile(r"^(?P<start>\s*(?:- +)*)(?P<name>[\w.-]+)(?P<colon>\s*:[ \t]+)(?P<value>\S.*)$")
_ITEM = re.compile(r"^(?P<start>\s*)- +(?P<value>\S.*)$")
_NAME_ALONE = re.compile(
    r"^(?P<start>\s*(?:- +)?)(?P<name>[a-z][a-z_]*)(?P<between>:(?=\S)|\s*\uff1a\s*|\s+)(?P<value>\S.*)$"
)
_OPENING = {"{": "}", "[": "]"}
_SIGNS = "*&!%@`|>?#,[]{}\"'-"


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
    for number, line in outside_of_blocks(lines):
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


def _curly_quote(lines: Sequence[str], stop: Stop) -> Mistake | None:
    """Return that a text begins with a quotation mark as books have it, which has no meaning in YAML."""
    line = lines[stop.line]
    match = re.search(r"(?<=[:,{[] )[\u201c\u201e\u201d](?P<text>[^\u201c\u201d\"]*)[\u201c\u201d\"]", line)
    if not match or "expected ',' or" not in stop.problem:
        return None
    meant = f'{line[: match.start()]}"{match["text"]}"{line[match.end() :].rstrip()}'
    message = f"the sign {match[0][0]} is no quotation mark in YAML"
    return Mistake(stop.line, match.start(), message, f"write `{meant.strip()}`", meant)


def _apostrophe_in_quotes(lines: Sequence[str], stop: Stop) -> Mistake | None:
    """Return that an apostrophe ends a text in single quotation marks."""
    line = lines[stop.line]
    match = re.search(r"(?<=[:,{[] )'(?P<text>[^']*\w'\w.{0,500}?)'(?=\s*(?:[}\]]|, [\w-]+:))", line)
    if not match or "expected ',' or" not in stop.problem:
        return None
    meant = f"{line[: match.start()]}{quoted(match['text'])}{line[match.end() :].rstrip()}"
    message = "an apostrophe ends a text that stands between such signs"
    return Mistake(stop.line, match.start(), message, f"write `{meant.strip()}`", meant)


def _unclosed_quote_in_braces(lines: Sequence[str], stop: Stop) -> Mistake | None:
    """Return that a quotation mark inside braces or brackets is not closed. Where it should be, nobody can tell."""
    if not re.search(r"expected ',' or|end of stream", stop.problem):
        return None
    for number, line in outside_of_blocks(lines):
        match = _FIELD.match(line) or _ITEM.match(line)
        marks = [found.start() for found in re.finditer(r'(?<!\\)"', line)]
        if number > stop.line or not match or match["value"][0] not in _OPENING or len(marks) % 2 == 0:
            continue
        if not match["value"].rstrip().endswith(_OPENING[match["value"][0]]):
            continue
        return Mistake(number, marks[-1], 'the quotation mark " is not closed', 'put another " where the text ends')
    return None


def _fence(lines: Sequence[str], stop: Stop) -> Mistake | None:
    if not lines[stop.line].startswith("```"):
        return None
    return Mistake(stop.line, 0, "the signs ``` have no meaning here", "delete the line", "")


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
        each for each in (stop.opened, filled_before(lines, stop.line), stop.line) if each is not None
    ):
        line = lines[number]
        match = _NAME_ALONE.match(line)
        if not match or re.search(r":(\s|$)", line) or in_block(lines, number) or is_text_at_margin(lines, number):
            continue
        if not match["between"].strip() and not match["name"].islower():
            continue
        meant = f"{match['start']}{match['name']}: {match['value'].rstrip()}"
        message = f"there is no colon and space after `{match['name']}`"
        return Mistake(number, match.end("name"), message, f"write `{meant.strip()}`", meant)
    return None


def _sign_at_start(lines: Sequence[str], stop: Stop) -> Mistake | None:
    match = _FIELD.match(lines[stop.line]) or _ITEM.match(lines[stop.line])
    if not match or match["value"][0] not in _SIGNS or stop.column < match.start("value"):
        return None
    sign = match["value"][0]
    if sign in _OPENING and match["value"].rstrip().endswith(_OPENING[sign]):
        return None
    return _quote(lines, stop.line, f"the sign {sign} at the start of a text has a meaning of its own in YAML")


def _text_beside_bar(lines: Sequence[str], stop: Stop) -> Mistake | None:
    match = re.match(r"^(?P<name>(?P<start>\s*)[\w-]+: *(?P<bar>[|][+-]?)) +(?P<text>\S.*)$", lines[stop.line])
    if not match or not re.search(r"comment or (a )?line break", stop.problem):
        return None
    below = f"{match['start']}  {match['text'].rstrip()}"
    message = f"nothing may follow the sign {match['bar']} in its line"
    hint = (
        f"end the line after it, and begin the text in the next one, with {len(match['start']) + 2} spaces: `{below}`"
    )
    return Mistake(stop.line, match.start("text"), message, hint, f"{match['name']}\n{below}")


def _sign_in_list(lines: Sequence[str], stop: Stop) -> Mistake | None:
    """Return that an item between brackets begins with a sign that nothing may begin with."""
    line = lines[stop.line]
    match = re.match(r"[@`%][^,\]}]*", line[stop.column :])
    if not match or "cannot start any token" not in stop.problem:
        return None
    meant = f"{line[: stop.column]}{quoted(match[0])}{line[stop.column + match.end() :]}"
    message = f"the sign {match[0][0]} at the start of a text has a meaning of its own in YAML"
    return Mistake(stop.line, stop.column, message, f"put it in quotation marks: `{meant.strip()}`", meant)


def _colon_in_text(lines: Sequence[str], stop: Stop) -> Mistake | None:
    line = lines[stop.line]
    match = _FIELD.match(line)
    if "mapping values are not allowed" not in stop.problem or not match or match["value"][0] in _OPENING:
        return None
    if not re.search(r":(\s|$)", match["value"]):
        return None
    found = _quote(lines, stop.line, "a colon and a space inside a text have a meaning of their own in YAML")
    return found and Mistake(found.line, stop.column, found.message, found.hint, found.meant)


def _unrecognised(stop: Stop) -> Mistake:
    hint = next(
        (help_ for sign, help_ in _REMEDIES.items() if sign in stop.problem), "compare it with a file that works"
    )
    return Mistake(stop.line, stop.column, f"the YAML breaks off: {stop.problem}", hint)


_RECOGNISERS: tuple[Callable[[Sequence[str], Stop], Mistake | None], ...] = (
    _fence,
    _unclosed_quote,
    _curly_quote,
    _apostrophe_in_quotes,
    _unclosed_quote_in_braces,
    _unclosed_bracket,
    no_space_after_dash,
    _no_colon,
    text_not_indented,
    _text_beside_bar,
    _sign_at_start,
    _sign_in_list,
    _colon_in_text,
    first_out_of_line,
    out_of_line,
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
