"""Which answers speak for a cause and which against it, as its page lists them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.guide import Guide
from generator.quiz.model import base_shares, sign_shares

# A sign is shown where the cause makes the answer at least this many times as likely, or as unlikely.
LEAST_RATIO = 1.6


class Sign(NamedTuple):
    """A question, and those of its answers that speak for a cause or against it."""

    question: str
    answers: tuple[str, ...]


class Signs(NamedTuple):
    """The answers that a cause makes more likely and less likely, the strongest first."""

    signs_for: list[Sign]
    signs_against: list[Sign]


class _Answer(NamedTuple):
    """An answer, and how many times as likely a cause makes it."""

    ratio: float
    question: str
    text: str


def signs(guide: Guide, cause: str) -> Signs:
    """Return the signs of a cause, by its id."""
    share = guide.setup.scales.how_many
    answers: list[_Answer] = []
    for question_id, words in guide.content.causes[cause].value.signs.items():
        question = guide.content.questions[question_id].value
        base: Mapping[str, float]
        with_cause: Mapping[str, float]
        if question.kind == "pick-one":
            base = dict(zip(question.answers, base_shares(question, share), strict=True))
            with_cause = dict(zip(question.answers, sign_shares(words, question, share), strict=True))
        else:
            base = {id_: share[answer.base] for id_, answer in question.answers.items()}
            with_cause = {id_: share[word] for id_, word in words.items()}
        answers += [_Answer(with_cause[id_] / base[id_], question.text, question.answers[id_].text) for id_ in words]
    answers.sort(key=lambda answer: answer.ratio)
    return Signs(
        _by_question(answer for answer in reversed(answers) if answer.ratio >= LEAST_RATIO),
        _by_question(answer for answer in answers if answer.ratio <= 1 / LEAST_RATIO),
    )


def _by_question(answers: Iterable[_Answer]) -> list[Sign]:
    """Return answers grouped by question, in the order of the first answer of each."""
    texts_of_question: dict[str, tuple[str, ...]] = {}
    for answer in answers:
        texts_of_question[answer.question] = (*texts_of_question.get(answer.question, ()), answer.text)
    return [Sign(question, texts) for question, texts in texts_of_question.items()]
