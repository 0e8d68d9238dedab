"""The texts that no entry holds: on the pages, in the quiz and in the form, each with its English default.

A text stands here and nowhere else: its key in ui.yml, what it says in English, and what it is for. A guide's ui.yml
says only what differs; a guide in another language says them all. A blank such as {count} is filled in where the text
is shown; what a guide writes instead may have the blanks of the default and no others. A text that names a button has
its key as a blank, so that both always say the same.
"""

import re
from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator

from generator.model.entries import CauseId, Entry, Id, KindName, Line, PageId, Word, genre
from generator.model.kinds import KINDS, targets, yaml_kinds

_BLANK = re.compile(r"\{(\w+)\}")


def text(english: str | list[str] | dict[str, str], description: str | None = None) -> Any:
    """Return a field of a group of texts.

    Args:
        english: What it says where a guide says nothing else.
        description: What it is for, where that is not plain from what it says.
    """
    return Field(default=english, description=description)


class TextGroup(Entry):
    """Texts that belong together."""

    @field_validator("*", mode="before")
    @classmethod
    def _keep_defaults(cls, value: Any, info: ValidationInfo) -> Any:
        """Complete texts by id with those that the guide leaves out."""
        english = cls.model_fields[str(info.field_name)].default
        return {**english, **value} if isinstance(english, dict) and isinstance(value, dict) else value

    def quoting(self) -> dict[str, Any]:
        """Return the texts by key; a blank with the key of another text of the group, such as a button, quotes it."""
        texts = self.model_dump(by_alias=True)

        def filled(value: Any) -> Any:
            if isinstance(value, list):
                return [filled(item) for item in value]
            return _BLANK.sub(quoted, value) if isinstance(value, str) else value

        def quoted(blank: re.Match[str]) -> str:
            text = texts.get(blank[1])
            return text if isinstance(text, str) else blank[0]

        return {key: filled(value) for key, value in texts.items()}


