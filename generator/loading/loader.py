"""Folders -> Content. Reads the files of a guide, and collects what is wrong with each on its own.

What one file says about another is none of this module's business: see `guide.py`.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from generator import model
from generator.diagnostics.diagnostic import Diagnostic, Location, in_order, listed
from generator.diagnostics.topics import Slip
from generator.loading import nodes
from generator.loading.content import Authored, Content, HandWritten
from generator.loading.decoding import decode
from generator.loading.front_matter import FRONT_MATTER, missing_front_matter
from generator.loading.ids import bad_id, is_id, proper_id
from generator.loading.misplacement import unwrapped, with_fields_in_place, with_listed_fields
from generator.loading.nodes import Document, as_data
from generator.loading.parser import MAX_BYTES, MAX_BYTES_OF_A_LIST, MAX_BYTES_OF_SETTINGS, parse
from generator.loading.recovery import recover
from generator.loading.stray_files import (
    backup,
    bad_name,
    foreign_ending,
    in_folder,
    in_root,
    is_backup,
    is_left_by_system,
)
from generator.loading.suggestions import CITED, cited, suggest
from generator.loading.validation_errors import field_errors, with_names_corrected
from generator.model import Kind
from generator.model.types import fields_of, required_of
from generator.model.ui_text import UiText
from generator.utils.parallel import parallel_map

# So many files are read by an idle core at once. To take over what it read takes a quarter of the time of reading it.
_FILES_PER_SHARE = 15

_SPLIT = "split it into several entries, or cut what isn't needed"
_CUT = "cut what isn't needed: it can't be split into several files"

T = TypeVar("T", bound=model.Entry)

# Where these are reported, the value that is read is not what the author meant.
_GUESSED = ("yaml-syntax", "anchor", "tag")


def load(folder: Path, *, partly: bool = False) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """Read a guide's folder.

    Args:
        folder: The folder that holds guide.yml.
        partly: Whether to return content of which guide.yml has errors, which is good for finding what it names.

    Returns:
        The content, or None where guide.yml or ui.yml can't be read, and all diagnostics, in order.
    """
    if not folder.is_dir():
        diagnostic = Diagnostic(
            "no-content",
            Location(folder.name),
            f"there is no folder called `{folder.name}`",
            "run the command in the project's folder, or name the folder with --content",
        )
        return None, (diagnostic,)
    reader = _Reader(folder)
    setup = reader.single("guide.yml", model.Setup)
    # Its words stand in all entries, and each of them would be told of a word that could not be read.
    ui_text = reader.ui_text(required=setup is not None and setup.whole and not setup.value.is_english)
    entries = {name: reader.entries(kind) for name, kind in model.KINDS.items()}
    reader.unexpected_files()
    diagnostics = in_order(reader.diagnostics)
    if setup is None or ui_text is None or not (setup.whole or partly):
        return None, diagnostics
    known = {name: frozenset(reader.misplaced.union(reader.known.get(name, ()))) for name in model.KINDS}
    return Content(setup, ui_text, entries, known, frozenset(reader.unread)), diagnostics


@lru_cache(maxsize=10_000)
def read_entry(
    path: str, id_: str, data: bytes, entry_type: type[T]
) -> tuple[Authored[T] | None, tuple[Diagnostic, ...]]:
    """Read a file that holds one entry. The same bytes are read once, so that one edit in a large guide is quick.

    Args:
        path: How to call the file in messages.
        id_: The entry's id.
        data: The file's bytes.
        entry_type: What it should be.

    Returns:
        The entry, or None where nothing can be made of the file, and what is wrong with it on its own.
    """
    document, diagnostics = parse(path, data)
    if document is None:
        return None, tuple(diagnostics)
    document, wrapped = unwrapped(document, entry_type)
    diagnostics = [*diagnostics, *wrapped]
    if not isinstance(document.root, nodes.Mapping):
        return None, (*diagnostics, _wrong_root(document, entry_type))
    entry, more = _validated(id_, document, entry_type)
    if wrapped and entry:
        entry = replace(entry, whole=False)
    return entry, (*diagnostics, *_first_hand(diagnostics, more))


def read_listed(
    path: str, id_: str, data: bytes, entry_type: type[T]
) -> tuple[Authored[T] | None, tuple[Diagnostic, ...]]:
    """Read one entry of a file that holds many, as `read_entry` does one that has a file of its own."""
    document, diagnostics = parse(path, data)
    if document is None or not isinstance(document.root, nodes.Mapping) or not document.root.get(id_):
        return None, tuple(diagnostics)
    entry, more = _validated(id_, document, entry_type, (id_,))
    return entry, (*diagnostics, *more)


def _validated(
    id_: str, document: Document, entry_type: type[T], field_path: tuple[str, ...] = ()
) -> tuple[Authored[T] | None, tuple[Diagnostic, ...]]:
    """Return one entry of a document, and what is wrong with it.

    Names of fields that are misspelt, and fields that start in the wrong column, are read as they are meant.
    """
    try:
        data = as_data(document.node(*field_path))
        return Authored(id_, entry_type.model_validate(data), document, field_path), ()
    except ValidationError as error:
        last = error
    diagnostics = list[Diagnostic]()
    corrections: tuple[Callable[[Document], tuple[Document, list[Diagnostic]]], ...] = (
        lambda document: with_fields_in_place(document, entry_type, field_path),
        lambda document: with_names_corrected(document, entry_type, field_path, last),
    )
    for correct in corrections if isinstance(data, dict) else ():
        document, more = correct(document)
        if not more:
            continue
        diagnostics += more
        data = as_data(document.node(*field_path))
        try:
            value = entry_type.model_validate(data)
            return Authored(id_, value, document, field_path, whole=False), tuple(diagnostics)
        except ValidationError as error:
            last = error
    diagnostics += field_errors(document, entry_type, field_path, last)
    recovered = recover(entry_type, data, last) if isinstance(data, dict) else None
    entry = None if recovered is None else Authored(id_, recovered, document, field_path, whole=False)
    return entry, tuple(diagnostics)


def _first_hand(diagnostics: Iterable[Diagnostic], more: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the diagnostics of an entry that do not follow from those of its file.

    A line that was corrected by guess says what its author did not write, and so does one that should bring something
    from elsewhere; and fields that should be copied from elsewhere are not missing.
    """
    guessed = {diagnostic.location.line for diagnostic in diagnostics if diagnostic.code in _GUESSED}
    copies = any(diagnostic.topic is Slip.COPY for diagnostic in diagnostics)
    for diagnostic in more:
        if diagnostic.location.line not in guessed and not (copies and diagnostic.code == "missing-field"):
            yield diagnostic


