"""What pydantic finds wrong with the fields of an entry, as diagnostics at their places."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Location, did_you_mean
from generator.model import ID_PATTERN
from generator.reading.nodes import Document

ID = re.compile(ID_PATTERN)
_KINDS_OF_VALUE: Mapping[type, str] = {str: "a text", list: "a list", dict: "named fields"}


@dataclass(frozen=True, slots=True)
class _Field:
    """A field at fault: where it stands, what it belongs to, and what was found in it."""

    document: Document
    steps: tuple[str | int, ...]
    owner: type[BaseModel] | None
    given: Any
    context: Mapping[str, Any]
    message: str

    @property
    def name(self) -> str:
        return str(self.steps[-1]) if self.steps else ""

    @property
    def remedy(self) -> str:
        """What the model says of the field: the help for whoever got it wrong."""
        field = _fields(self.owner).get(self.name)
        return (field and field.description) or f"see how `{self.name}` is written in another entry"

    def value(self) -> Location:
        return self.document.at(*self.steps)

    def key(self) -> Location:
        return self.document.at(*self.steps, key=True)


def field_faults(
    document: Document, entry_type: type[BaseModel], trail: tuple[str, ...], error: ValidationError
) -> Iterator[Diagnostic]:
    """Yield the faults of one entry.

    Args:
        document: The file in which it stands.
        entry_type: What it should have been.
        trail: The keys that lead to it in its file.
        error: What pydantic said.
    """
    details = error.errors(include_url=False)
    for each in details:
        if not _only_misspelt(entry_type, each, details):
            yield _fault(document, entry_type, trail, each)


def bad_id(location: Location, id_: str) -> Diagnostic:
    """Return the fault of a name that can't be an id, with one that could."""
    suggestion = re.sub(r"[^a-z0-9]+", "-", id_.lower()).strip("-") or "a-name"
    remedy = f"use small letters, digits and hyphens, such as {suggestion}"
    return Diagnostic("bad-id", location, f"`{id_}` can't be an id", remedy)


def _fault(document: Document, entry_type: type[BaseModel], trail: tuple[str, ...], detail: ErrorDetails) -> Diagnostic:
    loc = detail["loc"]
    if loc[-1:] == ("[key]",):
        return bad_id(document.at(*trail, *loc[:-1], key=True), str(loc[-2]))
    field = _Field(
        document,
        (*trail, *loc),
        _model_at(entry_type, loc[:-1]),
        detail["input"],
        detail.get("ctx", {}),
        detail["msg"],
    )
    kind = detail["type"]
    describe = _DESCRIBERS.get(kind) or (_bad_date if kind.startswith("date") else _out_of_range)
    return describe(field)


def _missing(field: _Field) -> Diagnostic:
    place = field.document.at(*field.steps[:-1], key=True)
    return Diagnostic("missing-field", place, f"`{field.name}` is missing", f"add `{field.name}:`. {field.remedy}")


def _unknown(field: _Field) -> Diagnostic:
    message = f"there is no field called `{field.name}`"
    if " " in field.name:
        remedy = 'put the whole text in "quotes": inside braces, a comma ends it'
        return Diagnostic("unknown-field", field.key(), message, remedy)
    names = list(_fields(field.owner))
    remedy = f"the fields are: {', '.join(names)}"
    return Diagnostic("unknown-field", field.key(), message, remedy, did_you_mean(field.name, names))


def _wrong_type(expected: str) -> Callable[[_Field], Diagnostic]:
    def describe(field: _Field) -> Diagnostic:
        found = _KINDS_OF_VALUE.get(type(field.given), "something else")
        place = field.value() if isinstance(field.given, str) else field.key()
        return Diagnostic("wrong-type", place, f"`{field.name}` is {found}, not {expected}", field.remedy)

    return describe


def _empty(field: _Field) -> Diagnostic:
    remedy = f"fill it in or delete the line. {field.remedy}"
    return Diagnostic("empty-field", field.key(), f"`{field.name}` is empty", remedy)


def _too_long(field: _Field) -> Diagnostic:
    message = f"`{field.name}` has {len(field.given)} characters, where {field.context['max_length']} are allowed"
    return Diagnostic("too-long", field.value(), message, "cut it")


def _unknown_word(field: _Field) -> Diagnostic:
    expected = str(field.context["expected"])
    guess = did_you_mean(str(field.given), re.findall("'([^']+)'", expected))
    return Diagnostic("unknown-word", field.value(), f"`{field.given}` is not one of {expected}", field.remedy, guess)


def _bad_pattern(field: _Field) -> Diagnostic:
    if field.context.get("pattern") == ID.pattern:
        return bad_id(field.value(), str(field.given))
    if "\n" in str(field.given):
        remedy = "use `>-` instead of `|`, or one line"
        return Diagnostic("more-than-one-line", field.value(), f"`{field.name}` goes over several lines", remedy)
    message = f"`{field.given}` doesn't have the form that `{field.name}` needs"
    return Diagnostic("bad-format", field.value(), message, field.remedy)


def _bad_date(field: _Field) -> Diagnostic:
    remedy = "write it as year-month-day, such as 2026-03-09"
    return Diagnostic("bad-date", field.value(), f"`{field.given}` is not a date", remedy)


def _not_a_number(field: _Field) -> Diagnostic:
    return Diagnostic(
        "not-a-number", field.value(), f"`{field.given}` is not a number", "write it in digits, such as 15"
    )


def _not_true_or_false(field: _Field) -> Diagnostic:
    return Diagnostic("wrong-type", field.value(), f"`{field.given}` is neither true nor false", "write true or false")


def _out_of_range(field: _Field) -> Diagnostic:
    return Diagnostic("out-of-range", field.value(), f"`{field.given}`: {field.message.lower()}", field.remedy)


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
    "int_parsing": _not_a_number,
    "int_from_float": _not_a_number,
    "float_parsing": _not_a_number,
    "bool_parsing": _not_true_or_false,
}


def _only_misspelt(entry_type: type[BaseModel], missing: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Return whether a field seems to be missing only because its name is misspelt: one report is enough."""
    if missing["type"] != "missing":
        return False
    place, name = missing["loc"][:-1], str(missing["loc"][-1])
    unknown = [each["loc"] for each in details if each["type"] == "extra_forbidden"]
    names = _fields(_model_at(entry_type, place))
    return any(loc[:-1] == place and f"`{name}`" in did_you_mean(str(loc[-1]), names) for loc in unknown)


def _model_at(entry_type: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Return the model that a pydantic location leads to, where it leads to one."""
    current: Any = entry_type
    for step in loc:
        if isinstance(current, type) and issubclass(current, BaseModel):
            field = _fields(current).get(str(step))
            current = field.annotation if field else None
        else:
            arguments = [each for each in getattr(current, "__args__", ()) if each is not type(None)]
            current = arguments[-1] if arguments else None
        while type(None) in getattr(current, "__args__", ()):
            current = next(each for each in current.__args__ if each is not type(None))
    return current if isinstance(current, type) and issubclass(current, BaseModel) else None


def _fields(owner: type[BaseModel] | None) -> dict[str, Any]:
    """Return the fields of a model by the names that authors write."""
    return {field.alias or name: field for name, field in owner.model_fields.items()} if owner else {}
