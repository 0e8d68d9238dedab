"""How the quiz fares after a change: over the cases, and over a few simulated people of each cause."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from generator.diff.models import QuizChanges, Score, Verdict
from generator.guide import Guide
from generator.quiz.builder import quiz_model
from generator.quiz.evaluation import SHORTLIST
from generator.quiz.evaluation.simulation import Sample, sample

# Few for each cause: what is asked for is not shares but whether anyone fares otherwise.
PEOPLE = 2

Key = tuple[str, str]
Titles = Mapping[str, str]


def quiz_changes(before: Guide, after: Guide) -> QuizChanges | None:
    """Return how the quiz fares, or None where nothing that bears on it changed.

    Raises:
        NodeNotFoundError: There is no Node on this machine.
    """
    models = quiz_model(before), quiz_model(after)
    if models[0].version == models[1].version and _outcomes(before) == _outcomes(after):
        return None
    with ThreadPoolExecutor(2) as pool:
        old, new = pool.map(lambda guide, quiz: sample(guide, quiz, PEOPLE), (before, after), models)
    titles = {cause.id: cause.title for quiz in models for cause in quiz.causes}
    stories = {id_: (case.value.title, case.value.turned_out.main) for id_, case in after.content.cases.items()}
    people = {cause.id: (cause.title, cause.id) for cause in models[1].causes}
    return QuizChanges(
        cases=(_case_score(old), _case_score(new)),
        people=(_people_score(old), _people_score(new)),
        cases_changed=_verdicts(_case_lists(old), _case_lists(new), stories, titles),
        people_changed=_verdicts(_people_lists(old), _people_lists(new), people, titles),
    )


def _outcomes(guide: Guide) -> dict[str, Any]:
    return {id_: (case.value.answers, case.value.turned_out.main) for id_, case in guide.content.cases.items()}


def _case_score(results: Sample) -> Score:
    places = [case.place for case in results.cases]
    return Score(len(places), sum(place == 1 for place in places), sum(place <= SHORTLIST for place in places))


def _people_score(results: Sample) -> Score:
    people = [(person.cause, causes) for person in results.people for causes in person.first_three]
    first = sum(causes[:1] == [cause] for cause, causes in people)
    return Score(len(people), first, sum(cause in causes for cause, causes in people))


def _case_lists(results: Sample) -> dict[Key, list[str]]:
    return {(case.case, ""): [str(cause["id"]) for cause in case.first_three] for case in results.cases}


def _people_lists(results: Sample) -> dict[Key, list[str]]:
    return {
        (people.cause, str(number)): causes
        for people in results.people
        for number, causes in enumerate(people.first_three)
    }


def _verdicts(
    old: Mapping[Key, list[str]], new: Mapping[Key, list[str]], about: Mapping[str, tuple[str, str]], titles: Titles
) -> tuple[Verdict, ...]:
    """Return those whom the quiz now leads elsewhere, and those who are new.

    Led elsewhere is who has another cause first, or whose true cause came into the first three or left them. That less
    likely causes change places tells readers nothing.

    Args:
        old: The first three causes before.
        new: The same after.
        about: What to call each, and the true cause.
        titles: The titles of causes.
    """
    return tuple(
        Verdict(
            id_,
            about[id_][0],
            titles[about[id_][1]],
            _titles_of(old.get((id_, number), []), titles),
            _titles_of(causes, titles),
        )
        for (id_, number), causes in sorted(new.items())
        if _leads_elsewhere(old.get((id_, number)), causes, about[id_][1])
    )


def _leads_elsewhere(before: Sequence[str] | None, after: Sequence[str], truth: str) -> bool:
    return before is None or before[:1] != after[:1] or (truth in before) != (truth in after)


def _titles_of(ids: Sequence[str], titles: Titles) -> tuple[str, ...]:
    return tuple(titles[id_] for id_ in ids)
