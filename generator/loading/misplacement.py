"""Fields, and whole entries, that stand in the wrong place."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from generator.diagnostics.diagnostic import Diagnostic, listed
from generator.loading.nodes import Document, Mapping, Node, Scalar, Sequence, as_data
from generator.loading.syntax_errors import line_numbers, spaces
from generator.model import Kind, Prose, yaml_kinds
from generator.model.types import (
    as_model,
    bare,
    fields_of,
    inside,
    model_at,
    required_of,
    type_at,
)
from generator.model.walk import FieldPath

# Fewer words after a colon may be a value.
_SPACES_OF_SENTENCE = 3
# How much further right the parts of a group start.
_LEVEL = 2


def with_fields_in_place(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...]
) -> tuple[Document, list[Diagnostic]]:
    """Move fields that start in the wrong column to where they belong; return the document and what was wrong."""
    diagnostics = list[Diagnostic]()
    for place in (
        _with_sentences_in_texts,
        _with_parts_in_groups,
        _with_fields_in_groups,
        _with_fields_out_of_groups,
        _with_fields_out_of_items,
    ):
        document, more = place(document, entry_type, field_path)
        diagnostics += more
    for owner, path in list(_models_inside(entry_type, document.node(*field_path), field_path)):
        document, more = _with_fields_in_groups(document, owner, path)
        diagnostics += more
    return document, diagnostics


def _listed(names: list[str]) -> str:
    return listed(f"`{name}`" for name in names)


def _belong(names: list[str]) -> str:
    """Return fields as the subject of a sentence, with its verb."""
    return f"{_listed(names)} {'belongs' if len(names) == 1 else 'belong'}"


def _out_of(document: Document, names: list[str], path: FieldPath, owner: FieldPath, is_end: bool) -> Diagnostic:
    """Return what is wrong with fields of the entry that stand in a group or an item of one of its fields.

    They can be moved by deleting spaces where they are the end of it.
    """
    places = [document.at(*path, name, key=True) for name in names]
    field = document.at(*owner, key=True)
    last = places[-1].line + document.written(*path, names[-1]).count("\n")
    depth = places[0].column - field.column
    hint = f"delete {spaces(depth)} from the start of {line_numbers(places[0].line - 1, last - 1)}"
    if not is_end or "{" in places[0].source[: places[0].column] or "{" in field.source:
        hint = f"move {_listed(names)} out of `{owner[-1]}`, to lines that start as far left as `{owner[-1]}:`"
    message = f"{_belong(names)} to the entry itself, and not to `{owner[-1]}`"
    return Diagnostic("unknown-field", places[0], message, hint)


def _models_inside(value_type: Any, node: Node, path: FieldPath) -> Iterator[tuple[type[BaseModel], FieldPath]]:
    """Yield the models of the items of lists inside a type, each with the path of its fields, where it has some."""
    owner = as_model(value_type)
    for name in fields_of(owner):
        item = node.get(name) if isinstance(node, Mapping) else None
        items = item[1].items if item and isinstance(item[1], Sequence) else ()
        inner = as_model(inside(inside(owner, name), 0)) if owner and items else None
        if inner:
            yield from ((inner, (*path, name, at)) for at, part in enumerate(items) if isinstance(part, Mapping))


def with_listed_fields(document: Document, entry_type: type[BaseModel]) -> tuple[Document, list[Diagnostic]]:
    """Move fields that stand beside the ids of a file with many entries into the entry above; return what was wrong."""
    moved, diagnostics = document, list[Diagnostic]()
    names_by_id: dict[str, list[str]] = {}
    owner = ""
    for name in as_data(document.root):
        if name in fields_of(entry_type) and owner:
            names_by_id.setdefault(owner, []).append(name)
        else:
            owner = name
    for id_, names in names_by_id.items():
        places = [document.at(name, key=True) for name in names]
        last = places[-1].line + document.written(names[-1]).count("\n")
        hint = f"put two spaces at the start of {line_numbers(places[0].line - 1, last - 1)}"
        message = f"this belongs to the entry `{id_}`, and starts too far left"
        diagnostics.append(Diagnostic("unknown-field", places[0], message, hint))
        for name in names:
            moved = moved.with_moved((name,), (id_,))
    return moved, diagnostics


def unwrapped(document: Document, entry_type: type[BaseModel]) -> tuple[Document, list[Diagnostic]]:
    """Return a document whose entry is a level too deep with the entry at its root, and what is wrong with it."""
    root, required = document.root, required_of(entry_type).keys()
    outer = root.items[0] if isinstance(root, (Mapping, Sequence)) and len(root.items) == 1 else None
    inner = outer[1] if isinstance(outer, tuple) and not isinstance(outer, Scalar) else outer
    names = {key.text for key, _ in inner.items} if isinstance(inner, Mapping) else set()
    is_known = isinstance(outer, tuple) and isinstance(root, Mapping) and root.items[0][0].text in fields_of(entry_type)
    if not isinstance(inner, Mapping) or is_known or 2 * len(names & required) < len(required):
        return document, []
    first = inner.items[0][0].span
    last = document.text.rstrip().count("\n")
    place = document.at()
    below = f"{spaces(first.column)} from the start of {line_numbers(first.line, last)}"
    message, hint = f"the whole entry is below `{place.source.strip()}`", f"delete line {place.line}, and {below}"
    if isinstance(root, Sequence):
        below = f"{spaces(first.column)} from the start of {line_numbers(first.line + 1, last)}"
        message = "the whole entry is written as an item of a list"
        hint = f"delete the hyphen and the space after it, and {below}"
    before = document.text[root.span.start : first.start - 1]
    if "{" in before and isinstance(root, Mapping):
        message = f"the whole entry is inside `{root.items[0][0].text}`"
        hint = f"delete `{' '.join(before.split())}` at its start, and the last `}}` of the file"
    return replace(document, root=inner), [Diagnostic("wrong-type", place, message, hint)]


def _with_sentences_in_texts(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...]
) -> tuple[Document, list[Diagnostic]]:
    """Move sentences that look like fields, as they have a colon and no indentation, into the empty texts above."""
    data = as_data(document.node(*field_path))
    diagnostics = list[Diagnostic]()
    for above, name in pairwise(data):
        is_sentence = (
            name[:1].isupper() and isinstance(data[name], str) and data[name].count(" ") >= _SPACES_OF_SENTENCE
        )
        is_below_text = above in fields_of(entry_type) and bare(type_at(entry_type, (above,))) is Prose
        if not is_sentence or not is_below_text or data[above] or name in fields_of(entry_type):
            continue
        place = document.at(*field_path, name, key=True)
        last = place.line - 1 + document.written(*field_path, name).count("\n")
        message = f"this text has to start further right if it belongs to `{above}`"
        hint = f"put two spaces at the start of {line_numbers(place.line - 1, last)}"
        diagnostics.append(Diagnostic("unknown-field", place, message, hint))
        document = document.without((*field_path, name))
        document = document.with_names({(*field_path, above): (above, f"{name}: {data[name]}")})
    return document, diagnostics


def _with_parts_in_groups(
    document: Document, entry_type: type[BaseModel], field_path: FieldPath
) -> tuple[Document, list[Diagnostic]]:
    """Move words that stand right below an empty group, in the same column, into it; return what was wrong."""
    moved, diagnostics = document, list[Diagnostic]()
    for field, groups in as_data(document.node(*field_path)).items():
        values = (
            (get_args(bare(type_at(entry_type, (field,)))) or (str,))[-1] if field in fields_of(entry_type) else str
        )
        if not isinstance(groups, dict) or get_origin(bare(values)) is not dict:
            continue
        path = (*field_path, field)
        for owner in (name for name, value in groups.items() if value == ""):
            names = _words_below(groups, owner)
            places = [document.at(*path, name, key=True) for name in names]
            if not names or "{" in places[0].source[: places[0].column]:
                continue
            message = f"{_belong(names)} to `{owner}`"
            hint = f"put two spaces at the start of {line_numbers(places[0].line - 1, places[-1].line - 1)}"
            diagnostics.append(Diagnostic("unknown-field", places[0], message, hint))
            for name in names:
                moved = moved.with_moved((*path, name), (*path, owner))
    return moved, diagnostics


def _words_below(groups: dict[str, Any], owner: str) -> list[str]:
    """Return the names right below an empty group that hold words, as its parts would."""
    names = list(groups)
    return list(takewhile(lambda name: isinstance(groups[name], str) and groups[name], names[names.index(owner) + 1 :]))


def _with_fields_in_groups(
    document: Document, entry_type: type[BaseModel], field_path: FieldPath
) -> tuple[Document, list[Diagnostic]]:
    """Move fields that were indented too little into their group; return the document and what was wrong."""
    data = as_data(document.node(*field_path))
    diagnostics = list[Diagnostic]()
    misplaced: dict[str, list[str]] = {}
    for index, name in enumerate(data):
        owner = "" if name in fields_of(entry_type) else _owner_of(name, entry_type, data, index)
        if owner:
            misplaced.setdefault(owner, []).append(name)
    moved = document
    for owner in fields_of(entry_type).keys() - data.keys():
        parts = [name for name in data if name in fields_of(model_at(entry_type, (owner,)))]
        parts = [name for name in parts if name not in fields_of(entry_type)]
        needed = required_of(as_model(type_at(entry_type, (owner,))) or entry_type).keys()
        if not parts or not needed <= set(parts):
            continue
        places = [document.at(*field_path, name, key=True) for name in parts]
        last = places[-1].line + document.written(*field_path, parts[-1]).count("\n")
        lines = line_numbers(places[0].line - 1, last - 1)
        message = f"{_belong(parts)} to `{owner}`, which is missing"
        hint = f"put a line `{owner}:` above line {places[0].line}, and two spaces at the start of {lines}"
        diagnostics.append(Diagnostic("unknown-field", places[0], message, hint))
        moved = moved.with_group((*field_path, owner), parts)
    for owner, names in misplaced.items():
        places = [document.at(*field_path, name, key=True) for name in names]
        last = places[-1].line + document.written(*field_path, names[-1]).count("\n")
        end = document.at(*field_path, owner, key=True).line + document.written(*field_path, owner).count("\n")
        lines = line_numbers(places[0].line - 1, last - 1)
        group = data[owner]
        into = (*field_path, owner, len(group) - 1) if isinstance(group, list) else (*field_path, owner)
        first = next(iter(as_data(document.node(*into)) or ("",)))
        inner = document.at(*into, first, key=True)
        depth = inner.column - places[0].column if first else _LEVEL
        home = f"the last item of `{owner}`" if isinstance(group, list) else f"`{owner}`"
        is_next = not "".join(document.text.split("\n")[end : places[0].line - 1]).strip()
        hint = f"put {spaces(depth)} at the start of {lines}"
        written = ", ".join(document.written(*field_path, name) for name in names)
        if "{" in inner.source[: inner.column - 1] and "\n" not in written:
            hint = f"write `, {written}` before the `}}` that ends {home} in line {inner.line}, and delete {lines}"
        elif not is_next:
            hint = f"move {lines} into `{owner}:`, beside what is there, {spaces(depth)} further right"
        message = f"{_belong(names)} to {home}"
        diagnostics.append(Diagnostic("unknown-field", places[0], message, hint))
        for name in names:
            moved = moved.with_moved((*field_path, name), into)
    return moved, diagnostics


def _with_fields_out_of_groups(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...]
) -> tuple[Document, list[Diagnostic]]:
    """Move fields that were indented too much out of the group above; return the document and what was wrong."""
    data = as_data(document.node(*field_path))
    moved, diagnostics = document, list[Diagnostic]()
    for owner, group in data.items():
        allowed = fields_of(model_at(entry_type, (owner,)))
        if isinstance(group, dict) and group.get(owner) == "" and owner not in allowed:
            place = document.at(*field_path, owner, owner, key=True)
            message = f"`{owner}:` is there twice, one below the other"
            diagnostics.append(Diagnostic("duplicate-key", place, message, f"delete line {place.line}"))
            moved = moved.without((*field_path, owner, owner))
        absent = required_of(entry_type).keys() - data.keys() - allowed.keys()
        names = [name for name in group if name in absent] if isinstance(group, dict) and owner != "" else []
        if not names or owner not in fields_of(entry_type):
            continue
        path = (*field_path, owner)
        diagnostics.append(_out_of(document, names, path, path, names == list(group)[-len(names) :]))
        for name in names:
            moved = moved.with_moved((*path, name), field_path)
    return moved, diagnostics


def _with_fields_out_of_items(
    document: Document, entry_type: type[BaseModel], field_path: tuple[str, ...]
) -> tuple[Document, list[Diagnostic]]:
    """Move fields of the entry that stand in the last item of a list above out of it; return what was wrong."""
    data = as_data(document.node(*field_path))
    moved, diagnostics = document, list[Diagnostic]()
    for owner, items in data.items():
        groups = [at for at, item in enumerate(items) if isinstance(item, dict)] if isinstance(items, list) else []
        allowed = fields_of(as_model(type_at(entry_type, (owner, 0)))) if owner in fields_of(entry_type) else {}
        if not groups or not allowed:
            continue
        path = (*field_path, owner, groups[-1])
        item, further_items = items[groups[-1]], items[groups[-1] + 1 :]
        absent = fields_of(entry_type).keys() - data.keys() - allowed.keys()
        names = [name for name in item if name in absent]
        if not names or (further_items and not _is_name_of(names, item, further_items)):
            continue
        diagnostics.append(_out_of(document, names, path, path[:-1], names == list(item)[-len(names) :]))
        if further_items:
            moved = _with_items_in_field(moved, path, names[0], len(further_items))
        for name in names:
            moved = moved.with_moved((*path, name), field_path)
    return moved, diagnostics


def _is_name_of(names: list[str], item: dict[str, Any], further_items: list[Any]) -> bool:
    """Return whether a list's name slipped into the item above, so that its items look like items of the list above."""
    return len(names) == 1 and item[names[0]] == "" and all(isinstance(further, str) for further in further_items)


