"""Rules over one entry, with the words and settings of its guide. The form for contributions has a twin of each.

The twins stand in `contribute/rules.js`; a test runs the fixture of each rule through both.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from generator import model
from generator.diagnostics.diagnostic import Location
from generator.diagnostics.topics import Name
from generator.guide import links_in
from generator.linting.rules.rule import Rule, Subject, Violation
from generator.loading import Authored, amounts_in, least_days_in
from generator.model.entries import Deadline
from generator.model.walk import lists_of_ids, texts

_DAY_OR_PART = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?$")
_CITED = re.compile(r"\]\(source:([a-z0-9-]+)\)")
_FINDING = re.compile(r"(?:^|[^A-Za-z])((?:[Ss]tudies|[Rr]esearch) (?:shows?|proves?|found|finds?))(?![A-Za-z])(?! no)")
# Fewer cases than these tell nothing of how a question is answered.
LEAST_CASES = 3
# More places than these are not listed one by one.
MOST_PLACES = 5
# Words for shares are rough, so shares that should add up to one may miss it by this much.
TOLERANCE = 0.1


def _shares(subject: Subject) -> Iterator[Violation]:
    """The shares that a cause gives to answers of one question, and the base shares of all its answers, add up."""
    content = subject.content
    shares = content.setup.value.scales.how_many
    # Where cases tick several answers, it is the question's kind that is wrong.
    ticked = {id_ for case in content.cases.values() for id_, answers in case.value.answers.items() if len(answers) > 1}
    questions = {
        id_: question.value
        for id_, question in content.questions.items()
        if question.whole and question.value.kind == "pick-one" and id_ not in ticked
    }
    for cause in content.causes.values():
        for id_, signs in cause.value.signs.items():
            is_known = id_ in questions and questions[id_].answers.keys() >= signs.keys()
            if is_known and shares.keys() >= set(signs.values()):
                words = list(signs.values())
                least = 1 - 2 * TOLERANCE if len(words) == len(questions[id_].answers) else 0
                if not least <= sum(shares[word] for word in words) <= 1 + TOLERANCE:
                    yield cause.at("signs", id_, key=True), _sum_of(words, shares)
    for id_, question in questions.items():
        words = [answer.base for answer in question.answers.values()]
        if shares.keys() >= set(words) and abs(sum(shares[word] for word in words) - 1) > 2 * TOLERANCE:
            yield content.questions[id_].at("answers", key=True), _sum_of(words, shares)


def _sum_of(words: list[str], shares: Mapping[str, float]) -> Mapping[str, object]:
    percent = round(100 * sum(shares[word] for word in words))
    return {"percent": percent, "words": " + ".join(f"{word} ({shares[word]:g})" for word in words)}


def _several_answers(subject: Subject) -> Iterator[Violation]:
    """A case gives one answer to a pick-one question. Where many give several, it is the question that is wrong."""
    for id_, cases in cases_with_several(subject).items():
        for case in cases if not is_wrong_kind(subject, id_, cases) else ():
            yield case.at("answers", id_), {"id": id_, "count": len(case.value.answers[id_])}


def cases_with_several(subject: Subject) -> Mapping[str, list[Authored[model.Case]]]:
    """Return the cases that give several answers, or none, to a question that takes one, by its id."""
    questions = subject.content.questions
    cases: dict[str, list[Authored[model.Case]]] = defaultdict(list)
    for case in subject.content.cases.values():
        for id_, answers in case.value.answers.items():
            question = questions.get(id_)
            if question and question.whole and question.value.kind == "pick-one" and len(answers) != 1:
                cases[id_].append(case)
    return cases


def is_wrong_kind(subject: Subject, id_: str, cases: list[Authored[model.Case]]) -> bool:
    """Return whether cases tell that a question takes several answers: many do, or they are as they were before it."""
    is_new = subject.is_changed(subject.content.questions[id_]) and not any(map(subject.is_changed, cases))
    return is_new or len(cases) >= LEAST_CASES


def _no_source(subject: Subject) -> Iterator[Violation]:
    """A strength other than `none` rests on something that can be looked up."""
    for _, entry in subject.entries:
        evidence = getattr(entry.value, "evidence", None)
        if isinstance(evidence, model.Evidence) and not (evidence.sources or _cites(entry.value)):
            strength = evidence.strength
            if strength != "none" and strength in subject.content.setup.value.scales.evidence:
                yield entry.at("evidence", "strength"), {"strength": strength}


def _unlisted_sources(subject: Subject) -> Iterator[Violation]:
    """A work that the evidence cites is one of its sources."""
    for _, entry in subject.entries:
        evidence = getattr(entry.value, "evidence", None)
        if isinstance(evidence, model.Evidence) and "(source:" in evidence.says:
            for id_ in dict.fromkeys(_CITED.findall(evidence.says)):
                if id_ not in evidence.sources and id_ in subject.content.sources:
                    listed = f"[{', '.join((*evidence.sources, id_))}]"
                    yield entry.find(f"source:{id_}", "evidence", "says"), {"id": id_, "sources": listed}


def _findings_of_none(subject: Subject) -> Iterator[Violation]:
    """Evidence of which nothing was found doesn't say what studies show."""
    for _, entry in subject.entries:
        evidence = getattr(entry.value, "evidence", None)
        says = evidence.says if isinstance(evidence, model.Evidence) and evidence.strength == "none" else ""
        if finding := _FINDING.search(says):
            yield entry.find(finding[1], "evidence", "says"), {"fragment": finding[1]}


