"""What pages do besides being read: messages to fill in, signs to tick, lists to filter, and what is folded."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import violations

UNREAD = ("script", "style", "template")
CAUSE = "causes/too-long/"
MESSAGE = "actions/ask-for-feedback/"
HAND_WRITTEN = "read-your-rejection-message/"


@pytest.fixture(scope="session")
def site_causes(site: Path) -> list[str]:
    """Return the addresses of all causes."""
    return [f"causes/{page.parent.name}/" for page in sorted((site / "causes").glob("*/index.html"))]


@pytest.mark.parametrize("path", [MESSAGE, HAND_WRITTEN])
def test_a_message_is_filled_in_where_it_stands_and_copied_as_it_is_seen(
    browser: Browser, home: str, path: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(home + path)
    message = page.locator(".av-words").filter(has=page.locator(".blank")).first
    blank = message.get_by_role("textbox").first
    blank.focus()
    page.keyboard.type("Dr Möller-Sá")
    page.keyboard.press("Enter")
    message.get_by_role("button").press("Enter")
    expect(message.get_by_role("status")).to_contain_text("Copied. Still as in the example:")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Dr Möller-Sá" in copied
    assert not re.search(r"[{}]", copied)
    assert copied == message.locator("blockquote").inner_text().strip()
    assert violations(page) == []
    context.close()


def test_an_emptied_blank_shows_its_example_again(page: Page, home: str) -> None:
    page.goto(home + MESSAGE)
    blank = page.get_by_role("textbox").first
    example = blank.inner_text()
    blank.fill("")
    page.keyboard.press("Tab")
    expect(blank).to_have_text(example)


def test_where_the_browser_does_not_copy_the_words_are_selected(page: Page, home: str) -> None:
    page.goto(home + MESSAGE)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    message = page.locator(".av-words").first
    message.get_by_role("button").click()
    expect(message.get_by_role("status")).not_to_be_empty()
    assert page.evaluate("getSelection().toString().trim()") == message.locator("blockquote").inner_text().strip()


def test_a_message_without_a_script_is_read_with_its_example(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home + MESSAGE)
    message = page.locator(".av-words").first
    assert not re.search(r"[{}]", message.inner_text())
    expect(message.get_by_role("button")).to_have_count(0)
    context.close()


def test_ticks_stay_on_the_device_and_go_into_the_debrief(page: Page, home: str) -> None:
    page.goto(home + CAUSE)
    form = page.locator(".av-signs")
    link = form.get_by_role("link")
    plain = link.get_attribute("href")
    box = form.get_by_role("checkbox").first
    box.press("Space")
    page.reload()
    expect(box).to_be_checked()
    name, value = box.get_attribute("name"), box.get_attribute("value")
    link.click()
    page.wait_for_url(re.compile(r"/debrief/#d\d"))
    assert f"{name}.{value}" in page.url
    expect(page.get_by_role("button", name=re.compile("answers"))).to_be_visible()
    page.goto(home + CAUSE)
    form.get_by_role("button", name="Untick all").click()
    expect(box).not_to_be_checked()
    expect(link).to_have_attribute("href", re.compile(re.escape((plain or "").strip("./")) + "/?$"))
    assert page.evaluate("Object.keys(localStorage).filter(key => key.endsWith('/ticks'))") == []


# How far things moved that nobody had touched, since the page began.
SHIFT = """() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (sum += value)))
        .observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => setTimeout(() => resolve(sum), 300));
})"""


@pytest.mark.parametrize(
    "path", ["", CAUSE, MESSAGE, HAND_WRITTEN, "actions/", "evidence/", "stages/", "your-rights/", "myths/"]
)
def test_nothing_on_a_page_moves_when_its_scripts_begin(browser: Browser, home: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    # As on a slow line: what is written is on the screen before the modules are there.
    page.route("**/*.js", lambda route: (page.wait_for_timeout(400), route.continue_()))
    page.goto(home + path)
    assert page.evaluate(SHIFT) == 0
    context.close()


class ReadText(HTMLParser):
    """Collects the text of a page that readers see."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.unread = 0

    def handle_starttag(self, tag: str, _: object) -> None:
        """Count the elements around the text that hold none."""
        self.unread += tag in UNREAD

    def handle_endtag(self, tag: str) -> None:
        """Count them off again."""
        self.unread -= tag in UNREAD

    def handle_data(self, data: str) -> None:
        """Take the text."""
        if not self.unread:
            self.text += data


def test_no_page_shows_a_brace_or_a_character_reference_or_says_twice_that_there_is_no_study(site: Path) -> None:
    for path in site.rglob("*.html"):
        reader = ReadText()
        reader.feed(path.read_text(encoding="utf-8"))
        assert not re.search(r".{0,40}(?:[{}]|&#).{0,40}", reader.text), path
        if path.parent.name != "evidence":
            said = re.findall(
                r"none of our sources|bibliography (?:holds|has) no|no study listed", reader.text, re.IGNORECASE
            )
            assert len(said) <= 1, path


def test_actions_are_filtered_by_when_and_minutes(page: Page, home: str) -> None:
    page.goto(home + "actions/")
    rows = page.locator(".av-due li")
    all_rows = rows.count()
    page.get_by_label("When").select_option(index=1)
    page.get_by_label("Takes").select_option("15")
    shown = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(shown) < all_rows
    assert all(int(row.get_attribute("data-minutes") or "0") <= 15 for row in shown)
    expect(page.locator(".av-filter [role=status]")).to_have_text(f"{len(shown)} of {all_rows}")


def test_without_a_script_all_actions_are_listed_and_nothing_filters_them(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home + "actions/")
    expect(page.locator(".av-filter")).to_be_hidden()
    assert all(row.is_visible() for row in page.locator(".av-due li").all())
    context.close()


def test_a_link_opens_what_it_leads_to_however_deep_it_is_folded(page: Page, home: str) -> None:
    page.goto(home + "evidence/")
    source = page.locator(".av-source").last
    expect(source).to_be_hidden()
    page.goto(f"{home}evidence/#{source.get_attribute('id')}")
    expect(source.locator("p").first).to_be_visible()
    expect(source).to_be_in_viewport()


@pytest.mark.parametrize("path", [CAUSE, "rights/great-britain/", "evidence/"])
def test_on_paper_nothing_is_folded(page: Page, home: str, path: str) -> None:
    page.goto(home + path)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


@pytest.mark.parametrize(("path", "screens"), [("", 3.5), (CAUSE, 4.4), ("evidence/", 3), ("rights/united-states/", 8)])
def test_a_page_is_short_on_a_phone(browser: Browser, home: str, path: str, screens: float) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(home + path)
    assert page.evaluate("document.documentElement.scrollHeight") <= screens * 844
    context.close()


def test_the_first_step_of_a_cause_is_within_the_first_screen(
    browser: Browser, home: str, site_causes: list[str]
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    for path in site_causes:
        page.goto(home + path)
        box = page.locator(".av-first").bounding_box()
        assert box
        assert box["y"] <= 750, path
    context.close()


@pytest.mark.parametrize("path", ["", CAUSE, MESSAGE, "actions/", "evidence/", "rights/great-britain/"])
@pytest.mark.parametrize("state", ["dark", "forced", "rtl", "open"])
def test_a_page_holds_in_other_states(browser: Browser, home: str, path: str, state: str) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 700},
        color_scheme="dark" if state == "dark" else "light",
        forced_colors="active" if state == "forced" else "none",
    )
    page = context.new_page()
    page.goto(home + path)
    if state == "rtl":
        page.evaluate("document.documentElement.dir = document.body.dir = 'rtl'")
    if state == "open":
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
