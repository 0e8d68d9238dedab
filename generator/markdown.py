"""The Markdown that authors may write, and how untrusted text becomes safe text.

A `Prose` field knows paragraphs, *emphasis*, **strong emphasis**, lists, quotations and links, and nothing else.
Links are the only construct with an address in it, and the only one that is recognised here: whatever is not a link
in exactly the one known form has its brackets, braces, backticks and angle brackets turned into character references.
So neither HTML nor attribute lists, images, reference definitions or code can come out of a contributed text, whatever
extensions the site engine has switched on. There are two walls: the rules of `linting/rules/html.py` refuse such a
text with a message, and `to_markdown` shows it as the letters that it consists of.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model import targets

# As sources, since the rules over texts are made of them too, which JavaScript reads as well as Python.
LINK_WORDS = r"[^\[\]\n]*(?:\n(?!\n)[^\[\]\n]*)*"
ADDRESS = (
    r"https://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~!$&'*+,;=:@%/?#-]*)?"
    r"|mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+"
)
LINK = rf"\[{LINK_WORDS}\]\([^()\s]*\)"
IMAGE = r"!\[[^\]\n]*\](?:\([^)\n]*\))?"

_LINK = re.compile(rf"(?<!!)\[({LINK_WORDS})\]\(([^()\s]*)\)")
_ENTRY_TARGET = re.compile(r"^([a-z]+):([a-z0-9-]+)$")
_ADDRESS = re.compile(rf"^(?:{ADDRESS})$")
# What would be a mark in Markdown or HTML and may not be one: at the beginning of a line, all of a line, or anywhere.
_MARKS = re.compile(
    r"(?m)^(?P<indent>[ >]*)(?P<line>!!!|\?\?\?|:|=+ *$|-+ *$)"
    r"|(?P<sign>[&<`{}\[\]|\\~^#]|(?<![ >\n])(?<!^)>)"
)
# Both in one pass: whether a mark begins a line depends on the whole line, links included.
_LINK_OR_MARK = re.compile(f"{_LINK.pattern}|{_MARKS.pattern.removeprefix('(?m)')}", re.MULTILINE)

# What could be a mark in Markdown or HTML, as a character reference.
_CHARACTER_REFERENCES = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>\"'`*_{}[]()#|\\!~^$="})

Resolve = Callable[[str, str], tuple[str, str]]
Suffix = Callable[[str, str], str]


def _no_suffix(*_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to another entry of the guide."""

    kind: str
    id: str
    target: str


def link_targets() -> str:
    """Return the source of a pattern for all that links may lead to."""
    kinds = "|".join(name for name, target in targets().items() if target.is_linkable)
    return rf"(?:{kinds}):[a-z0-9-]+|{ADDRESS}"


def references(text: str) -> Iterator[Reference]:
    """Yield the links of a Prose text that lead to entries of the guide."""
    if "](" not in text:
        return
    for match in _LINK.finditer(text):
        if reference := _referenced(match[2]):
            yield reference


def escape(text: str) -> str:
    """Return a text that Markdown and HTML, attributes included, both show letter by letter.

    Character references mean the same in all three, where a backslash would show up in HTML.
    A plus sign by itself has no meaning, and numbers may begin with it.
    """
    return text.translate(_CHARACTER_REFERENCES).replace("++", "&#43;&#43;")


def to_markdown(text: str, resolve: Resolve, suffix: Suffix = _no_suffix) -> str:
    """Return a Prose text as Markdown that holds nothing but what the module's head names.

    Args:
        text: The contributed text.
        resolve: From the kind and id of an entry to its address and title.
        suffix: From the same to the HTML that follows a link to it.
    """

    def as_markdown(match: re.Match[str]) -> str:
        return _unmarked(match) if match[2] is None else _link(match[1], match[2], resolve, suffix)

    return _LINK_OR_MARK.sub(as_markdown, text)


def page_to_markdown(text: str, resolve: Resolve, suffix: Suffix = _no_suffix) -> str:
    """Return the text of a hand-written page as `to_markdown` does, but with its headings of second and third level."""
    converted = to_markdown(text, resolve, suffix)
    return re.sub(r"(?m)^&#35;(&#35;)+(?= )", lambda match: "#" * (len(match[0]) // len("&#35;")), converted)


def to_plain(text: str) -> str:
    """Return a Prose text without its marks: the words of its links, no asterisks, on one line."""
    words = _LINK.sub(lambda link: link[1], text)
    return " ".join(re.sub(r"\*+|(?<!\w)_+|_+(?!\w)", "", words).split())


def _link(words: str, target: str, resolve: Resolve, suffix: Suffix) -> str:
    if reference := _referenced(target):
        address, title = resolve(reference.kind, reference.id)
        return f"[{_escape_prose(words.strip()) or escape(title)}]({address}){suffix(reference.kind, reference.id)}"
    if _ADDRESS.match(target):
        return f"[{_escape_prose(words.strip()) or escape(target)}]({html.escape(target)})"
    return escape(f"[{words}]({target})")


def _referenced(target: str) -> Reference | None:
    """Return the entry that a link's target names, where it is of a kind that links can lead to."""
    match = _ENTRY_TARGET.match(target)
    kind = targets().get(match[1]) if match else None
    return Reference(match[1], match[2], target) if match and kind and kind.is_linkable else None


def _escape_prose(text: str) -> str:
    """Return a text in which only emphasis, lists, quotations and paragraphs are still marks."""
    return _MARKS.sub(_unmarked, text)


def _unmarked(match: re.Match[str]) -> str:
    """Return what `_MARKS` found as the letters that it consists of."""
    if match["sign"]:
        return _character_reference(match["sign"])
    return match["indent"] + "".join(map(_character_reference, match["line"]))


def _character_reference(character: str) -> str:
    return character if character == " " else f"&#{ord(character)};"
