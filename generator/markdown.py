"""The Markdown that authors may write, and how untrusted text becomes safe text.

A `Prose` field knows paragraphs, *emphasis*, **strong emphasis**, lists, quotations and links, and nothing else.
Links are the only construct with an address in it, and the only one that is recognised here: whatever is not a link
in exactly the one known form has its brackets, braces, backticks and angle brackets turned into character references.
So neither HTML nor attribute lists, images, reference definitions or code can come out of a contributed text, whatever
extensions the site engine has switched on. Both walls stand: `diagnostics` refuses such text with a message, and
`to_markdown` would render it as the letters that it consists of.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model.kinds import targets

_LINK = re.compile(r"(?<!!)\[([^\[\]\n]*(?:\n(?!\n)[^\[\]\n]*)*)\]\(([^()\s]*)\)")
_IMAGE = re.compile(r"!\[[^\]\n]*\](\([^)\n]*\))?")
_REFERENCE = re.compile(r"^([a-z]+):([a-z0-9-]+)$")
_ADDRESS = re.compile(
    r"^(https://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~!$&'*+,;=:@%/?#-]*)?|mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+)$"
)
# What would be a mark in Markdown or HTML and may not be one: at the beginning of a line, all of a line, or anywhere.
_MARKS = re.compile(
    r"(?m)^(?P<indent>[ >]*)(?P<line>!!!|\?\?\?|:|=+ *$|-+ *$)"
    r"|(?P<sign>[&<`{}\[\]|\\~^#]|(?<![ >\n])(?<!^)>)"
)
# Both are looked for in one text, as it is the line that a mark stands on which counts, links and all.
_LINK_OR_MARK = re.compile(f"{_LINK.pattern}|{_MARKS.pattern.removeprefix('(?m)')}", re.MULTILINE)

_FAULTS = (
    (
        "raw-html",
        re.compile(r"<[A-Za-z/!?][^\n>]*>?"),
        "HTML is not allowed in texts",
        "write it in plain words, or use *emphasis* and lists",
    ),
    ("image", _IMAGE, "pictures are not allowed in texts", "describe it in words"),
    (
        "heading-in-text",
        re.compile(r"(?m)^ {0,3}#{1,6} .*$"),
        "a heading inside a text",
        "begin a new paragraph with **strong words** instead",
    ),
    (
        "heading-in-text",
        re.compile(r"(?m)(?<=\S\n)^ {0,3}(=+|-+) *$"),
        "this line would turn the one above into a heading",
        "put an empty line above it, or delete it",
    ),
    (
        "code-in-text",
        re.compile(r"(?m)^ {0,3}(```|~~~).*$"),
        "a block of code inside a text",
        "use a quotation (`>` at the start of the line) or a list",
    ),
    (
        "character-reference",
        re.compile(r"&(#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);"),
        "a character reference",
        "type the character itself",
    ),
)
# What no diagnostic does without: most texts hold none of it and are done with at a glance.
_SUSPICIOUS = re.compile(r"<|!|#|=|`|~|&|\n {0,3}-")
# What was surely meant as a mark and is shown letter by letter; the group is what to point to.
_SLIPS = (
    (
        "bare-address",
        re.compile(r"(https?://[^\s<>]*[\w/])"),
        "an address by itself is no link",
        "write [words](https://…)",
    ),
    (
        "list-in-text",
        re.compile(r"(?m)^(?![ >]|[-*+] |\d+[.)] )[^\n]+\n((?:[-*+]|1[.)]) .*)$"),
        "a list that follows a line of text is shown as one text with it",
        "put an empty line above it",
    ),
)
_LINK_LIKE = re.compile(r"\]\s?[(\[:][^\s)]*\)?")


# What could be a mark in Markdown or HTML, as a character reference.
_REFERENCES = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>\"'`*_{}[]()#|\\!~^$="})

Resolve = Callable[[str, str], tuple[str, str]]
Mark = Callable[[str, str], str]


def _no_mark(*_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a text that can't stay: the fragment in question, what is wrong with it, and the hint."""

    code: str
    fragment: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to another entry of the guide."""

    kind: str
    id: str
    target: str


def text_errors(text: str) -> Iterator[Fault]:
    """Yield what can't stay in any text, be it Prose or a single line."""
    if not _SUSPICIOUS.search(text):
        return
    for code, pattern, message, hint in _FAULTS:
        for match in pattern.finditer(text):
            yield Fault(code, match[0].strip("\n"), message, hint)


