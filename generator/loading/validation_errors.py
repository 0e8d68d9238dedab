"""pydantic's validation errors -> diagnostics, each at the field that it is about."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics.diagnostic import Diagnostic, Location, instead, is_misspelt, nearest
from generator.diagnostics.suggestion import Hint, Suggestion
from generator.diagnostics.topics import Name
from generator.loading.ids import bad_id, letter_of_other_script, proper_id
from generator.loading.invalid_field import InvalidField, empty
from generator.loading.misplacement import wrong_folder
from generator.loading.nodes import Document, as_data
from generator.loading.quoting import quoted
from generator.loading.suggestions import filled, suggest, suggested, text_of
from generator.loading.syntax_errors import line_numbers
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
from generator.model import KINDS, Setup
from generator.model.types import (
    as_model,
    bare,
    fields_of,
    inside,
    model_at,
    reference_of,
    required_of,
    type_at,
)
from generator.model.ui_text import UiText

# By how many letters a field may differ in length from what stands for it.
_MOST_LETTERS = 3
# More fields than these are not listed.
_MOST_LISTED = 24
# A name and its value without a space behind the colon.
_PAIR = re.compile(r"(?P<name>[a-z_]+):(?P<value>\S.*)")
# A text in quotation marks that YAML doesn't know.
_CURLY_QUOTES = re.compile(
    "(?P<name>\\w+): *[\u201c\u201d\u201e\u00ab](?P<text>[^\u201c-\u201e\u00ab\u00bb]+)[\u201c\u201d\u00bb]"
)


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
    details = error.errors(include_url=False)
    if misplaced := wrong_folder(document, entry_type, field_path):
        yield misplaced
        return
    strangers = _without_known_field(entry_type, details)
    details = [detail for detail in details if detail["type"] != "missing" or detail["loc"][:-1] not in strangers]
    bad_keys = {detail["loc"][:-1] for detail in details if detail["loc"][-1:] == ("[key]",)}
    unknown = {detail["loc"][-1] for detail in details if detail["type"] == "extra_forbidden"}
    owners_of_pieces = set()
    for detail in details:
        loc = detail["loc"]
        if loc and _is_compared(name := str(loc[-1]), unknown) and name.startswith("+"):
            continue  # the line that was there before tells enough
        if loc in bad_keys or _is_only_misspelt(entry_type, detail, details):
            continue
        if detail["type"] == "extra_forbidden" and detail["input"] == "":
            # Commas have cut a text into pieces, each a field without a value: the first tells enough.
            if loc[:-1] in owners_of_pieces:
                continue
            owners_of_pieces.add(loc[:-1])
        yield _diagnostic(document, entry_type, field_path, _with_guess(detail, details))


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
        if detail["type"] != "extra_forbidden" or _is_compared(written, as_data(document.node(*path[:-1]))):
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


def _is_compared(name: str, names: Collection[str | int]) -> bool:
    """Return whether a name is there with both signs of a comparison of two versions, `-` and `+`."""
    return {f"-{name[1:]}", f"+{name[1:]}"} <= set(names)


def _guess(name: str, fields: Iterable[str]) -> str:
    """Return the field that an unknown name may stand for, or an empty string; much shorter or longer ones don't."""
    guess = nearest(name, fields)
    is_part = is_misspelt(name, guess) or guess in name.replace("-", "_").split("_") or name.startswith(f"{guess}_")
    return guess if is_part or abs(len(guess) - len(name)) <= _MOST_LETTERS else ""


def _without_known_field(entry_type: type[BaseModel], details: list[ErrorDetails]) -> set[tuple[int | str, ...]]:
    """Return where items of lists stand that have none of the fields of their type, but others."""
    missing = [detail for detail in details if detail["type"] == "missing" and detail["loc"][-2:-1]]
    return {
        detail["loc"][:-1]
        for detail in missing
        if isinstance(detail["loc"][-2], int)
        and isinstance(detail["input"], dict)
        and detail["input"]
        and not fields_of(model_at(entry_type, detail["loc"][:-1])).keys() & detail["input"].keys()
    }


