"""What a phone gets: Lighthouse's marks for four pages, the median of some runs each, and bytes over the wire.

    python bench/site.py [SITE] [--runs N] [--json FILE]

SITE is a finished site, built with AFTERVIEW_SITE_URL; `site` unless another is given. It is served by nginx with
docs/hosting/nginx.conf, over HTTP/2 as hosts do. Lighthouse is not a dependency of the project: npx fetches it.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.nginx import nginx  # noqa: E402 (the path has to be known first)

LIGHTHOUSE = "lighthouse@12.8.2"
PAGES = {
    "home": "",
    "a cause": "causes/too-long/",
    "an action": "actions/record-a-mock-interview/",
    "the debrief": "debrief/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = ("largest-contentful-paint", "total-blocking-time")
GOAL_BYTES = 120_000
MOST_TRIES = 3
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking"
    " --ignore-certificate-errors"
)


def marks(address: str, chromium: str) -> dict[str, float]:
    """Return Lighthouse's marks for a page on its phone profile, from 0 to 100, and its figures in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}"]
        command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={FLAGS}"]
        # On a machine that is busy a browser may miss its own start.
        for _ in range(MOST_TRIES):
            if subprocess.run(command, check=False, env={**os.environ, "CHROME_PATH": chromium}).returncode == 0:
                break
        found = json.loads(report.read_text(encoding="utf-8"))
    times = {name: found["audits"][name]["numericValue"] for name in TIMES}
    return {name: round(100 * found["categories"][name]["score"]) for name in CATEGORIES} | times


def wire(address: str, chromium: str) -> int:
    """Return the bytes that come over the wire for a page with all that it loads, but not for the service worker."""
    sizes: list[int] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS.split()[1:])
        page = browser.new_context(service_workers="block").new_page()
        client = page.context.new_cdp_session(page)
        client.send("Network.enable")
        client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        page.goto(address, wait_until="networkidle")
        browser.close()
    return round(sum(sizes))


def median_of(runs: list[dict[str, float]]) -> Mapping[str, int]:
    """Return the median of each mark and figure."""
    return {name: round(statistics.median(run[name] for run in runs)) for name in runs[0]}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "site")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    chromium = os.environ.get("AFTERVIEW_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        sys.exit("There is no Chromium. Type: sudo apt install chromium")
    rows: dict[str, Mapping[str, int]] = {}
    with nginx(options.site, secure=True) as port:
        for name, path in PAGES.items():
            address = f"https://localhost:{port}/{path}"
            runs = [marks(address, chromium) for _ in range(options.runs)]
            rows[name] = {**median_of(runs), "bytes": wire(address, chromium)}
            print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in rows[name].items()), flush=True)
    print(f"(medians of {options.runs}, {os.cpu_count()} cores; goal: marks of 100, a cause up to {GOAL_BYTES} bytes)")
    if options.json:
        options.json.write_text(json.dumps({"cores": os.cpu_count(), "pages": rows}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
