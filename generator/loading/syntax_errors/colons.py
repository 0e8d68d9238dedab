"""Recognisers of names and values with no colon between them, too many of them, or marks of another format.

Each takes the lines of a text, where the parser gave up, and a way to try other lines, and returns the mistake if it
is of its sort.
"""

import re
from collections.abc import Callable, Sequence

from generator.loading.syntax_errors.lines import (
    CLOSING,
    FIELD,
    ITEM,
    KEY,
    Attempt,
    Mistake,
    ParseFailure,
    field_names,
    group_names,
    group_types,
    indent_of,
    is_field,
    is_filled,
    is_in_block,
    is_list_item,
    line_after,
    line_before,
    missing_quotes,
    with_line,
)
from generator.model.types import bare

# A name and a value with anything between them but a colon and a space.
_BETWEEN = r"\s+[-\u2013\u2014]\s+|\s*:(?=\S)|\s*\uff1a\s*|\s*=>?\s*|\s*-+>\s*|\s*[\u2192|]\s*|\s+"
_NO_COLON = re.compile(rf"^(?P<start>\s*(?:- +)?)(?P<name>[a-z][a-z_]*)(?P<between>{_BETWEEN})(?P<value>\S.*)$")
_COLON_IN_NAME = re.compile(
    r"^(?P<start>\s*(?:- +)?)[\"'](?P<name>[\w-]+):(?:[\"']\s*(?P<value>\S.*)|\s*(?P<inside>[^\"'\s][^\"']*)[\"']\s*)$"
)
_NEXT_NAME = re.compile(r"(?:^|\s)(?P<name>[a-z][\w-]*):(?=\s|$)")
_JSON_FIELD = re.compile(r"^(?P<start>\s*)[\"'](?P<name>[\w.-]+)[\"']\s*:\s*(?P<value>.*?),?\s*$")
_COMMA_AT_END = re.compile(r"^(?P<rest>\s*(?:- +)?[\w-]+: +(?:\"[^\"]*\"|'[^']*'|\[[^\[\]]*\]|\{[^{}]*\})), *$")
_COLON = re.compile(r":(?:\s|$)")
_COLON_INSIDE = "a colon and a space inside a text have a special meaning in YAML"
_BARE_NAME = re.compile(r"^(?P<start>\s*)(?P<name>[a-z0-9]+(?:[-_][a-z0-9]+)*)\s*$")


