"""Recognisers of texts of several lines that begin or end where they should not.

Each takes the lines of a text, where the parser gave up, and a way to try other lines, and returns the mistake if it
is of its sort.
"""

import re
from collections.abc import Sequence

from generator.diagnostics.diagnostic import plainly
from generator.loading.syntax_errors.lines import (
    KEY,
    LEVEL,
    OPENS_BLOCK,
    Attempt,
    Mistake,
    ParseFailure,
    begins_field,
    field_names,
    gets_beyond,
    group_types,
    indent_of,
    is_field,
    is_in_block,
    is_list_item,
    item_types,
    last_inside,
    line_after,
    line_before,
    line_numbers,
    longer_texts,
    root_names,
    spaces,
    with_line,
)

# A sentence that begins with a word and a colon.
_WORD_WITH_COLON = re.compile(r"([A-Z][\w-]*): \S+ \S+ \S+ \S")
# What a line of an entry looks like that is no text: a name with its colon, an item, a bracket, the end.
_STRUCTURE = re.compile(
    r"^(?:[\"']?[\w.-]+[\"']?\s*[:\uff1a=]|[\w.-]+\s*$|- |[\[{}\]]|---|\.\.\.|<{7}|={7}|>{7}|[-\u2010-\u2015])"
)


def stray_text(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise lines of a text that start at the left edge, where only names of fields do."""
    reach = max(failure.line, failure.context_line or 0)
    if not any(_is_stray(line) for line in lines[: reach + 1]):
        return None
    keys = {match["name"] for line in lines if (match := KEY.match(line))}
    # A line that begins with the name of a field that is nowhere else lacks a colon.
    fields = root_names(lines) - keys
    numbers = [number for number, line in enumerate(lines) if _is_stray(line) and line.split()[0] not in fields]
    if not numbers or numbers[0] > reach:
        return None
    first = next((number for number in numbers if _ends_after(lines, number, failure)), numbers[-1])
    name = next((match["name"] for line in reversed(lines[:first]) if (match := KEY.match(line))), None)
    if name is None:
        return _words_above(lines, first)
    # A text goes on until the next field, whatever its paragraphs begin with.
    end = next((number for number in range(first + 1, len(lines)) if begins_field(lines[number])), len(lines))
    last = line_before(lines, end) or first
    if line_after(lines, last) is None and (not lines[first - 1].strip() or name not in longer_texts()):
        # Behind the last field there is nothing to which a paragraph could belong for sure.
        message = "this text belongs to no field"
        hint = f"delete {line_numbers(first, last)}, or move the text into a field and put two spaces before each line"
        return Mistake(first, 0, message, hint)
    indent = max(2, indent_of(lines[first - 1]) + (2 if is_list_item(lines[first - 1]) else 0))
    numbers = [
        number for number in range(first, last + 1) if lines[number].strip() and not lines[number].startswith(" ")
    ]
    corrected = [f"{' ' * indent}{line}" if number in numbers else line for number, line in enumerate(lines)]
    if not gets_beyond(attempt(corrected), lines, last):
        return None
    message = f"this text has to start further right if it belongs to `{name}`"
    hint = f"put {spaces(indent)} at the start of {line_numbers(first, numbers[-1])}"
    return Mistake(first, 0, message, hint, corrected if name in longer_texts() else None)


def _words_above(lines: Sequence[str], first: int) -> Mistake | None:
    """Return the mistake of words above the first field, or None where no field follows."""
    end = next((number for number in range(first, len(lines)) if is_field(lines[number], root=True)), None)
    if end is None:
        return None
    last = line_before(lines, end) or first
    corrected = ["" if first <= number <= last else line for number, line in enumerate(lines)]
    return Mistake(first, 0, "this is no part of the entry", f"delete {line_numbers(first, last)}", corrected)


def _is_stray(line: str) -> bool:
    if not line.strip() or line.startswith((" ", "#", "`")):
        return False
    word = _WORD_WITH_COLON.match(line)
    is_sentence = word is not None and plainly(word[1]).replace("-", "_") not in field_names(root=True)
    return is_sentence or not _STRUCTURE.match(line)


def _ends_after(lines: Sequence[str], number: int, failure: ParseFailure) -> bool:
    """Return whether the text that a line begins reaches the place at which the parser gave up."""
    end = next((line for line in range(number, len(lines)) if begins_field(lines[line])), len(lines))
    return end >= failure.line


def no_bar(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a text of several lines below a name without `|`, in which something has a special meaning."""
    for number in range(failure.line, -1, -1):
        line = lines[number]
        match = KEY.match(line)
        if not match or match["name"] not in field_names() or is_in_block(lines, number):
            continue
        if match["name"] in group_types():
            return None
        if OPENS_BLOCK.search(line):
            return None
        below = line_after(lines, number)
        is_list = match["name"] in longer_texts() - item_types().keys() and _is_list_below(lines, number)
        is_inside = below is not None and indent_of(lines[below]) > indent_of(line)
        is_text = is_inside and (is_list or _is_stray(lines[below or 0].lstrip()))
        if below is None or not is_text or below > failure.line:
            return None
        value = line[match.end() :].strip()
        bar = "|" if match["name"] in longer_texts() else ">-"
        message = f"`{match['name']}` holds a text of several lines, and there is no `{bar}` after its colon"
        if value:
            hint = f"write `{line[: match.end()].strip()} {bar}`, and begin the text on the next line, with the others"
            return Mistake(number, match.end() + 1, message, hint)
        corrected = f"{line[: match.end()]} {bar}"
        hint = f"write `{corrected.strip()}`"
        return Mistake(number, match.end() - 1, message, hint, with_line(lines, number, corrected))
    return None


def _is_list_below(lines: Sequence[str], number: int) -> bool:
    """Return whether all lines that stand right inside of what a line begins are items of a list."""
    inside = [line for line in lines[number + 1 : last_inside(lines, number) + 1] if line.strip()]
    return bool(inside) and all(is_list_item(line) for line in inside if indent_of(line) <= indent_of(inside[0]))


def short_line_in_block(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise lines below `|` that start further left than the first one, and so end the text."""
    opening = next((number for number in range(failure.line, -1, -1) if OPENS_BLOCK.search(lines[number])), None)
    first = None if opening is None else line_after(lines, opening)
    if opening is None or first is None or indent_of(lines[first]) <= indent_of(lines[opening]):
        return None
    key = KEY.match(lines[opening])
    # Behind a hyphen, fields start in the column of the first of them.
    own, indent = key.start("name") if key else indent_of(lines[opening]), indent_of(lines[first])
    end = next((n for n in range(first, len(lines)) if lines[n].strip() and indent_of(lines[n]) <= own), len(lines))
    short = [number for number in range(first, end) if lines[number].strip() and indent_of(lines[number]) < indent]
    # A field or an item may have lost its own column, and would become words of the text.
    is_in_item = key is not None and own > indent_of(lines[opening])
    if not short or any(is_field(lines[at]) or (is_in_item and is_list_item(lines[at])) for at in short):
        return None
    corrected = [" " * indent + line.lstrip() if number in short else line for number, line in enumerate(lines)]
    if not gets_beyond(attempt(corrected), lines, short[-1]):
        return None
    message = "this line starts further left than the text that it belongs to"
    hint = f"put {spaces(indent)} at its start, as the lines around it have: `{corrected[short[0]].rstrip()}`"
    if len(short) > 1:
        hint = f"put {spaces(indent)} at the start of the lines {', '.join(str(number + 1) for number in short)}"
    return Mistake(short[0], indent_of(lines[short[0]]), message, hint, corrected)


def text_above_parts(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a text after the colon of a name whose parts stand below it."""
    above = line_before(lines, failure.line)
    match = None if above is None else KEY.match(lines[above])
    if above is None or not match or "mapping values are not allowed" not in failure.problem:
        return None
    text = lines[above][match.end() :].strip()
    is_part = indent_of(lines[failure.line]) == match.start("name") + LEVEL and is_field(lines[failure.line])
    if not text or text[0] in "\"'|>{[" or not is_part or is_list_item(lines[above]):
        return None
    message = f"`{match['name']}:` has a text after it, and its parts below"
    hint = f"delete `{text}`, or put it into one of the lines below"
    return Mistake(above, match.end() + 1, message, hint, with_line(lines, above, lines[above][: match.end()]))
