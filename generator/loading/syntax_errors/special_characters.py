"""Recognisers of characters that mean something in YAML where their author meant a text, such as `#`, `@` and links.

Each takes the lines of a text, where the parser gave up, and a way to try other lines, and returns the mistake if it
is of its sort.
"""

import re
from collections.abc import Sequence

from generator.loading.ids import is_nothing
from generator.loading.quoting import quoted
from generator.loading.suggestions import block, plain
from generator.loading.syntax_errors.lines import (
    CLOSING,
    FIELD,
    ITEM,
    Attempt,
    Mistake,
    ParseFailure,
    indent_of,
    is_in_block,
    item_fields,
    item_types,
    line_after,
    longer_texts,
    missing_quotes,
    spaces,
    with_line,
)
from generator.model import UNREAD

_TEXT_AFTER_BAR = re.compile(r"^(?P<field>(?P<start>\s*)[\w-]+: *(?P<bar>[|>][+-]?)) +(?P<text>\S.*)$")
# An address with words, brackets or a second name around it.
_LINK_FIELD = re.compile(
    r"^(?P<start>\s*(?:- +)?(?:url|doi): +)(?:\[[^\]]*\]\(|(?i:doi|url|link|see):\s*|<)"
    r"(?P<address>(?:https?://|10\.)[^()\s<>]+?)[).>]*\s*$"
)
_LINK = re.compile(r"\[[^\[\]]*\]\((?:[a-z]+:)?\s*(?P<id>[a-z0-9-]+)\)")
_KIND_BEFORE_ID = re.compile(r"\b[a-z]+:\s*(?P<id>[a-z0-9-]+)")
_DOI_ADDRESS = re.compile(r"(?<=doi: )https?://(?:dx\.)?doi\.org/")
_NUMBER_SIGN = re.compile(r"[\[{,] *(?P<item>(?:[^,\[\]{}\"'#]* )?#[^,\[\]{}\"'#]*)(?=[,\]}])")
# A hyphen before what seems to be the next item.
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?;,])\s+-\s+|\s+-\s+(?=[A-Z])")
_EMPHASIS = re.compile(r"(?P<mark>\*{1,3})(?P<text>[^\s*](?:[^*]*[^\s*])?)(?P=mark)(?!\w)")
_NO_TEXT = "this stands for a text that is not written yet"
_SPECIAL_AT_START = "*&!%@`|>?#,[]{}-"


def number_sign_in_list(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise a `#` inside brackets, after which nothing is read, the closing bracket neither."""
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
    is_closed = char in CLOSING and match["value"].rstrip().endswith(CLOSING[char])
    if char not in _SPECIAL_AT_START or is_closed:
        return None
    if char == "-" and (mistake := _hyphen_before_text(lines, failure.line, match)):
        return mistake
    text = _EMPHASIS.sub(r"\g<text>", match["value"].rstrip())
    ticked = re.fullmatch(r"`(?P<words>[^`]+)`(?P<rest>[^`]*)", match["value"].rstrip())
    if ticked and match.groupdict().get("name") not in longer_texts():
        corrected = f"{lines[failure.line][: match.start('value')]}{plain(ticked['words'] + ticked['rest'])}"
        message = "backticks make no code in a single line, and can't stand at its start"
        new = with_line(lines, failure.line, corrected)
        return Mistake(failure.line, match.start("value"), message, f"write `{corrected.strip()}`", new)
    if char == "*" and text != match["value"].rstrip() and match.groupdict().get("name") not in longer_texts():
        corrected = f"{lines[failure.line][: match.start('value')]}{plain(text)}"
        message = "asterisks make no emphasis in a single line, and have a special meaning at its start"
        new = with_line(lines, failure.line, corrected)
        return Mistake(failure.line, match.start("value"), message, f"write `{corrected.strip()}`", new)
    return missing_quotes(lines, failure.line, _special(char))


def _hyphen_before_text(lines: Sequence[str], number: int, match: re.Match[str]) -> Mistake | None:
    """Return the mistake of a hyphen alone, or of one before the text of a field, as if that were an item of a list."""
    value, before = match["value"].rstrip(), lines[number][: match.start("value")]
    if is_nothing(value):
        # Another text would be judged as if the author had written it.
        new = with_line(lines, number, f"{before}{UNREAD}")
        return Mistake(
            number, match.start("value"), _NO_TEXT, "write the text, or delete the line if it may be missing", new
        )
    name = match.groupdict().get("name")
    if not value.startswith("- ") or not name:
        return None
    if name in item_types():
        hint = f"write `{name}:`, and `{value}` on the next line, with {spaces(match.start('name') + 2)} at its start"
        if len(items := _BETWEEN_SENTENCES.split(value[2:])) > 1 and name not in item_fields():
            hint = f"write this\n\n{block(name, items, match.start('name'))}"
        return Mistake(number, match.start("value"), f"`{name}` is a list, which begins on the next line", hint)
    corrected = f"{before}{plain(value[1:])}"
    new = with_line(lines, number, corrected)
    message = "a hyphen begins an item of a list, and this is one text"
    return Mistake(number, match.start("value"), message, f"delete the hyphen: `{corrected.strip()}`", new)


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
            hint = f"nothing here says “not”: name the answers that are meant instead of `!{match['id']}`"
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


def _special(char: str) -> str:
    return f"the character {char} at the start of a text has a special meaning in YAML"
