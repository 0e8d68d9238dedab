"""Without a network the site is as it was, one version at a time, whatever happened to it on the way."""

import hashlib
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect

from generator.site.engines.registry import build_site
from tests.browser.conftest import START
from tests.browser.host import Host, hosted
from tests.conftest import ROOT, copied_guide

# A page of the core, at the same address in every version and with other bytes.
CHANGED = "debrief/"
FILES_OF_PAGE = """async () => {
  const addresses = [location.href, ...performance.getEntriesByType("resource").map(({name}) => name)];
  const found = {};
  for (const address of new Set(addresses)) {
    const bytes = await (await fetch(address)).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    found[address] = [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  return found;
}"""


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return two states of the tiny guide's site: in the second a title, the model and a script are different."""
    folder = copied_guide(tmp_path_factory.mktemp("guides") / "bread")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AFTERVIEW_SITE_URL", "https://example.org/guide/")
        assert build_site(folder / "mkdocs.yml", folder / "one") == (0, ())
        cause = folder / "content/causes/dead-yeast.yml"
        text = cause.read_text(encoding="utf-8").replace("The yeast was dead", "The yeast had died")
        cause.write_text(text, encoding="utf-8")
        assert build_site(folder / "mkdocs.yml", folder / "two") == (0, ())
    return folder / "one", folder / "two"


@pytest.fixture
def host(versions: tuple[Path, Path]) -> Iterator[Host]:
    with hosted(versions[0]) as host:
        yield host


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def listed(site: Path) -> dict[str, Any]:
    """Return what the service worker of a site knows of it."""
    [text] = re.findall(r"const SITE = (\{.*\});", (site / "sw.js").read_text(encoding="utf-8"))
    found: dict[str, Any] = json.loads(text)
    return found


def until(page: Page, check: Callable[[Page], bool], what: str) -> None:
    limit = time.monotonic() + 20
    while not check(page):
        assert time.monotonic() < limit, what
        page.wait_for_timeout(50)


def kept(page: Page, version: str) -> int:
    """Return how many files of a version are kept."""
    script = """async (end) => {
      const name = (await caches.keys()).find((name) => name.endsWith(end));
      return name ? (await (await caches.open(name)).keys()).length : 0;
    }"""
    return int(page.evaluate(script, version))


def whole(page: Page, site: Path) -> None:
    """Wait until all pages of a site are kept."""
    known = listed(site)
    pages = [path for path in known["rest"] if path.endswith(".html")]
    until(page, lambda page: kept(page, known["version"]) >= len(known["core"]) + len(pages) + 1, "all pages are kept")


def is_active(page: Page) -> bool:
    script = """async () => {
      const found = await navigator.serviceWorker.getRegistration();
      return Boolean(found?.active?.state === "activated" && !found.installing && !found.waiting);
    }"""
    return bool(page.evaluate(script))


def opened(context: BrowserContext, host: Host, path: str = "") -> Page:
    page = context.new_page()
    page.goto(host.address + path)
    return page


def cut_off(host: Host) -> None:
    def fail(*_: Any) -> bytes:
        raise OSError

    host.spoil = fail


def test_once_opened_the_debrief_and_the_guide_work_without_a_network(context: BrowserContext, host: Host) -> None:
    page = opened(context, host, "debrief/")
    whole(page, host.folder)
    cut_off(host)
    context.set_offline(True)
    page.reload()
    page.get_by_role("button", name=START).click()
    while page.locator(".quiz-go-on").count():
        go_on = page.locator(".quiz-go-on").element_handle()
        if page.locator(".quiz-choice").count():
            page.locator(".quiz-choice").first.click()
        page.keyboard.press("Enter")
        go_on.wait_for_element_state("hidden")
    page.locator("afterview-debrief a[href*='causes/']").first.click()
    page.wait_for_url("**/causes/**")
    assert page.locator("h1").inner_text()
    page.goto(host.address)
    page.keyboard.press("/")
    page.keyboard.type("yeast", delay=20)
    page.locator(".av-search__results a").first.click()
    page.goto(f"{host.address}causes/dead-yeast")
    assert page.url == f"{host.address}causes/dead-yeast/"
    assert page.evaluate("getComputedStyle(document.querySelector('.av-lead')).fontSize") != "16px"