def _with_guess(detail: ErrorDetails, details: list[ErrorDetails]) -> ErrorDetails:
    """Return what is wrong with the one unknown field of a place where one field is missing, with that field's name."""
    if detail["type"] != "extra_forbidden" or not (name := _only_missing(detail, details)):
        return detail
    return {**detail, "ctx": {"missing": name}}


def _only_missing(unknown: ErrorDetails, details: list[ErrorDetails]) -> str:
    """Return the field that is missing where another is unknown, if there is one of both, or an empty string.

    Neither those count that are unknown since they are misspelt, nor those that are missing for that reason.
    """
    beside = [detail for detail in details if detail["loc"][:-1] == unknown["loc"][:-1]]
    missing = {str(detail["loc"][-1]) for detail in beside if detail["type"] == "missing"}
    strangers = [str(detail["loc"][-1]) for detail in beside if detail["type"] == "extra_forbidden"]
    guesses = {name: _guess(name, missing) for name in strangers}
    missing -= set(guesses.values())
    is_one = len(missing) == 1 and [name for name in strangers if not guesses[name]] == [str(unknown["loc"][-1])]
    return missing.pop() if is_one else ""


def _diagnostic(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...], detail: ErrorDetails
) -> Diagnostic:
    loc = detail["loc"]
    if loc[-1:] == ("[key]",):
        key_type, value_type = get_args(bare(type_at(entry_type, loc[:-2])))
        place = document.at(*field_path, *loc[:-1], key=True)
        diagnostic = bad_id(place, str(loc[-2]), reference_of(key_type))
        behind = place.source[place.end_column :].strip()
        if ": " in place.source and behind[:1] not in ("", "{", "[", "|", ">") and as_model(value_type):
            name, value = proper_id(str(loc[-2])), filled(value_type, behind)
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
    # Of a file with many entries, what stands above them explains the field to all.
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
    return " and ".join(f"`{name}`" for name in item) if is_part and is_below and starts_line else ""


def _unknown(field: InvalidField) -> Diagnostic:
    message, location = f"there is no field called `{field.name}`", field.location(key=True)
    rest = location.source[location.end_column - 1 :].lstrip()
    if not rest.startswith(":") and field.value == "" and not field.name.isdecimal():
        hint = 'put the whole text in "quotes": inside braces, a comma ends it'
        if text := _in_curly_quotes(location):
            hint = f"replace its curly quotation marks by straight ones, which keep it whole: `{text}`"
        return Diagnostic("unknown-field", location, message, hint)
    if isinstance(field.value, dict) and field.owner and field.value.keys() >= required_of(field.owner).keys():
        last = location.line + field.document.written(*field.path).count("\n")
        hint = f"delete the spaces at the start of line {location.line}, and as many from each line up to line {last}"
        return Diagnostic("unknown-field", location, f"`{field.name}` stands inside the entry above", hint)
    number = re.search(r"(\w+): *(\d+), *$", location.source[: location.column - 1])
    if number and field.name.isdecimal() and field.value == "":
        message = f"`{number[2]},{field.name}` is read as two things: inside braces, a comma ends a value"
        numbers = f"`{number[1]}: {number[2]}` or `{number[1]}: {int(number[2]) + 1}`"
        return Diagnostic("unknown-field", location, message, f"write a whole number, such as {numbers}")
    topic = Name(field.name, "fields")
    if remedy := _remedy_of_home(field) or _remedy_of_unknown(field):
        return suggest("unknown-field", location, message, remedy, topic=topic)
    names = list(fields_of(field.owner))
    guess = _guess(field.name, names)
    hint = instead(guess, names, "the fields are: ")
    if letter := letter_of_other_script(field.name):
        hint = f"type the word again: `{guess}`. {letter}" if guess else f"type the word again. {letter}"
    elif guess and is_misspelt(field.name, guess):
        hint = f"write `{guess}`"
    elif guess and len(names) > _MOST_LISTED:
        hint = f"write `{guess}`, if that is what is meant; if not, delete the line"
    label = f"did you mean `{guess}`?" if guess else ""
    return Diagnostic("unknown-field", location, message, hint, label, topic=topic)


