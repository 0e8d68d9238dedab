"""Guide -> form.json: all that the form for contributions needs to know of the model and the content."""

import json
from typing import Any

from generator import model
from generator.guide import Guide
from generator.pages.index import PLURALS
from generator.pages.urls import Repository
from generator.schema.json_schema import schema_of

PATH = "contribute/form.json"


def form(guide: Guide, repository: Repository) -> dict[str, str]:
    """Return form.json by its path below the docs folder."""
    content, setup = guide.content, guide.setup
    ui = content.ui_text.value.contribute
    folder = content.setup.document.path.rpartition("/")[0]
    headings = content.ui_text.value.pages.model_dump()
    kinds = {
        kind: {
            "label": label,
            "about": ui.about.get(kind, ""),
            "plural": PLURALS[kind],
            "path": f"{folder}/sources.yml" if kind == "source" else f"{folder}/{PLURALS[kind]}",
            "schema": schema_of(kind, content),
        }
        for kind, label in ui.kinds.items()
    }
    made = {
        "language": setup.language,
        "words": ui.model_dump(by_alias=True),
        "headings": {name: text for name, text in headings.items() if name in _shown_fields()},
        "kinds": kinds,
        "titles": _titles(guide),
        "answers": {
            id_: {answer: each.text for answer, each in question.value.answers.items()}
            for id_, question in content.questions.items()
        },
        "pickOne": [id_ for id_, question in content.questions.items() if question.value.kind == "pick-one"],
        "shares": setup.scales.how_many,
        "avoid": setup.style.avoid,
        "sentenceWords": setup.style.sentence_words,
        "repository": {"url": repository.url, "edit": repository.edit, "new": repository.new}
        if repository.url
        else None,
    }
    return {PATH: json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"}


def _titles(guide: Guide) -> dict[str, dict[str, str]]:
    """Return what the ids that an entry may name stand for, by kind in the plural; stages and the like as well."""
    content, setup = guide.content, guide.setup
    return {
        "causes": {id_: cause.title for id_, cause in guide.causes().items()},
        "actions": {id_: each.value.title for id_, each in content.actions.items()},
        "questions": {id_: each.value.text for id_, each in content.questions.items()},
        "sources": {id_: guide.title("source", id_) for id_ in content.sources},
        "myths": {id_: each.value.claim for id_, each in content.myths.items()},
        "cases": {id_: each.value.title for id_, each in content.cases.items()},
        "stages": {id_: each.title for id_, each in setup.stages.items()},
        "controls": {id_: each.title for id_, each in setup.controls.items()},
        "when": dict(setup.when),
    }


def _shown_fields() -> set[str]:
    kinds: tuple[Any, ...] = (model.Cause, model.Action, model.Myth)
    return {name for kind in kinds for name in kind.model_fields}
