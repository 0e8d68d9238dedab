"""Every code that a diagnostic can have: how grave it is, what shows it, and what it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.diagnostics.diagnostic import Severity

Scope = Literal["file", "text", "entry", "guide"]


@dataclass(frozen=True, slots=True)
class Code:
    """What a code stands for.

    `scope` is the least that shows it: the `file` as it was typed, one `text` of an entry, the `entry` by itself
    (with the words and settings of its guide), or the `guide` as a whole. The form for contributions, which never
    sees a file or the whole guide, reports each code whose scope is `text` or `entry`.
    """

    name: str
    scope: Scope
    meaning: str
    severity: Severity = "error"


def code_called(name: str) -> Code | None:
    """Return the code of a name, or None where there is none. `unknown-{kind}` stands for one code a kind of entry."""
    return CODES.get(name) or (CODES["unknown-{kind}"] if name.startswith("unknown-") else None)


_CODES = (
    Code("anchor", "file", "A value begins with `&` or `*`, which have a meaning of their own in YAML."),
    Code("answer-without-group", "entry", "An answer in none of the groups of its question.", "warning"),
    Code("avoided-phrase", "text", "A phrase that the guide avoids.", "warning"),
    Code("bad-date", "entry", "A date that is not a day of the calendar, written as year-month-day."),
    Code("bad-format", "entry", "A value that does not have the form that its field needs."),
    Code("bad-id", "entry", "An id with other characters than small letters, digits and hyphens."),
    Code("bands-out-of-order", "guide", "Bands, or words of a scale, that are not listed by their numbers."),
    Code("bare-address", "text", "A web address that is not part of a link, so that nobody can follow it.", "warning"),
    Code("bare-no", "entry", "An answer that denies all others where several can be ticked.", "warning"),
    Code(
        "blank-without-example", "guide", "A blank of a message without an example, where others have one.", "warning"
    ),
    Code("breaks-off", "text", "A text that ends in the middle of a sentence.", "warning"),
    Code("broken-blank", "text", "A brace without its partner in words that have blanks."),
    Code("broken-line", "text", "A line of a message that ends in the middle of a sentence.", "warning"),
    Code("cause-without-case", "guide", "A cause that no case turned out to be.", "warning"),
    Code("character-reference", "text", "A character written as a reference, such as `&amp;`."),
    Code("claim-without-source", "text", "A claim about people or the law without a source.", "warning"),
    Code("code-in-text", "text", "A block of code in a text."),
    Code("conflict-marker", "file", "Lines that Git left where two versions of a file were merged."),
    Code("control-character", "file", "A character that can't be printed."),
    Code("cut-by-commas", "file", "A phrase between brackets of which its commas make several.", "warning"),
    Code("cut-off", "file", "Words after ` #`, which YAML takes for a comment."),
    Code("days-do-not-fit", "guide", "Days of a deadline that are not those of its words.", "warning"),
    Code("duplicate-id", "file", "Two files with the same id."),
    Code("duplicate-key", "file", "A field that is written twice."),
    Code("empty-field", "file", "A field without a value."),
    Code("empty-file", "file", "A file without content."),
    Code(
        "figures-do-not-fit",
        "guide",
        "A year or amounts other than those in the id or the title beside them.",
        "warning",
    ),
    Code("figure-without-source", "text", "A share or a finding in a paragraph without a source.", "warning"),
    Code("foreign-file", "file", "A file that another program wrote, such as a picture, a document or an e-mail."),
    Code("future-date", "entry", "A review on a day that has not come yet."),
    Code("future-text", "entry", "A text or a work of a day or a year that has not come yet."),
    Code("garbled", "text", "Letters that were saved in one encoding and read in another, such as `Ã©` for `é`."),
    Code("gate-circle", "guide", "Questions that depend on each other, so that none of them is ever asked."),
    Code("gate-on-itself", "guide", "A question that depends on its own answer."),
    Code("group-member", "guide", "A group of answers that names none of its question, or one that another group has."),
    Code("hard-to-read", "entry", "An entry that is harder to read than the guide wants.", "warning"),
    Code("heading-in-text", "text", "A line that Markdown takes for a heading."),
    Code("idle-action", "guide", "An action, or a condition of one, that no cause leads to.", "warning"),
    Code("idle-answer", "guide", "An answer that no cause, condition or case names.", "warning"),
    Code("idle-question", "guide", "A question without a sign of any cause.", "warning"),
    Code("image", "text", "A picture in a text."),
    Code("invisible-character", "file", "A character that nobody sees, or a space of an unusual kind."),
    Code("left-out", "file", "A note instead of lines of which it says that they stay as they are."),
    Code("left-over", "file", "A copy of a file that an editor made.", "warning"),
    Code("lines-joined", "file", "Short lines, such as a greeting and a name, of which YAML makes one.", "warning"),
    Code("link-in-line", "text", "A link in a field that holds a single line."),
    Code("list-in-text", "file", "A list without an empty line above it, which is shown as one paragraph.", "warning"),
    Code("listed-twice", "entry", "An id that an entry names twice in the same place."),
    Code("lone-family", "guide", "A family that only one question names, spelt nearly as another is.", "warning"),
    Code("long-sentence", "text", "A sentence with more words than the guide wants.", "warning"),
    Code("long-summary", "text", "A summary with more sentences than the guide wants.", "warning"),
    Code("long-title", "text", "A title with more words than the guide wants.", "warning"),
    Code("lost-address", "guide", "An entry that is gone, and whose address leads nowhere.", "warning"),
    Code("loud", "text", "Capitals, pictures or rows of exclamation marks.", "warning"),
    Code("malformed-link", "text", "Something that looks like a link and is shown letter by letter."),
    Code("minutes-do-not-add-up", "entry", "An action that does not take as long as its steps.", "warning"),
    Code(
        "misplaced-mark",
        "text",
        "A mark that is typed twice, lacks or has a space before it, or a word typed twice.",
        "warning",
    ),
    Code("missing-blank", "guide", "A text of ui.yml without a blank that its English text has.", "warning"),
    Code("missing-field", "entry", "A field that the entry can't do without."),
    Code("missing-file", "file", "A file that the guide can't do without."),
    Code("missing-space", "file", "A colon without a space after it, which makes one name of name and value."),
    Code("more-than-one-line", "file", "Several lines in a field that holds a single line."),
    Code("never-asked", "guide", "Conditions of a question, a cause or a step that no answers can meet."),
    Code("named-person", "text", "The name of somebody in a case, after a title such as Ms."),
    Code("needed-and-excluded", "guide", "A condition that requires and forbids the same answer."),
    Code("no-content", "file", "There is no content folder."),
    Code("no-clue", "guide", "A case without an answer that speaks for its cause.", "warning"),
    Code("no-head", "file", "A page without a title and a summary above its text."),
    Code("no-link", "text", "A page that is named and not linked, so that nobody gets there.", "warning"),
    Code(
        "no-signs", "guide", "A cause without signs, which the quiz leaves out, or a sign that never counts.", "warning"
    ),
    Code("no-source", "entry", "Evidence that claims some strength and names no source."),
    Code("not-a-file", "file", "Something other than a file where one should be."),
    Code("not-a-folder", "file", "Something other than a folder where one should be."),
    Code("not-a-number", "entry", "Words where a number is needed."),
    Code("not-asked", "guide", "A case that answers a question which it would not be asked."),
    Code("not-utf-8", "file", "A file in an encoding other than UTF-8."),
    Code("old-review", "entry", "A review longer ago than the guide wants.", "warning"),
    Code("odd-plan", "guide", "An action that names a step or words it lacks, or has no step for some.", "warning"),
    Code(
        "odd-setting",
        "guide",
        "A setting of the guide or a question that has no effect, or only a part of it.",
        "warning",
    ),
    Code("one-of-several", "guide", "A question that takes several answers and seems to want one.", "warning"),
    Code("one-answer-alone", "entry", "A question with a single answer."),
    Code("one-answer", "entry", "Several answers to a question that takes one."),
    Code("open-emphasis", "text", "Strong words that begin with `**` and do not end.", "warning"),
    Code(
        "other-language", "guide", "A paragraph or a number as in another language than that of the guide.", "warning"
    ),
    Code("out-of-range", "entry", "A number that is too low or too high."),
    Code("own-address", "guide", "A page of the guide that is linked by its address.", "warning"),
    Code("own-experience", "text", "A claim that rests on what its writer has seen.", "warning"),
    Code("page-too-long", "entry", "An entry with more words than the guide wants.", "warning"),
    Code("page-too-short", "entry", "An entry with fewer words than the guide wants.", "warning"),
    Code("personal-data", "text", "Something in a case that could lead to a person."),
    Code("printed-twice", "text", "Words that a page puts before a text by itself."),
    Code(
        "private-link",
        "text",
        "An address that nobody else can open, or that shows everybody something different.",
        "warning",
    ),
    Code("raw-html", "text", "HTML in a text."),
    Code(
        "recognisable",
        "text",
        "A name, a firm or a day in a case, or a number or an address of somebody in any text.",
        "warning",
    ),
    Code("ruled-out", "guide", "A case whose answers rule out the cause that it turned out to be."),
    Code("run-together", "file", "Paragraphs that YAML makes one of, since `|` is missing."),
    Code("said-twice", "guide", "Words that stand in the same entry or in another one too.", "warning"),
    Code("same-answer", "entry", "Two answers to a question that share words for them.", "warning"),
    Code("same-title", "guide", "Two entries with the same title.", "warning"),
    Code("same-work", "guide", "Two sources with the same DOI or address.", "warning"),
    Code("second-document", "file", "A line `---`, after which another YAML document begins."),
    Code("self-link", "guide", "A link of a page to itself.", "warning"),
    Code("shares-do-not-add-up", "entry", "Answers to one question whose shares can't be those of all people."),
    Code("shown-as-typed", "text", "Signs that are shown letter by letter.", "warning"),
    Code("start-page", "text", "The start page of a site as the address of a work.", "warning"),
    Code("stray-blank", "text", "Words in braces where nothing fills them in.", "warning"),
    Code("tab-indent", "file", "A tab at the start of a line."),
    Code("tag", "file", "A value begins with `!`, which has a meaning of its own in YAML."),
    Code("taken-id", "file", "A new entry with the id of one that is there."),
    Code("too-deep", "file", "Lists and fields inside each other beyond the deepest level that is read."),
    Code("too-large", "file", "A file with more bytes than are read."),
    Code("too-long", "entry", "A text with more characters than its field allows."),
    Code("tracked-link", "text", "An address that tells its owner where readers come from.", "warning"),
    Code("unexpected-file", "file", "A file or folder in a place from which nothing is read."),
    Code("unfinished", "text", "A mark that stands for a text still to be written."),
    Code("unknown-answer", "guide", "An answer that its question does not offer."),
    Code("unknown-blank", "guide", "A blank in a text of ui.yml that nothing fills in."),
    Code("unknown-field", "file", "A field that does not exist."),
    Code("unknown-word", "entry", "A word that is not one of those to choose from."),
    Code("unknown-{kind}", "guide", "The id of an entry that does not exist; the code ends in the kind of entry."),
    Code("unreadable", "file", "A file that the system does not let us read."),
    Code("unsafe-advice", "text", "Advice that may do harm, or a promise that nobody can keep.", "warning"),
    Code("unsafe-link", "text", "A link to something other than the web, a mail address or an entry of the guide."),
    Code(
        "unlike-others",
        "guide",
        "A right that differs from all others of its sort, from its own day or from its limits.",
        "warning",
    ),
    Code("unlisted-source", "entry", "A work that the evidence cites and that is not among its sources."),
    Code("untold-outcome", "guide", "A case that was decided by a cause without signs."),
    Code("vague-link", "text", "A link whose words don't say where it leads.", "warning"),
    Code("verdict-without-source", "entry", "A verdict on a myth that claims something and names no source."),
    Code("was-in-use", "guide", "A former id that another entry has now."),
    Code("was-twice", "guide", "A former id that two entries claim."),
    Code("wrong-folder", "file", "An entry in the folder of another kind."),
    Code("wrong-place", "text", "A number or an address where words are needed."),
    Code(
        "wrong-voice",
        "text",
        "Words that blame or cheer, or that speak of another person or time than the text.",
        "warning",
    ),
    Code("wrong-type", "file", "A value of the wrong sort, such as a list where a text is needed."),
    Code("yaml-syntax", "file", "A text that YAML can't read as it stands."),
)

CODES: Mapping[str, Code] = {code.name: code for code in _CODES}
