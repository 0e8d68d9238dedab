"""What a contributor adds that the guide has no place for yet, as the form takes it."""

import re
from typing import Any

import yaml
from playwright.sync_api import Page, expect

from generator.model.ui_text import DebriefText, FormText
from tests.browser.contribute.test_form import begin, field, written
from tests.browser.test_pages import violations
from tests.conftest import ROOT


def test_a_right_of_a_country_that_is_not_listed_can_be_finished(form: Page) -> None:
    begin(form, "right")
    region = field(form, "region")
    name = form.get_by_label(FormText().unlisted_name)
    expect(name).to_be_hidden()
    region.select_option(label=FormText().unlisted)
    name.fill("South Korea")
    assert "region: south-korea" in written(form)
    expect(form.locator(".form-advice")).to_contain_text("“South Korea”")
    expect(form.locator(".form-preview").first).to_contain_text("South Korea")
    message = form.locator("[id='field.region..diagnostics']")
    expect(message).to_have_text(FormText().errors.unlisted_word.format(name="South Korea"))
    form.reload()
    expect(name).to_have_value("South Korea")
    region.select_option("ireland")
    expect(name).to_be_hidden()
    assert "region: ireland" in written(form)


def question_of(id_: str) -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / f"content/questions/{id_}.yml").read_text(encoding="utf-8")))


def test_a_further_answer_is_added_to_a_question_that_is_found_by_its_answers(form: Page) -> None:
    form.locator(".form-kinds a[href='#answer']").click()
    expect(form.locator("afterview-contribution h2")).to_be_focused()
    answers = question_of("how-found")["answers"]
    form.get_by_label(FormText().further_answer_search).fill(next(iter(answers.values()))["text"])
    expect(form.locator(".form-result").first).to_be_visible()
    assert violations(form) == []
    expect(form.locator(".form-result").first).to_contain_text(next(iter(answers.values()))["text"])
    form.locator(".form-result", has_text=question_of("how-found")["text"]).first.click()
    expect(field(form, "answers").locator(".form-adding input").first).to_be_focused()
    first = field(form, f"answers.{next(iter(answers))}.text")
    expect(first).to_be_hidden()
    form.keyboard.type("By a carrier pigeon")
    form.keyboard.press("Tab")
    form.keyboard.press("Enter")
    added = field(form, "answers.by-a-carrier-pigeon.text")
    expect(added).to_have_value("By a carrier pigeon")
    expect(added).to_be_focused()
    question = yaml.safe_load(written(form))
    assert list(question["answers"]) == [*answers, "by-a-carrier-pigeon"]
    assert {id_: question["answers"][id_] for id_ in answers} == answers
    assert question["answers"]["by-a-carrier-pigeon"].keys() == {"text", "base"}
    expect(form.locator(".form-summary")).to_have_count(0)
    expect(form.locator(".form-advice li")).to_have_count(1)
    assert violations(form) == []
    assert question["groups"]["Connections"][-1] == "by-a-carrier-pigeon"
    form.get_by_label(FormText().answer_group).select_option(label="How I came to apply")
    expect(form.get_by_label(FormText().answer_group)).to_be_focused()
    form.get_by_label(FormText().answer_place).select_option("agency")
    question = yaml.safe_load(written(form))
    assert question["groups"]["How I came to apply"][2:4] == ["agency", "by-a-carrier-pigeon"]
    assert "by-a-carrier-pigeon" not in question["groups"]["Connections"]
    assert list(question["answers"])[3] == "by-a-carrier-pigeon"
    expect(form.locator(".form-change dt", has_text="How I came to apply")).to_be_visible()
    [title, *words] = written(form).partition("\n\n# File:")[0].splitlines()
    assert title == f"# {FormText().changes_of.format(title=question_of('how-found')['text'])}:"
    assert f"#   {FormText().put_in}: By a carrier pigeon" in words
    form.locator(".form-previews summary").click()
    expect(form.locator(".form-preview strong").first).to_have_text("How I came to apply")
    expect(form.locator(".form-preview").first).not_to_contain_text("own-letter")
    form.get_by_role("button", name=FormText().undo).click()
    assert yaml.safe_load(written(form))["groups"]["How I came to apply"][-1] == "by-a-carrier-pigeon"


