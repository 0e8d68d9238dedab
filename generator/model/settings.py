"""The settings of a guide in guide.yml: what it is about, its words, and the numbers behind them."""

from typing import Annotated, Any, Literal, get_origin

from pydantic import Field, StringConstraints

from generator.model.entries import (
    ActionId,
    AnswerId,
    Entry,
    Id,
    KindName,
    Line,
    Probability,
    Prose,
    QuestionId,
    StageId,
    Word,
    WordsByAnswer,
)
from generator.model.kinds import yaml_kinds


class Stage(Entry):
    """A stage of the journey."""

    title: Line = Field(description="What to call it.")
    summary: Line = Field(description="What belongs to it, in one sentence.")


class Control(Entry):
    """Whose a cause is to change."""

    title: Line = Field(description="What to call it.")
    label: Line = Field(description="One or two words, shown beside the mark.")
    summary: Line = Field(description="What it means, in one sentence.")
    mark: Literal["circle", "diamond", "square"] = Field(description="The shape that stands for it.")
    outside: bool = Field(default=False, description="Whether nothing that the person did could have changed it.")


class Meaning(Entry):
    """A word of a scale, and what it stands for."""

    label: Line = Field(description="What readers see.")
    means: Line = Field(description="What it means, in one sentence.")


class Band(Entry):
    """A range of beliefs, and what it is called."""

    label: Line = Field(description="What readers see.")
    least: float = Field(ge=0, lt=1, description="The lowest belief of the band.")


class Stopping(Entry):
    """When the quiz stops asking."""

    most_pages: int = Field(ge=1, le=100, description="The most questions to ask.")
    least_pages: int = Field(
        default=0, ge=0, le=100, description="The fewest, where there are as many: a first impression may mislead."
    )
    least_gain: float = Field(
        gt=0,
        lt=1,
        description="The least that a page must be expected to tell, as a share of what there is to learn at first.",
    )
    least_change: float = Field(
        default=0.2,
        gt=0,
        le=1,
        description="Ask a question if its answer has at least this chance of changing which cause comes "
        "first, or which three do.",
    )
    clear_belief: float = Field(
        default=0.985,
        gt=0.5,
        le=1,
        description="Stop, after the fewest pages, where one cause has this belief and no other is level with it.",
    )


Figure = Annotated[float, Field(ge=0, le=1)]


class Floors(Entry):
    """The least figures that the quiz must reach in `afterview doctor` for a pull request to pass."""

    first: Figure = Field(default=0, description="Share of simulated people with one cause for whom it comes first.")
    in_three: Figure = Field(default=0, description="Share of them for whom it comes among the first three.")
    typical_in_three: Figure = Field(
        default=0, description="Share of causes that come among the first three if every answer is the likeliest."
    )
    cases_first: Figure = Field(default=0, description="Share of cases whose true cause comes first.")
    cases_in_three: Figure = Field(default=0, description="Share of them whose true cause comes among the first three.")
    pages: Annotated[float, Field(gt=0)] = Field(default=100, description="The most questions to ask, on average.")


class Telling(Entry):
    """How many people say that a fact applies: of those to whom it does, and of the others."""

    told: float = Field(gt=0, lt=1, description="Share of those to whom a fact applies who tell it.")
    stray: float = Field(gt=0, lt=1, description="Share of those to whom it does not apply who tell it all the same.")


class Tellings(Entry):
    """How people tell a fact, by how they are asked."""

    list: Telling = Field(default=Telling(told=0.8, stray=0.03), description="By a tick in a list.")
    asked: Telling = Field(
        default=Telling(told=0.97, stray=0.02),
        description="Where it is asked about by itself: what the checklist holds is chosen by this.",
    )
    scene: Telling = Field(
        default=Telling(told=0.3, stray=0.012), description="By choosing the scene of a cause besides another one."
    )
    first_scene: Telling = Field(
        default=Telling(told=0.35, stray=0.004), description="By choosing the scene of a cause before any other."
    )
    standing_out: float | None = Field(
        default=None,
        gt=0,
        lt=1,
        description="Of the facts that a cause brought about, the share that people tick. What is used is the mean of "
        "this and `told`.",
    )


class Debrief(Entry):
    """The settings of the quiz."""

    opening: list[QuestionId] = Field(min_length=1, description="The questions that always come first.")
    stopping: Stopping = Field(description="When to stop asking.")
    family_discount: float = Field(
        gt=0,
        le=1,
        description="The weight of each further answer to one page or family: the second counts this share, the third "
        "its square, and so on.",
    )
    telling: Tellings = Field(default=Tellings(), description="How readily people tell what applies to them.")
    how_far: dict[QuestionId, dict[AnswerId, StageId]] = Field(
        default={}, description="At which stage it ended, by question and answer."
    )
    in_any_case: list[ActionId] = Field(
        default=[],
        description="Actions worth taking whatever the cause was, the best first: for where it can't be told.",
    )
    blanks: dict[Line, WordsByAnswer] = Field(
        default={}, description="What fills a blank of a message, by its name, question and answer."
    )
    bands: dict[Id, Band] = Field(min_length=2, description="From the highest to the lowest.")
    floors: Floors = Field(default=Floors(), description="The least figures in `afterview doctor`.")