class DebriefText(TextGroup):
    """The quiz, by the keys that `quiz/ui/` asks for."""

    # Start
    start_title: Line = text("What is worth checking first?", "Heading of the first page.")
    start_lead: Line = text(
        "Answer short questions about what happened, and see which reasons fit, which were never in your hands, "
        "and what to do next.",
        "What the quiz does, in one or two sentences.",
    )
    start_time: Line = text(
        "There are a few short pages. You can stop at any time and carry on later.", "How long it takes."
    )
    start_unsure: Line = text(
        'You can always choose "{not_sure}". It counts neither for nor against anything.',
        "That one may always be unsure.",
    )
    start_private: Line = text(
        "Your answers stay on this device. Nothing is sent anywhere, and you can delete them at any time.",
        "That nothing leaves the device.",
    )
    start: Line = text("Start the debrief", "Button: begins with the first question.")
    start_again: Line = text("Start again", "Button: starts from the beginning, with nothing answered.")
    start_again_sure: Line = text(
        "Start again? This deletes your current answers and the steps you ticked off. Saved debriefs are kept.",
        "Asks for confirmation; says what is deleted.",
    )
    started_again: Line = text(
        "Your earlier answers have been deleted. You are back at the first question.", "Status: it is done."
    )
    cancel: Line = text("Cancel", "Button: leaves everything as it is.")
    carry_on: Line = text("Carry on", "Button: goes on with the next question.")
    saved_answers_one: Line = text(
        "You have {count} answer saved on this device, from {date}.",
        "On the first page: {count} answers, last changed on {date}.",
    )
    saved_answers_other: Line = text("You have {count} answers saved on this device, from {date}.", "The plural of it.")
    shared_answers_one: Line = text(
        "The link or file you opened contains {count} answer.", "What a link or a file brought: {count} answers."
    )
    shared_answers_other: Line = text("The link or file you opened contains {count} answers.", "The plural of it.")
    shared_replaces: Line = text(
        "If you open these answers, they replace your own answers on this device.",
        "Warns that the reader's own answers would be replaced.",
    )
    shared_open: Line = text("Open these answers", "Button: takes over the answers of a link or a file.")
    open_file: Line = text("Open answers from a file", "Disclosure: choose a file.")
    open_file_label: Line = text("A file that you saved here as JSON", "Label of the file field.")
    file_unreadable: Line = text("That file can't be read. Choose one that was saved here as JSON.")
    file_too_large: Line = text("That file is too large. Choose one that was saved here as JSON.")
    forget: Line = text("Delete everything saved here", "Button: deletes everything from the device.")
    forget_sure: Line = text(
        "Delete your answers, the steps you ticked off and every saved debrief from this device? This can't be undone.",
        "Asks for confirmation; says what is deleted.",
    )
    forgotten: Line = text(
        "Your answers and everything else saved here have been deleted from this device.", "Status: it is done."
    )
    not_loaded: Line = text(
        "That page could not be loaded. Check your connection and try again.", "Status: a part of the quiz is missing."
    )
    not_saved: Line = text(
        "This browser doesn't let us save anything. You can't carry on later, because your answers last only as long "
        "as this page is open.",
        "On every page where the browser's storage is blocked or full.",
    )
    changed_elsewhere: Line = text(
        "You changed your answers in another window. This page now shows the new ones.",
        "Status: another window changed the answers.",
    )
    notice_unreadable: Line = text("Part of what you opened could not be read and was left out.")
    notice_unknown_question: Line = text(
        "A question that no longer exists was left out ({detail}).", "{detail} is the id of a question."
    )
    notice_unknown_answer: Line = text(
        "An answer that no longer exists was left out ({detail}).", "{detail} is the id of an answer."
    )
    notice_no_longer_applies: Line = text(
        "Left out because it doesn't fit your other answers: {detail}",
        "{detail} is a question whose answer was dropped.",
    )
    notice_older_content: Line = text(
        "The guide has changed since these answers were given, so the result may be different.",
        "The answers were given to an older version of the guide.",
    )
    notice_link_cut: Line = text(
        "The end of this link is missing. Answers that are missing with it: {detail}",
        "{detail} is how many are missing.",
    )
    notice_link_damaged: Line = text(
        "This link was damaged on its way to you, so some answers may be missing. None of the others was changed."
    )

    # Questions
    go_on: Line = text("Continue", "Button: on to the next page, which may be the checklist or the result.")
    back: Line = text("Back")
    change: Line = text("Change", "Link beside an answer; screen readers add the question.")
    not_sure: Line = text("Not sure", "The answer that counts for nothing.")
    none_of_these: Line = text("None of these", "The answer where no other is true.")
    not_ticked: Line = text("No sign of: {option}", "An {option} that was not chosen.")
    rather_not_say: Line = text("Rather not say", "The same where somebody is asked what they fear.")
    pick_any: Line = text("Choose all that apply.", "Hint where several answers may be chosen.")
    error_title: Line = text("One thing is missing", "Heading of the error message.")
    error_prefix: Line = text("Error:", "Before an error, and before the title of a page that has one.")
    error_pick_one: Line = text('Choose an answer or "{not_sure}".')
    error_pick_any: Line = text('Choose all that apply, "{none_of_these}" or "{not_sure}".')
    progress: Line = text("Progress", "What screen readers call the bar that shows how far one is.")
    place: Line = text("Question {number}", "Which question it is, where nobody knows how many are left.")
    place_one: Line = text("Question {number}, about {count} more", "Which question it is, and how many are left.")
    place_other: Line = text("Question {number}, about {count} more", "The plural of it.")
    place_last: Line = text("Question {number}, probably the last", "The same where none seems to be left.")
    ticked_one: Line = text("{count} ticked", "Beside the button that goes on: how many answers are ticked.")
    ticked_other: Line = text("{count} ticked", "The plural of it.")
    why_this: Line = text("Why this question?", "Disclosure: the reason for a question.")
    why_separates: Line = text(
        "Right now, your answer helps most to tell these reasons apart:", "Before a list of two or three causes."
    )
    so_far: Line = text("What it looks like so far", "Disclosure: what the answers point to so far.")
    so_far_nothing: Line = text("Nothing stands out yet.")
    so_far_note: Line = text("Each answer can still change this.")
    your_answers: Line = text("Your answers", "Heading of the list of answers, and links to it.")
    no_answers: Line = text("You haven't answered anything yet.")
    to_result: Line = text("See the result", "Button: goes to the result.")
    told_title: Line = text("You told us", "Heading above the latest answers.")
    told_nothing: Line = text("Nothing yet.", "Where nothing was told.")

    # The checklist
    checklist_title: Line = text("Did any of this happen too?", "Heading of a list of facts to tick.")
    checklist_lead: Line = text("Tick what is true and leave the rest. If none of it is true, go on.")
    checklist_why: Line = text(
        "We can't ask about everything. These are the lines that would change the result most if they were true.",
        "Why the checklist is shown.",
    )

    # What the guide lacks
    answer_lacking: Line = text(
        "Is an answer missing here? Suggest it (opens in a new tab)",
        "Link to the form for contributions, below why something is asked.",
    )
    fact_lacking: Line = text(
        "Suggest what is missing, for those who come after you (opens in a new tab)",
        "The same, where nothing in our lists fits the reader's own words.",
    )

    # In one's own words
    note_other: Line = text("Something else happened", "Disclosure: a field for what no answer says.")
    note_title: Line = text("What happened, in a sentence or two?", "Heading of the page for the reader's own words.")
    note_lead: Line = text(
        "What would you tell a friend? You can leave this empty and go on.", "Below the heading of that page."
    )
    note_why: Line = text(
        "The first thing that people mention is often what decided the outcome. If you mention it now, it counts from "
        "the start.",
        "Why that page is shown.",
    )
    note_label: Line = text("In your own words", "Label of the field.")
    note_help: Line = text(
        "What you write stays on this device. As you write, answers that may fit appear below. Tick those that say "
        "what happened.",
        "Below the field.",
    )
    note_facts_one: Line = text(
        "{count} answer may fit. Tick it if it says what happened.", "Below the field, read out."
    )
    note_facts_other: Line = text("{count} answers may fit. Tick those that say what happened.", "The plural of it.")
    note_no_facts: Line = text(
        "Nothing in our lists fits yet. Your words are kept and shown in the result.", "The same where there is none."
    )
    note_quote: Line = text("“{text}”", "What the reader wrote.")
    note_remove: Line = text("Remove", "Link beside what the reader wrote.")
    note_removed: Line = text("What you wrote has been removed.", "Status: it is done.")

    # Result
    headline: Line = text(
        "{band}: {cause}", "Heading of the result where a {cause} is in the strongest {band}, by the band's label."
    )
    headline_some: Line = text(
        "The clearest signs so far point to: {cause}", "The same where something points to it, less strongly."
    )
    headline_cannot_tell: Line = text("We can't tell from your answers", "The same where nothing can be said.")
    lead: Line = text(
        "This is what your answers point to. It is a place to start looking, not proof.", "What a result is and is not."
    )
    lead_cannot_tell: Line = text(
        "Your answers fit several reasons about equally well, or none in particular. That is a real finding: the "
        "reason can't be seen from where you stand, and guessing would not help you.",
        "The same where nothing can be said.",
    )
    ask_title: Line = text("What to ask someone who knows", "Heading above what to ask where nothing can be said.")
    ask_text: Line = text(
        'Tell someone who knows about such things what you saw, and ask one narrow question, such as: "Which one thing '
        'would you change first?"'
    )
    you_told: Line = text("You told us", "Heading above the facts that the result rests on.")
    scene_told: Line = text("You would look at this first: “{scene}”", "A scene that was chosen.")
    scenes_first: Line = text("First: {cause}", "Beside the button: the scene that was chosen before all others.")
    scenes_likeliest: Line = text("Likeliest so far", "Label above the scenes of the likeliest causes.")
    told_line: Line = text("You told us: {facts}", "The {facts} that a cause rests on, in one line.")
    when_it_decides: Line = text(
        "When this is the reason, {how}", "{how} it comes about for anybody, to its full stop."
    )
    stop_little_to_learn: Line = text(
        "We stopped here because further questions were unlikely to tell us much more.", "Why the questions ended."
    )
    stop_settled: Line = text(
        "We stopped here because further answers would hardly change which reasons come first.",
        "Why the questions ended.",
    )
    stop_clear: Line = text(
        "We stopped here because one reason stands out clearly, and further answers would hardly put another first.",
        "Why the questions ended.",
    )
    stop_enough_pages: Line = text(
        "We stopped here to keep this short. You can answer more questions if you wish.", "Why the questions ended."
    )
    stop_no_questions: Line = text("There is nothing left to ask.", "Why the questions ended.")
    stop_reader: Line = text(
        "You looked at the result before we had asked everything that helps. More answers would make it clearer.",
        "The reader asked for the result before the end.",
    )
    keep_going: Line = text("Answer more questions", "Button: asks more all the same.")
    causes_title: Line = text("What your answers point to", "Heading above the causes that the answers point to.")
    hints_title: Line = text("What some of your answers hint at", "The same where nothing can be said.")
    several_hold: Line = text(
        "Several of these can be true at once. From outside, nobody can tell which one decided the outcome.",
        "That several causes can be true, and which one decided is not known.",
    )
    points_to: Line = text("(points to this reason)", "After an answer, for screen readers.")
    points_away: Line = text("(points away from this reason)", "After an answer, for screen readers.")
    journey_title: Line = text("The stages where these reasons come in", "Heading above the picture of the journey.")
    journey_reached: Line = text("How far you got: {answer}", "Above the picture, where the {answer} tells it.")
    journey_lead: Line = text(
        "Filled marks are the reasons that your answers point to. Hollow marks are all the other reasons in this guide."
    )
    journey_lead_none: Line = text("No mark is filled, because no reason stands out.")
    journey_marks_one: Line = text("{count} of {all} reasons", "After the name of a stage: how many are filled.")
    journey_marks_other: Line = text("{count} of {all} reasons", "The plural of it.")
    journey_end: Line = text("It ended here", "Beside the stage at which it ended.")
    fear_title: Line = text('You said: "{fear}"', "Heading: what the reader had thought was the reason.")
    fear_shown: Line = text(
        'Nearest to this is a reason above: "{cause}". It rests on the answers below. If these are about '
        "something else, then nothing that you told us points to your worry.",
        "What is said of a fear where a {cause} that it stands for is among the reasons.",
    )
    fear_weaker: Line = text(
        "Something that you told us points to this, but more of it points to the reason that comes first above."
    )
    fear_hidden: Line = text(
        "Little of what you ticked points to this. That does not rule it out, because it can be at work without any "
        "sign that you could see. You don't need proof to ask somebody about it."
    )
    fear_early: Line = text(
        "The reason that comes first above can decide before anybody there has looked closely at an application, so it "
        "can explain the no without this. That does not rule this out, because it can be at work without any sign that "
        "you could see."
    )
    fear_explained: Line = text(
        'The reason that comes first above can explain the no without this: "{cause}". Little of what you ticked '
        "points to this. It can't be ruled out, because it can be at work without any sign that you could see.",
        "The same where nothing can rule it out, and the {cause} that comes first rests on more than little.",
    )
    fear_unmet: Line = text("It ended before this could play a part.", "The same where it had not come to that yet.")
    fear_little: Line = text("A little of what you ticked points to this, but more of it points elsewhere.")
    fear_no: Line = text("Little of what you ticked points to this. This points away from it:")
    fear_untold: Line = text("Hardly anything that you ticked speaks for this or against it, so we can't say.")
    fear_unneeded: Line = text(
        "What you ticked says little about this, for it or against it. The reason that comes first above can explain "
        "the no without it."
    )
    fear_actions: Line = text("If the thought stays with you:", "Before links to what to do.")
    hands_nothing: Line = text("Nothing that you ticked points here.")
    reasons_title: Line = text("How your answers add up", "Heading above how each answer moved a cause.")
    moves_lead: Line = text('Each answer moves the mark. Once the mark is past the dotted line, we call it "{band}".')
    moved_start: Line = text("start", "The place of a cause before any answer.")
    moved_much_towards: Line = text("strongly towards it")
    moved_clearly_towards: Line = text("clearly towards it")
    moved_a_little_towards: Line = text("slightly towards it")
    moved_much_away: Line = text("strongly away from it")
    moved_clearly_away: Line = text("clearly away from it")
    moved_a_little_away: Line = text("slightly away from it")
    moves_unticked: Line = text("What you left unticked", "All of it together, as one line of how answers add up.")
    moves_more_one: Line = text("{count} more answer moved the mark less than these.")
    moves_more_other: Line = text("{count} more answers moved the mark less than these.", "The plural of it.")
    weaker_title: Line = text("Less likely, but not ruled out")
    weaker_lead: Line = text(
        "Something that you told us fits these reasons too, but more of it fits the reasons above."
    )
    unlikely_title: Line = text("Probably not these")
    unlikely_lead: Line = text("Common reasons that your answers make less likely:")
    own_words_title: Line = text("In your words", "Heading above what the reader wrote.")
    also_told_title: Line = text("You also told us", "Heading in files above what no cause on the page rests on.")
    also_told_one: Line = text("You also told us {count} thing", "The same on the page.")
    also_told_other: Line = text("You also told us {count} things", "The plural of it.")
    tells_most_title: Line = text("The answer that would tell us most", "Heading above a question to answer.")
    explained_by: Line = text("Already explained by: {cause}", "After such an answer; {cause} are the other causes.")
    sum_title: Line = text("The same in numbers", "Disclosure: the sum behind a belief.")
    sum_caption: Line = text(
        "Weights of evidence in decibans. A weight above zero points to this reason, and a weight below zero points "
        "away from it. Every ten decibans multiply the odds by ten."
    )
    sum_what: Line = text("What counts", "Column heading.")
    sum_decibans: Line = text("Weight", "Column heading.")
    sum_before: Line = text("Before any answer", "First row: how common it is.")
    sum_together: Line = text("Total", "Last row.")
    prevented_title: Line = text("Could you have prevented it?", "The guide's opening question.")
    prevented_unknown: Line = text(
        "We can't tell. Nothing that you told us stands out, so it rules nothing out either. The reason may lie in "
        "something that you never saw. Don't blame yourself for what nobody can show you.",
        "Its answer where nothing can be said.",
    )
    prevented_not_yours: Line = text(
        "If this was the reason, no: others made the decision, and you could hardly have known about it or changed it. "
        "If the reason was something else, that may be different.",
        "Its answer where what leads lies wholly outside one's control.",
    )
    prevented_light: Line = text(
        "As far as your answers go, mostly not: the reason that comes first lies outside your control. But that rests "
        "on little, so it may well have been something else.",
        "Its answer where what leads lies wholly outside one's control, and rests on few or light signs.",
    )
    prevented_own_words: Line = text(
        "As far as the answers that you chose go, mostly not: the reason that comes first lies outside your control. "
        "What you wrote in your own words is not counted, so see for yourself whether it says the same.",
        "The same where something was written that no answer was picked for.",
    )
    prevented_few_signs: Line = text(
        "We can't tell. The signs that there are lie outside your control, but they are too few to rule out the rest.",
        "Its answer where what leads lies wholly outside one's control, and only some signs point to it.",
    )
    prevented_outside: Line = text(
        "Probably not. Most of what your answers point to was decided by things that you could neither see nor "
        "change. There is little here to blame yourself for.",
        "Its answer where most lies outside one's control.",
    )
    prevented_half: Line = text(
        "In part, perhaps. What your answers point to is divided about equally between what you could do "
        "differently next time and what was out of your hands.",
        "Its answer where about half does.",
    )
    prevented_some: Line = text(
        "Some of it, perhaps. More of this was within your reach than outside it, but part of it was not, and even if "
        "you had changed something, it might not have been enough.",
        "Its answer where some does.",
    )
    prevented_little: Line = text(
        "Perhaps. Most of what your answers point to was at least partly within your reach. That is something to work "
        "with next time, not a verdict on you. Nobody can say that things would have turned out differently.",
        "Its answer where hardly anything does.",
    )
    change_title: Line = text("What would change this result")
    change_open: Line = text(
        'If your answer to "{question}" were "{answer}", this would come first: {cause}', "For a question that is open."
    )
    change_with: Line = text(
        'If "{answer}" were true, this would come first: {cause}', "For an answer that could be ticked too."
    )
    change_nothing: Line = text("No answer to a question that is still open is likely to put something else first.")
    answer_it: Line = text("Answer that question", "Button: goes to that question.")

    # Plan
    first_title: Line = text("Do this first", "Above the one step that comes first.")
    show_steps_one: Line = text("Show the {count} step", "Disclosure: the steps of what to do first.")
    show_steps_other: Line = text("Show the {count} steps", "The plural of it.")
    done: Line = text("Done", "Box to tick off what to do first.")
    plan_title: Line = text("Then, when you have time", "Heading above all other steps.")
    plan_in_any_case: Line = text("Worth doing in any case", "The same where nothing can be said.")
    plan_nothing_more: Line = text("That one step is enough for now.", "Where there is no other step.")
    plan_empty: Line = text(
        "No step fits into the time that you chose. Choose more time.", "Where no step fits into the time."
    )
    plan_count_one: Line = text("The plan now has {count} step.", "Status: the plan changed.")
    plan_count_other: Line = text("The plan now has {count} steps.", "The plural of it.")
    plan_more_one: Line = text("Show {count} more step that may help", "Button: shows the further steps.")
    plan_more_other: Line = text("Show {count} more steps that may help", "The plural of it.")
    time_label: Line = text("Time you have")
    time_any: Line = text("Any amount", "The choice that leaves nothing out.")
    helps_with: Line = text("For: {cause}", "After a step; {cause} are the causes that it helps with.")
    how_to: Line = text("How to do it", "Link to the page of a step.")
    message: Line = text(
        "Words to use: {for}", "Label of a message; {for} is what it is for. Blanks are to be filled in."
    )
    copy_message: Line = text("Copy these words")

    # To keep and to share
    take_title: Line = text("Keep it or share it")
    take_lead: Line = text("Anyone who has the link with answers can see your answers. Files are made on this device.")
    copy_link: Line = text("Copy link with answers")
    copy_plain_link: Line = text("Copy link without answers")
    copied: Line = text("Copied.")
    blanks_left: Line = text("Copied. Still to fill in: {blanks}", "Status: {blanks} are the names of blanks.")
    copy_selected: Line = text(
        "This browser doesn't let us copy. The words are selected, so that you can copy them yourself.", "Status."
    )
    copy_by_hand: Line = text(
        "This browser doesn't let us copy. The text is in the box, so that you can copy it yourself.",
        "Where the browser doesn't let a page copy.",
    )
    print_it: Line = text("Print one page")
    print_missing: Line = text("This browser can't print. Save the result as text instead.", "Status.")
    files: Line = text("More ways: files, or a link without answers", "Disclosure: files and more.")
    card: Line = text("Make a card to keep or to show", "Disclosure: a picture.")
    card_privacy: Line = text("The card shows none of your answers and no name. It is drawn on this device.")
    card_lead: Line = text("It was a no. This is what I take from it.", "First line of the card.")
    card_changing: Line = text("What I'm changing")
    card_not_mine: Line = text("What was never in my hands")
    card_reached: Line = text("How far I got")
    card_save: Line = text("Save as a picture")
    card_copy: Line = text("Copy as text")
    save_text: Line = text("Save as text")
    save_json: Line = text("Save as JSON")
    calendar: Line = text("Put dates in your calendar", "Disclosure: choose dates.")
    share_case: Line = text(
        "Did you learn the reason in the end? Share it as a case.", "Link to the form for a case, with these answers."
    )
    calendar_lead: Line = text(
        "Choose a day for the steps of each part, or clear a date to leave that part out. If you save the file again "
        "later, the steps move to their new days."
    )
    calendar_save: Line = text("Save calendar file")
    calendar_event: Line = text("{name}: {step}", "Title of an event; {name} of the guide, {step} to take.")
    calendar_nothing: Line = text(
        "There is nothing to save, because every step is ticked off or has no day.",
        "Status: no calendar file was made.",
    )
    keep: Line = text("Save this debrief to compare it later", "Disclosure: save a debrief under a name.")
    keep_lead: Line = text(
        "The debrief stays on this device, under a name that you choose. After a few debriefs you can see what keeps "
        "coming up."
    )
    keep_name: Line = text("Name (the date, if you leave this empty)", "Label of the name field.")
    keep_save: Line = text("Save it")
    compare: Line = text("Compare saved debriefs")
    kept_title: Line = text("Your saved debriefs")
    kept_lead: Line = text("One debrief says little. What comes up in several of them is worth more of your time.")
    kept_list: Line = text("All saved debriefs")
    kept_nothing: Line = text("You haven't saved any debriefs yet.")
    kept_open: Line = text("Open", "Screen readers add the name.")
    kept_delete: Line = text("Delete", "Screen readers add the name.")
    kept_deleted: Line = text("{name} has been deleted.", "Status.")
    recurs_title: Line = text("What keeps coming up")
    recurs_nothing: Line = text("Nothing stands out in more than one debrief.")
    recurs_times_one: Line = text("in {count} of {all}", "After a cause: in {count} of {all} debriefs.")
    recurs_times_other: Line = text("in {count} of {all}", "The plural of it.")


