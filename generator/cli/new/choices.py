"""Which words and ids a field may hold, as far as the guide decides it."""

from typing import Literal, get_args, get_origin

from generator.loading.loader import Content
from generator.model import KINDS, by_plural, vocabulary
from generator.model.types import bare, reference_of, type_at
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
    to = reference_of(wanted)
    if to == "answers":
        asked = content.questions.get(str(steps[1]))
        return tuple(asked.value.answers) if asked else ()
    if named := by_plural(to):
        return tuple(content.entries[named.name])
    return vocabulary(content.setup.value).get(to, ())
