"""The quiz is examined with the engine that ships, and this guide's reaches its floors."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model import Floors
from generator.pages.publication import Publication
from generator.quiz.builder import quiz_model
from generator.quiz.evaluation import CauseFigures, Examination, cache, shortfalls, simulation
from generator.site.config import read_settings
from generator.site.engines.registry import ENGINES
from generator.site.pipeline import NOT_EXAMINED, files, generate
from tests.conftest import BREAD, ROOT, copied_guide, guide_of


def examined(content: Path, people: int | None = 20) -> Examination:
    guide = guide_of(content)
    return simulation.examine(guide, quiz_model(guide), people=people)


def loaded(content: Path) -> Examination | None:
    guide = guide_of(content)
    return cache.load(content.parent, guide, quiz_model(guide))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def no_node(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)


@pytest.mark.slow
def test_this_guide_reaches_its_floors() -> None:
    examination = examined(ROOT / "content", None)
    assert list(shortfalls(examination, guide_of(ROOT / "content").setup.debrief.floors)) == []
    assert examination.unreachable == []


def test_the_same_content_always_has_the_same_examination(bread: Path) -> None:
    assert examined(bread) == examined(bread)


def test_a_cause_is_unreachable_until_its_answers_can_bring_it_forward(bread: Path) -> None:
    assert examined(bread).unreachable == ["weak-flour"]
    change(bread / "causes/weak-flour.yml", "signs:\n", "signs:\n  water: {steaming: almost all}\n")
    assert examined(bread).unreachable == []


def test_people_tick_what_their_cause_depends_on(bread: Path) -> None:
    change(bread / "causes/weak-flour.yml", "signs:\n", "applies_if: {you-saw: [sour-smell]}\nsigns:\n")
    # Few people smell it without that cause; had the simulated ones ticked by chance, it would be ruled out for most.
    figures: dict[str, CauseFigures] = {cause.cause: cause for cause in examined(bread).causes}
    assert figures["weak-flour"].in_three == 1
    assert figures["weak-flour"].typical_place <= 2


def test_people_tell_nothing_that_rules_out_what_they_have(bread: Path) -> None:
    change(bread / "causes/weak-flour.yml", "signs:\n", "not_if: {you-saw: [big-bubbles], water: [cold]}\nsigns:\n")
    change(
        bread / "questions/you-saw.yml",
        "Big bubbles under the skin, base: few",
        "Big bubbles under the skin, base: most",
    )
    figures: dict[str, CauseFigures] = {cause.cause: cause for cause in examined(bread).causes}
    # It can come first only for those who have not told what is so for most people.
    assert figures["weak-flour"].first > 0.1
    assert figures["weak-flour"].typical_place == 1


def test_every_figure_that_misses_its_floor_is_named(bread: Path) -> None:
    missed = shortfalls(examined(bread), Floors(first=1, pages=1))
    assert [line.split("`")[1] for line in missed] == ["first", "pages"]


def test_an_answer_that_says_the_same_of_every_cause_is_named(bread: Path) -> None:
    with (bread / "questions/you-saw.yml").open("a", encoding="utf-8") as question:
        question.write("  crumbs: {text: Crumbs, base: few}\n")
    assert examined(bread).idle_answers == [{"question": "you-saw", "answer": "crumbs"}]


def test_progress_grows_and_ends_at_everything(bread: Path) -> None:
    guide = guide_of(bread)
    shares: list[float] = []
    simulation.examine(guide, quiz_model(guide), people=5, progress=shares.append)
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] == 1


def test_figures_are_shown_for_exactly_the_content_that_was_examined(bread: Path) -> None:
    page = "how-the-debrief-reasons/index.md"
    assert b"were not computed" in files(Publication(guide_of(bread), examination=loaded(bread)))[page]
    assert CliRunner().invoke(main, ["doctor", "--content", str(bread)]).exit_code == 0
    assert b"The true cause came first" in files(Publication(guide_of(bread), examination=loaded(bread)))[page]
    change(bread / "questions/water.yml", "base: few", "base: some")
    assert loaded(bread) is None


def test_an_examination_of_fewer_people_is_not_kept_for_the_pages(bread: Path) -> None:
    assert CliRunner().invoke(main, ["doctor", "--content", str(bread), "--people", "5"]).exit_code == 0
    assert loaded(bread) is None


def test_a_kept_examination_replaces_any_earlier_one(bread: Path) -> None:
    for old, new in (("few", "some"), ("some", "few")):
        change(bread / "questions/water.yml", f"Steaming, base: {old}", f"Steaming, base: {new}")
        guide = guide_of(bread)
        cache.store(bread.parent, guide, quiz_model(guide), examined(bread))
    assert len([*(bread.parent / cache.FOLDER).iterdir()]) == 1


def test_a_build_does_not_wait_for_an_examination_and_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied_guide(tmp_path / "bread")
    monkeypatch.setattr(simulation, "examine", lambda *_, **__: pytest.fail("simulated people were asked"))
    monkeypatch.setattr(simulation, "_simulate", lambda *_: pytest.fail("simulated people were asked"))
    made = generate(folder, read_settings(folder / "mkdocs.yml"), advise=False)
    assert made.notes == (NOT_EXAMINED,)
    monkeypatch.undo()
    assert CliRunner().invoke(main, ["doctor", "--content", str(folder / "content")]).exit_code == 0
    assert generate(folder, read_settings(folder / "mkdocs.yml"), advise=False).notes == ()


@pytest.mark.site
@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_prints_that_figures_are_missing(
    engine: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = copied_guide(tmp_path / "bread")
    arguments = ["build", "--config", str(folder / "mkdocs.yml"), "--site", str(tmp_path / "site")]
    result = CliRunner().invoke(main, [*arguments, "--engine", engine])
    assert result.exit_code == 0
    # MkDocs runs in a process of its own.
    assert NOT_EXAMINED in " ".join((result.stderr + capfd.readouterr().err).split())


def test_without_node_the_doctor_says_what_to_install(bread: Path, no_node: None) -> None:
    result = CliRunner().invoke(main, ["doctor", "--content", str(bread)])
    assert result.exit_code == 1
    assert "Node" in result.output


def test_the_doctor_prints_for_people_and_for_programs(bread: Path) -> None:
    arguments = ["doctor", "--content", str(bread), "--people", "5"]
    assert "often taken for" in CliRunner().invoke(main, arguments).stdout
    printed = CliRunner().invoke(main, [*arguments, "--format", "json"]).stdout
    causes = {path.stem for path in (BREAD / "content/causes").glob("*.yml")}
    assert {figures["cause"] for figures in json.loads(printed)["causes"]} == causes