def test_a_page_stays_with_its_version_and_a_new_one_is_wholly_new(
    context: BrowserContext, host: Host, versions: tuple[Path, Path]
) -> None:
    one, two = (listed(site) for site in versions)
    page = opened(context, host, "debrief/")
    whole(page, host.folder)
    page.reload()
    host.folder = versions[1]
    other = opened(context, host, "causes/dead-yeast/")
    assert other.locator("h1").inner_text() == "The yeast was dead"
    until(other, lambda page: is_active(page) and kept(page, two["version"]) >= len(two["core"]), "the update is there")
    for each in (page, other):
        assert versions_of(each, one, two) == {"one"}
    page.reload()
    assert versions_of(page, one, two) == {"two"}
    assert versions_of(other, one, two) == {"one"}
    other.goto(f"{host.address}causes/dead-yeast/")
    assert other.locator("h1").inner_text() == "The yeast had died"
    assert versions_of(other, one, two) == {"two"}
    forget_pins(page)
    page.evaluate("navigator.serviceWorker.controller.postMessage('fill')")
    until(page, lambda page: kept(page, one["version"]) == 0, "the version that nobody has open is deleted")


def versions_of(page: Page, one: dict[str, Any], two: dict[str, Any]) -> set[str]:
    """Return the versions to which the files of a page belong; a file that is the same in both counts for none."""
    found = page.evaluate(FILES_OF_PAGE)
    assert len(found) > 5
    hashes = [{**each["core"], **each["rest"]}.values() for each in (one, two)]
    assert all(each in {*hashes[0], *hashes[1]} for each in found.values())
    return {
        name
        for name, own, others in (("one", *hashes), ("two", *reversed(hashes)))
        if ({*own} - {*others}) & {*found.values()}
    }


def forget_pins(page: Page) -> None:
    """Make it long ago that pages were opened."""
    script = """async () => {
      const [name] = (await caches.keys()).filter((name) => name.endsWith("pins"));
      const cache = await caches.open(name);
      for (const key of await cache.keys()) {
        const pin = await (await cache.match(key)).json();
        await cache.put(key, new Response(JSON.stringify({...pin, at: 0})));
      }
    }"""
    page.evaluate(script)


def test_a_version_that_is_only_half_on_the_server_is_not_taken(
    context: BrowserContext, host: Host, versions: tuple[Path, Path]
) -> None:
    one, two = (listed(site) for site in versions)
    page = opened(context, host, "debrief/")
    whole(page, host.folder)
    old = (versions[0] / CHANGED / "index.html").read_bytes()
    host.folder = versions[1]
    host.spoil = lambda name, data: old if name == CHANGED else data
    page.reload()
    asked = len(host.asked)
    until(page, lambda _: host.asked[asked:].count(f"/guide/{CHANGED}") > 1, "it was asked for again")
    until(page, is_active, "the installation has ended")
    page.reload()
    assert versions_of(page, one, two) == {"one"}
    host.spoil = lambda _, data: data
    page.reload()
    until(page, lambda page: is_active(page) and kept(page, two["version"]) > len(two["core"]), "the update is there")
    page.reload()
    assert versions_of(page, one, two) == {"two"}


def test_a_page_not_in_the_cache_is_loaded_whole_from_the_network(
    context: BrowserContext, host: Host, versions: tuple[Path, Path]
) -> None:
    one, two = (listed(site) for site in versions)
    context.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page = opened(context, host)
    until(page, is_active, "the worker is there")
    page.reload()
    page.wait_for_timeout(500)
    # Beside what is needed at once there is the list of files, and the sitemap for which the theme asks.
    assert kept(page, one["version"]) <= len(one["core"]) + 2, "who saves data gets no page that was not opened"
    host.folder = versions[1]
    host.spoil = lambda name, data: b"no worker" if name == "sw.js" else data
    page.goto(f"{host.address}causes/dead-yeast/")
    assert page.locator("h1").inner_text() == "The yeast had died"
    assert versions_of(page, one, two) == {"two"}


