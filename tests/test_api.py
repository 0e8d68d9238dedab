"""The guide as data: what docs/api.md promises, byte by byte for the tiny guide and by schema for both guides."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from jsonschema import Draft202012Validator

from generator.exports.api import ENVELOPES, api
from generator.guide import BUILT_PAGES
from generator.model import KINDS, Kind, Page, by_plural
from generator.pages.catalogue import Catalogue
from generator.pages.urls import SOMEWHERE, Repository, Site
from tests.conftest import BREAD, FIXTURES, ROOT, guide_of

GOLDEN = FIXTURES.parent / "golden/api"
FIELDS = GOLDEN / "fields.json"
SITE = Site("https://example.org/guide/")
REPOSITORY = Repository("https://example.org/us/guide")
FILES = [
    "index.json", "guide.json", "causes.json", "sources.json", "causes/dead-yeast.json", "actions/test-the-yeast.json",
    "questions/how-flat.json", "myths/salt-kills.json", "sources/baker-2001.json", "cases/sunday-loaf.json",
    "pages/crumb.json",
]  # fmt: skip


def made(content: Path, site: Site = SITE, repository: Repository = REPOSITORY) -> dict[str, str]:
    files = api(Catalogue(guide_of(content)), repository, site)
    assert all(path.startswith("api/v1/") for path in files)
    return {path.removeprefix("api/v1/"): text for path, text in files.items()}


@pytest.fixture(scope="module", params=[BREAD / "content", ROOT / "content"], ids=["bread", "content"])
def data(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Return the API's files of both guides, one after the other, as data."""
    return {path: json.loads(text) for path, text in made(request.param).items()}


def diagnostics(schema: Any, value: Any) -> list[str]:
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{each.json_path}: {each.message}" for each in validator.iter_errors(value)]


