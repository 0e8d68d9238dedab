"""The form for contributions, as a coach meets it who has never seen YAML."""

import re
import urllib.parse
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from generator import model
from generator.linting.rules.links import unsafe_links
from generator.linting.rules.rule import Pattern, TextKind
from generator.linting.rules.scope import role_at, without_indices
from generator.linting.rules.text_rules import TEXT_RULES
from generator.loading import read_entry
from generator.model.ui_text import FormText
from generator.model.walk import texts
from tests.browser.test_pages import violations
from tests.conftest import ROOT

CAUSE = {
    "title": "Your examples: none at hand",
    "summary": "You were asked for an example and had none ready.",
    "what_happened": 'You knew the work.\n\n- They asked *when* you did it.\n- You said "always" and # nothing else.',
    "not_this_if": "You had one, and nobody listened: look at [](cause:too-long).",
    "evidence.says": "Our sources hold no study of this.",
    "reviewed": "2026-03-09",
}


def field(page: Page, name: str) -> Any:
    return page.locator(f"[id='field.{name}']")


def begin(page: Page, kind: str) -> None:
    page.locator(f".form-kinds a[href='#{kind}']").click()
    expect(page.locator("form.form")).to_be_visible()


def written(page: Page) -> str:
    page.wait_for_timeout(250)
    return page.locator(".form-text").input_value()


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('form.form .form-more').forEach((fold) => { fold.open = true })")


def bring_along(page: Page, name: str, title: str) -> None:
    """Describe in a field an entry that isn't there yet."""
    about = field(page, name).locator(f"details.form-browse:has(button:text-is('{FormText().describe_it}'))")
    about.locator("summary").click()
    about.locator("input").fill(title)
    about.get_by_role("button", name=FormText().describe_it).click()


def add_answers(page: Page, name: str, *texts: str) -> None:
    for answer in texts:
        field(page, name).locator(".form-adding input").last.fill(answer)
        field(page, name).locator(".form-add").last.click()


def fill_a_cause(page: Page) -> None:
    begin(page, "cause")
    unfold(page)
    for name, text in CAUSE.items():
        field(page, name).fill(text)
    field(page, "stage").select_option("interview")
    field(page, "control").select_option("yours")
    field(page, "how_common").select_option("common")
    field(page, "evidence.strength").select_option("none")
    choose(page, "signs", answer_text("mood", "ran-out-of-time"))
    field(page, "signs.mood.ran-out-of-time").select_option("most")
    for action in ("answer-first", "offer-to-go-on"):
        choose(page, "actions", title_of(action))
        field(page, f"actions.{action}").select_option("strong")


def choose(page: Page, name: str, words: str) -> None:
    """Search in a field, and choose what is found first."""
    field(page, name).locator("input[type=search]").fill(words)
    field(page, name).locator(".form-search .form-result").first.click()


def title_of(action: str) -> str:
    text = (ROOT / f"content/actions/{action}.yml").read_text(encoding="utf-8")
    return str(yaml.safe_load(text)["title"])


def answer_text(question: str, answer: str) -> str:
    text = (ROOT / f"content/questions/{question}.yml").read_text(encoding="utf-8")
    return str(yaml.safe_load(text)["answers"][answer]["text"])


def confirm(page: Page) -> None:
    page.locator("dialog[open] .quiz-main").click()


def drafts(page: Page) -> int:
    return int(page.evaluate("Object.keys(localStorage).filter((key) => key.includes('/draft/')).length"))


def test_a_new_cause_is_written_without_a_fault_and_loads(form: Page) -> None:
    fill_a_cause(form)
    expect(field(form, "#id")).to_have_value("your-examples-none-at-hand")
    text = written(form)
    expect(form.locator(".form-summary")).to_have_count(0)
    [advice] = form.locator(".form-advice li").all_inner_texts()
    [whole, _] = FormText().whole_text.split("{fields}")
    assert re.fullmatch(rf"{re.escape(whole)}.*: A page that is too short: \d+ words\. .*", advice)
    assert FormText().labels["what_happened"] in advice
    form.locator(".form-advice a").click()
    expect(field(form, "what_happened")).to_be_focused()
    entry, diagnostics = read_entry("content/causes/x.yml", "x", text.encode(), model.Cause)
    assert diagnostics == ()
    assert entry
    assert entry.value.what_happened == CAUSE["what_happened"]
    assert entry.value.signs == {"mood": {"ran-out-of-time": "most"}}
    assert yaml.safe_load(text)["title"] == CAUSE["title"]


def test_errors_are_shown_as_one_types_and_lead_to_their_field(form: Page) -> None:
    begin(form, "cause")
    field(form, "what_happened").fill("You spoke <b>softly</b>.")
    expect(form.locator("[id='field.what_happened..diagnostics']")).to_contain_text("HTML")
    expect(field(form, "what_happened")).to_have_attribute("aria-invalid", "true")
    form.locator(".form-summary a", has_text=FormText().labels["summary"]).click()
    expect(field(form, "summary")).to_be_focused()
    field(form, "what_happened").fill("You spoke softly.")
    expect(form.locator("[id='field.what_happened..diagnostics']")).to_be_empty()
    expect(form.locator(".form-preview").first).to_contain_text("You spoke softly.")


def test_a_change_begins_with_what_is_there_and_changes_nothing_else(form: Page, home: str) -> None:
    form.goto(f"{home}causes/too-long/")
    form.locator(".av-improve a[href*='#cause/too-long']").click()
    cause = yaml.safe_load((ROOT / "content/causes/too-long.yml").read_text(encoding="utf-8"))
    expect(field(form, "title")).to_have_value(cause["title"])
    expect(form.get_by_text(FormText().nothing_yet)).to_be_visible()
    expect(form.get_by_role("button", name=FormText().download)).to_have_count(0)
    before = yaml.safe_load(written(form))
    field(form, "summary").fill("You went on: time ran out.")
    after = yaml.safe_load(written(form))
    assert after.pop("summary") == "You went on: time ran out."
    before.pop("summary")
    assert before == after
    expect(form.get_by_text(FormText().no_problems)).to_be_visible()


def test_every_entry_of_the_guide_comes_out_of_the_form_as_it_went_in(form: Page) -> None:
    script = """async () => {
      const module = (name) => import(`/modules/contribute/${name}.js`);
      const { entryText } = await module("yaml");
      const { asTexts } = await module("schema");
      const index = await (await fetch("/api/v1/index.json")).json();
      const form = await (await fetch(document.querySelector("afterview-contribution").getAttribute("src"))).json();
      const made = [];
      for (const kind of Object.keys(form.kinds)) {
        const list = await (await fetch(`/api/v1/${index.kinds[kind].url}`)).json();
        for (const { id } of list) {
          const { entry } = await (await fetch(`/api/v1/${form.kinds[kind].plural}/${id}.json`)).json();
          made.push([kind, id, entryText(asTexts(entry), form.kinds[kind].schema)]);
        }
      }
      return made;
    }"""
    root = ROOT / "content"
    # The site has them in one file; here they are asked for one by one.
    form.route("**/modules/**", lambda route: route.fulfill(path=ROOT / route.request.url.partition("/modules/")[2]))
    made = {(kind, id_): text for kind, id_, text in form.evaluate(script)}
    for name, kind in model.yaml_kinds().items():
        for path in () if kind.in_one_file else (root / kind.location).glob("*.yml"):
            text = made[name, path.stem]
            entry, diagnostics = read_entry("content/f/x.yml", "x", text.encode(), kind.entry)
            original, _ = read_entry("content/f/x.yml", "x", path.read_bytes(), kind.entry)
            assert diagnostics == ()
            assert entry
            assert original
            assert squeezed(entry.value) == squeezed(original.value)


