"""Guide -> the model that the quiz reasons with, which is quiz.json: its words become numbers.

The format is described by the types below, by `quiz/engine/types.js`, and by the JSON Schema that
`afterview schema quiz` prints.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, SerializationInfo
from pydantic.alias_generators import to_camel

from generator import model
from generator.guide import Guide

# The least share of the answers that a cause doesn't name, all together: the words are rough, and no share is 0 or 1.
LEAST_UNNAMED_SHARE = 0.03

# What an answer counts as evidence, as a share of its full weight, by the role of its question. Where something "went
# otherwise" people answer as they see it: replayed from answer sheets, such areas cost more as full evidence than they
# give (docs/decisions/telling.md). What is feared is none.
ROLE_SHARES: Mapping[str, float] = {"evidence": 1, "routing": 0.2, "fear": 0, "recognition": 1}

# The question that asks for scenes. No file has such a name, so no question of the guide can have the same id.
SCENES = "_scenes"
# Eight scenes take as long to read as two ordinary pages.
SCENES_COST = 2.0

Share = Annotated[float, Field(gt=0, lt=1)]
Shares = Annotated[list[Share], Field(min_length=1)]


T = TypeVar("T")
_HASH = "hash"


def _unless_hashed(value: Any, info: SerializationInfo) -> Any:
    return None if info.context == _HASH else value


# What is only shown: no diagnosis depends on it, and neither does the `version`.
Shown = Annotated[T, PlainSerializer(_unless_hashed)]


class Part(BaseModel):
    """A part of quiz.json, whose fields are written in camel case there."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=True)


class QuizCause(Part):
    """A cause: its prior, the answers that it needs or that rule it out, and how far each action helps."""

    id: str
    title: Shown[str]
    summary: Shown[str]
    url: Shown[str]
    stage: str
    control: str
    prior: Share
    gate: dict[str, list[str]]
    not_if: dict[str, list[str]]
    actions: dict[str, Share]
    when_it_decides: Shown[str | None]
    can_be_hidden: bool


class Fitting(Part):
    """Something that fits some readers only: the answers of which one must, or none may, have been told."""

    only_if: dict[str, list[str]]
    not_if: dict[str, list[str]]


class QuizStep(Fitting):
    """A step of an action."""

    do: Shown[str]


class QuizMessage(Fitting):
    """A message with {named blanks}, and what it is for."""

    for_: Shown[str] = Field(alias="for")
    text: Shown[str]


class QuizAction(Fitting):
    """An action: when to take it, its length in minutes, and `effort`: the length weighted by how hard it feels.

    `only_for` and `not_for` are the causes of which one must, or none may, lead.
    """

    id: str
    title: Shown[str]
    summary: Shown[str]
    url: Shown[str]
    when: str
    minutes: int
    effort: float
    time_limit: bool
    only_for: list[str]
    not_for: list[str]
    steps: list[QuizStep]
    words: list[QuizMessage]


class Choice(Part):
    """An answer to a pick-one question, where it is left out, and the name shared by those that say the same."""

    id: str
    text: Shown[str]
    gate: dict[str, list[str]]
    synonym: str | None
    stands_for: list[str]


class Option(Choice):
    """An answer to a pick-any question: the share of people it is true of without any of its causes, and with each."""

    base: Share
    signs: dict[str, Share]


class QuizQuestion(Part):
    """The fields of every question."""

    id: str
    text: Shown[str]
    help: Shown[str | None]
    why: Shown[str]
    label: Shown[str | None]
    role: Literal["evidence", "routing", "fear", "recognition"]
    family: str | None
    gate: dict[str, list[str]]
    follows: dict[str, list[str]]
    groups: Shown[dict[str, list[str]]]
    cost: float


class PickOne(QuizQuestion):
    """A question with one answer. Shares are in the order of the answers and add up to 1."""

    kind: Literal["pick-one"] = "pick-one"
    answers: list[Choice]
    base: Shares
    signs: dict[str, Shares]


class PickAny(QuizQuestion):
    """A question with any number of answers; `told` where fewer tell what applies to them than elsewhere."""

    kind: Literal["pick-any"] = "pick-any"
    told: Share | None
    answers: list[Option]


class QuizStopping(Part):
    """When to stop asking: see `Stopping` in model/settings.py."""

    pages: int
    least: int
    gain: float
    change: float


