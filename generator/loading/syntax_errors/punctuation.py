"""Recognisers of quotation marks, brackets, colons and other punctuation that YAML takes otherwise than its author.

Each takes the lines of a text and where the parser gave up, and returns the mistake if it is of its sort.
"""

import re
from collections.abc import Sequence

from generator.loading.syntax_errors.indentation import is_unindented_text
from generator.loading.syntax_errors.lines import (
    FIELD,
    ITEM,
    Mistake,
    ParseFailure,
    is_in_block,
    line_before,
    lines_outside_blocks,
    quoted,
    with_quoted_value,
)

# A name and a value with anything between them but a colon and a space.
_NO_COLON = re.compile(
    r"^(?P<start>\s*(?:- +)?)(?P<name>[a-z][a-z_]*)(?P<between>:(?=\S)|\s*\uff1a\s*|\s+)(?P<value>\S.*)$"
)
_CURLY_QUOTES = re.compile(r"(?<=[:,{[] )[\u201c\u201e\u201d](?P<text>[^\u201c\u201d\"]*)[\u201c\u201d\"]")
_APOSTROPHE_IN_QUOTES = re.compile(r"(?<=[:,{[] )'(?P<text>[^']*\w'\w.{0,500}?)'(?=\s*(?:[}\]]|, [\w-]+:))")
_TEXT_AFTER_BAR = re.compile(r"^(?P<field>(?P<start>\s*)[\w-]+: *(?P<bar>[|][+-]?)) +(?P<text>\S.*)$")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CLOSING = {"{": "}", "[": "]"}
_SPECIAL_AT_START = "*&!%@`|>?#,[]{}\"'-"
_INSIDE_BRACKETS = re.compile(r"expected ',' or|end of stream")


