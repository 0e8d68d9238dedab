"""Guide -> the data of the search: what each page is called, what it says in a sentence, and the words of its text.

The search makes its index of these in the browser (search/engine.js). It shows no text, so each word of one
stands here once. In a large guide long texts lose their last words: a phone should not fetch more than `MOST_BYTES`.
"""

import json
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator import model
from generator.guide import Guide, built_pages
from generator.markdown import to_plain
from generator.model.walk import texts
from generator.pages.urls import entry_address

PATH = "search/index.json"
# Packed, as hosts send it.
MOST_BYTES = 240_000
# How many words of a text, from a guide of any size to one of many thousand pages.
_MOST_WORDS = (2000, 300, 200, 120, 80, 50, 30, 15, 0)

# With what joins two parts of a word: hyphens and apostrophes, typographic ones too.
_WORD = re.compile("[^\\W_]+(?:['\u2019\u2010\u2011-][^\\W_]+)*")


class Document(NamedTuple):
    """What the search knows of a page, or of a part of one that has an address of its own."""

    address: str
    kind: str
    title: str
    names: Sequence[str]
    summary: str
    words: Sequence[str]


def search_index(guide: Guide, most_bytes: int = MOST_BYTES) -> bytes:
    """Return the data of the search as JSON, with as many words of each text as the bytes allow for."""
    documents = tuple(_documents(guide))
    data = b""
    for most_words in _MOST_WORDS:
        data = _json(guide.setup, documents, most_words)
        if len(zlib.compress(data)) <= most_bytes:
            break
    return data


def _json(setup: model.Setup, documents: Iterable[Document], most_words: int) -> bytes:
    pages = [(*document[:-1], " ".join(document.words[:most_words])) for document in documents]
    data = {"language": setup.language, "synonyms": setup.search.synonyms, "pages": pages}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _documents(guide: Guide) -> Iterator[Document]:
    """Yield the entries to which a link can lead, the items of guide.yml with pages, and the other pages."""
    case_texts = _case_texts(guide)
    for name, kind in model.KINDS.items():
        for id_, entry in guide.content.entries[name].items() if kind.is_linkable else ():
            value, address = entry.value, entry_address(guide, name, id_)
            text = [*(text for _, text in texts(value)), getattr(entry, "body", ""), *case_texts.get(address, ())]
            title, summary = kind.label_of(value), kind.summary_of(value)
            names = tuple(getattr(value, "also_called", ()))
            yield Document(address, name, title, names, summary, _words_of((title, summary, *names), text))
    for name, section in model.SECTIONS.items():
        for id_, item in getattr(guide.setup, section.plural).items():
            address = entry_address(guide, name, id_)
            yield Document(address, name, guide.title(name, id_), (), getattr(item, "summary", ""), ())
    for id_ in built_pages(guide.content):
        if id_ not in guide.content.pages:
            yield Document(entry_address(guide, "page", id_), "page", guide.title("page", id_), (), "", ())


def _case_texts(guide: Guide) -> Mapping[str, Sequence[str]]:
    """Return the texts of cases by the address of the page that tells them."""
    case_texts: dict[str, list[str]] = defaultdict(list)
    for id_, case in guide.content.cases.items():
        case_texts[entry_address(guide, "case", id_)] += [case.value.title, case.value.story]
    return case_texts


def _words_of(titles: Iterable[str], text: Iterable[str]) -> Sequence[str]:
    """Return each word of a text once, without those of the titles and names, which weigh more there."""
    title_words = set(_words(" ".join(titles)))
    words = dict.fromkeys(word for part in text for word in _words(to_plain(part)))
    return [word for word in words if word not in title_words]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
