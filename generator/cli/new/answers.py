"""The answers to an entry as they come in, and the draft that keeps them."""

from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.loading.nodes import as_data
from generator.loading.parser import parse
from generator.model.types import fields_of
from generator.model.walk import FieldPath
from generator.scaffold.yaml_writer import tidy, to_yaml
from generator.utils.fs import put


class Answers:
    """Data that grows answer by answer."""

    def __init__(self, entry_type: type[BaseModel], draft: Path) -> None:
        """Begin with no answer.

        Args:
            entry_type: What the answers are to make.
            draft: The file that keeps them until then.
        """
        self.entry_type = entry_type
        self.draft = draft
        self.data: dict[str, Any] = {}

    def at(self, steps: FieldPath) -> Any:
        """Return what stands at a place, or None."""
        value: Any = self.data
        for step in steps:
            holds = step in value if isinstance(value, dict) else isinstance(step, int) and step < len(value)
            if not holds:
                return None
            value = value[step]
        return value

    def put(self, steps: FieldPath, value: Any) -> None:
        """Put a value at a place, and what leads to it where that is not there yet."""
        holder: Any = self.data
        for step, following in pairwise(steps):
            between: Any = {} if isinstance(following, str) else []
            if isinstance(holder, list) and step == len(holder):
                holder.append(between)
            elif isinstance(holder, dict):
                holder.setdefault(step, between)
            holder = holder[step]
        if isinstance(holder, list) and steps[-1] == len(holder):
            holder.append(value)
        else:
            holder[steps[-1]] = value

    def take(self, steps: FieldPath) -> None:
        """Take a value away again, and what it would leave empty."""
        for end in range(len(steps), 0, -1):
            holder = self.at(steps[: end - 1])
            del holder[steps[end - 1]]
            if holder:
                return

    def keep(self) -> None:
        """Write the draft."""
        put(self.draft, to_yaml(tidy(self.data), self.entry_type).encode("utf-8", "replace"))

    def kept(self) -> dict[str, Any]:
        """Return what the draft holds, in the order of the fields; nothing where there is none."""
        if not self.draft.is_file():
            return {}
        document, _ = parse(self.draft.name, self.draft.read_bytes())
        data = as_data(document.root) if document else None
        return (
            {name: data[name] for name in fields_of(self.entry_type) if name in data} if isinstance(data, dict) else {}
        )
