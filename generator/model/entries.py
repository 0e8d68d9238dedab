"""The content types: what one YAML file may say, field by field.

This is the only place where a field is described. Authors' documentation, the JSON Schema and the messages
of `check` are all made from it. Ids (`stage`, `sources`, …) and words of a scale (`most`, `strong`, …) are plain
text here; whether they exist is a question about the whole guide and is answered in `guide.py`.
"""

import secrets
from dataclasses import dataclass
from datetime import date
from string import ascii_lowercase
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)  # fmt: skip
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from generator.model.genres import Genre

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_ID = 60

# Stands where an id or a word could not be read: its diagnostic is known already, and nothing more is to be said of it.
# It has to be an id and must not be what somebody typed, so it ends in letters that nobody knows.
UNREAD = f"unread-{''.join(secrets.choice(ascii_lowercase) for _ in range(20))}"


@dataclass(frozen=True, slots=True)
class SchemaKeyword:
    """Tells a form or an editor, through the JSON Schema, what a text is."""

    name: str
    value: str | bool = True

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(core), self.name: self.value}


def ref(to: str) -> SchemaKeyword:
    """Return the mark of an id or a word that stands elsewhere: in a folder or a file of entries, or in guide.yml."""
    return SchemaKeyword("x-ref", to)


def genre(name: Genre) -> SchemaKeyword:
    """Return the mark of what a text is, by which rules know whether they apply to it."""
    return SchemaKeyword("x-genre", name)


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=LONGEST_ID)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400, pattern=r"^[^\n]*$")]
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=3000), SchemaKeyword("x-multiline")
]
Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
Probability = Annotated[float, Field(gt=0, lt=1)]
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S*[^\s.,;]$"), genre("address")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S*[^\s.,;]$"), genre("address")]
Title = Annotated[Line, genre("title")]
Summary = Annotated[Line, genre("summary")]
Sentence = Annotated[Line, genre("sentence")]
Instruction = Annotated[Line, genre("step")]
Phrase = Annotated[Line, genre("phrase")]
Caption = Annotated[Line, genre("caption")]
Alias = Annotated[Line, genre("alias")]
Speech = Annotated[Line, genre("speech")]
Contributor = Annotated[Line, genre("contributor")]
CauseId = Annotated[Id, ref("causes")]
ActionId = Annotated[Id, ref("actions")]
QuestionId = Annotated[Id, ref("questions")]
AnswerId = Annotated[Id, ref("answers")]
SourceId = Annotated[Id, ref("sources")]
StageId = Annotated[Id, ref("stages")]
PageId = Annotated[Id, ref("pages")]
KindName = Annotated[Id, ref("kinds")]
HowMany = Annotated[Word, ref("how_many")]
Former = list[Id]
Gate = dict[QuestionId, Annotated[list[AnswerId], Field(min_length=1)]]
WordsByAnswer = dict[QuestionId, dict[AnswerId, Line]]
Ticks = Annotated[
    list[AnswerId],
    BeforeValidator(
        lambda value: [value] if isinstance(value, str) else value, json_schema_input_type=AnswerId | list[AnswerId]
    ),
]


# A field that may be left out and that the form shows first.
ASKED = SchemaKeyword("x-asked")
# A field that those fill in who look after the guide: one has to know all of it, or how the quiz reasons.
UPKEEP = SchemaKeyword("x-upkeep")

# Fields that several kinds of entries have.
FORMER: Any = Field(default=[], description="Its former ids, after a renaming: their addresses lead here.")
_ALSO_CALLED: Any = Field(default=[], description="How people put it who search for it.")
_EVIDENCE: Any = Field(description="How strong the evidence is, or that there is none.")
_SOURCES: Any = Field(default=[], description="Works from the list of sources.")
_DOI: Any = Field(default=None, description="Without https://doi.org/, such as 10.1037/apl0000994.")
_URL: Any = Field(default=None, description="In full, beginning with https://.")
_REVIEWED: Any = Field(description="When someone last checked every sentence, as YYYY-MM-DD.")
_CONTRIBUTORS: Any = Field(default=[], description="Who wrote it, as they wish to be named.")


