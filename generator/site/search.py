"""Makes the search good: what it looks through comes when somebody searches, and it knows what people call a thing.

Material fetches the whole index with each page. What it finds there now is empty but for the settings, which name the
file that the search's worker (site_overrides/assets/search.js) asks for at the first query. Zensical's pages need the
whole index themselves, to show what was found.
"""

import hashlib
import json
from collections.abc import Mapping
from html import unescape
from typing import Any

Files = Mapping[str, bytes]

INDEX = "search/search_index.json"
INDEX_OF_ZENSICAL = "search.json"


def searched_later(files: Files) -> dict[str, bytes]:
    """Return a site's files with the index of the search parted in two: its settings, and what is looked through."""
    if INDEX not in files:
        return dict(files)
    index = json.loads(files[INDEX])
    docs = _json(index["docs"])
    name = f"docs.{hashlib.sha256(docs).hexdigest()[:8]}.json"
    settings = {"config": {**index["config"], "later": f"../search/{name}"}, "docs": []}
    return {**files, INDEX: _json(settings), f"search/{name}": docs}


def searched_by_names(files: Files) -> dict[str, bytes]:
    """Return a site's files with what people call a thing in the path of its page, for Zensical.

    It looks for words in titles, texts and paths, but not in tags, and prints these letter by letter.
    """
    if INDEX_OF_ZENSICAL not in files:
        return dict(files)
    index = json.loads(files[INDEX_OF_ZENSICAL])
    return {**files, INDEX_OF_ZENSICAL: _json({**index, "items": [_with_names(each) for each in index["items"]]})}


def _with_names(entry: Mapping[str, Any]) -> dict[str, Any]:
    names = [unescape(tag) for tag in entry["tags"]]
    is_page = names and "#" not in entry["location"]
    return {**entry, "tags": names, "path": [*entry["path"], " · ".join(names)] if is_page else entry["path"]}


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
