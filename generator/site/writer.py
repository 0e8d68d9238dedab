"""Writes the docs folder: only what changed.

The folder that is written belongs to the generator alone; whatever else stands in it is deleted, but for the
.gitignore by which a fresh clone has the folder: the site engine wants to see it before it calls the generator.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.utils.fs import put

KEPT = ".gitignore"

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Changes:
    """What writing a folder changed: how many files were written, deleted and left alone."""

    written: int
    deleted: int
    kept: int


def write(made: Files, folder: Path) -> Changes:
    """Make a folder hold exactly the given files.

    A file whose bytes are the same is not touched, so that whoever watches the folder sees only what changed.
    """
    written = kept = 0
    for path, data in made.items():
        if put(folder / path, data):
            written += 1
        else:
            kept += 1
    return Changes(written, _delete_all_but(made, folder), kept)


def _delete_all_but(made: Files, folder: Path) -> int:
    deleted = 0
    for root, directories, names in os.walk(folder, topdown=False):
        for name in names:
            path = Path(root, name)
            if name != KEPT and path.relative_to(folder).as_posix() not in made:
                path.unlink()
                deleted += 1
        for name in directories:
            path = Path(root, name)
            if not path.is_symlink() and not any(path.iterdir()):
                path.rmdir()
    return deleted
