"""What authors call entries, answers and words other than by their ids."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.diagnostics.diagnostic import is_misspelt, nearest, plainly
from generator.loading import BETWEEN_ITEMS, Content, proper_id
from generator.model import KINDS, NAMES_OF_THE_WORLD, WORD_LISTS, Scales, by_plural

# The names before colons.
KEYS = re.compile(r"[\w-]+(?=:)")
# How alike a title and what was written have to be, from 0 to 1, for the one to be taken for the other.
_ALIKE = 0.85
# What is around an id in the name of a file or an address.
_AROUND_ID = re.compile(r"^.*?([a-z0-9-]+)(?:\.ya?ml|\.md|\.html?|/)?(?:[#?].*)?$")
# How people part several ids or titles, some of which hold commas.
_SPLITS: tuple[Callable[[str], list[str]], ...] = (
    lambda text: [text],
    lambda text: re.split(r"\s*;\s*", text),
    lambda text: re.split(r"\s*[,;]\s*|\s+and\s+", text),
    BETWEEN_ITEMS.split,
)


class Referent(NamedTuple):
    """What a text names: an id or a word. Its owner is a kind, a section, a word list or a question."""

    owner: str
    id: str


@dataclass(frozen=True)
class Titles:
    """The titles in a guide, and what each of them names."""

    content: Content

    @cached_property
    def referents(self) -> Mapping[str, set[Referent]]:
        """What has a title, by that title in small letters with hyphens."""
        referents: dict[str, set[Referent]] = defaultdict(set)
        for title, referent in _titles(self.content):
            referents[plainly(title)].add(referent)
        return referents

    def referent(self, text: str, before: str, path: str = "") -> Referent | None:
        """Return what a text names, as far as that is one thing; `before` is what its line has in front of it."""
        name = plainly(text)
        longer = [title for title in self.referents if title.startswith((f"{name}-", f"{name},"))]
        close = get_close_matches(name, self.referents, n=1, cutoff=_ALIKE) or longer
        options = {
            referent
            for title in close
            for referent in self.referents[title]
            if title == name or referent.owner not in NAMES_OF_THE_WORLD
        }
        names = {key.rstrip("s") for key in KEYS.findall(before)}
        beside = {referent for referent in options if referent.owner.rstrip("s") in names}
        # A question names its answers.
        own = {referent for referent in options if referent.owner == PurePosixPath(path).stem}
        chosen = beside or own or options
        return next(iter(chosen)) if len(chosen) == 1 else None

    def work(self, text: str) -> Referent | None:
        """Return the source that an address, a DOI, or an author and a year name, as far as that is one."""
        year = re.search(r"\b\d{4}[a-z]?\b", text)
        name = f"{proper_id(text.split(maxsplit=1)[0])}-{year[0]}" if year and "/" not in text else ""
        sources = self.content.sources.items()
        ids = [id_ for id_, source in sources if id_ == name or _is_address(text, source.value.doi, source.value.url)]
        return Referent("source", ids[0]) if len(ids) == 1 else None

    def file(self, text: str) -> Referent | None:
        """Return the entry whose id is in the name of a file or in an address, as far as that is one."""
        match = _AROUND_ID.match(text)
        kinds = [name for name in KINDS if match and match[1] in self.content.known[name]]
        return Referent(kinds[0], match[1]) if match and len(kinds) == 1 else None

    def answers(self, question: str) -> Collection[str]:
        """Return the answers to a question, or nothing where there is no question of that name."""
        asked = self.content.questions.get(question)
        return asked.value.answers if asked else ()

    def ids_in(self, text: str, owner: str) -> list[str]:
        """Return the ids that a text names, of those of a kind or a question; empty strings where it names none."""
        kind = by_plural(owner)
        name = kind.name if kind else owner
        known = self.content.known[name] if kind else self.answers(name)
        options = [[self._id_in(part, name, known) for part in split(text)] for split in _SPLITS]
        return max(options, key=lambda ids: (all(ids), sum(map(bool, ids)), -len(ids)))

    def _id_in(self, text: str, owner: str, known: Collection[str]) -> str:
        """Return the known id that a text names, or an empty string."""
        if (id_ := proper_id(text)) in known:
            return id_
        work = self.work(text) if owner == "source" and " " in text.replace("//", " ") else None
        longer = [title for title in self.referents if title.startswith(plainly(text))]
        referent = work or self.referent(longer[0] if len(longer) == 1 else text, f"{owner}:")
        if referent and referent.owner == owner:
            return referent.id
        # An id of which the text has at least half of its words.
        inside = [name for name in known if f"-{name}-" in f"-{id_}-" and 2 * name.count("-") >= id_.count("-") - 1 > 0]
        guess = inside[0] if len(inside) == 1 else nearest(id_, known)
        return guess if inside or is_misspelt(id_, guess) else ""


def _titles(content: Content) -> Iterator[tuple[str, Referent]]:
    """Yield everything that has an id or a word, after each text that it is called by."""
    setup = content.setup.value
    lists = {name: getattr(setup, name) for name in WORD_LISTS}
    for name, words in (*lists.items(), *((name, getattr(setup.scales, name)) for name in Scales.model_fields)):
        for word, item in words.items():
            texts = [item] if isinstance(item, str) else [getattr(item, part, "") for part in ("title", "label")]
            yield from ((text, Referent(name, word)) for text in texts if text)
    for name, kind in KINDS.items():
        for id_, entry in content.entries[name].items():
            yield str(getattr(entry.value, kind.title_field, "")), Referent(name, id_)
    for question in content.questions.values():
        for id_, answer in question.value.answers.items():
            yield answer.text, Referent(question.id, id_)


def _is_address(text: str, *addresses: str | None) -> bool:
    return any(address and text.casefold().endswith(address.casefold()) for address in addresses)
