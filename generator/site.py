"""Docs folder -> site, with a gate of our own: no link, anchor or asset of the built pages may lead nowhere.

The site engines overlook some of this (MkDocs links in HTML, Zensical pages outside the navigation), so what counts
is looked up in what was built. The new site is put in place only once it has passed.
"""

import os
import shutil
import subprocess
import sys
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

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.anchors |= {value for name in ("id", "name") if (value := values.get(name))}
        if (
            (name := _ADDRESSES.get(tag))
            and (address := values.get(name))
            and values.get("rel") not in ("canonical", "edit")
        ):
            self.links.append(address)


def broken_links(site: Path) -> tuple[BrokenLink, ...]:
    """Return every link, anchor and asset in the pages of a built site that leads nowhere within it."""
    pages = {path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))}
    return tuple(found for name, page in pages.items() for found in _broken(site, name, page, pages))


def build_site(config: Path, site: Path) -> tuple[int, tuple[BrokenLink, ...]]:
    """Build the site beside its place, look it over, and put it in place if nothing is wrong.

    Args:
        config: The mkdocs.yml.
        site: Where the site is to stand.

    Returns:
        The site engine's exit status (0 where it had no fault) and the broken links.
    """
    draft = site.with_name(f".{site.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        str(config),
        "--site-dir",
        str(draft),
    ]
    # The engine runs in a process of its own, and says "no" to advertisements of its successors.
    status = subprocess.run(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False).returncode
    broken = broken_links(draft) if status == 0 else ()
    if status == 0 and not broken:
        _swap(draft, site)
    return status, broken


def _swap(draft: Path, site: Path) -> None:
    old = site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    draft.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def _broken(site: Path, name: str, page: _Page, pages: Mapping[str, _Page]) -> Iterator[BrokenLink]:
    for link in dict.fromkeys(page.links):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = _target(name, unquote(parts.path))
        if target is None or not (site / target).is_file():
            yield BrokenLink(name, link, "there is no such page or file")
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
            yield BrokenLink(name, link, "the page has no such anchor")


def _target(page: str, path: str) -> str | None:
    """Return the file that an address leads to, relative to the site; None where it leads out of it."""
    if not path:
        return page
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
