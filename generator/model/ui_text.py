"""The words that no entry holds: what ui.yml may say, key by key."""

from typing import Literal

from pydantic import Field

from generator.model.entries import Entry, Id, Line


class DebriefWords(Entry):
    """The words of the quiz, by the keys that `quiz/ui/` asks for. A blank such as {count} has to keep its name."""

    start_title: Line = Field(description="Heading of the first page.")
    start_lead: Line = Field(description="What the quiz does, in one or two sentences.")
    start_time: Line = Field(description="How long it takes.")
    start_unsure: Line = Field(description="That one may always be unsure.")
    start_private: Line = Field(description="That nothing leaves the device.")
    start: Line = Field(description="Button: begins with the first question.")
    start_again: Line = Field(description="Button: begins anew, with nothing answered.")
    start_again_sure: Line = Field(description="Asked before it does; says what it deletes.")
    carry_on: Line = Field(description="Button: goes on with the next question.")
    saved_answers_one: Line = Field(description="Said on the first page; {count} answers, last changed on {date}.")
    saved_answers_other: Line = Field(description="The same for other numbers.")
    shared_answers_one: Line = Field(description="What a link or a file brought: {count} answers.")
    shared_answers_other: Line = Field(description="The same for other numbers.")
    shared_replaces: Line = Field(description="Warns that one's own answers would be replaced.")
    shared_open: Line = Field(description="Button: takes up the answers of a link or a file.")
    open_file: Line = Field(description="Opens the choice of a file.")
    open_file_label: Line = Field(description="Label of the choice of a file.")
    file_unreadable: Line
    forget: Line = Field(description="Button: deletes everything from the device.")
    forget_sure: Line = Field(description="Asked before it does; says what it deletes.")
    forgotten: Line = Field(description="Said when it is done.")
    not_saved: Line = Field(description="Said on every page where the browser's storage is blocked or full.")
    changed_elsewhere: Line = Field(description="Said when another window changed the answers.")
    notice_unreadable: Line
    notice_unknown_question: Line = Field(description="{detail} is the id of a question.")
    notice_unknown_answer: Line = Field(description="{detail} is the id of an answer.")
    notice_no_longer_applies: Line = Field(description="{detail} is a question whose answer was dropped.")
    notice_older_content: Line = Field(description="Said of answers that were given to an older version of the guide.")
    go_on: Line
    back: Line
    change: Line = Field(description="Link beside an answer; screen readers add the question.")
    not_sure: Line = Field(description="The answer that counts for nothing.")
    none_of_these: Line = Field(description="The answer to tick where no other is true.")
    not_ticked: Line = Field(description="An {option} that was left out.")
    or_else: Line = Field(description="Stands before the answers that go with no other.")
    pick_any: Line = Field(description="Hint where several answers may be chosen.")
    error_title: Line = Field(description="Heading of the error message.")
    error_prefix: Line = Field(description="Before an error, and before the title of a page with one.")
    error_pick_one: Line
    error_pick_any: Line
    about_more_one: Line = Field(description="How many questions are left, where that is known; {count} is the number.")
    about_more_other: Line = Field(description="The same for other numbers.")
    why_this: Line = Field(description="Opens the reason for a question.")
    why_separates: Line = Field(description="Before a list of two or three causes.")
    so_far: Line = Field(description="Opens what the answers point to until now.")
    so_far_nothing: Line
    so_far_note: Line
    your_answers: Line = Field(description="Heading of the list of answers, and the way there.")
    no_answers: Line
    to_result: Line = Field(description="Button: goes to the result.")
    headline: Line = Field(description="Heading of the result where something points strongly to a {cause}.")
    headline_some: Line = Field(description="The same where something points to it, less strongly.")
    headline_cannot_tell: Line = Field(description="The same where nothing can be said.")
    lead: Line = Field(description="What a result is and is not.")
    lead_cannot_tell: Line = Field(description="The same where nothing can be said.")
    ask_title: Line = Field(description="Heading over what to ask where nothing can be said.")
    ask_text: Line
    stop_little_to_learn: Line = Field(description="Why the questions ended.")
    stop_plan_settled: Line = Field(description="Why the questions ended.")
    stop_enough_pages: Line = Field(description="Why the questions ended.")
    stop_no_questions: Line = Field(description="Why the questions ended.")
    stop_reader: Line = Field(description="Said where the reader asked for the result before the end.")
    keep_going: Line = Field(description="Button: asks more all the same.")
    causes_title: Line = Field(description="Heading over the causes that the answers point to.")
    hints_title: Line = Field(description="The same where nothing can be said.")
    several_hold: Line = Field(description="That causes can hold together, and which decided is not known.")
    points_to: Line = Field(description="Heading over answers.")
    points_away: Line = Field(description="Heading over answers.")
    explained: Line = Field(description="Heading over answers that another cause accounts for.")
    explained_by: Line = Field(description="Behind such an answer; {cause} are the other causes.")
    sum_title: Line = Field(description="Opens the sum behind a belief.")
    sum_caption: Line
    sum_what: Line = Field(description="Heading of a column.")
    sum_decibans: Line = Field(description="Heading of a column.")
    sum_before: Line = Field(description="First row: how common it is.")
    sum_together: Line = Field(description="Last row.")
    prevented_title: Line = Field(description="The guide's opening question.")
    prevented_unknown: Line = Field(description="Its answer where nothing can be said.")
    prevented_outside: Line = Field(description="Its answer where most lies outside one's control.")
    prevented_half: Line = Field(description="Its answer where about half does.")
    prevented_some: Line = Field(description="Its answer where some does.")
    prevented_little: Line = Field(description="Its answer where hardly anything does.")
    change_title: Line
    change_open: Line = Field(description="Of a question that is open: {question}, {answer}, {cause}.")
    change_given: Line = Field(description="Of a question that was answered otherwise: {question}, {answer}, {cause}.")
    change_nothing: Line
    answer_it: Line = Field(description="Button: goes to that question.")
    plan_title: Line
    plan_lead: Line
    plan_empty: Line = Field(description="Where no step fits into the time.")
    plan_count_one: Line = Field(description="Said when the plan changed; {count} is the number of steps.")
    plan_count_other: Line = Field(description="The same for other numbers.")
    plan_more_one: Line = Field(description="Button: shows {count} more.")
    plan_more_other: Line = Field(description="The same for other numbers.")
    time_label: Line
    time_any: Line = Field(description="The choice that leaves nothing out.")
    helps_with: Line = Field(description="{cause} are the causes that a step helps with.")
    how_to: Line = Field(description="Link to the page of a step.")
    message: Line = Field(description="Opens the messages of a step; {for} is what they are for.")
    copy_message: Line
    take_title: Line
    take_lead: Line
    copy_link: Line
    copy_plain_link: Line
    copied: Line
    copy_by_hand: Line = Field(description="Said where the browser lets nothing be copied.")
    print_it: Line
    save_text: Line
    save_json: Line
    calendar: Line = Field(description="Opens the choice of dates.")
    share_case: Line = Field(description="Leads to the form for a case, with these answers.")
    calendar_lead: Line
    calendar_save: Line
    calendar_event: Line = Field(description="Title of an event; {name} of the guide, {when} of the part of the plan.")
    keep: Line = Field(description="Opens the form that keeps a debrief under a name.")
    keep_lead: Line
    keep_name: Line = Field(description="Label of the name; left empty, it is the date.")
    keep_save: Line
    compare: Line
    kept_title: Line
    kept_lead: Line
    kept_list: Line
    kept_nothing: Line
    kept_open: Line = Field(description="Screen readers add the name.")
    kept_delete: Line = Field(description="Screen readers add the name.")
    kept_deleted: Line = Field(description="Said when {name} was deleted.")
    recurs_title: Line
    recurs_nothing: Line
    recurs_times_one: Line = Field(description="Behind a cause: in {count} of {all} debriefs.")
    recurs_times_other: Line = Field(description="The same for other numbers.")


