"""Files that are not read where they lie: what they are, and what to do with them."""

import re
from pathlib import Path
from typing import Any

from generator import model
from generator.diagnostics.diagnostic import Diagnostic, Location, did_you_mean, nearest
from generator.diagnostics.topics import Name
from generator.loading.decoding import MAX_REPORTED
from generator.loading.foreign_formats import foreign_format
from generator.loading.ids import bad_id, is_device, proper_id
from generator.loading.misplacement import kind_of
from generator.loading.nodes import as_data
from generator.loading.parser import MAX_BYTES, parse
from generator.loading.suggestions import block
from generator.model import Kind
from generator.model.types import fields_of

# In lower case.
_LEFT_BY_SYSTEM = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r"})
# How programs call what they leave beside a file that they compare, merge or save.
_LEFT_OVER = re.compile(r"\.(?:orig|rej|bak|old|tmp|temp|swp|swo|save|part|crdownload)$|#$", re.IGNORECASE)


def is_left_by_system(name: str) -> bool:
    """Return whether a file is one that systems leave beside others: settings, thumbnails, drafts."""
    return name.startswith(".") or name.lower() in _LEFT_BY_SYSTEM


def is_backup(name: str) -> bool:
    """Return whether a file is a copy or a note that an editor leaves while or after somebody works on another."""
    return name.endswith("~") or name.startswith("~$")


def backup(name: str) -> Diagnostic:
    """Return the diagnostic of a copy that an editor made."""
    message, hint = (
        "a program left this beside the file that it was working on",
        "delete it, and leave it out of the pull request",
    )
    return Diagnostic("left-over", Location(name), message, hint, severity="warning")


def in_folder(path: Path, kind: Kind, name: str) -> list[Diagnostic]:
    """Return the diagnostics of a folder below that of a kind: one a file, as reviews show what is said of files.

    Args:
        path: The folder.
        kind: The kind to whose entries its files belong.
        name: What messages call the folder.
    """
    files = [
        file
        for file in sorted(path.rglob("*"))
        if file.is_file() and not (is_left_by_system(file.name) or is_backup(file.name))
    ]
    root = name.split("/", maxsplit=1)[0]
    message = f"nothing is read in a folder called `{path.name}`"
    diagnostics = []
    for file in files[:MAX_REPORTED]:
        own = _kind_of_file(file) or kind
        hint = f"move it to {root}/{own.path(proper_id(file.name.split('.')[0]))}"
        place = Location(f"{name}/{file.relative_to(path).as_posix()}")
        diagnostics.append(Diagnostic("unexpected-file", place, message, hint))
    hint = f"delete it: {kind.location}/ has no folders inside"
    return diagnostics or [Diagnostic("unexpected-file", Location(name), message, hint)]


def in_root(path: Path, name: str) -> tuple[list[Diagnostic], set[str]]:
    """Return the diagnostics of what lies in a guide's folder and is not read there, and the ids of entries in it.

    Args:
        path: The file or folder.
        name: What messages call it.
    """
    if is_backup(path.name):
        return [backup(name)], set()
    root, ids = path.parent.name, set[str]()
    folders = [kind.location for kind in model.KINDS.values() if not kind.in_one_file]
    hint = f"the folders are: {', '.join(folders)}; move it into one of them, or out of {root}/"
    if listing := next((kind for kind in model.KINDS.values() if kind.in_one_file and path.name == kind.plural), None):
        ids = {file.stem for file in path.iterdir()} if path.is_dir() else set()
        hint = (
            f"these stand in {root}/{listing.location}: copy each to its end, below a line with its id and a colon and "
            "two spaces further right, and delete this folder"
        )
    if kind := _kind_of_file(path):
        ids = {path.stem}
        hint = f"move it to {root}/{kind.path(proper_id(path.stem))}"
    meant = next((kind for kind in model.KINDS.values() if nearest(path.name, folders) == kind.location), None)
    if path.is_dir() and meant and not ids:
        return in_folder(path, meant, name), {file.stem for file in path.rglob("*") if file.is_file()}
    guess = did_you_mean(path.name, folders)
    message = f"nothing called `{path.name}` is read here" + (f"; {guess}" if guess else "")
    return [Diagnostic("unexpected-file", Location(name), message, hint)], ids


