"""What must hold of a guide as a whole, beyond each reference leading somewhere. One function a rule.

A rule takes the content and yields diagnostics. It looks only at what could be read and linked: what is missing has
been reported already, and one diagnostic should not be reported twice.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from generator import model
from generator.diagnostics.diagnostic import Diagnostic
from generator.loading import Authored, Content, as_data
from generator.markdown import link_errors, slips, text_errors
from generator.model.ui_text import UiText
from generator.model.walk import FieldPath, lists_of_ids, texts

_PERSONAL = re.compile(r"[\w.+-]+@[\w-]+\.\w+|(?<![\w/.-])\+?\d[\d ()/-]{7,}\d(?![\w-])|(?<!\w)@\w{3,}")
_UNFINISHED = re.compile(r"\b(?:TODO|TBD|TBC|FIXME|XXX)\b|\b[Ll]orem ipsum\b|^(?:\.{3}|…|~|\?+|-+)$")
_SIGN_OF_UNFINISHED = re.compile(r"TODO|TBD|TBC|FIXME|XXX|orem ipsum")
_BLANK = re.compile(r"\{[^{}]+\}")
_LINK_IN_LINE = re.compile(r"\[[^\]]*\]\([^)]*\)")

# Words for shares are rough, so shares that should add up to one may miss it by this much.
TOLERANCE = 0.1

Rule = Callable[[Content], Iterator[Diagnostic]]


def texts_hold_only_plain_markdown(content: Content) -> Iterator[Diagnostic]:
    """Refuse HTML, pictures, headings, code, and links that lead nowhere allowed."""
    for entry in _entries(content):
        for field_path, text in entry.texts:
            prose = isinstance(text, model.Prose)
            for diagnostic in [*text_errors(text), *(link_errors(text) if prose else ())]:
                yield Diagnostic(
                    diagnostic.code, entry.find(diagnostic.fragment, *field_path), diagnostic.message, diagnostic.hint
                )
            if not prose and "](" in text and (link := _LINK_IN_LINE.search(text)):
                hint = "name it in plain words; links work in the longer texts"
                yield Diagnostic("link-in-line", entry.find(link[0], *field_path), "a link in a single line", hint)
    for page in content.pages.values():
        for diagnostic in [*text_errors(page.body), *link_errors(page.body)]:
            if diagnostic.code != "heading-in-text" or not re.match(r"###? ", diagnostic.fragment):
                yield Diagnostic(diagnostic.code, page.find(diagnostic.fragment), diagnostic.message, diagnostic.hint)


def named_answers_fit_into_everyone(content: Content) -> Iterator[Diagnostic]:
    """The shares that a cause gives to the answers of one question can't add up to more than all people."""
    share = content.setup.value.scales.how_many
    for cause in content.causes.values():
        for id_, signs in cause.value.signs.items():
            question = content.questions.get(id_)
            if question is None or not question.whole or question.value.kind != "pick-one":
                continue
            if not share.keys() >= set(signs.values()):
                continue
            total = sum(share[word] for word in signs.values())
            everything = len(signs) == len(question.value.answers)
            if total > 1 + TOLERANCE or (everything and total < 1 - 2 * TOLERANCE):
                words = " + ".join(f"{word} ({share[word]:g})" for word in signs.values())
                hint = "lower one of the words" if total > 1 else "raise one of the words, or leave one answer out"
                message = f"these answers add up to {total * 100:.0f} of 100 people: {words}"
                yield Diagnostic("shares-do-not-add-up", cause.at("signs", id_, key=True), message, hint)


def base_shares_add_up(content: Content) -> Iterator[Diagnostic]:
    """The base shares of a pick-one question are those of everyone who answers it."""
    share = content.setup.value.scales.how_many
    for question in content.questions.values():
        bases = [answer.base for answer in question.value.answers.values()]
        if question.whole and question.value.kind == "pick-one" and share.keys() >= set(bases):
            total = sum(share[base] for base in bases)
            if abs(total - 1) > 2 * TOLERANCE:
                message = f"the answers' `base` add up to {total * 100:.0f} of 100 people"
                hint = "change the words until they add up to about 100"
                yield Diagnostic("shares-do-not-add-up", question.at("answers", key=True), message, hint)


