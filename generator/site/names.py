"""Gives what the generator writes names that hold a hash of what is in it, so that it can be kept for ever.

Who asks for a file by its name with a hash gets that very file or nothing: pages and scripts of two states of the site
can't be mixed, and neither a browser nor a cache has to ask whether it is still the same.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter

Files = Mapping[str, bytes]

# What the generator writes; what the theme brings has such names already, or none that its scripts could do without.
OURS = re.compile(r"assets/(?:quiz|contribute)/.*\.(?:js|css)|assets/[^/]+\.(?:js|css)|debrief/quiz\.json|contribute/form\.json")
# Names by which others ask for a file: pages elsewhere that hold the debrief, and whoever reads the model.
KEPT = frozenset({"assets/quiz/ui/element.js", "assets/quiz/quiz.css", "debrief/quiz.json"})
HASHED = re.compile(r"\.[0-9a-f]{8}\.(?:min\.)?(?:js|css|json)$")

# An import stands at the start of a line, as the formatter sets it; in a comment it is about types.
_IMPORT = re.compile(rb"""(?m)^((?:(?:import|export|\}).*?\bfrom|import) *)(["'])(\.[^"']+)\2""")
_TAG = re.compile(rb"<(?:link|script|img|source|afterview-[a-z]+)\b[^<>]*>")
_ADDRESS = re.compile(rb"""(\s(?:src|href)=)(["'])([^"']+)\2""")
# The search's worker stands in the page's settings, with the theme's own behind a question mark.
_WORKER = re.compile(rb'''("search": ?")([^"?]+)(?=\?)''')
_MODULE = re.compile(rb"""<script type="module" src="([^"]+)">""")


def hashed_names(files: Files) -> dict[str, bytes]:
    """Return a site's files with hashes in the names of ours, and with all that asks for them asking by these names.

    A page that loads a module gets a line in its head for each module that this one imports, so that a browser asks for
    all of them at once and not for one after the other.

    Raises:
        graphlib.CycleError: Modules import one another in a circle.
    """
    ours = {path: data for path, data in files.items() if OURS.fullmatch(path)}
    names, contents = _renamed(ours)
    imports = {names[path]: [names[each] for each in _imports(path, data) if each in names] for path, data in ours.items()}
    made = {path: data for path, data in files.items() if path not in ours}
    made |= {names[path]: data for path, data in contents.items()}
    made |= {path: contents[path] for path in KEPT & contents.keys()}
    return made | {path: _page(path, data, names, imports) for path, data in files.items() if path.endswith(".html")}


def _renamed(ours: Files) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the new name and the new bytes of each file; a module's come after those that it imports."""
    order = TopologicalSorter({path: {each for each in _imports(path, data) if each in ours} for path, data in ours.items()})
    names: dict[str, str] = {}
    contents: dict[str, bytes] = {}
    for path in order.static_order():
        contents[path] = _with_imports(path, ours[path], names)
        stem, ending = posixpath.splitext(path)
        names[path] = f"{stem}.{hashlib.sha256(contents[path]).hexdigest()[:8]}{ending}"
    return names, contents


def _imports(path: str, data: bytes) -> Iterator[str]:
    if path.endswith(".js"):
        yield from (_joined(path, match[3].decode()) for match in _IMPORT.finditer(data))


def _with_imports(path: str, data: bytes, names: Mapping[str, str]) -> bytes:
    def named(match: re.Match[bytes]) -> bytes:
        target = _joined(path, match[3].decode())
        address = _relative(path, names[target]) if target in names else match[3].decode()
        return match[1] + match[2] + address.encode() + match[2]

    return _IMPORT.sub(named, data) if path.endswith(".js") else data


def _page(path: str, data: bytes, names: Mapping[str, str], imports: Mapping[str, list[str]]) -> bytes:
    def renamed(tag: re.Match[bytes]) -> bytes:
        return _ADDRESS.sub(lambda match: match[1] + match[2] + _by_hash(path, match[3], names) + match[2], tag[0])

    page = _TAG.sub(renamed, data)
    page = _WORKER.sub(lambda match: match[1] + _by_hash(path, match[2], names), page)
    return page.replace(b"</head>", _preloads(path, page, imports) + b"</head>", 1)


def _by_hash(page: str, address: bytes, names: Mapping[str, str]) -> bytes:
    """Return the address by which a page is to ask for a file; one from the root of the host stays from the root."""
    text = address.decode()
    if ":" in text or "#" in text or text.startswith("//"):
        return address
    target = next((each for each in names if text.endswith(f"/{each}")), "") if text[0] == "/" else _joined(page, text)
    return f"{text[: -len(posixpath.basename(target))]}{posixpath.basename(names[target])}".encode() if target in names else address


def _preloads(path: str, page: bytes, imports: Mapping[str, list[str]]) -> bytes:
    roots = [_joined(path, match[1].decode()) for match in _MODULE.finditer(page)]
    lines = [f'<link rel="modulepreload" href="{_relative(path, each)}">' for each in _all(roots, imports)]
    return "".join(f"{line}\n" for line in lines).encode()


def _all(roots: list[str], imports: Mapping[str, list[str]]) -> dict[str, None]:
    """Return modules and all that they import, each once, those first that are asked for first."""
    found = dict.fromkeys(roots)
    waiting = list(roots)
    while waiting:
        new = [each for each in imports.get(waiting.pop(0), []) if each not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return found


def _joined(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))


def _relative(path: str, target: str) -> str:
    found = posixpath.relpath(target, posixpath.dirname(path) or ".")
    return found if found.startswith(".") else f"./{found}"
