"""Rules on conditions: what is asked of whom, and for whom something is meant."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from generator import model
from generator.diagnostics.diagnostic import listed, one_of
from generator.diagnostics.topics import Name
from generator.linting.rules.rule import Rule, Subject, Violation
from generator.loading import Authored, listed_lines
from generator.model.walk import FieldPath

# More answers than these that are not asked have one cause.
_FEW = 2


def _gate_circles(subject: Subject) -> Iterator[Violation]:
    """No question is asked only after itself; it would never be asked. Each circle is told once, where it closes."""
    told = set[str]()
    questions = subject.content.questions
    for first, members in subject.circles.items():
        if first not in told:
            told |= members
            # Cases that answer a question without what it asks for show that the condition is new.
            signs = {
                other: (subject.is_changed(questions[other]), _cases_against(subject, other, members))
                for other in sorted(members)
            }
            id_ = max(signs, key=lambda other: signs[other])
            is_known = all(signs[id_] > sign for other, sign in signs.items() if other != id_)
            others = [subject.content.questions[other] for other in sorted(members - {id_})]
            places = [other.at("ask_if", key=True).path_and_line for other in others]
            gates = [gate for gate in subject.content.questions[id_].value.ask_if if gate in members]
            blanks = {
                "id": id_,
                "gates": listed(f"`{gate}`" for gate in gates),
                "are": "is" if len(gates) == 1 else "are",
                "otherwise": ""
                if is_known
                else f", or the condition at {listed(places, 'or')} that leads back to `{id_}`",
            }
            yield subject.content.questions[id_].at("ask_if", key=True), blanks


def _cases_against(subject: Subject, id_: str, members: Collection[str]) -> int:
    """Return how many cases answer a question without an answer that it asks for, to one of some questions."""
    gates = subject.content.questions[id_].value.ask_if.items()
    needs = [(gate, set(needed)) for gate, needed in gates if gate in members]
    all_answers = (case.value.answers for case in subject.content.cases.values())
    return sum(
        id_ in answers and any(not needed & set(answers.get(gate, ())) for gate, needed in needs)
        for answers in all_answers
    )


def _unasked(subject: Subject) -> Iterator[tuple[Authored[model.Case], str, dict[str, list[str]]]]:
    """Yield each case with a gate after whose answer other questions of the case are not asked, and what these need."""
    questions = subject.content.questions
    never_asked = {id_ for id_, question in questions.items() if contradiction(subject, question.value.ask_if)}
    never_asked |= subject.circles.keys()
    for case in subject.content.cases.values():
        answers = case.value.answers
        unasked: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for id_ in answers:
            question = questions.get(id_)
            if question is None or not question.whole or not case.whole or id_ in never_asked:
                continue
            for gate, needed in question.value.ask_if.items():
                answered = answers.get(gate, [])
                is_known = gate in questions and questions[gate].value.answers.keys() >= set(answered)
                if is_known and gate != id_ and gate not in never_asked and not set(needed) & set(answered):
                    unasked[gate][id_] = needed
        yield from ((case, gate, needs) for gate, needs in unasked.items())


def _not_asked(subject: Subject) -> Iterator[Violation]:
    """A case answers only questions that the quiz would ask."""
    for case, gate, needs in _unasked(subject):
        for id_, answers in needs.items() if len(needs) <= _FEW else ():
            yield case.at("answers", id_, key=True), {"id": id_, "gate": gate, "answers": one_of(answers)}


def _lets_go_unasked(subject: Subject) -> Iterator[Violation]:
    """Where one answer of a case lets many others go unasked, it is that answer that is wrong."""
    for case, gate, needs in _unasked(subject):
        if len(needs) > _FEW:
            common = [
                answer for answer in next(iter(needs.values())) if all(answer in answers for answers in needs.values())
            ]
            remedy = f"answer `{gate}` with {one_of(common)}, which fits the others"
            lines = listed_lines([case.at("answers", id_, key=True).line - 1 for id_ in needs])
            blanks = {"count": len(needs), "remedy": remedy if common else f"delete {lines}"}
            yield case.at("answers", *([gate] if gate in case.value.answers else []), key=True), blanks


def _ruled_out(subject: Subject) -> Iterator[Violation]:
    """The answers of a case don't rule out what turned out to be true, unless the cause contradicts itself."""
    for case in subject.content.cases.values():
        main = case.value.turned_out.main
        if main not in subject.content.causes or not subject.content.causes[main].whole:
            continue
        cause = subject.content.causes[main].value
        for question, answers in case.value.answers.items():
            asked = subject.content.questions.get(question)
            excluded = cause.not_if.get(question, [])
            allowed = cause.applies_if.get(question) or (asked.value.answers if asked else ())
            possible = [id_ for id_ in allowed if id_ not in excluded]
            is_outside = question in cause.applies_if and not set(answers) & {*possible, model.UNREAD}
            ids = {*answers, *cause.applies_if.get(question, ()), *excluded} - {model.UNREAD}
            if asked and asked.whole and not asked.value.answers.keys() >= ids:
                continue
            is_contradiction = not possible or set(cause.applies_if.get(question, ())) & set(excluded)
            if answers and not is_contradiction and (is_outside or set(answers) & set(excluded)):
                field = "applies_if" if is_outside else "not_if"
                place = subject.content.causes[main].at(field, question)
                blanks = {
                    "cause": main,
                    "question": question,
                    "answers": one_of(possible),
                    "place": place.path_and_line,
                }
                yield case.at("answers", question), blanks


