"""What the guide holds, entry by entry and in one form for all kinds: for data files, feeds and lists."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from generator import model
from generator.guide import EntryRef, Guide, links_in
from generator.loading.loader import Authored, HandWritten
from generator.markdown import references
from generator.model.walk import texts
from generator.pages.urls import address, page_path

# The kinds of entries with the name of many of them, which is also that of their folder or file.
PLURALS: Mapping[str, str] = {**{name: kind.plural for name, kind in model.KINDS.items()}, "page": "pages"}


@dataclass(frozen=True, slots=True)
class Item:
    """An entry: what to call it, where to read it, and what its author wrote.

    `address` is the page on which it stands, below the site's root; `body` what stands below the head of a page that is
    written by hand; `names` the places that it names itself.
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
        content = self.guide.content
        written: dict[str, Mapping[str, Authored[Any]]] = {
            kind: getattr(content, plural) for kind, plural in PLURALS.items() if kind != "page"
        }
        made = {kind: [self._item(kind, entry) for entry in entries.values()] for kind, entries in written.items()}
        pages = [self._page(id_, page) for id_, page in content.pages.items()]
        return {kind: tuple(sorted(each, key=lambda item: item.id)) for kind, each in {**made, "page": pages}.items()}

    @cached_property
    def neighbours(self) -> Mapping[EntryRef, frozenset[EntryRef]]:
        """What each entry names together with what names it."""
        found: dict[EntryRef, set[EntryRef]] = defaultdict(set)
        for items in self.items.values():
            for item in items:
                here = EntryRef(item.kind, item.id)
                for there in item.names - {here}:
                    found[here].add(there)
                    found[there].add(here)
        return {ref: frozenset(refs) for ref, refs in found.items()}

    def called(self, ref: EntryRef) -> tuple[str, str]:
        """Return the title of a place and the address of its page."""
        if item := self._by_ref.get(ref):
            return item.title, item.address
        return self.guide.title(ref.kind, ref.id), address(page_path(ref.kind, ref.id))

    @cached_property
    def _by_ref(self) -> Mapping[EntryRef, Item]:
        return {EntryRef(item.kind, item.id): item for items in self.items.values() for item in items}

    def _item(self, kind: str, entry: Authored[Any]) -> Item:
        value = entry.value
        title, summary, page = self._shown(kind, entry.id, value)
        return Item(
            kind=kind,
            id=entry.id,
            title=title,
            summary=summary,
            address=address(page),
            path=entry.document.path,
            reviewed=getattr(value, "reviewed", None),
            authored=authored(value),
            names=frozenset(_named(value)),
        )

    def _shown(self, kind: str, id_: str, value: Any) -> tuple[str, str, str]:
        """Return an entry's title, its summary, and the page on which it stands."""
        match value:
            case model.Question():
                return value.text, value.why, page_path("page", "how-the-debrief-reasons")
            case model.Case():
                return value.title, value.how_known, page_path("cause", value.turned_out.main)
            case model.Source():
                return self.guide.title(kind, id_), value.title, page_path(kind, id_)
        return self.guide.title(kind, id_), value.summary, page_path(kind, id_)

    def _page(self, id_: str, page: HandWritten) -> Item:
        head = page.head.value
        return Item(
            kind="page",
            id=id_,
            title=head.title,
            summary=head.summary,
            address=address(page_path("page", id_)),
            path=page.head.document.path,
            reviewed=head.reviewed,
            authored=authored(head),
            names=frozenset(EntryRef(ref.kind, ref.id) for ref in references(page.body)),
            body=page.body,
        )


def authored(value: model.Entry) -> dict[str, Any]:
    """Return the fields that an author wrote, as JSON has them: no others, and under the names that authors use."""
    return value.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _named(value: model.Entry) -> Iterator[EntryRef]:
    named: Mapping[str, Any] = {}
    match value:
        case model.Cause():
            questions = {*value.signs, *value.applies_if}
            named = {"stage": [value.stage], "control": [value.control], "action": value.actions, "question": questions}
        case model.Question():
            named = {"question": value.ask_if}
        case model.Myth():
            named = {"cause": value.causes, "source": value.sources}
        case model.Case():
            named = {"cause": [value.turned_out.main, *value.turned_out.also], "question": value.answers}
    if isinstance(value, model.Cause | model.Action):
        named = {**named, "source": value.evidence.sources}
    yield from (EntryRef(kind, id_) for kind, ids in named.items() for id_ in ids)
    yield from (EntryRef(ref.kind, ref.id) for _, text in texts(value) for ref in links_in(text))
