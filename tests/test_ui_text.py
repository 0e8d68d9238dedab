"""A text of the pages, the quiz or the form stands in one place, and everything else follows from it."""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from generator.exports.form_data import PATH, form
from generator.linting.linter import check
from generator.linting.rules.form import FORM_RULES
from generator.linting.rules.style import PHRASE_WORDS
from generator.loading import as_data, load
from generator.model import Id, Line, yaml_kinds
from generator.model.ui_text import (
    DebriefText,
    FormErrorText,
    FormText,
    NotFoundText,
    PageText,
    TextGroup,
    ToolText,
    UiText,
)
from generator.model.walk import texts
from generator.pages.urls import Repository
from generator.quiz.builder import quiz_model
from generator.schema.json_schema import schema_of
from tests.conftest import BREAD, INVALID, ROOT, guide_of, overlay

TEXTS = dict(texts(UiText()))
TEMPLATES = sorted((ROOT / "generator/pages/templates").glob("*.md"))
# What a guide shows, from a copy of the generator in which a line of ui_text.py was changed.
SHOW = """
import json, sys
from pathlib import Path
from generator.exports.form_data import form
from generator.linting.linter import check
from generator.linting.rules.form import FORM_RULES
from generator.pages.renderer import render
from generator.pages.publication import Publication
from generator.pages.urls import Repository
from generator.quiz.builder import quiz_model
from generator.quiz.model import as_json
from generator.schema.json_schema import schema_of
checked = check(Path(sys.argv[1]))
guide = checked.guide
assert guide, checked.diagnostics
print(json.dumps({
    "page": render(Publication(guide))["actions/test-the-yeast/index.md"],
    "quiz": json.loads(as_json(quiz_model(guide)))["strings"],
    "form": json.loads(form(guide, Repository())["contribute/form.json"])["words"],
    "schema": schema_of("ui", guide.content)["$defs"],
}))
"""


def shown_after(change: tuple[str, str], content: Path, folder: Path) -> dict[str, Any]:
    """Return what a guide shows where one line of ui_text.py is another."""
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    module = folder / "generator/model/ui_text.py"
    source = module.read_text(encoding="utf-8")
    assert source.count(change[0]) == 1, change[0]
    module.write_text(source.replace(*change), encoding="utf-8")
    command = [sys.executable, "-c", SHOW, str(content)]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    shown: dict[str, Any] = json.loads(ran.stdout)
    return shown


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ('"What can go wrong"', '"Traps"', lambda shown: "\n## Traps\n" in shown["page"]),
        ('"Start the debrief"', '"Off you go"', lambda shown: shown["quiz"]["start"] == "Off you go"),
        (
            '"What the web address of its page ends in"',
            '"Call it"',
            lambda shown: shown["form"]["file_name"] == "Call it",
        ),
        ('"Fill this in."', '"Needed."', lambda shown: shown["form"]["errors"]["missing_field"] == "Needed."),
    ],
    ids=["page", "quiz", "form", "error in the form"],
)
def test_a_changed_default_is_shown_without_any_other_change(
    before: str, after: str, where: Any, bread: Path, tmp_path: Path
) -> None:
    assert where(shown_after((before, after), bread, tmp_path))


def test_a_new_text_is_one_line(bread: Path, tmp_path: Path) -> None:
    line = '    start: Line = text("Start the debrief"'
    shown = shown_after(
        (line, f'    hurry: Line = text("Hurry, {{name}}", "Button: sooner.")\n{line}'), bread, tmp_path
    )
    assert shown["quiz"]["hurry"] == "Hurry, {name}"
    field = shown["schema"]["DebriefText"]["properties"]["hurry"]
    assert (field["title"], field["description"], field["default"]) == ("Hurry", "Button: sooner.", "Hurry, {name}")


def test_an_english_guide_says_only_what_differs(bread: Path) -> None:
    (bread / "ui.yml").write_text(
        "debrief: {start: Bake on}\npages: {titles: {stages: The way}}\ncontribute: {kinds: {cause: a mishap}}\n",
        encoding="utf-8",
    )
    guide = guide_of(bread)
    ui = guide.content.ui_text.value
    assert (ui.debrief.start, ui.debrief.back) == ("Bake on", "Back")
    assert (ui.pages.titles["stages"], ui.pages.titles["myths"]) == ("The way", "Myths")
    assert (ui.contribute.kinds["cause"], ui.contribute.kinds["case"]) == ("a mishap", "a case")


