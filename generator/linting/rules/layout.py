"""Rules on how texts stand in their files: which lines belong to them, and where those are broken."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import pairwise
from typing import Any

from generator import model
from generator.diagnostics.diagnostic import Location, listed
from generator.diagnostics.topics import Misplaced
from generator.linting.rules.rule import Rule, Subject, Violation
from generator.linting.rules.scope import role_at, without_indices
from generator.loading import MAX_BYTES, Authored, Scalar, as_data, line_numbers, listed_lines, spaces
from generator.loading import Mapping as Fields
from generator.loading import Sequence as Items
from generator.model.types import fields_of, model_at
from generator.model.walk import FieldPath

# A note instead of what somebody, or a program, did not write once more.
_LEFT_OUT = re.compile(
    r"(?i) *#+ *[(\[]?(?:\.{3}|\u2026|(?:the )?(?:rest|others?|remaining|remainder|existing|previous)\b.{0,40}"
    r"\b(?:the same|unchanged|untouched|omitted\b.*|not shown|as (?:it was|they were|before|above|is)|here)\W*$)"
)
# How an item begins that goes on with the phrase before it.
_JOINTS = ("and ", "or ", "but ", "And ", "Or ", "But ")
# How a clause begins that goes on with an item which begins with its subject, and one that goes on with that before it.
_CLAUSE = re.compile(
    r"(?i)(?:when|because|if|since|while|although|though|after|before|as|until|unless|once) (?!of )\w+ \w"
)
_SUBJECT = re.compile(r"(?:I|(?i:it|he|she|they|we|you|nobody))(?:'\w+)? ")
_END_OF_CLAUSE = re.compile(
    r"(?:which|who) (?:is|was|were|had|made|did|I|he|she|they|we) |so (?:that )?(?:I|it|he|she|they|we) "
)
# The item of a list in a longer text.
_ITEM_LINE = re.compile(r"(?m)^ *(?:[-*+\u2022]|\d{1,2}[.)]) +(?=\S)")
# It begins with a set of characters, which is found sooner than any character with another after it.
_ITEM_IN_LINE = re.compile(r"[-*+\u2022\d](?:(?<=\S.)|(?<=\S .)|(?<=\S  .))(?:(?<!\d)|\d?[.)]) +\S")
# A field with a list or a mapping in one line at the end.
_FIELD_AT_END = re.compile(r"[^\s][^\n]* (?P<field>[a-z_]+): ?[\[{][^\[\]{}]*[\]}]\s*$")
# A name with its colon at the start of a line, and what is after it that is no sentence.
_NAME_IN_TEXT = re.compile(r"(?P<start> *)(?P<name>[a-z_]+):(?: (?P<mark>[\[{|>])?|$)")
# What the line above a new sentence ends with: the mark of another, of a text, or nothing at all.
_END_OF_SENTENCE = re.compile(r"(?:^|[|>][+-]?|[.!?:\u2026][\"'\u2019\u201d)]*) *$")
# Of a greeting or a name in a message, in characters.
_SHORT_LINE = 40
# From how many line ends on, all but one with a comma, that one hardly lacks it on purpose.
_LINES_WITH_COMMA = 5
# So many words more than the longest of the others make an item of two.
_WORDS_MORE = 4
_SENTENCE_IN_NEW_LINE = re.compile(r"[.!?][\"\u201d)]*\n *([A-Z][^\n]*)")
_EMPTY_LINE = re.compile(r"\n[ ]*\n\s*\S")


def _lines_left_out(subject: Subject) -> Iterator[Violation]:
    """No note says that the rest of a file stays as it is: what stood there is gone."""
    for path, entry in {entry.document.path: entry for _, entry in subject.entries}.items():
        lines = entry.document.text.split("\n") if "#" in entry.document.text else []
        numbers = [number for number, line in enumerate(lines, 1) if "#" in line and _LEFT_OUT.match(line)]
        if numbers:
            first, others = lines[numbers[0] - 1], listed_lines([number - 1 for number in numbers[1:]])
            place = Location(path, numbers[0], first.index("#") + 1, len(first) + 1, first)
            yield (
                place,
                {"note": first.strip(" #"), "also": f", and those instead of {others}" if others else ""},
            )


def _phrases_cut(subject: Subject) -> Iterator[Violation]:
    """Between brackets no phrase is cut by its commas, which shows where an item begins with a word that joins two."""
    for kind, entry in subject.entries:
        for (field_path, text), (_, below) in pairwise((*entry.texts, ((), ""))) if kind not in ("guide", "ui") else ():
            is_clause = _CLAUSE.match(text) and _SUBJECT.match(below)
            is_part = field_path[-1] != 0 and (text.startswith(_JOINTS) or _END_OF_CLAUSE.match(text))
            if (is_clause or is_part) and role_at(kind, without_indices(field_path)).genre == "alias":
                place = entry.at(*field_path)
                before = place.source[: place.column - 1].rstrip()
                behind = place.source[place.end_column - 1 :].lstrip()
                if (before.endswith(",") and "[" in before) or (is_clause and before[-1:] == "[" and behind[:1] == ","):
                    yield place, {"text": text}


def _paragraphs_run_together(subject: Subject) -> Iterator[Violation]:
    """A text with an empty line in it is below a `|`, which alone keeps its paragraphs apart."""
    for kind, entry in subject.entries:
        if kind == "page" or "\n\n" not in entry.document.text:
            continue
        for field_path, text in entry.texts:
            if isinstance(text, model.Prose) and "\n" in text:
                name, _, value = entry.document.written(*entry.field_path, *field_path).partition(":")
                is_literal = value.lstrip(" ").startswith("|")
                if not is_literal and len(_EMPTY_LINE.findall(value.strip())) > text.strip().count("\n\n"):
                    yield entry.at(*field_path, key=True), {"name": name}


def _lists_run_together(subject: Subject) -> Iterator[Violation]:
    """A text with a list in it is below a `|`, which alone keeps the items apart."""
    for kind, entry in subject.entries:
        for field_path, text in entry.texts if kind != "page" else ():
            if isinstance(text, model.Prose) and _ITEM_IN_LINE.search(text):
                name, _, value = entry.document.written(*entry.field_path, *field_path).partition(":")
                if not value.lstrip(" ").startswith("|"):
                    count = len(_ITEM_LINE.findall(value.partition("\n")[2]))
                    if count > max(1, len(_ITEM_LINE.findall(text))):
                        yield entry.at(*field_path, key=True), {"name": name}


def _lines_run_together(subject: Subject) -> Iterator[Violation]:
    """A message with a greeting in a line of its own is below a `|`, which alone keeps lines apart."""
    for kind, entry in subject.entries:
        for field_path, text in entry.texts if kind not in ("guide", "ui") else ():
            if "{" in text and "\n" not in text.strip():
                name, _, value = entry.document.written(*entry.field_path, *field_path).partition(":")
                lines = [line.strip() for line in value.strip().splitlines()]
                lines = lines[1:] if value.lstrip(" ").startswith(">") else lines
                if " ".join(lines) == text.strip() and _is_broken_early(lines):
                    yield entry.at(*field_path, key=True), {"name": name}


def _is_broken_early(lines: Sequence[str]) -> bool:
    """Return whether a line ends with a mark long before it is full, which nobody does who only fills lines."""
    widest = max(map(len, lines), default=0)
    return any(len(line) <= _SHORT_LINE < widest - len(line) and line[-1:] in ",.!?:}" for line in lines[:-1])


def _fields_in_texts(subject: Subject) -> Iterator[Violation]:
    """No text holds another field of its entry, which was pushed below it or onto its last line."""
    for kind, entry in subject.entries:
        fields = fields_of(type(entry.value))
        for field_path, text in entry.texts if kind != "page" else ():
            if ": " not in text and ":\n" not in text and not text.endswith(":"):
                continue
            name = next((step for step in reversed(field_path) if isinstance(step, str)), kind)
            if slipped := _fields_below(entry, field_path):
                place, names, remedy = slipped
                fields_are = f"{listed(f'`{field}`' for field in names)} {'is' if len(names) == 1 else 'are'}"
                yield place, {"fields": fields_are, "names": names, "name": name, "remedy": remedy}
            elif (match := _field_at_end(text)) and match["field"] in fields.keys() - {*field_path}:
                nth = text.count(f"{match['field']}:", 0, match.start("field"))
                remedy = f"begin `{match['field']}:` in the first column of a line of its own"
                place = entry.find(f"{match['field']}:", *field_path, nth=nth)
                names = [match["field"]]
                yield place, {"fields": f"`{names[0]}` is", "names": names, "name": name, "remedy": remedy}


def _field_at_end(text: str) -> re.Match[str] | None:
    # The pattern begins anywhere, and is tried only where its end is there.
    return _FIELD_AT_END.search(text) if text.rstrip().endswith(("]", "}")) else None


def _fields_below(entry: Authored[Any], field_path: FieldPath) -> tuple[Location, list[str], str] | None:
    """Return the first field that slid into the text of another, the names of all, and how to put them back."""
    lines = entry.document.written(*entry.field_path, *field_path).split("\n")
    if not re.search(r"[|>][+-]?$", lines[0]):
        return None
    columns = _columns_of_absent_fields(entry, field_path)
    names = [
        (number, match)
        for number, line in enumerate(lines[1:], 1)
        if (match := _NAME_IN_TEXT.match(line)) and len(match["start"]) > columns.get(match["name"], MAX_BYTES)
    ]
    slid = (
        (number, match)
        for number, match in names
        if match["mark"] or _END_OF_SENTENCE.search(lines[number - 1]) or _has_parts(lines, number)
    )
    number, first = next(slid, (0, None))
    if first is None:
        return None
    fields = [(at, match["name"]) for at, match in names if at >= number and match["start"] == first["start"]]
    below = range(fields[-1][0] + 1, len(lines))
    end = next((at for at in below if re.match(rf" {{0,{len(first['start'])}}}[^ ]", lines[at])), len(lines)) - 1
    nth = "\n".join(lines[1:number]).count(f"{first['name']}:")
    place = entry.find(f"{first['name']}:", *field_path, nth=nth)
    distance = spaces(len(first["start"]) - columns[first["name"]])
    remedy = f"delete {distance} from the start of {line_numbers(place.line - 1, place.line - 1 + end - number)}"
    return place, [name for _, name in fields], remedy


def _columns_of_absent_fields(entry: Authored[Any], field_path: FieldPath) -> dict[str, int]:
    """Return the fields that are missing in an entry around one of its texts, each with the column where it starts."""
    columns: dict[str, int] = {}
    for depth in range(len(field_path)):
        node = entry.document.node(*entry.field_path, *field_path[:depth])
        if isinstance(node, Fields) and node.items:
            absent = fields_of(model_at(type(entry.value), field_path[:depth])).keys() - as_data(node).keys()
            columns |= dict.fromkeys(absent, node.items[0][0].column)
    return columns


def _has_parts(lines: Sequence[str], number: int) -> bool:
    """Return whether the line below one holds a part of what that one begins."""
    start = len(lines[number]) - len(lines[number].lstrip())
    return re.match(rf" {{{start}}}(?:- |  +[\w-]+:)", "".join(lines[number + 1 : number + 2])) is not None


def _items_joined(subject: Subject) -> Iterator[Violation]:
    """No item in brackets goes on in the next line that is much longer than the others, or alone has no comma there."""
    for kind, entry in subject.entries:
        for node in _lists_in_brackets(kind, entry):
            text = entry.document.text
            items = [item for item in node.items if isinstance(item, Scalar)]
            joined = [item for item in items if item.plain and "\n" in text[item.start : item.end]]
            counts = sorted(item.text.count(" ") for item in items)
            is_one = len(joined) == 1 and text.count("\n", node.span.start, node.span.end) >= _LINES_WITH_COMMA
            for item in joined:
                if is_one or (item.text.count(" ") == counts[-1] > counts[-2:][0] + _WORDS_MORE):
                    yield entry.document.locate(item.span), {"item": item.text}


def _lists_in_brackets(kind: str, entry: Authored[Any]) -> Iterator[Items]:
    """Yield the lists of an entry with the words that people use for something, or search with."""
    data = as_data(entry.document.root) if kind in ("guide", "question") else {}
    paths: list[tuple[str, ...]] = [(*entry.field_path, "also_called")]
    paths += [("search", "synonyms", name) for name in data.get("search", {}).get("synonyms", ())]
    paths += [("answers", name, "also_said") for name in data.get("answers", ())]
    for path in paths:
        with suppress(KeyError):
            node = entry.document.node(*path)
            if isinstance(node, Items) and len(node.items) > 1:
                yield node


def _items_without_hyphen(subject: Subject) -> Iterator[Violation]:
    """No line of an item begins with a sentence after the end of another: it may be an item that lacks its hyphen."""
    for kind, entry in subject.entries:
        for field_path, text in entry.texts if kind not in ("guide", "ui", "page") else ():
            if ". " in text and isinstance(field_path[-1], int):
                written = entry.document.written(*entry.field_path, *field_path)
                if written[:1] not in "\"'|>" and (match := _SENTENCE_IN_NEW_LINE.search(written)):
                    nth = written.count(match[1], 0, match.start(1))
                    yield entry.find(match[1], *field_path, nth=nth), {}


def _items_run_together(subject: Subject, *, in_list: bool) -> Iterator[Violation]:
    """An item does not swallow the one below, which happens where that starts further right, and no text a list."""
    for kind, entry in subject.entries:
        for field_path, text in entry.texts if kind != "page" else ():
            if " - " in text and not isinstance(text, model.Prose):
                written = entry.document.written(*entry.field_path, *field_path)
                runs_on = re.match(r"[^\"'|>]", written) and re.search(r"\n *- ", written)
                if runs_on and in_list is any(isinstance(step, int) for step in field_path):
                    yield entry.at(*field_path), {"name": field_path[-1]}


LAYOUT_RULES = (
    Rule(
        "left-out",
        "`{note}` takes the place of lines that are gone",
        "put the lines back that stood here{also}, as they are in the guide, and delete the note",
        _lines_left_out,
    ),
    Rule(
        "cut-by-commas",
        "`{text}` is a part of a phrase: between brackets, each comma ends one",
        "put the whole phrase into quotation marks, or leave out its commas; a name by itself can have its own line",
        _phrases_cut,
    ),
    Rule(
        "run-together",
        "the paragraphs of this text run together",
        "write `{name}: |` with nothing after it: the text begins on the next line, with two spaces more",
        _paragraphs_run_together,
    ),
    Rule(
        "lines-joined",
        "the items of the list in this text are joined into one line",
        "write `{name}: |` with nothing after it: the text begins on the next line, with two spaces more, and with an "
        "empty line above the first item",
        _lists_run_together,
    ),
    Rule(
        "lines-joined",
        "the lines of this text are joined into one",
        "write `{name}: |` with nothing after it: the text begins on the next line, with two spaces more",
        _lines_run_together,
    ),
    Rule(
        "run-together",
        "{fields} read as a part of `{name}`",
        "{remedy}",
        _fields_in_texts,
        topic=lambda blanks: Misplaced(tuple(blanks["names"])),
    ),
    Rule(
        "lines-joined",
        "this goes on in the next line, as “{item}”",
        "put a comma at the end of the line, if these are two items; if not, put all of it on one line",
        _items_joined,
    ),
    Rule(
        "lines-joined",
        "this line is read as a part of the item above",
        "if it is an item of its own, put a hyphen and a space before it, in the column of the hyphen above; if not, "
        "move its first word to the end of the line above",
        _items_without_hyphen,
    ),
    Rule(
        "run-together",
        "the item below is read as a part of this one",
        "start both in the same column",
        partial(_items_run_together, in_list=True),
    ),
    Rule(
        "run-together",
        "what follows below after hyphens is read as a part of `{name}`",
        "`{name}` is one text: write all of it on one line, without hyphens, or delete what is below",
        partial(_items_run_together, in_list=False),
    ),
)