def _answers(role: str) -> Any:
    """Return a field of answers by question, such as those `without which the step makes no sense`."""
    return Field(default={}, description=f"Answers {role}, by question.")


class Prose(str):
    """Markdown of the simplest sort, as `markdown.py` describes it. All other text is shown as it stands."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(strip_whitespace=True, min_length=1, max_length=8000)
        return core_schema.no_info_after_validator_function(cls, text)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(core), "x-prose": True, "x-multiline": True, "x-genre": "prose"}


class PageProse(Prose):
    """Prose that may have headings of its own: the body of a hand-written page."""

    __slots__ = ()


class Entry(BaseModel):
    """What all content has in common: it cannot change, and it has no fields but the described ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Entry):
    """How well a page's advice is supported, in one word and a few sentences."""

    strength: Annotated[Word, ref("evidence")] = Field(
        description="How strong it is in a word; `none` where nothing was found."
    )
    says: Prose = Field(description="What is known and what is not, with the caveats of its sources.")
    sources: Annotated[list[SourceId], ASKED] = _SOURCES


class Exchange(Entry):
    """What a cause sounds like, and what to say instead."""

    asked: Speech = Field(description="The question or the moment that it answers.")
    instead_of: Annotated[Line, genre("counterexample")] = Field(
        description="What one says when this cause is at work."
    )
    say: Speech = Field(description="What would have served better, in words that one could really say.")


class Portion(Entry):
    """A part of what a picture shows."""

    label: Caption = Field(description="What it is, in a few words.")
    amount: int = Field(ge=1, le=100, description="How much or how many of it there is.")


class Picture(Entry):
    """A whole and its parts, drawn; its title and the labels say the same in words."""

    title: Caption = Field(description="What it shows, in eight words at the most.")
    drawn_as: Literal["boxes", "lengths", "people"] = Field(
        description="`boxes` of a form, `lengths` of time, or `people`; the first part stands out."
    )
    unit: Caption | None = Field(default=None, description="What the amounts are counted in, such as min.")
    parts: list[Portion] = Field(
        min_length=2, max_length=5, description="The parts, in the order in which to draw them."
    )


class Cause(Entry):
    """One reason why it did not work out."""

    title: Title = Field(description="Eight words at the most, a plain statement.")
    also_called: list[Alias] = _ALSO_CALLED
    stage: StageId = Field(description="Where along the journey it happens.")
    control: Annotated[Id, ref("controls")] = Field(description="Whose it was to change.")
    summary: Summary = Field(description="One sentence in plain words.")
    scene: Annotated[Line, genre("scene"), ASKED] | None = Field(
        default=None,
        description="How it may have gone, in one or two sentences of somebody who doesn't know the reason: what they "
        "saw, heard and did, and nothing that they concluded. The debrief asks whether it comes close.",
    )
    when_it_decides: Annotated[Line, genre("clause")] | None = Field(
        default=None,
        description="For the result, after the words `When this is the reason,`: how that comes about for anybody, and "
        "never what the reader did or felt.",
    )
    can_be_hidden: Annotated[bool, UPKEEP] = Field(
        default=False,
        description="`true` where it can be at work without a sign, so that the result never says that it was not.",
    )
    how_common: Annotated[Word, ref("how_common"), ASKED] = Field(
        description="How often it is at work, among all who ask."
    )
    applies_if: Gate = Field(
        default={}, description="Answers without which this cause is out of the question, by question."
    )
    not_if: Gate = Field(default={}, description="Answers that put this cause out of the question, by question.")
    outside_if: Gate = Field(
        default={}, description="Answers that show that it was in others' hands, whatever `control` says, by question."
    )
    signs: Annotated[dict[QuestionId, Annotated[dict[AnswerId, HowMany], Field(min_length=1)]], ASKED] = Field(
        default={},
        description="Answers that speak for or against it: of all with this cause alone, how many would give them? "
        "Without any the quiz leaves it out.",
    )
    what_happened: Prose = Field(description="What it is and how it comes about.")
    across_the_table: Annotated[Prose, ASKED] | None = Field(default=None, description="What the other side saw.")
    picture: Annotated[Picture, UPKEEP] | None = Field(
        default=None, description="What the other side saw, as a picture."
    )
    sounds_like: Annotated[Exchange, ASKED] | None = Field(
        default=None, description="An example, and a better way to put it."
    )
    not_this_if: Prose = Field(description="When to look elsewhere, and where.")
    handle_with_care: Annotated[Prose, ASKED] | None = Field(
        default=None, description="For whom this reads differently, or for whom the usual advice would do harm."
    )
    actions: dict[ActionId, Annotated[Word, ref("helps")]] = Field(
        min_length=1, description="What to do about it, and how much each helps."
    )
    evidence: Evidence = _EVIDENCE
    reviewed: date = _REVIEWED
    contributors: list[Contributor] = _CONTRIBUTORS
    was: Former = FORMER


