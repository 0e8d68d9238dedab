"""Gives files of ours names with a hash of their bytes, so that browsers may cache them for ever.

A request by such a name gets that very file or nothing: pages and scripts of two versions of the site can't be mixed,
and neither a browser nor a proxy has to ask whether a file is still the same.
"""

import hashlib
import posixpath
import re
from collections.abc import Mapping

from generator.utils.fs import Files

# Files of the theme have such names already, or names that its scripts rely on.
OURS = re.compile(
    r"assets/(?:browser|quiz|contribute|search)/.*\.(?:js|css)|assets/[^/]+\.(?:js|css)"
    r"|debrief/(?:quiz|facts)\.json|contribute/form\.json|search/index\.json"
)
# Modules, and the name of those that pages load; the others are imported by these.
MODULE = re.compile(r"assets/(?:browser|quiz|contribute|search)/.*\.js")
ENTRY = "element.js"
# Names that other sites use, to embed the debrief or to read the model.
PUBLIC = frozenset({"assets/quiz/ui/element.js", "assets/quiz/quiz.css", "debrief/quiz.json", "debrief/facts.json"})
# Ours are in small letters; those of a module's parts are esbuild's.
HASHED = re.compile(r"\.(?:[0-9a-f]{8}|[0-9A-Z]{8})\.(?:min\.)?(?:js|css|json)$")

_TAG = re.compile(rb"<(?:link|script|img|source|afterview-[a-z]+)\b[^<>]*>")
_ADDRESS = re.compile(rb"""(\s(?:src|href|facts)=)(["'])([^"']+)\2""")


def hashed_names(files: Files) -> dict[str, bytes]:
    """Return a site's files with hashes in the names of ours, and with these names in all pages."""
    ours = {path: data for path, data in files.items() if OURS.fullmatch(path) and not HASHED.search(path)}
    # Modules that were not bundled import one another by their plain names.
    if any(MODULE.fullmatch(path) and posixpath.basename(path) != ENTRY for path in ours):
        ours = {path: data for path, data in ours.items() if not MODULE.fullmatch(path)}
    names = {path: _with_hash(path, data) for path, data in ours.items()}
    renamed = {path: data for path, data in files.items() if path not in ours or path in PUBLIC}
    renamed |= {names[path]: data for path, data in ours.items()}
    return renamed | {path: _page(path, data, names) for path, data in files.items() if path.endswith(".html")}


def _with_hash(path: str, data: bytes) -> str:
    stem, ending = posixpath.splitext(path)
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:8]}{ending}"


def _page(path: str, data: bytes, names: Mapping[str, str]) -> bytes:
    def renamed(tag: re.Match[bytes]) -> bytes:
        return _ADDRESS.sub(lambda match: match[1] + match[2] + _by_hash(path, match[3], names) + match[2], tag[0])

    return _TAG.sub(renamed, data)


def _by_hash(page: str, address: bytes, names: Mapping[str, str]) -> bytes:
    """Return the address of a file with its hash; one that begins at the host's root still does."""
    text = address.decode()
    if ":" in text or "#" in text or text.startswith("//"):
        return address
    if text.startswith("/"):
        target = next((path for path in names if text.endswith(f"/{path}")), "")
    else:
        target = _joined(page, text)
    if target not in names:
        return address
    return (text.removesuffix(posixpath.basename(target)) + posixpath.basename(names[target])).encode()


def _joined(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
