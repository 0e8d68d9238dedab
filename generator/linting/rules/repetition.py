"""Rules on what is there twice, or leads back to where it is. Those that the form has too stand in `entries.py`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Any

from generator import model
from generator.diagnostics.diagnostic import Location
from generator.diagnostics.topics import Slip
from generator.linting.rules.rule import Passage, Rule, Subject, Violation, plain_words
from generator.loading import Authored
from generator.model.walk import FieldPath

# From how many words on two texts of an entry are hardly the same by chance.
LEAST_WORDS = 6
# From which share of its words on an item may be another version of the one above it.
_SHARE_OF_VERSION = 0.7
# A sentence with fewer may be said again on purpose.
_LEAST_SPACES = 3
# Blanks are filled alike in several messages, and answers have a rule of their own.
_OTHER_RULES = frozenset(("examples", "answers"))
# How copies of files are called.
_COPY = re.compile(r"(?:-copy|-\d+|-new|-old|-draft)$")
# The address of a DOI.
_DOI = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(?:doi:)?(10\.\d{4,9}/[^\s?#]+)", re.IGNORECASE)
# Shorter titles begin many others.
_LEAST_OF_TITLE = 3
# The address of a page on some site, by the plural of its kind and its id.
_PAGE = re.compile(r"\]\((https://[^\s()]*/(?P<plural>[a-z-]+)/(?P<id>[a-z0-9-]+)/?(?:[#?][^\s()]*)?)\)")


def _items_twice(subject: Subject) -> Iterator[Violation]:
    """No list has the same words twice. Ids have a rule of their own."""
    for kind, entry in subject.entries:
        first_at: dict[tuple[FieldPath, FieldPath, str], FieldPath] = {}
        for field_path, text in entry.texts if kind not in ("guide", "ui") else ():
            place = _place_of_item(field_path) if " " in text else None
            if place is not None and " " in text.strip():
                where = field_path[:place], field_path[place + 1 :]
                first = first_at.setdefault((*where, plain_words(text)), field_path)
                if first != field_path:
                    yield entry.at(*field_path), {"line": entry.at(*first).line}


def _items_alike(subject: Subject) -> Iterator[Violation]:
    """Two items in a row are not two versions of one, which both stay where two versions of a file are merged."""
    for kind, entry in subject.entries:
        last: tuple[FieldPath, list[str]] = ((), [])
        for field_path, text in entry.texts if kind not in ("guide", "ui") else ():
            if (place := _place_of_item(field_path)) is None or text.count(" ") < LEAST_WORDS:
                continue
            earlier, before = last
            last = field_path, (words := text.split())
            is_next = earlier[:place] == field_path[:place] and earlier[place + 1 :] == field_path[place + 1 :]
            if is_next and words != before and words[:2] == before[:2] and _is_version(before, words):
                yield entry.at(*field_path), {"line": entry.at(*earlier).line}


def _is_version(words: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two texts have most of their words in common, at their start and at their end."""
    least, most = sorted((len(words), len(other)))
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, other, strict=False)))
    ends = zip(reversed(words[start:]), reversed(other[start:]), strict=False)
    same = start + sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))
    return least >= LEAST_WORDS and same >= _SHARE_OF_VERSION * most


def _place_of_item(field_path: FieldPath) -> int | None:
    """Return which step of a path is the index of an item, if the path ends in one or in a field of one, or None."""
    last = len(field_path) - 1
    return next((place for place in (last, last - 1) if place > 0 and isinstance(field_path[place], int)), None)


