"""Rules on figures that name the same and differ."""

import re
from collections.abc import Iterator

from generator.linting.rules.rule import Rule, Subject, Violation
from generator.loading import whole_number
from generator.model.entries import Picture

_YEAR_OF_ID = re.compile(r"-(\d{4})[a-z]?$")


def _years_of_ids(subject: Subject) -> Iterator[Violation]:
    """The year of a source is not the one in its id with its figures in another order; others may differ."""
    for id_, source in subject.content.sources.items():
        year, year_of_id = source.value.year, _YEAR_OF_ID.search(id_)
        if year_of_id and year != year_of_id[1] and sorted(year) == sorted(year_of_id[1]):
            yield source.at("year"), {"year": year, "id": id_, "other": year_of_id[1]}


def _pictures(subject: Subject) -> Iterator[Violation]:
    """The parts of a picture make a whole that its title names, where that names several numbers."""
    for _, entry in subject.entries:
        picture = getattr(entry.value, "picture", None)
        if isinstance(picture, Picture) and entry.whole:
            words = map(whole_number, re.findall(r"\w+", picture.title))
            numbers = [number for number in words if number is not None]
            total = sum(part.amount for part in picture.parts)
            if len(numbers) > 1 and total not in numbers:
                yield (
                    entry.at("picture", "parts", key=True),
                    {"total": total, "numbers": " and ".join(map(str, numbers))},
                )


FIGURE_RULES = (
    Rule(
        "figures-do-not-fit",
        "{year} is not the year in `{id}`",
        "write `year: {other}`; if {year} is right, correct the id here and where it is named",
        _years_of_ids,
    ),
    Rule(
        "figures-do-not-fit",
        "the amounts make {total} together, and the title names {numbers}",
        "count again, and correct the amounts or the title",
        _pictures,
    ),
)
