"""Rules on HTML in a text."""

from generator.linting.rules.drafts import PLACEHOLDER
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import EVERYWHERE

_STRONG = "(?:strong|b|em|i|h[1-6])(?![A-Za-z])"
# A pair of tags with words between them, which has a rule of its own.
_STRONG_WORDS = r"<(?:strong|b|em|i)>(?:[^<>\n*]+)</(?:strong|b|em|i)>"
_BOXED_WORDS = (
    r"<(?:div|span|font|u|small|center|section)(?:\s[^<>\n]*)?>(?:[^<>\n]*)</(?:div|span|font|u|small|center|section)>"
)
_PARAGRAPH = "(?:p|br|div)(?![A-Za-z])"
_FRAMES = "(?:script|iframe|video|embed|object|style|svg)(?![A-Za-z])"
_LINK_TAG = r"""<a\s[^>\n]*href=["'](?:[^"'\n]*)["'][^>\n]*>(?:[^<\n]*)</a>"""
# What HTML stands in the way, and what to type instead.
_TAGS = (
    (f"/?{_STRONG}", "HTML is not allowed in texts", "write **strong words** or *emphasis* without `{fragment}`"),
    (
        f"/?{_FRAMES}",
        "nothing from elsewhere can be put into a text",
        "delete it; to a page or a video write a link, [words](https://…)",
    ),
    (
        f"/?{_PARAGRAPH}",
        "HTML is not allowed in texts",
        "write an empty line for `{fragment}`, or nothing at either end of the text; delete other tags in this line",
    ),
    (
        rf"(?!!--|{PLACEHOLDER}|/?{_STRONG}|/?{_FRAMES}|/?{_PARAGRAPH})[A-Za-z/!?]",
        "HTML is not allowed in texts",
        "delete `{fragment}`, and what else stands between < and > in this line",
    ),
)


HTML_RULES = (
    *(
        Rule(
            "raw-html",
            message,
            hint,
            # One message a line, whatever follows there.
            Pattern(
                rf"{_LINK_TAG}|{_STRONG_WORDS}|{_BOXED_WORDS}|<!--(?:(?!-->|<!--)[\s\S])*(?:-->)?|(<{tag}[^\n>]*>?)[^\n]*|<(?!{PLACEHOLDER})[A-Za-z/!?][^\n]*",
                signs=("<",),
                where=EVERYWHERE.without("message", "markup"),
            ),
        )
        for tag, message, hint in _TAGS
    ),
    Rule(
        "raw-html",
        "a note between <!-- and -->, which readers would see",
        "delete it with its words; what is still open can stand in the pull request",
        Pattern(r"(<!--(?:(?!-->|<!--)[\s\S])*(?:-->)?)", signs=("<!--",), where=EVERYWHERE.without("markup")),
    ),
    Rule(
        "raw-html",
        "a link in HTML, which is not allowed in texts",
        "write `[{words}]({address})`",
        Pattern(
            f"({_LINK_TAG.replace('(?:', '(?P<address>', 1).replace('(?:', '(?P<words>', 1)})",
            signs=("<a",),
            where=EVERYWHERE.without("message", "markup"),
        ),
    ),
    Rule(
        "raw-html",
        "`{fragment}` is HTML, which is not allowed in texts",
        "write `**{strong}**` in its place",
        Pattern(
            r"(<(?:strong|b)>(?P<strong>[^<>\n*]+)</(?:strong|b)>)",
            signs=("<b>", "<strong>"),
            where=EVERYWHERE.without("message", "markup"),
        ),
    ),
    Rule(
        "raw-html",
        "`{fragment}` is HTML, which is not allowed in texts",
        "write `*{emphasis}*` in its place",
        Pattern(
            r"(<(?:em|i)>(?P<emphasis>[^<>\n*]+)</(?:em|i)>)",
            signs=("<i>", "<em>"),
            where=EVERYWHERE.without("message", "markup"),
        ),
    ),
    Rule(
        "raw-html",
        "`{fragment}` is HTML, which is not allowed in texts",
        "write `{words}` in its place",
        Pattern(
            f"({_BOXED_WORDS.replace('>(?:', '>(?P<words>')})",
            signs=("<",),
            where=EVERYWHERE.without("message", "markup"),
        ),
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
