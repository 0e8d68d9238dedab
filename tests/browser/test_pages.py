"""Pages as a reader meets them: accessible in light and dark, narrow and wide, and quiet on the network."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import AXE

PAGES = {
    "home": "",
    "cause": "causes/too-long/",
    "outside cause": "causes/stronger-candidate/",
    "action": "actions/ninety-second-stories/",
    "myth": "myths/six-seconds/",
    "journey": "stages/",
    "stage": "stages/interview/",
    "actions": "actions/",
    "myths": "myths/",
    "hand-written": "your-rights/",
    "missing": "404.html",
    "control": "control/outside/",
    "evidence": "evidence/",
    "reasons": "how-the-debrief-reasons/",
    "opening question": "could-i-have-prevented-it/",
    "contribute": "contribute/",
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[dict[str, Any]]:
    """Return what axe finds wrong with the page as it stands."""
    page.evaluate(AXE.read_text(encoding="utf-8"))  # as a script of the page the policy would hold it back
    found = page.evaluate("rules => axe.run({runOnly: {type: 'tag', values: rules}})", RULES)
    return [
        {"rule": each["id"], "nodes": [node["html"][:160] for node in each["nodes"]]} for each in found["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_page_has_no_axe_violation_and_no_sideways_scroll(
    browser: Browser, home: str, path: str, width: int, scheme: Any
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(home + path)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert all(url.startswith(home) for url in asked)
    assert errors == []
    context.close()


def test_search_finds_a_cause_by_the_words_that_people_use(page: Page, home: str) -> None:
    page.goto(home)
    page.keyboard.press("/")
    page.keyboard.type("rambled")
    expect(page.locator(".av-search__results a").first).to_have_attribute("href", re.compile("causes/too-long"))


def test_the_journey_can_be_walked_by_keyboard(page: Page, home: str) -> None:
    page.goto(home)
    page.locator(".av-all > summary").press("Enter")
    page.locator(".av-columns a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/causes/**")
    assert page.locator("h1").inner_text()
