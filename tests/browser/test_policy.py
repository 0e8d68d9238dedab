"""Pages keep to their policy in a real browser: all that they do is allowed, and what others put into them is not."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from generator.site.engines.registry import ENGINES, build_site
from generator.site.postprocess import bundle
from tests.browser.conftest import START
from tests.browser.host import Host, hosted
from tests.conftest import copied_guide

WATCH = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`violated: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""
INSTANT = "theme: {name: material, features: [navigation.instant], custom_dir"


@pytest.fixture(scope="module", params=["as it is", "with instant navigation"])
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    folder = copied_guide(tmp_path_factory.mktemp("guides") / "bread")
    config = folder / "mkdocs.yml"
    if request.param != "as it is":
        text = config.read_text(encoding="utf-8").replace("theme: {name: material, custom_dir", INSTANT)
        config.write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, hosted(folder / "site") as host:
        patch.setenv("AFTERVIEW_SITE_URL", host.address)
        assert build_site(config, folder / "site") == (0, ())
        yield host


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    context.add_init_script(WATCH)
    yield context
    context.close()


@pytest.fixture
def complaints(context: BrowserContext) -> Iterator[list[str]]:
    """Collect what a browser complains of, and fail where there was anything."""
    found: list[str] = []
    context.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    context.on("weberror", lambda error: found.append(str(error.error)))
    context.on("request", lambda request: found.append(request.url) if "127.0.0.1" not in request.url else None)
    yield found
    assert found == []


def test_search_dark_mode_and_drawer_work(context: BrowserContext, host: Host, complaints: list[str]) -> None:
    page = context.new_page()
    page.goto(f"{host.address}causes/dead-yeast/")
    page.keyboard.press("/")
    page.keyboard.type("flour", delay=20)
    expect(page.locator(".av-search__results a").first).to_be_visible()
    page.keyboard.press("Escape")
    scheme = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("label[for^=__palette]:visible").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", scheme or "")
    page.set_viewport_size({"width": 400, "height": 800})
    page.get_by_role("button", name="Navigation", exact=True).click()
    expect(page.locator(".md-sidebar--primary .md-nav__link").first).to_be_in_viewport()
    page.locator(".md-sidebar--primary a[href*=debrief]").first.click()
    page.wait_for_url("**/debrief/")
    expect(page.locator("afterview-debrief h2").first).to_be_visible()


def test_the_debrief_works_to_its_result_and_on_paper(
    context: BrowserContext, host: Host, complaints: list[str], tmp_path: Path
) -> None:
    page = context.new_page()
    page.goto(f"{host.address}debrief/")
    page.get_by_role("button", name=START).click()
    while page.locator(".quiz-go-on").count():
        go_on = page.locator(".quiz-go-on").element_handle()
        if page.locator(".quiz-choice").count():
            page.locator(".quiz-choice").first.click()
        page.keyboard.press("Enter")
        # The next page may have no choices: what is looked for on this one must not be waited for on that.
        go_on.wait_for_element_state("hidden")
    expect(page.locator(".quiz-export")).to_be_visible()
    page.evaluate("for (const details of document.querySelectorAll('afterview-debrief details')) details.open = true")
    with page.expect_download() as found:
        page.locator("afterview-debrief button").filter(has_text="calendar").first.click()
    assert found.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert len(page.pdf()) > 1000
    page.locator("a[href*='causes/']").first.click()
    page.wait_for_url("**/causes/**")
    page.go_back()
    expect(page.locator("afterview-debrief h2").first).to_be_visible()


def test_the_worksheet_is_there_without_scripts(browser: Browser, host: Host) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host.address}debrief/")
    expect(page.locator(".av-worksheet table")).to_be_visible()
    context.close()


def test_the_form_works(context: BrowserContext, host: Host, complaints: list[str]) -> None:
    page = context.new_page()
    page.goto(f"{host.address}contribute/#cause/dead-yeast")
    expect(page.locator("afterview-contribution form, afterview-contribution details").first).to_be_visible()


def inserted(html: str) -> str:
    return f"document.body.insertAdjacentHTML('beforeend', {json.dumps(html)})"


def script(**values: str) -> str:
    return f"document.body.append(Object.assign(document.createElement('script'), {json.dumps(values)}))"


FOREIGN = {
    "script inside": script(text="window.pwned = 1"),
    "handler": inserted('<img src=x onerror="window.pwned = 1">'),
    "address": inserted('<a id=bad href="javascript:window.pwned = 1">x</a>') + "; bad.click()",
    "frame": inserted('<iframe srcdoc="<script>parent.pwned = 1</script>"></iframe>'),
    "text as code": "setTimeout(() => { window.pwned = new Function('return 1')() })",
    "data": script(src="data:text/javascript,window.pwned=1"),
    "other host": script(src="https://example.org/x.js"),
    "style": inserted("<style>body {outline: 7px solid}</style>"),
    "sent elsewhere": "void fetch('https://example.org/').then(() => { window.pwned = 1 }, () => {})",
}


@pytest.mark.parametrize("code", FOREIGN.values(), ids=FOREIGN.keys())
def test_what_others_put_into_a_page_does_nothing(context: BrowserContext, host: Host, code: str) -> None:
    page = context.new_page()
    page.goto(f"{host.address}causes/dead-yeast/")
    with page.expect_console_message(lambda message: "violate" in message.text):
        page.evaluate(f"() => {{ {code} }}")
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("getComputedStyle(document.body).outlineWidth") != "7px"


def test_the_debrief_works_without_esbuild(
    context: BrowserContext, complaints: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "PROJECT", tmp_path / "nowhere")
    folder = copied_guide(tmp_path / "bread")
    assert build_site(folder / "mkdocs.yml", folder / "site", ENGINES["zensical"]) == (0, ())
    assert len([*(folder / "site/assets/quiz").rglob("*.js")]) > 20
    with hosted(folder / "site") as host:
        page = context.new_page()
        page.goto(f"{host.address}debrief/")
        page.locator("afterview-debrief button").first.click()
        expect(page.locator(".quiz-choice").first).to_be_visible()
