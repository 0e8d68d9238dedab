"""The head of a hand-written page: its fields, between two lines of three hyphens."""

import re
from itertools import takewhile

HEAD = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.DOTALL)


def without_head(text: str) -> tuple[str, str]:
    """Return what to say of a page whose head can't be found, and what to type."""
    if text.lstrip().startswith("---\n") and not text.startswith("---"):
        return "the head of the page does not begin in the first line", "delete what stands above the first `---`"
    if text.startswith("---\n"):
        lines = text.split("\n")
        fields = takewhile(lambda number: re.match(r"[a-z_]+:|\s+\S", lines[number]), range(1, len(lines)))
        return "the head of the page is not closed", f"put a line `---` after line {max(fields, default=0) + 1}"
    hint = "begin the file with a line `---`, then `title: …` and `summary: …`, then a line `---`"
    return "the page has no head", hint
