"""The model as JSON Schema, draft 2020-12: for forms and other programs, and, a little laxer, for editors of YAML.

A field has its `title` and `description`; `x-prose` marks the Markdown of `prose.py`, `x-multiline` what may have
several lines, `x-ref` ids and words that stand elsewhere (`causes`, `stages`, `how_many`, …) and `x-keys-ref` the same
for the names of fields.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from generator import model
from generator.guide import vocabulary
from generator.loading.loader import Content
from generator.model.ui_text import UiText
from generator.quiz.model import QuizModel

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = ".schema"

KINDS: Mapping[str, Any] = {
    "guide": model.Setup,
    "ui": UiText,
    **{name: kind.entry for name, kind in model.KINDS.items()},
    "sources": dict[model.Id, model.Source],
    "page": model.Page,
    "quiz": QuizModel,
}

# Which kinds have a schema beside the content, and the files of which folder are of the kind; "" is content/ itself.
EDITED: Mapping[str, str] = {
    "guide": "", "ui": "", "sources": "",
    "cause": "causes/", "action": "actions/", "question": "questions/", "myth": "myths/", "case": "cases/",
}  # fmt: skip


def schema_of(kind: str, content: Content | None) -> Schema:
    """Return the schema of a kind of entry, or of quiz.json, by its name in `KINDS`.

    Args:
        kind: One of `KINDS`.
        content: The guide whose words (stages, scales, …) are listed as `enum`; without it any word will do.

    Raises:
        KeyError: There is no such kind.
    """
    words = vocabulary(content.setup.value) if content else {}
    made = _rewritten(TypeAdapter(KINDS[kind]).json_schema(), lambda node: _plain(node, words))
    if kind == "ui" and content and not content.setup.value.is_english:
        made = _rewritten(made, _all_required)
    return {"$schema": DIALECT, **made}


def editor_schema(kind: str, content: Content | None) -> Schema:
    """Return the schema of a kind for editors: what our reader takes as text may look like a number to them."""
    return dict(_rewritten(schema_of(kind, content), _lax))


def editor_files(content: Content) -> dict[str, bytes]:
    """Return the schemas that stand beside a guide's content, by their path in its folder."""
    return {
        f"{FOLDER}/{kind}.json": (
            json.dumps(editor_schema(kind, content), indent=1, ensure_ascii=False) + "\n"
        ).encode()
        for kind in EDITED
    }


def editor_line(kind: str) -> str:
    """Return the first line of a file of a kind in `EDITED`, by which an editor finds the schema."""
    up = "../" * EDITED[kind].count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{kind}.json\n"


def _rewritten(node: Any, change: Callable[[Schema], Schema]) -> Any:
    """Return a schema with a change made to each schema in it, the innermost first."""
    if isinstance(node, list):
        return [_rewritten(each, change) for each in node]
    if not isinstance(node, dict):
        return node
    inner = {
        key: {name: _rewritten(each, change) for name, each in value.items()}
        if key in ("properties", "$defs", "patternProperties")
        else value
        if key in ("default", "const", "enum", "examples")
        else _rewritten(value, change)
        for key, value in node.items()
    }
    return change(inner)


def _plain(node: Schema, words: Mapping[str, tuple[str, ...]]) -> Schema:
    """Return a schema without pydantic's ways of saying things, and with the words that a text may be."""
    made = {key: value for key, value in node.items() if key != "default" or value is not None}
    match made.get("anyOf"):
        case [only, {"type": "null"}]:
            made = {**only, **{key: value for key, value in made.items() if key != "anyOf"}}
    match made.pop("patternProperties", None):
        case {**patterns} if patterns:
            [(pattern, value)] = patterns.items()
            names = {"pattern": pattern, **made.pop("propertyNames", {})}
            if to := names.pop("x-ref", None):
                made["x-keys-ref"] = to
            made |= {"propertyNames": names, "additionalProperties": value}
    if made.get("x-ref") in words:
        made["enum"] = list(words[made["x-ref"]])
    if "properties" in made:
        made["properties"] = {name: {**each, "title": _title(name)} for name, each in made["properties"].items()}
    return made


def _all_required(node: Schema) -> Schema:
    """Return a schema in which nothing that has a default may be left out."""
    if isinstance(default := node.get("default"), dict):
        return {**node, "required": list(default)}
    if "properties" in node:
        fields = node["properties"]
        return {**node, "required": [name for name in fields if "$ref" in fields[name] or fields[name].get("default")]}
    return node


def _title(name: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ")
    return spaced[:1].upper() + spaced[1:].lower()


def _lax(node: Schema) -> Schema:
    """Return a schema that takes an unquoted number or truth where our reader takes a text, and the other way round."""
    match node.get("type"):
        case "string" if not node.keys() & {"enum", "const", "format"}:
            return {**node, **_unquoted(node.get("pattern", ""))}
        case "integer":
            return {**node, "type": ["integer", "string"], "pattern": r"^\d+$"}
        case "number":
            return {**node, "type": ["number", "string"], "pattern": r"^\d*\.?\d+$"}
        case "boolean":
            return {**node, "type": ["boolean", "string"], "enum": [True, False, "yes", "no"]}
    return node


def _unquoted(pattern: str) -> Schema:
    """Return what to say of a text of some form so that it may be written in digits alone."""
    most = 12
    lengths = [length for length in range(1, most) if re.search(pattern, "1" * length)]
    if not lengths:
        return {}
    if lengths[-1] == most - 1:
        return {"type": ["string", "number", "boolean"] if re.search(pattern, "true") else ["string", "number"]}
    return {"type": ["string", "integer"], "minimum": 10 ** (lengths[0] - 1), "maximum": 10 ** lengths[-1] - 1}
