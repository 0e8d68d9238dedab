"""The schemas say what the model says, and editors of YAML get on with them."""

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from generator.cli import main
from generator.loading import Content, as_data, load
from generator.model import KINDS, WORD_LISTS
from generator.quiz.model import QuizModel
from generator.schema.json_schema import (
    edited,
    editor_files,
    editor_line,
    editor_schema,
    schema_of,
    schema_of_type,
    types,
)
from tests.conftest import BREAD, ROOT

REFRESH = "type: python -m generator schema --write"
# Every new text of the pages, the quiz and the form would change the schema of ui.yml.
COMMITTED = [kind for kind in edited() if kind != "ui"]


class EditorsLoader(yaml.CSafeLoader):
    """Reads YAML as editors do: by version 1.2, in which `no` is a text and a date is one too."""


EditorsLoader.yaml_implicit_resolvers = {}
for tag, pattern, signs in (
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
):
    EditorsLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(signs))


def loaded(folder: Path) -> Content:
    content, diagnostics = load(folder)
    assert content, diagnostics
    return content


def edited_files(folder: Path) -> list[tuple[str, Path]]:
    return [
        (kind, path)
        for kind, below in edited().items()
        for path in (sorted((folder / below).glob("*.yml")) if below else [folder / f"{kind}.yml"])
    ]


def diagnostics(schema: dict[str, Any], data: Any) -> list[str]:
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{each.json_path}: {each.message}" for each in validator.iter_errors(data)]


def parts(schema: Any) -> list[dict[str, Any]]:
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    return ([schema] if isinstance(schema, dict) else []) + [part for each in inner for part in parts(each)]


@pytest.mark.parametrize("kind", types())
def test_each_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(schema_of(kind, None))
    Draft202012Validator.check_schema(editor_schema(kind, loaded(BREAD / "content")))


def test_the_quiz_has_a_schema_of_its_own() -> None:
    schema = schema_of_type(QuizModel)
    Draft202012Validator.check_schema(schema)
    printed = CliRunner().invoke(main, ["schema", "quiz"])
    assert json.loads(printed.output) == schema


@pytest.mark.parametrize("kind", [kind for kind in types() if kind != "ui"])
def test_each_field_has_a_title_and_a_description(kind: str) -> None:
    fields = {
        name: field
        for part in parts(schema_of(kind, None))
        if part.get("type") == "object"
        for name, field in part.get("properties", {}).items()
    }
    assert fields
    assert [name for name, field in fields.items() if not field.get("description") or not field.get("title")] == []


def test_a_field_is_named_as_authors_write_it_and_titled_for_people() -> None:
    words = schema_of("action", None)["$defs"]["Message"]["properties"]
    assert words["for"]["title"] == "For"
    assert schema_of("cause", None)["properties"]["also_called"]["title"] == "Also called"


def test_prose_ids_and_words_are_marked() -> None:
    cause = schema_of("cause", loaded(BREAD / "content"))["properties"]
    assert cause["what_happened"]["x-prose"] is True
    assert "x-prose" not in cause["summary"]
    assert cause["actions"]["x-keys-ref"] == "actions"
    assert cause["actions"]["additionalProperties"]["enum"] == list(loaded(BREAD / "content").setup.value.scales.helps)
    assert cause["signs"]["x-keys-ref"] == "questions"
    assert cause["signs"]["additionalProperties"]["x-keys-ref"] == "answers"
    assert schema_of("cause", None)["$defs"]["Evidence"]["properties"]["sources"]["items"]["x-ref"] == "sources"
    assert "enum" not in schema_of("cause", None)["properties"]["stage"]


def test_every_mark_leads_to_a_kind_of_entry_or_a_word_list() -> None:
    content = loaded(ROOT / "content")
    lists = {name for name in WORD_LISTS if not getattr(content.setup.value, name)}
    marks = {
        (mark, part.get("enum") is not None)
        for kind in types()
        for part in parts(schema_of(kind, content))
        for mark in (part.get("x-ref"), part.get("x-keys-ref"))
        if isinstance(mark, str)
    }
    unlisted = {mark for mark, listed in marks if not listed}
    assert "causes" in unlisted
    assert unlisted <= {"answers", "kinds", *lists, *(kind.plural for kind in KINDS.values())}


@pytest.mark.parametrize("guide", [ROOT / "content", BREAD / "content"], ids=["content", "bread"])
def test_everything_that_our_reader_takes_an_editor_takes(guide: Path) -> None:
    content = loaded(guide)
    schemas = {kind: editor_schema(kind, content) for kind in edited()}
    for kind, path in edited_files(guide):
        assert diagnostics(schemas[kind], yaml.load(path.read_text(encoding="utf-8"), EditorsLoader)) == [], path


def test_a_new_guide_fits_the_schemas_that_come_with_it(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["init", str(tmp_path / "new")]).exit_code == 0
    folder = tmp_path / "new/content"
    files = edited_files(folder)
    # It has no rights, as it lists no regions.
    without_example = set(edited()) - {"right"} - {kind for kind, _ in files}
    assert not without_example, "put an example of each into generator/scaffold/template/content/"
    for kind, path in files:
        schema = json.loads((folder / f".schema/{kind}.json").read_text(encoding="utf-8"))
        assert diagnostics(schema, yaml.load(path.read_text(encoding="utf-8"), EditorsLoader)) == [], path