class SceneText(TextGroup):
    """The page of the debrief that shows scenes."""

    title: Line = text("If a friend told you this story, what would you look at first?", "Heading.")
    help: Line = text(
        "Tick that first, and then up to two more. Below each reason you see how it can go; for you it may have gone "
        "another way. If none of them comes close, say so at the end."
    )
    why: Line = text(
        "Several reasons can share the same facts. Somebody who knows the whole story can often tell them apart. What "
        "you choose here counts about as much as one clear fact, and the next questions look at it more closely.",
        "Why it is asked.",
    )
    label: Line = text("What you would look at first", "What to call the page in a list.")


class ToolText(TextGroup):
    """What there is for other programs."""

    title: Line = text("For other tools", "Heading.")
    lead: Line = text(
        "Programs can read everything in this guide too. Use it in your own work, and say where it comes from.",
        "What it is good for.",
    )
    index: Line = text("Every entry as data for programs (JSON)", "Link to all entries as JSON.")
    feed: Line = text(
        "What is new or has been checked again, for programs that read news",
        "Link to the feed of what is new or changed.",
    )
    outline: Line = text("An outline in one text file", "Link to llms.txt.")
    entries: Line = text(
        "Each link leads to one entry as JSON. Its longer texts are Markdown, where a link such as "
        "(cause:some-id) leads to another entry.",
        "In llms.txt: what its links lead to.",
    )
    data: Line = text("Data", "In llms.txt: heading above all entries as data.")
    headings: dict[Id, Line] = text(
        {kind.name: kind.heading for kind in KINDS.values()}, "In llms.txt, by kind: heading above its entries."
    )


class RightText(TextGroup):
    """The pages about rights."""

    deadlines: Line = text("The deadlines", "Heading of the table of deadlines.")
    deadlines_lead: Line = text(
        "Each line links to its rule. If it is unclear which of two days the time starts on, count from the earlier "
        "one.",
        "What to know before using the table.",
    )
    deadline: Line = text(
        "You have {within}, counted from {start}.", "How long there is, and from which day; a link to the rule."
    )
    whom: Line = text("Turn to {whom}.", "To whom to turn in that time.")
    second_hand: Line = text(
        "We know part of this only second-hand. The linked rule says which part.",
        "Beside a deadline whose `confidence` is medium.",
    )
    regions: Line = text("Deadlines by region", "Heading of the list of regions.")
    all_of: Line = text("All rights: {region}", "Link to the page of a {region}.")
    start: Line = text("Start here: what to do first", "Link from a region to the page that introduces the rights.")
    without_deadlines: Line = text(
        "We list no deadline for these places, but their pages say who to ask.",
        "Above links to regions without deadlines.",
    )
    limits: Line = text("Bear in mind:", "Before what a rule does not give, and how it is known.")
    first_step: Line = text("First step:")
    as_of: Line = text(
        "Date of the text that we read: {date}", "How old the text of the rule is, as the entry says it."
    )
    nothing_here: Line = text("Nothing has been written about this region yet.", "A region without rights.")


class NotFoundText(TextGroup):
    """The page at an address that leads nowhere."""

    title: Line = text("Page not found", "Heading of the page.")
    lead: Line = text(
        "The address may have been mistyped, or the page may have moved. You can go on from here.",
        "Why that may be, and that it is not the reader's fault.",
    )
    by_search: Line = text("Or search for the page with the magnifying glass above.", "Says that one can search.")


class SearchText(TextGroup):
    """The search."""

    name: Line = text("Search", "What the search, its field and what opens it are called.")
    placeholder: Line = text("Search in your own words", "Shown in the search field while it is empty.")
    close: Line = text("Close the search")
    one: Line = text("1 page", "How many pages were found: one.")
    many: Line = text("{n} pages", "The same where there are several; {n} is the number.")
    more: Line = text("The first {first} of {n} pages", "The same where there are too many to show.")
    nothing: Line = text("Nothing was found for these words. One of these pages may help:", "Before links.")
    failed: Line = text(
        "The search could not be loaded. Check your connection, then change a letter of your search to try again."
    )


