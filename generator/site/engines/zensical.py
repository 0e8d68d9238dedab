"""Builds a site with Zensical, which has no hooks (see `hookless.py`).

Zensical runs in a folder of its own, with settings and overrides as it wants them. It could read mkdocs.yml, but it
joins inherited lists where MkDocs replaces them, takes one folder of overrides, and writes only below its settings.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.site.config import as_yaml
from generator.site.engines.hookless import MissingEngineError
from generator.utils.resources import resource

# The release that tests/test_engines.py holds against MkDocs; pyproject.toml names the same.
VERSION = "0.0.73"


class NotInstalledError(MissingEngineError):
    """Zensical is not installed; the message says what to type."""

    def __str__(self) -> str:
        return f"Zensical is not installed.\nType: {sys.executable} -m pip install zensical=={VERSION}"


def run(settings: Mapping[str, Any], base: Path, docs: Path, site: Path) -> int:
    """Let Zensical build a site, and return its exit status, which is 1 where it has a warning as well.

    Args:
        settings: The mkdocs.yml.
        base: The folder in which it stands.
        docs: The pages.
        site: The folder to write, which does not exist yet.

    Raises:
        NotInstalledError: Zensical is not installed.
    """
    if find_spec("zensical") is None:
        raise NotInstalledError
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        shutil.copytree(docs, project / "docs")
        theme = _theme(settings)
        for overrides in filter(None, (resource("site_overrides"), theme.get("custom_dir"))):
            shutil.copytree(base / overrides, project / "overrides", dirs_exist_ok=True)
        config = project / "mkdocs.yml"
        config.write_text(as_yaml(_for_zensical(settings, theme)), encoding="utf-8")
        command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(config)]
        status = subprocess.run(command, check=False).returncode
        if status == 0:
            shutil.copytree(project / "site", site, ignore=_unneeded)
    return status


def _unneeded(folder: str, names: list[str]) -> list[str]:
    """Return the names of a folder's files that no page needs.

    A sitemap is empty where the site's address is not known, and the index of the search is, as the search is ours.
    """
    files = [path for path in (Path(folder, name) for name in names) if path.is_file()]
    return [path.name for path in files if path.name == "search.json" or not path.read_bytes().strip()]


def _for_zensical(settings: Mapping[str, Any], theme: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings with the folders of the project, and without paths that are relative to the guide."""
    portable = {key: value for key, value in settings.items() if key not in ("hooks", "watch")}
    # The classic variant of its theme has the markup and the styles of Material, for which ours are written.
    classic = {"variant": "classic", **theme, "custom_dir": "overrides"}
    # The search is ours.
    plugins = [{"search": {"enabled": False}}]
    return {**portable, "docs_dir": "docs", "site_dir": "site", "theme": classic, "plugins": plugins}


def _theme(settings: Mapping[str, Any]) -> dict[str, Any]:
    theme = settings.get("theme") or {}
    return {"name": theme} if isinstance(theme, str) else dict(theme)
