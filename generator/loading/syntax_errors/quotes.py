"""Recognisers of quotation marks and backslashes that YAML takes otherwise than their author.

Each takes the lines of a text, where the parser gave up, and a way to try other lines, and returns the mistake if it
is of its sort.
"""

import re
from collections.abc import Sequence

from generator.loading.quoting import quoted
from generator.loading.syntax_errors.lines import (
    CLOSING,
    FIELD,
    INSIDE_BRACKETS,
    ITEM,
    KEY,
    Attempt,
    Mistake,
    ParseFailure,
    field_names,
    is_list_item,
    line_after,
    lines_outside_blocks,
    with_line,
)

_CURLY_QUOTES = re.compile(r"(?<=[:,{[] )[\u201c\u201e\u201d](?P<text>[^\u201c\u201d\"]*)[\u201c\u201d\"]")
_QUOTED_ITEMS = re.compile(r"(\"[^\"]*\"|'[^']*')(?:, *(\"[^\"]*\"|'[^']*'))+,?")
_APOSTROPHE_IN_QUOTES = re.compile(r"(?:(?<=[:,{[] )|(?<=[{[]))'(?P<text>[^']*\w'\w[^'\n]{0,500}?)'(?=\s*(?:[}\]]|, ))")

# A text in quotation marks after a name or at the start of an item, and the field behind a comma, in braces.
_QUOTED_VALUE = re.compile(r"(?:\{|, |[{ ][\w-]+: )(?=[\"'])")
_NEXT_FIELD = re.compile(r",\s+(?P<name>[a-z_]+):\s")


