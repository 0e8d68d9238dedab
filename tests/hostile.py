"""Words that would do harm if any of them were taken for more than words, and a guide made of nothing else."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.loading import Content
from generator.model import ID_PATTERN, PageProse, Prose, vocabulary

# By sort; each script among them would set `window.pwned`.
HOSTILE: list[str] = [
    words
    for sort in json.loads((Path(__file__).parent / "fixtures/hostile.json").read_text(encoding="utf-8")).values()
    for words in sort
]

# What no page shows as text: references to others, and what has a form of its own.
_NO_TEXT = {"doi", "url", "language", "mark", "kind", "confidence", "year", "verdict", "was"}

Words = Callable[[int], str]


def of_nothing_else(content: Content, words: Words) -> tuple[Content, int]:
    """Return a guide with each text replaced, past all checks, and how many texts there were.

    Args:
        content: The guide.
        words: What to write instead, by the number of the text.
    """
    setup = content.setup.value
    left = {word for words in vocabulary(setup).values() for word in words}
    count = 0

    def changed(value: Any, name: str = "") -> Any:
        nonlocal count
        if isinstance(value, BaseModel):
            fields = {field: changed(getattr(value, field), field) for field in type(value).model_fields}
            return value.model_copy(update=fields)
        if isinstance(value, dict):
            return {key: changed(each, name) for key, each in value.items()}
        if isinstance(value, list):
            return [changed(each, name) for each in value]
        if not isinstance(value, str) or name in _NO_TEXT:
            return value
        if not isinstance(value, Prose) and (value in left or re.match(ID_PATTERN, value)):
            return value
        count += 1
        text = words(count)
        return type(value)(text) if isinstance(value, Prose) else text.replace("\n", " ")

    def entry(each: Any) -> Any:
        return replace(each, value=changed(each.value))

    entries: dict[str, Any] = {
        kind: {id_: entry(each) for id_, each in of_kind.items()} for kind, of_kind in content.entries.items()
    }
    entries["page"] = {id_: replace(page, body=changed(PageProse(page.body))) for id_, page in entries["page"].items()}
    changed_text = entry(content.ui_text)
    return replace(content, setup=entry(content.setup), ui_text=changed_text, entries=entries), count
