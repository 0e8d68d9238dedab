"""How long it takes from saving a YAML file to the browser showing it, while a guide of many causes is being served.

Usage: python bench/serve_time.py [--causes N] [--edits N] [--json FILE]
"""

import argparse
import json
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.build_time import enlarged  # noqa: E402 (the path has to be known first)

GOAL_SECONDS = 1
TITLE = re.compile(r"(?m)^title: .*$")


def guide_in(folder: Path, causes: int) -> None:
    """Make a guide of so many causes, that is served as this one is."""
    shutil.copytree(ROOT / "content", folder / "content")
    enlarged(folder / "content", causes)
    (folder / "build/docs").mkdir(parents=True)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    parts = ("generator/site/engines/mkdocs_hook.py", "generator/pages/templates")
    for name in ("site_overrides", *parts, "browser", "quiz", "contribute"):
        config = re.sub(rf"(?<=[ \[]){name}(?=[\],\n])", f"{ROOT.as_posix()}/{name}", config)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")


def wait_for(port: int) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit("The server did not start.")


def measured(folder: Path, edits: int, pause: float) -> list[float]:
    """Return the seconds from each edit to its title on the open page."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "-q", "--dev-addr", f"127.0.0.1:{port}"]
    cause = next((folder / "content/causes").glob("*.yml"))
    program = os.environ.get("AFTERVIEW_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    seconds: list[float] = []
    with subprocess.Popen(command, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}) as server:
        wait_for(port)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{port}/causes/{cause.stem}/")
            page.wait_for_timeout(2000)
            for number in range(edits):
                title = f"An edited title with the number {number}"
                text = TITLE.sub(f"title: {title}", cause.read_text(encoding="utf-8"), count=1)
                began = time.perf_counter()
                cause.write_text(text, encoding="utf-8")
                page.get_by_role("heading", name=title, level=1).wait_for(timeout=60_000)
                seconds.append(time.perf_counter() - began)
                time.sleep(pause)  # for the rest of the guide
            browser.close()
        server.send_signal(signal.SIGINT)
    return seconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--causes", type=int, default=1000)
    parser.add_argument("--edits", type=int, default=7)
    parser.add_argument("--pause", type=float, default=10)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        guide_in(Path(name), options.causes)
        seconds = measured(Path(name), options.edits, options.pause)
    row = {"causes": options.causes, "median_seconds": statistics.median(seconds), "greatest_seconds": max(seconds)}
    print(f"from saving to seeing, {options.causes} causes, {os.cpu_count()} cores: ", end="")
    print(f"median {row['median_seconds']:.2f} s, greatest {row['greatest_seconds']:.2f} s (goal {GOAL_SECONDS} s)")
    if options.json:
        options.json.write_text(json.dumps(row, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
