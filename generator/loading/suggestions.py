"""YAML to type instead of what can't be read, filled with what its author has typed already.

It is shown in block form, a field a line, since inside braces a comma in a text would end it. What nobody can know from
the text is `…`, which `check` doesn't let pass.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.diagnostics.suggestion import OPEN, QUOTE, Hint, OneOf, Suggestion, Wish
from generator.loading.ids import ID, id_of_file, proper_id
from generator.loading.people import BETWEEN_PEOPLE, PEOPLE, last_name_first
from generator.loading.quantities import amount_in, without_amounts
from generator.loading.quoting import quoted
from generator.model import ID_PATTERN, WORD_LISTS, Prose, Scales, SchemaKeyword
from generator.model.types import as_model, bare, fields_of, genre_of, inside, reference_of, required_of, scale_of

_NEEDS_QUOTES = re.compile(r":(?:\s|$)|\s#|^[-?:,\[\]{}#&*!|>'\"%@`\s]|\s$")
_NEEDS_QUOTES_IN_BRACES = re.compile(rf"{_NEEDS_QUOTES.pattern}|[,\[\]{{}}]")
_DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?(?P<value>10\.\d{4,9}/[^\s()<>]*[^\s()<>.,;])", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?P<value>https?://[^\s()<>]*[^\s()<>.,;])")
_YEAR = re.compile(r"\(?\b(?P<value>(?:19|20)\d\d)[a-z]?\b\)?")
# A work as the humanities cite it, with its title in quotation marks.
_TITLE_IN_QUOTES = re.compile(
    '(?P<authors>[^"\u201c]*\\w[^"\u201c]*)["\u201c](?P<title>[^"\u201d]+)["\u201d](?P<rest>.*(?:19|20)\\d\\d.*)$'
)
_E_MAIL = re.compile(r"\s*[<(\[]?(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)\]]?,?")
_SENTENCE_END = re.compile(r"(?<=[^\s.][^\s.][.?!])\s+(?=[A-Z])")
# Between authors: a comma after initials, a semicolon, `&`, and `and` where initials stand before it.
_AUTHORS = re.compile(r"\s*[&;]\s*|(?<=\.),?\s+(?:and|&)\s+|(?<=\.),\s+(?=[^\W\d_]{2})")
# What word processors put before the items of a list.
_NUMBER = re.compile(r"\s*(?:\d{1,2}[.)]|[\u2022\u25cf\u25aa\u25e6\u2023*\u00b7\u2010-\u2015])\s+(?P<text>\S.*)")
# How long something takes, in brackets after what it is.
_TIME_BEHIND = re.compile(r"(?P<text>\S.*?)\s*[(\[](?P<time>[^()\[\]]*)[)\]]")
_WORDS_OF_ID = 3
_NAMES_OF_ID = 2
CITED = "this is how a journal or a book prints a work, and no entry"
# A name and a value with anything between them by which people part columns.
_PAIR = re.compile(
    r"\s*(?:[-*\u2022] +)?(?P<name>[a-z0-9]+(?:[-_][a-z0-9]+)*)"
    r"(?:\s*[=:|>\u2013\u2014\u2192]+\s*|\t+| {2,}| -+> ?)(?P<value>\S.*?)\s*"
)


def plain(text: str, *, in_braces: bool = False) -> str:
    """Return a text as it can be after a colon, in quotation marks where it needs them."""
    text = " ".join(text.split())
    pattern = _NEEDS_QUOTES_IN_BRACES if in_braces else _NEEDS_QUOTES
    return quoted(text) if pattern.search(text) else text


def block(name: str, value: Any, indent: int) -> str:
    """Return a field with its value in block form; the name of an item of a list is a hyphen."""
    return "\n".join(" " * indent + line for line in _lines(name, value))


def flow(value: Any) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(member(name, part) for name, part in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return plain(str(value), in_braces=True)


def member(name: str, value: Any) -> str:
    """Return a name and its value on one line, as they stand in braces or by themselves."""
    return f"{name}: {flow(value)}"


def _lines(name: str, value: Any) -> Iterator[str]:
    is_item = name == "-"
    label = "-" if is_item else f"{name}:"
    if (
        isinstance(value, str)
        or not value
        or (isinstance(value, list) and all(ID.match(str(part)) or part == OPEN for part in value))
    ):
        yield f"{label} {plain(value) if isinstance(value, str) else flow(value)}"
        return
    fields = [("-", part) for part in value] if isinstance(value, list) else list(value.items())
    inner = [line for field, part in fields for line in _lines(field, part)]
    if is_item:
        yield f"- {inner[0]}"
        inner = inner[1:]
    else:
        yield label
    yield from (f"  {line}" for line in inner)


def filled(value_type: Any, text: str = "") -> Any:
    """Return a value of a type as dictionaries, lists and texts, with parts of a text where they belong."""
    plain_type = bare(value_type)
    arguments = get_args(plain_type)
    text = " ".join(text.split())
    if get_origin(plain_type) is list:
        items = split_items(text, arguments[0]) if text else []
        return [filled(arguments[0], item) for item in items] or [filled(arguments[0])]
    if get_origin(plain_type) is dict:
        return {_name_for(arguments[0], text): filled(arguments[1], "" if ID.match(text) else text)}
    if get_origin(plain_type) is Literal:
        return text if text in arguments else OPEN
    if owner := as_model(plain_type):
        return dict(_fields(owner, text))
    if is_id_type(value_type) and not ID.match(text):
        return id_of_file(text) or OPEN
    return text or OPEN


def is_id_type(value_type: Any) -> bool:
    """Return whether a value of a type is an id or a word to choose."""
    marks = getattr(value_type, "__metadata__", ())
    return bool(reference_of(value_type)) or any(getattr(mark, "pattern", None) == ID_PATTERN for mark in marks)


def _name_for(key: Any, text: str) -> str:
    """Return a key of a group for what a text says: an id to choose, or one that is made from the text."""
    if kind := reference_of(key).removesuffix("s"):
        return text if ID.match(text) else f"the-{kind}"
    return proper_id(" ".join(text.split()[:_WORDS_OF_ID])) if text else "a-name"


def split_items(text: str, item_type: Any) -> list[str]:
    """Return the items of a list that stand in one line; addresses of mail are left out."""
    text = _E_MAIL.sub("", text).strip(" ,;")
    if genre_of(item_type) == "person":
        return [last_name_first(part) for part in _separate_items(text, item_type)]
    return _separate_items(text, item_type)


def _authors(text: str) -> list[str]:
    """Return the authors of a work that stand in one line."""
    return [last_name_first(name) for name in split_items(text, str)]


def _separate_items(text: str, item_type: Any) -> list[str]:
    if PEOPLE.fullmatch(text):
        return BETWEEN_PEOPLE.split(text)
    if len(parts := _AUTHORS.split(text)) > 1 and re.search(r"[&;]|\b[A-Z]\.", text) and not reference_of(item_type):
        return [part for part in parts if part]
    return [text] if text else []


def numbered(lines: Sequence[str], item_type: Any) -> list[Any]:
    """Return the items of a list whose lines all begin with a number or a bullet, or nothing."""
    numbers = [_NUMBER.fullmatch(line) for line in lines]
    if any(number and number["text"].startswith(("{", "[")) for number in numbers):
        return []  # YAML already, and no text
    return [filled(item_type, number["text"]) for number in numbers if number] if all(numbers) else []


def names_mail(text: str) -> bool:
    """Return whether an address of mail is in a text."""
    return _E_MAIL.search(text) is not None


def without_mail(text: str) -> str:
    """Return a text without the addresses of mail in it."""
    return _E_MAIL.sub("", text).strip(" ,;")


def _fields(owner: type[BaseModel], text: str) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a model that a text fills, and the others that it can't do without, in their order."""
    parts = dict(_parts(owner, text))
    required = required_of(owner)
    for name in fields_of(owner):
        if name in parts:
            yield name, parts[name]
        elif name in required:
            yield name, filled(required[name])


