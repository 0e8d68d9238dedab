"""The quiz on paper, filled in by hand as its page says, against what each answer weighs by itself in the engine."""

import html
import json
import math
import re
from itertools import product
from pathlib import Path
from string import ascii_lowercase
from typing import NamedTuple

import pytest

from generator.guide import Guide
from generator.linting import linter
from generator.pages.publication import Publication
from generator.pages.renderer import render
from generator.quiz.builder import quiz_model
from generator.quiz.model import as_json
from generator.quiz.worksheet import number_ranges
from tests.conftest import ROOT
from tests.engine.process import Engine, Json

CONTENT = {"this guide": ROOT / "content", "bread": ROOT / "tests/fixtures/valid/bread/content"}
MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"
DECIBANS = 10 / math.log(10)


class Paper(NamedTuple):
    """The page as a reader has it: per question its answers' points and struck-out numbers, and the last table."""

    questions: dict[str, tuple[dict[str, str], str, list[tuple[str, str]]]]
    rows: list[tuple[int, str, int]]


def paper(page: str) -> Paper:
    text = html.unescape(page.replace("&#45;", "-"))
    questions = {}
    for item in re.findall(r"<p><strong>.*?(?=\n<li>\n<p><strong>|</ol>\n<table>)", text, re.DOTALL):
        question = re.search(r"<strong>(.*?)</strong>", item)
        assert question
        lines = dict(re.findall(r"^<li>(.+?)(?:: <i>(.*)</i>)?</li>$", item, re.MULTILINE))
        whatever = re.search(r"^<p>Whatever you chose: <i>(.*)</i></p>$", item, re.MULTILINE)
        needs = re.findall(r"^<p>Cross out (.*) unless you chose one of these: (.*)\.</p>$", item, re.MULTILINE)
        questions[question[1]] = (lines, whatever[1] if whatever else "", needs)
    rows = re.findall(r"<tr><td>(\d+)</td><th[^>]*><a[^>]*>(.*?)</a></th><td>(.*?)</td>", text)
    return Paper(questions, [(int(number), title, signed(start)) for number, title, start in rows])


# A list of letters goes on behind z with aa, as columns of a sheet do.
LETTERS = [*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2))]


def each_of(numbers: str) -> set[int]:
    """Return the numbers that a text names, such as "7" or one with a dash between two."""
    found: set[int] = set()
    for part in numbers.split(", "):
        first, _, last = part.partition(DASH)
        found |= set(range(int(first), int(last or first) + 1))
    return found


def signed(text: str) -> int:
    return int(text.replace(MINUS, "-"))


def totals(sheet: Paper, guide: Guide, answers: Json) -> dict[str, tuple[int, int]]:
    """Return the total of each cause that is not crossed out, and how many numbers were added, by its title."""
    sums = {number: (start, 1) for number, _, start in sheet.rows}
    struck: set[int] = set()
    for id_, chosen in answers.items():
        question = guide.content.questions[id_].value
        lines, whatever, needs = sheet.questions[question.text]
        several = question.kind == "pick-any"
        texts = [question.answers[each].text for each in chosen]
        chosen_letters = {LETTERS[list(lines).index(each)] for each in texts}
        for numbers, letters in needs:
            if not chosen_letters & set(letters.split(", ")):
                struck |= each_of(numbers)
        for text in [lines[each] for each in texts] + [whatever] * several:
            for part in filter(None, text.split("; ")):
                added = re.fullmatch(rf"([+{MINUS}]\d+) for ([\d, {DASH}]+)", part)
                if added:
                    for number in each_of(added[2]):
                        sums[number] = (sums[number][0] + signed(added[1]), sums[number][1] + 1)
                else:
                    struck |= each_of(part.removeprefix("cross out "))
    return {title: sums[number] for number, title, _ in sheet.rows if number not in struck}


@pytest.mark.parametrize("name", CONTENT)
def test_adding_up_by_hand_gives_the_sum_of_all_weights(name: str, engine: Engine) -> None:
    """On paper every answer of a page counts in full; only the engine discounts those that tell one thing twice."""
    guide = load(CONTENT[name])
    quiz = json.loads(as_json(quiz_model(guide)))
    families = [question["id"] for question in quiz["questions"] if question["family"]]
    sheet = paper(render(Publication(guide))["debrief/index.md"])
    quiz["questions"] = [question for question in quiz["questions"] if question["role"] not in {"fear", "scenes"}]
    assert len(sheet.questions) == len(quiz["questions"])
    engine.call("compile", model=quiz)
    titles = {cause["id"]: cause["title"] for cause in quiz["causes"]}
    assert guide.content.cases
    for case in guide.content.cases.values():
        on_paper = {question["id"] for question in quiz["questions"]}
        given = {id_: ticks for id_, ticks in case.value.answers.items() if id_ in on_paper}
        answers = [{"question": id_, "chosen": list(ticks)} for id_, ticks in given.items()]
        possible = [cause for cause in engine.call("diagnose", answers=answers) if cause["possible"]]
        by_hand = totals(sheet, guide, given)
        assert by_hand.keys() == {titles[cause["id"]] for cause in possible}
        sums, slack = {}, {}
        for cause in possible:
            title, prior = titles[cause["id"]], cause["prior"]
            weights = {question["id"]: alone(engine, question, cause["id"], answers) for question in quiz["questions"]}
            sums[title] = DECIBANS * (math.log(prior / (1 - prior)) + sum(map(sum, weights.values())))
            # Each number on paper is rounded, and only the first question of a family counts in full there.
            in_families = sum(abs(weight) for id_ in families for weight in weights[id_])
            rounding = (sum(map(len, weights.values())) + 2) / 2
            slack[title] = rounding + (1 - quiz["familyDiscount"]) * DECIBANS * in_families
            assert abs(by_hand[title][0] - sums[title]) <= slack[title], (case.document.path, title)
        ranked = sorted(by_hand, key=lambda title: by_hand[title][0], reverse=True)
        for title in ranked[:3]:
            for other in ranked[3:]:
                assert sums[title] >= sums[other] - slack[title] - slack[other]


def alone(engine: Engine, question: Json, cause: str, answers: list[Json]) -> list[float]:
    """Return what each observed part of a question weighs for a cause by itself, in natural log units."""
    chosen = next((answer["chosen"] for answer in answers if answer["question"] == question["id"]), None)
    if chosen is None:
        return []
    ids = [answer["id"] for answer in question["answers"]]
    weights = []
    for finding in engine.call("alone", question=question["id"]):
        if cause in finding["weights"]:
            answer = ids.index(chosen[0]) if finding["option"] is None else int(finding["option"] not in chosen)
            weights.append(finding["weights"][cause][answer])
    return weights


def load(content: Path) -> Guide:
    checked = linter.check(content)
    assert checked.guide
    return checked.guide


@pytest.mark.parametrize(
    ("numbers", "text"), [((), ""), ((3,), "3"), ((1, 2), "1, 2"), ((1, 2, 3, 7, 9, 10, 11), f"1{DASH}3, 7, 9{DASH}11")]
)
def test_numbers_in_a_row_stand_as_first_and_last(numbers: tuple[int, ...], text: str) -> None:
    assert number_ranges(numbers) == text
