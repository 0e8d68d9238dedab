"""The MkDocs adapter: lets plain `mkdocs build` and `mkdocs serve` make the pages first.

A guide with the package installed says `plugins: [search, afterview]`; this project, which is not installed, names the
file under `hooks`. Both do the same.
"""

import logging
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.pages import Page

# MkDocs reads a hook from its file, so a package that isn't installed has to be made known first.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.build import examination, files, write
from generator.checks.verdict import check
from generator.pages.addresses import Repository, Site
from generator.reporters import as_text, summary
from generator.shipped import shipped
from generator.site.finish import finish

log = logging.getLogger("mkdocs.plugins.afterview")

UNDATED = "1970-01-01"

_serving = False
_told = 0


def on_startup(command: str, **_: Any) -> None:
    """Remember whether the site is being served, where a fault should not end the work."""
    global _serving  # noqa: PLW0603 (MkDocs gives a hook no other place to keep this)
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Put the package's look behind the guide's own, and watch all that pages are made of."""
    folders = config.theme.dirs
    look = str(shipped("site_overrides"))
    if look not in folders:
        folders.insert(1 if config.theme.custom_dir else 0, look)
    parts = [look, *(str(shipped(name)) for name in ("quiz", "contribute"))]
    config.watch += [path for path in parts if path not in config.watch]


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
    known = Repository(config.repo_url or "")
    repository = replace(known, edit=config.extra.get("edit", known.edit), new=config.extra.get("new", known.new))
    # An edit should be seen at once, so while the site is served the quiz is not examined anew.
    examined = examination(
        checked.guide, base / ".cache" / "examinations", compute=not _serving, progress=_log_progress
    )
    made = files(checked.guide, repository, examined, Site(config.site_url or ""))
    changes = write(made, Path(config.docs_dir))
    log.info("Pages made: %d new or changed, %d deleted.", changes.written, changes.deleted)


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Date a page by its review: MkDocs would date the packed sitemap by the day of the build, and no two be alike."""
    page.update_date = page.meta.get("reviewed", UNDATED)
    return markdown


@event_priority(-100)  # after the search has written its index
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site. While it is served every edit should be seen at once, so there it stays as MkDocs made it."""
    if _serving:
        return
    for each in finish(Path(config.site_dir)):
        log.error("%s has a script inside that is not the theme's: %s", each.page, each.begins)
        raise Abort("The policy of the site can't allow it; see docs/hosting.md.")


def _log_progress(share: float) -> None:
    global _told  # noqa: PLW0603 (the same)
    tenth = int(share * 10)
    if tenth != _told:
        _told = tenth
        log.info("Asking simulated people: %d%%", tenth * 10)


def content_folder(extra: Any) -> str:
    """Return the name of the content folder: AFTERVIEW_CONTENT, `extra.content` of mkdocs.yml, or `content`."""
    return os.environ.get("AFTERVIEW_CONTENT") or extra.get("content", "content")


class Settings(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say to the plugin: nothing."""


class Plugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """The same as a plugin, as which the installed package offers it."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """See the function of the same name."""
        on_startup(command, dirty=dirty)

    def on_config(self, config: MkDocsConfig) -> None:
        """See the function of the same name."""
        on_config(config)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """See the function of the same name."""
        on_pre_build(config)

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """See the function of the same name."""
        return on_page_markdown(markdown, page=page)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """See the function of the same name."""
        on_post_build(config)