@pytest.mark.parametrize("group", [DebriefText(), FormText()], ids=["quiz", "form"])
def test_a_text_that_quotes_a_label_has_its_key_as_a_blank(group: Any) -> None:
    labels = {text: key for key, text in group.model_dump(by_alias=True).items() if isinstance(text, str)}
    quoted = {
        field_path: label
        for field_path, text in texts(group)
        for label in re.findall(r'["“]([^"”{}]+)["”]', text)
        if label in labels
    }
    assert quoted == {}


def test_a_label_that_a_guide_words_otherwise_is_quoted_as_it_reads(bread: Path) -> None:
    (bread / "ui.yml").write_text(
        "debrief: {not_sure: I can't say, none_of_these: Nothing like it}\n"
        "contribute: {copy: Take it, copy_file: Take this, steps_change: ['Choose \"{copy_file}\" now.']}\n",
        encoding="utf-8",
    )
    guide = guide_of(bread)
    strings = quiz_model(guide).strings
    for key in ("start_unsure", "error_pick_one", "error_pick_any"):
        assert '"I can\'t say"' in strings[key]
    assert '"Nothing like it"' in strings["error_pick_any"]
    words = json.loads(form(guide, Repository())[PATH])["words"]
    assert words["steps_change"] == ['Choose "Take this" now.']
    assert words["steps_issue"][0].startswith('Choose "Take it",')
    overlay(bread, INVALID / "bare-no")
    assert "“Nothing like it”" in check(bread).diagnostics[0].hint


def test_an_english_guide_may_have_no_ui_yml(bread: Path) -> None:
    (bread / "ui.yml").unlink()
    assert not check(bread).diagnostics
    content, _ = load(bread)
    assert content
    assert content.ui_text.value == UiText()


@pytest.mark.parametrize(
    ("written", "line"), [("debrief:\n  strat: Bake on\n", 2), ("contribute:\n  errors: {html_: No}\n", 2)]
)
def test_an_unknown_key_is_reported_where_it_stands(written: str, line: int, bread: Path) -> None:
    (bread / "ui.yml").write_text(written, encoding="utf-8")
    assert [(each.code, each.location.line) for each in check(bread).diagnostics] == [("unknown-field", line)]


@pytest.fixture
def german(bread: Path) -> Path:
    """Return a guide in German that says every text itself."""
    setup = bread / "guide.yml"
    setup.write_text(setup.read_text(encoding="utf-8").replace("language: en", "language: de"), encoding="utf-8")
    (bread / "ui.yml").write_text(json.dumps(every_text()), encoding="utf-8")
    return bread


def every_text() -> dict[str, Any]:
    """Return all texts of ui.yml, those of rules included, which no English guide has."""
    data = UiText().model_dump(by_alias=True)
    data["contribute"]["rules"] = {rule.code: f"{rule.message}: {rule.hint}" for rule in reversed(FORM_RULES)}
    return data


def test_a_guide_in_another_language_that_says_every_text_has_no_error(german: Path) -> None:
    assert not check(german).diagnostics


def longer(data: Any) -> Any:
    """Return texts, each of which is half as long again; an anchor is no text."""
    if isinstance(data, dict):
        return {key: longer(text) for key, text in data.items()}
    if isinstance(data, list):
        return [longer(text) for text in data]
    return f"{data} {'x' * (len(data) // 2)}" if data != PageText().journey_anchor else data


def test_a_guide_whose_texts_are_half_as_long_again_can_be_read(german: Path) -> None:
    (german / "ui.yml").write_text(json.dumps(longer(every_text())), encoding="utf-8")
    assert not check(german).diagnostics


@pytest.mark.parametrize(
    "left_out",
    [("debrief", "start"), ("pages", "titles", "myths"), ("pages", "tools", "lead"),
     ("contribute", "errors", "bad_id"),
     ("pages", "worksheet_steps")],
    ids=".".join,
)  # fmt: skip
def test_a_guide_in_another_language_is_told_which_text_is_missing(left_out: tuple[str, ...], german: Path) -> None:
    data = every_text()
    group = data
    for key in left_out[:-1]:
        group = group[key]
    english = group.pop(left_out[-1])
    (german / "ui.yml").write_text(json.dumps(data), encoding="utf-8")
    [diagnostic] = check(german).diagnostics
    assert (diagnostic.code, diagnostic.message) == ("missing-field", f"`{'.'.join(left_out)}` is missing")
    assert diagnostic.hint.endswith(english if isinstance(english, str) else english[0])
    content, _ = load(german)
    assert content
    errors = Draft202012Validator(schema_of("ui", content)).iter_errors(data)
    assert [error.message for error in errors] == [f"'{left_out[-1]}' is a required property"]


