"""Guide -> a small page at each address that an entry had before it was renamed, and the list for hosts that redirect.

The page works on any host, without a script; some hosts read `_redirects` and answer before the page does.
"""

from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

from generator import model
from generator.guide import Guide
from generator.pages.urls import Site, entry_address

LIST = "_redirects"

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{canonical}">
</head>
<body>
<main><h1><a href="{target}">{title}</a></h1></main>
</body>
</html>
"""


def redirects(guide: Guide, site: Site) -> dict[str, str]:
    """Return the pages by their path below the docs folder, and the list if there are any."""
    moves = tuple(_moves(guide))
    pages = {f"{before}index.html": _page(guide, site, before, now, title) for before, now, title in moves}
    root = urlsplit(site.url).path.rstrip("/") + "/"
    lines = "".join(f"{root}{before} {root}{now} 301\n" for before, now, _ in moves)
    return {**pages, LIST: lines} if lines else {}


def _moves(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Yield each former address, the address that took its place, and the title that stands there."""
    for name, kind in model.KINDS.items():
        if kind.has_page:
            for id_, entry in guide.content.entries[name].items():
                for former in getattr(entry.value, "was", ()):
                    yield entry_address(guide, name, former), entry_address(guide, name, id_), guide.title(name, id_)


def _page(guide: Guide, site: Site, before: str, now: str, title: str) -> str:
    target = "../" * before.count("/") + now
    return _PAGE.format(
        language=escape(guide.setup.language),
        title=escape(title),
        target=target,
        canonical=escape(site.absolute(now)) or target,
    )
