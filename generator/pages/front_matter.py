"""The front matter of a page: what the site engine and the theme are told of it.

Engines print its values into HTML unescaped, so they are escaped here.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from typing import Any, NamedTuple

from generator.guide import EntryRef, Guide, built_pages
from generator.model import targets
from generator.model.ui_text import TextGroup
from generator.pages.json_ld import linked_data
from generator.pages.urls import Site, entry_address

# Fills in messages, keeps ticks, and opens what a link leads to.
_MODULE = "assets/quiz/pages/element.js"
# Which of the theme's side lists a page hides, and the module, data and style that it loads. A `plain` page has a style
# of its own, which the theme's style for running text would only get in the way of.
_LAYOUTS: Mapping[str, Mapping[str, Any]] = {
    "": {"home": True, "hide": ["navigation", "toc"]},
    "evidence/": {"hide": ["navigation", "toc"], "module": _MODULE},
    "actions/": {"hide": ["navigation", "toc"], "module": _MODULE},
    "debrief/": {
        "hide": ["navigation", "toc"],
        "module": "assets/quiz/ui/element.js",
        "data": "debrief/quiz.json",
        "plain": True,
    },
    "contribute/": {
        "hide": ["navigation", "toc"],
        "module": "assets/contribute/element.js",
        "data": "contribute/form.json",
        "style": "assets/contribute/contribute.css",
        "plain": True,
    },
}

# The pages that every page leads to at its top, of those that the guide has; the hubs of other kinds follow.
_FIRST_TOP_PAGES = ("debrief", "stages", "actions", "your-rights", "myths", "evidence")


class PageInfo(NamedTuple):
    """What a page is about, and the file that it is made from."""

    place: EntryRef
    title: str
    summary: str
    file: str
    reviewed: date | None


def front_matter(guide: Guide, site: Site, info: PageInfo) -> str:
    """Return the front matter of a page, with its delimiters."""
    lines = [f"{name}: {_as_yaml(value)}" for name, value in _fields(guide, site, info)]
    return "---\n" + "\n".join(lines) + "\n---\n"


def _fields(guide: Guide, site: Site, info: PageInfo) -> Iterator[tuple[str, Any]]:
    place = info.place
    yield "title", escape(info.title)
    yield "description", escape(info.summary)
    hidden = ["navigation"] if place.kind == "page" else ["navigation", "toc"]
    default_layout: Mapping[str, Any] = {"hide": hidden, "module": _MODULE}
    yield from _LAYOUTS.get(entry_address(guide, place.kind, place.id), default_layout).items()
    if place == EntryRef("page", "home"):
        yield "theme", _theme(guide)
    if info.reviewed:
        yield "reviewed", info.reviewed.isoformat()
    yield "linked_data", linked_data(guide, site, place, info.title, info.summary)


def _theme(guide: Guide) -> dict[str, Any]:
    """Return the texts and links that the theme shows on every page; it reads them from the home page."""
    ui = guide.content.ui_text.value.pages

    def links(*ids: str) -> list[dict[str, str]]:
        titles = {id_: escape(guide.title("page", id_)) for id_ in ids}
        return [{"href": entry_address(guide, "page", id_), "title": title} for id_, title in titles.items()]

    return {
        **_escaped(ui.missing),
        "search": _escaped(ui.search),
        "take_the_debrief": escape(ui.take_the_debrief),
        "look_along": escape(ui.look_along),
        "start": links(*ui.doors),
        "top": links(*(id_ for id_ in _top_pages() if id_ in built_pages(guide.content))),
        "foot": links("debrief", "stages", "actions", "evidence", "contribute"),
    }


def _top_pages() -> Iterable[str]:
    return dict.fromkeys((*_FIRST_TOP_PAGES, *(target.hub for target in targets().values() if target.hub)))


def _escaped(group: TextGroup) -> dict[str, str]:
    return {name: escape(text) for name, text in group.model_dump().items()}


def _as_yaml(value: Any) -> str:
    """Return a value as JSON, in which what YAML refuses or takes for a newline is escaped, so that it is YAML too."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda match: f"\\u{ord(match[0]):04x}", text)
