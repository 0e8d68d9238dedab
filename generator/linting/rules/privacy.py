"""Rules on what shows who somebody is."""

from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import ENTRIES, EVERYWHERE, QUOTED, WRITTEN

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY_NAME = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NAME = r"[A-Z](?:(?![\d_A-Z])\w)+"
# What is after the name of a firm.
_FIRM = rf" (?:& {_NAME}|(?:GmbH|AG|Ltd|LLC|Inc|PLC|plc|Corp)(?![A-Za-z]))"
# What makes a firm, or an age, after a name.
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
_TITLES_OF_PERSONS = (
    *("Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Frau", "Herr", "Madame", "Monsieur", "Mme"),
    *("Matron", "Sir", "Lady", "Professor"),
)
TITLE_OF_PERSON = f"(?:{'|'.join(_TITLES_OF_PERSONS)})"
# A name that leaves no doubt that it is one.
_TITLED = rf"{TITLE_OF_PERSON}\.? {_NAME}(?: {_NAME}){{0,3}}"
# Whom people speak of by what they do, after a name: "Sabine, the ward manager,".
_POST = (
    "(?:accountant|adviser|assistant|boss|client|coach|colleague|consultant|director|doctor|engineer|head"
    "|lawyer|manager|nurse|officer|owner|supervisor|teacher|trainer)"
)
# Words that begin a sentence and are no name. Most words begin with a small letter, which is told at once.
_NO_NAME = (
    r"(?=[A-Z])(?!(?:Afterwards|And|Anybody|Anyone|As|At|But|By|Everybody|Everyone|Finally|For|He|Her|His|However|I|If|In"
    r"|Instead|It|Later|Most|My|No|Nobody|Not|Now|Often|On|One|Only|Our|People|Perhaps|She|So|Some|Somebody|Someone"
    r"|Sometimes|Soon|Still|That|The|Their|Then|There|They|This|Those|Today|Tomorrow|We|When|While|Who|Yes|Yesterday"
    r"|You|Your)(?!\w)|[A-Z][a-z]+ly(?!\w))"
)
# A number that is kept free for films and books; those of other places begin with 555 or are as short.
_INVENTED_NUMBER = (
    r"(?:\(?\d{3}\)?[ .-])?0?555[ .-]?01\d\d|0\d{2,3} (?:496|790|301) 0\d{3}|0117 ?9\d\d ?0\d{3}|07700 ?900 ?\d{3}"
    r"|020 7946 0\d{3}|\+44 (?:7700 ?900 ?\d{3}|20 7946 0\d{3})"
)
# The words after the first name of somebody at the start of a sentence. Nouns without an article are mostly plurals.
_BEHIND_FIRST_NAME = (
    rf"(?:, (?:(?:who|whose|aged)(?!\w)|(?:an?|the|my|our|his|her|their) (?:[a-z-]+ ){{0,2}}{_POST}(?!\w))"
    r"|(?:, \d\d,)? (?:from (?:HR|[a-z])|in HR|told|rang|wrote|asked (?:him|her|them|me)|said|remembers|recalls)(?!\w))"
)
_NO_FIRST_NAME = (
    r"(?!(?:Management|Staff|Payroll|Personnel|Security|Reception|[A-Z][a-z]+(?:[eo]rs|[ea]nts|ists|ives))(?!\w))"
)
# Where somebody who is named was really there: not in words that are only an example.
_NAMING = WRITTEN.without("witness", "page", "contributor", *(genre for genre in QUOTED if genre != "alias"))
# The number of an account, in which others stand.
_ACCOUNT = r"IBAN:? ?[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?"
# Two names in a row may be those of a person, but hardly after a word that leads to a place.
_PLACE = (
    rf"(?:^|[\s(])(?:[Aa]cross|[Ff]rom|[Ii]n|[Nn]ear|[Oo]f|[Oo]n|[Tt]hrough|[Tt]o|[Bb]y|One|The|Dear)"
    rf"\s+(?!{TITLE_OF_PERSON}\.? ){_NAME}(?:[ \n]{_NAME})*(?!{_FIRM}|\w)"
)


_INSIDE_BRACKETS = rf"(?!{_DAY_NAME}|{MONTH}){_NAME}(?: {_NAME})*"
# What the state knows somebody by, in Britain, the United States and Germany.
_STATE_NUMBER = (
    r"(?:[A-CEGHJ-PR-TW-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]|\d{3}-\d\d-\d{4}"
    r"|(?:passport|licence|ID) (?:no\.?|number)? ?[A-Z0-9]{8,})"
)
_STREET = (
    rf"(?:\d{{1,4}}[a-z]? {_NAME} (?:Street|Road|Avenue|Lane|Close|Drive|Way|Terrace|Gardens|Crescent|Square)"
    rf"|{_NAME}(?:stra\u00dfe|strasse|str\.|weg|gasse|platz) \d{{1,4}})"
)
_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}"


