"""Rules on figures that name the same and differ."""

import re
from collections.abc import Iterator
from itertools import combinations

from generator.diagnostics.diagnostic import listed
from generator.linting.rules.privacy import MONTH
from generator.linting.rules.rule import Rule, Subject, Violation
from generator.linting.rules.scope import READ
from generator.loading import proper_id, whole_number
from generator.model import Picture

_PART_OF_WHOLE = re.compile(
    r"(?<![\w.,-])(?!(?:19|20)\d\d )(?P<part>\d[\d.,]*)(?: people| others)? (?:out )?of (?:the |all )?"
    r"(?P<whole>\d[\d.,]*\d|\d)(?![\w.,%:/-]*\d|%)"
)
# Two shares of which the second is of those that the first leaves out.
_SHARE_AND_REST = re.compile(
    r"(?<![\w.,-])(?P<share>\d+(?:\.\d+)?)% [^.;?!%\n]{0,60}(?:and|but|while)(?: the other)? "
    r"(?P<rest>\d+(?:\.\d+)?)% (?:did |do |were |was |are )?not(?=[.,;]|$)"
)
# A share in words of its own, a figure of any sort, and where one sentence or item ends.
_SHARE = re.compile(r"(?<![\w.,-])(?P<number>\d+(?:\.\d+)?)(?:\s?%|\s(?:percent|per\scent)(?!\w))")
_FIGURE = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n\s*\n|\n- ")
_CITED = re.compile(r"\]\(source:([a-z0-9-]+)\)")
# How far a rounded share may be from its figure.
_ROUNDING = 0.51
# All sums of more are too many to look at.
_MOST_PARTS = 8
# What stands at the end of a venue: when the issue came out.
_ISSUE = re.compile(rf"(?<=, )(?:\d{{1,2}} )?(?:{MONTH} )?(?P<year>(?:19|20)\d\d)$")
_YEAR_OF_ID = re.compile(r"-(\d{4})[a-z]?$")


def _years_of_ids(subject: Subject) -> Iterator[Violation]:
    """The year of a source is the one in its id, if that begins with its author; figures are not in another order."""
    for id_, source in subject.content.sources.items():
        year, year_of_id = source.value.year, _YEAR_OF_ID.search(id_)
        is_turned = year_of_id and year != year_of_id[1] and sorted(year) == sorted(year_of_id[1])
        # A work may come out a year later than it was first to be read, and an id may be that of a law.
        is_by_author = (
            source.value.authors and proper_id(source.value.authors[0].partition(",")[0]) == id_.partition("-")[0]
        )
        is_other = year_of_id and year.isdecimal() and is_by_author and abs(int(year) - int(year_of_id[1])) > 1
        if year_of_id and (is_turned or is_other):
            yield source.at("year"), {"year": year, "id": id_, "other": year_of_id[1]}


def _years_of_venues(subject: Subject) -> Iterator[Violation]:
    """The year of a source is that of the issue in which it appeared, or one beside it."""
    for source in subject.content.sources.values():
        issue = _ISSUE.search(source.value.venue or "")
        year = source.value.year
        if issue and year.isdecimal() and abs(int(issue["year"]) - int(year)) > 1:
            yield source.at("year"), {"year": year, "issue": issue[0].strip(), "other": issue["year"]}


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
                    {"total": total, "numbers": listed(map(str, numbers))},
                )


def _numbers_without_parts(subject: Subject) -> Iterator[Violation]:
    """Beside the whole of a picture, its title names what some of the parts make together, or how many there are."""
    for _, entry in subject.entries:
        picture = getattr(entry.value, "picture", None)
        if not isinstance(picture, Picture) or not entry.whole or len(picture.parts) > _MOST_PARTS:
            continue
        sums = {0}
        for part in picture.parts:
            sums |= {part.amount + amount for amount in sums}
        words = ((word, whole_number(word)) for word in re.findall(r"\w+", picture.title))
        numbers = [(word, number) for word, number in words if number is not None]
        total = sum(part.amount for part in picture.parts)
        if total not in [number for _, number in numbers]:
            continue
        for word, number in numbers:
            if number < total and number not in {*sums, len(picture.parts)}:
                parts = ", ".join(f"{part.amount:g}" for part in picture.parts)
                yield entry.find(word, "picture", "title"), {"word": word, "parts": parts}


