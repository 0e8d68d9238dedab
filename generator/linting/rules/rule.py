"""What a rule is, and what it looks at."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from sys import intern
from typing import Any

from generator.diagnostics.codes import code_called
from generator.diagnostics.diagnostic import Diagnostic, Location, Severity
from generator.diagnostics.topics import Topic
from generator.linting.gates import circles
from generator.linting.rules.corpus import Corpus, Text
from generator.linting.rules.pattern import Pattern, TextKind, without_targets
from generator.linting.rules.scope import EVERYWHERE, READ, Scope, role_at, without_indices
from generator.loading import Authored, Content
from generator.model import PageProse, Prose
from generator.model.types import mentions
from generator.model.walk import FieldPath

_BLANK = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
PARAGRAPH_END = re.compile(r"\n\s*\n|\n- ")


def plain_words(text: str) -> str:
    """Return the words of a text in small letters, without the marks between them."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


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
    """What rules look at: content, the day from which the age of reviews is counted, and the paths of changed files.

    Of two entries that are alike, the one in a changed file is the copy.
    """

    content: Content
    today: date
    changed: Collection[str] = ()

    def is_changed(self, entry: Authored[Any]) -> bool:
        """Return whether the file of an entry has changed."""
        return entry.document.path in self.changed

    @cached_property
    def entries(self) -> tuple[tuple[str, Authored[Any]], ...]:
        """Every entry after its kind, such as `cause`; guide.yml and ui.yml come first, as `guide` and `ui`."""
        content = self.content
        listed = [(kind, entry) for kind, entries in content.entries.items() for entry in entries.values()]
        return (("guide", content.setup), ("ui", content.ui_text), *listed)

    @cached_property
    def named(self) -> frozenset[str]:
        """The ids and words that entries name."""
        return frozenset(mention.word for _, entry in self.entries for mention in mentions(entry.value))

    @cached_property
    def circles(self) -> dict[str, set[str]]:
        """The questions that depend on themselves by way of others, each with all in its circle."""
        return circles(self.content)

    @cached_property
    def texts(self) -> Mapping[TextKind, Corpus]:
        """The texts of all entries by their kind."""
        texts: dict[TextKind, list[Text]] = defaultdict(list)
        for kind, entry in self.entries:
            for field_path, text in entry.texts:
                texts[_kind_of(text)].append(Text(kind, entry, field_path, text))
        return {kind: Corpus(texts_of_kind) for kind, texts_of_kind in texts.items()}

    @cached_property
    def passages(self) -> Mapping[Authored[Any], tuple[Passage, ...]]:
        """The passages of each entry; guide.yml and ui.yml have none."""
        return {
            entry: tuple(_passages(kind, entry, READ)) for kind, entry in self.entries if kind not in ("guide", "ui")
        }

    @cached_property
    def bodies(self) -> Mapping[Authored[Any], tuple[Passage, ...]]:
        """The texts of pages, which have no other passages."""
        return {entry: tuple(_passages(kind, entry, EVERYWHERE)) for kind, entry in self.entries if kind == "page"}


Violation = tuple[Location, Mapping[str, object]]
Check = Callable[[Subject], Iterator[Violation]]
Fix = Callable[[str, Diagnostic], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold of content. Its fixture is the folder in tests/fixtures/invalid that is called after its code.

    Attributes:
        code: One of those in `codes.py`, where its severity and its scope stand.
        message: The fact. What the check yields fills its `{blanks}`.
        hint: What to type. Its blanks are filled likewise.
        check: Yields where the rule is broken and what fills the blanks. None where the reader of files reports it.
        fix: Returns a text without the mistake, given the text and its diagnostic. None where people have to decide.
        topic: Returns what a diagnostic is about as data, given what fills the blanks.
    """

    code: str
    message: str = ""
    hint: str = ""
    check: Check | Pattern | None = None
    fix: Fix | None = None
    topic: Callable[[Mapping[str, Any]], Topic | None] = lambda _: None

    def __post_init__(self) -> None:
        """Refuse a code that is not registered."""
        if not code_called(self.code):
            raise LookupError(f'add Code("{self.code}", …) to _CODES in generator/diagnostics/codes.py')

    @property
    def is_advice(self) -> bool:
        """Return whether the rule warns only."""
        return self._severity == "warning"

    @property
    def _severity(self) -> Severity:
        code = code_called(self.code)
        return code.severity if code else "error"

    def diagnostic(self, place: Location, blanks: Mapping[str, object]) -> Diagnostic:
        """Return the diagnostic of a violation."""
        message, hint = filled(self.message, blanks), filled(self.hint, blanks)
        return Diagnostic(self.code, place, message, hint, severity=self._severity, topic=self.topic(blanks))


def filled(template: str, blanks: Mapping[str, object]) -> str:
    """Return a template with its `{blanks}` filled; braces around anything else stay."""
    if "{" not in template:
        return template
    return _BLANK.sub(lambda blank: str(blanks.get(blank[1], blank[0])), template)


def words_of(text: str) -> list[str]:
    """Return the words of a text as they stand."""
    return _WORD.findall(text)


def _kind_of(text: str) -> TextKind:
    if isinstance(text, PageProse):
        return "page"
    return "prose" if isinstance(text, Prose) else "line"


def _passages(kind: str, entry: Authored[Any], where: Scope) -> Iterator[Passage]:
    for field_path, text in entry.texts:
        if " " in text.strip() and role_at(kind, without_indices(field_path)) in where:
            plain = without_targets(text)
            paragraphs = PARAGRAPH_END.split(plain) if "\n" in plain else [plain]
            # Interned, since guides say the same words again and again, and phrases are compared word by word.
            parts = tuple(Paragraph(part, tuple(map(intern, words_of(part.lower())))) for part in paragraphs)
            yield Passage(entry, field_path, text, plain, parts)
