"""What pydantic finds wrong with the fields of an entry, as diagnostics at their places."""

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
from generator.loading.syntax_errors.explanation import quoted
from generator.model import ID_PATTERN, yaml_kinds
from generator.model.types import as_model, fields_of, model_at, required_of, scale_of, shape, type_at

ID = re.compile(ID_PATTERN)
_ITEM = re.compile(r"\s*- (\S.*)$")
_KINDS_OF_VALUE: Mapping[type, str] = {str: "a text", list: "a list", dict: "named fields"}
# Ways to write a day that leave no doubt which day is meant.
_PLAIN_DATES = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y-%m-%d %H:%M")
_LIMITS = {"ge": "{} or more", "gt": "more than {}", "le": "{} or less", "lt": "less than {}"}


@dataclass(frozen=True, slots=True)
class _Field:
    """A field in question: where it stands, what it belongs to, and what was found in it."""

    document: Document
    steps: tuple[str | int, ...]
    owner: type[BaseModel] | None
    wanted: Any
    given: Any
    context: Mapping[str, Any]

    @property
    def name(self) -> str:
        return str(next((step for step in reversed(self.steps) if isinstance(step, str)), ""))

    @property
    def called(self) -> str:
        """What to call it in a message."""
        return f"an item of `{self.name}`" if isinstance(self.steps[-1], int) else f"`{self.name}`"

    @property
    def meaning(self) -> str:
        """What the model says of the field, after a space, or nothing."""
        field = fields_of(self.owner).get(self.name)
        scale = scale_of(self.wanted)
        source = f" Its words stand under `{scale}` in guide.yml." if scale else ""
        return (f" {field.description}" if field and field.description else "") + source

    def written(self, value: str) -> str:
        """Return what to type to give the field a value."""
        return f"`- {value}`" if isinstance(self.steps[-1], int) else f"`{self.name}: {value}`"

    def value(self) -> Location:
        return self.document.at(*self.steps)

    def key(self) -> Location:
        return self.document.at(*self.steps, key=True)


def field_errors(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...], error: ValidationError
) -> Iterator[Diagnostic]:
    """Yield the diagnostics of one entry.

    Args:
        document: The file in which it stands.
        entry_type: What it should have been.
        field_path: The keys that lead to it in its file.
        error: What pydantic said.
    """
    details = error.errors(include_url=False)
    if other := _kind_it_looks_like(document, entry_type, field_path):
        yield other
        return
    bad_keys = {each["loc"][:-1] for each in details if each["loc"][-1:] == ("[key]",)}
    # Of a text that commas have cut into pieces, the first piece tells enough.
    pieces = [each["loc"] for each in details if each["type"] == "extra_forbidden" and each["input"] == ""]
    needless = {loc for index, loc in enumerate(pieces) if any(loc[:-1] == other[:-1] for other in pieces[:index])}
    for each in details:
        if each["loc"] not in bad_keys | needless and not _only_misspelt(entry_type, each, details):
            yield _fault(document, entry_type, field_path, each)


def _kind_it_looks_like(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...]
) -> Diagnostic | None:
    """Return that a file has the fields of another kind of entry, where it plainly does."""
    given = as_data(document.root)
    if field_path or not isinstance(given, dict) or given.keys() >= required_of(entry_type).keys():
        return None
    for kind in yaml_kinds().values():
        if kind.in_one_file or kind.entry is entry_type:
            continue
        if fields_of(kind.entry).keys() >= given.keys() >= required_of(kind.entry).keys():
            message = f"this has the fields of what belongs into {kind.location}/"
            root, _, name = document.path.split("/")
            hint = f"move the file to {root}/{kind.location}/{name}"
            return Diagnostic("wrong-folder", document.at(), message, hint)
    return None


def proper_id(name: str) -> str:
    """Return an id that is as near as can be to a name; an id itself as it is."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "a-name"


def bad_id(location: Location, id_: str) -> Diagnostic:
    """Return the diagnostic of a name that can't be an id, with one that could."""
    name, colon, rest = id_.partition(":")
    if colon and rest and ID.match(name):
        hint = f"put a space after the colon: `{name}: {rest.strip()}`"
        return Diagnostic("missing-space", location, f"`{id_}` is read as one name", hint)
    hint = f"use small letters, digits and hyphens, such as `{proper_id(id_)}`"
    return Diagnostic("bad-id", location, f"`{id_}` can't be an id", hint)


def _fault(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...], detail: ErrorDetails
) -> Diagnostic:
    loc = detail["loc"]
    if loc[-1:] == ("[key]",):
        return bad_id(document.at(*field_path, *loc[:-1], key=True), str(loc[-2]))
    field = _Field(
        document,
        (*field_path, *loc),
        model_at(entry_type, loc[:-1]),
        type_at(entry_type, loc),
        detail["input"],
        detail.get("ctx", {}),
    )
    kind = detail["type"]
    describe = _DESCRIBERS.get(kind) or (_bad_date if kind.startswith("date") else _out_of_range)
    return describe(field)


def _missing(field: _Field) -> Diagnostic:
    place = field.document.at(*field.steps[:-1], key=True)
    hint = f"add {field.written(shape(field.wanted))}.{field.meaning}"
    return Diagnostic("missing-field", place, f"`{field.name}` is missing", hint)


