"""Guide -> form.json: all that the form for contributions needs to know of the model and the content."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from generator import model
from generator.guide import Guide, built_pages
from generator.linting import form_rules
from generator.model.types import reference_of, required_of
from generator.model.ui_text import FormText
from generator.pages import openings
from generator.pages.urls import Repository, entry_address
from generator.schema.json_schema import schema_of

PATH = "contribute/form.json"

# Fields whose text of the same name is their heading on the pages, and those of rights.
_HEADINGS = (
    "also_called", "how_common", "what_happened", "across_the_table", "not_this_if", "handle_with_care", "evidence",
    "when", "steps", "pitfalls", "origin", "what_is_known", "instead", "sources", "finding", "limits",
)  # fmt: skip
_HEADINGS_OF_RIGHTS = ("limits", "first_step")


def form(guide: Guide, repository: Repository, send_to: str = "") -> dict[str, str]:
    """Return form.json by its path below the docs folder.

    Args:
        guide: The guide.
        repository: Where its files are edited.
        send_to: An e-mail address for contributions, offered first where there is one.
    """
    content, setup = guide.content, guide.setup
    ui = content.ui_text.value.contribute
    usual = _usual_words(guide)
    starts = {"answer.base": _usual_base(guide), **ui.starts}
    folder = content.setup.document.path.rpartition("/")[0]
    kinds = {
        kind.name: {
            "label": ui.kinds.get(kind.name, kind.a_kind),
            "about": ui.about.get(kind.name, kind.about),
            "plural": kind.plural,
            "titleField": kind.title_field,
            "voice": kind.voice,
            "idFields": kind.named_after,
            "path": f"{folder}/{kind.location}",
            "schema": _with_measures(
                _with_usual(_labelled(schema_of(kind.name, content), kind.name, ui, starts), usual),
                kind,
                setup.style,
                ui,
            ),
        }
        for kind in _open_kinds(guide)
    }
    data = {
        "language": setup.language,
        "words": ui.quoting(),
        "headings": _headings(guide),
        "openings": openings.OPENINGS,
        "hubs": _hubs(guide),
        "addresses": _addresses(guide),
        "kinds": kinds,
        "titles": {**_titles(guide), "pages": _page_titles(guide)},
        "answers": {
            id_: {answer_id: answer.text for answer_id, answer in question.value.answers.items()}
            for id_, question in content.questions.items()
        },
        "alsoSaid": {
            id_: {
                answer_id: ". ".join(answer.also_said)
                for answer_id, answer in question.value.answers.items()
                if answer.also_said
            }
            for id_, question in content.questions.items()
        },
        "pickOne": [id_ for id_, question in content.questions.items() if question.value.kind == "pick-one"],
        "askIf": {id_: question.value.ask_if for id_, question in content.questions.items() if question.value.ask_if},
        "conditions": {
            id_: {"applies_if": cause.value.applies_if, "not_if": cause.value.not_if}
            for id_, cause in content.causes.items()
            if cause.value.applies_if or cause.value.not_if
        },
        "shares": setup.scales.how_many,
        "rules": form_rules(setup.style),
        "repository": {"url": repository.url, "edit": repository.edit, "new": repository.new}
        if repository.url
        else None,
        "sendTo": send_to,
        "alsoCalled": _also_called(guide),
        "regions": _regions(guide),
        "openLists": sorted(model.NAMES_OF_THE_WORLD),
        "linkTargets": {
            **{name: list(getattr(setup, section.plural)) for name, section in model.SECTIONS.items()},
            "page": sorted({*content.pages, *built_pages(content)}),
        },
        "linkable": [kind.name for kind in model.yaml_kinds().values() if kind.is_linkable],
    }
    return {PATH: json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"}


def _labelled(schema: Any, kind: str, ui: FormText, starts: Mapping[str, str]) -> Any:
    """Return the schema of a kind of entry with what the form calls its fields, says of them, and starts with.

    The texts for a field are those of `owner.name`, where the owner is the kind or the part that the field is in, or
    those of its name.
    """

    def titled(part: Any, owner: str) -> Any:
        fields = part.get("properties", {}).items()
        properties = {name: {**field, **described(f"{owner}.{name}", name)} for name, field in fields}
        return {**part, "properties": properties} if properties else part

    def described(*keys: str) -> dict[str, str]:
        texts = {"title": ui.labels, "description": ui.helps, "x-start": starts}
        return {place: text for place, by_key in texts.items() if (text := _first(by_key, keys))}

    inner = {name: titled(part, name.lower()) for name, part in schema.get("$defs", {}).items()}
    return {**titled(schema, kind), **({"$defs": inner} if inner else {})}


def _with_measures(schema: Any, kind: model.Kind, style: model.Style, ui: FormText) -> Any:
    """Return the schema of a kind with the lengths of its title and its summary that the guide's style sets."""
    fields = dict(schema["properties"])
    if most := style.title_words.get(kind.name):
        words = ui.title_words.get(kind.name, ui.title_words["other"])
        fields[kind.title_field] = {**fields[kind.title_field], "description": words.replace("{most}", str(most))}
    most_sentences = style.summary_sentences.get(kind.name, 1)
    if most_sentences > 1 and "summary" in fields:
        label = ui.short_summary.replace("{most}", str(most_sentences))
        fields["summary"] = {**fields["summary"], "title": label}
    return {**schema, "properties": fields}


def _with_usual(node: Any, words: Mapping[str, str]) -> Any:
    """Return a schema in which what takes its words from a scale says which of them is usual, as `x-start`."""
    if isinstance(node, list):
        return [_with_usual(item, words) for item in node]
    if not isinstance(node, dict):
        return node
    inner = {key: _with_usual(value, words) for key, value in node.items()}
    word = words.get(node["x-ref"]) if isinstance(node.get("x-ref"), str) else None
    return {"x-start": word, **inner} if word else inner


