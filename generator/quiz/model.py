"""Words -> numbers: the linked guide as the model that the quiz reasons with, in the form of quiz.json.

The form itself is described by the types below, by `quiz/engine/types.js`, and by the JSON Schema that
`afterview schema quiz` prints.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from generator import model
from generator.guide import Guide

# The least share that the answers which a cause does not name keep together: words are rough, and never 0 or 1.
LEAST_REST = 0.03

Share = Annotated[float, Field(gt=0, lt=1)]
Shares = Annotated[list[Share], Field(min_length=1)]


class Part(BaseModel):
    """A part of quiz.json; its fields are written in camel case, as JavaScript has them."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=True)


class QuizCause(Part):
    """A cause: its prior, where it is out of the question, and which actions take care of it."""

    id: str
    title: str
    summary: str
    url: str
    stage: str
    control: str
    prior: Share
    gate: dict[str, list[str]]
    actions: dict[str, Share]


class QuizWords(Part):
    """A message with {named blanks}, and what it is for."""

    for_: str = Field(alias="for")
    text: str


class QuizAction(Part):
    """An action: when to take it, how long it takes, and its length weighted by how hard it feels."""

    id: str
    title: str
    summary: str
    url: str
    when: str
    minutes: int
    effort: float
    words: list[QuizWords]


class Choice(Part):
    """An answer of a question of which one answer is picked."""

    id: str
    text: str


class Option(Choice):
    """An answer that can be ticked: how many tick it without any of its causes, and with each alone."""

    base: Share
    signs: dict[str, Share]


class QuizQuestion(Part):
    """What all questions have."""

    id: str
    text: str
    help: str | None
    why: str
    family: str | None
    gate: dict[str, list[str]]
    cost: float


class PickOne(QuizQuestion):
    """One answer is picked. Shares stand in the order of the answers and add up to 1."""

    kind: Literal["pick-one"] = "pick-one"
    answers: list[Choice]
    base: Shares
    signs: dict[str, Shares]


class PickAny(QuizQuestion):
    """Any number of answers are ticked."""

    kind: Literal["pick-any"] = "pick-any"
    answers: list[Option]


class QuizStopping(Part):
    """When enough was asked."""

    pages: int
    gain_bits: float


class QuizBand(Part):
    """A word for beliefs from `least` upwards."""

    id: str
    label: str
    least: float


class QuizStage(Part):
    """A stop along the journey."""

    title: str


class QuizControl(Part):
    """Whose it was to change."""

    title: str
    label: str
    mark: str
    outside: bool


class QuizModel(Part):
    """The whole of quiz.json."""

    format: Literal[1] = 1
    version: str
    name: str
    language: str
    causes: list[QuizCause]
    actions: list[QuizAction]
    questions: list[Annotated[PickOne | PickAny, Field(discriminator="kind")]]
    opening: list[str]
    stopping: QuizStopping
    family_discount: float
    bands: list[QuizBand]
    stages: dict[str, QuizStage]
    controls: dict[str, QuizControl]
    when: dict[str, str]
    strings: dict[str, str]


def quiz_model(guide: Guide) -> QuizModel:
    """Return the model of a guide; its `version` is a hash of all that bears on a diagnosis."""
    setup, content = guide.setup, guide.content
    scales, debrief = setup.scales, setup.debrief
    draft = QuizModel(
        version="",
        name=setup.name,
        language=setup.language,
        causes=[_cause(id_, cause.value, scales) for id_, cause in content.causes.items()],
        actions=[_action(id_, action.value, scales) for id_, action in content.actions.items()],
        questions=[_question(guide, id_, question.value) for id_, question in content.questions.items()],
        opening=debrief.opening,
        stopping=QuizStopping(pages=debrief.stopping.most_pages, gain_bits=debrief.stopping.least_gain_bits),
        family_discount=debrief.family_discount,
        bands=[QuizBand(id=id_, label=band.label, least=band.least) for id_, band in debrief.bands.items()],
        stages={id_: QuizStage(title=stage.title) for id_, stage in setup.stages.items()},
        controls={
            id_: QuizControl(title=each.title, label=each.label, mark=each.mark, outside=each.outside)
            for id_, each in setup.controls.items()
        },
        when=setup.when,
        strings=content.ui_text.value.debrief.model_dump(),
    )
    return draft.model_copy(update={"version": _hash(draft)})


