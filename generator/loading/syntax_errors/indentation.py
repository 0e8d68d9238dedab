"""Recognisers of lines that start in the wrong column, which the parser often notices only further down.

Each takes the lines of a text, where the parser gave up, and a way to try other lines, and returns the mistake if it
is of its sort.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any, get_args, get_origin

from generator.diagnostics.diagnostic import plainly
from generator.loading.names import BETWEEN_ITEMS, proper_id
from generator.loading.suggestions import block, filled, flow, is_id_type, numbered, pairs, suggested
from generator.loading.syntax_errors.lines import (
    FIELD,
    KEY,
    OPENS_BLOCK,
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
    item_fields,
    item_types,
    line_after,
    line_before,
    line_numbers,
    lines_outside_blocks,
    listed_lines,
    longer_texts,
    root_names,
    spaces,
    with_line,
)
from generator.model.types import bare

# How much further right a part starts than what it belongs to.
_LEVEL = 2
_STRUCTURAL = re.compile(
    r"did not find expected (key|'-'|<document start>)|expected <block end>|mapping values are not|expected ':'"
)
# A sentence that begins with a word and a colon.
_WORD_WITH_COLON = re.compile(r"([A-Z][\w-]*): \S+ \S+ \S+ \S")
# A name with its colon, whatever it is made of.
_NAMED = re.compile(r"\s*(?:- +)?[^:\"'{}\[\]]+:(?:\s|$)")
_BARE_NAME = re.compile(r"^(?P<start>\s*)(?P<name>[a-z0-9]+(?:[-_][a-z0-9]+)*)\s*$")
# A hyphen without a space, or a dash that is not a hyphen.
_DASH = re.compile(r"^(?P<start> *)(?:-(?=[^\s-])|[\u2010-\u2015]\s*)(?P<text>\S.*)$")
# What a line of an entry looks like that is no text: a name with its colon, an item, a bracket, the end.
_STRUCTURE = re.compile(
    r"^(?:[\"']?[\w.-]+[\"']?\s*[:\uff1a=]|[\w.-]+\s*$|- |[\[{}\]]|---|\.\.\.|<{7}|={7}|>{7}|[-\u2010-\u2015])"
)


def no_space_after_dash(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise an item of a list that does not start with a dash and a space, as an item beside it does."""
    for number in (failure.context_line, line_before(lines, failure.line), failure.line):
        match = None if number is None else _DASH.match(lines[number])
        if number is None or not match or is_in_block(lines, number):
            continue
        start = f"{match['start']}- "
        neighbours = (line_before(lines, number), line_after(lines, number))
        if any(neighbour is not None and lines[neighbour].startswith(start) for neighbour in neighbours):
            corrected = f"{start}{match['text'].rstrip()}"
            message = "an item of a list starts with a hyphen and a space"
            hint = f"write `{corrected.strip()}`"
            return Mistake(number, len(match["start"]), message, hint, with_line(lines, number, corrected), True)
    return None


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
    end = next((number for number in range(first + 1, len(lines)) if _begins_field(lines[number])), len(lines))
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
    if not _gets_beyond(attempt(corrected), lines, last):
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


def _begins_field(line: str) -> bool:
    """Return whether a line at the left edge begins a field, or an entry of a file with many."""
    match = KEY.match(line)
    is_id = match is not None and re.search(r"[a-z].*[-\d]", match["name"]) is not None
    return not line.startswith((" ", "-")) and (is_id or is_field(line, root=True))


def _ends_after(lines: Sequence[str], number: int, failure: ParseFailure) -> bool:
    """Return whether the text that a line begins reaches the place at which the parser gave up."""
    end = next((line for line in range(number, len(lines)) if _begins_field(lines[line])), len(lines))
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
    inside = [line for line in lines[number + 1 : _last_inside(lines, number) + 1] if line.strip()]
    return bool(inside) and all(is_list_item(line) for line in inside if indent_of(line) <= indent_of(inside[0]))