def _parts(owner: type[BaseModel], text: str) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a text that belong to fields of a model."""
    fields = {name: inside(owner, name) for name in fields_of(owner)}
    required = required_of(owner)
    if not text or text == OPEN:
        return
    for name, pattern in (("doi", _DOI), ("url", _ADDRESS)):
        if name in fields and (match := pattern.search(text)):
            yield name, match["value"]
            text = (text[: match.start()].rstrip(" (<[") + text[match.end() :].lstrip(")>].")).strip()
    if "days" in fields and (days := amount_in(text, "days")):
        yield "days", str(days)
    words = [name for name, value_type in required.items() if scale_of(value_type) or reference_of(value_type)]
    texts = [name for name, value_type in required.items() if _is_text(value_type) and name not in (*words, "year")]
    minutes, rest = _minutes_and_rest(text, is_free=bool(texts)) if "minutes" in fields else (None, "")
    if minutes:
        yield "minutes", str(minutes)
        text = rest
    if ID.match(text) and words:
        yield words[0], text
        return
    year = _YEAR.search(text) if {"authors", "year"} <= fields.keys() else None
    if year and (match := _TITLE_IN_QUOTES.match(text)):
        yield from _parts_around_title(match)
    elif year and text[: year.start()].strip(" ."):
        yield "authors", _authors(text[: year.start()].rstrip())
        yield "year", year["value"]
        lines = [name for name in texts if bare(fields[name]) is not Prose]
        parts = _SENTENCE_END.split(text[year.end() :].strip(" .,"), maxsplit=max(0, len(lines) - 1))
        yield from ((name, part.rstrip(".")) for name, part in zip(lines, parts, strict=False) if part)
    elif texts and text:
        long = [name for name in texts if _is_long(fields[name])]
        yield (long if len(long) == 1 else texts)[0], _sentence(text) if "minutes" in fields else text


def _parts_around_title(match: re.Match[str]) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a work that is cited with its title in quotation marks."""
    yield "authors", _authors(match["authors"].strip(" .,"))
    yield "year", _YEAR.findall(match["rest"])[-1]
    yield "title", match["title"].rstrip(" .,")
    yield "venue", match["rest"].strip(" .,")


