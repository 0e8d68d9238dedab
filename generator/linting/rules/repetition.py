"""Rules on what is there twice, or leads back to where it stands."""

import re
from collections.abc import Iterator
from typing import Any

from generator import model
from generator.guide import links_in
from generator.linting.rules.pattern import READ, is_at
from generator.linting.rules.rule import Finding, Rule, Subject, words_of
from generator.loading import Authored
from generator.model.walk import FieldPath

# From how many words on two texts of an entry are hardly the same by chance.
LEAST_WORDS = 6
# Blanks are filled alike in several messages, and answers have a rule of their own.
_OTHER_RULES = frozenset(("examples", "answers"))
_PARAGRAPH_END = re.compile(r"\n\s*\n")
# The address of a page on some site, by the plural of its kind and its id.
_PAGE = re.compile(r"\]\((https://[^\s()]*/(?P<plural>[a-z-]+)/(?P<id>[a-z0-9-]+)/?(?:[#?][^\s()]*)?)\)")


def _items_twice(subject: Subject) -> Iterator[Finding]:
    """No list has the same words twice. Ids have a rule of their own."""
    for kind, entry in subject.entries:
        first_at: dict[tuple[FieldPath, FieldPath, str], FieldPath] = {}
        for field_path, text in entry.texts if kind not in ("guide", "ui") else ():
            place = _place_of_item(field_path)
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
    for kind, entry in subject.entries:
        first_at: dict[str, tuple[FieldPath, str, int]] = {}
        for field_path, text in entry.texts if kind not in ("guide", "ui") else ():
            if not is_at(READ, kind, field_path) or _OTHER_RULES.intersection(field_path):
                continue
            end = 0
            for paragraph in _PARAGRAPH_END.split(text) if isinstance(text, model.Prose) else [text]:
                start = text.index(paragraph, end)
                end = start + len(paragraph)
                fragment = " ".join(paragraph.split(maxsplit=3)[:3])
                nth = text.count(fragment, 0, start)
                path, other, number = first_at.setdefault(_plain(paragraph), (field_path, fragment, nth))
                is_long = len(words_of(paragraph)) >= LEAST_WORDS
                if is_long and (path, number) != (field_path, nth) and not _are_items(path, field_path):
                    line = entry.find(other, *path, nth=number).line
                    yield entry.find(fragment, *field_path, nth=nth), {"line": line}


def _are_items(path: FieldPath, other: FieldPath) -> bool:
    """Return whether two fields stand in the same place of two items of one list."""
    place = _place_of_item(path)
    return place is not None and place == _place_of_item(other) and path[:place] == other[:place]


def _self_links(subject: Subject) -> Iterator[Finding]:
    """No page links to itself."""
    for kind, entry in subject.entries:
        for field_path, text in entry.texts:
            if any(link.kind == kind and link.id == entry.id for link in links_in(text)):
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
