"""Puts a finished folder in the place of another by two renames; docs/decisions/swap.md says what that leaves open."""

import shutil
from pathlib import Path


def draft_of(site: Path) -> Path:
    """Return the folder beside a site's place in which its next state is made."""
    return site.with_name(f".{site.name}.new")


def recover(site: Path) -> None:
    """Delete what a killed build left beside a site's place; between the two renames it left the last site there."""
    old = _old_of(site)
    if old.exists() and not site.exists():
        old.rename(site)
    for leftover in (old, draft_of(site)):
        shutil.rmtree(leftover, ignore_errors=True)


def swap(site: Path) -> None:
    """Put the draft of a site in its place, and delete what stood there.

    Raises:
        OSError: A folder can't be renamed.
    """
    old = _old_of(site)
    if site.exists():
        site.rename(old)
    draft_of(site).rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _old_of(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")