def test_a_further_answer_is_named_by_the_causes_that_it_speaks_for(form: Page, home: str) -> None:
    form.goto(f"{home}contribute/#answer/how-found")
    adding = field(form, "answers").locator(".form-adding input").first
    adding.fill("By a carrier pigeon")
    adding.press("Tab")
    form.keyboard.press("Enter")
    cause = yaml.safe_load((ROOT / "content/causes/too-long.yml").read_text(encoding="utf-8"))
    search = form.locator("[id='field.answers.by-a-carrier-pigeon..search']")
    search.fill(cause["title"])
    form.locator(".form-result", has_text=cause["title"]).first.click()
    share = form.locator("[id='field.@cause.too-long.signs.how-found.by-a-carrier-pigeon']")
    share.select_option("few")
    expect(form.locator(".form-advice li")).to_have_count(0)
    assert violations(form) == []
    files = dict(part.split("\n", 1) for part in written(form).split("# File: ")[1:])
    signs = yaml.safe_load(files["content/causes/too-long.yml"])["signs"]
    assert signs == {**cause["signs"], "how-found": {"by-a-carrier-pigeon": "few"}}
    assert "by-a-carrier-pigeon" in yaml.safe_load(files["content/questions/how-found.yml"])["answers"]
    expect(form.locator(".form-change dt", has_text=cause["title"])).to_be_visible()
    form.reload()
    expect(share).to_have_value("few")
    form.locator(".form-share").get_by_role("button", name=cause["title"]).click()
    expect(share).to_have_count(0)
    assert "too-long.yml" not in written(form)


def test_an_answer_of_a_question_without_groups_is_moved(form: Page, home: str) -> None:
    form.goto(f"{home}contribute/#answer/surprises")
    added = field(form, "answers").locator(".form-adding input").first
    added.fill("By a carrier pigeon")
    added.press("Enter")
    field(form, "answers").locator(".form-add").first.click()
    form.get_by_role("button", name=f"{FormText().move_up}: By a carrier pigeon").click()
    expect(form.get_by_role("button", name=f"{FormText().move_up}: By a carrier pigeon")).to_be_focused()
    assert list(yaml.safe_load(written(form))["answers"])[-2] == "by-a-carrier-pigeon"
    form.get_by_role("button", name=FormText().undo).click()
    assert list(yaml.safe_load(written(form))["answers"])[-1] == "by-a-carrier-pigeon"


def test_every_question_can_be_given_a_further_answer_without_a_fault(form: Page, home: str) -> None:
    for path in sorted((ROOT / "content/questions").glob("*.yml")):
        form.goto(f"{home}contribute/#answer/{path.stem}")
        adding = field(form, "answers").locator(".form-adding input").first
        expect(adding).to_be_focused()
        adding.fill("By a carrier pigeon")
        adding.press("Tab")
        form.keyboard.press("Enter")
        written(form)
        assert form.locator(".form-summary li").all_inner_texts() == [], path.stem


def test_a_question_that_is_an_answer_already_is_shown_as_one(form: Page) -> None:
    begin(form, "question")
    answer = next(iter(question_of("how-found")["answers"].values()))["text"]
    field(form, "text").fill(answer)
    alike = form.locator(".form-alike").first
    expect(alike).to_contain_text(FormText().alike_answer.format(answer=answer))
    expect(alike.locator("a").first).to_have_attribute("href", re.compile(r"^\.\./how-the-debrief-reasons/#:~:text="))


def test_the_debrief_leads_to_a_further_answer(page: Page, home: str) -> None:
    page.goto(f"{home}debrief/")
    page.get_by_role("button", name=DebriefText().start, exact=True).click()
    link = page.get_by_role("link", name=DebriefText().answer_lacking)
    expect(link).to_have_attribute("target", "_blank")
    page.goto(str(link.get_attribute("href")))
    expect(page.locator("form.form h2")).to_be_visible()
    expect(field(page, "answers").locator(".form-adding input").first).to_be_focused()


def test_the_debrief_asks_for_what_fits_nothing(page: Page, home: str) -> None:
    page.goto(f"{home}debrief/")
    page.get_by_role("button", name=DebriefText().start, exact=True).click()
    page.locator("summary", has_text=DebriefText().note_other).click()
    page.get_by_role("textbox", name=DebriefText().note_label).fill("Zzyzx qwxyz")
    link = page.get_by_role("link", name=DebriefText().fact_lacking)
    expect(link).to_have_attribute("href", re.compile(r"/contribute/#answer$"))


