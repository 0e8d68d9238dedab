"""Folders -> Content. Reads the files of a guide, and collects what is wrong with each on its own.

What one file says about another is none of this module's business: see `guide.py`.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from generator import model
from generator.diagnostics.diagnostic import Diagnostic, Location, did_you_mean, in_order
from generator.loading import nodes
from generator.loading.front_matter import HEAD, without_head
from generator.loading.nodes import Document, as_data
from generator.loading.parser import MOST_BYTES, MOST_BYTES_OF_A_LIST, decode, parse
from generator.loading.recovery import salvage
from generator.loading.validation_errors import ID, bad_id, field_errors, proper_id
from generator.model.ui_text import UiText
from generator.model.walk import FieldPath, texts

T = TypeVar("T", bound=model.Entry)


@dataclass(frozen=True, eq=False)
class Authored(Generic[T]):
    """An entry together with where its author wrote it.

    `field_path` leads to it inside its document. An entry that is not `whole` has stand-ins for what could not be read;
    it is good for finding its other errors, and for nothing else.
    """

    id: str
    value: T
    document: Document
    field_path: tuple[str, ...] = ()
    whole: bool = True

    @cached_property
    def texts(self) -> tuple[tuple[FieldPath, str], ...]:
        """Every text of the entry, with the keys and indexes that lead to it."""
        return tuple(texts(self.value))

    def at(self, *steps: str | int, key: bool = False) -> Location:
        """Return where a field of the entry stands; with `key`, where its name stands."""
        return self.document.at(*self.field_path, *steps, key=key)

    def find(self, fragment: str, *steps: str | int) -> Location:
        """Return where a fragment of a field's text stands."""
        return self.document.find(fragment, *self.field_path, *steps)


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A page written by hand: its head and the Markdown below it."""

    head: Authored[model.Page]
    body: str

    def find(self, fragment: str) -> Location:
        """Return where a fragment of the body stands."""
        document = self.head.document
        start = document.text.find(fragment, len(document.text) - len(self.body))
        return document.locate(document.span(start, start + len(fragment)))


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that could be read, by id. `known` also holds the ids of entries that could not."""

    setup: Authored[model.Setup]
    ui_text: Authored[UiText]
    causes: Mapping[str, Authored[model.Cause]]
    actions: Mapping[str, Authored[model.Action]]
    questions: Mapping[str, Authored[model.Question]]
    myths: Mapping[str, Authored[model.Myth]]
    cases: Mapping[str, Authored[model.Case]]
    sources: Mapping[str, Authored[model.Source]]
    pages: Mapping[str, HandWritten]
    known: Mapping[str, frozenset[str]]


