"""How new and changed entries will read, as text: for those who look at a change without building the site."""

import re
from collections.abc import Iterable, Iterator

from generator import model
from generator.diff.models import EntryChange, Excerpt
from generator.loading import Authored, Content, HandWritten
from generator.markdown import to_plain

_LINK_WITHOUT_WORDS = re.compile(r"\[\](?=\(([a-z]+):([a-z0-9-]+)\))")
_PARAGRAPH_END = re.compile(r"\n\s*\n|\n(?=(?:[-*] |\d+\. |#))")


def excerpts(content: Content, changes: Iterable[EntryChange]) -> Iterator[Excerpt]:
    """Yield an excerpt of each new or changed entry that has new texts.

    Args:
        content: What the entries are after the change.
        changes: What changed.
    """
    for change in changes:
        entry = content.entries.get(change.kind, {}).get(change.id)
        if entry is None or change.what == "removed":
            continue
        is_new = change.what == "added"
        fields = {str(path[0]) for path, _ in entry.texts} if is_new else set(change.fields)
        if texts := tuple(_texts(content, change.kind, entry, fields - {model.KINDS[change.kind].title_field})):
            yield Excerpt(change.kind, change.id, change.title, texts)


def _texts(content: Content, kind: str, entry: Authored[model.Entry], fields: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the texts of fields as people read them, each with its label; the body of a page has none."""
    labels = content.ui_text.value.contribute.labels
    for path, text in entry.texts:
        name = str(path[0])
        is_body = name == "" and isinstance(entry, HandWritten)
        # Texts of several words; what has fewer is an id or a word of a scale.
        if (name in fields or (is_body and fields & {"", "body"})) and " " in text.strip():
            otherwise = name.replace("_", " ").capitalize()
            yield labels.get(f"{kind}.{name}", labels.get(name, otherwise)), _plain(content, text)


def _plain(content: Content, text: str) -> str:
    """Return a text without markup, with an empty line between its paragraphs and items."""
    titled = _LINK_WITHOUT_WORDS.sub(lambda link: f"[{_title(content, link[1], link[2])}]", text)
    parts = (part.lstrip("#").strip() for part in _PARAGRAPH_END.split(titled))
    return "\n\n".join(to_plain(part) for part in parts if part)


def _title(content: Content, kind: str, id_: str) -> str:
    """Return what an entry is called, or its id where it is not there."""
    entry = content.entries.get(kind, {}).get(id_)
    return str(getattr(entry.value, model.KINDS[kind].title_field)) if entry else id_
