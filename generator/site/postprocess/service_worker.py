"""Lets a site be read without a network: tells the service worker what the site is made of, and pages to start it."""

import hashlib
import json
import re
from collections.abc import Mapping

Files = Mapping[str, bytes]

WORKER = "sw.js"
# Stands in the worker where the build puts the site's files.
_PLACE = b"/** @type {Site | null} */ (null)"
# Up to this many bytes the pages that nobody has opened yet are kept as well.
MOST_BYTES = 30_000_000

# What makes the debrief and the first page work, and every other page that is kept.
_CORE = re.compile(r"(?:index|debrief/index)\.html|debrief/.*\.[0-9a-f]{8}\.json|search(?:/.*|\.json)|assets/(?!javascripts/lunr/).*")
_HASH = re.compile(r"\.[0-9a-f]{8}(?=\.[a-z]+$)")
_LEFT_OUT = re.compile(
    r"api/.*|_headers|_redirects|sw\.js|404\.html|feed\.xml|sitemap\.xml\.gz|robots\.txt|llms\.txt|.*\.map"
)


def with_worker(files: Files) -> dict[str, bytes]:
    """Return a site's files with all that the service worker needs to know of them put into it."""
    if WORKER not in files:
        return dict(files)
    doubles = _doubles(files)
    kept = {
        path: data for path, data in sorted(files.items()) if path not in doubles and not _LEFT_OUT.fullmatch(path)
    }
    hashes = {path: hashlib.sha256(data).hexdigest()[:16] for path, data in kept.items()}
    site = {
        "version": hashlib.sha256(json.dumps(hashes).encode()).hexdigest()[:16],
        "core": {path: each for path, each in hashes.items() if _CORE.fullmatch(path)},
        "rest": {path: each for path, each in hashes.items() if not _CORE.fullmatch(path)},
        "fill": sum(map(len, kept.values())) <= MOST_BYTES,
    }
    text = json.dumps(site, separators=(",", ":"), ensure_ascii=True).encode()
    return {**files, WORKER: files[WORKER].replace(_PLACE, text, 1)}


def _doubles(files: Files) -> set[str]:
    """Return the names that would be those of files with a hash in their names, did they have none."""
    return {_HASH.sub("", path) for path in files if _HASH.search(path)}
