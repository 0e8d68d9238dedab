"""Rules on what guide.yml and ui.yml say."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from generator.diagnostics.diagnostic import instead, listed, nearest, one_of
from generator.linting.rules.form import FORM_RULES
from generator.linting.rules.rule import Rule, Subject, Violation
from generator.loading import as_data
from generator.model.ui_text import UiText
from generator.model.walk import FieldPath, texts

_BLANK = re.compile(r"\{[^{}]+\}")
# Of fewer numbers any may be the wrong one.
_FEW = 3
# Where ui.yml says in another language what the rules say in English.
_TEXTS_OF_RULES = ("contribute", "rules")


def _bands(subject: Subject) -> Iterator[Violation]:
    """Bands are listed from the highest to the lowest, and the last one includes every belief."""
    setup = subject.content.setup
    limits = {name: band.least for name, band in setup.value.debrief.bands.items()}
    for above, name in pairwise(limits):
        if limits[name] >= limits[above]:
            message = f"{limits[name]:g} of `{name}` is no less than {limits[above]:g} of `{above}` above it"
            remedy = f"write a number here that is less than {limits[above]:g}, or a greater one for `{above}`"
            yield setup.at("debrief", "bands", name, "least"), {"message": message, "remedy": remedy}
            return
    last, least = [*limits.items()][-1]
    if least:
        message = "below the last band there would be nothing for the weakest causes"
        yield setup.at("debrief", "bands", last, "least"), {"message": message, "remedy": "write `least: 0`"}


def _scales_out_of_order(subject: Subject) -> Iterator[Violation]:
    """The words of a scale are listed by their numbers, one way or the other; a number that alone is not is told."""
    setup = subject.content.setup
    for name in ("how_common", "how_many", "helps", "feels"):
        scale = getattr(setup.value.scales, name)
        numbers = list(scale.values())
        if _is_in_order(numbers):
            continue
        place = setup.at("scales", name, key=True)
        remedy = "list the words by their numbers, or give each its own number back"
        alone = [at for at in range(len(numbers)) if _is_in_order(numbers[:at] + numbers[at + 1 :])]
        slipped = [at for at in alone if _with_point_moved(numbers, at)]
        wrong = slipped or alone
        if len(wrong) == 1 and len(numbers) > _FEW:
            place = setup.at("scales", name, list(scale)[wrong[0]])
            remedy = _number_in_order(scale, wrong[0])
        elif turn := _turn(numbers):
            before, word = list(scale)[turn - 1], list(scale)[turn]
            place = setup.at("scales", name, word)
            remedy = f"`{word}` is {scale[word]:g}, and `{before}` above it {scale[before]:g}: {remedy}"
        yield place, {"name": name, "remedy": remedy}


def _turn(numbers: Sequence[float]) -> int:
    """Return the first place at which numbers go up that go down on the whole, or down that go up; 0 for none."""
    is_falling = numbers[0] > numbers[-1]
    places = range(1, len(numbers))
    return next(
        (
            at
            for at in places
            if (numbers[at] >= numbers[at - 1]) == is_falling or len({*numbers[at - 1 : at + 1]}) == 1
        ),
        0,
    )


def _is_in_order(numbers: Sequence[float]) -> bool:
    return list(numbers) in (sorted(set(numbers)), sorted(set(numbers), reverse=True))


def _with_point_moved(numbers: Sequence[float], at: int) -> float | None:
    """Return one of several numbers with its point a place further left or right, if all are in order then."""
    moved = (numbers[at] / 10, numbers[at] * 10)
    return next((number for number in moved if _is_in_order([*numbers[:at], number, *numbers[at + 1 :]])), None)


def _number_in_order(scale: Mapping[str, float], at: int) -> str:
    """Return what to type where one number of a scale is out of order, which is at a place in it."""
    words, numbers = list(scale), list(scale.values())
    others = numbers[:at] + numbers[at + 1 :]
    is_falling = others[0] > others[1]
    near = [(place, is_falling is (place < at)) for place in (at - 1, at + 1) if 0 <= place < len(words)]
    limits = [f"{'less' if is_less else 'more'} than that of `{words[place]}`" for place, is_less in near]
    example = f", such as {moved:g}" if (moved := _with_point_moved(numbers, at)) else ""
    return f"write a number here that is {' and '.join(limits)}{example}; or move the line to where its number belongs"


def _answers_without_stage(subject: Subject) -> Iterator[Violation]:
    """Where some answers to a question tell at which stage it ended, all do."""
    setup = subject.content.setup
    for id_, told in setup.value.debrief.how_far.items():
        question = subject.content.questions.get(id_)
        missing = [answer for answer in question.value.answers if answer not in told] if question else []
        if missing and question and question.whole:  # one message, however many are missing
            stages = one_of(setup.value.stages)
            blanks = {"missing": missing[0], "stages": stages}
            yield setup.at("debrief", "how_far", id_, key=True), blanks


def _nothing_outside(subject: Subject) -> Iterator[Violation]:
    """Some causes are outside anyone's control."""
    setup = subject.content.setup
    if not any(control.outside for control in setup.value.controls.values()):
        yield setup.at("controls", key=True), {}


