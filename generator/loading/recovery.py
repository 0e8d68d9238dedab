"""What can still be made of an entry with faulty fields, so that all its other errors come to light in the same run."""

from copy import deepcopy
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.model import UNREAD
from generator.model.types import as_model, bare, inside, required_of

# What stands in for a value that could not be read: the first of these that its type allows.
_STAND_INS = (UNREAD, "1", "0.5", "2000-01-01", "2000", "10.1000/unread", "https://unread.invalid")
_MOST_ROUNDS = 4

T = TypeVar("T", bound=BaseModel)


def salvage(entry_type: type[T], data: Any, error: ValidationError) -> T | None:
    """Return an entry in which stand-ins have taken the place of what could not be read, or None where that fails.

    Args:
        entry_type: What it should have been.
        data: What its author wrote.
        error: What pydantic said of it.
    """
    rest = deepcopy(data)
    for _ in range(_MOST_ROUNDS):
        for detail in error.errors(include_url=False):
            _replace(entry_type, rest, detail)
        try:
            return entry_type.model_validate(rest)
        except ValidationError as next_error:
            error = next_error
    return None


def _replace(entry_type: type[BaseModel], data: Any, detail: ErrorDetails) -> None:
    """Take away what does not belong there, and put a stand-in where something belongs."""
    loc = detail["loc"]
    steps = loc[:-1] if loc[-1] == "[key]" else loc
    owner: Any = entry_type
    holder = data
    for step in steps[:-1]:
        owner = inside(owner, step)
        if not _holds(holder, step):
            return
        holder = holder[step]
    last = steps[-1]
    if steps != loc or detail["type"] == "extra_forbidden":
        holder.pop(last, None)
    elif isinstance(holder, dict) or _holds(holder, last):
        holder[last] = _stand_in(inside(owner, last))


def _holds(holder: Any, step: str | int) -> bool:
    return step in holder if isinstance(holder, dict) else isinstance(holder, list) and step in range(len(holder))


def _stand_in(wanted: Any) -> Any:
    plain = bare(wanted)
    match get_origin(plain):
        case origin if origin is list:
            return [_stand_in(get_args(plain)[0])]
        case origin if origin is dict:
            key, value = get_args(plain)
            return {_stand_in(key): _stand_in(value)}
        case origin if origin is Literal:
            return get_args(plain)[0]
    if owner := as_model(plain):
        return {name: _stand_in(field) for name, field in required_of(owner).items()}
    return next((each for each in _STAND_INS if _allows(wanted, each)), UNREAD)


def _allows(wanted: Any, value: str) -> bool:
    try:
        TypeAdapter(wanted).validate_python(value)
    except ValidationError:
        return False
    return True
