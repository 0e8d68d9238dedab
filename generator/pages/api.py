"""Guide -> the files that other programs read below `api/v1/`. What they promise stands in docs/api.md.

An entry's fields are handed on as its author wrote them; what the guide knows around them stands in an envelope, in the
spelling of quiz.json. Files with a name that never changes, so no date stands in them but those of the content.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from generator.guide import Guide
from generator.pages.addresses import Repository, address, page_path
from generator.reading.load import Authored
from generator.schema import schema_of

ROOT = "api/v1"

# The kinds of entries, what their files are called, and where each is written below the content folder.
PLURALS: Mapping[str, str] = {
    "cause": "causes", "action": "actions", "question": "questions", "myth": "myths", "source": "sources",
    "case": "cases", "page": "pages",
}  # fmt: skip


class Part(BaseModel):
    """A part of a file."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, populate_by_name=True)


class Link(Part):
    """Another entry that has to do with this one."""

    id: str
    title: str
    url: str | None = Field(description="Its page, relative to the site's root; null where it has none.")


class Item(Link):
    """An entry in the list of its kind."""

    data: str = Field(description="Its file, relative to this one.")


class Entry(Part):
    """`<kinds>/<id>.json`: one entry."""

    kind: str
    id: str
    title: str
    url: str | None = Field(description="Its page, relative to the site's root; null where it has none.")
    path: str = Field(description="The file in which it is written, in the guide's repository.")
    edit_url: str | None = Field(description="Where that file can be edited; null where no repository is known.")
    entry: dict[str, Any] = Field(description="The fields as written in YAML: texts, lists and mappings of texts.")
    links: dict[str, list[Link]] = Field(description="By kind in the plural: what it names and what names it.")


class Kind(Part):
    """A kind of entry."""

    count: int
    url: str = Field(description="The list of its entries, relative to this file.")
    schema_: str | None = Field(alias="schema", description="The JSON Schema of `entry`, relative to this file.")
    path: str = Field(description="Where its entries are written: a folder, or a file that holds them all.")


class RepositoryPart(Part):
    """Where the content can be edited."""

    url: str
    edit: str = Field(description="What follows the address before the path of a file to edit.")
    new: str = Field(description="The same for a new file.")


class Index(Part):
    """`index.json`: where everything is."""

    version: int = 1
    name: str
    tagline: str
    language: str
    url: str | None = Field(description="The site's root, where it is known.")
    content_version: str = Field(description="Changes if, and only if, an entry does.")
    guide: str
    quiz: str = Field(description="The quiz's model, relative to this file; see docs/quiz-format.md.")
    repository: RepositoryPart | None
    kinds: dict[str, Kind]


def api(guide: Guide, repository: Repository, site_url: str = "") -> dict[str, str]:
    """Return every file of the API by its path below the docs folder.

    Args:
        guide: The guide.
        repository: Where its files can be edited.
        site_url: The site's root, where it is known.
    """
    folder = guide.content.setup.document.path.rpartition("/")[0]
    entries = {kind: list(_entries(guide, repository, kind)) for kind in PLURALS}
    made = {f"{PLURALS[each.kind]}/{each.id}.json": _text(each) for kind in entries.values() for each in kind}
    version = hashlib.sha256("".join(made[path] for path in sorted(made)).encode()).hexdigest()[:12]
    kinds = {kind: _kind(kind, len(found), folder) for kind, found in entries.items()}
    setup = guide.setup
    index = Index(
        name=setup.name,
        tagline=setup.tagline,
        language=setup.language,
        url=site_url or None,
        content_version=version,
        guide="guide.json",
        quiz="../../debrief/quiz.json",
        repository=RepositoryPart(url=repository.url, edit=repository.edit, new=repository.new)
        if repository.url
        else None,
        kinds=kinds,
    )
    lists = {f"{PLURALS[kind]}.json": _text([_item(each) for each in found]) for kind, found in entries.items()}
    schemas = {f"schema/{kind}.json": _text(schema_of(kind, guide.content)) for kind in PLURALS}
    schemas |= {f"schema/{name}.json": _text(each.model_json_schema()) for name, each in _ENVELOPES.items()}
    words = {"guide.json": _text(_written(guide.content.setup))}
    files = {"index.json": _text(index), **words, **lists, **schemas, **made}
    return {f"{ROOT}/{path}": text for path, text in files.items()}


