"""Puts a finished folder in the place of another in one step, so that whoever looks sees the one or the other, whole.

Linux and macOS can exchange two folders. Elsewhere the old folder is renamed first, and a process that ends between
the two renames leaves no folder: `recover` puts the old one back.
"""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_FROM_WORKING_FOLDER = -100  # AT_FDCWD of Linux
_EXCHANGE_ON_LINUX = 2  # RENAME_EXCHANGE
_EXCHANGE_ON_MACOS = 2  # RENAME_SWAP


def draft_of(site: Path) -> Path:
    """Return the folder beside a site's place in which its next state is made."""
    return site.with_name(f".{site.name}.new")


def recover(site: Path) -> None:
    """Clear away what a killed process left beside a site's place, and put the last site back if it is gone."""
    old = _old_of(site)
    if old.exists() and not site.exists():
        old.rename(site)
    for leftover in (old, draft_of(site)):
        shutil.rmtree(leftover, ignore_errors=True)


def swap(site: Path) -> None:
    """Put the draft of a site in its place, and delete what stood there.

    Raises:
        OSError: The folder can't be renamed.
    """
    draft = draft_of(site)
    if not site.exists():
        draft.rename(site)
    elif exchanged(draft, site):
        shutil.rmtree(draft)
    else:
        site.rename(_old_of(site))
        draft.rename(site)
        shutil.rmtree(_old_of(site))


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, and return whether that was done: not every system and disk can."""
    try:
        c = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return not c.renamex_np(os.fsencode(one), os.fsencode(other), _EXCHANGE_ON_MACOS)
        here = _FROM_WORKING_FOLDER
        return not c.renameat2(here, os.fsencode(one), here, os.fsencode(other), _EXCHANGE_ON_LINUX)
    except (AttributeError, OSError, TypeError):  # no such function, or Windows, which has no library of this name
        return False


def _old_of(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")