def as_json(quiz: QuizModel) -> str:
    """Return the text of quiz.json, byte for byte the same for the same model."""
    return json.dumps(quiz.model_dump(by_alias=True), ensure_ascii=False, separators=(",", ":"))


def base_shares(question: model.Question, share: Mapping[str, float]) -> list[float]:
    """Return the probability of each answer of a pick-one question where none of its causes holds."""
    shares = [share[answer.base] for answer in question.answers.values()]
    return _rounded([each / sum(shares) for each in shares])


def sign_shares(signs: Mapping[str, str], question: model.Question, share: Mapping[str, float]) -> list[float]:
    """Return the probability of each answer of a pick-one question where one cause alone holds.

    Answers that the cause does not name share what remains in proportion to the question's base shares.
    """
    base = dict(zip(question.answers, base_shares(question, share), strict=True))
    named = {answer: share[word] for answer, word in signs.items()}
    unnamed = sum(base[answer] for answer in base if answer not in named)
    total = sum(named.values())
    room = 1 - LEAST_REST if unnamed else 1.0
    if total > room or not unnamed:
        named = {answer: each * room / total for answer, each in named.items()}
    rest = 1 - sum(named.values())
    return _rounded([named.get(answer, rest * base[answer] / (unnamed or 1)) for answer in base])


def _rounded(shares: list[float]) -> list[float]:
    return [round(each, 5) for each in shares]


def _cause(id_: str, cause: model.Cause, scales: model.Scales) -> QuizCause:
    return QuizCause(
        id=id_,
        title=cause.title,
        summary=cause.summary,
        url=f"causes/{id_}/",
        stage=cause.stage,
        control=cause.control,
        prior=scales.how_common[cause.how_common],
        gate=cause.applies_if,
        actions={action: scales.helps[word] for action, word in cause.actions.items()},
    )


def _action(id_: str, action: model.Action, scales: model.Scales) -> QuizAction:
    minutes = action.effort.minutes
    return QuizAction(
        id=id_,
        title=action.title,
        summary=action.summary,
        url=f"actions/{id_}/",
        when=action.when,
        minutes=minutes,
        effort=minutes * scales.feels[action.effort.feels],
        words=[QuizWords(**{"for": words.for_, "text": words.text}) for words in action.words],
    )


def _question(guide: Guide, id_: str, question: model.Question) -> PickOne | PickAny:
    share = guide.setup.scales.how_many
    signs = {cause: guide.content.causes[cause].value.signs[id_] for cause in guide.causes_of_question.get(id_, ())}
    common: dict[str, Any] = {
        "id": id_,
        "text": question.text,
        "help": question.help,
        "why": question.why,
        "family": question.family,
        "gate": question.ask_if,
        "cost": 1.0,
    }
    if question.kind == "pick-one":
        return PickOne(
            **common,
            answers=[Choice(id=answer, text=each.text) for answer, each in question.answers.items()],
            base=base_shares(question, share),
            signs={cause: sign_shares(words, question, share) for cause, words in signs.items()},
        )
    options = [
        Option(
            id=answer,
            text=each.text,
            base=share[each.base],
            signs={cause: share[words[answer]] for cause, words in signs.items() if answer in words},
        )
        for answer, each in question.answers.items()
    ]
    return PickAny(**common, answers=options)


def _hash(draft: QuizModel) -> str:
    data = draft.model_dump(exclude={"version", "strings"}, by_alias=True)
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:12]
