"""Rules on texts that are not written yet, or not to their end."""

import re

from generator.linting.rules.pattern import Pattern
from generator.linting.rules.privacy import STAMP
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import ENTRIES, READ, WRITTEN
from generator.linting.rules.traces import REMARK, WEB_PAGE
from generator.model import KINDS
from generator.model.genres import Genre
from generator.model.types import descriptions_of_texts

# How templates mark what is to be written, without the brackets around it.
PLACEHOLDER = "(?:your|insert|add|one|write|describe|text|placeholder|short)(?: [a-z ,]{0,60})?>"
# The blanks that are found most often in letters from elsewhere.
_USUAL_BLANKS = (
    "(?:(?:[Ff]irst|[Ll]ast|[Ff]ull|[Tt]heir|[Cc]ompany|[Mm]anager|[Hh]iring [Mm]anager)(?:'s)? )?[Nn]ame|NAME"
    "|[Cc]ompany|[Dd]ate|[Tt]ime|[Pp]osition|[Rr]ole|(?:[Jj]ob )?[Tt]itle|[Pp]hone(?: [Nn]umber)?|[Ee]-?mail"
)
# Names, labels and days, which have rules of their own, and the origin of a myth, which may be unknown. All other texts
# have to say something.
_LABELS: tuple[Genre, ...] = (
    *("alias", "answer", "label", "caption", "day", "person", "contributor", "example", "origin"),
    *("address", "wording"),
)
# Texts that have a rule on the mark at their end.
_WITH_END: tuple[Genre, ...] = ("summary", "sentence", "step", "scene")
# What the model says of fields, up to the end of a sentence; an example in it is a text.
_DESCRIPTIONS = "|".join(
    sorted(
        {
            re.sub(r"[.*+?^${}()|\[\]\\/]", r"\\\g<0>", sentence)
            for kind in KINDS.values()
            for description in descriptions_of_texts(kind.entry)
            for sentence in (description.rstrip("."), re.split(r"(?<=\w)[.;:] ", description)[0].rstrip("."))
            if " " in sentence
        }
    )
)
# The last word of a text of several sentences, where that is no name and has no mark after it.
_NO_END = r"[\s\S]*?[a-z]{2}[.?!][\u0022\u201d\u2019)]*\s[\s\S]*\s([a-z](?:[^\s]*\w)?) *(?![\s\S])"
# All of a text that says nothing.
_EMPTY_WORDS = (
    "none|nothing else|nil|null|undefined|unknown|not known|idem|ditto|same(?: as above)?|as above"
    "|see (?:the )?(?:above|below|links?|sources?|title|text|paper|study|abstract|article|website|page)"
    "|coming soon|to follow|to be (?:written|added|done|confirmed|completed)|pending|draft|wip|tests?|asdf"
    "|bla(?:h)?(?: bla(?:h)?)*|text|title|summary"
)


