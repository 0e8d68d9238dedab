"""Every state of the debrief by axe's rules, in light and dark, and with the reader's own colours."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.model.ui_text import DebriefText
from tests.browser.debrief.conftest import NARROW, ROOT, Debrief, bread_model

AXE = Path(os.environ.get("AXE_PATH") or ROOT / "node_modules/axe-core/axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(debrief: Debrief) -> list[dict[str, Any]]:
    """Return what axe finds wrong with the page as it stands, everything unfolded."""
    page = debrief.page
    debrief.unfold_all()
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run({runOnly: {type: 'tag', values: rules}})", RULES)
    return [
        {"rule": each["id"], "nodes": [node["html"][:200] for node in each["nodes"]]} for each in found["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_state_has_an_axe_violation(new_debrief: Callable[..., Debrief], scheme: str, width: int) -> None:
    debrief = new_debrief(viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce").open()
    assert violations(debrief) == []
    debrief.press("start")
    debrief.press("go_on")
    assert violations(debrief) == []
    debrief.choose("I baked it and it came out flat")
    while debrief.is_asking():
        if debrief.page.locator(".quiz-page-question").count():
            debrief.page.locator(".quiz-choice").first.click()
        assert violations(debrief) == [], debrief.title
        debrief.go_on()
    debrief.settle()
    assert violations(debrief) == []
    debrief.press("keep_save")
    debrief.press("back")
    expect(debrief.page.locator(".quiz-page-result")).to_be_visible()
    debrief.unfold("files")
    debrief.press("keep_save")
    assert violations(debrief) == []
    debrief.press("back")
    debrief.press("your_answers")
    assert violations(debrief) == []
    debrief.open()
    assert violations(debrief) == []
    debrief.open("#d1~old~got-to.baking~gone.yes")
    assert violations(debrief) == []


def test_with_forced_colours_a_chosen_answer_is_told_by_more_than_colour(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief(viewport=NARROW, forced_colors="active").open()
    debrief.press("start")
    first, second = debrief.page.locator(".quiz-choice").all()[:2]
    first.click()
    ring = "node => getComputedStyle(node).outlineStyle"
    assert (first.evaluate(ring), second.evaluate(ring)) == ("solid", "none")


def test_the_focus_shows_by_a_ring_of_three_pixels(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.page.keyboard.press("Tab")
    ring = debrief.page.locator(".quiz-choice").first.evaluate(
        "node => ['Style', 'Width', 'Offset'].map(part => getComputedStyle(node)[`outline${part}`])"
    )
    assert ring == ["solid", "3px", "2px"]


def test_numbers_and_plurals_follow_the_language_of_the_model(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief(viewport=NARROW)
    debrief.page.route("**/bread.json", lambda route: route.fulfill(json={**bread_model(), "language": "de"}))
    debrief.open()
    debrief.press("start")
    debrief.answer({"Did the same bag work for anyone else?": "No, theirs was flat too"})
    reasons = debrief.page.locator(".quiz-reasons")
    reasons.locator("summary").first.click()
    reasons.locator("summary", has_text=DebriefText().sum_title).first.click()
    expect(reasons.locator("table")).to_have_count(2)
    assert "-9,5" in reasons.locator("table").last.locator("td").first.inner_text().replace("\u2212", "-")
    assert "15 Minuten" in debrief.page.inner_text(".quiz-first")