def _usual_words(guide: Guide) -> dict[str, str]:
    """Return by scale the word that the guide uses most; for evidence, the last, which claims none."""
    scales, causes = guide.setup.scales, guide.causes().values()
    uses: dict[str, list[str]] = {
        "how_common": [cause.how_common for cause in causes],
        "helps": [word for cause in causes for word in cause.actions.values()],
        "how_many": [word for cause in causes for words in cause.signs.values() for word in words.values()],
    }
    usual = {name: _most_used(words, tuple(getattr(scales, name))) for name, words in uses.items()}
    return {**usual, "evidence": tuple(scales.evidence)[-1]}


def _usual_base(guide: Guide) -> str:
    """Return the word for how many give an answer without any of its causes that the guide uses most."""
    questions = guide.content.questions.values()
    words = [answer.base for question in questions for answer in question.value.answers.values()]
    return _most_used(words, tuple(guide.setup.scales.how_many))


def _most_used(words: Sequence[str], scale: Sequence[str]) -> str:
    """Return the word of a scale that is used most; of several, or of none, the one nearest to its middle."""
    counts = Counter(words)
    middle = (len(scale) - 1) / 2
    return max(scale, key=lambda word: (counts[word], -abs(scale.index(word) - middle)))


def _first(texts: Mapping[str, str], keys: tuple[str, ...]) -> str:
    """Return the text of the first key that has one, or an empty string."""
    return next((texts[key] for key in keys if key in texts), "")


def _open_kinds(guide: Guide) -> list[model.Kind]:
    """Return the kinds that can be added to the guide.

    A kind can't be added where a field that it needs takes its words from a list that the guide leaves empty.
    """
    vocabulary = model.vocabulary(guide.setup)
    return [
        kind
        for kind in model.yaml_kinds().values()
        if all(vocabulary.get(reference_of(field_type), True) for field_type in required_of(kind.entry).values())
    ]


def _also_called(guide: Guide) -> dict[str, dict[str, str]]:
    """Return by kind and id what else people call an entry: its title, unless links say it, and its summary."""
    return {
        name: {id_: _other_words(kind, entry.value) for id_, entry in guide.content.entries[name].items()}
        for name, kind in model.yaml_kinds().items()
        if kind.link_attribute or "also_called" in kind.entry.model_fields
    }


def _other_words(kind: model.Kind, entry: model.Entry) -> str:
    titles = [str(getattr(entry, kind.title_field))] if kind.link_attribute else []
    return " ".join(dict.fromkeys([*titles, *getattr(entry, "also_called", ()), kind.summary_of(entry)]))


def _titles(guide: Guide) -> dict[str, dict[str, str]]:
    """Return what the ids and words that an entry may name stand for, by kind in the plural, list or scale."""
    titles = {
        kind.plural: {id_: guide.title(name, id_) for id_ in guide.content.entries[name]}
        for name, kind in model.yaml_kinds().items()
    }
    lists = {
        name: {id_: model.word_title(word) for id_, word in getattr(guide.setup, name).items()}
        for name in model.WORD_LISTS
    }
    scales = guide.setup.scales
    meanings = {
        name: {word: f"{meaning.label}: {meaning.means}" for word, meaning in getattr(scales, name).items()}
        for name in ("evidence", "verdicts")
    }
    causes = {id_: cause.title for id_, cause in guide.causes().items()}
    choices = guide.content.ui_text.value.contribute.choices
    source_kinds = {word: choices.get(word, title) for word, title in scales.source_kinds.items()}
    return {**titles, "causes": causes, **lists, **meanings, "source_kinds": source_kinds}


def _page_titles(guide: Guide) -> dict[str, str]:
    """Return by id what the pages are called that no entry makes."""
    ids = sorted({*guide.content.pages, *built_pages(guide.content)})
    return {id_: guide.title("page", id_) for id_ in ids}


def _hubs(guide: Guide) -> dict[str, dict[str, str]]:
    """Return by kind the page that lists all of its entries: its address from that of the form, and its title."""
    built = built_pages(guide.content)
    return {
        name: {"address": f"../{entry_address(guide, 'page', kind.hub)}", "title": guide.title("page", kind.hub)}
        for name, kind in model.yaml_kinds().items()
        if kind.hub in built
    }


def _addresses(guide: Guide) -> dict[str, str | dict[str, str]]:
    """Return by kind where its entries stand, from the form: an address with {id}, or one for each entry."""
    return {
        name: f"../{kind.address}"
        if "{entry" not in kind.address
        else {id_: f"../{entry_address(guide, name, id_)}" for id_ in guide.content.entries[name]}
        for name, kind in model.yaml_kinds().items()
    }


def _regions(guide: Guide) -> dict[str, dict[str, str]]:
    """Return by kind and id the title of the region that an entry is about."""
    regions = guide.setup.regions
    return {
        name: {id_: model.word_title(regions[entry.value.region]) for id_, entry in guide.content.entries[name].items()}
        for name, kind in model.yaml_kinds().items()
        if "region" in kind.entry.model_fields
    }


def _headings(guide: Guide) -> dict[str, str]:
    """Return by field the heading that the pages give it; those of rights stand under `right.field`."""
    texts = guide.content.ui_text.value.pages
    of_rights = {f"right.{name}": getattr(texts.rights, name) for name in _HEADINGS_OF_RIGHTS}
    return {**{name: getattr(texts, name) for name in _HEADINGS}, **of_rights}