def link_errors(text: str) -> Iterator[Fault]:
    """Yield the links of a Prose text that lead nowhere allowed or are not written in the one known form."""
    if "]" not in text:
        return
    for match in _LINK.finditer(text):
        target = match[2]
        if not _referenced(target) and not _ADDRESS.match(target):
            hint = "link with https://…, mailto:…, or an entry of this guide, such as (cause:its-id)"
            yield Fault("unsafe-link", f"]({target})", f"a link to `{target}`", hint)
    rest = _IMAGE.sub(" ", _LINK.sub(" ", text))
    for match in _LINK_LIKE.finditer(rest):
        hint = "write [words](https://…) in one piece, without spaces or brackets in the address"
        yield Fault("malformed-link", match[0], "this looks like a link but is none", hint)


def slips(text: str) -> Iterator[Fault]:
    """Yield what was surely meant as a mark of a Prose text, and is none as it stands."""
    if not ("http" in text or "**" in text or "\n- " in text or "\n* " in text or "\n1" in text):
        return
    # Addresses of links are no text; up to the end of a link's words, what is left stands in the text as it is here.
    plain = _LINK.sub(lambda link: f"[{link[1]}]", text)
    for code, pattern, message, hint in _SLIPS:
        for match in pattern.finditer(plain):
            yield Fault(code, match[1].partition("]")[0], message, hint)
    for paragraph in plain.split("\n\n"):
        if paragraph.count("**") % 2:
            begins = re.split(r"[\]\n]", paragraph[paragraph.rindex("**") :])[0]
            message = "the strong words that begin here do not end"
            yield Fault("open-emphasis", begins, message, "put ** at their end too")


def references(text: str) -> Iterator[Reference]:
    """Yield the links of a Prose text that lead to entries of the guide."""
    if "](" not in text:
        return
    for match in _LINK.finditer(text):
        if reference := _referenced(match[2]):
            yield reference


def escape(text: str) -> str:
    """Return a text such that both Markdown and HTML, attributes included, show it letter by letter.

    Character references mean the same in all three, where a backslash would show up in HTML.
    """
    return text.translate(_REFERENCES).replace("++", "&#43;&#43;")  # one by itself is no mark, and stands in numbers


def to_markdown(text: str, resolve: Resolve, mark: Mark = _no_mark) -> str:
    """Return a Prose text as Markdown that holds nothing but what the module's head names.

    Args:
        text: The contributed text.
        resolve: From the kind and id of an entry to its address and title.
        mark: From the same to the HTML that stands behind a link to it.
    """

    def made(found: re.Match[str]) -> str:
        return _unmarked(found) if found[2] is None else _link(found[1], found[2], resolve, mark)

    return _LINK_OR_MARK.sub(made, text)


def page_to_markdown(text: str, resolve: Resolve, mark: Mark = _no_mark) -> str:
    """Return the text of a hand-written page as `to_markdown` does, but with its headings of second and third level."""
    made = to_markdown(text, resolve, mark)
    return re.sub(r"(?m)^&#35;(&#35;)+(?= )", lambda mark: "#" * (len(mark[0]) // len("&#35;")), made)


def to_plain(text: str) -> str:
    """Return a Prose text without its marks: the words of its links, no asterisks, on one line."""
    words = _LINK.sub(lambda link: link[1], text)
    return " ".join(re.sub(r"\*+|(?<!\w)_+|_+(?!\w)", "", words).split())


def _link(words: str, target: str, resolve: Resolve, mark: Mark) -> str:
    if reference := _referenced(target):
        address, title = resolve(reference.kind, reference.id)
        return f"[{_escape_prose(words.strip()) or escape(title)}]({address}){mark(reference.kind, reference.id)}"
    if _ADDRESS.match(target):
        return f"[{_escape_prose(words.strip()) or escape(target)}]({html.escape(target)})"
    return escape(f"[{words}]({target})")


def _referenced(target: str) -> Reference | None:
    """Return the entry that a link's target names, where it is of a kind that links can lead to."""
    match = _REFERENCE.match(target)
    known = targets().get(match[1]) if match else None
    return Reference(match[1], match[2], target) if match and known and known.is_linkable else None


def _escape_prose(text: str) -> str:
    """Return a text in which only emphasis, lists, quotations and paragraphs are still marks."""
    return _MARKS.sub(_unmarked, text)


def _unmarked(found: re.Match[str]) -> str:
    """Return what `_MARKS` found as the letters that it consists of."""
    return _reference(found["sign"]) if found["sign"] else found["indent"] + "".join(map(_reference, found["line"]))


def _reference(sign: str | re.Match[str]) -> str:
    letter = sign if isinstance(sign, str) else sign[0]
    return letter if letter == " " else f"&#{ord(letter)};"
