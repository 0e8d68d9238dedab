"""Whether every link, anchor and asset of a built site leads somewhere within it.

The site engines overlook some of this (MkDocs links in HTML, Zensical pages outside the navigation), so what counts
is looked up in what was built.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_ADDRESSES = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "use": "href",
}


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link of a built page that leads nowhere."""

    page: str
    link: str
    reason: str


@dataclass(slots=True)
class _Page(HTMLParser):
    """The anchors and links of one built page."""

    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    canonical: str = ""
    reads_fragments: bool = False

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def has(self, fragment: str) -> bool:
        return fragment in self.anchors or self.reads_fragments

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.anchors |= {value for name in ("id", "name") if (value := values.get(name))}
        # What stands behind # is no anchor where a script of the page makes of it what it likes.
        self.reads_fragments |= "data-routes" in values
        if values.get("rel") == "canonical":
            self.canonical = values.get("href") or ""
        if (
            (name := _ADDRESSES.get(tag))
            and (address := values.get(name))
            and values.get("rel") not in ("canonical", "edit")
        ):
            self.links.append(address)


def broken_links(site: Path) -> tuple[BrokenLink, ...]:
    """Return every link, anchor and asset in the pages of a built site that leads nowhere within it."""
    pages = {path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))}
    root = urlsplit(pages["index.html"].canonical).path if "index.html" in pages else ""
    return tuple(found for name, page in pages.items() for found in _broken(site, root or "/", name, page, pages))


def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def _broken(site: Path, root: str, name: str, page: _Page, pages: Mapping[str, _Page]) -> Iterator[BrokenLink]:
    for link in dict.fromkeys(page.links):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = _target(name, unquote(parts.path), root)
        if target is None or not (site / target).is_file():
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
