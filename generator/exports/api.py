"""Guide -> {path: JSON} below api/v1/: every entry as data, as docs/api.md promises.

What authors write keeps the names that they write; what is put around it is in camel case, as quiz.json is.
"""

import hashlib
import json
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from pydantic.alias_generators import to_camel

from generator.guide import EntryRef
from generator.model import KINDS, targets
from generator.pages.catalogue import Catalogue, Item, authored
from generator.pages.urls import Repository, Site
from generator.schema.json_schema import DIALECT, schema_of

FOLDER = "api/v1"


class ApiPart(BaseModel):
    """A part of the API's files."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=True)


class KindSummary(ApiPart):
    """What there is of a kind of entry."""

    count: int = Field(description="How many entries there are.")
    url: str = Field(description="Their list, relative to this file.")
    schema_: str = Field(alias="schema", description="The JSON Schema of what their authors write.")
    folder: str = Field(description="The folder in the repository, or the file, in which they are written.")


class GuideData(ApiPart):
    """Where the guide's own words are: stages, controls, scales."""

    url: str = Field(description="Relative to this file.")
    schema_: str = Field(alias="schema", description="The JSON Schema of guide.yml.")
    path: str = Field(description="Its file in the repository.")


class RepositoryData(ApiPart):
    """Where the guide's files can be edited; `url` is empty where nobody knows."""

    url: str = Field(description="The repository, such as https://example.org/us/guide.")
    edit: str = Field(description="Between the repository's address and a file's path, to edit the file.")
    new: str = Field(description="Between the repository's address and a folder's path, to add a file.")


class Index(ApiPart):
    """index.json."""

    version: Literal[1] = Field(description="Of the API: a change that could break a reader gets another number.")
    name: str = Field(description="What the guide is called.")
    summary: str = Field(description="The question that it answers.")
    language: str = Field(description="The language of its texts, as BCP 47.")
    url: str = Field(description="Where the site stands; empty where nobody knows.")
    content_version: str = Field(description="A hash of all that authors wrote.")
    repository: RepositoryData
    guide: GuideData
    kinds: dict[str, KindSummary] = Field(description="By the name of the kind.")


class ListItem(ApiPart):
    """One item of a list such as causes.json."""

    id: str
    title: str
    summary: str = Field(description="A sentence: a question's reason, a source's title, how a case came to light.")
    url: str = Field(description="The page on which it stands, relative to the site's root.")
    reviewed: date | None = Field(description="When someone last checked every sentence; null where it is not said.")


class Link(ApiPart):
    """Another entry, stage or control."""

    id: str
    title: str
    url: str = Field(description="Its page, relative to the site's root.")


class EntryFile(ApiPart):
    """The file of one entry."""

    kind: str
    id: str
    url: str = Field(description="The page on which it stands, relative to the site's root.")
    edit_url: str = Field(description="Where it can be edited; empty where nobody knows.")
    path: str = Field(description="Its file in the repository.")
    entry: dict[str, Any] = Field(description="What its author wrote, by the schema of its kind.")
    body: str | None = Field(description="The Markdown below the head of a page; null for other kinds.")
    links: dict[str, list[Link]] = Field(description="What it names and what names it, by kind, in order of their ids.")


ENVELOPES: dict[str, Any] = {"index": Index, "list": list[ListItem], "entry": EntryFile}


def api(catalogue: Catalogue, repository: Repository, site: Site) -> dict[str, str]:
    """Return the files of the API by their path below the docs folder; the same guide gives the same bytes."""
    content = catalogue.guide.content
    contents: dict[str, Any] = {"index.json": _data(_index(catalogue, repository, site))}
    contents["guide.json"] = _data(_guide_file(catalogue, repository))
    for kind, items in catalogue.items.items():
        plural = KINDS[kind].plural
        contents[f"{plural}.json"] = [_data(_list_item(item)) for item in items]
        for item in items:
            contents[f"{plural}/{item.id}.json"] = _data(_entry_file(catalogue, item, repository))
    for kind in ("guide", *KINDS):
        contents[f"schema/{kind}.json"] = schema_of(kind, content)
    for name, envelope in ENVELOPES.items():
        schema = TypeAdapter(envelope).json_schema(mode="serialization")
        contents[f"schema/{name}.json"] = {"$schema": DIALECT, **schema}
    return {f"{FOLDER}/{path}": _text(data) for path, data in contents.items()}


def _index(catalogue: Catalogue, repository: Repository, site: Site) -> Index:
    guide = catalogue.guide
    path = guide.content.setup.document.path
    root = path.rpartition("/")[0]
    return Index(
        version=1,
        name=guide.setup.name,
        summary=guide.setup.tagline,
        language=guide.setup.language,
        url=site.absolute(""),
        content_version=_version(catalogue),
        repository=RepositoryData(url=repository.url.rstrip("/"), edit=repository.edit, new=repository.new),
        guide=GuideData(url="guide.json", schema_="schema/guide.json", path=path),
        kinds={
            kind: KindSummary(
                count=len(items),
                url=f"{KINDS[kind].plural}.json",
                schema_=f"schema/{kind}.json",
                folder=f"{root}/{KINDS[kind].location}",
            )
            for kind, items in catalogue.items.items()
        },
    )


def _version(catalogue: Catalogue) -> str:
    # Without kinds of which there is nothing: a newer generator that knows more of them changes no content.
    entries = {
        kind: {item.id: [item.authored, item.body] for item in items}
        for kind, items in catalogue.items.items()
        if items
    }
    data = [authored(catalogue.guide.setup), entries]
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:12]


def _list_item(item: Item) -> ListItem:
    return ListItem(id=item.id, title=item.title, summary=item.summary, url=item.address, reviewed=item.reviewed)


def _entry_file(catalogue: Catalogue, item: Item, repository: Repository) -> EntryFile:
    return EntryFile(
        kind=item.kind,
        id=item.id,
        url=item.address,
        edit_url=repository.edit_url(item.path),
        path=item.path,
        entry=dict(item.authored),
        body=item.body,
        links=_links(catalogue, EntryRef(item.kind, item.id)),
    )


def _guide_file(catalogue: Catalogue, repository: Repository) -> EntryFile:
    setup = catalogue.guide.content.setup
    return EntryFile(
        kind="guide",
        id="guide",
        url="",
        edit_url=repository.edit_url(setup.document.path),
        path=setup.document.path,
        entry=authored(setup.value),
        body=None,
        links={},
    )


def _links(catalogue: Catalogue, entry: EntryRef) -> dict[str, list[Link]]:
    kinds = targets()
    links: dict[str, list[Link]] = {}
    for neighbour in sorted(catalogue.neighbours.get(entry, ())):
        title, address = catalogue.called(neighbour)
        links.setdefault(kinds[neighbour.kind].plural, []).append(Link(id=neighbour.id, title=title, url=address))
    return links


def _data(part: ApiPart) -> dict[str, Any]:
    return part.model_dump(mode="json", by_alias=True)


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
