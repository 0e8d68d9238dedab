"""Recognisers of items of lists without their hyphens, and of hyphens where there is no list.

Each takes the lines of a text, where the parser gave up, and a way to try other lines, and returns the mistake if it
is of its sort.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any, get_args, get_origin

from generator.loading.ids import BETWEEN_ITEMS, proper_id
from generator.loading.suggestions import block, filled, flow, is_id_type, member, numbered, pairs, plain, suggested
from generator.loading.syntax_errors.lines import (
    KEY,
    LEVEL,
    Attempt,
    Mistake,
    ParseFailure,
    gets_beyond,
    group_names,
    group_types,
    indent_of,
    is_field,
    is_filled,
    is_in_block,
    is_list_item,
    item_fields,
    item_types,
    last_inside,
    line_after,
    line_before,
    line_numbers,
    lines_outside_blocks,
    listed_lines,
    longer_texts,
    member_fields,
    spaces,
    with_column,
    with_line,
)
from generator.model.types import bare

# A name with its colon, whatever it is made of.
_NAME_WITH_COLON = re.compile(r"\s*(?:- +)?[^:\"'{}\[\]]+:(?:\s|$)")
# A field with its value, also as a part of what is in braces.
_PART = re.compile(r"(\w+): +(\S.*)")
_PART_IN_BRACES = re.compile(r"(?:^|, *)(\w+: +(?:\"[^\"]*\"|'[^']*'|\[[^\]]*\]|[^,{}\[\]]+))")
# A bullet or a number where a hyphen should be, before the fields of an item.
_BULLET_BEFORE_BRACES = re.compile(
    r"^(?P<start> *)(?:\d{1,2}[.)]|[\u2022\u25cf\u25aa\u25e6\u2023*+\u00b7\u2010-\u2015])\s*(?=\{[^{}]*\}\s*$)"
)
# A hyphen without a space, or a dash that is not a hyphen.
_DASH = re.compile(r"^(?P<start> *)(?:-(?=[^\s-])|[\u2010-\u2015]\s*)(?P<text>\S.*)$")


def bullet_before_braces(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise bullets or numbers instead of hyphens before items whose fields stand in braces."""
    if is_in_block(lines, failure.line):
        return None
    run = [number for number in range(failure.line, -1, -1) if _BULLET_BEFORE_BRACES.match(lines[number])]
    near = [number for number in run if number >= failure.line - 1]
    if not near:
        return None
    below = takewhile(lambda at: _BULLET_BEFORE_BRACES.match(lines[at]), range(near[-1], len(lines)))
    above = takewhile(lambda at: _BULLET_BEFORE_BRACES.match(lines[at]), range(near[-1] - 1, -1, -1))
    items = sorted((*above, *below))
    corrected = [
        _BULLET_BEFORE_BRACES.sub(r"\g<start>- ", line) if at in items else line for at, line in enumerate(lines)
    ]
    written = "\n".join(corrected[at] for at in items)
    hint = f"write `{corrected[items[0]].strip()}`"
    if len(items) > 1:
        hint = f"write this instead of {line_numbers(items[0], items[-1])}\n\n{written}"
    message = "an item of a list starts with a hyphen and a space"
    return Mistake(items[0], indent_of(lines[items[0]]), message, hint, corrected)


