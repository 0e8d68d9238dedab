"""Rules on what was copied from other programs with a text."""

from generator.diagnostics.topics import Slip
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import EVERYWHERE, WRITTEN
from generator.model import KINDS

# A comment on a text, as word processors print it.
_COMMENT = r"(?:Comment(?:ed|\u00e9)?|Kommentiert|Comentado) ?\[[A-Za-z]{0,5}\d+R?\d*\]"
COMMENT = rf"(?:\[{_COMMENT}(?::[^\[\]\n]*\])?|{_COMMENT}(?::[^\n.?!]*[.?!]?)?)"
# What somebody who read a draft asks its author, after a mark of who it was or before a name.
REMARK = (
    r"\[[A-Z]{2,3}\d{0,3}: [^\[\]\n]+\]"
    r"|\((?:[A-Z][a-z]+|[A-Z]{2,3}), (?:please|can you|could you|is this|check) [^()\n]+\)"
)
# Where a chat program put its sources.
_TURNS = r"(?:[\ue200-\ue206]?(?:cite(?:: ?)?)?[\ue200-\ue206]?turn\d+(?:search|view|news|file)\d+[\ue200-\ue206]?)+"
_CONTENT = r":contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?"
# How a line begins that surrounds the text of a web page.
WEB_PAGE = (
    r"(?:Advertisement *(?=\n|(?![\s\S]))|Read (?:more|next|also): (?![^\n]*\]\()|Share (?:on|via) [A-Z]"
    r"|Share this (?:article|post|page|story)|Skip to (?:main )?content|Sign up (?:for|to) (?:our|the) newsletter"
    r"|Related (?:articles|posts|stories)|Back to top|\d{1,2} min(?:utes?)? read|All rights reserved|\u00a9"
    r"|(?:Accept (?:all )?|We use )cookies)"
)
# The names of kinds and of their fields, as texts are headed in a document.
_FIELDS = "|".join(
    f"[{name[0].upper()}{name[0]}]{name[1:]}".replace("_", " ")
    for name in sorted({*KINDS, *(field for kind in KINDS.values() for field in kind.entry.model_fields)})
)


