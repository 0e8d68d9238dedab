"""Rules on questions, by what causes, other questions and cases make of them."""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator import model
from generator.diagnostics.diagnostic import instead, is_misspelt, listed_places, nearest
from generator.linting.rules.entries import LEAST_CASES, TOLERANCE, cases_with_several, is_wrong_kind
from generator.linting.rules.rule import Rule, Subject, Violation
from generator.loading import Authored
from generator.model.types import mentions

# An answer that denies all others, in English; `contribute/advice.js` has the same.
_NO = re.compile(r"(?i)(?:no|none|neither|nothing|not at all|none of (?:these|them|the above))[.!]*")

# One that denies what the groups ask about can be below them all; `contribute/advice.js` has the same.
_NO_AT_START = re.compile(r"(?i)(?:no|none|neither|nothing|nobody|never)\b")


def _group_members(subject: Subject) -> Iterator[Violation]:
    """A group of answers names answers of its question."""
    for question in subject.content.questions.values():
        answers = question.value.answers
        free = set(answers).difference(*question.value.groups.values())
        for label, members in question.value.groups.items():
            for index, id_ in enumerate(members):
                if question.whole and id_ not in answers:
                    otherwise = "delete it here, or add an answer of this name" + (", or use " if free else "")
                    choice = instead(nearest(id_, free), sorted(free), otherwise)
                    yield question.at("groups", label, index), {"answer": id_, "choice": choice}


def _empty_groups(subject: Subject) -> Iterator[Violation]:
    """A group of answers has an answer."""
    for question in subject.content.questions.values():
        for label, members in question.value.groups.items():
            if not members and question.whole:
                yield question.at("groups", label, key=True), {"label": label}


def _idle_answers(subject: Subject) -> Iterator[Violation]:
    """An answer of a new or changed question is named by a cause, a condition or a case."""
    changed = [id_ for id_, question in subject.content.questions.items() if subject.is_changed(question)]
    entries = [entry for kind, entry in subject.entries if changed and kind not in ("guide", "ui")]
    named = {
        (mention.owner, mention.word)
        for entry in entries
        for mention in mentions(entry.value)
        if mention.to == "answers" and mention.owner != entry.id
    }
    for id_ in changed:
        question = subject.content.questions[id_]
        idle = [answer for answer in question.value.answers if (id_, answer) not in named]
        # Where most are idle, it is the question that nothing needs yet.
        if question.whole and question.value.role != "fear" and 2 * len(idle) < len(question.value.answers):
            for answer in idle:
                yield question.at("answers", answer, key=True), {"answer": answer, "id": id_}


def _members_of_two_groups(subject: Subject) -> Iterator[Violation]:
    """An answer is in one group."""
    for question in subject.content.questions.values():
        first_in: dict[str, str] = {}
        for label, members in question.value.groups.items():
            for index, id_ in enumerate(members):
                is_again = first_in.setdefault(id_, label) != label or id_ in members[:index]
                if is_again and id_ != model.UNREAD:
                    yield question.at("groups", label, index), {"answer": id_, "label": first_in[id_]}


def _answers_in_no_group(subject: Subject) -> Iterator[Violation]:
    """Where a question shows answers below headings, each of them is below one: the rest would come last."""
    for question in subject.content.questions.values():
        groups, answers = question.value.groups, question.value.answers
        if groups and question.whole:
            grouped = {id_ for members in groups.values() for id_ in members}
            # What a misspelt member of a group probably means is told already.
            free = answers.keys() - grouped
            grouped |= {nearest(id_, free) for id_ in grouped - answers.keys()}
            for id_, answer in answers.items():
                if id_ not in grouped and not _NO_AT_START.match(answer.text.strip()):
                    labels = ", ".join(f"“{label}”" for label in groups)
                    yield question.at("answers", id_, key=True), {"answer": id_, "labels": labels}


def _answers_alone(subject: Subject) -> Iterator[Violation]:
    """A question has two answers or more to choose from."""
    for question in subject.content.questions.values():
        if question.whole and len(question.value.answers) == 1:
            yield question.at("answers", key=True), {}


def _bare_denials(subject: Subject) -> Iterator[Violation]:
    """No answer of a list to tick from denies all the others: the page offers that by itself."""
    is_english = subject.content.setup.value.is_english
    none = subject.content.ui_text.value.debrief.none_of_these
    for question in subject.content.questions.values() if is_english else ():
        for id_, answer in question.value.answers.items() if question.value.kind == "pick-any" else ():
            if _NO.fullmatch(answer.text.strip()):
                yield question.at("answers", id_, "text"), {"text": answer.text.strip(), "none": none}


