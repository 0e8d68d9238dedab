"""Content -> linked Guide: every id leads somewhere, and every link can be followed both ways."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator import model
from generator.loading import Content
from generator.markdown import Reference, references
from generator.model.types import mentions
from generator.model.walk import texts

# The pages that every guide has; what is written under their ids in pages/ introduces them.
BUILT_PAGES = (
    "home", "debrief", "stages", "actions", "myths", "evidence", "how-the-debrief-reasons", "contribute",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class EntryRef:
    """An entry, or an item of a section of guide.yml, by its kind and id."""

    kind: str
    id: str


@dataclass(frozen=True)
class Guide:
    """The content with its links the other way round. Every id in it is known to exist."""

    content: Content

    @property
    def setup(self) -> model.Setup:
        """Return what guide.yml says."""
        return self.content.setup.value

    def causes(self, *, stage: str | None = None, control: str | None = None) -> dict[str, model.Cause]:
        """Return causes by id, in the order of their priors, likeliest first."""
        prior = self.setup.scales.how_common
        causes = {
            id_: cause.value
            for id_, cause in self.content.causes.items()
            if stage in (None, cause.value.stage) and control in (None, cause.value.control)
        }
        return dict(sorted(causes.items(), key=lambda item: (-prior[item[1].how_common], item[1].title)))

    def next_steps(self, cause: model.Cause) -> dict[str, model.Action]:
        """Return a cause's actions by id: the one that helps most for its effort, then the others as they fall due."""
        scales, due = self.setup.scales, list(self.setup.when)
        actions = {id_: self.content.actions[id_].value for id_ in cause.actions}

        def effort(id_: str) -> float:
            return actions[id_].effort.minutes * scales.feels[actions[id_].effort.feels]

        first = min(actions, key=lambda id_: (-scales.helps[cause.actions[id_]], effort(id_), id_))
        further = sorted(actions.keys() - {first}, key=lambda id_: (due.index(actions[id_].when), effort(id_), id_))
        return {id_: actions[id_] for id_ in (first, *further)}

    def rights_of(self, region: str, topic: str | None = None) -> dict[str, model.Right]:
        """Return the rights of a region by id: what is certain first, then what ends soonest."""
        rights = {
            id_: entry.value
            for id_, entry in self.content.rights.items()
            if entry.value.region == region and topic in (None, entry.value.topic)
        }

        def order(id_: str) -> tuple[bool, float, str]:
            deadline = rights[id_].deadline
            days = (deadline.days if deadline else None) or math.inf
            return rights[id_].confidence != "high", days, id_

        return {id_: rights[id_] for id_ in sorted(rights, key=order)}

    def deadlines_of(self, region: str) -> dict[str, model.Right]:
        """Return the rights of a region that have a deadline, in the same order."""
        return {id_: right for id_, right in self.rights_of(region).items() if right.deadline}

    def shelves(self) -> dict[str, dict[str, model.Source]]:
        """Return sources by id under the question that they answer, or under their kind where they name none."""
        setup = self.setup
        names = [*setup.shelves.values(), *setup.scales.source_kinds.values()]
        shelves: dict[str, dict[str, model.Source]] = {name: {} for name in names}
        for id_, entry in self.content.sources.items():
            source = entry.value
            name = setup.shelves[source.shelf] if source.shelf else setup.scales.source_kinds[source.kind]
            shelves[name][id_] = source
        return {name: sources for name, sources in shelves.items() if sources}

    @cached_property
    def causes_of_action(self) -> Mapping[str, tuple[str, ...]]:
        """Causes by the action that helps with them, those that it helps most first."""
        helps = self.setup.scales.helps
        causes_of: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for id_, cause in self.content.causes.items():
            for action, word in cause.value.actions.items():
                causes_of[action].append((-helps[word], id_))
        return {action: tuple(id_ for _, id_ in sorted(causes)) for action, causes in causes_of.items()}

    @cached_property
    def causes_of_quiz(self) -> Mapping[str, model.Cause]:
        """Causes that the quiz can tell: without a sign of its own, a cause would only take belief from all others."""
        return {id_: cause.value for id_, cause in self.content.causes.items() if cause.value.signs}

    @cached_property
    def causes_of_question(self) -> Mapping[str, tuple[str, ...]]:
        """Causes by the question that holds a sign of them."""
        causes_of: dict[str, list[str]] = defaultdict(list)
        for id_, cause in self.content.causes.items():
            for question in cause.value.signs:
                causes_of[question].append(id_)
        return {question: tuple(causes) for question, causes in causes_of.items()}

    @cached_property
    def cited_by(self) -> Mapping[str, tuple[EntryRef, ...]]:
        """Pages by the source that they lean on."""
        pages: dict[str, set[EntryRef]] = defaultdict(set)
        for ref, sources in self._citations():
            for source in sources:
                pages[source].add(ref)
        return {source: tuple(sorted(refs)) for source, refs in pages.items()}

    def about_cause(self, cause: str) -> Iterator[tuple[model.Kind, dict[str, model.Entry]]]:
        """Yield the entries that are about a cause by id, with their kind."""
        for name, kind in model.KINDS.items():
            entries = {id_: entry.value for id_, entry in self.content.entries[name].items()}
            if about := {id_: entry for id_, entry in entries.items() if cause in kind.causes_of(entry)}:
                yield kind, about

    def cases_of(self, cause: str) -> dict[str, model.Case]:
        """Return the cases that a cause decided."""
        return {id_: case.value for id_, case in self.content.cases.items() if case.value.turned_out.main == cause}

    def sources_of(self, entry: model.Entry) -> dict[str, model.Source]:
        """Return the sources that an entry names or cites, by id."""
        own = [mention.word for mention in mentions(entry) if mention.to == "sources"]
        cited = (ref.id for _, text in texts(entry) for ref in links_in(text) if ref.kind == "source")
        return {id_: self.content.sources[id_].value for id_ in dict.fromkeys([*own, *cited])}

    def title(self, kind: str, id_: str) -> str:
        """Return what to call an entry where a link to it has no words of its own."""
        if section := model.SECTIONS.get(kind):
            return model.word_title(getattr(self.setup, section.plural)[id_])
        if entry := self.content.entries[kind].get(id_):
            return model.KINDS[kind].label_of(entry.value)
        return self.setup.tagline if id_ == "home" else self.content.ui_text.value.pages.titles[id_]

    def _citations(self) -> Iterator[tuple[EntryRef, Iterable[str]]]:
        for name, kind in model.yaml_kinds().items():
            if kind.is_linkable and name != "source":
                for id_, entry in self.content.entries[name].items():
                    yield EntryRef(name, id_), self.sources_of(entry.value)
        for id_, page in self.content.pages.items():
            yield EntryRef("page", id_), [ref.id for ref in references(page.body) if ref.kind == "source"]


def built_pages(content: Content) -> tuple[str, ...]:
    """Return the ids of the pages that are made from more than one file: those of every guide, and lists of entries."""
    setup = content.setup.value
    listed = [kind.hub for name, kind in model.KINDS.items() if content.entries[name]]
    listed += [section.hub for section in model.SECTIONS.values() if getattr(setup, section.plural)]
    return tuple(dict.fromkeys([*BUILT_PAGES, *filter(None, listed)]))


def links_in(text: str) -> Iterator[Reference]:
    """Yield the links to other entries that a text holds; only Prose can hold any."""
    return references(text) if isinstance(text, model.Prose) else iter(())