def _wrong_root(document: Document, entry_type: type[model.Entry]) -> Diagnostic:
    names = listed(f"`{name}: …`" for name in list(required_of(entry_type) or fields_of(entry_type))[:2])
    hint = f"begin each part on a line of its own with the name of its field, such as {names}"
    if issubclass(entry_type, tuple(kind.entry for kind in model.KINDS.values())):
        hint += ", or use the form on the site"
    return Diagnostic("wrong-type", document.at(), "the file has a text in it, but no fields", hint)


class _Reader:
    """Reads files below one folder and keeps the diagnostics."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        self.diagnostics: list[Diagnostic] = []
        self.known: dict[str, set[str]] = {}
        self.unread: set[str] = set()
        # Ids of entries in a place where they are not read: nobody who names them is to blame.
        self.misplaced: set[str] = set()

    def single(self, name: str, entry_type: type[T]) -> Authored[T] | None:
        """Read a file of which a guide has one."""
        path = self.root / name
        data = self._bytes(path, MAX_BYTES_OF_SETTINGS, _CUT)
        if data is None:
            return None
        entry, diagnostics = read_entry(self._name(path), name, data, entry_type)
        self._keep(name, diagnostics)
        return entry

    def ui_text(self, *, required: bool) -> Authored[UiText] | None:
        """Read ui.yml; where it is not required and not there, all texts are the defaults."""
        path = self.root / "ui.yml"
        if required or os.path.lexists(path):
            return self.single(path.name, UiText)
        nothing = Document(self._name(path), "", nodes.Mapping((), nodes.Span(0, 0, 0, 0)))
        return Authored(path.name, UiText(), nothing)

    def entries(self, kind: Kind) -> Mapping[str, Authored[Any]]:
        """Read all entries of a kind."""
        if kind.in_one_file:
            return self._listed(kind)
        if not kind.is_yaml:
            return self._pages(kind)
        return self._entries_of_files(kind)

    def _entries_of_files(self, kind: Kind) -> dict[str, Authored[Any]]:
        """Read the files of a kind that hold one entry each; idle cores read the last of many."""
        paths = list(self._files(kind))
        data = [(path, content) for path in paths if (content := self._bytes(path)) is not None]
        shares = [data[start : start + _FILES_PER_SHARE] for start in range(0, len(data), _FILES_PER_SHARE)]

        def read(number: int) -> list[tuple[Authored[Any] | None, tuple[Diagnostic, ...]]]:
            return [read_entry(self._name(path), path.stem, content, kind.entry) for path, content in shares[number]]

        read_files = chain.from_iterable(parallel_map(read, range(len(shares))))
        entries = {}
        for (path, _), (entry, diagnostics) in zip(data, read_files, strict=True):
            self._keep(path.stem, diagnostics)
            if entry:
                entries[path.stem] = entry
        return entries

    def _listed(self, kind: Kind) -> dict[str, Authored[Any]]:
        """Read a file that holds many entries, each under its id. A guide may do without the file."""
        ids = self.known.setdefault(kind.name, set())
        path = self.root / kind.location
        if not os.path.lexists(path):
            return {}
        data = self._bytes(path, MAX_BYTES_OF_A_LIST, _CUT)
        document, diagnostics = (None, []) if data is None else parse(self._name(path), data)
        self.diagnostics += diagnostics
        if document is None or not isinstance(document.root, nodes.Mapping):
            self.unread.add(kind.name)
            self.diagnostics += [] if document is None else [_wrong_root(document, kind.entry)]
            return {}
        if any(diagnostic.code == "duplicate-key" and diagnostic.location.column == 1 for diagnostic in diagnostics):
            self.unread.add(kind.name)
        document, misplaced = with_listed_fields(document, kind.entry)
        self.diagnostics += misplaced
        entries = {}
        for id_ in as_data(document.root):
            ids.add(proper_id(id_))
            place = document.at(id_, key=True)
            if not is_id(id_) and (reference := cited(document.written(id_), kind.entry)):
                self.diagnostics.append(suggest("bad-id", place, CITED, reference))
                continue
            if not is_id(id_):
                self.diagnostics.append(bad_id(place, id_))
            entry, more = _validated(id_, document, kind.entry, (id_,))
            self.diagnostics += _first_hand(diagnostics, more)
            if entry and is_id(id_):
                entries[id_] = entry
        return entries

    def _pages(self, kind: Kind) -> dict[str, HandWritten]:
        pages = {}
        for path in self._files(kind):
            data = self._bytes(path)
            if data is None:
                continue
            text, diagnostics = decode(self._name(path), data)
            self.diagnostics += diagnostics
            head = text and FRONT_MATTER.match(text)
            if text is None:
                continue
            if not head:
                line, message, hint = missing_front_matter(text)
                self.diagnostics.append(Diagnostic("no-head", Location(self._name(path), line), message, hint))
                continue
            # Three spaces take the place of the opening `---`, so that all positions are those of the whole file.
            entry, more = read_entry(self._name(path), path.stem, f"   \n{head[1]}".encode(), model.Page)
            self.diagnostics += more
            if entry:
                document = Document(entry.document.path, text, entry.document.root)
                pages[path.stem] = HandWritten(entry.id, entry.value, document, whole=entry.whole, body=head[2])
        return pages

    def unexpected_files(self) -> None:
        """Report what lies in the guide's folder and belongs to no kind of content."""
        known = {kind.location for kind in model.KINDS.values()} | {"guide.yml", "ui.yml", "LICENSE", "README.md"}
        for path in sorted(self.root.iterdir()):
            if path.name not in known and not is_left_by_system(path.name):
                diagnostics, ids = in_root(path, self._name(path))
                self.diagnostics += diagnostics
                self.misplaced |= ids

    def _files(self, kind: Kind) -> Iterator[Path]:
        """Yield the files of a kind, and report what lies beside them and should not."""
        name, suffix = kind.location, kind.suffix
        folder = self.root / name
        ids = self.known.setdefault(kind.name, set())
        if not folder.is_dir():
            if os.path.lexists(folder):
                hint = f"make {name} a folder of {suffix} files"
                self._report(folder, "not-a-folder", f"`{name}` is not a folder", hint)
            return
        for path in sorted(folder.iterdir()):
            if is_left_by_system(path.name):
                continue
            if is_backup(path.name):  # the site is none the worse for it, and editors make one at each save
                self.diagnostics.append(backup(self._name(path)))
            elif path.suffix == suffix and is_id(path.stem):
                ids.add(path.stem)
                yield path
            elif (
                path.suffix in (".yml", ".yaml", ".md")
                and (folder / f"{path.stem}{suffix}").exists()
                and path.suffix != suffix
            ):
                self._report(
                    path, "duplicate-id", f"`{path.stem}` exists twice", f"keep {path.stem}{suffix}, delete this file"
                )
            elif path.suffix == suffix:
                ids.add(proper_id(path.stem))
                self.diagnostics.append(bad_name(path, kind, self._name(path)))
            elif path.is_dir():
                self.misplaced |= {file.stem for file in path.rglob("*") if file.is_file()}
                self.diagnostics += in_folder(path, kind, self._name(path))
            else:
                ids.add(proper_id(path.name.split(".")[0]))
                self.diagnostics.append(foreign_ending(path, kind, self._name(path)))

    def _keep(self, id_: str, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep what is wrong with the file of an entry."""
        self.diagnostics += diagnostics
        if any(diagnostic.code == "wrong-folder" for diagnostic in diagnostics):
            self.misplaced.add(id_)

    def _bytes(self, path: Path, most_bytes: int = MAX_BYTES, hint: str = _SPLIT) -> bytes | None:
        name = path.name
        try:
            if path.is_symlink() and path.exists():
                message, hint = f"`{name}` is a link to another file", "put a file of its own in its place"
                self._report(path, "not-a-file", message, hint)
            elif path.is_dir():
                self._report(path, "not-a-file", f"`{name}` is a folder", "put a file in its place")
            elif (size := path.stat().st_size) > most_bytes:
                message = f"{size:,} bytes, where {most_bytes:,} are allowed"
                self._report(path, "too-large", message, hint)
            elif not path.is_file():
                self._report(
                    path, "not-a-file", f"`{name}` is not an ordinary file", "put an ordinary file in its place"
                )
            else:
                return path.read_bytes()
        except FileNotFoundError:
            if path.is_symlink():
                self._report(path, "unreadable", f"`{name}` points to nothing", "put the file itself in its place")
            else:
                self._report(path, "missing-file", f"there is no `{name}`", f"add {self._name(path)}")
        except OSError as error:
            reason = error.strerror or "it can't be read"
            self._report(
                path, "unreadable", f"`{name}` can't be read: {reason.lower()}", "replace it with an ordinary file"
            )
        return None

    def _report(self, path: Path, code: str, message: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic(code, Location(self._name(path)), message, hint))

    def _name(self, path: Path) -> str:
        return f"{self.root.name}/{path.relative_to(self.root).as_posix()}"