def squeezed(value: Any) -> list[tuple[Any, str]]:
    """Return the texts of an entry without the places where lines are broken."""
    return [(field_path, " ".join(text.split())) for field_path, text in texts(value)]


def test_a_reload_keeps_what_was_written_and_starting_again_clears_it(form: Page) -> None:
    begin(form, "myth")
    field(form, "claim").fill("Nobody reads it")
    written(form)
    form.reload()
    expect(field(form, "claim")).to_have_value("Nobody reads it")
    form.get_by_role("button", name="Start again").click()
    expect(form.locator("dialog[open]")).to_be_visible()
    confirm(form)
    expect(field(form, "claim")).to_have_value("")
    form.reload()
    expect(field(form, "claim")).to_have_value("")


def test_to_look_stores_nothing_and_a_change_is_undone(form: Page, home: str) -> None:
    form.goto(f"{home}contribute/#cause/too-long")
    expect(field(form, "title")).not_to_have_value("")
    title = field(form, "title").input_value()
    form.wait_for_timeout(300)
    assert drafts(form) == 0
    field(form, "title").fill("Another title")
    form.wait_for_timeout(300)
    assert drafts(form) == 1
    form.get_by_role("button", name=FormText().undo).click()
    expect(field(form, "title")).to_have_value(title)
    form.get_by_role("button", name=FormText().redo).click()
    expect(field(form, "title")).to_have_value("Another title")
    expect(form.get_by_role("button", name=FormText().redo)).to_be_hidden()


def test_each_tab_has_a_draft_of_its_own(form: Page, home: str) -> None:
    begin(form, "myth")
    field(form, "claim").fill("The first")
    form.wait_for_timeout(300)
    second = form.context.new_page()
    second.goto(form.url)
    expect(field(second, "claim")).to_have_value("The first")
    field(second, "claim").fill("The second")
    second.wait_for_timeout(300)
    field(form, "claim").fill("The first, longer")
    form.wait_for_timeout(300)
    third = form.context.new_page()
    third.goto(f"{home}contribute/#myth")
    expect(third.locator(".form-notice a")).to_have_text(["The first, longer", "The second"])
    third.get_by_role("link", name="The second").click()
    expect(field(third, "claim")).to_have_value("The second")


def test_a_draft_takes_no_later_repair_back(form: Page, home: str) -> None:
    form.goto(f"{home}contribute/#cause/too-long")
    field(form, "summary").fill("Mine.")
    form.wait_for_function("() => JSON.stringify(localStorage).includes('Mine.')")
    address = form.url

    def repaired(route: Any) -> None:
        entry = route.fetch().json()
        entry["entry"]["title"] = "A better title"
        route.fulfill(json=entry)

    form.route("**/api/v1/causes/too-long.json", repaired)
    form.goto("about:blank")
    form.goto(address)
    expect(field(form, "title")).to_have_value("A better title")
    expect(field(form, "summary")).to_have_value("Mine.")


def test_what_is_filled_is_removed_after_a_question_only(form: Page) -> None:
    begin(form, "action")
    field(form, "steps.0.do").fill("Write it down.")
    field(form, "steps").locator(".form-add").click()
    remove = field(form, "steps").locator(".form-item > .quiz-link").first
    remove.click()
    form.locator("dialog[open] button").first.click()
    expect(field(form, "steps.0.do")).to_have_value("Write it down.")
    remove.click()
    confirm(form)
    expect(field(form, "steps.0.do")).to_have_value("")
    expect(field(form, "steps.1.do")).to_have_count(0)


def test_a_cause_brings_a_new_action_and_a_new_question_along(form: Page) -> None:
    begin(form, "cause")
    field(form, "title").fill("You hummed")
    bring_along(form, "actions", "Sing: instead")
    bring_along(form, "signs", "Did they hear it?")
    add_answers(form, "@question.did-they-hear-it.answers", "Yes, zestfully")
    errors = form.locator(".form-summary")
    expect(errors).to_contain_text(FormText().errors.unattached)
    attaching = field(form, "signs.did-they-hear-it")
    expect(attaching.locator("legend")).to_have_text(FormText().answer_shares)
    expect(attaching.locator("option").first).to_have_text(FormText().unknown_share)
    listed = field(form, "signs").locator("fieldset", has_text="Did they hear it?")
    expect(listed.locator("li")).to_have_text(f"Yes, zestfully: {FormText().unknown_share}")
    choose(form, "signs", "zestfully")
    field(form, "signs.did-they-hear-it.yes-zestfully").select_option("most")
    expect(listed.locator("li")).to_have_text("Yes, zestfully: most (7 in 10)")
    listed.get_by_role("button", name=FormText().change_below).click()
    expect(attaching).to_be_focused()
    expect(errors).not_to_contain_text(FormText().errors.unattached)
    field(form, "actions.sing-instead").select_option("strong")
    files = dict(re.findall(r"# File: (\S+)\n([\s\S]*?)(?=# File|$)", written(form)))
    assert list(files) == [
        "content/actions/sing-instead.yml",
        "content/questions/did-they-hear-it.yml",
        "content/causes/you-hummed.yml",
    ]
    cause = yaml.safe_load(files["content/causes/you-hummed.yml"])
    assert cause["signs"] == {"did-they-hear-it": {"yes-zestfully": "most"}}
    assert cause["actions"] == {"sing-instead": "strong"}
    form.reload()
    expect(field(form, "@action.sing-instead.title")).to_have_value("Sing: instead")


def test_who_describes_a_new_entry_below_is_taken_there_and_back(form: Page) -> None:
    begin(form, "cause")
    for name, kind in (("signs", "question"), ("actions", "action")):
        bring_along(form, name, "Did they hear it?")
        below = form.locator(".form-companion", has=form.locator(f"[id^='field.@{kind}.']")).last
        expect(below.locator("h3")).to_be_focused()
        expect(below.locator("h3")).to_be_in_viewport()
        expect(below).to_contain_text(FormText().stands_below)
        below.get_by_role("button", name=FormText().back_to.format(field=FormText().labels[name])).click()
        expect(field(form, name)).to_be_focused()


def test_a_new_entry_is_named_in_the_words_of_its_first_field(form: Page) -> None:
    begin(form, "cause")
    label = form.locator(f"[id='field.signs'] details:has(button:text-is('{FormText().describe_it}')) label")
    expect(label).to_have_text(FormText().labels["question.text"])