DRAFT_RULES = (
    Rule(
        "breaks-off",
        "this ends with “{fragment}”, without a full stop",
        "put one at the end, or write the rest of the sentence",
        Pattern(
            # The end of each paragraph of some words that is no list and no quotation.
            rf"(?:^|\n *\n) *(?!{WEB_PAGE}|{STAMP} |(?:[-*+>#|]+|\d+[.)]) )"
            r"(?:[^\s]+[ \n](?! *\n)){3}"
            r"(?:(?!\n *\n|\n *(?:[-*+>]|\d+[.)]) )[\s\S])*?"
            r"([^\s]*(?![\u00b9\u00b2\u00b3\u2070-\u2079])[\w,;(]) *(?=\n *\n|(?![\s\S]))",
            signs=(r"\0(?<=[\w,;( ]\0)", r"\n(?<=[\w,;( ]\n) *\n"),
            texts=("prose",),
            where=ENTRIES,
        ),
    ),
    Rule(
        "breaks-off",
        "this ends with “{fragment}”, without a full stop",
        "put one at the end, or write the rest of the sentence",
        Pattern(
            f"^{_NO_END}",
            texts=("line",),
            where=READ.without(*_WITH_END, "phrase", "event", "occasion", "message", "example"),
        ),
    ),
    Rule(
        "breaks-off",
        "the text ends with `{fragment}`",
        "delete it, or write the rest: it seems to break off here",
        Pattern(
            r"([,;])\s*(?![\s\S])",
            signs=(r"\0(?<=[,;\s]\0)",),
            texts=("line",),
            where=READ.without("message", "example"),
        ),
    ),
    Rule(
        "unfinished",
        "`{fragment}` is what a chat program says to whoever asked it, and readers would see it",
        "delete it, with the rest of its sentence and with those around it that speak to you",
        Pattern(
            r"(?:^|[^\w])((?:[Aa]s an AI(?: language model| assistant)?"
            r"|[Ll]et me know if you(?:'d| would) like me to"
            r"|[Ww]ould you like me to (?:expand|rewrite|adjust|shorten|continue)"
            r"|[Hh]ere(?:'s| is) (?:a|the|your) (?:revised|rewritten|improved|polished|updated|shorter)"
            r" (?:version|text|draft))(?!\w))",
            signs=(
                "as an ai",
                "let me know if you(?:'d| would) like me",
                "would you like me to",
                "here(?:'s| is) (?:a|the|your) (?:revised|rewritten|improved|polished|updated|shorter)",
            ),
        ),
    ),
    Rule(
        "unfinished",
        "`{fragment}` is what a chat program says to whoever asked it, and readers would see it",
        "delete it, with the rest of its sentence and with those around it that speak to you",
        Pattern(
            r"(?:^\s*|[.!:]\s+|\n)((?:Certainly|Absolutely|Sure(?: thing)?|Of course|Great (?:question|idea))!(?=\s)"
            r"|(?:Sure|Certainly|Okay), here(?:'s|\u2019s| is| are)"
            r"|Here(?:'s|\u2019s| is| are) (?:a|an|the|your|some)(?: [a-z-]+){0,2} (?:draft|version|text|section"
            r"|summary|rewrite|revision|entry|paragraph)s?"
            r"(?: (?:of|for|on) [^.:\n]{1,60})?:|(?:I )?[Hh]ope (?:this|that) helps|[Ff]eel free to (?:adjust"
            r"|edit|modify|ask|tweak|adapt)"
            r"|I(?:'ve|\u2019ve| have) (?:rewritten|drafted|revised|polished|shortened|expanded) (?:it|the"
            r"|your))(?!\w)",
            signs=(
                *("certainly!", "absolutely!", "sure!", "sure thing!", "of course!", "great question!", "great idea!"),
                ", here(?:'s|\u2019s| is| are)",
                "here(?:'s|\u2019s| is| are) (?:an?|the|your|some) ",
                *("this helps", "that helps", "feel free to ", "i(?:'ve|\u2019ve| have) "),
            ),
            where=WRITTEN.without("message", "speech", "counterexample", "scene", "alias", "witness"),
        ),
    ),
    Rule(
        "unfinished",
        "this is not written yet",
        "write the text; a field that may be missing can also be left out",
        Pattern(
            r"<!--(?:(?!-->|<!--)[\s\S])*-->|(?:^|[^\w<])((?:TODO|TB[ACD]|FIXME|XXX|[Ll]orem ipsum)(?!\w))"
            rf"|(<{PLACEHOLDER})"
            r"|(\[(?:[Ii]nsert|INSERT|[Aa]dd|[Yy]our|[Ee]xample|[Pp]laceholder|[Ll]ink|[Ss]ource(?!\?))[^\]\n]{0,80}\])(?!\()"
            # The words of a link whose parts are apart or the wrong way round have a message of their own.
            rf"|\)\s?\[[^\]\n]*\]|(\[(?:{_USUAL_BLANKS})\])(?!\s*[(\[:])",
            signs=(
                "todo",
                "tb[acd]",
                "fixme",
                "xxx",
                "orem ipsum",
                r"\[(?:insert|add|your|example|placeholder|link|source)",
                rf"\[(?:{_USUAL_BLANKS.lower()})\]",
                f"<{PLACEHOLDER}",
            ),
            where=WRITTEN.without("message"),
        ),
    ),
    Rule(
        "unfinished",
        "`{fragment}` is a note for those who work on this, and readers would see it",
        "settle it and delete the note; say in the pull request what stays open",
        Pattern(
            r"([(\[](?:[Nn]ote to|[Tt]o (?:check|do|add|confirm|verify|be (?:checked|added|confirmed|done|written))"
            r"|[Pp]lease (?:check|add|verify|confirm)|[Cc]heck (?:this|source)|[Nn]ot sure"
            r"|(?:[Aa]sk|[Tt]ell|[Rr]emind) [A-Z][a-z]+ (?:to|about|if|whether|for|what)|[Ss]ource\?"
            r"|[Ss]ee (?:other|separate|attached) (?:file|document|sheet|mail|note)s?"
            r"|[A-Z][a-z]+ (?:will (?:add|fill in|look up)|to (?:add|check|confirm|fill in)) the|[Cc]itation needed)"
            rf"(?![A-Za-z])[^()\[\]\n]{{0,120}}[)\]])(?!\()|({REMARK})(?!\()",
            signs=(
                r"\[[a-z]{2,3}\d{0,3}: ",
                r"\([a-z]+, (?:please|can you|could you|is this|check) ",
                r"[(\[](?:note to|to |ask |tell |remind |please |check |not sure|source\?|citation needed)",
                r"[(\[]see (?:other|separate|attached) ",
                " (?:will|to) (?:add|fill in|look up|check|confirm) the",
            ),
            where=WRITTEN.without("message"),
        ),
    ),
    Rule(
        "unfinished",
        "`{fragment}` stands for a text that is not written yet",
        "write the text; a field that may be missing can also be left out",
        Pattern(
            r"^((?:\.{3}|…|~|\?+|[-\u2010-\u2015]+|[Xx]{3,}|[Nn]/[Aa]|[Tt][Bb][AaCcDd])\.?)(?![\s\S])"
            r"|(?:^|[\s(])(\?{2,})(?= [a-z])",
            signs=(r"\0(?:[.…~?\u2010-\u2015-]|xxx|n/a|tb[acd])", r"\?\? "),
            texts=("line", "prose"),
        ),
    ),
    Rule(
        "unfinished",
        "this is what the field asks for, and not yet a text",
        "write the text itself; a field that may be missing can also be left out",
        Pattern(
            rf"^\s*((?:{_DESCRIPTIONS})(?:\.?(?=\s*(?![\s\S]))|[.:](?=\s)))",
            texts=("line", "prose"),
            where=WRITTEN.without(*_LABELS),
        ),
    ),
    Rule(
        "unfinished",
        "`{fragment}` says nothing by itself",
        "write it out here, in a sentence of its own",
        Pattern(
            rf"(?i)^((?:{_EMPTY_WORDS})[.!\u2026]*)(?![\s\S])",
            signs=(rf"\0(?:{_EMPTY_WORDS})[.!\u2026]*\0",),
            texts=("line", "prose"),
            where=ENTRIES.without(*_LABELS),
        ),
    ),
)