class PageText(TextGroup):
    """The pages of the guide."""

    titles: dict[Id, Line] = text(
        {
            "debrief": "The debrief",
            **{target.hub: target.hub_title for target in targets().values() if target.hub_title},
            "how-the-debrief-reasons": "How the debrief reasons",
            "contribute": "Contribute",
        },
        "Titles of the built pages that no page in pages/ introduces, by id.",
    )
    take_the_debrief: Line = text("Take the debrief")
    look_along: Line = text("Browse the journey")
    start_cost: Line = text(
        "A few minutes. Nothing leaves your device. Stop whenever you like.", "Below the first button: what it costs."
    )
    doors: dict[PageId, Line] = Field(
        default={}, description="By page: in what situation to begin there. Links on the home page."
    )
    doors_title: Line = text("Or start from where you are", "Heading of these links.")
    sample: list[CauseId] = Field(
        default=[],
        max_length=3,
        description="Causes for a sample of a result on the home page: the one that leads, the next, and one of which "
        "there is no sign.",
    )
    sample_title: Line = text("What you get at the end, for example", "Above the sample.")
    do_first: Line = text("Do this first", "Before the title of the step that comes first.")
    missing: NotFoundText = Field(default_factory=NotFoundText, description="Where there is no page.")
    search: SearchText = Field(default_factory=SearchText, description="The search.")
    journey: Line = text("Where can it go wrong?", "Heading of the journey on the home page.")
    causes_of_stage_one: Line = text("{count} cause", "How many causes a stage has, for screen readers.")
    causes_of_stage_other: Line = text("{count} causes", "The plural of it.")
    all_causes: Line = text("All {count} causes as a list", "Disclosure on the home page: every cause by stage.")
    journey_anchor: Id = text("journey", "Its anchor: what its address ends in, after #.")
    along_the_journey: Line = text(
        "Along the journey", "Name of the links to the stages before and after, for screen readers."
    )
    where_you_are: Line = text("Where you are", "Name of the links above a title, for screen readers.")
    also_called: Line = text("People also say:")
    how_common: Line = text("How common")
    how_common_judged: Line = text("{how_common}, in our judgement", "How common a cause is, with whose word that is.")
    what_happened: Line = text("What happened")
    across_the_table: Line = text("What it looked like from the other side")
    asked: Line = text("Asked:")
    instead_of: Line = text("Instead of:")
    say: Line = text("Say:")
    how_to_tell: Line = text("Was it this?")
    signs_for: Line = text("Tick what is true for you. None of these is proof.")
    more_signs: Line = text("More signs", "Disclosure: the weaker signs of a cause, before how many.")
    take_signs: Line = text("Use these in the debrief", "Link: opens the quiz with the ticked signs answered.")
    signs_stay: Line = text("What you tick stays on this device.")
    untick: Line = text("Untick all")
    signs_against: Line = text("Answers that speak against it:", "Above the answers that point elsewhere.")
    not_this_if: Line = text("When it is something else")
    handle_with_care: Line = text("Handle with care.")
    how_to_do_it: Line = text("How to do it, step by step", "Link to the page of the first step.")
    also_do: Line = text("What else helps", "Heading of the other steps, for screen readers.")
    how_it_comes_about: Line = text("How it comes about", "Disclosure: the rest of what happened.")
    evidence: Line = text("What the evidence says")
    about_cause: dict[Id, Line] = text(
        {kind.name: kind.heading_of_cause for kind in KINDS.values() if kind.causes_field},
        "On the page of a cause, by kind: heading of the entries that are about it.",
    )
    cases: Line = text("An example")
    how_known: Line = text("How it came to light:")
    composite: Line = text(
        "This example was put together for this guide. It is not about one real person.",
        "A case that was put together as an example.",
    )
    altered: Line = text(
        "This happened to one person, who could not be asked. Much was changed, so that nobody can recognise them.",
        "A case of somebody who could not be asked.",
    )
    when: Line = text("When")
    takes: Line = text("Takes")
    minutes: Line = text("{n} min", "A length below two hours; {n} is the number.")
    hours: Line = text("about {n} hours", "A length below a day; {n} is the number.")
    days: Line = text("about {n} days", "A length in days of eight hours; {n} is the number.")
    feels_like: Line = text("feels {feels}", "After how long something takes; {feels} is the word for how it feels.")
    steps: Line = text("Do this")
    words_to_use: Line = text("Words to use")
    example_words: Line = text("The marked words are examples. Change them to yours.", "Below a message with blanks.")
    own_words: Line = text("Put your own words where the line is marked.", "The same where no blank has an example.")
    words_left: Line = text("Copied. Still as in the example: {blanks}.", "Names the {blanks} that nobody has changed.")
    pitfalls: Line = text("What can go wrong")
    helps_with: Line = text("What it helps with")
    at_any_time: Line = text("Any time", "A choice of when to do something: all of them.")
    any_length: Line = text("Any length", "A choice of how long something takes: all of them.")
    at_most: Line = text("Up to {length}", "The same: {length} or less.")
    actions_shown: Line = text("{count} of {all}", "How many of the actions the choices leave.")
    origin: Line = text("Where it comes from")
    what_is_known: Line = text("What is known")
    instead: Line = text("What to do instead")
    sources: Line = text("Sources")
    sources_one: Line = text("{count} source", "How many sources a page has.")
    sources_other: Line = text("{count} sources", "The plural of it.")
    read_it: Line = text("Read it")
    about_source: Line = text(
        "About this source: {source}", "Name of the mark beside a {source}, which opens what it found."
    )
    source_notes: Line = text("The sources in brief", "Heading of what the marks open, on paper and in old browsers.")
    on_the_shelf: Line = text("See it in the list of sources", "Link to the entry of a source.")
    close: Line = text("Close")
    finding: Line = text("Found:")
    limits: Line = text("Does not show:")
    used_by: Line = text("Used on:")
    to_be_confirmed: Line = text(
        "We could not confirm every detail of this entry, so check it before you rely on a figure.",
        "A source whose `confidence` is medium.",
    )
    how_well: Line = text("How well the debrief does", "Heading of the quiz's own figures.")
    simulated_title: Line = text("Simulated people", "Heading of the figures from simulation.")
    how_well_intro: Line = text(
        "These figures were computed for this version of the site, with {people} simulated people. What is true of "
        "these people follows our own tables, and they forget to tick things, misread questions and add trifles. "
        "Nobody knows how far real life is from the tables.",
        "What the figures are of; {people} is the number of simulated people.",
    )
    of_hundred_in_band: Line = text(
        "of 100 that the debrief called \N{LEFT DOUBLE QUOTATION MARK}{band}\N{RIGHT DOUBLE QUOTATION MARK} were right",
        "After a number: how often what was put into a {band} was true.",
    )
    found_intro: Line = text(
        "In the picture below, each mark is a cause. Its place shows how often that cause came first for people who "
        "had no other cause.",
        "Above the picture of how well each cause is found.",
    )
    rivals_caption: Line = text("Most often mistaken for another")
    reported_title: Line = text("Real accounts", "Heading of the figures from cases that were reported.")
    altered_title: Line = text("Real accounts, altered", "Heading of the figures from cases that were altered.")
    composite_title: Line = text("Examples in this guide", "Heading of the figures from examples.")
    cases_counted: Line = text("Cases")
    found_first: Line = text("The true cause came first")
    found_in_three: Line = text("The true cause was among the first three")
    questions_asked: Line = text("Questions asked, on average")
    cases_first: Line = text("The true cause came first", "How many cases.")
    cases_in_three: Line = text("The true cause was among the first three", "The same.")
    calibration_error: Line = text(
        "Calibration error: how far the debrief's estimates are from the truth, on a scale from 0 (best) to 1"
    )
    brier: Line = text(
        "Brier score: the mean square of the distance between estimate and truth, person by person (0 is best)"
    )
    each_cause: Line = text("Every cause")
    cause: Line = text("Cause")
    first_short: Line = text("First")
    in_three_short: Line = text("In first three")
    taken_for: Line = text("Most often mistaken for")
    sheets_title: Line = text("Real people", "Heading of the figures from answer sheets.")
    sheets_intro: Line = text(
        "The figures below are about {people} people whose reason came out later, in public accounts and in court "
        "judgments. Readers who knew only what these people could know answered every question for them. The debrief's "
        "numbers were set from one half of these people.",
        "Below it. Placeholder: {people}.",
    )
    people_counted: Line = text("People", "How many they are.")
    of_times_in_band: Line = text(
        "of {count} that the debrief called \N{LEFT DOUBLE QUOTATION MARK}{band}\N{RIGHT DOUBLE QUOTATION MARK} "
        "had played a part",
        "After a number of causes. Placeholders: {count}, {band}.",
    )
    not_computed: Line = text(
        "These figures were not computed for this version of the site.", "Where this build could not examine the quiz."
    )
    words_for_numbers: Line = text("What our words stand for")
    how_many_caption: Line = text("Of a hundred people")
    how_common_caption: Line = text("How often a cause is at work")
    of_a_hundred: Line = text("about {n} of 100", "A share of people; {n} is the number.")
    all_questions: Line = text("Every question that the debrief can ask")
    bears_on: Line = text("Helps to judge:")
    reviewed: Line = text("Last checked {date}.", "When someone last checked the page.")
    improve: Line = text(
        "Improve this page", "Link to the form; on a page that the form doesn't change, to a mail or to the code host."
    )
    edit_file: Line = text("Its file, for programmers", "Link to the file of a page at the code host.")
    something_missing: Line = text("Something missing?")
    contribute_home: Line = text(
        "Something missing or wrong? You can add to this guide.", "Link to the form at the foot of the home page."
    )
    nothing_here: Line = text("Nothing has been written about this stage yet.")
    needs_javascript: Line = text(
        "The debrief needs JavaScript to ask its questions one at a time. JavaScript isn't available here, so this is "
        "the same debrief on paper. Either way, no answer leaves this device."
    )
    worksheet: Line = text("The debrief on paper", "Heading of the quiz on paper, for browsers without scripts.")
    worksheet_lead: Line = text(
        "Print this page, or use a pencil and any paper. Answer what you know and skip the rest. This takes longer "
        "than on a screen, where only the questions that tell most are asked."
    )
    worksheet_steps: list[Line] = text(
        [
            (
                "Copy the numbers and starting points of the last table onto a sheet. Each number stands for one "
                "cause, and 3\N{EN DASH}6 stands for four of them: 3, 4, 5 and 6."
            ),
            (
                "Each of your answers has points beside it, and the numbers of the causes that they are for. Add the "
                "points to those causes, or subtract them where there is a minus sign."
            ),
            "Cross out a cause where one of your answers says so.",
            (
                "Add up the points of each cause. The cause with the most points is worth checking first. Its page "
                "says more about it, and what to do."
            ),
        ],
        "How to fill it in.",
    )
    worksheet_only_if: Line = text(
        "Only if your answer to question {number} was one of these: {answers}.",
        "Before a question that not everybody answers.",
    )
    worksheet_points: Line = text("{points} for {causes}", "After an answer: {points} for the numbers of {causes}.")
    worksheet_rules_out: Line = text(
        "cross out {causes}", "After an answer: the numbers of {causes} that it rules out."
    )
    worksheet_unless: Line = text(
        "Cross out {causes} unless you chose one of these: {answers}.",
        "The numbers of {causes} that are out unless one of {answers} is ticked.",
    )
    worksheet_several: Line = text("Choose all that apply.", "Where several answers may be ticked.")
    worksheet_whatever: Line = text("Whatever you chose", "Before the points that count whatever is ticked.")
    worksheet_number: Line = text("Number")
    worksheet_start: Line = text("Start")
    worksheet_total: Line = text("Total")
    worksheet_from: Line = text("{points} or more: {band}", "A {band} and the {points} from which it holds.")
    worksheet_below: Line = text("Less: {band}", "The {band} below all others.")
    rights: RightText = Field(default_factory=RightText, description="The pages about rights.")
    tools: ToolText = Field(default_factory=ToolText, description="What there is for other programs.")


