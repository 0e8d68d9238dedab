"""Runs nginx with the example that is given to those who host a guide, docs/hosting/nginx.conf."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + os.pathsep + "/usr/sbin")
MAIN = """
{user}daemon off;
pid {folder}/pid;
error_log {folder}/log;
events {{}}
http {{
  types {{ text/html html; text/css css; application/javascript js; application/json json; text/xml xml; }}
  access_log off;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  include {folder}/guide.conf;
}}
"""

CERTIFICATE = " ssl_certificate {folder}/cert.pem; ssl_certificate_key {folder}/key.pem;"
OPENSSL = (
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
    " -keyout {folder}/key.pem -out {folder}/cert.pem"
)


@contextmanager
def nginx(www: Path, path: str = "/", *, secure: bool = False) -> Iterator[int]:
    """Serve a folder that holds a site at the given path while the block runs, and give the port.

    Secure means https with HTTP/2, as hosts have it, and a certificate that no browser trusts unasked.

    Raises:
        RuntimeError: nginx is not installed, or did not start.
    """
    if not NGINX:
        raise RuntimeError("nginx is not installed; type: sudo apt install nginx")
    port = _free_port()
    listen = f"listen 127.0.0.1:{port}" + (" ssl http2" if secure else "")
    text = (ROOT / "docs/hosting/nginx.conf").read_text(encoding="utf-8")
    for theirs, ours in {
        "listen 80;": f"{listen};{CERTIFICATE if secure else ''}",
        "root /srv/www;": f"root {www.resolve()};",
        "404 /404.html;": f"404 {path}404.html;",
    }.items():
        assert theirs in text
        text = text.replace(theirs, ours)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with tempfile.TemporaryDirectory() as folder:
        if secure:
            text = text.replace("{folder}", folder)
            subprocess.run(OPENSSL.format(folder=folder).split(), check=True, capture_output=True)
        Path(folder, "guide.conf").write_text(text, encoding="utf-8")
        main = MAIN.format(folder=folder, user="user root;\n" if is_root else "")
        Path(folder, "main.conf").write_text(main, encoding="utf-8")
        with subprocess.Popen([NGINX, "-c", f"{folder}/main.conf", "-e", f"{folder}/log"]) as process:
            _wait_for(port)
            yield port
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("nginx did not start")
