"""The beginnings of texts, for lists and for pages that fold the rest."""

import re
from collections.abc import Mapping

from generator.model import Prose

# The fields of which pages show the opening and fold the rest, by `kind.field` or by `field`, and how many letters it
# may have; it has one sentence at least. The form's preview shows where it ends.
OPENINGS: Mapping[str, int] = {"cause.what_happened": 300, "handle_with_care": 0}

_END_OF_SENTENCE = re.compile(r"[^\s.]{2}[.!?][\"'\u2019\u201d*]{0,3}(?=\s)")
_BLOCK = re.compile(r"[-*+] |\d+\. |>")


def opens_with_block(text: str) -> bool:
    """Whether a text begins with a list or a quotation."""
    return bool(_BLOCK.match(text))


def first_sentence(text: str) -> str:
    """Return the beginning of a text up to its first full stop, colon or semicolon before a space."""
    return re.split(r"(?<=[^\s.]{3}[.;:])\s", text, maxsplit=1)[0].rstrip(";:")


def opening(text: Prose, most: int = 0) -> Prose:
    """Return the first sentences of the first paragraph: at least one, and all that fit into the most letters.

    A list or a quotation is not split, and neither is a link or an emphasis. `contribute/opening.js` does the same.
    """
    return Prose(text[: _end_of_opening(text, most)])


def rest(text: Prose, most: int = 0) -> Prose:
    """Return what comes after the opening of a text."""
    return Prose(text[_end_of_opening(text, most) :].strip())


def _end_of_opening(text: str, most: int) -> int:
    paragraph = text.partition("\n\n")[0]
    if opens_with_block(paragraph):
        return len(text)
    ends = [match.end() for match in _END_OF_SENTENCE.finditer(paragraph) if _is_whole(paragraph[: match.end()])]
    ends.append(len(paragraph))
    return max([end for end in ends if end <= most], default=ends[0])


def _is_whole(text: str) -> bool:
    """Whether no link and no emphasis is open at the end of a text."""
    return text.count("[") == text.count("]") and text.count("(") == text.count(")") and text.count("*") % 2 == 0
