"""Defers the search's index until somebody searches, keeps it small, and makes it know what people call a thing.

Material fetches the whole index with each page. Here that file holds only the configuration, which names the file that the
search's worker (site_overrides/assets/search.js) fetches at the first query. Zensical's pages need the whole index to
show results.

A phone has to fetch and read the index whole. So in a large guide texts are truncated, at most until each page has its
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


def with_deferred_index(files: Files) -> dict[str, bytes]:
    """Return a site's files with the index split in two: its configuration, and the documents."""
    if INDEX not in files:
        return dict(files)
    index = json.loads(files[INDEX])
    docs = fitting_json(index["docs"])
    name = f"docs.{hashlib.sha256(docs).hexdigest()[:8]}.json"
    settings = {"config": {**index["config"], "later": f"../search/{name}"}, "docs": []}
    return {**files, INDEX: _json(settings), f"search/{name}": docs}


def fitting_json(docs: Sequence[Doc], most_bytes: int = MOST_BYTES) -> bytes:
    """Return documents as JSON, with as much of each text as the bytes allow for, and no page left out."""
    encoded = b""
    for shorter in _shorter(docs):
        encoded = _json(shorter)
        if len(encoded) <= most_bytes:
            break
    return encoded


def _shorter(docs: Sequence[Doc]) -> Iterator[Sequence[Doc]]:
    """Yield the documents with less and less text: first of all sections of pages, then of one section a page."""
    yield docs
    for sections in (docs, tuple(_pages(docs))):
        for length in LENGTHS:
            yield [_truncated(doc, length) for doc in sections]


def _pages(docs: Iterable[Doc]) -> Iterator[Doc]:
    """Yield one document a page, with the text of its first section; in an index a page stands before its sections."""
    for _, group in groupby(docs, key=lambda doc: doc["location"].partition("#")[0]):
        page, *sections = group
        yield {**page, "text": next((doc["text"] for doc in sections if doc["text"]), page["text"])}


def _truncated(doc: Doc, length: int) -> Doc:
    """Return a document with its text truncated after a word, without markup, which might be left open."""
    if len(doc["text"]) <= length:
        return doc
    text = re.sub(r"<[^>]*>", " ", doc["text"])[:length]
    # Not every language has spaces between its words.
    return {**doc, "text": text.rpartition(" ")[0].strip() or re.sub(r"&[^;]*$", "", text).strip()}


def with_names_in_paths(files: Files) -> dict[str, bytes]:
    """Return a site's files with what people call a thing in the path of its page, for Zensical.

    It searches titles, texts and paths, but not tags, and prints paths without reading HTML in them.
    """
    if INDEX_OF_ZENSICAL not in files:
        return dict(files)
    index = json.loads(files[INDEX_OF_ZENSICAL])
    items = fitting_json([_with_names(item) for item in index["items"]])
    return {**files, INDEX_OF_ZENSICAL: _json({**index, "items": json.loads(items)})}


def _with_names(doc: Doc) -> Doc:
    names = [unescape(tag) for tag in doc["tags"]]
    is_page = names and "#" not in doc["location"]
    return {**doc, "tags": names, "path": [*doc["path"], " · ".join(names)] if is_page else doc["path"]}


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
