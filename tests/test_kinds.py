"""A kind of entry that the registry alone knows of is read, checked, shown, linked to and offered like any other."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, cast

import propose_suggestion
import pytest
import yaml
from click.testing import CliRunner
from jinja2 import ChoiceLoader, DictLoader, PackageLoader
from jsonschema import Draft202012Validator
from pydantic import Field

from generator.cli import main
from generator.diff.compare import difference, state_of
from generator.exports.api import api
from generator.exports.form_data import PATH, form
from generator.exports.search_index import search_index
from generator.guide import BUILT_PAGES, EntryRef, Guide, built_pages
from generator.linting.linter import check
from generator.model import FORMER, KINDS, CauseId, Entry, Former, Kind, Line, Prose, ref, targets, yaml_kinds
from generator.pages import renderer
from generator.pages.catalogue import Catalogue
from generator.pages.publication import Publication
from generator.pages.urls import Repository, Site
from generator.schema.field_tables import fields
from generator.schema.json_schema import editor_files, editor_line
from generator.site.live_reload import edited_entries, entry_pages
from generator.site.pipeline import files
from tests.conftest import ROOT, guide_of

REPOSITORY = Repository("https://example.org/us/guide")
SITE = Site("https://example.org/guide/")
TODAY = date(2026, 2, 1)


class Told(Entry):
    """How a saga is told."""

    feels: Annotated[str, ref("feels")] = Field(description="How hard it is to hear.")


class Saga(Entry):
    """What bakers tell one another."""

    name: Line = Field(description="What it is called.")
    also_called: list[Line] = Field(default=[], description="How people search for it.")
    gist: Line = Field(description="What happens, in one sentence.")
    about: list[CauseId] = Field(min_length=1, description="The causes that it shows.")
    told: Told = Field(description="How it is told.")
    what_happened: Prose = Field(description="The saga.")
    reviewed: date = Field(description="When someone last checked it.")
    was: Former = FORMER


TEXT = """\
name: The mill at night
also_called: [the miller's sieve]
gist: A miller sifts what nobody ordered.
about: [weak-flour]
told: {feels: easy}
what_happened: |
  The sacks held [soft wheat](cause:weak-flour). See [](source:baker-2001).
reviewed: 2026-01-05
was: [the-old-mill]
"""
TEMPLATE = '{% import "_parts.md" as parts with context %}\n# {{ saga.name }}\n\n{{ saga.what_happened }}\n'
HUB = '{% for id in content.entries.saga %}{{ link("saga", id) }}{% endfor %}'


@pytest.fixture
def sagas(bread: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the content of the tiny guide with a saga, in a generator whose registry has the kind."""
    kind = Kind(
        name="saga",
        plural="sagas",
        address="sagas/{id}/",
        hub="tales",
        hub_title="Tales",
        entry=Saga,
        heading="Bakers' tales",
        a_kind="a tale",
        about="What bakers tell one another.",
        title_field="name",
        summary_field="gist",
        causes_field="about",
        heading_of_cause="Tales about it",
        review_months=6,
    )
    monkeypatch.setitem(cast("dict[str, Kind]", KINDS), "saga", kind)
    loader = ChoiceLoader([DictLoader({"saga.md": TEMPLATE, "tales.md": HUB}), PackageLoader("generator.pages")])
    monkeypatch.setattr(renderer, "PackageLoader", lambda _: loader)
    # Commands name the kinds that they take when they are imported.
    for command in ("new", "schema"):
        monkeypatch.delitem(sys.modules, f"generator.cli.{command}", raising=False)
    (bread / "sagas").mkdir()
    (bread / "sagas/mill.yml").write_text(TEXT, encoding="utf-8")
    (bread / "pages/tales.md").write_text("---\ntitle: Tales\nsummary: All of them.\n---\n", encoding="utf-8")
    return bread


def changed(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def api_of(content: Path) -> dict[str, Any]:
    made = api(Catalogue(guide_of(content, TODAY)), REPOSITORY, SITE)
    return {path.removeprefix("api/v1/"): json.loads(text) for path, text in made.items()}


def test_it_is_read_and_counted(sagas: Path) -> None:
    assert check(sagas, TODAY).diagnostics == ()
    assert guide_of(sagas, TODAY).content.entries["saga"]["mill"].value.name == "The mill at night"
    printed = CliRunner().invoke(main, ["check", "--content", str(sagas)]).output
    assert re.search(r"\b1 saga[,.]", printed)


@pytest.mark.parametrize(
    ("before", "after", "code", "line"),
    [
        ("about: [weak-flour]", "about: [weak-flower]", "unknown-cause", 4),
        ("feels: easy", "feels: easily", "unknown-word", 5),
        ("source:baker-2001", "source:baker-2002", "unknown-source", 7),
        ("the-old-mill", "mill", "was-in-use", 9),
        ("gist:", "jist:", "unknown-field", 3),
        ("2026-01-05", "2027-01-05", "future-date", 8),
        ("A miller sifts", "TODO", "unfinished", 3),
        ("2026-01-05", "2025-07-05", "old-review", 8),
    ],
)
def test_what_is_wrong_with_it_is_reported_where_it_is_written(
    sagas: Path, before: str, after: str, code: str, line: int
) -> None:
    changed(sagas / "sagas/mill.yml", before, after)
    [diagnostic] = check(sagas, TODAY).diagnostics
    place = diagnostic.location
    assert (diagnostic.code, place.path, place.line) == (code, "content/sagas/mill.yml", line)


def test_advice_on_it_as_a_whole_stands_in_the_form_where_more_can_be_written(sagas: Path) -> None:
    changed(sagas / "guide.yml", "page_words: {", "page_words: {saga: [500, 900], ")
    [diagnostic] = check(sagas, TODAY).diagnostics
    place = diagnostic.location
    assert (diagnostic.code, place.path, place.line) == ("page-too-short", "content/sagas/mill.yml", 1)
    task = {
        "data": json.loads(form(guide_of(sagas, TODAY), REPOSITORY)[PATH]),
        "today": TODAY.isoformat(),
        "entries": [{"kind": "saga", "id": "mill", "entry": yaml.safe_load(TEXT)}],
        "patterns": [],
        "texts": [],
    }
    node = shutil.which("node")
    assert node
    command = [node, str(ROOT / "tests/contribute/run_rules.mjs")]
    ran = subprocess.run(
        command, input=json.dumps(task, default=str), stdout=-1, text=True, encoding="utf-8", check=True
    )
    [[advice]] = json.loads(ran.stdout)["found"]
    assert (advice["code"], advice["path"], advice["isWhole"]) == ("page-too-short", ["what_happened"], True)


def test_a_file_of_the_kind_in_another_folder_is_told_where_it_belongs(sagas: Path) -> None:
    (sagas / "sagas/mill.yml").rename(sagas / "myths/mill.yml")
    assert "content/sagas/mill.yml" in {each.hint.rpartition(" ")[2] for each in check(sagas).diagnostics}


def test_it_is_shown_on_a_page_of_its_own(sagas: Path) -> None:
    made = renderer.render(Publication(guide_of(sagas, TODAY), REPOSITORY, SITE))
    page = made["sagas/mill/index.md"]
    assert page.startswith('---\ntitle: "The mill at night"\ndescription: "A miller sifts what nobody ordered."\n')
    assert "[soft wheat](../../causes/weak-flour/index.md)" in page
    assert 'popovertarget="source-baker-2001"' in page
    assert "sagas/mill/" in made["evidence/index.md"]
    assert "[The mill at night](../sagas/mill/index.md)" in made["tales/index.md"]
    assert '<a href="../../sagas/mill/">The mill at night</a>' in made["causes/weak-flour/index.md"]


def test_no_kind_shares_its_template_with_a_page() -> None:
    """A template is called by the name of a kind or section, or by the id of a hub or another page."""
    hubs = {target.hub for target in targets().values()}
    assert targets().keys() & {*BUILT_PAGES, *hubs, "written"} == set()


def test_texts_link_to_it(sagas: Path) -> None:
    changed(sagas / "pages/crumb.md", "They tell of", "They tell [words](saga:mill) and [](saga:mill) of")
    page = renderer.render(Publication(guide_of(sagas, TODAY), REPOSITORY))["crumb/index.md"]
    assert "[words](../sagas/mill/index.md) and [The mill at night](../sagas/mill/index.md)" in page
    changed(sagas / "pages/crumb.md", "[words](saga:mill)", "[words](saga:mil)")
    [diagnostic] = (each for each in check(sagas).diagnostics if each.severity == "error")
    assert (diagnostic.code, diagnostic.location.path) == ("unknown-saga", "content/pages/crumb.md")
    assert "`mill`" in diagnostic.hint


def test_the_api_has_it_as_a_file_in_a_list_and_with_a_schema(sagas: Path) -> None:
    data = api_of(sagas)
    about = data["index.json"]["kinds"]["saga"]
    assert about == {"count": 1, "url": "sagas.json", "schema": "schema/saga.json", "folder": "content/sagas"}
    assert [entry["id"] for entry in data["sagas.json"]] == ["mill"]
    entry = data["sagas/mill.json"]
    assert (entry["kind"], entry["url"], entry["path"]) == ("saga", "sagas/mill/", "content/sagas/mill.yml")
    assert entry["links"]["causes"] == [
        {"id": "weak-flour", "title": "The flour was weak", "url": "causes/weak-flour/"}
    ]
    assert data["causes/weak-flour.json"]["links"]["sagas"][0]["title"] == "The mill at night"
    Draft202012Validator(data["schema/saga.json"]).validate(entry["entry"])


def test_the_feed_and_the_outline_for_programs_have_it(sagas: Path) -> None:
    made = files(Publication(guide_of(sagas, TODAY), REPOSITORY, SITE))
    assert b"https://example.org/guide/sagas/mill/" in made["feed.xml"]
    assert (
        b"## Bakers' tales\n\n- [The mill at night](https://example.org/guide/api/v1/sagas/mill.json)"
        in made["llms.txt"]
    )


def test_the_form_offers_it_and_takes_links_to_it(sagas: Path) -> None:
    data = json.loads(form(guide_of(sagas, TODAY), REPOSITORY)[PATH])
    offered = data["kinds"]["saga"]
    assert (offered["label"], offered["plural"], offered["path"]) == ("a tale", "sagas", "content/sagas")
    assert offered["about"] == "What bakers tell one another."
    assert data["alsoCalled"]["saga"]["mill"] == "the miller's sieve A miller sifts what nobody ordered."
    assert offered["titleField"] == "name"
    assert offered["schema"]["properties"]["about"]["items"]["x-ref"] == "causes"
    assert data["titles"]["sagas"] == {"mill": "The mill at night"}
    patterns = [rule["pattern"] for rule in data["rules"]["all"] if rule["code"] == "unsafe-link"]
    assert any(re.search(r"\(\?:[a-z|]*\bsaga\b[a-z|]*\):", pattern) for pattern in patterns)


def test_the_form_does_not_offer_what_no_word_of_the_guide_fits(sagas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Rumour(Entry):
        """What nobody saw."""

        title: Line
        subject: Annotated[str, ref("topics")]

    monkeypatch.setitem(
        cast("dict[str, Kind]", KINDS), "rumour", replace(KINDS["saga"], name="rumour", plural="rumours", entry=Rumour)
    )
    guide = guide_of(sagas, TODAY)
    monkeypatch.setattr("generator.model.vocabulary", lambda _: {"topics": ()})
    assert "rumour" not in json.loads(form(guide, REPOSITORY)[PATH])["kinds"]


def test_diff_tells_what_changed_in_it(sagas: Path) -> None:
    before = state_of(sagas)
    changed(sagas / "sagas/mill.yml", "feels: easy", "feels: hard")
    (sagas / "sagas/oven.yml").write_text(TEXT.replace("was: [the-old-mill]\n", ""), encoding="utf-8")
    found = difference(before, state_of(sagas))
    assert found.entries
    assert found.pages
    told = [(entry.what, entry.kind, entry.id, entry.title) for entry in found.entries]
    assert told == [("changed", "saga", "mill", "The mill at night"), ("added", "saga", "oven", "The mill at night")]
    assert [moved.field_path for moved in found.entries[0].moved] == [("told", "feels")]
    assert found.pages.added == ("/sagas/oven/",)


def test_new_writes_it_into_its_folder(sagas: Path) -> None:
    data = {
        "name": "The oven's door", "gist": "A door that never shut.", "about": ["dead-yeast"],
        "told": {"feels": "easy"}, "what_happened": "It let the heat out.", "reviewed": "2026-01-05",
    }  # fmt: skip
    command = ["new", "saga", "--from-json", "-", "--content", str(sagas)]
    ran = CliRunner().invoke(main, command, input=json.dumps({**data, "about": ["nothing"]}))
    assert ran.exit_code == 1
    assert "unknown-cause" in ran.output
    ran = CliRunner().invoke(main, command, input=json.dumps(data))
    assert ran.exit_code == 0, ran.output
    text = (sagas / "sagas/the-ovens-door.yml").read_text(encoding="utf-8")
    assert text.startswith(editor_line("saga") + "name: ")
    assert check(sagas, TODAY).guide


def test_editors_and_authors_are_told_its_fields(sagas: Path) -> None:
    assert ".schema/saga.json" in editor_files(guide_of(sagas, TODAY).content)
    assert [field.name for field in fields("saga")][:3] == ["name", "also_called", "gist"]
    ran = CliRunner().invoke(main, ["schema", "saga", "--content", str(sagas)])
    assert json.loads(ran.output)["properties"]["told"]


def test_a_former_id_leads_to_it(sagas: Path) -> None:
    made = files(Publication(guide_of(sagas, TODAY), REPOSITORY, SITE))
    assert b'url=../../sagas/mill/"' in made["sagas/the-old-mill/index.html"]
    assert made["_redirects"] == b"/guide/sagas/the-old-mill/ /guide/sagas/mill/ 301\n"


def test_an_edit_of_it_is_shown_at_once(sagas: Path) -> None:
    before = guide_of(sagas, TODAY).content
    changed(sagas / "sagas/mill.yml", "The mill at night", "The mill at noon")
    after = guide_of(sagas, TODAY).content
    entries = edited_entries(before, after)
    assert entries == {EntryRef("saga", "mill")}
    made = entry_pages(Publication(Guide(after), REPOSITORY, SITE), entries)
    assert made
    assert b"# The mill at noon" in made["sagas/mill/index.md"]


def test_the_search_looks_through_its_words_and_its_other_names(sagas: Path) -> None:
    [page] = [page for page in json.loads(search_index(guide_of(sagas, TODAY)))["pages"] if page[0] == "sagas/mill/"]
    assert page[3] == ["the miller's sieve"]
    assert {"soft", "wheat"} <= set(page[5].split())


def test_every_kind_can_be_told_from_the_others_by_each_of_its_names() -> None:
    for names in ([kind.plural for kind in KINDS.values()], [kind.location for kind in KINDS.values()]):
        assert len(set(names)) == len(KINDS)
    for name, kind in KINDS.items():
        assert name == kind.name
        named = {kind.title_field, kind.summary_field, *kind.named_after, *filter(None, [kind.causes_field])}
        assert named <= kind.entry.model_fields.keys()
    # One of the targets of a hub says what the hub is called.
    hubs = [target.hub for target in targets().values() if target.hub_title]
    assert sorted(hubs) == sorted({target.hub for target in targets().values() if target.hub})
    # A template is called after the kind or after the page that it makes.
    assert not KINDS.keys() & {target.hub for target in targets().values()}


def test_the_bot_writes_entries_and_nothing_else() -> None:
    for kind in yaml_kinds().values():
        path = f"content/{kind.path('an-id')}"
        is_shared = path == propose_suggestion._SHARED_PATH
        assert is_shared == kind.in_one_file
        assert is_shared or propose_suggestion._PATH.fullmatch(path)
    for path in (
        "guide.yml",
        "ui.yml",
        "sources.yml",
        "pages/home.md",
        ".schema/cause.json",
        "../dev.yml",
        "a/b/c.yml",
    ):
        assert not propose_suggestion._PATH.fullmatch(f"content/{path}")


@pytest.mark.parametrize("folder", [ROOT, ROOT / "generator/scaffold/template"], ids=["this guide", "a new guide"])
def test_navigation_and_top_lead_to_every_hub(folder: Path) -> None:
    navigation = (folder / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    named = set(re.findall(r"[\w/-]*\bindex\.md", navigation))
    guide = guide_of(folder / "content", date(9000, 1, 1))
    hubs = {target.hub for target in targets().values()} & set(built_pages(guide.content))
    built = renderer.render(Publication(guide, REPOSITORY))
    assert (named - set(built), {f"{hub}/index.md" for hub in hubs} - named) == (set(), set())
    top = {link["href"] for link in yaml.safe_load(built["index.md"].split("---\n")[1])["theme"]["top"]}
    assert [hub for hub in hubs if f"{hub}/" not in top] == []


def test_a_kind_that_causes_show_says_under_which_heading() -> None:
    with pytest.raises(ValueError, match="saga: `heading_of_cause`"):
        replace(KINDS["myth"], name="saga", heading_of_cause="")


def test_this_guide_says_how_long_the_pages_of_each_kind_are() -> None:
    style = guide_of(ROOT / "content", date(9000, 1, 1)).setup.style
    with_pages = [name for name, kind in yaml_kinds().items() if kind.has_page]
    for field in ("page_words", "summary_sentences"):
        missing = [name for name in with_pages if name not in getattr(style, field)]
        assert missing == [], f"write these into `style.{field}` of content/guide.yml"