def gates_are_no_circles(content: Content) -> Iterator[Diagnostic]:
    """A question that can only be asked after itself would never be asked."""
    gates = {id_: set(question.value.ask_if) for id_, question in content.questions.items()}
    for id_, question in content.questions.items():
        reached, waiting = set[str](), set(gates[id_])
        while waiting:
            step = waiting.pop()
            reached.add(step)
            waiting |= gates.get(step, set()) - reached
        if id_ in reached and id_ not in gates[id_]:
            message = f"`{id_}` depends on a question that depends on `{id_}`"
            yield Diagnostic(
                "gate-circle", question.at("ask_if", key=True), message, "delete one of the two conditions"
            )


def cases_answer_what_they_are_asked(content: Content) -> Iterator[Diagnostic]:
    """A case gives one answer to a pick-one question, and only to questions that the quiz would ask."""
    for case in content.cases.values():
        answers = case.value.answers
        for id_, given in answers.items():
            question = content.questions.get(id_)
            if question is None or not question.whole or not case.whole:
                continue
            if question.value.kind == "pick-one" and len(given) != 1:
                message = f"`{id_}` takes one answer, not {len(given)}"
                yield Diagnostic("one-answer", case.at("answers", id_), message, "keep the one that fits best")
            for gate, wanted in question.value.ask_if.items():
                if gate in content.questions and gate != id_ and not set(wanted) & set(answers.get(gate, [])):
                    message = f"`{id_}` is asked only after certain answers to `{gate}`, which this case doesn't give"
                    hint = f"answer `{gate}` with one of {', '.join(wanted)}, or delete this line"
                    yield Diagnostic("not-asked", case.at("answers", id_, key=True), message, hint)


def everything_is_of_use(content: Content) -> Iterator[Diagnostic]:
    """An action serves a cause; a question holds a sign of one or opens the way to another question."""
    used = {action for cause in content.causes.values() for action in cause.value.actions}
    for id_, action in content.actions.items():
        if id_ not in used:
            hint = f"add `{id_}` to the `actions` of the causes that it helps with"
            yield Diagnostic(
                "idle-action", action.at("title"), "no cause leads to this action", hint, severity="warning"
            )
    gates = {gate for question in content.questions.values() for gate in question.value.ask_if}
    gates |= {gate for cause in content.causes.values() for gate in cause.value.applies_if}
    signs = {question for cause in content.causes.values() for question in cause.value.signs}
    for id_, question in content.questions.items():
        if id_ not in signs | gates:
            hint = f"add `{id_}` to the `signs` of the causes that it tells apart"
            place = question.at("text")
            yield Diagnostic("idle-question", place, "no cause has a sign in this question", hint, severity="warning")


def evidence_names_its_sources(content: Content) -> Iterator[Diagnostic]:
    """A strength other than `none` rests on something that can be looked up."""
    for folder in (content.causes, content.actions):
        entry: Authored[Any]
        for entry in folder.values():
            evidence = entry.value.evidence
            if evidence.strength not in ("none", model.UNREAD) and not evidence.sources:
                message = f"evidence that is `{evidence.strength}` but names no source"
                hint = "add `sources: [an-id]` with an id from sources.yml, or write `strength: none`"
                yield Diagnostic("no-source", entry.at("evidence", "strength"), message, hint)


def titles_tell_apart(content: Content) -> Iterator[Diagnostic]:
    """Two entries of a kind are told apart by their titles."""
    for folder in (content.causes, content.actions):
        entry: Authored[Any]
        titles: dict[str, str] = {}
        for id_, entry in folder.items():
            first = titles.setdefault(entry.value.title.casefold(), id_)
            if first != id_:
                hint = f"say in the title what sets it apart, or put what is new into {first}.yml"
                message = f"`{first}` has the same title"
                yield Diagnostic("same-title", entry.at("title"), message, hint, severity="warning")