def test_what_removes_a_part_says_what_the_part_is_called_now(form: Page) -> None:
    begin(form, "cause")
    bring_along(form, "signs", "Did they hear it?")
    new = "field.@question.did-they-hear-it"
    add_answers(form, "@question.did-they-hear-it.answers", "Yes")
    form.locator(f"[id='{new}.text']").fill("Was it loud?")
    form.locator(f"[id='{new}.answers.yes.text']").fill("Very")
    for name in ("Was it loud?", "Very"):
        button = form.get_by_role("button", name=FormText().remove.format(name=name), exact=True)
        expect(button).to_be_visible()
    form.locator(".form-companion > .quiz-link").click()
    expect(form.locator("dialog[open]")).to_contain_text("Was it loud?")


def test_what_resembles_a_new_entry_is_shown_while_it_is_named(form: Page) -> None:
    begin(form, "action")
    field(form, "title").fill(title_of("answer-first"))
    expect(form.locator(".form-alike a").first).to_have_text(title_of("answer-first"))
    expect(form.locator(".form-alike a").first).to_be_visible()


def test_what_resembles_a_new_entry_opens_beside_it_to_be_read(form: Page) -> None:
    begin(form, "action")
    field(form, "title").fill(title_of("answer-first"))
    expect(form.locator(".form-alike")).to_contain_text(FormText().alike_lead)
    with form.expect_popup() as popup:
        form.locator(".form-alike a").first.click()
    expect(popup.value.locator("h1")).to_have_text(title_of("answer-first"))
    expect(field(form, "title")).to_have_value(title_of("answer-first"))


def test_the_hint_to_improve_what_is_there_is_seen_beside_it(form: Page) -> None:
    begin(form, "question")
    field(form, "text").fill(f"Is it so that {answer_text('how-found', 'applied-before')}?")
    alike = form.locator(".form-alike").first
    expect(alike.locator("a").first).to_have_attribute(
        "href", re.compile(r"^\.\./how-the-debrief-reasons/#:~:text=How%20did")
    )
    expect(alike.get_by_text(FormText().alike_lead_answer)).to_be_visible()


def test_an_answer_that_is_there_already_is_shown_while_another_is_typed(form: Page, home: str) -> None:
    form.goto(f"{home}contribute/#answer/what-they-said")
    adding = field(form, "answers").locator(".form-adding input").last
    adding.fill("I had applied there before")
    expect(field(form, "answers").locator(".form-alike").last).to_contain_text(
        answer_text("how-found", "applied-before")
    )


def test_what_resembles_a_new_entry_moves_nothing_while_one_types(form: Page) -> None:
    begin(form, "action")
    top = "() => document.getElementById('field.summary').getBoundingClientRect().top + scrollY"
    before = form.evaluate(top)
    field(form, "title").fill(title_of("answer-first"))
    expect(form.locator(".form-alike a").first).to_be_attached()
    assert form.evaluate(top) == before


def test_a_source_is_recognised_by_its_title_or_by_its_author_and_year(form: Page) -> None:
    sources = yaml.safe_load((ROOT / "content/sources.yml").read_text(encoding="utf-8"))
    id_, source = next((id_, each) for id_, each in sources.items() if each["authors"][0].count(",") == 1)
    begin(form, "source")
    field(form, "title").fill("zzz")
    expect(form.get_by_text(FormText().alike_none)).to_be_visible()
    field(form, "authors.0").fill(source["authors"][0])
    field(form, "year").fill(str(source["year"]))
    expect(form.locator(f".form-alike a[href='../evidence/#{id_}']")).to_be_attached()
    field(form, "year").fill("")
    field(form, "title").fill(source["title"])
    expect(form.locator(f".form-alike a[href='../evidence/#{id_}']")).to_be_attached()


@pytest.mark.parametrize("kind", sorted(model.yaml_kinds()))
def test_nothing_is_chosen_beforehand_and_an_empty_form_offers_nothing_to_send(form: Page, kind: str) -> None:
    begin(form, kind)
    controls = "form.form :is(input, select, textarea)"
    assert form.locator(controls).evaluate_all("all => all.filter((one) => one.value && one.type !== 'checkbox')") == []
    assert form.locator("form.form input:checked").count() == 0
    expect(form.locator(".form-status")).to_contain_text(re.compile(r"^0\b"))
    expect(form.get_by_text(FormText().nothing_yet)).to_be_visible()
    expect(form.get_by_role("button", name=FormText().download)).to_have_count(0)


def test_a_part_that_may_be_left_out_needs_nothing_until_it_is_begun(form: Page) -> None:
    begin(form, "cause")
    mark = form.locator("label[for='field.sounds_like.say'] .form-needed")
    expect(mark).to_be_hidden()
    expect(field(form, "sounds_like.say")).not_to_have_attribute("aria-required", "true")
    field(form, "sounds_like.asked").fill("Why?")
    expect(mark).to_be_visible()
    expect(field(form, "sounds_like.say")).to_have_attribute("aria-required", "true")


def test_a_sentence_is_found_by_its_words_and_all_that_is_none_is_folded(form: Page, home: str) -> None:
    form.goto(f"{home}contribute/#cause/too-long")
    cause = yaml.safe_load((ROOT / "content/causes/too-long.yml").read_text(encoding="utf-8"))
    sentence = " ".join(cause["what_happened"].split(".")[0].split())
    form.locator(".form > .form-search input").fill(sentence)
    form.locator(".form > .form-search .form-result", has_text=sentence).first.click()
    expect(field(form, "what_happened")).to_be_focused()
    selected = "(area) => area.value.slice(area.selectionStart, area.selectionEnd)"
    assert field(form, "what_happened").evaluate(selected) == f"{sentence}."
    for name in ("stage", "how_common", "signs", "actions", "evidence.strength", "reviewed"):
        expect(field(form, name)).to_be_hidden()
    form.get_by_text(FormText().not_sentences).click()
    expect(field(form, "stage")).to_be_visible()


def test_what_is_left_to_correct_stands_beside_the_buttons_and_saving_says_what_became_of_the_text(form: Page) -> None:
    begin(form, "myth")
    field(form, "claim").fill("Nobody reads it")
    left = form.locator(".form-unready")
    expect(left).to_contain_text(FormText().unready.format(count=5))
    with form.expect_download():
        form.get_by_role("button", name=FormText().download).click()
    expect(form.locator(".form-sent")).to_have_text(FormText().saved_only.format(name="nobody-reads-it.yml"))
    left.locator("a").click()
    expect(field(form, "verdict")).to_be_focused()


def test_shares_are_chosen_in_words_with_the_numbers_that_they_stand_for(form: Page) -> None:
    begin(form, "cause")
    choose(form, "actions", title_of("answer-first"))
    choose(form, "signs", answer_text("mood", "ran-out-of-time"))
    for name, has_numbers in (("actions.answer-first", False), ("signs.mood.ran-out-of-time", True)):
        texts = field(form, name).locator("option").all_inner_texts()
        assert len(texts) > 2
        assert {bool(re.search(r"\(\d+ in \d+\)", text)) for text in texts} == {has_numbers}


