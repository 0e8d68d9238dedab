"""What has to be fetched for a search and how long its first result takes, in a guide of some two thousand pages.

    python bench/search_time.py [--causes N] [--runs N] [--json FILE]

Each run is a first visit, in Chromium at its full speed, and the time begins before the search is opened.
"""

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import Request, urlopen

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.build_time import seconds  # noqa: E402 (the path has to be known first)
from bench.serve_time import guide_in  # noqa: E402
from tests.nginx import nginx  # noqa: E402

SAID = "talked too much"


def measured(site: Path, runs: int) -> dict[str, float]:
    """Return the seconds from a whole query to its first result, and the bytes of what was looked through."""
    program = os.environ.get("AFTERVIEW_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    waited: list[float] = []
    [looked_through] = (site / "search").glob("index.*.json")
    with nginx(site) as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(runs):
            context = browser.new_context(service_workers="block")
            page = context.new_page()
            page.goto(f"http://localhost:{port}/", wait_until="networkidle")
            began = time.perf_counter()
            page.keyboard.press("/")
            page.keyboard.insert_text(SAID)
            page.locator(".av-search__results a").first.wait_for(timeout=60_000)
            waited.append(time.perf_counter() - began)
            context.close()
        browser.close()
        address = f"http://localhost:{port}/search/{looked_through.name}"
        with urlopen(Request(address, headers={"Accept-Encoding": "gzip"})) as response:
            size = len(response.read())
    return {"bytes": size, "first_result_seconds": round(statistics.median(waited), 2)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--causes", type=int, default=1800)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        guide_in(folder, options.causes)
        config = folder / "mkdocs.yml"
        built = seconds(["-m", "generator", "build", "--config", str(config), "--site", str(folder / "site")])
        pages = len([*(folder / "site").rglob("*.html")])
        row = {"pages": pages, "build_seconds": built}
        row |= measured(folder / "site", options.runs)
    print(f"search, {os.cpu_count()} cores: " + ", ".join(f"{name} {value:g}" for name, value in row.items()))
    if options.json:
        options.json.write_text(json.dumps(row, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
