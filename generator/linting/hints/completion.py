"""Suggested YAML, filled in with the ids and words of the guide that an author named in other words."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from generator.diagnostics.diagnostic import Diagnostic, Location, plainly
from generator.diagnostics.suggestion import OPEN, QUOTE, Hint, OneOf, Suggestion, Wish
from generator.linting.hints.place import text_at
from generator.linting.hints.titles import Titles
from generator.loading import member, text_of
from generator.model import KINDS, Question, by_plural, vocabulary

_NO_WORD = re.compile(r"[^\w\s-]")
DENIAL = re.compile(r"(?i:not?|!|-|except|without|all but|anything but|other than)[ -]?(?P<answer>[a-z0-9-]+)")
# A text that begins with a word of a scale and a mark.
_WORD_FIRST = re.compile(r"(?P<word>[a-z-]+)[,;.:] +(?P<rest>\S.*)")
# The keys that stand for an entry which is still to be named.
_ENTRY_KEYS = {f"the-{kind.name}": kind for kind in KINDS.values()}
_MOST_LISTED = 12

_Group = dict[str, Any]


def with_suggestion_filled(titles: Titles, diagnostic: Diagnostic) -> Diagnostic:
    """Return a diagnostic with what is known of the open parts of its suggestion, and with the words to choose from."""
    if diagnostic.suggestion is None:
        return diagnostic
    hint: Hint = diagnostic.suggestion
    if diagnostic.code == "wrong-type" and diagnostic.location.source:
        hint = _with_text(titles, diagnostic.location, diagnostic.suggestion)
    if isinstance(hint, str):
        return diagnostic.with_hint(hint)
    suggestion = _with_words(titles, _with_first_words(titles, hint))
    return replace(diagnostic, hint=text_of(suggestion), suggestion=suggestion)


def _with_text(titles: Titles, place: Location, suggestion: Suggestion) -> Hint:
    """Return a suggestion with the ids that the text at a place names, or what to do with that text."""
    keys = {*_keys(suggestion.value)}
    if "the-question" in keys:
        return _with_answers(titles, place, suggestion)
    if key := next((key for key in _ENTRY_KEYS if key in keys), ""):
        ids = titles.ids_in(text_at(place), _ENTRY_KEYS[key].plural)
        return _with_value(suggestion, _with_change(suggestion.value, _rename(key, ids))) if all(ids) else suggestion
    strays = [name for name, wish in suggestion.wishes.items() if wish == OneOf("answers") and name in keys]
    if strays := [name for name in strays if name not in titles.content.questions]:
        return _with_questions(titles, place, suggestion, strays)
    if isinstance(suggestion.value, list) and isinstance(suggestion.wishes.get(suggestion.name), OneOf):
        return _with_list(titles, place, suggestion)
    return _with_value(
        suggestion, _with_change(suggestion.value, _with_id_of(titles, text_at(place), suggestion.wishes))
    )


def _with_id_of(titles: Titles, text: str, wishes: Mapping[str, Wish]) -> Callable[[_Group], _Group]:
    """Return the change of a group in which the fields that name an entry get the id of what a text names."""

    def id_for(field: str, part: Any) -> Any:
        wish = wishes.get(field)
        kind = by_plural(wish.of) if part == OPEN and isinstance(wish, OneOf) else None
        referent = titles.referent(text, f"{kind.name}:") if kind else None
        return referent.id if kind and referent and referent.owner == kind.name else part

    return lambda group: {field: id_for(field, part) for field, part in group.items()}


def _with_list(titles: Titles, place: Location, suggestion: Suggestion) -> Hint:
    """Return the suggestion of a list of ids with those that the text at a place names."""
    name, text = suggestion.name, text_at(place)
    wish = suggestion.wishes[name]
    owner = wish.of if isinstance(wish, OneOf) else ""
    if not by_plural(owner):
        owner = name if owner or name in titles.content.questions else PurePosixPath(place.path).stem
    answers = titles.answers(owner)
    if (denied := DENIAL.fullmatch(text)) and denied["answer"] in answers:
        others = [answer for answer in answers if answer != denied["answer"]]
        return f"nothing here says “not”: name the answers that are meant, such as `{member(owner, others)}`"
    quoted = [item[1:-1] for item in suggestion.value if item.startswith(QUOTE)]
    ids = [id_ for part in quoted or [text] for id_ in titles.ids_in(part, owner)]
    return _with_value(suggestion, list(dict.fromkeys(id_ or OPEN for id_ in ids))) if any(ids) else suggestion


def _with_answers(titles: Titles, place: Location, suggestion: Suggestion) -> Suggestion:
    """Return the suggestion of answers to a question with those that the text after a place names."""
    words = _hyphened(place.source[place.column - 1 :])
    answers_by_question = {
        id_: _answers_in(words, question.value) for id_, question in titles.content.questions.items()
    }
    # One word may stand in any sentence.
    meant = {
        id_: answers
        for id_, answers in answers_by_question.items()
        if f"-{id_}-" in words or any("-" in answer for answer in answers)
    }
    if not meant:
        folder = f"{place.path.split('/')[0]}/{KINDS['question'].location}/"
        return replace(suggestion, end=f"{suggestion.end}; the ids of questions and answers stand in {folder}")

    def part_for(part: Any, answers: Sequence[str]) -> Any:
        if isinstance(part, list):
            return list(answers) or [OPEN]
        return _rename("the-answer", answers or [OPEN])(part) if isinstance(part, dict) else part

    def answered(group: _Group) -> _Group:
        parts = {id_: part_for(group["the-question"], answers) for id_, answers in meant.items()}
        return {name: part for name, part in group.items() if name != "the-question"} | parts

    value = _with_change(suggestion.value, lambda group: answered(group) if "the-question" in group else group)
    wishes = {name: wish for name, wish in suggestion.wishes.items() if name != "the-question"}
    wish = suggestion.wishes.get("the-question", OneOf("answers"))
    wishes |= {id_: wish if answers else OneOf("answers") for id_, answers in meant.items()}
    return _with_value(replace(suggestion, wishes=wishes), value)


def _with_questions(titles: Titles, place: Location, suggestion: Suggestion, strays: Sequence[str]) -> Hint:
    """Return the suggestion of answers by question where some names of it are no questions but answers, or neither."""
    questions = titles.content.questions
    meant = {
        name: [id_ for id_, question in questions.items() if name in question.value.answers] or [OPEN]
        for name in strays
    }
    if isinstance(suggestion.value, dict) and all(len(ids) == 1 and ids != [OPEN] for ids in meant.values()):
        answers = {ids[0]: [name for name in strays if meant[name] == ids] for ids in meant.values()}
        others = {name: part for name, part in suggestion.value.items() if name not in meant}
        return _with_value(suggestion, others | answers)
    folder = f"{place.path.split('/')[0]}/{KINDS['question'].location}/"
    are = (
        f"{' and '.join(f'`{name}`' for name in strays)} {'is no question' if len(strays) == 1 else 'are no questions'}"
    )
    example = f"`{suggestion.name}: {{a-question: [an-answer]}}`"
    return f"{are}: write {example}, with the id of a question and of one of its answers from {folder}"


def _answers_in(words: str, question: Question) -> list[str]:
    """Return the answers to a question that words name by their id or their text, all words between hyphens."""
    return [
        id_
        for id_, answer in question.answers.items()
        if _hyphened(id_) in words or _hyphened(answer.text) in words or _hyphened(answer.text).startswith(words)
    ]


def _hyphened(text: str) -> str:
    """Return the words of a text in small letters, each between two hyphens."""
    return f"-{plainly(re.sub(_NO_WORD, ' ', text)).strip('-')}-"


def _with_first_words(titles: Titles, suggestion: Suggestion) -> Suggestion:
    """Return a suggestion with the open words that the texts below them begin with, of those to choose from."""
    words = vocabulary(titles.content.setup.value)

    def change(group: _Group) -> _Group:
        for name, below in pairwise(list(group)):
            wish, text = suggestion.wishes.get(name), group[below]
            known = (wish.words or words.get(wish.of, ())) if isinstance(wish, OneOf) else ()
            first = _WORD_FIRST.fullmatch(text) if group[name] == OPEN and isinstance(text, str) else None
            if first and first["word"] in known:
                group |= {name: first["word"], below: first["rest"][:1].upper() + first["rest"][1:]}
        return group

    return _with_value(suggestion, _with_change(suggestion.value, change))


def _with_words(titles: Titles, suggestion: Suggestion) -> Suggestion:
    """Return a suggestion that lists the words and answers to choose from, instead of the place where they stand."""
    words = vocabulary(titles.content.setup.value)

    def listed(name: str, wish: Wish) -> Wish:
        if not isinstance(wish, OneOf):
            return wish
        known = tuple(titles.answers(name) if wish.of == "answers" else words.get(wish.of, ()))
        is_short = wish.of == "answers" or len(known) <= _MOST_LISTED
        return replace(wish, words=known) if known and is_short else wish

    return replace(suggestion, wishes={name: listed(name, wish) for name, wish in suggestion.wishes.items()})


def _with_value(suggestion: Suggestion, value: Any) -> Suggestion:
    """Return a suggestion with another value, and with the wishes for what is open in that."""
    names = {*_open_names(suggestion.name, value)}
    wishes = {name: wish for name, wish in suggestion.wishes.items() if name in names}
    return replace(suggestion, value=value, wishes=wishes)


def _open_names(name: str, value: Any) -> Iterator[str]:
    """Yield the names of the fields that are open in a value, given that of its own field."""
    if isinstance(value, dict):
        for field, part in value.items():
            yield from (field,) if field in _ENTRY_KEYS or part == OPEN else ()
            yield from (name,) if OPEN in (field, part) else _open_names(field, part)
    elif isinstance(value, list):
        for item in value:
            is_open = isinstance(item, str) and item.startswith((OPEN, QUOTE))
            yield from (name,) if is_open else _open_names(name, item)


def _keys(value: Any) -> Iterator[str]:
    """Yield the keys in a value."""
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _keys(part)
    yield from value if isinstance(value, dict) else ()


def _with_change(value: Any, change: Callable[[_Group], _Group]) -> Any:
    """Return a value with a change of each group of fields in it, the inner ones first."""
    if isinstance(value, dict):
        return change({name: _with_change(part, change) for name, part in value.items()})
    return [_with_change(item, change) for item in value] if isinstance(value, list) else value


def _rename(key: str, names: Sequence[str]) -> Callable[[_Group], _Group]:
    """Return the change of a group in which what is under a key is under each of some names instead."""
    return lambda group: {new: part for name, part in group.items() for new in (names if name == key else (name,))}
