"""One question on a page: chosen by mouse, keyboard and shortcut, with the browser's own way back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.debrief.conftest import NARROW, Debrief

FAR, FOAM, NOTICED = "How far did you get?", "What did the yeast do in warm water?", "Which of these did you notice?"


def test_the_worksheet_is_replaced_and_nothing_takes_the_focus_at_first(debrief: Debrief) -> None:
    assert debrief.title == "What is worth checking first?"
    assert debrief.page.locator("#worksheet").count() == 0
    assert debrief.page.evaluate("document.activeElement === document.body")
    assert debrief.page.title() == "Why is my bread flat?"


def test_a_question_is_a_fieldset_with_its_heading_as_legend_and_nothing_chosen(debrief: Debrief) -> None:
    debrief.press("start")
    group = debrief.page.get_by_role("group", name=FAR)
    expect(group.locator("legend h2")).to_have_text(FAR)
    expect(group.locator("legend h2")).to_be_focused()
    assert group.get_by_role("radio").count() == 4
    assert group.locator(":checked").count() == 0
    described = (group.get_attribute("aria-describedby") or "").split()
    assert "Choose the last thing that happened." in [debrief.page.inner_text(f"#{each}") for each in described]
    expect(debrief.page).to_have_title(re.compile(f"^{re.escape(FAR)}"))


def test_targets_are_at_least_44_pixels_high(debrief: Debrief) -> None:
    debrief.press("start")
    for target in debrief.page.locator(".quiz-choice, afterview-debrief button, afterview-debrief summary").all():
        box = target.bounding_box()
        assert box
        assert box["height"] >= 44, target.inner_text()


def test_the_whole_debrief_goes_by_keyboard_alone(debrief: Debrief) -> None:
    page, key = debrief.page, debrief.page.keyboard
    for _ in range(10):
        key.press("Tab")
        if page.evaluate("document.activeElement.textContent") == debrief.strings["start"]:
            break
    key.press("Enter")
    asked = 0
    while debrief.is_asking():
        asked += 1
        assert asked < 20
        expect(debrief.heading).to_be_focused()
        if page.locator(".quiz-page-question").count():
            if asked % 2:
                key.press("1")
            else:
                key.press("Tab")
                key.press("Space")
            assert page.locator("afterview-debrief fieldset :checked").count() == 1
        else:
            while page.evaluate("document.activeElement.textContent") != debrief.strings["go_on"]:
                key.press("Tab")
        before = page.locator(".quiz-page").element_handle()
        key.press("Enter")
        page.wait_for_function("page => !page.isConnected", arg=before)
    assert asked > 2
    expect(debrief.heading).to_be_focused()
    expect(page.locator(".quiz-page-result")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_digits_do_nothing_where_there_is_no_such_answer_or_a_modifier(debrief: Debrief) -> None:
    debrief.press("start")
    for keys in ("9", "0", "Control+1", "Alt+1"):
        debrief.page.keyboard.press(keys)
    assert debrief.page.locator(":checked").count() == 0


def test_continue_without_an_answer_shows_a_summary_that_leads_to_the_first_option(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.press("go_on")
    alert = debrief.page.get_by_role("alert")
    expect(alert).to_be_focused()
    assert debrief.page.title().startswith("Error:")
    assert debrief.strings["error_pick_one"] in debrief.page.locator(".quiz-error").inner_text()
    alert.get_by_role("link").click()
    expect(debrief.page.get_by_role("radio").first).to_be_focused()
    assert "#" not in debrief.page.url
    debrief.choose("It rested and hardly rose")
    assert debrief.title != FAR


def test_none_and_not_sure_go_with_no_other_tick(debrief: Debrief) -> None:
    debrief.press("start")
    while debrief.title != NOTICED:
        debrief.choose(debrief.strings["not_sure"])
    page = debrief.page
    debrief.option("It tasted salty").check()
    debrief.option("It tore instead of stretching").check()
    assert page.locator(":checked").count() == 2
    debrief.option("None of these").check()
    assert page.locator(":checked").count() == 1
    debrief.option(debrief.strings["not_sure"]).check()
    assert page.locator(":checked").count() == 1
    debrief.option("It tasted salty").check()
    expect(debrief.option(debrief.strings["not_sure"])).not_to_be_checked()
    debrief.option("It tasted salty").uncheck()
    debrief.option("None of these").check()
    debrief.press("go_on")
    assert debrief.saved()["answers"][-1] == {"question": "noticed", "chosen": []}


def test_the_browsers_back_and_forward_lead_through_every_step(debrief: Debrief) -> None:
    debrief.press("start")
    titles = []
    while debrief.is_asking():
        titles.append(debrief.title)
        if debrief.page.locator(".quiz-page-question").count():
            debrief.option(debrief.strings["not_sure"]).check()
        debrief.go_on()
    last = debrief.title
    for title in reversed(titles):
        debrief.go_back()
        expect(debrief.heading).to_have_text(title)
        expect(debrief.heading).to_be_focused()
        if debrief.page.locator(".quiz-page-question").count():
            expect(debrief.option(debrief.strings["not_sure"])).to_be_checked()
    debrief.go_back()
    expect(debrief.page.locator(".quiz-page-start")).to_be_visible()
    for title in [*titles, last]:
        debrief.page.go_forward()
        expect(debrief.heading).to_have_text(title)


def test_the_back_button_does_what_the_browsers_own_does(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.choose("I mixed it and gave up")
    debrief.press("back")
    expect(debrief.heading).to_have_text(FAR)
    expect(debrief.option("I mixed it and gave up")).to_be_checked()
    debrief.press("back")
    expect(debrief.page.locator(".quiz-page-start")).to_be_visible()


def test_why_and_so_far_open_on_demand(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.unfold("why_this")
    expect(debrief.page.locator(".quiz-asides")).to_contain_text(debrief.strings["why_separates"])
    while debrief.title != NOTICED:
        if debrief.page.locator(".quiz-page-question").count():
            debrief.option(debrief.strings["not_sure"]).check()
        debrief.go_on()
    debrief.choose("It tasted salty")
    debrief.unfold("so_far")
    expect(debrief.page.locator(".quiz-asides .quiz-plain")).to_contain_text("There was too much salt")


def test_an_answer_is_changed_without_repeating_the_rest(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.answer({FAR: "I baked it and it came out flat"})
    debrief.press("your_answers")
    before = debrief.saved()["answers"]
    debrief.press("change", FOAM)
    expect(debrief.option(debrief.strings["not_sure"])).to_be_checked()
    debrief.choose("Nothing at all")
    assert debrief.title == "Your answers"
    after = debrief.saved()["answers"]
    assert [each.get("question") for each in after] == [each.get("question") for each in before]
    assert [each for each in after if each not in before] == [{"question": "foam", "chosen": ["nothing"]}]


def test_a_change_that_makes_another_answer_pointless_says_so(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.answer({FAR: "It rested and hardly rose", "How warm was the room?": "I wore a coat"})
    debrief.press("your_answers")
    debrief.press("change", FAR)
    debrief.choose("I mixed it and gave up")
    assert "How warm was the room?" in debrief.page.locator(".quiz-notices").inner_text()
    assert "room" not in [each.get("question") for each in debrief.saved()["answers"]]


ELEMENTS_MADE_BY_A_PRESS = """() => {
    const make = document.createElement;
    let count = 0;
    document.createElement = (name) => { count += 1; return make.call(document, name); };
    document.querySelector(".quiz form").requestSubmit();
    document.createElement = make;
    return count;
}"""
AHEAD_MILLISECONDS = 500


def test_while_one_looks_at_a_choice_the_page_it_leads_to_is_made(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief(viewport={"width": 1280, "height": 800}).open()
    debrief.press("start")
    for answer in ("I mixed it and gave up", "It rested and hardly rose"):
        debrief.option(answer).check()
        debrief.page.wait_for_timeout(AHEAD_MILLISECONDS)
    assert debrief.saved() is None
    assert debrief.page.evaluate(ELEMENTS_MADE_BY_A_PRESS) == 0
    expect(debrief.heading).to_be_focused()
    assert debrief.title != FAR
    expect(debrief.page.locator(".quiz-told dd").first).to_have_text("It rested and hardly rose")
    expect(debrief.page.locator(".quiz-bar > span")).to_contain_text("2")


def test_a_page_that_was_made_for_another_choice_is_not_shown(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.answer({FAR: "It rested and hardly rose", "How warm was the room?": "I wore a coat"})
    debrief.press("your_answers")
    debrief.press("change", FAR)
    debrief.option("I mixed it and gave up").check()
    debrief.page.wait_for_timeout(AHEAD_MILLISECONDS)
    debrief.choose("It rested and hardly rose")
    assert debrief.page.locator(".quiz-notices").count() == 0
    debrief.press("change", FAR)
    debrief.option("I mixed it and gave up").check()
    debrief.page.wait_for_timeout(AHEAD_MILLISECONDS)
    debrief.go_on()
    assert "How warm was the room?" in debrief.page.locator(".quiz-notices").inner_text()


def fits(debrief: Debrief) -> bool:
    debrief.unfold_all()
    return bool(debrief.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_nothing_scrolls_sideways_on_any_page_at_320_pixels_or_from_right_to_left(
    new_debrief: Callable[..., Debrief],
) -> None:
    for direction in ("ltr", "rtl"):
        debrief = new_debrief(viewport=NARROW).open()
        page = debrief.page
        page.evaluate("direction => document.documentElement.dir = direction", direction)
        assert fits(debrief)
        debrief.press("start")
        while debrief.is_asking():
            assert fits(debrief), debrief.title
            if page.locator(".quiz-page-question").count():
                debrief.option(debrief.strings["not_sure"]).check()
            debrief.go_on()
        assert fits(debrief)
        debrief.press("your_answers")
        assert fits(debrief)


@pytest.mark.parametrize("way", ["the button", "the browser's own"])
def test_an_answer_that_is_changed_stays_changed_when_going_back(debrief: Debrief, way: str) -> None:
    debrief.press("start")
    debrief.choose("I mixed it and gave up")
    debrief.press("back")
    debrief.option("I baked it and it came out flat").check()
    if way == "the button":
        debrief.press("back")
    else:
        debrief.go_back()
    expect(debrief.page.locator(".quiz-page-start")).to_be_visible()
    debrief.page.go_forward()
    expect(debrief.option("I baked it and it came out flat")).to_be_checked()


def test_ticks_that_are_all_taken_back_are_no_answer_when_going_back(debrief: Debrief) -> None:
    debrief.press("start")
    while debrief.title != NOTICED:
        debrief.choose(debrief.strings["not_sure"])
    debrief.choose("It tasted salty")
    debrief.go_back()
    expect(debrief.heading).to_have_text(NOTICED)
    debrief.option("It tasted salty").uncheck()
    debrief.go_back()
    expect(debrief.heading).not_to_have_text(NOTICED)
    debrief.page.go_forward()
    expect(debrief.option("It tasted salty")).to_be_checked()


def test_what_is_on_a_page_is_kept_when_a_link_beside_it_leads_elsewhere(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.choose("It rested and hardly rose")
    for key in ("your_answers", "to_result"):
        debrief.option("Nothing at all").check()
        debrief.press(key)
        assert {"question": "foam", "chosen": ["nothing"]} in debrief.saved()["answers"]
        debrief.go_back()
        expect(debrief.heading).to_have_text(FOAM)


def test_an_empty_page_is_still_unanswered_after_a_look_elsewhere(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.choose("It rested and hardly rose")
    debrief.press("your_answers")
    assert [event["question"] for event in debrief.saved()["answers"]] == ["got-to"]