def foreign_ending(path: Path, kind: Kind, name: str) -> Diagnostic:
    """Return the diagnostic of a file that does not end as the files of its folder do."""
    id_ = proper_id(path.name.split(".")[0])
    proper = f"{id_}{kind.suffix}"
    hint = f"save it as a plain text file called {proper}, or move it out of {kind.location}/"
    if path.is_file() and (program := foreign_format(path.read_bytes())):
        hint = f"it is {program}: put its words into the form on the site, and move it out of {kind.location}/"
    elif _LEFT_OVER.search(path.name):
        hint = "delete it: a program left it beside the file that it was working on"
    elif path.suffix == ".json" and (fields := _fields_of_file(path)):
        lines = "\n".join(block(field, value, 0) for field, value in fields.items())
        hint = f"write it as YAML, in a file called {proper}, and delete this one:\n\n{lines}"
    elif (own := _kind_of_file(path)) and own is not kind:
        hint = f"it has the fields of an entry in {own.location}/: move it to {path.parent.parent.name}/{own.path(id_)}"
    elif path.suffix == ".md":
        pages = f"{path.parent.parent.name}/pages/{proper_id(path.stem)}.md"
        hint = f"move it to {pages} if it is a page; if not, write it in fields, as the files beside it, in {proper}"
    elif path.suffix == ".txt" and not _names_field(path, kind):
        hint = f"move it out of {path.parent.parent.name}/: it has no fields, and is no entry"
    elif path.suffix in (".yaml", ".txt") or path.suffix.lower() == kind.suffix:
        hint = f"rename it to {proper}"
    message = f"only files that end in `{kind.suffix}` belong here"
    return Diagnostic("unexpected-file", Location(name), message, hint)


def bad_name(path: Path, kind: Kind, name: str) -> Diagnostic:
    """Return the diagnostic of a file whose name can't be an id."""
    id_, place = proper_id(path.stem), Location(name)
    if is_device(path.stem):
        return bad_id(place, path.stem)
    original = re.sub(r"(-?copy(-of)?-?|-\d+)$|^copy-of-", "", id_)
    hint = f"rename the file to {id_}{kind.suffix}: only small letters without accents, digits and hyphens"
    if (path.parent / f"{id_}{kind.suffix}").exists():
        hint = f"move what is new in it into {id_}{kind.suffix}, which is there already, and delete this file"
    if original != id_ and (path.parent / f"{original}{kind.suffix}").exists():
        hint = f"delete it if it is a copy of {original}{kind.suffix}, or rename it to what it is about"
    return Diagnostic("bad-id", place, f"`{path.stem}` can't be an id", hint, topic=Name(path.stem))


def _names_field(path: Path, kind: Kind) -> bool:
    """Return whether a line of a file begins with the name of a field of a kind."""
    if not path.is_file() or path.stat().st_size > MAX_BYTES:
        return False
    text = path.read_bytes().decode("utf-8", "replace")
    return any(re.search(rf"(?mi)^\W*{name}\W*:", text) for name in fields_of(kind.entry))


def _kind_of_file(path: Path) -> Kind | None:
    """Return the kind of entry that a file holds, wherever it lies, or None where that can't be told."""
    return kind_of(_fields_of_file(path)) if path.suffix in (".yml", ".yaml") else None


def _fields_of_file(path: Path) -> dict[str, Any]:
    """Return the fields that stand in a file, or none where it can't be read."""
    if not path.is_file() or path.stat().st_size > MAX_BYTES:
        return {}
    document, _ = parse(path.name, path.read_bytes())
    data = as_data(document.root) if document else None
    return data if isinstance(data, dict) else {}
