"""Rules on what is there twice, or leads back to where it stands."""

import re
from collections.abc import Iterator
from typing import Any

from generator import model
from generator.diagnostics.diagnostic import Location
from generator.linting.rules.rule import Finding, Passage, Rule, Subject
from generator.loading import Authored
from generator.model.walk import FieldPath

# From how many words on two texts of an entry are hardly the same by chance.
LEAST_WORDS = 6
# Blanks are filled alike in several messages, and answers have a rule of their own.
_OTHER_RULES = frozenset(("examples", "answers"))
# The address of a page on some site, by the plural of its kind and its id.
_PAGE = re.compile(r"\]\((https://[^\s()]*/(?P<plural>[a-z-]+)/(?P<id>[a-z0-9-]+)/?(?:[#?][^\s()]*)?)\)")


def _items_twice(subject: Subject) -> Iterator[Finding]:
    """No list has the same words twice. Ids have a rule of their own."""
    for kind, entry in subject.entries:
        first_at: dict[tuple[FieldPath, FieldPath, str], FieldPath] = {}
        for field_path, text in entry.texts if kind not in ("guide", "ui") else ():
            place = _place_of_item(field_path) if " " in text else None
            if place is not None and " " in text.strip():
                where = field_path[:place], field_path[place + 1 :]
                first = first_at.setdefault((*where, _plain(text)), field_path)
                if first != field_path:
                    yield entry.at(*field_path), {"line": entry.at(*first).line}


def _place_of_item(field_path: FieldPath) -> int | None:
    """Return which step of a path is the index of an item, if the path ends in one or in a field of one, or None."""
    last = len(field_path) - 1
    return next((place for place in (last, last - 1) if place > 0 and isinstance(field_path[place], int)), None)


def _paragraphs_twice(subject: Subject) -> Iterator[Finding]:
    """No entry says the same in two paragraphs or fields."""
    for entry, passages in subject.passages.items():
        first_at: dict[tuple[str, ...], tuple[Passage, int]] = {}
        for passage in passages if entry.whole else ():
            for number, paragraph in enumerate(passage.paragraphs):
                if len(paragraph.words) < LEAST_WORDS or _OTHER_RULES.intersection(passage.field_path):
                    continue
                first, earlier = first_at.setdefault(paragraph.words, (passage, number))
                is_other = (first, earlier) != (passage, number)
                if is_other and not (first is not passage and _are_items(first.field_path, passage.field_path)):
                    yield _place(passage, number), {"line": _place(first, earlier).line}


def _place(passage: Passage, number: int) -> Location:
    """Return where a paragraph of a passage begins, by its number from 0."""
    start = passage.paragraphs[number].start
    nth = sum(paragraph.text.count(start) for paragraph in passage.paragraphs[:number])
    return passage.entry.find(start, *passage.field_path, nth=nth)


def _are_items(path: FieldPath, other: FieldPath) -> bool:
    """Return whether two fields stand in the same place of two items of one list."""
    place = _place_of_item(path)
    return place is not None and place == _place_of_item(other) and path[:place] == other[:place]


def _self_links(subject: Subject) -> Iterator[Finding]:
    """No page links to itself."""
    for kind, entry in subject.entries:
        for field_path, text in entry.texts:
            if f"({kind}:{entry.id})" in text:
                yield entry.find(f"{kind}:{entry.id}", *field_path), {"id": entry.id}


def _own_addresses(subject: Subject) -> Iterator[Finding]:
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


def _plain(text: str) -> str:
    """Return the words of a text in small letters, without the marks between them."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


REPETITION_RULES = (
    Rule("said-twice", "these words stand in line {line} already", "delete one of the two", _items_twice),
    Rule(
        "said-twice",
        "the same words as in line {line}",
        "delete one of the two, or write here what this field is for",
        _paragraphs_twice,
    ),
    Rule("self-link", "this page links to itself", "delete the link, or name the page that is meant", _self_links),
    Rule(
        "own-address",
        "this looks like the address of a page of this guide",
        "if it is, write ({target}) behind the words in brackets: then it is checked",
        _own_addresses,
    ),
)
