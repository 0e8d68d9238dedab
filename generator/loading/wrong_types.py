"""A value of the wrong sort, such as a text where a list should be: what to type instead."""

import re
from collections.abc import Callable, Mapping
from textwrap import dedent
from typing import Any, get_args, get_origin

from generator.diagnostics.diagnostic import Diagnostic, Location, listed
from generator.diagnostics.suggestion import OPEN, QUOTE, Hint, OneOf, Suggestion
from generator.diagnostics.topics import Name
from generator.loading.ids import ID, distinct_names, ids_in, is_nothing
from generator.loading.invalid_field import InvalidField, empty
from generator.loading.nodes import as_data
from generator.loading.quantities import whole_number
from generator.loading.quoting import quoted
from generator.loading.suggestions import (
    around,
    filled,
    is_id_type,
    member,
    names_mail,
    numbered,
    pairs,
    plain,
    split_items,
    suggest,
    suggested,
    without_mail,
)
from generator.model import Prose
from generator.model.types import as_model, bare, fields_of, genre_of, inside, reference_of, required_of

_ITEM = re.compile(r"\s*- (\S.*)$")
_LINKED_ID = re.compile(r"\]\(\w+:([a-z0-9-]+)\)")
_TYPE_NAMES: Mapping[type, str] = {str: "a text", list: "a list", dict: "a group of fields"}
# How many parts a name and its value are.
_PAIR = 2
# Of these there can be none, which is not what a word such as `none` says of evidence.
_PLURAL = ("a list", "a group of names and values")
# What people put before the items of a list.
_BULLET = re.compile(
    r"\s*(?:[-\u2010-\u2015]|[\u2022\u25cf\u25aa\u25e6\u2023*\u00b7]|\d{1,2}[.)](?=\s))\s*(?P<text>\S.*)"
)
_BETWEEN_NAMES = re.compile(r"\s*[,;&]\s*(?:and\s+)?|\s+and\s+")
_YEAR_BEHIND = re.compile(r"\s*\(\d{4}[a-z]?\)\.?$")
_NAME_AND_VALUES = re.compile(r"\{?(?P<name>[a-z0-9-]+)\s*[=:]\s*(?P<values>[a-z0-9-]+(?:, *[a-z0-9-]+)*)\}?")
# An id by itself, or with a word in brackets or after a mark.
_ID_AND_WORD = re.compile(
    r"(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)(?:(?: *[(\[,=\u2013\u2014]| +-) *(?P<value>[a-z]+(?: [a-z]+)*)[)\]]?)?"
)
# An item of more words may be a part of a sentence, in which commas mean nothing.
_WORDS_OF_ITEM = 6


def wrong_type(expected: str) -> Callable[[InvalidField], Diagnostic]:
    """Return the function that describes a field which holds something else than what is expected."""

    def describe(field: InvalidField) -> Diagnostic:
        if field.value == "" or (expected in _PLURAL and _is_required(field) and is_nothing(field.value)):
            return empty(field)
        actual = _TYPE_NAMES.get(type(field.value), "something else")
        location = field.location(key=not isinstance(field.value, str) and not field.is_item)
        message = f"{field.title} is {actual}, not {expected}"
        topic = None if field.is_item else Name(field.name, "fields")
        return suggest("wrong-type", location, message, _type_hint(field, expected, location), topic=topic)

    return describe


def _is_required(field: InvalidField) -> bool:
    return field.owner is None or field.name in required_of(field.owner)


def _type_hint(field: InvalidField, expected: str, location: Location) -> Hint:
    hint: Hint
    if isinstance(field.value, dict):
        hint = (
            _numbered_items(field, expected) or _as_item(field, expected) or _hint_for_group(field, expected, location)
        )
    elif isinstance(field.value, list):
        hint = (_one_of(field) if expected == "a text" else "") or _merged(field) or _hint_without_hyphens(field)
    else:
        hint = _hint_for_text(field, expected)
    return hint or field.written_as(_as_wanted(field, expected))


