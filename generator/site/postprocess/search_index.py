"""Makes the search good: what it looks through comes when somebody searches, and it knows what people call a thing.

Material fetches the whole index with each page. What it finds there now is empty but for the settings, which name the
file that the search's worker (site_overrides/assets/search.js) asks for at the first query. Zensical's pages need the
whole index themselves, to show what was found.

A phone has to fetch and read it whole. So where a guide is large the texts are cut short, and in the end each page has its
title, what people call it, and its beginning.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import groupby
from typing import Any

Files = Mapping[str, bytes]
Doc = Mapping[str, Any]

INDEX = "search/search_index.json"
INDEX_OF_ZENSICAL = "search.json"
# About a quarter of this comes over the wire.
MOST_BYTES = 1_600_000
LENGTHS = (600, 300, 150)


def searched_later(files: Files) -> dict[str, bytes]:
    """Return a site's files with the index of the search parted in two: its settings, and what is looked through."""
    if INDEX not in files:
        return dict(files)
    index = json.loads(files[INDEX])
    docs = fitting(index["docs"])
    name = f"docs.{hashlib.sha256(docs).hexdigest()[:8]}.json"
    settings = {"config": {**index["config"], "later": f"../search/{name}"}, "docs": []}
    return {**files, INDEX: _json(settings), f"search/{name}": docs}


def fitting(docs: Sequence[Doc], most_bytes: int = MOST_BYTES) -> bytes:
    """Return what the search looks through as JSON, as much of each text as the bytes allow for, and no page left out."""
    made = b""
    for shorter in _shorter(docs):
        made = _json(shorter)
        if len(made) <= most_bytes:
            break
    return made


def _shorter(docs: Sequence[Doc]) -> Iterator[Sequence[Doc]]:
    """Yield what is looked through with less and less text: of all parts of pages, and in the end of one part a page."""
    yield docs
    for some in (docs, tuple(_pages(docs))):
        for length in LENGTHS:
            yield [_cut(doc, length) for doc in some]


def _pages(docs: Iterable[Doc]) -> Iterator[Doc]:
    """Yield a page each, with the text of its first section; in an index a page stands before its sections."""
    for _, group in groupby(docs, key=lambda doc: doc["location"].partition("#")[0]):
        page, *sections = group
        yield {**page, "text": next((doc["text"] for doc in sections if doc["text"]), page["text"])}


def _cut(doc: Doc, length: int) -> Doc:
    """Return a part of a page with its text cut short after a word, without markup, which might be left open."""
    if len(doc["text"]) <= length:
        return doc
    text = re.sub(r"<[^>]*>", " ", doc["text"])[:length]
    # Not every language has spaces between its words.
    return {**doc, "text": text.rpartition(" ")[0].strip() or re.sub(r"&[^;]*$", "", text).strip()}


def searched_by_names(files: Files) -> dict[str, bytes]:
    """Return a site's files with what people call a thing in the path of its page, for Zensical.

    It looks for words in titles, texts and paths, but not in tags, and prints these letter by letter.
    """
    if INDEX_OF_ZENSICAL not in files:
        return dict(files)
    index = json.loads(files[INDEX_OF_ZENSICAL])
    items = fitting([_with_names(each) for each in index["items"]])
    return {**files, INDEX_OF_ZENSICAL: _json({**index, "items": json.loads(items)})}


def _with_names(doc: Doc) -> Doc:
    names = [unescape(tag) for tag in doc["tags"]]
    is_page = names and "#" not in doc["location"]
    return {**doc, "tags": names, "path": [*doc["path"], " · ".join(names)] if is_page else doc["path"]}


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