def test_a_source_that_is_not_there_is_described_and_cited_from_the_text(form: Page, home: str) -> None:
    form.goto(f"{home}contribute/#cause/too-long")
    text = field(form, "what_happened")
    below = form.locator(".form-field", has=text)
    below.locator("details", has_text=FormText().link_page).first.locator("summary").first.click()
    below.locator("input[type=search]").fill("zzyzx qwxyz")
    expect(below).to_contain_text(FormText().link_not_found)
    new = below.locator("details.form-browse details.form-browse")
    new.locator("summary").click()
    new.locator("input").fill("On steam")
    new.get_by_role("button", name=FormText().describe_it).click()
    expect(text).to_have_value(re.compile(r"\[\]\(source:on-steam\)"))
    expect(form.locator(".form-companion h3")).to_be_focused()
    expect(below.locator(".form-links")).not_to_contain_text("On steam")
    section = form.locator(".form-companion")
    section.get_by_role("button", name=FormText().back_to.format(field=FormText().labels["what_happened"])).click()
    expect(text).to_be_focused()
    other = form.locator(".form-field", has=field(form, "across_the_table"))
    other.locator("summary", has_text=FormText().link_page).click()
    other.locator("input[type=search]").fill("on steam")
    expect(other.locator(".form-result").first).to_have_text("On steam")
    field(form, "@source.on-steam.authors.0").fill("Qwerling, A.")
    other.locator("input[type=search]").fill("qwerling")
    expect(other.locator(".form-result").first).to_have_text("On steam: Qwerling, A.")
    field(form, "@source.on-steam.year").fill("2016")
    expect(form.locator(".form-preview").first).to_contain_text("Qwerling, 2016")
    reads = FormText().link_reads.format(link="[](source:on-steam)", title="Qwerling, 2016")
    expect(below.locator(".form-links")).to_contain_text(reads)


def test_a_new_source_is_cited_on_a_page_and_sent_along(form: Page, home: str) -> None:
    form.goto(f"{home}contribute/#source")
    field(form, "title").fill("On steam")
    field(form, "finding").fill("It rises.")
    form.locator(".form-note").last.fill("I read only the summary.")
    form.get_by_label(FormText().cite_search).fill("too long")
    form.locator(".form-result").first.click()
    expect(form.locator("form.form h2")).to_contain_text("Change")
    expect(field(form, "@source.on-steam.finding")).to_have_value("It rises.")
    advice = FormText().errors.unnamed.partition(".")[0].format(title="On steam")
    expect(form.locator(".form-advice")).to_contain_text(advice)
    form.locator(".form-advice a").first.click()
    expect(field(form, "evidence.says")).to_be_focused()
    assert re.findall("# File: (.*)", written(form))[0] == "content/sources.yml"
    expect(form.locator(".form-note").last).to_have_value("I read only the summary.")
    form.reload()
    expect(field(form, "@source.on-steam.title")).to_have_value("On steam")
    form.goto(f"{home}contribute/#source")
    form.reload()
    field(form, "title").fill("On salt")
    form.get_by_label(FormText().cite_search).fill("too long")
    form.locator(".form-result").first.click()
    expect(form.get_by_text(FormText().begun_twice)).to_be_visible()


def test_a_field_that_takes_knowledge_of_the_whole_guide_is_not_asked_for(form: Page, home: str) -> None:
    form.goto(f"{home}contribute/#answer/how-found")
    expect(field(form, "answers").locator(".form-adding input").first).to_be_focused()
    for name in ("synonym", "stands_for", "family", "told", "groups"):
        expect(form.get_by_text(FormText().labels[name])).to_have_count(0)


def test_a_page_offers_the_form_before_the_file_at_the_code_host(page: Page, hosted: str) -> None:
    page.goto(f"{hosted}causes/dead-yeast/")
    changes = page.locator("main a").filter(has_text=re.compile("improve|its file", re.IGNORECASE))
    expect(changes).to_have_text(["Improve this page", "Its file, for programmers"])
    for link in page.locator("a.md-logo").all():
        assert link.get_attribute("href") == "../.."


def test_whoever_has_to_copy_the_text_finds_the_button_before_the_link(page: Page, hosted: str) -> None:
    page.goto(f"{hosted}contribute/#myth")
    field(page, "claim").fill("Steam")
    field(page, "origin").fill("long " * 1300)
    written(page)
    names = page.locator(".form-outcome button, .form-outcome a.form-out").all_inner_texts()
    assert names.index(FormText().copy_) < names.index(FormText().open_issue)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name=FormText().copy_, exact=True).click()
    expect(page.locator(".form-sent")).to_have_text(FormText().quoting()["copied_issue"])
    expect(page.get_by_text("Cmd+V").first).to_be_visible()
