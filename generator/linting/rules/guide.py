"""Rules over a guide as a whole, beyond each reference leading somewhere.

A rule looks only at what could be read and linked: what is missing has been reported already, and one mistake should
not be reported twice.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from generator import model
from generator.diagnostics.diagnostic import instead, nearest
from generator.linting.rules.entries import TOLERANCE
from generator.linting.rules.form import FORM_RULES
from generator.linting.rules.rule import Finding, Rule, Subject
from generator.linting.rules.texts import OTHER_BLANK
from generator.loading import Authored, as_data
from generator.model.ui_text import UiText
from generator.model.walk import FieldPath, texts

# Fewer cases than these tell nothing of how a question is answered.
LEAST_CASES = 3
# More answers than these that are not asked have one cause.
_FEW = 2
# More places than these are not listed one by one.
_MOST_PLACES = 5

_EMPTY_LINE = re.compile(r"\n[ ]*\n\s*\S")
_BLANK = re.compile(r"\{[^{}]+\}")
_OTHER_BLANK = re.compile(OTHER_BLANK)
# How copies of files are called.
_COPY = re.compile(r"(?:-copy|-\d+|-new|-old|-draft)$")
# Where ui.yml says in another language what the rules say in English.
_TEXTS_OF_RULES = ("contribute", "rules")


def _gate_circles(subject: Subject) -> Iterator[Finding]:
    """No question is asked only after itself; it would never be asked. Each circle is told once, at its first."""
    told = set[str]()
    for id_, members in _circles(subject).items():
        if id_ not in told:
            told |= members
            others = [subject.content.questions[other] for other in sorted(members - {id_})]
            places = [other.at("ask_if", key=True) for other in others]
            gates = [gate for gate in subject.content.questions[id_].value.ask_if if gate in members]
            blanks = {
                "id": id_,
                "gates": " and ".join(f"`{gate}`" for gate in gates),
                "places": " or ".join(f"{place.path}:{place.line}" for place in places),
            }
            yield subject.content.questions[id_].at("ask_if", key=True), blanks


def _circles(subject: Subject) -> dict[str, set[str]]:
    """Return the questions that depend on themselves by way of others, each with all in its circle."""
    gates = {id_: set(question.value.ask_if) for id_, question in subject.content.questions.items()}
    reached = {id_: _reached_from(id_, gates) for id_ in gates}
    in_circle = {id_ for id_ in gates if id_ not in gates[id_] and id_ in reached[id_]}
    return {id_: {other for other in reached[id_] if id_ in reached.get(other, ())} for id_ in sorted(in_circle)}


def _group_members(subject: Subject) -> Iterator[Finding]:
    """A group of answers names answers of its question."""
    for question in subject.content.questions.values():
        answers = question.value.answers
        free = set(answers).difference(*question.value.groups.values())
        for label, members in question.value.groups.items():
            for index, id_ in enumerate(members):
                if question.whole and id_ not in answers:
                    otherwise = "delete it here, or add an answer of this name" + (", or use one of " if free else "")
                    choice = instead(nearest(id_, free), sorted(free), otherwise)
                    yield question.at("groups", label, index), {"answer": id_, "choice": choice}


def _members_of_two_groups(subject: Subject) -> Iterator[Finding]:
    """An answer is in one group."""
    for question in subject.content.questions.values():
        first_in: dict[str, str] = {}
        for label, members in question.value.groups.items():
            for index, id_ in enumerate(members):
                if first_in.setdefault(id_, label) != label or id_ in members[:index]:
                    yield question.at("groups", label, index), {"answer": id_, "label": first_in[id_]}


def _reached_from(id_: str, gates: Mapping[str, set[str]]) -> set[str]:
    """Return the questions that a question depends on, directly or through others."""
    reached, waiting = set[str](), set(gates[id_])
    while waiting:
        question = waiting.pop()
        reached.add(question)
        waiting |= gates.get(question, set()) - reached
    return reached


def _unasked(subject: Subject) -> Iterator[tuple[Authored[model.Case], str, dict[str, list[str]]]]:
    """Yield the cases and gates whose answers let other answers of the case go unasked, each with what it needs."""
    questions = subject.content.questions
    never_asked = {id_ for id_, question in questions.items() if _impossible(subject, question.value.ask_if)}
    never_asked |= _circles(subject).keys()
    for case in subject.content.cases.values():
        answers = case.value.answers
        unasked: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for id_ in answers:
            question = questions.get(id_)
            if question is None or not question.whole or not case.whole or id_ in never_asked:
                continue
            for gate, wanted in question.value.ask_if.items():
                answered = answers.get(gate, [])
                is_known = gate in questions and questions[gate].value.answers.keys() >= set(answered)
                if is_known and gate != id_ and gate not in never_asked and not set(wanted) & set(answered):
                    unasked[gate][id_] = wanted
        yield from ((case, gate, needs) for gate, needs in unasked.items())


def _not_asked(subject: Subject) -> Iterator[Finding]:
    """A case answers only questions that the quiz would ask."""
    for case, gate, needs in _unasked(subject):
        for id_, wanted in needs.items() if len(needs) <= _FEW else ():
            yield case.at("answers", id_, key=True), {"id": id_, "gate": gate, "answers": ", ".join(wanted)}


def _lets_go_unasked(subject: Subject) -> Iterator[Finding]:
    """Where one answer of a case lets many others go unasked, it is that answer that is wrong."""
    for case, gate, needs in _unasked(subject):
        if len(needs) > _FEW:
            common = [
                answer for answer in next(iter(needs.values())) if all(answer in wanted for wanted in needs.values())
            ]
            remedy = f"answer `{gate}` with one of {', '.join(common)}, which fits the others"
            lines = ", ".join(str(case.at("answers", id_, key=True).line) for id_ in needs)
            blanks = {"count": len(needs), "remedy": remedy if common else f"delete the lines {lines}"}
            yield case.at("answers", *([gate] if gate in case.value.answers else []), key=True), blanks


def _ruled_out(subject: Subject) -> Iterator[Finding]:
    """The answers of a case don't rule out what turned out to be true."""
    for case in subject.content.cases.values():
        main = case.value.turned_out.main
        if main not in subject.content.causes or not subject.content.causes[main].whole:
            continue
        cause = subject.content.causes[main].value
        for question, answers in case.value.answers.items():
            asked = subject.content.questions.get(question)
            excluded = cause.not_if.get(question, [])
            allowed = cause.applies_if.get(question) or (asked.value.answers if asked else ())
            wanted = [id_ for id_ in allowed if id_ not in excluded]
            is_outside = question in cause.applies_if and not set(answers) & {*wanted, model.UNREAD}
            if answers and (is_outside or set(answers) & set(excluded)):
                blanks = {"cause": main, "question": question, "answers": ", ".join(wanted)}
                yield case.at("answers", question), blanks


