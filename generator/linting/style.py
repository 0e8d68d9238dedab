"""What could be better about how a guide is written: advice, by the measures that its guide.yml sets under `style`.

Nothing here is an error. A measure that guide.yml leaves out is not taken.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any

from generator.diagnostics.diagnostic import Diagnostic
from generator.loading import Authored, Content
from generator.model import KINDS, PageProse, Prose, Source, Style

# How many words in a row make a phrase that two texts hardly share by chance.
PHRASE_WORDS = 8
# Of the phrases of a paragraph every so many are kept: who shares a longer run of words with it, shares one of these.
KNOWN_PHRASES = 4
# From which share of its phrases on a paragraph counts as one that stands elsewhere too.
SAME_SHARE = 0.4
# A text shorter than this tells too little of how hard it is to read.
LEAST_WORDS = 100

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_PARAGRAPH_END = re.compile(r"\n\s*\n|\n- ")
_SENTENCE_END = re.compile(r"[.?!:][\"”)*]*\s+|\n\s*(?:\n|- )")
_FIGURE = re.compile(r"\d\s?(?:%|percent|per cent)")

# Texts that are ids, addresses and names, and those that hold somebody else's words.
_NOT_READ = {"authors", "venue", "doi", "url", "sources", "id", "also_called", "citation", "answers", "turned_out"}
_OWN_FIGURES = {("finding",), ("limits",), ("story",)}

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that readers read as a whole, and where it stands; `plain` is it without the targets of links."""

    entry: Authored[Any]
    field_path: tuple[str | int, ...]
    text: str
    plain: str
    paragraphs: tuple["Paragraph", ...]

    @property
    def count(self) -> int:
        """Return how many words it has."""
        return sum(len(paragraph.words) for paragraph in self.paragraphs)

    def warning(self, code: str, fragment: str, message: str, hint: str) -> Diagnostic:
        """Return a warning about a fragment of this passage."""
        place = self.entry.find(fragment, *self.field_path)
        return Diagnostic(code, place, message, hint, severity="warning")