def test_a_guide_in_another_language_is_told_which_rule_the_form_would_say_in_english(german: Path) -> None:
    data = every_text()
    english = data["contribute"]["rules"].pop("raw-html")
    (german / "ui.yml").write_text(json.dumps(data), encoding="utf-8")
    [diagnostic] = check(german).diagnostics
    assert diagnostic.message == "`contribute.rules.raw-html` is missing"
    assert diagnostic.hint.endswith(english)


def test_a_guide_in_another_language_is_told_of_every_missing_text(german: Path) -> None:
    (german / "ui.yml").write_text("debrief: {start: Los}\n", encoding="utf-8")
    keys = {tuple(step for step in field_path if isinstance(step, str)) for field_path in dict(texts(every_text()))}
    missing = {f"`{'.'.join(key)}` is missing" for key in keys - {("debrief", "start")}}
    assert {diagnostic.message for diagnostic in check(german).diagnostics} == missing
    (german / "ui.yml").unlink()
    assert [diagnostic.code for diagnostic in check(german).diagnostics] == ["missing-file"]


@pytest.mark.parametrize("guide", ["content", "generator/scaffold/template/content"])
def test_a_guide_repeats_no_default(guide: str) -> None:
    content, _ = load(ROOT / guide)
    assert content
    written = dict(texts(as_data(content.ui_text.document.root)))
    assert [field_path for field_path, text in written.items() if TEXTS.get(field_path) == text] == []


def source_of(folder: str, *suffixes: str) -> str:
    paths = sorted(path for path in (ROOT / folder).rglob("*") if path.suffix in suffixes and path.name != "ui_text.py")
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


# Keys that stand in a list of their own, from which one is chosen: none of these texts has a blank.
LISTS_OF_KEYS = (
    r"const OUTSIDE_SHARES = (.*);",
    r"\[(.*)\]\.map\(\(key\) => h\(\"li\", debrief\.t\(key\)\)",
    r"\? (\"plan_empty\" : .*);",
    r"suggestionLink\(debrief, (\"\w+\")",
    r"suggestionLink\(this\.#debrief, (\"\w+\")",
)


def parts_of(code: str) -> list[str]:
    """Return what stands between commas, up to the bracket that closes before any opens."""
    parts, depth = [""], 0
    for match in re.finditer(r'"[^"]*"|.', code, re.DOTALL):
        token = match[0]
        depth += (token in "([{") - (token in ")]}")
        if depth < 0:
            break
        if token == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += token
    return [part.strip() for part in parts]


def composed_keys(code: str, engine: str) -> dict[str, set[str]]:
    """Return the keys that are put together in the quiz, by what they begin with."""
    [reasons] = re.findall(r"@typedef \{(.*)\} StopReason", engine)
    [states] = re.findall(r"@property \{(.*)\} state\b", code)
    [sizes] = re.findall(r"const SIZES = (.*);", code)
    endings = {
        "stop_": [*re.findall(r'"(\w+)"', reasons), "reader"],
        "notice_": re.findall(r'(?:\bcode: |\bnotice\()"(\w+)"', engine),
        "fear_": re.findall(r'"(\w+)"', states),
        "moved_": [f"{size}_{way}" for size in re.findall(r'"(\w+)"', sizes) for way in ("away", "towards")],
    }
    return {start: {start + ending for ending in of_start} for start, of_start in endings.items()}


def texts_asked_for() -> Iterator[tuple[str, set[str]]]:
    """Yield the key of each text that the quiz asks for, with the names of the blanks that it fills in there."""
    code = source_of("quiz/ui", ".js")
    composed = composed_keys(code, source_of("quiz/engine", ".js"))
    for call in re.finditer(r"\b(?:debrief|this)\.(t|count)\(", code):
        key, *rest = parts_of(code[call.end() :])
        fields = [field for part in rest if part.startswith("{") for field in parts_of(part[1:])]
        blanks = {name[0] for field in fields if (name := re.match(r"\w+", field))}
        if start := re.match(r"`(\w+_)\$\{", key):
            yield from ((composed_key, blanks) for composed_key in composed[start[1]])
        elif call[1] == "count":
            yield from ((f"{key[1:-1]}_{form}", blanks | {"count"}) for form in ("one", "other"))
        else:
            yield from ((literal, blanks) for literal in re.findall(r'(?<!=== )"(\w+)"', key))


