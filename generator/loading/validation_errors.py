"""pydantic's validation errors -> diagnostics, each at the field that it is about."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics.diagnostic import Diagnostic, is_misspelt, listed, nearest
from generator.diagnostics.topics import Name
from generator.loading.field_synonyms import field_meant
from generator.loading.ids import bad_id, proper_id
from generator.loading.invalid_field import MISSING_FIELD, InvalidField, empty
from generator.loading.misplacement import wrong_folder
from generator.loading.nodes import Document, as_data
from generator.loading.suggestions import filled, suggest, suggested, text_of
from generator.loading.unknown_fields import CUT_NUMBER, guess_of, is_compared, unknown_field
from generator.loading.wrong_types import wrong_type
from generator.loading.wrong_values import (
    bad_date,
    bad_pattern,
    not_a_boolean,
    not_a_fraction,
    not_a_pair,
    not_an_integer,
    out_of_range,
    too_few,
    too_long,
    too_many,
    unknown_word,
)
from generator.model.types import (
    as_model,
    bare,
    fields_of,
    model_at,
    reference_of,
    required_of,
    type_at,
)

# A name and its value without a space after the colon.
_PAIR = re.compile(r"(?P<name>[a-z_]+):(?P<value>\S.*)")


def field_errors(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...], error: ValidationError
) -> Iterator[Diagnostic]:
    """Yield the diagnostics of one entry.

    Args:
        document: The file that holds the entry.
        entry_type: The type of the entry.
        field_path: The keys that lead to the entry in its file.
        error: What pydantic found wrong with it.
    """
    if misplaced := wrong_folder(document, entry_type, field_path):
        yield misplaced
        return
    details = list(_worth_telling(entry_type, error.errors(include_url=False)))
    cut_numbers = {path for detail in details if (path := _cut_number(document, field_path, detail))}
    for detail in details:
        if detail["loc"] not in cut_numbers:
            yield _diagnostic(document, entry_type, field_path, detail)


def _cut_number(document: Document, field_path: tuple[str, ...], detail: ErrorDetails) -> tuple[int | str, ...] | None:
    """Return the path of a number that is told where its decimals are, which a comma in braces made a field."""
    *owner, name = detail["loc"] or ("",)
    if detail["type"] != "extra_forbidden" or detail["input"] != "" or not str(name).isdecimal():
        return None
    place = document.at(*field_path, *detail["loc"], key=True)
    number = CUT_NUMBER.search(place.source[: place.column - 1])
    return (*owner, number[1]) if number else None


def _worth_telling(entry_type: type[BaseModel], details: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Yield the details that follow from no other."""
    unknown_items = _items_without_known_field(entry_type, details)
    details = [detail for detail in details if detail["type"] != "missing" or detail["loc"][:-1] not in unknown_items]
    bad_keys = {detail["loc"][:-1] for detail in details if detail["loc"][-1:] == ("[key]",)}
    unknown_names = {detail["loc"][-1] for detail in details if detail["type"] == "extra_forbidden"}
    owners_of_pieces = set()
    for detail in details:
        *owner, name = detail["loc"] or ("",)
        # Of a line that was changed, the one that was there before tells enough.
        is_added = str(name).startswith("+") and is_compared(str(name), unknown_names)
        # Commas have cut a text into pieces, each a field without a value: the first tells enough.
        is_piece = detail["type"] == "extra_forbidden" and detail["input"] == ""
        is_further_piece = is_piece and tuple(owner) in owners_of_pieces
        if is_piece and not is_added and detail["loc"] not in bad_keys:
            owners_of_pieces.add(tuple(owner))
        is_consequence = detail["loc"] in bad_keys or _is_only_misspelt(entry_type, detail, details)
        if not (is_added or is_further_piece or is_consequence):
            yield _with_missing_field(detail, details)


def with_names_corrected(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...], error: ValidationError
) -> tuple[Document, list[Diagnostic]]:
    """Return a document with the right names of the fields of an entry that are only misspelt, and what was wrong."""
    details = error.errors(include_url=False)
    if wrong_folder(document, entry_type, field_path):
        return document, []
    names: dict[tuple[str | int, ...], tuple[str, str]] = {}
    diagnostics = []
    for detail in details:
        path = (*field_path, *detail["loc"])
        written = str(path[-1])
        if detail["type"] != "extra_forbidden" or is_compared(written, as_data(document.node(*path[:-1]))):
            continue
        known = fields_of(model_at(entry_type, detail["loc"][:-1]))
        pair = _PAIR.fullmatch(written) if detail["input"] == "" else None
        name = pair["name"] if pair else nearest(written, known)
        taken = {*as_data(document.node(*path[:-1])), *(new for at, (new, _) in names.items() if at[:-1] == path[:-1])}
        if name not in known or name in taken:
            continue
        if pair:
            names[path] = name, pair["value"]
            diagnostics.append(bad_id(document.at(*path, key=True), written))
        elif is_misspelt(written, name):
            names[path] = name, ""
            diagnostics.append(_diagnostic(document, entry_type, field_path, detail))
    return document.with_names(names), diagnostics


def _items_without_known_field(entry_type: type[BaseModel], details: list[ErrorDetails]) -> set[tuple[int | str, ...]]:
    """Return the paths of items of lists that have none of the fields of their type, but others."""
    missing = [detail for detail in details if detail["type"] == "missing" and detail["loc"][-2:-1]]
    return {
        detail["loc"][:-1]
        for detail in missing
        if isinstance(detail["loc"][-2], int)
        and isinstance(detail["input"], dict)
        and detail["input"]
        and not fields_of(model_at(entry_type, detail["loc"][:-1])).keys() & detail["input"].keys()
    }


