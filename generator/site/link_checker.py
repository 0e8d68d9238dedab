"""Whether every link, anchor and asset of a built site leads somewhere within it, and its engine made what it should.

The site engines overlook some of this (MkDocs links in HTML, Zensical pages outside the navigation), so the check reads
the HTML that was built.
"""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.site.config import front_matter
from generator.utils.parallel import parallel_map

_ADDRESSES = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "use": "href",
}
# A comment, a script or style with its text, or any other tag. A value in quotes may hold a ">".
_TAG = re.compile(
    r"""<!--.*?-->|(?P<open><(?P<name>script|style)\b(?:[^"'>]|"[^"]*"|'[^']*')*>).*?</(?P=name)\s*>"""
    r"""|<[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>""",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link of a built page that leads nowhere."""

    page: str
    link: str
    reason: str


class _Tag(NamedTuple):
    """The part of a tag that concerns links."""

    anchors: frozenset[str] = frozenset()
    link: str = ""
    canonical: str = ""
    reads_fragments: bool = False


@dataclass(slots=True)
class _Page:
    """The anchors and links of one built page."""

    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    canonical: str = ""
    reads_fragments: bool = False

    def has(self, fragment: str) -> bool:
        return fragment in self.anchors or self.reads_fragments


class BuiltSite(NamedTuple):
    """A built site as its links see it: the names of its files, and its pages by name."""

    files: AbstractSet[str]
    pages: Mapping[str, _Page]


class _Reader(HTMLParser):
    """Reads a single tag."""

    tag = _Tag()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        address = values.get(_ADDRESSES.get(tag, ""))
        rel = values.get("rel")
        self.tag = _Tag(
            anchors=frozenset(value for name in ("id", "name") if (value := values.get(name))),
            link=address or "" if rel not in ("canonical", "edit") else "",
            canonical=values.get("href") or "" if rel == "canonical" else "",
            # Where a script of the page reads the fragment, any is right.
            reads_fragments="data-routes" in values,
        )


def read_site(folder: Path) -> BuiltSite:
    """Return the files of a built site, and what its pages hold of links."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    names = [name for name in files if name.endswith(".html")]
    pages = parallel_map(lambda name: _read(files[name]), names)
    return BuiltSite(frozenset(files), dict(zip(names, pages, strict=True)))


def broken_links(site: BuiltSite) -> tuple[BrokenLink, ...]:
    """Return every link, anchor and asset in the pages of a built site that leads nowhere within it."""
    pages = site.pages
    # Written with or without escapes, an address is the same to a host.
    root = unquote(urlsplit(pages["index.html"].canonical).path) if "index.html" in pages else ""
    return tuple(link for name, page in pages.items() for link in _broken(site.files, root or "/", name, page, pages))


def missing_parts(docs: Path, site: BuiltSite, address: str = "") -> tuple[BrokenLink, ...]:
    """Return what a built site lacks of what its engine was asked for.

    Args:
        docs: The folder of the pages as Markdown.
        site: The site that was built of them, with or without hashes in the names of its scripts.
        address: Where the site will stand, if that is known.
    """
    sources = {path.parent.relative_to(docs) / "index.html": path for path in sorted(docs.rglob("index.md"))}
    lacking = [part for page, source in sources.items() for part in _missing(page.as_posix(), source, site, address)]
    if sources and "404.html" not in site.files:
        lacking.append(BrokenLink("404.html", "/404.html", "there is no page for addresses that lead nowhere"))
    return tuple(lacking)


def _missing(page: str, source: Path, site: BuiltSite, address: str) -> Iterator[BrokenLink]:
    built = site.pages.get(page, _Page())
    script = str(front_matter(source.read_text(encoding="utf-8")).get("module", ""))
    name = re.escape(script.removesuffix(".js"))
    if script and not any(re.search(rf"(?:^|/){name}(?:\.\w+)?\.js$", link) for link in built.links):
        yield BrokenLink(page, script, "the page doesn't load this script, which its front matter names")
    if address and not built.canonical:
        yield BrokenLink(page, address, "the page has no canonical link, though the site's address is known")


def _read(path: Path) -> _Page:
    page = _Page()
    texts = (match["open"] or match[0] for match in _TAG.finditer(path.read_text(encoding="utf-8")))
    for tag in filter(None, map(_tag, dict.fromkeys(texts))):
        page.anchors |= tag.anchors
        page.reads_fragments |= tag.reads_fragments
        page.canonical = tag.canonical or page.canonical
        if tag.link:
            page.links.append(tag.link)
    return page


@cache
def _tag(text: str) -> _Tag | None:
    """Return the part of a tag that concerns links, if any; most tags stand on many pages, so each is read once."""
    reader = _Reader()
    reader.feed(text)
    return None if reader.tag == _Tag() else reader.tag


def _broken(
    files: AbstractSet[str], root: str, name: str, page: _Page, pages: Mapping[str, _Page]
) -> Iterator[BrokenLink]:
    for link in dict.fromkeys(page.links):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = _target(name, unquote(parts.path), root)
        if target is None or target not in files:
            yield BrokenLink(name, link, "there is no such page or file")
        elif parts.fragment and target in pages and not pages[target].has(unquote(parts.fragment)):
            yield BrokenLink(name, link, "the page has no such anchor")


def _target(page: str, path: str, root: str) -> str | None:
    """Return the file that an address leads to, relative to the site; None where it leads out of it.

    Args:
        page: The page that holds the address.
        path: The address.
        root: Where the site begins at its host, such as `/` or `/guide/`.
    """
    if not path:
        return page
    if path.startswith("/"):
        if not path.startswith(root):
            return None
        path = "/" + path.removeprefix(root)
    base = "" if path.startswith("/") else page.rpartition("/")[0]
    steps = [step for step in base.split("/") if step]
    for step in path.strip("/").split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    folder = path.endswith(("/", "/.", "..")) or path in (".", "..")
    return "/".join([*steps, "index.html"] if folder or not steps else steps)