def cited(text: str, entry_type: type[BaseModel]) -> Suggestion | None:
    """Return a work that is cited in running text as an entry to fill in, or None where the text is no citation.

    The id is made of the names before the year, and the year.
    """
    value = filled(entry_type, text)
    year = value.get("year", OPEN)
    if "\n" in text.strip() or not {"doi", "year"} & value.keys() or (year == OPEN and "doi" not in value):
        return None
    names = [re.split(r"[\s,]", author)[0] for author in value.get("authors", ())][:_NAMES_OF_ID]
    id_ = proper_id(" ".join((*names, year))) if year != OPEN else "the-author-and-year"
    return suggested("write", id_, entry_type, value, 0)


def _minutes_and_rest(text: str, *, is_free: bool) -> tuple[int | None, str]:
    """Return the minutes that a text names, and the text without them; in a free text they follow it in brackets."""
    behind = _TIME_BEHIND.fullmatch(text)
    if behind and (minutes := amount_in(behind["time"], "minutes")):
        return minutes, behind["text"]
    minutes = int(text) if text.isdecimal() else amount_in(text, "minutes")
    return (None, text) if is_free else (minutes, without_amounts(text).removeprefix(str(minutes)))


def _sentence(text: str) -> str:
    """Return a text of some words with a full stop at its end."""
    return f"{text}." if text.count(" ") > 1 and text[-1].isalnum() else text


def _is_long(value_type: Any) -> bool:
    marks = (mark.name for mark in getattr(value_type, "__metadata__", ()) if isinstance(mark, SchemaKeyword))
    return bare(value_type) is Prose or "x-multiline" in marks


def _is_text(value_type: Any) -> bool:
    return bare(value_type) in (str, Prose)


