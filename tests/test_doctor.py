"""The quiz is examined with the engine that ships, and this guide's reaches its floors."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.guide import Guide
from generator.linting.linter import check
from generator.model import Floors
from generator.pages.urls import Repository
from generator.quiz import evaluation
from generator.quiz.model import quiz_model
from generator.site.pipeline import examination, files
from tests.conftest import ROOT


def guide_in(content: Path) -> Guide:
    guide = check(content).guide
    assert guide
    return guide


def examined(content: Path, people: int | None = 20) -> evaluation.Examination:
    guide = guide_in(content)
    return evaluation.examine(guide, quiz_model(guide), people=people)


def test_this_guide_reaches_its_floors() -> None:
    found = examined(ROOT / "content", None)
    assert list(evaluation.shortfalls(found, guide_in(ROOT / "content").setup.debrief.floors)) == []
    assert found.unreachable == []


def test_the_same_content_is_always_found_to_be_the_same(bread: Path) -> None:
    assert examined(bread) == examined(bread)


def test_a_cause_is_unreachable_until_its_answers_can_bring_it_forward(bread: Path) -> None:
    assert examined(bread).unreachable == ["weak-flour"]
    cause = bread / "causes/weak-flour.yml"
    text = cause.read_text(encoding="utf-8")
    cause.write_text(text.replace("signs:\n", "signs:\n  water: {steaming: almost all}\n"), encoding="utf-8")
    assert examined(bread).unreachable == []


def test_people_tick_what_their_cause_depends_on(bread: Path) -> None:
    cause = bread / "causes/weak-flour.yml"
    text = cause.read_text(encoding="utf-8")
    cause.write_text(text.replace("signs:\n", "applies_if: {you-saw: [sour-smell]}\nsigns:\n"), encoding="utf-8")
    # Few people smell it without that cause; had the simulated ones ticked by chance, it would be ruled out for most.
    found = {each.cause: each for each in examined(bread).causes}
    assert found["weak-flour"].in_three == 1
    assert found["weak-flour"].typical_place <= 2


def test_every_figure_that_misses_its_floor_is_named(bread: Path) -> None:
    missed = evaluation.shortfalls(examined(bread), Floors(first=1, pages=1))
    assert [line.split("`")[1] for line in missed] == ["first", "pages"]


def test_an_answer_that_says_the_same_of_every_cause_is_named(bread: Path) -> None:
    question = bread / "questions/you-saw.yml"
    text = question.read_text(encoding="utf-8") + "  crumbs: {text: Crumbs, base: few}\n"
    question.write_text(text, encoding="utf-8")
    assert examined(bread).idle_answers == [{"question": "you-saw", "answer": "crumbs"}]


def test_progress_is_told_and_ends_at_everything(bread: Path) -> None:
    guide = guide_in(bread)
    told: list[float] = []
    evaluation.examine(guide, quiz_model(guide), people=5, progress=told.append)
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] <= 1


def test_figures_are_shown_for_the_very_content_that_was_examined_and_for_no_other(bread: Path, tmp_path: Path) -> None:
    guide, cache = guide_in(bread), tmp_path / "cache"
    page = "how-the-debrief-reasons/index.md"
    assert "were not computed" in files(guide, Repository(), examination(guide, cache, compute=False))[page].decode()
    fresh = examination(guide, cache, compute=True)
    assert fresh == examination(guide, cache, compute=False)
    assert "The true cause came first" in files(guide, Repository(), fresh)[page].decode()
    question = bread / "questions/water.yml"
    question.write_text(question.read_text(encoding="utf-8").replace("base: few", "base: some"), encoding="utf-8")
    assert examination(guide_in(bread), cache, compute=False) is None


def test_a_build_does_not_wait_minutes_for_the_figures_of_a_large_guide(
    bread: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide, cache = guide_in(bread), bread.parent / ".cache" / "examinations"
    monkeypatch.setattr(evaluation, "ALL_PEOPLE", evaluation.FEWEST * len(guide.content.causes) - 1)
    assert examination(guide, cache, compute=True) is None
    assert CliRunner().invoke(main, ["doctor", "--content", str(bread)]).exit_code == 0
    assert examination(guide, cache, compute=True) is not None


def test_without_node_nothing_is_computed(bread: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    assert examination(guide_in(bread), tmp_path, compute=True) is None
    result = CliRunner().invoke(main, ["doctor", "--content", str(bread)])
    assert result.exit_code == 1
    assert "Node" in result.output


def test_the_doctor_prints_for_people_and_for_machines(bread: Path) -> None:
    arguments = ["doctor", "--content", str(bread), "--people", "5"]
    assert "often taken for" in CliRunner().invoke(main, arguments).stdout
    printed = CliRunner().invoke(main, [*arguments, "--format", "json"]).stdout
    assert {each["cause"] for each in json.loads(printed)["causes"]} == {"dead-yeast", "proved-too-long", "weak-flour"}
