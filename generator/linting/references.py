"""Whether every id, word and link in the content leads somewhere, and if not, what to type."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from generator import model
from generator.diagnostics.diagnostic import (
    Diagnostic,
    Location,
    did_you_mean,
    instead,
    is_alike,
    is_misspelt,
    listed,
    listed_places,
    nearest,
)
from generator.diagnostics.topics import Lost, Misplaced, Name, Slip
from generator.guide import built_pages, links_in
from generator.linting.synonyms import nearest_by_share, places_meant
from generator.loading import NOTHING, Authored, Content, listed_lines, member, proper_id
from generator.model.types import Mention, mentions


def dangling(content: Content, changed: Collection[str] = (), gone: Collection[str] = ()) -> Iterator[Diagnostic]:
    """Yield every id, word and link that leads nowhere; what several files miss is reported once.

    Args:
        content: What was read.
        changed: The paths of changed files. What was taken out of one of them is missed there.
        gone: The paths of files that were there before.
    """
    check = _References(content, changed, gone)
    for settings in (content.setup, content.ui_text):
        yield from check.mentions(settings)
        check.links(settings)
    for kind, entries in content.entries.items():
        for entry in entries.values():
            yield from check.mentions(entry, kind)
            check.links(entry)
        if "was" in model.KINDS[kind].entry.model_fields:
            yield from _former_ids(entries)
    yield from check.missing()
    yield from check.lost_addresses(gone)


def _former_ids(entries: Mapping[str, Authored[Any]]) -> Iterator[Diagnostic]:
    """Yield the former ids whose address would lead to two places."""
    claimed: dict[str, str] = {}
    for id_, entry in entries.items():
        for index, former in enumerate(entry.value.was):
            place = partial(entry.at, "was", index)
            if former == id_:
                message = f"`{former}` is the id that this entry has now"
                hint = "write the one that it had before, or delete the line"
                hint = hint if len(entry.value.was) == 1 else "delete it from the list"
                yield Diagnostic("was-in-use", place(), message, hint, topic=Slip.COPY)
            elif former in entries:
                message = f"`{former}` is the id of an entry that is there"
                hint = f"delete it here, or delete {former}.yml if `{id_}` replaces it"
                yield Diagnostic("was-in-use", place(), message, hint)
            elif former != model.UNREAD and claimed.setdefault(former, id_) != id_:
                message = f"`{claimed[former]}` says that it was `{former}` too"
                yield Diagnostic("was-twice", place(), message, "delete it here or there: an address leads to one page")


def _former_ids_of(entry: Authored[Any]) -> Sequence[str]:
    """Return the former ids of an entry, also where they stand as a text instead of a list."""
    former: Sequence[str] = getattr(entry.value, "was", ())
    return re.findall(r"[a-z0-9-]+", entry.document.written("was")) if model.UNREAD in former else former


# Where something is; looked up only where there is a diagnostic, as it takes longer than the check itself.
Where = Callable[[], Location]


class _References:
    """Tells whether ids and words exist, and if not, what to type."""

    def __init__(self, content: Content, changed: Collection[str], gone: Iterable[str]) -> None:
        self.content = content
        self.changed = changed
        self.gone = frozenset(gone)
        self.words = model.vocabulary(content.setup.value)
        self.kinds = {kind.plural: kind for kind in model.KINDS.values()}
        self.known = {**content.known, "page": content.known["page"].union(built_pages(content))}
        # Ids by the name of their kind, answers by the id of their question.
        self.named: dict[str, set[str]] = defaultdict(set)
        self.dangling: dict[tuple[str, str], list[Diagnostic]] = defaultdict(list)
        # Answers that stand without their question, by their file and that question, each with its word.
        self.alone: dict[tuple[str, str], list[tuple[Location, str]]] = defaultdict(list)
        # A word in the place of an answer, and the answer in that of the word: they are told there alone.
        self.turned: set[tuple[str, int, str]] = set()

    def missing(self) -> Iterator[Diagnostic]:
        """Yield the diagnostics of ids and answers that do not exist: one where several files name the same."""
        # That there is no word for no evidence is the business of a rule.
        self.dangling.pop(("evidence", "none"), None)
        for (_, question), answers in self.alone.items():
            yield self._without_question(question, answers)
        for (owner, id_), told in self.dangling.items():
            diagnostics = [diagnostic for diagnostic in told if not self._is_turned(diagnostic, id_)]
            if not diagnostics:
                continue
            places = sorted({diagnostic.location for diagnostic in diagnostics}, key=_by_kind)
            if len({place.path for place in places}) == 1 and not self._is_taken_out(owner, places[0].path):
                yield from self._in_one_file(owner, id_, diagnostics)
            elif diagnostics[0].code == "unknown-answer":
                yield self._lost_answer(owner, id_, places)
            elif diagnostics[0].code == "unknown-word":
                yield self._lost_word(owner, id_, places)
            else:
                yield self._lost_entry(model.KINDS[owner], id_, places)

    def _is_turned(self, diagnostic: Diagnostic, word: str) -> bool:
        place = diagnostic.location
        return diagnostic.code == "unknown-word" and (place.path, place.line, word) in self.turned

    def _without_question(self, question: str, answers: Sequence[tuple[Location, str]]) -> Diagnostic:
        """Return the diagnostic of answers that stand where their question should, with all of them below it."""
        (place, _), *rest = answers
        pairs = ", ".join(pair for _, pair in answers)
        names = listed(f"`{pair.partition(':')[0]}`" for _, pair in answers)
        is_one = "is an answer" if not rest else "are answers"
        lines = listed_lines([other.line - 1 for other, _ in rest])
        hint = f"write `{question}: {{{pairs}}}` here" + (f" and delete {lines}" if rest else "")
        hint += f"; if `{question}` is there already, put `{pairs}` between its braces instead"
        message = f"{names} {is_one} to `{question}`, which should stand before"
        topic = Misplaced(tuple(pair.partition(":")[0] for _, pair in answers))
        return Diagnostic("unknown-question", place, message, hint, topic=topic)

    def _is_taken_out(self, owner: str, path: str) -> bool:
        """Return whether the file of a list or a question has changed, and the one that misses a part of it has not."""
        kind = model.KINDS.get(owner)
        listing = f"{path.split('/', maxsplit=1)[0]}/{kind.location}" if kind and kind.in_one_file else ""
        if asked := self.content.questions.get(owner):
            listing = asked.document.path
        elif owner in self.words:
            listing = self.content.setup.document.path
        return listing in self.changed and path not in self.changed

    def _in_one_file(self, owner: str, id_: str, diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield what one file misses; of an entry that it names several times, where it does so first."""
        first, *rest = sorted(dict.fromkeys(diagnostics), key=lambda diagnostic: diagnostic.location)
        if owner in model.KINDS and (successor := self._renamed(owner, id_)):
            first = replace(first, hint=f"write `{successor}`, as it is called now")
        if owner not in model.KINDS or not rest:
            yield from (first, *rest)
            return
        lines = listed_lines([*dict.fromkeys(other.location.line - 1 for other in rest)])
        yield replace(first, hint=f"{first.hint}; the same in {lines}")

    def _renamed(self, kind: str, id_: str) -> str:
        """Return the id of the entry that says that it had another before, or an empty string."""
        entries = self.content.entries[kind].items()
        return next((new for new, entry in entries if id_ in _former_ids_of(entry)), "")

    def _lost_answer(self, question: str, answer: str, places: Sequence[Location]) -> Diagnostic:
        asked = self.content.questions[question]
        lost = _lost(answer, question, places)
        message = f"there is no answer `{answer}`, but {files_that_name(lost)} it"
        successor = self._successor(question, answer, asked.value.answers)
        place = asked.at("answers", *([successor] if successor else []), key=True)
        hint = _remedy(f"put `{answer}` back", successor, places, other="delete it or name another")
        return Diagnostic("unknown-answer", place, message, hint, topic=lost)

    def _lost_word(self, scale: str, word: str, places: Sequence[Location]) -> Diagnostic:
        setup = self.content.setup
        successor = self._successor(scale, word, self.words[scale])
        keys = (*(() if scale in model.WORD_LISTS else ("scales",)), scale, *([successor] if successor else []))
        place = setup.at(*keys, key=True)
        lost = _lost(word, scale, places)
        message = f"there is no `{word}` among `{scale}`, but {files_that_name(lost)} it"
        hint = _remedy(f"put `{word}` back", successor, places)
        return Diagnostic("unknown-word", place, message, hint, topic=lost)

    def _lost_entry(self, kind: model.Kind, id_: str, places: Sequence[Location]) -> Diagnostic:
        path = f"{places[0].path.split('/')[0]}/{kind.path(id_)}"
        lost = _lost(id_, kind.plural, places)
        message = f"there is no {kind.name} called `{id_}`, but {files_that_name(lost)} it"
        remedy = f"put `{id_}:` back into it, or add it" if kind.in_one_file else f"put {path} back, or add it"
        known = self.content.entries[kind.name]
        if renamed := self._renamed(kind.name, id_):
            place = known[renamed].find(id_, "was")
            hint = f"write `{renamed}` in {listed_places(places, _MAX_PLACES)}"
            return Diagnostic(f"unknown-{kind.name}", place, message, hint, topic=lost)
        # Whoever renames an entry may have renamed it in some places, so that somebody names it already.
        new = [name for name, entry in known.items() if entry.document.path in self.changed and is_alike(id_, name)]
        new = new or (self._new(kind.name) if path in self.gone else [])
        is_one = not kind.in_one_file and len(new) == 1
        # What was there before the file went is no new name of it.
        possible = [] if path in self.gone else [name for name in known if not _is_of_other_group(id_, name, known)]
        successor = new[0] if is_one else self._successor(kind.name, id_, possible)
        hint = _remedy(remedy, successor, places, "" if successor else self._idle(kind.name, possible))
        place = Location(path)
        if successor and (is_alike(id_, successor) or known[successor].document.path in self.changed):
            place = known[successor].at(key=True)
        if successor and "was" in kind.entry.model_fields:
            instead_of = " instead of the `was` that is" if known[successor].value.was else ""
            hint += f"; then also write `was: [{id_}]`{instead_of} in {kind.path(successor)}, so that the old address "
            hint += "leads there"
        return Diagnostic(f"unknown-{kind.name}", place, message, hint, topic=lost)

    def _new(self, kind: str) -> list[str]:
        """Return the ids of the entries of a kind that may have come with a change: no other file names them."""
        everything = (entry for entries in self.content.entries.values() for entry in entries.values())
        words = {
            mention.word
            for entry in everything
            if entry.document.path not in self.changed
            for mention in mentions(entry.value)
        }
        entries = self.content.entries[kind].items()
        return [id_ for id_, entry in entries if entry.document.path in self.changed and id_ not in words]

    def _successor(self, owner: str, id_: str, known: Iterable[str]) -> str:
        """Return the id that a lost one has now, which is one that nobody names yet, or an empty string."""
        idle = [name for name in known if name not in self.named[owner]]
        return idle[0] if len(idle) == 1 else nearest(id_, idle)

    def _idle(self, owner: str, known: Iterable[str]) -> str:
        """Return, as a part of a hint, the few ids that nobody names, one of which may be the new name of another."""
        idle = [f"`{name}`" for name in known if name not in self.named[owner]]
        return f" (nobody names {' or '.join(idle)} yet)" if 0 < len(idle) <= _MOST_IDLE else ""

    def lost_addresses(self, gone: Iterable[str]) -> Iterator[Diagnostic]:
        """Yield the entries that are gone, that nobody names, and whose address leads nowhere."""
        for path in sorted(gone):
            root, _, name = path.partition("/")
            id_ = PurePosixPath(name).stem
            kind = next((kind for kind in model.KINDS.values() if kind.path(id_) == name), None)
            if kind is None or kind.in_one_file or not kind.has_page or self._renamed(kind.name, id_):
                continue
            if id_ in self.known[kind.name] or id_ in self.named[kind.name]:
                continue
            new = [entry for entry in self.content.entries[kind.name].values() if entry.document.path in self.changed]
            alike = [entry for entry in new if is_alike(id_, entry.id)] or new
            place = alike[0].at(key=True) if len(alike) == 1 else Location(path)
            there = "here" if len(alike) == 1 else f"in the {kind.name} that is the same under another name, if one is"
            hint = f"if this is the same {kind.name} under another name, " if len(alike) == 1 else ""
            hint += f"write `was: [{id_}]` {there}, so that the old address leads there"
            if "was" not in kind.entry.model_fields:
                hint = (
                    f"if it has another name now, call its file {root}/{name} again: {kind.plural} keep their address"
                )
            message = f"the {kind.name} `{id_}` is gone, and its address leads nowhere"
            yield Diagnostic("lost-address", place, message, hint, severity="warning")

    def mentions(self, entry: Authored[Any], kind: str = "") -> Iterator[Diagnostic]:
        """Check the ids and words in the fields of an entry."""
        # A question that depends on itself is told so once, and nothing of the answers that it names.
        asked = entry.id if kind == "question" else ""
        for mention in mentions(entry.value):
            place = partial(entry.at, *mention.field_path, key=mention.is_key)
            if asked and mention.to == "questions" and mention.word == asked:
                message = "a question can't depend on its own answer"
                part = re.search(rf"{re.escape(asked)}:\s*(?:\[[^\]]*\]|[^,}}]+)", place().source)
                others = place().source.partition("{")[2].replace(part[0] if part else "", "")
                hint = f"delete `{part[0]}`" if part and ":" in others else "delete the line"
                yield Diagnostic("gate-on-itself", place(), message, hint)
            elif not asked or mention.owner != asked:
                self._mention(mention, place)

    def links(self, entry: Authored[Any]) -> None:
        """Check the links in the texts of an entry."""
        for field_path, text in entry.texts:
            for link in links_in(text):
                place = partial(entry.find, link.target, *field_path)
                if section := model.SECTIONS.get(link.kind):
                    self._word(section.plural, link.id, place)
                else:
                    self._id(model.KINDS[link.kind], link.id, place, is_link=True)

    def _mention(self, mention: Mention, place: Where) -> None:
        if mention.to == "answers":
            self._answer(mention.owner, mention.word, place)
        elif kind := self.kinds.get(mention.to):
            self._id(kind, mention.word, place)
        else:
            self._word(mention.to, mention.word, place)

    def _id(self, kind: model.Kind, id_: str, place: Where, *, is_link: bool = False) -> None:
        known = self.known[kind.name]
        self.named[kind.name].add(id_)
        if id_ in known or id_ == model.UNREAD or kind.name in self.content.unread:
            return
        root = place().path.split("/")[0]
        ids, new = f"{root}/{kind.location}/", f"{root}/{kind.path(id_)}"
        if kind.in_one_file:
            ids, new = f"{root}/{kind.location}", f"`{id_}:` to {root}/{kind.location}"
        guess = nearest(id_, known)
        if _without_digits(guess) == _without_digits(id_):  # another year is another work
            guess = ""
        guess = guess or _only_longer(id_, known)
        chosen = f"use an id from {ids}" + (f", perhaps `{guess}`" if guess else "")
        if guess and is_misspelt(id_, guess):
            chosen = f"write `{guess}`"
        topic = Name(id_, kind.plural)
        asked = [name for name, question in self.content.questions.items() if id_ in question.value.answers]
        if kind.name == "question" and len(asked) == 1:
            value = re.search(rf"(?<![\w-]){re.escape(id_)}: +(?P<text>[^{{}}\[\]#,:]+)", place().source)
            word = value["text"].strip() if value else ""
            if word in self.words["how_many"]:
                self.alone[place().path, asked[0]].append((place(), member(id_, word)))
                return
            line = f"write `{asked[0]}: [{id_}]`" if word == asked[0] else f"name it below `{asked[0]}`"
            chosen = f"`{id_}` is an answer to `{asked[0]}`: {line}" + ("" if word == asked[0] else f", or {chosen}")
            if word == asked[0]:
                diagnostic = Diagnostic("unknown-question", place(), _no(kind, id_), chosen, topic=topic)
                self.dangling[kind.name, id_].append(diagnostic)
                return
        if id_ in NOTHING:
            chosen = "delete it: where nothing fits, the list stays empty, `[]`; or use an id from " + ids
        hint = self._elsewhere(id_, chosen, is_link=is_link) or f"{chosen}, or add {new} in this pull request"
        label = f"did you mean `{guess}`?" if guess else ""
        diagnostic = Diagnostic(f"unknown-{kind.name}", place(), _no(kind, id_), hint, label, topic=topic)
        self.dangling[kind.name, id_].append(diagnostic)

    def _elsewhere(self, id_: str, chosen: str, *, is_link: bool) -> str:
        """Return what to type for an id that something of another kind has, or an empty string where nothing has it."""
        others = [name for name, ids in self.known.items() if id_ in ids]
        lists = [name for name in model.WORD_LISTS if id_ in self.words[name]]
        section = next((section for section in model.SECTIONS.values() if section.plural in lists), None)
        if len(others) == 1:
            other = model.KINDS[others[0]]
            remedy = f"write `{other.name}:{id_}`" if is_link else f"delete it here, or {chosen}"
            return f"`{id_}` is the id of {other.a_kind}: {remedy}"
        if section and is_link:
            return f"`{id_}` is a word of `{section.plural}`: write `{section.name}:{id_}` for its page, or {chosen}"
        return f"`{id_}` is a word of `{lists[0]}`: {chosen}" if lists else ""

    def _word(self, scale: str, word: str, place: Where) -> None:
        known = self.words[scale]
        self.named[scale].add(word)
        if word not in known and word != model.UNREAD:
            message = f"`{word}` is not a word of the scale `{scale}`"
            guess = nearest(word, known)
            guess = guess if is_misspelt(word, guess) and scale not in model.NAMES_OF_THE_WORLD else ""
            hint = instead(guess, known)
            if scale in model.NAMES_OF_THE_WORLD:
                id_ = proper_id(word)
                also = "" if id_ == word else f", and write `{id_}` here"
                name = word.replace("-", " ").title()
                hint += f"; if it is none of them, add `{id_}: {name}` to `{scale}` in guide.yml{also}"
            places = places_meant(scale, proper_id(word), known)
            if share := self._word_for(scale, word):
                hint = f"write `{share}`, the nearest word"
            elif share := "" if guess else nearest_by_share(proper_id(word), self._shares(scale)):
                others = _words(name for name in known if name != share)
                hint = f"write `{share}`, the nearest word, or another of {others}"
            elif places:
                hint = f"write {listed((f'`{name}`' for name in places), 'or')}"
            elif re.fullmatch("[1-9]\\d", word) and (share := self._word_for(scale, f"{word}%")):
                hint = f"write `{share}`, if {word} of 100 are meant; the words are {_words(known)}"
            alone = [name for name in known if re.match(rf"{re.escape(name)}\s*[(,;/\u2013-]", word)]
            if alone:
                hint = f"write `{max(alone, key=len)}` and nothing else"
            label = f"did you mean `{guess}`?" if guess else ""
            diagnostic = Diagnostic("unknown-word", place(), message, hint, label, topic=Name(word, scale))
            self.dangling[scale, word].append(diagnostic)

    def _shares(self, scale: str) -> Mapping[str, float]:
        return getattr(self.content.setup.value.scales, scale, {})

    def _word_for(self, scale: str, text: str) -> str:
        """Return the word of a scale that is nearest to a number such as `70%` or `1 in 10`, or an empty string."""
        values = self._shares(scale)
        if part := re.fullmatch(r"(\d+) ?(?:in|of|out of|/) ?(\d+)", text):
            text = f"{100 * int(part[1]) / max(1, int(part[2])):.0f}%"
        match = re.fullmatch(r"(\d*\.?\d+)\s*(%|percent)?", text)
        is_share = match is not None and (match[2] is not None or "." in match[1])
        if not match or not is_share or not all(isinstance(value, float) for value in values.values()):
            return ""
        number = float(match[1])
        share = number / 100 if match[2] or number > 1 else number
        return min(values, key=lambda word: abs(values[word] - share), default="") if share <= 1 else ""

    def _answer(self, question: str, answer: str, place: Where) -> None:
        self.named[question].add(answer)
        asked = self.content.questions.get(question)
        if asked and asked.whole and answer not in asked.value.answers and answer != model.UNREAD:
            answers = asked.value.answers
            message = f"the question `{question}` has no answer called `{answer}`"
            hint = instead(nearest(answer, answers), answers)
            if answer in NOTHING and asked.value.kind == "pick-any":
                hint = f"write `{question}: []`, if nothing fits; delete it, if nobody knows; or {hint}"
            elif answer in NOTHING or answer in _NOT_KNOWN:
                hint = f"delete it, if nobody knows, or {hint}"
            turned = re.search(rf"(?<![\w-]){re.escape(answer)}['\"]?: *(?P<answers>\[[^\]]*\]|[\w-]+)", place().source)
            names = re.findall(r"[\w-]+", turned["answers"]) if turned and answer in self.words["how_many"] else []
            if names and answers.keys() >= set(names):
                self.turned |= {(place().path, place().line, name) for name in names}
                pairs = ", ".join(member(name, answer) for name in names)
                hint = f"the answer comes first, then how many give it: write `{pairs}`"
                message = f"`{answer}` is where an answer should be"
                diagnostic = Diagnostic("unknown-answer", place(), message, hint, topic=Slip.SWAP)
                self.dangling[question, answer].append(diagnostic)
                return
            others = [id_ for id_, other in self.content.questions.items() if answer in other.value.answers]
            if len(others) == 1 and place().path == self.content.questions[others[0]].document.path:
                hint = f"`{answer}` is an answer to this question itself: {hint}"
            elif len(others) == 1:
                hint = f"`{answer}` is an answer to `{others[0]}`: move it there, or {hint}"
            label, topic = did_you_mean(answer, answers), Name(answer, question)
            diagnostic = Diagnostic("unknown-answer", place(), message, hint, label, topic=topic)
            self.dangling[question, answer].append(diagnostic)


