"""Words become numbers, and the numbers are probabilities."""

import copy
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import reduce
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.guide import Guide
from generator.loading import whole_number
from generator.model import Answer, Question
from generator.quiz.builder import ROLE_SHARES, SCENES, quiz_model
from generator.quiz.model import Part, QuizCause, QuizModel, Shown, as_json, version_of
from generator.quiz.shares import base_shares, sign_shares
from tests.conftest import ROOT, edit, guide_of

SHARE = {"most": 0.7, "about half": 0.5, "some": 0.35, "few": 0.1, "almost all": 0.93}


def question(*bases: str) -> Question:
    answers = {f"a{index}": Answer(text="x", base=base) for index, base in enumerate(bases)}
    return Question(text="x", why="x", kind="pick-one", answers=answers)


def model_of(content: Path) -> QuizModel:
    guide = guide_of(content)
    return quiz_model(guide)


def test_base_shares_add_up_to_everyone() -> None:
    assert base_shares(question("about half", "some", "few", "few"), SHARE) == pytest.approx(
        [0.47619, 0.33333, 0.09524, 0.09524], abs=1e-5
    )


def test_answers_that_a_cause_does_not_name_share_the_rest_as_the_base_does() -> None:
    shares = sign_shares({"a0": "some"}, question("few", "about half", "some"), SHARE)
    assert shares[0] == 0.35
    assert shares[1] / shares[2] == pytest.approx(0.5 / 0.35, rel=1e-3)
    assert sum(shares) == pytest.approx(1, abs=1e-4)


def test_named_answers_leave_a_little_for_the_others_however_much_they_add_up_to() -> None:
    shares = sign_shares({"a0": "most", "a1": "some"}, question("few", "few", "most"), SHARE)
    assert shares == pytest.approx([0.97 * 2 / 3, 0.97 / 3, 0.03], abs=1e-4)


def test_where_every_answer_is_named_the_shares_are_theirs_alone() -> None:
    assert sign_shares({"a0": "most", "a1": "some"}, question("few", "few"), SHARE) == pytest.approx(
        [2 / 3, 1 / 3], abs=1e-4
    )


