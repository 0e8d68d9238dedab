"""YAML that an author may type, as data: whoever knows the whole guide fills in what is open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# Stands for what nobody can know from the file alone; `check` doesn't let it pass.
OPEN = "…"
# Begins a text of the author that is still to be replaced.
QUOTE = "“"


@dataclass(frozen=True, slots=True)
class OneOf:
    """The wish for a word or an id.

    `of` is the scale, the word list or the kind that has it, `answers`, or nothing; `words` are those to choose from,
    where they are known.
    """

    of: str = ""
    words: tuple[str, ...] = ()


Wish = str | OneOf


@dataclass(frozen=True, slots=True)
class Suggestion:
    """YAML to type.

    Attributes:
        lead: What to do with it, such as `write`.
        name: The name of the field, or a hyphen for an item of a list.
        value: Its value as dictionaries, lists and texts.
        indent: How many spaces stand before its lines, or None where it is on one line.
        wishes: What to put in the place of each `…`, by the name of its field.
        end: What follows it.
    """

    lead: str
    name: str
    value: Any
    indent: int | None = None
    wishes: Mapping[str, Wish] = field(default_factory=dict)
    end: str = ""


# What to type: words, or YAML as data.
Hint = str | Suggestion