def test_a_cause_is_whole_with_what_stands_open_and_its_choices_left_as_they_are(form: Page) -> None:
    begin(form, "cause")
    guide = yaml.safe_load((ROOT / "content/guide.yml").read_text(encoding="utf-8"))
    least, most = guide["style"]["page_words"]["cause"]
    length = form.get_by_text(
        re.compile(re.escape(FormText().length.split("{count}")[0].format(least=least, most=most)))
    )
    expect(length).to_contain_text(" 0.")
    for name in ("title", "summary", "what_happened", "not_this_if"):
        field(form, name).fill(CAUSE[name])
    field(form, "stage").select_option("interview")
    field(form, "control").select_option("yours")
    choose(form, "signs", answer_text("mood", "ran-out-of-time"))
    choose(form, "actions", title_of("answer-first"))
    text = written(form)
    expect(length).not_to_contain_text(" 0.")
    expect(form.locator(".form-summary")).to_have_count(0)
    entry, diagnostics = read_entry("content/causes/x.yml", "x", text.encode(), model.Cause)
    assert diagnostics == ()
    assert entry
    setup = guide["scales"]
    assert entry.value.signs["mood"]["ran-out-of-time"] in setup["how_many"]
    assert entry.value.actions["answer-first"] in setup["helps"]
    assert entry.value.how_common in setup["how_common"]
    assert entry.value.evidence.strength == list(setup["evidence"])[-1]
    assert entry.value.evidence.says == FormText().starts["evidence.says"]
    assert entry.value.reviewed.isoformat() == form.evaluate("new Date().toISOString().slice(0, 10)")


def test_what_only_the_guides_keepers_know_is_folded_and_what_an_author_knows_is_open(form: Page, home: str) -> None:
    begin(form, "cause")
    for name in ("across_the_table", "sounds_like.say", "handle_with_care", "how_common", "evidence.says", "reviewed"):
        expect(field(form, name)).to_be_visible()
    for name in ("can_be_hidden", "#id", "also_called"):
        expect(field(form, name)).to_be_hidden()
    form.goto(f"{home}contribute/#question")
    expect(field(form, "ask_if")).to_be_visible()
    for name in ("family", "told", "follows", "role", "groups"):
        expect(field(form, name)).to_be_hidden()


def test_answers_of_which_people_give_one_begin_with_shares_that_add_up(form: Page) -> None:
    begin(form, "question")
    field(form, "text").fill("Did it rain?")
    field(form, "why").fill("It tells.")
    field(form, "kind").select_option("pick-one")
    add_answers(form, "answers", "Yes", "No", "A little", "I was asleep")
    question = yaml.safe_load(written(form))
    shares = yaml.safe_load((ROOT / "content/guide.yml").read_text(encoding="utf-8"))["scales"]["how_many"]
    assert sum(shares[answer["base"]] for answer in question["answers"].values()) == pytest.approx(1, abs=0.2)
    expect(form.locator(".form-advice li")).to_have_count(1)
    expect(form.locator(".form-summary")).to_have_count(0)
    expect(form.locator(".form-shares")).to_contain_text(FormText().answer_shares_one)
    field(form, "answers.yes.base").select_option("most")
    question = yaml.safe_load(written(form))
    assert question["answers"]["yes"]["base"] == "most"
    assert sum(shares[answer["base"]] for answer in question["answers"].values()) == pytest.approx(1, abs=0.2)


def test_a_suggestion_goes_once_it_is_dismissed_and_stays_away(form: Page) -> None:
    begin(form, "cause")
    field(form, "title").fill("You hummed")
    field(form, "what_happened").fill("It is very short.")
    suggestions = form.locator(".form-advice li")
    expect(suggestions.first).to_be_visible()
    count = suggestions.count()
    told = suggestions.first.inner_text()
    suggestions.first.get_by_role("button", name=FormText().dismiss).press("Enter")
    expect(suggestions).to_have_count(count - 1)
    expect(form.locator(".form-advice", has_text=told)).to_have_count(0)
    field(form, "what_happened").fill("It is very short, as it was.")
    form.wait_for_timeout(400)
    form.reload()
    expect(suggestions).to_have_count(count - 1)


def test_a_day_that_nobody_gave_is_said_to_be_that_of_writing(form: Page) -> None:
    begin(form, "cause")
    field(form, "title").fill("You hummed")
    filled = FormText().start_day_filled.partition("{day}")[2]
    unchecked = FormText().unchecked.format(title="You hummed")
    expect(form.locator(".form-preview").first).to_contain_text(filled)
    assert unchecked in written(form)
    unfold(form)
    field(form, "reviewed").fill("2026-03-09")
    expect(form.locator(".form-preview").first).not_to_contain_text(filled)
    assert unchecked not in written(form)


def test_the_preview_shows_what_is_sent_along_by_its_titles(form: Page) -> None:
    begin(form, "cause")
    field(form, "title").fill("You hummed")
    bring_along(form, "actions", "Sing: instead")
    bring_along(form, "signs", "Did they hear it?")
    add_answers(form, "@question.did-they-hear-it.answers", "Yes, zestfully", "No")
    field(form, "@action.sing-instead.steps.0.do").fill("Breathe in.")
    preview = form.locator(".form-previews")
    expect(preview.locator(".form-preview-title")).to_have_text(["You hummed", "Sing: instead", "Did they hear it?"])
    field(form, "signs.did-they-hear-it.no").select_option("most")
    for text in ("Yes, zestfully", "Breathe in.", FormText().with_cause, FormText().without_cause, "most (7 in 10)"):
        expect(preview).to_contain_text(text)
    expect(preview).not_to_contain_text("sing-instead")


def test_the_answers_of_a_question_that_is_sent_along_can_rule_an_action_or_a_cause_out(form: Page) -> None:
    begin(form, "cause")
    bring_along(form, "signs", "Did they hear it?")
    unfold(form)
    add_answers(form, "@question.did-they-hear-it.answers", "Yes, zestfully", "Not zestfully")
    choose(form, "not_if", "Not zestfully")
    assert yaml.safe_load(written(form).rpartition("# File: ")[2].partition("\n")[2])["not_if"] == {
        "did-they-hear-it": ["not-zestfully"]
    }


def test_the_sentence_that_was_changed_is_shown_as_it_was_and_as_it_is(form: Page, home: str) -> None:
    form.goto(f"{home}contribute/#cause/too-long")
    text = field(form, "handle_with_care").input_value()
    first, _, rest = text.partition(". ")
    field(form, "handle_with_care").fill(f"Some people hum. {rest}")
    expect(form.locator(".form-change del")).to_have_text(f"{first}.")
    expect(form.locator(".form-change ins")).to_have_text("Some people hum.")
    expect(form.locator(".form-text")).to_be_hidden()


