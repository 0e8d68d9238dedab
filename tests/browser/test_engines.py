"""The guide as Zensical builds it, in a real browser: debrief, search, policy, and the way without a network."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from generator.site.engines.registry import ENGINES, build_site
from tests.browser.host import Host, hosted
from tests.browser.test_pages import PAGES, violations
from tests.browser.test_search import results
from tests.conftest import ROOT

WATCH = """
addEventListener("securitypolicyviolation", (event) => console.error(`violated: ${event.violatedDirective}`));
"""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    site = tmp_path_factory.mktemp("zensical") / "site"
    with pytest.MonkeyPatch.context() as patch, hosted(site) as host:
        patch.setenv("AFTERVIEW_SITE_URL", host.address)
        assert build_site(ROOT / "mkdocs.yml", site, ENGINES["zensical"]) == (0, ())
        yield host


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a context that fails where the browser complained of anything."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(WATCH)
    found: list[str] = []
    context.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    context.on("weberror", lambda error: found.append(str(error.error)))
    yield context
    context.close()
    assert found == []


def test_the_debrief_begins_and_goes_on(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    page.goto(f"{host.address}debrief/")
    page.locator("afterview-debrief button").first.click()
    expect(page.locator(".quiz-choice").first).to_be_visible()
    asked = page.locator("afterview-debrief h2").first.inner_text()
    page.locator(".quiz-choice").first.click()
    page.keyboard.press("Enter")
    expect(page.locator("afterview-debrief h2").first).not_to_have_text(asked)


def test_the_search_is_the_same(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    page.goto(f"{host.address}causes/too-long/")
    page.keyboard.press("/")
    page.keyboard.insert_text("I talked too much")
    expect(results(page).first).to_be_visible()
    assert any("causes/too-long/" in (link.get_attribute("href") or "") for link in results(page).all()[:3])
    assert violations(page) == []
    assert page.locator(".md-search__button, [role=listbox]").count() == 0


def test_it_opens_without_a_network_once_it_was_opened(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    page.goto(host.address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    context.set_offline(True)
    page.goto(f"{host.address}debrief/")
    page.locator("afterview-debrief button").first.click()
    expect(page.locator(".quiz-choice").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", [*PAGES.values(), "debrief/", "404.html"])
def test_no_page_shuts_anybody_out(browser: Browser, host: Host, path: str, width: int, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(host.address + path)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
