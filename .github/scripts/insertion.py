"""Puts entries into the text of a file that holds many, in the order of their ids."""

import re
from collections.abc import Mapping


def entry_starts(text: str) -> dict[str, int]:
    """Return where each entry of a file that holds many begins, by its id."""
    return {match[1]: match.start() for match in re.finditer(r"^([a-z0-9-]+):", text, re.MULTILINE)}


def with_entries(text: str, blocks: Mapping[str, str]) -> str:
    """Return the text of a file with further entries, each before the first whose id comes later.

    Raises:
        ValueError: An entry is there already.
    """
    for id_, block in blocks.items():
        starts = entry_starts(text)
        if id_ in starts:
            raise ValueError(f"{id_} is there already")
        at = next((start for other, start in starts.items() if other > id_), None)
        text = f"{text.rstrip(chr(10))}\n\n{block}" if at is None else f"{text[:at]}{block}\n{text[at:]}"
    return text
