"""Every field is described in the model, and nowhere else by hand."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, cast, get_args, get_origin

import pytest
from click.testing import CliRunner
from pydantic import create_model

from generator.cli import main
from generator.exports.form_data import PATH, form
from generator.guide import EntryRef, Guide
from generator.linting.rules.scope import GENRES
from generator.loading import Authored
from generator.model import KINDS, CauseId, Effort, Entry, Kind, Line, Prose, Text, ref, vocabulary, yaml_kinds
from generator.model.entries import Address, SourceId
from generator.model.types import as_model, bare, fields_of, free_texts, genre_of, inside, reference_of, type_at
from generator.pages.publication import Publication
from generator.pages.renderer import render, render_entries
from generator.pages.urls import Repository, page_path
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


# Fields that the page of their entry doesn't show, and who uses them instead.
NOT_SHOWN = {
    "cause": {
        "scene": "the quiz",
        "when_it_decides": "the quiz",
        "contributors": "other programs",
        "was": "redirects",
    },
    "action": {
        "time_limit": "the quiz",
        "only_if_clear": "the quiz",
        "only_if": "the quiz",
        "not_if": "the quiz",
        "only_for": "the quiz",
        "not_for": "the quiz",
        "steps.only_if": "the quiz",
        "steps.not_if": "the quiz",
        "words.only_if": "the quiz",
        "words.not_if": "the quiz",
        "contributors": "other programs",
        "was": "redirects",
    },
    "myth": {"references.url": "this page, where there is no DOI", "was": "redirects"},
    "source": {"url": "its page, where there is no DOI"},
    "case": {"answers": "the quiz's examination", "turned_out.also": "the quiz's examination"},
    "right": {"also_called": "the search", "deadline.days": "the order of a list of deadlines"},
}
# What the tiny guide lacks: lists of which an entry chooses, each with two words.
WORDS = {
    "scales:\n": "regions: {kent: Kent, fife: Fife}\ntopics: {weight: The weight, price: The price}\n"
    "shelves: {of-yeast: On yeast, of-flour: On flour}\nscales:\n",
    "{review: Review}": "{review: Review, study: Study}",
    "    'false':": "    'true': {label: Correct, means: Trials say so.}\n    'false':",
}
# What a text of some pattern can be, by a part of the pattern.
TEXTS = {"(-[a-z0-9]": "an-id-{}", r"^10": "10.1000/{}", "^https": "https://example.org/{}", "4}|n": "200{}"}

# The step to what stands in a mapping, under whatever key.
VALUE = "*"

TEXTS_OF_QUESTION = [*free_texts(KINDS["question"].entry)]

Choices = Mapping[str, Sequence[str]]
Steps = tuple[str | int, ...]


def choices_of(guide: Guide) -> Choices:
    """Return the ids and words of each list that a field may name."""
    ids = {kind.plural: [*guide.content.entries[name]] for name, kind in KINDS.items()}
    answers = [*guide.content.questions["water"].value.answers]
    return {**vocabulary(guide.setup), **ids, "questions": ["water"], "answers": answers}


def sample(type_: Any, choices: Choices, changed: Steps = (), path: Steps = ()) -> Any:
    """Return a value of a type with all that can be in it; what stands at the path `changed` is other than usual."""
    plain, number = bare(type_), int(path == changed)
    if owner := as_model(plain):
        return {name: sample(inside(owner, name), choices, changed, (*path, name)) for name in fields_of(owner)}
    if get_origin(plain) is list:
        count = 2 if as_model(inside(plain, 0)) else 1
        return [sample(inside(plain, 0), choices, changed, (*path, at)) for at in range(count)]
    if get_origin(plain) is dict:
        name = sample(get_args(plain)[0], choices, changed, (*path, "name"))
        return {
            name if reference_of(get_args(plain)[0]) else "blank": sample(
                inside(plain, ""), choices, changed, (*path, VALUE)
            )
        }
    if to := reference_of(type_):
        return choices[to][number % len(choices[to])]
    if get_origin(plain) is Literal or plain in (bool, int, date):
        choice = (
            get_args(plain) or {bool: (False, True), int: (1, 2), date: (date(2020, 1, 1), date(2020, 1, 2))}[plain]
        )
        return choice[number]
    usual = f"{' '.join(map(str, path))} {{}} {{{{blank}}}}"
    return next((text for part, text in TEXTS.items() if part in str(type_)), usual).format(number)


def leaves(type_: Any, path: Steps = ()) -> Iterator[Steps]:
    """Yield the paths of all that stands in a value of a type and holds nothing else."""
    plain = bare(type_)
    if owner := as_model(plain):
        for name in fields_of(owner):
            yield from leaves(inside(owner, name), (*path, name))
    elif get_origin(plain) is list:
        yield from leaves(inside(plain, 0), (*path, 0))
    elif get_origin(plain) is dict:
        yield from leaves(inside(plain, ""), (*path, VALUE))
    else:
        yield path


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(yaml_kinds().keys() - {"question"}))
def test_every_field_is_shown_on_the_page_of_its_entry_or_named_as_used_elsewhere(name: str, bread: Path) -> None:
    """A question is shown by the quiz, and `test_quiz_model.py` holds that all of it gets there."""
    setup = bread / "guide.yml"
    text = setup.read_text(encoding="utf-8")
    for old, new in WORDS.items():
        assert old in text
        text = text.replace(old, new)
    setup.write_text(text, encoding="utf-8")
    sources = bread / "sources.yml"
    copy = sources.read_text(encoding="utf-8").replace("baker-2001:", "miller-2001:").replace("Baker", "Miller")
    sources.write_text(f"{sources.read_text(encoding='utf-8')}\n{copy}", encoding="utf-8")
    guide, kind = guide_of(bread), KINDS[name]
    choices = choices_of(guide)
    entries = guide.content.entries[name]
    id_ = next(iter(entries), "an-entry")
    document = next(iter(guide.content.causes.values())).document

    def page(changed: Steps = ()) -> str:
        value = kind.entry.model_validate(sample(kind.entry, choices, changed))
        entry: Authored[Any] = Authored(id_, value, document)
        content = replace(guide.content, entries={**guide.content.entries, name: {**entries, id_: entry}})
        publication = Publication(Guide(content), Repository())
        pages = render_entries(publication, [EntryRef(name, id_)]) if kind.has_page else render(publication)
        return pages[page_path(publication.guide, name, id_).partition("#")[0]]

    usual = page()
    hidden = [steps for steps in leaves(kind.entry) if page(steps) == usual]
    names = {".".join(step for step in steps if isinstance(step, str) and step != VALUE) for steps in hidden}
    assert names == NOT_SHOWN.get(name, {}).keys()


# What of a question the worksheet leaves out, and who uses it instead.
NOT_ON_PAPER = {
    "why": "the page on how it reasons",
    "label": "the result",
    "answers.*.also_said.0": "the search of facts",
}


def test_every_text_of_a_question_is_on_paper_or_named_as_used_elsewhere(bread: Path) -> None:
    guide = guide_of(bread)
    entries = guide.content.entries
    question = entries["question"]["water"]

    def page(changed: Steps = ()) -> str:
        usual = sample(KINDS["question"].entry, choices_of(guide), changed)
        texts = {name: usual[name] for name in usual if any(path[0] == name for path in TEXTS_OF_QUESTION)}
        [answer] = usual["answers"].values()
        texts["answers"] = {
            id_: answer_of.model_copy(update={"text": answer["text"], "also_said": answer["also_said"]})
            for id_, answer_of in question.value.answers.items()
        }
        value = question.value.model_copy(update=texts)
        questions = {**entries["question"], "water": replace(question, value=value)}
        content = replace(guide.content, entries={**entries, "question": questions})
        return render(Publication(Guide(content), Repository()))["debrief/index.md"]

    usual = page()
    assert {".".join(map(str, path)) for path in TEXTS_OF_QUESTION if page(path) == usual} == NOT_ON_PAPER.keys()


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
    for steps in ("steps_new", "steps_change", "steps_issue"):
        assert "{host}" in " ".join(words[steps]), steps


def test_a_new_text_has_to_say_something_unless_it_is_a_name() -> None:
    class Story(Entry):
        moral: Line | None = None
        scenes: list[Prose]
        told_by: SourceId
        found_at: Address | None = None

    assert list(free_texts(Story)) == [("moral",), ("scenes", 0)]
