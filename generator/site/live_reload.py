"""What an edit changes at once while a site is being served: the page of the entry that was edited.

The rest of a large guide takes seconds, and whoever writes looks at the page that they write.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Literal

from generator.linting import rules
from generator.linting.references import dangling
from generator.diagnostics.diagnostic import has_errors
from generator.guide import Guide
from generator.pages.urls import Repository, Site
from generator.pages.renderer import render_entries
from generator.loading.loader import Content

Kind = Literal["cause", "action", "myth"]
Entries = frozenset[tuple[Kind, str]]

# The kinds of entries that have a page of their own, by the field of the content that holds them.
_PAGED: Mapping[str, Kind] = {"causes": "cause", "actions": "action", "myths": "myth"}


def edited(before: Content, after: Content) -> Entries | None:
    """Return the entries with pages that differ, or None where something else does, or an entry came or went."""
    if _frame(before) != _frame(after) or before.known != after.known:
        return None
    found: set[tuple[Kind, str]] = set()
    for field, kind in _PAGED.items():
        old, new = getattr(before, field), getattr(after, field)
        found |= {(kind, id_) for id_ in new if old.get(id_) is not new[id_]}
    return frozenset(found)


def first_pages(content: Content, entries: Entries, repository: Repository, site: Site) -> dict[str, bytes] | None:
    """Return the pages of some entries as they are now, by path, or None where something in them is wrong."""
    alone = _only(content, entries)
    if has_errors([*dangling(alone), *rules.check(alone, datetime.now(UTC).date())]):
        return None
    return {path: text.encode() for path, text in render_entries(Guide(content), repository, site, entries).items()}


def _only(content: Content, entries: Entries) -> Content:
    """Return content with some of its entries alone, which knows of all others that they are there."""
    fields = {field: [id_ for each, id_ in entries if each == kind] for field, kind in _PAGED.items()}
    chosen: Any = {field: {id_: getattr(content, field)[id_] for id_ in ids} for field, ids in fields.items()}
    return replace(content, cases={}, pages={}, **chosen)


def _frame(content: Content) -> tuple[object, ...]:
    """Return what all pages are made with. An entry that did not change is the same object; other files are texts."""
    documents = [each.head.document for each in content.pages.values()]
    documents += [content.setup.document, content.ui_text.document]
    documents += [each.document for each in content.sources.values()]
    texts = dict.fromkeys(document.text for document in documents)
    return (*texts, *map(id, content.questions.values()), *map(id, content.cases.values()))
