"""What an edit changes at once while a site is being served: the page of the entry that was edited.

The rest of a large guide takes seconds, and whoever writes looks at the page that they write.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator import model
from generator.guide import EntryRef
from generator.linting import is_sound
from generator.loading import Content
from generator.pages.publication import Publication
from generator.pages.renderer import render_entries


def edited_entries(before: Content, after: Content) -> frozenset[EntryRef] | None:
    """Return the entries whose own pages differ, or None where something else does, or an entry came or went."""
    if _shared(before) != _shared(after) or before.known != after.known:
        return None
    return frozenset(
        EntryRef(name, id_)
        for name in _paged()
        for id_, entry in after.entries[name].items()
        if before.entries[name].get(id_) is not entry
    )


def entry_pages(publication: Publication, entries: frozenset[EntryRef]) -> dict[str, bytes] | None:
    """Return the pages of some entries as they are now, by path, or None where something in them is wrong."""
    alone = _only(publication.guide.content, entries)
    if not is_sound(alone):
        return None
    return {path: text.encode() for path, text in render_entries(publication, entries).items()}


def _paged() -> list[str]:
    """Return the kinds whose entries, each read from a file of its own, have pages of their own."""
    return [name for name, kind in model.yaml_kinds().items() if kind.has_page and not kind.in_one_file]


def _only(content: Content, entries: frozenset[EntryRef]) -> Content:
    """Return content with some of its entries alone, which knows of all others that they are there.

    The questions stay, as answers are looked up in them.
    """
    selection = {
        name: {id_: entry for id_, entry in of_kind.items() if name == "question" or EntryRef(name, id_) in entries}
        for name, of_kind in content.entries.items()
    }
    return replace(content, entries=selection)


def _shared(content: Content) -> tuple[object, ...]:
    """Return what all pages are made with: files as their texts, entries that are read once as themselves."""
    texts = dict.fromkeys([content.setup.document.text, content.ui_text.document.text])
    return (*texts, *_shared_entries(content))


def _shared_entries(content: Content) -> Iterator[object]:
    paged = _paged()
    for name, kind in model.KINDS.items():
        if kind.in_one_file or not kind.is_yaml:
            yield tuple(dict.fromkeys(entry.document.text for entry in content.entries[name].values()))
        elif name not in paged:
            yield tuple(map(id, content.entries[name].values()))
