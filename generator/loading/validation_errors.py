"""pydantic's validation errors -> diagnostics, each at the field that it is about."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics.diagnostic import Diagnostic, Location, did_you_mean, instead, nearest
from generator.loading.misplacement import wrong_folder
from generator.loading.names import ID, bad_id, proper_id
from generator.loading.nodes import Document
from generator.loading.quantities import DAY_MONTH_YEAR, day_of, minutes, unambiguous_date, whole_number, why_no_date
from generator.loading.syntax_errors import quoted
from generator.model import Prose
from generator.model.types import (
    as_model,
    bare,
    fields_of,
    model_at,
    reference_of,
    required_of,
    scale_of,
    shape,
    type_at,
)
from generator.model.walk import FieldPath

_ITEM = re.compile(r"\s*- (\S.*)$")
_DOI_PREFIX = re.compile(r"^((https?://)?(dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_LINKED_ID = re.compile(r"\]\(\w+:([a-z0-9-]+)\)")
_LINK_TARGET = re.compile(r"^\[[^\]]*\]\(([^()\s]*)\)$")
_TYPE_NAMES: Mapping[type, str] = {str: "a text", list: "a list", dict: "a group of fields"}
# What people put before the items of a list.
_BULLET = re.compile(
    r"\s*(?:[-\u2010-\u2015]|[\u2022\u25cf\u25aa\u25e6\u2023*\u00b7]|\d{1,2}[.)](?=\s))\s*(?P<text>\S.*)"
)
_AUTHORS = re.compile(r"\s*[&;]\s*|(?<=\.),\s+")
_YEAR_BEHIND = re.compile(r"\s*\(\d{4}[a-z]?\)\.?$")
_TEXTS = (str, Prose)
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
    if misplaced := wrong_folder(document, entry_type, field_path):
        yield misplaced
        return
    strangers = _without_known_field(entry_type, details)
    details = [detail for detail in details if detail["type"] != "missing" or detail["loc"][:-1] not in strangers]
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
        yield _diagnostic(document, entry_type, field_path, _with_guess(detail, details))


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
    """Return the field that is missing where another is unknown, if there is one of both, or an empty string."""
    beside = [detail for detail in details if detail["loc"][:-1] == unknown["loc"][:-1]]
    names = [str(detail["loc"][-1]) for detail in beside if detail["type"] == "missing"]
    return names[0] if len(names) == 1 and sum(detail["type"] == "extra_forbidden" for detail in beside) == 1 else ""


def _diagnostic(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...], detail: ErrorDetails
) -> Diagnostic:
    loc = detail["loc"]
    if loc[-1:] == ("[key]",):
        key_type, value_type = get_args(bare(type_at(entry_type, loc[:-2])))
        place = document.at(*field_path, *loc[:-1], key=True)
        diagnostic = bad_id(place, str(loc[-2]), reference_of(key_type))
        behind = place.source[place.end_column :].strip()
        if (
            ": " in place.source
            and behind[:1] not in ("", "{", "[", "|", ">")
            and (filled := _filled(value_type, behind))
        ):
            return replace(diagnostic, hint=f"write `{proper_id(str(loc[-2]))}: {filled}`")
        return diagnostic
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
    if isinstance(field.value, dict) and field.owner and field.value.keys() >= required_of(field.owner).keys():
        last = location.line + field.document.written(*field.path).count("\n")
        hint = f"delete the spaces at the start of line {location.line}, and as many from each line up to line {last}"
        return Diagnostic("unknown-field", location, f"`{field.name}` stands inside the entry above", hint)
    if field.name[:1] in ("-", "+"):
        hint = "keep one of the lines that stand for the same, and delete the sign at its start"
        return Diagnostic("unknown-field", location, message, hint)
    if not nearest(field.name, names) and (missing := field.context.get("missing")):
        hint = f"write `{missing}`, which is missing, if that is what it holds"
        return Diagnostic("unknown-field", location, message, hint)
    hint = instead(nearest(field.name, names), names, "the fields are: ")
    return Diagnostic("unknown-field", location, message, hint, did_you_mean(field.name, names))


def _wrong_type(expected: str) -> Callable[[_Field], Diagnostic]:
    def describe(field: _Field) -> Diagnostic:
        if field.value == "":
            return _empty(field)
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
    if isinstance(field.value, str) and expected == "a list":
        return _list_hint(field)
    if isinstance(field.value, list) and (hint := _hint_without_hyphens(field)):
        return hint
    keys = _ids_in(field.value)
    if expected == "a group of names and values" and keys:
        value = shape(get_args(bare(field.type))[1])
        hint = f"write `{field.name}: {{{', '.join(f'{key}: {value}' for key in keys)}}}`"
        scale = scale_of(field.type)
        return f"{hint}, with a word of `{scale}` from guide.yml in the place of each …" if scale else hint
    filled = _filled(field.type, field.value) if isinstance(field.value, str) else ""
    return f"write it as {field.with_value(filled or shape(field.type, field.value))}.{field.description}"


def _hint_without_hyphens(field: _Field) -> str:
    """Return what to type where a list stands in the place of a text or of a group, or an empty string."""
    first = field.value[0] if field.value else None
    if (
        isinstance(first, str)
        and bare(field.type) is Prose
        and re.match(r"[^\n]*:\s*\n", field.document.written(*field.path))
    ):
        return f"write `{field.name}: |`, and delete the hyphens and the spaces behind them in the lines below it"
    text = next((value for value in first.values() if isinstance(value, str)), "") if isinstance(first, dict) else ""
    if not text or get_origin(bare(field.type)) is not dict:
        return ""
    name = proper_id(" ".join(text.split()[:3]))
    return (
        f"put a line with a short name and a colon in the place of each hyphen, such as `{name}:`, "
        "and start the lines below it with four spaces"
    )


def _filled(wanted: Any, text: str) -> str:
    """Return the YAML of a group of fields whose first is a text that was given, or an empty string."""
    owner = as_model(wanted)
    required = required_of(owner) if owner else {}
    first = next(iter(required.values()), None)
    if len(required) < 2 or reference_of(first) or scale_of(first) or shape(first) != "…" or bare(first) not in _TEXTS:  # noqa: PLR2004
        return ""
    value = quoted(text) if set(text) & set(",:#{}[]\"'") else text
    fields = (f"{name}: {shape(field) if index else value}" for index, (name, field) in enumerate(required.items()))
    return f"{{{', '.join(fields)}}}"


def _list_hint(field: _Field) -> str:
    """Return what to type where a text stands in the place of a list."""
    item_type = get_args(bare(field.type))[0]
    lines = [line for line in field.document.written(*field.path).split("\n")[1:] if line.strip()]
    items = [bullet["text"] for line in lines if (bullet := _BULLET.match(line))]
    item = as_model(item_type)
    name = f"{next(iter(required_of(item)))}: " if item else ""
    mark = field.location().source[field.location().column - 1 :][:1]
    if items and mark in ("|", ">") and all(line.lstrip().startswith("- ") for line in lines) and not name:
        return f"delete the `{mark}` after `{field.name}:`"
    if items:
        also = f", and delete the `{mark}` after `{field.name}:`" if mark in ("|", ">") else ""
        return f"begin each item with a hyphen and a space, such as `- {name}{items[0]}`{also}"
    names = _AUTHORS.split(_YEAR_BEHIND.sub("", field.value))
    if len(names) > 1 and re.search("[&;]", field.value) and not reference_of(item_type) and not name:
        listed = ", ".join(f"`- {item}`" for item in names)
        return f"write each item on a line of its own below `{field.name}:`: {listed}"
    ids = _ids_in(field.value) or _LINKED_ID.findall(field.value)
    if ids and reference_of(item_type):
        return f"write `{field.name}: [{', '.join(ids)}]`"
    if "," in field.value or lines:
        example = f", such as `- {name}{lines[0].strip()}`" if lines else ""
        return f"write each item on a line of its own below `{field.name}:`, after a hyphen and a space{example}"
    return f"write it as {field.with_value(shape(field.type, field.value))}.{field.description}"


def _ids_in(value: Any) -> list[str]:
    """Return the ids of a list, or of a text with commas between them; nothing where it holds anything else."""
    parts = re.split(r"\s*[,;\n]\s*|\s+and\s+", value.strip()) if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) and ID.match(part) for part in parts):
        return []
    return parts


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
        return bad_id(field.location(), text, reference_of(field.type))
    if "\n" in text:
        hint = "use `>-` instead of `|`, or one line"
        return Diagnostic("more-than-one-line", field.location(), f"{field.title} has several lines", hint)
    target = _LINK_TARGET.sub(r"\1", text)
    guesses = (
        _DOI_PREFIX.sub("", target),
        target.strip("()[]<> ."),
        f"https://{target}",
        re.sub(r"\s+", "", target),
        re.sub(r"\s+", "", f"https://{target}"),
        target.replace("http:", "https:", 1),
    )
    corrected = next((guess for guess in guesses if re.match(pattern, guess) and not set(guess) & set("[]<>")), None)
    hint = f"write {field.with_value(corrected)}.{field.description}" if corrected else field.description.strip()
    message = f"`{text}` doesn't have the form that `{field.name}` needs"
    return Diagnostic("bad-format", field.location(), message, hint)


def _bad_date(field: _Field) -> Diagnostic:
    text = str(field.value)
    day = unambiguous_date(text)
    message = f"`{text}` is not a date" if day else why_no_date(text)
    hint = f"write {field.with_value(str(day))}" if day else "write it as year-month-day, such as 2026-03-09"
    if not day and (match := DAY_MONTH_YEAR.fullmatch(text)):
        first, second, year = (int(part) for part in match.groups())
        days = [day_of(year, second, first), day_of(year, first, second)]
        if all(days):
            hint = f"write {' or '.join(field.with_value(str(day)) for day in days)}, whichever day it was"
    return Diagnostic("bad-date", field.location(), message, hint)


def _not_an_integer(field: _Field) -> Diagnostic:
    text = str(field.value)
    number = minutes(text) if field.name == "minutes" else None
    number = whole_number(text) if number is None else number
    hint = "write a whole number in digits and nothing else"
    if number:
        hint = f"write {field.with_value(str(number))}"
    elif numbers := re.findall(r"\d+", text):
        number = min(numbers, key=int) if len(numbers) > 1 and "-" in text else numbers[-1]
        hint = f"{hint}, such as {field.with_value(number)}"
    return Diagnostic("not-a-number", field.location(), f"`{text}` is not a whole number", hint)


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
    limit = field.context.get("le", field.context.get("lt"))
    if limit == 1 and isinstance(field.value, str | float | int) and re.fullmatch(r"\d{1,2}(?:\.0)?", str(field.value)):
        share = f"{float(field.value) / 100:g}"
        hint = f"write {field.with_value(share)}, as shares are numbers from 0 to 1.{field.description}"
        return Diagnostic("out-of-range", field.location(), f"`{field.value}` is out of range", hint)
    limits = (words.format(field.context[name]) for name, words in _LIMITS.items() if name in field.context)
    hint = f"write {next(limits, 'another number')}.{field.description}"
    return Diagnostic("out-of-range", field.location(), f"`{field.value}` is out of range", hint)


def _is_only_misspelt(entry_type: type[BaseModel], missing: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Return whether a field is missing only because its name is misspelt: one diagnostic is enough."""
    if missing["type"] != "missing":
        return False
    owner, name = missing["loc"][:-1], str(missing["loc"][-1])
    names = fields_of(model_at(entry_type, owner))
    unknown = [detail for detail in details if detail["type"] == "extra_forbidden" and detail["loc"][:-1] == owner]
    return any(nearest(str(detail["loc"][-1]), names) == name for detail in unknown) or (
        len(unknown) == 1
        and not nearest(str(unknown[0]["loc"][-1]), names)
        and _only_missing(unknown[0], details) == name
    )


_DESCRIBERS: Mapping[str, Callable[[_Field], Diagnostic]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_type": _wrong_type("a text"),
    "list_type": _wrong_type("a list"),
    "dict_type": _wrong_type("a group of names and values"),
    "model_type": _wrong_type("a group of fields"),
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
