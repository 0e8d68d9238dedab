"""Rules over a guide as a whole, beyond each reference leading somewhere.

A rule looks only at what could be read and linked: what is missing has been reported already, and one mistake should
not be reported twice.
"""

import re
from collections.abc import Iterator, Mapping

from generator import model
from generator.diagnostics.diagnostic import instead, nearest
from generator.linting.rules.form import FORM_RULES
from generator.linting.rules.rule import Finding, Rule, Subject
from generator.loading import as_data
from generator.model.ui_text import UiText
from generator.model.walk import FieldPath, texts

_BLANK = re.compile(r"\{[^{}]+\}")
# Where ui.yml says in another language what the rules say in English.
_TEXTS_OF_RULES = ("contribute", "rules")


def _gate_circles(subject: Subject) -> Iterator[Finding]:
    """No question is asked only after itself; it would never be asked."""
    gates = {id_: set(question.value.ask_if) for id_, question in subject.content.questions.items()}
    for id_, question in subject.content.questions.items():
        if id_ not in gates[id_] and id_ in _reached_from(id_, gates):
            yield question.at("ask_if", key=True), {"id": id_}


def _group_members(subject: Subject) -> Iterator[Finding]:
    """A group of answers names answers of its question, each once."""
    for question in subject.content.questions.values():
        answers = question.value.answers
        placed = set[str]()
        for label, members in question.value.groups.items():
            for index, id_ in enumerate(members):
                if question.whole and (id_ not in answers or id_ in placed):
                    blanks = {"answer": id_, "choice": instead(nearest(id_, answers), answers, "use one of ")}
                    yield question.at("groups", label, index), blanks
                placed.add(id_)


def _reached_from(id_: str, gates: Mapping[str, set[str]]) -> set[str]:
    """Return the questions that a question depends on, directly or through others."""
    reached, waiting = set[str](), set(gates[id_])
    while waiting:
        question = waiting.pop()
        reached.add(question)
        waiting |= gates.get(question, set()) - reached
    return reached


def _not_asked(subject: Subject) -> Iterator[Finding]:
    """A case answers only questions that the quiz would ask."""
    questions = subject.content.questions
    for case in subject.content.cases.values():
        answers = case.value.answers
        for id_ in answers:
            question = questions.get(id_)
            if question is None or not question.whole or not case.whole:
                continue
            for gate, wanted in question.value.ask_if.items():
                if gate in questions and gate != id_ and not set(wanted) & set(answers.get(gate, [])):
                    yield case.at("answers", id_, key=True), {"id": id_, "gate": gate, "answers": ", ".join(wanted)}


def _ruled_out(subject: Subject) -> Iterator[Finding]:
    """The answers of a case don't rule out what turned out to be true."""
    for case in subject.content.cases.values():
        main = case.value.turned_out.main
        if main not in subject.content.causes:
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


def _bands(subject: Subject) -> Iterator[Finding]:
    """Bands are listed from the highest to the lowest, and the last one includes every belief."""
    setup = subject.content.setup
    limits = [band.least for band in setup.value.debrief.bands.values()]
    if limits != sorted(set(limits), reverse=True) or limits[-1] != 0:
        yield setup.at("debrief", "bands", key=True), {}


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


def _same_titles(subject: Subject) -> Iterator[Finding]:
    """Two causes, or two actions, differ in their titles."""
    for kind in ("cause", "action"):
        first_with: dict[str, str] = {}
        for entry_kind, entry in subject.entries:
            if entry_kind == kind:
                first = first_with.setdefault(entry.value.title.casefold(), entry.id)
                if first != entry.id:
                    yield entry.at("title"), {"id": first}


GUIDE_RULES = (
    Rule(
        "gate-circle",
        "`{id}` depends on a question that depends on `{id}`",
        "delete one of the two conditions",
        _gate_circles,
    ),
    Rule(
        "group-member",
        "`{answer}` is no answer of this question that is still without a group",
        "{choice}, each in one group only",
        _group_members,
    ),
    Rule(
        "not-asked",
        "`{id}` is asked only after certain answers to `{gate}`, which this case doesn't give",
        "answer `{gate}` with one of {answers}, or delete this line",
        _not_asked,
    ),
    Rule(
        "ruled-out",
        "this answer rules out `{cause}`, which turned out to be true",
        "answer `{question}` with one of {answers}, or name another main cause",
        _ruled_out,
    ),
    Rule(
        "bands-out-of-order",
        "the bands don't go down to nothing",
        "order them by `least`, highest first, and give the last one `least: 0`",
        _bands,
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
        "say in the title what sets it apart, or put what is new into {id}.yml",
        _same_titles,
    ),
)