def advise(content: Content, today: date) -> Iterator[Diagnostic]:
    """Yield what the guide's own measures of style find.

    Args:
        content: A guide without errors.
        today: The day from which the age of a review is counted.
    """
    style = content.setup.value.style
    passages_of = {entry: tuple(_passages(entry)) for entry in content.written_as_yaml()}
    passages = [passage for each in passages_of.values() for passage in each]
    avoided = [_Avoided(phrase, instead) for phrase, instead in style.avoid.items()]
    for passage in passages:
        yield from _avoided(passage, avoided)
        yield from _long_sentences(passage, style)
    yield from _figures_without_source(passages)
    yield from _paragraphs_that_stand_twice(passages)
    if style.reading_ease is not None and content.setup.value.is_english:
        for entry, its_passages in passages_of.items():
            yield from _hard_to_read(entry, its_passages, style.reading_ease)
    yield from _lengths(content, passages_of, style)
    yield from _old_reviews(content, style, today)
    if style.every_cause_has_a_case:
        yield from _causes_without_case(content)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and its words in small letters."""

    text: str
    words: tuple[str, ...]

    @property
    def start(self) -> str:
        """Return how it begins."""
        return " ".join(self.text.split(maxsplit=3)[:3])

    @property
    def phrases(self) -> list[Phrase]:
        """Return its runs of words that are long enough not to be shared by chance."""
        return list(zip(*(self.words[at:] for at in range(PHRASE_WORDS)), strict=False))

    def shares_with(self, other: "Paragraph") -> bool:
        """Return whether much of this paragraph stands in another."""
        own = set(self.phrases)
        return len(own.intersection(other.phrases)) > SAME_SHARE * len(own)


class _Avoided:
    """A phrase that the guide avoids: in small letters, as a word of its own, and what to write instead."""

    def __init__(self, phrase: str, instead: str) -> None:
        self.lower = phrase.lower()
        self.pattern = re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE)
        self.instead = instead


def reading_ease(words: Sequence[str], sentences: int) -> float:
    """Return Flesch's reading ease of an English text: 100 is very easy, 60 plain, 30 very hard.

    Source: Flesch (1948), 206.835 - 1.015 per word of a sentence - 84.6 per syllable of a word. Syllables are
    counted by a rule of thumb.
    """
    syllables = sum(_syllables(word) for word in words)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / len(words)


def _avoided(passage: Passage, avoided: Iterable[_Avoided]) -> Iterator[Diagnostic]:
    lower = passage.plain.lower()
    for phrase in [each for each in avoided if each.lower in lower]:
        for found in phrase.pattern.finditer(passage.plain):
            message = f"“{found[0]}” is a phrase that this guide avoids"
            yield passage.warning("avoided-phrase", found[0], message, phrase.instead)


def _long_sentences(passage: Passage, style: Style) -> Iterator[Diagnostic]:
    if not style.sentence_words or passage.count <= style.sentence_words:
        return
    for sentence in _sentences(passage.plain):
        if sentence.count(" ") < style.sentence_words // 2:
            continue
        count = len(_WORD.findall(sentence))
        if count > style.sentence_words:
            start = " ".join(sentence.split()[:3])
            message = f"a sentence of {count} words, which begins with “{start}”"
            hint = f"make two or three of it; {style.sentence_words} words are the most"
            yield passage.warning("long-sentence", start, message, hint)


def _hard_to_read(entry: Authored[Any], passages: Iterable[Passage], least: float) -> Iterator[Diagnostic]:
    prose = [passage for passage in passages if isinstance(passage.text, Prose)]
    words = [word for passage in prose for paragraph in passage.paragraphs for word in paragraph.words]
    if len(words) < LEAST_WORDS:
        return
    sentences = (sentence for passage in prose for sentence in _sentences(passage.plain))
    ease = reading_ease(words, sum(1 for sentence in sentences if _WORD.search(sentence)))
    if ease < least:
        message = f"hard to read: an ease of {ease:.0f}, where {least:.0f} is the least"
        hint = "use shorter sentences and shorter words"
        yield Diagnostic("hard-to-read", _head(entry), message, hint, severity="warning")


def _figures_without_source(passages: list[Passage]) -> Iterator[Diagnostic]:
    for passage in passages:
        if not _FIGURE.search(passage.text) or not isinstance(passage.text, Prose):
            continue
        lists_its_own = getattr(passage.entry.value, "references", None)
        if passage.field_path[-1:] in _OWN_FIGURES or lists_its_own:
            continue
        for paragraph in re.split(r"\n\s*\n", passage.text):
            figure = _FIGURE.search(paragraph)
            if figure and "](source:" not in paragraph and "](https:" not in paragraph:
                message = "a percentage without a source in its paragraph"
                hint = "add a link such as [](source:an-id) with an id from sources.yml, or leave the figure out"
                yield passage.warning("figure-without-source", figure[0], message, hint)


def _paragraphs_that_stand_twice(passages: list[Passage]) -> Iterator[Diagnostic]:
    known: dict[Phrase, tuple[str, Paragraph]] = {}
    for passage in passages:
        path = passage.entry.document.path
        for paragraph in passage.paragraphs:
            phrases = paragraph.phrases
            reported = {path}
            for place, other in dict.fromkeys(known[phrase] for phrase in phrases if phrase in known):
                if place not in reported and paragraph.shares_with(other):
                    reported.add(place)
                    message = f"much of this paragraph stands in {place} too"
                    hint = "say it in one place, and link to it from here"
                    yield passage.warning("said-twice", paragraph.start, message, hint)
            for phrase in phrases[::KNOWN_PHRASES]:
                known.setdefault(phrase, (path, paragraph))


def _paragraphs(plain: str) -> Iterator[Paragraph]:
    for text in _PARAGRAPH_END.split(plain) if "\n" in plain else (plain,):
        yield Paragraph(text, tuple(map(intern, _WORD.findall(text.lower()))))


def _lengths(
    content: Content, passages_of: Mapping[Authored[Any], Iterable[Passage]], style: Style
) -> Iterator[Diagnostic]:
    for kind, (least, most) in style.page_words.items():
        for entry in content.entries[kind].values():
            count = sum(passage.count for passage in passages_of[entry])
            if not least <= count <= most:
                extreme = "short" if count < least else "long"
                message = f"a page that is too {extreme}: {count} words"
                hint = f"aim at {least} to {most} words for {'an' if kind[0] in 'aeiou' else 'a'} {kind}"
                yield Diagnostic(f"page-too-{extreme}", _head(entry), message, hint, severity="warning")


def _old_reviews(content: Content, style: Style, today: date) -> Iterator[Diagnostic]:
    for name, entries in content.entries.items():
        most_months = min(filter(None, (style.review_months, KINDS[name].review_months)), default=None)
        if most_months is None:
            continue
        for entry in entries.values():
            reviewed = getattr(entry.value, "reviewed", None) or today
            months = (today.year - reviewed.year) * 12 + today.month - reviewed.month - (today.day < reviewed.day)
            if months >= most_months:
                message = f"last reviewed {months} months ago"
                hint = "check every sentence and source, then put the day of today here"
                yield Diagnostic("old-review", entry.at("reviewed"), message, hint, severity="warning")


def _causes_without_case(content: Content) -> Iterator[Diagnostic]:
    told = {id_ for case in content.cases.values() for id_ in (case.value.turned_out.main, *case.value.turned_out.also)}
    for id_, cause in content.causes.items():
        if id_ not in told:
            message = "no case turned out to be this cause"
            hint = f"write one in cases/ with `turned_out: {{main: {id_}}}`, or name it under `also` where it fits"
            yield Diagnostic("cause-without-case", _head(cause), message, hint, severity="warning")


def _passages(entry: Authored[Any]) -> Iterator[Passage]:
    """Yield those texts of an entry that are read as sentences, not ids, addresses and names."""
    for field_path, text in entry.texts:
        is_answer = field_path[:1] == ("answers",) and field_path[-1] == "text"
        is_title_of_work = isinstance(entry.value, Source) and field_path == ("title",)
        if (
            (field_path and field_path[0] in _NOT_READ and not is_answer)
            or is_title_of_work
            or isinstance(text, PageProse)
        ):
            continue
        if " " in text.strip():
            plain = _LINK.sub(r"\1", text) if "](" in text else text
            yield Passage(entry, field_path, text, plain, tuple(_paragraphs(plain)))


def _head(entry: Authored[Any]) -> Any:
    return entry.at(next(name for name in ("title", "claim", "text") if hasattr(entry.value, name)))


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence and sentence.strip()]


@lru_cache(maxsize=100_000)
def _syllables(word: str) -> int:
    lower = word.lower().replace("'", "")
    groups = len(re.findall(r"[aeiouy]+", lower))
    silent = lower.endswith("e") and not lower.endswith(("le", "ee", "ie")) and groups > 1
    silent_past = lower.endswith("ed") and not lower.endswith(("ted", "ded")) and groups > 1
    return max(1, groups - (silent or silent_past))
