"""The quiz on paper: points for each answer, which lead to the same ranking by hand.

Points are decibans: ten times the decimal logarithm of how much likelier a cause makes an answer. Adding them up is
what the engine does where one cause alone explains an answer; what the paper leaves out is that causes explain each
other's signs away. In a family of questions the engine discounts all but the first that is answered; the paper, which
can't know which that will be, all but the first.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from generator.quiz.model import PickAny, PickOne, QuizModel

Points = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Line:
    """An answer: whole points by the numbers of the causes that get them, and the causes that it rules out."""

    text: str
    points: Mapping[int, tuple[int, ...]]
    rules_out: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A question's number, and the letters of those answers to it without which another question is left out."""

    number: int
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """Causes that are out unless one of the answers with these letters was ticked."""

    causes: tuple[int, ...]
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A question. `whatever` are the points for answering it at all, to which those of each tick are added."""

    id: str
    text: str
    help: str | None
    several: bool
    only_if: tuple[Condition, ...]
    lines: tuple[Line, ...]
    needs: tuple[Need, ...]
    whatever: Line | None


@dataclass(frozen=True, slots=True)
class Row:
    """A cause: its number, and the points that it starts with."""

    number: int
    id: str
    title: str
    start: int


@dataclass(frozen=True, slots=True)
class Band:
    """A word for totals from `least` upwards; the last has no lower end."""

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
    # Along the journey, so that what an answer rules out stands together.
    causes = sorted(quiz.causes, key=lambda cause: list(quiz.stages).index(cause.stage))
    numbers = {cause.id: number for number, cause in enumerate(causes, 1)}
    questions = _in_order(quiz)
    places = {question.id: place for place, question in enumerate(questions, 1)}
    firsts = {question.family: question.id for question in reversed(quiz.questions) if question.family}
    rows = (Row(numbers[cause.id], cause.id, cause.title, _decibans(_odds(cause.prior))) for cause in causes)
    bands = (Band(band.label, _decibans(_odds(band.least)) if band.least else None) for band in quiz.bands)
    items: list[Item] = []
    for question in questions:
        discount = quiz.family_discount if firsts.get(question.family or "", question.id) != question.id else 1.0
        several = isinstance(question, PickAny)
        answers = [answer.id for answer in question.answers]
        gated = [(numbers[cause.id], cause.gate[question.id]) for cause in causes if question.id in cause.gate]
        out = {
            answer: tuple(number for number, gate in gated if answer not in gate and not several) for answer in answers
        }
        needs = tuple(
            Need(tuple(number for number, gate in gated if gate == wanted), _letters(answers, wanted))
            for wanted in _each_once(gate for _, gate in gated if several)
        )
        conditions = tuple(
            Condition(places[other], _letters([each.id for each in questions[places[other] - 1].answers], answers))
            for other, answers in question.gate.items()
        )
        lines, whatever = _lines(question, numbers, discount, out)
        items.append(Item(question.id, question.text, question.help, several, conditions, lines, needs, whatever))
    return Worksheet(tuple(items), tuple(rows), tuple(bands))


def runs(numbers: Sequence[int]) -> str:
    """Return rising numbers as text, three or more in a row by the first and the last: "1, 4\N{EN DASH}6"."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    spans = (
        f"{first}\N{EN DASH}{rest[-1]}" if len(rest) > 1 else ", ".join(map(str, (first, *rest)))
        for first, *rest in found
    )
    return ", ".join(spans)


def _in_order(quiz: QuizModel) -> list[PickOne | PickAny]:
    """Return the opening questions, then the others along the journey, each after those that it depends on."""
    stages = list(quiz.stages)
    stage_of = {cause.id: stages.index(cause.stage) for cause in quiz.causes}

    def place(question: PickOne | PickAny) -> float:
        if question.id in quiz.opening:
            return quiz.opening.index(question.id) - len(quiz.opening)
        causes = _causes(question)
        return sum(stage_of[cause] for cause in causes) / len(causes) if causes else 0

    waiting = sorted(quiz.questions, key=place)
    ordered: list[PickOne | PickAny] = []
    while waiting:
        placed = {question.id for question in ordered}
        ordered.append(next((each for each in waiting if placed.issuperset(each.gate)), waiting[0]))
        waiting.remove(ordered[-1])
    return ordered


def _letters(answers: list[str], named: Iterable[str]) -> tuple[str, ...]:
    return tuple(ascii_lowercase[answers.index(answer)] for answer in named)


def _each_once(gates: Iterable[list[str]]) -> list[list[str]]:
    found: list[list[str]] = []
    for gate in gates:
        if gate not in found:
            found.append(gate)
    return found


def _causes(question: PickOne | PickAny) -> set[str]:
    if isinstance(question, PickOne):
        return set(question.signs)
    return {cause for option in question.answers for cause in option.signs}


def _lines(
    question: PickOne | PickAny, numbers: Mapping[str, int], discount: float, out: Mapping[str, tuple[int, ...]]
) -> tuple[tuple[Line, ...], Line | None]:
    if isinstance(question, PickOne):
        return tuple(
            Line(
                answer.text,
                _grouped(
                    {
                        numbers[cause]: discount * _ratio(shares[at], question.base[at])
                        for cause, shares in question.signs.items()
                        if numbers[cause] not in out[answer.id]
                    }
                ),
                out[answer.id],
            )
            for at, answer in enumerate(question.answers)
        ), None
    lines: list[Line] = []
    unticked: dict[int, float] = {}
    for option in question.answers:
        ticked: dict[int, float] = {}
        for cause, share in option.signs.items():
            without = discount * _ratio(1 - share, 1 - option.base)
            unticked[numbers[cause]] = unticked.get(numbers[cause], 0) + without
            ticked[numbers[cause]] = discount * _ratio(share, option.base) - without
        lines.append(Line(option.text, _grouped(ticked), out[option.id]))
    return tuple(lines), Line("", _grouped(unticked), ())


def _grouped(points: Points) -> Mapping[int, tuple[int, ...]]:
    """Return the numbers of causes by whole points, the highest first and without zero."""
    whole = {number: round(each) for number, each in points.items()}
    return {
        each: tuple(sorted(number for number in whole if whole[number] == each))
        for each in sorted(_without_zero(whole.values()), reverse=True)
    }


def _without_zero(points: Iterable[int]) -> Iterator[int]:
    return (each for each in set(points) if each)


def _ratio(share: float, base: float) -> float:
    return 10 * math.log10(share / base)


def _odds(share: float) -> float:
    return share / (1 - share)


def _decibans(odds: float) -> int:
    return round(10 * math.log10(odds))
