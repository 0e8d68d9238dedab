"""Every field is described in the model, and nowhere else by hand."""

import os
import re

import pytest

from generator.model import KINDS
from generator.schema.field_tables import as_overview, as_tables, fields
from generator.schema.json_schema import schema_of
from tests.conftest import ROOT


@pytest.mark.parametrize(("name", "made"), [("CONTRIBUTING.md", as_tables()), ("HACKING.md", as_overview())])
def test_what_people_read_about_fields_is_what_the_model_says(name: str, made: str) -> None:
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    between = re.compile(r"(?<=<!-- fields -->\n\n).*?(?=\n\n<!-- end of fields -->)", re.DOTALL)
    if os.environ.get("ACCEPT"):
        text = between.sub(lambda _: made, text)
        path.write_text(text, encoding="utf-8")
    assert between.findall(text) == [made]


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
