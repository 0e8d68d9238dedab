"""What a diagnostic is about, as data.

Whoever knows the other diagnostics or the whole guide leaves one unsaid, or says more in its hint, by its topic and
never by the words of its message.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class Name:
    """A name that is wrong or missing: its text, and what it is one of.

    That is the plural of a kind, a list of words, a question for one of its answers, `answers` where the question is
    not known, `fields`, or nothing where the name should be a new one.
    """

    text: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Lost(Name):
    """A name that is gone, and that so many files use."""

    files: int = 0


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Fields or answers that stand in another place than they should."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a text in a field may mean."""

    field: str
    days: tuple[date, ...]


class Slip(Enum):
    """A mistake that has its code in common with others from which other things follow."""

    COPY = auto()  # fields should come from elsewhere, as in other programs
    MAIL = auto()  # lines of an email were copied
    NO_BRACKETS = auto()  # a list inside braces lacks its brackets
    SWAP = auto()  # a word is where an answer should be
    VERSIONS = auto()  # an item is there in two versions


Topic = Days | Name | Misplaced | Slip
