"""Every field is described in the model, and nowhere else by hand."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, cast

import pytest
from click.testing import CliRunner
from pydantic import create_model

from generator.cli import main
from generator.exports.form_data import PATH, form
from generator.linting.rules.scope import GENRES
from generator.model import KINDS, CauseId, Effort, Entry, Kind, Line, Prose, Text, ref, yaml_kinds
from generator.model.entries import Address, SourceId
from generator.model.types import free_texts, genre_of, type_at
from generator.pages.urls import Repository
from generator.schema.field_tables import fields, with_tables
from tests.conftest import ROOT, guide_of


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("CONTRIBUTING.md", "| a cause |"),
        ("CONTRIBUTING.md", "| `stage` | yes |"),
        ("HACKING.md", "| cause | **`title`**"),
    ],
)
def test_the_tables_of_documents_are_made_of_the_model(name: str, row: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert f"\n{row}" in text
    assert with_tables(text) == text, "type: python -m generator schema --write"


def test_schema_write_fills_in_the_tables_of_documents_beside_the_content(bread: Path) -> None:
    document = bread.parent / "NOTES.md"
    document.write_text("# Ours\n\n<!-- kinds -->\n\nold\n\n<!-- end of kinds -->\n\nEnd\n", encoding="utf-8")
    ran = CliRunner().invoke(main, ["schema", "--write", "--content", str(bread)])
    assert "NOTES.md" in ran.output
    text = document.read_text(encoding="utf-8")
    assert text.startswith("# Ours\n\n<!-- kinds -->\n\n| To add |")
    assert "old" not in text
    assert text.endswith("\n\n<!-- end of kinds -->\n\nEnd\n")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_says_what_it_means(kind: str) -> None:
    assert all(field.meaning and field.form for field in fields(kind))


def test_every_text_of_an_entry_says_what_it_is() -> None:
    """By that the rules know whether they apply to it: a type of `entries.py` says it, or a `genre(…)` of the field."""
    genres = {
        "/".join((name, *map(str, field_path))): genre_of(type_at(kind.entry, field_path))
        for name, kind in KINDS.items()
        for field_path in free_texts(kind.entry)
    }
    assert [field for field, genre in genres.items() if genre == "wording"] == []
    assert {*genres.values(), "address", "markup", "wording"} == GENRES, "a genre that no field has"


# Fields that no template prints by their own name, and what uses them instead.
NOT_PRINTED = {
    "cause": {
        "signs": "the renderer's lists of signs",
        "actions": "the guide's next steps",
        "scene": "the quiz",
        "when_it_decides": "the quiz",
        "can_be_hidden": "the quiz",
        "applies_if": "the quiz",
        "not_if": "the quiz",
        "contributors": "other programs",
        "was": "redirects",
    },
    "action": {
        "time_limit": "the quiz",
        "only_if": "the quiz",
        "not_if": "the quiz",
        "only_for": "the quiz",
        "not_for": "the quiz",
        "contributors": "other programs",
        "was": "redirects",
    },
    "myth": {"sources": "the guide's sources of an entry", "was": "redirects"},
    "source": {"shelf": "the renderer's shelves"},
    "case": {"answers": "the quiz's examination", "turned_out": "the guide's cases of a cause"},
    "right": {
        "also_called": "the search",
        "region": "the guide's rights of a region",
        "topic": "the guide's rights of a topic",
        "sources": "the guide's sources of an entry",
    },
}


@pytest.mark.parametrize("kind", sorted(yaml_kinds().keys() - {"question"}))
def test_every_field_is_printed_by_a_template_or_named_as_used_elsewhere(kind: str) -> None:
    """A question is shown by the quiz, and `test_quiz_model.py` holds that all of it gets there."""
    folder = ROOT / "generator/pages/templates"
    templates = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.md"))
    printed = {name for _, name in re.findall(rf"\b({kind}|entry)\.([a-z_]+)\b", templates)}
    assert yaml_kinds()[kind].entry.model_fields.keys() - printed == NOT_PRINTED.get(kind, {}).keys()


def test_inner_fields_are_named_by_the_way_to_them() -> None:
    names = {field.name: field.needed for field in fields("action")}
    assert names["effort.minutes"]
    assert not names["steps[].minutes"]
    assert "answers.<id>.base" in {field.name for field in fields("question")}


# The form of each type that a field can have; those of lists and mappings are put together from them.
FORMS: dict[Any, str] = {
    bool: "`true` or `false`",
    int: "a whole number",
    float: "a number",
    date: "a day, such as 2026-03-09",
    Line: "one line",
    Text: "text of several lines",
    Prose: "text with paragraphs, lists and links",
    CauseId: "an id of causes",
    Annotated[str, ref("feels")]: "a word of `feels`",
    Literal["high", "low"]: "`high` or `low`",
    Effort: "fields of its own",
    list[CauseId]: "a list: an id of causes",
    dict[str, Line]: "by name: one line",
    dict[CauseId, list[Prose]]: "by id of causes: a list: text with paragraphs, lists and links",
    Line | None: "one line",
    float | list[Line]: "a number or a list: one line",
}


def test_each_type_of_a_field_has_its_form(monkeypatch: pytest.MonkeyPatch) -> None:
    types: Any = {f"field_{number}": (type_, ...) for number, type_ in enumerate(FORMS)}
    kind = replace(
        KINDS["case"], name="sample", plural="samples", entry=create_model("Sample", __base__=Entry, **types)
    )
    monkeypatch.setitem(cast("dict[str, Kind]", KINDS), "sample", kind)
    forms = {field.name: field.form for field in fields("sample")}
    assert [forms[name] for name in types] == list(FORMS.values())


def described_fields(node: Any) -> Iterator[dict[str, Any]]:
    """Yield the schemas of fields in a schema that say what the fields mean."""
    if isinstance(node, dict):
        if isinstance(node.get("description"), str) and isinstance(node.get("title"), str):
            yield node
        for inner in node.values():
            yield from described_fields(inner)


def test_the_form_explains_fields_in_the_words_of_its_menus() -> None:
    """Words that only a file has, such as `pick-one`, are said otherwise in the form, and so are its explanations."""
    guide = guide_of(ROOT / "content")
    data = json.loads(form(guide, Repository())[PATH])
    labels = {**data["words"]["choices"], **data["titles"]["source_kinds"]}
    renamed = {word for word, label in labels.items() if not label.startswith(word)}
    kinds = [kind["schema"].items() for kind in data["kinds"].values()]
    fields = [field for schema in kinds for key, part in schema if key != "title" for field in described_fields(part)]
    assert len(fields) > 100
    for field in fields:
        if field["title"] != "Was":
            assert "`" not in field["description"], field
            words = set(re.findall(r"[\w-]+", field["description"])) & renamed & set(field.get("enum", ()))
            assert not words, field


def test_the_form_calls_the_host_by_its_address() -> None:
    guide = guide_of(ROOT / "content")
    words = json.loads(form(guide, Repository())[PATH])["words"]
    assert "code host" not in json.dumps(words)
    for steps in ("steps_new", "steps_change", "steps_issue", "steps_long_issue"):
        assert "{host}" in " ".join(words[steps]), steps


def test_a_new_text_has_to_say_something_unless_it_is_a_name() -> None:
    class Story(Entry):
        moral: Line | None = None
        scenes: list[Prose]
        told_by: SourceId
        found_at: Address | None = None

    assert list(free_texts(Story)) == [("moral",), ("scenes", 0)]
