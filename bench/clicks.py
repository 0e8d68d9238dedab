"""How long it takes from an answer to the next question on the screen, in Chromium with its processor slowed down.

    python bench/clicks.py [SITE] [--json FILE]

SITE is a built site, by default `site`. Answers are chosen in rotation; each click waits until the page's work in the
background is over.
"""

import argparse
import functools
import http.server
import json
import os
import shutil
import statistics
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

SLOWDOWN = 6
MOST_QUESTIONS = 30
BACKGROUND_MILLISECONDS = 600
GOAL_MILLISECONDS = 50

CLICK_TO_PAINT = """async () => {
    const form = document.querySelector(".quiz form");
    const start = performance.now();
    form.requestSubmit();
    const painted = new MessageChannel();
    await new Promise((resolve) => {
        painted.port1.onmessage = resolve;
        requestAnimationFrame(() => painted.port2.postMessage(0));
    });
    return performance.now() - start;
}"""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves the site without logging requests."""

    def log_message(self, *_: object) -> None:
        """Log nothing."""


def measure_debrief(page: Page, url: str) -> tuple[list[float], float]:
    """Return the milliseconds from question to question, and those from the last question to the result."""
    page.goto(url)
    page.locator(".quiz-main").click()
    times: list[float] = []
    while not page.locator(".quiz-page-result").count() and len(times) < MOST_QUESTIONS:
        # The page for the reader's own words, and the checklist, may be left as they are.
        if choices := page.locator(".quiz-page-question .quiz-choice").all():
            choices[(3, 0, 4, 1, 0)[len(times) % 5] % len(choices)].click()
        page.wait_for_timeout(BACKGROUND_MILLISECONDS)
        times.append(page.evaluate(CLICK_TO_PAINT))
    return times[:-1], times[-1]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(options.site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    program = os.environ.get("AFTERVIEW_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
        client = page.context.new_cdp_session(page)
        client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        times, to_result = measure_debrief(page, f"http://127.0.0.1:{server.server_port}/debrief/")
        browser.close()
    figures = {
        "slowdown": SLOWDOWN,
        "questions": len(times),
        "median_ms": statistics.median(times),
        "greatest_ms": max(times),
        "to_result_ms": to_result,
    }
    print(f"question to question, processor at 1/{SLOWDOWN}: median {figures['median_ms']:.0f} ms, ", end="")
    print(f"greatest {figures['greatest_ms']:.0f} ms of {len(times)} (goal {GOAL_MILLISECONDS}); ", end="")
    print(f"to the result {to_result:.0f} ms")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
