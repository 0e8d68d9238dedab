"""Builds a site with MkDocs, whose plugin generates the pages and finishes the site."""

import os
import subprocess
import sys
from pathlib import Path


def build(config: Path, draft: Path) -> int:
    """Let MkDocs and the plugin build a site into a folder, and return its exit status."""
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
    # MkDocs advertises its successors otherwise.
    return subprocess.run(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False).returncode
