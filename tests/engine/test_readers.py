"""Every field of quiz.json is read: by the engine, which then says something else, or by a view."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel
from pydantic.alias_generators import to_camel

from generator.quiz.builder import quiz_model
from generator.quiz.model import QuizModel, is_shown
from tests.conftest import ROOT, guide_of
from tests.engine.process import Engine, Json

FieldPath = tuple[str, ...]


def field_paths(value: Any) -> Iterator[tuple[FieldPath, bool]]:
    """Yield the names on the way to each field of a model that has no parts, and whether it is `Shown`."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            inner = [((name, *path), inner_shown) for path, inner_shown in field_paths(getattr(value, name))]
            yield from inner or [((name,), is_shown(field))]
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from field_paths(item)


def changed(value: Any, path: FieldPath) -> Any:
    """Return a model in which all fields at a path hold something else: numbers are in the opposite order."""
    if isinstance(value, BaseModel):
        inner = {path[0]: changed(getattr(value, path[0]), path[1:])} if path and hasattr(value, path[0]) else {}
        return value.model_copy(update=inner)
    if isinstance(value, list) and (path or isinstance(next(iter(value), None), float)):
        return [changed(item, path) for item in value]
    if isinstance(value, dict) and (path or isinstance(next(iter(value.values()), None), int | float)):
        return {name: changed(item, path) for name, item in value.items()}
    if isinstance(value, bool):
        return not value
    return 1 / (1 + value) if isinstance(value, int | float) else value and type(value)()


# Fields that views alone read.
VIEWED = {"stage", "can_be_hidden", "minutes", "stands_for"}


def conditioned(quiz: QuizModel) -> QuizModel:
    """Return a model whose actions depend on the cause that leads, as those of the guide need not."""
    ids = [cause.id for cause in quiz.causes]
    conditions = {"only_for": ids[::2], "not_for": ids[::3]}
    return quiz.model_copy(update={"actions": [action.model_copy(update=conditions) for action in quiz.actions]})


def walk(engine: Engine, quiz: QuizModel, answers: dict[str, Any]) -> Iterator[list[Json]]:
    """Yield the sessions of somebody who gives these answers to what is asked, and is not sure of all else."""
    engine.call("compile", model=as_data(quiz))
    session: list[Json] = []
    while page := engine.call("page", answers=session):
        if page["kind"] == "question":
            session = [*session, given(page["question"], answers.get(page["question"]))]
        else:
            session = [*session, {page["kind"]: []}]
        yield session


def given(question: str, answer: str | list[str] | None) -> Json:
    return {"question": question, "chosen": [answer] if isinstance(answer, str) else answer}


def as_data(quiz: QuizModel) -> Json:
    return quiz.model_dump(by_alias=True, warnings=False)


@pytest.mark.slow
def test_every_field_changes_what_the_engine_says_or_is_read_by_a_view(engine: Engine) -> None:
    guide = guide_of(ROOT / "content")
    quiz = conditioned(quiz_model(guide))
    cases = [case.value.answers for case in guide.content.cases.values()]
    told = [[given(id_, answer) for id_, answer in answers.items()] for answers in cases[:12]]
    told += [[given(question.id, question.answers[at].id) for question in quiz.questions] for at in (0, -1)]
    told += [*walk(engine, quiz, cases[0])]

    def outcomes(model: QuizModel, known: list[str] | None = None) -> list[str]:
        hashes: list[str] = engine.call("outcomes", model=as_data(model), answers=told, known=known)
        return hashes

    before = outcomes(quiz)
    code = "\n".join(
        path.read_text(encoding="utf-8") for folder in ("quiz/ui", "browser") for path in (ROOT / folder).rglob("*.js")
    )
    code = re.sub(r"//.*|/\*[\s\S]*?\*/", "", code)
    stopping = (ROOT / "tests/engine/stopping.test.js").read_text(encoding="utf-8")
    for path, is_only_shown in dict.fromkeys(field_paths(quiz)):
        name = path[-1]
        is_reasoned_with = outcomes(changed(quiz, path), before) != before
        alias = to_camel(name.rstrip("_"))
        is_viewed = bool(re.search(rf"\.{alias}\b|\{{[^{{}}]*\b{alias}\b[^{{}}]*\}}", code))
        reader = "a view" if is_only_shown or name in VIEWED else "the engine"
        readers = {"the engine": is_reasoned_with, "a view": is_viewed and not is_reasoned_with}
        is_threshold = path[0] == "stopping" and re.search(rf"\b{alias}\b", stopping)
        assert readers[reader] or is_threshold, (
            f"{'.'.join(path)} should be read by {reader}, and is not: read it there, add it to VIEWED if views alone "
            "read it, or show in tests/engine/stopping.test.js where it stops a debrief"
        )
