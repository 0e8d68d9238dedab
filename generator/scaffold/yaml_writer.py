"""Data -> YAML that people like to edit.

PyYAML writes it. What this module decides is the style: which lists and mappings stand on one line, which texts become
blocks, and which need quotation marks.
"""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import yaml
from pydantic import BaseModel

from generator.model.types import as_model, bare, fields_of, inside

WIDTH = 110
INDENT = 2
MAX_DEPTH = 50

_TEXT, _LIST, _MAPPING = (f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


class _Dumper(yaml.SafeDumper):
    """Writes long texts as blocks, quotes with double quotation marks, and indents lists below their names."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 (never indentless)
        super().increase_indent(flow, indentless=False)

    def analyze_scalar(self, scalar: str) -> Any:
        # PyYAML refuses to write a block where a line ends with a space, though YAML allows it.
        analysis = super().analyze_scalar(re.sub(" +(?=\n)", "", scalar))
        analysis.scalar = scalar
        return analysis

    def choose_scalar_style(self) -> str:
        style = super().choose_scalar_style()
        if style == "|":
            return style
        style = '"' if style else ""
        assert self.analysis is not None
        text = self.analysis.scalar
        may_fold = self.analysis.allow_block and not self.flow_level and not self.simple_key_context
        is_long = self.column + len(f" {style}{text}{style}") > WIDTH
        return ">" if may_fold and is_long and " " in text else style

    def write_folded(self, text: str) -> None:
        # PyYAML ends a line after the word that goes past the width.
        self.best_width = WIDTH - 5
        super().write_folded(text)
        self.best_width = WIDTH

    def write_double_quoted(self, text: str, split: bool = True) -> None:  # noqa: ARG002 (never split)
        # PyYAML would break the line, escape emoji, and hide control characters from `check`.
        self.write_indicator(f'"{text.translate(_ESCAPES)}"', need_whitespace=True)


# What readers of YAML 1.2 take for a truth value or a number, beside what PyYAML does.
for _tag, _pattern, _first in (
    ("bool", r"[yYnN]$", "yYnN"),
    ("int", r"0o[0-7]+$", "0"),
    ("float", r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$", "-+.0123456789"),
):
    _Dumper.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def tidy(value: Any, depth: int = 0) -> Any:
    """Return data as the model will read it: texts without space around them, nothing in place of null.

    Raises:
        RecursionError: It is nested deeper than any entry.
    """
    if depth > MAX_DEPTH:
        raise RecursionError(f"more than {MAX_DEPTH} levels of nesting")
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, Mapping):
        return {tidy(str(key)): tidy(item, depth + 1) for key, item in value.items() if item is not None}
    if isinstance(value, Sequence):
        return [tidy(item, depth + 1) for item in value if item is not None]
    return value


def to_yaml(data: Mapping[str, Any], data_type: Any = Any) -> str:
    """Return data as YAML, the fields of each model in its order, unknown ones last.

    A text of several lines is written as it stands, a long line is folded, and what is short goes on one line. Reading
    the YAML gives the same data, except that a text may end with a line break.

    Args:
        data: Names and values, as `tidy` returns them.
        data_type: The type of the data: a model, or a mapping of models.
    """
    root = _node(data, data_type, indent=0, column=0)
    root.flow_style = not data
    return _serialized(root)


def _serialized(node: yaml.Node) -> str:
    text: str = yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, indent=INDENT, width=WIDTH)
    return text


def _node(value: Any, value_type: Any, *, indent: int, column: int) -> Any:
    """Return the node of a value.

    Args:
        value: The value.
        value_type: Its type in the model.
        indent: The column in which the lines below it start.
        column: The column in which it starts itself, after its name or dash.
    """
    below = indent + INDENT
    if isinstance(value, Mapping):
        pairs = []
        for name in _in_order(value, as_model(value_type)):
            item = _node(value[name], inside(value_type, name), indent=below, column=indent + len(f"{name}: "))
            pairs.append((yaml.ScalarNode(_TEXT, name), item))
        mapping = yaml.MappingNode(_MAPPING, pairs, flow_style=True)
        mapping.flow_style = all(_may_be_inline(item) for _, item in pairs) and _fits(mapping, column)
        return mapping
    if isinstance(value, list):
        items = [_node(item, inside(value_type, 0), indent=below, column=below) for item in value]
        sequence = yaml.SequenceNode(_LIST, items, flow_style=True)
        sequence.flow_style = _may_be_inline(sequence) and _fits(sequence, column)
        return sequence
    return _scalar(value, value_type)


def _in_order(names: Iterable[str], model: type[BaseModel] | None) -> list[str]:
    order = list(fields_of(model))
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


def _may_be_inline(node: yaml.Node) -> bool:
    """Return whether a node is a text of one line, or a list of such texts."""
    if isinstance(node, yaml.SequenceNode):
        return all(isinstance(item, yaml.ScalarNode) and _may_be_inline(item) for item in node.value)
    return isinstance(node, yaml.ScalarNode) and node.style != "|"


def _fits(node: yaml.Node, column: int) -> bool:
    return column + len(_serialized(node).rstrip("\n")) <= WIDTH


def _scalar(value: Any, value_type: Any) -> yaml.ScalarNode:
    if isinstance(value, str) and "\n" in value:
        # With the line break at its end, the block begins with `|` and not with `|-`.
        return yaml.ScalarNode(_TEXT, f"{value}\n", style="|")
    text = str(value).lower() if isinstance(value, bool) else str(value)
    is_for_numbers = bare(value_type) in (date, int, float, bool) and re.fullmatch(r"[\w.-]+", text)
    if isinstance(value, str) and not is_for_numbers:
        return yaml.ScalarNode(_TEXT, text)
    # With the tag that a reader finds by itself, a number or a date is written without quotation marks.
    tag: str = _Dumper(io.StringIO()).resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # PyYAML's
    return yaml.ScalarNode(tag, text)
