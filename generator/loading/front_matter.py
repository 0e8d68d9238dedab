"""The front matter of a hand-written page: its fields, between two lines of three hyphens."""

import re
from collections.abc import Sequence

from generator.diagnostics.diagnostic import listed
from generator.diagnostics.suggestion import OPEN
from generator.loading.suggestions import plain

# The fields, and the Markdown below them.
FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.DOTALL)
_HEADING = re.compile(r"#+ +(?P<text>.*?)[ #]*|\*\*(?P<strong>[^*]+)\*\*")
_FIELD = re.compile(r"[a-z_]+:|\s+\S")
# What is instead of three hyphens: other dashes, more or fewer of them, or other marks for a line.
_LINE = re.compile(r"(?:[-\u2010-\u2015\u2212_*=~] *)+")


def missing_front_matter(text: str) -> tuple[int, str, str]:
    """Return the line, counted from 1, at which a page should have its front matter, why it has none, and the hint."""
    lines = text.split("\n")
    if marks := _other_marks(lines):
        message = "the head of the page is between other lines than `---`"
        places = listed(f"line {number + 1}" for number in marks)
        return marks[0] + 1, message, f"write three hyphens, `---`, and nothing else in {places}"
    if text.startswith("---\n"):
        last = 0
        for number, line in enumerate(lines[1:], 1):
            if not _FIELD.match(line):
                break
            last = number
        return last + 1, "the head of the page is not closed", f"put a line `---` after line {last + 1}"
    signs = (
        (
            all(line.startswith(">") for line in lines if line.strip()),
            "every line begins with `>`, as in a mail that quotes another",
            "delete the `> ` at the start of each line",
        ),
        (
            re.search(r"^---\n[a-z_]+:", text, re.MULTILINE),
            "the head of the page does not start on the first line",
            "delete what is above the first `---`",
        ),
        (
            text.startswith("+++\n"),
            "the head of the page is written as in other programs",
            "write `---` for each line `+++`, and between them lines such as `title: …`, without ` = ` and quotes",
        ),
    )
    for is_shown, message, hint in signs:
        if is_shown:
            return 1, message, hint
    end = next((number for number, line in enumerate(lines) if not _FIELD.match(line)), 0)
    if end:
        return 1, "the head of the page is not marked", f"put a line `---` above line 1, and another below line {end}"
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    title = _HEADING.fullmatch(lines[first])
    where = f"write this instead of line {first + 1}" if title else "write this above the first line"
    name = plain(title["text"] or title["strong"]) if title else OPEN
    hint = f"{where}, and put in the place of {OPEN}: for `summary` one sentence on what the page says"
    hint += "" if title else "; for `title` what to call it"
    return first + 1, "the page has no head", f"{hint}\n\n---\ntitle: {name}\nsummary: {OPEN}\n---"


def _other_marks(lines: Sequence[str]) -> list[int]:
    """Return the lines above and below the fields of a head that should be `---`, or nothing where they are not."""
    end = next((number for number, line in enumerate(lines) if number and not _FIELD.match(line)), 0)
    is_head = end > 1 and _LINE.fullmatch(lines[0])
    marks = [number for number in (0, end) if is_head and _LINE.fullmatch(lines[number])]
    return [number for number in marks if lines[number] != "---"]
