"""pydantic's validation errors -> diagnostics, each at the field that it is about."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics.diagnostic import Diagnostic, Location, did_you_mean, instead, nearest
from generator.loading.nodes import Document, as_data
from generator.loading.syntax_errors import quoted
from generator.model import ID_PATTERN, yaml_kinds
from generator.model.types import as_model, fields_of, model_at, required_of, scale_of, shape, type_at
from generator.model.walk import FieldPath

ID = re.compile(ID_PATTERN)
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
_ITEM = re.compile(r"\s*- (\S.*)$")
_DOI_PREFIX = re.compile(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_TYPE_NAMES: Mapping[type, str] = {str: "a text", list: "a list", dict: "named fields"}
# Formats in which day and month can't be taken for one another.
_DATE_FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y-%m-%d %H:%M")
_LIMITS = {"ge": "{} or more", "gt": "more than {}", "le": "{} or less", "lt": "less than {}"}


@dataclass(frozen=True, slots=True)
class _Field:
    """An invalid field: where it is, the model it belongs to, its type, its value, and what pydantic adds."""

    document: Document
    path: FieldPath
    owner: type[BaseModel] | None
    type: Any
    value: Any
    context: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The name of the field, also for an item of its list."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def is_item(self) -> bool:
        return isinstance(self.path[-1], int)

    @property
    def title(self) -> str:
        """What messages call the field."""
        return f"an item of `{self.name}`" if self.is_item else f"`{self.name}`"

    @property
    def description(self) -> str:
        """What the model says about the field, after a space, or nothing."""
        field = fields_of(self.owner).get(self.name)
        description = f" {field.description}" if field and field.description else ""
        scale = scale_of(self.type)
        return f"{description} Its words are under `{scale}` in guide.yml." if scale else description

    def with_value(self, value: str) -> str:
        """Return the YAML that gives the field a value."""
        return f"`- {value}`" if self.is_item else f"`{self.name}: {value}`"

    def location(self, *, key: bool = False) -> Location:
        """Return where the value is; with `key`, where the name is."""
        return self.document.at(*self.path, key=key)


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
    if wrong_folder := _wrong_folder(document, entry_type, field_path):
        yield wrong_folder
        return
    bad_keys = {detail["loc"][:-1] for detail in details if detail["loc"][-1:] == ("[key]",)}
    owners_of_pieces = set()
    for detail in details:
        loc = detail["loc"]
        if loc in bad_keys or _is_only_misspelt(entry_type, detail, details):
            continue
        if detail["type"] == "extra_forbidden" and detail["input"] == "":
            # Commas have cut a text into pieces, each a field without a value: the first tells enough.
            if loc[:-1] in owners_of_pieces:
                continue
            owners_of_pieces.add(loc[:-1])
        yield _diagnostic(document, entry_type, field_path, detail)


def _wrong_folder(document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...]) -> Diagnostic | None:
    """Return the diagnostic of a file that has the fields of another kind of entry, and not those of its own."""
    data = as_data(document.root)
    if field_path or not isinstance(data, dict) or data.keys() >= required_of(entry_type).keys():
        return None
    for kind in yaml_kinds().values():
        if kind.in_one_file or kind.entry is entry_type:
            continue
        if fields_of(kind.entry).keys() >= data.keys() >= required_of(kind.entry).keys():
            message = f"these are the fields of an entry in {kind.location}/"
            root, _, name = document.path.split("/")
            hint = f"move the file to {root}/{kind.location}/{name}"
            return Diagnostic("wrong-folder", document.at(), message, hint)
    return None


def proper_id(name: str) -> str:
    """Return the id that is nearest to a name; an id is returned unchanged."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "a-name"


def is_id(name: str) -> bool:
    """Return whether a name can be an id, and with it the name of a file on every system."""
    return bool(ID.match(name)) and not is_device(name)


def is_device(name: str) -> bool:
    """Return whether Windows takes a file of this name for a device, whatever its ending."""
    return bool(_DEVICE.fullmatch(name))