_ENVELOPES: Mapping[str, type[Part]] = {"index": Index, "item": Item, "entry": Entry}


def _entries(guide: Guide, repository: Repository, kind: str) -> Iterable[Entry]:
    content = guide.content
    if kind == "page":
        written: Mapping[str, Authored[Any]] = {id_: page.head for id_, page in content.pages.items()}
    else:
        written = getattr(content, PLURALS[kind])
    for id_, entry in written.items():
        fields = _written(entry)
        if kind == "page":
            fields["body"] = content.pages[id_].body
        path = entry.document.path
        yield Entry(
            kind=kind,
            id=id_,
            title=_title(guide, kind, id_),
            url=_url(kind, id_),
            path=path,
            edit_url=repository.edit_url(path) or None,
            entry=fields,
            links={PLURALS[to]: _linked(guide, to, ids) for to, ids in _links(guide, kind, id_) if ids},
        )


def _links(guide: Guide, kind: str, id_: str) -> Iterable[tuple[str, Iterable[str]]]:
    """Yield what an entry names, and what names it, as kinds and ids."""
    content = guide.content
    match kind:
        case "cause":
            cause = content.causes[id_].value
            yield "action", list(cause.actions)
            yield "question", list(cause.signs)
            yield "source", list(guide.sources_of(cause))
            yield "myth", list(guide.myths_about(id_))
            yield "case", list(guide.cases_of(id_))
        case "action":
            yield "cause", guide.causes_of_action.get(id_, ())
            yield "source", list(guide.sources_of(content.actions[id_].value))
        case "question":
            yield "cause", guide.causes_of_question.get(id_, ())
        case "myth":
            yield "cause", content.myths[id_].value.causes
            yield "source", list(guide.sources_of(content.myths[id_].value))
        case "case":
            outcome = content.cases[id_].value.turned_out
            yield "cause", [outcome.main, *outcome.also]
        case "source":
            mentions = guide.cited_by.get(id_, ())
            for to in ("cause", "action", "myth", "page"):
                yield to, [mention.id for mention in mentions if mention.kind == to]


def _written(entry: Authored[Any]) -> dict[str, Any]:
    data = entry.written
    assert isinstance(data, dict)
    return data


def _linked(guide: Guide, kind: str, ids: Iterable[str]) -> list[Link]:
    return [Link(id=id_, title=_title(guide, kind, id_), url=_url(kind, id_)) for id_ in ids]


def _item(entry: Entry) -> Item:
    return Item(id=entry.id, title=entry.title, url=entry.url, data=f"{PLURALS[entry.kind]}/{entry.id}.json")


def _kind(kind: str, count: int, folder: str) -> Kind:
    plural = PLURALS[kind]
    path = f"{folder}/sources.yml" if kind == "source" else f"{folder}/{plural}"
    return Kind(count=count, url=f"{plural}.json", schema=f"schema/{kind}.json", path=path)


def _title(guide: Guide, kind: str, id_: str) -> str:
    match kind:
        case "question":
            return guide.content.questions[id_].value.text
        case "case":
            return guide.content.cases[id_].value.title
        case "source":
            return guide.content.sources[id_].value.title
    return guide.title(kind, id_)


def _url(kind: str, id_: str) -> str | None:
    return None if kind in ("question", "case") else address(page_path(kind, id_))


def _text(value: Any) -> str:
    if isinstance(value, BaseModel):
        value = value.model_dump(by_alias=True)
    elif isinstance(value, list):
        value = [each.model_dump(by_alias=True) for each in value]
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
