"""Rules on the blanks of messages, and on their examples."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator import model
from generator.diagnostics.diagnostic import Location, instead, nearest
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule, Subject, Violation
from generator.linting.rules.scope import EVERYWHERE, WRITTEN
from generator.loading import Authored

# What no blank is called.
HTML_TAGS = "a|b|big|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|sub|sup|table|td|tr|u|ul"
# What people write for a blank in other places.
OTHER_BLANK = (
    r"(\[[^\]\n]{1,60}\])(?!\()|(_{3,})"
    rf"|(<(?!(?:{HTML_TAGS})[ >])[a-z][a-z ]{{1,40}}>)"
    r"|(\u2026{2,}|\.{4,})"
    r"|(?:^|[^A-Za-z])(X{2,}(?:[./-]X+)*|(?:DD[./-]MM|MM[./-]DD)(?:[./-]Y+)?)(?![A-Za-z])"
)
# The same in capitals.
_LOUD_BLANK = r"(?:^|[^A-Za-z])((?:YOUR|MY|THEIR|FIRST|LAST|FULL)(?: [A-Z]{2,})+)(?![A-Za-z])"
# What is typed like a blank and stands for no words.
_NO_BLANK = r"\/?(?:br|hr|nl|newline|new line|line break|paragraph|tab) *\/?"
_BLANK = re.compile(r"\{[^{}]+\}")
_OTHER_BLANK = re.compile(f"{OTHER_BLANK}|{_LOUD_BLANK}")


class _StrayExample(NamedTuple):
    """An example whose blank its text lacks."""

    action: Authored[model.Action]
    number: int  # that of its message, from 0
    name: str
    free: list[str]  # the blanks of the text that no example fills
    guess: str  # which of them was probably meant, or an empty string
    uses: Mapping[str, int]  # in how many messages each blank occurs

    @property
    def is_slip_of_text(self) -> bool:
        """Return whether the text alone writes the blank as it does, and others as the example."""
        return bool(self.guess) and self.uses[self.name] > 0 and self.uses[self.guess] == 1

    @property
    def in_text(self) -> tuple[str, Location]:
        """Return the blank that was probably meant as it stands in the text, and its place."""
        path = ("words", self.number, "text")
        written = _BLANK.findall(self.action.value.words[self.number].text)
        blank = next((blank for blank in written if _blanks_of(blank) == [self.guess]), "")
        return blank, self.action.find(blank, *path) if blank else self.action.at(*path)

    @property
    def remedy(self) -> str:
        """Return what to type."""
        words = self.action.value.words[self.number].text
        if not self.free and (other_blank := re.search(rf"[(<\[]\s*{re.escape(self.name)}\s*[)>\]]", words)):
            return f"write {{{self.name}}} in the text, instead of `{other_blank[0]}`, or delete the line"
        if not self.free:
            return "delete the line"
        remedy = instead(self.guess, self.free)
        if self.guess and self.uses[self.guess] == 1:
            line = self.in_text[1].line
            return f"{remedy}; or write {{{self.name}}} in line {line}, if that is what the text should ask for"
        if not self.guess and self.uses[self.name]:
            return f"{remedy}; or write {{{self.name}}} instead of one of them, as other messages do"
        return remedy


def _stray_examples(subject: Subject) -> Iterator[_StrayExample]:
    messages = [(action, words) for action in subject.content.actions.values() for words in action.value.words]
    uses = Counter(name for _, words in messages for name in {*_blanks_of(words.text)})
    uses.update([*subject.content.setup.value.debrief.blanks])
    for action in subject.content.actions.values():
        for index, words in enumerate(action.value.words):
            blanks = _blanks_of(words.text)
            free = [name for name in blanks if name not in words.examples]
            # A blank that is written otherwise has a message of its own.
            is_told = _OTHER_BLANK.search(words.text) or set("{}") & set(_BLANK.sub("", words.text))
            stray = [name for name in words.examples if name not in blanks and name != model.UNREAD and not is_told]
            guesses = {name: nearest(name, free) for name in stray}
            for name in stray:
                # A blank that another example is for is not offered.
                taken = {guess for other, guess in guesses.items() if other != name and guess != guesses[name]}
                offered = [blank for blank in free if blank not in taken]
                yield _StrayExample(action, index, name, offered, nearest(name, offered), uses)


def _examples_without_blank(subject: Subject) -> Iterator[Violation]:
    """An example is under the name of a blank of its text."""
    for example in _stray_examples(subject):
        if not example.is_slip_of_text:
            place = example.action.at("words", example.number, "examples", example.name, key=True)
            yield place, {"blank": f"{{{example.name}}}", "remedy": example.remedy}


def _blanks_misspelt(subject: Subject) -> Iterator[Violation]:
    """A blank is written as in other messages, and as in its example."""
    for example in _stray_examples(subject):
        if example.is_slip_of_text:
            text, place = example.in_text
            yield place, {"blank": f"{{{example.name}}}", "text": text}


def _blanks_without_example(subject: Subject) -> Iterator[Violation]:
    """Where some blanks of a message have examples, all have: the page shows it filled in."""
    misspelt = {(example.action.id, example.number) for example in _stray_examples(subject)}
    for action in subject.content.actions.values():
        for number, words in enumerate(action.value.words):
            missing = [name for name in _blanks_of(words.text) if name not in words.examples]
            missing = [name for name in missing if not re.fullmatch(_NO_BLANK, name)]
            is_told = (action.id, number) in misspelt or model.UNREAD in words.examples
            if words.examples and missing and action.whole and not is_told:
                blank = f"{{{missing[0]}}}"
                blanks = {"blank": blank, "name": missing[0]}
                yield action.find(missing[0], "words", number, "text"), blanks


def _blanks_of(text: str) -> list[str]:
    return [" ".join(blank.strip("{}").split()) for blank in _BLANK.findall(text)]


BROKEN_BLANK_RULES = (
    Rule(
        "broken-blank",
        "a brace without its partner",
        "write a blank as {a few words} in one pair of braces",
        Pattern(
            r"\{\{[^{}\n]{1,60}\}\}|\{[^{}\n]{1,60}\}|([{}])", signs=(r"\{", r"\}"), where=EVERYWHERE.only("message")
        ),
    ),
    Rule(
        "broken-blank",
        "`{fragment}` has a pair of braces too many",
        "write it as `{{words}}`",
        Pattern(r"(\{\{ *(?P<words>[^{}\n]{1,60}?) *\}\})", signs=(r"\{\{",), where=EVERYWHERE.only("message")),
    ),
    Rule(
        "broken-blank",
        "`{fragment}` is no blank that somebody could fill in",
        "delete it; begin a new line where a line should end",
        Pattern(
            rf"(\{{ *{_NO_BLANK} *\}})",
            signs=(r"\{ *\/?(?:br|hr|nl|new|line|para|tab)",),
            where=EVERYWHERE.only("message"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` belongs to the head of a letter, and not to its words",
        "delete it with the rest of its line; when to send the words is said in `for`",
        Pattern(
            r"(?:^|\n) *((?:[Ss]ubject(?: line)?|SUBJECT|[Bb]etreff|[Rr]e|RE|[Ff]wd?|FWD?|[Tt]o|[Cc]c|CC|[Bb]cc"
            r"|[Ff]rom|[Dd]ate) ?:)(?= )",
            signs=(r"[\0\n] *(?:subject|betreff|re|fwd?|to|b?cc|from|date)[a-z ]*:",),
            where=EVERYWHERE.only("message"),
        ),
    ),
    *(
        Rule(
            "broken-blank",
            "`{fragment}` is shown as it is, and is no blank to fill in",
            "write a blank as {a few words} in braces; where one of the `examples` is for it, use the words of that "
            "one",
            Pattern(pattern, signs=signs, texts=("line", "prose"), where=EVERYWHERE.only("message")),
        )
        for pattern, signs in (
            (OTHER_BLANK, (r"\[", "___", "\u2026\u2026", r"\.{4}", "<", "xx", "dd[./-]mm", "mm[./-]dd")),
            (_LOUD_BLANK, ()),
        )
    ),
    Rule(
        "broken-line",
        "`{fragment}` ends a line in the middle of a sentence, and readers see the line break",
        "go on with the sentence on the same line, however long it gets",
        Pattern(
            r"[^\n]{40} ([^\s.?!:;,\u2026]+)\n(?=[a-z{])",
            signs=(r"[^\s.?!:;,]\n[a-z{]",),
            where=EVERYWHERE.only("message"),
        ),
    ),
    Rule(
        "stray-blank",
        "`{fragment}` is shown as it is: only the words that an action gives can have blanks",
        "write what it stands for, such as “the place”, without braces",
        Pattern(
            r"(?:^|[^{])(\{[A-Za-z][A-Za-z' -]{1,40}\})(?!\})",
            signs=(r"\{[a-z]",),
            texts=("line", "prose"),
            where=WRITTEN.without("page", "occasion", "message", "example"),
        ),
    ),
)

EXAMPLE_RULES = (
    Rule("unknown-blank", "the text above has no blank {blank}", "{remedy}", _examples_without_blank),
    Rule(
        "blank-without-example",
        "there is no example for {blank}, and others have one",
        "add `{name}: …` below `examples`, with what somebody could write there",
        _blanks_without_example,
    ),
    Rule(
        "unknown-blank",
        "there is no example for {text}, but one for {blank}",
        "write {blank}, as other messages do",
        _blanks_misspelt,
    ),
)
