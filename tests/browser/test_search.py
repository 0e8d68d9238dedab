"""The search finds what people mean, in the words in which they say it."""

import urllib.parse

import pytest
from playwright.sync_api import Page, Request, expect

MEANT = {
    "I talked too much": "causes/too-long/",
    "rambled": "causes/too-long/",
    "ghosted": "causes/nobody-could-decide/",
    "never heard back": "causes/role-frozen/",
    "panicked": "causes/nerves-took-over/",
    "I was nervous": "causes/nerves-took-over/",
    "overqualified": "causes/over-qualified/",
    "salary too high": "causes/pay-expectations/",
    "they already had someone": "causes/internal-candidate/",
    "too old": "causes/bias/",
    "my accent": "causes/bias/",
    "gap in my cv": "causes/unexplained-gap/",
    "bad reference": "causes/reference-or-check/",
    "didn't prepare": "causes/winging-it/",
    "culture fit": "causes/culture-fit/",
    "social media": "causes/online-presence/",
    "thank you": "actions/send-a-short-thank-you/",
    "typo": "causes/application-errors/",
}


@pytest.mark.parametrize(("said", "meant"), MEANT.items())
def test_the_search_finds_it_among_the_first_three(page: Page, home: str, said: str, meant: str) -> None:
    page.goto(f"{home}?q={urllib.parse.quote(said)}")
    results = page.locator(".md-search-result__item > .md-search-result__link")
    expect(results.first).to_be_visible()
    first = [link.get_attribute("href") or "" for link in results.all()[:3]]
    assert any(meant in href for href in first), first


def is_large(request: Request) -> bool:
    return "/search/docs." in request.url


def test_what_is_looked_through_comes_when_somebody_searches_and_not_before(page: Page, home: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if is_large(request) else None)
    with page.expect_response("**/search_index.json"):
        page.goto(home)
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    assert asked == []
    page.keyboard.type("ghosted", delay=20)
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert len(asked) == 1


def test_a_search_without_a_network_finds_nothing_and_with_it_again_all(page: Page, home: str) -> None:
    page.route("**/search/docs.*", lambda route: route.abort())
    page.goto(home)
    page.keyboard.press("/")
    page.keyboard.type("ghosted", delay=20)
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")
    page.unroute_all()
    page.keyboard.press("Backspace")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
