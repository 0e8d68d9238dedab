"""Which words and ids a field may hold, as far as the guide decides it."""

from typing import Annotated, Any, Literal, get_args, get_origin

from generator.guide import vocabulary
from generator.loading.loader import Content
from generator.model import KINDS, SchemaKeyword
from generator.model.types import bare, type_at
from generator.model.walk import FieldPath


def choices(content: Content, kind: str, steps: FieldPath) -> tuple[str, ...]:
    """Return what may stand at a place of an entry, or nothing where that is for its author to say.

    Args:
        content: The guide.
        kind: The kind of entry.
        steps: The keys and indexes that lead to the place; an empty last step stands for a name that is to be given.
    """
    wanted = type_at(KINDS[kind].entry, steps)
    if steps[-1] == "":
        wanted = get_args(bare(type_at(KINDS[kind].entry, steps[:-1])))[0]
    if get_origin(bare(wanted)) is Literal:
        return get_args(bare(wanted))
    to = _ref(wanted)
    if to == "answers":
        asked = content.questions.get(str(steps[1]))
        return tuple(asked.value.answers) if asked else ()
    entries = {each.plural: getattr(content, each.plural) for each in KINDS.values()}
    return tuple({**vocabulary(content.setup.value), **entries}.get(to, ()))


def _ref(wanted: Any) -> str:
    """Return where the ids or words of a type stand, by the mark that the model gives it."""
    marks = getattr(wanted, "__metadata__", ())
    found = [str(mark.value) for mark in marks if isinstance(mark, SchemaKeyword) and mark.name == "x-ref"]
    inner = get_args(wanted)[:1] if get_origin(wanted) is Annotated else ()
    return next(iter(found), "") or next((_ref(each) for each in inner), "")
