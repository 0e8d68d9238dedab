"""Rules on what a text says. They are data, and the form for contributions applies them as well."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.linting.rules.markup import PLACEHOLDER, WEB_PAGE
from generator.linting.rules.pattern import READ, Pattern
from generator.linting.rules.rule import Rule
from generator.model import KINDS, Style

_REST_OF_PARAGRAPH = r"(?:(?!\n\s*\n)[\s\S])*"
_TO_SOURCE = r"\]\((?:source|https):"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a hundred)"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY_NAME = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NAME = r"[A-Z](?:(?![\d_A-Z])\w)+"
# What stands behind the name of a firm.
_FIRM = rf" (?:& {_NAME}|(?:GmbH|AG|Ltd|LLC|Inc|PLC|plc|Corp)(?![A-Za-z]))"
# What makes a firm, or an age, behind a name.
_MORE = rf"(?:{_FIRM}|,? \(?\d\d(?=[,.)])\)?)?"
# A telephone number, of eight digits or more; those of public bodies stand in rights, and invented ones in examples.
_TELEPHONE = r"(?:\+\d|\(?00?[1-9])(?:[ ()/.-]{0,3}\d){6,13}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}"
# Whom people speak of by a first name.
_ROLE = (
    "(?:[Bb]oss|[Bb]rother|[Cc]lient|[Cc]oachee|[Cc]olleague|[Cc]ustomer|[Ff]riend|[Hh]usband|[Mm]anager"
    "|[Mm]entee|[Nn]amed|[Ss]ister|[Ss]tudent|[Ww]ife)"
)
_NO_DATE = r"(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d))"
# Lines of a chat, each with a day or a time, and a name or a number before a colon; one match for all of them.
_TIME = r"\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?"
_STAMP = rf"(?:\[(?:\d[\d./-]{{3,9}},? )?{_TIME}\]|\d[\d./-]{{3,9}},? {_TIME} -)"
_CHAT = rf"({_STAMP} [^\n:]{{1,60}}:)[^\n]*(?:\n *{_STAMP} [^\n:]{{1,60}}:[^\n]*)*"
# The same where other rules step over it.
_IN_CHAT = rf"(?:^|\s)[> ]*{_CHAT.replace('(', '(?:', 1)}"
# The fields that entries are called by.
_TITLES = "|".join(dict.fromkeys(kind.title for kind in KINDS.values()))
_TITLE_OF_PERSON = "(?:Mr|Mrs|Ms|Miss|Dr|Prof|Frau|Herr|Madame|Monsieur|Mme)"
# Two names in a row may be those of a person, but hardly behind a word that leads to a place.
_PLACE = (
    rf"(?:^|[\s(])(?:[Aa]cross|[Ff]rom|[Ii]n|[Nn]ear|[Oo]f|[Oo]n|[Tt]hrough|[Tt]o|[Bb]y|One|The|Dear)"
    rf"\s+(?!{_TITLE_OF_PERSON}\.? ){_NAME}(?:[ \n]{_NAME})*(?!{_FIRM}|\w)"
)

# Question marks in the place of words.
_GAP = r"(?:^|[\s(])\?{2,}(?= [a-z])"

# Several words of capitals in a row, marks, pictures. They are three patterns, since each that begins with a set of
# characters is found eight times as fast as one that begins with a choice. Abbreviations in a list have commas.
_LOUD = (
    (r"([A-Z]{2,20}(?: [A-Z]{2,20}){2,})(?!\w)", ()),
    (rf"{_GAP}|([!?]{{2,}})", ("![!?]", r"\?[!?]")),
    ("([\u2600-\u27bf\U0001f300-\U0001faff])", ()),
)

# What people write for a blank in other places.
OTHER_BLANK = (
    r"(\[[^\]\n]{1,60}\])(?!\()|(_{3,})|(<[a-z][a-z ]{1,40}>)"
    r"|(?:^|[^A-Za-z])(X{2,}(?:[./-]X+)*|(?:DD[./-]MM|MM[./-]DD)(?:[./-]Y+)?)(?![A-Za-z])"
)

# The blanks that are found most often in letters from elsewhere.
_USUAL_BLANKS = (
    "(?:(?:[Ff]irst|[Ll]ast|[Ff]ull|[Tt]heir|[Cc]ompany|[Mm]anager|[Hh]iring [Mm]anager)(?:'s)? )?[Nn]ame|NAME"
    "|[Cc]ompany|[Dd]ate|[Tt]ime|[Pp]osition|[Rr]ole|(?:[Jj]ob )?[Tt]itle|[Pp]hone(?: [Nn]umber)?|[Ee]-?mail"
)

# Words that titles in capitals write with one too, and words that are typed twice by mistake.
_SMALL_WORDS = "A|An|And|At|By|For|In|Of|On|Or|The|To|With|Your"
_DOUBLED = ("the", "a", "to", "of", "and", "in", "is")

# Texts that have to say something, unlike the words of a scale and the texts of answers.
_STATEMENTS = (
    r"(?!ui/|guide/)\w+/(?:title|claim|summary|why|help|how_known|when_it_decides|what_happened|across_the_table"
    r"|not_this_if|handle_with_care|what_is_known|instead|finding|limits|rule|first_step|story|venue|citation"
    r"|evidence/says|pitfalls/\d+|steps/\d+/do|words/\d+/\w+|deadline/\w+|sounds_like/\w+|references/\d+/citation)$"
)
# The names of kinds and of their fields, as texts are headed in a document.
_FIELDS = "|".join(
    f"[{name[0].upper()}{name[0]}]{name[1:]}".replace("_", " ")
    for name in sorted({*KINDS, *(field for kind in KINDS.values() for field in kind.entry.model_fields)})
)
# All of a text that says nothing.
_EMPTY_WORDS = (
    "none|nil|null|undefined|unknown|not known|idem|ditto|same(?: as above)?|as above"
    "|see (?:the )?(?:above|below|links?|sources?|title|text|paper|study|abstract|article|website|page)"
    "|coming soon|to follow|to be (?:written|added|done|confirmed|completed)|pending|draft|wip|tests?|asdf"
    "|bla(?:h)?(?: bla(?:h)?)*|text|title|summary"
)

# These have no pattern until a guide is there: see `house_rules`.
AVOIDED_PHRASE = Rule("avoided-phrase", "“{fragment}” is a phrase that this guide avoids", "{instead}")
LONG_TITLE = Rule("long-title", "“{fragment}” is too much for a title", "{instead}")
LONG_SUMMARY = Rule("long-summary", "“{fragment}” is too much for a summary", "{instead}")

WORDING_RULES = (
    AVOIDED_PHRASE,
    LONG_TITLE,
    LONG_SUMMARY,
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
        "loud",
        "each word of `{fragment}` begins with a capital letter",
        "begin only the first word and names with one",
        Pattern(
            rf"^([A-Z][^\s]*(?: [A-Z][^\s]*)* (?:{_SMALL_WORDS})(?: [A-Z][^\s]*)+)(?![\s\S])",
            texts=("line",),
            where=rf"(?!source/)\w+/(?:{_TITLES}|summary)$",
        ),
    ),
    Rule(
        "misplaced-mark",
        "`{fragment}` is there twice, or has a space before it",
        "write it once, right behind the word before it",
        Pattern(
            r"[^\s.](\.\.)(?![.\w/])|\w( +[,.;!?])(?=\s|(?![\s\S]))|(,,+|;;+|::+)(?!\w)"
            rf"|(?:^|[^\w])({'|'.join(f'{word} {word}' for word in _DOUBLED)})(?!\w)",
            signs=(r"\.\.", " [,.;!?]", ",,", ";;", "::", *(f"{word} {word}" for word in _DOUBLED)),
            where="(?!ui/|guide/|source/)",
        ),
    ),
    Rule(
        "misplaced-mark",
        "there is no space behind the mark in `{fragment}`",
        "write one between the two sentences",
        Pattern(
            r"\]\([^()\s]*\)|(?:^|[\s(*])([a-z]{2,40}[.?!][A-Z][a-z]{1,40})(?=[\s,])",
            signs=(r"[.?!][a-z]{2,40}[\s,]",),
            texts=("prose", "page"),
            where=READ,
        ),
    ),
    Rule(
        "misplaced-mark",
        "this question ends without a question mark",
        "put one at its end, and say it as a question if it is none",
        Pattern(r"^[\s\S]*[?\uff1f\u061f;] *(?![\s\S])|^([\s\S]+)", texts=("line",), where="question/text$"),
    ),
    Rule(
        "misplaced-mark",
        "this sentence ends without a full stop",
        "put one at its end",
        Pattern(
            # A few words may be a heading rather than a sentence; an end with a comma has a message of its own.
            "^[\\s\\S]*[.,;>?!:\u2026\"\u201d\u2019')\u3002\uff1f\uff01\u061f\u0964\\]] *(?![\\s\\S])"
            r"|^((?:[^\s]+\s+){2}[\s\S]+)",
            texts=("line",),
            where=r"(?:cause|action|myth|right)/summary$|question/why$|case/how_known$",
        ),
    ),
    Rule(
        "long-title",
        "“{fragment}” is too much for a label",
        "say it in three words or four: it names the question in a list",
        Pattern(r"^\s*(?:\S+\s+){4}(\S[\s\S]*)", texts=("line",), where="question/label$"),
    ),
    Rule(
        "breaks-off",
        "this ends with “{fragment}”, in the middle of a sentence",
        "write the rest of it, or put a full stop where it ends",
        Pattern(
            # The end of each paragraph of some words that is no list and no quotation.
            rf"(?:^|\n *\n) *(?!{WEB_PAGE}|{_STAMP} |(?:[-*+>#|]+|\d+[.)]) )"
            r"(?:[^\s]+[ \n](?! *\n)){3}"
            r"(?:(?!\n *\n|\n *(?:[-*+>]|\d+[.)]) )[\s\S])*?"
            r"([^\s]*(?![\u00b9\u00b2\u00b3\u2070-\u2079])[\w,;(]) *(?=\n *\n|(?![\s\S]))",
            signs=(r"[\w,;(] *(?:\n *\n|\0)",),
            texts=("prose",),
            where="(?!ui/|guide/)",
        ),
    ),
    Rule(
        "breaks-off",
        "the text ends with `{fragment}`",
        "delete it, or write the rest: it seems to break off here",
        Pattern(r"([,;])\s*(?![\s\S])", signs=(r"[,;]\s*\0",), texts=("line",), where=rf"{READ}(?!action/words/)"),
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
        "garbled",
        "`{fragment}` is written as mails are sent: each `=` stands for a character, or at the end of a line for none",
        "type the words anew, without `=`, and so in the rest of this text",
        Pattern(
            # One message a text. Two bytes or more begin with a letter; no word has `=20` behind it.
            r"([^\s=]{0,30}(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3}[^\s=]{0,30}|=(?:20|3D|0A|0D)(?=\s|(?![\s\S]))"
            r"|[a-z,.;]=(?=\n *[a-z]| [a-z])))[\s\S]*",
            signs=("=[c-f][0-9a-f]=[89ab]", r"=(?:20|3d|0a|0d)(?:\s|\0)", r"[a-z,.;]=[\n ]"),
        ),
    ),
    Rule(
        "bad-format",
        "`{fragment}` is no author by itself",
        "write it in one item with its name, such as `- Abel, M.`; inside brackets, in quotation marks",
        Pattern(
            r"^((?:[A-Z]\.[ -]?){1,4}|[Jj]r\.?|[Ss]r\.?|I{2,3}|(?:and|&) (?!others)[^\n]*)(?![\s\S])",
            texts=("line",),
            where=r"source/authors/\d+$",
        ),
    ),
    Rule(
        "bad-format",
        "`{fragment}` are several authors",
        "write each in an item of its own, such as `- Abel, M.`",
        Pattern(
            r"^([^\n]*[A-Z]\.,? (?:&|and) (?!others)[^\n]*|[^\n;]+;[^\n]+"
            r"|[^\n]*[A-Z]\., [^\W\d_]{2,}[^\n]*, [A-Z]\.[^\n]*)(?![\s\S])",
            texts=("line",),
            where=r"source/authors/\d+$",
        ),
    ),
    Rule(
        "bad-format",
        "`{fragment}` begins with the first name",
        "write `{last}, {first}`; inside brackets, in quotation marks",
        Pattern(
            # Several initials may be those of a firm, such as J. J. Keller.
            r"^((?P<first>[A-Z]\.) ?(?P<last>[A-Z][^\s,;.&]+(?:-[A-Z][^\s,;.&]+)?))(?![\s\S])",
            texts=("line",),
            where=r"source/authors/\d+$",
        ),
    ),
    Rule(
        "bad-format",
        "`{fragment}` leaves authors out",
        "name each of them in an item of its own; the site shortens the list by itself",
        Pattern(r"^([^\n]+ et al\.?)(?![\s\S])", texts=("line",), where=r"source/authors/\d+$"),
    ),
    Rule(
        "broken-blank",
        "a brace without its partner",
        "write a blank as {a few words} in one pair of braces",
        Pattern(
            r"\{\{[^{}\n]{1,60}\}\}|\{[^{}\n]{1,60}\}|([{}])", signs=(r"\{", r"\}"), where=r"action/words/\d+/text$"
        ),
    ),
    Rule(
        "broken-blank",
        "`{fragment}` has a pair of braces too many",
        "write it as `{{words}}`",
        Pattern(r"(\{\{ *(?P<words>[^{}\n]{1,60}?) *\}\})", signs=(r"\{\{",), where=r"action/words/\d+/text$"),
    ),
    Rule(
        "broken-blank",
        "`{fragment}` is shown as it is, and is no blank to fill in",
        "write a blank as {a few words} in braces; where one of the `examples` is for it, use the words of that one",
        Pattern(
            OTHER_BLANK,
            signs=(r"\[", "___", "<", "xx", "dd[./-]mm", "mm[./-]dd"),
            texts=("line", "prose"),
            where=r"action/words/\d+/text$",
        ),
    ),
    Rule(
        "personal-data",
        "`{fragment}` looks like an address or a number of a person",
        "leave it out: a case must not lead to anyone",
        Pattern(
            r"(?:^|[^\w.+-])([\w.+-]+@[\w-]+\.\w+)"
            rf"|(?:^|[^\w/.-]){_NO_DATE}(\+?\d[\d ()/-]{{7,}}\d)(?![\w-])"
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
            rf"{_IN_CHAT}|{_PLACE}|(?:^|\W)({_TITLE_OF_PERSON}\.? {_NAME})"
            rf"|(\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?{_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d))"
            r"|(\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
            rf"|(?:^|[^\w.])(?:at|with|joined|called)\s(?!{_DAY_NAME}|{_MONTH})({_NAME}(?: {_NAME})*{_MORE})"
            rf"|(?:^|\s){_ROLE},? (?!{_DAY_NAME}|{_MONTH})({_NAME})"
            rf"|(?:^|\s)({_NAME}(?:{_FIRM}|, \d\d(?=,)| \(\d\d(?=[,)])| [A-Z]\.(?=[ ,;\n])(?! [A-Z]))"
            rf"|{_NAME} {_NAME}{_MORE})",
            where=r"case/(?:story|how_known)$",
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` comes from a chat",
        "delete what stands before the words of each line, and say with no names or numbers what was said",
        Pattern(
            rf"(?:^|\s)[> ]*{_CHAT}",
            signs=(r":\d\d[^\]\n]{0,9}\] ", r":\d\d[^\n-]{0,9} - ", r"\.\d\d[^\]\n]{0,9}\] ", r"\.\d\d[^\n-]{0,9} - "),
            where="(?!source/|guide/|ui/)",
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` is the telephone number of somebody",
        "leave it out; for a public body, link to the page with its number",
        Pattern(
            rf"\]\([^()\s]*\)|{_IN_CHAT}"
            rf"|(?:^|[^\w/.+=-]){_NO_DATE}({_TELEPHONE})(?![\w-])",
            signs=(
                r"\+\d",
                r"0[1-9](?:[ ()/.-]{0,3}\d){6}",
                *(rf"{mark}\d{{3}}[ .-]\d{{4}}" for mark in (" ", r"\.", "-")),
            ),
            where=r"(?!case/|source/|right/|guide/|ui/|action/words/\d+/examples/|\w+/references/)",
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
        "`{fragment}` is what a chat program says to whoever asked it, and readers would see it",
        "delete it, with the rest of its sentence",
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
        "this is not written yet",
        "write the text; a field that may be missing can also be left out",
        Pattern(
            r"<!--(?:(?!-->|<!--)[\s\S])*-->|(?:^|[^\w<])((?:TODO|TB[ACD]|FIXME|XXX|[Ll]orem ipsum)(?!\w))"
            rf"|(<{PLACEHOLDER})"
            r"|(\[(?:[Ii]nsert|INSERT|[Aa]dd|[Yy]our|[Ee]xample|[Pp]laceholder|[Ll]ink|[Ss]ource)[^\]\n]{0,80}\])(?!\()"
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
            where=r"(?!ui/|guide/|source/|action/words/\d+/text$)",
        ),
    ),
    Rule(
        "unfinished",
        "`{fragment}` is a note for those who work on this, and readers would see it",
        "settle it and delete the note; what stays open can stand in the pull request",
        Pattern(
            r"([(\[](?:[Nn]ote to|[Tt]o (?:check|do|add|confirm|verify|be (?:checked|added|confirmed|done|written))"
            r"|[Pp]lease (?:check|add|verify|confirm)|[Cc]heck (?:this|source)|[Nn]ot sure|[Ss]ource\?"
            r"|[Ss]ee (?:other|separate|attached) (?:file|document|sheet|mail|note)s?"
            r"|[A-Z][a-z]+ (?:will (?:add|fill in|look up)|to (?:add|check|confirm|fill in)) the|[Cc]itation needed)"
            r"(?![A-Za-z])[^()\[\]\n]{0,120}[)\]])(?!\()",
            signs=(
                r"[(\[](?:note to|to |please |check |not sure|source\?|citation needed)",
                r"[(\[]see (?:other|separate|attached) ",
                " (?:will|to) (?:add|fill in|look up|check|confirm) the",
            ),
            where=r"(?!ui/|guide/|source/|action/words/\d+/text$)",
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
        "shown-as-typed",
        "`{fragment}` names the field, which the page does by itself",
        "delete it, and begin with what follows",
        Pattern(
            rf"^\**((?:{_FIELDS}) ?:)(?=[ \n*])",
            signs=(r"\0\**[a-z][a-z ]{2,24}:",),
            texts=("line", "prose"),
            where=r"(?!source/|guide/|ui/)\w+/(?:[a-z_]+|evidence/says)$",
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
            where=_STATEMENTS,
        ),
    ),
    Rule(
        "bad-date",
        "`{fragment}` names no year",
        "write when the text was published or read: the year, the month such as 2026-03, or n.d.",
        Pattern(
            r"^(?![\s\S]*(?:[0-9]{4}|[Uu]ndated|[Nn]\.[Dd]\.|[Nn]o date)|\d{1,2}[./-]\d{1,2}[./-]\d{2})([\s\S]+)",
            texts=("line",),
            where=r"right/as_of$",
        ),
    ),
    Rule(
        "bad-date",
        "`{fragment}` does not begin with its year",
        "write `{year}-{month}`",
        Pattern(
            r"^(?:\d{1,2}\.)?((?P<month>0[1-9]|1[0-2])[./-](?P<year>\d{4}))(?![\s\S])",
            texts=("line",),
            where=r"right/as_of$",
        ),
    ),
    Rule(
        "bad-date",
        "`{fragment}` is not a month or a day as it is written here",
        "write the year, a hyphen and the month in two digits, such as 2026-03",
        Pattern(
            rf"^(\d[./-]\d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}[./]\d{{1,2}}"
            rf"|(?:\d{{1,2}}\.? )?{_MONTH}(?: \d{{1,2}})?,? \d{{4}})(?![\s\S])",
            texts=("line",),
            where=r"right/as_of$",
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


def house_rules(style: Style) -> tuple[Rule, ...]:
    """Return the rules that a guide sets itself: phrases to avoid, how long titles and summaries are."""
    return (*_avoided_phrases(style), *_long_titles(style), *_long_summaries(style))


def _avoided_phrases(style: Style) -> Iterator[Rule]:
    for phrase, hint in style.avoid.items():
        yield replace(AVOIDED_PHRASE, hint=hint, check=_phrase(phrase))


def _long_titles(style: Style) -> Iterator[Rule]:
    for kind, most in style.title_words.items():
        pattern = Pattern(
            rf"^\s*(?:\S+\s+){{{most}}}(\S[\s\S]*)", texts=("line",), where=f"{kind}/{KINDS[kind].title}$"
        )
        yield replace(LONG_TITLE, hint=f"say it in {most} words at the most", check=pattern)


def _long_summaries(style: Style) -> Iterator[Rule]:
    for kind, most in style.summary_sentences.items():
        pattern = Pattern(
            rf'^(?:[\s\S]*?[^\s.]{{2}}[.?!]["”)]*\s+(?=[A-Z])){{{most}}}(\S[\s\S]*)',
            texts=("line", "prose"),
            where=f"{kind}/summary$",
        )
        hint = "say it in one sentence" if most == 1 else f"say it in {most} sentences at the most"
        yield replace(LONG_SUMMARY, hint=hint, check=pattern)


def _phrase(phrase: str) -> Pattern:
    return Pattern(
        rf"(?i)(?:^|\W)({_escaped(phrase)})(?!\w)",
        signs=(re.escape(phrase.lower()),),
        texts=("line", "prose"),
        where=READ,
        plain=True,
    )


def _escaped(phrase: str) -> str:
    """Return a phrase as a pattern for both languages; `re.escape` escapes more than JavaScript allows."""
    return re.sub(r"[.*+?^${}()|\[\]\\/]", r"\\\g<0>", phrase)
