"""Which entries came, went or changed, and which of their words, ids and numbers moved."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_origin

from generator import model
from generator.diff.models import EntryChange, Moved
from generator.loading import Authored, Content, HandWritten, as_data
from generator.model.types import as_model, bare, inside, reference_of
from generator.model.ui_text import UiText
from generator.model.walk import FieldPath

Key = tuple[str, str]


def entry_changes(before: Content, after: Content) -> Iterator[EntryChange]:
    """Yield the changes from one content to another; entries that could not be read whole are compared as written."""
    old, new = _entries(before), _entries(after)
    for key, (entry_type, data) in {**old, **new}.items():
        kind, id_ = key
        title = str(_title(kind, data) or id_)
        if key not in old:
            yield EntryChange("added", kind, id_, title)
        elif key not in new:
            yield EntryChange("removed", kind, id_, title)
        elif fields := _changed_fields(old[key][1], data):
            yield EntryChange("changed", kind, id_, title, fields, tuple(_moved(entry_type, old[key][1], data)))


def _title(kind: str, data: Mapping[str, Any]) -> Any:
    return data.get(model.KINDS[kind].title_field) if kind in model.KINDS else None


def _changed_fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in {**old, **new} if old.get(name) != new.get(name))


def _moved(entry_type: Any, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Moved]:
    was, is_ = dict(_words(entry_type, old)), dict(_words(entry_type, new))
    for field_path in {**was, **is_}:
        if was.get(field_path) != is_.get(field_path):
            yield Moved(tuple(map(str, field_path)), was.get(field_path), is_.get(field_path))


def _words(data_type: Any, data: Any, field_path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Yield every word, id and number below a value, with what leads to it; what a list holds leads to itself."""
    plain = bare(data_type)
    if isinstance(data, dict) and (as_model(plain) or get_origin(plain) is dict):
        for key, value in data.items():
            yield from _words(inside(data_type, key), value, (*field_path, key))
    elif get_origin(plain) is list:
        for index, item in enumerate(data if isinstance(data, list) else [data]):
            item_type = inside(data_type, index)
            if isinstance(item, str) and _is_word(item_type):
                yield (*field_path, item), item
            else:
                yield from _words(item_type, item, (*field_path, index))
    elif isinstance(data, str) and _is_word(data_type):
        yield field_path, data


def _is_word(data_type: Any) -> bool:
    plain = bare(data_type)
    return get_origin(plain) is Literal or plain in (int, float, bool) or bool(reference_of(data_type))


def _entries(content: Content) -> dict[Key, tuple[Any, Any]]:
    """Return the type and the data of each entry by its kind and id, in the order of the registry."""
    entries: dict[Key, tuple[Any, Any]] = {
        ("guide", content.setup.id): (model.Setup, _data(content.setup)),
        ("ui", content.ui_text.id): (UiText, _data(content.ui_text)),
    }
    for name, kind in model.KINDS.items():
        for id_, entry in content.entries[name].items():
            entries[name, id_] = (kind.entry, _data(entry))
    return entries


def _data(entry: Authored[Any]) -> dict[str, Any]:
    data = as_data(entry.document.root)
    for step in entry.field_path:
        data = data[step]
    if not isinstance(data, dict):
        return {}
    return {**data, "body": entry.body} if isinstance(entry, HandWritten) else data
