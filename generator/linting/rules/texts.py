"""Rules over one text. They are data, and the form for contributions applies them as well."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.linting.rules.pattern import READ, Pattern
from generator.linting.rules.rule import Finding, Rule, Subject
from generator.markdown import IMAGE, LINK, LINK_WORDS, link_targets
from generator.model import KINDS, Style

# The fields that entries are called by.
_TITLES = "|".join(dict.fromkeys(kind.title for kind in KINDS.values()))
_ADDRESS_OF_LINK = r"\]\([^()\s]*\)"
_REST_OF_PARAGRAPH = r"(?:(?!\n\s*\n)[\s\S])*"
_TO_SOURCE = r"\]\((?:source|https):"
# What runs or opens something instead of leading to a page.
_SCRIPT = "(?:javascript|vbscript|data|file):"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a hundred)"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY_NAME = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NAME = r"[A-Z][^\W\d_A-Z]+"
# Two names in a row may be those of a person, but hardly behind a word that leads to a place.
_PLACE = (
    rf"(?:^|[\s(])(?:[Aa]cross|[Ff]rom|[Ii]n|[Nn]ear|[Oo]f|[Oo]n|[Tt]hrough|[Tt]o|[Bb]y|One|The|Dear)"
    rf"\s+{_NAME}(?:[ \n]{_NAME})*"
)

# Several words of capitals in a row, marks, pictures. They are three patterns, since each that begins with a set of
# characters is found eight times as fast as one that begins with a choice. Abbreviations in a list have commas.
_LOUD = (
    (r"([A-Z]{2,20}(?: [A-Z]{2,20}){2,})(?!\w)", ()),
    (r"([!?]{2,})", ("![!?]", r"\?[!?]")),
    ("([\u2600-\u27bf\U0001f300-\U0001faff])", ()),
)

# What people write for a blank in other places.
OTHER_BLANK = r"(\[[^\]\n]{1,60}\])(?!\()|(_{3,})|(<[a-z][a-z ]{1,40}>)|(?:^|[^A-Za-z])(X{3,})(?![A-Za-z])"

_BLOCKS = "(?:p|br|div|span)(?![A-Za-z])"
_STRONG = "(?:strong|b|em|i|h[1-6])(?![A-Za-z])"
_FRAMES = "(?:script|iframe|video|embed|object|style|svg)(?![A-Za-z])"
# What HTML stands in the way, and what to type instead.
_TAGS = (
    (f"/?{_BLOCKS}", "HTML is not allowed in texts", "delete `{fragment}`; an empty line begins a paragraph"),
    (f"/?{_STRONG}", "HTML is not allowed in texts", "write **strong words** or *emphasis* without `{fragment}`"),
    (
        f"/?{_FRAMES}",
        "nothing from elsewhere can be put into a text",
        "delete it; to a page or a video write a link, [words](https://…)",
    ),
    (
        rf"(?!!--|/?{_BLOCKS}|/?{_STRONG}|/?{_FRAMES})[A-Za-z/!?]",
        "HTML is not allowed in texts",
        "write it in plain words, or use *emphasis* and lists",
    ),
)

# These two have no pattern until a guide is there: see `unsafe_links` and `avoided_phrases`.
UNSAFE_LINK = Rule(
    "unsafe-link",
    "a link to `{target}`",
    "link with https://…, mailto:…, or an entry of this guide, such as (cause:its-id)",
)
AVOIDED_PHRASE = Rule("avoided-phrase", "“{fragment}” is a phrase that this guide avoids", "{instead}")

TEXT_RULES = (
    UNSAFE_LINK,
    AVOIDED_PHRASE,
    *(
        Rule(
            "raw-html",
            message,
            hint,
            # One message a line, whatever follows there.
            Pattern(
                rf"<!--(?:(?!-->|<!--)[\s\S])*(?:-->)?|(<{tag}[^\n>]*>?)[^\n]*",
                signs=("<",),
                where=r"(?!action/words/\d+/text$|ui/contribute/rules/)",
            ),
        )
        for tag, message, hint in _TAGS
    ),
    Rule(
        "raw-html",
        "a note between <!-- and -->, which readers would see",
        "delete it with its words; what is still open can stand in the pull request",
        Pattern(r"(<!--(?:(?!-->|<!--)[\s\S])*(?:-->)?)", signs=("<!--",), where="(?!ui/contribute/rules/)"),
    ),
    Rule("image", "pictures are not allowed in texts", "describe it in words", Pattern(IMAGE, signs=(r"!\[",))),
    Rule(
        "heading-in-text",
        "a heading inside a text",
        "begin a new paragraph with **strong words** instead",
        Pattern(r"(?m)^ {0,3}#{1,6} .*$", signs=("#",), texts=("line", "prose")),
    ),
    Rule(
        "heading-in-text",
        "a heading of this level can't stand on a page",
        "use ## or ### at the start of the line",
        Pattern(r"(?m)^(?!###? ) {0,3}#{1,6} .*$", signs=("#",), texts=("page",)),
    ),
    Rule(
        "heading-in-text",
        "this line would turn the one above into a heading",
        "put an empty line above it, or delete it",
        Pattern(r"(?m)\S(?=\n( {0,3}(?:=+|-+) *)$)", signs=(r"\n[ =-]",)),
    ),
    Rule(
        "code-in-text",
        "a block of code inside a text",
        "delete the lines that begin with it; for what somebody says use a quotation (`>` at the start of the line)",
        # Up to where it ends, as one block needs one message.
        Pattern(r"(?m)^ {0,3}((?:```|~~~).*)$(?:[\s\S]*?^ {0,3}(?:```|~~~) *$)?", signs=("```", "~~~")),
    ),
    Rule(
        "code-in-text",
        "four spaces more than the text around it show this as code",
        "start the line in the same column as the rest of the text",
        Pattern(
            r"(?:^|\n)(?:[-*+]|\d+[.)]) [^\n]*(?:\n(?: [^\n]*)?(?=\n|(?![\s\S])))*|\n[ ]*\n( {4,}[^\s][^\n]*)",
            signs=("\n    ",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` is shown as it is typed",
        "write it in plain words: texts know *emphasis*, **strong words**, lists with `- ` and links, and nothing else",
        Pattern(
            r"(~~[^~\n]+~~)|(\[\^[\w-]+\])(?!\()|(?:^|\n) *[-*+] (\[[ xX]?\])(?= )|(`[^`\n]+`)"
            r"|(?:^|[\s(])(__[^\s_][^_\n]{0,80}__)(?!\w)|[^\]\w](\[\d{1,2}\])(?![(:\w])"
            r"|(\([^()\n]+\)\[[^\]\n]+\])(?!\()|(\[\[[^\[\]\n]*\]\])"
            r"|(?:^|\n) *(\|[^\n]*\|) *(?=\n|(?![\s\S]))",
            signs=("~~", r"\[\^", r"\[[ x]?\] ", "`", r"\|", r"\)\[", r"\[\[", "__", r"\[\d"),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` at the end of its line cuts a word in two",
        "join it with the rest of the word on the next line",
        Pattern(r"([a-z]{1,40}-)\n(?=[a-z])", signs=("-\n",), texts=("prose", "page")),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` makes no list",
        "begin each item with a hyphen and a space, or with `1. `, and put an empty line above the first",
        Pattern(
            r"(?:^|\n) *([\u2022\u25cf\u25aa\u25e6\u2023\u00b7]|[0-9]{1,2}\)(?= ))|(?:^|\n *\n)([\u2010-\u2015](?= ))"
            r"|[^\s] +([\u2022\u25cf\u25aa\u25e6\u2023])(?= )",
            signs=(
                r"\)(?<=\d\)) ",
                *"\u2022\u25cf\u25aa\u25e6\u2023\u00b7",
                "\0[\u2010-\u2015] ",
                "\n[\u2010-\u2015] ",
            ),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` was left by another program",
        "delete it; where it stood for a source, name one of this guide",
        Pattern(
            r"(\u3010[^\u3011\n]{0,80}\u3011)|(:contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?)"
            r"|([\ue200-\ue206]?(?:cite)?[\ue200-\ue206]?turn\d+(?:search|view|news|file)\d+)"
            r"|(\{\{[^{}\n]*\}\})|(\{%[^\n]{0,80}?%\})",
            signs=("\u3010", ":contentreference", r"turn\d", r"\{\{", r"\{%"),
            where="(?!ui/)",
        ),
    ),
    Rule(
        "shown-as-typed",
        "the columns of `{fragment}` run together",
        "write a list, one line an item, or whole sentences",
        Pattern(
            r"(?:^|\n)([^\t\n]*[^\s]\t+[^\s][^\n]*)(?:\n[^\n]*\t[^\n]*)*",
            signs=("\t",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "the asterisks of `{fragment}` are shown",
        "delete them: single lines have no emphasis",
        Pattern(
            r"(?:^|[\s(])(\*\*[^*\n]+\*\*|\*[^\s*][^*\n]*\*)(?!\w)",
            signs=(r"\*",),
            texts=("line",),
            where=r"(?!ui/|guide/)",
        ),
    ),
    Rule(
        "shown-as-typed",
        "the quotation marks around all of this are shown",
        "delete the first and the last of them",
        Pattern(
            r'^(?:\u201c[^\u201c\u201d"]*[\u201d"]|"[^"]*")(?![\s\S])',
            signs=('\0[\u201c"]',),
            texts=("line",),
            where=rf"\w+/(?:{_TITLES}|summary)$",
        ),
    ),
    *(
        Rule(
            "loud",
            "`{fragment}` is loud",
            "write it in small letters, without pictures, and with one full stop or question mark",
            Pattern(pattern, signs=signs, where=r"(?!guide/|ui/|source/|cause/sounds_like/instead_of$)"),
        )
        for pattern, signs in _LOUD
    ),
    Rule(
        "garbled",
        "the letters of `{fragment}` are garbled",
        "type it anew: the text was saved in one encoding and read in another",
        Pattern(
            r"([^\s]{0,30}(?:[\u00c2\u00c3][\u00a1-\u00ba\u00bc-\u00bf\u0178\u0152\u2030\u2026\u2013\u201e\u20ac]"
            r"|\u00e2\u20ac[^\s]|\u00f0\u0178)[^\s]{0,30})",
            signs=("\u00e2", "\u00e3", "\u00f0"),
        ),
    ),
    Rule(
        "tracked-link",
        "`{fragment}` tells the owner of this address where readers come from",
        "delete it: the address leads to the same page without it",
        Pattern(
            r"[?&]((?:(?:utm_[a-z]+|fbclid|gclid|mc_[a-z]+)=[^)&#\s]*&?)+)", signs=("utm_", "fbclid", "gclid", "mc_")
        ),
    ),
    Rule(
        "character-reference",
        "a character reference",
        "type the character itself, and a space for `&nbsp;`",
        Pattern(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);", signs=("&",), where="(?!ui/contribute/rules/)"),
    ),
    Rule(
        "malformed-link",
        "this looks like a link but is not one",
        "write [words](https://…), or [words](cause:its-id), in one piece, without spaces or brackets in ()",
        Pattern(
            rf"{IMAGE}|{LINK}|\]\({_SCRIPT}|(\](?!\s?{LINK})\s?[(\[:][^\s)]*\)?)",
            signs=(r"\][(\[: \n]",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "link-in-line",
        "a link in a single line",
        "name it in plain words; links work in the longer texts",
        # What ui.yml says of a rule may show how a link is written.
        Pattern(r"\[[^\]]*\]\([^)]*\)", signs=(r"\]\(",), texts=("line",), where="(?!ui/contribute/rules/)"),
    ),
    Rule(
        "broken-blank",
        "a brace without its partner",
        "write a blank as {a few words} in one pair of braces",
        Pattern(r"\{[^{}\n]{1,60}\}|([{}])", signs=(r"\{", r"\}"), where=r"action/words/\d+/text$"),
    ),
    Rule(
        "broken-blank",
        "`{fragment}` is shown as it is, and is no blank to fill in",
        "write a blank as {a few words} in braces",
        Pattern(
            OTHER_BLANK, signs=(r"\[", "___", "<", "xxx"), texts=("line", "prose"), where=r"action/words/\d+/text$"
        ),
    ),
    Rule(
        "personal-data",
        "`{fragment}` looks like an address or a number of a person",
        "leave it out: a case must not lead to anyone",
        Pattern(
            r"(?:^|[^\w.+-])([\w.+-]+@[\w-]+\.\w+)"
            r"|(?:^|[^\w/.-])(\+?\d[\d ()/-]{7,}\d)(?![\w-])"
            r"|(?:^|\W)(@\w{3,})"
            r"|(?:^|\W)((?:linkedin|facebook|instagram|xing|github|twitter|tiktok|x)\.com/[^\s)]*)",
            signs=("@", r"\.com/", r"\d"),
            where="case/",
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` may show who this was",
        "leave names and days out: say what sort of person or firm it was, and a month or a season",
        Pattern(
            rf"{_PLACE}|(?:^|\W)((?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? {_NAME})"
            rf"|(\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?{_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d))"
            r"|(\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
            rf"|(?:^|[^\w.])(?:at|with|joined|called)\s(?!{_DAY_NAME}|{_MONTH})({_NAME}(?: {_NAME})*)"
            rf"|(?:^|\s)({_NAME} {_NAME})",
            where=r"case/(?:story|how_known)$",
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` is the address of somebody",
        "leave it out; in an example write one at example.org",
        Pattern(
            r"\]\(mailto:[^()\s]*\)|(?:^|[^\w.+:-])([\w.+-]{1,60}@(?!example\.|[\w.-]{1,60}\.(?:example|invalid|test)(?!\w))[\w-]{1,60}\.\w+)",
            signs=("@",),
            where="(?!case/|source/|guide/|ui/)",
        ),
    ),
    Rule(
        "unfinished",
        "this is not written yet",
        "write the text; a field that may be missing can also be left out",
        Pattern(
            r"<!--(?:(?!-->|<!--)[\s\S])*-->|(?:^|[^\w<])((?:TODO|TBD|TBC|FIXME|XXX|[Ll]orem ipsum)(?!\w))"
            r"|(\[(?:[Ii]nsert|INSERT|[Aa]dd|[Yy]our|[Ee]xample|[Pp]laceholder|[Ll]ink|[Ss]ource)[^\]\n]{0,80}\])(?!\()",
            signs=(
                "todo",
                "tb[cd]",
                "fixme",
                "xxx",
                "orem ipsum",
                r"\[(?:insert|add|your|example|placeholder|link|source)",
            ),
            where=r"(?!ui/|guide/|source/|action/words/\d+/text$)",
        ),
    ),
    Rule(
        "unfinished",
        "`{fragment}` stands for a text that is not written yet",
        "write the text; a field that may be missing can also be left out",
        Pattern(
            r"^(?:\.{3}|…|~|\?+|-+|[Xx]{3,}|[Nn]/[Aa]|[Tt][Bb][Dd])\.?(?![\s\S])",
            signs=(r"\0(?:[.…~?-]|xxx|n/a|tbd)",),
            texts=("line", "prose"),
        ),
    ),
    Rule(
        "bare-address",
        "an address by itself is not a link",
        "write [words](https://…)",
        Pattern(
            rf"{_ADDRESS_OF_LINK}|(https?://[^\s<>\]]*[\w/])|(?:^|[\s(])(www\.[^\s<>\]]*[\w/])",
            signs=("https?://", r"www\."),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "list-in-text",
        "a list right below a line of text is shown as part of that text",
        "put an empty line above the list",
        Pattern(
            r"(?m)^(?![ >]|[-*+] |\d+[.)] )[^\n]+\n((?:[-*+]|1[.)]) [^\]\n]*)",
            signs=(r"\n[-*+] ", r"\n1[.)] "),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "open-emphasis",
        "the strong words that begin here do not end",
        "put ** at their end too",
        Pattern(
            rf"{_ADDRESS_OF_LINK}|\*\*(?:(?!\*\*|\n\n)[\s\S])*\*\*|(\*\*[^\]\n]*)",
            signs=(r"\*\*",),
            texts=("prose", "page"),
        ),
    ),
)

# A source that is linked anywhere in a paragraph counts for all figures in it; the first figure is pointed to.
_FIGURE = (
    rf"\d+(?:[.,]\d+)?\s?(?:%|percent|per cent)|{_NUMBER} (?:in|out of) (?:every )?{_NUMBER}(?!\w)"
    r"|(?:studies|research) shows?(?!\w)"
)
FIGURE_WITHOUT_SOURCE = Rule(
    "figure-without-source",
    "a share or a finding without a source in its paragraph",
    "add a link such as [](source:an-id) with an id from sources.yml, or leave it out",
    Pattern(
        rf"(?i){_TO_SOURCE}{_REST_OF_PARAGRAPH}"
        rf"|(?:^|[^\w])({_FIGURE})(?!{_REST_OF_PARAGRAPH}{_TO_SOURCE}){_REST_OF_PARAGRAPH}",
        signs=("%", "per ?cent", "studies show", "research show", rf" (?:in|out of) (?:every )?{_NUMBER}"),
        texts=("prose",),
        where=rf"{READ}(?![\s\S]*/(?:finding|limits|story)$)",
        unless="references",
    ),
)


def unsafe_links() -> Rule:
    """Return the rule on what links may lead to, which depends on the kinds of entries."""
    target = rf"(?P<target>(?!(?:{link_targets()})\))(?:{_SCRIPT}(?:[^()\n]|\([^()\n]*\))*|[^()\s]*))"
    pattern = rf"!\[|\[{LINK_WORDS}(\]\({target}\))"
    return replace(UNSAFE_LINK, check=Pattern(pattern, signs=(r"\]\(",), texts=("prose", "page")))


def avoided_phrases(style: Style) -> tuple[Rule, ...]:
    """Return a rule for each phrase that a guide avoids."""
    return tuple(replace(AVOIDED_PHRASE, hint=hint, check=_phrase(phrase)) for phrase, hint in style.avoid.items())


def _phrase(phrase: str) -> Pattern:
    return Pattern(
        rf"(?i)(?:^|\W)({_escaped(phrase)})(?!\w)",
        signs=(re.escape(phrase.lower()),),
        texts=("line", "prose"),
        where=READ,
        plain=True,
    )


def text_findings(pattern: Pattern, subject: Subject) -> Iterator[Finding]:
    """Yield what a pattern finds in the texts of entries."""
    for kind in pattern.texts:
        for text in subject.texts[kind].candidates(pattern) if kind in subject.texts else ():
            if not (pattern.unless and getattr(text.entry.value, pattern.unless, None)):
                for match in pattern.matches(text.text):
                    yield text.entry.find(match.fragment, *text.field_path, nth=match.nth), match.blanks


def _escaped(phrase: str) -> str:
    """Return a phrase as a pattern for both languages; `re.escape` escapes more than JavaScript allows."""
    return re.sub(r"[.*+?^${}()|\[\]\\/]", r"\\\g<0>", phrase)
