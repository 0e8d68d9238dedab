"""What a rule is, and what it looks at."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from sys import intern
from typing import Any, Literal, NamedTuple

from generator.diagnostics.codes import CODES
from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.linting.gates import circles
from generator.loading import Authored, Content
from generator.model import PageProse, Prose
from generator.model.walk import FieldPath

TextKind = Literal["line", "prose", "page"]

# Texts that are read as sentences, by kind of entry and field path: no ids, addresses, names and titles of works.
READ = (
    r"(?!guide/|ui/|page/|source/title$)"
    r"(?!\w+/(?:authors|venue|doi|url|sources|id|also_called|citation|turned_out)(?:/|$))"
    r"(?!\w+/answers/(?![\s\S]*/text$))"
)

_BLANK = re.compile(r"\{(\w+)\}")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_PARAGRAPH_END = re.compile(r"\n\s*\n|\n- ")


@dataclass(frozen=True)
class Pattern:
    r"""What a text must not hold: a rule as data, which `contribute/rules.js` applies as well.

    Both languages read the same pattern, so it keeps to what both have: no lookbehind (Safari before 16.4 has none), no
    `\b` (which knows ASCII alone in JavaScript), no `$` but of lines (at the end of a text it allows a line break in
    Python alone), and every bracket escaped. The first group that takes part in a match is what is pointed to. Where
    a pattern has groups, a match in which none takes part is skipped: so it can step over what is allowed.

    Attributes:
        pattern: The regular expression. Its named groups are blanks of the rule's message.
        signs: Strings in small letters. A text that the pattern matches holds one of them, with `\0` at both its ends;
            most texts hold none, and are done with.
        texts: Which texts are looked at: single lines, Prose fields, bodies of pages.
        where: A regular expression for the beginning of `kind/field/path`, such as `case/story`.
        plain: Whether to look only at texts of several words, without the targets of their links.
        unless: A field whose presence in an entry exempts it.
    """

    pattern: str
    signs: tuple[str, ...] = ()
    texts: tuple[TextKind, ...] = ("line", "prose", "page")
    where: str = ""
    plain: bool = False
    unless: str = ""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Return the compiled pattern."""
        return re.compile(self.pattern)

    def may_match(self, bounded: str) -> bool:
        r"""Return whether a text holds a sign of a match; it is given in small letters with `\0` at both ends."""
        for sign in self.signs:  # a loop, since `any` takes three times as long
            if sign in bounded:
                return True
        return not self.signs

    def applies_to(self, entry_kind: str, field_path: FieldPath) -> bool:
        """Return whether to look at the text of a field."""
        return not self.where or _is_at(self.where, entry_kind, field_path)

    def matches(self, text: str) -> Iterator["Match"]:
        """Yield each fragment of a text that breaks the rule."""
        if self.plain:
            if " " not in text.strip():
                return
            text = without_targets(text)
        counted: dict[str, tuple[int, int]] = {}  # up to where a line was counted, and how often it was there
        for match in self.regex.finditer(text):
            group = next((number for number, part in enumerate(match.groups(), 1) if part is not None), 0)
            if group or not self.regex.groups:
                fragment, start = match[group], match.start(group)
                line = _first_line(fragment)
                end, nth = counted.get(line, (0, 0))
                nth += text.count(line, end, start)
                counted[line] = start, nth
                yield Match(fragment, {"fragment": fragment, **match.groupdict()}, nth)


class Match(NamedTuple):
    """A fragment that breaks a rule, the blanks that it fills, and how often it stands in the text before that."""

    fragment: str
    blanks: dict[str, Any]
    nth: int


@dataclass(frozen=True, slots=True)
class TextGroup:
    r"""The texts of one kind in an entry: field path, text, and the text in small letters with `\0` at both ends.

    `bounded` is the last of these for all texts in one.
    """

    entry_kind: str
    entry: Authored[Any]
    kind: TextKind
    texts: Sequence[tuple[FieldPath, str, str]]
    bounded: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and its words in small letters."""

    text: str
    words: tuple[str, ...]

    @property
    def start(self) -> str:
        """Return its first three words."""
        return " ".join(self.text.split(maxsplit=3)[:3])


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is read as sentences, and its field; `plain` is the text without the targets of its links."""

    entry: Authored[Any]
    field_path: FieldPath
    text: str
    plain: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def word_count(self) -> int:
        """Return the number of its words."""
        return sum(len(paragraph.words) for paragraph in self.paragraphs)

    def find(self, fragment: str) -> Location:
        """Return the place of a fragment of this passage."""
        return self.entry.find(fragment, *self.field_path)


