"""The MkDocs adapter: lets plain `mkdocs build` and `mkdocs serve` make the pages first.

A guide with the package installed says `plugins: [search, afterview]`; this project, which is not installed, names the
file under `hooks`. Both do the same.
"""

import logging
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

# MkDocs reads a hook from its file, so a package that isn't installed has to be made known first.
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from generator.site.config import SettingsError, require_first_page
from generator.site.writer import Changes, write
from generator.diagnostics.diagnostic import has_errors
from generator.utils.fs import put
from generator.site.pipeline import addresses, content_of, make
from generator.site.engines.mkdocs_parallel import TurnedAhead
from generator.loading.loader import Content, load
from generator.diagnostics.formatters import as_text, summary
from generator.site.live_reload import edited, first_pages
from generator.utils.resources import resource
from generator.site.postprocess.steps import finish

log = logging.getLogger("mkdocs.plugins.afterview")

LOOK_SECONDS = 0.1
REST_SECONDS = 1
UNDATED = "1970-01-01"


@dataclass
class Served:
    """What is known while a site is being served, between one edit and the next."""

    dirty: bool
    content: Content | None = None
    """what the pages were last made from"""
    frame: Mapping[Path, float] = field(default_factory=dict)
    """when the files that pages are made with, but for the content, were changed"""
    edits: int = 0
    waiting: bool = False
    """whether the pages of an edit stand but the rest is still to be made"""
    writing: threading.Lock = field(default_factory=threading.Lock)


_served: Served | None = None
_turned: TurnedAhead | None = None


def on_startup(command: str, dirty: bool, **_: Any) -> None:
    """Remember whether the site is being served, where a diagnostic should not end the work."""
    global _served  # noqa: PLW0603 (MkDocs gives a hook no other place to keep this)
    _served = Served(dirty) if command == "serve" else None
    if dirty:
        # MkDocs warns of what we see to: what pages show of one another is made anew too.
        logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.getMessage())


def on_config(config: MkDocsConfig) -> None:
    """Put the package's look behind the guide's own, and watch all that pages are made of."""
    try:
        require_first_page(config)
    except SettingsError as error:
        raise Abort(str(error)) from error
    folders = config.theme.dirs
    look = str(resource("site_overrides"))
    if look not in folders:
        folders.insert(1 if config.theme.custom_dir else 0, look)
    parts = [look, *(str(resource(name)) for name in ("quiz", "contribute"))]
    config.watch += [path for path in parts if path not in config.watch]
    config.extra["is_served"] = _served is not None


def on_pre_build(config: MkDocsConfig) -> None:
    """Make the docs folder. On a diagnostic leave it as it was, so that the last good site stays."""
    if _served:
        _make_after_edit(config, _served)
    elif made := _made(config):
        _write(config, made)
    else:
        raise Abort("The content has errors; nothing was built.")


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watch a file that says when the rest of an edit is there, not what the generator writes, and look often."""
    for path in (config.docs_dir, config.config_file_path):
        server.unwatch(path)
    server.observer = PollingObserver(timeout=LOOK_SECONDS)
    server.watch(config.config_file_path)
    put(_signal(config), b"")
    server.watch(str(_signal(config).parent))
    return server


@event_priority(-100)  # after all who change the files: what idle cores know of them they know from here
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Let idle cores begin to turn pages into HTML.

    While the site is served, read the head of the first page, where the theme looks words up, though an edit may leave
    that page alone.
    """
    global _turned  # noqa: PLW0603 (the same)
    _turned = TurnedAhead(config, files)
    if _served and nav.homepage:
        nav.homepage.read_source(config)


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> None:
    """End what idle cores do, and keep the theme's templates compiled from one edit to the next."""
    if _turned:
        _turned.close()
    if _served:
        folder = _base(config) / ".cache" / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(folder))