class Step(Entry):
    """One thing to do."""

    do: Instruction = Field(description="An instruction that can be followed as it stands.")
    minutes: int | None = Field(default=None, ge=1, le=10000, description="How long it takes, in minutes.")
    only_if: Gate = _answers("without which the step makes no sense")
    not_if: Gate = _answers("after which the step makes no sense")


class Effort(Entry):
    """What an action asks of the person who does it."""

    minutes: int = Field(ge=1, le=100000, description="Its whole length in minutes.")
    feels: Annotated[Word, ref("feels")] = Field(description="How hard it is.")


class Message(Entry):
    """Words to say or write, with {named blanks}."""

    for_: Annotated[Line, genre("occasion")] = Field(alias="for", description="When to use it.")
    text: Annotated[Text, genre("message")] = Field(
        description="The words as they stand; a blank is a name in braces, {like this}."
    )
    examples: dict[Line, Annotated[Line, genre("example")]] = Field(
        default={}, description="By blank, without its braces: what somebody could really write there."
    )
    only_if: Gate = _answers("without which the words make no sense")
    not_if: Gate = _answers("after which the words make no sense")


class Action(Entry):
    """Something to do about one or more causes."""

    title: Title = Field(description="An instruction of eight words at the most.")
    also_called: list[Alias] = _ALSO_CALLED
    summary: Summary = Field(description="One sentence: what it is and what it gains.")
    when: Annotated[Id, ref("when")] = Field(description="When to do it.")
    effort: Effort = Field(description="How long it takes and how hard it is.")
    time_limit: bool = Field(
        default=False,
        description="`true` where a date passes: a time limit, or an answer that somebody waits for. It comes first.",
    )
    only_if_clear: bool = Field(
        default=False,
        description="`true` where it makes no sense if the first cause rests on one light sign or few.",
    )
    only_if: Gate = _answers("without which the action makes no sense")
    not_if: Gate = _answers("after which the action makes no sense")
    only_for: list[CauseId] = Field(
        default=[], description="Causes of which one must lead, or the action makes no sense."
    )
    not_for: list[CauseId] = Field(default=[], description="Causes where the action would make no sense or do harm.")
    steps: list[Step] = Field(min_length=1, description="In the order in which to do them.")
    words: list[Message] = Field(default=[], description="Scripts and messages.")
    pitfalls: list[Instruction] = Field(default=[], description="How it goes wrong.")
    handle_with_care: Prose | None = Field(default=None, description="For whom this advice would do harm, and why.")
    evidence: Evidence = _EVIDENCE
    reviewed: date = _REVIEWED
    contributors: list[Contributor] = _CONTRIBUTORS
    was: Former = FORMER


