"""Where things stand on a page that asks, what a key that is held down does, and two debriefs on one page."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.debrief.conftest import Debrief, bread_model
from tests.browser.debrief.test_debrief_access import violations

PHONES = [{"width": 390, "height": 844}, {"width": 320, "height": 568}]
WIDE = {"width": 1280, "height": 900}


def pages(debrief: Debrief) -> Iterator[str]:
    """Yield the title of each page that asks, unanswered, and go on from it."""
    debrief.press("start")
    while debrief.is_asking():
        yield debrief.title
        if debrief.page.locator(".quiz-page-question").count():
            debrief.option(debrief.strings["not_sure"]).check()
        debrief.go_on()


def long_model() -> dict[str, Any]:
    """Return the model about bread with twenty lines in a question, more than fit on a screen."""
    model = bread_model()
    question = next(question for question in model["questions"] if question["id"] == "noticed")
    extra = [{"id": f"extra-{n}", "text": f"Something else, number {n}", "base": 0.1, "signs": {}} for n in range(16)]
    question["answers"] = [*question["answers"], *extra]
    return {**model, "opening": ["noticed"]}


def opened(new_debrief: Callable[..., Debrief], model: dict[str, Any], **options: Any) -> Debrief:
    debrief = new_debrief(**options)
    debrief.page.route("**/bread.json", lambda route: route.fulfill(json=model))
    return debrief.open()


@pytest.mark.parametrize("viewport", PHONES, ids=["390", "320"])
def test_the_button_that_goes_on_is_in_view_on_every_page(new_debrief: Callable[..., Debrief], viewport: Any) -> None:
    debrief = opened(new_debrief, long_model(), viewport=viewport)
    for title in pages(debrief):
        box = debrief.button("go_on").bounding_box()
        assert box, title
        assert 0 <= box["y"] <= viewport["height"] - box["height"], title


def test_the_focus_is_never_hidden_behind_it_in_either_direction(new_debrief: Callable[..., Debrief]) -> None:
    debrief = opened(new_debrief, long_model(), viewport=PHONES[1])
    debrief.press("start")
    is_covered = """() => {
        const bar = document.querySelector(".quiz-go-on").getBoundingClientRect();
        const {top, bottom} = document.activeElement.getBoundingClientRect();
        const isElsewhere = document.activeElement.matches("body, .quiz-go-on *");
        return !isElsewhere && (top < 0 || bottom > innerHeight || (bottom > bar.top && top < bar.bottom));
    }"""
    for key in ["Tab"] * 26 + ["Shift+Tab"] * 26:
        debrief.page.keyboard.press(key)
        assert not debrief.page.evaluate(is_covered), debrief.page.evaluate("document.activeElement.outerHTML")


def test_where_one_is_and_how_much_is_left_stands_on_every_question(debrief: Debrief) -> None:
    texts = []
    for _ in pages(debrief):
        if debrief.page.locator(".quiz-page-question").count():
            place = debrief.page.locator(".quiz-bar > span")
            expect(place).not_to_be_empty()
            texts.append(place.inner_text())
    assert texts[0].startswith("Question 1, about ")
    assert [text.split(",")[0] for text in texts] == [f"Question {n}" for n in range(1, len(texts) + 1)]


def test_lines_stand_under_their_labels_and_what_excludes_them_apart(new_debrief: Callable[..., Debrief]) -> None:
    debrief = opened(new_debrief, {**bread_model(), "opening": ["noticed"]}, viewport=PHONES[0])
    debrief.press("start")
    loaf = debrief.page.get_by_role("group", name="The loaf")
    assert loaf.get_by_role("checkbox").count() == 2
    debrief.option("It tasted salty").check()
    expect(debrief.page.get_by_text("1 ticked")).to_be_visible()
    extras = debrief.page.locator(".quiz-extras .quiz-choice")
    tops = [extra.evaluate("node => node.getBoundingClientRect().top") for extra in extras.all()]
    assert len(tops) == 2
    assert tops[0] == tops[1], "side by side"


def test_beside_the_question_a_wide_screen_shows_what_was_told_with_the_way_back(
    new_debrief: Callable[..., Debrief],
) -> None:
    debrief = new_debrief(viewport=WIDE).open()
    debrief.page.add_style_tag(url="/tests/browser/debrief/wide.css")
    debrief.press("start")
    debrief.choose("I baked it and it came out flat")
    told = debrief.page.locator(".quiz-told")
    expect(told).to_contain_text("I baked it and it came out flat")
    expect(debrief.page.locator(".quiz-asides details").first).to_have_attribute("open", "")
    debrief.press("change", "How far did you get?")
    assert debrief.title == "How far did you get?"


def test_a_question_about_a_fear_can_be_left_unsaid(new_debrief: Callable[..., Debrief]) -> None:
    model = bread_model()
    model["questions"][0]["role"] = "fear"
    debrief = opened(new_debrief, model)
    debrief.press("start")
    debrief.choose(debrief.strings["rather_not_say"])
    assert debrief.saved()["answers"][0] == {"question": "got-to", "chosen": None}


def checklist_model() -> dict[str, Any]:
    """Return the model about bread with more to ask about than it has pages for."""
    model = bread_model()
    causes = [cause["id"] for cause in model["causes"]]
    pattern = next(question for question in model["questions"] if question["id"] == "noticed")
    extra = [
        {
            **pattern,
            "id": f"extra-{n}",
            "text": f"Extra question {n}",
            "label": f"Extra {n}",
            "answers": [
                {
                    "id": f"{at}",
                    "text": f"It was so, {n} {at}",
                    "base": 0.05,
                    "signs": {causes[(n + at) % len(causes)]: 0.8},
                }
                for at in range(2)
            ],
        }
        for n in range(9)
    ]
    return {**model, "questions": [*model["questions"], *extra], "opening": model["questions"][0]["id"].split()}


def test_the_checklist_is_ticked_by_keyboard_and_can_be_changed(new_debrief: Callable[..., Debrief]) -> None:
    debrief = opened(new_debrief, checklist_model(), viewport=PHONES[0])
    debrief.press("start")
    debrief.choose(debrief.strings["not_sure"])
    expect(debrief.heading).to_have_text(debrief.strings["checklist_title"])
    expect(debrief.heading).to_be_focused()
    line = debrief.page.get_by_role("checkbox").first
    debrief.page.keyboard.press("Tab")
    line.focus()
    debrief.page.keyboard.press("Space")
    expect(line).to_be_checked()
    assert violations(debrief) == []
    debrief.go_on()
    (ticked,) = (event["checklist"] for event in debrief.saved()["answers"] if "checklist" in event)
    assert len(ticked) == 1
    debrief.open()
    debrief.press("your_answers")
    debrief.press("change", debrief.strings["checklist_title"])
    expect(debrief.page.get_by_role("checkbox", checked=True)).to_have_count(1)
    debrief.page.get_by_role("checkbox", checked=True).uncheck()
    debrief.go_on()
    assert {"checklist": []} in debrief.saved()["answers"]


def test_a_checklist_that_is_changed_stays_changed_when_going_back(new_debrief: Callable[..., Debrief]) -> None:
    debrief = opened(new_debrief, checklist_model())
    debrief.press("start")
    debrief.choose(debrief.strings["not_sure"])
    debrief.go_on()
    debrief.go_back()
    expect(debrief.heading).to_have_text(debrief.strings["checklist_title"])
    debrief.page.get_by_role("checkbox").first.check()
    debrief.go_back()
    expect(debrief.heading).not_to_have_text(debrief.strings["checklist_title"])
    debrief.page.go_forward()
    expect(debrief.page.get_by_role("checkbox", checked=True)).to_have_count(1)


SCENES = "If a friend told you this bread's story?"


def scenes_model() -> dict[str, Any]:
    """Return the model about bread with a scene for each of its causes and nine more, so that some are folded."""
    model = bread_model()
    causes = [*model["causes"], *({**model["causes"][2], "id": f"salt-{n}", "title": f"Salt {n}"} for n in range(9))]
    ids = [cause["id"] for cause in causes]
    answers = [
        {"id": id_, "text": f"A scene of {id_}", "base": 0.01, "signs": {id_: 0.3}, "gate": {}, "synonym": None}
        for id_ in ids
    ]
    scenes = {
        "kind": "pick-any", "id": "_scenes", "text": SCENES, "help": None, "why": "It may.", "role": "scenes",
        "label": "First", "family": None, "gate": {}, "follows": {}, "cost": 2, "told": None, "answers": answers,
        "groups": {"At the shop": ids[:6], "At home": ids[6:]},
    }  # fmt: skip
    return {**model, "causes": causes, "questions": [*model["questions"], scenes], "opening": ["got-to"]}


def test_all_reasons_can_be_chosen_below_the_likeliest_and_their_order_is_kept(
    new_debrief: Callable[..., Debrief],
) -> None:
    debrief = opened(new_debrief, scenes_model(), viewport=PHONES[0])
    debrief.press("start")
    debrief.choose(debrief.strings["not_sure"])
    expect(debrief.heading).to_have_text(SCENES)
    assert (
        debrief.page.get_by_role("group", name=debrief.strings["scenes_likeliest"]).get_by_role("checkbox").count() == 8
    )
    folds = debrief.page.locator("fieldset details")
    for fold in folds.all():
        fold.locator("summary").focus()
        debrief.page.keyboard.press("Enter")
    assert violations(debrief) == []
    assert debrief.page.locator("fieldset .quiz-choice strong:visible").count() == len(scenes_model()["causes"])
    folded, foremost = (
        folds.last.get_by_role("checkbox").last,
        debrief.page.locator("fieldset .quiz-choice input").first,
    )
    folded.check()
    foremost.check()
    first, further = (choice.locator("xpath=..").locator("strong").inner_text() for choice in (folded, foremost))
    expect(debrief.page.locator(".quiz-go-on")).to_contain_text(debrief.strings["scenes_first"].format(cause=first))
    titles = {cause["title"]: cause["id"] for cause in scenes_model()["causes"]}
    debrief.go_on()
    debrief.go_back()
    expect(debrief.heading).to_have_text(SCENES)
    expect(debrief.page.get_by_role("checkbox", checked=True)).to_have_count(2)
    expect(debrief.page.locator(".quiz-go-on")).to_contain_text(debrief.strings["scenes_first"].format(cause=first))
    (chosen,) = (event["chosen"] for event in debrief.saved()["answers"] if event.get("question") == "_scenes")
    assert chosen == [titles[first], titles[further]]


def test_a_key_that_is_held_down_answers_one_page_only(debrief: Debrief) -> None:
    debrief.press("start")
    title = debrief.title
    debrief.page.keyboard.press("1")
    before = debrief.page.locator(".quiz-page").element_handle()
    for _ in range(8):
        debrief.page.keyboard.down("Enter")
    debrief.page.keyboard.up("Enter")
    debrief.page.wait_for_function("page => !page.isConnected", arg=before)
    assert debrief.title != title
    assert len(debrief.saved()["answers"]) == 1
    expect(debrief.page.get_by_role("alert")).to_have_count(0)


def test_two_debriefs_on_one_page_share_no_names(debrief: Debrief) -> None:
    debrief.page.evaluate("""() => {
        const second = document.querySelector("afterview-debrief").cloneNode();
        document.querySelector("main").append(second);
    }""")
    expect(debrief.page.locator("afterview-debrief h2")).to_have_count(2)
    for start in reversed(debrief.page.get_by_role("button", name=debrief.strings["start"]).all()):
        start.click()
    expect(debrief.page.locator(".quiz-page-question")).to_have_count(2)
    mine, theirs = debrief.page.evaluate("""() => [...document.querySelectorAll("afterview-debrief")].map((debrief) =>
        [...debrief.querySelectorAll("[id], [name]")].flatMap(({id, name}) => [id, name]).filter(Boolean))""")
    assert mine
    assert theirs
    assert not set(mine) & set(theirs)


def test_printing_says_so_where_a_browser_cannot(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief("delete window.print; window.print = undefined;").open("#d1~bread0000001~got-to.baking")
    debrief.press("shared_open")
    debrief.settle()
    debrief.press("print_it")
    expect(debrief.status).to_have_text(debrief.strings["print_missing"])


def test_the_same_file_can_be_chosen_again_after_a_failure(debrief: Debrief) -> None:
    debrief.unfold("open_file")
    picker = debrief.page.get_by_label(debrief.strings["open_file_label"])
    for _ in range(2):
        picker.set_input_files({"name": "any.json", "mimeType": "application/json", "buffer": b"no"})
        expect(debrief.status).to_have_text(debrief.strings["file_unreadable"])
        assert picker.evaluate("input => input.files.length") == 0
        debrief.page.evaluate("document.querySelector('[role=status]').textContent = ''")


@pytest.mark.parametrize("viewport", [PHONES[0], WIDE], ids=["390", "1280"])
def test_nothing_moves_by_itself_from_the_first_page_to_the_result(
    new_debrief: Callable[..., Debrief], viewport: Any
) -> None:
    debrief = new_debrief(viewport=viewport).open()
    debrief.page.add_style_tag(url="/tests/browser/debrief/wide.css")
    debrief.page.evaluate("""() => {
        window.shifts = [];
        window.observer = new PerformanceObserver((list) => {
            for (const {value, hadRecentInput} of list.getEntries()) if (!hadRecentInput) window.shifts.push(value);
        });
        observer.observe({type: "layout-shift", buffered: false});
    }""")
    shifts: list[float] = []
    for _ in pages(debrief):
        # What comes with the page itself is the reader's own doing, also on a machine that takes half a second for it.
        debrief.page.evaluate("""async () => {
            for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
            observer.takeRecords();
            window.shifts.length = 0;
        }""")
        # Longer than the half second within which a shift counts as the reader's own doing.
        debrief.page.wait_for_timeout(600)
        shifts += debrief.page.evaluate("shifts")
    assert shifts == []


def test_it_says_so_where_the_result_cannot_be_loaded_and_tries_again(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief(viewport=PHONES[0])
    debrief.page.route("**/ui/result/result.js", lambda route: route.abort())
    debrief.open("#d1~bread0000001~got-to.baking")
    debrief.press("shared_open")
    expect(debrief.status).to_have_text(debrief.strings["not_loaded"])
    debrief.page.unroute_all()
    debrief.press("shared_open")
    expect(debrief.page.locator(".quiz-page-result")).to_be_visible()
    debrief.diagnostics.clear()
