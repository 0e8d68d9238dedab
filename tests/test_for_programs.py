"""The feed, llms.txt, robots.txt and linked data: well formed and true, whatever stands in the texts."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import markdown
import pytest

from generator.exports.feed import MOST_ENTRIES, feed
from generator.exports.llms_txt import llms_txt, robots_txt
from generator.guide import EntryRef, Guide
from generator.model import KINDS
from generator.pages.catalogue import Catalogue
from generator.pages.json_ld import linked_data
from generator.pages.publication import Publication
from generator.pages.urls import SOMEWHERE, Repository, Site
from generator.site.pipeline import files
from generator.site.postprocess.service_worker import WORKER, with_worker
from tests.conftest import BREAD, ROOT, guide_of

REPOSITORY = Repository("https://example.org/us/guide")
SITE = Site("https://example.org/guide/")
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "</script><!-- ]]> &amp; \x0b\x00\ud7ff\uffff \u2028 [x](javascript:1) `*_ <b>\n# one\n- two \"'"


def hostile(guide: Guide) -> Guide:
    """Return the tiny guide with texts that its reader would have refused, and in places where it shows them."""
    content = guide.content
    cause = content.causes["dead-yeast"]
    value = cause.value.model_copy(update={"title": HOSTILE, "summary": HOSTILE, "also_called": [HOSTILE]})
    setup = guide.setup.model_copy(update={"name": HOSTILE, "tagline": HOSTILE, "summary": HOSTILE})
    causes = {**content.causes, "dead-yeast": replace(cause, value=value)}
    entries = {**content.entries, "cause": causes}
    return Guide(replace(content, entries=entries, setup=replace(content.setup, value=setup)))


def parsed(guide: Guide) -> ET.Element:
    text = feed(Catalogue(guide), SITE)
    assert text
    return ET.fromstring(text.encode())


def entries(root: ET.Element) -> list[dict[str, str]]:
    return [{each.tag.removeprefix(ATOM): each.text or "" for each in entry} for entry in root.findall(f"{ATOM}entry")]


def test_the_feed_has_what_a_feed_must_have() -> None:
    root = parsed(guide_of(BREAD / "content"))
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}id") == "https://example.org/guide/"
    assert root.findtext(f"{ATOM}title") == "Crumb"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Crumb"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": "https://example.org/guide/feed.xml", "alternate": "https://example.org/guide/"}
    found = entries(root)
    assert root.findtext(f"{ATOM}updated") == max(each["updated"] for each in found)
    for each in found:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", each["updated"])
        assert each["id"].startswith("https://example.org/guide/")
        assert each["title"]
        assert each["summary"]
    assert len({each["id"] for each in found}) == len(found)


def test_the_feed_begins_with_what_was_reviewed_last(bread: Path) -> None:
    path = bread / "myths/salt-kills.yml"
    path.write_text(re.sub("reviewed: .*", "reviewed: 2026-02-03", path.read_text(encoding="utf-8")), encoding="utf-8")
    found = entries(parsed(guide_of(bread)))
    assert found[0]["id"] == "https://example.org/guide/myths/salt-kills/"
    assert found[0]["updated"] == "2026-02-03T00:00:00Z"
    order = [(each["updated"], each["id"]) for each in found]
    assert [when for when, _ in order] == sorted((when for when, _ in order), reverse=True)


def test_the_feed_ends_after_its_most_entries() -> None:
    assert len(entries(parsed(guide_of(ROOT / "content")))) == MOST_ENTRIES == 50


def test_hostile_text_is_shown_letter_by_letter_in_the_feed() -> None:
    found = [each for each in entries(parsed(hostile(guide_of(BREAD / "content")))) if "script" in each["title"]]
    shown = HOSTILE.replace("\x0b\x00\ud7ff\uffff", "\ufffd\ufffd\ud7ff\ufffd")
    assert [each["title"] for each in found] == [shown]


def test_without_an_address_there_is_no_feed_and_no_link_to_one() -> None:
    guide = guide_of(BREAD / "content")
    with_address, without = files(Publication(guide, site=SITE)), files(Publication(guide))
    assert "feed.xml" in with_address
    assert "feed.xml" not in without
    assert b"feed.xml" in with_address["contribute/index.md"]
    assert b"feed.xml" not in without["contribute/index.md"]
    assert b"../api/v1/index.json" in without["contribute/index.md"]
    assert b"../llms.txt" in without["contribute/index.md"]


class Outline(HTMLParser):
    """The headings and links of a text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]


