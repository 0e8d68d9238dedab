"""Which texts a rule looks at: by what they are and who speaks in them, as the model says."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple, TypeAlias, get_args

from generator.model import KINDS, Setup
from generator.model.genres import Genre, Voice
from generator.model.types import genre_of, type_at
from generator.model.ui_text import UiText
from generator.model.walk import FieldPath

GENRES: frozenset[str] = frozenset(get_args(Genre))
VOICES: frozenset[str] = frozenset(get_args(Voice))
# What is no entry, by the name that is in the place of a kind.
_SETTINGS: dict[str, tuple[Any, Voice]] = {"guide": (Setup, "settings"), "ui": (UiText, "interface")}

Quality: TypeAlias = Genre | Voice


class Role(NamedTuple):
    """The part that a text plays: its genre and voice, and the kind of its entry (or `guide` and `ui`)."""

    genre: Genre
    voice: Voice
    kind: str


@dataclass(frozen=True)
class Scope:
    """The roles of the texts that a rule looks at. Without kinds they are those of all kinds."""

    genres: frozenset[str] = GENRES
    voices: frozenset[str] = VOICES
    kinds: frozenset[str] = frozenset()

    def __contains__(self, role: Role) -> bool:
        """Return whether a rule of this scope looks at texts with a role."""
        is_of_kind = not self.kinds or role.kind in self.kinds
        return is_of_kind and role.genre in self.genres and role.voice in self.voices

    def only(self, *qualities: Quality) -> "Scope":
        """Return the part of this scope with some genres, or some voices, or both."""
        genres, voices = GENRES.intersection(qualities), VOICES.intersection(qualities)
        return replace(
            self,
            genres=self.genres & genres if genres else self.genres,
            voices=self.voices & voices if voices else self.voices,
        )

    def without(self, *qualities: Quality) -> "Scope":
        """Return this scope without some genres and voices."""
        return replace(self, genres=self.genres.difference(qualities), voices=self.voices.difference(qualities))

    def in_kind(self, *kinds: str) -> "Scope":
        """Return the part of this scope in entries of a kind, or of several."""
        return replace(self, kinds=frozenset(kinds))


def role_at(kind: str, field_path: FieldPath) -> Role:
    """Return the role of the text of a field.

    Args:
        kind: The kind of its entry, or `guide` or `ui`.
        field_path: Without indices, or each item of each list would be looked up by itself.
    """
    entry_type, voice = _SETTINGS.get(kind) or (KINDS[kind].entry, KINDS[kind].voice)
    return Role(_genre_at(entry_type, field_path), voice, kind)


def without_indices(field_path: FieldPath) -> FieldPath:
    """Return a field path that the items of a list share: none of the rules is about the third item alone."""
    return tuple(0 if isinstance(step, int) else step for step in field_path)


@cache
def _genre_at(entry_type: Any, field_path: FieldPath) -> Genre:
    type_ = type_at(entry_type, field_path)
    return "prose" if type_ is Any else genre_of(type_)  # below the head of a page is its body


EVERYWHERE = Scope()
# All but guide.yml and ui.yml.
ENTRIES = EVERYWHERE.without("settings", "interface")
# What a work is called, by whom it is and where it appeared.
_BIBLIOGRAPHY: tuple[Genre, ...] = ("person", "work", "venue", "citation", "address")
# What the guide says in words of its own.
WRITTEN = ENTRIES.without(*_BIBLIOGRAPHY)
# Texts that are read as sentences; hand-written pages have rules of their own.
READ = WRITTEN.without("page", "alias", "contributor", "day", "wording")
# What somebody says, writes or tells: it needn't be how the guide would put it.
QUOTED: tuple[Genre, ...] = ("alias", "scene", "speech", "counterexample", "occasion", "message", "example")
# What the guide says to its readers as its own view.
GUIDANCE = READ.without("witness", "reader", "finding", *QUOTED)
