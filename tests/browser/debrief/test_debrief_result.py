"""What the answers point to, the plan, and taking both along."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.debrief.conftest import NARROW, Debrief, bread_model

TODAY = "new Intl.DateTimeFormat('en-GB', {dateStyle: 'long'}).format(new Date())"
FLOUR = {
    "How far did you get?": "I baked it and it came out flat",
    "What did the yeast do in warm water?": "It foamed within ten minutes",
    "Which of these did you notice?": "The dough stayed sticky whatever I did",
    "Did the same bag work for anyone else?": "No, theirs was flat too",
}
YEAST = {
    "How far did you get?": "It rested and hardly rose",
    "What did the yeast do in warm water?": "Nothing at all",
    "When did you open the yeast?": "More than a year ago",
    "How warm was the room?": "I wore a shirt",
    "Which of these did you notice?": "None of these",
}


@pytest.fixture
def flour(debrief: Debrief) -> Debrief:
    """Return a debrief at a result that points to the flour."""
    debrief.press("start")
    debrief.answer(FLOUR)
    return debrief


def saved_file(debrief: Debrief, key: str) -> Path:
    with debrief.page.expect_download() as download:
        debrief.press(key)
    path = download.value.path()
    return path.rename(path.with_name(download.value.suggested_filename))


def serve_model(debrief: Debrief, model: dict[str, Any]) -> None:
    """Let the page have this model in place of its own."""
    body = json.dumps(model)
    debrief.page.route("**/bread.json", lambda route: route.fulfill(body=body, content_type="application/json"))


def begin_with(debrief: Debrief, model: dict[str, Any]) -> None:
    """Open the page with this model, at the first question."""
    serve_model(debrief, model)
    debrief.open()
    debrief.press("start")


def section(debrief: Debrief, name: str) -> Locator:
    return debrief.page.locator(f".quiz-{name}")


def test_the_result_leads_with_the_reason_what_was_told_and_one_thing_to_do(flour: Debrief) -> None:
    assert flour.title == "Worth checking first: The flour was weak"
    text = section(flour, "verdict").inner_text()
    for part in (
        "Outside your control",
        "Shopping",
        "You told us",
        "No, theirs was flat too",
        "When this is the reason, the flour",
    ):
        assert part in text
    first = section(flour, "first")
    assert first.get_by_role("heading").inner_text() == "Tell the mill"
    assert "Dear [name]," in first.inner_text()
    link = flour.page.locator(".quiz-ladder").get_by_role("link", name="The flour was weak")
    assert link.get_attribute("href") == f"{flour.address.split('/tests/')[0]}/tests/causes/weak-flour/"
    assert flour.page.locator("afterview-debrief svg:not([aria-hidden=true] *, [aria-hidden=true])").count() == 0
    assert "%" not in flour.page.inner_text("afterview-debrief")


def test_the_picture_of_the_journey_says_the_same_in_words(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.answer(YEAST)
    stops = debrief.page.locator(".quiz-journey .quiz-stop")
    assert [stop.text_content() for stop in stops.all()][1] == "Mixing: 1 of 2 reasons"
    assert "The yeast was dead" in debrief.page.locator(".quiz-journey li").nth(1).inner_text()
    assert "It ended here" in debrief.page.locator(".quiz-journey .quiz-reached").inner_text()
    assert debrief.page.locator(".quiz-marks .quiz-lit").count() == debrief.page.locator(".quiz-ladder > li").count()


def test_nothing_that_was_told_is_lost_or_said_twice(debrief: Debrief) -> None:
    debrief.press("start")
    asked = debrief.answer(FLOUR)
    debrief.settle()
    text = debrief.page.locator("afterview-debrief").evaluate("element => element.textContent")
    answers = [answer for question, answer in FLOUR.items() if question in asked]
    assert len(answers) > 2
    for answer in answers:
        assert text.count(answer) == 1


@pytest.mark.parametrize(
    ("cause", "can_be_hidden", "said"),
    [
        ("too-much-salt", False, "fear_no"),
        ("too-much-salt", True, "fear_explained"),
        ("dead-yeast", False, "fear_unneeded"),
        ("weak-flour", False, "fear_shown"),
    ],
)
def test_a_fear_is_answered_by_what_was_told_and_what_can_hide_never_with_no(
    new_debrief: Callable[..., Debrief], cause: str, can_be_hidden: bool, said: str
) -> None:
    debrief = open_with_fear(new_debrief, cause, can_be_hidden=can_be_hidden)
    debrief.answer(
        {**FLOUR, "What do you fear?": "My fault", "What did the yeast do in warm water?": debrief.strings["not_sure"]}
    )
    text = section(debrief, "fear").inner_text()
    assert 'You said: "My fault"' in text
    assert debrief.strings[said].replace("{cause}", "The flour was weak") in text
    assert "Weigh everything and start again" not in text
    assert debrief.title == "Worth checking first: The flour was weak"


def test_what_points_to_a_fear_is_more_than_one_fact(new_debrief: Callable[..., Debrief]) -> None:
    told = {**FLOUR, "Which of these did you notice?": "It tasted salty", "What do you fear?": "My fault"}
    rarer = {"too-much-salt": {"prior": 0.02}, "weak-flour": {"prior": 0.3}}
    said = {}
    for salt in ("With a spoon", "By hand"):
        debrief = open_with_fear(new_debrief, "too-much-salt", can_be_hidden=False, changes=rarer)
        debrief.answer({**told, "How did you measure the salt?": salt})
        said[salt] = section(debrief, "fear").inner_text()
        assert debrief.title == "Worth checking first: The flour was weak"
    assert debrief.strings["fear_unneeded"] in said["With a spoon"]
    assert debrief.strings["fear_weaker"] in said["By hand"]
    assert ["It tasted salty" in text for text in said.values()] == [False, True]


def test_a_fear_is_released_but_not_ruled_out_where_the_reason_comes_before_anybody_looks(
    new_debrief: Callable[..., Debrief],
) -> None:
    said = []
    for stage in ("shopping", "rising"):
        debrief = open_with_fear(
            new_debrief, "too-much-salt", can_be_hidden=True, changes={"weak-flour": {"stage": stage}}
        )
        debrief.answer({**FLOUR, "What do you fear?": "My fault"})
        assert debrief.title == "Worth checking first: The flour was weak"
        said.append(section(debrief, "fear").inner_text())
    assert debrief.strings["fear_early"] in said[0]
    assert debrief.strings["fear_explained"].replace("{cause}", "The flour was weak") in said[1]


def test_a_fear_is_left_open_where_nothing_explains_the_end(new_debrief: Callable[..., Debrief]) -> None:
    debrief = open_with_fear(new_debrief, "dead-yeast", can_be_hidden=False)
    debrief.answer({"What do you fear?": "My fault"})
    assert debrief.strings["fear_untold"] in section(debrief, "fear").inner_text()


@pytest.mark.parametrize("not_if", [{}, {"fear": ["it"]}])
def test_a_fear_that_may_be_hidden_leads_only_to_actions_that_fit(
    new_debrief: Callable[..., Debrief], not_if: dict[str, list[str]]
) -> None:
    changes = {"weak-flour": {"stage": "shopping"}}
    debrief = open_with_fear(new_debrief, "too-much-salt", can_be_hidden=True, not_if=not_if, changes=changes)
    debrief.answer({**FLOUR, "What do you fear?": "My fault"})
    links = section(debrief, "fear").locator("a").all_inner_texts()
    assert bool(links) is (not_if == {})


def open_with_fear(
    new_debrief: Callable[..., Debrief],
    cause: str,
    *,
    can_be_hidden: bool,
    not_if: dict[str, list[str]] | None = None,
    changes: dict[str, dict[str, Any]] | None = None,
) -> Debrief:
    """Open a debrief that also asks for a fear, which stands for a cause whose actions may not fit, and start it."""
    debrief = new_debrief(viewport=NARROW)
    model = bread_model()
    for action in model["actions"]:
        action["notIf"] = not_if or {}
    fear = {**model["questions"][0], "id": "fear", "text": "What do you fear?", "role": "fear", "signs": {}, "gate": {}}
    fear["answers"] = [{"id": "it", "text": "My fault", "standsFor": [cause]}, {"id": "no", "text": "No idea"}]
    fear["base"] = [0.5, 0.5]
    model["questions"].append(fear)
    model["opening"].append("fear")
    causes = {entry["id"]: entry for entry in model["causes"]}
    causes[cause]["canBeHidden"] = can_be_hidden
    causes["weak-flour"]["stage"] = "rising"
    for changed, fields in (changes or {}).items():
        causes[changed].update(fields)
    begin_with(debrief, model)
    return debrief


def test_a_cause_is_not_called_unlikely_by_who_was_not_sure(new_debrief: Callable[..., Debrief]) -> None:
    texts = []
    for is_told in (True, False):
        debrief = new_debrief(viewport=NARROW)
        debrief.open()
        debrief.press("start")
        not_sure = debrief.strings["not_sure"]
        debrief.answer(
            {
                **FLOUR,
                "Which of these did you notice?": debrief.strings["none_of_these"],
                "Did the same bag work for anyone else?": "Yes, it rose well",
                "What did the yeast do in warm water?": "It foamed within ten minutes" if is_told else not_sure,
                "When did you open the yeast?": "This month",
            }
        )
        texts.append(section(debrief, "sheet").evaluate("element => element.textContent"))
    unlikely = f"{debrief.strings['unlikely_lead']}The yeast was dead"
    assert unlikely in texts[0]
    assert unlikely not in texts[1]


def test_a_cause_is_not_called_unlikely_by_who_was_not_asked_what_would_tell_most(
    new_debrief: Callable[..., Debrief],
) -> None:
    is_unlikely: dict[bool, bool] = {}
    for is_asked in (True, False):
        debrief = new_debrief()
        model = bread_model()
        foam = next(question for question in model["questions"] if question["id"] == "foam")
        if not is_asked:
            foam["gate"] = {"got-to": ["mixing"]}
        begin_with(debrief, model)
        nothing = {
            "Which of these did you notice?": debrief.strings["none_of_these"],
            "Did the same bag work for anyone else?": "Yes, it rose well",
            "What did the yeast do in warm water?": "It foamed within ten minutes",
        }
        debrief.answer({**FLOUR, **nothing, "When did you open the yeast?": "This month"})
        text = section(debrief, "sheet").evaluate("element => element.textContent")
        is_unlikely[is_asked] = f"{debrief.strings['unlikely_lead']}The yeast was dead" in text
    assert is_unlikely == {True: True, False: False}


def test_a_cause_is_not_called_unlikely_if_something_that_was_told_speaks_for_it(
    new_debrief: Callable[..., Debrief],
) -> None:
    is_unlikely: dict[str, bool] = {}
    for opened in ("This month", "More than a year ago"):
        debrief = new_debrief()
        model = bread_model()
        age = next(question for question in model["questions"] if question["id"] == "yeast-age")
        age["signs"]["dead-yeast"] = [0.1, 0.1, 0.8]
        begin_with(debrief, model)
        nothing = {
            "Which of these did you notice?": debrief.strings["none_of_these"],
            "Did the same bag work for anyone else?": "Yes, it rose well",
        }
        debrief.answer({**FLOUR, **nothing, "When did you open the yeast?": opened})
        text = section(debrief, "sheet").evaluate("element => element.textContent")
        is_unlikely[opened] = f"{debrief.strings['unlikely_lead']}The yeast was dead" in text
    assert is_unlikely == {"This month": True, "More than a year ago": False}


def test_a_cause_is_not_called_unlikely_by_what_was_left_unticked_alone(new_debrief: Callable[..., Debrief]) -> None:
    is_unlikely: dict[bool, bool] = {}
    for is_told in (True, False):
        debrief = new_debrief()
        model = bread_model()
        for question in model["questions"]:
            if question["id"] == "noticed":
                for answer in question["answers"]:
                    answer["base"] = 0.3
                    answer["signs"]["dead-yeast"] = 0.95
            elif question["id"] != "foam" or not is_told:
                question.get("signs", {}).pop("dead-yeast", None)
        model["opening"] = ["got-to", "foam", "noticed", "others", "room", "salt"]
        begin_with(debrief, model)
        nothing = {
            "Which of these did you notice?": debrief.strings["none_of_these"],
            "What did the yeast do in warm water?": "It foamed within ten minutes",
            "How warm was the room?": "I wore a shirt",
            "How did you measure the salt?": "On a scale",
        }
        debrief.answer({**FLOUR, **nothing})
        text = section(debrief, "sheet").evaluate("element => element.textContent")
        is_unlikely[is_told] = "The yeast was dead" in text.partition(debrief.strings["unlikely_lead"])[2]
    assert is_unlikely == {True: True, False: False}


def test_the_sum_behind_a_cause_adds_up_one_click_away(flour: Debrief) -> None:
    reasons = section(flour, "reasons")
    reasons.locator("summary").first.click()
    expect(reasons.locator("table")).to_have_count(1)
    reasons.locator("summary", has_text=flour.strings["sum_title"]).click()
    expect(reasons.locator("table")).to_have_count(2)
    cells = reasons.locator("table").last.locator("td").all_inner_texts()
    numbers = [float(cell.replace("\u2212", "-")) for cell in cells]
    assert len(numbers) > 3
    assert sum(numbers[:-1]) == pytest.approx(numbers[-1], abs=0.05 * len(numbers))


def test_it_says_whether_it_could_have_been_prevented(flour: Debrief) -> None:
    text = flour.page.inner_text("afterview-debrief")
    assert flour.strings["prevented_not_yours"] in text
    assert "Outside your control" in text
    flour.open()
    flour.press("start_again")
    flour.confirm("start_again")
    flour.page.locator(".quiz-page-question").wait_for()
    flour.answer(YEAST)
    assert flour.title == "Worth checking first: The yeast was dead"
    assert flour.strings["prevented_little"] in flour.page.inner_text("afterview-debrief")


def test_it_says_no_only_where_more_than_a_few_signs_say_so(new_debrief: Callable[..., Debrief]) -> None:
    said: dict[float, bool] = {}
    for least in (0.55, 0.999):
        debrief = new_debrief()
        model = bread_model()
        model["bands"][0]["least"] = least
        begin_with(debrief, model)
        debrief.answer(FLOUR)
        assert "The flour was weak" in debrief.title
        text = debrief.page.inner_text("afterview-debrief")
        said[least] = debrief.strings["prevented_not_yours"] in text
        assert said[least] != (debrief.strings["prevented_few_signs"] in text)
    assert said == {0.55: True, 0.999: False}


def test_a_fact_lies_outside_only_if_it_tells_most_of_such_a_cause_on_the_page(
    new_debrief: Callable[..., Debrief],
) -> None:
    is_outside: dict[tuple[float, float], bool] = {}
    for prior, share in ((0.5, 0.2), (0.5, 0.8), (0.1, 0.2)):
        debrief = new_debrief()
        model = bread_model()
        causes = {cause["id"]: cause for cause in model["causes"]}
        causes["weak-flour"]["prior"] = prior
        noticed = next(question for question in model["questions"] if question["id"] == "noticed")
        tore = next(answer for answer in noticed["answers"] if answer["id"] == "tore")
        tore["signs"]["too-much-salt"] = share
        begin_with(debrief, model)
        debrief.answer(
            {**YEAST, noticed["text"]: tore["text"], "Did the same bag work for anyone else?": "Nobody else used it"}
        )
        assert "The yeast" in debrief.title
        outside = debrief.page.locator(".quiz-hands .quiz-square").first.text_content() or ""
        is_outside[prior, share] = tore["text"] in outside
    assert is_outside == {(0.5, 0.2): True, (0.5, 0.8): False, (0.1, 0.2): False}


def test_without_answers_it_says_that_it_cannot_tell_and_what_to_ask(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.answer({})
    assert debrief.title == debrief.strings["headline_cannot_tell"]
    text = debrief.page.inner_text("afterview-debrief")
    assert debrief.strings["ask_text"] in text
    assert debrief.strings["prevented_unknown"] in text


def test_where_it_cannot_tell_no_cause_is_named_that_no_answer_points_to(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.answer({})
    assert debrief.page.locator(".quiz-ladder").count() == 0
    assert section(debrief, "first").get_by_role("heading").inner_text() == "Weigh everything and start again"
    assert "For:" not in debrief.page.inner_text(".quiz-plan")


def test_a_cause_that_rests_on_one_mere_hint_or_on_what_only_leads_on_is_not_named(
    new_debrief: Callable[..., Debrief],
) -> None:
    names: dict[str, list[str]] = {}
    for role in ("evidence", "routing"):
        debrief = new_debrief(viewport=NARROW)
        model = bread_model()
        model["questions"][0]["role"] = role
        serve_model(debrief, model)
        debrief.open("#d1~bread0000001~got-to.baking")
        debrief.press("shared_open")
        debrief.settle()
        assert debrief.title == debrief.strings["headline_cannot_tell"]
        names[role] = debrief.page.locator(".quiz-ladder > li a").all_inner_texts()
    assert names["routing"] == []


def test_below_a_clear_cause_only_what_a_fact_of_its_own_speaks_for_is_said_and_folded(
    new_debrief: Callable[..., Debrief],
) -> None:
    weaker: dict[float, list[str]] = {}
    for chance in (0.4, 0.9):
        debrief = new_debrief(viewport=NARROW)
        model = bread_model()
        kitchen = next(cause for cause in model["causes"] if cause["id"] == "cold-kitchen")
        kitchen["prior"] = 0.08
        room = next(question for question in model["questions"] if question["id"] == "room")
        room["signs"]["cold-kitchen"] = [0.05, 0.95 - chance, chance]
        begin_with(debrief, model)
        debrief.answer({**YEAST, "How warm was the room?": "I wore a coat"})
        debrief.settle()
        assert "The yeast" in debrief.title
        assert len(debrief.page.locator(".quiz-ladder > li a").all_inner_texts()) == 1
        fold = debrief.page.locator("details").filter(has_text=debrief.strings["weaker_title"])
        weaker[chance] = [link.text_content() or "" for link in fold.locator("li a").all()]
    assert weaker == {0.4: [], 0.9: [kitchen["title"]]}


def test_the_plan_is_for_the_causes_that_are_shown(flour: Debrief) -> None:
    causes = set(flour.page.locator(".quiz-ladder > li a").all_inner_texts())
    lines = flour.page.locator(".quiz-action small").all_inner_texts()
    assert lines
    for line in lines:
        assert set(line.partition("For: ")[2].split(", ")) <= causes | {""}


def test_one_may_stop_early_see_why_it_stopped_and_keep_going(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.choose("I baked it and it came out flat")
    debrief.press("to_result")
    debrief.settle()
    assert debrief.strings["stop_reader"] in debrief.page.inner_text("afterview-debrief")
    debrief.press("keep_going")
    asked = debrief.answer(FLOUR)
    assert len(asked) == 6
    assert debrief.button("keep_going").count() == 0


def test_the_single_answer_that_would_change_it_can_be_given_at_once(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.choose("I baked it and it came out flat")
    debrief.press("to_result")
    debrief.settle()
    change = section(debrief, "change")
    question = change.locator("p").first.inner_text()
    debrief.press("answer_it")
    assert debrief.title == question


def test_ticks_of_the_plan_stay(flour: Debrief) -> None:
    for label, action in (("Done Tell the mill", "tell-the-mill"), ("Weigh everything and start again", "start-again")):
        flour.page.get_by_label(label).check()
        flour.reload()
        expect(flour.page.get_by_label(label)).to_be_checked()
        assert flour.saved()["done"] == [action]
        flour.page.get_by_label(label).uncheck()
        assert flour.saved()["done"] == []


def test_the_plan_fits_the_time_and_says_so(flour: Debrief) -> None:
    plan = flour.page.locator(".quiz-plan")
    assert plan.locator("h4").all_inner_texts() == ["Before the next loaf"]
    time = flour.page.get_by_label(flour.strings["time_label"])
    time.select_option("20 minutes")
    assert flour.strings["plan_empty"] in plan.inner_text()
    expect(flour.status).to_have_text("The plan now has 0 steps.")
    time.select_option("Any amount")
    expect(flour.status).to_have_text("The plan now has 1 step.")


def test_with_any_amount_of_time_nobody_is_told_to_choose_more(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief(viewport=NARROW)
    model = bread_model()
    for cause in model["causes"]:
        cause["actions"] = {"tell-the-mill": 0.6} if cause["id"] == "weak-flour" else {}
    begin_with(debrief, model)
    debrief.answer(FLOUR)
    assert debrief.strings["plan_nothing_more"] in debrief.page.inner_text(".quiz-plan")


def test_a_step_shows_only_what_fits_the_answers(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief(viewport=NARROW)
    model = bread_model()
    mill = next(action for action in model["actions"] if action["id"] == "tell-the-mill")
    mill["steps"] = [
        {"do": "Fits.", "onlyIf": {"others": ["badly"]}},
        {"do": "Does not.", "notIf": {"others": ["badly"]}},
    ]
    mill["words"][0]["notIf"] = {"others": ["badly"]}
    begin_with(debrief, model)
    debrief.answer(FLOUR)
    first = section(debrief, "first")
    first.locator("summary").click()
    expect(first.locator("ol li")).to_have_text(["Fits."])
    assert first.locator("figcaption").all_inner_texts() == ["Words to use: asking in the shop"]


def test_what_is_said_is_seen_where_the_reader_is_and_gone_after_some_seconds(flour: Debrief) -> None:
    flour.page.clock.install()
    time = flour.page.get_by_label(flour.strings["time_label"])
    time.scroll_into_view_if_needed()
    top = "() => document.querySelector('.quiz-field select').getBoundingClientRect().top"
    before = flour.page.evaluate(top)
    assert flour.page.evaluate("scrollY > innerHeight")
    time.select_option("20 minutes")
    expect(flour.status).to_be_in_viewport(ratio=1)
    assert flour.page.evaluate(top) == before
    assert flour.status.evaluate("node => getComputedStyle(node).backgroundColor").startswith(("rgb(", "color(srgb"))
    flour.page.clock.fast_forward(20_000)
    expect(flour.status).to_be_empty()


def test_blanks_of_a_message_are_filled_in_place_and_copied(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief(permissions=["clipboard-read", "clipboard-write"]).open()
    debrief.press("start")
    debrief.answer(FLOUR)
    page = debrief.page
    message = page.locator(".quiz-first figure").first
    assert "my loaf from your bag of flour stayed flat" in message.inner_text(), "what the answers know is filled in"
    message.get_by_role("textbox", name="my_name").fill("Ada <b>")
    message.get_by_role("textbox", name="name", exact=True).fill("Eve")
    message.get_by_role("button").click()
    expect(message.get_by_role("status")).to_have_text("Copied.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Dear Eve,")
    assert text.endswith("Kind regards, Ada <b>")
    assert "Ada" not in json.dumps(debrief.saved())


def test_a_copied_link_brings_the_answers_and_the_plain_one_none(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief(permissions=["clipboard-read", "clipboard-write"]).open()
    debrief.press("start")
    debrief.answer(FLOUR)
    debrief.press("copy_link")
    expect(debrief.status).to_have_text("Copied.")
    link = debrief.page.evaluate("navigator.clipboard.readText()")
    debrief.unfold("files")
    debrief.press("copy_plain_link")
    debrief.page.wait_for_function("navigator.clipboard.readText().then(text => !text.includes('#'))")
    other = new_debrief()
    other.address = link
    other.open().press("shared_open")
    other.settle()
    assert other.title == debrief.title


def test_where_nothing_can_be_copied_the_text_is_shown(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))").open()
    debrief.press("start")
    debrief.answer(FLOUR)
    debrief.press("copy_link")
    expect(debrief.status).to_have_text(debrief.strings["copy_by_hand"])
    assert "#d2_" in debrief.page.get_by_role("textbox", name="Copy link with answers").input_value()


def test_the_text_file_holds_result_plan_and_answers(flour: Debrief) -> None:
    flour.unfold("files")
    path = saved_file(flour, "save_text")
    text = path.read_text(encoding="utf-8")
    assert path.suffix == ".md"
    assert path.name.startswith("flat-bread-")
    assert text.startswith("# Worth checking first: The flour was weak\n")
    root = f"{flour.address.split('/tests/')[0]}/tests/"
    assert "- [ ] **Tell the mill** (15 minutes): " in text
    assert f" <{root}actions/tell-the-mill/>\n" in text
    assert f" <{root}causes/weak-flour/>\n" in text
    assert flour.address in text
    assert "- How far did you get?: **I baked it and it came out flat**" in text


def calendar_events(debrief: Debrief) -> dict[str, icalendar.Event]:
    """Return the events of the calendar file, by their ids."""
    raw = saved_file(debrief, "calendar_save").read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(raw)
    assert not calendar.errors
    events = calendar.walk("VEVENT")
    by_id = {str(event["UID"]): event for event in events}
    assert len(by_id) == len(events)
    return by_id


def test_a_calendar_program_can_read_the_dates_and_moves_a_step_that_gets_another(flour: Debrief) -> None:
    flour.unfold("calendar")
    flour.page.get_by_label("Before the next loaf").fill("2027-02-28")
    events = calendar_events(flour)
    titles = {"Flat Bread: Tell the mill", "Flat Bread: Weigh everything and start again"}
    assert {str(event["SUMMARY"]) for event in events.values()} == titles
    flour.page.get_by_label("Before the next loaf").fill("2027-03-01")
    flour.page.wait_for_timeout(1000)  # a sequence counts seconds
    later = calendar_events(flour)
    assert later.keys() == events.keys()
    [moved] = [id_ for id_ in events if events[id_].decoded("DTSTART") != later[id_].decoded("DTSTART")]
    assert later[moved].decoded("DTSTART").isoformat() == "2027-03-01"
    assert "DTEND" not in later[moved]
    assert later[moved]["SEQUENCE"] > events[moved]["SEQUENCE"]
    flour.page.get_by_label("Weigh everything and start again").check()
    assert len(calendar_events(flour)) == 1


def test_a_calendar_without_anything_to_write_says_so(flour: Debrief) -> None:
    flour.unfold("calendar")
    for label in ("Today", "Before the next loaf"):
        flour.page.get_by_label(label).fill("")
    flour.press("calendar_save")
    expect(flour.status).to_have_text(flour.strings["calendar_nothing"])


def test_days_are_those_of_the_calendar_where_the_clock_changes(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief(viewport=NARROW, timezone_id="Europe/Berlin")
    debrief.page.clock.install(time="2026-10-23T23:30:00+02:00")
    debrief.open("#d1~bread0000001~got-to.baking~foam.foamed~noticed.sticky~others.badly")
    debrief.page.clock.resume()
    debrief.press("shared_open")
    debrief.settle()
    debrief.unfold("calendar")
    expect(debrief.page.locator("input[type=date]")).to_have_count(2)
    days = [field.input_value() for field in debrief.page.locator("input[type=date]").all()]
    assert days == ["2026-10-23", "2026-10-30"]


def test_a_card_is_drawn_on_the_device_and_said_in_words(flour: Debrief) -> None:
    flour.unfold("card")
    canvas = flour.page.locator("canvas")
    assert "What I'm changing: Tell the mill" in (canvas.get_attribute("aria-label") or "")
    assert "What was never in my hands: The flour was weak" in (canvas.get_attribute("aria-label") or "")
    before = canvas.evaluate("canvas => canvas.toDataURL()")
    flour.page.get_by_label("What I'm changing", exact=True).uncheck()
    assert canvas.evaluate("canvas => canvas.toDataURL()") != before
    assert "Tell the mill" not in (canvas.get_attribute("aria-label") or "")
    assert saved_file(flour, "card_save").read_bytes().startswith(b"\x89PNG")


def test_an_exported_file_is_opened_again(flour: Debrief, new_debrief: Callable[..., Debrief]) -> None:
    flour.unfold("files")
    path = saved_file(flour, "save_json")
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["format"] == 1
    assert data["answers"] == flour.saved()["answers"]
    other = new_debrief(viewport=NARROW).open()
    other.unfold("open_file")
    other.page.get_by_label(other.strings["open_file_label"]).set_input_files(path)
    other.press("shared_open")
    other.settle()
    assert other.title == flour.title


@pytest.mark.parametrize(
    ("content", "said"),
    [
        *(
            (content, "file_unreadable")
            for content in (b"", b"{", b"\xff\xfe\x00", b"[1, null]", b'{"answers": 7}', b"{}")
        ),
        (b" " * 1_000_001, "file_too_large"),
    ],
)
def test_a_file_that_is_something_else_is_declined(debrief: Debrief, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "x.json").write_bytes(content)
    debrief.unfold("open_file")
    debrief.page.get_by_label(debrief.strings["open_file_label"]).set_input_files(tmp_path / "x.json")
    expect(debrief.status).to_have_text(debrief.strings[said])
    assert debrief.button("shared_open").count() == 0


def test_kept_debriefs_are_compared_and_deleted(flour: Debrief) -> None:
    for name in ("First loaf", ""):
        flour.unfold("files")
        flour.page.get_by_label(flour.strings["keep_name"], exact=True).last.fill(name)
        flour.press("keep_save")
        assert flour.title == flour.strings["kept_title"]
        flour.press("back")
        expect(flour.page.locator(".quiz-page-result")).to_be_visible()
    flour.open()
    flour.press("compare")
    expect(flour.page.locator(".quiz-saved")).to_have_count(2)
    today = flour.saved()["kept"][1]["name"]
    recurrences, debriefs = flour.page.locator(".quiz-saved").all()
    assert recurrences.get_by_role("listitem").all_inner_texts() == [
        f"The flour was weak in 2 of 2\n\nFirst loaf, {today}"
    ]
    assert [text.split("\n\n")[:2] for text in debriefs.get_by_role("listitem").all_inner_texts()] == [
        [f"First loaf {today}", "The flour was weak Worth checking first"],
        [today, "The flour was weak Worth checking first"],
    ]
    flour.press("kept_delete", "First loaf")
    expect(flour.status).to_have_text("First loaf has been deleted.")
    assert [each["name"] for each in flour.saved()["kept"]] == [today]
    # One debrief alone shows nothing that recurs.
    expect(flour.page.locator(".quiz-saved")).to_have_count(1)
    flour.press("kept_open", today)
    flour.press("shared_open")
    assert flour.title == "Worth checking first: The flour was weak"


def test_printing_gives_result_and_plan_on_one_page(flour: Debrief, tmp_path: Path) -> None:
    pdf = flour.page.pdf(path=tmp_path / "result.pdf", format="A4")
    assert pdf.count(b"/Type /Page\n") == 1
    flour.page.emulate_media(media="print")
    expect(flour.page.get_by_text(f"Flat Bread, {flour.page.evaluate(TODAY)}, {flour.address}")).to_be_visible()
    for key in ("start_again", "copy_link", "keep_going"):
        expect(flour.button(key)).to_be_hidden()
    expect(flour.page.locator(".quiz-tick", has_text="Tell the mill")).to_be_visible()


def test_nothing_but_its_own_parts_is_asked_for_after_the_page_was_loaded(debrief: Debrief) -> None:
    debrief.page.wait_for_load_state("networkidle")
    asked: list[str] = []
    debrief.page.on("request", lambda request: asked.append(request.url))
    debrief.press("start")
    debrief.answer(FLOUR)
    debrief.press("your_answers")
    assert [url for url in asked if not re.search("/(?:quiz|browser)/", url)] == []


def test_text_of_the_model_is_never_markup(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief()
    evil = "<img src=x onerror=alert(1)>"

    def serve(route: object) -> None:
        model = bread_model()
        model["strings"] = {key: f"{evil}{text}" if key != "x" else text for key, text in model["strings"].items()}
        for each in [*model["causes"], *model["actions"]]:
            each["title"] = evil
        route.fulfill(json=model)  # type: ignore[attr-defined]

    debrief.page.route("**/bread.json", serve)
    debrief.open()
    page: Page = debrief.page
    page.locator(".quiz-main").click()
    while debrief.is_asking():
        if page.locator(".quiz-choice").count():
            page.locator(".quiz-choice").first.click()
        question = page.locator(".quiz-page").element_handle()
        page.locator(".quiz-go-on button").click()
        page.wait_for_function("page => !page.isConnected", arg=question)
    assert page.locator("afterview-debrief img").count() == 0
    assert evil in debrief.title
