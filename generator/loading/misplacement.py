"""Fields, and whole entries, that stand in the wrong place."""

from collections.abc import Mapping
from typing import Any, get_origin

from pydantic import BaseModel

from generator.diagnostics.diagnostic import Diagnostic
from generator.loading.nodes import Document, as_data
from generator.loading.syntax_errors import line_numbers
from generator.model import Kind, yaml_kinds
from generator.model.types import (
    bare,
    fields_of,
    model_at,
    required_of,
    type_at,
)


def with_fields_in_place(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...], data: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Move fields that were indented too little into their group; return the data and what was wrong."""
    moved, diagnostics = dict(data), list[Diagnostic]()
    misplaced: dict[str, list[str]] = {}
    for index, name in enumerate(data):
        owner = "" if name in fields_of(entry_type) else _owner_of(name, entry_type, data, index)
        if owner:
            misplaced.setdefault(owner, []).append(name)
    for owner, names in misplaced.items():
        moved[owner] = {**(data[owner] or {}), **{name: moved.pop(name) for name in names}}
        places = [document.at(*field_path, name, key=True) for name in names]
        last = places[-1].line + document.written(*field_path, names[-1]).count("\n")
        end = document.at(*field_path, owner, key=True).line + document.written(*field_path, owner).count("\n")
        lines = line_numbers(places[0].line - 1, last - 1)
        listed = " and ".join(f"`{name}`" for name in names)
        is_next = not "".join(document.text.split("\n")[end : places[0].line - 1]).strip()
        hint = f"put two spaces at the start of {lines}"
        if not is_next or "{" in document.at(*field_path, owner, key=True).source:
            hint = f"move {lines} into `{owner}:`, beside the fields that are there"
        message = f"{listed} {'belongs' if len(names) == 1 else 'belong'} to `{owner}`"
        diagnostics.append(Diagnostic("unknown-field", places[0], message, hint))
    return moved, diagnostics


def _owner_of(name: str, entry_type: type[BaseModel], data: Mapping[str, Any], index: int) -> str:
    """Return the nearest field above that could hold a field and lacks it, or an empty string."""
    above = [field for field in list(data)[:index] if field in fields_of(entry_type)]
    if above and data[above[-1]] == "" and get_origin(bare(type_at(entry_type, (above[-1],)))) is dict:
        return above[-1]
    for owner in reversed(above):
        value = data[owner]
        if name in fields_of(model_at(entry_type, (owner,))) and (not value or isinstance(value, dict)):
            return owner if name not in (value or {}) else ""
    return ""


def wrong_folder(document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...]) -> Diagnostic | None:
    """Return the diagnostic of a file that has the fields of another kind of entry, and not those of its own."""
    data = as_data(document.root)
    if field_path or not isinstance(data, dict) or data.keys() >= required_of(entry_type).keys():
        return None
    kind = kind_of(data)
    if kind is None or kind.entry is entry_type:
        return None
    root, _, name = document.path.split("/")
    message = f"these are the fields of an entry in {kind.location}/"
    return Diagnostic("wrong-folder", document.at(), message, f"move the file to {root}/{kind.location}/{name}")


def kind_of(data: Any) -> Kind | None:
    """Return the kind of entry that data are, judging by the names of its fields, or None where they are of none."""
    names = data.keys() if isinstance(data, dict) else set()
    for kind in yaml_kinds().values():
        if not kind.in_one_file and fields_of(kind.entry).keys() >= names >= required_of(kind.entry).keys():
            return kind
    return None
