"""What a linked guide says of its entries."""

from pathlib import Path

import pytest

from generator.guide import citation
from generator.linting.linter import check
from generator.loading.defaults import with_usual_words
from generator.model import Source
from generator.model.ui_text import Words


def source(*authors: str) -> Source:
    return Source(
        authors=list(authors),
        year="2020",
        title="t",
        venue="v",
        kind="k",
        finding="f",  # type: ignore[arg-type]
        limits="l",  # type: ignore[arg-type]
        confidence="high",
    )


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (["Kline, P."], "Kline, 2020"),
        (["Kluger, A. N.", "DeNisi, A."], "Kluger and DeNisi, 2020"),
        (["Abel, M.", "Burger, R.", "Piraino, P."], "Abel and others, 2020"),
        (["Acas (Advisory, Conciliation and Arbitration Service, Great Britain)"], "Acas, 2020"),
        (["van Inwegen, E. (now Wiles, E.)", "Horton, J."], "van Inwegen and Horton, 2020"),
    ],
)
def test_a_short_citation_names_people_and_bodies_by_what_they_are_called(authors: list[str], expected: str) -> None:
    assert citation(source(*authors)) == expected


def test_an_english_guide_takes_the_words_that_it_leaves_out_from_the_package(bread: Path) -> None:
    (bread / "ui.yml").write_text("debrief: {start: Bake on}\npages: {titles: {stages: The way}}\n", encoding="utf-8")
    guide = check(bread).guide
    assert guide
    words = guide.content.words.value
    assert (words.debrief.start, words.debrief.back) == ("Bake on", "Back")
    assert words.pages.titles["stages"] == "The way"
    assert words.pages.titles["myths"] == "Myths"
    (bread / "ui.yml").unlink()
    assert not check(bread).diagnostics


def test_a_wrong_word_is_reported_where_it_stands(bread: Path) -> None:
    (bread / "ui.yml").write_text("debrief:\n  strat: Bake on\n", encoding="utf-8")
    assert [(each.code, each.location.line) for each in check(bread).diagnostics] == [("unknown-field", 2)]


def test_a_guide_in_another_language_needs_all_words_of_its_own(bread: Path) -> None:
    setup = bread / "guide.yml"
    setup.write_text(setup.read_text(encoding="utf-8").replace("language: en", "language: de"), encoding="utf-8")
    assert not check(bread).diagnostics
    (bread / "ui.yml").write_text("debrief: {start: Los}\n", encoding="utf-8")
    assert {each.code for each in check(bread).diagnostics} == {"missing-field"}


def test_the_package_has_a_word_for_everything() -> None:
    assert Words.model_validate(with_usual_words({}))
