"""A field whose value its model refuses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.loading.nodes import Document
from generator.model.types import (
    fields_of,
    required_of,
    scale_of,
    shape,
)
from generator.model.walk import FieldPath


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


def empty(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of a field without a value."""
    is_required = field.owner is None or field.name in required_of(field.owner)
    otherwise = "" if is_required else ", or delete the line"
    hint = f"write {field.with_value(shape(field.type))}{otherwise}.{field.description}"
    return Diagnostic("empty-field", field.location(key=True), f"{field.title} is empty", hint)
