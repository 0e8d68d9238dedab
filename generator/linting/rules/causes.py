"""Rules on causes, by what cases and actions make of them."""

from collections import defaultdict
from collections.abc import Iterator

from generator.diagnostics.diagnostic import listed_places
from generator.linting.rules.rule import Rule, Subject, Violation


def _without_signs(subject: Subject) -> Iterator[Violation]:
    """Each cause has a sign, or the quiz leaves it out."""
    for id_, cause in subject.content.causes.items():
        if cause.whole and not cause.value.signs:
            yield cause.at("title"), {"id": id_}


def _untold_outcome(subject: Subject) -> Iterator[Violation]:
    """The cause that decided a case has signs. It is told where they are missing, however many cases it decided."""
    cases: dict[str, list[str]] = defaultdict(list)
    for case in subject.content.cases.values():
        cases[case.value.turned_out.main].append(case.id)
    for id_, cause in subject.content.causes.items():
        if id_ in cases and cause.whole and not cause.value.signs:
            places = [subject.content.cases[case].at("turned_out", "main") for case in cases[id_]]
            told = "a case" if len(places) == 1 else f"{len(places)} cases"
            yield cause.at("title"), {"told": told, "places": listed_places(places)}


def _idle_actions(subject: Subject) -> Iterator[Violation]:
    """Each action helps with a cause."""
    used = {action for cause in subject.content.causes.values() for action in cause.value.actions}
    for id_, action in subject.content.actions.items():
        if id_ not in used:
            yield action.at("title"), {"id": id_}


def _cases_without_clue(subject: Subject) -> Iterator[Violation]:
    """A case gives an answer that speaks for what turned out to be true, or the quiz could not have found it."""
    content = subject.content
    shares = content.setup.value.scales.how_many
    for case in content.cases.values():
        cause = content.causes.get(case.value.turned_out.main)
        if cause is None or not (case.whole and cause.whole and cause.value.signs):
            continue
        pairs = [(id_, answer) for id_, answers in case.value.answers.items() for answer in answers]
        asked = {id_: content.questions[id_] for id_, _ in pairs if id_ in content.questions}
        if not all(question.whole for question in asked.values()):
            continue
        speaking = [
            (id_, answer)
            for id_, answer in pairs
            if id_ in asked and answer in asked[id_].value.answers
            if shares.get(cause.value.signs.get(id_, {}).get(answer, ""), 0)
            > shares.get(asked[id_].value.answers[answer].base, 1)
        ]
        if not speaking:
            yield case.at("answers", key=True), {"id": cause.id, "path": cause.document.path}


def _signs_of_fear(subject: Subject) -> Iterator[Violation]:
    """What people fear is no evidence of a cause."""
    questions = subject.content.questions
    for cause in subject.content.causes.values():
        for id_ in cause.value.signs:
            if id_ in questions and questions[id_].whole and questions[id_].value.role == "fear":
                yield cause.at("signs", id_, key=True), {"id": id_}


CAUSE_RULES = (
    Rule(
        "no-signs",
        "this cause has no `signs`, so the quiz leaves it out",
        "write below `signs` which answers speak for it, and how many of a hundred would give them",
        _without_signs,
    ),
    Rule(
        "untold-outcome",
        "this cause has no `signs`, so the quiz can't find it where {told} turned out to be it",
        "write below `signs` which answers speak for it, or name another main cause in {places}",
        _untold_outcome,
    ),
    Rule(
        "no-clue",
        "no answer of this case speaks for `{id}`, which turned out to be true",
        "add the answers that were given and are among the `signs` in {path}, or name another main cause",
        _cases_without_clue,
    ),
    Rule(
        "odd-setting",
        "`{id}` asks what people fear, which is no evidence, so this never counts",
        "delete it here; `stands_for` of the answer says which causes it names",
        _signs_of_fear,
    ),
    Rule(
        "idle-action",
        "no cause leads to this action",
        "add `{id}` to the `actions` of the causes that it helps with",
        _idle_actions,
    ),
)
