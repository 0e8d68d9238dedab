"""Lets idle cores render the Markdown of pages, on which MkDocs, taking one after the other, spends half of its time.

It keeps to the events that MkDocs has for each page: of a page that is rendered already MkDocs gets an empty text, and
what it makes of that is replaced. A page of which MkDocs has something to log is left to MkDocs.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

from generator.utils.parallel import ParallelResults

# The events in which a page is read and rendered, with how many listeners to each are ours.
_LISTENERS = {"pre_page": 0, "page_read_source": 0, "page_markdown": 1, "page_content": 1}


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """What MkDocs makes of a page's Markdown."""

    html: str
    toc: TableOfContents
    anchors: set[str]
    links: Mapping[str, dict[str, str]]
    """the anchors of other pages to which it links, by their paths, each with the link as it was written"""


class ParallelPages:
    """The pages of a build, some of which idle cores render."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        """Start to render, unless another plugin has to see each page as it is read and rendered."""
        paths = [file.src_uri for file in files.documentation_pages()] if _is_alone(config) else []
        self._results = ParallelResults(lambda path: _render(files.src_uris[path], config, files), paths)
        self._taken: dict[str, tuple[str, RenderedPage]] = {}

    def markdown_for_mkdocs(self, page: Page, markdown: str) -> str:
        """Return the Markdown that MkDocs is to render: none, where a page is rendered already."""
        rendered = self._results.take(page.file.src_uri)
        if rendered is None:
            return markdown
        self._taken[page.file.src_uri] = markdown, rendered
        return ""

    def html_of(self, page: Page, html: str, files: Files) -> str:
        """Return a page's HTML in place of what MkDocs made of an empty text, and set all else that belongs to it."""
        if page.file.src_uri not in self._taken:
            return html
        page.markdown, rendered = self._taken.pop(page.file.src_uri)
        page.toc = rendered.toc
        page.present_anchor_ids = rendered.anchors
        page.links_to_anchors = {files.src_uris[path]: links for path, links in rendered.links.items()}
        return rendered.html

    def close(self) -> None:
        """End the work."""
        self._results.close()


def _is_alone(config: MkDocsConfig) -> bool:
    """Tell whether neither another plugin takes part nor an extension of Markdown that may keep something."""
    listeners = config.plugins.events
    are_named = all(isinstance(extension, str) for extension in config.markdown_extensions)
    return are_named and all(len(listeners[event]) == count for event, count in _LISTENERS.items())


def _render(file: File, config: MkDocsConfig, files: Files) -> RenderedPage | None:
    """Return what MkDocs makes of a page, or None where it logs something. For a process that does nothing else."""
    counts = CountHandler()
    log = logging.getLogger("mkdocs")
    log.handlers, log.propagate = [counts], False
    page = file.page or Page(None, file, config)
    # As MkDocs has it then; settings that begin with `!relative` ask for it, and MkDocs has no public way to say it.
    config._current_page = page  # noqa: SLF001
    page.read_source(config)
    page.render(config, files)
    # Without a title in its front matter it has one that only MkDocs' own process can give it.
    if counts.get_counts() or page.content is None or "title" not in page.meta:
        return None
    links = {target.src_uri: dict(anchors) for target, anchors in (page.links_to_anchors or {}).items()}
    return RenderedPage(page.content, page.toc, page.present_anchor_ids or set(), links)