class QuizTelling(Part):
    """How people tell a fact: the share who say so of those it is true of, and of the others."""

    told: Share
    stray: Share


class QuizTellings(Part):
    """How people tell a fact, by how they are asked, and the share who tell what stands out."""

    list: QuizTelling
    asked: QuizTelling
    standing_out: Share | None


class QuizBand(Part):
    """A label for beliefs from `least` upwards."""

    id: str
    label: Shown[str]
    least: float


class QuizStage(Part):
    """A stop along the journey."""

    title: Shown[str]


class QuizControl(Part):
    """Whose a cause is to change."""

    title: Shown[str]
    label: Shown[str]
    mark: Shown[str]
    outside: bool


class QuizModel(Part):
    """The whole of quiz.json."""

    format: Literal[1] = 1
    version: str
    name: Shown[str]
    language: Shown[str]
    causes: list[QuizCause]
    actions: list[QuizAction]
    questions: list[Annotated[PickOne | PickAny, Field(discriminator="kind")]]
    opening: list[str]
    stopping: QuizStopping
    telling: QuizTellings
    family_discount: float
    role_shares: dict[str, float]
    bands: list[QuizBand]
    stages: dict[str, QuizStage]
    controls: dict[str, QuizControl]
    how_far: dict[str, dict[str, str]]
    in_any_case: list[str]
    blanks: Shown[dict[str, dict[str, dict[str, str]]]]
    when: dict[str, Shown[str]]
    strings: Shown[dict[str, str]]


def quiz_model(guide: Guide) -> QuizModel:
    """Return the model of a guide; its `version` is a hash of all that is not `Shown`."""
    setup, content = guide.setup, guide.content
    scales, debrief = setup.scales, setup.debrief
    draft = QuizModel(
        version="",
        name=setup.name,
        language=setup.language,
        causes=[_cause(id_, cause, scales) for id_, cause in guide.causes_of_quiz.items()],
        actions=[_action(id_, action.value, scales) for id_, action in content.actions.items()],
        questions=[
            *(_question(guide, id_, question.value) for id_, question in content.questions.items()),
            *_scenes(guide),
        ],
        opening=debrief.opening,
        stopping=QuizStopping(
            pages=debrief.stopping.most_pages,
            least=debrief.stopping.least_pages,
            gain=debrief.stopping.least_gain,
            change=debrief.stopping.least_change,
        ),
        telling=QuizTellings.model_validate(debrief.telling.model_dump(exclude={"scene"})),
        family_discount=debrief.family_discount,
        role_shares=dict(ROLE_SHARES),
        bands=[QuizBand(id=id_, label=band.label, least=band.least) for id_, band in debrief.bands.items()],
        stages={id_: QuizStage(title=stage.title) for id_, stage in setup.stages.items()},
        controls={
            id_: QuizControl(title=control.title, label=control.label, mark=control.mark, outside=control.outside)
            for id_, control in setup.controls.items()
        },
        how_far=debrief.how_far,
        in_any_case=debrief.in_any_case,
        blanks=debrief.blanks,
        when=setup.when,
        strings=content.ui_text.value.debrief.quoting(),
    )
    return draft.model_copy(update={"version": _hash(draft)})


def as_json(quiz: QuizModel) -> str:
    """Return the text of quiz.json, which is the same byte for byte for the same model."""
    return json.dumps(quiz.model_dump(by_alias=True), ensure_ascii=False, separators=(",", ":"))


def base_shares(question: model.Question, share: Mapping[str, float]) -> list[float]:
    """Return the probability of each answer to a pick-one question if none of its causes holds.

    Args:
        question: The question.
        share: The share that each word for a number of people stands for.
    """
    shares = [share[answer.base] for answer in question.answers.values()]
    total = sum(shares)
    return _rounded([value / total for value in shares])


def sign_shares(signs: Mapping[str, str], question: model.Question, share: Mapping[str, float]) -> list[float]:
    """Return the probability of each answer to a pick-one question if one cause alone holds.

    Answers that the cause doesn't name share what remains in proportion to the question's base shares.

    Args:
        signs: The word of each answer that the cause names.
        question: The question.
        share: The share that each word for a number of people stands for.
    """
    base = dict(zip(question.answers, base_shares(question, share), strict=True))
    own = {answer: share[word] for answer, word in signs.items()}
    unnamed_base = sum(value for answer, value in base.items() if answer not in own)
    most_for_named = 1 - LEAST_UNNAMED_SHARE if unnamed_base else 1.0
    total = sum(own.values())
    if total > most_for_named or not unnamed_base:
        own = {answer: value * most_for_named / total for answer, value in own.items()}
    remainder = 1 - sum(own.values())
    shares = []
    for answer, value in base.items():
        shares.append(own[answer] if answer in own else remainder * value / unnamed_base)
    return _rounded(shares)


