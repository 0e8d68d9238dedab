"""The debrief on a page of another site, which takes script, style and model from this one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.model.ui_text import DebriefText
from tests.browser.conftest import START, QuietHandler, served
from tests.browser.test_pages import violations

# As docs/api.md gives it.
PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The club</title>
<style>body {{ font: 1.1rem sans-serif; color: #222; background: #fff; }} p {{ font-style: italic; }}</style>
<link rel="stylesheet" href="{guide}assets/quiz/quiz.css">
<script type="module" src="{guide}assets/quiz/ui/element.js"></script>
</head>
<body><main><h1>Our club</h1>
<afterview-debrief src="{guide}debrief/quiz.json" root="{guide}"><p>It needs scripts.</p></afterview-debrief>
</main></body></html>
"""


class Shared(QuietHandler):
    """Lets other sites read, as docs/hosting.md asks of hosts."""

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


@pytest.fixture
def guide(site: Path) -> Iterator[str]:
    with served(site, Shared) as address:
        yield address


@pytest.fixture
def club(browser: Browser, guide: str, tmp_path: Path) -> Iterator[Page]:
    (tmp_path / "index.html").write_text(PAGE.format(guide=guide), encoding="utf-8")
    context = browser.new_context(viewport={"width": 320, "height": 640})
    with served(tmp_path) as address:
        page = context.new_page()
        page.goto(address)
        yield page
        context.close()


def test_a_page_of_another_site_holds_the_debrief_with_four_lines(club: Page, guide: str) -> None:
    diagnostics: list[str] = []
    club.on("pageerror", lambda error: diagnostics.append(str(error)))
    club.get_by_role("button", name=START).wait_for()
    asked: list[str] = []
    club.on("request", lambda request: asked.append(request.url))
    club.get_by_role("button", name=START).click()
    while club.locator(".quiz-go-on").count():
        question = club.locator("h2").inner_text()
        if club.locator(".quiz-choice").count():
            club.locator(".quiz-choice").first.click()
        club.get_by_role("button", name=DebriefText().go_on).click()
        expect(club.locator("h2").first).not_to_have_text(question)
    club.locator(".quiz-export").wait_for()
    address = club.locator(".quiz-ladder a").first.get_attribute("href")
    assert address
    assert address.startswith(f"{guide}causes/")
    assert all(url.startswith((f"{guide}assets/", f"{guide}debrief/")) for url in asked), asked
    assert diagnostics == []
    assert club.title().endswith("The club")
    assert violations(club) == []
    assert club.evaluate("document.documentElement.scrollWidth") <= 320
    club.reload()
    expect(club.locator(".quiz-page-result")).to_be_visible()


def test_what_stands_in_its_place_stays_if_the_guide_cannot_be_had(browser: Browser, tmp_path: Path) -> None:
    with served(tmp_path) as gone:
        (tmp_path / "index.html").write_text(PAGE.format(guide=gone), encoding="utf-8")
    with served(tmp_path) as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.get_by_text("It needs scripts.")).to_be_visible(timeout=10_000)
        page.close()
