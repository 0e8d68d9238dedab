"""Rights of a region: a page for each region, and a table of all deadlines below the page that introduces them."""

import csv
import json
import os
import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from generator.exports.search_index import search_index
from generator.guide import EntryRef
from generator.linting.linter import check
from generator.model.entries import Right
from generator.pages.catalogue import Catalogue
from generator.pages.publication import Publication
from generator.pages.renderer import render
from generator.pages.urls import Repository, Site, entry_address
from generator.site.pipeline import files
from tests.conftest import FIXTURES, ROOT, guide_of, overlay

GOLDEN = FIXTURES.parent / "golden"
REPOSITORY = Repository("https://example.org/us/guide")
WORDS = """
regions: {village: The village, town: The town}
topics: {weights: Weights, returns: Returns, taxes: Taxes}
"""
TODAY = date(2026, 2, 1)
# The times that the law gives, by right, as they were read in its sources.
TIMES_OF_THE_LAW = Path(__file__).with_name("rights_deadlines.csv")
NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "twenty": 20,
}
_NUMBER = rf"\d+|{'|'.join(NUMBERS)}"
_TIME = re.compile(
    rf"\b({_NUMBER})(?: or ({_NUMBER}))?[ -](?:calendar |working |business )?(day|week|month|year)s?\b", re.IGNORECASE
)


@pytest.fixture
def rights(bread: Path) -> Path:
    """Return the content of the tiny guide with two rights in one of two regions."""
    overlay(bread, FIXTURES / "rights")
    setup = bread / "guide.yml"
    setup.write_text(setup.read_text(encoding="utf-8") + WORDS, encoding="utf-8")
    return bread


@pytest.fixture(scope="module")
def real_rights() -> dict[str, Right]:
    """Return the rights of this guide."""
    guide = guide_of(ROOT / "content")
    return {id_: entry.value for id_, entry in guide.content.rights.items()}


def changed(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.parametrize("path", ["rights/village/index.md", "your-rights/index.md"])
def test_a_page_is_what_its_golden_file_says(path: str, rights: Path) -> None:
    golden = GOLDEN / path
    text = render(Publication(guide_of(rights, TODAY), REPOSITORY))[path]
    if os.environ.get("ACCEPT"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_the_rights_of_a_region_are_grouped_by_topic_in_the_order_of_the_guide(rights: Path) -> None:
    page = render(Publication(guide_of(rights, TODAY), REPOSITORY))["rights/village/index.md"]
    parts = ["## Weights", "<summary>A light loaf is made good", "## Returns", "<summary>A stale loaf goes back"]
    assert sorted(parts, key=page.index) == parts
    assert "Taxes" not in page


def test_a_region_without_rights_has_a_page_that_says_so(rights: Path) -> None:
    page = render(Publication(guide_of(rights, TODAY), REPOSITORY))["rights/town/index.md"]
    assert "Nothing has been written about this region yet." in page


def test_a_right_is_shown_at_an_anchor_of_its_region(rights: Path) -> None:
    guide = guide_of(rights, TODAY)
    assert entry_address(guide, "right", "stale-loaf") == "rights/village/#stale-loaf"
    made = render(Publication(guide, REPOSITORY))
    assert "(../rights/village/index.md#stale-loaf)" in made["your-rights/index.md"]
    assert 'id="stale-loaf" markdown>\n<summary>A stale loaf goes back' in made["rights/village/index.md"]
    assert "rights/village/#stale-loaf" in made["evidence/index.md"]


def test_the_search_knows_what_people_call_the_rights_of_a_region(rights: Path) -> None:
    pages = json.loads(search_index(guide_of(rights, TODAY)))["pages"]
    names = {name for address, _, _, names, *_ in pages if address.startswith("rights/village/") for name in names}
    assert {"can I return bread", "money back for bread"} <= names


def test_programs_find_rights_by_region_and_source(rights: Path) -> None:
    made = files(Publication(guide_of(rights, TODAY), REPOSITORY, site=Site("https://example.org/")))
    right = json.loads(made["api/v1/rights/stale-loaf.json"])
    assert right["url"] == "rights/village/#stale-loaf"
    assert [link["id"] for link in right["links"]["regions"]] == ["village"]
    assert [link["id"] for link in right["links"]["sources"]] == ["baker-2001"]
    assert b"https://example.org/rights/village/#stale-loaf" in made["feed.xml"]
    assert (
        EntryRef("right", "stale-loaf")
        in Catalogue(guide_of(rights, TODAY)).neighbours[EntryRef("cause", "dead-yeast")]
    )


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("region: village", "region: vilage", "unknown-word"),
        ("topic: returns", "topic: refunds", "unknown-word"),
        ("[baker-2001]", "[baker-2010]", "unknown-source"),
        ("[baker-2001]", "[]", "empty-field"),
        (", to: the market's clerk", "", "missing-field"),
        ("confidence: medium", "confidence: low", "unknown-word"),
        ("2026-01-05", "2025-02-01", "old-review"),
    ],
)
def test_what_is_wrong_with_a_right_is_reported(rights: Path, before: str, after: str, code: str) -> None:
    changed(rights / "rights/stale-loaf.yml", before, after)
    assert [each.code for each in check(rights, TODAY).diagnostics] == [code]


@pytest.mark.parametrize(("link", "code"), [("region:hamlet", "unknown-word"), ("right:stale-roll", "unknown-right")])
def test_a_link_to_no_right_or_region_is_reported(rights: Path, link: str, code: str) -> None:
    changed(rights / "pages/your-rights.md", "region:village", link)
    assert [each.code for each in check(rights, TODAY).diagnostics] == [code]


