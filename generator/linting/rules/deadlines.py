"""Rules on the times of a right: its deadline in words, in days, and wherever else it is named."""

from collections.abc import Iterator
from typing import Any

from generator.diagnostics.diagnostic import Location, listed
from generator.linting.rules.rule import Rule, Subject, Violation
from generator.loading import Authored, amounts_in, least_days_in
from generator.model import Deadline


def _days_of_deadlines(subject: Subject) -> Iterator[Violation]:
    """The days by which deadlines are sorted are those of the time that is there in words, where that is one."""
    for _, entry in subject.entries:
        deadline = getattr(entry.value, "deadline", None)
        if not isinstance(deadline, Deadline) or not deadline.days:
            continue
        days = sorted(set(_days_in(deadline.within)))
        if days and not _is_time_for(deadline.days, days) and not _other_time_of_texts(entry, days):
            words = listed((f"`days: {amount}`" for amount in sorted(set(least_days_in(deadline.within)))), "or")
            others = [f"line {place.line}" for place in _other_amounts(entry, days)]
            also = f", and “{deadline.within}” in place of another time in {listed(others)}" if others else ""
            blanks = {"days": deadline.days, "within": deadline.within, "words": words, "also": also}
            yield entry.at("deadline", "days"), blanks


def _words_beside_texts(subject: Subject) -> Iterator[Violation]:
    """The time of a deadline is that of the title, the summary and the rule, where two of them name the same."""
    for _, entry in subject.entries:
        deadline = getattr(entry.value, "deadline", None)
        days = _days_in(deadline.within) if isinstance(deadline, Deadline) else []
        lines = _other_time_of_texts(entry, days) if days else []
        if deadline and lines:
            blanks = {"within": deadline.within, "lines": listed(map(str, lines))}
            yield entry.at("deadline", "within"), blanks


def _other_time_of_texts(entry: Authored[Any], days: list[int]) -> list[int]:
    """Return the lines of texts that name the same time first, which is not among some days, where these are two."""
    texts = {field: _days_in(getattr(entry.value, field))[:1] for field in ("title", "summary", "rule")}
    first = {field: amounts[0] for field, amounts in texts.items() if amounts}
    if any(_is_among(amount, days) for amount in first.values()):
        return []
    for amount in first.values():
        same = [field for field, other in first.items() if _is_near(other, [amount])]
        if len(same) > 1:
            return [entry.at(field).line for field in same]
    return []


def _times_of_rules(subject: Subject) -> Iterator[Violation]:
    """The time of a deadline is named by the rule or beside it, where the rule names any."""
    for entry, deadline, days in _deadlines(subject):
        value = entry.value
        named = _days_in(value.rule)
        beside = [amount for text in (value.title, value.summary, value.limits) for amount in _days_in(text)]
        if named and not any(_is_among(amount, days) for amount in [*named, sum(named[:2]), *beside]):
            yield entry.at("rule"), {"within": deadline.within, "line": entry.at("deadline", "within").line}


def _late_first_steps(subject: Subject) -> Iterator[Violation]:
    """The first step comes no later than the deadline."""
    for entry, deadline, days in _deadlines(subject):
        texts = (entry.value.rule, entry.value.limits)
        known = [*days, *(amount for text in texts for amount in _days_in(text))]
        amounts = _days_in(entry.value.first_step or "")
        if any(amount > max(*days, sum(days)) and not _is_near(amount, known) for amount in amounts):
            yield entry.at("first_step"), {"within": deadline.within, "line": entry.at("deadline", "within").line}


def _deadlines(subject: Subject) -> Iterator[tuple[Authored[Any], Deadline, list[int]]]:
    """Yield the rights with a deadline whose time in days is known and that is not told to be another already."""
    for _, entry in subject.entries:
        deadline = getattr(entry.value, "deadline", None)
        days = _days_in(deadline.within) if isinstance(deadline, Deadline) else []
        if isinstance(deadline, Deadline) and days and entry.whole and not _other_time_of_texts(entry, days):
            yield entry, deadline, days


def _amounts_beside_deadlines(subject: Subject) -> Iterator[Violation]:
    """A title or a summary that names an amount of time names that of the deadline."""
    for _, entry in subject.entries:
        deadline = getattr(entry.value, "deadline", None)
        if not isinstance(deadline, Deadline) or not deadline.days:
            continue
        days = _days_in(deadline.within)
        if not days or not _is_time_for(deadline.days, days) or _other_time_of_texts(entry, days):
            continue
        for place in _other_amounts(entry, [*days, deadline.days])[:1]:
            yield place, {"within": deadline.within, "line": entry.at("deadline", "within").line}


def _other_amounts(entry: Authored[Any], days: list[int]) -> list[Location]:
    """Return where the title and the summary of an entry name amounts of time, none of which is among some days."""
    texts = {field: _days_in(getattr(entry.value, field)) for field in ("title", "summary")}
    return [
        entry.at(field)
        for field, amounts in texts.items()
        if amounts and not any(_is_among(amount, days) for amount in amounts)
    ]


def _times_of_titles(subject: Subject) -> Iterator[Violation]:
    """Each amount of time in the title of a right is in one of its texts too."""
    for right in subject.content.rights.values():
        value = right.value
        amounts = _days_in(value.title) if right.whole else []
        within = value.deadline.within if value.deadline else ""
        limits = _days_in(within)
        # A title that differs from the deadline has a message of its own.
        if limits and not any(_is_near(amount, limits) for amount in amounts):
            continue
        named = [amount for text in (value.rule, value.limits, value.summary) for amount in _days_in(text)]
        if named and not all(_is_near(amount, [*named, *limits]) for amount in amounts):
            yield right.at("title"), {}


def _days_in(text: str) -> list[int]:
    """Return the amounts of time in a text, in days; emphasis and the ends of lines part no number from its unit."""
    return amounts_in(" ".join(text.replace("*", "").split()), "days")


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
        "the rule names a time, but not that of the deadline, “{within}”",
        "find out which is right, and write the same time here and in line {line}",
        _times_of_rules,
    ),
    Rule(
        "days-do-not-fit",
        "this may come too late: it names more time than the deadline, “{within}”",
        "write a time that is within that of line {line}",
        _late_first_steps,
    ),
    Rule(
        "days-do-not-fit",
        "“{within}” is another time than lines {lines} name, which agree with each other",
        "find out which is right; if it is they, write their time here, and as many `days` as that is",
        _words_beside_texts,
    ),
    Rule(
        "days-do-not-fit",
        "this names an amount of time that neither the rule nor the limits name",
        "write the same time here and there",
        _times_of_titles,
    ),
)
