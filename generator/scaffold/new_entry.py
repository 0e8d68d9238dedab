"""A new entry of a guide: its id, its file, what is wrong with it, and writing it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from generator.diagnostics.diagnostic import Diagnostic, Location, in_order
from generator.linting import judge
from generator.loading import (
    MAX_BYTES,
    MAX_BYTES_OF_A_LIST,
    Authored,
    Content,
    bad_id,
    is_device,
    is_id,
    proper_id,
    read_entry,
    read_listed,
)
from generator.model import KINDS, LONGEST_ID, Kind
from generator.scaffold.yaml_writer import tidy, to_yaml
from generator.schema.json_schema import editor_line
from generator.utils.fs import put

_LINE_END = re.compile(rb"(?<=\n)|(?<=\r)(?!\n)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry is to be written: the guide's content folder, the kind of entry, and its id."""

    content: Path
    kind: str
    id: str

    @property
    def file(self) -> Path:
        """The file that holds the entry."""
        return self.content / _kind(self).path(self.id)

    @property
    def name(self) -> str:
        """What messages call that file."""
        return f"{self.content.name}/{_kind(self).path(self.id)}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry as it would be written: the bytes of its file, the entry read from them, and what is wrong with it."""

    place: Place
    data: bytes
    entry: Authored[Any] | None
    diagnostics: tuple[Diagnostic, ...]


def suggested_id(kind: str, data: Mapping[str, Any]) -> str:
    """Return an id made from what names an entry: its title, or such as the first author and the year of a source."""
    name = " ".join(_name_part(data.get(field) or "") for field in KINDS[kind].named_after)
    id_ = proper_id(name, kind)
    return f"{id_}-{kind}" if is_device(id_) else id_


def _name_part(value: Any) -> str:
    """Return a text, or the last name of the first person or body of a list."""
    if not isinstance(value, list):
        return str(value)
    return str(value[0]).split(" (")[0].split(",")[0] if value else ""


def id_errors(place: Place, *, force: bool = False) -> list[Diagnostic]:
    """Return why an entry can't have its id: it is not an id, no file can have that name, or it is taken.

    Args:
        place: The entry's place.
        force: Whether it may replace an entry.
    """
    location = Location(place.name)
    if is_device(place.id):
        hint = f"choose another, such as `{place.id}-{place.kind}`"
        return [Diagnostic("bad-id", location, f"Windows can't have a file called `{place.id}`", hint)]
    if not is_id(place.id) or len(place.id) > LONGEST_ID:
        return [bad_id(Location(f"{place.content.name}/{_kind(place).location}"), place.id[: 2 * LONGEST_ID])]
    hint = "choose another id with --id, or replace the entry with --force"
    duplicate = [Diagnostic("taken-id", location, f"there is a {place.kind} called `{place.id}` already", hint)]
    if _kind(place).in_one_file:
        return duplicate if not force and _lines_of(place.id, _bytes(place.file)) else []
    for path in place.file.parent.glob("*"):
        if path.name != place.file.name and path.name.casefold().partition(".")[0] == place.id:
            hint = f"choose another id, or rename {path.name}"
            return [Diagnostic("taken-id", location, f"on some systems `{path.name}` is the same file", hint)]
    return duplicate if not force and place.file.exists() else []


def propose(content: Content, place: Place, data: Mapping[str, Any], today: date | None = None) -> Proposal:
    """Return an entry as it would be written, and what would be wrong with it in the guide.

    Args:
        content: The guide.
        place: Where the entry is to be written, with a valid id.
        data: Its fields: texts, numbers, lists and mappings.
        today: The date from which the age of reviews is counted; by default the current one.
    """
    kind = _kind(place)
    file = file_with(place, data)
    read = read_listed if kind.in_one_file else read_entry
    entry, errors = read(place.name, place.id, file, kind.entry)
    diagnostics = [*_too_large(place, file), *errors]
    if entry:
        entries = {**content.entries, kind.name: {**content.entries[kind.name], place.id: entry}}
        ids = {**content.known, kind.name: content.known[kind.name] | {place.id}}
        with_entry = replace(content, entries=entries, known=ids)
        diagnostics = [*judge(with_entry, diagnostics, today or datetime.now(UTC).date()).diagnostics]
    lines = _lines_of(place.id, file) if kind.in_one_file else None
    own = [
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.location.path == place.name and (lines is None or diagnostic.location.line in lines)
    ]
    return Proposal(place, file, entry, in_order(own))


def file_with(place: Place, data: Mapping[str, Any]) -> bytes:
    """Return the bytes of the file that holds an entry; everything else in it is unchanged."""
    kind = _kind(place)
    if not kind.in_one_file:
        return _encoded(editor_line(place.kind) + to_yaml(tidy(data), kind.entry))
    current = _bytes(place.file) or _encoded(editor_line(kind.plural))
    newline = "\r\n" if b"\r\n" in current else "\n"
    # Known only here, at run time, which a type checker can't follow.
    entries_type = dict[str, kind.entry]  # type: ignore[name-defined]
    block = _encoded(to_yaml({place.id: tidy(data)}, entries_type).replace("\n", newline))
    if lines := _lines_of(place.id, current):
        all_lines = _LINE_END.split(current)
        return b"".join([*all_lines[: lines.start - 1], block, *all_lines[lines.stop - 1 :]])
    gap = newline if current.endswith((b"\n", b"\r")) else newline + newline
    return current + gap.encode() + block


def write(proposal: Proposal) -> Path:
    """Write a proposed entry, completely or not at all, and return the path of its file."""
    put(proposal.place.file, proposal.data)
    return proposal.place.file


def _kind(place: Place) -> Kind:
    return KINDS[place.kind]


def _too_large(place: Place, data: bytes) -> list[Diagnostic]:
    limit = MAX_BYTES_OF_A_LIST if _kind(place).in_one_file else MAX_BYTES
    if len(data) <= limit:
        return []
    message = f"{len(data):,} bytes, where {limit:,} are allowed"
    return [Diagnostic("too-large", Location(place.name), message, "cut what isn't needed")]


def _encoded(text: str) -> bytes:
    # Half a surrogate pair, which JSON may hold, becomes bytes that the reader refuses with a message.
    return text.encode("utf-8", "surrogatepass")


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _lines_of(id_: str, data: bytes) -> range | None:
    """Return the lines of an entry in a file of many, counted from 1, or None where it is not there."""
    lines = _LINE_END.split(data)
    name = re.compile(f"(?:\ufeff)?([\"']?){re.escape(id_)}\\1\\s*:(\\s|$)".encode())
    start = next((number for number, line in enumerate(lines) if name.match(line)), None)
    if start is None:
        return None
    end = start + 1
    for number, line in enumerate(lines[start + 1 :], start + 1):
        if line[:1] not in (b" ", b"\t", b"\r", b"\n", b""):
            break
        if line.strip():
            end = number + 1
    return range(start + 1, end + 1)
