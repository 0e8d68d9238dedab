"""Which words and ids a field may hold, as far as the guide decides it."""

from typing import Any, Literal, get_args, get_origin

from generator.model import KINDS
from generator.reading.load import Content
from generator.reading.types import Steps, bare, type_at


def choices(content: Content, kind: str, steps: Steps) -> tuple[str, ...]:
    """Return what may stand at a place of an entry, or nothing where that is for its author to say.

    Args:
        content: The guide.
        kind: The kind of entry.
        steps: The keys and indexes that lead to the place; an empty last step stands for a name that is to be given.
    """
    setup = content.setup.value
    wanted = bare(type_at(KINDS[kind].entry, steps))
    if get_origin(wanted) is Literal:
        return get_args(wanted)
    if steps[0] in ("signs", "applies_if", "ask_if") or (kind, steps[0]) == ("case", "answers"):
        return _of_questions(content, steps)
    known: dict[str, Any] = {
        "stage": setup.stages,
        "control": setup.controls,
        "when": setup.when,
        "how_common": setup.scales.how_common,
        "base": setup.scales.how_many,
        "feels": setup.scales.feels,
        "strength": setup.scales.evidence,
        "verdict": setup.scales.verdicts,
        "kind": setup.scales.source_kinds,
        "sources": content.sources,
        "causes": content.causes,
        "main": content.causes,
        "also": content.causes,
        "actions": content.actions if steps[-1] == "" else setup.scales.helps,
    }
    name = steps[0] if steps[0] == "actions" else next((each for each in reversed(steps) if isinstance(each, str)), "")
    return tuple(known.get(str(name), ()))


def _of_questions(content: Content, steps: Steps) -> tuple[str, ...]:
    """Return the ids of questions, then the answers of the one that was named, then how many would give one."""
    _, question, *rest = (*steps, "")[:3] if len(steps) == 1 else steps
    if question == "":
        return tuple(content.questions)
    if steps[0] == "signs" and rest and rest[-1] != "":
        return tuple(content.setup.value.scales.how_many)
    asked = content.questions.get(str(question))
    return tuple(asked.value.answers) if asked else ()
