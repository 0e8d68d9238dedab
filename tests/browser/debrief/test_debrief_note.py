"""What happened in the reader's own words: facts of the guide that fit are offered, and what fits nothing is kept."""

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.browser.debrief.conftest import NARROW, Debrief

NOTICED = "Which of these did you notice?"


def field(debrief: Debrief) -> Locator:
    return debrief.page.get_by_label(debrief.strings["note_label"])


def suggestions(debrief: Debrief) -> Locator:
    return debrief.page.locator(".quiz-note .quiz-choice")


def open_field(debrief: Debrief) -> Locator:
    debrief.unfold("note_other")
    return field(debrief)


def to_note_page(debrief: Debrief) -> None:
    debrief.press("start")
    while debrief.page.locator(".quiz-page-question").count():
        debrief.choose(debrief.strings["not_sure"])
    assert debrief.title == debrief.strings["note_title"]


def test_a_fact_is_found_by_what_people_say_and_told_though_no_page_asked(debrief: Debrief) -> None:
    debrief.press("start")
    open_field(debrief).fill("The whole loaf was like sea water")
    fact = suggestions(debrief).filter(has_text="It tasted salty")
    expect(fact).to_be_visible()
    expect(debrief.page.get_by_role("group", name="The dough and the loaf")).to_be_visible()
    fact.click()
    debrief.choose("I baked it and it came out flat")
    assert debrief.saved()["answers"] == [
        {"question": "got-to", "chosen": ["baking"]},
        {"note": "The whole loaf was like sea water", "facts": [{"question": "noticed", "option": "salty"}]},
    ]


def test_at_most_five_facts_are_offered_and_one_that_was_picked_stays(debrief: Debrief) -> None:
    debrief.press("start")
    box = open_field(debrief)
    box.fill("It was freezing in there")
    suggestions(debrief).filter(has_text="I wore a coat").click()
    box.fill("Salty. Sticky. It tore. A spoon. A scale. A shirt. A jumper.")
    expect(suggestions(debrief)).to_have_count(6)  # the one that was picked, and five of the seven that fit
    expect(suggestions(debrief).filter(has_text="I wore a coat").locator("input")).to_be_checked()


def test_words_come_by_dictation_or_paste_as_well_as_by_keys(debrief: Debrief) -> None:
    debrief.press("start")
    open_field(debrief).evaluate("""box => {
        box.value = "It was freezing in there";
        box.dispatchEvent(new InputEvent("input", {bubbles: true}));
    }""")
    expect(suggestions(debrief).filter(has_text="I wore a coat")).to_be_visible()


def test_what_the_page_itself_asks_about_is_ticked_on_the_page(debrief: Debrief) -> None:
    debrief.press("start")
    while debrief.title != NOTICED:
        if debrief.page.locator(".quiz-page-question").count():
            debrief.option(debrief.strings["not_sure"]).check()
        debrief.go_on()
    open_field(debrief).fill("like sea water")
    suggestions(debrief).filter(has_text="It tasted salty").click()
    expect(debrief.page.locator(".quiz-options").first.get_by_label("It tasted salty")).to_be_checked()


def test_words_that_fit_nothing_are_kept_and_can_be_taken_back(debrief: Debrief) -> None:
    to_note_page(debrief)
    field(debrief).fill("Zzyzx!")
    expect(debrief.page.get_by_text(debrief.strings["note_no_facts"])).to_be_visible()
    debrief.go_on()
    assert {"note": "Zzyzx!", "facts": []} in debrief.saved()["answers"]
    debrief.press("your_answers")
    debrief.press("note_remove", "Zzyzx!")
    expect(debrief.status).to_have_text(debrief.strings["note_removed"])
    assert not [event for event in debrief.saved()["answers"] if "note" in event]


def test_the_page_for_own_words_can_be_passed_over(debrief: Debrief) -> None:
    to_note_page(debrief)
    before = debrief.saved()["answers"]
    debrief.go_on()
    assert debrief.title != debrief.strings["note_title"]
    assert debrief.saved()["answers"] == before


def test_enter_and_digits_write_in_the_field(debrief: Debrief) -> None:
    debrief.press("start")
    box = open_field(debrief)
    box.click()
    debrief.page.keyboard.type("1 loaf")
    debrief.page.keyboard.press("Enter")
    expect(box).to_have_value("1 loaf\n")
    assert debrief.page.locator("fieldset :checked").count() == 0


def test_words_are_kept_where_neither_the_search_nor_its_data_can_be_had(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief(viewport=NARROW)
    debrief.page.route("**/facts.json", lambda route: route.fulfill(status=404))
    debrief.page.route("**/fact-search.js", lambda route: route.abort())
    debrief.open()
    debrief.press("start")
    open_field(debrief).fill("It was freezing")
    expect(debrief.page.get_by_text(debrief.strings["note_no_facts"])).to_be_visible()
    debrief.go_on()
    assert {"note": "It was freezing", "facts": []} in debrief.saved()["answers"]
    debrief.diagnostics.clear()


def test_words_alone_answer_a_page_as_not_sure(debrief: Debrief) -> None:
    debrief.press("start")
    open_field(debrief).fill("Something else")
    debrief.go_on()
    assert debrief.saved()["answers"][0] == {"question": "got-to", "chosen": None}
