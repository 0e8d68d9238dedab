"""The kinds of entries, and where each is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.entries import Action, Case, Cause, Entry, Myth, Question, Source


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: what each is made of, how many are called, and whether one file holds them all."""

    entry: type[Entry]
    plural: str
    in_one_file: bool = False

    def path(self, id_: str) -> str:
        """Return where an entry stands below the content folder."""
        return f"{self.plural}.yml" if self.in_one_file else f"{self.plural}/{id_}.yml"


KINDS: Mapping[str, Kind] = {
    "cause": Kind(Cause, "causes"),
    "action": Kind(Action, "actions"),
    "question": Kind(Question, "questions"),
    "source": Kind(Source, "sources", in_one_file=True),
    "myth": Kind(Myth, "myths"),
    "case": Kind(Case, "cases"),
}

# Which folder of a guide holds which kind of entry, one file each.
FOLDERS: Mapping[str, type[Entry]] = {kind.plural: kind.entry for kind in KINDS.values() if not kind.in_one_file}