def test_a_guide_without_a_page_that_introduces_its_rights_has_the_table(rights: Path) -> None:
    (rights / "pages/your-rights.md").unlink()
    page = render(Publication(guide_of(rights, TODAY), REPOSITORY))["your-rights/index.md"]
    assert "# Your rights\n" in page
    assert "one day" in page


def test_the_table_stands_where_the_introduction_has_a_rule(rights: Path) -> None:
    introduction = rights / "pages/your-rights.md"
    introduction.write_text(
        introduction.read_text(encoding="utf-8") + "\n## First\n\nAsk.\n\n---\n\n## Then\n\nWait.\n", encoding="utf-8"
    )
    page = render(Publication(guide_of(rights, TODAY), REPOSITORY))["your-rights/index.md"]
    assert page.index("## First") < page.index("#deadlines") < page.index("one day") < page.index("## Then")


def test_a_region_without_deadlines_is_a_link_without_a_fold(rights: Path) -> None:
    page = render(Publication(guide_of(rights, TODAY), REPOSITORY))["your-rights/index.md"]
    assert "<summary>The town" not in page
    assert '<a href="../rights/town/">' in page


def test_without_deadlines_there_is_no_table(rights: Path) -> None:
    (rights / "rights/stale-loaf.yml").unlink()
    changed(rights / "pages/your-rights.md", "[the first rule](right:stale-loaf)", "a rule")
    page = render(Publication(guide_of(rights, TODAY), REPOSITORY))["your-rights/index.md"]
    assert "<table" not in page
    assert "../rights/town/" in page


def test_deadlines_that_are_certain_and_end_sooner_come_first(rights: Path) -> None:
    stale = (rights / "rights/stale-loaf.yml").read_text(encoding="utf-8")
    for id_, days, confidence in (("a-year", 365, "high"), ("a-week", 7, "high"), ("perhaps", 2, "medium")):
        entry = re.sub(r"(?m)^confidence: .*", f"confidence: {confidence}", stale)
        entry = re.sub(
            r"(?m)^deadline: .*", f"deadline: {{within: {days} days, from: now, to: us, days: {days}}}", entry
        )
        (rights / f"rights/{id_}.yml").write_text(entry, encoding="utf-8")
    assert list(guide_of(rights, TODAY).deadlines_of("village"))[:3] == ["a-week", "a-year", "perhaps"]


def test_the_deadlines_of_every_region_are_those_of_its_rights() -> None:
    guide = guide_of(ROOT / "content")
    made = render(Publication(guide, REPOSITORY))
    hub = made["your-rights/index.md"]
    for region in guide.setup.regions:
        page = made[f"rights/{region}/index.md"]
        entries = [entry for entry in guide.content.rights.values() if entry.value.region == region]
        deadlines = {entry.id: entry.value.deadline for entry in entries if entry.value.deadline}
        shown = re.findall(r'<li><a href="&#35;([a-z0-9-]+)">(.*?)</a> <span>(.*?)</span>', page)
        assert {id_ for id_, *_ in shown} == set(deadlines), region
        for id_, time, whom in shown:
            deadline = deadlines[id_]
            assert unescape(time) == f"You have {deadline.within}, counted from {deadline.from_}."
            assert unescape(whom) == f"Turn to {deadline.to}."
            assert f'href="../rights/{region}/#{id_}">{time}</a>' in hub


def times_in(text: str) -> set[tuple[int, str]]:
    """Return the times that a text gives, such as (3, "month")."""
    found = _TIME.findall(" ".join(text.replace("*", "").split()))
    return {(NUMBERS.get(n.lower()) or int(n), unit.lower()) for *numbers, unit in found for n in numbers if n}


@pytest.mark.parametrize(
    "row",
    list(csv.DictReader(TIMES_OF_THE_LAW.read_text(encoding="utf-8").splitlines())),
    ids=lambda row: row["right"],
)
def test_a_right_gives_the_times_of_the_law(row: dict[str, str], real_rights: dict[str, Right]) -> None:
    right = real_rights[row["right"]]
    within = right.deadline.within if right.deadline else ""
    assert (right.region, right.topic) == (row["region"], row["topic"])
    assert row["source"] in right.sources
    times = times_in(row["times"])
    assert times_in(f"{within}. {right.summary} {right.rule}") <= times
    assert times <= times_in(f"{within}. {right.summary} {right.rule} {right.limits}")


def test_every_right_with_a_deadline_is_held_to_the_law(real_rights: dict[str, Right]) -> None:
    with TIMES_OF_THE_LAW.open(encoding="utf-8", newline="") as table:
        held = {row["right"] for row in csv.DictReader(table)}
    assert {id_ for id_, right in real_rights.items() if right.deadline} <= held


@pytest.mark.parametrize("text", ["within **two months**", "Two\nmonths or", "2 months", "one or two months"])
def test_a_time_is_found_however_it_is_written(text: str) -> None:
    assert (2, "month") in times_in(text)


def test_a_guide_without_rights_has_no_page_about_them_and_offers_none(bread: Path) -> None:
    made = files(Publication(guide_of(bread, TODAY), REPOSITORY))
    assert not [path for path in made if path.startswith(("rights/", "your-rights/"))]
    assert "right" not in json.loads(made["contribute/form.json"])["kinds"]


def test_a_guide_with_regions_offers_rights_with_the_words_of_the_guide(rights: Path) -> None:
    form = json.loads(files(Publication(guide_of(rights, TODAY), REPOSITORY))["contribute/form.json"])
    fields = form["kinds"]["right"]["schema"]["properties"]
    assert fields["region"]["enum"] == ["village", "town"]
    assert form["titles"]["regions"] == {"village": "The village", "town": "The town"}