def _with_missing_field(detail: ErrorDetails, details: list[ErrorDetails]) -> ErrorDetails:
    """Return what is wrong with the one unknown field of a place where one field is missing, with that field's name."""
    if detail["type"] != "extra_forbidden" or not (name := _only_missing(detail, details)):
        return detail
    return {**detail, "ctx": {MISSING_FIELD: name}}


def _only_missing(unknown: ErrorDetails, details: list[ErrorDetails]) -> str:
    """Return the field that is missing where another is unknown, if there is one of both, or an empty string.

    Fields that are only misspelt do not count as unknown, and their right names do not count as missing.
    """
    beside = [detail for detail in details if detail["loc"][:-1] == unknown["loc"][:-1]]
    missing = {str(detail["loc"][-1]) for detail in beside if detail["type"] == "missing"}
    unknown_names = [str(detail["loc"][-1]) for detail in beside if detail["type"] == "extra_forbidden"]
    guesses = {name: guess_of(name, missing) for name in unknown_names}
    missing -= set(guesses.values())
    is_one = len(missing) == 1 and [name for name in unknown_names if not guesses[name]] == [str(unknown["loc"][-1])]
    return missing.pop() if is_one else ""


def _diagnostic(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...], detail: ErrorDetails
) -> Diagnostic:
    loc = detail["loc"]
    if loc[-1:] == ("[key]",):
        key_type, value_type = get_args(bare(type_at(entry_type, loc[:-2])))
        place = document.at(*field_path, *loc[:-1], key=True)
        diagnostic = bad_id(place, str(loc[-2]), reference_of(key_type))
        rest = place.source[place.end_column :].strip()
        if ": " in place.source and rest[:1] not in ("", "{", "[", "|", ">") and as_model(value_type):
            name, value = proper_id(str(loc[-2])), filled(value_type, rest)
            suggestion = suggested("write", name, value_type, value, place.column - 1)
            return replace(diagnostic, hint=text_of(suggestion), suggestion=suggestion)
        return diagnostic
    owner, field_type = model_at(entry_type, loc[:-1]), type_at(entry_type, loc)
    context = {**detail.get("ctx", {}), "holder": model_at(entry_type, loc[:-2]), "entry": entry_type}
    field = InvalidField(document, (*field_path, *loc), owner, field_type, detail["input"], context)
    error_type = detail["type"]
    describe = _DESCRIBERS.get(error_type) or (bad_date if error_type.startswith("date") else out_of_range)
    return describe(field)


def _missing(field: InvalidField) -> Diagnostic:
    location = field.document.at(*field.path[:-1], key=True)
    message, topic = f"`{field.name}` is missing", Name(field.name, "fields")
    # In a file with many entries, the note above them explains the field to all.
    text = field.document.written(*field.path[:-1]) if field.path[1:] else field.document.text
    if note := re.search(rf"(?m)^ *#+ *{re.escape(field.name)}:(?= |$)", text):
        number = text.count("\n", 0, note.start()) + (location.line if field.path[1:] else 1)
        hint = f"delete the `#` in line {number}, which makes a note of that line, and write there what is meant"
        return Diagnostic("missing-field", location, message, hint, topic=topic)
    if parts := _parts_of_item_above(field):
        hint = (
            f"write a space in place of the hyphen in line {location.line}: then {parts} belongs to the item above; "
            f"if it is an item of its own, add `{field.name}: ` to it with what is meant"
        )
        return Diagnostic("missing-field", location, message, hint, topic=topic)
    words = field.words()
    remedy = f"add {words}, whichever is true.{field.description}" if words else field.added()
    return suggest("missing-field", location, message, remedy, topic=topic)


def _parts_of_item_above(field: InvalidField) -> str:
    """Return the fields of an item that the item above lacks, where it has none that an item needs, or nothing."""
    *owner, at = field.path[:-1] or ("",)
    if not isinstance(at, int) or at == 0 or field.owner is None:
        return ""
    above, item = as_data(field.document.node(*owner))[at - 1 : at + 1]
    is_part = not item.keys() & required_of(field.owner).keys()
    is_below = isinstance(above, dict) and not item.keys() & above.keys()
    starts_line = re.match(r" *- ", field.document.at(*owner, at).source)
    return listed(f"`{name}`" for name in item) if is_part and is_below and starts_line else ""


def _is_only_misspelt(entry_type: type[BaseModel], missing: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Return whether a field is missing only because its name is misspelt: one diagnostic is enough."""
    if missing["type"] != "missing":
        return False
    owner, name = missing["loc"][:-1], str(missing["loc"][-1])
    model = model_at(entry_type, owner)
    names = fields_of(model)
    unknown = [detail for detail in details if detail["type"] == "extra_forbidden" and detail["loc"][:-1] == owner]
    return any(
        name in (guess_of(written, names), _only_missing(detail, details))
        or field_meant(written, model, missing["input"])[:1] == (name,)
        for detail in unknown
        for written in (str(detail["loc"][-1]),)
    )


_DESCRIBERS: Mapping[str, Callable[[InvalidField], Diagnostic]] = {
    "missing": _missing,
    "extra_forbidden": unknown_field,
    "string_type": wrong_type("a text"),
    "list_type": wrong_type("a list"),
    "dict_type": wrong_type("a group of names and values"),
    "tuple_type": not_a_pair,
    "model_type": wrong_type("a group of fields"),
    "string_too_short": empty,
    "too_short": too_few,
    "too_long": too_many,
    "string_too_long": too_long,
    "literal_error": unknown_word,
    "string_pattern_mismatch": bad_pattern,
    "int_parsing": not_an_integer,
    "int_from_float": not_an_integer,
    "float_parsing": not_a_fraction,
    "bool_parsing": not_a_boolean,
}
