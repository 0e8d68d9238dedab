"""A field whose value its model refuses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.diagnostics.suggestion import OPEN, Hint, OneOf, Suggestion
from generator.diagnostics.topics import Slip
from generator.loading.nodes import Document, as_data
from generator.loading.suggestions import around, block, filled, flow, is_id_type, member, suggest, suggested
from generator.loading.syntax_errors import line_numbers
from generator.model import Prose
from generator.model.types import (
    bare,
    fields_of,
    inside,
    reference_of,
    required_of,
    scale_of,
)
from generator.model.walk import FieldPath

# In the context of an unknown field: the one field that is missing in its place.
MISSING_FIELD = "missing_field"


@dataclass(frozen=True, slots=True)
class InvalidField:
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
        """Whether it is an item of a list."""
        return isinstance(self.path[-1], int)

    @property
    def is_optional(self) -> bool:
        """Whether it may be left out."""
        return not self.is_item and self.owner is not None and self.name not in required_of(self.owner)

    @property
    def deletion(self) -> str:
        """What to do with the field where it says that there is nothing to say."""
        return f"delete `{self.name}: {str(self.value).strip()}`: what has nothing in it can be left out"

    @property
    def title(self) -> str:
        """What messages call the field."""
        return f"an item of `{self.name}`" if self.is_item else f"`{self.name}`"

    @property
    def description(self) -> str:
        """What the model says about the field, after a space, or nothing."""
        field = fields_of(self.owner).get(self.name) or self._group
        description = f" {field.description}" if field and field.description else ""
        scale = scale_of(self.type)
        return f"{description} Its words are under `{scale}` in guide.yml." if scale else description

    @property
    def _group(self) -> Any:
        """The group of names and values in which a value is, as its model describes it, or None."""
        step = self.path[-2] if self.owner is None and self.path[1:] else ""
        return fields_of(self.context.get("holder")).get(str(step))

    def with_value(self, value: str) -> str:
        """Return the YAML that gives the field a value."""
        return f"`- {value}`" if self.is_item else f"`{self.name}: {value}`"

    def written_as(self, value: Any, lead: str = "write") -> Hint:
        """Return the YAML that gives the field a value, and what is open in it."""
        place = self.location(key=not self.is_item)
        column = place.column - 1
        is_short = isinstance(value, str) or (isinstance(value, list) and all(isinstance(part, str) for part in value))
        name = "-" if self.is_item else self.name
        if value == [OPEN] and is_id_type(item := get_args(bare(self.type))[0]):
            return Suggestion(lead, name, value, wishes={name: OneOf(reference_of(item))}, end=f".{self.description}")
        if is_short or re.search(r"[{\[]", place.source[:column]):
            return f"{lead} {self.with_value(flow(value))}.{self.description}"
        return suggested(lead, name, self.type, value, column - 2 * self.is_item)

    def block(self, value: Any) -> str:
        """Return the YAML that gives the field a value, a part a line, below an empty line."""
        return f"\n\n{block(self.name, value, self.location(key=True).column - 1)}"

    def added(self) -> Hint:
        """Return the YAML that adds the field, which is missing, beside the others."""
        value = filled(self.type)
        owner = self.document.at(*self.path[:-1], key=True)
        column = owner.column - 1 + (0 if len(self.path) == 1 or isinstance(self.path[-2], int) else 2)
        is_in_braces = "{" in owner.source[owner.column - 1 :] or self.document.is_in_braces
        if is_in_braces and not isinstance(value, str):
            return suggested("add", self.name, self.type, value)
        if isinstance(value, str):
            return f"add {self.with_value(flow(value))}.{self.description}"
        return suggested("add", self.name, self.type, value, column)

    def words(self) -> str:
        """Return the YAML of each of the words that the field can have, or an empty string where it is free."""
        words = get_args(bare(self.type)) if get_origin(bare(self.type)) is Literal else ()
        return " or ".join(self.with_value(word) for word in words)

    def location(self, *, key: bool = False) -> Location:
        """Return where the value is; with `key`, where the name is."""
        return self.document.at(*self.path, key=key)


def empty(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of a field without a value."""
    is_required = field.owner is None or field.name in required_of(field.owner)
    if listed := _list_cut_by_comma(field):
        message = f"`{field.name}` is between the braces without a colon"
        hint = f"put brackets around all that belong to one name: write `{listed}`"
        return Diagnostic("empty-field", field.location(key=True), message, hint, topic=Slip.NO_BRACKETS)
    remedy = field.written_as(filled(field.type))
    if words := field.words():
        remedy = f"write {words}, whichever is true.{field.description}"
    if not is_required:
        remedy = around(remedy, "delete the line, or ")
    if lines := _paragraph_above(field):
        move = f"if {line_numbers(*lines)} should be its text, write `{field.name}: |` above line {lines[0] + 1} and "
        remedy = around(remedy, f"{move}delete this line; if not, ")
    return suggest("empty-field", field.location(key=True), f"{field.title} is empty", remedy)


def _list_cut_by_comma(field: InvalidField) -> str:
    """Return the names and the list of which brackets are missing inside braces, or an empty string."""
    place = field.location(key=True)
    rest = place.source[place.end_column - 1 :].lstrip()
    data = as_data(field.document.node(*field.path[:-1]))
    if get_origin(bare(field.type)) is not list or rest[:1] not in (",", "}") or not isinstance(data, dict):
        return ""
    names = list(data)
    at = names.index(field.name)
    owner = next((name for name in reversed(names[:at]) if data[name]), "")
    value = data.get(owner)
    if not owner or isinstance(value, dict):
        return ""
    below = names[names.index(owner) + 1 :]
    cut = takewhile(lambda name: data[name] == "", below)
    return member(owner, [*(value if isinstance(value, list) else [value]), *cut])


def _paragraph_above(field: InvalidField) -> tuple[int, int] | None:
    """Return the first and last line, from 0, of the paragraph right above an empty text, if that may belong to it."""
    lines = field.document.text.split("\n")
    number = field.location(key=True).line - 1
    data = as_data(field.document.node(*field.path[:-1]))
    above = list(data)[: list(data).index(field.name)] if isinstance(data, dict) and bare(field.type) is Prose else []
    if not above or bare(inside(field.owner, above[-1])) is not Prose or "\n\n" not in data[above[-1]]:
        return None
    last = next(at for at in range(number - 1, -1, -1) if lines[at].strip())
    first = next(at + 1 for at in range(last, -1, -1) if not lines[at].strip())
    return first, last
