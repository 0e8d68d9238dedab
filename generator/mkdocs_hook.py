"""The MkDocs adapter: lets plain `mkdocs build` and `mkdocs serve` make the pages first."""

import logging
import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

# MkDocs reads a hook from its file, so a package that isn't installed has to be made known first.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.build import check, examination, files, write
from generator.pages.addresses import Repository
from generator.reporters import as_text, summary

log = logging.getLogger("mkdocs.plugins.afterview")

_serving = False
_told = 0


def on_startup(command: str, **_: Any) -> None:
    """Remember whether the site is being served, where a fault should not end the work."""
    global _serving  # noqa: PLW0603 (MkDocs gives a hook no other place to keep this)
    _serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Make the docs folder. On a fault leave it as it was, so that the last good site stays."""
    base = Path(config.config_file_path).parent
    checked = check(base / content_folder(config.extra))
    if checked.diagnostics:
        log.info("%s\n\n%s", summary(checked.diagnostics), as_text(checked.diagnostics))
    if checked.guide is None:
        if _serving and any(Path(config.docs_dir).glob("*.md")):
            log.error("The pages stay as they were until this is mended.")
            return
        raise Abort("The content has errors; nothing was built.")
    repository = Repository(config.repo_url or "", config.extra.get("edit", "edit/main"))
    # An edit should be seen at once, so while the site is served the quiz is not examined anew.
    examined = examination(
        checked.guide, base / ".cache" / "examinations", compute=not _serving, progress=_log_progress
    )
    changes = write(files(checked.guide, repository, examined, config.site_url or ""), Path(config.docs_dir))
    log.info("Pages made: %d new or changed, %d deleted.", changes.written, changes.deleted)


def _log_progress(share: float) -> None:
    global _told  # noqa: PLW0603 (the same)
    tenth = int(share * 10)
    if tenth != _told:
        _told = tenth
        log.info("Asking simulated people: %d%%", tenth * 10)


def content_folder(extra: Any) -> str:
    """Return the name of the content folder: AFTERVIEW_CONTENT, `extra.content` of mkdocs.yml, or `content`."""
    return os.environ.get("AFTERVIEW_CONTENT") or extra.get("content", "content")