def _one_of_several(subject: Subject) -> Iterator[Violation]:
    """A question of which every case ticks one answer, and whose shares add up to all people, may be `pick-one`."""
    shares = subject.content.setup.value.scales.how_many
    ticked: dict[str, list[int]] = defaultdict(list)
    for case in subject.content.cases.values():
        for id_, answers in case.value.answers.items():
            ticked[id_].append(len(answers))
    for id_, question in subject.content.questions.items():
        words = [answer.base for answer in question.value.answers.values()]
        adds_up = abs(sum(shares.get(word, 0) for word in words) - 1) <= 2 * TOLERANCE
        if (
            question.value.kind == "pick-any"
            and adds_up
            and len(ticked[id_]) >= LEAST_CASES
            and set(ticked[id_]) == {1}
        ):
            yield question.at("kind"), {"id": id_}


def _wrong_kinds(subject: Subject) -> Iterator[Violation]:
    """A question of which many cases tick several answers takes several."""
    for id_, cases in cases_with_several(subject).items():
        if is_wrong_kind(subject, id_, cases):
            places = listed_places([case.at("answers", id_) for case in cases])
            count = "one case ticks" if len(cases) == 1 else f"{len(cases)} cases tick"
            yield subject.content.questions[id_].at("kind"), {"count": count, "places": places}


def _idle_questions(subject: Subject) -> Iterator[Violation]:
    """Each question holds a sign of a cause, or decides whether something else is asked or considered."""
    content = subject.content
    causes = [cause.value for cause in content.causes.values()]
    used = {question for cause in causes for question in (*cause.signs, *cause.applies_if, *cause.not_if)}
    used |= {gate for question in content.questions.values() for gate in question.value.ask_if}
    for id_, question in content.questions.items():
        if id_ not in used and question.value.role != "fear":
            yield question.at("text"), {"id": id_}


def _lone_families(subject: Subject) -> Iterator[Violation]:
    """A family with one question is not the misspelt name of another."""
    members = defaultdict[str, list[Authored[model.Question]]](list)
    for question in sorted(subject.content.questions.values(), key=subject.is_changed):
        if question.value.family:
            members[question.value.family].append(question)
    alone = [family for family, questions in members.items() if len(questions) == 1]
    for place, family in enumerate(alone):
        others = [other for other in members if other not in alone[place:]]
        similar = [other for other in others if is_misspelt(family, other) or sorted(family) == sorted(other)]
        for other in similar[:1]:
            blanks = {"family": family, "other": other, "id": members[other][0].id}
            yield members[family][0].at("family"), blanks


QUESTION_RULES = (
    Rule(
        "group-member",
        "this question has no answer `{answer}`",
        "{choice}",
        _group_members,
    ),
    Rule(
        "group-member",
        "`{answer}` is in the group “{label}” already",
        "delete it here or there",
        _members_of_two_groups,
    ),
    Rule(
        "group-member",
        "the group “{label}” has no answers",
        "write ids of answers between its brackets, or delete the line",
        _empty_groups,
    ),
    Rule(
        "answer-without-group",
        "`{answer}` is in none of the groups of its question, so it comes last, without a heading",
        "write `{answer}` into one of the lists below `groups`: {labels}",
        _answers_in_no_group,
    ),
    Rule(
        "one-answer-alone",
        "a question needs at least two answers to choose from",
        "add another answer below this one",
        _answers_alone,
    ),
    Rule(
        "bare-no",
        "several answers can be ticked here, and `{text}` would deny the others",
        "delete it: the page offers “{none}” by itself; or write `kind: pick-one`, if only one can be true",
        _bare_denials,
    ),
    Rule(
        "one-of-several",
        "every case ticks one answer of `{id}`, and its shares add up to all people",
        "write `kind: pick-one`, unless several may be true of one person",
        _one_of_several,
    ),
    Rule(
        "one-answer",
        "{count} several answers of this question, which takes one",
        "write `kind: pick-any`, if several may be true of one person; if not, keep the one that fits best in {places}",
        _wrong_kinds,
    ),
    Rule(
        "idle-question",
        "no cause has a sign in this question",
        "add `{id}` to the `signs` of the causes that it tells apart",
        _idle_questions,
    ),
    Rule(
        "idle-answer",
        "no cause, condition or case names the answer `{answer}`",
        "add it to the `signs` of a cause that it speaks for or against, below `{id}`",
        _idle_answers,
    ),
    Rule(
        "lone-family",
        "no other question has the family `{family}`; `{id}` has `{other}`",
        "write the same in both if their answers overlap; if not, choose names that differ more",
        _lone_families,
    ),
)