def code_fence(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise the fence of a code block, which tools that write text put around YAML."""
    if not lines[failure.line].startswith("```"):
        return None
    return Mistake(failure.line, 0, "a line that starts with ``` has no meaning here", "delete the line", "")


def unclosed_quote(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise a value whose first quotation mark is its only one."""
    last = len(lines) - 1 if "end of stream" in failure.problem else failure.line
    for number, line in lines_outside_blocks(lines):
        match = FIELD.match(line) or ITEM.match(line)
        if number > last or not match:
            continue
        value, mark = match["value"], match["value"][0]
        if mark not in ("'", '"') or mark in value[1:].replace(f"\\{mark}", ""):
            continue
        corrected = line.rstrip() + mark if mark == '"' else line[: match.start("value")] + quoted(value)
        message = f"the quotation mark {mark} is not closed"
        return Mistake(number, match.start("value"), message, f"write `{corrected.strip()}`", corrected)
    return None


def curly_quotes(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise a text inside braces or brackets in typographic quotation marks."""
    line = lines[failure.line]
    match = _CURLY_QUOTES.search(line)
    if not match or "expected ',' or" not in failure.problem:
        return None
    corrected = f'{line[: match.start()]}"{match["text"]}"{line[match.end() :].rstrip()}'
    message = f"{match[0][0]} is not a quotation mark in YAML"
    return Mistake(failure.line, match.start(), message, f"write `{corrected.strip()}`", corrected)


def apostrophe_in_quotes(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise an apostrophe inside a text in single quotation marks."""
    line = lines[failure.line]
    match = _APOSTROPHE_IN_QUOTES.search(line)
    if not match or "expected ',' or" not in failure.problem:
        return None
    corrected = f"{line[: match.start()]}{quoted(match['text'])}{line[match.end() :].rstrip()}"
    message = "the apostrophe ends this text, because the quotation marks around it are single ones"
    return Mistake(failure.line, match.start(), message, f"write `{corrected.strip()}`", corrected)


def unclosed_quote_in_brackets(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise an odd number of quotation marks inside braces or brackets. Which one is missing can't be told."""
    if not _INSIDE_BRACKETS.search(failure.problem):
        return None
    for number, line in lines_outside_blocks(lines):
        match = FIELD.match(line) or ITEM.match(line)
        if number > failure.line or not match:
            continue
        closing = _CLOSING.get(match["value"][0])
        marks = [mark.start() for mark in re.finditer(r'(?<!\\)"', line)]
        if closing and match["value"].rstrip().endswith(closing) and len(marks) % 2 == 1:
            hint = 'put another " where the text ends'
            return Mistake(number, marks[-1], 'the quotation mark " is not closed', hint)
    return None


def unclosed_bracket(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise braces or brackets that are still open at the end of their line."""
    number = failure.context_line
    if number is None or number == failure.line or not _INSIDE_BRACKETS.search(failure.problem):
        return None
    line = lines[number].rstrip()
    missing: list[str] = []
    for char in _QUOTED.sub("", line):
        if char in _CLOSING:
            missing.append(_CLOSING[char])
        elif missing and char == missing[-1]:
            missing.pop()
    if not missing:
        return None
    corrected = line.rstrip(",") + "".join(reversed(missing))
    column = max(line.rfind("{"), line.rfind("["))
    return Mistake(number, column, "this bracket is not closed", f"write `{corrected.strip()}`", corrected)


def no_colon(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise a name without a colon and a space after it, which the parser notices only in the next line."""
    if not re.search(r"mapping values are not allowed|could not find expected ':'", failure.problem):
        return None
    for number in dict.fromkeys((failure.context_line, line_before(lines, failure.line), failure.line)):
        line = "" if number is None else lines[number]
        match = _NO_COLON.match(line)
        if number is None or not match or re.search(r":(\s|$)", line):
            continue
        if is_in_block(lines, number) or is_unindented_text(lines, number):
            continue
        corrected = f"{match['start']}{match['name']}: {match['value'].rstrip()}"
        message = f"there is no colon and space after `{match['name']}`"
        return Mistake(number, match.end("name"), message, f"write `{corrected.strip()}`", corrected)
    return None


def special_character_at_start(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise a value whose first character has a special meaning."""
    match = FIELD.match(lines[failure.line]) or ITEM.match(lines[failure.line])
    if not match or failure.column < match.start("value"):
        return None
    char = match["value"][0]
    is_closed = char in _CLOSING and match["value"].rstrip().endswith(_CLOSING[char])
    if char not in _SPECIAL_AT_START or is_closed:
        return None
    return _needs_quotes(lines, failure.line, _special(char))


def text_after_bar(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise a text that starts on the line of the `|` that should be above it."""
    match = _TEXT_AFTER_BAR.match(lines[failure.line])
    if not match or not re.search(r"comment or (a )?line break", failure.problem):
        return None
    indent = len(match["start"]) + 2
    below = f"{' ' * indent}{match['text'].rstrip()}"
    message = f"nothing may follow {match['bar']} on its line"
    hint = f"end the line after {match['bar']}, and begin the text on the next one, with {indent} spaces: `{below}`"
    return Mistake(failure.line, match.start("text"), message, hint, f"{match['field']}\n{below}")


def special_character_in_list(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise an item inside braces or brackets whose first character can't begin anything."""
    line = lines[failure.line]
    match = re.match(r"[@`%][^,\]}]*", line[failure.column :])
    if not match or "cannot start any token" not in failure.problem:
        return None
    corrected = f"{line[: failure.column]}{quoted(match[0])}{line[failure.column + match.end() :]}"
    hint = f"put it in quotation marks: `{corrected.strip()}`"
    return Mistake(failure.line, failure.column, _special(match[0][0]), hint, corrected)


def colon_in_text(lines: Sequence[str], failure: ParseFailure) -> Mistake | None:
    """Recognise a text with a colon and a space in it."""
    match = FIELD.match(lines[failure.line])
    if not match or match["value"][0] in _CLOSING or "mapping values are not allowed" not in failure.problem:
        return None
    if not re.search(r":(\s|$)", match["value"]):
        return None
    message = "a colon and a space inside a text have a special meaning in YAML"
    return _needs_quotes(lines, failure.line, message, failure.column)


def _special(char: str) -> str:
    return f"the character {char} at the start of a text has a special meaning in YAML"


def _needs_quotes(lines: Sequence[str], number: int, message: str, column: int | None = None) -> Mistake | None:
    """Return the mistake of a line whose value needs quotation marks, at its value if no column is named."""
    line, corrected = lines[number], with_quoted_value(lines[number])
    if corrected is None:
        return None
    if column is None:
        pairs = enumerate(zip(line, corrected, strict=False))
        column = next(index for index, (before, after) in pairs if before != after)
    return Mistake(number, column, message, f"put it in quotation marks: `{corrected.strip()}`", corrected)
