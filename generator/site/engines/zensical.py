"""Makes a finished site with Zensical, which has no hooks: the pages are made before it runs, and finished after it.

Zensical runs in a folder of its own, with the settings and the look in the form that it wants. It reads mkdocs.yml by
itself, but joins inherited lists, knows one folder for what is different from its theme, and writes nowhere but below
its settings.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.diagnostics.formatters import as_text, summary
from generator.site.config import SettingsError, as_yaml, read_settings, require_first_page
from generator.site.pipeline import make
from generator.site.postprocess.steps import finish
from generator.site.writer import write
from generator.utils.resources import resource

# The release that tests/test_engines.py holds against MkDocs; pyproject.toml names the same.
VERSION = "0.0.73"


class NotInstalledError(Exception):
    """Zensical isn't there; the message says what to type."""

    def __str__(self) -> str:
        return f"Zensical is not installed.\nType: {sys.executable} -m pip install zensical=={VERSION}"


def build(config: Path, draft: Path) -> int:
    """Make the pages, let Zensical build a site into a folder, finish it, and return an exit status."""
    base = config.absolute().parent
    try:
        settings = read_settings(config)
        require_first_page(settings)
        docs = base / settings.get("docs_dir", "docs")
        made = make(base, settings, advise=False)
        if made.diagnostics:
            _say(f"{as_text(made.diagnostics)}\n\n{summary(made.diagnostics)}")
        if made.files is None:
            return 1
        for note in made.notes:
            _say(note)
        write(made.files, docs)
        status = run(settings, base, docs, draft)
    except (SettingsError, NotInstalledError) as error:
        _say(f"error: {error}")
        return 1
    strange = finish(draft, base) if status == 0 else ()
    for each in strange:
        _say(f"error: {each}")
    return status or int(bool(strange))


def run(settings: Mapping[str, Any], base: Path, docs: Path, site: Path) -> int:
    """Let Zensical build a site, and return its exit status, which is 1 where it has a warning as well.

    Args:
        settings: What mkdocs.yml says.
        base: The folder in which it stands.
        docs: The pages.
        site: The folder to write; it isn't there yet.

    Raises:
        NotInstalledError: There is no Zensical.
    """
    if find_spec("zensical") is None:
        raise NotInstalledError
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        shutil.copytree(docs, project / "docs")
        theme = _theme(settings)
        for look in filter(None, (resource("site_overrides"), theme.get("custom_dir"))):
            shutil.copytree(base / look, project / "look", dirs_exist_ok=True)
        config = project / "mkdocs.yml"
        config.write_text(as_yaml(_for_zensical(settings, theme)), encoding="utf-8")
        command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(config)]
        status = subprocess.run(command, check=False).returncode
        if status == 0:
            shutil.copytree(project / "site", site, ignore=_empty)
    return status


def _empty(folder: str, names: list[str]) -> list[str]:
    """Return the files of a folder with nothing in them: a sitemap is that where no address is known."""
    return [name for name in names if (each := Path(folder, name)).is_file() and not each.read_bytes().strip()]


def _for_zensical(settings: Mapping[str, Any], theme: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings with the folders of the project, and without what stands beside the guide."""
    kept = {key: value for key, value in settings.items() if key not in ("hooks", "watch")}
    # The classic variant of its theme is the one that looks like Material, for which our styles are made.
    look = {"variant": "classic", **theme, "custom_dir": "look"}
    return {**kept, "docs_dir": "docs", "site_dir": "site", "theme": look}


def _theme(settings: Mapping[str, Any]) -> dict[str, Any]:
    theme = settings.get("theme") or {}
    return {"name": theme} if isinstance(theme, str) else dict(theme)


def _say(text: str) -> None:
    print(text, file=sys.stderr)
