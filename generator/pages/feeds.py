"""Guide -> what finds its readers: an Atom feed, llms.txt and robots.txt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from generator.guide import Guide
from generator.pages.addresses import address, page_path
from generator.pages.api import ROOT as API
from generator.prose import to_plain

MOST_NEWS = 50
ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class News:
    """An entry that was written or checked on a day."""

    day: date
    kind: str
    id: str
    title: str
    summary: str


def feeds(guide: Guide, site_url: str = "") -> dict[str, str]:
    """Return the feed, llms.txt and robots.txt by path; the feed only where the site's address is known.

    A feed names its entries by their full addresses, so without the site's own there can be none.
    """
    root = f"{site_url.rstrip('/')}/" if site_url else ""
    made = {"llms.txt": _llms(guide, root), "robots.txt": _robots(root)}
    return made | ({"feed.xml": _feed(guide, root)} if root else {})


def news(guide: Guide) -> list[News]:
    """Return the entries that have a page and a day of review, the latest first."""
    return sorted(_news(guide), key=lambda each: (-each.day.toordinal(), each.kind, each.id))


def _news(guide: Guide) -> Iterator[News]:
    content = guide.content
    for id_, cause in content.causes.items():
        yield News(cause.value.reviewed, "cause", id_, cause.value.title, cause.value.summary)
    for id_, action in content.actions.items():
        yield News(action.value.reviewed, "action", id_, action.value.title, action.value.summary)
    for id_, myth in content.myths.items():
        yield News(myth.value.reviewed, "myth", id_, myth.value.claim, myth.value.summary)


def _feed(guide: Guide, root: str) -> str:
    latest = news(guide)[:MOST_NEWS]
    feed = ET.Element("feed", xmlns=ATOM)
    feed.set("xml:lang", guide.setup.language)
    _texts(feed, id=root, title=guide.setup.name, subtitle=guide.setup.tagline)
    ET.SubElement(feed, "link", rel="self", href=f"{root}feed.xml", type="application/atom+xml")
    ET.SubElement(feed, "link", rel="alternate", href=root, type="text/html")
    _texts(feed, updated=_noon(latest[0].day if latest else date(1970, 1, 1)))
    _texts(ET.SubElement(feed, "author"), name=guide.setup.name)
    for each in latest:
        entry = ET.SubElement(feed, "entry")
        url = root + address(page_path(each.kind, each.id))
        _texts(entry, id=url, title=each.title, updated=_noon(each.day), summary=each.summary)
        ET.SubElement(entry, "link", rel="alternate", href=url, type="text/html")
        ET.SubElement(entry, "category", term=each.kind)
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def _texts(parent: ET.Element, **texts: str) -> None:
    for name, text in texts.items():
        ET.SubElement(parent, name).text = text


def _noon(day: date) -> str:
    return f"{day.isoformat()}T12:00:00Z"


def _llms(guide: Guide, root: str) -> str:
    """Return what a program that reads for someone should know: see https://llmstxt.org."""
    content, setup = guide.content, guide.setup
    lines = [f"# {_line(setup.name)}", "", f"> {_line(setup.tagline)} {_line(to_plain(setup.summary))}", ""]
    pages = [(id_, page.head.value.title, page.head.value.summary) for id_, page in content.pages.items()]
    sections = {
        "Pages": [("page", *each) for each in pages],
        "Causes": [("cause", id_, each.title, each.summary) for id_, each in guide.causes().items()],
        "Actions": [("action", id_, each.value.title, each.value.summary) for id_, each in content.actions.items()],
        "Myths": [("myth", id_, each.value.claim, each.value.summary) for id_, each in content.myths.items()],
    }
    for title, entries in sections.items():
        links = [
            f"- [{_line(name)}]({root}{address(page_path(k, id_))}): {_line(says)}" for k, id_, name, says in entries
        ]
        lines += [f"## {title}", "", *links, ""] if links else []
    data = f"- [Everything as JSON]({root}{API}/index.json): every entry with its fields, and their schemas"
    return "\n".join([*lines, "## Data", "", data, ""])


def _line(text: str) -> str:
    """Return a text on one line in which nothing is a link or a heading."""
    return " ".join(text.split()).replace("[", "(").replace("]", ")").lstrip("#> ")


def _robots(root: str) -> str:
    sitemap = f"Sitemap: {root}sitemap.xml\n" if root else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"