def _without_signs(subject: Subject) -> Iterator[Finding]:
    """Each cause has a sign, or the quiz leaves it out."""
    for id_, cause in subject.content.causes.items():
        if cause.whole and not cause.value.signs:
            yield cause.at("title"), {"id": id_}


def _untold_outcome(subject: Subject) -> Iterator[Finding]:
    """The cause that decided a case has signs. It is told where they are missing, however many cases it decided."""
    cases: dict[str, list[Authored[Any]]] = defaultdict(list)
    for case in subject.content.cases.values():
        cases[case.value.turned_out.main].append(case)
    for id_, cause in subject.content.causes.items():
        if id_ in cases and cause.whole and not cause.value.signs:
            places = [case.at("turned_out", "main") for case in cases[id_]]
            told = "a case" if len(places) == 1 else f"{len(places)} cases"
            listed = " and ".join(f"{place.path}:{place.line}" for place in places[:_MOST_PLACES])
            yield cause.at("title"), {"told": told, "places": listed}


def _never_asked(subject: Subject) -> Iterator[Finding]:
    """The conditions of a question, and of the questions that it depends on, can all be met by the same answers."""
    for question in subject.content.questions.values():
        gate = _impossible(subject, question.value.ask_if)
        if gate and question.whole:
            yield question.at("ask_if", key=True), {"gate": gate}
    for cause in subject.content.causes.values():
        applies_if = cause.value.applies_if
        if gate := _impossible(subject, applies_if):
            yield cause.at("applies_if", key=True), {"gate": gate}
            continue
        for id_ in cause.value.signs if cause.whole and applies_if else ():
            asked = subject.content.questions.get(id_)
            if not asked or _impossible(subject, asked.value.ask_if):
                continue
            if gate := _impossible(subject, applies_if, asked.value.ask_if):
                yield cause.at("signs", id_, key=True), {"gate": gate}