def load(folder: Path) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """Read a guide's folder.

    Args:
        folder: The folder that holds guide.yml.

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
    ui_text = reader.ui_text(required=setup is not None and not setup.value.is_english)
    entries: dict[str, Any] = {kind: reader.folder(kind, entry_type) for kind, entry_type in model.FOLDERS.items()}
    sources = reader.listing("sources.yml", model.Source)
    pages = reader.pages()
    reader.strangers()
    diagnostics = in_order(reader.diagnostics)
    if setup is None or ui_text is None:
        return None, diagnostics
    known = {kind: frozenset(ids) for kind, ids in reader.known.items()}
    return Content(setup, ui_text, sources=sources, pages=pages, known=known, **entries), diagnostics


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
    if not isinstance(document.root, nodes.Mapping):
        return None, (*diagnostics, _wrong_root(document))
    entry, more = _validated(id_, document, entry_type, as_data(document.root))
    return entry, (*diagnostics, *more)


def read_listed(
    path: str, id_: str, data: bytes, entry_type: type[T]
) -> tuple[Authored[T] | None, tuple[Diagnostic, ...]]:
    """Read one entry of a file that holds many, as `read_entry` does one that has a file of its own."""
    document, diagnostics = parse(path, data)
    raw = as_data(document.root).get(id_) if document and isinstance(document.root, nodes.Mapping) else None
    if document is None or raw is None:
        return None, tuple(diagnostics)
    entry, more = _validated(id_, document, entry_type, raw, (id_,))
    return entry, (*diagnostics, *more)


def _validated(
    id_: str, document: Document, entry_type: type[T], data: Any, field_path: tuple[str, ...] = ()
) -> tuple[Authored[T] | None, tuple[Diagnostic, ...]]:
    try:
        return Authored(id_, entry_type.model_validate(data), document, field_path), ()
    except ValidationError as error:
        diagnostics = tuple(field_errors(document, entry_type, field_path, error))
        value = salvage(entry_type, data, error) if isinstance(data, dict) else None
        return (None if value is None else Authored(id_, value, document, field_path, whole=False)), diagnostics


def _wrong_root(document: Document) -> Diagnostic:
    hint = "write one field a line, each as `name: value`"
    return Diagnostic("wrong-type", document.at(), "the file is not made of named fields", hint)


class _Reader:
    """Reads files below one folder and keeps the diagnostics."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        self.diagnostics: list[Diagnostic] = []
        self.known: dict[str, set[str]] = {}

    def single(self, name: str, entry_type: type[T]) -> Authored[T] | None:
        entry = self._entry(self.root / name, name, entry_type)
        return entry if entry and entry.whole else None

    def ui_text(self, *, required: bool) -> Authored[UiText] | None:
        """Read ui.yml; where it is not required and not there, all texts are the defaults."""
        path = self.root / "ui.yml"
        if required or os.path.lexists(path):
            return self.single(path.name, UiText)
        nothing = Document(self._name(path), "", nodes.Mapping((), nodes.Span(0, 0, 0, 0)))
        return Authored(path.name, UiText(), nothing)

    def folder(self, kind: str, entry_type: type[T]) -> dict[str, Authored[T]]:
        entries: dict[str, Authored[T]] = {}
        for path in self._files(kind, ".yml"):
            if entry := self._entry(path, path.stem, entry_type):
                entries[path.stem] = entry
        return entries

    def listing(self, name: str, entry_type: type[T]) -> dict[str, Authored[T]]:
        """Read a file that holds many entries, each under its id. A guide may do without the file."""
        ids = self.known.setdefault(Path(name).stem, set())
        path = self.root / name
        data = self._bytes(path, MOST_BYTES_OF_A_LIST) if os.path.lexists(path) else None
        if data is None:
            return {}
        document, diagnostics = parse(self._name(path), data)
        self.diagnostics += diagnostics
        if document is None:
            return {}
        if not isinstance(document.root, nodes.Mapping):
            self.diagnostics.append(_wrong_root(document))
            return {}
        entries = {}
        for id_, raw in as_data(document.root).items():
            ids.add(proper_id(id_))
            if not ID.match(id_):
                self.diagnostics.append(bad_id(document.at(id_, key=True), id_))
                continue
            entry, more = _validated(id_, document, entry_type, raw, (id_,))
            self.diagnostics += more
            if entry:
                entries[id_] = entry
        return entries

    def pages(self) -> dict[str, HandWritten]:
        pages = {}
        for path in self._files("pages", ".md"):
            data = self._bytes(path, MOST_BYTES)
            if data is None:
                continue
            text, diagnostics = decode(self._name(path), data)
            self.diagnostics += diagnostics
            head = text and HEAD.match(text)
            if text is None:
                continue
            if not head:
                self._report(path, "no-head", *without_head(text))
                continue
            # Three spaces take the place of the opening `---`, so that all positions are those of the whole file.
            entry, more = read_entry(self._name(path), path.stem, f"   \n{head[1]}".encode(), model.Page)
            self.diagnostics += more
            if entry:
                in_file = replace(entry, document=Document(entry.document.path, text, entry.document.root))
                pages[path.stem] = HandWritten(in_file, head[2])
        return pages

    def strangers(self) -> None:
        """Report what lies in the guide's folder and belongs to no kind of content."""
        folders = [*model.FOLDERS, "pages"]
        known = {*folders, "guide.yml", "ui.yml", "sources.yml", "LICENSE", "README.md"}
        for path in sorted(self.root.iterdir()):
            if path.name in known or path.name.startswith(".") or path.name.endswith("~"):
                continue
            guess = did_you_mean(path.name, folders)
            hint = f"the folders are: {', '.join(folders)}; move it into one of them, or out of {self.root.name}/"
            place = Location(self._name(path))
            message = f"nothing called `{path.name}` is read here" + (f"; {guess}" if guess else "")
            self.diagnostics.append(Diagnostic("unexpected-file", place, message, hint))

    def _files(self, kind: str, suffix: str) -> Iterator[Path]:
        """Yield the files of a kind, and report what lies beside them and should not."""
        folder = self.root / kind
        ids = self.known.setdefault(kind, set())
        if not folder.is_dir():
            if os.path.lexists(folder):
                self._report(
                    folder, "not-a-folder", f"`{kind}` is not a folder", f"make {kind} a folder of {suffix} files"
                )
            return
        for path in sorted(folder.iterdir()):
            if path.name.startswith(".") or path.name.endswith("~"):
                continue
            if path.suffix == suffix and ID.match(path.stem):
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
                self.diagnostics.append(bad_id(Location(self._name(path)), path.stem))
            elif path.is_dir():
                hint = f"move its files up into {kind}/ and delete the folder"
                self._report(path, "unexpected-file", f"{kind}/ has no folders inside", hint)
            else:
                name = f"{proper_id(path.name.split('.')[0])}{suffix}"
                hint = f"save it as a plain text file called {name}, or move it out of {kind}/"
                self._report(path, "unexpected-file", f"only files that end in `{suffix}` belong here", hint)

    def _entry(self, path: Path, id_: str, entry_type: type[T]) -> Authored[T] | None:
        data = self._bytes(path, MOST_BYTES)
        if data is None:
            return None
        entry, diagnostics = read_entry(self._name(path), id_, data, entry_type)
        self.diagnostics += diagnostics
        return entry

    def _bytes(self, path: Path, most_bytes: int) -> bytes | None:
        name = path.name
        try:
            if path.is_dir():
                self._report(path, "not-a-file", f"`{name}` is a folder", "put a file in its place")
            elif (size := path.stat().st_size) > most_bytes:
                message = f"{size:,} bytes, where {most_bytes:,} are allowed"
                self._report(path, "too-large", message, "split it into several entries, or cut what isn't needed")
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