def _in_curly_quotes(place: Location) -> str:
    """Return a text around a place, with its name, in straight quotation marks instead of others, or nothing."""
    texts = (match for match in _CURLY_QUOTES.finditer(place.source) if match.start() < place.column <= match.end())
    return next((f"{match['name']}: {quoted(match['text'])}" for match in texts), "")


def _remedy_of_unknown(field: InvalidField) -> Hint:
    """Return what to do with an unknown field other than to write its name in another way, or an empty string."""
    if field.name[:1] in ("-", "+"):
        return _remedy_of_sign(field)
    if written := _as_text(field):
        return written
    guess = _guess(field.name, fields_of(field.owner))
    if guess and field.document.written(*field.path[:-1], guess).startswith(guess):
        return f"put into `{guess}` what is new in it, and delete it: `{guess}` is there already"
    missing = field.context.get("missing")
    if missing and not guess:
        return f"write `{missing}`, which is missing, if that is what it holds"
    kinds = [kind for kind in KINDS.values() if field.name in fields_of(kind.entry)]
    if kinds and not guess and any(field.owner is kind.entry for kind in KINDS.values()):
        places = " and ".join(f"{kind.location}/" if not kind.in_one_file else kind.location for kind in kinds)
        names = ", ".join(f"`{name}`" for name in fields_of(field.owner))
        return f"it is a field of the entries in {places}: move its words into one of {names}, or delete it"
    return ""


def _remedy_of_home(field: InvalidField) -> str:
    """Return what to do with a field of guide.yml or ui.yml that one other group has and lacks, or an empty string."""
    is_typing_error = is_misspelt(field.name, nearest(field.name, fields_of(field.owner)))
    if field.context["entry"] not in (Setup, UiText) or is_typing_error:
        return ""
    groups = _groups_inside(field.context["entry"], as_data(field.document.root))
    homes = [path for path, owner, data in groups if field.name in fields_of(owner) and field.name not in data]
    return f"it belongs to `{'.'.join(homes[0])}`: move it below `{homes[0][-1]}:`" if len(homes) == 1 else ""


def _groups_inside(
    owner: type[BaseModel], data: Any, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """Yield the groups of fields in a model and in those: the names that lead to each, its model, and what it holds."""
    for name in fields_of(owner):
        if inner := as_model(inside(owner, name)):
            part = data.get(name, {}) if isinstance(data, dict) else {}
            yield (*path, name), inner, part
            yield from _groups_inside(inner, part, (*path, name))


def _remedy_of_sign(field: InvalidField) -> str:
    """Return what to do with a field that has a sign of a comparison of two versions before its name."""
    owner = field.path[:-1]
    if _is_compared(field.name, as_data(field.document.node(*owner))):
        first = field.location(key=True).line
        last = first + field.document.written(*field.path).count("\n")
        other = field.document.at(*owner, f"+{field.name[1:]}", key=True).line
        return f"delete {line_numbers(first - 1, last - 1)}, and the `+` at the start of line {other}"
    return "keep one of the lines that stand for the same, and delete the sign at its start"


def _as_text(field: InvalidField) -> Suggestion | None:
    """Return the YAML of an item of a list whose text has a colon in it, which made a field of what stands before."""
    is_item = isinstance(field.path[-2], int) if field.path[1:] else False
    if not is_item or " " not in field.name.strip() or not isinstance(field.value, str):
        return None
    place = field.location(key=True)
    text = f"{field.name}: {field.value}"
    if field.owner is None or "{" in place.source[: place.column - 1]:
        return None
    return suggested("write", "-", field.owner, filled(field.owner, text), place.column - 3)


def _is_only_misspelt(entry_type: type[BaseModel], missing: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Return whether a field is missing only because its name is misspelt: one diagnostic is enough."""
    if missing["type"] != "missing":
        return False
    owner, name = missing["loc"][:-1], str(missing["loc"][-1])
    names = fields_of(model_at(entry_type, owner))
    unknown = [detail for detail in details if detail["type"] == "extra_forbidden" and detail["loc"][:-1] == owner]
    return any(
        _guess(str(detail["loc"][-1]), names) == name or _only_missing(detail, details) == name for detail in unknown
    )


_DESCRIBERS: Mapping[str, Callable[[InvalidField], Diagnostic]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
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