def _impossible(subject: Subject, *conditions: Mapping[str, list[str]]) -> str:
    """Return a question of which conditions want two answers, where it takes one, or an empty string."""
    circles = _circles(subject)
    questions = {id_: question for id_, question in subject.content.questions.items() if id_ not in circles}
    allowed: dict[str, set[str]] = {}
    waiting = list(conditions)
    while waiting:
        for gate, wanted in waiting.pop().items():
            question = questions.get(gate)
            if question is None or not question.whole or not question.value.answers.keys() >= set(wanted):
                continue
            if gate not in allowed:
                waiting.append(question.value.ask_if)
            if question.value.kind == "pick-one":
                allowed[gate] = allowed.get(gate, set(wanted)) & set(wanted)
            else:
                allowed[gate] = {*wanted, *allowed.get(gate, ())}
            if not allowed[gate]:
                return gate
    return ""


def _one_of_several(subject: Subject) -> Iterator[Finding]:
    """A question of which every case ticks one answer, and whose shares add up to all people, may be `pick-one`."""
    shares = subject.content.setup.value.scales.how_many
    ticked: dict[str, list[int]] = defaultdict(list)
    for case in subject.content.cases.values():
        for id_, answers in case.value.answers.items():
            ticked[id_].append(len(answers))
    for id_, question in subject.content.questions.items():
        words = [answer.base for answer in question.value.answers.values()]
        adds_up = abs(sum(shares.get(word, 0) for word in words) - 1) <= 2 * TOLERANCE
        if (
            question.value.kind == "pick-any"
            and adds_up
            and len(ticked[id_]) >= LEAST_CASES
            and set(ticked[id_]) == {1}
        ):
            yield question.at("kind"), {"id": id_}


def _same_works(subject: Subject) -> Iterator[Finding]:
    """Two sources differ in their DOI and in their address."""
    for field in ("doi", "url"):
        first_with: dict[str, str] = {}
        for id_, source in subject.content.sources.items():
            value = getattr(source.value, field)
            first = first_with.setdefault(value.casefold(), id_) if value and source.whole else id_
            if first != id_:
                yield source.at(field), {"id": first, "field": field}


def _examples_without_blank(subject: Subject) -> Iterator[Finding]:
    """An example stands under the name of a blank of its text."""
    for action in subject.content.actions.values():
        for index, words in enumerate(action.value.words):
            blanks = [" ".join(blank.strip("{}").split()) for blank in _BLANK.findall(words.text)]
            # A blank that is written otherwise has a message of its own.
            for name in words.examples if not _OTHER_BLANK.search(words.text) else ():
                if name not in blanks and name != model.UNREAD:
                    remedy = instead(nearest(name, blanks), blanks, "use one of ") if blanks else "delete the line"
                    place = action.at("words", index, "examples", name, key=True)
                    yield place, {"blank": f"{{{name}}}", "remedy": remedy}


