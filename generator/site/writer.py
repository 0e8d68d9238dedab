"""Writes the docs folder: only what changed.

The folder belongs to the generator alone. Whatever else stands in it is deleted, except the .gitignore that
keeps the folder in a fresh clone: the site engine looks for it before it calls the generator.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from generator.utils.fs import Files, put

GITIGNORE = ".gitignore"


@dataclass(frozen=True, slots=True)
class Changes:
    """How many files were written, deleted and left alone."""

    written: int
    deleted: int
    unchanged: int


def write(files: Files, folder: Path) -> Changes:
    """Make a folder hold exactly the given files, by path below it.

    A file whose bytes are the same is not touched, so that whoever watches the folder sees only what changed.
    """
    writes = sum(put(folder / path, data) for path, data in files.items())
    deleted = _delete_all_but(files, folder)
    return Changes(written=writes, deleted=deleted, unchanged=len(files) - writes)


def _delete_all_but(files: Files, folder: Path) -> int:
    deleted = 0
    for root, directories, names in os.walk(folder, topdown=False):
        for name in names:
            path = Path(root, name)
            if name != GITIGNORE and path.relative_to(folder).as_posix() not in files:
                path.unlink()
                deleted += 1
        for name in directories:
            path = Path(root, name)
            if not path.is_symlink() and not any(path.iterdir()):
                path.rmdir()
    return deleted
