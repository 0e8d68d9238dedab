"""Rules on HTML in a text: tags, notes and character references."""

from generator.linting.rules.blanks import HTML_TAGS
from generator.linting.rules.drafts import PLACEHOLDER
from generator.linting.rules.pattern import LINES, PARAGRAPHS, Pattern, TextKind
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import EVERYWHERE

_TEXTS = EVERYWHERE.without("message", "markup")


def _link(address: str, words: str) -> str:
    return rf"""<a\s[^>\n]*href=["']{address}["'][^>\n]*>{words}</a>"""


def _boxed(words: str) -> str:
    box = "(?:div|span|font|u|small|center|section)"
    return rf"<{box}(?:\s[^<>\n]*)?>{words}</{box}>"


def _pair(tags: str, words: str) -> str:
    return f"<(?:{tags})>{words}</(?:{tags})>"


_ADDRESS = r"""[^"'\n]*"""
_LINK_WORDS = r"[^<\n]*"
_BOXED_WORDS = r"[^<>\n]*"
_MARKED_WORDS = r"[^<>\n*]+"
_NOTE = r"<!--(?:(?!-->|<!--)[\s\S])*(?:-->)?"
# What has a rule of its own, with its words in the hint.
_WITH_OWN_RULE = "|".join(
    (_link(_ADDRESS, _LINK_WORDS), _pair("strong|b|em|i", _MARKED_WORDS), _boxed(_BOXED_WORDS), _NOTE)
)

_STRONG = "(?:strong|b|em|i|h[1-6])(?![A-Za-z])"
_PARAGRAPH = "(?:p|br|div)(?![A-Za-z])"
_FRAMES = "(?:script|iframe|video|embed|object|style|svg)(?![A-Za-z])"
_ANY = rf"(?!!--|{PLACEHOLDER}|/?{_STRONG}|/?{_FRAMES}|/?{_PARAGRAPH})[A-Za-z/!?]"
_NOT_ALLOWED = "HTML is not allowed in texts"
_NOTHING_FROM_ELSEWHERE = "nothing from elsewhere can be put into a text"
_WITHOUT = "delete `{fragment}`, and anything else between < and > in this line"
# What HTML is in the way, and what to type instead in paragraphs and in single lines, which have no marks.
_TAGS: tuple[tuple[str, str, str, tuple[TextKind, ...]], ...] = (
    (f"/?{_STRONG}", _NOT_ALLOWED, "write **strong words** or *emphasis* without `{fragment}`", PARAGRAPHS),
    (f"/?{_STRONG}", _NOT_ALLOWED, f"{_WITHOUT}: single lines have no emphasis", LINES),
    (
        f"/?{_FRAMES}",
        _NOTHING_FROM_ELSEWHERE,
        "delete it; to a page or a video write a link, [words](https://…)",
        PARAGRAPHS,
    ),
    (f"/?{_FRAMES}", _NOTHING_FROM_ELSEWHERE, "delete it, with what belongs to it", LINES),
    (
        f"/?{_PARAGRAPH}",
        _NOT_ALLOWED,
        "write an empty line for `{fragment}`, or nothing at either end of the text; delete other tags in this line",
        PARAGRAPHS,
    ),
    (f"/?{_PARAGRAPH}", _NOT_ALLOWED, f"{_WITHOUT}: this text is a single line", LINES),
    (_ANY, _NOT_ALLOWED, _WITHOUT, (*LINES, *PARAGRAPHS)),
)
# Words between tags, the tags that open them, and what to write instead.
_MARKED: tuple[tuple[str, tuple[str, ...], str, tuple[TextKind, ...]], ...] = (
    (_pair("strong|b", f"(?P<words>{_MARKED_WORDS})"), ("<b>", "<strong>"), "**{words}**", PARAGRAPHS),
    (_pair("em|i", f"(?P<words>{_MARKED_WORDS})"), ("<i>", "<em>"), "*{words}*", PARAGRAPHS),
    (_pair("strong|b|em|i", f"(?P<words>{_MARKED_WORDS})"), ("<b>", "<strong>", "<i>", "<em>"), "{words}", LINES),
    (_boxed(f"(?P<words>{_BOXED_WORDS})"), ("<",), "{words}", (*LINES, *PARAGRAPHS)),
)
# Tags in words to send; other words between angle brackets are a blank in the wrong brackets.
_IN_MESSAGE = (
    rf"(</?(?:{HTML_TAGS})(?:\s[^<>\n]*)?/?>)(?:(?!</?(?:{HTML_TAGS})[\s/>]|\n)[\s\S])*"
    rf"(?:</?(?:{HTML_TAGS})(?:\s[^<>\n]*)?/?>[^<\n]*)*"
)

HTML_RULES = (
    *(
        Rule(
            "raw-html",
            message,
            hint,
            # One message a line, whatever follows there.
            Pattern(
                rf"{_WITH_OWN_RULE}|(<{tag}[^\n>]*>?)[^\n]*|<(?!{PLACEHOLDER})[A-Za-z/!?][^\n]*",
                signs=("<",),
                texts=texts,
                where=_TEXTS,
            ),
        )
        for tag, message, hint, texts in _TAGS
    ),
    Rule(
        "raw-html",
        "`{fragment}` is HTML, which readers would send along",
        "delete it, and other tags in this line; begin a new line where a line should end",
        Pattern(_IN_MESSAGE, signs=("<",), where=EVERYWHERE.only("message")),
    ),
    Rule(
        "raw-html",
        "a note between <!-- and -->, which readers would see",
        "delete it with its words; say in the pull request what is still open",
        Pattern(f"({_NOTE})", signs=("<!--",), where=EVERYWHERE.without("markup")),
    ),
    *(
        Rule(
            "raw-html",
            "a link in HTML, which is not allowed in texts",
            hint,
            Pattern(
                f"({_link(f'(?P<address>{_ADDRESS})', f'(?P<words>{_LINK_WORDS})')})",
                signs=("<a",),
                texts=texts,
                where=_TEXTS,
            ),
        )
        for hint, texts in (
            ("write `[{words}]({address})`", PARAGRAPHS),
            ("write `{words}`; links work in the longer texts", LINES),
        )
    ),
    *(
        Rule(
            "raw-html",
            "`{fragment}` is HTML, which is not allowed in texts",
            f"write `{markdown}` in its place",
            Pattern(f"({pattern})", signs=signs, texts=texts, where=_TEXTS),
        )
        for pattern, signs, markdown, texts in _MARKED
    ),
    Rule(
        "character-reference",
        "a character reference",
        "type the character itself here and for each other in this line, and a space for `&nbsp;`",
        Pattern(
            r"(&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);)[^\n]*",
            signs=("&",),
            where=EVERYWHERE.without("markup"),
        ),
    ),
)