class Scales(Entry):
    """The words that stand for numbers, and those for kinds and strengths."""

    how_common: dict[Word, Probability] = Field(description="How often a cause is at work: its prior.")
    how_many: dict[Word, Probability] = Field(description="How many people: a share of them.")
    helps: dict[Word, Probability] = Field(description="How far an action takes care of a cause.")
    feels: dict[Word, Annotated[float, Field(gt=0)]] = Field(description="How hard it feels: what a minute counts for.")
    evidence: dict[Word, Meaning] = Field(
        description="How strong evidence can be, strongest first; `none` has to be the last."
    )
    source_kinds: dict[Word, Line] = Field(description="What kinds of works there are, and what readers see.")
    verdicts: dict[Word, Meaning] = Field(
        description="What can be said of a widespread belief. Of several, the last one says that nobody knows, and "
        "alone needs no source."
    )


class Style(Entry):
    """The style of the guide's texts, by which `afterview check` advises; it ignores what is left out."""

    sentence_words: int | None = Field(default=None, ge=5, description="The most words in a sentence.")
    reading_ease: float | None = Field(
        default=None,
        ge=0,
        le=100,
        description="The least reading ease of an English text (Flesch, 1948): 60 is plain.",
    )
    avoid: dict[Line, Line] = Field(default={}, description="Phrases to avoid, each with what to write instead.")
    groups: list[Line] = Field(
        default=[], description="Groups of people. What is said of most or few of them needs a source."
    )
    page_words: dict[KindName, tuple[int, int]] = Field(
        default={}, description="The fewest and the most words of an entry, by its kind."
    )
    title_words: dict[KindName, Annotated[int, Field(ge=1)]] = Field(
        default={}, description="The most words of a title, by the kind of entry."
    )
    summary_sentences: dict[KindName, Annotated[int, Field(ge=1)]] = Field(
        default={}, description="The most sentences of a summary, by the kind of entry."
    )
    review_months: int | None = Field(default=None, ge=1, description="After how many months a review is out of date.")
    every_cause_has_a_case: bool = Field(default=False, description="Whether to warn of a cause without a case.")


class Search(Entry):
    """What the search understands besides the words of the guide."""

    synonyms: dict[Line, list[Line]] = Field(
        default={}, description="By a word, a phrase or a title of the guide: what people type instead."
    )


class Setup(Entry):
    """guide.yml: what the guide is about, and the words that it uses."""

    name: Line = Field(description="What the guide is called.")
    tagline: Line = Field(description="The question that it answers, in one line.")
    summary: Prose = Field(description="What it is for, in a few sentences.")
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = Field(
        description="The language of its texts, such as `en` or `en-GB`."
    )
    stages: dict[Id, Stage] = Field(min_length=1, description="In the order of the journey.")
    controls: dict[Id, Control] = Field(min_length=1, description="Whose a cause can be to change.")
    when: dict[Id, Line] = Field(min_length=1, description="When an action is due, in the order of a plan.")
    regions: dict[Id, Line] = Field(default={}, description="Where rights differ, in the order in which to list them.")
    topics: dict[Id, Line] = Field(default={}, description="What rights are about, in the order in which to list them.")
    shelves: dict[Id, Line] = Field(
        default={}, description="Questions that sources answer, in the order in which to list them."
    )
    scales: Scales = Field(description="The words that entries use, and the numbers behind them.")
    debrief: Debrief = Field(description="Which questions come first, when to stop, and what beliefs are called.")
    style: Style = Field(default=Style(), description="The style of its texts.")
    search: Search = Field(default=Search(), description="What the search understands.")

    @property
    def is_english(self) -> bool:
        """Whether the guide is in English, of whichever country."""
        return self.language.partition("-")[0] == "en"


# The fields of guide.yml that list words for entries to use, with what each stands for.
WORD_LISTS = tuple(name for name, field in Setup.model_fields.items() if get_origin(field.annotation) is dict)
# Those with names of the world: one that is not there may be missing rather than misspelt, however alike another is.
NAMES_OF_THE_WORLD = frozenset(("regions",))


def vocabulary(setup: Setup) -> dict[str, tuple[str, ...]]:
    """Return the words that entries may use by the name of their scale or list, `kinds` among them."""
    scales = {name: tuple(getattr(setup.scales, name)) for name in Scales.model_fields}
    lists = {name: tuple(getattr(setup, name)) for name in WORD_LISTS}
    return {**scales, **lists, "kinds": tuple(yaml_kinds())}


def word_title(word: Any) -> str:
    """Return the title of an item of a word list: most are a title by themselves."""
    return word if isinstance(word, str) else str(word.title)
