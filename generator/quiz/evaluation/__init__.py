"""Evaluates a guide's quiz: what simulated people, cases and the tables of the model say about it.

The engine that ships does the reasoning (`simulation`), so an evaluation needs Node. Results are not kept in the
repository, where the next contribution would make them stale, but below `.cache/` (`cache`).
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from generator.model import Floors

SHORTLIST = 3

Progress = Callable[[float], None]


class Figures(BaseModel):
    """Figures of an examination."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, validate_by_name=True)


class Separation(Figures):
    """How far a question tells two causes apart: the expected weight of evidence between them, in decibans."""

    question: str
    decibans: float


class CauseFigures(Figures):
    """How people with one cause fare. Shares are of simulated people, places count from 1."""

    cause: str
    first: float
    in_three: float
    typical_place: int
    pages: float
    rival: str | None
    rival_first: float
    apart: list[Separation]

    @property
    def tenth(self) -> int:
        """For how many of ten people it came first."""
        return round(self.first * 10)


class CaseFigures(Figures):
    """Where the true cause of a case ended up."""

    case: str
    cause: str
    place: int
    pages: int
    first_three: list[dict[str, Any]]


class Bin(Figures):
    """People whose belief fell into one tenth, the mean belief there, and the share for whom it was true."""

    people: int
    belief: float | None
    true: float | None


class BandFigures(Figures):
    """How often a cause was said to be in a band, and the share of times that it was true."""

    band: str
    people: int
    true: float | None


class Calibration(Figures):
    """How well beliefs are calibrated over people drawn from the guide's own priors, who may have several causes."""

    people: int
    brier: float
    expected_calibration_error: float
    log_loss: float
    bins: list[Bin]
    bands: list[BandFigures]


class SheetFigures(Figures):
    """How the debrief fares with people who answer by sheets; a band is right where the cause had played a part."""

    people: int
    first: int
    in_three: int
    bands: list[BandFigures]


class Examination(Figures):
    """All figures, with `people` simulated for each cause, and those of answer sheets where there are any."""

    people: int
    unreachable: list[str]
    one_question: list[str]
    idle_answers: list[dict[str, Any]]
    overwhelming: list[dict[str, Any]]
    cases: list[CaseFigures]
    causes: list[CauseFigures]
    calibration: Calibration
    sheets: SheetFigures | None = None

    @property
    def first(self) -> float:
        """Share of all simulated people whose cause came first."""
        return _mean(cause.first for cause in self.causes)

    @property
    def in_three(self) -> float:
        """Share of all simulated people whose cause was in the first three."""
        return _mean(cause.in_three for cause in self.causes)

    @property
    def pages(self) -> float:
        """Mean number of questions until the quiz stopped."""
        return _mean(cause.pages for cause in self.causes)

    @property
    def typical_in_three(self) -> float:
        """Share of causes that come in the first three for someone who gives the likeliest answer each time."""
        return _mean(cause.typical_place <= SHORTLIST for cause in self.causes)

    @property
    def cases_in_three(self) -> float:
        """Share of cases whose true cause came in the first three."""
        return _mean(case.place <= SHORTLIST for case in self.cases)

    @property
    def cases_first(self) -> float:
        """Share of cases whose true cause came first."""
        return _mean(case.place == 1 for case in self.cases)


def shortfalls(examination: Examination, floors: Floors) -> Iterator[str]:
    """Yield a line for each figure that misses its floor in guide.yml."""
    for name in ("first", "in_three", "typical_in_three", "cases_in_three", "cases_first"):
        figure, floor = getattr(examination, name), getattr(floors, name)
        if figure < floor:
            yield f"`{name}` is {figure:.3f}, below its floor of {floor:g}"
    if examination.pages > floors.pages:
        yield f"`pages` is {examination.pages:.1f}, above its limit of {floors.pages:g}"


def as_text(examination: Examination) -> str:
    """Return an examination as people read it."""
    lines = ["cause                          first  in 3  pages  often taken for"]
    for cause in sorted(examination.causes, key=lambda figures: figures.first):
        rival = f"{cause.rival} ({cause.rival_first:.0%})" if cause.rival else ""
        lines.append(f"{cause.cause:<30} {cause.first:>5.0%} {cause.in_three:>5.0%} {cause.pages:>6.1f}  {rival}")
        if cause.rival:
            questions = ", ".join(f"{question.question} ({question.decibans:.1f} dB)" for question in cause.apart)
            lines.append(f"{'':<30} told apart by {questions}")
    lines += ["", "case                                     cause                     place  pages"]
    lines += [f"{case.case:<40} {case.cause:<25} {case.place:>5} {case.pages:>6}" for case in examination.cases]
    lines.append("")
    lines += [f"unreachable: {cause}" for cause in examination.unreachable]
    lines += [f"rests on one question: {cause}" for cause in examination.one_question]
    lines += [f"tells nothing: {answer['answer']} of {answer['question']}" for answer in examination.idle_answers]
    for weight in examination.overwhelming:
        sign = f"{weight['answer']} of {weight['question']} for {weight['cause']}"
        lines.append(f"can't be outweighed: {sign} ({weight['decibans']:+.1f} dB)")
    calibration = examination.calibration
    lines += [
        "",
        f"people: first {examination.first:.1%}, in the first three {examination.in_three:.1%}",
        f"pages on average: {examination.pages:.1f}",
        f"typical people: in the first three {examination.typical_in_three:.1%}",
        f"cases: first {examination.cases_first:.1%}, in the first three {examination.cases_in_three:.1%}",
        f"calibration over {calibration.people} people drawn from the priors:",
        f"  Brier {calibration.brier:.4f}, log loss {calibration.log_loss:.4f}",
        f"  expected calibration error {calibration.expected_calibration_error:.4f}",
    ]
    return "\n".join(lines)


def _mean(values: Iterable[float]) -> float:
    """Return the mean, or 1 where there are no values: without cases, no case is missed."""
    values = list(values)
    return sum(values) / len(values) if values else 1.0
