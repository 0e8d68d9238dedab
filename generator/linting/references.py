"""Whether every id, word and link in the content leads somewhere, and if not, what to type."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from generator import model
from generator.diagnostics.diagnostic import Diagnostic, Location, did_you_mean, instead, is_misspelt, nearest
from generator.guide import built_pages, links_in
from generator.loading import Authored, Content
from generator.model.types import Mention, mentions


def dangling(content: Content) -> Iterator[Diagnostic]:
    """Yield every id, word and link that leads nowhere."""
    check = _References(content)
    for settings in (content.setup, content.ui_text):
        yield from check.mentions(settings)
        yield from check.links(settings)
    for kind, entries in content.entries.items():
        for entry in entries.values():
            yield from check.mentions(entry, kind)
            yield from check.links(entry)
        if "was" in model.KINDS[kind].entry.model_fields:
            yield from _former_ids(entries)


def _former_ids(entries: Mapping[str, Authored[Any]]) -> Iterator[Diagnostic]:
    """Yield the former ids whose address would lead to two places."""
    claimed: dict[str, str] = {}
    for id_, entry in entries.items():
        for index, former in enumerate(entry.value.was):
            place = partial(entry.at, "was", index)
            if former in entries:
                message = f"`{former}` is the id of an entry that is there"
                hint = f"delete it here, or delete {former}.yml if `{id_}` replaces it"
                yield Diagnostic("was-in-use", place(), message, hint)
            elif former != model.UNREAD and claimed.setdefault(former, id_) != id_:
                message = f"`{claimed[former]}` says that it was `{former}` too"
                yield Diagnostic("was-twice", place(), message, "delete it here or there: an address leads to one page")


# Where something stands; looked up only where there is a diagnostic, as it takes longer than the check itself.
Where = Callable[[], Location]


class _References:
    """Tells whether ids and words exist, and if not, what to type."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.words = model.vocabulary(content.setup.value)
        self.kinds = {kind.plural: kind for kind in model.KINDS.values()}
        self.known = {**content.known, "page": content.known["page"].union(built_pages(content))}

    def mentions(self, entry: Authored[Any], kind: str = "") -> Iterator[Diagnostic]:
        """Check the ids and words in the fields of an entry."""
        # A question that depends on itself is told so once, and nothing of the answers that it names.
        asked = entry.id if kind == "question" else ""
        for mention in mentions(entry.value):
            place = partial(entry.at, *mention.field_path, key=mention.is_key)
            if asked and mention.to == "questions" and mention.word == asked:
                message = "a question can't depend on its own answer"
                yield Diagnostic("gate-on-itself", place(), message, "delete the line")
            elif not asked or mention.owner != asked:
                yield from self._mention(mention, place)

    def links(self, entry: Authored[Any]) -> Iterator[Diagnostic]:
        """Check the links in the texts of an entry."""
        for field_path, text in entry.texts:
            for link in links_in(text):
                place = partial(entry.find, link.target, *field_path)
                if section := model.SECTIONS.get(link.kind):
                    yield from self._word(section.plural, link.id, place)
                else:
                    yield from self._id(model.KINDS[link.kind], link.id, place)

    def _mention(self, mention: Mention, place: Where) -> Iterator[Diagnostic]:
        if mention.to == "answers":
            return self._answer(mention.owner, mention.word, place)
        if kind := self.kinds.get(mention.to):
            return self._id(kind, mention.word, place)
        return self._word(mention.to, mention.word, place)

    def _id(self, kind: model.Kind, id_: str, place: Where) -> Iterator[Diagnostic]:
        known = self.known[kind.name]
        if id_ in known or id_ == model.UNREAD:
            return
        root = place().path.split("/")[0]
        ids, new = f"{root}/{kind.location}/", f"{root}/{kind.path(id_)}"
        if kind.in_one_file:
            ids, new = f"{root}/{kind.location}", f"`{id_}:` to {root}/{kind.location}"
        guess = nearest(id_, known)
        chosen = f"use an id from {ids}" + (f", perhaps `{guess}`" if guess else "")
        if guess and is_misspelt(id_, guess):
            chosen = f"write `{guess}`"
        message = f"there is no {kind.name} called `{id_}`"
        hint = f"{chosen}, or add {new} in this pull request"
        yield Diagnostic(f"unknown-{kind.name}", place(), message, hint, did_you_mean(id_, known))

    def _word(self, scale: str, word: str, place: Where) -> Iterator[Diagnostic]:
        known = self.words[scale]
        if word not in known and word != model.UNREAD:
            message = f"`{word}` is not a word of the scale `{scale}`"
            hint = instead(nearest(word, known), known, "use one of ")
            yield Diagnostic("unknown-word", place(), message, hint, did_you_mean(word, known))

    def _answer(self, question: str, answer: str, place: Where) -> Iterator[Diagnostic]:
        asked = self.content.questions.get(question)
        if asked and asked.whole and answer not in asked.value.answers and answer != model.UNREAD:
            answers = asked.value.answers
            message = f"the question `{question}` has no answer called `{answer}`"
            hint = instead(nearest(answer, answers), answers, "use one of ")
            yield Diagnostic("unknown-answer", place(), message, hint, did_you_mean(answer, answers))
