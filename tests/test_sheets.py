"""Answer sheets are replayed through the engine that ships, whatever the guide has become since they were made."""

from pathlib import Path

import pytest

from generator.quiz.builder import quiz_model
from generator.quiz.evaluation.sheets import (
    Share,
    Sheet,
    Sitting,
    as_lines,
    figures,
    load_sheets,
    replay,
    sheet_figures,
)
from tests.conftest import guide_of

SHEET = """\
accepted: [dead-yeast]
whose: yours
half: {half}
answers:
  water: [steaming]
  gone-question: [gone]
  you-saw: 'null'
"""


def written(bread: Path, **halves: str) -> list[Sheet]:
    folder = bread.parent / "tests/people/real"
    folder.mkdir(parents=True)
    for name, half in halves.items():
        (folder / f"{name}.yml").write_text(SHEET.format(half=half), encoding="utf-8")
    return load_sheets(bread.parent)


def sat(bread: Path, sheets: list[Sheet]) -> list[Sitting]:
    guide = guide_of(bread)
    return replay(quiz_model(guide), sheets)


def test_a_guide_without_sheets_has_none(bread: Path) -> None:
    assert load_sheets(bread.parent) == []


def test_null_is_not_sure(bread: Path) -> None:
    (sheet,) = written(bread, one="a")
    assert sheet.answers["you-saw"] is None
    assert sheet.answers["water"] == ["steaming"]


def test_a_replay_says_what_the_sheet_was_not_asked_and_what_the_guide_no_longer_has(bread: Path) -> None:
    (sitting,) = sat(bread, written(bread, one="a"))
    assert sitting.unknown == ["gone-question gone"]
    assert sitting.pages >= 1
    assert not set(sitting.unasked) & {"water", "you-saw", "gone-question"}


def test_halves_are_reported_apart(bread: Path) -> None:
    sheets = written(bread, one="a", two="b", three="b")
    lines = list(as_lines(sheets, sat(bread, sheets)))
    assert [line for line in lines if "hal" in line] == [
        "answer sheets, half a, for tuning:",
        "answer sheets, half b:",
        "answer sheets, both halves:",
    ]
    counts = [line.split(" of ")[1].split()[0] for line in lines if "true cause first" in line]
    assert counts == ["1", "2", "3"]


def test_whose_reason_left_no_trace_is_not_judged(bread: Path) -> None:
    (sheet,) = written(bread, one="a")
    (sitting,) = sat(bread, [sheet])
    assert figures([sheet.model_copy(update={"traceless": True})], [sitting]) == {}
    assert figures([sheet], [sitting])["pages"] == sitting.pages


@pytest.mark.parametrize(("count", "of", "low", "high"), [(0, 10, 0, 0.278), (10, 10, 0.722, 1), (5, 10, 0.237, 0.763)])
def test_intervals_are_those_of_wilson(count: int, of: int, low: float, high: float) -> None:
    # Newcombe 1998, Statistics in Medicine 17, method 3.
    assert Share(count=count, of=of).interval == pytest.approx((low, high), abs=0.001)


def test_a_band_is_right_where_the_cause_had_played_a_part(bread: Path) -> None:
    guide = guide_of(bread)
    sheets = written(bread, one="a", two="b")
    sittings = sat(bread, sheets)
    total = sheet_figures(quiz_model(guide), sheets, sittings)
    assert total
    assert total.people == len(sheets)
    assert [band.band for band in total.bands] == list(guide.setup.debrief.bands)
    assert sum(band.people for band in total.bands) == sum(len(sitting.bands) for sitting in sittings)
    right = sum((band.true or 0) * band.people for band in total.bands)
    assert right == pytest.approx(sum("dead-yeast" in sitting.bands for sitting in sittings))
    assert sheet_figures(quiz_model(guide), [], []) is None
