"""Lets idle cores turn pages into HTML, with which MkDocs, taking one after the other, spends half of its time.

It keeps to the events that MkDocs has for each page: one that is turned already is handed over as a page without a
text, and what MkDocs makes of that is exchanged. Where there is something to say of a page it is left to MkDocs.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

from generator.utils.parallel import Ahead

# The events in which a page is read and turned, with how many listeners to each are ours.
_LISTENERS = {"pre_page": 0, "page_read_source": 0, "page_markdown": 1, "page_content": 1}


@dataclass(frozen=True, slots=True)
class Turned:
    """What MkDocs makes of a page's Markdown."""

    html: str
    contents: TableOfContents
    anchors: set[str]
    links: Mapping[str, dict[str, str]]
    """the anchors of other pages to which it links, by their paths, each with the link as it was written"""


class TurnedAhead:
    """The pages of a build, some of which idle cores turn."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        """Let idle cores begin, unless somebody else has to see each page as it is read and turned."""
        paths = [file.src_uri for file in files.documentation_pages()] if _is_alone(config) else []
        self._pages = Ahead(lambda path: _turned(files.src_uris[path], config, files), paths)
        self._taken: dict[str, tuple[str, Turned]] = {}

    def take(self, page: Page, markdown: str) -> str:
        """Return the Markdown that is left for MkDocs to turn."""
        turned = self._pages.take(page.file.src_uri)
        if turned is None:
            return markdown
        self._taken[page.file.src_uri] = markdown, turned
        return ""

    def give(self, page: Page, html: str, files: Files) -> str:
        """Return a page's HTML in place of what MkDocs made of what was left, and see to all that comes with it."""
        if page.file.src_uri not in self._taken:
            return html
        page.markdown, turned = self._taken.pop(page.file.src_uri)
        page.toc = turned.contents
        page.present_anchor_ids = turned.anchors
        page.links_to_anchors = {files.src_uris[path]: links for path, links in turned.links.items()}
        return turned.html

    def close(self) -> None:
        """End the work."""
        self._pages.close()


def _is_alone(config: MkDocsConfig) -> bool:
    """Tell whether no other plugin takes part, nor an extension of Markdown that may gather something."""
    listeners = config.plugins.events
    named = all(isinstance(each, str) for each in config.markdown_extensions)
    return named and all(len(listeners[event]) == ours for event, ours in _LISTENERS.items())


def _turned(file: File, config: MkDocsConfig, files: Files) -> Turned | None:
    """Return what MkDocs makes of a page, or None where it has something to say of it. Not for its own process."""
    remarks = CountHandler()
    log = logging.getLogger("mkdocs")
    log.handlers, log.propagate = [remarks], False
    page = file.page or Page(None, file, config)
    # As MkDocs has it then; settings that begin with `!relative` ask for it.
    config._current_page = page  # noqa: SLF001
    page.read_source(config)
    page.render(config, files)
    # Without a title in its head it has one that only its own process can give it.
    if remarks.get_counts() or page.content is None or "title" not in page.meta:
        return None
    links = {to.src_uri: dict(anchors) for to, anchors in (page.links_to_anchors or {}).items()}
    return Turned(page.content, page.toc, page.present_anchor_ids or set(), links)