def _unknown(field: _Field) -> Diagnostic:
    message, place = f"there is no field called `{field.name}`", field.key()
    rest = place.source[place.end_column - 1 :].lstrip()
    if not rest.startswith(":") and field.given == "":
        hint = 'put the whole text in "quotes": inside braces, a comma ends it'
        return Diagnostic("unknown-field", place, message, hint)
    names = list(fields_of(field.owner))
    hint = instead(nearest(field.name, names), names, "the fields are: ")
    return Diagnostic("unknown-field", place, message, hint, did_you_mean(field.name, names))


def _wrong_type(expected: str) -> Callable[[_Field], Diagnostic]:
    def describe(field: _Field) -> Diagnostic:
        found = _KINDS_OF_VALUE.get(type(field.given), "something else")
        place = field.value() if isinstance(field.given, str) or isinstance(field.steps[-1], int) else field.key()
        owner = as_model(field.wanted)
        names = list(required_of(owner)) if owner else []
        if isinstance(field.given, str) and isinstance(field.steps[-1], int) and len(names) == 1:
            hint = f"put its name before it: `- {names[0]}: {field.given}`"
        elif isinstance(field.given, dict) and (text := _ITEM.match(place.source)) and expected == "a text":
            hint = f"put it in quotation marks: `- {quoted(text[1])}`"
        else:
            hint = f"write it as {field.written(shape(field.wanted, field.given))}.{field.meaning}"
        return Diagnostic("wrong-type", place, f"{field.called} is {found}, not {expected}", hint)

    return describe


def _empty(field: _Field) -> Diagnostic:
    required = field.owner is None or field.name in required_of(field.owner)
    hint = f"write {field.written(shape(field.wanted))}{'' if required else ', or delete the line'}.{field.meaning}"
    return Diagnostic("empty-field", field.key(), f"{field.called} is empty", hint)


def _too_long(field: _Field) -> Diagnostic:
    most = field.context["max_length"]
    message = f"{field.called} has {len(field.given)} characters, where {most} are allowed"
    return Diagnostic("too-long", field.value(), message, f"cut it to {most} characters")


def _unknown_word(field: _Field) -> Diagnostic:
    expected = str(field.context["expected"])
    words = re.findall("'([^']+)'", expected)
    guess = did_you_mean(str(field.given), words)
    hint = f"{instead(nearest(str(field.given), words), words, 'use one of ')}.{field.meaning}"
    return Diagnostic("unknown-word", field.value(), f"`{field.given}` is not one of {expected}", hint, guess)


def _bad_pattern(field: _Field) -> Diagnostic:
    given = str(field.given)
    if not given:
        return _empty(field)
    if field.context.get("pattern") == ID.pattern:
        return bad_id(field.value(), given)
    if "\n" in given:
        hint = "use `>-` instead of `|`, or one line"
        return Diagnostic("more-than-one-line", field.value(), f"{field.called} goes over several lines", hint)
    guesses = (re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", given, flags=re.IGNORECASE), f"https://{given}")
    better = next((each for each in guesses if re.match(field.context["pattern"], each)), None)
    hint = f"write {field.written(better)}.{field.meaning}" if better else field.meaning.strip()
    return Diagnostic("bad-format", field.value(), f"`{given}` doesn't have the form that `{field.name}` needs", hint)


def _bad_date(field: _Field) -> Diagnostic:
    given = str(field.given)
    day = plain_day(given)
    hint = f"write {field.written(str(day))}" if day else "write it as year-month-day, such as 2026-03-09"
    return Diagnostic("bad-date", field.value(), f"`{given}` is not a date", hint)


def plain_day(given: str) -> date | None:
    """Return the day that a text surely means, or None."""
    for form in _PLAIN_DATES:
        with suppress(ValueError):
            return datetime.strptime(given, form).replace(tzinfo=UTC).date()
    return None


def _not_a_number(field: _Field) -> Diagnostic:
    digits = re.search(r"\d+", str(field.given))
    example = field.written(digits[0] if digits else "15")
    hint = f"write a whole number and nothing else, such as {example}"
    return Diagnostic("not-a-number", field.value(), f"`{field.given}` is not a whole number", hint)


def _not_a_fraction(field: _Field) -> Diagnostic:
    percent = re.search(r"\d+", str(field.given))
    example = f"{int(percent[0]) / 100:g}" if percent and 0 < int(percent[0]) < 100 else "0.2"  # noqa: PLR2004
    hint = f"write a number in digits, such as {field.written(example)}"
    return Diagnostic("not-a-number", field.value(), f"`{field.given}` is not a number", hint)


def _not_true_or_false(field: _Field) -> Diagnostic:
    return Diagnostic("wrong-type", field.value(), f"`{field.given}` is neither true nor false", "write true or false")


def _out_of_range(field: _Field) -> Diagnostic:
    limit = next((words.format(field.context[name]) for name, words in _LIMITS.items() if name in field.context), "")
    hint = f"write {limit or 'another number'}.{field.meaning}"
    return Diagnostic("out-of-range", field.value(), f"`{field.given}` is out of range", hint)


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
    "float_parsing": _not_a_fraction,
    "bool_parsing": _not_true_or_false,
}


def _only_misspelt(entry_type: type[BaseModel], missing: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Return whether a field seems to be missing only because its name is misspelt: one report is enough."""
    if missing["type"] != "missing":
        return False
    place, name = missing["loc"][:-1], str(missing["loc"][-1])
    unknown = [each["loc"] for each in details if each["type"] == "extra_forbidden"]
    names = fields_of(model_at(entry_type, place))
    return any(loc[:-1] == place and nearest(str(loc[-1]), names) == name for loc in unknown)