# Of these settings, each with its path, the first is no more than the second.
_IN_ORDER: tuple[tuple[FieldPath, FieldPath], ...] = tuple(
    ((*owner, least), (*owner, most))
    for owner, least, most in (
        (("debrief", "stopping"), "least_pages", "most_pages"),
        (("debrief", "telling", "list"), "stray", "told"),
        (("debrief", "telling", "asked"), "stray", "told"),
        (("debrief", "floors"), "first", "in_three"),
        (("debrief", "floors"), "cases_first", "cases_in_three"),
    )
)


def _settings_out_of_order(subject: Subject) -> Iterator[Violation]:
    """Of two numbers of which one is a part or a limit of the other, that one is no more."""
    setup = subject.content.setup
    for paths in _IN_ORDER:
        least, most = (attrgetter(".".join(map(str, path)))(setup.value) for path in paths)
        if least > most:
            blanks = {"name": paths[0][-1], "other": paths[1][-1], "least": f"{least:g}", "most": f"{most:g}"}
            yield setup.at(*paths[0]), blanks


def _lengths_out_of_order(subject: Subject) -> Iterator[Violation]:
    """The fewest words of an entry are no more than the most."""
    setup = subject.content.setup
    for kind, (least, most) in setup.value.style.page_words.items():
        if least > most:
            yield setup.at("style", "page_words", kind, 0), {"kind": kind, "least": least, "most": most}


def _missing_ui_texts(subject: Subject) -> Iterator[Violation]:
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


def _unknown_blanks(subject: Subject) -> Iterator[Violation]:
    """A text of ui.yml has no blanks but those of its English text: nothing would fill them in."""
    english = _english_texts()
    for field_path, text in subject.content.ui_text.texts:
        known = dict.fromkeys(_BLANK.findall(english.get(field_path, "")))
        for blank in _BLANK.findall(text):
            if blank not in known:
                hint = f"use {' or '.join(known)}" if known else "delete it; this text has no blanks"
                yield subject.content.ui_text.find(blank, *field_path), {"blank": blank, "remedy": hint}


def _missing_blanks(subject: Subject) -> Iterator[Violation]:
    """A text of ui.yml has the blanks of its English text: what they stand for would not be shown."""
    english = _english_texts()
    for field_path, text in subject.content.ui_text.texts:
        blanks = dict.fromkeys(_BLANK.findall(english.get(field_path, "")))
        written = _BLANK.findall(text)
        if blanks.keys() >= set(written) and (missing := [blank for blank in blanks if blank not in written]):
            yield subject.content.ui_text.at(*field_path), {"blanks": listed(missing)}


def _unknown_rules(subject: Subject) -> Iterator[Violation]:
    """A text for a rule in ui.yml is under the code of one that the form applies."""
    ui_text = subject.content.ui_text
    codes = list(dict.fromkeys(rule.code for rule in FORM_RULES))
    for code in ui_text.value.contribute.rules:
        if code not in codes:
            blanks = {"code": code, "remedy": instead(nearest(code, codes), codes)}
            yield ui_text.at(*_TEXTS_OF_RULES, code, key=True), blanks


def _english_texts() -> dict[FieldPath, str]:
    """Return the English texts of ui.yml by their paths, those of rules included."""
    of_rules = {(*_TEXTS_OF_RULES, rule.code): f"{rule.message}: {rule.hint}" for rule in reversed(FORM_RULES)}
    return {**dict(texts(UiText())), **dict(reversed(of_rules.items()))}


def _keys(field_path: FieldPath) -> tuple[str, ...]:
    """Return the keys that lead to a text, without the indexes of lists."""
    return tuple(step for step in field_path if isinstance(step, str))


def _no_word_for_none(subject: Subject) -> Iterator[Violation]:
    """The scale of evidence has a word for no evidence."""
    setup = subject.content.setup
    if "none" not in setup.value.scales.evidence:
        yield setup.at("scales", "evidence", key=True), {}


SETTING_RULES = (
    Rule(
        "missing-blank",
        "this text lacks {blanks}",
        "write {blanks} into it, so that readers see what belongs there",
        _missing_blanks,
    ),
    Rule(
        "bands-out-of-order",
        "{message}",
        "{remedy}",
        _bands,
    ),
    Rule(
        "bands-out-of-order",
        "the numbers of `{name}` go up and down",
        "{remedy}",
        _scales_out_of_order,
    ),
    Rule(
        "odd-setting",
        "nothing says at which stage it ended for those who answer `{missing}`",
        "add `{missing}: ` to it, with {stages} after it",
        _answers_without_stage,
    ),
    Rule(
        "odd-setting",
        "no control is marked as outside what people can change",
        "write `outside: true` below the one that is",
        _nothing_outside,
    ),
    Rule(
        "out-of-range",
        "the fewest words are more than the most",
        "write `{kind}: [{most}, {least}]`",
        _lengths_out_of_order,
    ),
    Rule(
        "out-of-range",
        "`{name}` is {least}, which is more than `{other}`, {most}",
        "write `{name}: {most}` and `{other}: {least}`, if they changed places; if not, correct one of them",
        _settings_out_of_order,
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
)
