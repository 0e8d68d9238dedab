"""The answers to an entry, and the draft that keeps them."""

from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.loading import as_data, parse
from generator.model.types import fields_of
from generator.model.walk import FieldPath
from generator.scaffold import tidy, to_yaml
from generator.utils.fs import put


class Answers:
    """The data of an entry, which grows answer by answer."""

    def __init__(self, entry_type: type[BaseModel], draft: Path) -> None:
        """Start without answers.

        Args:
            entry_type: The type of the entry.
            draft: The file that keeps the answers until the entry is written.
        """
        self.entry_type = entry_type
        self.draft = draft
        self.data: dict[str, Any] = {}

    def get(self, field_path: FieldPath) -> Any:
        """Return the value of a field, or None."""
        value: Any = self.data
        for step in field_path:
            is_there = step in value if isinstance(value, dict) else isinstance(step, int) and step < len(value)
            if not is_there:
                return None
            value = value[step]
        return value

    def set(self, field_path: FieldPath, value: Any) -> None:
        """Set the value of a field, and add the lists and mappings that lead to it."""
        holder: Any = self.data
        for step, next_step in pairwise(field_path):
            empty: Any = {} if isinstance(next_step, str) else []
            if isinstance(holder, list) and step == len(holder):
                holder.append(empty)
            elif isinstance(holder, dict):
                holder.setdefault(step, empty)
            holder = holder[step]
        if isinstance(holder, list) and field_path[-1] == len(holder):
            holder.append(value)
        else:
            holder[field_path[-1]] = value

    def remove(self, field_path: FieldPath) -> None:
        """Remove a field, and the lists and mappings that would be empty without it."""
        for end in range(len(field_path), 0, -1):
            holder = self.get(field_path[: end - 1])
            del holder[field_path[end - 1]]
            if holder:
                return

    def save_draft(self) -> None:
        """Write the answers to the draft."""
        put(self.draft, to_yaml(tidy(self.data), self.entry_type).encode("utf-8", "replace"))

    def read_draft(self) -> dict[str, Any]:
        """Return the fields of the draft in the order of the model; none where there is no draft."""
        if not self.draft.is_file():
            return {}
        document, _ = parse(self.draft.name, self.draft.read_bytes())
        data = as_data(document.root) if document else None
        if not isinstance(data, dict):
            return {}
        return {name: data[name] for name in fields_of(self.entry_type) if name in data}
