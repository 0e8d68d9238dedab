"""Rules on figures that name the same and differ."""

import re
from collections.abc import Iterator

from generator.linting.rules.rule import Finding, Rule, Subject
from generator.loading import whole_number
from generator.model.entries import Picture

_YEAR_OF_ID = re.compile(r"-(\d{4})[a-z]?$")


def _years_of_ids(subject: Subject) -> Iterator[Finding]:
    """The year of a source is not the one in its id with its figures in another order; others may differ."""
    for id_, source in subject.content.sources.items():
        year, named = source.value.year, _YEAR_OF_ID.search(id_)
        if named and year != named[1] and sorted(year) == sorted(named[1]):
            yield source.at("year"), {"year": year, "id": id_, "other": named[1]}


def _pictures(subject: Subject) -> Iterator[Finding]:
    """The parts of a picture make a whole that its title names, where that names several numbers."""
    for _, entry in subject.entries:
        picture = getattr(entry.value, "picture", None)
        if isinstance(picture, Picture) and entry.whole:
            numbers = [whole_number(word) for word in re.findall(r"\w+", picture.title)]
            named = [number for number in numbers if number is not None]
            total = sum(part.amount for part in picture.parts)
            if len(named) > 1 and total not in named:
                yield entry.at("picture", "parts", key=True), {"total": total, "named": " and ".join(map(str, named))}


FIGURE_RULES = (
    Rule(
        "figures-do-not-fit",
        "{year} is not the year in `{id}`",
        "write `year: {other}`; if {year} is right, correct the id here and where it is named",
        _years_of_ids,
    ),
    Rule(
        "figures-do-not-fit",
        "the amounts make {total} together, and the title names {named}",
        "count again, and correct the amounts or the title",
        _pictures,
    ),
)
