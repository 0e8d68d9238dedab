"""A field that does not exist: what it is called here, where it belongs, or what is left of it."""

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any

from pydantic import BaseModel

from generator.diagnostics.diagnostic import Diagnostic, Location, instead, is_misspelt, listed, nearest, plainly
from generator.diagnostics.suggestion import Hint, Suggestion
from generator.diagnostics.topics import Name
from generator.loading.field_synonyms import field_meant
from generator.loading.ids import letter_of_other_script
from generator.loading.invalid_field import MISSING_FIELD, InvalidField
from generator.loading.nodes import as_data
from generator.loading.quoting import quoted
from generator.loading.suggestions import filled, suggest, suggested
from generator.loading.syntax_errors import line_numbers
from generator.model import KINDS, Prose, Setup
from generator.model.types import as_model, bare, fields_of, inside, required_of
from generator.model.ui_text import UiText

# By how many letters a field may differ in length from what stands for it.
_MOST_LETTERS = 3
# How alike the two have to be, from 0 to 1.
_NEAR = 0.75
# What is told by where an entry is, and what nothing here holds, as they are called elsewhere.
_IDS, _KINDS = ("id", "slug", "key", "filename", "file", "uid"), ("kind", "type", "category", "section")
_REMARKS = ("note", "notes", "comment", "comments", "todo", "remark", "remarks")
# More fields than these are not listed.
_MOST_LISTED = 24
# A text in quotation marks that YAML doesn't know.
_CURLY_QUOTES = re.compile(
    "(?P<name>\\w+): *[\u201c\u201d\u201e\u00ab](?P<text>[^\u201c-\u201e\u00ab\u00bb]+)[\u201c\u201d\u00bb]"
)

# What stands before the decimals of a number that a comma cuts off in braces.
CUT_NUMBER = re.compile(r"(\w+): *(\d+), *$")


def is_compared(name: str, names: Collection[str | int]) -> bool:
    """Return whether a name is there with both signs of a comparison of two versions, `-` and `+`."""
    return {f"-{name[1:]}", f"+{name[1:]}"} <= set(names)


def guess_of(name: str, fields: Iterable[str]) -> str:
    """Return the field that an unknown name may stand for, or an empty string; much shorter or longer ones don't."""
    guess = nearest(name, fields)
    is_part = is_misspelt(name, guess) or guess in name.replace("-", "_").split("_") or name.startswith(f"{guess}_")
    is_near = SequenceMatcher(None, plainly(name), plainly(guess)).ratio() >= _NEAR
    return guess if is_part or (is_near and abs(len(guess) - len(name)) <= _MOST_LETTERS) else ""