def _paragraphs_run_together(subject: Subject) -> Iterator[Finding]:
    """A text with an empty line in it stands below a `|`, which alone keeps its paragraphs apart."""
    for kind, entry in subject.entries:
        if kind == "page" or "\n\n" not in entry.document.text:
            continue
        for field_path, text in entry.texts:
            if isinstance(text, model.Prose) and "\n" in text:
                name, _, value = entry.document.written(*entry.field_path, *field_path).partition(":")
                is_literal = value.lstrip(" ").startswith("|")
                if not is_literal and len(_EMPTY_LINE.findall(value.strip())) > text.strip().count("\n\n"):
                    yield entry.at(*field_path, key=True), {"name": name}


def _items_run_together(subject: Subject) -> Iterator[Finding]:
    """An item does not swallow the one below, which happens where that starts further right."""
    for kind, entry in subject.entries:
        for field_path, text in entry.texts if kind != "page" else ():
            if " - " in text and not isinstance(text, model.Prose):
                written = entry.document.written(*entry.field_path, *field_path)
                if re.match(r"[^\"'|>]", written) and re.search(r"\n *- ", written):
                    yield entry.at(*field_path), {}


def _bands(subject: Subject) -> Iterator[Finding]:
    """Bands are listed from the highest to the lowest, and the last one includes every belief."""
    setup = subject.content.setup
    limits = [band.least for band in setup.value.debrief.bands.values()]
    if limits != sorted(set(limits), reverse=True) or limits[-1] != 0:
        yield setup.at("debrief", "bands", key=True), {}


def _lengths_out_of_order(subject: Subject) -> Iterator[Finding]:
    """The fewest words of an entry are no more than the most."""
    setup = subject.content.setup
    for kind, (least, most) in setup.value.style.page_words.items():
        if least > most:
            yield setup.at("style", "page_words", kind, 0), {"kind": kind, "least": least, "most": most}


def _missing_ui_texts(subject: Subject) -> Iterator[Finding]:
    """A guide in another language than English has every text of ui.yml itself."""
    setup, ui_text = subject.content.setup.value, subject.content.ui_text
    if setup.is_english:
        return
    written = {_keys(field_path) for field_path, _ in texts(as_data(ui_text.document.root))}
    for field_path, english in _english_texts().items():
        keys = _keys(field_path)
        if keys not in written:
            written.add(keys)
            blanks = {"keys": ".".join(keys), "key": keys[-1], "language": setup.language, "english": english}
            yield ui_text.at(*keys[:-1], key=True), blanks


def _unknown_blanks(subject: Subject) -> Iterator[Finding]:
    """A text of ui.yml has no blanks but those of its English text: nothing would fill them in."""
    english = _english_texts()
    for field_path, text in subject.content.ui_text.texts:
        known = dict.fromkeys(_BLANK.findall(english.get(field_path, "")))
        for blank in _BLANK.findall(text):
            if blank not in known:
                hint = f"use {' or '.join(known)}" if known else "delete it; this text has no blanks"
                yield subject.content.ui_text.find(blank, *field_path), {"blank": blank, "remedy": hint}


def _missing_blanks(subject: Subject) -> Iterator[Finding]:
    """A text of ui.yml has the blanks of its English text: what they stand for would not be shown."""
    english = _english_texts()
    for field_path, text in subject.content.ui_text.texts:
        blanks = dict.fromkeys(_BLANK.findall(english.get(field_path, "")))
        written = _BLANK.findall(text)
        if blanks.keys() >= set(written) and (missing := [blank for blank in blanks if blank not in written]):
            yield subject.content.ui_text.at(*field_path), {"blanks": " and ".join(missing)}


