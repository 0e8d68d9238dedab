"""Rules on causes, by what cases and actions make of them."""

from collections import defaultdict
from collections.abc import Iterator

from generator.linting.rules.entries import MOST_PLACES
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
            listed = " and ".join(f"{place.path}:{place.line}" for place in places[:MOST_PLACES])
            yield cause.at("title"), {"told": told, "places": listed}


def _idle_actions(subject: Subject) -> Iterator[Violation]:
    """Each action helps with a cause."""
    used = {action for cause in subject.content.causes.values() for action in cause.value.actions}
    for id_, action in subject.content.actions.items():
        if id_ not in used:
            yield action.at("title"), {"id": id_}


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
        "idle-action",
        "no cause leads to this action",
        "add `{id}` to the `actions` of the causes that it helps with",
        _idle_actions,
    ),
)
