"""What the guide holds, entry by entry and in one form for all kinds: for data files, feeds and lists."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from generator import model
from generator.guide import EntryRef, Guide, links_in
from generator.loading import Authored, HandWritten
from generator.model.types import mentions
from generator.pages.urls import entry_address


@dataclass(frozen=True, slots=True)
class Item:
    """An entry: what to call it, where to read it, and what its author wrote.

    `address` is the page on which it is shown, below the site's root; `body` the Markdown of a page that is written by
    hand; `names` the entries and sections that it names itself.
    """

    kind: str
    id: str
    title: str
    summary: str
    address: str
    path: str
    reviewed: date | None
    authored: Mapping[str, Any]
    names: frozenset[EntryRef]
    body: str | None = None


@dataclass(frozen=True)
class Catalogue:
    """All entries of a guide."""

    guide: Guide

    @cached_property
    def items(self) -> Mapping[str, tuple[Item, ...]]:
        """Entries by kind, in the order of their ids."""
        entries = self.guide.content.entries
        return {
            name: tuple(self._item(kind, entries[name][id_]) for id_ in sorted(entries[name]))
            for name, kind in model.KINDS.items()
        }

    @cached_property
    def neighbours(self) -> Mapping[EntryRef, frozenset[EntryRef]]:
        """What each entry names together with what names it."""
        neighbours: dict[EntryRef, set[EntryRef]] = defaultdict(set)
        for items in self.items.values():
            for item in items:
                own = EntryRef(item.kind, item.id)
                for ref in item.names - {own}:
                    neighbours[own].add(ref)
                    neighbours[ref].add(own)
        return {ref: frozenset(refs) for ref, refs in neighbours.items()}

    def called(self, ref: EntryRef) -> tuple[str, str]:
        """Return the title of an entry or a section, and the address at which it is shown."""
        return self.guide.title(ref.kind, ref.id), entry_address(self.guide, ref.kind, ref.id)

    def _item(self, kind: model.Kind, entry: Authored[Any]) -> Item:
        value = entry.value
        return Item(
            kind=kind.name,
            id=entry.id,
            title=kind.label_of(value),
            summary=kind.summary_of(value),
            address=entry_address(self.guide, kind.name, entry.id),
            path=entry.document.path,
            reviewed=getattr(value, "reviewed", None),
            authored=authored(value),
            names=frozenset(_references(entry)),
            body=entry.body if isinstance(entry, HandWritten) else None,
        )


def authored(value: model.Entry) -> dict[str, Any]:
    """Return the fields that an author wrote, as JSON has them: no others, and under the names that authors use."""
    return value.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _references(entry: Authored[Any]) -> Iterator[EntryRef]:
    """Yield what an entry names in its fields and links to in its texts."""
    names = {target.plural: name for name, target in model.targets().items()}
    for mention in mentions(entry.value):
        if mention.to in names:
            yield EntryRef(names[mention.to], mention.word)
    for _, text in entry.texts:
        yield from (EntryRef(ref.kind, ref.id) for ref in links_in(text))
