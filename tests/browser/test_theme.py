"""What stands around a page: the way home, and the drawer and the search of a narrow page, by keyboard alone."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_pages import violations

PAGES = ["", "causes/too-long/", "debrief/", "your-rights/", "404.html"]
FOCUSED = """() => {
    const {x, y, width, height} = document.activeElement.getBoundingClientRect();
    const seen = getComputedStyle(document.activeElement).visibility === "visible";
    return {x, y, right: x + width, height, seen, isMain: !!document.activeElement.closest("main .md-content")};
}"""


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    yield context.new_page()
    context.close()


def drawer(page: Page) -> Locator:
    return page.get_by_role("button", name="Navigation", exact=True)


def search(page: Page) -> Locator:
    return page.get_by_role("button", name="Search", exact=True)


@pytest.mark.parametrize("path", PAGES[:4])
def test_the_first_stops_of_a_narrow_page_are_in_sight_and_few(narrow: Page, home: str, path: str) -> None:
    narrow.goto(home + path)
    expect(drawer(narrow)).to_be_visible()
    stops: list[dict[str, Any]] = []
    while not stops or not stops[-1]["isMain"]:
        narrow.keyboard.press("Tab")
        stops.append(narrow.evaluate(FOCUSED))
        assert len(stops) <= 6
    assert all(each["seen"] and each["x"] >= 0 and each["right"] <= 320 for each in stops)


def test_the_drawer_opens_and_closes_by_keyboard_and_gives_the_focus_back(narrow: Page, home: str) -> None:
    narrow.goto(home + "causes/too-long/")
    expect(drawer(narrow)).to_have_attribute("aria-expanded", "false")
    drawer(narrow).press("Enter")
    expect(drawer(narrow)).to_have_attribute("aria-expanded", "true")
    expect(narrow.locator(".md-sidebar--primary .md-logo")).to_be_focused()
    narrow.keyboard.press("Tab")
    link = narrow.locator(".md-sidebar--primary a.md-nav__link:focus")
    expect(link).to_be_in_viewport()
    assert violations(narrow) == []
    narrow.keyboard.press("Escape")
    expect(drawer(narrow)).to_be_focused()
    expect(drawer(narrow)).to_have_attribute("aria-expanded", "false")
    expect(narrow.locator(".md-sidebar--primary .md-logo")).to_be_hidden()


def test_every_stop_in_the_open_drawer_is_in_sight_and_behind_the_last_it_closes(narrow: Page, home: str) -> None:
    narrow.goto(home + "your-rights/")
    drawer(narrow).press("Space")
    narrow.wait_for_timeout(400)  # until it has slid in
    stops = 0
    while narrow.evaluate("!!document.activeElement.closest('.md-sidebar')"):
        place = narrow.evaluate(FOCUSED)
        assert place["seen"]
        assert place["x"] >= 0
        assert 0 <= place["y"] <= 700 - place["height"] / 2
        stops += 1
        narrow.keyboard.press("Tab")
    assert stops > 20
    expect(drawer(narrow)).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("key", ["Enter", "/"])
def test_the_search_of_a_narrow_page_opens_by_keyboard_and_gives_the_focus_back(
    narrow: Page, home: str, key: str
) -> None:
    narrow.goto(home)
    if key == "Enter":
        search(narrow).focus()
    narrow.keyboard.press(key)
    field = narrow.get_by_role("searchbox")
    expect(field).to_be_focused()
    narrow.keyboard.type("ghosted", delay=20)
    expect(field).to_have_value("ghosted")
    expect(narrow.locator(".av-search__results a").first).to_be_visible()
    assert violations(narrow) == []
    narrow.keyboard.press("Escape")
    expect(search(narrow)).to_be_focused()
    expect(field).to_be_hidden()


def test_the_drawer_and_the_search_open_by_finger(browser: Browser, home: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(home + "causes/too-long/")
    drawer(page).tap()
    expect(page.locator(".md-sidebar--primary a.md-nav__link").first).to_be_in_viewport()
    page.touchscreen.tap(340, 400)
    expect(page.locator(".md-sidebar--primary a.md-nav__link").first).to_be_hidden()
    search(page).tap()
    expect(page.get_by_role("searchbox")).to_be_focused()
    context.close()


def test_without_scripts_the_keyboard_opens_the_drawer_too(browser: Browser, home: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    page.goto(home)
    expect(page.locator(".md-sidebar--primary .md-logo")).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".md-sidebar--primary .md-logo")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 800, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_the_name_leads_home_from_every_page_and_is_whole(browser: Browser, home: str, path: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    page.goto(home + path)
    page.mouse.wheel(0, 600)
    link = page.locator(".md-header").get_by_role("link", name="Afterview")
    expect(link).to_be_in_viewport()
    assert link.evaluate("each => each.scrollWidth <= each.clientWidth")
    link.press("Enter")
    page.wait_for_url(home)
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_search_that_finds_nothing_says_where_to_go(browser: Browser, home: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    page.goto(home + "causes/too-long/")
    page.keyboard.press("/")
    page.keyboard.type("ghosted", delay=20)
    expect(page.locator(".av-search__results a").first).to_be_visible()
    expect(page.locator(".av-nothing")).to_be_hidden()
    page.keyboard.press("Control+a")
    page.keyboard.type("qqxyzz", delay=20)
    expect(page.locator(".av-nothing a:visible")).to_have_count(5)
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/the-first-24-hours/")
    context.close()


def test_the_first_page_has_a_door_for_each_situation(page: Page, home: str) -> None:
    page.goto(home)
    doors = page.locator(".av-doors a")
    expect(doors).to_have_count(4)
    name = doors.first.locator("span").inner_text()
    doors.first.click()
    expect(page.locator("h1")).to_have_text(name)


def test_a_table_of_running_text_is_ruled_and_its_figures_end_at_the_right(page: Page, home: str) -> None:
    page.goto(home + "how-the-debrief-reasons/")
    look = "each => (({textAlign, borderBlockEndWidth}) => [textAlign, borderBlockEndWidth])(getComputedStyle(each))"
    assert page.locator(".av-numbers tbody th").first.evaluate(look) == ["start", "1px"]
    assert page.locator(".av-numbers td").first.evaluate(look) == ["end", "1px"]
