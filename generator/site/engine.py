"""Runs the site engine beside the site's place, and puts the new site there only once it has passed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.site.links import BrokenLink, broken_links


def build_site(config: Path, site: Path) -> tuple[int, tuple[BrokenLink, ...]]:
    """Build the site beside its place, look it over, and put it in place if nothing is wrong.

    Args:
        config: The mkdocs.yml.
        site: Where the site is to stand.

    Returns:
        The site engine's exit status (0 where it had no fault) and the broken links.
    """
    draft = site.with_name(f".{site.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        str(config),
        "--site-dir",
        str(draft),
    ]
    # The engine runs in a process of its own, and says "no" to advertisements of its successors.
    status = subprocess.run(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False).returncode
    broken = broken_links(draft) if status == 0 else ()
    if status == 0 and not broken:
        _swap(draft, site)
    return status, broken


def _swap(draft: Path, site: Path) -> None:
    old = site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    draft.rename(site)
    shutil.rmtree(old, ignore_errors=True)