def test_the_quiz_asks_for_exactly_the_texts_that_there_are() -> None:
    code, keys = source_of("quiz/ui", ".js"), DebriefText.model_fields.keys()
    listed = {
        key for pattern in LISTS_OF_KEYS for names in re.findall(pattern, code) for key in re.findall(r'"(\w+)"', names)
    }
    asked_for = {key for key, _ in texts_asked_for()} | listed & keys
    unused = keys - asked_for
    assert not unused, f"ask for {unused} in quiz/ui as `debrief.t(…)` or `debrief.count(…)`, or delete it"
    assert not asked_for - keys, f"add {asked_for - keys} to `DebriefText` in generator/model/ui_text.py"
    assert not [key for key in listed & keys if blanks_of(key)]


def blanks_of(key: str) -> set[str]:
    """Return the blanks of a text that the quiz fills in; a guide's labels are filled in beforehand."""
    return set(re.findall(r"\{(\w+)\}", DebriefText.model_fields[key].default)) - DebriefText.model_fields.keys()


def test_the_quiz_fills_in_every_blank_where_it_asks_for_a_text() -> None:
    # message.js fills it in, as on the pages of the guide.
    elsewhere = {("blanks_left", "blanks")}
    open_blanks = {(key, blank) for key, names in texts_asked_for() for blank in blanks_of(key) - names}
    assert open_blanks == elsewhere


def test_what_new_entries_start_with_is_too_short_to_be_said_twice() -> None:
    for start in FormText().starts.values():
        assert len(re.findall(r"[\w'-]+", start)) < PHRASE_WORDS


def test_a_field_that_is_needed_starts_with_the_word_that_the_guide_uses_most(bread: Path) -> None:
    guide = guide_of(bread)
    kinds = json.loads(form(guide, Repository())[PATH])["kinds"]
    cause, question = kinds["cause"]["schema"], kinds["question"]["schema"]
    signs = [word for each in guide.causes().values() for words in each.signs.values() for word in words.values()]
    starts = {
        cause["properties"]["how_common"]["x-start"]: [each.how_common for each in guide.causes().values()],
        cause["properties"]["signs"]["additionalProperties"]["additionalProperties"]["x-start"]: signs,
        question["$defs"]["Answer"]["properties"]["base"]["x-start"]: [
            answer.base for each in guide.content.questions.values() for answer in each.value.answers.values()
        ],
    }
    for word, used in starts.items():
        assert used.count(word) == max(used.count(other) for other in used)
    evidence = cause["$defs"]["Evidence"]["properties"]
    assert evidence["strength"]["x-start"] == list(guide.setup.scales.evidence)[-1]
    assert evidence["says"]["x-start"] == guide.content.ui_text.value.contribute.starts["evidence.says"]


def test_the_form_asks_for_exactly_the_texts_that_there_are() -> None:
    code, keys = source_of("contribute", ".js"), UiText().contribute.model_dump(by_alias=True).keys()
    assert set(re.findall(r'\bt\("(\w+)"', code)) <= keys
    # `kinds` and `about` are in form.json beside the schema of each kind, what is said of its fields in it.
    elsewhere = {"kinds", "about", "labels", "helps", "starts", "title_words", "short_summary"}
    quoted = set(re.findall(r"\{(\w+)\}", json.dumps(every_text()["contribute"])))
    composed = tuple(re.findall(r"\bt\(`(\w+_)\$\{", code))
    assert [
        key
        for key in keys - elsewhere - quoted
        if not key.startswith(composed)
        and not re.search(rf'"{key}"|words\.{key}\b|\{{ .*\b{key}\b.* \}} = .*words', code)
    ] == []
    codes = [key.replace("_", "-") for key in FormErrorText.model_fields]
    assert [each for each in codes if f'"{each}"' not in code] == []


def headings_of_the_form() -> dict[str, str]:
    guide = guide_of(BREAD / "content")
    headings: dict[str, str] = json.loads(form(guide, Repository())[PATH])["headings"]
    return headings


@pytest.mark.parametrize(
    ("group", "used", "folder"),
    [(PageText, r"ui\.{0}\b", "generator"), (ToolText, r"(?:tools|ui)\.{0}\b|\"{0}\"", "generator"),
     (NotFoundText, r"\.{0}\b", "site_overrides")],
)  # fmt: skip
def test_no_text_of_the_pages_is_left_over(group: Any, used: str, folder: str) -> None:
    code = source_of(folder, ".py", ".md", ".html")
    # The form shows those that are called like a field as its heading.
    headings = headings_of_the_form() if group is PageText else {}
    left_over = {key for key in group.model_fields if not re.search(used.format(key), code)}
    assert left_over <= headings.keys()