TRACE_RULES = (
    Rule(
        "shown-as-typed",
        "`{fragment}` points to a list of works that this page doesn't have",
        "write in its place the source of the sentence, as `[](source:its-id)`; where there is none, delete it",
        Pattern(
            r"[^\]\w](\[\d{1,2}(?:(?:, ?|[\u2013-])\d{1,2})*\])(?![(:\w])",
            signs=(r"\[\d",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` is shown as it is typed",
        "write it in plain words: texts know *emphasis*, **strong words**, lists with `- ` and links, and nothing else",
        Pattern(
            r"(?:^|\n) *[-*+] (\[[ xX]?\])(?= )|(`[^`\n]+`)"
            r"|(?:^|[\s(])(__[^\s_][^_\n]{0,80}__)(?!\w)"
            r"|(\((?![a-z]+:)[^()\n]+\)\[(?![a-z]+:)[^\]\n]+\])(?!\()"
            r"|(==[^\s=](?:[^=\n]*[^\s=])?==)|(?:^|\s)(:[a-z_]{3,20}:)(?!\w)|(?:^|\n)((?:!!!|\?\?\?|:::)[^\n]*|\[TOC\])|(\{[:.#][^{}\n]*\})"
            # One message a table.
            r"|(?:^|\n) *(\|[^\n]*\|) *(?:\n *\|[^\n]*\| *)*(?=\n|(?![\s\S]))",
            signs=(
                r"\[[ x]?\] ",
                "`",
                r"\|",
                r"\)\[",
                "__",
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
        "`{fragment}` was struck out, and is shown with its marks",
        "delete it; if the words are to stay, delete only the ~~ before and after them",
        Pattern(r"\{~~[^{}\n]*~~\}|(~~[^~\n]+~~)", signs=("~~",), texts=("prose", "page")),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` is a remark of somebody who read a draft",
        "delete all of the remark, up to where your own text goes on",
        Pattern(rf"({COMMENT})", signs=(r"\[[a-z]{0,5}\d+r?\d*\]",), where=EVERYWHERE.without("interface")),
    ),
    Rule(
        "shown-as-typed",
        "the asterisk of `{fragment}` points to a note, and is shown",
        "put the words of the note in brackets into the sentence, and delete both asterisks",
        Pattern(
            r"\*\*(?:(?!\*\*|\n *\n)[\s\S])*\*\*|\*[^\s*](?:[^*]*[^\s*])?\*|([\w%]+[\w%)]\*)(?=[\s.,;])",
            signs=(r"\*(?<=[\w%)]\*)[\s.,;]",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` is not a footnote here",
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
            signs=("-\n", "- (?<=[a-z\ufb00-\ufb06]- )[a-z\ufb00-\ufb06]"),
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
        "`{fragment}` looks like a page number between these words",
        "delete it if it is one; if not, write it into its sentence",
        Pattern(
            r"[^\s] *\n *(\d{1,4}) *(?=\n *[A-Za-z])"
            r"|[.?!] (\d{1,4})(?= (?:The|A|An|You|It|In|They|We|If|This|But|When) )",
            signs=(r"\n *\d{1,4} *\n", r" (?<=[.?!] )\d{1,4} [a-z]"),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` follows its sentence without a space, like the number of a footnote",
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
        "`{fragment}` was copied from a web page",
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
            where=EVERYWHERE.without("interface"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` was left by another program",
        "delete it; where it stood for a source, name one of this guide",
        Pattern(
            rf"{COMMENT}|"
            r"(\u3010[^\u3011\n]{0,80}\u3011)"
            rf"|([(\[](?:{_TURNS}|{_CONTENT})[)\]]|{_TURNS}|{_CONTENT})"
            r"|(\{(?:--|>>)[^{}\n]{0,200}\})|(\[[A-Z]{2,3}\d{1,3}\])(?![(\w])"
            r"|(\{%[^\n]{0,80}?%\})|[.,;:!?\u0022\u201d\u2019)]([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)(?!\w)",
            signs=(
                "\u3010",
                ":contentreference",
                r"turn\d",
                r"\{(?:--|>>)",
                r"\[[a-z]{2,3}\d{1,3}\]",
                r"\{%",
                *"\u00b9\u00b2\u00b3\u2070",
                "[\u2074-\u2079]",
            ),
            where=EVERYWHERE.without("interface"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` was copied from an email",
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
        "`{fragment}` and what is below it are the signature of an email",
        "delete all of it",
        Pattern(
            r"(?:^|\n)[> ]*(--) *(?:\n(?! *\n)[^\n]*)+",
            signs=(r"\n[> ]*-- *\n", r"\0[> ]*-- *\n"),
            texts=("prose", "page"),
        ),
        topic=lambda _: Slip.MAIL,
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` was put there by the program that sent an email",
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
        Pattern(r"\{\{[^{}\n]*\}\}", signs=(r"\{\{",), where=EVERYWHERE.without("interface", "message")),
    ),
    Rule(
        "shown-as-typed",
        "the `{fragment}` at the end belongs to the words here",
        "delete it: each line is an item already",
        Pattern(r"([,;]) *(?![\s\S])", signs=("\0(?<=[,; ]\0)",), texts=("line",), where=EVERYWHERE.only("alias")),
    ),
    Rule(
        "shown-as-typed",
        "the commas of `{fragment}` do not separate it",
        "make an item of each part: inside brackets without the quotation marks, or on a line of its own",
        Pattern(
            r"^([^,]{2,40}, [^,]{2,40}(?:, (?!and |or )[^,]{2,40})+)(?![\s\S])",
            texts=("line",),
            where=EVERYWHERE.only("alias").in_kind("cause", "action", "myth", "right"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` does not separate these words",
        "write a comma in its place inside brackets, or begin a new line for each",
        Pattern(r"(;) *(?=\S)", signs=(";",), texts=("line",), where=EVERYWHERE.only("alias")),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` numbers a step, which the page does by itself",
        "delete it, and begin with what follows",
        Pattern(
            r"^(\(?\d{1,2}[.):](?= ?[A-Z])|[Ss]tep (?:\d{1,2}|one|two|three|four|five|six) ?[.):,\u2013-])",
            signs=(r"\0\(?\d{1,2}[.):]", r"\0step "),
            texts=("line",),
            where=EVERYWHERE.only("step"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` is shown as it is typed, and begins no line",
        "type a space in its place, or write the text below a `|`, where each line stands by itself",
        Pattern(r"[^:\\\s]((?:\\n)+)(?=[A-Z\s]|(?![\s\S]))", signs=(r"\\n",), where=EVERYWHERE.without("interface")),
    ),
    Rule(
        "shown-as-typed",
        "the quotation marks around all of this are shown",
        "delete the first and the last of them",
        Pattern(
            r'^(?:\u201c[^\u201c\u201d"]*[\u201d"]|"[^"]*"|\u2018[^\u2018]*\u2019)(?![\s\S])',
            signs=('\0[\u201c\u2018"]',),
            texts=("line",),
            where=EVERYWHERE.only("title", "question", "summary", "work", "alias"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` names the field, which the page does by itself",
        "delete it, and begin with what follows",
        Pattern(
            rf"^\**((?:{_FIELDS}) ?:)(?=[ \n*])",
            signs=(r"\0\**[a-z][a-z ]{2,24}:",),
            texts=("line", "prose"),
            where=WRITTEN.without("message", "example"),
        ),
    ),
)
