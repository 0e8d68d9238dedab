"""Walks over the types of the model the way a YAML file walks over its values."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, cast, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.entries import Line, Prose, SchemaKeyword, Text
from generator.model.genres import Genre
from generator.model.settings import WORD_LISTS, Scales
from generator.model.walk import FieldPath

# What only the types of free texts have.
_OF_FREE_TEXTS = {get_args(Line)[1], get_args(Text)[1]}


class Mention(NamedTuple):
    """An id or a word by which an entry names something, with the keys and indexes that lead to it.

    `to` is what it is one of: the plural of a kind, a word list of guide.yml, or `answers`. `owner` is the nearest key
    above it that names something as well, such as the question of an answer; `is_key` tells whether it is a key itself.
    """

    to: str
    word: str
    field_path: FieldPath
    owner: str = ""
    is_key: bool = False


# Appends the mentions in a value, to which the keys lead, to a list.
_Visit = Callable[[Any, FieldPath, str, list[Mention]], None]


def mentions(entry: BaseModel) -> list[Mention]:
    """Return every id and word of an entry that the model marks with `ref`, in the order of its fields."""
    collection = list[Mention]()
    _visit_model(entry, (), "", collection)
    return collection


def bare(type_: Any) -> Any:
    """Return a type without its constraints and without the choice of leaving it out."""
    while True:
        if get_origin(type_) is Annotated:
            type_ = get_args(type_)[0]
        elif get_origin(type_) in (Union, UnionType):
            type_ = next(option for option in get_args(type_) if option is not type(None))
        else:
            return type_


def as_model(type_: Any) -> type[BaseModel] | None:
    """Return the model that a type is, where it is one."""
    plain = bare(type_)
    return plain if isinstance(plain, type) and issubclass(plain, BaseModel) else None


def inside(type_: Any, step: str | int) -> Any:
    """Return the type of what stands under a key or index in a value of another type, constraints and all."""
    if owner := as_model(type_):
        return _types(owner).get(str(step), Any)
    arguments = get_args(bare(type_))
    return arguments[-1] if arguments else Any


def type_at(entry_type: type[BaseModel], steps: FieldPath) -> Any:
    """Return the type of what stands at the end of keys and indexes below an entry."""
    type_: Any = entry_type
    for step in steps:
        type_ = inside(type_, step)
    return type_


def model_at(entry_type: type[BaseModel], steps: FieldPath) -> type[BaseModel] | None:
    """Return the model that keys and indexes below an entry lead to, where they lead to one."""
    return as_model(type_at(entry_type, steps))


def fields_of(owner: type[BaseModel] | None) -> Mapping[str, FieldInfo]:
    """Return the fields of a model by the names that authors write."""
    return {field.alias or name: field for name, field in owner.model_fields.items()} if owner else {}


def required_of(owner: type[BaseModel]) -> Mapping[str, Any]:
    """Return the types of the fields that a model can't do without, by the names that authors write."""
    return {name: inside(owner, name) for name, field in fields_of(owner).items() if field.is_required()}


def free_texts(type_: Any, field_path: FieldPath = ()) -> Iterator[FieldPath]:
    """Yield where texts stand in a value of a type that are sentences or names, and no ids, words and addresses.

    The index 0 and the key `*` stand for any.
    """
    plain = bare(type_)
    if owner := as_model(plain):
        for name in fields_of(owner):
            yield from free_texts(inside(owner, name), (*field_path, name))
    elif get_origin(plain) in (list, dict):
        yield from free_texts(get_args(plain)[-1], (*field_path, 0 if get_origin(plain) is list else "*"))
    elif _is_free(type_):
        yield field_path


def descriptions_of_texts(type_: Any) -> Iterator[str]:
    """Yield what a model, and those inside it, say of the fields in which such texts stand."""
    plain = bare(type_)
    if get_origin(plain) in (list, dict):
        yield from descriptions_of_texts(get_args(plain)[-1])
    owner = as_model(plain)
    for name, field in fields_of(owner).items() if owner else ():
        if [*free_texts(inside(owner, name))]:
            yield from filter(None, (field.description,))
        yield from descriptions_of_texts(inside(owner, name))