class FormErrorText(TextGroup):
    """What is wrong with a field of the form and what to type, by code with `_` for `-`."""

    missing_field: Line = text("Fill this in.")
    answer_without_group: Line = text(
        "The debrief shows the answers to this question below headings. Choose below which of them this one stands.",
        "An answer that is in no group of a question that has some.",
    )
    unattached: Line = text(
        "For at least one answer, say how many people with this cause would give it.",
        "A new question that is sent along with a cause, none of whose answers the cause has among its signs.",
    )
    unnamed: Line = text(
        "“{title}” is sent along, but nothing here leads to it yet. Choose “{link_page}” below the text that rests on "
        "it, search for its title, and choose it.",
        "A new source that is sent along with a page and that no text cites.",
    )
    bad_id: Line = text("Use lower-case letters, digits and hyphens only, such as too-quiet.")
    taken_id: Line = text("This name is taken. Choose another.")
    unknown_word: Line = text("{word} is not one of the choices.")
    added_length: Line = text(
        "With what you added, the page has {count} words, and {most} are the most. Leave your text as it is: those who "
        "look after this guide will shorten something.",
        "A page that was nearly full before a little was added to it.",
    )
    unlisted_word: Line = text(
        "“{name}” isn't in our list yet. You can send this all the same, as a suggestion: those who look after this "
        "guide will add it to the list.",
        "A word for a list to which a contribution may add, such as that of the countries.",
    )
    taken_out: Line = text(
        "Of {count} words, {rest} are left here, as “{changes}” shows below. If you did not mean that, choose "
        "“{undo}”.",
        "A text of which most was replaced by far less.",
    )
    open_end: Line = text(
        "A paragraph ends with a link here, without a full stop. Put one at its end, or write the rest of the sentence."
    )
    not_a_number: Line = text("Write a whole number in digits, such as 15.")
    out_of_range: Line = text("Write a number from {least} to {most}.")
    bad_date: Line = text("Write the day as year-month-day, such as 2026-03-09.")
    too_long: Line = text("This has {count} characters, but only {most} are allowed. Shorten it.")
    unknown_link: Line = text(
        "({target}) leads to no page and to no source here. Delete the brackets with it, and what stands in square "
        "brackets before them. Then choose “{link_page}” below the text, which puts in a link that works.",
        "{link_page} is the label of the disclosure that helps to link.",
    )
    unknown_entry: Line = text("“{id}” isn't here any more. Choose another, or remove it.")
    unknown_answer: Line = text("This answer isn't here any more. Remove it.")
    no_signs: Line = text(
        "Without any answer here, the debrief never names this cause. Add at least one that people with this cause "
        "would give.",
        "A cause without signs.",
    )
    answer_without_cause: Line = text(
        "The debrief can't use this answer before a cause names it. Choose one under “{answer_causes}”. If it speaks "
        "against a cause, say so in your note.",
        "A new answer of a question that is sent without a cause.",
    )
    question_without_cause: Line = text(
        "The debrief can't use these answers before a cause names them. It is best to describe the question in the "
        "form of that cause, where it asks for answers. Otherwise say in your note which cause they speak for.",
        "A new question that is sent without a cause.",
    )
    number_elsewhere: Line = text(
        "You changed “{amount}” under “{field}”. It still stands here: is this right?",
        "A text with a number that was changed in another one.",
    )
    one_answer_alone: Line = text("A question needs at least two answers to choose from. Add another.")
    bare_no: Line = text(
        "People can tick several answers here, and none if nothing is true, so nobody needs “{text}”. Remove it, or "
        "make the question one that takes one answer only."
    )
    open_detail: Line = text(
        "You chose that a detail is still open. Say here which one, so that somebody can look it up."
    )
    note_person: Line = text(
        "“{fragment}” may show who somebody is. Take it out, unless it is about yourself and you want it to be read."
    )
    title_person: Line = text("“{fragment}” is the name of somebody in the story. Take it out here, too.")
    several_people: Line = text("If these are several people or organisations, give each of them a separate field.")
    not_asked: Line = text(
        "This fits only with one of these answers to “{question}”: {answers}. Add one of them, or take this out.",
        "An answer of a case to a question that would not be asked.",
    )
    ruled_out: Line = text(
        "These answers rule out “{cause}”. Choose other answers or another cause.",
        "Answers of a case that rule out what it turned out to be.",
    )


