"""Rules on what Markdown and HTML make of a text. They are data, which the form for contributions applies too."""

from dataclasses import replace

from generator.diagnostics.topics import Slip
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule
from generator.markdown import IMAGE, LINK, LINK_WORDS, link_targets
from generator.model import KINDS

# The fields that entries are called by.
_TITLES = "|".join(dict.fromkeys(kind.title for kind in KINDS.values()))
_ADDRESS_OF_LINK = r"\]\([^()\s]*\)"
# What runs or opens something instead of leading to a page.
_SCRIPT = "(?:javascript|vbscript|data|file):"
# Fields with the words that people use for something.
OTHER_NAMES = r"\w+/also_called/\d+$|question/answers/[^/]+/also_said/\d+$"
_LINKED_KINDS = "|".join(name for name, kind in KINDS.items() if kind.is_linkable)
# How the target of a link begins.
_TARGET = rf"(?:https?://|mailto:|(?:{'|'.join(KINDS)}):)"

_STRONG = "(?:strong|b|em|i|h[1-6])(?![A-Za-z])"
# A pair of tags with words between them, which has a rule of its own.
_STRONG_WORDS = r"<(?:strong|b|em|i)>(?:[^<>\n*]+)</(?:strong|b|em|i)>"
_BOXED_WORDS = (
    r"<(?:div|span|font|u|small|center|section)(?:\s[^<>\n]*)?>(?:[^<>\n]*)</(?:div|span|font|u|small|center|section)>"
)
_PARAGRAPH = "(?:p|br|div)(?![A-Za-z])"
# One line that begins with a hyphen, below one that ends with no mark, and with no other such line behind it.
_DASH_IN_SENTENCE = r"^(?![ >]|[-*+\u2010-\u2015] |\d+[.)] )[^\n]*[a-z]\n(?:- [a-z][^\n]*)(?:\n(?![-*+ ])|(?![\s\S]))"
_FRAMES = "(?:script|iframe|video|embed|object|style|svg)(?![A-Za-z])"
_LINK_TAG = r"""<a\s[^>\n]*href=["'](?:[^"'\n]*)["'][^>\n]*>(?:[^<\n]*)</a>"""
# A comment on a text, as word processors print it.
_COMMENT = r"\[Comment(?:ed)? ?\[[A-Za-z]{0,5}\d+R?\d*\](?::[^\[\]\n]*\])?"
# Where a chat program stood its sources.
_TURNS = r"(?:[\ue200-\ue206]?(?:cite(?:: ?)?)?[\ue200-\ue206]?turn\d+(?:search|view|news|file)\d+[\ue200-\ue206]?)+"
_CONTENT = r":contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?"
# How a line begins that stands around the text of a web page.
WEB_PAGE = (
    r"(?:Advertisement *(?=\n|(?![\s\S]))|Read (?:more|next|also): (?![^\n]*\]\()|Share (?:on|via) [A-Z]"
    r"|Share this (?:article|post|page|story)|Skip to (?:main )?content|Sign up (?:for|to) (?:our|the) newsletter"
    r"|Related (?:articles|posts|stories)|Back to top|\d{1,2} min(?:utes?)? read|All rights reserved|\u00a9"
    r"|(?:Accept (?:all )?|We use )cookies)"
)
# How templates mark what is to be written, without the brackets around it.
PLACEHOLDER = "(?:your|insert|add|one|write|describe|text|placeholder|short)(?: [a-z ,]{0,60})?>"
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

# It has no pattern until the kinds of entries are known: see `unsafe_links`.
UNSAFE_LINK = Rule(
    "unsafe-link",
    "a link to `{target}`",
    "link with https://…, mailto:…, or an entry of this guide, such as (cause:its-id)",
)

