"""What the site's form sends as an issue -> the files of a proposal, each below a line `# File: PATH`.

Comments above the first of these lines are for those who read the issue.

A file of its own may only be a new one. An entry of a file that holds many becomes an insert, so that nothing which
others add to that file meanwhile is lost, and two that are added at once seldom meet at the same line.
"""

import re
from dataclasses import dataclass, field

import yaml

from generator import model

FORM = "send-a-proposal"
_MOST_CHARACTERS = 60_000
_HEAD = re.compile(r"^# File: *(content/[a-z]+(?:/[a-z0-9-]{1,60})?\.yml) *$", re.MULTILINE)
# A word to those who look after the guide may stand above the first path.
_COMMENT = re.compile(r"^#.*$", re.MULTILINE)
_FENCE = re.compile(r"^\s*```.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """New files by path, entries to insert by path and id, and the path and kind of each that was named last."""

    files: dict[str, str] = field(default_factory=dict)
    inserts: dict[str, dict[str, str]] = field(default_factory=dict)
    kind: str = ""
    title: str = ""


def proposal_of(text: str) -> Proposal | None:
    """Return the proposal that a text holds, or None where it can't be read as one."""
    parts = _HEAD.split(_FENCE.sub("", text))
    if len(text) > _MOST_CHARACTERS or len(parts) < 3 or _COMMENT.sub("", parts[0]).strip():  # noqa: PLR2004 (text, path, text)
        return None
    files: dict[str, str] = {}
    inserts: dict[str, dict[str, str]] = {}
    kind, title = "", ""
    for path, body in zip(parts[1::2], parts[2::2], strict=True):
        entry_text = body.strip("\n") + "\n"
        kind = kind_of(path)
        if not kind or path in files:
            return None
        if model.KINDS[kind].in_one_file:
            blocks = _blocks(entry_text)
            if not blocks:
                return None
            inserts.setdefault(path, {}).update(blocks)
            title = next(reversed(blocks))
        else:
            files[path] = entry_text
            title = path.rpartition("/")[2].removesuffix(".yml")
    return Proposal(files, inserts, kind, title)


def kind_of(path: str) -> str:
    """Return the kind of the entries at a path, or an empty string where entries have no such path."""
    folder = path.removeprefix("content/")
    for name, kind in model.yaml_kinds().items():
        if folder == kind.location or (not kind.in_one_file and folder.rpartition("/")[0] == kind.location):
            return name
    return ""


def _blocks(text: str) -> dict[str, str]:
    """Return the text of each entry by its id, or nothing where the text holds something else."""
    try:
        ids = list(yaml.safe_load(text) or {})
    except (yaml.YAMLError, TypeError, ValueError, RecursionError):
        return {}
    parts = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    blocks = {part.partition(":")[0].strip(): part.rstrip("\n") + "\n" for part in parts if part.strip()}
    return blocks if list(blocks) == ids and all(re.fullmatch(r"[a-z0-9-]{1,60}", id_) for id_ in blocks) else {}