def unknown_field(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of a field that does not exist."""
    message, location = f"there is no field called `{field.name}`", field.location(key=True)
    rest = location.source[location.end_column - 1 :].lstrip()
    if not rest.startswith(":") and field.value == "" and not field.name.isdecimal():
        hint = 'put the whole text in "quotes": inside braces, a comma ends it'
        if text := _in_curly_quotes(location):
            hint = f"replace its curly quotation marks by straight ones, which keep it whole: `{text}`"
        return Diagnostic("unknown-field", location, message, hint)
    if isinstance(field.value, dict) and field.owner and field.value.keys() >= required_of(field.owner).keys():
        last = location.line + field.document.written(*field.path).count("\n")
        hint = f"delete the spaces at the start of line {location.line}, and as many from each line up to line {last}"
        return Diagnostic("unknown-field", location, f"`{field.name}` is inside the entry above", hint)
    number = CUT_NUMBER.search(location.source[: location.column - 1])
    if number and field.name.isdecimal() and field.value == "":
        message = f"`{number[2]},{field.name}` is read as two things: inside braces, a comma ends a value"
        whole = int(number[2])
        numbers = f"`{number[1]}: {whole}` or `{number[1]}: {whole + 1}`"
        hint = f"write a whole number, such as {numbers}" if whole else f"write `{number[1]}: 1`, a whole number"
        return Diagnostic("unknown-field", location, message, hint)
    topic = Name(field.name, "fields")
    if remedy := _remedy_of_home(field) or _remedy_of_unknown(field):
        return suggest("unknown-field", location, message, remedy, topic=topic)
    names = list(fields_of(field.owner))
    guess = guess_of(field.name, names)
    hint = instead(guess, names)
    if letter := letter_of_other_script(field.name):
        hint = f"type the word again: `{guess}`. {letter}" if guess else f"type the word again. {letter}"
    elif guess and is_misspelt(field.name, guess):
        hint = f"write `{guess}`"
    elif guess and len(names) > _MOST_LISTED:
        hint = f"write `{guess}`, if that is what is meant; if not, delete the line"
    label = f"did you mean `{guess}`?" if guess else ""
    return Diagnostic("unknown-field", location, message, hint, label, topic=topic)


def _in_curly_quotes(place: Location) -> str:
    """Return a text around a place, with its name, in straight quotation marks instead of others, or nothing."""
    texts = (match for match in _CURLY_QUOTES.finditer(place.source) if match.start() < place.column <= match.end())
    return next((f"{match['name']}: {quoted(match['text'])}" for match in texts), "")


def _remedy_of_unknown(field: InvalidField) -> Hint:
    """Return what to do with an unknown field other than to write its name in another way, or an empty string."""
    if hint := _remedy_of_sign(field) if field.name[:1] in ("-", "+") else _as_text(field):
        return hint
    guess = guess_of(field.name, fields_of(field.owner))
    if not is_misspelt(field.name, guess) and (remedy := _remedy_of_extra(field) or _remedy_of_synonym(field)):
        return remedy
    if guess and field.document.written(*field.path[:-1], guess).startswith(guess):
        return f"put into `{guess}` what is new in it, and delete it: `{guess}` is there already"
    missing = field.context.get(MISSING_FIELD)
    if missing and not guess:
        return f"write `{missing}`, which is missing, if that is what it holds"
    kinds = [kind for kind in KINDS.values() if field.name in fields_of(kind.entry)]
    if kinds and not guess and any(field.owner is kind.entry for kind in KINDS.values()):
        places = listed(f"{kind.location}/" if not kind.in_one_file else kind.location for kind in kinds)
        names = ", ".join(f"`{name}`" for name in fields_of(field.owner))
        return f"it is a field of the entries in {places}: move its words into one of {names}, or delete it"
    return ""


def _remedy_of_extra(field: InvalidField) -> str:
    """Return what to do with a field for what is said without one, such as an id, or an empty string."""
    kind = next((kind for kind in KINDS.values() if kind.entry is field.owner), None)
    name = field.name.lower()
    if kind and name in _IDS:
        where = "is above its fields" if kind.in_one_file else "is the name of its file"
        return f"delete the line: the id of an entry {where}"
    if kind and name in _KINDS and str(field.value).lower() in (kind.name, kind.plural):
        return f"delete the line: that it is {kind.a_kind} is told by where it is"
    if name in _REMARKS and "says" not in fields_of(field.owner):
        return "delete the line, or begin it with `# `, which makes a note of it that readers don't see"
    return ""


def _remedy_of_synonym(field: InvalidField) -> Hint:
    """Return what to do with a field that has another name here, or an empty string where that is not known."""
    beside = as_data(field.document.node(*field.path[:-1]))
    path = field_meant(field.name, field.owner, beside if isinstance(beside, dict) else ())
    if not path:
        return ""
    *group, name = path
    owner = as_model(inside(field.owner, group[0])) if group else field.owner
    below = f" below `{group[0]}`" if group else ""
    if path[0] in beside:
        is_there = not group or name in (beside[path[0]] if isinstance(beside[path[0]], dict) else {})
        there = f"`{name}`{below} is there already" if is_there else f"that is what `{name}`{below} is for"
        return f"put into `{name}`{below} what is new in it, and delete it: {there}"
    value_type, place = inside(owner, name), field.location(key=True)
    is_plain = bare(value_type) in (str, Prose) or isinstance(field.value, list)
    if group or is_plain or not isinstance(field.value, str) or "{" in place.source[: place.column]:
        return f"write `{name}`{below}, as that is called here, if that is what it holds"
    lead = f"what it seems to hold is called `{name}` here: write"
    return suggested(lead, name, value_type, filled(value_type, field.value), place.column - 1)


def _remedy_of_home(field: InvalidField) -> str:
    """Return what to do with a field that one group inside has and lacks, or in guide.yml another, or nothing."""
    is_typing_error = is_misspelt(field.name, nearest(field.name, fields_of(field.owner)))
    is_above = field.owner is field.context["entry"]
    if (field.context["entry"] not in (Setup, UiText) and not is_above) or is_typing_error:
        return ""
    groups = _groups_inside(field.context["entry"], as_data(field.document.root))
    homes = [path for path, owner, data in groups if field.name in fields_of(owner) and field.name not in data]
    return f"it belongs to `{'.'.join(homes[0])}`: move it below `{homes[0][-1]}:`" if len(homes) == 1 else ""


def _groups_inside(
    owner: type[BaseModel], data: Any, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """Yield the groups of fields in a model and in those: the names that lead to each, its model, and what it holds."""
    for name in fields_of(owner):
        if inner := as_model(inside(owner, name)):
            part = data.get(name, {}) if isinstance(data, dict) else {}
            yield (*path, name), inner, part
            yield from _groups_inside(inner, part, (*path, name))


def _remedy_of_sign(field: InvalidField) -> str:
    """Return what to do with a field that has a sign of a comparison of two versions before its name."""
    owner = field.path[:-1]
    if is_compared(field.name, as_data(field.document.node(*owner))):
        first = field.location(key=True).line
        last = first + field.document.written(*field.path).count("\n")
        other = field.document.at(*owner, f"+{field.name[1:]}", key=True).line
        return f"delete {line_numbers(first - 1, last - 1)}, and the `+` at the start of line {other}"
    return "keep one of the lines that stand for the same, and delete the sign at its start"


def _as_text(field: InvalidField) -> Suggestion | None:
    """Return the YAML of an item of a list whose text has a colon in it, which made a field of what is before."""
    is_item = isinstance(field.path[-2], int) if field.path[1:] else False
    if not is_item or " " not in field.name.strip() or not isinstance(field.value, str):
        return None
    place = field.location(key=True)
    text = f"{field.name}: {field.value}"
    if field.owner is None or "{" in place.source[: place.column - 1]:
        return None
    return suggested("write", "-", field.owner, filled(field.owner, text), place.column - 3)
