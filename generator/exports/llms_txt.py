"""Guide -> llms.txt and robots.txt, which programs that visit a site read first."""

import re
from collections.abc import Iterable

from generator.exports import api
from generator.markdown import to_plain
from generator.model import KINDS, Kind
from generator.pages.catalogue import Catalogue, Item
from generator.pages.urls import Site

# By the convention of llmstxt.org, a section of this name may be skipped.
OPTIONAL = "Optional"


def llms_txt(catalogue: Catalogue, site: Site) -> str:
    """Return llms.txt: what the guide is, and the address of each entry as JSON, in full if the site's is known."""
    setup, ui = catalogue.guide.setup, catalogue.guide.content.ui_text.value.pages.tools
    titles = {name: ui.headings.get(name, kind.heading) for name, kind in KINDS.items()}
    with_pages = sorted((kind for kind in KINDS.values() if kind.has_page), key=lambda kind: kind.is_yaml)
    sections = {
        titles[kind.name]: [_entry_line(kind, item, site) for item in catalogue.items[kind.name]] for kind in with_pages
    }
    data = [_link(ui.index, f"{api.FOLDER}/index.json", site)]
    lists = [
        _link(titles[name], f"{api.FOLDER}/{kind.plural}.json", site)
        for name, kind in KINDS.items()
        if not kind.has_page
    ]
    parts = [
        f"# {_plain(setup.name)}",
        f"> {_plain(setup.tagline)} {_plain(to_plain(setup.summary))}",
        _plain(ui.entries),
        *(_section(title, links) for title, links in {ui.data: data, **sections, OPTIONAL: lists}.items()),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def robots_txt(site: Site) -> str:
    """Return robots.txt, which allows everything and names the sitemap if the site's address is known."""
    sitemap = f"\nSitemap: {site.absolute('sitemap.xml')}\n" if site.url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _section(title: str, links: Iterable[str]) -> str:
    lines = "\n".join(links)
    return f"## {_plain(title)}\n\n{lines}" if lines else ""


def _entry_line(kind: Kind, item: Item, site: Site) -> str:
    path = f"{api.FOLDER}/{kind.plural}/{item.id}.json"
    return f"{_link(item.title, path, site)}: {_plain(item.summary)}"


def _link(words: str, path: str, site: Site) -> str:
    return f"- [{_plain(words)}]({site.absolute(path) or path})"


def _plain(text: str) -> str:
    """Return a text on one line, with a backslash before each character that Markdown or HTML gives a meaning."""
    line = re.sub(r"[\\`*_\[\]<>&#|~]", r"\\\g<0>", " ".join(text.split()))
    return re.sub(r"^([-+=]|\d+(?=[.)]))", r"\\\1" if re.match(r"[-+=]", line) else r"\1\\", line)
