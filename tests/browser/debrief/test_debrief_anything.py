"""Whatever a link, the storage or a file may hold: the page stands, and says nothing false."""

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from tests.browser.debrief.conftest import NARROW, Debrief

KEY = "afterview:/tests/browser/debrief/bread.json"
thorough = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

text = st.text(max_size=12) | st.sampled_from(["got-to", "baking", "noticed", "salty", "__proto__", "constructor", "_"])
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4),
    max_leaves=12,
)
answers = anything | st.lists(
    anything | st.fixed_dictionaries({"question": text | anything, "chosen": st.lists(text) | anything}), max_size=5
)
kept = st.lists(
    anything | st.fixed_dictionaries({"name": text, "at": st.just("2026-01-01") | text, "answers": answers}), max_size=3
)
saved = anything | st.fixed_dictionaries(
    {},
    optional={
        "answers": answers,
        "done": st.lists(text | anything) | anything,
        "keepGoing": anything,
        "at": st.just("2026-11-23T00:00:00Z") | anything,
        "kept": kept | anything,
    },
)
VIEWS = [None, {"view": "result"}, {"view": "saved"}, {"view": "answers"}, {"view": "question", "question": "noticed"}]


@pytest.fixture
def page(new_debrief: Callable[..., Debrief]) -> Debrief:
    return new_debrief(viewport=NARROW).open()


def stands(debrief: Debrief) -> bool:
    """Tell whether the page is whole; diagnostics such as exceptions fail the test when the browser closes."""
    expect(debrief.heading).to_have_count(1)
    assert debrief.diagnostics == []
    return bool(debrief.title) and "NaN" not in debrief.page.inner_text("afterview-debrief")


@thorough
@given(held=saved.map(json.dumps) | st.text(max_size=40), view=st.sampled_from(VIEWS))
def test_the_storage_may_hold_anything(page: Debrief, held: str, view: dict[str, str] | None) -> None:
    page.page.evaluate(
        "([key, held, view]) => { localStorage.setItem(key, held); history.replaceState({[key]: view}, ''); }",
        [KEY, held, view],
    )
    page.reload()
    assert stands(page)


@thorough
@given(fragment=st.text(max_size=60) | st.lists(text, max_size=9).map(lambda parts: "d1~" + "~".join(parts)))
def test_a_link_may_hold_anything(page: Debrief, fragment: str) -> None:
    page.page.evaluate(
        "async text => { location.hash = text; await new Promise(done => setTimeout(done)); }",
        fragment.encode("utf-8", "replace").decode(),
    )
    assert stands(page)


@thorough
@given(data=saved.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=40))
def test_a_file_may_hold_anything(page: Debrief, data: bytes) -> None:
    page.open()
    page.unfold("open_file")
    picker = page.page.get_by_label(page.strings["open_file_label"])
    picker.set_input_files({"name": "any.json", "mimeType": "application/json", "buffer": data})
    page.page.wait_for_function(
        "([unreadable, key]) => document.querySelector('[role=status]').textContent === unreadable "
        "|| history.state?.[key]",
        arg=[page.strings["file_unreadable"], KEY],
    )
    assert stands(page)
