"""Which answers speak for a cause and which for something else, as its page shows them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.guide import Guide
from generator.quiz.model import base_shares, sign_shares

# A sign is worth showing where the cause makes the answer this many times as likely.
TELLING = 1.6


class Sign(NamedTuple):
    """A question, and those of its answers that tell something."""

    question: str
    answers: tuple[str, ...]


class Signs(NamedTuple):
    """The answers that a cause makes likelier, and those that it makes unlikelier, plainest first."""

    signs_for: list[Sign]
    signs_against: list[Sign]


def signs(guide: Guide, cause: str) -> Signs:
    """Return the signs of a cause, by its id."""
    scales = guide.setup.scales.how_many
    found: list[tuple[float, str, str]] = []
    for id_, words in guide.content.causes[cause].value.signs.items():
        question = guide.content.questions[id_].value
        base: Mapping[str, float]
        given: Mapping[str, float]
        if question.kind == "pick-one":
            base = dict(zip(question.answers, base_shares(question, scales), strict=True))
            given = dict(zip(question.answers, sign_shares(words, question, scales), strict=True))
        else:
            base = {answer: scales[each.base] for answer, each in question.answers.items()}
            given = {answer: scales[word] for answer, word in words.items()}
        texts = question.answers
        found += [(given[answer] / base[answer], question.text, texts[answer].text) for answer in words]
    found.sort(key=lambda item: item[0])
    return Signs(
        _by_question(item for item in reversed(found) if item[0] >= TELLING),
        _by_question(item for item in found if item[0] <= 1 / TELLING),
    )


def _by_question(found: Iterable[tuple[float, str, str]]) -> list[Sign]:
    """Return answers in their order, but those to one question together where the first of them stands."""
    answers: dict[str, tuple[str, ...]] = {}
    for _, question, answer in found:
        answers[question] = (*answers.get(question, ()), answer)
    return [Sign(*item) for item in answers.items()]
