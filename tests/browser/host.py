"""A static host as they are: it serves a folder below a path, says what `_headers` says, and has a 404 page.

Its folder can be exchanged for another while it runs, and it can be told to fail, so that updates and losses of the
network can be tried out.
"""

import contextlib
import fnmatch
import http.server
import mimetypes
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PREFIX = "/guide/"


@dataclass
class Host:
    """What is served, and what went on: `spoil` may change the bytes of an answer, or break it off with an OSError."""

    folder: Path
    port: int = 0
    asked: list[str] = field(default_factory=list)
    spoil: Callable[[str, bytes], bytes] = lambda _, data: data

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{PREFIX}"

    def answer(self, path: str) -> tuple[int, bytes, str]:
        name = path.removeprefix(PREFIX) if path.startswith(PREFIX) else "?"
        target = self.folder / (f"{name}index.html" if name.endswith("/") or not name else name)
        found = target.is_file()
        kept = target if found else self.folder / "404.html"
        return 200 if found else 404, self.spoil(name, kept.read_bytes()), mimetypes.guess_type(kept)[0] or ""

    def headers(self, path: str) -> dict[str, str]:
        text = (self.folder / "_headers").read_text(encoding="utf-8")
        rules = re.findall(r"(?m)^(/.*)\n((?:  .*\n)+)", text)
        lines = [line for rule, lines in rules if fnmatch.fnmatch(path, rule) for line in lines.splitlines()]
        return dict(line.strip().split(": ", 1) for line in lines)


@contextlib.contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve a folder on the loopback address while the block runs."""
    host = Host(folder)

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            host.asked.append(path)
            try:
                status, data, kind = host.answer(path)
            except OSError:
                self.close_connection = True
                self.connection.close()
                return
            self.send_response(status)
            for name, value in host.headers("/" + path.removeprefix(PREFIX)).items():
                self.send_header(name, value)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        host.port = server.server_port
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield host
        server.shutdown()