def _hint_for_group(field: InvalidField, expected: str, location: Location) -> Hint:
    """Return what to type where names and values stand instead of something else, or an empty string."""
    item = _ITEM.match(location.source) if expected == "a text" and field.is_item else None
    if item and (reference := reference_of(field.type)):
        return f"write the id of one of the `{reference}` here; its fields stand where all `{reference}` do"
    if item and (home := _home_of(field)):
        text = next((part for part in field.value.values() if isinstance(part, str) and " " in part), "")
        alone = f"; or write its words alone: `- {plain(text)}`" if text else ""
        return f"this is written as an item of `{home}`: move it there{alone}"
    if item and len(field.value) > 1:
        return f"write it as one text: `- {quoted(', '.join(_texts(field.value)))}`"
    if item:
        return f"put it in quotation marks: `- {quoted(item[1])}`"
    item_type = as_model(get_args(bare(field.type))[0]) if expected == "a list" else None
    parts = required_of(item_type) if item_type else {}
    if len(parts) == _PAIR and all(isinstance(part, str) for part in field.value.values()):
        return field.written_as([dict(zip(parts, row, strict=True)) for row in field.value.items()])
    names = _ticked(field.value) if expected == "a list" else []
    return f"write `{field.name}: [{', '.join(names)}]`" if names else ""


def _numbered_items(field: InvalidField, expected: str) -> Hint:
    """Return what to type where numbers or bullets stand before items that have fields, or colons in them."""
    lines = field.document.written(*field.path).split("\n")[1:]
    item_type = get_args(bare(field.type))[0] if expected == "a list" else None
    items = numbered(lines, item_type) if as_model(item_type) or isinstance(field.value, dict) else []
    return suggested("write", field.name, field.type, items, field.location(key=True).column - 1) if items else ""


def _as_item(field: InvalidField, expected: str) -> str:
    """Return what to type where the fields of the one item of a list stand without a hyphen, or an empty string."""
    item = as_model(get_args(bare(field.type))[0]) if expected == "a list" else None
    if not field.value or not field.value.keys() <= fields_of(item).keys():
        return ""
    start = " " * (field.location(key=True).column - 1)
    lines = dedent(field.document.written(*field.path).partition("\n")[2]).split("\n")
    parts = (f"{start}  {'  ' if number else '- '}{line}".rstrip() for number, line in enumerate(lines))
    written = "\n\n" + "\n".join((f"{start}{field.name}:", *parts)) if lines[0] else field.block([field.value])
    return f"put a hyphen and a space before the first of its parts, and the others below it:{written}"


def _merged(field: InvalidField) -> Hint:
    """Return what to type where a list holds the names and values of a group, one an item, or an empty string."""
    is_group = get_origin(bare(field.type)) is dict and as_model(get_args(bare(field.type))[1]) is None
    model = as_model(field.type)
    rows = [tuple(item.values()) for item in field.value if isinstance(item, dict)]
    if is_group and rows and all(len(row) == _PAIR and ID.match(str(row[0])) for row in rows):
        return f"write each pair as a name and its value:{field.block(dict(rows))}"
    items = [item for item in field.value if isinstance(item, dict) and len(item) == 1]
    if is_group and len(items) < len(field.value) and not _ids_in(field.value) and (names := _of_items(field)):
        return suggested("write", field.name, field.type, names, field.location(key=True).column - 1)
    merged = {name: value for item in items for name, value in item.items()}
    is_of_fields = model is not None and fields_of(model).keys() >= merged.keys()
    if not (is_group or is_of_fields) or not items or len(merged) != len(field.value):
        return ""
    merged = {name: _in_digits(inside(model, name) if model else str, part) for name, part in merged.items()}
    return f"delete the hyphens and the spaces after them:{field.block(merged)}"


def _of_items(field: InvalidField) -> dict[str, Any]:
    """Return the names and values that the items of a list hold in various ways, or nothing where one holds none."""
    merged: dict[str, Any] = {}
    value = get_args(bare(field.type))[1]
    for item in field.value if filled(value) == OPEN else ():
        match = _ID_AND_WORD.fullmatch(item) if isinstance(item, str) else None
        if match:
            merged[match["name"]] = match["value"] or filled(value)
        elif isinstance(item, dict) and len(item) == 1:
            merged |= item
        else:
            return {}
    return merged if len(merged) == len(field.value) else {}


def _in_digits(value_type: Any, value: Any) -> Any:
    """Return a value, a number in digits where a type wants one and words name it."""
    number = whole_number(value) if bare(value_type) is int and isinstance(value, str) else None
    return value if number is None else str(number)


def _hint_for_text(field: InvalidField, expected: str) -> Hint:
    """Return what to type where there is a text instead of something else, or an empty string."""
    if is_nothing(field.value) and not _is_required(field):
        return field.deletion
    if expected == "a list":
        hint = _names_of_people(field) or _numbered_items(field, expected) or _list_hint(field)
        remark = "the address of mail is left out, as it would be published; " * names_mail(field.value)
        return around(hint, before=remark)
    table = pairs(field.document.written(*field.path).partition("\n")[2])
    if expected == "a group of fields" and table and table.keys() <= fields_of(as_model(field.type)).keys():
        values = {name: [] if value == "[]" else _bracketed(value) for name, value in table.items()}
        return f"put a colon and a space between each name and its value:{field.block(values)}"
    return _group_hint(field)