class FormText(TextGroup):
    """The form for contributions."""

    formats: dict[Word, Line] = text(
        {
            "authors": "Write one author in this field, the last name first, such as Abel, M. Give each of the others "
            "a field of their own.",
            "year": "Write the year alone, in four digits, such as 2024. If the work gives none, write n.d.",
            "doi": "Write the number alone, beginning with 10., such as 10.1037/apl0000994. If the work has none, "
            "leave this empty.",
            "url": "Write the address alone, beginning with https:// and with nothing before or after it. If there is "
            "none, leave this empty.",
            "as_of": "Write the day, the month or the year of the text, such as 2026-03-09, 2026-03 or 2026. If it "
            "gives none, write n.d.",
        },
        "By field: what is said where something else stands in it than it takes.",
    )
    choose: Line = text("What would you like to add?", "Heading above the kinds of entries.")
    kinds: dict[KindName, Line] = text(
        {kind.name: kind.a_kind for kind in yaml_kinds().values()}, "By kind: what it is called, with its article."
    )
    about: dict[KindName, Line] = text(
        {kind.name: kind.about for kind in yaml_kinds().values()},
        "By kind: one sentence for someone who wonders which to choose.",
    )
    further_answer: Line = text("a further answer to a question", "Beside `kinds`: leads to `further_answer_title`.")
    further_answer_about: Line = text(
        "The debrief asks about it already, but what you know isn't among the answers.", "Below `further_answer`."
    )
    further_answer_title: Line = text("Which question lacks an answer?", "Heading of the choice of a question.")
    further_answer_search: Line = text(
        "Search all questions and their answers in your own words", "Above the field that finds questions."
    )
    further_answer_none: Line = text(
        "Does the debrief not ask about it at all? Then describe it as:",
        "Before a link to the form for a new question.",
    )
    further_answer_lead: Line = text(
        "Write the answer under “{new_text}”, and choose “{add_answer}”. The answers that are there already stand "
        "folded below it.",
        "Above the form for a question to which somebody wants to add an answer.",
    )
    labels: dict[Word, Line] = text(
        {
            "title": "Title",
            "stage": "Where it happens",
            "control": "Who could change it",
            "summary": "In one sentence",
            "how_common": "How common it is",
            "signs": "Answers that speak for it",
            "what_happened": "What happens, and how",
            "not_this_if": "When it is something else",
            "handle_with_care": "For whom it is different",
            "actions": "What to do about it",
            "evidence": "What is known about it",
            "strength": "How strong the evidence is",
            "says": "What is known, and what is not",
            "sources": "Sources",
            "when": "When to do it",
            "effort": "What it takes",
            "feels": "How hard it is",
            "minutes": "How many minutes",
            "steps": "Steps",
            "do": "What to do",
            "words": "Words to use",
            "pitfalls": "What to beware of",
            "question.text": "The question, as you would ask it",
            "question.why": "Why we ask",
            "question.kind": "How many answers",
            "question.answers": "The answers",
            "base": "How many would say it anyway",
            "claim": "What people say",
            "verdict": "Whether it is true",
            "what_is_known": "What is known",
            "causes": "Causes that it is about",
            "myth.origin": "Where it comes from",
            "instead": "What to do instead",
            "case.origin": "Whose story it is",
            "story": "What happened",
            "case.answers": "What they would have answered",
            "turned_out": "The reason, as it came out",
            "main": "The main cause",
            "also": "Other causes that played a part",
            "how_known": "How they found out",
            "authors": "Authors",
            "year": "Year",
            "venue": "Where it was published",
            "source.kind": "What sort of work it is",
            "finding": "What it found",
            "source.limits": "What it does not show",
            "right.limits": "Bear in mind: what it does not give",
            "confidence": "How much of it is checked",
            "region": "Where it applies",
            "topic": "What it is about",
            "rule": "The rule",
            "first_step": "What to do first",
            "deadline": "By when to act",
            "as_of": "Date of the text",
            "reviewed": "Last checked on",
            "applies_if": "Only for those who answered",
            "only_if": "Only for those who answered",
            "not_if": "Not for those who answered",
            "outside_if": "Not in the person's hands for those who answered",
            "also_called": "Other words for it",
            "scene": "How it may have gone, as somebody would tell it",
            "when_it_decides": "How this can happen to anybody",
            "can_be_hidden": "It can leave no trace",
            "across_the_table": "What the other side saw",
            "picture": "A picture of it",
            "picture.drawn_as": "How it is drawn",
            "picture.unit": "Counted in",
            "picture.parts": "Its parts",
            "portion.label": "What it is",
            "portion.amount": "How much of it there is",
            "sounds_like": "What it sounds like",
            "exchange.asked": "What was asked",
            "instead_of": "What people often say",
            "exchange.say": "What would work better",
            "contributors": "Who wrote it",
            "time_limit": "There is a deadline",
            "only_if_clear": "Not where the first reason rests on little",
            "only_for": "Only where one of these causes comes first",
            "not_for": "Not with these causes",
            "message.for": "When to use it",
            "message.text": "The words",
            "examples": "Examples of what to fill in",
            "question.help": "A line of explanation",
            "question.label": "A short name",
            "role": "What the question is for",
            "told": "How many say so if it is true of them",
            "family": "A name that it shares with questions like it",
            "ask_if": "Only after these answers",
            "follows": "Asked right after these answers",
            "groups": "Answers to show together",
            "answer.text": "The answer",
            "also_said": "Other ways to say it",
            "synonym": "A name that it shares with answers that say the same",
            "stands_for": "Causes that it means",
            "references": "Other works, which are not in the list of sources",
            "citation": "The whole reference",
            "doi": "DOI, the number of a paper",
            "url": "Link",
            "shelf": "The question that it answers",
            "within": "How long there is",
            "deadline.from": "Counted from",
            "deadline.to": "Who to turn to",
            "days": "In days, roughly",
        },
        "What fields are called in the form: by `kind.name`, by `part.name` inside a part, or by their names alone.",
    )
    helps: dict[Word, Line] = text(
        {
            "scene": "One or two sentences of somebody who doesn't know the reason: what they saw, heard and did, and "
            "when it turned. No “because”. For example: “My answers were done in a sentence or two. They asked for "
            "more, and the talk was over sooner than planned.”",
            "when_it_decides": "The end of a sentence that begins “When this is the reason, …”, in lower case: what "
            "happens then, not what the reader did or felt.",
            "can_be_hidden": "Tick this if somebody can have this cause without noticing any sign of it.",
            "cause.summary": "In plain words.",
            "action.summary": "What it is and what it gains.",
            "myth.summary": "The correction.",
            "right.summary": "The rule as it touches the reader.",
            "how_common": "How often this is the reason, among all who ask. Go by what you have seen.",
            "applies_if": "Leave this empty if the cause can apply to anybody. Otherwise choose answers: the debrief "
            "then looks for the cause only where one of them was given.",
            "cause.not_if": "Choose answers that show that it wasn't this.",
            "outside_if": "Choose answers after which nobody could say that the person had it in their hands, although "
            "most people with this cause have.",
            "signs": "Search for what people with this cause would say, and choose the answers that fit; then say "
            "roughly how many of these people would give each answer.",
            "picture": "A drawing of a whole and its parts.",
            "drawn_as": "The first part stands out.",
            "actions": "Choose what to do about it, then how much each helps, if you know.",
            "strength": "If you know of no study, choose the last one.",
            "reviewed": "The day on which somebody last checked every sentence. If you change only some of them, leave "
            "the day as it is.",
            "contributors": "The names under which you wish to be thanked.",
            "time_limit": "Tick this if there is a date that can pass, such as the end of a time limit, or if somebody "
            "is waiting for an answer. The action is then shown first.",
            "only_if_clear": "Tick this if it would mislead somebody whose first reason rests on one light sign "
            "or few.",
            "only_if": "Leave this empty if this suits anybody. Otherwise choose answers: it is then shown only to "
            "those who gave one of them.",
            "not_if": "Choose answers. This isn't shown to those who gave one of them.",
            "message.text": "The words as they could be said or sent. Put in braces whatever each person has to fill "
            "in, {like this}.",
            "examples": "For each name in braces, give something that a person could really write there.",
            "question.kind": "Whether choosing one answer excludes the others.",
            "question.answers": "Put them in the order in which people should read them. “Not sure” comes by itself, "
            "and so does “None of these” where several may be true.",
            "question.label": "What to call the question in a list, in three words or four.",
            "role": "If you leave this empty, the question counts as a fact that tells causes apart.",
            "told": "Of the people for whom it is true, how many say so? Leave this empty if people don't hold it "
            "back.",
            "question.ask_if": "Does this question make sense only for some people, such as those who got to a certain "
            "step? Then search for the answers that say so. If you leave this empty, everybody is asked.",
            "follows": "Choose the answers after which this question comes next.",
            "answer.ask_if": "Leave this empty if this answer can be offered to anybody. Otherwise choose other "
            "answers: this one is then offered only to those who gave one of them, or weren't asked.",
            "base": "Think of people who had another reason. Some of them give this answer all the same: they say “It "
            "rained” about a day when the rain changed nothing. Roughly how many? A guess will do.",
            "authors": "Put one author in each field, the last name first, such as Abel, M. First names can be written "
            "in full or as initials. For an office or a firm, write its whole name; for a law, the state or the body "
            "that made it, such as European Union.",
            "year": "Four digits. If the work gives no year, write n.d., which is short for “no date”.",
            "venue": "The journal with its volume and pages, or who published it, in words.",
            "doi": "The number that a paper carries, beginning with 10., such as 10.1037/apl0000994. If there is none, "
            "leave this empty and give a link instead.",
            "url": "The address of the page with the work itself, beginning with https://, and not of the whole site.",
            "source.kind": "Choose what comes nearest.",
            "shelf": "The source is shown under this question in the list of sources.",
            "source.confidence": "Choose the first option if you looked up where the source was published and read "
            "what it found. Otherwise choose the second, and say which detail is open.",
            "right.confidence": "Choose the first option if you read the rule itself. Otherwise choose the second, "
            "and say under “Bear in mind” what is still open.",
            "region": "If the country isn't in this list, choose the last line and write its name.",
            "as_of": "The day, month or year of the text that you read. If the text gives none, write n.d., which is "
            "short for “no date”.",
            "case.origin": "Choose the first option if it is your story, or somebody agreed to have it told. If you "
            "could not ask, choose the second, and change all that a colleague would know the person by. Several "
            "such stories put together are the third.",
            "case.answers": "Search in your own words and choose what fits. Add all that you know: the more answers "
            "there are, the more the case tells.",
            "question.text": "Ask about a fact, so that nobody has to judge themselves.",
            "stands_for": "Only for a question about what people fear: the causes that this answer names.",
            "references": "Leave this empty if the work is, or should be, in the list of sources: then add it there.",
            "right.limits": "Who is left out, and what people often expect of this rule in vain.",
            "within": "Such as “three months”. The page says: “You have three months, counted from the day …”.",
            "deadline.from": "The end of that sentence, such as “the day on which you heard of it”.",
            "deadline.to": "The court, office or person that has to hear from you in time.",
            "turned_out": "There is nothing to write here: search for the cause in your own words, and choose it.",
            "main": "The cause without which things would have ended differently.",
        },
        "What the form says below the name of a field, by the same names as `labels`; below others stands what the "
        "field means in a file.",
    )
    title_words: dict[Word, Line] = text(
        {
            "cause": "A plain statement, in at most {most} words.",
            "action": "An instruction, in at most {most} words.",
            "case": "What happened, in at most {most} words.",
            "right": "What it gives, in at most {most} words.",
            "other": "In at most {most} words.",
        },
        "Below the title, by kind, where the guide says how long titles may be.",
    )
    short_summary: Line = text("In one sentence, or {most} at most", "Label of a summary that may have several.")
    adding: Line = text("Add {kind}", "Heading of the form for a new entry; {kind} is one of `kinds`.")
    changing: Line = text("Change: {title}", "Heading of the form for an entry that is there; {title} is its title.")
    other_kind: Line = text("Choose something else")
    needed: Line = text("required", "After the name of a field.")
    short_way: Line = text(
        "The open fields are all that a new entry needs. The folded ones can wait: leave them, and others will fill "
        "them in.",
        "Above the fields of a new entry.",
    )
    see_all: Line = text("See all that are there: {title}.", "Link after `short_way`; {title} is that of their list.")
    length: Line = text(
        "Aim for {least} to {most} words in all. So far: {count}.",
        "Above the fields; {count} changes while one writes.",
    )
    optional: Line = text("More, if you have time", "Disclosure: what may be left out.")
    started: Line = text(
        "Already filled in: change anything that you know better",
        "Disclosure: what is needed and has something to start with.",
    )
    upkeep: Line = text(
        "You can leave this to those who look after this guide",
        "Disclosure: what asks for knowledge of the whole guide.",
    )
    starts: dict[Word, Line] = text(
        {"evidence.says": "This comes from experience, not from studies."},
        "What a new entry says where its author leaves a needed field empty, by the same names as `labels`.",
    )
    start_choice: Line = text("If you choose nothing: {word}", "The first choice where one is usual.")
    start_text: Line = text("If you leave this empty, it says: “{text}”")
    start_day: Line = text(
        "The day on which you checked every sentence. If you leave this empty, your note says that nobody has, and "
        "those who look after this guide will.",
        "Below a day that may be left empty.",
    )
    start_day_filled: Line = text(
        "{day}, the day of writing: nobody has checked every sentence yet", "In the preview, for such a day."
    )
    unchecked: Line = text(
        "nobody has checked every sentence of “{title}”. Its day is that of writing.",
        "Goes into the note where such a day was left empty.",
    )
    sentences: Line = text(
        "Find the sentence that you want to change: type a few of its words",
        "Above a search over an entry's sentences.",
    )
    sentences_lead: Line = text(
        "Change what you like and leave the rest. Square brackets, [ ], with round ones, ( ), right behind them are a "
        "link on the page, so leave both as they are. Below the text you can see where the links lead."
    )
    sentence_absent: Line = text(
        "Nothing here has these words. If you saw them on the page, they may belong to another page, from which this "
        "one takes words, such as:",
        "Where a sentence that is looked for isn't in the entry: links to other entries follow.",
    )
    sentence_elsewhere: Line = text(
        "Nothing here has these words, but they stand here:", "The same, where other entries have the words."
    )
    sentence_nowhere: Line = text(
        "Nothing here has these words. If you saw them on the page, they are the same on many pages: write which words "
        "you mean in your note at the end.",
        "The same, where the entry names no others.",
    )
    nearest: Line = text("Nearest:", "Above what resembles the words.")
    parts: Line = text("{name}: {count}", "Disclosure: how many texts a part with the name holds.")
    not_sentences: Line = text(
        "Everything else: leave it if you are only changing a sentence", "Disclosure: all that is no sentence."
    )
    today: Line = text("Today", "Fills in the day of today.")
    file_name: Line = text("What the web address of its page ends in")
    file_name_help: Line = text("This is made from the title; you can leave it as it is.")
    choose_one: Line = text("Choose…")
    unlisted: Line = text("Another, not in this list", "The last choice of a list that may lack something.")
    unlisted_name: Line = text("Its name", "Label of the field that `unlisted` brings.")
    add: Line = text("Add another to “{field}”", "Below a list: adds an item.")
    add_one: Line = text("Add {field}", "The same below an empty list; {field} is the name of the field.")
    add_chosen: Line = text("Add what you chose", "Beside a list: adds what is chosen there.")
    add_answer: Line = text("Add this answer", "Beside `new_text`.")
    remove: Line = text("Remove {name}", "Takes {name} away.")
    item: Line = text("Number {number}", "An item of a list.")
    new_name: Line = text("What to call it", "Asks for the name of a part that has one.")
    new_text: Line = text(
        "Add an answer, in the words that people will read", "Asks for the text of a part; its name is made of it."
    )
    move_up: Line = text("Move up", "Beside an answer that was added: one place towards the first.")
    move_down: Line = text("Move down", "The other way.")
    moved: Line = text("“{name}” is number {number} of {count} now.", "Said to screen readers after a move.")
    answer_group: Line = text("The heading below which it stands", "Beside an answer that was added to a question.")
    no_group: Line = text("none: below all the others")
    answer_place: Line = text("Its place below that heading", "Beside `answer_group`.")
    place_first: Line = text("first")
    place_after: Line = text("after “{name}”", "A choice of `answer_place`; {name} is another answer.")
    search_answers: Line = text(
        "Search all answers in your own words", "Above the field that finds answers; choosing one adds it."
    )
    search_titles: Line = text("Search in your own words", "Above the field that finds entries; choosing one adds it.")
    nothing_found: Line = text("Nothing fits these words. Try others, or look through the list.")
    look_through: Line = text("Look through the list", "Disclosure: everything that a search looks through.")
    added: Line = text("Added: {name}", "Said to screen readers after a choice.")
    more_answers: Line = text("More answers of this question", "Disclosure: the answers that were not chosen.")
    asked_before: Line = text(
        "People are asked this first, so choose what fits.", "Above the answers of a question that others depend on."
    )
    link_page: Line = text("Link to a page or a source", "Disclosure below a longer text.")
    link_search: Line = text(
        "Search for a page by its title, or for a source by its author or its title",
        "Choosing one puts a link to it into the text.",
    )
    link_place: Line = text(
        "The link goes where your cursor was last in the text, behind “{words}”, with “see” before it where the "
        "sentence needs that. If you select words first, they become the link. A link to a source goes into brackets "
        "before the end of the sentence.",
        "Above that search; {words} are those before the cursor.",
    )
    link_inside: Line = text("(see {link})", "What a link to a page becomes within a sentence.")
    link_alone: Line = text("See {link}.", "The same between sentences.")
    links_lead: Line = text(
        "Square brackets, [ ], with round ones, ( ), right behind them are a link on the page, so leave both as they "
        "are. What stands in the round ones says where it leads.",
        "Above the links of a text.",
    )
    links_read: Line = text("What the links in it read: {count}", "Disclosure below a text: its links without words.")
    link_not_found: Line = text(
        "Nothing fits these words. Try others. If you know of a source that isn't there yet, describe it below.",
        "Below that search.",
    )
    link_reads: Line = text("{link} reads “{title}” on the page.", "Below a text that holds a link without words.")
    lines_join: Line = text(
        "On the page, lines are joined: only an empty line begins a new paragraph.",
        "Below a longer text that has lines without an empty one between them.",
    )
    lines_apart: Line = text("Make each line a paragraph", "Button after `lines_join`.")
    paragraphs_made: Line = text(
        "Each line is a paragraph of its own now.", "Said where empty lines were put between lines."
    )
    person: Line = text("If this is a person, the last name comes first.")
    turn_name: Line = text("Change it to “{name}”")
    split_names: Line = text("Give each of them a separate field: {names}", "Below a field that holds several people.")
    split_items: Line = text(
        "These look like {count} items: make each of them one", "Below a field for one item that holds a pasted list."
    )
    split_done: Line = text("There are {count} items now.", "Said to screen readers after `split_items`.")
    question_label: Line = text("Question")
    not_there_yet: Line = text("It isn't there yet: describe {kind}", "Disclosure; {kind} is one of `kinds`.")
    describe_it: Line = text("Describe it below")
    unknown_share: Line = text("I can't say", "How many people would give an answer.")
    share: Line = text(
        "{word} ({count} in {all})", "A choice of how many people would give an answer: a word with what it stands for."
    )
    answer_shares: Line = text("Who would give which answer", "Below a new question's answers: choices of how many.")
    answer_shares_one: Line = text(
        "Everybody gives one answer, so each sort of people has to add up to about 10 in 10. What you leave open for "
        "people who had another reason is worked out from what you choose for the other answers, and changes with it.",
        "Above these choices, where people give one answer.",
    )
    answer_shares_any: Line = text(
        "People can give several answers, so these need not add up.", "The same, where they may give several."
    )
    answer_causes: Line = text("Who would give this answer", "Beside an answer that was added to a question.")
    answer_causes_help: Line = text(
        "Choose the causes of which people would say this, and roughly how many of them would. What you choose is sent "
        "together with the answer."
    )
    answer_cause_note: Line = text(
        "The answer “{answer}” speaks for the cause “{title}”.", "Goes into the note where a cause can't be changed."
    )
    answer_cause_noted: Line = text(
        "“{title}” can't be opened now, so your note at the end says that the answer speaks for it.",
        "Said after `answer_cause_note`.",
    )
    attach_help: Line = text(
        "Choose roughly, and leave out what you can't say. One answer that people with this cause would give is enough."
    )
    with_cause: Line = text("Of those for whom this was the cause", "How many would give an answer.")
    without_cause: Line = text("Of people who are asked this and had another reason", "How many would give an answer.")
    stands_below: Line = text(
        "You will find this below everything that you write about the first entry. Both are sent together.",
        "Below `brought_along`.",
    )
    back_to: Line = text("Back to “{field}”", "Leads from a new entry to the field that names it.")
    change_below: Line = text("Change this below", "Leads to a new question, from its answers in the list of signs.")
    brought_along: Line = text("Sent together with it: {kind}", "Heading above a new entry that another names.")
    choices: dict[Word, Line] = text(
        {
            "pick-one": "one answer only",
            "pick-any": "several may be true",
            "reported": "it happened, the person agrees to have it told, and whatever could identify anybody has been "
            "changed",
            "altered": "it happened, the person could not be asked, and so much has been changed that nobody can "
            "recognise them",
            "composite": "put together from several stories, so that it is nobody's own story",
            "evidence": "a fact that tells causes apart",
            "routing": "it chooses what is asked next",
            "fear": "what somebody suspects",
            "high": "all of it has been checked",
            "medium": "a detail is still open",
            "boxes": "boxes of a form",
            "lengths": "lengths of time",
            "people": "people",
        },
        "What words that can be chosen are called in the form: those of the model and the kinds of sources.",
    )
    alike_none: Line = text("Nothing here resembles this so far.", "In place of `alike`.")
    alike: Line = text("Is it here already?", "Before a link to the entry that most resembles what is typed.")
    alike_answer: Line = text(
        "has the answer “{answer}”", "After a link to a question of which an answer resembles what is typed."
    )
    alike_more: Line = text("{count} more like it", "Disclosure: further links.")
    alike_lead: Line = text(
        "This opens in a new tab, and your draft stays here. If it says the same, improve that one instead.",
        "Below the first link.",
    )
    alike_lead_answer: Line = text(
        "This opens in a new tab, and your draft stays here. If it says the same, choose that answer. If the question "
        "fits and an answer is missing, add it there.",
        "The same, where an answer of the question resembles what is typed.",
    )
    begun_twice: Line = text(
        "There is another draft of this page on this device, which lacks what you write here. Go on with one of them, "
        "and send that one alone.",
        "Above links to drafts, where one of them is continued.",
    )
    begun: Line = text("You have already begun this on this device. Go on with it:", "Above links to drafts.")
    passed_on: Line = text("copied or sent:", "Behind a draft: before the day on which it was copied or sent.")
    changed_since: Line = text("and changed since", "Behind that day, where the draft was changed later.")
    changed_meanwhile: Line = text(
        "Since you began, somebody else has changed: {fields}. What you see here are your own words. Compare them with "
        "the page.",
        "Where draft and guide changed the same {fields}.",
    )
    undo: Line = text("Undo the last change")
    redo: Line = text("Do it again after all", "Takes back the last `undo`.")
    keep_it: Line = text("No, keep it")
    remove_question: Line = text("Remove “{name}” and what you wrote in it?")
    remove_yes: Line = text("Remove it")
    start_again_question: Line = text("Start again? This deletes what you wrote here from this device.")
    to_correct: Line = text("Still to fill in or to correct: {count}", "Heading above what can't stay as it is.")
    suggestions: Line = text(
        "Suggestions: {count}. These changes would make it better, but you can send it without them.",
        "Heading above what could be better.",
    )
    dismiss: Line = text("Leave it as it is", "Button beside a suggestion, which then goes.")
    dismissed: Line = text("The suggestion is gone.", "Said to screen readers after `dismiss`.")
    unready: Line = text(
        "Still to fill in or to correct before this can be accepted: {count}. The first:",
        "Beside the buttons; a link to the field follows.",
    )
    unready_saved: Line = text("You can save it as it is and go on later.", "After `unready` and the link.")
    whole_text: Line = text("All its texts together ({fields})", "Where what is wrong lies in the length of all texts.")
    wrong: Line = text("Still to correct: {count}.", "After `progress`: how much is filled in and wrong.")
    progress: Line = text("{filled} of {all} required fields are filled in.", "How many required fields are filled in.")
    problems: Line = text("What to correct", "Heading above what is wrong.")
    no_problems: Line = text("Nothing to correct. Thank you for writing this.")
    preview: Line = text("Preview", "Heading above the entry as its page will show it.")
    folded_rest: Line = text("On the page, what follows is folded.", "In the preview, behind the opening of a text.")
    folded_later: Line = text(
        "The page shows the first sentences, then other parts, and folds the rest. Write the rest so that it can be "
        "read alone.",
        "Below the name of a field whose page folds what comes after some sentences.",
    )
    folded_at_once: Line = text(
        "The page shows the first sentence and folds the rest. Write the first so that it can be read alone.",
        "The same where the page folds what comes after the first sentence.",
    )
    yes: Line = text("Yes", "In the preview, for a box that is ticked.")
    changes: Line = text("What you changed", "Heading above texts as they were and as they are.")
    changes_of: Line = text("What this changes in “{title}”", "Above the same in what is sent.")
    before: Line = text("Before")
    after: Line = text("After")
    put_in: Line = text("Added", "In place of `after`, where nothing stood before.")
    taken_out: Line = text("Taken out", "In place of `before`, where nothing stands now.")
    put_after: Line = text("{answer} (after “{name}”)", "Of an answer that was added: its place among the others.")
    nothing_yet: Line = text(
        "Once you have written or changed something, you can pass it on from here.", "Where nothing was written."
    )
    file: Line = text("The whole text that will be sent", "Disclosure.")
    file_lead: Line = text(
        "This is all that will be sent. It is written for a program, with short English names for the fields. You need "
        "not read it: the preview says the same in words. Nothing has been sent yet."
    )
    list_lead: Line = text(
        "This is all that will be sent. It is written for a program, with short English names for the fields. You need "
        "not read it: the preview says the same in words. It will be put in its place among the other entries. Nothing "
        "has been sent yet.",
        "The same where the text belongs in a file that holds many.",
    )
    note: Line = text(
        "A note to those who look after this guide (why you changed it, what is still open, how they can reach you)",
        "Label of a field at the end of the form.",
    )
    note_short: Line = text("Your note", "The same field, where a link leads to it.")
    open_detail: Line = text("Which detail is still open?", "Label of a box beside the choice that one is.")
    open_detail_help: Line = text(
        "This goes to those who look after this guide, together with what you send, and is not shown on any page.",
        "Below `open_detail`.",
    )
    open_detail_label: Line = text("Still open", "Above that detail, in what is sent.")
    note_help: Line = text(
        "You can leave this empty. Your note appears at the top of what you send, whichever way you send it, and is "
        "not shown on any page.",
        "Below `note`.",
    )
    note_public: Line = text(
        "What you send through {host} is public, and so is this note.", "After `note_help`, at a code host."
    )
    note_label: Line = text("A note to those who look after this guide", "Above the word itself, in what is sent.")
    send: Line = text("Send it")
    keep: Line = text("Copy it or save it", "In place of `send` where neither a code host nor an address is known.")
    recognised: Line = text(
        "Before you send it: could a colleague recognise this person, or the firm? If so, change or leave out what "
        "gives them away.",
        "Above the ways to send a case.",
    )
    cite_title: Line = text("Cite it on a page", "Heading below a new source.")
    cite_lead: Line = text(
        "Readers see a source where a page cites it. Find the page whose text rests on this source, and choose it: the "
        "form opens that page, and the source and the page are sent together. You need not send the source from here "
        "as well."
    )
    cite_search: Line = text("Search for the page in your own words", "Above the field that finds it.")
    needs_account: Line = text(
        "To send this at the end, you need an account at {host}, which is free. If you have none, write first: what "
        "you write is kept on this device.",
        "Above the fields, where a code host is the only way; {host} is its address.",
    )
    needs_mail: Line = text("At the end, you can send this by email to {address}.", "The same, where there is mail.")
    needs_mail_or_account: Line = text(
        "At the end, you can send this by email to {address}. If you have an account at {host}, which is free, you can "
        "send it there instead.",
        "The same, where there are both.",
    )
    way_mail: Line = text("By email", "Heading above `send_mail`.")
    way_issue: Line = text(
        "On the website {host}, with a free account", "Heading above `steps_issue`; {host} is the address of the host."
    )
    steps_issue: list[Line] = text(
        [
            'Choose "{copy}", since a link may not hold as much as you wrote.',
            (
                'Follow "{open_issue}". {host} opens in a new tab and asks you to sign in. If you have no account '
                "there, make one: it is free. Then come back to this page, and begin again with the first step."
            ),
            "If your text isn't in the large field there, paste it: {how_to_paste}.",
            'Tick the box at the end, and choose "Create", which sends it. You are done.',
        ],
        "A proposal as an issue at the code host, whose address is {host}, one step an item.",
    )
    open_issue: Line = text("Open the page to send it from")
    way_file: Line = text(
        "If you work with {host} already: put the text in its place yourself",
        "Disclosure: a pull request; {host} is the address of the host.",
    )
    steps_new: list[Line] = text(
        [
            'Follow "{propose}". {host} opens in a new tab, with your text in it, and asks you to sign in.',
            'If it offers "Fork this repository", choose that. It makes a copy of the guide for you to work in.',
            (
                'Choose "Commit changes…", say in one sentence why, and choose "Propose changes". This saves your text '
                "in your copy."
            ),
            (
                'Choose "Create pull request", and on the next page choose "Create pull request" again. This sends it. '
                "You are done."
            ),
        ],
        "A new file at the code host, whose address is {host}, one step an item.",
    )
    steps_long_new: list[Line] = text(
        [
            'Choose "{copy_file}". A link can\'t hold as much as you wrote, so you take the text along yourself.',
            'Follow "{propose}". {host} opens in a new tab and asks you to sign in.',
            'If it offers "Fork this repository", choose that. It makes a copy of the guide for you to work in.',
            "Paste it into the large empty field: {how_to_paste}.",
            (
                'Choose "Commit changes…", say in one sentence why, and choose "Propose changes". This saves your text '
                "in your copy."
            ),
            (
                'Choose "Create pull request", and on the next page choose "Create pull request" again. This sends it. '
                "You are done."
            ),
        ],
        "The same where the text is too long for a link.",
    )
    steps_change: list[Line] = text(
        [
            'Choose "{copy_file}".',
            'Follow "{open_file}". {host} opens {name} in a new tab and asks you to sign in.',
            'If it offers "Fork this repository", choose that. It makes a copy of the guide for you to work in.',
            "Select all of the text there, and paste yours over it: {how_to_paste}.",
            (
                'Choose "Commit changes…", say in one sentence why, and choose "Propose changes". This saves your text '
                "in your copy."
            ),
            (
                'Choose "Create pull request", and on the next page choose "Create pull request" again. This sends it. '
                "You are done."
            ),
        ],
        "A change to a file at the code host, one step an item; {name} is the file, {host} the address of the host.",
    )
    way_hand: Line = text(
        "On the website {host}, with an account there", "Heading above `steps_hand`; {host} is the address of the host."
    )
    steps_hand: list[Line] = text(
        [
            'Choose "{copy}".',
            "Follow the link. {host} opens in a new tab and asks you to sign in.",
            (
                "If you know how to change a file there, put your text in its place: above each part of it, the text "
                "names the file that the part belongs in. If not, look there for a way to write to those who look "
                "after this guide, and paste your text into what you write."
            ),
        ],
        "Any text at a code host of which no more is known, one step an item; {host} is the address of the host.",
    )
    open_at_host: Line = text("Open {name}", "Leads to the file or the folder of the name at the code host.")
    send_mail: Line = text(
        'Choose "{copy}" and follow "{write_mail}". An email to {address} opens, for you to send. If your text isn\'t '
        "in it, paste it there: {how_to_paste}. It goes to those who look after this guide, and they can answer you by "
        "email."
    )
    write_mail: Line = text("Write the email")
    send_unknown: Line = text(
        "Nothing has been sent. Your text is only on this device, and this site gives no address to send it to. Copy "
        "it, or save it as a small text file, and give it to the person who told you about this site, or ask them who "
        "looks after it.",
        "Where neither a code host nor an address is known.",
    )
    propose: Line = text("Propose this file")
    open_file: Line = text("Open the file")
    copy_: Line = Field(default="Copy the text", alias="copy")
    copy_file: Line = text("Copy the file")
    copied_file: Line = text("Copied. Nothing has been sent yet: go on with the next step.", "After `copy_file`.")
    how_to_paste: Line = text(
        "on a phone, hold your finger on the field and choose Paste; on a computer, click into it and press Ctrl+V or "
        "Cmd+V",
        "Part of a sentence: how to put in what was copied.",
    )
    copied_mail: Line = text(
        'Copied. Now follow "{write_mail}". If your text isn\'t in the email, paste it there: {how_to_paste}.',
        "After `copy`, where there is an address for mail.",
    )
    copied_issue: Line = text(
        'Copied. Now follow "{open_issue}". If your text isn\'t in the large field there, paste it: {how_to_paste}.',
        "The same, where a code host is the only way.",
    )
    copied_hand: Line = text(
        "Copied. Nothing has been sent yet: go on with the steps above.", "The same, at another code host."
    )
    copied_only: Line = text("Copied. Nothing has been sent.", "The same, where `keep` stands.")
    copy_by_hand: Line = text(
        "This browser doesn't let us copy. The text is selected, so that you can copy it yourself: on a phone, hold "
        "your finger on it and choose Copy; on a computer, press Ctrl+C or Cmd+C."
    )
    download: Line = text("Save as a file")
    saved_mail: Line = text(
        "Saved as {name}, most likely among your downloads. Keep it, or attach it to an email to {address} to send it.",
        "After saving a file called {name}, where there is an address for mail.",
    )
    saved_issue: Line = text(
        "Saved as {name}, most likely among your downloads. Keep it, or give it to somebody who has an account at "
        '{host} and can send it for you. To send it yourself, follow "{open_issue}".',
        "The same, where a code host is the only way.",
    )
    saved_hand: Line = text(
        "Saved as {name}, most likely among your downloads. Nothing has been sent yet: to send your text, follow the "
        "steps above.",
        "The same, at another code host.",
    )
    saved_only: Line = text(
        "Saved as {name}, most likely among your downloads. Nothing has been sent.",
        "The same, where `keep` stands.",
    )
    start_again: Line = text("Start again")
    kept: Line = text("What you write is kept on this device until you start again.")
    not_kept: Line = text("This browser doesn't let us save anything, so finish before you close the page.")
    from_debrief: Line = text(
        "The answers come from your debrief. They stay on this device until you send them yourself."
    )
    not_found: Line = text("There is no such page here, so this is a new one.")
    errors: FormErrorText = Field(default_factory=FormErrorText, description="What is wrong with a field.")
    form_rules: dict[Word, Line] = text(
        {
            "figure-without-source": "“{fragment}” needs a source. Choose “{link_page}” below the text, search for the "
            "work by its author or its title, and choose it: that puts a link into this paragraph. If you know of no "
            "source, leave the figure or the finding out.",
            "no-source": "You chose that there is evidence: name a source for it here, or link to one in the text. If "
            "you know of none, choose above the last option, which claims no evidence.",
            "verdict-without-source": "The verdict says that somebody has looked. Name here the source that it rests "
            "on, or link to it in a text above. If you know of none, choose the last verdict, which "
            "claims nothing.",
            "named-person": "“{fragment}” names somebody. Take out the title and the name, and say what sort of person "
            "it was, such as “the manager”.",
            "own-experience": "“{fragment}” speaks of you, and this page speaks for the whole guide. Say what is known "
            "of people in general and link a source, or say that it comes from experience and not from studies.",
            "unlisted-source": "Your text links to “{title}”. Add it here too, so that it stands in the list of "
            "sources.",
            "claim-without-source": "“{fragment}” says something of people in general, or of the law. Choose "
            "“{link_page}” below the text, and put in the source or the right that it rests on. If there is none, say "
            "that it comes from experience.",
            "no-link": "“{fragment}” names a page without leading to it. Choose “{link_page}” below the text, or say "
            "here in a few words what stands there.",
            "wrong-place": "“{fragment}” is no text for this field. Write here in words what the field asks for; a web "
            "address, a DOI and a year have fields of their own.",
            "minutes-do-not-add-up": "The steps take {total} minutes together, and not {whole}. Write {total} here, or "
            "change the minutes of the steps.",
            "long-sentence-alone": "This sentence has {count} words, and {most} are the most. Shorten it.",
            "unsafe-link": "“{target}” can't be followed from here. Use an address that begins with https://, or "
            "choose “{link_page}” below the text.",
        },
        "What the form says of some rules, by code, where the words of `check` speak of files.",
    )
    rules: dict[Word, Annotated[Line, genre("markup")]] = text(
        {}, "In other languages than English: what the form says of each rule that an entry breaks, by its code."
    )


class UiText(TextGroup):
    """ui.yml: every text that the pages, the quiz and the form show and that no entry holds."""

    pages: PageText = Field(default_factory=PageText, description="What the pages say.")
    scenes: SceneText = Field(default_factory=SceneText, description="What the page of scenes says.")
    debrief: DebriefText = Field(default_factory=DebriefText, description="What the quiz says.")
    contribute: FormText = Field(default_factory=FormText, description="What the form for contributions says.")
