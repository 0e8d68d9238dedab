"""The MkDocs plugin: generates the pages before `mkdocs build` and `mkdocs serve`, and finishes the site after them.

A guide with the package installed says `plugins: [afterview]`; mkdocs_hook.py offers the same as a hook.
"""

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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

from generator.diagnostics.diagnostic import has_errors
from generator.diagnostics.formatters import as_text, summary
from generator.guide import Guide
from generator.loading import load
from generator.pages.publication import Publication
from generator.site.config import SettingsError, escaped_address, require_first_page
from generator.site.engines.mkdocs_parallel import ParallelPages
from generator.site.live_reload import edited_entries, entry_pages
from generator.site.pipeline import Generated, content_of, generate
from generator.site.postprocess.steps import finish
from generator.site.writer import Changes, write
from generator.utils.fs import put
from generator.utils.locks import DOCS, SERVE, Lock, locked
from generator.utils.resources import resource

log = logging.getLogger("mkdocs.plugins.afterview")

POLLING_SECONDS = 0.1
DELAY_SECONDS = 1
UNDATED = "1970-01-01"


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs gives its base no types
    """What mkdocs.yml may say to the plugin: nothing."""


@dataclass
class ServeState:
    """What is known while a site is being served, between one edit and the next."""

    is_dirty: bool
    publication: Publication | None = None
    """what the pages were last generated from"""
    file_times: Mapping[Path, float] = field(default_factory=dict)
    """when each watched file was changed, but for the content"""
    edits: int = 0
    has_rest: bool = False
    """whether the pages of an edit are written and the others are not yet"""
    lock: threading.Lock = field(default_factory=threading.Lock)
    """held by whoever writes pages"""


class Plugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]  # the same
    """The plugin, with what it knows from one event to the next."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._serve: ServeState | None = None
        self._pages: ParallelPages | None = None
        self._docs_lock: Lock | None = None
        """held from before the pages are written until the site is made of them"""
        self._serve_lock: Lock | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether the site is being served, where an error should not end the work."""
        self._serve = ServeState(dirty) if command == "serve" else None
        if dirty:
            # MkDocs warns that a page shows nothing new of others; here those are written again as well.
            build_log = logging.getLogger("mkdocs.commands.build")
            build_log.addFilter(lambda record: "'dirty' build" not in record.getMessage())

    def on_config(self, config: MkDocsConfig) -> None:
        """Put the package's theme behind the guide's own, and watch all that pages are made of."""
        try:
            require_first_page(config)
        except SettingsError as error:
            raise Abort(str(error)) from error
        theme = str(resource("site_overrides"))
        if theme not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
        folders = [theme, *(str(resource(name)) for name in ("browser", "quiz", "contribute", "search"))]
        config.watch += [folder for folder in folders if folder not in config.watch]
        config.extra["is_served"] = self._serve is not None
        if config.site_url:
            config.site_url = escaped_address(config.site_url)
        host, port = config.dev_addr
        if self._serve and ":" in host and config.site_url:
            # MkDocs leaves the brackets of an IPv6 address out, and then nobody can read it.
            config.site_url = config.site_url.replace(f"http://{host}:{port}/", f"http://[{host}]:{port}/", 1)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the docs folder. Where the content has an error, leave it as it was: the last good site stays."""
        if self._serve and self._serve_lock is None:
            self._serve_lock = Lock(_base(config), SERVE)
            if not self._serve_lock.try_acquire():
                raise Abort("This guide is being served already: use that server, or end it first.")
        self._docs_lock = self._docs_lock or Lock(_base(config), DOCS)
        self._docs_lock.acquire(_log_waiting)
        if self._serve:
            self._write_edit(config, self._serve)
        elif files := self._generate(config).files:
            _write(config, files)
        else:
            raise Abort("The content has errors; nothing was built.")

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch a file that says when the rest of an edit is written instead of what is written, and poll often."""
        for path in (config.docs_dir, config.config_file_path):
            server.unwatch(path)
        server.observer = PollingObserver(timeout=POLLING_SECONDS)
        server.watch(config.config_file_path)
        put(_signal(config), b"")
        server.watch(str(_signal(config).parent))
        return server

    @event_priority(-100)  # after every plugin that changes the files: helpers know of them what is known now
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Start to render pages on idle cores.

        While the site is served, read the front matter of the first page, in which the theme looks texts up: an edit
        may leave that page alone.
        """
        self._pages = ParallelPages(config, files)
        if self._serve and nav.homepage:
            nav.homepage.read_source(config)

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Return what of a page is left to render, and date the page by its review.

        MkDocs would date the packed sitemap by the day of the build, and no two builds would be alike.
        """
        page.update_date = page.meta.get("reviewed", UNDATED)
        return self._pages.markdown_for_mkdocs(page, markdown) if self._pages else markdown

    def on_page_content(self, html: str, *, page: Page, files: Files, **_: Any) -> str:
        """Return the HTML of a page, also where it was rendered elsewhere."""
        return self._pages.html_of(page, html, files) if self._pages else html

    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: Any) -> None:
        """End the helpers, and keep the theme's templates compiled from one edit to the next."""
        if self._pages:
            self._pages.close()
        if self._serve:
            folder = _base(config) / ".cache" / "templates"
            folder.mkdir(parents=True, exist_ok=True)
            env.bytecode_cache = FileSystemBytecodeCache(str(folder))

    @event_priority(-100)  # after the search has written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the site, or while it is served, so that edits show at once, write the rest of one."""
        if not self._serve:
            for script in finish(Path(config.site_dir), _base(config)):
                raise Abort(str(script))
        if self._docs_lock:
            self._docs_lock.release()
        if self._serve and self._serve.has_rest:
            self._serve.has_rest = False
            # By then the browser has the page; both at once would be slower for whoever edits.
            timer = threading.Timer(DELAY_SECONDS, self._write_rest, (config, self._serve, self._serve.edits))
            timer.daemon = True
            timer.start()

    def on_build_error(self, *, error: Exception, **_: Any) -> None:  # noqa: ARG002 (MkDocs names it)
        """Let others write the pages that this build could not use."""
        if self._docs_lock:
            self._docs_lock.release()

    def _write_edit(self, config: MkDocsConfig, serve: ServeState) -> None:
        """Write what an edit changes: at first the pages of the edited entries, where nothing else changed."""
        content, diagnostics = load(content_of(_base(config), config))
        file_times = _file_times(config)
        publication = entries = pages = None
        if serve.publication and content and file_times == serve.file_times and not has_errors(diagnostics):
            publication = replace(serve.publication, guide=Guide(content))
            entries = edited_entries(serve.publication.guide.content, content)
        if entries is not None and not entries:
            return
        if publication and entries and serve.is_dirty:
            pages = entry_pages(publication, entries)
        with serve.lock:
            serve.edits += 1
            for path, data in (pages or {}).items():
                put(Path(config.docs_dir, path), data)
        if pages:
            serve.has_rest = True
        elif (generated := self._generate(config)).files:
            publication = generated.publication
            _write(config, generated.files)
            for page in Path(config.docs_dir).rglob("*.md"):
                page.touch()
        elif any(Path(config.docs_dir).glob("*.md")):
            log.error("The pages stay as they were until the errors are fixed.")
            return
        else:
            raise Abort("The content has errors; nothing was built.")
        serve.publication, serve.file_times = publication, file_times

    def _write_rest(self, config: MkDocsConfig, serve: ServeState, edit: int) -> None:
        """Write all other pages, unless there is another edit by then."""
        if serve.edits != edit:
            return
        files = self._generate(config).files
        with locked(_base(config), DOCS, _log_waiting), serve.lock:
            if files is None or serve.edits != edit:
                return
            changes = _write(config, files)
        if changes.written or changes.deleted:
            put(_signal(config), str(edit).encode())

    def _generate(self, config: MkDocsConfig) -> Generated:
        """Return all files of the docs folder, and log the diagnostics."""
        # Whoever edits wants to see what could be better as well.
        is_editing = self._serve is not None
        generated = generate(_base(config), config, advise=is_editing)
        if generated.diagnostics:
            log.info("%s\n\n%s", summary(generated.diagnostics), as_text(generated.diagnostics))
        if not is_editing:
            for note in generated.notes:
                log.info(note)
        return generated


def _log_waiting() -> None:
    log.info("Waiting for another build of this guide to end.")


def _write(config: MkDocsConfig, files: Mapping[str, bytes]) -> Changes:
    changes = write(files, Path(config.docs_dir))
    log.info("Pages generated: %d new or changed, %d deleted.", changes.written, changes.deleted)
    return changes


def _base(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _signal(config: MkDocsConfig) -> Path:
    return _base(config) / ".cache" / "served" / "edit"


def _file_times(config: MkDocsConfig) -> dict[Path, float]:
    """Return when each file was changed that is watched or stands in a watched folder, apart from the content."""
    content = content_of(_base(config), config)
    times = {}
    for watched in [*map(Path, config.watch), Path(config.config_file_path)]:
        for path in [watched] if watched.is_file() else watched.rglob("*"):
            if path.is_file() and not path.is_relative_to(content):
                times[path] = path.stat().st_mtime
    return times
