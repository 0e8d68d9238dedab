"""What was read: entries with the places where their authors wrote them, and all of them together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from generator import model
from generator.diagnostics.diagnostic import Location
from generator.loading.nodes import Document
from generator.model.ui_text import UiText
from generator.model.walk import FieldPath, texts

T = TypeVar("T", bound=model.Entry)


@dataclass(frozen=True, eq=False)
class Authored(Generic[T]):
    """An entry together with where its author wrote it.

    `field_path` leads to it inside its document. An entry that is not `whole` has stand-ins for what could not be read;
    it is good for finding its other errors, and for nothing else.
    """

    id: str
    value: T
    document: Document
    field_path: tuple[str, ...] = ()
    whole: bool = True

    @cached_property
    def texts(self) -> tuple[tuple[FieldPath, str], ...]:
        """Every text of the entry, with the keys and indexes that lead to it."""
        return tuple(texts(self.value))

    def at(self, *steps: str | int, key: bool = False) -> Location:
        """Return where a field of the entry is; with `key`, where its name is."""
        return self.document.at(*self.field_path, *steps, key=key)

    def find(self, fragment: str, *steps: str | int, nth: int = 0) -> Location:
        """Return where a fragment of a field's text is, if it occurs several times for the `nth` time."""
        return self.document.find(fragment, *self.field_path, *steps, nth=nth)


@dataclass(frozen=True, eq=False)
class HandWritten(Authored[model.Page]):
    """A page written by hand: the entry is its head, and `body` the Markdown below it."""

    body: str = ""

    @cached_property
    def texts(self) -> tuple[tuple[FieldPath, str], ...]:
        """Every text of the head, and the body under a key that no field has."""
        return (*texts(self.value), (_BODY, model.PageProse(self.body)))

    def find(self, fragment: str, *steps: str | int, nth: int = 0) -> Location:
        """Return where a fragment of a field's text is, or of the body where no field is named."""
        if steps not in ((), _BODY):
            return super().find(fragment, *steps, nth=nth)
        return self.document.nth(fragment, nth, len(self.document.text) - len(self.body)) or self.document.at()


A = TypeVar("A", bound=Authored[Any])
# Leads to the body of a hand-written page.
_BODY: FieldPath = ("",)


class _OfKind(Generic[A]):
    """The entries of a kind by id, as an attribute of `Content`."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __get__(self, content: "Content", _: type) -> Mapping[str, A]:
        return cast("Mapping[str, A]", content.entries[self.kind])


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that could be read, by kind and id.

    `entries` and `known` have every kind of the registry; `known` also holds the ids of entries that could not be read.
    Of the kinds in `unread` the one file could not be read, so that any id may be in it.
    """

    setup: Authored[model.Setup]
    ui_text: Authored[UiText]
    entries: Mapping[str, Mapping[str, Authored[Any]]]
    known: Mapping[str, frozenset[str]]
    unread: frozenset[str] = frozenset()

    causes = _OfKind[Authored[model.Cause]]("cause")
    actions = _OfKind[Authored[model.Action]]("action")
    questions = _OfKind[Authored[model.Question]]("question")
    sources = _OfKind[Authored[model.Source]]("source")
    myths = _OfKind[Authored[model.Myth]]("myth")
    rights = _OfKind[Authored[model.Right]]("right")
    cases = _OfKind[Authored[model.Case]]("case")
    pages = _OfKind[HandWritten]("page")
