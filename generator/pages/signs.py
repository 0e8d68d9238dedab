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
    """A question by id, what to call it, and the texts of those of its answers that speak for a cause or against it."""

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
    question_id: str
    id: str


def signs(guide: Guide, cause: str) -> Signs:
    """Return the signs of a cause, by its id, without questions that only choose what to ask, or ask what is feared."""
    share = guide.setup.scales.how_many
    answers: list[_Answer] = []
    for question_id, words in guide.content.causes[cause].value.signs.items():
        question = guide.content.questions[question_id].value
        if question.role != "evidence":
            continue
        ratios = _ratios(question, words, share)
        answers += [_Answer(ratio, question_id, id_) for id_, ratio in ratios.items()]
    answers.sort(key=lambda answer: answer.ratio)
    supporting = [answer for answer in reversed(answers) if answer.ratio >= LEAST_RATIO]
    questions = guide.content.questions
    return Signs(
        _by_question(supporting[:MOST_SIGNS], questions),
        _by_question(supporting[MOST_SIGNS:], questions),
        _by_question((answer for answer in answers if answer.ratio <= 1 / LEAST_RATIO), questions),
    )


def _ratios(question: model.Question, words: Mapping[str, str], share: Mapping[str, float]) -> Mapping[str, float]:
    """Return how many times as likely a cause makes each answer for which it has a word."""
    if question.kind == "pick-any":
        return {id_: share[word] / share[question.answers[id_].base] for id_, word in words.items()}
    base = dict(zip(question.answers, base_shares(question, share), strict=True))
    with_cause = dict(zip(question.answers, sign_shares(words, question, share), strict=True))
    return {id_: with_cause[id_] / base[id_] for id_ in words}


def _by_question(answers: Iterable[_Answer], questions: Mapping[str, Authored[model.Question]]) -> list[Sign]:
    """Return answers grouped by question, in the order of the first answer of each."""
    texts: dict[str, dict[str, str]] = {}
    for answer in answers:
        text = questions[answer.question_id].value.answers[answer.id].text
        texts.setdefault(answer.question_id, {})[answer.id] = text
    return [
        Sign(id_, question.label or question.text, question.kind == "pick-one", by_id)
        for id_, by_id in texts.items()
        for question in (questions[id_].value,)
    ]
