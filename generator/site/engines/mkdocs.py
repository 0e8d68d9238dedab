"""Makes a finished site with MkDocs, whose hook makes the pages and finishes the site."""

import os
import subprocess
import sys
from pathlib import Path


def build(config: Path, draft: Path) -> int:
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
