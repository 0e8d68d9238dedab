"""What each field of each kind of entry is, for people: made from the model, so that it is written down once."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import KINDS, Kind
from generator.schema.json_schema import Schema, schema_of

_FORMS: Mapping[str, str] = {
    "boolean": "`true` or `false`",
    "date": "a day, such as 2026-03-09",
    "integer": "a whole number",
    "number": "a number",
    "string": "one line",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind of entry; the name of an inner one follows that of the field around it, after a dot."""

    name: str
    needed: bool
    form: str
    meaning: str


def fields(kind: str) -> tuple[Field, ...]:
    """Return the fields of a kind of entry, in the order in which a file has them."""
    schema = schema_of(kind, None)
    return tuple(_fields(schema, schema.get("$defs", {})))


def with_tables(text: str) -> str:
    """Return a document with the tables of the names in `_TABLES`, from `<!-- NAME -->` to `<!-- end of NAME -->`."""
    return _MARKED.sub(lambda marked: f"{marked[1]}{_TABLES[marked[2]]()}{marked[3]}", text)


def _kinds() -> str:
    """Return a table of the kinds of entries: what each is for, and where its files are."""
    rows = [f"| {kind.a_kind} | {kind.about} | `content/{_folder(kind)}` |" for kind in KINDS.values()]
    return "\n".join(["| To add | that is | write in |", "|---|---|---|", *rows])


def _folder(kind: Kind) -> str:
    return kind.location if kind.in_one_file else f"{kind.location}/"


def _fields_by_kind() -> str:
    """Return a table of the fields for each kind of entry: for authors."""
    return "\n\n".join(f"### {kind.capitalize()}\n\n{_table(fields(kind))}" for kind in KINDS)


def _names_of_fields() -> str:
    """Return one table of all kinds with the names of their fields, the needed ones strong: for programmers."""
    rows = [f"| {kind} | {', '.join(_name(row) for row in fields(kind))} |" for kind in KINDS]
    return "\n".join(["| kind | fields |", "|---|---|", *rows])


_TABLES: Mapping[str, Callable[[], str]] = {
    "kinds": _kinds,
    "fields": _fields_by_kind,
    "names of fields": _names_of_fields,
}


_MARKED = re.compile(rf"(<!-- ({'|'.join(_TABLES)}) -->\n\n).*?(\n\n<!-- end of \2 -->)", re.DOTALL)


def _name(row: Field) -> str:
    return f"**`{row.name}`**" if row.needed else f"`{row.name}`"


def _table(rows: tuple[Field, ...]) -> str:
    lines = [f"| `{row.name}` | {'yes' if row.needed else ''} | {row.form} | {row.meaning} |" for row in rows]
    return "\n".join(["| field | needed | form | meaning |", "|---|---|---|---|", *lines])


def _fields(schema: Schema, parts: Mapping[str, Schema], before: str = "") -> Iterator[Field]:
    required = schema.get("required", ())
    for name, field in schema["properties"].items():
        yield Field(f"{before}{name}", name in required, _form(field, parts), field.get("description", ""))
        inner, joint = _inner(field, parts)
        if inner:
            yield from _fields(inner, parts, f"{before}{name}{joint}")


def _inner(field: Schema, parts: Mapping[str, Schema]) -> tuple[Schema | None, str]:
    """Return the part that a field is made of, and what stands between its name and the names of its fields."""
    if "items" in field:
        part, _ = _inner(field["items"], parts)
        return part, "[]."
    if isinstance(field.get("additionalProperties"), dict):
        part, _ = _inner(field["additionalProperties"], parts)
        return part, ".<id>."
    target = field.get("$ref", "").rpartition("/")[2]
    return parts.get(target), "."


def _form(field: Schema, parts: Mapping[str, Schema]) -> str:
    """Return in words what a value looks like."""
    if "enum" in field:
        return " or ".join(f"`{word}`" for word in field["enum"])
    if "items" in field:
        return f"a list: {_form(field['items'], parts)}"
    if isinstance(values := field.get("additionalProperties"), dict):
        return f"{_names(field)}: {_form(values, parts)}"
    if "anyOf" in field:
        return " or ".join(_form(one, parts) for one in field["anyOf"])
    if "$ref" in field:
        return "fields of its own"
    return _form_of_a_text(field)


def _names(field: Schema) -> str:
    to = field.get("x-keys-ref")
    return f"by id of {to}" if to else "by name"


def _form_of_a_text(field: Schema) -> str:
    if to := field.get("x-ref"):
        return f"a word of `{to}`" if "pattern" not in field else f"an id of {to}"
    if field.get("x-prose"):
        return "text with paragraphs, lists and links"
    if field.get("x-multiline"):
        return "text of several lines"
    return _FORMS.get(field.get("format", "")) or _FORMS[field["type"]]
