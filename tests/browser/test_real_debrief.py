"""The debrief of this guide as people take it: from start to result, by keyboard, and on paper."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from generator.guide import Guide
from generator.linting import linter
from generator.quiz.builder import SCENES, quiz_model
from tests.browser.conftest import START
from tests.browser.test_pages import violations
from tests.conftest import ROOT

CASES = ["foreman-on-a-crackling-line", "purchasing-manager-and-the-stand-in", "school-leaver-with-six-cards"]
MOST_PAGES = 40


@pytest.fixture(scope="module")
def guide() -> Guide:
    checked = linter.check(ROOT / "content")
    assert checked.guide
    return checked.guide


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def debrief(phone: BrowserContext, home: str) -> Page:
    page = phone.new_page()
    page.goto(f"{home}debrief/")
    page.get_by_role("button", name=START).wait_for()
    return page


def heading(page: Page) -> Locator:
    return page.locator("afterview-debrief h2").first


def is_asking(page: Page) -> bool:
    return page.locator(".quiz-go-on").count() > 0


def take(page: Page, guide: Guide, case: str) -> list[str]:
    """Answer by keyboard alone what a case answers, "Not sure" else; return the questions that were asked."""
    answers = guide.content.cases[case].value.answers
    by_text = {question.text: question for question in quiz_model(guide).questions}
    told = {
        guide.content.questions[id_].value.answers[option].text
        for id_, chosen in answers.items()
        for option in chosen or []
    }
    page.get_by_role("button", name=START).focus()
    page.keyboard.press("Enter")
    asked: list[str] = []
    while is_asking(page) and len(asked) < MOST_PAGES:
        expect(heading(page)).to_be_focused()
        # Neither the page for one's own words nor the checklist is a question.
        for choice in page.locator(".quiz-page-checklist .quiz-choice").all():
            if any(choice.inner_text().endswith(text) for text in told):
                tick(page, choice.locator("input"))
        if page.locator(".quiz-page-question").count():
            question = by_text[heading(page).inner_text()]
            asked.append(question.id)
            chosen = answers.get(question.id)
            extras = page.locator(".quiz-extras input")
            for text in [answer.text for answer in question.answers if answer.id in (chosen or [])]:
                tick(page, page.locator(".quiz-choice", has=page.get_by_text(text, exact=True)).locator("input"))
            if not chosen:
                tick(page, extras.last if chosen is None else extras.first)
        page_before = page.locator(".quiz-page").element_handle()
        page.keyboard.press("Enter")
        page.wait_for_function("page => !page.isConnected", arg=page_before)
    # The browser's history has a page, and its title, once the page is drawn.
    expect(page).to_have_title(re.compile(re.escape(" ".join(heading(page).inner_text().split()))))
    return asked


def tick(page: Page, choice: Locator) -> None:
    """Choose by the digit that is shown beside it, or by the space bar where there is none; what is ticked stays."""
    if choice.is_checked():
        return
    digit = choice.get_attribute("aria-keyshortcuts")
    if digit:
        page.keyboard.press(digit)
    else:
        choice.focus()
        page.keyboard.press("Space")


@pytest.mark.parametrize("case", CASES)
def test_a_case_finds_its_cause_by_keyboard_alone_at_320_pixels(debrief: Page, guide: Guide, case: str) -> None:
    asked = take(debrief, guide, case)
    assert 3 <= len(set(asked) - {SCENES}) <= guide.setup.debrief.stopping.most_pages
    expect(heading(debrief)).to_be_focused()
    debrief.locator(".quiz-export").wait_for()
    shown = debrief.locator(".quiz-ladder li a").all_inner_texts()[:3]
    outcome = guide.content.cases[case].value.turned_out
    assert guide.content.causes[outcome.main].value.title in shown
    assert debrief.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(debrief) == []


def test_nothing_lies_upon_a_question_that_is_gone_up_to(debrief: Page, guide: Guide) -> None:
    debrief.mouse.wheel(0, 1000)
    debrief.get_by_role("button", name=START).click()
    for _ in range(3):
        expect(heading(debrief)).to_be_focused()
        debrief.wait_for_timeout(300)  # until what the theme shows after a way up has come
        assert heading(debrief).evaluate("""heading => {
            const {left, top, width} = heading.getBoundingClientRect();
            const at = (part) => document.elementFromPoint(left + part * width, top + 16);
            return top >= 0 && [0.05, 0.3, 0.5, 0.7].every((part) => at(part) === heading);
        }""")
        debrief.locator(".quiz-choice").last.click()
        debrief.get_by_role("button", name=guide.content.ui_text.value.debrief.go_on).click()


def test_back_and_forward_keep_every_answer(debrief: Page, guide: Guide) -> None:
    asked = take(debrief, guide, CASES[0])
    result = heading(debrief).inner_text()
    titles = []
    texts = {question.id: question.text for question in quiz_model(guide).questions}
    for title in [texts[id_] for id_ in reversed(asked)]:
        while heading(debrief).inner_text() != title:
            before = heading(debrief).inner_text()
            debrief.go_back()
            expect(heading(debrief)).not_to_have_text(before)
            titles.append(before)
        assert debrief.locator("afterview-debrief :checked").count() >= 1
    for title in reversed(titles):
        debrief.go_forward()
        expect(heading(debrief)).to_have_text(title)
    assert titles[0] == result


def test_a_reload_and_a_changed_answer_keep_the_rest(debrief: Page, guide: Guide) -> None:
    take(debrief, guide, CASES[0])
    result = heading(debrief).inner_text()
    debrief.reload()
    expect(heading(debrief)).to_have_text(result)
    debrief.get_by_role("button", name="Your answers").click()
    told = debrief.locator(".quiz-answers").inner_text()
    question = guide.content.questions["reached"].value
    reached = guide.content.cases[CASES[0]].value.answers["reached"]
    assert reached
    for option in ("later-interview", reached[0]):
        debrief.get_by_role("button", name=re.compile(f"Change .*{re.escape(question.text)}")).click()
        debrief.get_by_label(question.answers[option].text).check()
        debrief.get_by_role("button", name=guide.content.ui_text.value.debrief.go_on).click()
        expect(heading(debrief)).to_have_text("Your answers")
        assert (debrief.locator(".quiz-answers").inner_text() == told) == (option == reached[0])
    debrief.get_by_role("button", name="See the result").click()
    expect(heading(debrief)).to_have_text(result)


def test_a_link_of_an_older_version_of_the_guide_opens_with_a_notice(phone: BrowserContext, home: str) -> None:
    page = phone.new_page()
    page.goto(f"{home}debrief/#d1~0123456789ab~reached.final-round~formats.in-person~no-such-question.x")
    notices = page.locator(".quiz-notices")
    expect(notices).to_contain_text("The guide has changed")
    expect(notices).to_contain_text("no-such-question")
    page.get_by_role("button", name="Open these answers").click()
    page.get_by_role("button", name="Your answers").click()
    assert page.locator(".quiz-answers > div").count() == 2


def test_the_key_after_nine_chooses_the_tenth_answer(debrief: Page, guide: Guide) -> None:
    debrief.get_by_role("button", name=START).click()
    while debrief.locator(".quiz-choice").count() < 11:
        if debrief.locator(".quiz-choice").count():
            debrief.keyboard.press("1")
        debrief.keyboard.press("Enter")
    debrief.keyboard.press("0")
    tenth = debrief.locator(".quiz-choice input").nth(9)
    expect(tenth).to_be_checked()
    expect(tenth).to_have_attribute("aria-keyshortcuts", "0")
    assert debrief.locator(".quiz-choice kbd").all_inner_texts()[:11] == [*"1234567890", ""]


def test_printing_puts_result_and_plan_on_one_a4_page(debrief: Page, guide: Guide, tmp_path: Path) -> None:
    take(debrief, guide, CASES[0])
    pdf = debrief.pdf(path=tmp_path / "result.pdf", format="A4")
    assert pdf.count(b"/Type /Page\n") == 1
    debrief.emulate_media(media="print")
    expect(debrief.locator(".quiz-tick").first).to_be_visible()
    expect(debrief.get_by_role("button", name="Print one page")).to_be_hidden()


def test_the_file_holds_the_answers_that_were_given(debrief: Page, guide: Guide) -> None:
    asked = take(debrief, guide, CASES[0])
    debrief.get_by_text("More ways:").click()
    with debrief.expect_download() as download:
        debrief.get_by_role("button", name="Save as JSON").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert [answer["question"] for answer in saved["answers"] if "question" in answer] == asked


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_the_page_holds_the_worksheet(browser: Browser, home: str, width: int, scheme: Any) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=False, color_scheme=scheme
    )
    page = context.new_page()
    page.goto(f"{home}debrief/")
    expect(page.get_by_role("heading", name="The debrief on paper")).to_be_visible()
    assert page.locator(".av-items > li").count() > 20
    context.close()
    # Axe is itself a script, so it looks at the same page with the quiz's own script held back.
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.route("**/quiz/**", lambda route: route.abort())
    page.goto(f"{home}debrief/")
    expect(page.get_by_role("heading", name="The debrief on paper")).to_be_visible(timeout=8000)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_the_worksheet_takes_few_sheets_of_paper(browser: Browser, home: str, guide: Guide) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}debrief/")
    # Fonts differ from machine to machine; a sheet has room for thirty answers and more, with their weights.
    answers = sum(len(question.value.answers) for question in guide.content.questions.values())
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= answers / 30
    context.close()


def test_the_worksheet_is_not_seen_while_the_quiz_is_on_its_way(browser: Browser, home: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/quiz.*.json", hold)
    page.goto(f"{home}debrief/")
    expect(page.locator(".av-worksheet")).to_be_hidden()
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.get_by_role("button", name=START)).to_be_visible()
    assert page.locator(".av-worksheet").count() == 0
    context.close()


def test_the_page_shows_its_first_words_while_the_script_loads_and_the_worksheet_if_it_does_not(
    phone: BrowserContext, home: str
) -> None:
    page = phone.new_page()
    page.route("**/ui/element.*", lambda route: route.abort())
    page.goto(f"{home}debrief/")
    expect(page.get_by_role("heading", name="What is worth checking first?")).to_be_visible()
    items = page.locator(".av-items > li")
    assert items.first.evaluate("item => item.checkVisibility({contentVisibilityAuto: true})") is False
    page.wait_for_function("item => item.checkVisibility()", arg=items.first.element_handle(), timeout=10_000)


def test_the_first_words_stay_where_they_were(phone: BrowserContext, home: str) -> None:
    page = phone.new_page()
    places = []
    for blocked in ("**/ui/element.*", "**/nothing"):
        page.route(blocked, lambda route: route.abort())
        page.goto(f"{home}debrief/")
        if places:
            expect(page.get_by_role("button", name=START)).to_be_visible()
        places.append([page.locator(f"afterview-debrief {each}").first.bounding_box() for each in ("h2", ".quiz-lead")])
        page.unroute_all()
    assert places[0] == places[1]
