"""Rules on how the names of authors and days are written."""

from generator.linting.rules.pattern import Pattern
from generator.linting.rules.privacy import MONTH
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import EVERYWHERE
from generator.loading import FIRST_NAMES_FIRST

_DOI_ADDRESS = r"https?://(?:dx\.|www\.)?doi\.org/(?:doi:)?(?P<doi>10\.\d{4,9}/[^\s?#]+)[^\s]*"

FORMAT_RULES = (
    Rule(
        "bad-format",
        "this address is a DOI, which has a field of its own",
        "write `doi: {doi}` instead of this line; if a `doi` is there already, delete this line",
        Pattern(
            rf"^({_DOI_ADDRESS}) *(?![\s\S])",
            texts=("line",),
            where=EVERYWHERE.only("address"),
        ),
    ),
    Rule(
        "bad-format",
        "`{fragment}` is no author by itself",
        "write it in one item with its name, such as `- Abel, M.`; inside brackets, in quotation marks",
        Pattern(
            r"^((?:[A-Z]\.[ -]?){1,4}|[Jj]r\.?|[Ss]r\.?|I{2,3}|(?:and|&) (?!others)[^\n]*)(?![\s\S])",
            texts=("line",),
            where=EVERYWHERE.only("person"),
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
            where=EVERYWHERE.only("person"),
        ),
    ),
    Rule(
        "bad-format",
        "`{fragment}` begins with the first name",
        "write `{last}, {first}`; inside brackets, in quotation marks",
        Pattern(
            rf"^({FIRST_NAMES_FIRST})(?![\s\S])",
            texts=("line",),
            where=EVERYWHERE.only("person"),
        ),
    ),
    Rule(
        "bad-format",
        "`{fragment}` has its initials without a comma and full stops",
        "write the last name, a comma and the initials, such as `- Abel, M.`; inside brackets, in quotation marks",
        Pattern(
            r"^((?:(?:[Vv][ao]n|[Dd]e[rn]?) )?[A-Z][a-z]+(?:-[A-Z][a-z]+)? (?!UK|US|EU|UN|SA|NI|AG|SE|KG|BV|AB|NV"
            r"|TV|IT|HR|AI)[A-Z]{1,2})(?![\s\S])",
            texts=("line",),
            where=EVERYWHERE.only("person"),
        ),
    ),
    Rule(
        "bad-format",
        "`{fragment}` leaves authors out",
        "name each of them in an item of its own; the site shortens the list by itself",
        Pattern(r"^([^\n]+ et al\.?)(?![\s\S])", texts=("line",), where=EVERYWHERE.only("person")),
    ),
    Rule(
        "bad-format",
        "`{fragment}` is no reference by which anyone could find the work",
        "write who wrote it, the year, the title and where it appeared; and its `doi` or `url`, if it has one",
        Pattern(
            r"^(?![\s\S]*(?:[0-9]{4}|[Uu]ndated|[Nn]\.? ?[Dd]\.|[Nn]o date|[Ff]orthcoming|[Ii]n press))"
            r"((?:[^\s]+ ){0,4}[^\s]+) *(?![\s\S])",
            texts=("line",),
            where=EVERYWHERE.only("citation"),
        ),
    ),
    Rule(
        "bad-date",
        "`{fragment}` names no year",
        "write when the text was published or read: the year, the month such as 2026-03, or n.d.",
        Pattern(
            r"^(?![\s\S]*(?:[0-9]{4}|[Uu]ndated|[Nn]\.[Dd]\.|[Nn]o date)|\d{1,2}[./-]\d{1,2}[./-]\d{2})([\s\S]+)",
            texts=("line",),
            where=EVERYWHERE.only("day"),
        ),
    ),
    Rule(
        "bad-date",
        "`{fragment}` is another day for each who reads it",
        "write the day on which the text was published or read, such as 2026-03-09, and nothing else",
        Pattern(
            r"(?i)^(?:(?![0-9]{4})[\s\S])*[0-9]{4}[\s\S]*?"
            r"\W(yesterday|today|tomorrow|(?:last|this) (?:week|month|year))(?!\w)",
            texts=("line",),
            where=EVERYWHERE.only("day"),
        ),
    ),
    Rule(
        "misplaced-mark",
        "the page already says `{fragment}` before these words",
        "leave it out here",
        Pattern(r"(?i)^((?:counted )?from) [^\s]", texts=("line",), where=EVERYWHERE.only("event")),
    ),
    Rule(
        "start-page",
        "`{fragment}` is the start page of a site",
        "write the address of the page with the work itself, so that others find it",
        Pattern(
            r"^(https?://[^/\s?#]+/?)(?![\s\S])",
            texts=("line",),
            where=EVERYWHERE.only("address"),
        ),
    ),
    Rule(
        "wrong-place",
        "`{fragment}` is an address, and no place of publication",
        "write the journal or who published it; the address belongs in `url`",
        Pattern(r"(?:^|[\s(])((?:https?://|www\.)[^\s]+)", texts=("line",), where=EVERYWHERE.only("venue")),
    ),
    Rule(
        "wrong-place",
        "`{fragment}` says nothing in words",
        "say it in a sentence; a year belongs in `year`, and a DOI in `doi`",
        Pattern(
            r"^((?:(?:doi:? *|https?://)[^\s]*|[^\s]*10\.\d{4,}/[^\s]*|[\d .,/-]+)\.?) *(?![\s\S])",
            texts=("line", "prose"),
            where=EVERYWHERE.only("finding"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` is a judgement, and no finding",
        "say in a sentence what was measured, of whom, and what came out",
        Pattern(
            r"^((?:It|This|That|They|Everybody|Everyone)(?: [^\s]+){1,2}) *(?![\s\S])"
            r"|(?:^|[^\w])([Ii]n (?:my|our) (?:own )?(?:experience|view|opinion|practice))(?!\w)",
            texts=("line", "prose"),
            where=EVERYWHERE.only("finding"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` can't be: every work leaves something open",
        "write whom or what it did not look at, or how few they were",
        Pattern(
            r"^((?:[Tt]here (?:are|were)|[Ii]t has|[Tt]his has|[Hh]as|[Ww]ith) (?:no|none|hardly any) (?:\w+ )?"
            r"(?:limits?|limitations?|weaknesses)[.!]?) *(?![\s\S])",
            texts=("line", "prose"),
            where=EVERYWHERE.only("finding"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` answers the claim, and beside its verdict it reads as the contrary",
        "begin with what is known, in a sentence that stands by itself",
        Pattern(
            r"^([Yy]es|[Tt]rue|[Rr]ight|[Cc]orrect|[Ii]ndeed|[Nn]o|[Ff]alse|[Ww]rong)[,.:;!]",
            texts=("line",),
            where=EVERYWHERE.only("summary").in_kind("myth"),
        ),
    ),
    Rule(
        "bad-date",
        "`{fragment}` does not begin with its year",
        "write `{year}-{month}`",
        Pattern(
            r"^(?:\d{1,2}\.)?((?P<month>0[1-9]|1[0-2])[./-](?P<year>\d{4}))(?![\s\S])",
            texts=("line",),
            where=EVERYWHERE.only("day"),
        ),
    ),
    Rule(
        "bad-date",
        "`{fragment}` is not a month or a day as it is written here",
        "write the year, a hyphen and the month in two digits, such as 2026-03",
        Pattern(
            rf"^(\d[./-]\d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}[./]\d{{1,2}}"
            rf"|(?:\d{{1,2}}\.? )?{MONTH}(?: \d{{1,2}})?,? \d{{4}})(?![\s\S])",
            texts=("line",),
            where=EVERYWHERE.only("day"),
        ),
    ),
)