@pytest.mark.parametrize("change", [lambda guide: guide, hostile], ids=["plain", "hostile"])
def test_llms_txt_is_a_heading_a_summary_and_lists_of_links_to_files_that_there_are(change: Any) -> None:
    guide = change(guide_of(BREAD / "content"))
    text = llms_txt(Catalogue(guide), SITE)
    assert text.startswith("# ")
    assert text.split("\n")[2].startswith("> ")
    shown = Outline(markdown.markdown(text))
    assert set(shown.tags) == {"h1", "h2", "blockquote", "p", "ul", "li", "a"}
    assert shown.tags.count("h1") == shown.tags.count("blockquote") == 1
    there = {f"https://example.org/guide/{path}" for path in files(Publication(guide, site=SITE))}
    assert set(shown.links) <= there
    named = {path for path in there if re.search(r"/v1/(causes|actions|myths|pages)/", path)}
    assert named <= set(shown.links)


def test_llms_txt_can_be_read_by_people() -> None:
    lines = llms_txt(Catalogue(guide_of(BREAD / "content")), SOMEWHERE).splitlines()
    assert "- [The yeast was dead](api/v1/causes/dead-yeast.json): Old or scalded yeast makes no gas." in lines
    optional = lines[lines.index("## Optional") :]
    assert optional[2:] == [
        f"- [{kind.plural.capitalize()}](api/v1/{kind.plural}.json)" for kind in KINDS.values() if not kind.has_page
    ]


def test_robots_may_read_all_and_learn_of_the_sitemap_where_the_address_is_known() -> None:
    assert robots_txt(SOMEWHERE) == "User-agent: *\nAllow: /\n"
    assert robots_txt(SITE) == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/guide/sitemap.xml\n"
    assert robots_txt(Site("https://example.org")).endswith("Sitemap: https://example.org/sitemap.xml\n")


@pytest.fixture
def exports(bread: Path) -> dict[str, bytes]:
    """Return what is made of the tiny guide besides pages of Markdown."""
    with (bread / "causes/dead-yeast.yml").open("a", encoding="utf-8") as cause:
        cause.write("was: [old-yeast]\n")
    publication = Publication(guide_of(bread), REPOSITORY, SITE)
    return {path: data for path, data in files(publication).items() if not path.endswith(".md")}


def test_every_file_for_other_programs_is_documented(exports: dict[str, bytes]) -> None:
    documents = "".join((ROOT / f"docs/{name}.md").read_text(encoding="utf-8") for name in ("api", "hosting"))
    blanks = {
        "<kinds>": "|".join(kind.plural for kind in KINDS.values()),
        "<kind>": "|".join([*KINDS, "guide"]),
        "<id>": "[a-z0-9-]+",
    }
    documented = [
        re.sub("<[a-z]+>", lambda blank: f"(?:{blanks.get(blank[0], '')})", re.escape(path))
        for path in re.findall(r"`([^`\s]+)`", documents)
    ]
    for_programs = {path for path in exports if not path.startswith("assets/") and not path.endswith(".html")}
    assert {"_redirects", "api/v1/causes/dead-yeast.json", "api/v1/schema/guide.json"} <= for_programs
    undocumented = {path for path in for_programs if not any(re.fullmatch(form, path) for form in documented)}
    assert undocumented == {"contribute/form.json", "search/index.json"}, "the site's own pages alone read these two"


