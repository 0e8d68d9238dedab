"""The front matter of a hand-written page: its fields, between two lines of three hyphens."""

import re

from generator.loading.suggestions import OPEN, plain

# The fields, and the Markdown below them.
FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.DOTALL)
_HEADING = re.compile(r"#+ +(?P<text>.*?)[ #]*|\*\*(?P<strong>[^*]+)\*\*")
_FIELD = re.compile(r"[a-z_]+:|\s+\S")


def missing_front_matter(text: str) -> tuple[int, str, str]:
    """Return the line, counted from 1, at which a page should have its front matter, why it has none, and the hint."""
    if text.startswith("---\n"):
        last = 0
        for number, line in enumerate(text.split("\n")[1:], 1):
            if not _FIELD.match(line):
                break
            last = number
        return last + 1, "the head of the page is not closed", f"put a line `---` after line {last + 1}"
    if all(line.startswith(">") for line in text.split("\n") if line.strip()):
        return (
            1,
            "every line begins with `>`, as in a mail that quotes another",
            "delete the `> ` at the start of each line",
        )
    if re.search(r"^---\n[a-z_]+:", text, re.MULTILINE):
        return 1, "the head of the page does not start on the first line", "delete what is above the first `---`"
    if text.startswith("+++\n"):
        hint = "write `---` for each line `+++`, and between them lines such as `title: …`, without ` = ` and quotes"
        return 1, "the head of the page is written as in other programs", hint
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if not _FIELD.match(line)), 0)
    if end:
        return 1, "the head of the page is not marked", f"put a line `---` above line 1, and another below line {end}"
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    title = _HEADING.fullmatch(lines[first])
    where = f"write this in the place of line {first + 1}" if title else "write this above the first line"
    name = plain(title["text"] or title["strong"]) if title else OPEN
    hint = f"{where}, and put in the place of {OPEN}: for `summary` one sentence on what the page says"
    hint += "" if title else "; for `title` what to call it"
    return first + 1, "the page has no head", f"{hint}\n\n---\ntitle: {name}\nsummary: {OPEN}\n---"