def _paragraphs_twice(subject: Subject) -> Iterator[Violation]:
    """No entry says the same in two paragraphs or fields."""
    for entry, passages in (*subject.passages.items(), *subject.bodies.items()):
        first_at: dict[tuple[str, ...], tuple[Passage, int]] = {}
        for passage in passages if entry.whole else ():
            for number, paragraph in enumerate(passage.paragraphs):
                if len(paragraph.words) < LEAST_WORDS or _OTHER_RULES.intersection(passage.field_path):
                    continue
                first, earlier = first_at.setdefault(paragraph.words, (passage, number))
                is_other = (first, earlier) != (passage, number)
                if is_other and not (first is not passage and _are_items(first.field_path, passage.field_path)):
                    yield _place(passage, number), {"line": _place(first, earlier).line}


def _sentences_twice(subject: Subject) -> Iterator[Violation]:
    """No sentence is twice in a row."""
    for entry, passages in (*subject.passages.items(), *subject.bodies.items()):
        for passage in passages:
            before = ""
            for paragraph in passage.paragraphs if ". " in passage.plain or ".\n" in passage.plain else ():
                sentences = " ".join(paragraph.text.split()).split(". ")
                for at, (sentence, following) in enumerate(pairwise(sentences), 2):
                    rest = following[len(sentence) :] if following.startswith(sentence) else None
                    if rest in ("", ".") and sentence.count(" ") >= _LEAST_SPACES:
                        *_, last = words = sentence.split()[-3:]
                        nth = (before + ". ".join(sentences[:at])).count(last) - 1
                        yield entry.find(last, *passage.field_path, nth=nth), {"words": " ".join(words)}
                before += paragraph.text


def _place(passage: Passage, number: int) -> Location:
    """Return where a paragraph of a passage begins, by its number from 0."""
    start = passage.paragraphs[number].start
    nth = sum(paragraph.text.count(start) for paragraph in passage.paragraphs[:number])
    return passage.entry.find(start, *passage.field_path, nth=nth)


def _are_items(path: FieldPath, other: FieldPath) -> bool:
    """Return whether two fields stand in the same place of two items of one list."""
    place = _place_of_item(path)
    return place is not None and place == _place_of_item(other) and path[:place] == other[:place]


def _self_links(subject: Subject) -> Iterator[Violation]:
    """No page links to itself."""
    for kind, entry in subject.entries:
        for field_path, text in entry.texts:
            if f"({kind}:{entry.id})" in text:
                yield entry.find(f"{kind}:{entry.id}", *field_path), {"id": entry.id}


def _own_addresses(subject: Subject) -> Iterator[Violation]:
    """Pages of the guide are linked by their ids, which are checked, and not by their addresses."""
    for _, entry, field_path, text in _texts(subject):
        for match in _PAGE.finditer(text) if "](http" in text else ():
            kind = model.by_plural(match["plural"])
            if kind and kind.is_linkable and match["id"] in subject.content.known[kind.name]:
                yield entry.find(match[1], *field_path), {"target": f"{kind.name}:{match['id']}"}


def _texts(subject: Subject) -> Iterator[tuple[str, Authored[Any], FieldPath, str]]:
    for kind, entry in subject.entries:
        if kind not in ("guide", "ui"):
            yield from ((kind, entry, field_path, text) for field_path, text in entry.texts)


def _same_works(subject: Subject) -> Iterator[Violation]:
    """Two sources differ in their DOI, in their address, and in their title where author and year are the same."""
    told = set[str]()
    for field in ("doi", "url", "title"):
        first_with: dict[str, str] = {}
        for id_, source in subject.content.sources.items():
            value, is_doi_address = getattr(source.value, field), False
            if field == "doi" and not value and (match := _DOI.match(source.value.url or "")):
                value, is_doi_address = match[1], True
            if field == "title":
                value = re.sub(
                    r"\W+", " ", f"{value} {source.value.year} {source.value.authors[0].split(',')[0]}"
                ).strip()
            first = first_with.setdefault(value.casefold(), id_) if value and source.whole else id_
            if first != id_ and id_ not in told:
                told.add(id_)
                yield source.at(key=True) if is_doi_address else source.at(field), {"id": first, "field": field}


