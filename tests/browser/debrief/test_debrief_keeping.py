"""What stays on the device, what a link brings, and what happens where nothing can be kept."""

import json
import re
from collections.abc import Callable
from random import Random

import pytest
from playwright.sync_api import expect

from tests.browser.debrief.conftest import NARROW, Debrief

BLOCKED = """
Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
"""
FULL = """
Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
"""
FAR = "How far did you get?"


def begin(debrief: Debrief) -> Debrief:
    debrief.press("start")
    debrief.choose("I baked it and it came out flat")
    return debrief


def test_a_debrief_is_resumed_on_its_page_after_a_reload(debrief: Debrief) -> None:
    begin(debrief)
    title = debrief.title
    debrief.reload()
    expect(debrief.heading).to_have_text(title)
    debrief.go_back()
    expect(debrief.option("I baked it and it came out flat")).to_be_checked()


def test_a_debrief_is_resumed_from_the_first_page_on_another_day(debrief: Debrief) -> None:
    title = begin(debrief).title
    debrief.open()
    assert "You have 1 answer saved on this device" in debrief.page.inner_text("afterview-debrief")
    debrief.press("carry_on")
    assert debrief.title == title


def test_forgetting_leaves_nothing_on_the_device(debrief: Debrief) -> None:
    begin(debrief).open()
    assert debrief.saved()
    debrief.press("forget")
    debrief.confirm("forget")
    assert debrief.page.evaluate("localStorage.length") == 0
    expect(debrief.status).to_have_text(debrief.strings["forgotten"])
    expect(debrief.heading).to_be_focused()
    debrief.press("start")
    assert debrief.title == FAR


@pytest.mark.parametrize(("key", "done"), [("forget", "forgotten"), ("start_again", "started_again")])
def test_before_anything_is_deleted_the_page_asks_and_then_says_what_was_done(
    new_debrief: Callable[..., Debrief], key: str, done: str
) -> None:
    # In a sandboxed frame, and inside other apps, the browser's own question is never shown.
    debrief = new_debrief("window.confirm = () => false", viewport=NARROW).open()
    begin(debrief).open()
    before = debrief.saved()
    debrief.press(key)
    question = debrief.page.get_by_role("alertdialog", name=debrief.strings[f"{key}_sure"])
    expect(question.get_by_role("button", name=debrief.strings["cancel"])).to_be_focused()
    debrief.page.keyboard.press("Escape")
    expect(question).to_have_count(0)
    expect(debrief.button(key)).to_be_focused()
    debrief.press(key)
    debrief.press("cancel")
    assert debrief.saved() == before
    assert debrief.title == debrief.strings["start_title"]
    debrief.press(key)
    debrief.confirm(key)
    expect(debrief.status).to_have_text(debrief.strings[done])
    assert not (debrief.saved() or {}).get("answers")


def test_nothing_is_asked_where_there_is_nothing_to_delete(debrief: Debrief) -> None:
    debrief.open("#d1~bread0000001~got-to.baking")
    debrief.press("start_again")
    expect(debrief.heading).to_have_text(FAR)


@pytest.mark.parametrize("trouble", [BLOCKED, FULL], ids=["blocked", "full"])
def test_it_works_where_nothing_can_be_saved_and_says_so(new_debrief: Callable[..., Debrief], trouble: str) -> None:
    debrief = new_debrief(trouble, viewport=NARROW).open()
    said = debrief.page.get_by_role("listitem").filter(has_text=debrief.strings["not_saved"])
    expect(said).to_be_visible()
    begin(debrief)
    expect(said).to_be_visible()
    expect(debrief.status).to_be_empty()
    debrief.answer({})
    expect(debrief.page.locator(".quiz-page-result")).to_be_visible()
    expect(said).to_be_visible()
    debrief.press("forget")
    debrief.confirm("forget")
    expect(debrief.heading).to_have_text(debrief.strings["start_title"])


def test_trying_whether_it_can_be_saved_leaves_nothing_and_disturbs_no_other_window(debrief: Debrief) -> None:
    assert debrief.page.evaluate("localStorage.length") == 0
    begin(debrief)
    Debrief(debrief.page.context.new_page(), debrief.address, debrief.diagnostics).open()
    expect(debrief.status).to_be_empty()
    assert debrief.page.evaluate("localStorage.length") == 1


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "{",
        "null",
        "[]",
        "7",
        '"x"',
        '{"answers": {"got-to": 1}}',
        '{"answers": [null, {"question": 3}], "done": 3}',
        '{"at": "never", "kept": [{"name": 1}, 2, null, {"name": "x", "at": "2026-01-01", "answers": "y"}]}',
    ],
)
def test_anything_whatever_may_be_in_the_storage(new_debrief: Callable[..., Debrief], stored: str) -> None:
    debrief = new_debrief(
        f"localStorage.setItem('afterview:/tests/browser/debrief/bread.json', {json.dumps(stored)})"
    ).open()
    assert debrief.title == "What is worth checking first?"
    debrief.press("start")
    assert debrief.title == FAR


