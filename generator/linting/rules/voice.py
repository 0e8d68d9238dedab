"""Rules on who speaks, to whom, and when: a page says what is so for anybody, on whatever day it is read."""

from generator.diagnostics.diagnostic import Diagnostic
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import ENTRIES, EVERYWHERE, GUIDANCE, QUOTED, READ

_QUOTED = r'"[^"]{1,400}"'
_FAILING = (
    r"(?:(?:badly|poorly|hardly|under-?|un|ill-?)\s?prepared|not\s(?:well\s)?prepared|bad\sat|poor\sat|rude|arrogant|boring"
    r"|lazy|careless|incompetent|unprofessional|unconvincing|dishonest|awkward|stupid|naive|inattentive|disorgani[sz]ed|forgetful|to\sblame|at\sfault"
    r"|not\sgood\senough)"
)


def _without_it(text: str, diagnostic: Diagnostic) -> str:
    """Return a text without what its diagnostic points to, and with what is after it in a small letter."""
    place, lines = diagnostic.location, text.split("\n")
    line = lines[place.line - 1]
    rest = line[place.end_column - 1 :].lstrip()
    lines[place.line - 1] = line[: place.column - 1] + rest[:1].lower() + rest[1:]
    return "\n".join(lines)


VOICE_RULES = (
    Rule(
        "printed-twice",
        "the result says `{fragment}` before these words already",
        "delete it here, and begin with what comes after it, in a small letter",
        Pattern(
            r"^\s*([Ww]hen this is (?:the|a|your) (?:reason|cause),?)(?!\w)",
            texts=("line",),
            where=ENTRIES.only("clause"),
        ),
        fix=_without_it,
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` speaks to the reader, and this says how it comes about for anybody",
        "say it without the reader, such as “an answer goes on after the point has been made”",
        Pattern(
            rf"{_QUOTED}|(?:^|[^\w])([Yy]ou(?:rs?|rself)?)(?!\w)[\s\S]*",
            texts=("line",),
            where=ENTRIES.only("clause"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` speaks to the reader, and this is told by somebody to whom it happened",
        "say it with “I” and “they”",
        Pattern(
            rf"{_QUOTED}|(?:^|[^\w])([Yy]ou(?:rs?|rself)?)(?!\w)[\s\S]*",
            texts=("line",),
            where=ENTRIES.only("scene"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` tells what somebody concluded, and this is told by somebody who doesn't know the reason",
        "say only what they saw, heard and did",
        Pattern(
            rf"{_QUOTED}|(?:^|[^\w])((?:[Tt]hey|[Hh]e|[Ss]he|[Tt]he\s\w+)\s(?:thought|decided|concluded|felt|believed)\sthat"
            r"|(?:so|and)\sthey\s(?:thought|decided)|because\s(?:I|you)\s(?:was|were|am|are)\stoo)(?!\w)",
            texts=("line",),
            where=ENTRIES.only("scene"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` says why it ended so, and this is told by somebody who doesn't know the reason",
        "say only what they saw, heard and did",
        Pattern(
            # What others said of the reason was heard.
            r"(?:said|says|told|wrote|heard|explained|answered)(?!\w)(?:(?!\n\s*\n)[^.?!])*"
            rf"|{_QUOTED}|(?:^|[^\w])((?:turned\s(?:me|us)\sdown|rejected\s(?:me|us)|passed\s(?:me|us)\sover|said\sno"
            r"|(?:did(?:n['\u2019]t|\snot))\s(?:take|choose|want|pick)\s(?:me|us)|(?:chose|took|picked)\s\w+\s?\w*"
            r"|(?:was|were)\s(?:turned\sdown|rejected))\s(?:because|since|as\s(?:I|my|we|our))"
            r"|[Tt]he\s(?:real\s)?reason\s(?:was|is)|[Tt]hat\s(?:is|was)\swhy\s(?:they|I|we)"
            r"|I\slost\s(?:it|the\s\w+)\s(?:because|since))(?!\w)",
            texts=("line",),
            where=ENTRIES.only("scene"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` blames the reader",
        "say what happened, and what could be done",
        Pattern(
            rf"{_QUOTED}|(?:^|[^\w])([Yy]our\sown\s(?:fault|doing)|[Yy]ou\s(?:really\s|clearly\s|simply\s)?"
            r"(?:screwed|messed|cocked|fouled)\s(?:\w+\s)?up|[Yy]ou\s(?:blew\sit|botched\s\w+|should\shave\sknown\sbetter"
            r"|have\sonly\syourself|only\shave\syourself)|[Ss]hame\son\syou|[Bb]lame\syourself"
            rf"|You\s(?:were|have\sbeen|had\sbeen)\s(?:simply\s|just\s|too\s|so\s|plainly\s)?{_FAILING}(?=[.!,;]|\s*(?![\s\S]))"
            r"|[Yy]ou\s(?:should|ought\sto)\s(?:be|feel)\sashamed)(?!\w)",
            signs=(
                r"your\sown\s(?:fault|doing)",
                "screwed",
                "messed",
                "cocked",
                "fouled",
                r"you\sblew\sit",
                r"you\sbotched",
                r"known\sbetter",
                r"only\s(?:have\s)?yourself",
                r"shame\son\syou",
                r"blame\syourself",
                "you were",
                "you have been",
                "you had been",
                "ashamed",
            ),
            where=GUIDANCE,
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` cheers the reader on",
        "leave it out, or say what to do next",
        Pattern(
            rf"{_QUOTED}|(?:^|[^\w])([Yy]ou(?:['\u2019]ve|\shave)\sgot\sthis|[Yy]ou\scan\sdo\s(?:it|this)(?=[.!]|\s*(?![\s\S]))"
            r"|[Bb]elieve\sin\syourself|(?:[Kk]eep\syour\s(?:chin|head)\sup|[Cc]hin\sup|[Nn]ever\sgive\sup|[Gg]ood\sluck)(?=[.!,])"
            r"|[Gg]o\sget\s(?:them|['\u2019]em)|[Yy]our\stime\swill\scome|[Ss]tay\sstrong"
            r"|[Ee]verything\shappens\sfor\sa\sreason|[Yy]ou(?:['\u2019]re|\sare)\s(?:so\s)?(?:amazing|awesome|wonderful|fantastic|brilliant|a\sstar)"
            r"|(?:right|perfect)\s\w{3,5}\swill\s(?:come|find\syou)|[Ww]hen\sone\sdoor\scloses|[Ww]hat\sdoesn['\u2019]t\skill\syou"
            r"|was(?:n['\u2019]t|\s(?:just\s)?not)\smeant\sto\sbe|[Ii]t\swill\sall\swork\sout|silver\slining)(?!\w)",
            signs=(
                r"got\sthis",
                r"you\scan\sdo\s",
                r"believe\sin\syour",
                r"chin\sup",
                r"head\sup",
                r"give\sup",
                r"good\sluck",
                r"go\sget\s",
                r"time\swill\scome",
                r"stay\sstrong",
                "for a reason",
                *("amazing", "awesome", "wonderful", "fantastic", "brilliant", "a star", "will come", "will find you"),
                *("one door", "kill you", "meant to be", "all work out", "silver lining"),
            ),
            where=GUIDANCE,
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` asks whether the reader was bad at something",
        "ask what was done, seen or heard, such as “What had you done beforehand?”",
        Pattern(
            rf"(?:^|[^\w])((?:[Ww]ere|[Aa]re|[Ww]as|[Aa]m)\s(?:you|I|your\s\w+)\s(?:too\s|very\s|a\sbit\s|perhaps\s)?{_FAILING}"
            r"|[Dd]id(?:n['\u2019]t)?\syou\s(?:fail|neglect|mess\sup|screw\sup|blow)|(?:not|n['\u2019]t)\stry\s(?:hard|enough)"
            rf"|(?:see|know|find\sout|check|tell|learn)\s(?:if|whether)\s(?:you|your\s\w+)\s(?:were|was|are|is)\s(?:too\s)?{_FAILING})(?!\w)",
            texts=("line",),
            where=ENTRIES.only("reader", "question", "sentence"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` asks for one of the answers",
        "ask without “not”, so that each answer is as easy to give",
        Pattern(
            r"^\s*((?:(?:Do|Did|Was|Were|Is|Are|Have|Had|Could|Should|Would)n['\u2019]t|Can['\u2019]t)\s(?:you|your|it|they|the))(?!\w)",
            texts=("line",),
            where=ENTRIES.only("reader", "question"),
        ),
    ),
    Rule(
        "wrong-voice",
        "a claim that is a question",
        "say it as those do who believe it, with a full stop at the end",
        Pattern(r"(\?) *(?![\s\S])", signs=(r"\? *\0",), texts=("line",), where=ENTRIES.only("title").in_kind("myth")),
    ),
    Rule(
        "wrong-voice",
        "a title that is a question",
        "say plainly what is so, or what to do, without a question mark",
        Pattern(
            r"(\?) *(?![\s\S])",
            signs=(r"\? *\0",),
            texts=("line",),
            where=ENTRIES.only("title").in_kind("cause", "action", "right"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` is advice, and these are words that somebody says",
        "write what one could say, word by word, as in “I was late, and I am sorry”",
        Pattern(
            r"^\W*([Yy]ou\s(?:should|must|ought\sto|had\sbetter|need\sto\s(?:say|tell|explain|mention|ask|call))"
            r"|[Ss]ay\s(?:that|how|why|what|who)|[Tt]ell\s(?:them|him|her|the\s\w+)\s(?:that|how|why|what|who|about)"
            r"|[Ee]xplain\s(?:that|how|why|to\s(?:them|him|her|the))|[Mm]ention\s(?:that|your|how|why)"
            r"|(?:[Dd]on['\u2019]t|[Dd]o\snot|[Nn]ever)\s(?:say|tell|mention|explain))(?!\w)",
            texts=("line",),
            where=ENTRIES.only("speech", "counterexample"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` is how the authors of a work speak of it, and this is in our words",
        "say what they did and found, as in “Those who …”",
        Pattern(
            rf"{_QUOTED}|(?:^|[^\w])([Ii]n\s(?:this|the\spresent)\s(?:paper|article|study|chapter|research),?\swe"
            r"|[Ww]e\s(?:examined?|investigated?|hypothesi[sz]ed?|propose|argue|conducted|surveyed|randomi[sz]ed"
            r"|demonstrated?|conclude)|[Oo]ur\s(?:participants|respondents|sample|hypothes[ei]s|experiments?))(?!\w)",
            texts=("line", "prose"),
            where=EVERYWHERE.only("finding"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` is another time for each who reads it",
        "write the month and the year, or leave it out",
        Pattern(
            rf"{_QUOTED}|(?:^\s*|[.?!]\s+)(Last\s(?:week|month|year)(?:,|(?=\s(?:I|we|an?|the|my|our|one)\s))"
            r"|Yesterday(?=,|\s(?:I|we|an?|the|my|our)\s)|The\sother\sday)"
            r"|(?:^|[^\w])([Aa]s\sof\s(?:today|now|this\swriting)|[Aa]t\sthe\stime\sof\swriting|[Ee]arlier\sthis\s(?:year|month)"
            r"|[Ll]ater\sthis\s(?:year|month))(?!\w)",
            signs=(
                r"last\s(?:week|month|year)",
                r"er\sthis\s(?:year|month)",
                "yesterday",
                r"the\sother\sday",
                r"as\sof\s",
                r"time\sof\swriting",
            ),
            where=READ.without("witness", "reader", "step", *QUOTED),
        ),
    ),
)