def unclosed_quote(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise a value whose first quotation mark is its only one."""
    last = len(lines) - 1 if "end of stream" in failure.problem else failure.line
    for number, line in lines_outside_blocks(lines):
        if number > last:
            return None
        match = FIELD.match(line) or ITEM.match(line)
        if not match:
            continue
        value, mark = match["value"].rstrip(), match["value"][0]
        if mark not in ("'", '"') or mark in value[1:].replace(f"\\{mark}", ""):
            continue
        closed = line.rstrip() + mark
        below = line_after(lines, number)
        is_whole = below is None or KEY.match(lines[below]) is not None or is_list_item(lines[below])
        message = f"the quotation mark {mark} is not closed"
        if mark == "'":
            as_text = line[: match.start("value")] + quoted(value)
            hint = f"write `{closed.strip()}`, or, if it belongs to the text, `{as_text.strip()}`"
            return Mistake(number, match.start("value"), message, hint, with_line(lines, number, closed))
        if not is_whole or attempt(with_line(lines, number, closed)) == failure:
            return Mistake(number, match.start("value"), message, f"put another {mark} where the text ends")
        hint = f"write `{closed.strip()}`"
        return Mistake(number, match.start("value"), message, hint, with_line(lines, number, closed), True)
    return None


def quotes_in_quotes(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a text whose first quotation mark is closed before its end."""
    line = lines[failure.line]
    match = FIELD.match(line) or ITEM.match(line)
    if not match or match["value"][0] not in ("'", '"') or failure.column <= match.start("value"):
        return None
    value, mark = match["value"].rstrip(), match["value"][0]
    inner = value.find(mark, 1)
    if inner < 0 or (inner == len(value) - 1 and "\\" in value):
        return None
    if _QUOTED_ITEMS.fullmatch(value) and FIELD.match(line):
        corrected = f"{line[: match.start('value')]}[{value}]"
        message, hint = "several texts stand here without brackets", f"write `{corrected.strip()}`"
        return Mistake(failure.line, match.start("value"), message, hint, with_line(lines, failure.line, corrected))
    return _quotes_inside(lines, failure.line, match.start("value"), value)


def quotes_in_text_in_braces(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a text in braces whose first quotation mark is closed before its end."""
    line = lines[failure.line]
    if not INSIDE_BRACKETS.search(failure.problem):
        return None
    starts = [match for match in _QUOTED_VALUE.finditer(line) if match.end() < failure.column]
    if not starts or failure.context_line != failure.line:
        return None
    start = starts[-1].end()
    names = (match for match in _NEXT_FIELD.finditer(line, failure.column) if match["name"] in field_names())
    end = next((match.start() for match in names), len(line.rstrip().rstrip("]} ")))
    value, mark = line[start:end].rstrip(), line[start]
    inner = value.find(mark, 1)
    if not 0 < inner < len(value) - 1 or failure.column <= start + inner or re.search(f"{mark}\\s*,\\s*{mark}", value):
        return None
    return _quotes_inside(lines, failure.line, start, value)


def _quotes_inside(lines: Sequence[str], number: int, start: int, value: str) -> Mistake:
    """Return the mistake of a text that begins with a quotation mark, and has the same mark before its end."""
    line, mark, inner = lines[number], value[0], value.find(value[0], 1)
    ends_in_mark = value.endswith(mark) and inner < len(value) - 1
    opens_there = value[inner - 1] in " (" or (value[inner - 1].isalpha() and value[inner + 1 : inner + 2].isalpha())
    is_around_all = ends_in_mark and opens_there
    rest = line[start + len(value) :].rstrip()
    corrected = line[:start] + quoted(value[1:-1] if is_around_all else value) + rest
    if is_around_all:
        message = f"the second {mark} ends the text already"
        hint = f"write `{corrected.strip()}`"
    else:
        message = f"the text ends with the second {mark}, as it begins with one"
        hint = f"put all of it in quotation marks: `{corrected.strip()}`"
    is_certain = not ends_in_mark and value.find(mark, inner + 1) < 0 and mark == '"'
    return Mistake(number, start, message, hint, with_line(lines, number, corrected), is_certain)


def backslash(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a backslash between double quotation marks, where it has a special meaning."""
    line = lines[failure.line]
    match = FIELD.match(line) or ITEM.match(line)
    if not re.search("escape|hexdec", failure.problem) or not match or not re.fullmatch(r'".*"\s*', match["value"]):
        return None
    text = match["value"].strip()[1:-1]
    single = f"'{text}'" if "'" not in text else '"' + text.replace("\\", "\\\\") + '"'
    corrected = line[: match.start("value")] + single
    message = "a backslash has a special meaning between double quotation marks"
    hint = f"write `{corrected.strip()}`"
    return Mistake(failure.line, line.index("\\"), message, hint, with_line(lines, failure.line, corrected))


def curly_quotes(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a text inside braces or brackets in typographic quotation marks."""
    line = lines[failure.line]
    match = _CURLY_QUOTES.search(line)
    if not match or "expected ',' or" not in failure.problem:
        return None
    corrected = f'{line[: match.start()]}"{match["text"]}"{line[match.end() :].rstrip()}'
    message = f"{match[0][0]} is not a quotation mark in YAML"
    hint = f"write `{corrected.strip()}`"
    is_certain = not re.search('["\u201c-\u201f\u00ab\u00bb]', match["text"]) and not _CURLY_QUOTES.search(
        line, match.end()
    )
    return Mistake(failure.line, match.start(), message, hint, with_line(lines, failure.line, corrected), is_certain)


def apostrophe_in_quotes(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise an apostrophe inside a text in single quotation marks, between braces or brackets."""
    line = lines[failure.line]
    match = _APOSTROPHE_IN_QUOTES.search(line)
    if not match or "expected ',' or" not in failure.problem:
        return None
    corrected = _APOSTROPHE_IN_QUOTES.sub(lambda match: quoted(match["text"]), line).rstrip()
    message = "the apostrophe ends this text, because the quotation marks around it are single ones"
    hint = f"write `{corrected.strip()}`"
    return Mistake(failure.line, match.start(), message, hint, with_line(lines, failure.line, corrected), True)


def unclosed_quote_in_brackets(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise an odd number of quotation marks inside braces or brackets. Which one is missing can't be told."""
    if not INSIDE_BRACKETS.search(failure.problem):
        return None
    for number, line in lines_outside_blocks(lines):
        match = FIELD.match(line) or ITEM.match(line)
        if number > failure.line or not match:
            continue
        closing = CLOSING.get(match["value"][0])
        marks = [mark.start() for mark in re.finditer(r'(?<!\\)"', line)]
        if closing and match["value"].rstrip().endswith(closing) and len(marks) % 2 == 1:
            hint = 'put another " where the text ends'
            return Mistake(number, marks[-1], 'the quotation mark " is not closed', hint)
    return None
