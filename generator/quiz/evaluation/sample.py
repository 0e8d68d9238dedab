"""A quick look at what a quiz says of its cases and of a few simulated people, to hold one quiz against another."""

from generator.guide import Guide
from generator.quiz.evaluation import CaseFinding, Finding, ask, asked
from generator.quiz.model import QuizModel


class PeopleSample(Finding):
    """The first three causes for each of a few people with one cause."""

    cause: str
    first_three: list[list[str]]


class Sample(Finding):
    """What the quiz says of the cases and of a few simulated people."""

    cases: list[CaseFinding]
    people: list[PeopleSample]


def sample(guide: Guide, quiz: QuizModel, people: int) -> Sample:
    """Return the first three causes for each case of a guide and for a few simulated people of each cause.

    These people answer each question by itself: those whom a change does not concern answer as before.

    Raises:
        NoNode: There is no Node on this machine.
    """
    return Sample.model_validate(ask(asked(guide, quiz, people, "sample"), "sample"))
