"""The quiz on paper: points for each answer, which rank the causes by hand as the quiz does.

Points are decibans: ten times the decimal logarithm of how many times as likely a cause makes an answer. Adding them up
is what the engine does where one cause alone explains an answer; the worksheet leaves out that causes explain each
other's signs away. In a family of questions the engine discounts every question but the first one answered. The
worksheet can't know which one that will be, and discounts every question but the first one listed.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from generator.quiz.model import PickAny, PickOne, QuizModel, QuizQuestion, QuizTellings

# As browsers letter a list: behind z come aa, ab and so on.
_LETTERS = (*ascii_lowercase, *(first + second for first in ascii_lowercase for second in ascii_lowercase))

# Fewer numbers in a row are as short by themselves: "3, 4".
_LEAST_RANGE = 3


@dataclass(frozen=True, slots=True)
class Line:
    """An answer: the numbers of causes by the points that they get, and the numbers of the causes it rules out."""

    text: str
    points: Mapping[int, tuple[int, ...]]
    rules_out: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A question's number, and the letters of those of its answers after which another question is to be answered."""

    number: int
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """Causes that are ruled out unless one of the answers with these letters is ticked."""

    causes: tuple[int, ...]
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A question. `for_answering` are the points for answering it at all, to which those of each tick are added."""

    id: str
    text: str
    help: str | None
    takes_several: bool
    only_if: tuple[Condition, ...]
    lines: tuple[Line, ...]
    needs: tuple[Need, ...]
    for_answering: Line | None


@dataclass(frozen=True, slots=True)
class Row:
    """A cause: its number, and the points that it starts with."""

    number: int
    id: str
    title: str
    start: int


@dataclass(frozen=True, slots=True)
class Band:
    """A label for totals from `least` upwards; the last band has no lower end."""

    label: str
    least: int | None


@dataclass(frozen=True, slots=True)
class Worksheet:
    """All questions in the order in which to answer them, and all causes."""

    items: tuple[Item, ...]
    rows: tuple[Row, ...]
    bands: tuple[Band, ...]


def worksheet(quiz: QuizModel) -> Worksheet:
    """Return a quiz as points to add up."""
    # Causes are numbered along the journey, so that the numbers that an answer rules out are often in a row.
    stages = list(quiz.stages)
    causes = sorted(quiz.causes, key=lambda cause: stages.index(cause.stage))
    numbers = {cause.id: number for number, cause in enumerate(causes, 1)}
    # What is feared counts nothing, and which scenes to show depends on the answers, so neither is asked on paper.
    questions = [question for question in _in_order(quiz) if question.role not in {"fear", "scenes"}]
    first_of_family = {question.family: question.id for question in reversed(quiz.questions) if question.family}
    items = []
    for question in questions:
        is_discounted = question.family is not None and first_of_family[question.family] != question.id
        discount = quiz.role_shares[question.role] * (quiz.family_discount if is_discounted else 1)
        gates = {numbers[cause.id]: cause.gate[question.id] for cause in causes if question.id in cause.gate}
        exclusions = {numbers[cause.id]: cause.not_if[question.id] for cause in causes if question.id in cause.not_if}
        page = _Page(question, numbers, gates, exclusions, discount, quiz.telling)
        items.append(_item(page, questions))
    return Worksheet(
        tuple(items),
        tuple(Row(numbers[cause.id], cause.id, cause.title, _log_odds(cause.prior)) for cause in causes),
        tuple(Band(band.label, _log_odds(band.least) if band.least else None) for band in quiz.bands),
    )


def number_ranges(numbers: Sequence[int]) -> str:
    """Return ascending numbers as text, three or more in a row as a range: "1, 4\N{EN DASH}6"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = []
    for run in runs:
        if len(run) >= _LEAST_RANGE:
            texts.append(f"{run[0]}\N{EN DASH}{run[-1]}")
        else:
            texts += [str(number) for number in run]
    return ", ".join(texts)


def _in_order(quiz: QuizModel) -> list[QuizQuestion]:
    """Return the opening questions, then the others along the journey, each after those that it depends on."""
    stages = list(quiz.stages)
    stage_of_cause = {cause.id: stages.index(cause.stage) for cause in quiz.causes}

    def position(question: QuizQuestion) -> float:
        if question.id in quiz.opening:
            return quiz.opening.index(question.id) - len(quiz.opening)
        causes = _causes_of(question)
        return sum(stage_of_cause[cause] for cause in causes) / len(causes) if causes else 0

    waiting = sorted(quiz.questions, key=position)
    ordered: list[QuizQuestion] = []
    while waiting:
        placed = {question.id for question in ordered}
        ready = (question for question in waiting if placed.issuperset(question.gate))
        ordered.append(next(ready, waiting[0]))
        waiting.remove(ordered[-1])
    return ordered


def _causes_of(question: QuizQuestion) -> set[str]:
    """Return the ids of the causes that a question holds signs of."""
    if isinstance(question, PickOne):
        return set(question.signs)
    return {cause for option in question.answers for cause in option.signs}