def test_what_was_chosen_stands_below_the_search_and_the_other_answers_are_folded(form: Page) -> None:
    begin(form, "case")
    choose(form, "answers", answer_text("mood", "ran-out-of-time"))
    expect(field(form, "answers").locator("input[type=search]")).to_be_focused()
    mood = field(form, "answers.mood")
    expect(mood.locator("input:visible")).to_have_count(1)
    mood.get_by_text(FormText().more_answers).click()
    mood.locator("input:not(:checked)").first.check()
    assert len(yaml.safe_load(written(form))["answers"]["mood"]) == 2
    choose(form, "answers", answer_text("mood", "cooled"))
    expect(mood.locator("input:visible")).to_have_count(3)
    expect(field(form, "turned_out.also")).to_be_visible()


def test_a_question_that_others_depend_on_is_asked_before_them(form: Page) -> None:
    begin(form, "case")
    choose(form, "answers", answer_text("mood", "ran-out-of-time"))
    gates = yaml.safe_load((ROOT / "content/questions/mood.yml").read_text(encoding="utf-8"))["ask_if"]
    message = form.locator("[id='field.answers.mood..diagnostics']")
    expect(message).not_to_be_empty()
    for question, answers in gates.items():
        before = field(form, f"answers.{question}")
        expect(before).to_contain_text(FormText().asked_before)
        before.get_by_label(answer_text(question, answers[0]), exact=True).check()
    expect(message).to_be_empty()


@pytest.mark.parametrize(
    ("typed", "turned"),
    [
        ("Alexander Buijsrogge", "Buijsrogge, A."),
        ("Anna Maria van der Berg", "van der Berg, A. M."),
        ("Abel, M.", None),
        ("Office for National Statistics", None),
        ("Acas", None),
    ],
)
def test_a_name_with_the_first_name_first_can_be_turned(form: Page, typed: str, turned: str | None) -> None:
    begin(form, "source")
    field(form, "authors.0").fill(typed)
    field(form, "authors.0").blur()
    hint = form.locator(".form-hint")
    if turned is None:
        expect(hint).to_be_empty()
        return
    hint.get_by_role("button", name=turned).click()
    expect(field(form, "authors.0")).to_have_value(turned)
    expect(hint).to_be_empty()
    (source,) = yaml.safe_load(written(form)).values()
    assert source["authors"] == [turned]


def test_several_people_in_one_field_are_given_one_each(form: Page) -> None:
    begin(form, "source")
    field(form, "authors.0").fill("Nora Baker, Carl Cook and Max Abel")
    field(form, "authors.0").blur()
    expect(form.locator(".form-advice")).to_contain_text(FormText().errors.several_people)
    form.locator(".form-hint").get_by_role("button").click()
    expect(field(form, "authors.0")).to_be_focused()
    (source,) = yaml.safe_load(written(form)).values()
    assert source["authors"] == ["Baker, N.", "Cook, C.", "Abel, M."]
    expect(field(form, "authors.2")).to_have_value("Abel, M.")
    expect(form.locator(".form-advice")).to_have_count(0)


def test_what_was_added_and_left_empty_is_still_to_be_filled_in(form: Page) -> None:
    begin(form, "case")
    also = field(form, "turned_out.also")
    status = form.locator(".form-status")
    field(form, "turned_out.main").select_option(index=1)
    expect(status).to_contain_text(re.compile(r"^1 of"))
    also.locator(".form-add").click()
    expect(status).to_contain_text(re.compile(r"^0 of"))
    expect(form.locator(".form-summary")).to_contain_text(FormText().labels["also"])
    also.locator(".form-item > .quiz-link").click()
    expect(status).to_contain_text(re.compile(r"^1 of"))


def test_all_that_is_filled_in_does_not_stand_alone_while_something_is_wrong(form: Page) -> None:
    begin(form, "myth")
    field(form, "claim").fill("Nobody reads <b>it</b>")
    expect(form.locator(".form-status")).to_contain_text(FormText().wrong.format(count=1))
    field(form, "claim").fill("Nobody reads it")
    expect(form.locator(".form-status")).not_to_contain_text(FormText().wrong.split("{", maxsplit=1)[0])


def test_each_source_is_saved_under_a_name_of_its_own(form: Page) -> None:
    begin(form, "source")
    field(form, "title").fill("On steam")
    written(form)
    with form.expect_download() as download:
        form.get_by_role("button", name=FormText().download).click()
    assert download.value.suggested_filename == "source-on-steam.yml"


def test_a_link_is_put_where_the_cursor_is_and_read_out_below(form: Page) -> None:
    begin(form, "cause")
    text = field(form, "what_happened")
    text.fill("Look at there.")
    text.evaluate("(area) => area.setSelectionRange(8, 8)")
    around = form.locator(".form-field", has=text)
    around.get_by_text(FormText().link_page).click()
    title = yaml.safe_load((ROOT / "content/causes/too-long.yml").read_text(encoding="utf-8"))["title"]
    around.locator("input[type=search]").fill(title)
    around.locator(".form-result", has_text=title).first.click()
    expect(text).to_have_value(f"Look at [{title}](cause:too-long) there.")
    expect(text).to_be_focused()
    expect(form.locator(".form-preview").first).to_contain_text(title)


def test_a_source_backs_the_sentence_where_the_cursor_was_last(form: Page) -> None:
    begin(form, "cause")
    text = field(form, "what_happened")
    text.fill("It helps.\nIt is rare.")
    text.evaluate("(area) => area.setSelectionRange(9, 9)")
    around = form.locator(".form-field", has=text)
    around.get_by_text(FormText().link_page).click()
    expect(text).to_have_value("It helps.\n\nIt is rare.")
    expect(around).to_contain_text("“It helps”")
    around.locator("input[type=search]").fill("barrick 2010")
    around.locator(".form-result", has_text="Barrick and others, 2010:").first.click()
    expect(text).to_have_value("It helps ([](source:barrick-2010)).\n\nIt is rare.")
    expect(form.locator(".form-preview").first).to_contain_text("Barrick and others, 2010", use_inner_text=True)
    expect(form.locator(".form-preview dd li", has_text="Barrick and others, 2010")).to_have_count(1)
    form.get_by_role("button", name=FormText().undo).click()
    expect(text).to_have_value("It helps.\n\nIt is rare.")


def test_a_verdict_that_needs_a_source_says_so_where_one_is_given(form: Page) -> None:
    begin(form, "myth")
    expect(form.locator("form.form a[href='../myths/']")).to_be_visible()
    field(form, "verdict").select_option(index=1)
    missing = FormText().form_rules["verdict-without-source"]
    told = field(form, "sources").locator(".form-diagnostics").first
    expect(told).to_have_text(missing)
    expect(told).to_be_visible()
    field(form, "what_is_known").fill("It takes time ([](source:barrick-2010)).")
    expect(told).to_have_text("")