def _unknown_rules(subject: Subject) -> Iterator[Finding]:
    """A text for a rule in ui.yml stands under the code of one that the form applies."""
    ui_text = subject.content.ui_text
    codes = list(dict.fromkeys(rule.code for rule in FORM_RULES))
    for code in ui_text.value.contribute.rules:
        if code not in codes:
            blanks = {"code": code, "remedy": instead(nearest(code, codes), codes, "use one of ")}
            yield ui_text.at(*_TEXTS_OF_RULES, code, key=True), blanks


def _english_texts() -> dict[FieldPath, str]:
    """Return the English texts of ui.yml by their paths, those of rules included."""
    of_rules = {(*_TEXTS_OF_RULES, rule.code): f"{rule.message}: {rule.hint}" for rule in reversed(FORM_RULES)}
    return {**dict(texts(UiText())), **dict(reversed(of_rules.items()))}


def _keys(field_path: FieldPath) -> tuple[str, ...]:
    """Return the keys that lead to a text, without the indexes of lists."""
    return tuple(step for step in field_path if isinstance(step, str))


def _no_word_for_none(subject: Subject) -> Iterator[Finding]:
    """The scale of evidence has a word for no evidence."""
    setup = subject.content.setup
    if "none" not in setup.value.scales.evidence:
        yield setup.at("scales", "evidence", key=True), {}


def _idle_actions(subject: Subject) -> Iterator[Finding]:
    """Each action helps with a cause."""
    used = {action for cause in subject.content.causes.values() for action in cause.value.actions}
    for id_, action in subject.content.actions.items():
        if id_ not in used:
            yield action.at("title"), {"id": id_}


def _idle_questions(subject: Subject) -> Iterator[Finding]:
    """Each question holds a sign of a cause, or decides whether something else is asked or considered."""
    content = subject.content
    causes = [cause.value for cause in content.causes.values()]
    used = {question for cause in causes for question in (*cause.signs, *cause.applies_if, *cause.not_if)}
    used |= {gate for question in content.questions.values() for gate in question.value.ask_if}
    for id_, question in content.questions.items():
        if id_ not in used and question.value.role != "fear":
            yield question.at("text"), {"id": id_}


def _fits_nobody(subject: Subject) -> Iterator[Finding]:
    """No answer, and no leading cause, is both needed and excluded by an action, or by a step or a message of it."""
    for action in subject.content.actions.values():
        parts: list[tuple[FieldPath, Any]] = [((), action.value)]
        parts += [(("steps", place), step) for place, step in enumerate(action.value.steps)]
        parts += [(("words", place), message) for place, message in enumerate(action.value.words)]
        for path, part in parts:
            for question, answers in part.not_if.items():
                for place, answer in enumerate(answers):
                    if answer in part.only_if.get(question, ()):
                        blanks = {"id": answer, "field": "only_if"}
                        yield action.at(*path, "not_if", question, place), blanks
        for place, cause in enumerate(action.value.not_for):
            if cause in action.value.only_for:
                yield action.at("not_for", place), {"id": cause, "field": "only_for"}


def _same_titles(subject: Subject) -> Iterator[Finding]:
    """Two entries of a kind differ in their titles; of a copy, that which is called one is told so."""
    for kind in ("cause", "action", "case", "myth"):
        entries = subject.content.entries[kind].values()
        first_with: dict[str, str] = {}
        for entry in sorted(entries, key=lambda entry: _COPY.search(entry.id) is not None):
            title = getattr(entry.value, model.KINDS[kind].title)
            first = first_with.setdefault(title.casefold(), entry.id)
            if first != entry.id and title != model.UNREAD:
                yield entry.at(model.KINDS[kind].title), {"id": first}