def bad_id(location: Location, id_: str) -> Diagnostic:
    """Return the diagnostic of a name that can't be an id, with one that can in its hint."""
    name, colon, rest = id_.partition(":")
    if colon and rest and ID.match(name):
        hint = f"put a space after the colon: `{name}: {rest.strip()}`"
        return Diagnostic("missing-space", location, f"`{id_}` is read as one name", hint)
    if is_device(id_):
        hint = f"choose another, such as `{id_}-1`"
        return Diagnostic("bad-id", location, f"Windows can't have a file called `{id_}`", hint)
    hint = f"use lower-case letters, digits and hyphens, such as `{proper_id(id_)}`"
    return Diagnostic("bad-id", location, f"`{id_}` can't be an id", hint)


def _diagnostic(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...], detail: ErrorDetails
) -> Diagnostic:
    loc = detail["loc"]
    if loc[-1:] == ("[key]",):
        return bad_id(document.at(*field_path, *loc[:-1], key=True), str(loc[-2]))
    owner, field_type = model_at(entry_type, loc[:-1]), type_at(entry_type, loc)
    field = _Field(document, (*field_path, *loc), owner, field_type, detail["input"], detail.get("ctx", {}))
    error_type = detail["type"]
    describe = _DESCRIBERS.get(error_type) or (_bad_date if error_type.startswith("date") else _out_of_range)
    return describe(field)


def _missing(field: _Field) -> Diagnostic:
    location = field.document.at(*field.path[:-1], key=True)
    hint = f"add {field.with_value(shape(field.type))}.{field.description}"
    return Diagnostic("missing-field", location, f"`{field.name}` is missing", hint)


def _unknown(field: _Field) -> Diagnostic:
    message, location = f"there is no field called `{field.name}`", field.location(key=True)
    rest = location.source[location.end_column - 1 :].lstrip()
    if not rest.startswith(":") and field.value == "":
        hint = 'put the whole text in "quotes": inside braces, a comma ends it'
        return Diagnostic("unknown-field", location, message, hint)
    names = list(fields_of(field.owner))
    hint = instead(nearest(field.name, names), names, "the fields are: ")
    return Diagnostic("unknown-field", location, message, hint, did_you_mean(field.name, names))


def _wrong_type(expected: str) -> Callable[[_Field], Diagnostic]:
    def describe(field: _Field) -> Diagnostic:
        actual = _TYPE_NAMES.get(type(field.value), "something else")
        location = field.location(key=not isinstance(field.value, str) and not field.is_item)
        message = f"{field.title} is {actual}, not {expected}"
        return Diagnostic("wrong-type", location, message, _type_hint(field, expected, location))

    return describe


def _type_hint(field: _Field, expected: str, location: Location) -> str:
    owner = as_model(field.type)
    required = list(required_of(owner)) if owner else []
    if isinstance(field.value, str) and field.is_item and len(required) == 1:
        return f"put its name before it: `- {required[0]}: {field.value}`"
    if isinstance(field.value, dict) and expected == "a text" and (item := _ITEM.match(location.source)):
        return f"put it in quotation marks: `- {quoted(item[1])}`"
    return f"write it as {field.with_value(shape(field.type, field.value))}.{field.description}"


def _empty(field: _Field) -> Diagnostic:
    is_required = field.owner is None or field.name in required_of(field.owner)
    otherwise = "" if is_required else ", or delete the line"
    hint = f"write {field.with_value(shape(field.type))}{otherwise}.{field.description}"
    return Diagnostic("empty-field", field.location(key=True), f"{field.title} is empty", hint)


def _too_long(field: _Field) -> Diagnostic:
    limit = field.context["max_length"]
    message = f"{field.title} has {len(field.value)} characters, where {limit} are allowed"
    return Diagnostic("too-long", field.location(), message, f"cut it to {limit} characters")