def test_a_shared_link_opens_its_answers_and_takes_them_out_of_the_address(debrief: Debrief) -> None:
    debrief.open("#d1~bread0000001~got-to.baking~foam.foamed~others.badly")
    brought = debrief.strings["shared_answers_other"].replace("{count}", "3")
    assert brought in debrief.page.inner_text("afterview-debrief")
    assert debrief.saved() is None
    debrief.press("shared_open")
    debrief.page.locator(".quiz-page-result").wait_for()
    assert debrief.title == "Worth checking first: The flour was weak"
    expect(debrief.page).not_to_have_url(re.compile("#"))
    assert len(debrief.saved()["answers"]) == 3


def test_a_shared_link_warns_before_it_replaces_answers(debrief: Debrief) -> None:
    begin(debrief).open("#d1~bread0000001~got-to.mixing")
    assert debrief.strings["shared_replaces"] in debrief.page.inner_text("afterview-debrief")
    assert debrief.saved()["answers"] == [{"question": "got-to", "chosen": ["baking"]}]
    debrief.press("carry_on")
    assert debrief.title != FAR


def test_a_link_of_another_version_says_what_was_left_out(debrief: Debrief) -> None:
    debrief.open("#d1~old~got-to.baking~gone.yes~foam.exploded~room.cold")
    notices = debrief.page.locator(".quiz-notices").inner_text()
    assert debrief.strings["notice_older_content"] in notices
    assert "gone" in notices
    assert "exploded" in notices
    debrief.press("shared_open")
    assert [each["question"] for each in debrief.saved()["answers"]] == ["got-to", "room"]


@pytest.mark.parametrize(
    "fragment",
    [
        "#x",
        "#d1",
        "#d1~",
        "#%",
        "#d1~%E0%A4%A~q.%",
        "#d9~a~b",
        "#<img src=x onerror=alert(1)>",
        "#" + "~" * 5000,
        "#d1~v~got-to._.__",
    ],
)
def test_no_fragment_breaks_the_page(debrief: Debrief, fragment: str) -> None:
    debrief.open(fragment)
    assert debrief.title == "What is worth checking first?"
    assert debrief.page.locator("afterview-debrief img").count() == 0


def test_a_hundred_garbled_links_leave_the_page_whole(debrief: Debrief) -> None:
    parts = [
        "d1",
        "~",
        ".",
        "_",
        "__",
        "%",
        "%E0",
        "got-to",
        "baking",
        "noticed",
        "salty",
        "bread0000001",
        "\u0000",
        "\U0001f35e",
    ]
    random = Random(7)
    for _ in range(100):
        fragment = "d1~" * random.randint(0, 1) + "".join(random.choices(parts, k=random.randint(1, 12)))
        debrief.page.evaluate(
            "async text => { location.hash = text; await new Promise(done => setTimeout(done)); }", fragment
        )
        assert debrief.heading.count() == 1, fragment


def test_a_link_that_is_pasted_into_the_open_page_is_taken_up(debrief: Debrief) -> None:
    begin(debrief).noted()
    debrief.page.evaluate("location.hash = 'd1~bread0000001~got-to.mixing'")
    expect(debrief.button("shared_open")).to_be_visible()
    debrief.go_back()
    expect(debrief.page.locator(".quiz-page-question")).to_be_visible()


def test_a_second_window_is_told_of_changes(debrief: Debrief) -> None:
    begin(debrief)
    other = Debrief(debrief.page.context.new_page(), debrief.address, debrief.diagnostics).open()
    other.press("carry_on")
    other.choose(other.strings["not_sure"])
    expect(debrief.status).to_have_text(debrief.strings["changed_elsewhere"])
    assert len(debrief.saved()["answers"]) == 2


def test_the_worksheet_stays_where_the_model_cannot_be_used(new_debrief: Callable[..., Debrief]) -> None:
    debrief = new_debrief()
    debrief.page.route("**/bread.json", lambda route: route.fulfill(body='{"format": 2}'))
    with debrief.page.expect_event("pageerror"):
        debrief.page.goto(debrief.address)
    expect(debrief.page.locator("#worksheet")).to_be_visible()
    expect(debrief.page.locator("afterview-debrief[aria-busy]")).to_have_count(0)
    assert "format 2" in debrief.diagnostics.pop()
