"""Guide -> feed.xml: what is new or changed, as an Atom feed (RFC 4287)."""

import re
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.guide import Guide
from generator.pages.catalogue import Catalogue, Item
from generator.pages.urls import Site

PATH = "feed.xml"
MOST_ENTRIES = 50

# Characters that XML can't hold, not even as references.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(catalogue: Catalogue, site: Site) -> str | None:
    """Return the feed, or None where the site's address is not known: a feed's ids and links have to be in full.

    An entry counts as changed when it was reviewed, so that the same content gives the same bytes.
    """
    dated = [(item.reviewed, item) for items in catalogue.items.values() for item in items if item.reviewed]
    if not site.url or not dated:
        return None
    dated.sort(key=lambda dated_item: (-dated_item[0].toordinal(), dated_item[1].kind, dated_item[1].id))
    root = _feed_element(catalogue.guide, site, dated[0][0])
    for reviewed, item in dated[:MOST_ENTRIES]:
        _add_entry(root, item, site.absolute(item.address), reviewed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _feed_element(guide: Guide, site: Site, newest: date) -> Element:
    setup = guide.setup
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": setup.language})
    _add_text(root, "title", setup.name)
    _add_text(root, "subtitle", setup.tagline)
    _add_text(root, "id", site.absolute(""))
    _add_text(root, "updated", _timestamp(newest))
    _add_text(SubElement(root, "author"), "name", setup.name)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": site.absolute(PATH)})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": site.absolute("")})
    return root


def _add_entry(root: Element, item: Item, url: str, reviewed: date) -> None:
    entry = SubElement(root, "entry")
    _add_text(entry, "title", item.title)
    _add_text(entry, "id", url)
    _add_text(entry, "updated", _timestamp(reviewed))
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": url})
    SubElement(entry, "category", {"term": item.kind})
    _add_text(entry, "summary", item.summary)


def _add_text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _NO_XML.sub("\ufffd", text)


def _timestamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