def _with_items_in_field(document: Document, path: FieldPath, name: str, count: int) -> Document:
    """Return a document with the last items of a list in a field of the item before them, whose path is given."""
    listing = document.node(*path[:-1])
    if not isinstance(listing, Sequence):
        return document
    document = document.with_node(path[:-1], Sequence(listing.items[:-count], listing.span))
    return document.with_node((*path, name), Sequence(listing.items[-count:], listing.span))


def _owner_of(name: str, entry_type: type[BaseModel], data: dict[str, Any], index: int) -> str:
    """Return the nearest field above that could hold a field and lacks it, or an empty string."""
    above = [field for field in list(data)[:index] if field in fields_of(entry_type)]
    if above and data[above[-1]] == "" and get_origin(bare(type_at(entry_type, (above[-1],)))) is dict:
        return above[-1]
    for owner in reversed(above):
        value = data[owner]
        if owner == above[-1] and isinstance(value, list) and value and isinstance(value[-1], dict):
            return owner if name in fields_of(model_at(entry_type, (owner, 0))).keys() - value[-1].keys() else ""
        is_group = isinstance(value, dict) or (not value and not isinstance(value, list))
        if is_group and (
            name in fields_of(model_at(entry_type, (owner,))) or _could_hold(entry_type, owner, data[name])
        ):
            return owner if name not in (value or {}) else ""
    return ""


def _could_hold(entry_type: type[BaseModel], owner: str, part: Any) -> bool:
    """Return whether a field holds parts under names of their own, and something is such a part by its fields."""
    value_type = bare(type_at(entry_type, (owner,)))
    value = as_model(get_args(value_type)[1]) if get_origin(value_type) is dict else None
    if value is None or not isinstance(part, dict):
        return False
    return fields_of(value).keys() >= part.keys() and bool(part.keys() & required_of(value).keys())


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
