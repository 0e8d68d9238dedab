"""The search finds what people mean, in the words in which they say it."""

import re
import urllib.parse
from collections.abc import Callable

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
# In whole sentences, as people type them; the words that stand in every sentence are not what they look for.
IN_SENTENCES = {
    "they ghosted me": "causes/nobody-could-decide/",
    "am I too old": "causes/bias/",
    "I\u2019m too old": "causes/bias/",
    "was it because of my age": "causes/bias/",
    "no reply": "causes/nobody-could-decide/",
    "why wasnt I hired": "causes/stronger-candidate/",
    "crying": "causes/nerves-took-over/",
    "no answer": "causes/nobody-could-decide/",
    "the job went to someone else": "causes/internal-candidate/",
    "they said I was overqualified": "causes/over-qualified/",
    "I didnt prepare": "causes/winging-it/",
    "they talked about culture fit": "causes/culture-fit/",
}


@pytest.mark.parametrize(("said", "meant"), [*MEANT.items(), *IN_SENTENCES.items()])
def test_the_search_finds_it_among_the_first_three(page: Page, home: str, said: str, meant: str) -> None:
    page.goto(f"{home}?q={urllib.parse.quote(said)}")
    results = page.locator(".md-search-result__item > .md-search-result__link")
    expect(results.first).to_be_visible()
    first = [link.get_attribute("href") or "" for link in results.all()[:3]]
    assert any(meant in href for href in first), first


@pytest.fixture
def found(page: Page, home: str) -> Callable[[str], list[str]]:
    """Return what finds the addresses of all results of a query, best first."""

    def find(said: str) -> list[str]:
        page.goto(f"{home}?q={urllib.parse.quote(said)}")
        expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("matching document"))
        links = page.locator(".md-search-result__item > .md-search-result__link:first-child").all()
        return [urllib.parse.urlsplit(link.get_attribute("href") or "").path for link in links]

    return find


def test_words_that_stand_in_every_sentence_are_not_looked_for(found: Callable[[str], list[str]]) -> None:
    assert sorted(found("they ghosted me")) == sorted(found("ghosted"))
    assert found("why wasnt I hired") == found("why wasn't I hired")
    assert sorted(found("why wasn't I hired")) == sorted(found("hired"))


def test_what_has_all_of_the_words_comes_first(found: Callable[[str], list[str]]) -> None:
    both = found("+culture +accent")
    assert found("culture accent")[: len(both)] == both


def test_a_short_word_has_to_be_there_as_it_is(found: Callable[[str], list[str]]) -> None:
    assert found("dat") == []
    assert found("date") != []


def test_what_is_written_as_an_expression_stays_one(found: Callable[[str], list[str]]) -> None:
    assert found("+salary -range") not in ([], found("salary"))


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
