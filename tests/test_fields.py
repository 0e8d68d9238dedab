"""Every field is described in the model, and nowhere else by hand."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model import KINDS
from generator.schema.field_tables import fields, with_tables
from generator.schema.json_schema import schema_of
from tests.conftest import ROOT


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


def test_inner_fields_are_named_by_the_way_to_them() -> None:
    names = {field.name: field.needed for field in fields("action")}
    assert names["effort.minutes"]
    assert not names["steps[].minutes"]
    assert "answers.<id>.base" in {field.name for field in fields("question")}


@pytest.mark.parametrize("kind", KINDS)
def test_the_form_of_a_field_is_that_of_its_type(kind: str) -> None:
    words = {"boolean": "`true` or `false`", "integer": "a whole number", "number": "a number", "array": "a list: "}
    properties = schema_of(kind, None)["properties"]
    forms = {field.name: field.form for field in fields(kind)}
    for name, field in properties.items():
        assert forms[name].startswith(words.get(field.get("type", ""), "")), name
