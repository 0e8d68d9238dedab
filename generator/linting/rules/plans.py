"""Rules on actions that are at odds with themselves: parts that nobody sees, steps that aren't there.

They need the whole guide, and the form does not apply them; a rule on what one action shows by itself belongs in
`entries.py`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.diagnostics.diagnostic import listed
from generator.linting.rules.conditions import contradiction
from generator.linting.rules.rule import Rule, Subject, Violation
from generator.loading import whole_number

_STEP = re.compile(r"(?<!\w)[Ss]teps? (?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?!\w)")
_MESSAGE_BELOW = re.compile(r"(?<!\w)(?:message|words|text|script|wording|e-?mail|letter)s? below(?!\w)")


def _parts_excluded(subject: Subject) -> Iterator[Violation]:
    """A step or a message is shown after some of the answers that its whole action asks for."""
    for action in subject.content.actions.values():
        for field in ("steps", "words"):
            for place, part in enumerate(getattr(action.value, field)):
                for gate, answers in part.not_if.items():
                    needed = part.only_if.get(gate) or action.value.only_if.get(gate)
                    told_already = set(answers) & set(part.only_if.get(gate, ()))
                    if needed and _takes_one(subject, gate) and set(needed) <= set(answers) and not told_already:
                        yield action.at(field, place, "not_if", gate, key=True), {"gate": gate}


def _parts_for_excluded(subject: Subject) -> Iterator[Violation]:
    """A step or a message is for some of the answers that its whole action does not exclude."""
    for action in subject.content.actions.values():
        for field in ("steps", "words"):
            for place, part in enumerate(getattr(action.value, field)):
                for gate, answers in part.only_if.items():
                    excluded = action.value.not_if.get(gate, ())
                    is_told = bool(set(action.value.only_if.get(gate, ())) & set(excluded))
                    is_told = is_told or _takes_one(subject, gate)
                    if answers and set(answers) <= set(excluded) and not is_told:
                        names = ", ".join(f"`{answer}`" for answer in answers)
                        yield action.at(field, place, "only_if", gate, key=True), {"answers": names}


def _excluded_by_causes(subject: Subject) -> Iterator[Violation]:
    """An action can be shown after one of the causes that lead to it."""
    causes = subject.content.causes.values()
    for id_, action in subject.content.actions.items():
        if id_ in subject.content.setup.value.debrief.in_any_case or not action.value.only_if:
            continue
        leading = [cause for cause in causes if id_ in cause.value.actions]
        gates = [contradiction(subject, action.value.only_if, cause.value.applies_if) for cause in leading]
        excluded = [_all_excluded(subject, action.value.only_if, cause.value.not_if) for cause in leading]
        are_whole = all(cause.whole for cause in leading) and len(causes) == len(subject.content.known["cause"])
        if leading and are_whole and not contradiction(subject, action.value.only_if):
            reasons = [gate or other for gate, other in zip(gates, excluded, strict=True)]
            if all(reasons):
                yield action.at("only_if", key=True), {"gate": reasons[0]}


def _all_excluded(subject: Subject, needed: Mapping[str, list[str]], excluded: Mapping[str, list[str]]) -> str:
    """Return a question that takes one answer, all needed ones of which are excluded, or an empty string."""
    gates = (gate for gate, answers in needed.items() if answers and set(answers) <= set(excluded.get(gate, ())))
    return next((gate for gate in gates if _takes_one(subject, gate)), "")


def _takes_one(subject: Subject, gate: str) -> bool:
    question = subject.content.questions.get(gate)
    return question is not None and question.whole and question.value.kind == "pick-one"


def _only_steps_for_some(subject: Subject) -> Iterator[Violation]:
    """Whoever is shown an action is shown a step of it."""
    for action in subject.content.actions.values():
        steps = action.value.steps
        gates = [[*step.only_if] for step in steps]
        if (
            not action.whole
            or not steps
            or any(len(names) != 1 or step.not_if for names, step in zip(gates, steps, strict=True))
        ):
            continue
        gate = gates[0][0]
        question = subject.content.questions.get(gate)
        if question is None or not question.whole or any(names != [gate] for names in gates):
            continue
        asked = action.value.only_if.get(gate) or [*question.value.answers]
        covered = {answer for step in steps for answer in step.only_if[gate]}
        unserved = [id_ for id_ in asked if id_ not in covered and id_ not in action.value.not_if.get(gate, ())]
        if unserved:
            answers = listed((f"`{id_}`" for id_ in unserved), "or")
            yield action.at("steps", key=True), {"gate": gate, "answers": answers}


def _missing_steps(subject: Subject) -> Iterator[Violation]:
    """A step that a text of an action names is one of its steps."""
    for action in subject.content.actions.values():
        count = len(action.value.steps)
        for place, step in enumerate(action.value.steps):
            for match in _STEP.finditer(step.do) if action.whole else ():
                number = whole_number(match["number"])
                if number and number > count:
                    yield action.find(match[0], "steps", place, "do"), {"step": match[0], "count": count}


def _missing_messages(subject: Subject) -> Iterator[Violation]:
    """An action that speaks of a message below has one."""
    for action in subject.content.actions.values():
        texts: list[tuple[tuple[Any, ...], str]] = [(("summary",), action.value.summary)]
        texts += [(("steps", place, "do"), step.do) for place, step in enumerate(action.value.steps)]
        for path, text in texts if action.whole and not action.value.words else ():
            if match := _MESSAGE_BELOW.search(text):
                yield action.find(match[0], *path), {"fragment": match[0]}


def _late_time_limits(subject: Subject) -> Iterator[Violation]:
    """What has a time limit is not among what can be done last."""
    when = [*subject.content.setup.value.when]
    for action in subject.content.actions.values():
        if action.value.time_limit and len(when) > 1 and action.value.when == when[-1]:
            yield action.at("when"), {"when": when[-1], "first": when[0]}


PLAN_RULES = (
    Rule(
        "never-asked",
        "this is never shown: it is excluded after all answers to `{gate}` that the action is for",
        "delete those after which it still fits",
        _parts_excluded,
    ),
    Rule(
        "never-asked",
        "this is never shown: it is for {answers}, which the `not_if` of the whole action excludes",
        "delete it, or name an answer that the action is for",
        _parts_for_excluded,
    ),
    Rule(
        "idle-action",
        "no cause that leads to this action goes with its answers to `{gate}`, so it is never shown",
        "change the condition, or name the action in a cause that goes with it",
        _excluded_by_causes,
    ),
    Rule(
        "odd-plan",
        "whoever answers `{gate}` with {answers} sees this action without a step",
        "add a step for them, or write the answers that the steps are for under `only_if` of the whole action",
        _only_steps_for_some,
    ),
    Rule(
        "odd-plan",
        "there is no {step} among the {count} here",
        "name one that is there, or say in words what is meant",
        _missing_steps,
    ),
    Rule(
        "odd-plan",
        "there is no `{fragment}`: this action has no `words`",
        "add them under `words`, or leave out what speaks of them",
        _missing_messages,
    ),
    Rule(
        "odd-plan",
        "`time_limit` says that a date passes, and `{when}` comes last",
        "write an earlier one here, such as `when: {first}`, or delete `time_limit`",
        _late_time_limits,
    ),
)