def _never_asked(subject: Subject) -> Iterator[Violation]:
    """The conditions of a question, and of the questions that it depends on, can all be met by the same answers."""
    for question in subject.content.questions.values():
        gate = contradiction(subject, question.value.ask_if)
        if gate and question.whole:
            yield question.at("ask_if", key=True), {"gate": gate}
    for cause in subject.content.causes.values():
        applies_if = cause.value.applies_if
        if gate := contradiction(subject, applies_if):
            yield cause.at("applies_if", key=True), {"gate": gate}


def _signs_never_asked(subject: Subject) -> Iterator[Violation]:
    """The questions in which a cause has its signs are asked after answers for which the cause is considered."""
    for cause in subject.content.causes.values():
        applies_if = cause.value.applies_if
        signs: dict[str, list[str]] = defaultdict(list)
        for id_ in cause.value.signs if cause.whole and applies_if and not contradiction(subject, applies_if) else ():
            asked = subject.content.questions.get(id_)
            if asked and not contradiction(subject, asked.value.ask_if):
                signs[contradiction(subject, applies_if, asked.value.ask_if)].append(id_)
        for gate, ids in signs.items():
            if gate:
                yield _sign_never_asked(subject, cause, gate, ids)


def _sign_never_asked(subject: Subject, cause: Authored[model.Cause], gate: str, ids: Sequence[str]) -> Violation:
    """Return what is wrong with signs in questions that are asked after other answers than those of their cause."""
    questions = [subject.content.questions[id_] for id_ in ids]
    asking = [question for question in questions if gate in question.value.ask_if]
    allowed = [answer for question in asking[:1] for answer in question.value.ask_if[gate]]
    places = listed(question.at("ask_if", key=True).path_and_line for question in questions)
    lines = [cause.at("signs", id_, key=True) for id_ in ids]
    own = cause.at("applies_if", *([gate] if gate in cause.value.applies_if else []), key=True)
    # Of several signs out of reach, the condition that they share is the one that changed.
    where = "here" if len(ids) > 1 else f"in line {own.line}"
    answers = one_of(allowed) if allowed else "an answer that leads to it"
    is_same_list = all(question.value.ask_if.get(gate) == allowed for question in asking)
    is_one = len(ids) == 1
    deleted = "this sign" if is_one else listed_lines([line.line - 1 for line in lines])
    blanks = {
        "ids": listed(f"`{id_}`" for id_ in ids),
        "are": "is" if is_one else "are",
        "count": "it never counts" if is_one else "they never count",
        "gate": gate,
        "remedy": f"delete {deleted}, or take {answers if is_same_list else 'an answer that they share'} into `{gate}` "
        f"{where}, as `ask_if` in {places} {'asks' if is_one else 'ask'} for",
    }
    return (lines[0] if is_one else own), blanks


def contradiction(subject: Subject, *conditions: Mapping[str, list[str]]) -> str:
    """Return a question that takes one answer and of which some conditions want different ones, or an empty string."""
    circles, questions = subject.circles, subject.content.questions
    allowed: dict[str, set[str]] = {}
    waiting = list(conditions)
    while waiting:
        for gate, answers in waiting.pop().items():
            question = None if gate in circles else questions.get(gate)
            if question is None or not question.whole or not question.value.answers.keys() >= set(answers):
                continue
            if gate not in allowed:
                waiting.append(question.value.ask_if)
            if question.value.kind == "pick-one":
                allowed[gate] = allowed.get(gate, set(answers)) & set(answers)
            else:
                allowed[gate] = {*answers, *allowed.get(gate, ())}
            if not allowed[gate]:
                return gate
    return ""


# What has conditions, its place in its entry, and the name of the field with the answers that it needs.
_Conditional = tuple[Authored[Any], FieldPath, Any, str]


def _conditional(subject: Subject) -> Iterator[_Conditional]:
    """Yield what needs some answers and excludes others: causes, actions, and their steps and messages."""
    yield from ((cause, (), cause.value, "applies_if") for cause in subject.content.causes.values())
    for action in subject.content.actions.values():
        yield action, (), action.value, "only_if"
        for field in ("steps", "words"):
            yield from (
                (action, (field, place), part, "only_if") for place, part in enumerate(getattr(action.value, field))
            )


