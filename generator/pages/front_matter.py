"""The head of a page: what the site engine and the theme are told of it.

Both engines print what stands there into HTML unescaped, so it is escaped here.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any, NamedTuple

from generator.guide import EntryRef, Guide
from generator.pages.json_ld import linked_data
from generator.pages.urls import Site, address, page_path

# Pages that stand alone, without the lists at their sides, and what a page brings along: module, data, style.
# A `plain` page brings its own look, which the theme's look for running text would only get in the way of.
_FRAMES: Mapping[str, Mapping[str, Any]] = {
    "index.md": {"home": True, "hide": ["navigation", "toc"]},
    "evidence/index.md": {"hide": ["toc"]},
    "debrief/index.md": {
        "hide": ["navigation", "toc"],
        "module": "assets/quiz/ui/element.js",
        "data": "debrief/quiz.json",
        "plain": True,
    },
    "contribute/index.md": {
        "hide": ["toc"],
        "module": "assets/contribute/element.js",
        "data": "contribute/form.json",
        "style": "assets/contribute/contribute.css",
        "plain": True,
    },
}


class About(NamedTuple):
    """What a page is about, and the file that it was made from."""

    place: EntryRef
    title: str
    summary: str
    file: str
    reviewed: date | None
    also_called: Sequence[str] = ()


def head(guide: Guide, site: Site, about: About, edit_url: str) -> str:
    """Return the head of a page as YAML between its marks."""
    lines = [f"{name}: {_in_yaml(value)}" for name, value in _fields(guide, site, about, edit_url)]
    return "---\n" + "\n".join(lines) + "\n---\n"


def _fields(guide: Guide, site: Site, about: About, edit_url: str) -> Iterator[tuple[str, Any]]:
    place = about.place
    yield "title", escape(about.title)
    yield "description", escape(about.summary)
    # What people call it weighs more in the search than all that a page says; results are put together from HTML.
    if about.also_called:
        yield "tags", [escape(name) for name in about.also_called]
    yield from _FRAMES.get(page_path(place.kind, place.id), {"hide": ["toc"]} if place.kind != "page" else {}).items()
    if place == EntryRef("page", "home"):
        yield "frame", _frame(guide)
    if edit_url:
        yield "edit_url", escape(edit_url)
    if about.reviewed:
        yield "reviewed", about.reviewed.isoformat()
    yield "linked_data", linked_data(guide, site, place, about.title, about.summary)


def _frame(guide: Guide) -> dict[str, Any]:
    """Return what the theme says around every page. It finds this in the head of the first one."""
    ui = guide.content.ui_text.value.pages

    def links(*ids: str) -> list[dict[str, str]]:
        titles = {id_: escape(guide.title("page", id_)) for id_ in ids}
        return [{"href": address(page_path("page", id_)), "title": title} for id_, title in titles.items()]

    return {
        **{name: escape(text) for name, text in ui.missing.model_dump().items()},
        **{name: escape(getattr(ui, name)) for name in ("take_the_debrief", "look_along")},
        "start": links(*ui.start_here),
        "foot": links("debrief", "stages", "actions", "evidence", "contribute"),
    }


def _in_yaml(value: Any) -> str:
    """Return a value as JSON. That is YAML, once what YAML refuses or takes for a new line is escaped as well."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda sign: f"\\u{ord(sign[0]):04x}", text)
