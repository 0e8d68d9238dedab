"""The registry of kinds: what an entry of each kind is made of, where it is written, and where the site shows it.

What every kind needs is derived from this registry: what is read, what it is called in English, the schemas, the form,
the API, the feed, links, redirects and lists. A kind of entry costs one `Kind` here, its model in `entries.py`, a
template for its pages, and where it has a hub: the hub's template and its place in `nav`. What only some kinds
have stands elsewhere: a hub even without entries (`BUILT_PAGES` in guide.py), a place at the top of every page
(`_FIRST_TOP_PAGES` in front_matter.py), a property of `Content` for code that names the kind, a type of schema.org
(`json_ld.py`), a weight in the search.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.entries import Action, Case, Cause, Entry, Myth, Page, Question, Right, Source
from generator.model.genres import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Something the site shows: on a page of its own, or as a part of another page.

    `address` is relative to the site's root; `{id}` in it stands for the id, `{entry.field}` for a field. `hub` is the
    id of the page that lists all targets of this name, and `hub_title` its English title. Where two targets share a
    hub, one of them has the title.
    """

    name: str
    plural: str
    address: str
    hub: str = ""
    hub_title: str = ""

    def noun(self, count: int) -> str:
        """Return the name, in the plural unless the count is one."""
        return self.name if count == 1 else self.plural

    @property
    def is_linkable(self) -> bool:
        """Whether every one has an address of its own: a page or an anchor."""
        return "{id}" in self.address

    @property
    def has_page(self) -> bool:
        """Whether every one has a page of its own."""
        return self.address.endswith("{id}/")

    def address_of(self, id_: str, entry: Any = None) -> str:
        """Return an entry's address. Give `entry` where the address holds one of its fields."""
        return self.address.format(id=id_, entry=entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Target):
    """A kind of entry.

    `heading` stands above a list of them, `a_kind` is the name with its article, and `about` a sentence for authors who
    wonder which kind to choose. These are English; a guide's ui.yml may say them otherwise.

    Lists and messages tell entries apart by `title_field` and `summary_field`. A link shows the title, or else
    `link_attribute`. A new id is made from the fields `id_fields`, or from the title. The causes that `causes_field`
    lists link to the entry, below the heading `heading_of_cause`. A review is old after `review_months`, or after the
    guide's own time where that is shorter. `voice` is who speaks.
    """

    entry: type[Entry]
    heading: str
    a_kind: str
    about: str
    title_field: str = "title"
    summary_field: str = "summary"
    link_attribute: str = ""
    id_fields: tuple[str, ...] = ()
    suffix: str = ".yml"
    in_one_file: bool = False
    causes_field: str = ""
    heading_of_cause: str = ""
    review_months: int | None = None
    voice: Voice = "guide"

    def __post_init__(self) -> None:
        """Refuse a kind of which causes would show entries without a heading."""
        if self.causes_field and not self.heading_of_cause:
            message = f"{self.name}: `heading_of_cause` should say what stands above them on the page of a cause"
            raise ValueError(message)

    @property
    def named_after(self) -> tuple[str, ...]:
        """The fields that a new id is made from."""
        return self.id_fields or (self.title_field,)

    @property
    def is_yaml(self) -> bool:
        """Whether it is written as data, not as a page of Markdown."""
        return self.suffix == ".yml"

    @property
    def location(self) -> str:
        """The folder below the content folder that holds one file an entry, or the file that holds all entries."""
        return f"{self.plural}{self.suffix}" if self.in_one_file else self.plural

    def path(self, id_: str) -> str:
        """Return the path of an entry's file below the content folder."""
        return self.location if self.in_one_file else f"{self.plural}/{id_}{self.suffix}"

    def label_of(self, entry: Entry) -> str:
        """Return what a link to an entry says where its author gave it no words."""
        return str(getattr(entry, self.link_attribute or self.title_field))

    def summary_of(self, entry: Entry) -> str:
        """Return what a list says of an entry below its title."""
        return str(getattr(entry, self.summary_field))

    def causes_of(self, entry: Entry) -> Collection[str]:
        """Return the ids of the causes that an entry is about."""
        return getattr(entry, self.causes_field) if self.causes_field else ()


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            name="cause",
            plural="causes",
            address="causes/{id}/",
            hub="stages",
            entry=Cause,
            heading="Causes",
            a_kind="a cause",
            about="Why it may not have worked out, how to tell, and what to do about it.",
        ),
        Kind(
            name="action",
            plural="actions",
            address="actions/{id}/",
            hub="actions",
            hub_title="What to do",
            entry=Action,
            heading="Actions",
            a_kind="an action",
            about="Something to do, step by step, with the words to use.",
        ),
        Kind(
            name="question",
            plural="questions",
            address="how-the-debrief-reasons/",
            entry=Question,
            heading="Questions",
            a_kind="a question",
            about="A plain fact to ask about in the debrief, which tells causes apart.",
            title_field="text",
            summary_field="why",
            voice="reader",
        ),
        Kind(
            name="myth",
            plural="myths",
            address="myths/{id}/",
            hub="myths",
            hub_title="Myths",
            entry=Myth,
            heading="Myths",
            a_kind="a myth",
            about="Something that people believe and that isn't so.",
            title_field="claim",
            causes_field="causes",
            heading_of_cause="Myths about it",
        ),
        Kind(
            name="source",
            plural="sources",
            address="evidence/#{id}",
            hub="evidence",
            hub_title="The evidence shelf",
            entry=Source,
            heading="Sources",
            a_kind="a source",
            about="A study, a law, a report or an article, with what it found and what it doesn't show.",
            summary_field="title",
            link_attribute="citation",
            id_fields=("authors", "year"),
            in_one_file=True,
        ),
        Kind(
            name="case",
            plural="cases",
            address="causes/{entry.turned_out.main}/",
            entry=Case,
            heading="Cases",
            a_kind="a case",
            about="What you would have answered, and what turned out to be true. Nothing that names anyone.",
            summary_field="how_known",
            voice="witness",
        ),
        Kind(
            name="right",
            plural="rights",
            address="rights/{entry.region}/#{id}",
            hub="your-rights",
            hub_title="Your rights",
            entry=Right,
            heading="Rights",
            a_kind="a right",
            about="A rule of one region, what it gives and what it doesn't, and by when to act.",
            review_months=12,
            voice="law",
        ),
        Kind(
            name="page",
            plural="pages",
            address="{id}/",
            entry=Page,
            heading="Pages",
            a_kind="a page",
            about="A text in Markdown that fits no other kind.",
            suffix=".md",
            voice="page",
        ),
    )
}

# The lists of guide.yml whose items have pages of their own; each is listed there under the plural.
SECTIONS: Mapping[str, Target] = {
    section.name: section
    for section in (
        Target(name="stage", plural="stages", address="stages/{id}/", hub="stages", hub_title="The journey"),
        Target(name="control", plural="controls", address="control/{id}/"),
        Target(name="region", plural="regions", address="rights/{id}/", hub="your-rights"),
    )
}


def targets() -> dict[str, Target]:
    """Return all kinds and sections by name."""
    return {**KINDS, **SECTIONS}


def yaml_kinds() -> dict[str, Kind]:
    """Return the kinds that are written as YAML by name."""
    return {name: kind for name, kind in KINDS.items() if kind.is_yaml}


def by_plural(plural: str) -> Kind | None:
    """Return the kind of a plural, as `x-ref` names it, or None where it is that of a list of words."""
    return next((kind for kind in KINDS.values() if kind.plural == plural), None)
