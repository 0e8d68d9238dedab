"""Which answers speak for a cause and which against it, as its page lists them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator import model
from generator.guide import Guide
from generator.loading import Authored
from generator.quiz.shares import base_shares, sign_shares

# A sign is shown where the cause makes the answer at least this many times as likely, or as unlikely.
LEAST_RATIO = 1.6
# How many answers a page lists before the rest is folded.
MOST_SIGNS = 4


class Sign(NamedTuple):
    """A question by its id, what to call it, and those of its answers that speak for a cause or against it, by id."""

    id: str
    question: str
    is_single: bool
    answers: Mapping[str, str]


class Signs(NamedTuple):
    """The answers that a cause makes more likely, the strongest first and then the rest, and those less likely."""

    signs_for: list[Sign]
    more_signs: list[Sign]
    signs_against: list[Sign]


class _Answer(NamedTuple):
    """An answer, and how many times as likely a cause makes it."""

    ratio: float
    question: str
    id: str


def signs(guide: Guide, cause: str) -> Signs:
    """Return the signs of a cause, by its id, without questions that only choose what to ask, or ask what is feared."""
    share = guide.setup.scales.how_many
    answers: list[_Answer] = []
    for question_id, words in guide.content.causes[cause].value.signs.items():
        question = guide.content.questions[question_id].value
        if question.role != "evidence":
            continue
        base: Mapping[str, float]
        with_cause: Mapping[str, float]
        if question.kind == "pick-one":
            base = dict(zip(question.answers, base_shares(question, share), strict=True))
            with_cause = dict(zip(question.answers, sign_shares(words, question, share), strict=True))
        else:
            base = {id_: share[answer.base] for id_, answer in question.answers.items()}
            with_cause = {id_: share[word] for id_, word in words.items()}
        answers += [_Answer(with_cause[id_] / base[id_], question_id, id_) for id_ in words]
    answers.sort(key=lambda answer: answer.ratio)
    supporting = [answer for answer in reversed(answers) if answer.ratio >= LEAST_RATIO]
    questions = guide.content.questions
    return Signs(
        _by_question(supporting[:MOST_SIGNS], questions),
        _by_question(supporting[MOST_SIGNS:], questions),
        _by_question((answer for answer in answers if answer.ratio <= 1 / LEAST_RATIO), questions),
    )


def _by_question(answers: Iterable[_Answer], questions: Mapping[str, Authored[model.Question]]) -> list[Sign]:
    """Return answers grouped by question, in the order of the first answer of each."""
    texts: dict[str, dict[str, str]] = {}
    for answer in answers:
        text = questions[answer.question].value.answers[answer.id].text
        texts.setdefault(answer.question, {})[answer.id] = text
    return [_sign(id_, questions[id_].value, by_id) for id_, by_id in texts.items()]


def _sign(id_: str, question: model.Question, answers: Mapping[str, str]) -> Sign:
    return Sign(id_, question.label or question.text, question.kind == "pick-one", answers)