def _rounded(shares: list[float]) -> list[float]:
    return [round(value, 5) for value in shares]


def _cause(id_: str, cause: model.Cause, scales: model.Scales) -> QuizCause:
    return QuizCause(
        id=id_,
        title=cause.title,
        summary=cause.summary,
        url=model.KINDS["cause"].address_of(id_),
        stage=cause.stage,
        control=cause.control,
        prior=scales.how_common[cause.how_common],
        gate=cause.applies_if,
        not_if=cause.not_if,
        actions={action: scales.helps[word] for action, word in cause.actions.items()},
        when_it_decides=cause.when_it_decides,
        can_be_hidden=cause.can_be_hidden,
    )


def _action(id_: str, action: model.Action, scales: model.Scales) -> QuizAction:
    minutes = action.effort.minutes
    return QuizAction(
        id=id_,
        title=action.title,
        summary=action.summary,
        url=model.KINDS["action"].address_of(id_),
        when=action.when,
        minutes=minutes,
        effort=minutes * scales.feels[action.effort.feels],
        time_limit=action.time_limit,
        only_if=action.only_if,
        not_if=action.not_if,
        only_for=action.only_for,
        not_for=action.not_for,
        steps=[QuizStep(do=step.do, only_if=step.only_if, not_if=step.not_if) for step in action.steps],
        words=[
            QuizMessage(for_=message.for_, text=message.text, only_if=message.only_if, not_if=message.not_if)
            for message in action.words
        ],
    )


def _question(guide: Guide, id_: str, question: model.Question) -> PickOne | PickAny:
    share = guide.setup.scales.how_many
    # By cause: the word of each answer that it names.
    signs = {cause: guide.content.causes[cause].value.signs[id_] for cause in guide.causes_of_question.get(id_, ())}
    common: dict[str, Any] = {
        "id": id_,
        "text": question.text,
        "help": question.help,
        "why": question.why,
        "label": question.label,
        "role": question.role,
        "family": question.family,
        "gate": question.ask_if,
        "follows": question.follows,
        "groups": question.groups,
        "cost": 1.0,
    }
    if question.kind == "pick-one":
        return PickOne(
            **common,
            answers=[Choice(**_choice(answer_id, answer)) for answer_id, answer in question.answers.items()],
            base=base_shares(question, share),
            signs={cause: sign_shares(words, question, share) for cause, words in signs.items()},
        )
    options = []
    for answer_id, answer in question.answers.items():
        shares = {cause: share[words[answer_id]] for cause, words in signs.items() if answer_id in words}
        options.append(Option(**_choice(answer_id, answer), base=share[answer.base], signs=shares))
    return PickAny(**common, told=None if question.told is None else share[question.told], answers=options)


def _scenes(guide: Guide) -> Iterator[PickAny]:
    """Yield the question that asks which scenes come close, for a guide whose causes have them."""
    words, telling = guide.content.ui_text.value.scenes, guide.setup.debrief.telling.scene
    options = [
        Option(
            id=id_,
            text=cause.scene,
            gate={},
            synonym=None,
            stands_for=[],
            base=telling.stray,
            signs={id_: telling.told},
        )
        for id_, cause in guide.causes_of_quiz.items()
        if cause.scene
    ]
    if options:
        yield PickAny(
            id=SCENES,
            text=words.title,
            help=words.help,
            why=words.why,
            label=words.label,
            role="recognition",
            family=None,
            gate={},
            follows={},
            groups={},
            cost=SCENES_COST,
            told=None,
            answers=options,
        )


def _choice(id_: str, answer: model.Answer) -> dict[str, Any]:
    return {
        "id": id_,
        "text": answer.text,
        "gate": answer.ask_if,
        "synonym": answer.synonym,
        "stands_for": answer.stands_for,
    }


def _hash(draft: QuizModel) -> str:
    data = draft.model_dump(by_alias=True, context=_HASH)
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:12]
