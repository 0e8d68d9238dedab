"""The words that no entry holds: what ui.yml may say, key by key."""

from pydantic import Field

from generator.model import Entry, Id, Line


class DebriefWords(Entry):
    """The words of the quiz."""

    start: Line


class PageWords(Entry):
    """The words on the pages of the guide, apart from those of its entries."""

    titles: dict[Id, Line] = Field(description="Titles of the built pages that no page in pages/ introduces, by id.")
    take_the_debrief: Line
    look_along: Line
    journey: Line = Field(description="Heading of the journey on the home page.")
    journey_anchor: Id
    along_the_journey: Line = Field(description="Name of the links to the stages before and after.")
    where_you_are: Line = Field(description="Name of the trail of links above a title.")
    also_called: Line
    whose: Line
    how_common: Line
    evidence_short: Line
    what_happened: Line
    across_the_table: Line
    asked: Line
    instead_of: Line
    say: Line
    how_to_tell: Line
    signs_for: Line
    signs_against: Line
    not_this_if: Line
    handle_with_care: Line
    what_to_do: Line
    evidence: Line
    myths_about: Line
    cases: Line
    how_known: Line
    composite: Line = Field(description="Said of a case that was put together as an example.")
    when: Line
    takes: Line
    feels: Line
    minutes: Line = Field(description="A length below two hours; {n} is the number.")
    hours: Line = Field(description="A length below a day; {n} is the number.")
    days: Line = Field(description="A length in days of eight hours; {n} is the number.")
    steps: Line
    words_to_use: Line
    pitfalls: Line
    helps_with: Line
    origin: Line
    what_is_known: Line
    instead: Line
    sources: Line
    read_it: Line
    finding: Line
    limits: Line
    used_by: Line
    to_be_confirmed: Line = Field(description="Said of a source whose `confidence` is medium.")
    how_well: Line = Field(description="Heading of the quiz's own figures.")
    how_well_intro: Line = Field(description="What the figures are of; {people} is the number of simulated people.")
    found_first: Line
    found_in_three: Line
    questions_asked: Line
    cases_first: Line
    cases_in_three: Line
    calibration_error: Line
    brier: Line
    each_cause: Line
    cause: Line
    first_short: Line
    in_three_short: Line
    taken_for: Line
    not_computed: Line = Field(description="Shown where this build could not examine the quiz.")
    words_for_numbers: Line
    how_many_caption: Line
    how_common_caption: Line
    of_a_hundred: Line = Field(description="A share of people; {n} is the number.")
    all_questions: Line
    bears_on: Line
    reviewed: Line = Field(description="When someone last checked the page; {date} is the day.")
    improve: Line
    something_missing: Line
    nothing_here: Line
    needs_javascript: Line


class Words(Entry):
    """ui.yml: every word that the pages and the quiz show and that no entry holds."""

    pages: PageWords
    debrief: DebriefWords
