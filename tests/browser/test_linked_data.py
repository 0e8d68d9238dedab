"""Linked data in a page under the strictest policy for scripts: it is data, so nothing is blocked and nothing runs."""

import json

from playwright.sync_api import Page

from generator.guide import EntryRef
from generator.pages.json_ld import linked_data
from generator.pages.urls import Site
from tests.conftest import BREAD, guide_of

POLICY = "default-src 'none'; script-src 'none'"
HOSTILE = "</script><script>document.title = 'run'</script><!-- <script>"
RUNS = "<script>document.title = 'run'</script>"


def shown(page: Page, body: str) -> list[str]:
    """Show a page under the policy, and return what the browser complained of."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.set_content(
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>still</title>{body}<p>end</p>'
    )
    return said


def test_the_policy_would_have_blocked_a_script(page: Page) -> None:
    assert any("Content Security Policy" in words for words in shown(page, RUNS))
    assert page.title() == "still"


def test_linked_data_pass_a_strict_policy_and_nothing_in_them_runs(page: Page) -> None:
    guide = guide_of(BREAD / "content")
    text = linked_data(guide, Site("https://example.org/"), EntryRef("cause", "dead-yeast"), HOSTILE, HOSTILE)
    said = shown(page, f'<script type="application/ld+json">{text}</script>')
    assert said == []
    assert page.title() == "still"
    assert page.locator("script").count() == 1
    assert page.locator("p").inner_text() == "end"
    read = json.loads(page.locator("script").text_content() or "")
    assert read["@graph"][0]["name"] == HOSTILE
