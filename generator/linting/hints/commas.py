"""Titles and references in lists, which their own commas cut into several items."""

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.diagnostics.diagnostic import Diagnostic, plainly
from generator.diagnostics.topics import Name
from generator.linting.hints.place import text_before
from generator.linting.hints.titles import Titles


def merge_parts(titles: Titles, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics, one where commas cut a title or a reference between brackets into several items."""
    whole: list[Diagnostic] = []
    for diagnostic in diagnostics:
        place = diagnostic.location
        last = whole[-1].location if whole else place
        if (place.path, place.line) == (last.path, last.line) and last.column < place.column < last.end_column:
            continue
        rest = re.match(r"[^\[\]{}:]*(?=[\]:])", place.source[place.column - 1 :])
        if diagnostic.code == "bad-id" and rest and (cut := _cut_by_commas(titles, diagnostic, rest[0])):
            text, ids = cut
            end = place.column + len(text)
            message = f"commas cut “{text}” into several items"
            hint = f"write `{ids}` in its place"
            whole.append(Diagnostic("bad-id", replace(place, end_column=end), message, hint))
        else:
            whole.append(diagnostic)
    return whole


def _cut_by_commas(titles: Titles, diagnostic: Diagnostic, rest: str) -> tuple[str, str] | None:
    """Return the longest text with a comma at the start of the rest of a list that names something, and the ids."""
    place, topic = diagnostic.location, diagnostic.topic
    is_of_sources = isinstance(topic, Name) and topic.of == "sources"
    ends = [match.start() for match in re.finditer(r",|$", rest)][1:]
    for end in reversed(ends):
        text = rest[:end].rstrip()
        if plainly(text) in titles.referents and (referent := titles.referent(text, text_before(place), place.path)):
            return text, referent.id
        works = [titles.work(part) for part in re.split(r"\s*;\s*", text)] if is_of_sources else []
        if works and all(works):
            return text, ", ".join(work.id for work in works if work)
    return None
