"""Files by path, and how one is written: atomically, and only where its bytes change."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

# What is in some files, by path below a folder.
Files: TypeAlias = Mapping[str, bytes]


def put(target: Path, data: bytes) -> bool:
    """Write a file atomically, unless it has these bytes already, and return whether it was written.

    Two writers of the same file at the same time would share its draft; locks keep them apart.
    """
    if _holds(target, data):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.new")
    draft.write_bytes(data)
    if target.exists():
        shutil.copymode(target, draft)
    draft.replace(target)
    return True


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.stat().st_size == len(data) and target.read_bytes() == data
    except OSError:
        return False