@dataclass(frozen=True, slots=True)
class _Page:
    """A question and what its points are made of.

    Attributes:
        question: The question.
        numbers: The numbers of the causes, by id.
        gates: The answers to the question without which a cause is ruled out, by the number of the cause.
        exclusions: The answers that rule a cause out, by its number.
        discount: What the points of the question are multiplied by.
        telling: How many people tick what is true of them, and what is not.
    """

    question: QuizQuestion
    numbers: Mapping[str, int]
    gates: Mapping[int, list[str]]
    exclusions: Mapping[int, list[str]]
    discount: float
    telling: QuizTellings

    def excluded_by(self, answer: str) -> set[int]:
        """Return the numbers of the causes that an answer rules out by being given."""
        return {number for number, listed in self.exclusions.items() if answer in listed}

    def ticking_share(self, ordinary: float | None, share: float, base: float) -> float:
        """Return the share of people who tick an option.

        Args:
            ordinary: The share who tick what is true of anyone; None where it is that of every list.
            share: The share of these people of whom the option is true.
            base: The share of all others of whom it is.
        """
        telling = self.telling
        ordinary = ordinary or telling.list.told
        striking = (ordinary + (telling.standing_out or ordinary)) / 2
        stray = telling.list.stray * ordinary / telling.list.told
        return ordinary * min(share, base) + striking * max(share - base, 0) + stray * (1 - share)


def _item(page: _Page, questions: Sequence[QuizQuestion]) -> Item:
    """Return a question of the worksheet, whose questions are given in their order."""
    question = page.question
    positions = {other.id: position for position, other in enumerate(questions, 1)}
    conditions = tuple(
        Condition(positions[other], _letters(questions[positions[other] - 1], answers))
        for other, answers in question.gate.items()
    )
    if isinstance(question, PickOne):
        lines = _pick_one_lines(page, question)
        return Item(question.id, question.text, question.help, False, conditions, lines, (), None)
    lines, for_answering = _pick_any_lines(page, question)
    needs = _needs(question, page.gates)
    return Item(question.id, question.text, question.help, True, conditions, lines, needs, for_answering)


def _pick_one_lines(page: _Page, question: PickOne) -> tuple[Line, ...]:
    lines = []
    for index, answer in enumerate(question.answers):
        shut = {number for number, gate in page.gates.items() if answer.id not in gate}
        ruled_out = tuple(sorted(shut | page.excluded_by(answer.id)))
        points = {
            page.numbers[cause]: page.discount * _decibans(shares[index] / question.base[index])
            for cause, shares in question.signs.items()
            if page.numbers[cause] not in ruled_out
        }
        lines.append(Line(answer.text, _by_points(points), ruled_out))
    return tuple(lines)


def _pick_any_lines(page: _Page, question: PickAny) -> tuple[tuple[Line, ...], Line]:
    """Return a line for each option, and one with the points of a cause where none of its options is ticked."""
    lines = []
    unticked_points: dict[int, float] = {}
    for option in question.answers:
        points: dict[int, float] = {}
        excluded = page.excluded_by(option.id)
        base_share = page.ticking_share(question.told, option.base, option.base)
        for cause, share in option.signs.items():
            number = page.numbers[cause]
            cause_share = page.ticking_share(question.told, share, option.base)
            empty_box = page.discount * _decibans((1 - cause_share) / (1 - base_share))
            unticked_points[number] = unticked_points.get(number, 0) + empty_box
            if number not in excluded:
                points[number] = page.discount * _decibans(cause_share / base_share) - empty_box
        lines.append(Line(option.text, _by_points(points), tuple(sorted(excluded))))
    return tuple(lines), Line("", _by_points(unticked_points), ())


def _needs(question: PickAny, gates: Mapping[int, list[str]]) -> tuple[Need, ...]:
    """Return the causes that a question rules out unless some of its options are ticked, grouped by those options."""
    causes_by_letters: dict[tuple[str, ...], tuple[int, ...]] = {}
    for number, gate in gates.items():
        letters = _letters(question, gate)
        causes_by_letters[letters] = (*causes_by_letters.get(letters, ()), number)
    return tuple(Need(causes, letters) for letters, causes in causes_by_letters.items())


def _letters(question: QuizQuestion, answers: Iterable[str]) -> tuple[str, ...]:
    """Return the letters that answers have on the worksheet, by their ids."""
    order = [answer.id for answer in question.answers]
    return tuple(_LETTERS[order.index(answer)] for answer in answers)


def _by_points(points: Mapping[int, float]) -> Mapping[int, tuple[int, ...]]:
    """Return the numbers of causes by their points, rounded, the highest first; causes without points are left out."""
    rounded = {number: round(exact) for number, exact in points.items()}
    amounts = sorted(set(rounded.values()) - {0}, reverse=True)
    return {amount: tuple(sorted(number for number in rounded if rounded[number] == amount)) for amount in amounts}


def _log_odds(probability: float) -> int:
    return round(_decibans(probability / (1 - probability)))


def _decibans(ratio: float) -> float:
    return 10 * math.log10(ratio)