def _longer_titles(subject: Subject) -> Iterator[Violation]:
    """A title that begins with all of another is that of another work: of its authors and its year, it is the same."""
    alike: dict[tuple[str, str], list[tuple[str, Authored[model.Source], list[str]]]] = defaultdict(list)
    for id_, source in subject.content.sources.items():
        if source.whole and source.value.authors:
            key = source.value.authors[0].split(",")[0].casefold(), source.value.year
            alike[key].append((id_, source, plain_words(source.value.title).split()))
    for works in alike.values():
        for number, (_, source, words) in enumerate(works):
            for first, other, title in works[:number]:
                least, most = sorted((words, title), key=len)
                is_same = len(most) > len(least) >= _LEAST_OF_TITLE and most[: len(least)] == least
                is_told_apart = source.value.doi and other.value.doi and source.value.doi != other.value.doi
                if is_same and not is_told_apart:
                    yield source.at("title"), {"id": first}


def _same_titles(subject: Subject) -> Iterator[Violation]:
    """Two entries of a kind differ in their titles; of a copy, that which is new or called one is told so."""
    # The works in a bibliography have the titles that others gave them.
    for kind in (name for name, kind in model.KINDS.items() if not kind.in_one_file):
        entries = subject.content.entries[kind].values()
        first_with: dict[str, str] = {}
        for entry in sorted(entries, key=lambda entry: (subject.is_changed(entry), _COPY.search(entry.id) is not None)):
            title = getattr(entry.value, model.KINDS[kind].title_field)
            first = first_with.setdefault(title.casefold(), entry.id)
            if first != entry.id and title != model.UNREAD:
                is_copy = subject.is_changed(entry) or _COPY.search(entry.id)
                other = f"{first}.yml and delete this file" if is_copy else "the older of the two and delete the copy"
                yield entry.at(model.KINDS[kind].title_field), {"id": first, "other": other}


def _titles_as_aliases(subject: Subject) -> Iterator[Violation]:
    """What an entry is also called is something else than its title."""
    for kind, entry in subject.entries:
        aliases = getattr(entry.value, "also_called", ())
        title = plain_words(getattr(entry.value, model.KINDS[kind].title_field)) if aliases else ""
        for number, alias in enumerate(aliases):
            if alias != model.UNREAD and plain_words(alias) == title:
                yield entry.at("also_called", number), {}


REPETITION_RULES = (
    Rule(
        "said-twice",
        "these words stand in line {line} already",
        "delete one of the two",
        _items_twice,
        topic=lambda _: Slip.VERSIONS,
    ),
    Rule(
        "said-twice",
        "these are nearly the words of line {line}",
        "if they are two versions of the same, delete one of them",
        _items_alike,
        topic=lambda _: Slip.VERSIONS,
    ),
    Rule(
        "said-twice",
        "the sentence that ends with “{words}” is here twice in a row",
        "delete one of the two",
        _sentences_twice,
    ),
    Rule(
        "said-twice",
        "the same words as in line {line}",
        "delete one of the two, or write here what this field is for",
        _paragraphs_twice,
    ),
    Rule(
        "said-twice",
        "this is the title again",
        "delete it: the title is found by itself",
        _titles_as_aliases,
    ),
    Rule(
        "same-work",
        "`{id}` has the same `{field}`",
        "use that source, or correct one of the two",
        _same_works,
    ),
    Rule(
        "same-work",
        "the title of `{id}`, by the same author in the same year, begins as this one does",
        "if both are one work, keep one entry, under the id that other files name already",
        _longer_titles,
    ),
    Rule(
        "same-title",
        "`{id}` has the same title",
        "make the titles differ, or move what is new into {other}",
        _same_titles,
    ),
    Rule("self-link", "this page links to itself", "delete the link, or name the page that is meant", _self_links),
    Rule(
        "own-address",
        "this looks like the address of a page of this guide",
        "if it is, write ({target}) after the words in brackets: then it is checked",
        _own_addresses,
    ),
)