def _needed_and_excluded(subject: Subject) -> Iterator[Violation]:
    """No answer, and no leading cause, is both needed and excluded by the same thing."""
    for entry, path, part, field in _conditional(subject):
        for question, answers in part.not_if.items():
            needed = getattr(part, field).get(question, ())
            yield from _in_both(entry, (*path, "not_if", question), answers, needed, field)
    for action in subject.content.actions.values():
        yield from _in_both(action, ("not_for",), action.value.not_for, action.value.only_for, "only_for")


def _in_both(
    entry: Authored[Any], path: FieldPath, excluded: Sequence[str], needed: Collection[str], field: str
) -> Iterator[Violation]:
    """Yield one violation for what a list excludes though another needs it."""
    both = [id_ for id_ in excluded if id_ in needed and id_ != model.UNREAD]
    if both:
        names, is_one = listed(f"`{id_}`" for id_ in both), len(both) == 1
        them = "it" if is_one else "them"
        if len(both) == len(excluded):  # an empty list is none, and neither is an empty group
            group: Any = entry.value
            for step in path[:-1]:
                group = getattr(group, step) if isinstance(step, str) and not isinstance(group, dict) else group[step]
            is_alone = isinstance(group, dict) and len(group) == 1
            them = f"`{path[-2] if is_alone else path[-1]}` and what is after it"
        blanks = {"names": names, "are": "is" if is_one else "are", "them": them, "field": field}
        yield entry.at(*path, excluded.index(both[0])), blanks


def _likely_and_excluded(subject: Subject) -> Iterator[Violation]:
    """An answer that rules a cause out is given by as few of those who have that cause as there is a word for."""
    shares = subject.content.setup.value.scales.how_many
    least = min(shares, key=lambda word: shares[word], default="")
    for cause in subject.content.causes.values():
        for question, answers in cause.value.not_if.items():
            asked = subject.content.questions.get(question)
            needed = cause.value.applies_if.get(question, ())
            if asked and asked.value.answers.keys() <= {*answers}:  # that is told already
                continue
            for answer, word in cause.value.signs.get(question, {}).items():
                if answer in answers and answer not in needed and shares.get(word, 0) > shares[least]:
                    blanks = {"answer": answer, "word": word, "least": least, "question": question}
                    yield cause.at("signs", question, answer), blanks


def _excludes_all(subject: Subject) -> Iterator[Violation]:
    """Not all answers to a question are excluded; of several that may be ticked, a step may want none."""
    for entry, path, part, field in _conditional(subject):
        for question, answers in part.not_if.items():
            asked = subject.content.questions.get(question)
            takes_one = asked is not None and (asked.value.kind == "pick-one" or isinstance(part, model.Cause))
            offered = asked.value.answers if asked and asked.whole else {}
            is_all = len(offered) > 1 and set(answers) >= offered.keys()
            if takes_one and is_all and not set(answers) & set(getattr(part, field).get(question, ())):
                yield entry.at(*path, "not_if", question, key=True), {"question": question}


CONDITION_RULES = (
    Rule(
        "gate-circle",
        "`{id}` is asked only after {gates}, which {are} asked only after `{id}`",
        "delete {gates} here{otherwise}",
        _gate_circles,
    ),
    Rule(
        "needed-and-excluded",
        "{names} {are} in `{field}` too, which asks for what this excludes",
        "delete {them} here, or the same in `{field}`",
        _needed_and_excluded,
    ),
    Rule(
        "needed-and-excluded",
        "these are all answers to `{question}`, so this would fit nobody who answers it",
        "delete those after which it still fits",
        _excludes_all,
    ),
    Rule(
        "needed-and-excluded",
        "`{answer}` is given by `{word}` of those who have this cause, and rules it out in `not_if`",
        "delete it from `{question}` in `not_if`, unless it rules this cause out; then write `{answer}: {least}`",
        _likely_and_excluded,
        topic=lambda blanks: Name(blanks["answer"], blanks["question"]),
    ),
    Rule(
        "not-asked",
        "`{id}` is asked only after certain answers to `{gate}`, which this case doesn't give",
        "answer `{gate}` with {answers}, or delete this line",
        _not_asked,
    ),
    Rule(
        "not-asked",
        "after this, {count} of the questions that this case answers are not asked",
        "{remedy}",
        _lets_go_unasked,
    ),
    Rule(
        "ruled-out",
        "this answer rules out `{cause}`, which turned out to be true",
        "answer `{question}` with {answers}, or name another main cause; if the case is right, change the "
        "condition in {place}",
        _ruled_out,
        topic=lambda blanks: Name(blanks["cause"], blanks["question"]),
    ),
    Rule(
        "never-asked",
        "these conditions can't all be met: they want different answers to `{gate}`",
        "delete one of the conditions on `{gate}`, or let them have an answer in common",
        _never_asked,
    ),
    Rule(
        "never-asked",
        "{ids} {are} asked only after other answers to `{gate}` than those in `applies_if`, so {count}",
        "{remedy}",
        _signs_never_asked,
    ),
)
