"""Days of which one was meant: only those are offered that have come."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.topics import Days
from generator.loading import date_hint


def with_possible_days(diagnostics: Iterable[Diagnostic], today: date) -> Iterator[Diagnostic]:
    """Yield diagnostics, those of dates without the days in the future; a day's grace is for other time zones."""
    for diagnostic in diagnostics:
        topic = diagnostic.topic
        days = topic.days if isinstance(topic, Days) else ()
        possible = [day for day in days if day <= today + timedelta(days=1)]
        if len(possible) == len(days) or not isinstance(topic, Days):
            yield diagnostic
        elif possible:
            yield diagnostic.with_hint(date_hint(topic.field, possible))
        else:
            hint = f"write a day that has come, as year-month-day, such as {today}"
            yield diagnostic.with_hint(hint)
