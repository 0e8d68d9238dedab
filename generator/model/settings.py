"""What guide.yml may say: what the guide is about, and the words and numbers that it uses."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.entries import Entry, Id, Line, Probability, Prose, QuestionId, Word


class Stage(Entry):
    """A stop along the journey."""

    title: Line = Field(description="What to call it.")
    summary: Line = Field(description="What belongs to it, in one sentence.")


class Control(Entry):
    """Whose it was to change."""

    title: Line = Field(description="What to call it.")
    label: Line = Field(description="One or two words, shown beside the mark.")
    summary: Line = Field(description="What it means, in one sentence.")
    mark: Literal["circle", "diamond", "square"] = Field(description="The shape that stands for it.")
    outside: bool = Field(default=False, description="Whether nothing that the person did could have changed it.")


class Meaning(Entry):
    """A word of a scale and what it stands for."""

    label: Line = Field(description="How readers see it.")
    means: Line = Field(description="What it means, in one sentence.")


class Band(Entry):
    """How a belief is put into words."""

    label: Line = Field(description="How readers see it.")
    least: float = Field(ge=0, lt=1, description="The lowest belief that still counts as this band.")


class Stopping(Entry):
    """When the quiz has asked enough."""

    most_pages: int = Field(ge=1, le=100, description="The most questions that are asked.")
    least_gain_bits: float = Field(gt=0, lt=1, description="The least that one more question must promise, in bits.")


Figure = Annotated[float, Field(ge=0, le=1)]


class Floors(Entry):
    """What the quiz has to reach in `afterview doctor`; below it, the check of a pull request fails."""

    first: Figure = Field(default=0, description="Share of simulated people with one cause for whom it comes first.")
    in_three: Figure = Field(default=0, description="The same, for the first three places.")
    typical_in_three: Figure = Field(
        default=0, description="Share of causes in the first three for someone who always gives the likeliest answer."
    )
    cases_first: Figure = Field(default=0, description="Share of cases whose true cause comes first.")
    cases_in_three: Figure = Field(default=0, description="Share of cases whose true cause is in the first three.")
    pages: Annotated[float, Field(gt=0)] = Field(default=100, description="The most questions, on average.")


class Debrief(Entry):
    """How the quiz goes about it."""

    opening: list[QuestionId] = Field(min_length=1, description="The questions that come first, whatever else.")
    stopping: Stopping = Field(description="When enough was asked.")
    family_discount: float = Field(
        gt=0, le=1, description="What the second and later answers of a family count for, as a share."
    )
    bands: dict[Id, Band] = Field(min_length=2, description="From the highest to the lowest.")
    floors: Floors = Field(default=Floors(), description="What `afterview doctor` insists on.")


class Scales(Entry):
    """The words that stand for numbers, and the words that stand for kinds."""

    how_common: dict[Word, Probability] = Field(description="How often a cause is at work: its prior.")
    how_many: dict[Word, Probability] = Field(description="How many of some people: a share of them.")
    helps: dict[Word, Probability] = Field(description="How far an action takes care of a cause.")
    feels: dict[Word, Annotated[float, Field(gt=0)]] = Field(description="What a minute of it costs.")
    evidence: dict[Word, Meaning] = Field(
        description="How strong evidence can be, strongest first; `none` has to be the last."
    )
    source_kinds: dict[Word, Line] = Field(description="What kinds of work there are, and how readers see them.")
    verdicts: dict[Word, Meaning] = Field(description="How a belief can turn out.")


class Style(Entry):
    """How the guide wants to be written; `afterview check` advises by it. What is left out is not looked at."""

    sentence_words: int | None = Field(default=None, ge=5, description="The most words of a sentence.")
    reading_ease: float | None = Field(
        default=None, ge=0, le=100, description="The least reading ease of an English entry, after Flesch: 60 is plain."
    )
    avoid: dict[Line, Line] = Field(default={}, description="Phrases to avoid, each with what to write instead.")
    page_words: dict[Literal["cause", "action", "myth", "case"], tuple[int, int]] = Field(
        default={}, description="The fewest and the most words of an entry, by its kind."
    )
    review_months: int | None = Field(default=None, ge=1, description="After how many months a review is old.")
    every_cause_has_a_case: bool = Field(default=False, description="Whether a cause without a case is worth a word.")


class Setup(Entry):
    """guide.yml: what the guide is about and the words that it uses."""

    name: Line = Field(description="What the guide is called.")
    tagline: Line = Field(description="The question that it answers, in one line.")
    summary: Prose = Field(description="What it is for, in a few sentences.")
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = Field(
        description="The language of its texts, such as `en` or `en-GB`."
    )
    stages: dict[Id, Stage] = Field(min_length=1, description="In the order of the journey.")
    controls: dict[Id, Control] = Field(min_length=1, description="Whose a cause can be to change.")
    when: dict[Id, Line] = Field(min_length=1, description="In the order in which a plan is read.")
    scales: Scales = Field(description="The words that entries use, and the numbers behind them.")
    debrief: Debrief = Field(description="Which questions come first, when enough was asked, and how beliefs are put.")
    style: Style = Field(default=Style(), description="How the guide wants to be written.")

    @property
    def is_english(self) -> bool:
        """Whether the guide is in English, of whichever country."""
        return self.language.partition("-")[0] == "en"
