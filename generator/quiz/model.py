"""The format of quiz.json, which the quiz reasons with.

`quiz/engine/types.js` describes it as well, and so does the JSON Schema that `afterview schema quiz` prints.
"""

import hashlib
import json
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, SerializationInfo
from pydantic.alias_generators import to_camel
from pydantic.fields import FieldInfo

Share = Annotated[float, Field(gt=0, lt=1)]
Shares = Annotated[list[Share], Field(min_length=1)]

# `scenes` is the role of the one question that asks for scenes; authors choose among the others.
Role = Literal["evidence", "routing", "fear", "scenes"]

T = TypeVar("T")
_HASH = "hash"


def _unless_hashed(value: Any, info: SerializationInfo) -> Any:
    return None if info.context == _HASH else value


_IF_SHOWN = PlainSerializer(_unless_hashed)
# What is only shown: no diagnosis depends on it, and neither does the `version`.
Shown = Annotated[T, _IF_SHOWN]


class Part(BaseModel):
    """A part of quiz.json, whose fields are written in camel case there."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=True)


class QuizCause(Part):
    """A cause: its prior, the answers that it needs, that rule it out or put it in others' hands, and what helps."""

    id: str
    title: Shown[str]
    summary: Shown[str]
    url: Shown[str]
    stage: str
    control: str
    prior: Share
    gate: dict[str, list[str]]
    not_if: dict[str, list[str]]
    outside_if: dict[str, list[str]]
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

    `only_for` are the causes of which one must lead, `not_for` those of which none may be in the leading band.
    """

    id: str
    title: Shown[str]
    summary: Shown[str]
    url: Shown[str]
    when: str
    minutes: int
    effort: float
    time_limit: bool
    only_if_clear: bool
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


class QuestionFields(Part):
    """The fields of every question."""

    id: str
    text: Shown[str]
    help: Shown[str | None]
    why: Shown[str]
    label: Shown[str | None]
    role: Role
    family: str | None
    gate: dict[str, list[str]]
    follows: dict[str, list[str]]
    groups: Shown[dict[str, list[str]]]
    cost: float


class PickOne(QuestionFields):
    """A question with one answer. Shares are in the order of the answers and add up to 1."""

    kind: Literal["pick-one"] = "pick-one"
    answers: list[Choice]
    base: Shares
    signs: dict[str, Shares]


class PickAny(QuestionFields):
    """A question with any number of answers; `told` where fewer tell what applies to them than elsewhere."""

    kind: Literal["pick-any"] = "pick-any"
    told: Share | None
    answers: list[Option]


QuizQuestion: TypeAlias = PickOne | PickAny


class QuizStopping(Part):
    """When to stop asking: see `Stopping` in model/settings.py."""

    pages: int
    least: int
    gain: float
    change: float
    clear: float


class QuizTelling(Part):
    """How people tell a fact: the share who say so of those it is true of, and of the others."""

    told: Share
    stray: Share


class QuizTellings(Part):
    """How people tell a fact, by how they are asked, and the share who tell what stands out."""

    list: QuizTelling
    asked: QuizTelling
    first_scene: QuizTelling
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
    questions: list[Annotated[QuizQuestion, Field(discriminator="kind")]]
    opening: list[str]
    stopping: QuizStopping
    telling: QuizTellings
    family_discount: float
    role_shares: dict[Role, float]
    bands: list[QuizBand]
    stages: dict[str, QuizStage]
    controls: dict[str, QuizControl]
    how_far: dict[str, dict[str, str]]
    in_any_case: list[str]
    blanks: Shown[dict[str, dict[str, dict[str, str]]]]
    when: dict[str, Shown[str]]
    strings: Shown[dict[str, str]]


def as_json(quiz: QuizModel) -> str:
    """Return the text of quiz.json, which is the same byte for byte for the same model."""
    return json.dumps(quiz.model_dump(by_alias=True), ensure_ascii=False, separators=(",", ":"))


def version_of(quiz: QuizModel) -> str:
    """Return a hash of all that is not `Shown`, which a new field that is only shown leaves as it was."""
    data = _without_shown(quiz, quiz.model_dump(context=_HASH))
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:12]


def is_shown(field: FieldInfo) -> bool:
    """Return whether a field is only shown."""
    return _IF_SHOWN in field.metadata


def _without_shown(value: Any, data: Any) -> Any:
    """Return the data of a value without the names of what is only shown, given the value and its data."""
    if isinstance(value, Part):
        names = [name for name, field in type(value).model_fields.items() if not is_shown(field)]
        return {name: _without_shown(getattr(value, name), data[name]) for name in names}
    if isinstance(value, dict):
        return {key: _without_shown(item, data[key]) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_shown(*pair) for pair in zip(value, data, strict=True)]
    return data
