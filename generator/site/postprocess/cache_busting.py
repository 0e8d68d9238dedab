"""Gives what the generator writes names that hold a hash of what is in it, so that it can be kept for ever.

Who asks for a file by its name with a hash gets that very file or nothing: pages and scripts of two states of the site
can't be mixed, and neither a browser nor a cache has to ask whether it is still the same.
"""

import hashlib
import posixpath
import re
from collections.abc import Mapping

Files = Mapping[str, bytes]

# What the generator writes; what the theme brings has such names already, or none that its scripts could do without.
OURS = re.compile(r"assets/(?:quiz|contribute)/.*\.(?:js|css)|assets/[^/]+\.(?:js|css)|debrief/quiz\.json|contribute/form\.json")
# A module, and what those are called that pages load; all others are there to be imported.
MODULE = re.compile(r"assets/(?:quiz|contribute)/.*\.js")
ENTRY = "element.js"
# Names by which others ask for a file: pages elsewhere that hold the debrief, and whoever reads the model.
KEPT = frozenset({"assets/quiz/ui/element.js", "assets/quiz/quiz.css", "debrief/quiz.json"})
HASHED = re.compile(r"\.[0-9a-f]{8}\.(?:min\.)?(?:js|css|json)$")

_TAG = re.compile(rb"<(?:link|script|img|source|afterview-[a-z]+)\b[^<>]*>")
_ADDRESS = re.compile(rb"""(\s(?:src|href)=)(["'])([^"']+)\2""")
# The search's worker stands in the page's settings, with the theme's own behind a question mark.
_WORKER = re.compile(rb'''("search": ?")([^"?]+)(?=\?)''')


def hashed_names(files: Files) -> dict[str, bytes]:
    """Return a site's files with hashes in the names of ours, and with all that asks for them asking by these names."""
    ours = {path: data for path, data in files.items() if OURS.fullmatch(path)}
    # Modules that were not bundled import one another by the names that they have.
    if any(MODULE.fullmatch(path) and posixpath.basename(path) != ENTRY for path in ours):
        ours = {path: data for path, data in ours.items() if not MODULE.fullmatch(path)}
    names = {path: _with_hash(path, data) for path, data in ours.items()}
    made = {path: data for path, data in files.items() if path not in ours or path in KEPT}
    made |= {names[path]: data for path, data in ours.items()}
    return made | {path: _page(path, data, names) for path, data in files.items() if path.endswith(".html")}


def _with_hash(path: str, data: bytes) -> str:
    stem, ending = posixpath.splitext(path)
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:8]}{ending}"


def _page(path: str, data: bytes, names: Mapping[str, str]) -> bytes:
    def renamed(tag: re.Match[bytes]) -> bytes:
        return _ADDRESS.sub(lambda match: match[1] + match[2] + _by_hash(path, match[3], names) + match[2], tag[0])

    page = _TAG.sub(renamed, data)
    return _WORKER.sub(lambda match: match[1] + _by_hash(path, match[2], names), page)


def _by_hash(page: str, address: bytes, names: Mapping[str, str]) -> bytes:
    """Return the address by which a page is to ask for a file; one from the root of the host stays from the root."""
    text = address.decode()
    if ":" in text or "#" in text or text.startswith("//"):
        return address
    target = next((each for each in names if text.endswith(f"/{each}")), "") if text[0] == "/" else _joined(page, text)
    return f"{text[: -len(posixpath.basename(target))]}{posixpath.basename(names[target])}".encode() if target in names else address


def _joined(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