def test_an_installation_that_was_broken_off_goes_on_where_it_ended(context: BrowserContext, host: Host) -> None:
    core = listed(host.folder)["core"]
    unlucky = min(path for path in core if path.startswith("assets/quiz/ui/"))

    def spoil(name: str, data: bytes) -> bytes:
        if name == unlucky:
            raise OSError
        return data[: len(data) // 2] if name == CHANGED else data

    host.spoil = spoil
    page = opened(context, host)
    script = "navigator.serviceWorker.getRegistration().then((found) => Boolean(found?.active))"
    page.wait_for_timeout(1500)
    assert not page.evaluate(script)
    host.spoil = lambda _, data: data
    asked = len(host.asked)
    page.reload()
    until(page, is_active, "the worker is there")
    again = {path.removeprefix("/guide/") for path in host.asked[asked:]}
    assert {unlucky, CHANGED} <= again
    whole(page, host.folder)
    cut_off(host)
    context.set_offline(True)
    page.goto(f"{host.address}debrief/")
    expect(page.get_by_role("button", name=START)).to_be_visible()


def test_a_browser_that_is_closed_amid_the_installation_takes_it_up_again(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], host: Host, tmp_path: Path
) -> None:
    waiting, over = threading.Event(), threading.Event()

    def hang(name: str, data: bytes) -> bytes:
        if name == CHANGED and "/guide/sw.js" in host.asked:
            waiting.set()
            over.wait(20)
        return data

    host.spoil = hang
    context = browser_type.launch_persistent_context(tmp_path, **browser_type_launch_args)
    opened(context, host)
    for _ in range(200):
        if waiting.is_set():
            break
        context.pages[0].wait_for_timeout(50)
    assert waiting.is_set()
    context.close()
    over.set()
    host.spoil = lambda _, data: data
    context = browser_type.launch_persistent_context(tmp_path, **browser_type_launch_args)
    page = opened(context, host, "debrief/")
    whole(page, host.folder)
    cut_off(host)
    context.set_offline(True)
    page.reload()
    expect(page.get_by_role("button", name=START)).to_be_visible()
    context.close()


TAMPER = """async ([path, text]) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      if (!new URL(key.url).pathname.endsWith(path)) continue;
      const old = await (await cache.match(key)).text();
      const headers = {"content-type": "text/html"};
      await cache.put(key, new Response(text ?? old.slice(0, old.length / 2), {headers}));
    }
  }
}"""


@pytest.mark.parametrize("text", ["<h1>tampered</h1>", None], ids=["tampered", "truncated"])
def test_what_is_not_what_it_should_be_is_fetched_anew_or_not_shown(
    context: BrowserContext, host: Host, text: str | None
) -> None:
    page = opened(context, host)
    whole(page, host.folder)
    page.evaluate(TAMPER, ["causes/dead-yeast/index.html", text])
    page.goto(f"{host.address}causes/dead-yeast/")
    assert page.locator("h1").inner_text() == "The yeast was dead"
    assert page.locator("footer").count() == 1
    cut_off(host)
    page.goto(f"{host.address}causes/dead-yeast/")
    assert page.locator("footer").count() == 1, "it was mended"
    page.evaluate(TAMPER, ["causes/dead-yeast/index.html", text])
    with pytest.raises(Exception, match="ERR_"):
        page.goto(f"{host.address}causes/dead-yeast/")


def test_a_worker_that_knows_no_files_takes_itself_away(context: BrowserContext, host: Host) -> None:
    page = opened(context, host)
    whole(page, host.folder)
    source = (ROOT / "site_overrides/sw.js").read_bytes()
    host.spoil = lambda name, data: source if name == "sw.js" else data
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
    script = "navigator.serviceWorker.getRegistration().then((found) => !found)"
    until(page, lambda page: bool(page.evaluate(script)), "it is gone")
    assert page.evaluate("caches.keys()") == []


def test_a_version_is_named_by_what_is_in_it(versions: tuple[Path, Path]) -> None:
    for site in versions:
        known = listed(site)
        for path, digest in {**known["core"], **known["rest"]}.items():
            assert hashlib.sha256((site / path).read_bytes()).hexdigest()[:16] == digest, path
    assert listed(versions[0])["version"] != listed(versions[1])["version"]