class ToolWords(Entry):
    """The words for other programs, and for people who look for what their programs can read."""

    title: Line = Field(description="Heading of what there is for other programs.")
    lead: Line = Field(description="What it is good for.")
    index: Line = Field(description="Link to all entries as JSON.")
    feed: Line = Field(description="Link to the feed of what is new or changed.")
    outline: Line = Field(description="Link to llms.txt.")
    entries: Line = Field(description="In llms.txt: what its links lead to.")
    data: Line = Field(description="In llms.txt: heading of all entries as data.")
    causes: Line = Field(description="Heading of a list of them, as the ones below.")
    actions: Line
    questions: Line
    myths: Line
    sources: Line
    cases: Line
    pages: Line


class MissingWords(Entry):
    """What stands at an address that leads to no page, and where a search finds nothing."""

    title: Line = Field(description="Heading of the page.")
    lead: Line = Field(description="Why that may be, and that it is not the reader's fault.")
    search: Line = Field(description="Says that one can search.")
    nothing_found: Line = Field(description="Stands before links where a search finds nothing.")


class PageWords(Entry):
    """The words on the pages of the guide, apart from those of its entries."""

    titles: dict[Id, Line] = Field(description="Titles of the built pages that no page in pages/ introduces, by id.")
    take_the_debrief: Line
    look_along: Line
    start_here: list[Id] = Field(
        default=[], description="Pages that most people need first, by id: links below the two doors."
    )
    start_here_name: Line = Field(description="Name of these links.")
    missing: MissingWords
    journey: Line = Field(description="Heading of the journey on the home page.")
    journey_picture: Line = Field(description="Says what the picture on the first page shows.")
    journey_anchor: Id
    along_the_journey: Line = Field(description="Name of the links to the stages before and after.")
    where_you_are: Line = Field(description="Name of the trail of links above a title.")
    also_called: Line
    stage: Line
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
    feels_like: Line = Field(description="How something feels, behind how long it takes; {feels} is the word.")
    steps: Line
    words_to_use: Line
    pitfalls: Line
    helps_with: Line
    and_more: Line = Field(description="How many causes a list leaves out; {n} is the number.")
    origin: Line
    what_is_known: Line
    instead: Line
    sources: Line
    read_it: Line
    about_source: Line = Field(description="Names the mark beside a {source}, which opens what it found.")
    source_notes: Line = Field(description="Heading of what the marks open, on paper and in old browsers.")
    on_the_shelf: Line = Field(description="Leads to the entry of a source.")
    close: Line
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
    change_with_form: Line
    something_missing: Line
    nothing_here: Line
    jump: Line = Field(description="Name of the links to the parts of a long page.")
    needs_javascript: Line
    worksheet: Line = Field(description="Heading of the quiz on paper, which is there where scripts can't run.")
    worksheet_lead: Line
    worksheet_steps: list[Line] = Field(min_length=1, description="How to fill it in.")
    worksheet_only_if: Line = Field(description="Before a question that is for some only: {answers} to {number}.")
    worksheet_points: Line = Field(description="After an answer: {points} for the numbers of {causes}.")
    worksheet_rules_out: Line = Field(description="After an answer: the numbers of {causes} that it rules out.")
    worksheet_unless: Line = Field(
        description="The numbers of {causes} that are out unless one of {answers} is ticked."
    )
    worksheet_several: Line = Field(description="Said where several answers may be ticked.")
    worksheet_whatever: Line = Field(description="Before the points that count whatever is ticked.")
    worksheet_number: Line
    worksheet_start: Line
    worksheet_total: Line
    worksheet_from: Line = Field(description="A {band} and the {points} from which it holds.")
    worksheet_below: Line = Field(description="The {band} below all others.")
    tools: ToolWords


