"""A real browser, and the site of this guide served on the loopback address."""

import contextlib
import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.model.ui_text import DebriefText
from tests.conftest import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
START = DebriefText().start


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Launch the Chromium that AFTERVIEW_CHROMIUM names, one on the PATH, or Playwright's own."""
    path = os.environ.get("AFTERVIEW_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    arguments = ["--disable-gpu", "--disable-quic", "--disable-background-networking"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    return {**browser_type_launch_args, "args": arguments} | ({"executable_path": path} if path else {})


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a log."""

    def log_message(self, *_: Any) -> None:
        """Log nothing."""


@pytest.fixture(scope="session")
def site(site_of: Callable[[Path], Path]) -> Path:
    """Return this guide's site."""
    return site_of(ROOT / "mkdocs.yml")


@contextlib.contextmanager
def served(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Serve a folder on the loopback address while the block runs, and yield its address."""
    bound = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), bound) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """Return the address at which the site is served."""
    with served(site) as address:
        yield address