def test_who_misses_something_on_a_page_is_asked_what(form: Page, home: str) -> None:
    form.goto(f"{home}causes/too-long/")
    form.locator(".av-improve a").last.click()
    expect(form.locator(".form-kinds a").first).to_be_visible()


def test_pasted_bullets_become_a_list(form: Page) -> None:
    begin(form, "cause")
    field(form, "what_happened").fill("They saw:\n• one thing\n•\tanother")
    assert yaml.safe_load(written(form))["what_happened"] == "They saw:\n\n- one thing\n- another\n"


@pytest.mark.parametrize(
    "typed",
    [
        "https://doi.org/10.1037/apl0000994",
        "https://psycnet.apa.org/doi/10.1037/apl0000994?x=1",
        "doi: 10.1037/apl0000994",
        "10.1037/apl0000994",
    ],
)
def test_a_doi_that_was_copied_as_an_address_becomes_one(form: Page, typed: str) -> None:
    begin(form, "source")
    field(form, "doi").fill(typed)
    field(form, "doi").blur()
    expect(field(form, "doi")).to_have_value("10.1037/apl0000994")
    (source,) = yaml.safe_load(written(form)).values()
    assert source["doi"] == "10.1037/apl0000994"


def test_entries_are_chosen_from_a_list_by_title(form: Page) -> None:
    begin(form, "case")
    titles = field(form, "turned_out.main").locator("option").all_inner_texts()[1:]
    assert len(titles) > 2
    assert titles == form.evaluate("titles => [...titles].sort((one, other) => one.localeCompare(other))", titles)


def test_it_works_where_nothing_can_be_kept(form: Page) -> None:
    form.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})")
    form.reload()
    begin(form, "myth")
    field(form, "claim").fill("Nobody reads it")
    form.wait_for_timeout(250)
    expect(form.locator(".form-status")).to_contain_text(FormText().not_kept)
    assert "claim: Nobody reads it" in written(form)


def test_a_debrief_becomes_a_case_that_shows_what_would_be_sent(form: Page, home: str) -> None:
    form.goto(f"{home}contribute/#case=d1~v~reached.first-interview~mood.warm.cooled~nothing.known")
    expect(form.get_by_text("The answers come from your debrief")).to_be_visible()
    assert yaml.safe_load(written(form))["answers"] == {
        "reached": ["first-interview"],
        "mood": ["warm", "cooled"],
    }
    assert form.locator("[id='field.answers.mood'] input:checked").count() == 2


def test_without_a_code_host_the_text_can_be_copied_and_saved(form: Page) -> None:
    fill_a_cause(form)
    expect(form.get_by_text(FormText().send_unknown)).to_be_visible()
    expect(form.get_by_role("heading", name=FormText().keep)).to_be_visible()
    expect(form.get_by_role("heading", name=FormText().send, exact=True)).to_have_count(0)
    with form.expect_download() as download:
        form.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename == "your-examples-none-at-hand.yml"
    assert Path(download.value.path()).read_text(encoding="utf-8") == written(form)


def ways(page: Page) -> list[str]:
    """Return what stands above each way to send, in order."""
    return page.locator(".form-outcome h4, .form-way > summary").all_inner_texts()


def test_the_easiest_way_comes_first_and_says_beforehand_what_it_needs(page: Page, hosted: str) -> None:
    page.goto(f"{hosted}contribute/#myth")
    expect(page.get_by_text(FormText().needs_account.format(host="github.com"))).to_be_visible()
    field(page, "claim").fill("Steam")
    written(page)
    expected = [FormText().way_issue.format(host="github.com"), FormText().way_file.format(host="github.com")]
    assert [way for way in ways(page) if way in expected] == expected
    page.get_by_label(FormText().note).fill(NOTE)
    written(page)
    assert [way for way in ways(page) if way in expected] == expected


def test_mail_stands_beside_the_code_host(page: Page, hosted: str) -> None:
    def with_address(route: Any) -> None:
        route.fulfill(json={**route.fetch().json(), "sendTo": "guide@example.org"})

    page.route("**/contribute/form*.json", with_address)
    page.goto(f"{hosted}contribute/#myth")
    needs = FormText().needs_mail_or_account.format(address="guide@example.org", host="github.com")
    expect(page.get_by_text(needs)).to_be_visible()
    field(page, "claim").fill("Steam")
    text = written(page)
    mail, issue = (page.locator("a.form-out").nth(at).get_attribute("href") or "" for at in (0, 1))
    (body,) = urllib.parse.parse_qs(urllib.parse.urlsplit(mail).query)["body"]
    assert body.replace("\r", "") == text
    assert urllib.parse.parse_qs(urllib.parse.urlsplit(issue).query)["files"] == [text]
    page.get_by_role("button", name=FormText().copy_, exact=True).click()
    expect(page.locator(".form-sent")).not_to_be_empty()


def test_a_draft_says_when_it_was_copied_and_whether_it_changed_since(page: Page, hosted: str) -> None:
    page.goto(f"{hosted}contribute/#myth")
    field(page, "claim").fill("Steam")
    written(page)
    copy = page.get_by_role("button", name=FormText().copy_, exact=True)
    copy.click()
    expect(page.locator(".form-sent")).not_to_be_empty()
    page.goto(f"{hosted}contribute/")
    page.reload()
    drafts = page.locator(".form-notice li")
    expect(drafts).to_contain_text(FormText().passed_on)
    expect(drafts).not_to_contain_text(FormText().changed_since)
    drafts.get_by_role("link").click()
    field(page, "claim").fill("Steam is bad")
    written(page)
    page.goto(f"{hosted}contribute/")
    page.reload()
    expect(drafts).to_contain_text(FormText().changed_since)


def test_a_new_file_opens_at_the_code_host_with_path_and_text(page: Page, hosted: str) -> None:
    page.goto(f"{hosted}contribute/#myth")
    field(page, "claim").fill("Steam: bad?")
    unfold(page)
    field(page, "reviewed").fill("2026-03-09")
    text = written(page)
    address = urllib.parse.urlsplit(page.locator(".form-way a.form-out").get_attribute("href") or "")
    query = urllib.parse.parse_qs(address.query)
    assert address.path == "/example/bread/new/main/content/myths"
    assert text == f"# File: content/myths/steam-bad.yml\n{query['value'][0]}"
    assert query["filename"] == ["steam-bad.yml"]


def test_a_long_text_is_copied_instead(page: Page, hosted: str) -> None:
    page.goto(f"{hosted}contribute/#myth")
    field(page, "claim").fill("Steam")
    field(page, "origin").fill("long " * 1300)
    written(page)
    expect(page.get_by_text(FormText().quoting()["steps_issue"][0])).to_be_visible()
    assert page.locator("a.form-out").first.get_attribute("href") == (
        "https://github.com/example/bread/issues/new?template=send-a-proposal.yml&title=Steam"
    )


