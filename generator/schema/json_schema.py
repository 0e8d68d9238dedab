"""The model as JSON Schema, draft 2020-12: for forms and other programs and, a little laxer, for editors of YAML.

A field has its `title` and `description`; `x-prose` marks the Markdown of `markdown.py`, `x-multiline` what may have
several lines, `x-genre` says what a text is (`model/genres.py`), `x-ref` marks ids and words that stand elsewhere
(`causes`, `stages`, `how_many`, …) and `x-keys-ref` the same for the names of fields.
"""

import json
import re
from collections.abc import Callable, Mapping
from types import GenericAlias
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from generator import model
from generator.loading import Content
from generator.model.ui_text import UiText

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = ".schema"


def types() -> dict[str, Any]:
    """Return the types that have a schema: those of guide.yml, ui.yml, each kind, and each file of many entries."""
    kinds = model.KINDS.values()
    return {
        "guide": model.Setup,
        "ui": UiText,
        **{kind.name: kind.entry for kind in kinds},
        **{kind.plural: GenericAlias(dict, (model.Id, kind.entry)) for kind in kinds if kind.in_one_file},
    }


def edited() -> dict[str, str]:
    """Return which of `types` are those of files that people edit, and in which folder, such as `causes/`."""
    files = {"guide": "", "ui": ""}
    for kind in model.yaml_kinds().values():
        files |= {kind.plural: ""} if kind.in_one_file else {kind.name: f"{kind.location}/"}
    return files


def schema_of(name: str, content: Content | None) -> Schema:
    """Return the schema of one of `types` by its name.

    Args:
        name: Such as `guide` or `cause`.
        content: The guide whose words (stages, scales, …) are listed as `enum`; without it any word will do.

    Raises:
        KeyError: There is no such type.
    """
    schema = schema_of_type(types()[name], content)
    if name == "ui" and content and not content.setup.value.is_english:
        return dict(_rewritten(schema, _all_required))
    return schema


def schema_of_type(type_: Any, content: Content | None = None) -> Schema:
    """Return the schema of any type that pydantic knows, as `schema_of` does."""
    words = model.vocabulary(content.setup.value) if content else {}
    schema = _rewritten(TypeAdapter(type_).json_schema(), lambda node: _plain(node, words))
    return {"$schema": DIALECT, **schema}


def editor_schema(name: str, content: Content | None) -> Schema:
    """Return the schema for editors. It also allows numbers for texts, since `year: 2020` is one to them."""
    return dict(_rewritten(schema_of(name, content), _lax))


def editor_files(content: Content) -> dict[str, bytes]:
    """Return the schemas that are kept beside a guide's content, by their path in its folder."""
    schemas = {name: editor_schema(name, content) for name in edited()}
    return {
        f"{FOLDER}/{name}.json": (json.dumps(schema, indent=1, ensure_ascii=False) + "\n").encode()
        for name, schema in schemas.items()
    }


def editor_line(name: str) -> str:
    """Return the first line of a file of a type in `edited`, by which an editor finds the schema."""
    up = "../" * edited()[name].count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{name}.json\n"


def _rewritten(node: Any, change: Callable[[Schema], Schema]) -> Any:
    """Return a schema with a change made to each schema in it, the innermost first."""
    if isinstance(node, list):
        return [_rewritten(item, change) for item in node]
    if not isinstance(node, dict):
        return node
    inner = {
        key: {name: _rewritten(item, change) for name, item in value.items()}
        if key in ("properties", "$defs", "patternProperties")
        else value
        if key in ("default", "const", "enum", "examples")
        else _rewritten(value, change)
        for key, value in node.items()
    }
    return change(inner)


def _plain(node: Schema, words: Mapping[str, tuple[str, ...]]) -> Schema:
    """Return a schema without pydantic's ways of saying things, and with the words that a text may be."""
    plain = {key: value for key, value in node.items() if key != "default" or value is not None}
    match plain.get("anyOf"):
        case [only, {"type": "null"}]:
            plain = {**only, **{key: value for key, value in plain.items() if key != "anyOf"}}
    match plain.pop("patternProperties", None):
        case {**patterns} if patterns:
            [(pattern, value)] = patterns.items()
            names = {"pattern": pattern, **plain.pop("propertyNames", {})}
            if to := names.pop("x-ref", None):
                plain["x-keys-ref"] = to
            plain |= {"propertyNames": names, "additionalProperties": value}
    if words.get(plain.get("x-ref", "")):
        plain["enum"] = list(words[plain["x-ref"]])
    if "properties" in plain:
        plain["properties"] = {name: {**field, "title": _title(name)} for name, field in plain["properties"].items()}
    return plain


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
    """Return a schema that allows unquoted numbers, `true` and `false` for texts, and texts for numbers."""
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