def answers_tell_apart(content: Content) -> Iterator[Diagnostic]:
    """Two answers to a question are told apart by their words."""
    for question in content.questions.values():
        texts: dict[str, str] = {}
        for id_, answer in question.value.answers.items():
            first = texts.setdefault(answer.text.casefold(), id_)
            if first != id_ and answer.text != model.UNREAD:
                message = f"the answer `{first}` has the same words"
                hint = "say what sets it apart, or delete one of the two"
                place = question.at("answers", id_, "text")
                yield Diagnostic("same-answer", place, message, hint, severity="warning")


def marks_are_marks(content: Content) -> Iterator[Diagnostic]:
    """What is meant as a link, a list or strong words is one."""
    for entry in _entries(content):
        for field_path, text in entry.texts:
            for slip in slips(text) if isinstance(text, model.Prose) else ():
                place = entry.find(slip.fragment, *field_path)
                yield Diagnostic(slip.code, place, slip.message, slip.hint, severity="warning")
    for page in content.pages.values():
        for slip in slips(page.body):
            yield Diagnostic(slip.code, page.find(slip.fragment), slip.message, slip.hint, severity="warning")


def lists_name_nothing_twice(content: Content) -> Iterator[Diagnostic]:
    """A list of ids holds each once."""
    for entry in _entries(content):
        for field_path, ids in lists_of_ids(entry.value):
            for index, id_ in enumerate(ids):
                if id_ in ids[:index] and id_ != model.UNREAD:
                    yield Diagnostic(
                        "listed-twice",
                        entry.at(*field_path, index),
                        f"`{id_}` is listed twice",
                        "delete one of the two",
                    )


def cases_allow_their_cause(content: Content) -> Iterator[Diagnostic]:
    """The answers of a case don't rule out what turned out to be true."""
    for case in content.cases.values():
        main = case.value.turned_out.main
        gate = content.causes[main].value.applies_if if main in content.causes else {}
        for question, wanted in gate.items():
            given = case.value.answers.get(question)
            if given and not set(given) & {*wanted, model.UNREAD}:
                message = f"this answer rules out `{main}`, which turned out to be true"
                hint = f"answer `{question}` with one of {', '.join(wanted)}, or name another main cause"
                yield Diagnostic("ruled-out", case.at("answers", question), message, hint)
        for index, cause in enumerate(case.value.turned_out.also):
            if cause == main:
                place = case.at("turned_out", "also", index)
                yield Diagnostic("listed-twice", place, f"`{cause}` is the main cause already", "delete it here")


def stories_name_nobody(content: Content) -> Iterator[Diagnostic]:
    """A case holds no address or number by which someone could be reached."""
    for case in content.cases.values():
        for field_path, text in case.texts:
            for found in _PERSONAL.finditer(text):
                hint = "leave it out: a case must not lead to anyone"
                message = f"`{found[0]}` looks like an address or a number of a person"
                yield Diagnostic("personal-data", case.find(found[0], *field_path), message, hint)


def texts_are_finished(content: Content) -> Iterator[Diagnostic]:
    """Nothing stands in for a text that is still to be written."""
    for entry in _entries(content):
        for field_path, text in entry.texts:
            if len(text) > 4 and not _SIGN_OF_UNFINISHED.search(text):  # noqa: PLR2004 (for speed)
                continue
            if found := _UNFINISHED.search(text):
                hint = "write the text; a field that may be missing can also be left out"
                yield Diagnostic("unfinished", entry.find(found[0], *field_path), "this is not written yet", hint)


def reviews_are_past(content: Content, today: date) -> Iterator[Diagnostic]:
    """Nothing was reviewed in the future; a day's grace is for those east of the clock."""
    for entry in (entry for entries in content.entries.values() for entry in entries.values()):
        reviewed = getattr(entry.value, "reviewed", None)
        if reviewed and reviewed > today + timedelta(days=1):
            hint = f"write the day on which every sentence was last checked, such as {today}"
            message = f"{reviewed} has not come yet"
            yield Diagnostic("future-date", entry.at("reviewed"), message, hint)


