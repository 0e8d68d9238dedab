"""Guide -> the model that the quiz reasons with."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator import model
from generator.guide import Guide
from generator.quiz.model import (
    Choice,
    Option,
    PickAny,
    PickOne,
    QuizAction,
    QuizBand,
    QuizCause,
    QuizControl,
    QuizMessage,
    QuizModel,
    QuizQuestion,
    QuizStage,
    QuizStep,
    QuizStopping,
    QuizTellings,
    Role,
    version_of,
)
from generator.quiz.shares import base_shares, sign_shares

# What an answer counts as evidence, as a share of its full weight, by the role of its question. Where something "went
# otherwise" people answer as they see it: replayed from answer sheets, such areas cost more as full evidence than they
# give (docs/decisions/telling.md). What is feared is none. A scene says in part again what was told
# (docs/decisions/scenes.md).
ROLE_SHARES: Mapping[Role, float] = {"evidence": 1, "routing": 0.2, "fear": 0, "scenes": 0.8}

# The question that asks for scenes. No file has such a name, so no question of the guide can have the same id.
SCENES = "_scenes"
# Eight scenes take as long to read as two ordinary pages.
SCENES_COST = 2.0


def quiz_model(guide: Guide) -> QuizModel:
    """Return the model of a guide, whose words become numbers here."""
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
            clear=debrief.stopping.clear_belief,
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
    return draft.model_copy(update={"version": version_of(draft)})


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
        outside_if=cause.outside_if,
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
        only_if_clear=action.only_if_clear,
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


def _question(guide: Guide, id_: str, question: model.Question) -> QuizQuestion:
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
            role="scenes",
            family=None,
            gate={},
            follows={},
            groups=_by_stage(guide, [option.id for option in options]),
            cost=SCENES_COST,
            told=None,
            answers=options,
        )


def _by_stage(guide: Guide, ids: Sequence[str]) -> dict[str, list[str]]:
    """Return some causes by the title of their stage, in the order of the journey; stages without any are left out."""
    causes = guide.causes_of_quiz
    ids_by_stage = {
        stage.title: [id_ for id_ in ids if causes[id_].stage == stage_id]
        for stage_id, stage in guide.setup.stages.items()
    }
    return {title: members for title, members in ids_by_stage.items() if members}


def _choice(id_: str, answer: model.Answer) -> dict[str, Any]:
    return {
        "id": id_,
        "text": answer.text,
        "gate": answer.ask_if,
        "synonym": answer.synonym,
        "stands_for": answer.stands_for,
    }
