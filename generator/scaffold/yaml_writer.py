"""Data -> YAML as people like to edit it: plain words where they are safe, quotation marks where they are not.

PyYAML's emitter is of no use here: it can't choose between a list on one line and one item a line by length, breaks
quoted text in the middle, and writes folded text past the margin.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel

from generator.model.types import as_model, bare, fields_of, inside

WIDTH = 110
DEEPEST = 50

# What some reader of YAML takes for a number, a day, a time or one of its own words.
_SPECIAL = re.compile(
    r"""(?ix) y|n|yes|no|on|off|true|false|null|~|=|<<
      | [-+.]?\d[\d_,.:]*(e[-+]?\d+)? | 0[box][\da-f_]+ | [-+]?\.(inf|nan)
      | \d{4}-\d\d?-\d\d?([t\s].*)? """
)
_UNSAFE_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=.+~\s]|<<")
_UNSAFE_INSIDE = re.compile(r":(?=\s|$)|\s#|[^\S ]|\x85|\ufeff")
_UNSAFE_INLINE = re.compile(r"[,\[\]{}?]|:(?![\w/])")
_NO_BLOCK = re.compile(r"\A\s|[\t\x85\u2028\u2029\ufeff]|\s\Z")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\x85": "\\N"}


def tidy(value: Any, depth: int = 0) -> Any:
    """Return data as the model will read it: texts without space around them, and nothing where there is null.

    Raises:
        RecursionError: It is nested deeper than any entry.
    """
    if depth > DEEPEST:
        raise RecursionError(f"more than {DEEPEST} levels of nesting")
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, Mapping):
        return {tidy(str(key)): tidy(item, depth + 1) for key, item in value.items() if item is not None}
    if isinstance(value, Sequence):
        return [tidy(item, depth + 1) for item in value]
    return value


def entry_text(entry_type: type[BaseModel], data: Mapping[str, Any], indent: int = 0) -> str:
    """Return an entry as YAML, one field after the other in the order of the model, unknown ones last.

    A text of several lines is written letter by letter, a long line is folded. Whoever reads it as YAML finds the same
    data, texts with or without a line break at their ends.

    Args:
        entry_type: What it is to be.
        data: Its fields, as `tidy` leaves them.
        indent: How many spaces stand before each line.
    """
    return "".join(f"{line}\n" for line in _mapping(data, entry_type, indent))


def scalar(text: str, *, inline: bool = False) -> str:
    """Return a text on one line of YAML; `inline` where it stands between braces or brackets."""
    unsafe = (
        not text
        or _SPECIAL.fullmatch(text)
        or _UNSAFE_START.match(text)
        or _UNSAFE_INSIDE.search(text)
        or (inline and _UNSAFE_INLINE.search(text))
        or text.endswith(" ")
    )
    if not unsafe:
        return text
    return f'"{"".join(_ESCAPES.get(sign, sign) for sign in text)}"'


def _mapping(data: Mapping[str, Any], wanted: Any, indent: int) -> Iterator[str]:
    margin = " " * indent
    for name, value in _in_order(data, wanted).items():
        yield from _under(f"{margin}{scalar(name)}:", value, inside(wanted, name), indent + 2)


def _under(start: str, value: Any, wanted: Any, indent: int) -> Iterator[str]:
    """Yield the lines of a value below or behind its name or dash."""
    if isinstance(value, str) and (block := _block(start, value, indent)):
        yield from block
    elif short := _inline(start, value, wanted):
        yield f"{start} {short}"
    elif isinstance(value, Mapping):
        yield start
        yield from _mapping(value, wanted, indent)
    else:
        yield start
        for item in value:
            yield from _item(item, inside(wanted, 0), indent)


def _item(value: Any, wanted: Any, indent: int) -> Iterator[str]:
    dash = " " * indent + "-"
    if isinstance(value, Mapping | list) and not _inline(dash, value, wanted):
        first, *rest = _mapping(value, wanted, indent + 2) if isinstance(value, Mapping) else _nested(value, indent + 2)
        yield f"{dash} {first.lstrip()}"
        yield from rest
    else:
        yield from _under(dash, value, wanted, indent + 2)


def _nested(value: Sequence[Any], indent: int) -> Iterator[str]:
    for item in value:
        yield from _item(item, Any, indent)


def _block(start: str, text: str, indent: int) -> list[str]:
    """Return a text of several lines as it is, and a long line folded; nothing where it is neither."""
    margin = " " * indent
    if _NO_BLOCK.search(text):
        return []
    if "\n" in text:
        return [f"{start} |", *(margin + line if line else "" for line in text.split("\n"))]
    if len(start) + 1 + len(scalar(text)) <= WIDTH:
        return []
    lines = _folded(text, WIDTH - indent)
    return [f"{start} >-", *(margin + line for line in lines)] if " " in text else []


def _folded(text: str, width: int) -> list[str]:
    """Return a text in lines; they are parted only where a single space stands between two words."""
    lines: list[str] = []
    for word in re.split(r"(?<! ) (?! )", text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _inline(start: str, value: Any, wanted: Any) -> str:
    """Return a value as one line, or nothing where it is too long for one or holds named fields inside."""
    if isinstance(value, Mapping):
        if any(isinstance(item, Mapping) or _holds_mappings(item) for item in value.values()):
            return ""
        items = _in_order(value, wanted).items()
        parts = [f"{scalar(name, inline=True)}: {_part(item, inside(wanted, name))}" for name, item in items]
        made = f"{{{', '.join(parts)}}}"
    elif isinstance(value, list):
        if _holds_mappings(value):
            return ""
        made = f"[{', '.join(_part(item, inside(wanted, 0)) for item in value)}]"
    else:
        return _value(value, wanted)
    return made if not value or (len(start) + 1 + len(made) <= WIDTH and "\\n" not in made) else ""


def _holds_mappings(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, Mapping | list) for item in value)


def _part(value: Any, wanted: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_part(item, inside(wanted, 0)) for item in value)}]"
    return _value(value, wanted, inline=True)


def _value(value: Any, wanted: Any, *, inline: bool = False) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return str(value)
    # A number or a day is meant to be read as one.
    is_own = bare(wanted) in (date, int, float, bool) and re.fullmatch(r"[\w.-]+", value)
    return value if is_own else scalar(value, inline=inline)


def _in_order(data: Mapping[str, Any], wanted: Any) -> Mapping[str, Any]:
    names = [name for name in fields_of(as_model(wanted)) if name in data]
    return {name: data[name] for name in [*names, *(name for name in data if name not in names)]}