@pytest.mark.parametrize("guide", [ROOT / "content", BREAD / "content"], ids=["content", "bread"])
def test_what_our_reader_makes_of_a_file_fits_the_schema_for_programs(guide: Path) -> None:
    content = loaded(guide)
    for kind, folder in (("cause", content.causes), ("question", content.questions), ("case", content.cases)):
        schema = schema_of(kind, content)
        for entry in folder.values():
            # Numbers are text until the model is made of them.
            data = {
                name: value
                for name, value in as_data(entry.document.root).items()
                if name not in ("picture", "can_be_hidden")
            }
            assert diagnostics(schema, data) == [], entry.document.path


MISTAKES = {
    "a misspelt field": ("cause", "summary:", "sumary:"),
    "a field too few": ("cause", "control:", "# control:"),
    "an unknown word": ("cause", "how_common: ", "how_common: very "),
    "an unknown stage": ("cause", "stage: ", "stage: x"),
    "nothing after the colon": ("cause", "title: ", "title: # "),
    "a date the wrong way round": ("cause", "reviewed: 2", "reviewed: 01/02/2"),
    "a list for a text": ("cause", "title: ", "title:\n  - "),
    "an id with a space": ("cause", "signs:\n  ", "signs:\n  my "),
    "minutes in words": ("action", "minutes: ", "minutes: about "),
    "a kind that there is not": ("question", "kind: pick-", "kind: choose-"),
    "a year with five digits": ("sources", "year: ", "year: 1"),
    "an address in place of a doi": ("sources", "doi: ", "doi: https://doi.org/"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_an_editor_shows_a_typical_mistake(mistake: str) -> None:
    kind, right, wrong = MISTAKES[mistake]
    content = loaded(ROOT / "content")
    texts = [path.read_text(encoding="utf-8") for each, path in edited_files(ROOT / "content") if each == kind]
    text = next(text for text in texts if right in text)
    schema = editor_schema(kind, content)
    assert diagnostics(schema, yaml.load(text, EditorsLoader)) == []
    assert diagnostics(schema, yaml.load(text.replace(right, wrong, 1), EditorsLoader))


def test_a_number_may_stand_where_our_reader_takes_a_text() -> None:
    content = loaded(ROOT / "content")
    path = next(path for kind, path in edited_files(ROOT / "content") if kind == "case")
    case = yaml.load(path.read_text(encoding="utf-8"), EditorsLoader)
    schema = editor_schema("case", content)
    for title in (1984, 19.5, True, "nineteen"):
        assert diagnostics(schema, {**deepcopy(case), "title": title}) == []
    assert diagnostics(schema, {**case, "title": None})
    for year, wrong in ((1999, False), ("n.d.", False), (99, True), (19999, True), ("soon", True)):
        found = [
            each for each in diagnostics(editor_schema("source", content), {"year": year}) if each.startswith("$.year")
        ]
        assert bool(found) == wrong, year


def test_the_committed_schemas_are_up_to_date() -> None:
    folder = ROOT / "content"
    made = editor_files(loaded(folder))
    for kind in COMMITTED:
        path = f".schema/{kind}.json"
        assert (folder / path).read_bytes() == made[path], f"{path} is out of date; {REFRESH}"
    assert "\n/content/.schema/ui.json\n" in (ROOT / ".gitignore").read_text(encoding="utf-8")


def test_each_file_of_the_guide_points_to_its_schema() -> None:
    folder = ROOT / "content"
    for kind, path in edited_files(folder):
        first = path.read_text(encoding="utf-8").split("\n", 1)[0] + "\n"
        assert first == editor_line(kind), f"{path} should begin with: {editor_line(kind)}"
        assert (path.parent / first.split("=")[1].strip()).is_file() or kind not in COMMITTED


def test_the_command_prints_a_schema_and_writes_those_for_editors(bread: Path) -> None:
    printed = CliRunner().invoke(main, ["schema", "cause", "--content", str(bread)])
    assert json.loads(printed.output) == schema_of("cause", loaded(bread))
    assert CliRunner().invoke(main, ["schema", "--content", str(bread)]).exit_code == 2
    written = CliRunner().invoke(main, ["schema", "--write", "--content", str(bread)])
    assert f"{len(edited())} written" in written.output
    assert (bread / ".schema/cause.json").read_bytes() == editor_files(loaded(bread))[".schema/cause.json"]
    assert load(bread)[1] == ()


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_the_command_writes_the_tables_of_documents_and_changes_nothing_else_in_them(
    bread: Path, newline: bytes
) -> None:
    other = b"Caf\xe9\r\n\n"  # in no encoding of ours, with line breaks of both kinds
    (bread.parent / "other.md").write_bytes(other)
    before, after = b"Caf\xe9" + newline * 2, newline * 2 + b"<!-- end of kinds -->" + newline + b"More."
    marker = b"<!-- kinds -->" + newline * 2
    (bread.parent / "guide.md").write_bytes(before + marker + b"| old |" + after)
    written = CliRunner().invoke(main, ["schema", "--write", "--content", str(bread)])
    assert written.exit_code == 0, written.output
    assert "guide.md: its tables are written." in written.output
    assert "other.md" not in written.output
    assert (bread.parent / "other.md").read_bytes() == other
    data = (bread.parent / "guide.md").read_bytes()
    assert data.startswith(before + marker + b"| To add | that is | write in |" + newline)
    assert data.endswith(after)
    again = CliRunner().invoke(main, ["schema", "--write", "--content", str(bread)])
    assert "guide.md" not in again.output


def test_a_schema_can_be_had_without_a_guide(tmp_path: Path) -> None:
    printed = CliRunner().invoke(main, ["schema", "cause", "--content", str(tmp_path / "none")])
    assert json.loads(printed.output) == schema_of("cause", None)
    written = CliRunner().invoke(main, ["schema", "--write", "--content", str(tmp_path / "none")])
    assert written.exit_code == 1
    assert "--content" in written.output
