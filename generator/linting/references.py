"""Whether every id, word and link in the content leads somewhere, and if not, what to type."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from generator import model
from generator.diagnostics.diagnostic import Diagnostic, Location, did_you_mean, instead, is_misspelt, nearest
from generator.guide import BUILT_PAGES, links_in, vocabulary
from generator.loading.loader import Authored, Content
from generator.markdown import references


def dangling(content: Content) -> Iterator[Diagnostic]:
    """Yield every id, word and link that leads nowhere."""
    check = _Known(content)
    for question in content.setup.value.debrief.opening:
        yield from check.entry("questions", question, partial(content.setup.at, "debrief", "opening"))
    for index, page in enumerate(content.ui_text.value.pages.start_here):
        yield from check.reference("page", page, partial(content.ui_text.at, "pages", "start_here", index))
    for cause in content.causes.values():
        yield from check.cause(cause)
    for action in content.actions.values():
        yield from check.action(action)
    for id_, asked in content.questions.items():
        yield from check.question(id_, asked)
    for myth in content.myths.values():
        yield from check.myth(myth)
    for case in content.cases.values():
        yield from check.case(case)
    for source in content.sources.values():
        yield from check.word("source_kinds", source.value.kind, partial(source.at, "kind"))
    for entries in (content.causes, content.actions, content.myths):
        yield from _former_ids(entries)
    yield from check.links()


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


class _Known:
    """Tells whether ids and words exist, and if not, what to type."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.scales = vocabulary(content.setup.value)

    def cause(self, cause: Authored[model.Cause]) -> Iterator[Diagnostic]:
        yield from self.word("stages", cause.value.stage, partial(cause.at, "stage"))
        yield from self.word("controls", cause.value.control, partial(cause.at, "control"))
        yield from self.word("how_common", cause.value.how_common, partial(cause.at, "how_common"))
        yield from self.gate(cause, "applies_if", cause.value.applies_if)
        yield from self.signs(cause)
        for action, word in cause.value.actions.items():
            yield from self.entry("actions", action, partial(cause.at, "actions", action, key=True))
            yield from self.word("helps", word, partial(cause.at, "actions", action))
        yield from self.evidence(cause)

    def action(self, action: Authored[model.Action]) -> Iterator[Diagnostic]:
        yield from self.word("when", action.value.when, partial(action.at, "when"))
        yield from self.word("feels", action.value.effort.feels, partial(action.at, "effort", "feels"))
        yield from self.evidence(action)

    def question(self, id_: str, question: Authored[model.Question]) -> Iterator[Diagnostic]:
        yield from self.gate(question, "ask_if", question.value.ask_if, asked=id_)
        for answer, each in question.value.answers.items():
            yield from self.word("how_many", each.base, partial(question.at, "answers", answer, "base"))

    def myth(self, myth: Authored[model.Myth]) -> Iterator[Diagnostic]:
        yield from self.word("verdicts", myth.value.verdict, partial(myth.at, "verdict"))
        for index, cause in enumerate(myth.value.causes):
            yield from self.entry("causes", cause, partial(myth.at, "causes", index))
        for index, source in enumerate(myth.value.sources):
            yield from self.entry("sources", source, partial(myth.at, "sources", index))

    def entry(self, folder: str, id_: str, place: Where) -> Iterator[Diagnostic]:
        known = self.content.known[folder]
        if id_ in known or id_ == model.UNREAD:
            return
        noun = folder.removesuffix("s")
        root = place().path.split("/")[0]
        ending = "md" if folder == "pages" else "yml"
        place_of_ids, new = f"{root}/{folder}/", f"{root}/{folder}/{id_}.{ending}"
        if folder == "sources":
            place_of_ids, new = f"{root}/sources.yml", f"`{id_}:` to {root}/sources.yml"
        guess = nearest(id_, known)
        chosen = f"use an id from {place_of_ids}" + (f", perhaps `{guess}`" if guess else "")
        if guess and is_misspelt(id_, guess):
            chosen = f"write `{guess}`"
        hint = f"{chosen}, or add {new} in this pull request"
        yield Diagnostic(
            f"unknown-{noun}", place(), f"there is no {noun} called `{id_}`", hint, did_you_mean(id_, known)
        )

    def word(self, scale: str, word: str, place: Where) -> Iterator[Diagnostic]:
        known = self.scales[scale]
        if word not in known and word != model.UNREAD:
            message = f"`{word}` is not a word of the scale `{scale}`"
            hint = instead(nearest(word, known), known, "use one of ")
            yield Diagnostic("unknown-word", place(), message, hint, did_you_mean(word, known))

    def answer(self, question: str, answer: str, place: Where) -> Iterator[Diagnostic]:
        asked = self.content.questions.get(question)
        if asked and asked.whole and answer not in asked.value.answers and answer != model.UNREAD:
            answers = asked.value.answers
            message = f"the question `{question}` has no answer called `{answer}`"
            hint = instead(nearest(answer, answers), answers, "use one of ")
            yield Diagnostic("unknown-answer", place(), message, hint, did_you_mean(answer, answers))

    def gate(
        self, entry: Authored[Any], field: str, gate: model.Gate, asked: str | None = None
    ) -> Iterator[Diagnostic]:
        for question, answers in gate.items():
            place = partial(entry.at, field, question, key=True)
            if question == asked:
                yield Diagnostic(
                    "gate-on-itself", place(), "a question can't depend on its own answer", "delete the line"
                )
                continue
            yield from self.entry("questions", question, place)
            for index, answer in enumerate(answers):
                yield from self.answer(question, answer, partial(entry.at, field, question, index))

    def signs(self, cause: Authored[model.Cause]) -> Iterator[Diagnostic]:
        for question, signs in cause.value.signs.items():
            yield from self.entry("questions", question, partial(cause.at, "signs", question, key=True))
            for answer, word in signs.items():
                yield from self.answer(question, answer, partial(cause.at, "signs", question, answer, key=True))
                yield from self.word("how_many", word, partial(cause.at, "signs", question, answer))

    def evidence(self, entry: Authored[model.Cause] | Authored[model.Action]) -> Iterator[Diagnostic]:
        evidence = entry.value.evidence
        yield from self.word("evidence", evidence.strength, partial(entry.at, "evidence", "strength"))
        for index, source in enumerate(evidence.sources):
            yield from self.entry("sources", source, partial(entry.at, "evidence", "sources", index))

    def case(self, case: Authored[model.Case]) -> Iterator[Diagnostic]:
        for question, answers in case.value.answers.items():
            yield from self.entry("questions", question, partial(case.at, "answers", question, key=True))
            for index, answer in enumerate(answers):
                yield from self.answer(question, answer, partial(case.at, "answers", question, index))
        yield from self.entry("causes", case.value.turned_out.main, partial(case.at, "turned_out", "main"))
        for index, cause in enumerate(case.value.turned_out.also):
            yield from self.entry("causes", cause, partial(case.at, "turned_out", "also", index))

    def links(self) -> Iterator[Diagnostic]:
        content = self.content
        for folder in (content.causes, content.actions, content.myths, content.sources, content.cases):
            for entry in folder.values():
                for field_path, text in entry.texts:
                    for ref in links_in(text):
                        yield from self.reference(ref.kind, ref.id, partial(entry.find, ref.target, *field_path))
        for page in content.pages.values():
            for ref in references(page.body):
                yield from self.reference(ref.kind, ref.id, partial(page.find, ref.target))

    def reference(self, kind: str, id_: str, place: Where) -> Iterator[Diagnostic]:
        if kind in ("stage", "control"):
            yield from self.word(f"{kind}s", id_, place)
        elif kind == "page" and id_ in BUILT_PAGES:
            return
        else:
            yield from self.entry(f"{kind}s", id_, place)