def blanks_have_names(content: Content) -> Iterator[Diagnostic]:
    """A blank of a message is a name in braces."""
    for action in content.actions.values():
        for index, template in enumerate(action.value.words):
            rest = re.sub(r"\{[^{}\n]{1,60}\}", "", template.text)
            if found := re.search(r"[{}]", rest):
                hint = "write a blank as {a few words} in one pair of braces"
                place = action.find(found[0], "words", index, "text")
                yield Diagnostic("broken-blank", place, "a brace without its partner", hint)


def bands_go_down_to_nothing(content: Content) -> Iterator[Diagnostic]:
    """Bands are listed from the highest to the lowest, and the last takes in everything."""
    bands = list(content.setup.value.debrief.bands.values())
    limits = [band.least for band in bands]
    if limits != sorted(limits, reverse=True) or len(set(limits)) != len(limits) or limits[-1] != 0:
        place = content.setup.at("debrief", "bands", key=True)
        hint = "order them by `least`, highest first, and give the last one `least: 0`"
        yield Diagnostic("bands-out-of-order", place, "the bands don't go down to nothing", hint)


def texts_are_complete(content: Content) -> Iterator[Diagnostic]:
    """A guide in another language than English says every text of ui.yml itself."""
    if content.setup.value.is_english:
        return
    language = content.setup.value.language
    done = {_keys(field_path) for field_path, _ in texts(as_data(content.ui_text.document.root))}
    for field_path, english in texts(UiText()):
        keys = _keys(field_path)
        if keys not in done:
            done.add(keys)
            place = content.ui_text.at(*keys[:-1], key=True)
            hint = f"add `{keys[-1]}: …` in the language `{language}`; in English it is: {english}"
            yield Diagnostic("missing-field", place, f"`{'.'.join(keys)}` is missing", hint)


def blanks_are_known(content: Content) -> Iterator[Diagnostic]:
    """A text of ui.yml has no blanks but those of its English default: nothing would fill them in."""
    defaults = dict(texts(UiText()))
    for field_path, text in content.ui_text.texts:
        known = _BLANK.findall(defaults.get(field_path, ""))
        for blank in _BLANK.findall(text):
            if blank not in known:
                place = content.ui_text.find(blank, *field_path)
                hint = f"use {' or '.join(known)}" if known else "delete it; this text has no blanks"
                yield Diagnostic("unknown-blank", place, f"nothing fills in `{blank}` here", hint)


def _keys(field_path: FieldPath) -> tuple[str, ...]:
    """Return the keys that lead to a text, without the indexes of lists."""
    return tuple(step for step in field_path if isinstance(step, str))


def evidence_has_a_word_for_none(content: Content) -> Iterator[Diagnostic]:
    """Honesty about missing evidence needs a word."""
    if "none" not in content.setup.value.scales.evidence:
        place = content.setup.at("scales", "evidence", key=True)
        yield Diagnostic("missing-field", place, "`none` is missing", "add `none: {label: …, means: …}`")


RULES: tuple[Rule, ...] = (
    texts_hold_only_plain_markdown,
    named_answers_fit_into_everyone,
    base_shares_add_up,
    gates_are_no_circles,
    cases_answer_what_they_are_asked,
    evidence_names_its_sources,
    blanks_have_names,
    bands_go_down_to_nothing,
    evidence_has_a_word_for_none,
    texts_are_complete,
    blanks_are_known,
    lists_name_nothing_twice,
    cases_allow_their_cause,
    stories_name_nobody,
    texts_are_finished,
)

# What is looked at only once there is no error, since most of it would follow from one.
ADVICE: tuple[Rule, ...] = (everything_is_of_use, titles_tell_apart, answers_tell_apart, marks_are_marks)


def check(content: Content, today: date) -> Iterator[Diagnostic]:
    """Yield what every rule finds; the days of reviews are held against today."""
    for rule in RULES:
        yield from rule(content)
    yield from reviews_are_past(content, today)


def advise(content: Content) -> Iterator[Diagnostic]:
    """Yield what could be better in a guide without errors."""
    for rule in ADVICE:
        yield from rule(content)


def _entries(content: Content) -> Iterator[Authored[Any]]:
    yield content.setup
    yield content.ui_text
    yield from content.written_as_yaml()