def no_space_after_dash(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise an item of a list that does not start with a dash and a space, as an item beside it does."""
    for number in dict.fromkeys((failure.context_line, line_before(lines, failure.line), failure.line)):
        match = None if number is None else _DASH.match(lines[number])
        if number is None or not match or is_in_block(lines, number):
            continue
        start = f"{match['start']}- "
        neighbours = (line_before(lines, number), line_after(lines, number))
        is_beside = any(neighbour is not None and lines[neighbour].startswith(start) for neighbour in neighbours)
        if is_beside or _is_first_field(lines, number, match["text"]):
            corrected = f"{start}{match['text'].rstrip()}"
            message = "an item of a list starts with a hyphen and a space"
            hint = f"write `{corrected.strip()}`"
            return Mistake(number, len(match["start"]), message, hint, with_line(lines, number, corrected), True)
    return None


def _is_first_field(lines: Sequence[str], number: int, text: str) -> bool:
    """Return whether a text begins with a field of the items of the list in which its line is."""
    owner = next((at for at in range(number - 1, -1, -1) if indent_of(lines[at]) == 0 and KEY.match(lines[at])), None)
    opens = None if owner is None else KEY.match(lines[owner])
    field = KEY.match(text)
    return bool(opens and field and field["name"] in item_fields().get(opens["name"], ()))


def numbered_items(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a list whose first items stand below its name with numbers or bullets instead of hyphens."""
    names = (at for at in range(failure.line - 1, -1, -1) if lines[at].endswith(":"))
    number = next((at for at in names if lines[at].strip()[:-1] in item_types()), None)
    if number is None:
        return None
    name, start = lines[number].strip()[:-1], indent_of(lines[number])
    inside = [at for at in range(number + 1, last_inside(lines, number) + 1) if lines[at].strip()]
    run = list(takewhile(lambda at: bool(numbered([lines[at]], Any)), inside))
    # The parser may give up in the line below.
    if not run or failure.line > run[-1] + 1:
        return None
    items = numbered([lines[at] for at in run], item_types()[name])
    written = block(name, items, start).partition("\n")[2]
    corrected = [*lines]
    for at, item in zip(run, items, strict=True):
        corrected[at] = f"{' ' * (start + LEVEL)}- {flow(item)}"
    message = f"each item of `{name}` begins with a hyphen and a space"
    hint = f"write this instead of {line_numbers(run[0], run[-1])}\n\n{written}"
    return Mistake(run[0], indent_of(lines[run[0]]), message, hint, corrected)


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
        "and write two spaces for the hyphen and the one after it"
    )
    corrected = [line if not number <= at <= last else "" for at, line in enumerate(lines)]
    return Mistake(number, 0, message, hint, corrected) if gets_beyond(attempt(corrected), lines, last) else None