@pytest.mark.parametrize("path", FILES)
def test_a_file_is_what_its_golden_file_says(path: str) -> None:
    golden = GOLDEN / path
    text = json.dumps(json.loads(made(BREAD / "content")[path]), indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("ACCEPT"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_every_file_fits_its_schema(data: dict[str, Any]) -> None:
    for path, value in data.items():
        if path == "index.json":
            assert diagnostics(data["schema/index.json"], value) == []
        elif path.startswith("schema/"):
            Draft202012Validator.check_schema(value)
        elif isinstance(value, list):
            assert diagnostics(data["schema/list.json"], value) == [], path
        else:
            assert diagnostics(data["schema/entry.json"], value) == [], path
            assert diagnostics(data[f"schema/{value['kind']}.json"], value["entry"]) == [], path


def test_the_index_leads_to_every_list_and_schema_and_the_lists_to_every_entry(data: dict[str, Any]) -> None:
    index = data["index.json"]
    reached = {"index.json", index["guide"]["url"], index["guide"]["schema"], *(f"schema/{e}.json" for e in ENVELOPES)}
    assert index["kinds"].keys() == KINDS.keys()
    for kind, each in index["kinds"].items():
        entries = data[each["url"]]
        assert each["count"] == len(entries) == len({entry["id"] for entry in entries})
        assert [entry["id"] for entry in entries] == sorted(entry["id"] for entry in entries)
        folder = each["url"].removesuffix(".json")
        reached |= {each["url"], each["schema"], *(f"{folder}/{entry['id']}.json" for entry in entries)}
        for entry in entries:
            one = data[f"{folder}/{entry['id']}.json"]
            assert (one["kind"], one["id"], one["url"]) == (kind, entry["id"], entry["url"])
            assert one["path"].startswith(each["folder"])
    assert reached == data.keys()


def test_an_empty_new_kind_does_not_change_the_content_version(bread: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = json.loads(made(bread)["index.json"])
    monkeypatch.setitem(
        cast("dict[str, Kind]", KINDS),
        "crumb",
        Kind(
            name="crumb",
            plural="crumbs",
            address="",
            entry=Page,
            heading="Crumbs",
            a_kind="a crumb",
            about="What is left.",
        ),
    )
    after = json.loads(made(bread)["index.json"])
    assert after["kinds"]["crumb"]["count"] == 0
    assert after["contentVersion"] == before["contentVersion"]


def test_links_lead_both_ways_and_to_what_there_is(data: dict[str, Any]) -> None:
    for path, one in data.items():
        if "/" not in path or path.startswith("schema/"):
            continue
        for plural, links in one["links"].items():
            for link in links:
                assert link["title"]
                # A page that is built from several files has an address and no file of its own.
                if by_plural(plural) and (plural != "pages" or link["id"] not in BUILT_PAGES):
                    there = data[f"{plural}/{link['id']}.json"]
                    assert one["id"] in [each["id"] for each in there["links"][KINDS[one["kind"]].plural]], (path, link)
                    assert link["url"] == there["url"]


def test_an_entry_holds_what_its_author_wrote_and_nothing_else(bread: Path) -> None:
    entry = json.loads(made(bread)["actions/test-the-yeast.json"])["entry"]
    assert entry["words"] == [
        {
            "for": "to the shop",
            "text": "This {brand} is past its date. May I change it?",
            "examples": {"brand": "packet of Sunny Mill"},
        }
    ]
    assert entry["effort"] == {"minutes": 12, "feels": "easy"}
    assert entry["reviewed"] == "2026-01-05"
    assert "contributors" not in entry


def test_without_addresses_the_data_are_the_same_but_for_them(bread: Path) -> None:
    here, nowhere = made(bread), made(bread, SOMEWHERE, Repository())
    index, bare = json.loads(here["index.json"]), json.loads(nowhere["index.json"])
    assert (bare["url"], bare["repository"]["url"]) == ("", "")
    assert index["url"] == "https://example.org/guide/"
    assert index["repository"] == {"url": "https://example.org/us/guide", "edit": "edit/main", "new": "new/main"}
    assert index["contentVersion"] == bare["contentVersion"]
    edit = "https://example.org/us/guide/edit/main/content/causes/dead-yeast.yml"
    assert json.loads(here["causes/dead-yeast.json"])["editUrl"] == edit
    assert json.loads(nowhere["causes/dead-yeast.json"])["editUrl"] == ""


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("causes/dead-yeast.yml", "too hot"),
        ("guide.yml", "came out"),
        ("pages/crumb.md", "tell of"),
        ("sources.yml", "On"),
    ],
)
def test_the_content_version_changes_with_any_word(path: str, words: str, bread: Path) -> None:
    before = json.loads(made(bread)["index.json"])["contentVersion"]
    file = bread / path
    text = file.read_text(encoding="utf-8")
    assert words in text
    file.write_text(text.replace(words, "other words"), encoding="utf-8")
    assert json.loads(made(bread)["index.json"])["contentVersion"] != before


def test_files_are_small_and_written_without_spaces(data: dict[str, Any]) -> None:
    files = made(BREAD / "content")
    assert all(
        text == json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")) + "\n"
        for text in files.values()
    )
    for path, value in data.items():
        if isinstance(value, list) and value:
            assert len(json.dumps(value, ensure_ascii=False).encode()) <= len(value) * 600, path


def fields(schema: Any) -> dict[str, str]:
    """Return the type of each field by its path.

    `*` stands for a name that authors choose, `[]` for an item; `?` behind a type says that a field may be left out.
    """
    return dict(_fields(schema, schema.get("$defs", {}), ""))


def _fields(node: Any, parts: Any, path: str) -> Iterator[tuple[str, str]]:
    node = {**parts[node["$ref"].rpartition("/")[2]], **node} if "$ref" in node else node
    options = [option for option in node.get("anyOf", ()) if option.get("type") != "null"]
    if options:
        null = "|null" if len(options) < len(node["anyOf"]) else ""
        yield path, "|".join(sorted(_type(option) for option in options)) + null
    else:
        yield path, _type(node)
    for name, each in node.get("properties", {}).items():
        here = f"{path}.{name}".lstrip(".")
        optional = "" if name in node.get("required", ()) else "?"
        yield from ((at, type_ + optional if at == here else type_) for at, type_ in _fields(each, parts, here))
    for key, mark in (("additionalProperties", ".*"), ("items", "[]")):
        if isinstance(node.get(key), dict):
            yield from _fields(node[key], parts, (path + mark).lstrip("."))
    for option in options:
        yield from (pair for pair in _fields(option, parts, path) if pair[0] != path)


def _type(node: Any) -> str:
    return str(node.get("type") or ("object" if "$ref" in node else type(node.get("const", "")).__name__))


def test_fields_may_come_but_none_may_go_or_change_its_type() -> None:
    files = made(BREAD / "content")
    now = {
        path.removeprefix("schema/").removesuffix(".json"): fields(json.loads(text))
        for path, text in files.items()
        if path.startswith("schema/")
    }
    promised = json.loads(FIELDS.read_text(encoding="utf-8")) if FIELDS.exists() else {}
    for kind, types in promised.items():
        here = now.get(kind, {})
        gone = {path: type_ for path, type_ in types.items() if here.get(path) not in (type_, type_.removesuffix("?"))}
        assert not gone, f"version 1 of the API promises these fields of {kind}; keep them, or make an api/v2: {gone}"
    if os.environ.get("ACCEPT"):
        FIELDS.write_text(json.dumps(now, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        promised = now
    assert now == promised, "fields have come; type ACCEPT=1 python -m pytest tests/test_api.py to promise them too"
