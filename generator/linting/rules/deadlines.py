"""Rules on the times of a right: its deadline in words, in days, and wherever else it is named."""

from collections.abc import Iterator
from typing import Any

from generator.diagnostics.diagnostic import Location
from generator.linting.rules.rule import Rule, Subject, Violation
from generator.loading import Authored, amounts_in, least_days_in
from generator.model.entries import Deadline


def _days_of_deadlines(subject: Subject) -> Iterator[Violation]:
    """The days by which deadlines are sorted are those of the time that stands there in words, where that is one."""
    for _, entry in subject.entries:
        deadline = getattr(entry.value, "deadline", None)
        if not isinstance(deadline, Deadline) or not deadline.days:
            continue
        days = sorted(set(amounts_in(deadline.within, "days")))
        if days and not _is_time_for(deadline.days, days):
            words = " or ".join(f"`days: {amount}`" for amount in sorted(set(least_days_in(deadline.within))))
            others = [f"line {place.line}" for place in _other_amounts(entry, days)]
            also = f", and the same time in {' and '.join(others)}" if others else ""
            blanks = {"days": deadline.days, "within": deadline.within, "words": words, "also": also}
            yield entry.at("deadline", "days"), blanks


def _amounts_beside_deadlines(subject: Subject) -> Iterator[Violation]:
    """A title or a summary that names an amount of time names that of the deadline."""
    for _, entry in subject.entries:
        deadline = getattr(entry.value, "deadline", None)
        if not isinstance(deadline, Deadline) or not deadline.days:
            continue
        days = amounts_in(deadline.within, "days")
        if not days or not _is_time_for(deadline.days, days):
            continue
        for place in _other_amounts(entry, [*days, deadline.days])[:1]:
            yield place, {"within": deadline.within, "line": entry.at("deadline", "within").line}


def _other_amounts(entry: Authored[Any], days: list[int]) -> list[Location]:
    """Return where the title and the summary of an entry name amounts of time, none of which is among some days."""
    texts = {field: amounts_in(getattr(entry.value, field), "days") for field in ("title", "summary")}
    return [
        entry.at(field)
        for field, amounts in texts.items()
        if amounts and not any(_is_among(amount, days) for amount in amounts)
    ]


def _times_of_titles(subject: Subject) -> Iterator[Violation]:
    """Each amount of time in the title of a right stands in one of its texts too."""
    for right in subject.content.entries["right"].values():
        value = right.value
        amounts = amounts_in(value.title, "days") if right.whole else []
        within = value.deadline.within if value.deadline else ""
        limits = amounts_in(within, "days")
        # A title that differs from the deadline has a message of its own.
        if limits and not any(_is_near(amount, limits) for amount in amounts):
            continue
        named = [amount for text in (value.rule, value.limits, value.summary) for amount in amounts_in(text, "days")]
        if named and not all(_is_near(amount, [*named, *limits]) for amount in amounts):
            yield right.at("title"), {}


def _is_time_for(days: int, amounts: list[int]) -> bool:
    """Return whether some days are about one of several amounts, or their sum, and no more: a list may come early."""
    return any(amount - max(2, amount / 10) <= days <= amount for amount in {*amounts, sum(amounts)})


def _is_among(days: int, amounts: list[int]) -> bool:
    """Return whether some days are about one of several amounts, or their sum: `3 months and a week`."""
    return _is_near(days, [*amounts, sum(amounts)])


def _is_near(days: int, amounts: list[int]) -> bool:
    return any(abs(days - amount) <= max(2, amount / 10) for amount in amounts)


DEADLINE_RULES = (
    Rule(
        "days-do-not-fit",
        "{days} days are not “{within}”",
        "write {words} here{also}, or correct the words",
        _days_of_deadlines,
    ),
    Rule(
        "days-do-not-fit",
        "this names another time than the deadline, “{within}”",
        "write the same time here and in line {line}",
        _amounts_beside_deadlines,
    ),
    Rule(
        "days-do-not-fit",
        "this names an amount of time that neither the rule nor the limits name",
        "write the same time here and there",
        _times_of_titles,
    ),
)