def pairs(written: str) -> dict[str, str]:
    """Return the names and values of lines in which something other than a colon parts them, or nothing."""
    matches = [_PAIR.fullmatch(line) for line in written.split("\n") if line.strip()]
    return {match["name"]: match["value"] for match in matches if match} if all(matches) else {}


def _wishes(value_type: Any, value: Any, name: str) -> Iterator[tuple[str, Wish]]:
    """Yield what to write for each field of a value that is open, after its name."""
    owner = as_model(value_type)
    if owner and isinstance(value, dict):
        for field, part in value.items():
            info = fields_of(owner).get(field)
            if part == OPEN:
                yield field, _choice(inside(owner, field)) or _as_part(info.description if info else None)
            else:
                yield from _wishes(inside(owner, field), part, field)
    elif isinstance(value, (list, dict)):
        argument = (get_args(bare(value_type)) or (str,))[-1]
        parts = [(name, part) for part in value] if isinstance(value, list) else value.items()
        for key, part in parts:
            if part != OPEN:
                yield from _wishes(argument, part, key)
            elif wish := _choice(argument):
                yield name, wish
        yield from ((key, OneOf("actions")) for key, _ in parts if key == "the-action")


def _choice(value_type: Any) -> Wish | None:
    """Return the words to choose from for a field, or what has them, or None where it is free."""
    if get_origin(bare(value_type)) is Literal:
        return OneOf(words=get_args(bare(value_type)))
    reference = scale_of(value_type) or reference_of(value_type)
    return OneOf(reference) if reference else None


def _as_part(description: str | None) -> str:
    text = re.sub(r"(?<=\w\w)\.$", "", description or "your own words")
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def suggested(lead: str, name: str, value_type: Any, value: Any, indent: int | None = None) -> Suggestion:
    """Return the suggestion of a value of a type."""
    return Suggestion(lead, name, value, indent, dict(_wishes(value_type, value, name)))


def suggest(code: str, location: Location, message: str, hint: Hint, **others: Any) -> Diagnostic:
    """Return a diagnostic with a hint, which it keeps as data if it suggests YAML."""
    suggestion = hint if isinstance(hint, Suggestion) else None
    return Diagnostic(code, location, message, text_of(hint), suggestion=suggestion, **others)


def around(hint: Hint, before: str = "", behind: str = "") -> Hint:
    """Return a hint with words before it and after it."""
    if isinstance(hint, str):
        return before + hint + behind
    return replace(hint, lead=before + hint.lead, end=hint.end + behind)


def text_of(hint: Hint) -> str:
    """Return a hint as people read it: below an empty line the YAML to type, if it is more than a line."""
    if isinstance(hint, str):
        return hint
    wishes = {name: _as_words(wish) for name, wish in hint.wishes.items()}
    listed = "; ".join(f"for `{name}` {wish}" for name, wish in wishes.items())
    remark = f", and put in the place of each {OPEN}: {listed}" if wishes else ""
    if hint.indent is not None:
        return f"{hint.lead} this{remark}{hint.end}\n\n{block(hint.name, hint.value, hint.indent)}"
    if isinstance(hint.value, list) and [*wishes] == [hint.name]:
        remark = f" with {wishes[hint.name]} in the place of {OPEN if OPEN in hint.value else 'each'}"
    value = f"[{', '.join(map(_item, hint.value))}]" if isinstance(hint.value, list) else flow(hint.value)
    label = "-" if hint.name == "-" else f"{hint.name}:"
    return f"{hint.lead} `{label} {value}`{remark}{hint.end}"


def _item(value: Any) -> str:
    """Return an item on one line; what is quoted from its author is still to be replaced, and no YAML."""
    return value if isinstance(value, str) and value.startswith(QUOTE) else flow(value)


def _as_words(wish: Wish) -> str:
    if isinstance(wish, str):
        return wish
    if wish.words:
        return " or ".join(f"`{word}`" for word in wish.words)
    is_of_guide = wish.of in WORD_LISTS or wish.of in Scales.model_fields
    return f"a word of `{wish.of}` in guide.yml" if is_of_guide else "an id" + f" of `{wish.of}`" * bool(wish.of)