def _is_free(type_: Any) -> bool:
    if get_origin(type_) in (Union, UnionType):
        return any(map(_is_free, get_args(type_)))
    return bare(type_) is Prose or bool({*getattr(type_, "__metadata__", ())} & _OF_FREE_TEXTS)


def reference_of(type_: Any) -> str:
    """Return the list that an id or word of a type must come from, its `x-ref`, or an empty string."""
    return _keyword("x-ref", type_)


def genre_of(type_: Any) -> Genre:
    """Return what the texts of a type are, their `x-genre`; what nobody says more of is wording."""
    return cast("Genre", _keyword("x-genre", type_) or ("prose" if bare(type_) is Prose else "wording"))


def _keyword(name: str, type_: Any) -> str:
    """Return what the schema of a type says under a keyword, the outermost where several do, or an empty string."""
    for mark in reversed(getattr(type_, "__metadata__", ())):
        if isinstance(mark, SchemaKeyword) and mark.name == name:
            return str(mark.value)
    if get_origin(type_) in (Annotated, Union, UnionType):
        return next(filter(None, (_keyword(name, option) for option in get_args(type_))), "")
    return ""


def scale_of(type_: Any) -> str:
    """Return the name under which guide.yml lists the words that a type or a part of it allows, or an empty string."""
    if (name := reference_of(type_)) in WORD_LISTS or name in Scales.model_fields:
        return name
    return next(filter(None, map(scale_of, get_args(type_))), "")


@cache
def _types(owner: type[BaseModel]) -> Mapping[str, Any]:
    hints = get_type_hints(owner, include_extras=True)
    return {field.alias or name: hints[name] for name, field in owner.model_fields.items()}


@cache
def _visits(owner: type[BaseModel]) -> tuple[tuple[str, str, _Visit], ...]:
    """Return the fields of a model that can hold mentions: their names, as authors write them, and their visitors."""
    visitors = ((name, field.alias or name) for name, field in owner.model_fields.items())
    visits = ((name, alias, _visitor(inside(owner, alias))) for name, alias in visitors)
    return tuple((name, alias, visit) for name, alias, visit in visits if visit)


def _visitor(type_: Any) -> _Visit | None:
    """Return the function that collects the mentions in a value of a type, or None where there can't be any."""
    plain = bare(type_)
    if to := reference_of(type_):
        return _word_visitor(to)
    if owner := as_model(plain):
        return _visit_model if _visits(owner) else None
    if get_origin(plain) is dict:
        key, value = get_args(plain)
        inner = _visitor(value)
        return _mapping_visitor(reference_of(key), inner) if reference_of(key) or inner else None
    if get_origin(plain) is list:
        inner = _visitor(get_args(plain)[0])
        return _list_visitor(inner) if inner else None
    return None


def _word_visitor(to: str) -> _Visit:
    def visit_word(value: str, field_path: FieldPath, owner: str, collection: list[Mention]) -> None:
        collection.append(Mention(to, value, field_path, owner))

    return visit_word


def _visit_model(value: BaseModel, field_path: FieldPath, owner: str, collection: list[Mention]) -> None:
    for name, alias, visit in _visits(type(value)):
        if (item := getattr(value, name)) is not None:
            visit(item, (*field_path, alias), owner, collection)


def _mapping_visitor(to: str, visit_item: _Visit | None) -> _Visit:
    def visit_mapping(value: Mapping[str, Any], field_path: FieldPath, owner: str, collection: list[Mention]) -> None:
        for key, item in value.items():
            below = (*field_path, key)
            if to:
                collection.append(Mention(to, key, below, owner, is_key=True))
            if visit_item:
                visit_item(item, below, key if to else owner, collection)

    return visit_mapping


def _list_visitor(visit_item: _Visit) -> _Visit:
    def visit_list(value: list[Any], field_path: FieldPath, owner: str, collection: list[Mention]) -> None:
        for index, item in enumerate(value):
            visit_item(item, (*field_path, index), owner, collection)

    return visit_list
