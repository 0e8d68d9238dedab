"""Rules over one entry, with the words and settings of its guide. The form for contributions has a twin of each.

The twins stand in `contribute/rules.js`; a test runs the fixture of each rule through both.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import timedelta

from generator import model
from generator.diagnostics.topics import Name
from generator.linting.rules.citations import CITATION_RULES
from generator.linting.rules.deadlines import DEADLINE_RULES
from generator.linting.rules.rule import Rule, Subject, Violation, plain_words
from generator.loading import Authored, is_id
from generator.model.walk import lists_of_ids

_DAY_OR_PART = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?$")
# Fewer cases than these tell nothing of how a question is answered.
LEAST_CASES = 3
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


def _words_twice(subject: Subject) -> Iterator[Violation]:
    """What people type instead of a word is listed once; lists of single words are lists of ids too."""
    setup = subject.content.setup
    for name, words in setup.value.search.synonyms.items():
        plain = [word.casefold() for word in words]
        for index, word in enumerate(plain):
            is_told = all(map(is_id, words)) and words[index] in words[:index]
            if word in plain[:index] and not is_told:
                yield setup.at("search", "synonyms", name, index), {"id": words[index]}


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


def _same_answers(subject: Subject) -> Iterator[Violation]:
    """Two answers to a question differ in their words, and in those by which people may call them."""
    signs: dict[str, set[str]] = defaultdict(set)
    for cause in subject.content.causes.values():
        for id_, answers in cause.value.signs.items():
            signs[id_].update(answers)
    for question in subject.content.questions.values():
        first_with: dict[str, str] = {}
        for id_, answer in question.value.answers.items():
            words = plain_words(answer.text)
            first = first_with.setdefault(words, id_)
            if first != id_ and answer.text != model.UNREAD:
                # The one that no cause has as a sign yet is the newer.
                is_older = id_ in signs[question.id] and first not in signs[question.id]
                new, old = (first, id_) if is_older else (id_, first)
                yield question.at("answers", new, "text"), {"id": old}
        for id_, answer in question.value.answers.items():
            for index, said in enumerate(answer.also_said):
                first = first_with.setdefault(plain_words(said), id_)
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
    *CITATION_RULES,
    Rule(
        "minutes-do-not-add-up",
        "the steps take {total} minutes together, and not {whole}",
        "write `minutes: {total}` here, or change those of the steps",
        _minutes,
    ),
    Rule("listed-twice", "`{id}` is named already", "delete it here", _listed_twice),
    Rule("listed-twice", "`{id}` is listed already", "delete it here", _words_twice),
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
    *DEADLINE_RULES,
    Rule(
        "same-answer",
        "the answer `{id}` has the same words",
        "say what sets it apart, or delete one of the two",
        _same_answers,
    ),
)
