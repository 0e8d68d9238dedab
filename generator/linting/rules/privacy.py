"""Rules on what shows who somebody is."""

from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
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
STAMP = rf"(?:\[(?:\d[\d./-]{{3,9}},? )?{_TIME}\]|\d[\d./-]{{3,9}},? {_TIME} -)"
_CHAT = rf"({STAMP} [^\n:]{{1,60}}:)[^\n]*(?:\n *{STAMP} [^\n:]{{1,60}}:[^\n]*)*"
# The same where other rules step over it.
_IN_CHAT = rf"(?:^|\s)[> ]*{_CHAT.replace('(', '(?:', 1)}"
_TITLE_OF_PERSON = "(?:Mr|Mrs|Ms|Miss|Dr|Prof|Frau|Herr|Madame|Monsieur|Mme)"
# Two names in a row may be those of a person, but hardly behind a word that leads to a place.
_PLACE = (
    rf"(?:^|[\s(])(?:[Aa]cross|[Ff]rom|[Ii]n|[Nn]ear|[Oo]f|[Oo]n|[Tt]hrough|[Tt]o|[Bb]y|One|The|Dear)"
    rf"\s+(?!{_TITLE_OF_PERSON}\.? ){_NAME}(?:[ \n]{_NAME})*(?!{_FIRM}|\w)"
)


PRIVACY_RULES = (
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
            rf"{_IN_CHAT}|{_PLACE}|(?:^|\W)({_TITLE_OF_PERSON}\.? {_NAME}(?: {_NAME})*)"
            rf"|(\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?{MONTH}(?: \d{{4}})?|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d))"
            r"|(\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
            rf"|(?:^|[^\w.])(?:at|with|joined|called)\s(?!{_DAY_NAME}|{MONTH})({_NAME}(?: {_NAME})*{_MORE})"
            rf"|(?:^|\s){_ROLE},? (?!{_DAY_NAME}|{MONTH})({_NAME})"
            rf"|(?:^|\s)({_NAME}(?:{_FIRM}|, \d\d(?=,)| \(\d\d(?=[,)])| [A-Z]\.(?=[ ,;\n])(?! [A-Z]))"
            rf"|(?:\d{{1,4}}[a-z]? )?{_NAME} {_NAME}{_MORE})",
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
)