MARKUP_RULES = (
    UNSAFE_LINK,
    *(
        Rule(
            "raw-html",
            message,
            hint,
            # One message a line, whatever follows there.
            Pattern(
                rf"{_LINK_TAG}|{_STRONG_WORDS}|{_BOXED_WORDS}|<!--(?:(?!-->|<!--)[\s\S])*(?:-->)?|(<{tag}[^\n>]*>?)[^\n]*|<(?!{PLACEHOLDER})[A-Za-z/!?][^\n]*",
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
    Rule(
        "raw-html",
        "a link in HTML, which is not allowed in texts",
        "write `[{words}]({address})`",
        Pattern(
            f"({_LINK_TAG.replace('(?:', '(?P<address>', 1).replace('(?:', '(?P<words>', 1)})",
            signs=("<a",),
            where=r"(?!action/words/\d+/text$|ui/contribute/rules/)",
        ),
    ),
    Rule(
        "raw-html",
        "`{fragment}` is HTML, which is not allowed in texts",
        "write `**{strong}**` in its place",
        Pattern(
            r"(<(?:strong|b)>(?P<strong>[^<>\n*]+)</(?:strong|b)>)",
            signs=("<b>", "<strong>"),
            where=r"(?!action/words/\d+/text$|ui/contribute/rules/)",
        ),
    ),
    Rule(
        "raw-html",
        "`{fragment}` is HTML, which is not allowed in texts",
        "write `*{emphasis}*` in its place",
        Pattern(
            r"(<(?:em|i)>(?P<emphasis>[^<>\n*]+)</(?:em|i)>)",
            signs=("<i>", "<em>"),
            where=r"(?!action/words/\d+/text$|ui/contribute/rules/)",
        ),
    ),
    Rule(
        "raw-html",
        "`{fragment}` is HTML, which is not allowed in texts",
        "write `{words}` in its place",
        Pattern(
            f"({_BOXED_WORDS.replace('>(?:', '>(?P<words>')})",
            signs=("<",),
            where=r"(?!action/words/\d+/text$|ui/contribute/rules/)",
        ),
    ),
    Rule("image", "pictures are not allowed in texts", "describe it in words", Pattern(IMAGE, signs=(r"!\[",))),
    Rule(
        "heading-in-text",
        "a heading inside a text",
        "begin a new paragraph with **strong words** instead",
        Pattern(r"(?m)^ {0,3}#{1,6} .*$|^ {0,3}##+[^\s#].*$", signs=("#",), texts=("line", "prose")),
    ),
    Rule(
        "heading-in-text",
        "there is no space between the marks of this heading and its words",
        "write `{marks} {words}`",
        Pattern(r"(?m)^ {0,3}((?P<marks>###?)(?P<words>[^\s#].*))$", signs=("##",), texts=("page",)),
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
            r"\{~~[^{}\n]*~~\}|(~~[^~\n]+~~)|(?:^|\n) *[-*+] (\[[ xX]?\])(?= )|(`[^`\n]+`)"
            r"|(?:^|[\s(])(__[^\s_][^_\n]{0,80}__)(?!\w)|[^\]\w](\[\d{1,2}\])(?![(:\w])"
            r"|(\((?![a-z]+:)[^()\n]+\)\[(?![a-z]+:)[^\]\n]+\])(?!\()"
            r"|(==[^\s=](?:[^=\n]*[^\s=])?==)|(?:^|\s)(:[a-z_]{3,20}:)(?!\w)|(?:^|\n)((?:!!!|\?\?\?|:::)[^\n]*|\[TOC\])|(\{[:.#][^{}\n]*\})"
            # One message a table.
            r"|(?:^|\n) *(\|[^\n]*\|) *(?:\n *\|[^\n]*\| *)*(?=\n|(?![\s\S]))",
            signs=(
                "~~",
                r"\[[ x]?\] ",
                "`",
                r"\|",
                r"\)\[",
                "__",
                r"\[\d",
                "==",
                ":[a-z]+:",
                "!!!",
                r"\?\?\?",
                ":::",
                r"\[toc\]",
                r"\{[:.#]",
            ),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` makes no footnote",
        "put the words of each note in brackets into the sentence that it belongs to, or a source as [](source:its-id)",
        Pattern(
            # One message a text.
            r"(\[\^[\w-]+\])(?![(:])[\s\S]*|(\[\^[\w-]+\]:)[\s\S]*",
            signs=(r"\[\^",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` cuts a word in two, as at the end of a printed line",
        "join it with the rest of the word, which follows",
        Pattern(
            # Lines may have been joined since. In `part- and full-time` a word follows that joins the two.
            r"([a-z\ufb00-\ufb06]{1,40}-)(?:\n *| (?!(?:and|or|to|nor|but|than|versus|vs)(?![a-z])))"
            r"(?=[a-z\ufb00-\ufb06])",
            signs=("-\n", "[a-z\ufb00-\ufb06]- [a-z\ufb00-\ufb06]"),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` holds one sign for several letters, with which no search finds the word",
        "type its letters one by one, and so in every other such word of this text",
        # One message a text.
        Pattern(r"([^\s]{0,40}[\ufb00-\ufb06][^\s]{0,40})[\s\S]*", signs=("[\ufb00-\ufb06]",)),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` stands between these words like the number of a page",
        "delete it if it is one; if not, write it into its sentence",
        Pattern(
            r"[^\s] *\n *(\d{1,4}) *(?=\n *[A-Za-z])"
            r"|[.?!] (\d{1,4})(?= (?:The|A|An|You|It|In|They|We|If|This|But|When) )",
            signs=(r"\n *\d{1,4} *\n", r"[.?!] \d{1,4} [a-z]+ "),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` stands right behind its sentence, as the figure of a footnote does",
        "delete it, or put a space before it; where it stood for a source, name one of this guide",
        Pattern(
            r"(?:^|[^A-Za-z])(?!(?:vol|art|sec|sect|fig|par|para|chap|reg|ver)\.)[A-Za-z][a-z]{2,40}"
            r"[.?!,][\u0022\u201d\u2019)]?(\d{1,3})(?=\s+[A-Z]|\s*(?![\s\S]))",
            signs=(r"[.?!,][\u0022\u201d\u2019)]?\d{1,3}\s*[a-z\0]",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` came along from a web page",
        "delete its line, and all below that belong to that page and not to the text",
        # One message a block of lines.
        Pattern(
            rf"(?:^|\n) *({WEB_PAGE}[^\n]{{0,60}})[^\n]*(?:\n *{WEB_PAGE}[^\n]*)*",
            signs=(
                "advertisement",
                "read (?:more|next|also): ",
                "share (?:on|via|this) ",
                "skip to ",
                "newsletter",
                "related (?:articles|posts|stories)",
                "back to top",
                "minutes? read",
                "min read",
                "all rights reserved",
                "\u00a9",
                "cookies",
            ),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` marks a change in another program",
        "write `{words}` in its place",
        Pattern(
            r"(\{(?:\+\+|~~[^{}\n]{0,200}~>)(?P<words>[^{}\n]{1,200}?)(?:\+\+|~~)\})",
            signs=(r"\{\+\+", r"\{~~"),
            where="(?!ui/)",
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` makes no list",
        "begin each item with a hyphen and a space, or with `1. `, and put an empty line above the first",
        Pattern(
            r"(?:^|\n) *([\u2022\u25cf\u25aa\u25e6\u2023\u00b7]|(?:[0-9]{1,2}|[a-z])\)(?= ))"
            r"[^\n]*(?:\n *(?:[\u2022\u25cf\u25aa\u25e6\u2023\u00b7]|(?:[0-9]{1,2}|[a-z])\) )[^\n]*)*"
            r"|(?:^|\n *\n|:\n)([\u2010-\u2015](?= ))"
            # A dash in the column of the items above it is no dash inside one of them.
            r"|(?:^|\n)[-*+] (?:(?!\n *\n|\n[\u2010-\u2015] )[\s\S])*\n([\u2010-\u2015](?= ))"
            r"|[^\s] +([\u2022\u25cf\u25aa\u25e6\u2023])(?= )",
            signs=(
                r"\)(?<=\d\)) ",
                r"\)(?<=[\s\0][a-z]\)) ",
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
            rf"({_COMMENT})|"
            r"(\u3010[^\u3011\n]{0,80}\u3011)"
            rf"|([(\[](?:{_TURNS}|{_CONTENT})[)\]]|{_TURNS}|{_CONTENT})"
            r"|(\{(?:--|>>)[^{}\n]{0,200}\})|(\[[A-Z]{2,3}\d{1,3}\])(?![(\w])"
            r"|(\{%[^\n]{0,80}?%\})|[.,;:!?\u0022\u201d\u2019)]([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)(?!\w)",
            signs=(
                r"\[comment",
                "\u3010",
                ":contentreference",
                r"turn\d",
                r"\{(?:--|>>)",
                r"\[[a-z]{2,3}\d{1,3}\]",
                r"\{%",
                *"\u00b9\u00b2\u00b3\u2070",
                "[\u2074-\u2079]",
            ),
            where="(?!ui/)",
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` came along from a mail",
        "delete it, with the names and days in it; delete the `> ` below it too, which makes a quotation of a line",
        Pattern(
            r"(?:^|\n)[> ]*((?:On|Am|Le|El) [^\n]{0,120}(?:\n[^\n]{0,80})?"
            r"(?:wrote|schrieb[^\n:]{0,60}|a \u00e9crit|escribi\u00f3) ?:) *(?=\n|(?![\s\S]))"
            r"|(?:^|\n)[> ]*(-{2,} ?(?:Original|Forwarded|Weitergeleitete)[^\n]{0,40}-{2,})"
            r"|(?:^|\n)[> ]*((?:From|Von): [^\n]*@[^\n]*|(?:Sent|Gesendet): [^\n]*\d[^\n]*)",
            signs=(
                "wrote ?:",
                "schrieb",
                "a \u00e9crit",
                "escribi\u00f3",
                "-- ?(?:original|forwarded|weiter)",
                "from: ",
                "von: ",
                "sent: ",
                "gesendet: ",
            ),
            texts=("prose", "page"),
        ),
        topic=lambda _: Slip.MAIL,
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` was put there by the program that sent a mail",
        "delete it",
        Pattern(
            r"(?:^|\n)[> ]*(Sent (?:from (?:my|Outlook|Mail|Yahoo|Proton)|with (?:Proton|Spark))[^\n]*"
            r"|Get Outlook for [^\n]*|Von mein[^\n]* gesendet|Gesendet mit [^\n]*|Envoy\u00e9 de mon [^\n]*"
            r"|Enviado desde mi [^\n]*|Inviato da[^\n]* i[PM][^\n]*)",
            signs=(
                "sent from ",
                "sent with ",
                "get outlook",
                "von mein",
                "gesendet mit",
                "envoy\u00e9 de",
                "enviado des",
                "inviato da",
            ),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` was left by another program",
        "write in its place what it stood for",
        Pattern(r"\{\{[^{}\n]*\}\}", signs=(r"\{\{",), where=r"(?!ui/|action/words/\d+/text$)"),
    ),
    Rule(
        "shown-as-typed",
        "the `{fragment}` at the end belongs to the words here",
        "delete it: each line is an item already",
        Pattern(r"([,;]) *(?![\s\S])", signs=("[,;] *\0",), texts=("line",), where=OTHER_NAMES),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` does not part these words",
        "write a comma in its place inside brackets, or begin a new line for each",
        Pattern(r"(;) *(?=\S)", signs=(";",), texts=("line",), where=OTHER_NAMES),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` numbers a step, which the page does by itself",
        "delete it, and begin with what follows",
        Pattern(
            r"^(\(?\d{1,2}[.):](?= ?[A-Z])|[Ss]tep (?:\d{1,2}|one|two|three|four|five|six) ?[.):,\u2013-])",
            signs=(r"\0\(?\d{1,2}[.):]", r"\0step "),
            texts=("line",),
            where=r"action/steps/\d+/do$",
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
        "`{fragment}` is shown as it is typed, and begins no line",
        "type a space in its place, or write the text below a `|`, where each line stands by itself",
        Pattern(r"[^:\\\s]((?:\\n)+)(?=[A-Z\s]|(?![\s\S]))", signs=(r"\\n",), where="(?!ui/)"),
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
            r'^(?:\u201c[^\u201c\u201d"]*[\u201d"]|"[^"]*"|\u2018[^\u2018]*\u2019)(?![\s\S])',
            signs=('\0[\u201c\u2018"]',),
            texts=("line",),
            where=rf"\w+/(?:{_TITLES}|summary)$|{OTHER_NAMES}",
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
        "tracked-link",
        "`{fragment}` leads elsewhere by way of somebody who counts readers",
        "open it, and write the address at which you arrive",
        Pattern(
            r"https?://((?:www\.)?google\.[a-z.]+/(?:url\?|amp/)|(?:lm?|out)\.(?:facebook|instagram|reddit)\.com/"
            r"|[\w.-]+\.safelinks\.protection\.outlook\.com/|(?:www\.)?linkedin\.com/(?:redir|safety/go)"
            r"|(?:t\.co|bit\.ly|tinyurl\.com|goo\.gl|ow\.ly|lnkd\.in|buff\.ly|is\.gd|t\.ly|rb\.gy|cutt\.ly)/)",
            signs=("://",),
        ),
    ),
    Rule(
        "private-link",
        "`{fragment}` opens for nobody else, or shows each something else",
        "write the public address of the page itself; where there is none, name it in words",
        Pattern(
            r"(https?://[^\s/()]*(?:ezproxy|libproxy|proxy\.lib|\.idm\.oclc\.org|sharepoint\.com/)[^\s()]*"
            r"|https?://(?:(?:docs|drive|mail)\.google\.com|(?:www\.)?dropbox\.com|onedrive\.live\.com"
            r"|chat\.openai\.com|chatgpt\.com)/[^\s()]*"
            r"|https?://(?:(?:www|scholar)\.)?(?:google|bing)\.[a-z.]+/(?:search|scholar)\?[^\s()]*"
            r"|https?://[^\s()]*/(?:log|sign)-?in(?![\w-])[^\s()]*)"
            r"|(?:^|[\s\u0022'])([A-Za-z]:\\[^\s]*|\\\\[\w.-]+\\[^\s]*|/(?:Users|home)/\w+/[^\s)]*)",
            signs=("://", r"[a-z]:\\", r"\\", "/(?:users|home)/"),
            where="(?!ui/|guide/)",
        ),
    ),
    Rule(
        "character-reference",
        "a character reference",
        "type the character itself here and for each other in this line, and a space for `&nbsp;`",
        Pattern(
            r"(&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);)[^\n]*", signs=("&",), where="(?!ui/contribute/rules/)"
        ),
    ),
    Rule(
        "malformed-link",
        "`{fragment}` is how other programs link",
        "write [words](cause:its-id)",
        Pattern(r"(\[\[[^\[\]\n]*\]\])", signs=(r"\[\[",), texts=("prose", "page")),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` by itself is not a link",
        "write `[]({fragment})`, which shows its title",
        Pattern(
            rf"\]\s?\([^()\n]*\)?|\([^()\n]*\)\s?\[|(?:^|[\s(])((?:{_LINKED_KINDS})"
            r":[a-z0-9]+(?:-[a-z0-9]+)*)(?![\w-])",
            signs=tuple(f"{name}:" for name in KINDS),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "malformed-link",
        "the brackets of this link are the wrong way round",
        "write `[{words}]({address})`",
        Pattern(
            rf"(\((?P<words>(?!{_TARGET})[^()\[\]\n]+)\)\[(?P<address>{_TARGET}[^()\[\]\s]*)\])",
            signs=(r"\)\[",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "malformed-link",
        "the address of this link stands before its words",
        "write `[{words}]({address})`",
        Pattern(
            rf"{_ADDRESS_OF_LINK}"
            rf"|(\((?P<address>{_TARGET}[^()\[\]\s]*)\)\s?\[(?P<words>[^()\[\]\n]+)\])(?!\()",
            signs=(r"\)\s?\[",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "malformed-link",
        "spaces part this link",
        "write `[{words}]({address})`",
        Pattern(
            rf"(\[(?P<words>[^\[\]\n]+)\](?:\s+\(\s*|\(\s+)(?P<address>{_TARGET}[^()\[\]\s]*)\s*\))",
            signs=(r"\]\s+\(", r"\]\(\s"),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "malformed-link",
        "this looks like a link but is not one",
        "write [words](https://…), or [words](cause:its-id), in one piece, without spaces or brackets in ()",
        Pattern(
            rf"\[\^[^\]\n]*\]:?|{IMAGE}|{LINK}|\]\({_SCRIPT}|{_COMMENT}|\](?:\s+\(\s*|\(\s+){_TARGET}[^()\[\]\s]*\s*\)|(\](?!\s?{LINK})\s?[(\[:][^\s)]*\)?)",
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
        "bare-address",
        "an address by itself is not a link",
        "write [words](https://…)",
        Pattern(
            rf"{_ADDRESS_OF_LINK}|[\u0022'][^\u0022'\s]*[\u0022']|(https?://[^\s<>\]]*[\w/])|(?:^|[\s(])(www\.[^\s<>\]]*[\w/])",
            signs=("https?://", r"www\."),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "list-in-text",
        "a list right below a line of text is shown as part of that text",
        "put an empty line above the list",
        Pattern(
            rf"(?m){_DASH_IN_SENTENCE}|^(?![ >]|[-*+\u2010-\u2015] |\d+[.)] )[^\n]+\n((?:[-*+]|1\.) [^\]\n]*)",
            signs=(r"\n[-*+] ", r"\n1\. "),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "list-in-text",
        "this line begins with a hyphen, in the middle of a sentence",
        "join it to the line above; if it is the item of a list, put an empty line above it",
        Pattern(rf"(?m){_DASH_IN_SENTENCE.replace('(?:- ', '(- ', 1)}", signs=(r"\n- [a-z]",), texts=("prose", "page")),
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


def unsafe_links() -> Rule:
    """Return the rule on what links may lead to, which depends on the kinds of entries."""
    target = rf"(?P<target>(?!(?:{link_targets()})\))(?:{_SCRIPT}(?:[^()\n]|\([^()\n]*\))*|[^()\s]*))"
    pattern = rf"!\[|\[{LINK_WORDS}(\]\({target}\))"
    return replace(UNSAFE_LINK, check=Pattern(pattern, signs=(r"\]\(",), texts=("prose", "page")))