def _names_of_people(field: InvalidField) -> str:
    """Return what to type where people who wrote something stand in one line: their names, and nothing else of them."""
    is_of_people = genre_of(get_args(bare(field.type))[0]) == "contributor"
    if not is_of_people or "\n" in field.document.written(*field.path).strip():
        return ""
    parts = _BETWEEN_NAMES.split(without_mail(field.value))
    names = [part for part in parts if part[:1].isupper() and not re.search(r"://|www\.|@", part)]
    is_all = len(names) == len(list(filter(None, parts)))
    if len(names) < 2 and is_all:  # noqa: PLR2004 (one needs no separating)
        return ""
    alone = "" if is_all else ", the names alone"
    return f"write each on a line of its own{alone}:{field.block(names or [OPEN])}"


def _one_of(field: InvalidField) -> str:
    """Return what to type where several ids stand instead of one, or an empty string where they don't."""
    ids = _ids_in(field.value)
    if len(ids) < 2:  # noqa: PLR2004 (one is no choice)
        return ""
    fields = {name: inside(field.owner, name) for name in fields_of(field.owner)} if field.owner else {}
    reference = reference_of(field.type)
    others = next((name for name, value_type in fields.items() if _is_list_of(value_type, reference)), "")
    if not others:
        return f"write one of them, {' or '.join(field.with_value(id_) for id_ in ids)}.{field.description}"
    rest = f"and the others as `{member(others, ids[1:])}`"
    return f"write the one that counts most, such as {field.with_value(ids[0])}, {rest}.{field.description}"


def _is_list_of(value_type: Any, reference: str) -> bool:
    """Return whether a type is a list of ids of the same sort."""
    return get_origin(bare(value_type)) is list and reference_of(get_args(bare(value_type))[0]) == reference


def _bracketed(value: str) -> Any:
    """Return the items of a list of ids that is between brackets, or any other text as it is."""
    inside_brackets = re.fullmatch(r"\[(.*)\]", value)
    return (ids_in(inside_brackets[1]) if inside_brackets else []) or value


def _home_of(field: InvalidField) -> str:
    """Return the list beside that of an item whose items have the fields of it, or an empty string."""
    holder = field.context.get("holder")
    for name in fields_of(holder):
        value_type = bare(inside(holder, name))
        item = as_model(get_args(value_type)[0]) if get_origin(value_type) is list else None
        if item and field.is_item and fields_of(item).keys() >= field.value.keys() and name != field.name:
            return name
    return ""


def _as_wanted(field: InvalidField, expected: str) -> Any:
    """Return a value of the type of a field, with what is there in it."""
    if expected == "a group of names and values" and not isinstance(field.value, dict):
        value = get_args(bare(field.type))[1]
        if keys := _ids_in(field.value):
            return dict.fromkeys(keys, filled(value))
        if blanks := _blanks_beside(field):
            return {blank: OPEN if number else field.value for number, blank in enumerate(blanks)}
        return {name: part for text in _texts(field.value) for name, part in filled(field.type, text).items()}
    parts = [filled(field.type, text) for text in _texts(field.value)]
    if not isinstance(parts[0], dict):
        return parts[0]
    return {name: next((part[name] for part in parts if part.get(name, OPEN) != OPEN), OPEN) for name in parts[0]}


def _blanks_beside(field: InvalidField) -> list[str]:
    """Return the names that stand in braces in the texts beside a field, each of which an example can be of."""
    beside = as_data(field.document.node(*field.path[:-1])) if field.name == "examples" else {}
    texts = " ".join(_texts(beside))
    return list(dict.fromkeys(re.findall(r"\{([^{}\n]+)\}", texts))) if isinstance(field.value, str) else []


def _ticked(values: Mapping[str, Any]) -> list[str]:
    """Return the names that stand with a yes or with nothing, where all are ids and no value is another."""
    yes, no = {"", "yes", "true", "x", "1", "y"}, {"no", "false", "0", "n", "-"}
    words = {name: str(value).lower() for name, value in values.items()}
    if not all(ID.match(name) and word in yes | no for name, word in words.items()):
        return []
    return [name for name, word in words.items() if word in yes]


