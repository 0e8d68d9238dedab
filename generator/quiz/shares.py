"""Words for numbers of people -> the probabilities of the answers to a pick-one question."""

from collections.abc import Mapping

from generator import model

# The least share of the answers that a cause doesn't name, all together: the words are rough, and no share is 0 or 1.
LEAST_UNNAMED_SHARE = 0.03


def base_shares(question: model.Question, share: Mapping[str, float]) -> list[float]:
    """Return the probability of each answer to a pick-one question if none of its causes holds.

    Args:
        question: The question.
        share: The share that each word for a number of people stands for.
    """
    shares = [share[answer.base] for answer in question.answers.values()]
    total = sum(shares)
    return _rounded([value / total for value in shares])


def sign_shares(signs: Mapping[str, str], question: model.Question, share: Mapping[str, float]) -> list[float]:
    """Return the probability of each answer to a pick-one question if one cause alone holds.

    Answers that the cause doesn't name share what remains in proportion to the question's base shares.

    Args:
        signs: The word of each answer that the cause names.
        question: The question.
        share: The share that each word for a number of people stands for.
    """
    base = dict(zip(question.answers, base_shares(question, share), strict=True))
    own = {answer: share[word] for answer, word in signs.items()}
    unnamed_base = sum(value for answer, value in base.items() if answer not in own)
    most_for_named = 1 - LEAST_UNNAMED_SHARE if unnamed_base else 1.0
    total = sum(own.values())
    if total > most_for_named or not unnamed_base:
        own = {answer: value * most_for_named / total for answer, value in own.items()}
    remainder = 1 - sum(own.values())
    shares = []
    for answer, value in base.items():
        shares.append(own[answer] if answer in own else remainder * value / unnamed_base)
    return _rounded(shares)


def _rounded(shares: list[float]) -> list[float]:
    return [round(value, 5) for value in shares]