def _unknown_word(field: _Field) -> Diagnostic:
    word, expected = str(field.value), str(field.context["expected"])
    words = re.findall("'([^']+)'", expected)
    hint = f"{instead(nearest(word, words), words, 'use one of ')}.{field.description}"
    message = f"`{word}` is not one of {expected}"
    return Diagnostic("unknown-word", field.location(), message, hint, did_you_mean(word, words))


def _bad_pattern(field: _Field) -> Diagnostic:
    text = str(field.value)
    if not text:
        return _empty(field)
    pattern = field.context["pattern"]
    if pattern == ID.pattern:
        return bad_id(field.location(), text)
    if "\n" in text:
        hint = "use `>-` instead of `|`, or one line"
        return Diagnostic("more-than-one-line", field.location(), f"{field.title} has several lines", hint)
    guesses = (_DOI_PREFIX.sub("", text), f"https://{text}")
    corrected = next((guess for guess in guesses if re.match(pattern, guess)), None)
    hint = f"write {field.with_value(corrected)}.{field.description}" if corrected else field.description.strip()
    message = f"`{text}` doesn't have the form that `{field.name}` needs"
    return Diagnostic("bad-format", field.location(), message, hint)


def _bad_date(field: _Field) -> Diagnostic:
    text = str(field.value)
    day = unambiguous_date(text)
    hint = f"write {field.with_value(str(day))}" if day else "write it as year-month-day, such as 2026-03-09"
    return Diagnostic("bad-date", field.location(), f"`{text}` is not a date", hint)


def unambiguous_date(text: str) -> date | None:
    """Return the date that a text can only mean, or None where it may mean another or is none."""
    for date_format in _DATE_FORMATS:
        with suppress(ValueError):
            return datetime.strptime(text, date_format).replace(tzinfo=UTC).date()
    return None


def _not_an_integer(field: _Field) -> Diagnostic:
    digits = re.search(r"\d+", str(field.value))
    example = field.with_value(digits[0] if digits else "15")
    hint = f"write a whole number and nothing else, such as {example}"
    return Diagnostic("not-a-number", field.location(), f"`{field.value}` is not a whole number", hint)


def _not_a_fraction(field: _Field) -> Diagnostic:
    digits = re.search(r"\d+", str(field.value))
    percent = int(digits[0]) if digits else 0
    example = f"{percent / 100:g}" if percent in range(1, 100) else "0.2"
    hint = f"write a number in digits, such as {field.with_value(example)}"
    return Diagnostic("not-a-number", field.location(), f"`{field.value}` is not a number", hint)


def _not_a_boolean(field: _Field) -> Diagnostic:
    message = f"`{field.value}` is neither true nor false"
    return Diagnostic("wrong-type", field.location(), message, "write true or false")


def _out_of_range(field: _Field) -> Diagnostic:
    limits = (words.format(field.context[name]) for name, words in _LIMITS.items() if name in field.context)
    hint = f"write {next(limits, 'another number')}.{field.description}"
    return Diagnostic("out-of-range", field.location(), f"`{field.value}` is out of range", hint)


_DESCRIBERS: Mapping[str, Callable[[_Field], Diagnostic]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_type": _wrong_type("a text"),
    "list_type": _wrong_type("a list"),
    "dict_type": _wrong_type("named fields"),
    "model_type": _wrong_type("named fields"),
    "string_too_short": _empty,
    "too_short": _empty,
    "string_too_long": _too_long,
    "literal_error": _unknown_word,
    "string_pattern_mismatch": _bad_pattern,
    "int_parsing": _not_an_integer,
    "int_from_float": _not_an_integer,
    "float_parsing": _not_a_fraction,
    "bool_parsing": _not_a_boolean,
}


def _is_only_misspelt(entry_type: type[BaseModel], missing: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Return whether a field is missing only because its name is misspelt: one diagnostic is enough."""
    if missing["type"] != "missing":
        return False
    owner, name = missing["loc"][:-1], str(missing["loc"][-1])
    names = fields_of(model_at(entry_type, owner))
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    return any(loc[:-1] == owner and nearest(str(loc[-1]), names) == name for loc in unknown)