def test_a_source_is_sent_as_an_entry_that_is_put_into_its_place(page: Page, hosted: str) -> None:
    page.goto(f"{hosted}contribute/#source")
    field(page, "title").fill("On steam")
    text = written(page)
    assert text.startswith("# File: content/sources.yml\non-steam:\n  title: On steam\n")
    address = urllib.parse.urlsplit(page.locator("a.form-out").get_attribute("href") or "")
    assert address.path == "/example/bread/issues/new"
    assert urllib.parse.parse_qs(address.query)["files"] == [text]


def test_without_a_code_host_there_is_an_address_to_write_to(form: Page, home: str) -> None:
    def with_address(route: Any) -> None:
        route.fulfill(json={**route.fetch().json(), "sendTo": "guide@example.org"})

    form.route("**/contribute/form*.json", with_address)
    form.goto("about:blank")
    form.goto(f"{home}contribute/#myth")
    field(form, "claim").fill("Steam")
    written(form)
    expect(form.get_by_text(FormText().needs_mail.format(address="guide@example.org"))).to_be_visible()
    mail = form.locator("a.form-out").get_attribute("href") or ""
    assert mail.startswith("mailto:guide@example.org?subject=Steam&body=")


NOTE = "The pages are still open.\nWrite to me: coach@example.org"
COMMENT = f"# {FormText().note_label}:\n#   The pages are still open.\n#   Write to me: coach@example.org\n\n"


def test_a_word_to_the_keepers_stands_above_what_is_copied_saved_and_mailed(form: Page, home: str) -> None:
    def with_address(route: Any) -> None:
        route.fulfill(json={**route.fetch().json(), "sendTo": "guide@example.org"})

    form.route("**/contribute/form*.json", with_address)
    form.goto("about:blank")
    form.goto(f"{home}contribute/#source")
    field(form, "title").fill("On steam")
    without = written(form)
    form.get_by_label(FormText().note).fill(NOTE)
    assert written(form) == COMMENT + without
    address = urllib.parse.urlsplit(form.locator("a.form-out").get_attribute("href") or "")
    (body,) = urllib.parse.parse_qs(address.query)["body"]
    assert body.replace("\r", "") == COMMENT + without
    with form.expect_download() as download:
        form.get_by_role("button", name=FormText().download).click()
    assert Path(download.value.path()).read_text(encoding="utf-8") == COMMENT + without
    form.reload()
    expect(form.get_by_label(FormText().note)).to_have_value(NOTE)
    form.get_by_label(FormText().note).fill("")
    form.get_by_role("button", name=FormText().undo).click()
    expect(form.get_by_label(FormText().note)).to_have_value(NOTE)


def test_a_word_to_the_keepers_is_in_every_way_of_sending(page: Page, hosted: str) -> None:
    for address, title in (("#myth", "claim"), ("#cause/dead-yeast", "title")):
        page.goto(f"{hosted}contribute/{address}")
        page.reload()
        field(page, title).fill("Steam")
        if not field(page, "reviewed").input_value():
            field(page, "reviewed").fill("2026-03-09")
        page.get_by_label(FormText().note).fill(NOTE)
        text = written(page)
        assert f"{COMMENT}# File: content/" in text
        assert text.startswith((COMMENT, f"# {FormText().changes_of.partition('{')[0]}"))
        issue = urllib.parse.urlsplit(page.locator("a.form-out").first.get_attribute("href") or "")
        assert urllib.parse.parse_qs(issue.query)["files"] == [text]
        with page.expect_download() as download:
            page.get_by_role("button", name=FormText().download).click()
        assert Path(download.value.path()).read_text(encoding="utf-8") == text
    page.locator(".form-way > summary").click()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name=FormText().copy_file).click()
    expect(page.locator(".form-sent")).to_have_text(FormText().copied_file)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(COMMENT)
    assert yaml.safe_load(copied)["title"] == "Steam"


def test_what_was_said_of_a_copy_goes_once_the_text_has_changed(page: Page, hosted: str) -> None:
    page.goto(f"{hosted}contribute/#cause/dead-yeast")
    field(page, "title").fill("Steam")
    page.get_by_role("button", name=FormText().download).click()
    expect(page.locator(".form-sent")).not_to_be_empty()
    field(page, "title").fill("Steam and more")
    expect(page.locator(".form-sent")).to_be_empty()


def test_a_change_to_a_file_opens_its_editor(page: Page, hosted: str) -> None:
    page.goto(f"{hosted}contribute/#cause/dead-yeast")
    expect(field(page, "title")).to_have_value("The yeast was dead")
    field(page, "title").fill("The yeast had died")
    written(page)
    expect(page.locator(".form-steps").first).to_contain_text("github.com")
    assert (page.locator(".form-way a.form-out").get_attribute("href") or "").endswith(
        "edit/main/content/causes/dead-yeast.yml"
    )


def test_a_page_that_is_not_there_becomes_a_new_one(page: Page, hosted: str) -> None:
    for name in ("nothing", "..%2Fx", "%"):
        page.goto(f"{hosted}contribute/#cause/{name}")
        page.reload()
        expect(page.get_by_text("There is no such page here")).to_be_visible()


