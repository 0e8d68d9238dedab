"""Lets a site be read without a network: gives the service worker the list of the site's files."""

import hashlib
import json
import re

from generator.utils.fs import Files

WORKER = "sw.js"
# The worker has this where the build puts the list.
_PLACEHOLDER = b"/** @type {Site | null} */ (null)"
# Up to this many bytes the pages that nobody has opened yet are cached as well.
MOST_BYTES = 30_000_000

# What the first page, the debrief and every other cached page need.
_CORE = re.compile(r"(?:index|debrief/index)\.html|(?:debrief|search)/.*\.[0-9a-f]{8}\.json|assets/.*")
_HASH = re.compile(r"\.[0-9a-f]{8}(?=\.[a-z]+$)")
_LEFT_OUT = re.compile(
    r"api/.*|_headers|_redirects|sw\.js|404\.html|feed\.xml|sitemap\.xml\.gz|robots\.txt|llms\.txt|.*\.map"
    r"|assets/javascripts/(?:lunr|workers)/.*"  # of the theme's search, which is not used
)


def with_worker(files: Files) -> dict[str, bytes]:
    """Return a site's files with their list in the service worker."""
    if WORKER not in files:
        return dict(files)
    duplicates = _duplicates(files)
    cached = {
        path: data for path, data in sorted(files.items()) if path not in duplicates and not _LEFT_OUT.fullmatch(path)
    }
    hashes = {path: hashlib.sha256(data).hexdigest()[:16] for path, data in cached.items()}
    site = {
        "version": hashlib.sha256(json.dumps(hashes).encode()).hexdigest()[:16],
        "core": {path: digest for path, digest in hashes.items() if _CORE.fullmatch(path)},
        "rest": {path: digest for path, digest in hashes.items() if not _CORE.fullmatch(path)},
        "fill": sum(map(len, cached.values())) <= MOST_BYTES,
    }
    text = json.dumps(site, separators=(",", ":"), ensure_ascii=True).encode()
    return {**files, WORKER: files[WORKER].replace(_PLACEHOLDER, text, 1)}


def _duplicates(files: Files) -> set[str]:
    """Return the plain names of the files that have a name with a hash as well."""
    return {_HASH.sub("", path) for path in files if _HASH.search(path)}