GUIDE_RULES = (
    Rule(
        "gate-circle",
        "`{id}` is asked only after {gates}, which is asked only after `{id}`",
        "delete {gates} here, or the condition at {places} that leads back to `{id}`",
        _gate_circles,
    ),
    Rule(
        "group-member",
        "this question has no answer `{answer}`",
        "{choice}",
        _group_members,
    ),
    Rule(
        "group-member",
        "`{answer}` is in the group “{label}” already",
        "delete it here or there",
        _members_of_two_groups,
    ),
    Rule(
        "needed-and-excluded",
        "`{id}` is in `{field}` too, so this would fit nobody",
        "delete it here or in `{field}`",
        _fits_nobody,
    ),
    Rule(
        "not-asked",
        "`{id}` is asked only after certain answers to `{gate}`, which this case doesn't give",
        "answer `{gate}` with one of {answers}, or delete this line",
        _not_asked,
    ),
    Rule(
        "not-asked",
        "after this, {count} of the questions that this case answers are not asked",
        "{remedy}",
        _lets_go_unasked,
    ),
    Rule(
        "ruled-out",
        "this answer rules out `{cause}`, which turned out to be true",
        "answer `{question}` with one of {answers}, or name another main cause",
        _ruled_out,
    ),
    Rule(
        "no-signs",
        "this cause has no `signs`, so the quiz leaves it out",
        "write below `signs` which answers speak for it, and how many of a hundred would give them",
        _without_signs,
    ),
    Rule(
        "untold-outcome",
        "this cause has no `signs`, so the quiz can't find it where {told} turned out to be it",
        "write below `signs` which answers speak for it, or name another main cause in {places}",
        _untold_outcome,
    ),
    Rule(
        "never-asked",
        "these conditions can't all be met: they want different answers to `{gate}`",
        "delete one of the conditions on `{gate}`, or let them have an answer in common",
        _never_asked,
    ),
    Rule(
        "one-of-several",
        "every case ticks one answer of `{id}`, and its shares add up to all people",
        "write `kind: pick-one`, unless several may be true of one person",
        _one_of_several,
    ),
    Rule(
        "same-work",
        "`{id}` has the same `{field}`",
        "use that source, or correct one of the two",
        _same_works,
    ),
    Rule("unknown-blank", "the text above has no blank {blank}", "{remedy}", _examples_without_blank),
    Rule(
        "run-together",
        "the paragraphs of this text run together",
        "write `{name}: |` with nothing behind it: the text begins on the next line, with two spaces more",
        _paragraphs_run_together,
    ),
    Rule(
        "run-together",
        "the item below is read as a part of this one",
        "start both in the same column",
        _items_run_together,
    ),
    Rule(
        "missing-blank",
        "{blanks} is missing in this text",
        "put {blanks} where it belongs; without it readers don't see what it stands for",
        _missing_blanks,
    ),
    Rule(
        "bands-out-of-order",
        "the bands don't go down to nothing",
        "order them by `least`, highest first, and give the last one `least: 0`",
        _bands,
    ),
    Rule(
        "out-of-range",
        "the fewest words are more than the most",
        "write `{kind}: [{most}, {least}]`",
        _lengths_out_of_order,
    ),
    Rule(
        "missing-field",
        "`{keys}` is missing",
        "add `{key}: …` in the language `{language}`; in English it is: {english}",
        _missing_ui_texts,
    ),
    Rule("unknown-blank", "nothing fills in `{blank}` here", "{remedy}", _unknown_blanks),
    Rule("unknown-word", "the form applies no rule called `{code}`", "{remedy}", _unknown_rules),
    Rule("missing-field", "`none` is missing", "add `none: {label: …, means: …}`", _no_word_for_none),
    Rule(
        "idle-action",
        "no cause leads to this action",
        "add `{id}` to the `actions` of the causes that it helps with",
        _idle_actions,
    ),
    Rule(
        "idle-question",
        "no cause has a sign in this question",
        "add `{id}` to the `signs` of the causes that it tells apart",
        _idle_questions,
    ),
    Rule(
        "same-title",
        "`{id}` has the same title",
        "say in the title what sets it apart, or put what is new into {id}.yml and delete this file",
        _same_titles,
    ),
)