def numbers_in(settings: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of each number in the settings of a guide."""
    if isinstance(settings, Mapping):
        for name, value in settings.items():
            yield from numbers_in(value, (*path, name))
    elif isinstance(settings, int | float) and not isinstance(settings, bool):
        yield path


def test_every_number_of_the_settings_reaches_the_quiz(bread: Path) -> None:
    cause = bread / "causes/dead-yeast.yml"
    cause.write_text(f"{cause.read_text()}scene: Nothing rose, and the packet of yeast was old.\n")
    guide = guide_of(bread)
    before = as_json(quiz_model(guide))
    settings = guide.setup.debrief.model_dump(exclude={"floors"})
    paths = list(numbers_in(settings))
    assert len(paths) > 8, "the stopping rules, how facts are told, the discount and the bands"
    for path in paths:
        changed = copy.deepcopy(settings)
        place = reduce(lambda values, name: values[name], path[:-1], changed)
        value = place[path[-1]]
        place[path[-1]] = value + 1 if isinstance(value, int) else value * 0.9 or 0.01
        setup = guide.setup.model_copy(update={"debrief": type(guide.setup.debrief)(**changed)})
        content = replace(guide.content, setup=replace(guide.content.setup, value=setup))
        assert as_json(quiz_model(Guide(content))) != before, f"{'.'.join(path)} is read by nothing"


def test_the_model_holds_what_the_content_says(bread: Path) -> None:
    model = model_of(bread)
    assert [cause.id for cause in model.causes] == ["dead-yeast", "proved-too-long", "weak-flour"]
    assert model.causes[1].gate == {"how-flat": ["rose-and-fell", "a-little"]}
    assert model.causes[0].actions == {"test-the-yeast": 0.6}
    ticks = next(each for each in model.questions if each.kind == "pick-any")
    assert ticks.answers[0].signs == {"proved-too-long": 0.7}
    assert json.loads(as_json(model))["version"] == model.version


class CauseWithCosts(QuizCause):
    """A cause of a later release, with a field that is only shown."""

    costs: Shown[str | None] = "5 euros"


class CauseWithDepth(QuizCause):
    """A cause of a later release, with a field that the quiz may reason with."""

    depth: int = 1


@pytest.mark.parametrize(("cause_type", "is_same"), [(CauseWithCosts, True), (CauseWithDepth, False)])
def test_a_new_field_changes_the_version_unless_it_is_only_shown(
    cause_type: type[QuizCause], is_same: bool, bread: Path
) -> None:
    class LaterModel(QuizModel):
        causes: list[cause_type]  # type: ignore[valid-type]

    model = model_of(bread)
    causes = [cause_type(**cause.model_dump()) for cause in model.causes]
    later = LaterModel(**{**dict(model), "causes": causes})
    assert later.model_dump()["causes"] != model.model_dump()["causes"]
    assert (version_of(later) == version_of(model)) is is_same


@pytest.mark.parametrize(
    ("file", "before", "after", "bears_on_a_diagnosis"),
    [
        ("causes/dead-yeast.yml", "as-mixed: most", "as-mixed: some", True),
        ("causes/proved-too-long.yml", "[rose-and-fell, a-little]", "[rose-and-fell]", True),
        ("guide.yml", "least: 0.5}", "least: 0.6}", True),
        ("causes/dead-yeast.yml", "Old or scalded yeast makes", "Scalded or old yeast makes", False),
        ("actions/test-the-yeast.yml", "Stir", "Whisk", False),
        ("questions/you-saw.yml", "text: ", "text: Now, ", False),
        ("guide.yml", "label: Worth checking first", "label: Look here first", False),
        ("ui.yml", "debrief:", "debrief:\n  start: Bake on", False),
    ],
)
def test_the_version_changes_with_what_bears_on_a_diagnosis_and_not_with_wording(
    file: str, before: str, after: str, bears_on_a_diagnosis: bool, bread: Path
) -> None:
    old = model_of(bread)
    edit(bread, {"file": file, "replace": before, "by": after})
    new = model_of(bread)
    assert as_json(new) != as_json(old)
    assert (new.version != old.version) == bears_on_a_diagnosis


def test_what_is_written_can_be_read_again_and_has_a_schema(bread: Path) -> None:
    model = model_of(bread)
    assert QuizModel.model_validate_json(as_json(model)) == model
    schema = json.loads(CliRunner().invoke(main, ["schema", "quiz"]).output)
    assert set(schema["required"]) <= json.loads(as_json(model)).keys() <= schema["properties"].keys()


def parts_of(part: type[Part]) -> set[type[Part]]:
    """Return the types that are parts of quiz.json."""
    types = [derived for derived in part.__subclasses__() if derived.__module__ == Part.__module__]
    return {part, *(inner for derived in types for inner in parts_of(derived))}


def test_the_page_for_readers_has_the_numbers_of_this_guide() -> None:
    """The page says them in sentences of its own, as words."""
    guide = guide_of(ROOT / "content")
    [most_foremost] = re.findall(
        r"MOST_FOREMOST = (\d+);", (ROOT / "quiz/engine/scenes.js").read_text(encoding="utf-8")
    )
    stopping = guide.setup.debrief.stopping
    said = " ".join(guide.content.pages["how-the-debrief-reasons"].body.split())
    sentences = {"least_pages": "at least {} questions", "most_pages": "at most {}."}
    untold = {"least_gain", "least_change", "clear_belief"}  # said without a number
    assert {*sentences, *untold} == type(stopping).model_fields.keys(), "say the number to readers, or say why not"
    numbers = [(words, getattr(stopping, name)) for name, words in sentences.items()]
    for words, number in (*numbers, ("shows the {} reasons", int(most_foremost))):
        named = re.findall(re.escape(words).replace(r"\{\}", r"(\w+)"), said)
        wanted = f"say `{words.format(number)}` in content/pages/how-the-debrief-reasons.md, with its number in words"
        assert number in map(whole_number, named), wanted


# What the page for readers says of each reason to stop.
REASONS_TOLD = {
    "clear": "stops when one cause stands out clearly",
    "little_to_learn": "when another question would tell little",
    "settled": "when no answer is likely to change the first three causes",
    "enough_pages": "and at most",
}
# That there may be no question left goes without saying.
REASONS_UNTOLD = {"no_questions"}


def test_the_page_for_readers_tells_why_the_debrief_stops() -> None:
    [union] = re.findall(r"@typedef \{(.*)\} StopReason", (ROOT / "quiz/engine/types.js").read_text(encoding="utf-8"))
    reasons = set(re.findall(r'"(\w+)"', union))
    assert reasons == REASONS_TOLD.keys() | REASONS_UNTOLD, "say to readers why it stops, or say here why not"
    body = " ".join(guide_of(ROOT / "content").content.pages["how-the-debrief-reasons"].body.split())
    assert [reason for reason, words in REASONS_TOLD.items() if words not in body] == []


def test_the_description_of_the_format_names_every_field() -> None:
    names = {field.alias or name for part in parts_of(Part) for name, field in part.model_fields.items()}
    described = set(re.findall(r"`(\w+)`", (ROOT / "docs/quiz-format.md").read_text(encoding="utf-8")))
    assert names - described == set()


def test_each_scene_is_an_answer_for_its_cause(bread: Path) -> None:
    assert SCENES not in [question.id for question in quiz_model(guide_of(bread)).questions]
    cause = bread / "causes/dead-yeast.yml"
    cause.write_text(f"{cause.read_text()}scene: Nothing rose, and the packet of yeast was old.\n")
    guide = guide_of(bread)
    [question] = [question for question in quiz_model(guide).questions if question.id == SCENES]
    [scene] = question.answers
    telling = guide.setup.debrief.telling.scene
    assert (scene.id, scene.text) == ("dead-yeast", "Nothing rose, and the packet of yeast was old.")
    assert (scene.base, scene.signs) == (telling.stray, {"dead-yeast": telling.told})


def test_only_what_happened_is_full_evidence_and_no_scene_weighs_more() -> None:
    assert ROLE_SHARES == {"evidence": 1, "routing": 0.2, "fear": 0, "scenes": 0.8}