# Anything that a keyboard, a phone or a clipboard gives, and what YAML and Markdown make much of.
TEXT = st.text(
    st.one_of(
        st.sampled_from(":#'\"\\-?|>{}[]()*&!%@,~=+_$/. \n\t\r\u00a0\u200b\u200d\u200f\u2028é🙂שם٣"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)
WORDS = st.sampled_from(
    ["yes", "no", "null", "~", "1e3", "2026-01-01", "0x1f", "- a", "a: b", "#b", "x" * 5000, "é: 🙂 #"]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(TEXT, WORDS, st.tuples(TEXT, WORDS).map("".join)), min_size=5, max_size=5))
def test_what_the_form_finds_in_order_loads_without_a_fault(form: Page, values: list[str]) -> None:
    names = ["claim", "summary", "origin", "what_is_known", "instead"]
    form.evaluate("location.hash = '#'")
    form.evaluate("localStorage.clear()")
    form.evaluate("location.hash = '#myth'")
    expect(field(form, "claim")).to_be_visible()
    field(form, "verdict").select_option(index=1)
    form.evaluate(
        """([names, values]) => names.forEach((name, at) => {
          const node = document.getElementById(`field.${name}`);
          node.value = values[at];
          node.dispatchEvent(new Event("input"));
        })""",
        [names, values],
    )
    made = written(form)
    document = yaml.safe_load(made)
    assert document is None or isinstance(document, dict)
    found = form.locator(".form-summary li").all_inner_texts()
    entry, diagnostics = read_entry("content/myths/x.yml", "x", made.encode(), model.Myth)
    shown = [diagnostic.code for diagnostic in diagnostics]
    if entry:
        for rule in [*TEXT_RULES, unsafe_links()]:
            for field_path, text in entry.texts if isinstance(rule.check, Pattern) and not rule.is_advice else ():
                text_kind: TextKind = "prose" if isinstance(text, model.Prose) else "line"
                applies = text_kind in rule.check.texts and rule.check.applies_to(
                    role_at("myth", without_indices(field_path))
                )
                shown += [rule.code for _ in rule.check.matches(text) if applies]
    assert not shown or found, (shown, made)
    assert not {"yaml-syntax", "cut-off", "tag", "anchor", "invisible-character", "control-character"} & set(shown)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", ["cause", "action", "question", "source", "case"])
def test_the_form_has_no_axe_violation_and_no_sideways_scroll(
    browser: Browser, home: str, kind: str, width: int, scheme: Any
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{home}contribute/#{kind}")
    expect(page.locator("form.form")).to_be_visible()
    if kind == "question":
        add_answers(page, "answers", "Yes", "No")
        expect(field(page, "answers.yes.base")).to_be_visible()
    if kind == "cause":
        bring_along(page, "signs", "Did they hear it?")
        add_answers(page, "@question.did-they-hear-it.answers", "Yes", "No")
        expect(field(page, "signs.did-they-hear-it.yes")).to_be_visible()
        bring_along(page, "actions", title_of("answer-first"))
        expect(page.locator(".form-companion .form-alike a").first).to_be_attached()
    page.evaluate("document.querySelectorAll('form.form details').forEach((each) => { each.open = true })")
    for add in page.locator("button.form-add", has_text=re.compile("another")).all():
        add.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert all(url.startswith(home) for url in asked)
    context.close()


def test_the_form_works_by_keyboard_alone(form: Page) -> None:
    form.locator(".form-kinds a[href='#action']").focus()
    form.keyboard.press("Enter")
    expect(form.locator("form.form h2")).to_be_focused()
    # Past the links to the other kinds and to what is there already.
    for _ in range(3):
        form.keyboard.press("Tab")
    form.keyboard.type("Ask: what next?")
    expect(field(form, "title")).to_have_value("Ask: what next?")
    field(form, "steps").locator(".form-add").focus()
    form.keyboard.press("Enter")
    form.keyboard.type("Write it down.")
    assert yaml.safe_load(written(form))["steps"] == [{"do": "Write it down."}]


def test_an_answer_that_is_removed_is_no_sign_any_more(form: Page) -> None:
    begin(form, "cause")
    field(form, "title").fill("You hummed")
    bring_along(form, "signs", "Did they hear it?")
    expect(form.locator(".form-summary")).not_to_contain_text(FormText().errors.unattached)
    add_answers(form, "@question.did-they-hear-it.answers", "Yes", "No")
    field(form, "signs.did-they-hear-it.yes").select_option("most")
    written(form)
    expect(form.locator(".form-summary")).not_to_contain_text(FormText().errors.unattached)
    form.get_by_role("button", name=FormText().remove.format(name="Yes"), exact=True).click()
    confirm(form)
    assert "yes: most" not in written(form)
    expect(form.locator(".form-summary")).to_contain_text(FormText().errors.unattached)


def test_an_example_of_a_link_leads_nowhere_and_says_which_button_makes_one(form: Page) -> None:
    begin(form, "cause")
    field(form, "what_happened").fill("Studies show it [](source:an-id).")
    message = form.locator("[id='field.what_happened..diagnostics']")
    expect(message).to_contain_text("source:an-id")
    expect(message).to_contain_text(FormText().link_page)


def test_a_pasted_list_of_steps_becomes_steps(form: Page) -> None:
    begin(form, "action")
    field(form, "steps.0.do").fill("1. Write it down.\n2. Say it aloud.\n3. Send it.")
    form.get_by_role("button", name=FormText().split_items.format(count=3)).click()
    steps = yaml.safe_load(written(form).partition("\n")[2])["steps"]
    assert [step["do"] for step in steps] == ["Write it down.", "Say it aloud.", "Send it."]
    expect(field(form, "steps.2.do")).to_have_value("Send it.")


def test_a_source_of_a_right_is_found_by_its_title_or_described_at_once(form: Page) -> None:
    sources = yaml.safe_load((ROOT / "content/sources.yml").read_text(encoding="utf-8"))
    id_, source = next(iter(sources.items()))
    begin(form, "right")
    first = field(form, "sources.0")
    around = form.locator(".form-field", has=first)
    around.locator("input[type=search]").fill(source["title"])
    around.locator(".form-result").first.click()
    expect(first).to_have_value(id_)
    bring_along(form, "sources", "A law on loaves")
    assert "# File: content/sources.yml" in written(form)
    expect(form.locator(".form-companion h3")).to_be_focused()


def test_words_of_another_page_are_said_to_be_none_of_this(form: Page, home: str) -> None:
    form.goto(f"{home}contribute/#cause/too-long")
    expect(field(form, "title")).not_to_have_value("")
    search = form.locator(".form > .form-search")
    search.locator("input").fill("nobody on earth ever wrote this time ran")
    expect(search).to_contain_text(FormText().sentence_absent)
    expect(search.locator("[role=status] a").first).to_be_visible()
    other = yaml.safe_load((ROOT / "content/causes/nerves-took-over.yml").read_text(encoding="utf-8"))
    search.locator("input").fill(other["summary"])
    expect(search).to_contain_text(FormText().sentence_elsewhere)


def test_whoever_leaves_a_detail_open_says_which_beside_the_choice(form: Page) -> None:
    begin(form, "source")
    box = form.get_by_label(FormText().open_detail)
    expect(box).to_be_hidden()
    field(form, "confidence").select_option("medium")
    expect(form.locator(".form-summary")).to_contain_text(FormText().errors.open_detail)
    box.fill("The pages.")
    expect(form.get_by_label(FormText().note)).to_have_value("")
    assert f"{FormText().open_detail_label}: The pages." in written(form)
    expect(form.locator(".form-summary")).not_to_contain_text(FormText().errors.open_detail)


def test_what_is_typed_in_another_form_is_put_right_when_the_field_is_left(form: Page) -> None:
    begin(form, "source")
    field(form, "doi").fill("https://doi.org/10.1037/x")
    field(form, "url").fill("www.example.org/work")
    field(form, "finding").fill("One is here.\nTwo is there.")
    field(form, "limits").fill("One is\nhere. Two.")
    field(form, "venue").focus()
    expect(field(form, "doi")).to_have_value("10.1037/x")
    expect(field(form, "url")).to_have_value("https://www.example.org/work")
    expect(field(form, "finding")).to_have_value("One is here.\n\nTwo is there.")
    form.get_by_role("button", name=FormText().lines_apart).click()
    expect(field(form, "limits")).to_have_value("One is\n\nhere. Two.")
    expect(field(form, "limits")).to_be_focused()


def test_every_difference_is_listed_and_a_number_that_was_changed_elsewhere_is_named(form: Page, home: str) -> None:
    form.goto(f"{home}contribute/#action/ask-for-time")
    expect(field(form, "title")).not_to_have_value("")
    unfold(form)
    minutes = field(form, "effort.minutes")
    before = minutes.input_value()
    minutes.fill("77")
    changes = form.locator(".form-change")
    expect(changes).to_have_count(1)
    expect(changes.locator("del")).to_have_text(before)
    expect(changes.locator("ins")).to_have_text("77")