class Answer(Entry):
    """One answer that a question offers."""

    text: Annotated[Line, genre("answer")] = Field(description="The answer as it is shown.")
    base: HowMany = Field(description="How many of the people to whom none of its causes applies would give it.")
    ask_if: Annotated[Gate, UPKEEP] = Field(
        default={}, description="Leave it out where these answers, by question, were asked for and not given."
    )
    also_said: list[Alias] = Field(default=[], description="How people put it who tell it in their own words.")
    synonym: Annotated[Id, UPKEEP] | None = Field(
        default=None,
        description="A name shared by answers that say the same, on whatever page: told twice, they count once.",
    )
    stands_for: Annotated[list[CauseId], UPKEEP] = Field(
        default=[], description="Causes that it means, as the answer to what is feared."
    )


class Question(Entry):
    """An observable fact to ask about."""

    text: Annotated[Line, genre("question")] = Field(
        description="The question; never whether one was bad at something."
    )
    help: Sentence | None = Field(default=None, description="What is meant, where that is not plain.")
    why: Sentence = Field(description="Why we ask: what the answer tells apart.")
    kind: Literal["pick-one", "pick-any"] = Field(description="`pick-one`, or `pick-any` where several may be true.")
    label: Annotated[Line, genre("label"), UPKEEP] | None = Field(
        default=None, description="What to call it in a list, in three words at the most."
    )
    role: Annotated[Literal["evidence", "routing", "fear"], UPKEEP] = Field(
        default="evidence",
        description="`routing` where it chooses what is asked next and says little by itself; `fear` where it asks "
        "what the reader suspects, which is no evidence.",
    )
    told: Annotated[HowMany, UPKEEP] | None = Field(
        default=None,
        description="How many tick a line that is true of them, where that is fewer than elsewhere.",
    )
    family: Annotated[Id, UPKEEP] | None = Field(
        default=None, description="A name shared by questions whose answers overlap."
    )
    ask_if: Annotated[Gate, ASKED] = Field(default={}, description="Ask only after these answers, by question.")
    follows: Annotated[Gate, UPKEEP] = Field(
        default={},
        description="Ask next once one of these answers was given, by question: what it names is asked about.",
    )
    groups: Annotated[dict[Line, list[Id]], UPKEEP] = Field(
        default={}, description="Answers to show together, by the label above them; all others come last."
    )
    answers: dict[Id, Answer] = Field(min_length=1, description="In the order in which to show them.")


class Source(Entry):
    """One item of the bibliography."""

    authors: list[Annotated[Line, genre("person"), SchemaKeyword("x-person")]] = Field(
        min_length=1, description="One an item, the last name first, such as `Abel, M.`."
    )
    year: Annotated[str, StringConstraints(pattern=r"^(\d{4}|n\.d\.)$")] = Field(description="Four digits, or n.d.")
    title: Annotated[Line, genre("work")] = Field(description="As it was published.")
    venue: Annotated[Line, genre("venue")] = Field(description="Journal, volume and pages; or the publisher.")
    doi: Annotated[Doi, ASKED] | None = _DOI
    url: Annotated[Address, ASKED] | None = _URL
    kind: Annotated[Word, ref("source_kinds")] = Field(description="What sort of work it is.")
    shelf: Annotated[Id, ref("shelves"), ASKED] | None = Field(
        default=None, description="The question that it answers."
    )
    finding: Annotated[Prose, genre("finding")] = Field(description="What it found, in our own words.")
    limits: Annotated[Prose, genre("finding")] = Field(description="What it does not show.")
    confidence: Literal["high", "medium"] = Field(
        description="`high` where reference and finding were both confirmed; `medium` where a detail is still open: "
        "quote none of its figures without its limits."
    )

    @property
    def citation(self) -> str:
        """A short citation, such as "Sackett and others, 2022", without what stands in brackets after a name."""
        names = [author.split(" (")[0].split(",")[0] for author in self.authors]
        match names:
            case [only]:
                cited = only
            case [first, second]:
                cited = f"{first} and {second}"
            case [first, *_]:
                cited = f"{first} and others"
        return f"{cited}, {self.year}"


