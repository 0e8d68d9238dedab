"""The front matter of a hand-written page: its fields, between two lines of three hyphens."""

import re

# The fields, and the Markdown below them.
FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.DOTALL)
_FIELD = re.compile(r"[a-z_]+:|\s+\S")


def missing_front_matter(text: str) -> tuple[str, str]:
    """Return why a page has no front matter, and the hint."""
    if text.startswith("---\n"):
        last = 0
        for number, line in enumerate(text.split("\n")[1:], 1):
            if not _FIELD.match(line):
                break
            last = number
        return "the head of the page is not closed", f"put a line `---` after line {last + 1}"
    if text.lstrip().startswith("---\n"):
        return "the head of the page does not start on the first line", "delete what is above the first `---`"
    hint = "begin the file with a line `---`, then `title: …` and `summary: …`, then a line `---`"
    return "the page has no head", hint
