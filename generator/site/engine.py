"""Runs the site engine beside the site's place, and puts the new site there only once it has passed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from generator.site.links import BrokenLink, broken_links
from generator.site.swap import draft_of, recover, swap

Engine = Callable[[Path, Path], int]


def mkdocs(config: Path, draft: Path) -> int:
    """Let MkDocs build a site into a folder, finished by the hook, and return its exit status."""
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
    return subprocess.run(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False).returncode


def build_site(config: Path, site: Path, engine: Engine = mkdocs) -> tuple[int, tuple[BrokenLink, ...]]:
    """Build the site beside its place, look it over, and put it in place if nothing is wrong.

    Args:
        config: The mkdocs.yml.
        site: Where the site is to stand.
        engine: What makes a finished site of the one in the folder of the other, and returns 0 where it had no fault.

    Returns:
        The site engine's exit status and the broken links.
    """
    recover(site)
    draft = draft_of(site)
    status = engine(config, draft)
    broken = broken_links(draft) if status == 0 else ()
    if status == 0 and not broken:
        swap(site)
    return status, broken