class Reference(Entry):
    """A work that only one page leans on."""

    citation: Annotated[Line, genre("citation")] = Field(description="Authors, year, title and where it was published.")
    doi: Doi | None = _DOI
    url: Address | None = _URL


class Myth(Entry):
    """A belief that is widespread and not so."""

    claim: Title = Field(description="As people say it.")
    verdict: Annotated[Word, ref("verdicts")] = Field(description="What is to be said of it in a word.")
    summary: Summary = Field(description="The correction, in one sentence.")
    origin: Annotated[Prose, genre("origin")] = Field(description="Where it comes from.")
    what_is_known: Prose = Field(description="What can be said instead, with its caveats.")
    instead: Prose = Field(description="What to do with this.")
    causes: list[CauseId] = Field(default=[], description="Causes that it is about.")
    sources: Annotated[list[SourceId], ASKED] = _SOURCES
    references: list[Reference] = Field(default=[], description="Works that only this page leans on.")
    reviewed: date = _REVIEWED
    was: Former = FORMER


class Outcome(Entry):
    """What turned out to be true in a case."""

    main: CauseId = Field(description="The cause that decided it.")
    also: Annotated[list[CauseId], ASKED] = Field(default=[], description="Causes that played a part.")


class Case(Entry):
    """A story, the answers that it gives, and what turned out to be true: a test of the quiz."""

    title: Title = Field(description="What happened, in eight words at the most.")
    origin: Literal["reported", "altered", "composite"] = Field(
        description="`reported` by someone to whom it happened and who agreed; `altered` where they could not be "
        "asked, and so much was changed that nobody can recognise them; `composite` where it was put together as an "
        "example."
    )
    story: Prose = Field(description="With nothing in it by which anyone could be recognised.")
    answers: dict[QuestionId, Ticks] = Field(min_length=1, description="By question: an answer, or a list of ticks.")
    turned_out: Outcome = Field(description="What the reason was in the end.")
    how_known: Sentence = Field(description="How the reason came to light.")


class Deadline(Entry):
    """By when to act on a right."""

    within: Phrase = Field(description="How long there is, in words.")
    from_: Annotated[Line, genre("event")] = Field(alias="from", description="What the time is counted from.")
    to: Phrase = Field(description="To whom to turn within it.")
    days: int | None = Field(
        default=None, ge=1, le=10000, description="About how many days that is: what a list of deadlines is sorted by."
    )


class Right(Entry):
    """A rule of one region: what it gives, what it does not, by when to act, and what to do first."""

    title: Title = Field(description="What it gives, in ten words at the most.")
    also_called: list[Alias] = _ALSO_CALLED
    region: Annotated[Id, ref("regions")] = Field(description="Where it holds.")
    topic: Annotated[Id, ref("topics")] = Field(description="What it is about.")
    summary: Summary = Field(description="One sentence: the rule as it touches the reader.")
    rule: Prose = Field(description="What the law or the public body says.")
    limits: Prose = Field(description="What it does not give, and to whom not.")
    deadline: Annotated[Deadline, ASKED] | None = Field(
        default=None, description="By when to act, where there is a limit."
    )
    first_step: Prose | None = Field(default=None, description="What to do first, as an instruction.")
    sources: list[SourceId] = Field(min_length=1, description="Works from the list of sources.")
    as_of: Annotated[Line, genre("day")] = Field(
        description="The day, month or year of the text that was read, or n.d."
    )
    confidence: Literal["high", "medium"] = Field(
        description="`high` where the rule itself was read; `medium` where `limits` says what is still open."
    )
    reviewed: date = _REVIEWED


class Page(Entry):
    """The head of a hand-written page in pages/."""

    title: Title = Field(description="Its heading.")
    summary: Summary = Field(description="What it says, in one sentence.")
    picture: Picture | None = Field(default=None, description="A picture below its summary.")
    reviewed: date | None = Field(default=None, description="When someone last checked every sentence, as YYYY-MM-DD.")
