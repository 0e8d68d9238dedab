"""Rules on what is never shown, never counts or excludes what it is for."""

from collections.abc import Iterator

from generator.linting.rules.conditions import contradiction
from generator.linting.rules.rule import Rule, Subject, Violation


def _parts_never_shown(subject: Subject) -> Iterator[Violation]:
    """A step or a message can be shown where its action is."""
    for action in subject.content.actions.values():
        if contradiction(subject, action.value.only_if):
            continue
        for field in ("steps", "words"):
            for place, part in enumerate(getattr(action.value, field)):
                gate = contradiction(subject, action.value.only_if, part.only_if) or _excluded_gate(
                    subject, part.only_if, action.value.not_if
                )
                if gate:
                    yield action.at(field, place, "only_if", key=True), {"gate": gate}


def _excluded_gate(subject: Subject, needed: dict[str, list[str]], excluded: dict[str, list[str]]) -> str:
    """Return a question of which all answers that are needed are excluded, or an empty string."""
    questions = subject.content.questions
    for gate, answers in needed.items():
        is_excluded = answers and set(answers) <= set(excluded.get(gate, ()))
        if is_excluded and gate in questions and questions[gate].value.kind == "pick-one":
            return gate
    return ""


def _only_for_unhelped_causes(subject: Subject) -> Iterator[Violation]:
    """A cause for which an action is meant alone leads to it."""
    in_any_case = subject.content.setup.value.debrief.in_any_case
    for id_, action in subject.content.actions.items():
        for place, name in enumerate(action.value.only_for if id_ not in in_any_case else ()):
            cause = subject.content.causes.get(name)
            if cause and cause.whole and id_ not in cause.value.actions:
                yield action.at("only_for", place), {"cause": name, "id": id_, "path": cause.document.path}


def _not_for_helped_causes(subject: Subject) -> Iterator[Violation]:
    """A cause for which an action is not meant doesn't name it as what helps most."""
    helps = subject.content.setup.value.scales.helps
    most = max(helps, key=lambda word: helps[word], default="")
    for id_, action in subject.content.actions.items():
        for place, name in enumerate(action.value.not_for):
            cause = subject.content.causes.get(name)
            if cause and cause.whole and most and cause.value.actions.get(id_) == most:
                line = cause.at("actions", id_, key=True).line
                blanks = {"cause": name, "word": most, "id": id_, "place": f"{cause.document.path}:{line}"}
                yield action.at("not_for", place), blanks


def _signs_out_of_reach(subject: Subject) -> Iterator[Violation]:
    """A sign is an answer after which its cause is considered, or one that hardly anybody gives who has that cause."""
    shares = subject.content.setup.value.scales.how_many
    least = min(shares.values(), default=0)
    for cause in subject.content.causes.values():
        for gate, allowed in cause.value.applies_if.items():
            question = subject.content.questions.get(gate)
            if not question or not question.whole or question.value.kind != "pick-one":
                continue
            for answer, word in cause.value.signs.get(gate, {}).items():
                if answer in question.value.answers and answer not in allowed and shares.get(word, 0) > least:
                    yield cause.at("signs", gate, answer), {"answer": answer, "gate": gate}


def _told_of_one(subject: Subject) -> Iterator[Violation]:
    """How many tick what is true of them counts only where several answers can be ticked."""
    for question in subject.content.questions.values():
        if question.value.kind == "pick-one" and question.value.told is not None:
            yield question.at("told", key=True), {}


def _stands_for_nothing(subject: Subject) -> Iterator[Violation]:
    """An answer stands for causes only where people are asked what they fear."""
    for question in subject.content.questions.values():
        for id_, answer in question.value.answers.items():
            if question.whole and question.value.role != "fear" and answer.stands_for:
                yield question.at("answers", id_, "stands_for", key=True), {}


def _outside_already(subject: Subject) -> Iterator[Violation]:
    """Answers put a cause in others' hands only where it is not there anyway."""
    controls = subject.content.setup.value.controls
    for cause in subject.content.causes.values():
        control = controls.get(cause.value.control)
        if cause.value.outside_if and control and control.outside:
            yield cause.at("outside_if", key=True), {"control": cause.value.control}


REACHABILITY_RULES = (
    Rule(
        "never-asked",
        "this is never shown: the whole action is only for other answers to `{gate}`",
        "delete `{gate}` here, or let its answers and those of the whole action have one in common",
        _parts_never_shown,
    ),
    Rule(
        "idle-action",
        "`{cause}` does not lead to this action, so this never fits",
        "add `{id}` to the `actions` of {path}, or delete `{cause}` here",
        _only_for_unhelped_causes,
    ),
    Rule(
        "idle-action",
        "`{cause}` says that this action is what helps most, and this excludes it there",
        "delete `{cause}` here, or `{id}: {word}` in {place}",
        _not_for_helped_causes,
    ),
    Rule(
        "no-signs",
        "this never counts: the cause is out of the question after `{answer}`, by its `applies_if`",
        "delete it here, or add `{answer}` to `{gate}` in `applies_if`",
        _signs_out_of_reach,
    ),
    Rule(
        "odd-setting",
        "`told` counts only where several answers can be ticked",
        "delete this line, or write `kind: pick-any`, if several may be true of one person",
        _told_of_one,
    ),
    Rule(
        "odd-setting",
        "`stands_for` counts only in a question about what people fear",
        "delete it; causes name this answer below their `signs`",
        _stands_for_nothing,
    ),
    Rule(
        "odd-setting",
        "`outside_if` counts only for causes that are not in others' hands anyway; by `control: {control}` this one is",
        "delete `outside_if` and the lines below it that are indented, or write another word after `control:`",
        _outside_already,
    ),
)