def name_above_items(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a name instead of the hyphen of the first item of a list."""
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
    change = indent + LEVEL - indent_of(lines[first])
    if inside and change:
        what = f"put {spaces(change)} at" if change > 0 else f"delete {spaces(-change)} from"
        hint += f", and {what} the start of {line_numbers(inside[0], inside[-1])}"
    message = f"`{match['name']}` is a list: each of its items begins with a hyphen and a space"
    corrected = with_column(lines, first, max(inside, default=first), indent + LEVEL)
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
    indent, end = indent_of(lines[first]), last_inside(lines, owner)
    items = [at for at in range(first, end + 1) if lines[at].startswith(f"{' ' * indent}- ")]
    plain = [f"{' ' * indent}{line[indent + 2 :].lstrip()}" if at in items else line for at, line in enumerate(lines)]
    if match["name"] in longer_texts():
        corrected = with_line(plain, owner, f"{lines[owner].rstrip()} |")
        hint = f"write `{match['name']}: |`, and delete the hyphen and the space after it in {listed_lines(items)}"
        return Mistake(first, indent, f"`{match['name']}` is one text, and no list", hint, corrected)
    is_group = match["name"] in group_names()
    if not is_group or not all(_NAME_WITH_COLON.match(line) for line in (lines[first], lines[failure.line])):
        return None
    message = f"`{match['name']}` is no list: each of its parts begins with a name and a colon"
    if not is_field(lines[first]) or is_field(lines[failure.line]):
        hint = f"delete the hyphen and the space after it in {listed_lines(items)}"
        return Mistake(first, indent, message, hint, plain)
    inside = [at for at in range(first, failure.line) if lines[at].strip()]
    name = proper_id(" ".join(text.partition(":")[2].split()[:3]))
    parts = [f"{' ' * (indent + LEVEL)}{lines[at].strip().removeprefix('- ')}" for at in inside]
    written = "\n".join((f"{' ' * indent}{name}:", *parts))
    hint = f"write this instead of {line_numbers(inside[0], inside[-1])}, with a short name\n\n{written}"
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
    text, column = line.strip()[2:].strip(), indent_of(lines[start])
    if text.startswith(("{", "[")) or KEY.match(line):
        corrected = with_column(lines, number, last_inside(lines, number), column)
        moved = [at for at in range(len(lines)) if lines[at] != corrected[at]]
        what = "its hyphen" if len(moved) == 1 else f"the hyphen of line {number + 1}"
        hint = f"if it is an item of its own, begin it in the column of the item above: {spaces(column)} before {what}"
        if len(moved) > 1:
            hint += f", and {spaces(indent_of(line) - column)} less before {line_numbers(moved[1], moved[-1])}"
        message = "this item starts further right than the one above"
        return Mistake(number, indent_of(line), message, hint, corrected)
    text = text if text[:1] in ("'", '"') else plain(text)
    hint = f"write `{' ' * column}- {fields[0]}: {text}`, or put its words into the item above"
    message = "this is inside the item above, which holds no list"
    return Mistake(number, indent_of(line), message, hint)


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
        before = line_before(lines, number)
        if before is not None and is_list_item(lines[before]) and indent_of(lines[before]) > indent:
            continue  # it belongs to the list above
        above = (at for at in range(number - 1, -1, -1) if is_filled(lines[at]) and indent_of(lines[at]) < indent)
        owner = next(above, -1)
        match = KEY.match(lines[owner]) if owner >= 0 else None
        value_type = group_types().get(match["name"]) if match else None
        if match and value_type is None and match["name"] in item_fields():
            continue
        if match and (mistake := _member_as_item(lines, number, match["name"])):
            return mistake
        end = last_inside(lines, owner) if owner >= 0 else len(lines) - 1
        items = [at for at in range(owner + 1, end + 1) if lines[at].startswith(f"{' ' * indent}- ")]
        fields = {at: name for at in items if (name := _as_field(lines[at], value_type))}
        corrected = [fields.get(at, "") if at in items else line for at, line in enumerate(lines)]
        if not gets_beyond(attempt(corrected), lines, number):
            continue
        message = f"`{match['name']}` is no list: each of its parts begins with a name and a colon" if match else ""
        if len(items) > 1 and len(fields) == len(items):
            written = "\n".join(fields.values())
            hint = f"write this instead of {listed_lines(items)}\n\n{written}"
        elif number in fields:
            message = "the lines beside this one have no hyphen"
            hint = f"delete the hyphen: `{fields[number].strip()}`"
        elif match and value_type is not None:
            suggestion = suggested("write", proper_id(text), value_type, filled(value_type, text), indent)
            return Mistake(items[0], indent, message, suggestion, corrected)
        else:
            continue
        return Mistake(items[0], indent, message, hint, corrected)
    return None


def _member_as_item(lines: Sequence[str], number: int, group: str) -> Mistake | None:
    """Return the mistake of a part of a group whose fields stand after a hyphen instead of a name, or None."""
    indent, text = indent_of(lines[number]), lines[number].strip()[2:].strip()
    last = number
    while (below := line_after(lines, last)) is not None and indent_of(lines[below]) > indent:
        last = below
    inside = [line.strip() for line in lines[number + 1 : last + 1] if line.strip()]
    parts = [text, *inside]
    if text.startswith("{") and text.endswith("}") and not inside:
        parts = _PART_IN_BRACES.findall(text[1:-1])
    fields = dict(_PART.findall(part)[0] for part in parts if _PART.match(part))
    is_member = any(
        fields.keys() <= known.keys() for known in member_fields().get(group, ()) if isinstance(known, dict)
    )
    words = next((value.strip("\"'") for value in fields.values() if " " in value), "")
    if not fields or len(fields) < len(parts) or not is_member or not words:
        return None
    name = proper_id(" ".join(words.split()[:3]))
    new = [f"{' ' * indent}{name}:", *(f"{' ' * (indent + LEVEL)}{field}: {part}" for field, part in fields.items())]
    written = "\n".join(new)
    hint = f"write this instead of {line_numbers(number, last)}, with a short name\n\n{written}"
    message = f"`{group}` is no list: each of its parts begins with a name and a colon"
    flow_text = f"{' ' * indent}{name}: {{{', '.join(f'{field}: {part}' for field, part in fields.items())}}}"
    corrected = [flow_text if at == number else "" if number < at <= last else line for at, line in enumerate(lines)]
    return Mistake(number, indent, message, hint, corrected)


def _as_field(item: str, value_type: Any) -> str:
    """Return an item of a list as a name and a value of a type, without its hyphen, or an empty string."""
    text = item.lstrip()[2:].strip()
    start = " " * indent_of(item)
    if not _NAME_WITH_COLON.match(item):
        text = "".join(f"{name}: {value}" for name, value in pairs(text).items())
    name, _, value = text.partition(": ")
    ids = get_args(bare(value_type))[:1]
    if value and value[0] not in "[{" and get_origin(bare(value_type)) is list and is_id_type(ids[0]):
        text = member(name, [proper_id(part) for part in BETWEEN_ITEMS.split(value)])
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
    if match["name"] != item["name"] or not gets_beyond(attempt(corrected), lines, below[-1]):
        return None
    message = "an item of a list starts with a hyphen and a space"
    hint = f"put them before it: `{corrected[failure.line]}`"
    if is_left:
        written = "\n".join(corrected[failure.line : below[-1] + 1])
        hint = f"write this instead of {line_numbers(failure.line, below[-1])}\n\n{written}"
    return Mistake(failure.line, indent, message, hint, corrected)
