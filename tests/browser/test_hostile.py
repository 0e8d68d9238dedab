"""A guide of nothing but hostile words, built past all checks, in a real browser: nothing runs, and no page breaks."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.guide import Guide
from generator.loading import load
from generator.pages.publication import Publication
from generator.pages.urls import Site
from generator.site.config import read_settings
from generator.site.engines import mkdocs, zensical
from generator.site.pipeline import files
from generator.site.postprocess.steps import finish
from generator.site.swap import draft_of
from generator.site.writer import write
from tests.browser.host import Host, hosted
from tests.conftest import copied_guide
from tests.hostile import HOSTILE, of_nothing_else

WATCH = """
window.complaints = [];
addEventListener("securitypolicyviolation", (event) => complaints.push(event.violatedDirective + " " + event.sample));
for (const name of ["alert", "confirm", "prompt"]) window[name] = () => complaints.push(name);
"""
# Whatever happens to the frame of a page happens to one of these.
FRAME = """() => {
  const count = (selector) => document.querySelectorAll(selector).length;
  const attributes = [...document.querySelectorAll("*")].flatMap((each) => each.getAttributeNames());
  return {
    h1: count("h1"), main: count("main"), article: count("main article"), header: count("body > header"),
    foot: count("body > .md-container > footer"),
    inside: count("article :is(script:not([type]), iframe, object, embed, style, base, img, video)")
      + count("article form:not([class^=av-])"),
    handlers: attributes.filter((name) => name.startsWith("on")).length,
    links: [...document.links].filter(({protocol}) => !/^(https?|mailto):$/.test(protocol)).length,
  };
}"""
WHOLE = {"h1": 1, "main": 1, "article": 1, "foot": 1, "header": 1, "inside": 0, "handlers": 0, "links": 0}

# Each text another of the words, or each text all of them.
GUIDES = {
    "one each": lambda number: HOSTILE[number % len(HOSTILE)],
    "another each": lambda number: HOSTILE[number * 7 % len(HOSTILE)],
    "all in all": lambda number: "\n\n".join(HOSTILE[number % 9 :: 9]),
}


ENGINES = {
    "mkdocs": mkdocs.build,
    "zensical": lambda config, site: zensical.run(
        read_settings(config), config.parent, config.parent / "build/docs", site
    ),
}


@pytest.fixture(scope="module", params=itertools.product(ENGINES, GUIDES), ids=" ".join)
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    folder = copied_guide(tmp_path_factory.mktemp("guides") / "bread")
    content, _ = load(folder / "content")
    assert content
    engine, guide = request.param
    hostile, _ = of_nothing_else(content, GUIDES[guide])
    made = files(Publication(Guide(hostile), site=Site("https://example.org/guide/")))
    write(made, folder / "build/docs")
    config = folder / "mkdocs.yml"
    lines = config.read_text(encoding="utf-8").splitlines()
    config.write_text(
        "\n".join([*(each for each in lines if not each.startswith("hooks")), "hooks: []"]), encoding="utf-8"
    )
    assert ENGINES[engine](config, draft_of(folder / "site")) == 0
    assert finish(draft_of(folder / "site"), folder) == ()
    with hosted(draft_of(folder / "site")) as host:
        yield host


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(service_workers="block")
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def is_unharmed(page: Page) -> bool:
    return bool(page.evaluate("window.pwned === undefined && window.complaints.length === 0"))


def pages(site: Path) -> list[str]:
    return [path.parent.relative_to(site).as_posix() + "/" for path in sorted(site.rglob("index.html"))]


def test_nothing_runs_and_no_page_breaks(page: Page, host: Host) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in pages(host.folder):
        page.goto(host.address + path)
        assert page.evaluate(FRAME) == WHOLE, path
        assert is_unharmed(page), path
    assert [url for url in asked if not url.startswith(host.address)] == []


def test_the_debrief_and_the_search_show_the_words_as_words(page: Page, host: Host) -> None:
    page.goto(f"{host.address}debrief/")
    page.locator("afterview-debrief button").first.click()
    for _ in range(12):
        if not page.locator(".quiz-go-on").count():
            break
        if page.locator(".quiz-choice").count():
            page.keyboard.press("1")
        page.keyboard.press("Enter")
    assert page.locator("afterview-debrief h2").count() > 0
    assert page.locator("afterview-debrief :is(script, iframe, img, style, object)").count() == 0
    assert is_unharmed(page)
    page.goto(f"{host.address}")
    page.keyboard.press("/")
    page.keyboard.insert_text("script")
    found = page.locator(".av-search__results a")
    expect(found.first).to_be_visible(timeout=20_000)
    assert found.locator(":is(script, iframe, img, style, object)").count() == 0
    assert is_unharmed(page)
