"""The search in a real browser: what it asks for and when, how it is used, and where a browser gives it little."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from tests.browser.test_pages import violations

BLOCKED = """
for (const name of ["localStorage", "sessionStorage", "caches", "indexedDB"])
  Object.defineProperty(window, name, {get() { throw new DOMException("blocked", "SecurityError"); }});
"""


def field(page: Page) -> Locator:
    """Return the field of the search."""
    return page.get_by_role("searchbox")


def results(page: Page) -> Locator:
    """Return the links to the results."""
    return page.locator(".av-search__results a")


def is_data(request: Request) -> bool:
    """Tell whether a request is for the data of the search."""
    return "/search/index." in request.url


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("I talked too much", "causes/too-long/"),
        ("“ghosted”:", "causes/nobody-could-decide/"),
        ("nepotims", "rival-was-known/"),
    ],
)
def test_an_address_with_a_query_opens_the_search_with_it(page: Page, home: str, said: str, meant: str) -> None:
    page.goto(f"{home}?q={said}")
    expect(field(page)).to_have_value(said)
    expect(results(page).first).to_be_visible()
    first = [link.get_attribute("href") or "" for link in results(page).all()[:3]]
    assert any(meant in href for href in first), first
    assert violations(page) == []


def test_the_data_comes_when_somebody_searches_and_not_before(page: Page, home: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if is_data(request) else None)
    page.goto(home, wait_until="networkidle")
    assert asked == []
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("ghosted")
    expect(results(page).first).to_be_visible()
    assert len(asked) == 1


def test_without_a_network_it_says_so_and_the_next_letter_tries_again(page: Page, home: str) -> None:
    page.route("**/search/index.*", lambda route: route.abort())
    page.goto(home)
    page.keyboard.press("/")
    page.keyboard.type("ghosted")
    expect(page.locator(".av-search__status")).to_contain_text("could not be loaded")
    expect(page.locator(".av-nothing")).to_be_hidden()
    page.unroute_all()
    page.keyboard.press("Backspace")
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize("kind", ["insertFromPaste", "insertText", "insertReplacementText"])
def test_what_is_pasted_or_dictated_is_searched_for_without_a_key(page: Page, home: str, kind: str) -> None:
    page.goto(home)
    page.get_by_role("button", name="Search", exact=True).click()
    script = """(element, inputType) => {
      element.value = "ghosted";
      element.dispatchEvent(new InputEvent("input", {inputType, bubbles: true}));
    }"""
    field(page).evaluate(script, kind)
    expect(results(page).first).to_be_visible()


def test_it_is_used_by_keyboard_alone(page: Page, home: str) -> None:
    page.goto(home)
    page.keyboard.press("Control+k")
    page.keyboard.type("ghosted")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results(page).first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).to_be_hidden()
    page.keyboard.press("/")
    expect(field(page)).to_have_value("ghosted")
    href = results(page).first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(href)


def test_the_first_result_is_opened_even_where_enter_is_faster_than_the_data(page: Page, home: str) -> None:
    page.goto(home)
    page.keyboard.press("/")
    page.keyboard.insert_text("overqualified")
    page.keyboard.press("Enter")
    page.wait_for_url("**/causes/over-qualified/")


@pytest.mark.parametrize("key", ["ArrowDown", "Escape", "k"])
def test_keys_of_an_input_method_are_left_to_it(page: Page, home: str, key: str) -> None:
    page.goto(home)
    page.keyboard.press("/")
    page.keyboard.type("ghosted")
    expect(results(page).first).to_be_visible()
    script = """(field, key) => field.dispatchEvent(
      new KeyboardEvent("keydown", {key, isComposing: true, bubbles: true, cancelable: true, ctrlKey: key === "k"}))"""
    field(page).evaluate(script, key)
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("ghosted")


def test_what_is_typed_after_the_search_was_closed_does_not_get_into_it(page: Page, home: str) -> None:
    page.goto(home)
    page.keyboard.press("/")
    page.keyboard.type("ghosted")
    page.keyboard.press("Escape")
    page.keyboard.type("more")
    page.keyboard.press("/")
    expect(field(page)).to_have_value("ghosted")


def test_a_slash_in_a_field_is_a_slash(page: Page, home: str) -> None:
    page.goto(f"{home}contribute/#cause")
    box = page.locator("afterview-contribution input").first
    box.focus()
    page.keyboard.press("/")
    expect(box).to_have_value("/")
    expect(page.locator("dialog[open]")).to_have_count(0)


@pytest.fixture
def blocked(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """Return a page of a browser that blocks what a site would keep, and the errors on it."""
    context = browser.new_context(service_workers="block")
    context.add_init_script(BLOCKED)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page, errors
    context.close()


def test_search_and_colours_work_where_site_data_is_blocked(blocked: tuple[Page, list[str]], home: str) -> None:
    page, errors = blocked
    page.goto(f"{home}causes/too-long/")
    page.keyboard.press("/")
    page.keyboard.type("hijab")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Escape")
    scheme = page.locator("body").get_attribute("data-md-color-scheme") or ""
    page.locator("label[for^=__palette]:visible").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", scheme)
    assert errors == []


def test_without_scripts_no_button_promises_a_search(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home)
    expect(page.locator(".av-search-open")).to_be_hidden()
    context.close()
