"""The report that the unprivileged half of the checks leaves behind. Whoever wrote the pull request wrote it too.

So nothing in it is believed: it is read into memory up to a size, and each part has to have its shape or counts as
missing.
"""

import io
import json
import zipfile
from dataclasses import dataclass
from typing import Any

MOST_BYTES = 1_000_000
_MOST_FAULTS = 2_000


@dataclass(frozen=True, slots=True)
class Fault:
    """One diagnostic, as `check --format json` prints it, with those parts that a comment shows."""

    path: str
    line: int
    severity: str
    message: str
    hint: str
    in_changed_file: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks found. A part that is missing or broken is None."""

    diff: str | None = None
    diagnostics: tuple[Fault, ...] | None = None


def read_report(archive: bytes) -> Report:
    """Return the report in an archive; whatever is wrong with it, there is a report, if an empty one."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as zipped:
            parts = {name: _member(zipped, name) for name in ("diff.md", "check.json")}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return Report()
    return Report(parts["diff.md"] or None, _faults(parts["check.json"]))


def _member(zipped: zipfile.ZipFile, name: str) -> str | None:
    """Return the text of a file in an archive; None where it isn't there or is larger than a report ever is."""
    if name not in zipped.namelist():
        return None
    with zipped.open(name) as file:
        data = file.read(MOST_BYTES + 1)  # what an archive says about sizes is a claim too
    return data.decode("utf-8", "replace") if len(data) <= MOST_BYTES else None


def _faults(text: str | None) -> tuple[Fault, ...] | None:
    try:
        found = json.loads(text or "")
        return tuple(_fault(item) for item in found[:_MOST_FAULTS])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _fault(item: dict[str, Any]) -> Fault:
    place = item["location"]
    texts = (place["path"], item["severity"], item["message"], item["hint"])
    if not all(isinstance(text, str) for text in texts) or type(place["line"]) is not int:
        raise TypeError
    changed = item.get("changed", True) is not False
    return Fault(place["path"], place["line"], item["severity"], item["message"], item["hint"], changed)