def _texts(value: Any) -> list[str]:
    """Return a text, or those directly inside a list or a group."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    return [part for part in parts if isinstance(part, str)] or [""]


def _hint_without_hyphens(field: InvalidField) -> str:
    """Return what to type where there is a list instead of a text or of a group, or an empty string."""
    first = field.value[0] if field.value else None
    if (
        isinstance(first, str)
        and bare(field.type) is Prose
        and re.match(r"[^\n]*:\s*\n", field.document.written(*field.path))
    ):
        return f"write `{field.name}: |`, and delete the hyphens and the spaces after them in the lines below it"
    text = next((value for value in first.values() if isinstance(value, str)), "") if isinstance(first, dict) else ""
    if not text or get_origin(bare(field.type)) is not dict:
        return ""
    texts = [next((part for part in item.values() if isinstance(part, str)), "") for item in field.value if item]
    names = listed(f"`{name}:`" for name in distinct_names(texts)[:2])
    return (
        f"put a line with a short name and a colon instead of each hyphen, such as {names}, "
        "and start the lines below it with four spaces"
    )


def _list_hint(field: InvalidField) -> Hint:
    """Return what to type where there is a text instead of a list."""
    item_type = get_args(bare(field.type))[0]
    lines = [line for line in field.document.written(*field.path).split("\n")[1:] if line.strip()]
    items = [bullet["text"] for line in lines if (bullet := _BULLET.match(line))]
    item = as_model(item_type)
    name = f"{next(iter(required_of(item)))}: " if item else ""
    mark = field.location().source[field.location().column - 1 :][:1]
    if items and (reference := reference_of(item_type)):
        listed = [f"{QUOTE}{text}”" for text in items]
        return Suggestion("write", field.name, listed, wishes={field.name: OneOf(reference)})
    if items and mark in ("|", ">") and all(line.lstrip().startswith("- ") for line in lines) and not name:
        return f"delete the `{mark}` after `{field.name}:`"
    if items:
        also = f", and delete the `{mark}` after `{field.name}:`" if mark in ("|", ">") else ""
        return f"begin each item with a hyphen and a space, such as `- {name}{items[0]}`{also}"
    if not name and (hint := _hint_for_line(field, item_type)):
        return hint
    if lines or ("," in field.value and not name and not is_id_type(item_type)):
        example = f", such as `- {name}{lines[0].strip()}`" if lines else ""
        return f"write each item on a line of its own below `{field.name}:`, after a hyphen and a space{example}"
    return field.written_as(filled(field.type, field.value))


def _hint_for_line(field: InvalidField, item_type: Any) -> str:
    """Return what to type where the items of a list stand in one line, or an empty string where that may be a text."""
    ids = (_ids_in(field.value) or _LINKED_ID.findall(field.value)) if is_id_type(item_type) else []
    names = split_items(_YEAR_BEHIND.sub("", field.value), item_type)
    short = [] if is_id_type(item_type) else _short_items(without_mail(field.value))
    if len(short) > len(names) > 1:
        names = short
    if len(names) > 1 and not reference_of(item_type):
        return f"write each item on a line of its own:{field.block(names)}"
    items = ids or ([] if is_id_type(item_type) else _short_items(without_mail(field.value)))
    return f"write `{field.name}: [{', '.join(items)}]`" if items else ""


def _group_hint(field: InvalidField) -> str:
    """Return what to type where the one name and value of a group stand in a text, or an empty string."""
    if get_origin(bare(field.type)) is not dict:
        return ""
    written = field.document.written(*field.path).partition(":")[2]
    if table := pairs(written):
        is_listed = get_origin(bare(get_args(bare(field.type))[1])) is list
        values = {name: _ids_in(value) or [value] if is_listed else value for name, value in table.items()}
        return f"put a colon and a space between each name and its value:{field.block(values)}"
    match = _NAME_AND_VALUES.fullmatch(str(field.value).strip())
    if not match:
        return ""
    value = match["values"]
    is_list = get_origin(bare(get_args(bare(field.type))[1])) is list
    return f"write `{field.name}: {{{match['name']}: {f'[{value}]' if is_list else value}}}`"


def _short_items(text: str) -> list[str]:
    """Return the parts of a line with commas between them, or nothing where they may be parts of a sentence."""
    items = re.split(r"\s*[,;]\s*", text.strip())
    is_list = len(items) > 1 and "\n" not in text and not set(text) & set(":#{}[]\"'.?!&*")
    return items if is_list and all(0 < len(item.split()) <= _WORDS_OF_ITEM for item in items) else []


def _ids_in(value: Any) -> list[str]:
    """Return the ids of a list, or of a text that lists them; nothing where it holds anything else."""
    if isinstance(value, str):
        return ids_in(value)
    is_list = isinstance(value, list) and all(isinstance(part, str) and ID.match(part) for part in value)
    return value if is_list else []
