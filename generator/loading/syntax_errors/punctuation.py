"""Recognisers of quotation marks, brackets, colons and other punctuation that YAML takes otherwise than its author.

Each takes the lines of a text, where the parser gave up, and a way to try other lines, and returns the mistake if it
is of its sort.
"""

import re
from collections.abc import Callable, Sequence

from generator.loading.quoting import quoted
from generator.loading.suggestions import plain
from generator.loading.syntax_errors.lines import (
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
    lines_outside_blocks,
    longer_texts,
    spaces,
    with_line,
    with_quoted_value,
)
from generator.model.types import bare

# A name and a value with anything between them but a colon and a space.
_BETWEEN = r"\s*:(?=\S)|\s*\uff1a\s*|\s*=>?\s*|\s*-+>\s*|\s*[\u2192|]\s*|\s+"
_NO_COLON = re.compile(rf"^(?P<start>\s*(?:- +)?)(?P<name>[a-z][a-z_]*)(?P<between>{_BETWEEN})(?P<value>\S.*)$")
_COLON_IN_NAME = re.compile(
    r"^(?P<start>\s*(?:- +)?)[\"'](?P<name>[\w-]+):(?:[\"']\s*(?P<value>\S.*)|\s*(?P<inside>[^\"'\s][^\"']*)[\"']\s*)$"
)
_CURLY_QUOTES = re.compile(r"(?<=[:,{[] )[\u201c\u201e\u201d](?P<text>[^\u201c\u201d\"]*)[\u201c\u201d\"]")
_APOSTROPHE_IN_QUOTES = re.compile(r"(?:(?<=[:,{[] )|(?<=[{[]))'(?P<text>[^']*\w'\w[^'\n]{0,500}?)'(?=\s*(?:[}\]]|, ))")
_TEXT_AFTER_BAR = re.compile(r"^(?P<field>(?P<start>\s*)[\w-]+: *(?P<bar>[|>][+-]?)) +(?P<text>\S.*)$")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NEXT_NAME = re.compile(r"(?:^|\s)(?P<name>[a-z][\w-]*):(?=\s|$)")
_ID_WITH_WORD = re.compile(r"[a-z0-9-]+: [^:,]+")
# An address with words, brackets or a second name around it.
_LINK_FIELD = re.compile(
    r"^(?P<start>\s*(?:- +)?(?:url|doi): +)(?:\[[^\]]*\]\(|(?i:doi|url|link|see):\s*|<)"
    r"(?P<address>(?:https?://|10\.)[^()\s<>]+?)[).>]*\s*$"
)
_LINK = re.compile(r"\[[^\[\]]*\]\((?:[a-z]+:)?\s*(?P<id>[a-z0-9-]+)\)")
_KIND_BEFORE_ID = re.compile(r"\b[a-z]+:\s*(?P<id>[a-z0-9-]+)")
_DOI_ADDRESS = re.compile(r"(?<=doi: )https?://(?:dx\.)?doi\.org/")
_JSON_FIELD = re.compile(r"^(?P<start>\s*)[\"'](?P<name>[\w.-]+)[\"']\s*:\s*(?P<value>.*?),?\s*$")
_COMMA_AT_END = re.compile(r"^(?P<rest>\s*(?:- +)?[\w-]+: +(?:\"[^\"]*\"|'[^']*'|\[[^\[\]]*\]|\{[^{}]*\})), *$")
_NUMBER_SIGN = re.compile(r"[\[{,] *(?P<item>(?:[^,\[\]{}\"'#]* )?#[^,\[\]{}\"'#]*)(?=[,\]}])")
_CLOSING = {"{": "}", "[": "]"}
_EMPHASIS = re.compile(r"(?P<mark>\*{1,3})(?P<text>[^\s*](?:[^*]*[^\s*])?)(?P=mark)(?!\w)")
_SPECIAL_AT_START = "*&!%@`|>?#,[]{}-"
_INSIDE_BRACKETS = re.compile(r"expected ',' or|end of stream")


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
    ends_in_mark = value.endswith(mark) and inner < len(value) - 1
    opens_there = value[inner - 1] in " (" or (value[inner - 1].isalpha() and value[inner + 1 : inner + 2].isalpha())
    is_around_all = ends_in_mark and opens_there
    corrected = line[: match.start("value")] + quoted(value[1:-1] if is_around_all else value)
    if is_around_all:
        message = f"the second {mark} ends the text already"
        hint = f"write `{corrected.strip()}`"
    else:
        message = f"the text ends with the second {mark}, as it begins with one"
        hint = f"put all of it in quotation marks: `{corrected.strip()}`"
    is_certain = not ends_in_mark and value.find(mark, inner + 1) < 0 and mark == '"'
    return Mistake(
        failure.line, match.start("value"), message, hint, with_line(lines, failure.line, corrected), is_certain
    )


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