@dataclass(frozen=True)
class Subject:
    """What rules look at: content, and the day from which the age of reviews is counted."""

    content: Content
    today: date

    @cached_property
    def entries(self) -> tuple[tuple[str, Authored[Any]], ...]:
        """Every entry after its kind, such as `cause`; guide.yml and ui.yml come first, as `guide` and `ui`."""
        content = self.content
        listed = [(kind, entry) for kind, entries in content.entries.items() for entry in entries.values()]
        return (("guide", content.setup), ("ui", content.ui_text), *listed)

    @cached_property
    def circles(self) -> dict[str, set[str]]:
        """The questions that depend on themselves by way of others, each with all in its circle."""
        return circles(self.content)

    @cached_property
    def text_groups(self) -> tuple[TextGroup, ...]:
        """The texts of all entries by entry and kind."""
        return tuple(group for kind, entry in self.entries for group in _text_groups(kind, entry))

    @cached_property
    def passages(self) -> Mapping[Authored[Any], tuple[Passage, ...]]:
        """The passages of each entry; guide.yml and ui.yml have none."""
        return {entry: tuple(_passages(kind, entry)) for kind, entry in self.entries if kind not in ("guide", "ui")}


Finding = tuple[Location, Mapping[str, object]]
Check = Callable[[Subject], Iterator[Finding]]
Fix = Callable[[str, Diagnostic], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold of content. Its fixture is the folder in tests/fixtures/invalid that is called after its code.

    Attributes:
        code: One of `CODES`, where its severity and its scope stand.
        message: The fact. The findings of the check fill its `{blanks}`.
        hint: What to type. Its blanks are filled likewise.
        check: Yields where the rule is broken and what fills the blanks. None where the reader of files reports it.
        fix: Returns a text without the mistake, given the text and its diagnostic. None where people have to decide.
    """

    code: str
    message: str = ""
    hint: str = ""
    check: Check | Pattern | None = None
    fix: Fix | None = None

    @property
    def is_advice(self) -> bool:
        """Return whether the rule warns only."""
        return CODES[self.code].severity == "warning"

    def diagnostic(self, place: Location, blanks: Mapping[str, object]) -> Diagnostic:
        """Return the diagnostic of a finding."""
        message, hint = filled(self.message, blanks), filled(self.hint, blanks)
        return Diagnostic(self.code, place, message, hint, severity=CODES[self.code].severity)


def filled(template: str, blanks: Mapping[str, object]) -> str:
    """Return a template with its `{blanks}` filled; braces around anything else stay."""
    if "{" not in template:
        return template
    return _BLANK.sub(lambda blank: str(blanks.get(blank[1], blank[0])), template)


def words_of(text: str) -> list[str]:
    """Return the words of a text as they stand."""
    return _WORD.findall(text)


def _first_line(fragment: str) -> str:
    return fragment.split("\n", maxsplit=1)[0]


def without_targets(text: str) -> str:
    """Return a text in which links are reduced to their words."""
    return _LINK.sub(r"\1", text) if "](" in text else text


def _text_groups(entry_kind: str, entry: Authored[Any]) -> Iterator[TextGroup]:
    texts: dict[TextKind, list[tuple[FieldPath, str, str]]] = {"line": [], "prose": [], "page": []}
    for field_path, text in entry.texts:
        texts[_kind_of(text)].append((field_path, text, f"\0{text.lower()}\0"))
    for kind, group in texts.items():
        if group:
            yield TextGroup(entry_kind, entry, kind, group, "".join(bounded for _, _, bounded in group))


def _kind_of(text: str) -> TextKind:
    if isinstance(text, PageProse):
        return "page"
    return "prose" if isinstance(text, Prose) else "line"


def _passages(kind: str, entry: Authored[Any]) -> Iterator[Passage]:
    for field_path, text in entry.texts:
        if " " in text.strip() and _is_at(READ, kind, field_path):
            plain = without_targets(text)
            paragraphs = _PARAGRAPH_END.split(plain) if "\n" in plain else [plain]
            # Interned, since guides say the same words again and again, and phrases are compared word by word.
            parts = tuple(Paragraph(part, tuple(map(intern, words_of(part.lower())))) for part in paragraphs)
            yield Passage(entry, field_path, text, plain, parts)


@lru_cache(maxsize=100_000)
def _is_at(where: str, kind: str, field_path: FieldPath) -> bool:
    return re.match(where, "/".join((kind, *map(str, field_path)))) is not None
