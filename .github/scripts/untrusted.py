"""Makes a stranger's text fit to stand in a comment, a title or a commit message.

GitHub renders what it is given: a name behind an @ calls that person, a number behind a # ties two issues together, a
link may lead anywhere. An invisible space (U+200B) takes that from a text without changing how it looks.
"""

import html
import re

MOST_CHARACTERS = 65_536  # of a comment, says GitHub

_GAP = "\u200b"
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
# Behind each of these a gap keeps GitHub from acting on what follows: a name, a tag, the target of a link, an address,
# the number of an issue, a fence; and an entity, where it stands for a part of one of these.
_ACTIVE = re.compile(
    r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);"
    r"|@(?=\S)|<|\](?=[(\[:])|(?<=[a-z]):(?=//)|\bwww(?=\.)|#(?=[\d&])|\bGH(?=[-&])|[`~](?=[`~]{2})",
    re.IGNORECASE,
)


def readable(text: str) -> str:
    """Return a text with plain line ends and without characters that nobody sees."""
    return _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def quiet(text: str) -> str:
    """Return Markdown that calls nobody, links nowhere, and holds no HTML and no fence."""
    return _ACTIVE.sub(lambda found: found[0] + ("" if _is_idle(found[0]) else _GAP), readable(text))


def _is_idle(active: str) -> bool:
    return active.startswith("&") and not re.search(r"[^\W_]|[@#:/.-]", html.unescape(active).removesuffix(";"))


def folding(text: str, most: int) -> str:
    """Return Markdown as `quiet` does, cut to about so many characters, in which parts may be folded away.

    A fold begins with a line `<details><summary>…</summary>` and ends with a line `</details>`; one in another, and one
    that is not ended, are mended.
    """
    lines, is_open, length = list[str](), False, 0
    for line in readable(text).split("\n"):
        begins = None if is_open else re.fullmatch(r"<details><summary>(.*)</summary>", line)
        ends = is_open and line == "</details>"
        shown = f"<details><summary>{quiet(begins[1])}</summary>" if begins else line if ends else quiet(line)
        length += len(shown) + 1
        if length > most:
            lines.append("…")
            break
        lines.append(shown)
        is_open = bool(begins) or (is_open and not ends)
    return "\n".join([*lines, *(["", "</details>"] if is_open else [])]).strip("\n")


def one_line(text: str, most: int = 200) -> str:
    """Return a text as one quiet line of so many characters at the most."""
    return shortened(" ".join(quiet(text).split()), most)


def fenced(text: str, most: int = 8000) -> str:
    """Return a text as a block of code that it can't break out of, and that can be copied from."""
    inside = shortened(readable(text).strip("\n"), most).replace("@", f"@{_GAP}")
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", inside)), default=0))
    return f"{fence}text\n{inside}\n{fence}"


def shortened(text: str, most: int) -> str:
    """Return a text of so many characters at the most; where it was cut there is an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