def _more_than_all(subject: Subject) -> Iterator[Violation]:
    """A part is no more than the whole beside it, and two shares of which one is the rest make a hundred."""
    for corpus in (subject.texts[kind] for kind in ("line", "prose") if kind in subject.texts):
        for text in corpus.texts:
            for fragment in _impossible_figures(text.text):
                if text.role in READ:
                    yield text.entry.find(fragment, *text.field_path), {"fragment": fragment}


def _shares_of_findings(subject: Subject) -> Iterator[Violation]:
    """A share in a sentence that cites a work is in what is said of that work, rounded or as a sum of two."""
    sources = subject.content.sources
    for _, entry in subject.entries:
        says = getattr(getattr(entry.value, "evidence", None), "says", "")
        for sentence in _SENTENCE_END.split(says) if "%" in says or "cent" in says else ():
            cited = [sources[id_].value for id_ in _CITED.findall(sentence) if id_ in sources]
            if not cited or len(cited) < len(_CITED.findall(sentence)) or "](http" in sentence:
                continue
            figures = [figure for work in cited for figure in _figures_in(f"{work.finding} {work.limits}")]
            known = {*figures, *(100 - figure for figure in figures), *map(sum, combinations(figures, 2))}
            for share in _SHARE.finditer(sentence):
                if not any(abs(float(share["number"]) - figure) <= _ROUNDING for figure in known):
                    yield entry.find(share[0], "evidence", "says"), {"fragment": share[0]}


def _figures_in(text: str) -> list[float]:
    return [float(figure.replace(",", "")) for figure in _FIGURE.findall(text)]


def _impossible_figures(text: str) -> Iterator[str]:
    for match in _PART_OF_WHOLE.finditer(text) if " of " in text else ():
        if _number(match["part"]) > _number(match["whole"]):
            yield match[0]
    for match in _SHARE_AND_REST.finditer(text) if "%" in text else ():
        if abs(float(match["share"]) + float(match["rest"]) - 100) > 1:
            yield match[0]


def _number(written: str) -> float:
    """Return a number of people; a comma or a point parts thousands, as there are no parts of people."""
    return float(re.sub(r"[.,](?=\d{3})", "", written).replace(",", "."))


FIGURE_RULES = (
    Rule(
        "figures-do-not-fit",
        "`{fragment}` is neither in the finding nor in the limits of what is cited here",
        "look it up in the work, and write the same here and in sources.yml",
        _shares_of_findings,
    ),
    Rule(
        "figures-do-not-fit",
        "`{fragment}` can't be: a part is no more than its whole, and a share and its rest make a hundred",
        "look the figures up, and correct them",
        _more_than_all,
    ),
    Rule(
        "figures-do-not-fit",
        "{year} is not the year in `{id}`",
        "write `year: {other}`; if {year} is right, correct the id here and where it is named",
        _years_of_ids,
    ),
    Rule(
        "figures-do-not-fit",
        "{year} is not the year of `{issue}`, where it appeared",
        "write `year: {other}`, or correct the venue",
        _years_of_venues,
    ),
    Rule(
        "figures-do-not-fit",
        "the amounts make {total} together, and the title names {numbers}",
        "count again, and correct the amounts or the title",
        _pictures,
    ),
    Rule(
        "figures-do-not-fit",
        "`{word}` is none of the amounts, {parts}, nor what some of them make together",
        "count again, and correct the amounts or the title",
        _numbers_without_parts,
    ),
)