class FormWords(Entry):
    """What the form for contributions says; a `{blank}` is filled in there."""

    choose: Line = Field(description="Heading above the kinds of entries.")
    kinds: dict[Id, Line] = Field(description="By kind, such as `cause`: what it is called, with its article.")
    about: dict[Id, Line] = Field(description="By kind: one sentence for someone who wonders which to choose.")
    adding: Line = Field(description="Heading of the form for a new entry; {kind} is what `kinds` says.")
    changing: Line = Field(description="Heading of the form for an entry that is there; {title} is its title.")
    other_kind: Line
    needed: Line
    optional: Line = Field(description="Summary of what may be left out.")
    file_name: Line
    file_name_help: Line
    choose_one: Line
    add: Line
    add_one: Line = Field(description="Beside a choice of names: adds the chosen one.")
    remove: Line = Field(description="Takes {name} away.")
    item: Line = Field(description="The {number} of an item of a list.")
    new_name: Line = Field(description="Asks for a short name of something that has an id of its own.")
    progress: Line = Field(description="How many needed parts are {filled} of {all}.")
    problems: Line = Field(description="Heading above what is to be mended.")
    no_problems: Line
    advice: Line
    preview: Line
    file: Line
    file_lead: Line = Field(description="Says that this is all; {path} is the file.")
    list_lead: Line = Field(description="The same where the text belongs at the end of a file that holds many.")
    send: Line
    send_new: Line
    send_new_lead: Line
    send_long: Line
    send_change: Line
    send_list: Line
    send_unknown: Line = Field(description="Said where no code host is known.")
    propose: Line
    open_folder: Line
    open_file: Line
    copy_: Line = Field(alias="copy")
    copied: Line
    copy_by_hand: Line
    download: Line
    start_again: Line
    kept: Line
    not_kept: Line
    from_debrief: Line
    not_found: Line
    faults: dict[Literal[
        "needed", "bad_id", "taken", "unknown_word", "not_a_number", "out_of_range", "bad_date", "too_long",
        "bad_format", "html", "image", "heading", "code", "character_reference", "link", "link_in_line", "avoided",
        "long_sentence", "too_many", "personal",
    ], Line] = Field(description="What is wrong and what to type, by kind of error.")  # fmt: skip


class Words(Entry):
    """ui.yml: every word that the pages and the quiz show and that no entry holds."""

    pages: PageWords
    debrief: DebriefWords
    contribute: FormWords
