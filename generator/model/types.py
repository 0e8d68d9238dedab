"""Walks over the types of the model the way a YAML file walks over its values."""

import re
from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.entries import ID_PATTERN, SchemaKeyword
from generator.model.settings import Scales
from generator.model.walk import FieldPath

_SCALES = {*Scales.model_fields, "stages", "controls", "when"}


def bare(wanted: Any) -> Any:
    """Return a type without its constraints and without the choice of leaving it out."""
    while True:
        if get_origin(wanted) is Annotated:
            wanted = get_args(wanted)[0]
        elif get_origin(wanted) in (Union, UnionType):
            wanted = next(each for each in get_args(wanted) if each is not type(None))
        else:
            return wanted


def as_model(wanted: Any) -> type[BaseModel] | None:
    """Return the model that a type is, where it is one."""
    plain = bare(wanted)
    return plain if isinstance(plain, type) and issubclass(plain, BaseModel) else None


def inside(wanted: Any, step: str | int) -> Any:
    """Return the type of what stands under a key or index in a value of another type, constraints and all."""
    if owner := as_model(wanted):
        return _types(owner).get(str(step), Any)
    arguments = get_args(bare(wanted))
    return arguments[-1] if arguments else Any


def type_at(entry_type: type[BaseModel], steps: FieldPath) -> Any:
    """Return the type of what stands at the end of keys and indexes below an entry."""
    wanted: Any = entry_type
    for step in steps:
        wanted = inside(wanted, step)
    return wanted


def model_at(entry_type: type[BaseModel], steps: FieldPath) -> type[BaseModel] | None:
    """Return the model that keys and indexes below an entry lead to, where they lead to one."""
    return as_model(type_at(entry_type, steps))


def fields_of(owner: type[BaseModel] | None) -> Mapping[str, FieldInfo]:
    """Return the fields of a model by the names that authors write."""
    return {field.alias or name: field for name, field in owner.model_fields.items()} if owner else {}


def required_of(owner: type[BaseModel]) -> Mapping[str, Any]:
    """Return the types of the fields that a model can't do without, by the names that authors write."""
    return {name: inside(owner, name) for name, field in fields_of(owner).items() if field.is_required()}


def scale_of(wanted: Any) -> str:
    """Return the name under which guide.yml lists the words that a type allows, or nothing."""
    hints = (
        each for each in getattr(wanted, "__metadata__", ()) if isinstance(each, SchemaKeyword) and each.name == "x-ref"
    )
    inner = (scale_of(each) for each in get_args(wanted))
    found = [str(hint.value) for hint in hints if hint.value in _SCALES]
    return next(iter(found), "") or next(filter(None, inner), "")


def shape(wanted: Any, given: Any = None) -> str:
    """Return what a value of a type looks like in YAML, with a text that was given in its place if it fits there."""
    plain = bare(wanted)
    given = given[0] if isinstance(given, list) and given else given
    text = given if isinstance(given, str) and given and not set(given) & set("\n,:#{}[]\"'") else "…"
    if get_origin(plain) is list:
        return f"[{shape(get_args(plain)[0], given)}]"
    if get_origin(plain) is dict:
        return f"{{{text if re.match(ID_PATTERN, text) else 'a-name'}: {shape(get_args(plain)[1])}}}"
    if get_origin(plain) is Literal:
        return str(get_args(plain)[0])
    if owner := as_model(plain):
        required = required_of(owner)
        only = given if len(required) == 1 else None
        fields = [f"{name}: {shape(field, only)}" for name, field in required.items()]
        return f"{{{', '.join(fields)}}}"
    return text


@cache
def _types(owner: type[BaseModel]) -> Mapping[str, Any]:
    hints = get_type_hints(owner, include_extras=True)
    return {field.alias or name: hints[name] for name, field in owner.model_fields.items()}
