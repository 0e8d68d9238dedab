"""Pages of entries as they are used: sources that open, on paper, with forced colours, and without movement."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.model.ui_text import PageText
from tests.browser.test_pages import violations
from tests.conftest import ROOT

# A cause that cites sources below its evidence alone.
CAUSE = next(
    f"causes/{path.stem}/"
    for path in sorted((ROOT / "content/causes").glob("*.yml"))
    if ["](source:" in part for part in path.read_text(encoding="utf-8").split("\nevidence:")] == [False, True]
)
ACTION = "actions/ninety-second-stories/"
MYTH = "myths/six-seconds/"
EVIDENCE = PageText().evidence


def unfolded(page: Page, address: str) -> None:
    """Go to a page and open what its sources are folded into."""
    page.goto(address)
    page.locator("summary", has_text=EVIDENCE).first.click()


def mark(page: Page) -> str:
    """Return the id of what the page's first mark opens."""
    found = page.locator(".av-source-mark").first.get_attribute("popovertarget")
    assert found
    return found


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_source_opens_and_closes_by_keyboard(browser: Browser, home: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    unfolded(page, home + CAUSE)
    note = page.locator(f"#{mark(page)}")
    expect(note).to_be_hidden()
    button = page.get_by_role("button", name="About this source:").first
    button.press("Enter")
    expect(note).to_be_visible()
    expect(page.get_by_role("dialog", name=re.compile(r"\d{4}"))).to_have_count(1)
    page.keyboard.press("Tab")
    expect(note.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(button).to_be_focused()
    context.close()


def test_a_source_opens_and_closes_by_touch_on_a_phone(browser: Browser, home: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    unfolded(page, home + ACTION)
    note = page.locator(f"#{mark(page)}")
    button = page.locator(".av-source-mark").first
    box = button.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    button.tap()
    expect(note).to_be_visible()
    assert violations(page) == []
    seen = note.bounding_box()
    assert seen
    assert seen["x"] >= 0
    assert seen["x"] + seen["width"] <= 320
    note.get_by_role("button", name="Close").tap()
    expect(note).to_be_hidden()
    button.tap()
    page.touchscreen.tap(160, 40)
    expect(note).to_be_hidden()
    context.close()


def test_an_open_source_stays_inside_a_wide_window(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    unfolded(page, home + ACTION)
    for button in page.locator(".av-source-mark").all():
        button.click()
        box = page.locator(":popover-open").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= 1280
        assert box["y"] + box["height"] <= 800
        page.keyboard.press("Escape")


def test_a_browser_without_popovers_shows_what_the_sources_found_below(page: Page, home: str) -> None:
    def aged(route: Route) -> None:
        route.fulfill(body=re.sub(' popover="auto"', "", route.fetch().text()), content_type="text/html")

    page.route(re.compile(re.escape(CAUSE) + "$"), aged)
    unfolded(page, home + CAUSE)
    expect(page.locator(f"#{mark(page)}")).to_be_visible()
    expect(page.locator(".av-note").first).to_contain_text("Does not show:")


@pytest.mark.parametrize("path", [CAUSE, ACTION, MYTH])
def test_every_mark_opens_something_and_each_thing_has_a_mark(page: Page, home: str, path: str) -> None:
    page.goto(home + path)
    marks = page.locator(".av-source-mark").evaluate_all("all => all.map(each => each.popoverTargetElement?.id)")
    notes = page.locator(".av-note").evaluate_all("all => all.map(each => each.id)")
    assert notes
    assert set(marks) == set(notes)


@pytest.fixture
def paper(page: Page) -> Iterator[Page]:
    page.set_viewport_size({"width": 720, "height": 1000})
    page.emulate_media(media="print")
    yield page
    page.emulate_media(media="screen")


def test_on_paper_the_frame_is_gone_and_what_was_folded_is_there(paper: Page, home: str) -> None:
    paper.goto(home + CAUSE)
    for gone in (".md-header", ".md-sidebar--primary", ".md-footer", ".av-source-mark", ".av-note__close"):
        expect(paper.locator(gone).first).to_be_hidden()
    for note in paper.locator(".av-note").all():
        expect(note).to_be_visible()
    assert paper.locator(".av-rows li").first.evaluate("each => getComputedStyle(each).breakInside") == "avoid"
    assert paper.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_on_paper_links_that_lead_out_say_where(paper: Page, home: str) -> None:
    paper.goto(home + "evidence/")
    link = paper.locator('.av-source a[href^="https://doi.org/"]').first
    assert "attr(href)" not in link.evaluate("each => getComputedStyle(each, '::after').content")
    assert "https://doi.org/" in link.evaluate("each => getComputedStyle(each, '::after').content")


def test_forced_colours_leave_marks_and_meters_to_be_told_apart(browser: Browser, home: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(home + CAUSE)
    colour = "each => getComputedStyle(each).backgroundColor"
    filled = page.locator(".av-meter__on").first.evaluate(colour)
    assert filled != page.locator(".av-meter > :not(.av-meter__on)").first.evaluate(colour)
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("path", ["", CAUSE, ACTION])
def test_nothing_moves_where_that_is_asked_for(browser: Browser, home: str, path: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(home + path)
    slowest = page.evaluate("""() => Math.max(...[...document.querySelectorAll("*")].flatMap(each => {
        const style = getComputedStyle(each);
        return [...style.transitionDuration.split(","), ...style.animationDuration.split(",")].map(parseFloat);
    }))""")
    assert slowest <= 0.001
    context.close()
