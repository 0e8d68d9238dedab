"""A real browser on a page that holds the debrief of a small model about bread, served on the loopback address."""

import functools
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright

from generator.model.ui_text import DebriefText

ROOT = Path(__file__).parent.parent.parent.parent
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
NARROW = {"width": 320, "height": 640}


MODEL_PATH = "/tests/browser/debrief/bread.json"


def bread_model() -> dict[str, Any]:
    """Return the model about bread: bread.json, and the default of all that it leaves out."""
    model: dict[str, Any] = json.loads((ROOT / MODEL_PATH[1:]).read_text(encoding="utf-8"))
    usual = {"label": None, "role": "evidence", "groups": {}}
    questions = [{**usual, **question} for question in model["questions"]]
    return {**model, "questions": questions, "strings": {**DebriefText().model_dump(), **model["strings"]}}


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves the checkout and the whole model about bread, and keeps its log to itself."""

    def do_GET(self) -> None:
        if self.path != MODEL_PATH:
            super().do_GET()
            return
        body = json.dumps(bread_model()).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class calls it so
        pass


@pytest.fixture(scope="session")
def origin() -> Iterator[str]:
    handler = functools.partial(QuietHandler, directory=str(ROOT))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Return the Chromium that AFTERVIEW_CHROMIUM names, one on the PATH, or Playwright's own."""
    program = os.environ.get("AFTERVIEW_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
    yield browser
    browser.close()


class Debrief:
    """The debrief on a page, and what a person does with it."""

    def __init__(self, page: Page, address: str, diagnostics: list[str]) -> None:
        self.page = page
        self.address = address
        self.diagnostics = diagnostics
        self.strings: dict[str, str] = bread_model()["strings"]

    def open(self, fragment: str = "") -> "Debrief":
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}{fragment}")
        self.heading.wait_for()
        return self

    @property
    def heading(self) -> Locator:
        return self.page.locator("afterview-debrief h2")

    @property
    def title(self) -> str:
        return " ".join(self.heading.inner_text().split())

    @property
    def status(self) -> Locator:
        return self.page.locator(".quiz-status")

    def button(self, key: str, more: str = "") -> Locator:
        return self.page.get_by_role("button", name=f"{self.strings[key]} {more}".strip(), exact=True)

    def press(self, key: str, more: str = "") -> None:
        self.button(key, more).click()

    def confirm(self, key: str) -> None:
        """Say yes to what the page asks before it does what the button of this key says."""
        self.page.get_by_role("alertdialog").get_by_role("button", name=self.strings[key], exact=True).click()
        # A role is gone as soon as the dialog is closed, the element once the page has acted on it.
        self.page.locator("[role=alertdialog]").wait_for(state="detached")

    def unfold(self, key: str) -> None:
        self.page.locator("summary", has_text=self.strings[key]).first.click()

    def settle(self) -> None:
        """Wait for the part of a result that comes after its headline and causes."""
        self.page.locator(".quiz-page-result .quiz-export").wait_for()

    def reload(self) -> None:
        self.noted()
        self.page.reload()

    def go_back(self) -> None:
        self.noted()
        self.page.go_back()

    def noted(self) -> None:
        """Wait until the browser's history has the page, which comes after the page is drawn."""
        self.page.wait_for_function("""() => document.title.startsWith(
            document.querySelector(".quiz-page:not(.quiz-page-start) h2")?.textContent ?? ""
        )""")

    def unfold_all(self) -> None:
        if self.page.locator(".quiz-page-result").count():
            self.settle()
        self.page.evaluate("""async () => {
            for (const details of document.querySelectorAll("afterview-debrief details")) details.open = true;
            for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        }""")

    def option(self, answer: str) -> Locator:
        text = self.page.get_by_text(answer, exact=True)
        return self.page.locator(".quiz-choice", has=text).locator("input")

    def choose(self, *answers: str) -> None:
        """Choose answers by their texts and go on."""
        for answer in answers:
            self.option(answer).check()
        self.go_on()

    def go_on(self) -> None:
        """Go on, and wait until another page is there: the result's view may still be on its way."""
        page = self.page.locator(".quiz-page").element_handle()
        self.press("go_on")
        self.page.wait_for_function("page => !page.isConnected", arg=page)

    def answer(self, answers: dict[str, str]) -> list[str]:
        """Answer all questions that come, by their texts, with "Not sure" where none is given; return them."""
        asked = []
        while self.is_asking():
            if self.page.locator(".quiz-page-question").count():
                asked.append(self.title)
                self.choose(answers.get(self.title, self.strings["not_sure"]))
            else:
                self.go_on()
        self.settle()
        return asked

    def is_asking(self) -> bool:
        """Tell whether the page is a question, the checklist, or one for one's own words."""
        return self.page.locator(".quiz-page:has(.quiz-go-on)").count() > 0

    def saved(self) -> Any:
        """Return what lies in the browser's storage."""
        return json.loads(self.page.evaluate(f"localStorage.getItem('afterview:{MODEL_PATH}')") or "null")


@pytest.fixture
def new_debrief(chromium: Browser, origin: str) -> Iterator[Callable[..., Debrief]]:
    """Return a function that opens the debrief in a browser profile of its own."""
    contexts: list[BrowserContext] = []
    diagnostics: list[str] = []

    def make(script: str = "", **options: Any) -> Debrief:
        context = chromium.new_context(**{"locale": "en-GB", "accept_downloads": True, **options})
        context.set_default_timeout(5000)
        contexts.append(context)
        if script:
            context.add_init_script(f"if (location.protocol === 'http:') {{ {script} }}")
        page = context.new_page()
        page.on("pageerror", lambda error: diagnostics.append(str(error)))
        page.on("console", lambda message: diagnostics.append(message.text) if message.type == "error" else None)
        page.on(
            "request",
            lambda request: (
                diagnostics.append(request.url)
                if not request.url.startswith((origin, "blob:", "data:", "about:"))
                else None
            ),
        )
        return Debrief(page, f"{origin}/tests/browser/debrief/page.html", diagnostics)

    yield make
    for context in contexts:
        context.close()
    assert diagnostics == []


@pytest.fixture
def debrief(new_debrief: Callable[..., Debrief]) -> Debrief:
    """Return the debrief, opened on a narrow phone."""
    return new_debrief(viewport=NARROW).open()
