"""Walks over the values of an entry."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.model.entries import ID_PATTERN

FieldPath = tuple[str | int, ...]

_ID = re.compile(ID_PATTERN)


def texts(value: Any) -> list[tuple[FieldPath, str]]:
    """Return every text below a value with the keys and indexes that lead to it; Prose stays recognisable as such."""
    collection = list[tuple[FieldPath, str]]()
    _collect_texts(value, (), collection)
    return collection


# Collected instead of yielded, as each level of nested generators would pass every text on.
def _collect_texts(value: Any, field_path: FieldPath, collection: list[tuple[FieldPath, str]]) -> None:
    if isinstance(value, str):
        collection.append((field_path, value))
    elif isinstance(value, BaseModel):
        for name, alias in _names(type(value)):
            if (item := getattr(value, name)) is not None:
                _collect_texts(item, (*field_path, alias), collection)
    elif isinstance(value, dict):
        for key, item in value.items():
            _collect_texts(item, (*field_path, key), collection)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _collect_texts(item, (*field_path, index), collection)


def lists_of_ids(value: Any, field_path: FieldPath = ()) -> Iterator[tuple[FieldPath, list[str]]]:
    """Yield every list of ids below a value with the keys that lead to it."""
    if isinstance(value, BaseModel):
        for name, alias in _names(type(value)):
            yield from lists_of_ids(getattr(value, name), (*field_path, alias))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from lists_of_ids(item, (*field_path, key))
    elif isinstance(value, list) and all(isinstance(item, str) and _ID.match(item) for item in value):
        yield field_path, value


@cache
def _names(owner: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a model: what they are called in it, and what authors write."""
    return tuple((name, field.alias or name) for name, field in owner.model_fields.items())