def extra_bracket(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a closing bracket without one that it closes."""
    line = lines[failure.line]
    column = failure.column
    if line[column : column + 1] not in ("}", "]"):
        return None
    corrected = line[:column] + line[column + 1 :]
    message = f"this {line[column]} closes nothing"
    hint = f"delete it: `{corrected.strip()}`"
    return Mistake(failure.line, column, message, hint, with_line(lines, failure.line, corrected))


def colon_in_name(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a name in quotation marks together with its colon."""
    message = "names need no quotation marks, and their colon stands behind them"
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
    """Recognise a comma behind a value in quotation marks or brackets, as other formats part fields with it."""
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


def number_sign_in_list(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise a `#` inside brackets, behind which nothing is read, the closing bracket neither."""
    above = range(failure.line, -1, -1) if failure.context_line is None else [failure.context_line]
    number = next((at for at in above if "#" in lines[at] and _NUMBER_SIGN.search(lines[at])), None)
    match = None if number is None else _NUMBER_SIGN.search(lines[number])
    if number is None or not match or is_in_block(lines, number):
        return None
    line = lines[number]
    corrected = f'{line[: match.start("item")]}"{match["item"].strip()}"{line[match.end("item") :]}'
    after = attempt(with_line(lines, number, corrected))
    if after and after.line <= failure.line:
        return None
    hint = f"put the item in quotation marks: `{corrected.strip()}`"
    message = "what follows `#` is not read, the bracket that closes the list neither"
    return Mistake(number, match.start("item"), message, hint, with_line(lines, number, corrected))


def curly_quotes(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a text inside braces or brackets in typographic quotation marks."""
    line = lines[failure.line]
    match = _CURLY_QUOTES.search(line)
    if not match or "expected ',' or" not in failure.problem:
        return None
    corrected = f'{line[: match.start()]}"{match["text"]}"{line[match.end() :].rstrip()}'
    message = f"{match[0][0]} is not a quotation mark in YAML"
    hint = f"write `{corrected.strip()}`"
    return Mistake(failure.line, match.start(), message, hint, with_line(lines, failure.line, corrected))


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


def part_below_bracket(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise braces that are open behind a comma, with another part at the left edge of the next line."""
    number = failure.context_line
    below = None if number is None else line_after(lines, number)
    if number is None or below is None or not lines[number].rstrip().endswith(","):
        return None
    line = lines[number].rstrip()
    missing = _missing_brackets(line)
    if not missing or is_field(lines[below]) or not KEY.match(lines[below]):
        return None
    hint = f"put the words of line {below + 1} at its end, and {''.join(reversed(missing))} behind them"
    return Mistake(number, max(line.rfind("{"), line.rfind("[")), "this bracket is not closed", hint)


def _missing_brackets(line: str) -> list[str]:
    """Return what would close the brackets that are open at the end of a line, the outermost first."""
    missing: list[str] = []
    for char in _QUOTED.sub("", line):
        if char in _CLOSING:
            missing.append(_CLOSING[char])
        elif missing and char == missing[-1]:
            missing.pop()
    return missing


def missing_comma(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a line without a comma at its end, inside of brackets that are closed further down."""
    number = failure.context_line
    if number is None or not _INSIDE_BRACKETS.search(failure.problem) or not _missing_brackets(lines[number]):
        return None
    end = _last_part(lines, number)
    if _missing_brackets(" ".join(lines[number : end + 1])):
        return None
    bare = next((at for at in range(number, end) if lines[at].rstrip()[-1:] not in ",{["), None)
    if bare is None:
        return None
    line = f"{lines[bare].rstrip()},"
    corrected = with_line(lines, bare, line)
    return Mistake(bare, len(line) - 2, "there is no comma between two parts", f"write `{line.strip()}`", corrected)


def doubled_bracket(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a bracket that is typed twice and closed once."""
    number = failure.context_line
    doubled = None if number is None else re.search(r"\[\[|\{\{", lines[number])
    if number is None or not doubled or not _INSIDE_BRACKETS.search(failure.problem):
        return None
    single = with_line(lines, number, lines[number][: doubled.start()] + lines[number][doubled.start() + 1 :])
    hint = f"delete one of the two: `{single[number].strip()}`"
    return Mistake(number, doubled.start(), "two brackets open here, and one closes", hint, single)


def unclosed_bracket(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise braces or brackets that are still open at the end of their line."""
    number = failure.context_line
    if number is None or number == failure.line or not _INSIDE_BRACKETS.search(failure.problem):
        return None
    line = lines[number].rstrip()
    missing = _missing_brackets(line)
    if not missing:
        return None
    column = max(line.rfind("{"), line.rfind("["))
    below = line_after(lines, number)
    message = "this bracket is not closed"
    if below is not None and indent_of(lines[below]) > indent_of(line):
        if column == len(line) - 1 and (mistake := _open_list(lines, number, missing[-1], attempt)):
            return mistake
        if column == len(line) - 1:
            without = line[:column].rstrip()
            hint = f"write `{without.strip()}`, if each of the lines below holds one of its parts"
            return Mistake(number, column, message, hint, with_line(lines, number, without))
        hint = f"put {missing[-1]} where it ends"
        if is_list_item(lines[below]):
            hint = f"delete the {line[column]} and put what is behind it on a line of its own, as the lines below are"
        return Mistake(number, column, message, hint)
    closed = line.rstrip(",") + "".join(reversed(missing))
    is_certain = attempt(with_line(lines, number, closed)) is None and not closed.endswith(("[]", "{}"))
    hint = f"write `{closed.strip()}`"
    return Mistake(number, column, message, hint, with_line(lines, number, closed), is_certain)


def _open_list(lines: Sequence[str], number: int, mark: str, attempt: Attempt) -> Mistake | None:
    """Return the mistake of a bracket whose parts stand below it with commas between them."""
    end = _last_part(lines, number)
    closed = with_line(lines, end, f"{lines[end].rstrip()}{mark}")
    after = attempt(closed)
    if not lines[end].rstrip().endswith(",") or (after and after.line <= end):
        return None
    message, hint = "this bracket is not closed", f"put {mark} at the end of line {end + 1}"
    return Mistake(number, len(lines[number].rstrip()) - 1, message, hint, closed)


def _last_part(lines: Sequence[str], number: int) -> int:
    """Return the last of the lines that are inside of what a line begins, as far as their columns tell."""
    last = number
    while (below := line_after(lines, last)) is not None and indent_of(lines[below]) > indent_of(lines[number]):
        last = below
    return last


def wrong_separator(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise a semicolon or nothing where a comma should be, between braces or brackets."""
    line = lines[failure.line]
    if not re.search("expected ',' or|expected node content", failure.problem) or not (
        FIELD.match(line) or ITEM.match(line)
    ):
        return None
    if ";" in line[: failure.column]:
        column = line.index(";")
        corrected = with_line(lines, failure.line, line.replace(";", ","))
        hint = f"put commas in the place of semicolons: `{corrected[failure.line].strip()}`"
        return Mistake(failure.line, column, "there is a semicolon where a comma should be", hint, corrected)
    if doubled := re.search(r",(?:\s*,)+", line):
        corrected = with_line(lines, failure.line, f"{line[: doubled.start()]},{line[doubled.end() :]}")
        hint = f"write `{corrected[failure.line].strip()}`"
        return Mistake(failure.line, doubled.start(), "nothing stands between two commas", hint, corrected)
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
            hint += ", with the colon behind the word or words that the rest is about"
        return Mistake(number, match.end("name"), message, hint, with_line(lines, number, corrected), has_sign)
    return None


def _is_among_texts(lines: Sequence[str], number: int) -> bool:
    """Return whether a line stands in a group of texts, each behind a name that its author chose."""
    owner = next(
        (line for line in reversed(lines[:number]) if is_filled(line) and indent_of(line) < indent_of(lines[number])),
        "",
    )
    match = KEY.match(owner)
    return match is not None and owner.rstrip().endswith(":") and bare(group_types().get(match["name"])) is str


def link_for_address(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a link with its words in brackets where the address alone is wanted."""
    line = lines[failure.line]
    match = _LINK_FIELD.match(line)
    if not match:
        return None
    corrected = _DOI_ADDRESS.sub("", f"{match['start']}{match['address']}")
    message = "this field holds an address alone, without words or brackets"
    hint = f"write `{corrected.strip()}`"
    return Mistake(failure.line, match.end("start"), message, hint, with_line(lines, failure.line, corrected))


def links_in_list(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise links, or ids after the name of their kind, where a list holds ids alone."""
    for number in dict.fromkeys((failure.line, failure.context_line)):
        line = "" if number is None else lines[number]
        match = FIELD.match(line) or ITEM.match(line)
        if number is None or not match or not _LINK.search(match["value"]) or is_in_block(lines, number):
            continue
        ids = _KIND_BEFORE_ID.sub(r"\g<id>", _LINK.sub(r"\g<id>", match["value"])).rstrip()
        if not re.fullmatch(r"\[?[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*\]?", ids):
            continue
        name = match.groupdict().get("name")
        ids = ids if not name or ids.startswith("[") else f"[{ids}]"
        corrected = f"{line[: match.start('value')]}{ids}"
        message, hint = "ids stand here by themselves, and no links", f"write `{corrected.strip()}`"
        return Mistake(number, match.start("value"), message, hint, with_line(lines, number, corrected))
    return None


def special_character_at_start(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a value whose first character has a special meaning."""
    match = FIELD.match(lines[failure.line]) or ITEM.match(lines[failure.line])
    if not match or failure.column < match.start("value"):
        return None
    char = match["value"][0]
    is_closed = char in _CLOSING and match["value"].rstrip().endswith(_CLOSING[char])
    if char not in _SPECIAL_AT_START or is_closed:
        return None
    text = _EMPHASIS.sub(r"\g<text>", match["value"].rstrip())
    if char == "*" and text != match["value"].rstrip() and match.groupdict().get("name") not in longer_texts():
        corrected = f"{lines[failure.line][: match.start('value')]}{plain(text)}"
        message = "asterisks make no emphasis in a single line, and have a special meaning at its start"
        new = with_line(lines, failure.line, corrected)
        return Mistake(failure.line, match.start("value"), message, f"write `{corrected.strip()}`", new)
    return _needs_quotes(lines, failure.line, _special(char))


def text_after_bar(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a text that starts on the line of the `|` or `>` that should be above it."""
    match = _TEXT_AFTER_BAR.match(lines[failure.line])
    if not match or not re.search(r"comment or (a )?line break", failure.problem):
        return None
    below = line_after(lines, failure.line)
    has_more = below is not None and indent_of(lines[below]) > len(match["start"])
    if match["bar"][0] == ">" and not has_more:
        return None
    indent = indent_of(lines[below]) if has_more and below is not None else len(match["start"]) + 2
    text = f"{' ' * indent}{match['text'].rstrip()}"
    message = f"nothing may follow {match['bar']} on its line"
    hint = f"end the line after {match['bar']}, and begin the text on the next one, with {spaces(indent)}: `{text}`"
    corrected = with_line(lines, failure.line, match["field"], text)
    return Mistake(failure.line, match.start("text"), message, hint, corrected, True)


def exclamation_mark(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise an exclamation mark before an id, which says "not" in other languages."""
    for at in (failure.line, failure.context_line):
        match = None if at is None else re.search(r"(?<=[\[{,: ])!(?P<id>[a-z][a-z0-9-]*)(?=[\]},])", lines[at])
        if at is not None and match and not is_in_block(lines, at):
            hint = f"nothing here says “not”: name the answers that are meant in the place of `!{match['id']}`"
            return Mistake(at, match.start(), "`!` has a meaning of its own in YAML", hint)
    return None


def special_character_in_list(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise an item inside braces or brackets whose first character can't begin anything."""
    line = lines[failure.line]
    match = re.match(r"[@`%][^,\]}]*", line[failure.column :])
    if not match or "cannot start any token" not in failure.problem:
        return None
    corrected = f"{line[: failure.column]}{quoted(match[0])}{line[failure.column + match.end() :]}"
    hint = f"put it in quotation marks: `{corrected.strip()}`"
    new = with_line(lines, failure.line, corrected)
    return Mistake(failure.line, failure.column, _special(match[0][0]), hint, new, True)


def two_fields(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise two fields on one line: behind the first value stands the name of a field that is nowhere else."""
    line = lines[failure.line]
    match = FIELD.match(line)
    if not match or "mapping values are not allowed" not in failure.problem:
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


def round_brackets(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise round brackets around what should stand in braces."""
    line = lines[failure.line]
    match = FIELD.match(line)
    if not match or not re.fullmatch(r"\(.*\)\s*", match["value"]):
        return None
    inside = match["value"].strip()[1:-1]
    if not all(_ID_WITH_WORD.fullmatch(part.strip()) for part in inside.split(",")):
        return None
    corrected = f"{line[: match.start('value')]}{{{inside}}}"
    message = "these parts stand in round brackets"
    hint = f"write braces around them: `{corrected.strip()}`"
    return Mistake(failure.line, match.start("value"), message, hint, with_line(lines, failure.line, corrected))


def missing_braces(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise an id and its word without braces behind the name of what both belong to."""
    line = lines[failure.line]
    match = FIELD.match(line)
    texts = field_names() - group_names()
    if not match or match["name"] in texts or not _ID_WITH_WORD.fullmatch(match["value"].strip()):
        return None
    corrected = f"{line[: match.start('value')]}{{{match['value'].strip()}}}"
    hint = f"write braces around them: `{corrected.strip()}`"
    message = f"what belongs to `{match['name']}` stands without braces"
    return Mistake(failure.line, match.start("value"), message, hint, with_line(lines, failure.line, corrected))


def colon_in_text(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a text with a colon and a space in it."""
    line = lines[failure.line]
    match = FIELD.match(line)
    if not match or match["value"][0] in (*_CLOSING, '"', "'", "|", ">"):
        return None
    if "mapping values are not allowed" not in failure.problem or not re.search(r":(\s|$)", match["value"]):
        return None
    message = "a colon and a space inside a text have a special meaning in YAML"
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
        hint = 'put a quotation mark " before the text and another behind its last line'
        return Mistake(failure.line, failure.column, message, hint)
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
    hint = f"put it in quotation marks: `{corrected.strip()}`"
    return Mistake(number, column, message, hint, with_line(lines, number, corrected), True)
