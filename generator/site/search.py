"""Takes what the search looks through out of what every page loads, so that it comes when somebody searches.

The theme fetches the whole index with each page. What it finds there now is empty but for the settings, which name the
file that the search's worker (site_overrides/assets/search.js) asks for at the first query.
"""

import hashlib
import json
from collections.abc import Mapping

Files = Mapping[str, bytes]

INDEX = "search/search_index.json"


def searched_later(files: Files) -> dict[str, bytes]:
    """Return a site's files with the index of the search parted in two: its settings, and what is looked through."""
    if INDEX not in files:
        return dict(files)
    index = json.loads(files[INDEX])
    docs = _json(index["docs"])
    name = f"docs.{hashlib.sha256(docs).hexdigest()[:8]}.json"
    settings = {"config": {**index["config"], "later": f"../search/{name}"}, "docs": []}
    return {**files, INDEX: _json(settings), f"search/{name}": docs}


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