def _make_after_edit(config: MkDocsConfig, served: Served) -> None:
    """Make what an edit changes: at once the pages of the entries that were edited, where no more than that changed."""
    content, diagnostics = load(content_of(_base(config), config))
    frame = _frame(config)
    entries = None
    if served.content and content and frame == served.frame and not has_errors(diagnostics):
        entries = edited(served.content, content)
    if entries is not None and not entries:
        return
    repository, site = addresses(config)
    first = first_pages(content, entries, repository, site) if content and entries and served.dirty else None
    with served.writing:
        served.edits += 1
        for path, data in (first or {}).items():
            put(Path(config.docs_dir, path), data)
    if first:
        served.waiting = True
    elif made := _made(config):
        _write(config, made)
        for page in Path(config.docs_dir).rglob("*.md"):
            page.touch()
    elif any(Path(config.docs_dir).glob("*.md")):
        log.error("The pages stay as they were until this is mended.")
        return
    else:
        raise Abort("The content has errors; nothing was built.")
    served.content, served.frame = content, frame


def _make_rest(config: MkDocsConfig, served: Served, edit: int) -> None:
    """Make all pages, while those that were edited are being looked at, unless there is another edit by then."""
    if served.edits != edit:
        return
    made = _made(config)
    with served.writing:
        if made is None or served.edits != edit:
            return
        changes = _write(config, made)
    if changes.written or changes.deleted:
        put(_signal(config), str(edit).encode())


def _made(config: MkDocsConfig) -> Mapping[str, bytes] | None:
    """Return all files of the docs folder, or None where the content has errors, and say what was found."""
    # Whoever edits wants to see what could be better as well.
    editing = _served is not None
    made = make(_base(config), config, advise=editing)
    if made.diagnostics:
        log.info("%s\n\n%s", summary(made.diagnostics), as_text(made.diagnostics))
    if not editing:
        for note in made.notes:
            log.info(note)
    return made.files


def _write(config: MkDocsConfig, made: Mapping[str, bytes]) -> Changes:
    changes = write(made, Path(config.docs_dir))
    log.info("Pages made: %d new or changed, %d deleted.", changes.written, changes.deleted)
    return changes


def _base(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _signal(config: MkDocsConfig) -> Path:
    return _base(config) / ".cache" / "served" / "edit"


def _frame(config: MkDocsConfig) -> dict[Path, float]:
    """Return when each file was changed that stands in a watched folder, apart from the content."""
    folders = [*map(Path, config.watch), Path(config.config_file_path)]
    paths = [path for folder in folders for path in ([folder] if folder.is_file() else folder.rglob("*"))]
    content = content_of(_base(config), config)
    kept = (path for path in paths if path.is_file() and not path.is_relative_to(content))
    return {path: path.stat().st_mtime for path in kept}


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Return what of a page is left to turn into HTML, and date the page by its review.

    MkDocs would date the packed sitemap by the day of the build, and no two be alike.
    """
    page.update_date = page.meta.get("reviewed", UNDATED)
    return _turned.take(page, markdown) if _turned else markdown


def on_page_content(html: str, page: Page, files: Files, **_: Any) -> str:
    """Hand over a page that was turned into HTML elsewhere."""
    return _turned.give(page, html, files) if _turned else html


@event_priority(-100)  # after the search has written its index
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site. While it is served every edit should be seen at once, so there it stays as MkDocs made it."""
    if _served:
        if _served.waiting:
            _served.waiting = False
            # By then the browser has the page; both at once would be slower for whoever looks.
            rest = threading.Timer(REST_SECONDS, _make_rest, (config, _served, _served.edits))
            rest.daemon = True
            rest.start()
        return
    for each in finish(Path(config.site_dir), _base(config)):
        raise Abort(str(each))


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs gives its base no types
    """What mkdocs.yml may say to the plugin: nothing."""


class Plugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]  # the same
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

    def on_page_content(self, html: str, *, page: Page, files: Files, **_: Any) -> str:
        """See the function of the same name."""
        return on_page_content(html, page, files)

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """See the function of the same name."""
        on_nav(nav, config, files)

    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: Any) -> None:
        """See the function of the same name."""
        on_env(env, config)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """See the function of the same name."""
        return on_serve(server, config)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """See the function of the same name."""
        on_post_build(config)