def text_of(node: Any) -> Any:
    """Return the default of `ui.x` or `ui.group.x` in a template; None for what is not looked up in the texts."""
    if isinstance(node, nodes.Name):
        return PageText() if node.name == "ui" else None
    group = text_of(node.node) if isinstance(node, nodes.Getattr) else None
    return getattr(group, node.attr) if isinstance(group, TextGroup) else None


@pytest.mark.parametrize(
    "template", sorted((ROOT / "generator/pages/templates").glob("*.md")), ids=lambda path: path.stem
)
def test_every_text_that_a_template_shows_exists_and_has_its_blanks(template: Path) -> None:
    tree = Environment().parse(template.read_text(encoding="utf-8"))
    for node in tree.find_all(nodes.Getattr):
        text_of(node)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "fill" and (text := text_of(call.args[0])):
            assert set(re.findall(r"\{(\w+)\}", text)) == {argument.key for argument in call.kwargs}, text


def test_the_heading_of_a_field_has_no_blank_to_fill() -> None:
    headings = headings_of_the_form()
    assert "what_happened" in headings
    assert not [text for text in headings.values() if "{" in text]


def test_no_text_for_readers_stands_in_the_code_of_the_quiz() -> None:
    for line in source_of("quiz/ui", ".js").splitlines():
        code = re.sub(r"//.*|/\*\*.*|^\s*\*.*", "", line)
        assert not re.search(r'"([A-Z][a-z]+ [a-z][^"]*)"', code), f"{code} belongs in ui_text.py"


def test_the_defaults_are_plain() -> None:
    for field_path, text in TEXTS.items():
        assert not re.search(r"\b(just|simply|obviously)\b|[!\u2014]", text, re.IGNORECASE), field_path


@pytest.mark.parametrize("kind", yaml_kinds())
def test_the_form_says_what_to_type_in_every_field_of_some_format(kind: str) -> None:
    schema = schema_of(kind, None)
    parts = [schema, *schema.get("$defs", {}).values()]
    fields = [(name, field) for part in parts for name, field in part.get("properties", {}).items()]
    patterns = {name: pattern for name, field in fields if (pattern := field.get("pattern"))}
    # Of an id the form says so itself, and a text on one line is made one.
    ids_and_lines = (TypeAdapter(Id).json_schema()["pattern"], TypeAdapter(Line).json_schema()["pattern"])
    shown = {name for name, pattern in patterns.items() if pattern not in ids_and_lines}
    assert shown <= UiText().contribute.formats.keys()


def labelled_fields(kind: str) -> list[tuple[str, str]]:
    """Return each field of a kind, and of its parts, after what has it."""
    schema = schema_of(kind, None)
    parts = {kind: schema, **schema.get("$defs", {})}
    return [(owner.lower(), name) for owner, part in parts.items() for name in part.get("properties", {})]


# Fields that mean the same wherever they are, so that they share a label.
SHARED_LABELS = {
    "title", "also_called", "summary", "only_if", "not_if", "ask_if", "handle_with_care", "evidence", "sources", "doi",
    "url", "confidence", "minutes", "reviewed", "contributors", "was",
}  # fmt: skip


def test_no_field_takes_the_label_of_another_by_chance() -> None:
    labels = UiText().contribute.labels
    fields = {field for kind in yaml_kinds() for field in labelled_fields(kind) if ".".join(field) not in labels}
    names = Counter(name for _, name in fields)
    assert [f"{owner}.{name}" for owner, name in sorted(fields) if names[name] > 1 and name not in SHARED_LABELS] == []


@pytest.mark.parametrize("kind", yaml_kinds())
def test_the_form_has_a_label_for_every_field(kind: str) -> None:
    fields = labelled_fields(kind)
    missing = [
        f"{owner}.{name}" for owner, name in fields if not {f"{owner}.{name}", name} & UiText().contribute.labels.keys()
    ]
    shown = [name for name in missing if not name.endswith(".was")]  # RENAMING_FIELDS in contribute/fields.js
    assert not shown, (
        f"write what the form calls {', '.join(shown)} into `labels` of `FormText` in generator/model/ui_text.py"
    )