def _verdict_without_source(subject: Subject) -> Iterator[Violation]:
    """A verdict on a myth rests on something that can be looked up; of several, the last claims nothing."""
    claimless = [*subject.content.setup.value.scales.verdicts][1:][-1:]
    otherwise = "".join(f", or write `verdict: {word}`" for word in claimless)
    for myth in subject.content.myths.values():
        value = myth.value
        if value.verdict not in (*claimless, model.UNREAD) and not (value.sources or value.references or _cites(value)):
            yield myth.at("verdict"), {"verdict": value.verdict, "otherwise": otherwise}


def _cites(entry: model.Entry) -> bool:
    """Return whether a text of an entry links to a source, which its page then lists."""
    return any(link.kind == "source" for _, text in texts(entry) for link in links_in(text))


def _listed_twice(subject: Subject) -> Iterator[Violation]:
    """A list names each id once, and a case does not list its main cause again."""
    for _, entry in subject.entries:
        for field_path, ids in lists_of_ids(entry.value):
            for index, id_ in enumerate(ids):
                if id_ in ids[:index] and id_ != model.UNREAD:
                    yield entry.at(*field_path, index), {"id": id_}
    for case in subject.content.cases.values():
        for index, cause in enumerate(case.value.turned_out.also):
            if cause == case.value.turned_out.main != model.UNREAD:
                yield case.at("turned_out", "also", index), {"id": cause}


def _future_dates(subject: Subject) -> Iterator[Violation]:
    """Nothing was reviewed in the future; a day's grace is for time zones in which it is tomorrow already."""
    for _, entry in subject.entries:
        reviewed = getattr(entry.value, "reviewed", None)
        if reviewed and reviewed > subject.today + timedelta(days=1):
            yield entry.at("reviewed"), {"date": reviewed, "today": subject.today}


def _future_years(subject: Subject) -> Iterator[Violation]:
    """No text was published or read in the future; a source may bear the next year."""
    latest = {"as_of": (subject.today + timedelta(days=1)).isoformat(), "year": str(subject.today.year + 1)}
    for _, entry in subject.entries:
        for field, last in latest.items():
            written = getattr(entry.value, field, None)
            if written and _DAY_OR_PART.match(written) and written > last[: len(written)]:
                yield entry.at(field), {"date": written, "field": field, "today": subject.today.year}


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


def _same_answers(subject: Subject) -> Iterator[Violation]:
    """Two answers to a question differ in their words, and in those by which people may call them."""
    signs: dict[str, set[str]] = defaultdict(set)
    for cause in subject.content.causes.values():
        for id_, answers in cause.value.signs.items():
            signs[id_].update(answers)
    for question in subject.content.questions.values():
        first_with: dict[str, str] = {}
        for id_, answer in question.value.answers.items():
            words = re.sub(r"[\W_]+", " ", answer.text.casefold()).strip()
            first = first_with.setdefault(words, id_)
            if first != id_ and answer.text != model.UNREAD:
                # The one that no cause has as a sign yet is the newer.
                is_older = id_ in signs[question.id] and first not in signs[question.id]
                new, old = (first, id_) if is_older else (id_, first)
                yield question.at("answers", new, "text"), {"id": old}
        for id_, answer in question.value.answers.items():
            for index, said in enumerate(answer.also_said):
                first = first_with.setdefault(re.sub(r"[\W_]+", " ", said.casefold()).strip(), id_)
                if first != id_:
                    yield question.at("answers", id_, "also_said", index), {"id": first}


def _minutes(subject: Subject) -> Iterator[Violation]:
    """The minutes of an action are those of its steps, where each of them has some."""
    for action in subject.content.actions.values():
        minutes = [step.minutes for step in action.value.steps]
        total = sum(filter(None, minutes))
        whole = action.value.effort.minutes
        if action.whole and (total != whole if all(minutes) else total > whole):
            yield action.at("effort", "minutes"), {"total": total, "whole": whole}


ENTRY_RULES = (
    Rule(
        "shares-do-not-add-up",
        "these answers add up to {percent} of 100 people: {words}",
        "change the words: all answers to a question make about 100 people together, and a part of them no more",
        _shares,
    ),
    Rule(
        "one-answer",
        "`{id}` takes one answer, not {count}",
        "keep the one that fits best",
        _several_answers,
        topic=lambda blanks: Name(blanks["id"], "questions"),
    ),
    Rule(
        "no-source",
        "evidence that is `{strength}` but names no source",
        "write the id of a source from sources.yml into `sources: [ ]`, or add that line, or write `strength: none`",
        _no_source,
    ),
    Rule(
        "figure-without-source",
        "`{fragment}` names a finding, and `strength: none` says that there is none",
        "write the strength that it has, and name it in `sources`; or leave the finding out",
        _findings_of_none,
    ),
    Rule(
        "unlisted-source",
        "`{id}` is cited here and is not among the `sources` of this evidence",
        "write `sources: {sources}` below it",
        _unlisted_sources,
    ),
    Rule(
        "verdict-without-source",
        "the verdict `{verdict}` names no source",
        "write the id of a source from sources.yml into `sources: [ ]`{otherwise}",
        _verdict_without_source,
    ),
    Rule(
        "minutes-do-not-add-up",
        "the steps take {total} minutes together, and not {whole}",
        "write `minutes: {total}` here, or change those of the steps",
        _minutes,
    ),
    Rule("listed-twice", "`{id}` is named already", "delete it here", _listed_twice),
    Rule(
        "future-date",
        "{date} has not come yet",
        "write the day on which every sentence was last checked, such as {today}",
        _future_dates,
    ),
    Rule(
        "future-text",
        "{date} has not come yet",
        "write in `{field}` when the text was published or read: no later than {today}",
        _future_years,
    ),
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
    Rule(
        "same-answer",
        "the answer `{id}` has the same words",
        "say what sets it apart, or delete one of the two",
        _same_answers,
    ),
)
