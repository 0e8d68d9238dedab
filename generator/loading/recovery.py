"""Entries with invalid fields, made valid by stand-ins, so that one run finds all their other errors too."""

from copy import deepcopy
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.model import UNREAD
from generator.model.types import as_model, bare, inside, required_of

# The first of these that its type allows takes the place of an invalid value.
_STAND_INS = (UNREAD, "1", "0.5", "2000-01-01", "2000", f"10.1000/{UNREAD}", f"https://{UNREAD}.invalid")
_MAX_ROUNDS = 4

T = TypeVar("T", bound=BaseModel)


def recover(entry_type: type[T], data: Any, error: ValidationError) -> T | None:
    """Return an entry with stand-ins for its invalid fields, or None where that fails.

    Args:
        entry_type: The type of the entry.
        data: The entry as its author wrote it.
        error: What pydantic found wrong with it.
    """
    data = deepcopy(data)
    for _ in range(_MAX_ROUNDS):
        for detail in error.errors(include_url=False):
            _replace(entry_type, data, detail)
        try:
            return entry_type.model_validate(data)
        except ValidationError as next_error:
            error = next_error
    return None


def _replace(entry_type: type[BaseModel], data: Any, detail: ErrorDetails) -> None:
    """Remove an unknown field or a bad key, and put a stand-in in place of any other invalid value."""
    is_key = detail["loc"][-1] == "[key]"
    field_path = detail["loc"][:-1] if is_key else detail["loc"]
    owner: Any = entry_type
    holder = data
    for step in field_path[:-1]:
        owner = inside(owner, step)
        if not _has(holder, step):
            return
        if not isinstance(holder[step], dict | list):  # one item, which may stand for a list of one
            holder[step] = _stand_in(owner)
            return
        holder = holder[step]
    last = field_path[-1]
    if is_key or detail["type"] == "extra_forbidden":
        holder.pop(last, None)
    elif isinstance(holder, dict) or _has(holder, last):
        holder[last] = _stand_in(inside(owner, last))


def _has(holder: Any, step: str | int) -> bool:
    if isinstance(holder, dict):
        return step in holder
    return isinstance(holder, list) and isinstance(step, int) and step < len(holder)


def _stand_in(value_type: Any) -> Any:
    """Return a value that a type allows, with as little in it as it can do with."""
    plain = bare(value_type)
    arguments = get_args(plain)
    if get_origin(plain) is list:
        return [_stand_in(arguments[0])]
    if get_origin(plain) is dict:
        return {_stand_in(arguments[0]): _stand_in(arguments[1])}
    if get_origin(plain) is Literal:
        return arguments[0]
    if owner := as_model(plain):
        return {name: _stand_in(field) for name, field in required_of(owner).items()}
    return next((text for text in _STAND_INS if _allows(value_type, text)), UNREAD)


def _allows(value_type: Any, text: str) -> bool:
    try:
        TypeAdapter(value_type).validate_python(text)
    except ValidationError:
        return False
    return True
