"""What the answers point to, the plan, and taking both along."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, Route, expect

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


def test_the_result_leads_with_words_and_shows_what_speaks_for_and_against(flour: Debrief) -> None:
    assert flour.title == "Worth checking first: The flour was weak"
    card = flour.page.get_by_role("article").first
    text = card.inner_text()
    for part in ("Worth checking first", "Outside", "Shopping", "Points to it", "No, theirs was flat too"):
        assert part in text
    link = card.get_by_role("link", name="The flour was weak")
    assert link.get_attribute("href") == f"{flour.address.split('/tests/')[0]}/tests/causes/weak-flour/"
    assert card.locator("svg:not([aria-hidden=true])").count() == 0
    assert "%" not in flour.page.inner_text("afterview-debrief")


def test_the_sum_behind_a_cause_adds_up(flour: Debrief) -> None:
    card = flour.page.get_by_role("article").first
    card.locator("summary").click()
    numbers = [float(each.replace("\u2212", "-")) for each in card.locator("td").all_inner_texts()]
    assert len(numbers) > 3
    assert sum(numbers[:-1]) == pytest.approx(numbers[-1], abs=0.05 * len(numbers))


def test_it_says_whether_it_could_have_been_prevented(flour: Debrief) -> None:
    text = flour.page.inner_text("afterview-debrief")
    assert flour.strings["prevented_outside"] in text
    assert "Outside your control" in text
    flour.open()
    flour.press("start_again")
    flour.answer(YEAST)
    assert flour.title == "Worth checking first: The yeast was dead"
    assert flour.strings["prevented_little"] in flour.page.inner_text("afterview-debrief")


def test_without_answers_it_says_that_it_cannot_tell_and_what_to_ask(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.answer({})
    assert debrief.title == debrief.strings["headline_cannot_tell"]
    text = debrief.page.inner_text("afterview-debrief")
    assert debrief.strings["ask_text"] in text
    assert debrief.strings["prevented_unknown"] in text


def test_where_it_cannot_tell_no_cause_is_shown_or_named_that_no_answer_points_to(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.answer({})
    assert debrief.page.get_by_role("article").count() == 0
    assert debrief.page.locator(".quiz-step").count() > 1
    assert "Helps with" not in debrief.page.inner_text(".quiz-plan")
    debrief.open()
    debrief.press("start_again")
    debrief.choose("I baked it and it came out flat")
    debrief.press("to_result")
    debrief.settle()
    assert debrief.title == debrief.strings["headline_cannot_tell"]
    assert debrief.page.get_by_role("heading", name=debrief.strings["hints_title"]).is_visible()
    cards = debrief.page.get_by_role("article")
    assert cards.count() == cards.filter(has_text="Points to it").count() > 0
    named(debrief)


def named(debrief: Debrief) -> None:
    """Expect beside each step one to three causes, all of which are shown on the page."""
    shown = set(debrief.page.get_by_role("article").locator("h4").all_inner_texts())
    for line in debrief.page.locator(".quiz-step > .quiz-quiet").all_inner_texts():
        causes = line.split("Helps with: ")[1].split(", ")
        assert set(causes) <= shown
        assert len(causes) <= 3


def test_the_plan_is_for_the_causes_that_are_shown(flour: Debrief) -> None:
    named(flour)


def test_one_may_stop_early_see_why_it_stopped_and_keep_going(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.choose("I baked it and it came out flat")
    debrief.press("to_result")
    assert debrief.strings["stop_reader"] in debrief.page.inner_text("afterview-debrief")
    debrief.press("keep_going")
    asked = debrief.answer(FLOUR)
    assert len(asked) == 6
    assert debrief.strings["stop_no_questions"] in debrief.page.inner_text("afterview-debrief")
    assert debrief.button("keep_going").count() == 0


def test_the_single_answer_that_would_change_it_can_be_given_at_once(debrief: Debrief) -> None:
    debrief.press("start")
    debrief.choose("I baked it and it came out flat")
    debrief.press("to_result")
    section = debrief.page.locator(".quiz-change")
    expect(section).to_contain_text("this would come first")
    asked = re.search(r"answer to \"(.*?)\" were", section.inner_text())
    assert asked
    debrief.press("answer_it")
    assert debrief.title == asked[1]


def test_ticks_of_the_plan_stay(flour: Debrief) -> None:
    flour.page.get_by_label("Tell the mill").check()
    flour.reload()
    expect(flour.page.get_by_label("Tell the mill")).to_be_checked()
    assert flour.saved()["done"] == ["tell-the-mill"]
    flour.page.get_by_label("Tell the mill").uncheck()
    assert flour.saved()["done"] == []


def test_the_plan_fits_the_time_and_says_so(flour: Debrief) -> None:
    plan = flour.page.locator(".quiz-plan")
    assert plan.locator("h4").all_inner_texts() == ["Today", "Before the next loaf"]
    flour.page.get_by_label(flour.strings["time_label"]).select_option("20 minutes")
    assert plan.locator("h4").all_inner_texts() == ["Today"]
    expect(flour.status).to_have_text("The plan now has 1 step.")


def test_what_is_said_is_seen_where_the_reader_is_and_gone_after_some_seconds(flour: Debrief) -> None:
    flour.page.clock.install()
    time = flour.page.get_by_label(flour.strings["time_label"])
    time.scroll_into_view_if_needed()
    top = "() => document.querySelector('#quiz-time').getBoundingClientRect().top"
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
    page.get_by_text("Words to use: a letter to the mill, asking in the shop").click()
    page.get_by_label("my name").fill("Ada <b>")
    page.get_by_label("flour", exact=True).first.fill("rye")
    assert page.locator(".quiz-step h5").all_inner_texts() == ["a letter to the mill", "asking in the shop"]
    message = page.locator(".quiz-message").first
    assert message.inner_text().startswith("Dear [name],\nmy loaf from your rye stayed flat")
    debrief.button("copy_message").first.click()
    expect(debrief.status).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()").endswith("Kind regards, Ada <b>")
    assert "Ada" not in json.dumps(debrief.saved())


def test_one_message_alone_has_no_heading_that_says_again_what_it_is_for(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief()

    def serve(route: Route) -> None:
        model = bread_model()
        for action in model["actions"]:
            action["words"] = action["words"][:1]
        route.fulfill(json=model)

    debrief.page.route("**/bread.json", serve)
    debrief.open()
    debrief.press("start")
    debrief.answer(FLOUR)
    debrief.page.get_by_text("Words to use: a letter to the mill").click()
    expect(debrief.page.locator(".quiz-message")).to_be_visible()
    assert debrief.page.locator(".quiz-step h5").count() == 0


def test_a_copied_link_brings_the_answers_and_the_plain_one_none(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief(permissions=["clipboard-read", "clipboard-write"]).open()
    debrief.press("start")
    debrief.answer(FLOUR)
    debrief.press("copy_link")
    expect(debrief.status).to_have_text("Copied.")
    link = debrief.page.evaluate("navigator.clipboard.readText()")
    debrief.press("copy_plain_link")
    debrief.page.wait_for_function("navigator.clipboard.readText().then(text => !text.includes('#'))")
    other = new_debrief()
    other.address = link
    other.open().press("shared_open")
    assert other.title == debrief.title


def test_where_nothing_can_be_copied_the_text_is_shown(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))").open()
    debrief.press("start")
    debrief.answer(FLOUR)
    debrief.press("copy_link")
    expect(debrief.status).to_have_text(debrief.strings["copy_by_hand"])
    assert "#d2_" in debrief.page.get_by_role("textbox", name="Copy link with answers").input_value()


def test_the_text_file_holds_result_plan_and_answers(flour: Debrief) -> None:
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
    assert "- How far did you get? **I baked it and it came out flat**" in text


def test_a_calendar_program_can_read_the_dates(flour: Debrief) -> None:
    flour.unfold("calendar")
    flour.page.get_by_label("Before the next loaf").fill("2027-02-28")
    raw = saved_file(flour, "calendar_save").read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(raw)
    assert not calendar.errors
    events = calendar.walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Flat Bread: Today", "Flat Bread: Before the next loaf"]
    assert events[1].decoded("DTSTART").isoformat() == "2027-02-28"
    assert "DTEND" not in events[1]
    assert "- Weigh everything and start again" in str(events[1]["DESCRIPTION"])
    assert len({str(event["UID"]) for event in events}) == 2
    flour.page.get_by_label("Weigh everything and start again").check()
    assert len(icalendar.Calendar.from_ical(saved_file(flour, "calendar_save").read_bytes()).walk("VEVENT")) == 1
    flour.page.get_by_label("Weigh everything and start again").uncheck()
    flour.page.get_by_label("Before the next loaf").fill("")
    assert len(icalendar.Calendar.from_ical(saved_file(flour, "calendar_save").read_bytes()).walk("VEVENT")) == 1


def test_an_exported_file_is_opened_again(flour: Debrief, new_debrief: Callable[..., Debrief]) -> None:
    path = saved_file(flour, "save_json")
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["format"] == 1
    assert data["answers"] == flour.saved()["answers"]
    other = new_debrief(viewport=NARROW).open()
    other.unfold("open_file")
    other.page.get_by_label(other.strings["open_file_label"]).set_input_files(path)
    other.press("shared_open")
    assert other.title == flour.title


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe\x00", b"[1, null]", b'{"answers": 7}', b'{"foo": 1}', b" " * 1_000_001]
)
def test_a_file_that_is_something_else_is_declined(debrief: Debrief, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)
    debrief.unfold("open_file")
    debrief.page.get_by_label(debrief.strings["open_file_label"]).set_input_files(tmp_path / "x.json")
    expect(debrief.status).to_have_text(debrief.strings["file_unreadable"])
    assert debrief.button("shared_open").count() == 0


def test_kept_debriefs_are_compared_and_deleted(flour: Debrief) -> None:
    for name in ("First loaf", ""):
        flour.unfold("keep")
        flour.page.get_by_label(flour.strings["keep_name"], exact=True).last.fill(name)
        flour.press("keep_save")
        assert flour.title == flour.strings["kept_title"]
        flour.press("back")
        expect(flour.page.locator(".quiz-page-result")).to_be_visible()
    flour.open()
    flour.press("compare")
    assert "The flour was weak in 2 of 2" in flour.page.inner_text("afterview-debrief")
    today = flour.saved()["kept"][1]["name"]
    beside = flour.page.locator(".quiz-beside").first.get_by_role("listitem")
    assert beside.all_inner_texts() == [f"{name} Worth checking first" for name in ("First loaf", today)]
    assert flour.page.locator(".quiz-saved li > span").all_inner_texts() == [f"First loaf {today}", today]
    flour.press("kept_delete", "First loaf")
    expect(flour.status).to_have_text("First loaf is deleted.")
    assert [each["name"] for each in flour.saved()["kept"]] == [today]
    flour.press("kept_open", today)
    flour.press("shared_open")
    assert flour.title == "Worth checking first: The flour was weak"


def test_printing_gives_result_and_plan_on_two_pages(flour: Debrief, tmp_path: Path) -> None:
    pdf = flour.page.pdf(path=tmp_path / "result.pdf", format="A4")
    assert 1 <= pdf.count(b"/Type /Page\n") <= 2
    flour.page.emulate_media(media="print")
    expect(flour.page.get_by_text(f"Flat Bread, {flour.page.evaluate(TODAY)}, {flour.address}")).to_be_visible()
    for key in ("start_again", "copy_link", "keep_going"):
        expect(flour.button(key)).to_be_hidden()
    expect(flour.page.locator(".quiz-tick", has_text="Tell the mill")).to_be_visible()


def test_nothing_is_asked_for_after_the_page_was_loaded(debrief: Debrief) -> None:
    debrief.page.wait_for_load_state("networkidle")
    asked: list[str] = []
    debrief.page.on("request", lambda request: asked.append(request.url))
    debrief.press("start")
    debrief.answer(FLOUR)
    debrief.press("your_answers")
    assert asked == []


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
    while page.locator(".quiz-page-question").count():
        page.locator(".quiz-choice").first.click()
        page.locator(".quiz-main").click()
    assert page.locator("afterview-debrief img").count() == 0
    assert evil in debrief.title