# What people write for an answer that they don't know.
_NOT_KNOWN = frozenset(("unknown", "not-known", "unclear", "unsure", "not-sure", "dont-know", "tbd"))
# More places than these are not listed one by one.
_MAX_PLACES = 20
# More ids than these help nobody to find the one that was renamed.
_MOST_IDLE = 8


def files_that_name(lost: Lost) -> str:
    """Return how many files name what is lost, up to the name."""
    return "one file names" if lost.files == 1 else f"{lost.files} files name"


def _lost(name: str, owner: str, places: Sequence[Location]) -> Lost:
    return Lost(name, owner, len({place.path for place in places}))


def _remedy(
    restored: str, successor: str, places: Sequence[Location], note: str = "", other: str = "name another"
) -> str:
    change = f"write `{successor}`, if that is its name now," if successor else f"{other}{note}"
    return f"{restored}; or {change} in {listed_places(places, _MAX_PLACES)}"


def _by_kind(place: Location) -> tuple[int, str, int]:
    """Return where a place comes in a list: settings first, then the kinds in their order."""
    folders = [kind.location for kind in model.KINDS.values()]
    name = place.path.split("/")[1]
    return (folders.index(name) + 1 if name in folders else 0), place.path, place.line


def _is_of_other_group(id_: str, other: str, known: Iterable[str]) -> bool:
    """Return whether two ids begin with words that each begin several others, as those of two countries do."""
    first, second = (name.partition("-")[0] for name in (id_, other))
    begun = [name.partition("-")[0] for name in known if name not in (id_, other)]
    return first != second and min(begun.count(first), begun.count(second)) > 1


def _only_longer(id_: str, known: Iterable[str]) -> str:
    """Return the one known id that begins with all words of another, or an empty string."""
    longer = [name for name in known if name.startswith(f"{id_}-")]
    return longer[0] if len(longer) == 1 else ""


def _no(kind: model.Kind, id_: str) -> str:
    return f"there is no {kind.name} called `{id_}`"


def _without_digits(id_: str) -> str:
    return re.sub(r"\d", "", id_)


def _words(known: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in known)
