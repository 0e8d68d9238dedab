"""Names that can't be ids, or that lead nowhere, and the ids and words that were meant."""

import re
from collections.abc import Collection
from pathlib import PurePosixPath

from generator.diagnostics.diagnostic import Diagnostic, instead, listed, nearest
from generator.diagnostics.topics import Lost, Name
from generator.linting.hints.completion import DENIAL
from generator.linting.hints.place import text_at, text_before
from generator.linting.hints.titles import KEYS, Referent, Titles
from generator.linting.synonyms import places_meant
from generator.loading import BETWEEN_ITEMS, is_nothing, proper_id
from generator.model import KINDS, NAMES_OF_THE_WORLD, by_plural, vocabulary

# An id below words in brackets.
_LINKED_ID = re.compile(r"\[[^\]]*\]\(\w+:([a-z0-9-]+)\)")
# A note after an id, with a mark between them.
_NOTE = re.compile(r"(?P<id>[a-z0-9-]+)(?:\s+(?://|<!--|--|-|\u2013)\s|\s*[;(?])\s*\S")


def with_id(titles: Titles, diagnostic: Diagnostic) -> Diagnostic:
    """Return the diagnostic of a name with the id or the word that was meant, or with those that there are."""
    name = diagnostic.topic if isinstance(diagnostic.topic, Name) else Name("")
    is_bad_id = diagnostic.code == "bad-id"
    if isinstance(name, Lost) or (is_bad_id and (not name.text or is_nothing(name.text))):
        return diagnostic
    hint = _remedy(titles, diagnostic, name)
    return diagnostic.with_hint(hint) if hint else diagnostic


def _remedy(titles: Titles, diagnostic: Diagnostic, name: Name) -> str:
    """Return what to type instead of a name, or an empty string where the guide tells no more than its file."""
    text, known = text_at(diagnostic.location), titles.content.known.values()
    linked = _LINKED_ID.fullmatch(text)
    if linked and any(linked[1] in ids for ids in known):
        return f"write `{linked[1]}`, the id in this link"
    if BETWEEN_ITEMS.search(text) and (answers := _answers_in(titles, diagnostic, text)):
        is_in_list = text_before(diagnostic.location).rstrip().endswith(("[", ","))
        joined = ", ".join(answers)
        if _takes_one(titles, diagnostic):
            return f"keep the one that fits best: write {' or '.join(f'`{answer}`' for answer in answers)}"
        return f"write `{joined if is_in_list else f'[{joined}]'}`"
    if " " in text and any(ids.issuperset(text.split()) for ids in known):
        return f"put commas between them: `{', '.join(text.split())}`"
    referent = _referent(titles, diagnostic, name.of, text)
    if referent and referent.id != text:
        return f"write `{referent.id}`, the id of “{text}”"
    return _remedy_of_choice(titles, diagnostic, name) if diagnostic.code == "bad-id" else ""


def _referent(titles: Titles, diagnostic: Diagnostic, owner: str, text: str) -> Referent | None:
    """Return what a text names, of those of an owner."""
    place = diagnostic.location
    referents = (titles.referent(text, text_before(place), place.path), titles.file(text), titles.work(text))
    kind = by_plural(owner)
    owners: Collection[str] = (kind.name if kind else owner,)
    if owner == "answers":
        owners = titles.content.questions
    return next((referent for referent in referents if referent and (not owner or referent.owner in owners)), None)


def _answers_in(titles: Titles, diagnostic: Diagnostic, text: str) -> list[str]:
    """Return the answers that a text with commas between them names, or nothing where one of them is unknown."""
    before = text_before(diagnostic.location)
    known = {answer for name in KEYS.findall(before) for answer in titles.answers(name)}
    ids = []
    for part in BETWEEN_ITEMS.split(text.strip()):
        id_ = proper_id(part)
        referent = None if id_ in known else titles.referent(part, before)
        ids.append(referent.id if referent else id_)
    return ids if known.issuperset(ids) else []


def _takes_one(titles: Titles, diagnostic: Diagnostic) -> bool:
    """Return whether a case answers here a question that takes one answer."""
    before = text_before(diagnostic.location)
    kinds = {
        titles.content.questions[key].value.kind for key in KEYS.findall(before) if key in titles.content.questions
    }
    is_of_case = PurePosixPath(diagnostic.location.path).parent.name == KINDS["case"].location
    return is_of_case and kinds == {"pick-one"}


def _remedy_of_choice(titles: Titles, diagnostic: Diagnostic, name: Name) -> str:
    """Return what a name that leads to nothing could be, or an empty string where that is not known."""
    if not name.of:
        return _remedy_of_member(titles, diagnostic)
    if name.of == "answers":
        return _remedy_of_answer(titles, diagnostic, name.text)
    id_, kind = proper_id(name.text), by_plural(name.of)
    words = vocabulary(titles.content.setup.value).get(name.of, ())
    known = titles.content.known[kind.name] if kind else words
    hint = _remedy_of_note(known, name.text) or _remedy_of_words(words, name.text)
    if hint := hint or _remedy_of_place(places_meant(name.of, id_, words)):
        return hint
    if words:
        is_open = name.of in NAMES_OF_THE_WORLD
        hint = instead("" if is_open else nearest(id_, words), words)
        added = f"`{id_}: {name.text}` to `{name.of}` in guide.yml, and write `{id_}` here"
        return hint + f"; if it is none of them, add {added}" * is_open
    if not kind or id_ in known:
        return ""
    root = diagnostic.location.path.split("/")[0]
    return f"write the id of an entry in {root}/{kind.location}; if it is not there yet, add it"


def _remedy_of_answer(titles: Titles, diagnostic: Diagnostic, text: str) -> str:
    """Return what to type instead of a name that is no answer, or an empty string where its question is not known."""
    questions = titles.content.questions
    asked = [questions[key] for key in KEYS.findall(text_before(diagnostic.location)) if key in questions]
    answers = asked[-1].value.answers if asked else {}
    if denied := DENIAL.fullmatch(text):
        others = ", ".join(answer for answer in answers if answer != denied["answer"])
        return f"nothing here says “not”: name the answers that are meant, such as `{others}`"
    return instead(nearest(proper_id(text), answers), answers) if answers else ""


def _remedy_of_member(titles: Titles, diagnostic: Diagnostic) -> str:
    """Return what to type instead of what is no id in a group of answers to the question of its file, if it is one."""
    place = diagnostic.location
    answers = titles.answers(PurePosixPath(place.path).stem)
    is_key = place.source[place.end_column - 1 :].lstrip().startswith(":")
    if not answers or is_key or "was:" in text_before(place):
        return ""
    id_ = proper_id(text_at(place))
    return f"write `{id_}`" if id_ in answers else instead("", answers)


def _remedy_of_place(places: Collection[str]) -> str:
    return f"write {listed((f'`{place}`' for place in places), 'or')}" if places else ""


def _remedy_of_note(known: Collection[str], text: str) -> str:
    """Return what to type where a note is after an id, or an empty string where it may be another id."""
    note = _NOTE.match(text)
    if not note or note["id"] not in known or proper_id(text[note.end() - 1 :]) in known:
        return ""
    return f"write `{note['id']}` and nothing else; a note can go on a line of its own above it, after a `#`"


def _remedy_of_words(words: Collection[str], text: str) -> str:
    """Return what to type where several words stand instead of one, or an empty string."""
    parts = [proper_id(part) for part in BETWEEN_ITEMS.split(text)]
    is_several = len(parts) > 1 and all(part in words for part in parts)
    return f"write one of them and nothing else: {' or '.join(f'`{part}`' for part in parts)}" if is_several else ""