def numbered_items(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a list whose first items stand below its name with numbers or bullets in the place of hyphens."""
    names = (at for at in range(failure.line - 1, -1, -1) if lines[at].endswith(":"))
    number = next((at for at in names if lines[at].strip()[:-1] in item_types()), None)
    if number is None:
        return None
    name, start = lines[number].strip()[:-1], indent_of(lines[number])
    inside = [at for at in range(number + 1, _last_inside(lines, number) + 1) if lines[at].strip()]
    run = list(takewhile(lambda at: bool(numbered([lines[at]], Any)), inside))
    # The parser may give up in the line below.
    if not run or failure.line > run[-1] + 1:
        return None
    items = numbered([lines[at] for at in run], item_types()[name])
    written = block(name, items, start).partition("\n")[2]
    corrected = [*lines]
    for at, item in zip(run, items, strict=True):
        corrected[at] = f"{' ' * (start + _LEVEL)}- {flow(item)}"
    message = f"each item of `{name}` begins with a hyphen and a space"
    hint = f"write this in the place of {line_numbers(run[0], run[-1])}\n\n{written}"
    return Mistake(run[0], indent_of(lines[run[0]]), message, hint, corrected)


def short_line_in_block(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise lines below `|` that start further left than the first one, and so end the text."""
    opening = next((number for number in range(failure.line, -1, -1) if OPENS_BLOCK.search(lines[number])), None)
    first = None if opening is None else line_after(lines, opening)
    if opening is None or first is None or indent_of(lines[first]) <= indent_of(lines[opening]):
        return None
    own, indent = indent_of(lines[opening]), indent_of(lines[first])
    end = next((n for n in range(first, len(lines)) if lines[n].strip() and indent_of(lines[n]) <= own), len(lines))
    short = [number for number in range(first, end) if lines[number].strip() and indent_of(lines[number]) < indent]
    if not short:
        return None
    corrected = [" " * indent + line.lstrip() if number in short else line for number, line in enumerate(lines)]
    if not _gets_beyond(attempt(corrected), lines, short[-1]):
        return None
    message = "this line starts further left than the text that it belongs to"
    hint = f"put {spaces(indent)} at its start, as the lines around it have: `{corrected[short[0]].rstrip()}`"
    if len(short) > 1:
        hint = f"put {spaces(indent)} at the start of the lines {', '.join(str(number + 1) for number in short)}"
    return Mistake(short[0], indent_of(lines[short[0]]), message, hint, corrected)


def entry_as_item(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise an entry that is written as an item of a list in a file whose entries stand below their names."""
    number = failure.line
    if not lines[number].startswith("- ") or not KEY.match(lines[number]):
        return None
    last = number
    while (below := line_after(lines, last)) is not None and lines[below].startswith(" "):
        last = below
    names = [line for line in lines[:number] if KEY.match(line) and not line.startswith((" ", "-"))]
    if not names or any(is_field(name, root=True) for name in names[-1:]):
        return None
    message = "an entry begins with its id and a colon here, and not with a hyphen"
    hint = (
        f"put a line with its id and a colon above it, as in `{names[-1].strip()}`, "
        "and write two spaces for the hyphen and the one behind it"
    )
    corrected = [line if not number <= at <= last else "" for at, line in enumerate(lines)]
    return Mistake(number, 0, message, hint, corrected) if _gets_beyond(attempt(corrected), lines, last) else None


def name_above_items(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a name in the place of the hyphen of the first item of a list."""
    if not is_list_item(lines[failure.line]):
        return None
    owner, first = _group_of(lines, failure.line)
    match, name = KEY.match(lines[owner]), KEY.match(lines[first])
    if not match or not name or is_list_item(lines[first]):
        return None
    fields = item_fields().get(match["name"], ())
    if not fields:
        return None
    value = lines[first][name.end() :].strip()
    item = lines[first].strip() if name["name"] in fields else f"{fields[0]}: {value}"
    indent = indent_of(lines[failure.line])
    inside = [at for at in range(first + 1, failure.line) if lines[at].strip() and indent_of(lines[at]) >= indent]
    hint = f"write `{' ' * indent}- {item}`"
    change = indent + _LEVEL - indent_of(lines[first])
    if inside and change:
        what = f"put {spaces(change)} at" if change > 0 else f"delete {spaces(-change)} from"
        hint += f", and {what} the start of {line_numbers(inside[0], inside[-1])}"
    message = f"`{match['name']}` is a list: each of its items begins with a hyphen and a space"
    corrected = _moved(lines, first, max(inside, default=first), indent + _LEVEL)
    corrected[first] = f"{' ' * indent}- {item}"
    return Mistake(first, indent_of(lines[first]), message, hint, corrected)


def item_above_names(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a hyphen before the first part of a text or of a group."""
    if not lines[failure.line].startswith(" ") or is_list_item(lines[failure.line]):
        return None
    owner, first = _group_of(lines, failure.line)
    match, text = KEY.match(lines[owner]), lines[first].strip()[2:].strip()
    if not match or not is_list_item(lines[first]):
        return None
    indent, end = indent_of(lines[first]), _last_inside(lines, owner)
    items = [at for at in range(first, end + 1) if lines[at].startswith(f"{' ' * indent}- ")]
    plain = [f"{' ' * indent}{line[indent + 2 :].lstrip()}" if at in items else line for at, line in enumerate(lines)]
    if match["name"] in longer_texts():
        corrected = with_line(plain, owner, f"{lines[owner].rstrip()} |")
        hint = f"write `{match['name']}: |`, and delete the hyphen and the space behind it in {listed_lines(items)}"
        return Mistake(first, indent, f"`{match['name']}` is one text, and no list", hint, corrected)
    is_group = match["name"] in group_names()
    if not is_group or not all(_NAMED.match(line) for line in (lines[first], lines[failure.line])):
        return None
    message = f"`{match['name']}` is no list: each of its parts begins with a name and a colon"
    if not is_field(lines[first]) or is_field(lines[failure.line]):
        hint = f"delete the hyphen and the space behind it in {listed_lines(items)}"
        return Mistake(first, indent, message, hint, plain)
    inside = [at for at in range(first, failure.line) if lines[at].strip()]
    name = proper_id(" ".join(text.partition(":")[2].split()[:3]))
    parts = [f"{' ' * (indent + _LEVEL)}{lines[at].strip().removeprefix('- ')}" for at in inside]
    written = "\n".join((f"{' ' * indent}{name}:", *parts))
    hint = f"write this in the place of {line_numbers(inside[0], inside[-1])}, with a short name\n\n{written}"
    corrected = ["" if at in inside else line for at, line in enumerate(lines)]
    return Mistake(first, indent, message, hint, corrected)


def item_in_item(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a list below an item that has fields and no list inside."""
    number, line = failure.line, lines[failure.line]
    if not is_list_item(line):
        return None
    above = (at for at, text in reversed([*lines_outside_blocks(lines)]) if at < number)
    start = next((at for at in above if indent_of(lines[at]) < indent_of(line)), None)
    owner = None if start is None else _group_of(lines, start)[0]
    match = None if owner is None else KEY.match(lines[owner])
    fields = item_fields().get(match["name"], ()) if match else ()
    if start is None or not fields or not is_list_item(lines[start]):
        return None
    text = line.strip()[2:]
    hint = f"write `{' ' * indent_of(lines[start])}- {fields[0]}: {text}`, or put its words into the item above"
    message = "this stands inside the item above, which holds no list"
    return Mistake(number, indent_of(line), message, hint)


def text_above_parts(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a text behind the colon of a name whose parts stand below it."""
    above = line_before(lines, failure.line)
    match = None if above is None else KEY.match(lines[above])
    if above is None or not match or "mapping values are not allowed" not in failure.problem:
        return None
    text = lines[above][match.end() :].strip()
    is_part = indent_of(lines[failure.line]) == match.start("name") + _LEVEL and is_field(lines[failure.line])
    if not text or text[0] in "\"'|>{[" or not is_part or is_list_item(lines[above]):
        return None
    message = f"behind `{match['name']}:` stands a text, and its parts below"
    hint = f"delete `{text}`, or put it into one of the lines below"
    return Mistake(above, match.end() + 1, message, hint, with_line(lines, above, lines[above][: match.end()]))


def _group_of(lines: Sequence[str], number: int) -> tuple[int, int]:
    """Return the line above one that opens the group it seems to belong to, and the first line of that group."""
    outside = dict(lines_outside_blocks(lines))
    indent = indent_of(lines[number])
    above = [at for at in outside if at < number and is_filled(lines[at])]
    owner = next((at for at in reversed(above) if indent_of(lines[at]) < indent), None)
    if owner is None or not lines[owner].rstrip().endswith(":"):
        return number, number
    return owner, next((at for at in above if at > owner), number)


def item_among_names(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise an item of a list among names, which have no hyphen."""
    for number in dict.fromkeys((failure.line, failure.context_line, line_before(lines, failure.line))):
        if number is None or not is_list_item(lines[number]) or is_in_block(lines, number):
            continue
        indent, text = indent_of(lines[number]), lines[number].lstrip()[2:].strip()
        above = (at for at in range(number - 1, -1, -1) if is_filled(lines[at]) and indent_of(lines[at]) < indent)
        owner = next(above, -1)
        match = KEY.match(lines[owner]) if owner >= 0 else None
        wanted = group_types().get(match["name"]) if match else None
        if match and wanted is None and match["name"] in item_fields():
            continue
        end = _last_inside(lines, owner) if owner >= 0 else len(lines) - 1
        items = [at for at in range(owner + 1, end + 1) if lines[at].startswith(f"{' ' * indent}- ")]
        named = {at: name for at in items if (name := _named(lines[at], wanted))}
        corrected = [named.get(at, "") if at in items else line for at, line in enumerate(lines)]
        if not _gets_beyond(attempt(corrected), lines, number):
            continue
        message = f"`{match['name']}` is no list: each of its parts begins with a name and a colon" if match else ""
        if len(items) > 1 and len(named) == len(items):
            written = "\n".join(named.values())
            hint = f"write this in the place of {listed_lines(items)}\n\n{written}"
        elif number in named:
            message = "the lines beside this one have no hyphen"
            hint = f"delete the hyphen: `{named[number].strip()}`"
        elif match and wanted is not None:
            suggestion = suggested("write", proper_id(text), wanted, filled(wanted, text), indent)
            return Mistake(items[0], indent, message, suggestion, corrected)
        else:
            continue
        return Mistake(items[0], indent, message, hint, corrected)
    return None


def _named(item: str, wanted: Any) -> str:
    """Return an item of a list as a name and a value of a type, without its hyphen, or an empty string."""
    text = item.lstrip()[2:].strip()
    start = " " * indent_of(item)
    if not _NAMED.match(item):
        text = "".join(f"{name}: {value}" for name, value in pairs(text).items())
    name, _, value = text.partition(": ")
    ids = get_args(bare(wanted))[:1]
    if value and value[0] not in "[{" and get_origin(bare(wanted)) is list and is_id_type(ids[0]):
        text = f"{name}: [{', '.join(proper_id(part) for part in BETWEEN_ITEMS.split(value))}]"
    return f"{start}{text}" if text else ""


def name_among_items(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise a name in the column of the hyphens of a list, with which another of its items begins."""
    line = lines[failure.line]
    match, indent = KEY.match(line), indent_of(line)
    above = (other for other in reversed(lines[: failure.line]) if is_filled(other) and indent_of(other) <= indent)
    item = KEY.match(next(above, ""))
    if not match or not item or is_list_item(line) or not item[0].startswith(f"{' ' * indent}- "):
        return None
    following = [at for at in range(failure.line, len(lines)) if is_filled(lines[at])]
    ends = (at for at in following if indent_of(lines[at]) < indent or lines[at].startswith(f"{' ' * indent}- "))
    end = next(ends, len(lines))
    below = [at for at in following if at < end]
    is_left = any(indent_of(lines[at]) == indent for at in below[1:])
    moved = [f"{'  ' if at in below[1:] and is_left else ''}{part}" for at, part in enumerate(lines)]
    corrected = with_line(moved, failure.line, f"{' ' * indent}- {line.strip()}")
    if match["name"] != item["name"] or not _gets_beyond(attempt(corrected), lines, below[-1]):
        return None
    message = "an item of a list starts with a hyphen and a space"
    hint = f"put them before it: `{corrected[failure.line]}`"
    if is_left:
        written = "\n".join(corrected[failure.line : below[-1] + 1])
        hint = f"write this in the place of {line_numbers(failure.line, below[-1])}\n\n{written}"
    return Mistake(failure.line, indent, message, hint, corrected)


def out_of_line(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise one line that starts too far left or right, by trying the columns of its neighbours."""
    if not _STRUCTURAL.search(failure.problem):
        return None
    solutions = [
        (number, indent, corrected)
        for number, indent in _moves(lines, failure)
        for last in dict.fromkeys((number, _last_inside(lines, number)))
        if not is_in_block(corrected := _moved(lines, number, last, indent), number)
        and _gets_beyond(attempt(corrected), lines, number)
        and not _is_swallowed(lines, number, indent)
    ]
    # Entries are indented by two spaces a level.
    solutions = [solution for solution in solutions if solution[1] % 2 == 0] or solutions
    moved_lines = {number for number, _, _ in solutions}
    if failure.line in moved_lines:
        solutions = [solution for solution in solutions if solution[0] == failure.line]
    # What begins a group starts one level left of what is in it.
    solutions = [solution for solution in solutions if solution[1] == _column_of_group(lines, solution[0])] or solutions
    if not solutions:
        return None
    number, indent, corrected = solutions[0]
    message = "this line does not start in the same column as its neighbours"
    if len({indent for _, indent, _ in solutions}) > 1:
        columns = " or ".join(dict.fromkeys(spaces(indent) for _, indent, _ in solutions))
        return Mistake(number, indent_of(lines[number]), message, f"put {columns} at its start, as its neighbours have")
    moved = [other for other in range(len(lines)) if lines[other] != corrected[other]]
    hint = f"put {spaces(indent)} at its start: `{corrected[number].rstrip()}`"
    if len(moved) > 1:
        change = indent - indent_of(lines[number])
        what = f"put {spaces(change)} more at" if change > 0 else f"delete {spaces(-change)} from"
        hint = f"{what} the start of {line_numbers(moved[0], moved[-1])}"
    is_certain = len(moved_lines) == 1 and len(moved) == 1
    return Mistake(number, indent_of(lines[number]), message, hint, corrected, is_certain)


def _moves(lines: Sequence[str], failure: ParseFailure) -> Iterator[tuple[int, int]]:
    """Yield the lines near a failure that could be out of line, and the columns where they could start."""
    before = line_before(lines, failure.line)
    nearest_lines = (failure.line, before, line_after(lines, failure.line))
    near = dict.fromkeys(number for number in nearest_lines if number is not None)
    filled = [number for number in range(len(lines)) if is_filled(lines[number]) and not is_in_block(lines, number)]
    for number in near:
        if number not in filled:
            continue
        key = KEY.match(lines[number])
        if not key and not is_list_item(lines[number]):
            continue
        if key and _begins_field(lines[number]) and key["name"] in root_names(lines):
            continue
        at = filled.index(number)
        neighbours = [lines[other] for other in (*filled[max(0, at - 12) : at], *filled[at + 1 : at + 2])]
        columns = {indent_of(neighbour) for neighbour in neighbours}
        columns |= {indent_of(neighbour) + 2 for neighbour in neighbours if is_list_item(neighbour)}
        for indent in sorted(columns - {indent_of(lines[number])}, reverse=True):
            match = KEY.match(lines[number])
            if indent or (match and match["name"] in root_names(lines)):
                yield number, indent


def _is_swallowed(lines: Sequence[str], number: int, indent: int) -> bool:
    """Return whether an item would be read as a part of the text above it, if it started in a column."""
    above = line_before(lines, number)
    match = None if above is None or not is_list_item(lines[number]) else KEY.match(lines[above])
    return match is not None and bool(lines[above or 0][match.end() :].strip()) and indent > match.start("name")


def _column_of_group(lines: Sequence[str], number: int) -> int | None:
    """Return the column in which the name of a group has to start, or None where a line begins no group."""
    below = line_after(lines, number)
    is_group = below is not None and lines[number].rstrip().endswith(":") and not is_list_item(lines[below])
    return indent_of(lines[below]) - 2 if is_group and below is not None else None


def _moved(lines: Sequence[str], number: int, last: int, indent: int) -> list[str]:
    """Return lines with those from one to another moved so that the first starts in a column."""
    distance = indent - indent_of(lines[number])
    moved = [" " * max(0, indent_of(line) + distance) + line.lstrip() for line in lines[number : last + 1]]
    return [*lines[:number], *moved, *lines[last + 1 :]]


def _last_inside(lines: Sequence[str], number: int) -> int:
    """Return the last of the lines that are inside of what a line begins."""
    last = number
    while (below := line_after(lines, last)) is not None and indent_of(lines[below]) > indent_of(lines[number]):
        last = below
    return last


def _gets_beyond(failure: ParseFailure | None, lines: Sequence[str], number: int) -> bool:
    """Return whether the parser gets beyond the field at the left edge to which a line belongs."""
    following = range(number + 1, len(lines))
    end = next((line for line in following if is_filled(lines[line]) and not lines[line].startswith(" ")), len(lines))
    return failure is None or failure.line > end