PRIVACY_RULES = (
    Rule(
        "recognisable",
        "`{fragment}` names somebody, a firm or a place",
        "leave the names out, and say what sort of person, firm or place it was",
        Pattern(
            # One name in brackets after none may be a word that only looks like one.
            rf"(?:^|[^\w])((?:{_NAME} )?\({_INSIDE_BRACKETS}(?:, {_INSIDE_BRACKETS})+\)"
            rf"|{_NO_NAME}{_NAME} \({_INSIDE_BRACKETS}\))",
            signs=(r"\([^\W\d]",),
            where=EVERYWHERE.only("witness").without("title"),
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` leads to where somebody lives, or is a number by which the state knows them",
        "leave it out; in an example write what it stands for, such as “your number”",
        Pattern(
            rf"\]\([^()\s]*\)|(?:^|[^\w/.-])({_STATE_NUMBER}|{_POSTCODE})(?![\w-])",
            signs=(
                *(r"\d\d ?\d\d ?\d\d ?[a-d]", r"\d{3}-\d\d-\d{4}", r"\d[a-z\d]? \d[a-z]{2}"),
                *("passport ", "licence ", "id "),
            ),
            where=WRITTEN.without("law", "page", "finding"),
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` is where somebody lives",
        "leave it out, or write what sort of place it is",
        Pattern(
            rf"(?:^|[^\w/.-])({_STREET})(?![\w-])",
            signs=(
                *(" street", " road", " avenue", " lane", " close", " drive", " way", " terrace", " gardens"),
                *(" crescent", " square", "stra\u00dfe ", "strasse ", r"str\. ", "weg ", "gasse ", "platz "),
            ),
            where=WRITTEN.without("witness", "law", "page", "finding", "example", "message"),
        ),
    ),
    Rule(
        "named-person",
        "`{fragment}` names somebody",
        "take out the title and the name, and say what sort of person it was, such as “the manager”",
        Pattern(rf"(?:^|\W)({_TITLED})", where=EVERYWHERE.only("witness").without("title")),
    ),
    Rule(
        "personal-data",
        "`{fragment}` looks like an address or a number of a person",
        "leave it out: a case must not lead to anyone",
        Pattern(
            r"(?:^|[^\w.+-])([\w.+-]+@[\w-]+(?:\.\w+)+)"
            rf"|(?:^|[^\w/.-]){_NO_DATE}(\+?\d[\d ()/-]{{7,}}\d)(?![\w-])"
            r"|(?:^|\W)(@\w{3,})"
            r"|(?:^|\W)((?:linkedin|facebook|instagram|xing|github|twitter|tiktok|x)\.com/[^\s)]*)",
            signs=("@", r"\.com/", r"\d"),
            where=EVERYWHERE.only("witness"),
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` may show who this was",
        "leave names and days out, and say what sort of person or firm it was, and a month or a season",
        Pattern(
            # A name after a title has a message of its own.
            rf"{_IN_CHAT}|{_PLACE}|(?:^|\W){_TITLED}"
            rf"|(\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?{MONTH}(?: \d{{4}})?|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d))"
            r"|(\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
            rf"|(?:^|[^\w.])(?:at|with|joined|called)\s(?!{_DAY_NAME}|{MONTH})({_NAME}(?: {_NAME})*{_MORE})"
            rf"|(?:^|\s){_ROLE},? (?!{_DAY_NAME}|{MONTH})({_NAME})"
            rf"|(?:^|\s)({_NAME}(?:{_FIRM}|, \d\d(?=,)| \(\d\d(?=[,)])| [A-Z]\.(?=[ ,;\n])(?! [A-Z]))"
            rf"|(?:\d{{1,4}}[a-z]? )?{_NAME} {_NAME}{_MORE})",
            where=EVERYWHERE.only("witness").without("title"),
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` seems to name somebody",
        "take the name out, and say what sort of person or firm it was, such as “a manager of a hospital”",
        Pattern(
            # What is quoted, a greeting, and "a Mr Miller" are examples.
            rf'"[^"]{{1,400}}"|(?:^|\W)(?:[Dd]ear|an?) {_TITLED}|(?:^|\W)({_TITLED})'
            rf'|(?:^|[\s(“"])({_NO_NAME}{_NAME}(?: {_NAME})?, (?:an?|the|my|our|his|her|their) '
            rf"(?:[a-z-]+ ){{0,2}}{_POST}(?=[,.;:)]|(?![\s\S])))"
            # That has a message already.
            rf"|(?:^|\s){_NAME} {_NAME} from {_NAME}"
            rf"|(?:^|[^\w])I (?:met|coached) ({_NAME}(?: {_NAME}){{0,3}})"
            rf'|(?:^|[\s(“"])({_NO_NAME}{_NAME}(?: {_NAME}){{0,3}}) (?:once )?(?:told|said to|wrote to) (?:me|us)(?!\w)'
            rf"|(?:^|\s)(?:my|a|our) {_ROLE},? (?!{_DAY_NAME}|{MONTH})({_NAME})",
            signs=(
                # Words such as `forms` end like some of them.
                *(
                    rf"{title.lower()}{end}(?<![a-z]{title.lower()}{end})"
                    for title in _TITLES_OF_PERSONS
                    for end in (" ", r"\.")
                ),
                rf", (?:an?|the|my|our|his|her|their) (?:[a-z-]+ ){{0,2}}{_POST}",
                *(f"{verb} {whom}" for verb in ("told", "said to", "wrote to") for whom in ("me", "us")),
                *(rf"{whose} {_ROLE}" for whose in ("my", "a", "our")),
                "i met ",
                "i coached ",
            ),
            where=_NAMING,
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` seems to name somebody",
        "take the name out, and say what sort of person or firm it was, such as “a manager of a hospital”",
        # By itself, since so many texts have its sign.
        Pattern(
            rf"\u0022[^\u0022]{{1,400}}\u0022|\s({_NO_NAME}{_NAME} {_NAME} from (?!{MONTH}){_NAME})"
            rf"|\s(\d\d,? from (?!{MONTH}){_NAME})"
            rf"|^({_NAME} {_NAME} from (?!{MONTH}){_NAME})",
            signs=(" from ",),
            where=_NAMING,
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` seems to name somebody, or where this was",
        "write “she”, “he” or what sort of person or place it was; the name of a city by itself may stay",
        Pattern(
            # The name of a district or a street without a word such as "store" is not told from that of a city.
            rf"{_IN_CHAT}|(?:^|[.?!]\s+)({_NO_NAME}{_NO_FIRST_NAME}{_NAME}){_BEHIND_FIRST_NAME}"
            rf"|(?:^|[^\w])(?:at|of|in|from|for)\sthe\s({_NAME}(?:\s{_NAME})*\s"
            r"(?:store|shop|branch|office|plant|factory|hospital|clinic|school|hotel|restaurant|bakery|warehouse))(?!\w)",
            where=WRITTEN.only("witness", "prose", "sentence"),
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` is the number of an account",
        "leave it out",
        Pattern(
            rf"(?:^|[^\w])({_ACCOUNT})(?!\w)",
            signs=("iban",),
            where=WRITTEN,
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` is the day on which somebody was born",
        "leave it out, or write an age, such as “in her thirties”",
        Pattern(
            r"(?:^|[^\w])(?:[Bb]orn(?: on)?|[Dd]ate of birth|DOB|\*):? "
            r"(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d"
            rf"|\d{{1,2}}\.? {MONTH} \d{{4}}|{MONTH} \d{{1,2}},? \d{{4}})",
            signs=("born ", "date of birth", "dob", r"\* \d"),
            where=WRITTEN.without("witness"),
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` may be the telephone number of somebody",
        "write one that is kept free for examples, such as 555 0123",
        Pattern(
            rf"{_ACCOUNT}|(?:^|[^\w])(?:{_INVENTED_NUMBER})(?!\w)|(?:^|[^\w/.+=-]){_NO_DATE}({_TELEPHONE})(?![\w-])",
            signs=(
                r"\+\d",
                r"0[1-9](?:[ ()/.-]{0,3}\d){6}",
                *(rf"{mark}\d{{3}}[ .-]\d{{4}}" for mark in (" ", r"\.", "-", r"\)")),
            ),
            where=ENTRIES.only("example"),
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` comes from a chat",
        "delete what is before the words of each line, and say with no names or numbers what was said",
        Pattern(
            rf"(?:^|\s)[> ]*{_CHAT}",
            signs=(r":\d\d[^\]\n]{0,9}\] ", r":\d\d[^\n-]{0,9} - ", r"\.\d\d[^\]\n]{0,9}\] ", r"\.\d\d[^\n-]{0,9} - "),
            where=WRITTEN,
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` is the telephone number of somebody",
        "leave it out; for a public body, link to the page with its number",
        Pattern(
            rf"\]\([^()\s]*\)|{_IN_CHAT}|{_ACCOUNT}"
            rf"|(?:^|[^\w/.+=-]){_NO_DATE}({_TELEPHONE})(?![\w-])",
            signs=(
                r"\+\d",
                r"0[1-9](?:[ ()/.-]{0,3}\d){6}",
                *(rf"{mark}\d{{3}}[ .-]\d{{4}}" for mark in (" ", r"\.", "-")),
            ),
            where=WRITTEN.without("witness", "law", "example"),
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` fits one person alone",
        "say what they did without where, or name more whom it could have been",
        Pattern(
            r"(?:^|[^\w])([Tt]he\s(?:only|sole)\s(?!time|day|one|thing|question|\w+view|round|answer|call)[a-z-]+\s"
            r"(?:[a-z-]+\s)?(?:of|at|in)\s(?:the\s(?:[\w-]+\s){1,3}?(?:of|in|at)\s)?[A-Z][\w-]+)(?!\w)",
            signs=("the only ", "the sole "),
            where=WRITTEN.only("witness"),
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` is the address of somebody",
        "leave it out; in an example write one at example.org",
        Pattern(
            r"\]\(mailto:[^()\s]*\)|(?:^|[^\w.+:-])([\w.+-]{1,60}@(?!example\.|[\w.-]{1,60}\.(?:example|invalid|test)(?!\w))[\w-]{1,60}(?:\.\w+)+)",
            signs=("@",),
            where=WRITTEN.without("witness"),
        ),
    ),
)