def test_files_beside_the_first_page_are_never_kept_for_reading_without_a_network(exports: dict[str, bytes]) -> None:
    for_programs = {path for path in exports if "/" not in path}
    assert {"llms.txt", "robots.txt", "feed.xml", "_redirects"} <= for_programs
    worker = (ROOT / "site_overrides/sw.js").read_bytes()
    [site] = re.findall(rb"const SITE = (\{.*\});", with_worker({**exports, WORKER: worker})[WORKER])
    kept = {path for part in ("core", "rest") for path in json.loads(site)[part]}
    assert "debrief/facts.json" in kept
    assert kept & for_programs == set()


def data_of(page: EntryRef, site: Site = SITE) -> dict[str, Any]:
    guide = guide_of(BREAD / "content")
    return dict(json.loads(linked_data(guide, site, page, guide.title(page.kind, page.id), "In short.")))


def values(data: Any) -> Iterator[Any]:
    yield data
    for each in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from values(each)


def test_a_cause_is_an_article_with_its_trail() -> None:
    article, trail = data_of(EntryRef("cause", "dead-yeast"))["@graph"]
    assert article["@type"] == "Article"
    assert article["headline"] == article["about"]["name"] == "The yeast was dead"
    assert article["about"]["alternateName"] == ["my dough just sits there"]
    assert article["dateModified"] == "2026-01-05"
    assert article["isPartOf"] == {"@type": "WebSite", "name": "Crumb", "url": "https://example.org/guide/"}
    assert article["citation"][0]["sameAs"] == "https://doi.org/10.1000/bread.1"
    assert [(each["position"], each["name"], each["item"]) for each in trail["itemListElement"]] == [
        (1, "The journey", "https://example.org/guide/stages/"),
        (2, "Mixing", "https://example.org/guide/stages/mixing/"),
        (3, "The yeast was dead", "https://example.org/guide/causes/dead-yeast/"),
    ]


def test_an_action_says_its_steps_and_how_long_it_takes() -> None:
    action = data_of(EntryRef("action", "test-the-yeast"))["@graph"][0]
    assert (action["@type"], action["totalTime"]) == ("HowTo", "PT12M")
    assert [step["position"] for step in action["step"]] == [1, 2]
    assert action["step"][1]["text"] == "Wait: foam means life."


def test_a_myth_is_a_claim_with_a_verdict_in_words_and_no_number() -> None:
    review = data_of(EntryRef("myth", "salt-kills"))["@graph"][0]
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == "A pinch of salt kills the yeast."
    rating = {"@type": "Rating", "alternateName": "False", "ratingExplanation": "Trials say otherwise."}
    assert review["reviewRating"] == rating


def test_home_is_the_site_and_every_other_page_a_part_of_it() -> None:
    assert data_of(EntryRef("page", "home"))["@type"] == "WebSite"
    page = data_of(EntryRef("page", "crumb"))
    assert (page["@type"], page["isPartOf"]["@type"]) == ("WebPage", "WebSite")
    assert "dateModified" not in page


@pytest.mark.parametrize(
    "page", [EntryRef("cause", "dead-yeast"), EntryRef("page", "home"), EntryRef("stage", "mixing")]
)
def test_addresses_are_in_full_or_left_out(page: EntryRef) -> None:
    for data, known in ((data_of(page), True), (data_of(page, SOMEWHERE), False)):
        found = [
            each[name] for each in values(data) if isinstance(each, dict) for name in ("url", "item") if name in each
        ]
        assert all(address.startswith("https://example.org/guide/") for address in found)
        assert bool(found) is known


def test_nothing_in_linked_data_can_end_its_element() -> None:
    guide = hostile(guide_of(BREAD / "content"))
    text = linked_data(guide, SITE, EntryRef("cause", "dead-yeast"), HOSTILE, HOSTILE)
    assert not set("<>&") & set(text)
    assert json.loads(text)["@graph"][0]["name"] == HOSTILE