def colon_in_name(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a name in quotation marks together with its colon."""
    message = "names need no quotation marks, and their colon follows them"
    return _quoted_name(lines, failure, _COLON_IN_NAME.match, message)


def json_field(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a field as JSON has it, with its name in quotation marks and a comma at the end."""

    def field(line: str) -> re.Match[str] | None:
        match = _JSON_FIELD.match(line)
        is_field = match and match["name"] in field_names() and match["value"][-1:] not in ("{", "[")
        return match if is_field else None

    return _quoted_name(lines, failure, field, "this line is written as in JSON")


def _quoted_name(
    lines: Sequence[str], failure: ParseFailure, match_of: Callable[[str], re.Match[str] | None], message: str
) -> Mistake | None:
    """Return the mistake of a line near a failure whose `name` is in quotation marks, or None where none matches."""
    for number in dict.fromkeys((failure.context_line, line_before(lines, failure.line), failure.line)):
        match = None if number is None else match_of(lines[number])
        if number is not None and match:
            value = match["value"] or match["inside"]
            corrected = f"{match['start']}{match['name']}: {value}"
            hint = f"write `{corrected.strip()}`"
            return Mistake(number, match.end("start"), message, hint, with_line(lines, number, corrected))
    return None


def comma_at_end(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise a comma after a value in quotation marks or brackets, as other formats part fields with it."""
    for number in dict.fromkeys((failure.context_line, line_before(lines, failure.line), failure.line)):
        match = None if number is None else _COMMA_AT_END.match(lines[number])
        if number is None or not match or is_in_block(lines, number):
            continue
        corrected = with_line(lines, number, match["rest"])
        after = attempt(corrected)
        is_certain = after is None or after.line > number + 1
        hint = f"write `{match['rest'].strip()}`"
        return Mistake(number, match.end("rest"), "no comma parts one line from the next", hint, corrected, is_certain)
    return None


def wrong_separator(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise a semicolon or nothing where a comma should be, between braces or brackets."""
    line = lines[failure.line]
    is_inside = FIELD.match(line) or ITEM.match(line) or failure.context_line is not None
    if not re.search("expected ',' or|expected node content", failure.problem) or not is_inside:
        return None
    if ";" in line[: failure.column]:
        column = line.index(";")
        corrected = with_line(lines, failure.line, line.replace(";", ","))
        hint = f"put commas instead of semicolons: `{corrected[failure.line].strip()}`"
        return Mistake(failure.line, column, "there is a semicolon where a comma should be", hint, corrected)
    if doubled := re.search(r",(?:\s*,)+", line):
        corrected = with_line(lines, failure.line, f"{line[: doubled.start()]},{line[doubled.end() :]}")
        hint = f"write `{corrected[failure.line].strip()}`"
        return Mistake(failure.line, doubled.start(), "there is nothing between two commas", hint, corrected)
    names = [match for match in _NEXT_NAME.finditer(line) if match.end() in (failure.column, failure.column + 1)]
    if not names:
        return None
    name = names[-1]
    corrected = with_line(lines, failure.line, f"{line[: name.start('name')].rstrip()}, {line[name.start('name') :]}")
    after = attempt(corrected)
    if after and after.line <= failure.line:
        return None
    hint = f'put a comma before `{name["name"]}:`; or, if it belongs to a text, put that text in "quotes"'
    return Mistake(failure.line, name.start("name"), "there is no comma between two parts", hint)


def no_colon(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise the name of a field without a colon and a space after it, which shows only in the next line."""
    if not re.search(r"mapping values are not allowed|could not find expected ':'", failure.problem):
        return None
    for number in dict.fromkeys((failure.context_line, line_before(lines, failure.line), failure.line)):
        match = None if number is None else _NO_COLON.match(lines[number])
        if number is None or not match:
            continue
        is_free = match["name"] not in field_names() and _is_among_texts(lines, number)
        if match["name"] not in field_names() and not is_free:
            continue
        if re.search(r":(\s|$)", lines[number]) or is_in_block(lines, number):
            continue
        corrected = f"{match['start']}{match['name']}: {match['value'].rstrip()}"
        has_sign = bool(match["between"].strip())
        if not has_sign and " " in match["value"].strip() and not is_free and not is_field(corrected, root=True):
            continue
        message = f"there is no colon and space after `{match['name']}`"
        hint = f"write `{corrected.strip()}`"
        if is_free:
            message = f"there is no colon and space in `{lines[number].strip()}`"
            hint += ", with the colon after the word or words that the rest is about"
        return Mistake(number, match.end("name"), message, hint, with_line(lines, number, corrected), has_sign)
    return None


def _is_among_texts(lines: Sequence[str], number: int) -> bool:
    """Return whether a line is in a group of texts, each after a name that its author chose."""
    owner = next(
        (line for line in reversed(lines[:number]) if is_filled(line) and indent_of(line) < indent_of(lines[number])),
        "",
    )
    match = KEY.match(owner)
    return match is not None and owner.rstrip().endswith(":") and bare(group_types().get(match["name"])) is str


def two_fields(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise two fields on one line: the name of a field that is nowhere else follows the first value."""
    line = lines[failure.line]
    match = FIELD.match(line)
    is_quoted = match is not None and match["value"][0] in "\u201c\u201d\u201e\u2018\u201a\u00ab"
    if not match or is_quoted or "mapping values are not allowed" not in failure.problem:
        return None
    others = {str(key["name"]) for other in lines if other != line and (key := KEY.match(other))}
    for name in _NEXT_NAME.finditer(line, match.start("value")):
        is_other = name["name"] in field_names(root=indent_of(line) == 0) - others - {match["name"]}
        if is_other and line[name.end() :].strip():
            message = f"two fields stand on one line, `{match['name']}` and `{name['name']}`"
            rest = line[name.start("name") :].strip()
            hint = f"begin a new line before the second: `{rest}`; if it is one text, put it in quotation marks"
            return Mistake(failure.line, name.start("name"), message, hint)
    return None


def colon_in_text(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a text with a colon and a space in it."""
    line = lines[failure.line]
    match = FIELD.match(line)
    if not match or match["value"][0] in (*CLOSING, '"', "'", "|", ">"):
        return None
    if "mapping values are not allowed" not in failure.problem or not _COLON.search(match["value"]):
        return None
    message = _COLON_INSIDE
    if indent_of(line) == 0 and match["name"] in group_names() and KEY.match(match["value"]):
        hint = f"end the line after `{match['name']}:`, and begin the next one with two spaces: `  {match['value']}`"
        corrected = with_line(lines, failure.line, f"{match['name']}: # {match['value']}")
        return Mistake(failure.line, match.start("value"), f"`{match['name']}` holds several names", hint, corrected)
    if match["name"] in group_names() and (braces := re.search(r"\{.*\}$", match["value"].rstrip())):
        alone = f"{line[: match.start('value')]}{braces[0]}"
        message = f"`{match['name']}` holds names and values, and no sentence beside them"
        new = with_line(lines, failure.line, alone)
        return Mistake(failure.line, match.start("value"), message, f"write `{alone.strip()}`", new)
    below = line_after(lines, failure.line)
    if below is not None and indent_of(lines[below]) > indent_of(line) and is_filled(lines[below]):
        hint = 'put a quotation mark " before the text and another after its last line'
        return Mistake(failure.line, failure.column, message, hint)
    return missing_quotes(lines, failure.line, message, failure.column)


def colons_in_item(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise an item that is one text with several colons, on a line of its own."""
    item = ITEM.match(lines[failure.line])
    below = line_after(lines, failure.line)
    goes_on = below is not None and indent_of(lines[below]) > indent_of(lines[failure.line])
    if not item or goes_on or item["value"][0] in (*CLOSING, '"', "'", "|", ">"):
        return None
    if "mapping values are not allowed" not in failure.problem or len(_COLON.findall(item["value"])) == 1:
        return None
    return missing_quotes(lines, failure.line, _COLON_INSIDE, failure.column)


def name_without_colon(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a name alone on its line, above lines that belong to it."""
    for number in dict.fromkeys((failure.context_line, line_before(lines, failure.line), failure.line)):
        match = None if number is None else _BARE_NAME.match(lines[number])
        below = None if number is None else line_after(lines, number)
        if number is None or not match or below is None or is_in_block(lines, number):
            continue
        beside = _text_beside(lines, number)
        if beside:
            hint = f"write `{match['name']}: …` with its text in the place of …, as in `{beside}`, or delete the line"
            message = f"there is no colon after `{match['name']}`, and no text"
            return Mistake(number, match.end("name") - 1, message, hint, with_line(lines, number, ""))
        if indent_of(lines[below]) > len(match["start"]) and (KEY.match(lines[below]) or is_list_item(lines[below])):
            corrected = f"{match['start']}{match['name']}:"
            message = f"there is no colon after `{match['name']}`"
            hint = f"write `{corrected.strip()}`"
            return Mistake(number, match.end("name") - 1, message, hint, with_line(lines, number, corrected), True)
    return None


def _text_beside(lines: Sequence[str], number: int) -> str:
    """Return a name with its text from a line above or below one, which starts as far left, or an empty string."""
    near = (at for at in (line_before(lines, number), line_after(lines, number)) if at is not None)
    fields = (
        match for at in near if (match := FIELD.match(lines[at])) and indent_of(lines[at]) == indent_of(lines[number])
    )
    match = next((match for match in fields if match["name"] not in field_names() and indent_of(lines[number])), None)
    return match[0].strip() if match else ""
