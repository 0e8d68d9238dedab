r"""Rules on advice that wrongs others, deceives them, or hands readers over to those who want their money.

Each is a table of verbs and of what they are about. What they don't see: the same in other words, and what is said in
two sentences. What is advised against is not marked, as in “Don't send a fee”.
"""

from generator.linting.rules.advice import ADVICE, AGAINST, PARAGRAPH, QUOTED, REST, TOLD, UNMARKED
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule

_SOME_WORDS = r"(?:[^\s.?!]+\s){0,6}?"
_FEE = (
    r"(?:training|registration|application|processing|\w+ment|administration|admin|joining|starter|visa"
    r"|kit|materials|agency|handling|background[ -]check|equipment|uniform|course)\s(?:fees?|charges?|costs?"
    r"|deposits?|money|kit)"
    r"|money\sfor\s(?:the|your)\s(?:kit|training|uniform|equipment|visa|course|background\scheck)"
)
_CLOSE = "friend|brother|sister|cousin|flatmate|partner|parent|mother|father|colleague|neighbour|relative|wife|husband"
# Whom readers meet is called after what they do, as in “the manager” or “the director”; relatives are not meant.
_MET = r"(?:(?!\w*(?:mother|father|brother|sister|daughter)|partner|other)\w+(?:er|or)|boss|chair|head)"
_OF_MET = (
    rf"(?:(?:the|that|your)\s(?:[\w-]+\s)?{_MET}(?:['\u2019]s|s['\u2019])|his|her|their"
    rf"|the\s(?:\w+\s)?{_MET}(?:['\u2019]s)?)"
)
_DWELLING = r"(?:home|house|flat|front\sdoor|doorstep|apartment|private\saddress|home\saddress)"
_TEST = (
    r"(?:tests?|exams?|assessments?|\w+views?|tasks?|case\sstud(?:y|ies)|questions|games?|trial\s(?:day"
    r"|shift)|calls?)"
)
_STAND_IN = rf"(?:an?|your|some|the)\s(?:[\w-]+\s)?(?:{_CLOSE}|expert|student|tutor|coach|actor)s?|some(?:body|one)"
_PROGRAM = (
    r"(?:ChatGPT|Claude|Gemini|Copilot|an?\s(?:AI|chatbot|assistant|chat\sprogram|language\smodel)|AI"
    r"|the\s(?:AI|chatbot))"
)
_COURT = (
    r"(?:sue|go\sto\s(?:court|the\s(?:press|police|papers|media)|a\slawyer)|take\sthem\sto\s(?:court|a\stribunal)"
    r"|report\sthem|(?:post|write|complain)\s(?:about\s)?(?:them|it|this|everything)\s(?:online|on\sthe\sinternet)"
    r"|make\s(?:it|this|everything)\spublic|see\sthem\sin\scourt|tell\sthe\s(?:press|papers))"
)
_ACCESS = r"(?:log-?ins?|passwords?|access|badges?|key\scards?|accounts?|credentials)"
_OF_FIRM = (
    r"(?:customer|client|contact|price|supplier|mailing|patient|member)\s(?:lists?|bases?|data(?:bases?)?"
    r"|files?|records?)"
)
_SUFFERED = (
    r"(?:illness|disease|cancer|pregnancy|divorce|depression|diagnosis|debts?|conviction|breakdown"
    r"|burn-?out|sick\sleave)"
)

WRONG_RULES = (
    Rule(
        "unsafe-advice",
        "`{fragment}` gives money to those who should give it",
        "leave it out, or say that honest firms take no money from those who apply",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Pp]ay|[Ss]end|[Tt]ransfer|[Cc]over|[Aa]dvance|[Ww]ire|[Ll]end)\s"
            rf"(?:(?:[^\s.?!]+\s){{0,4}}?(?:{_FEE})"
            rf"|(?:the\s)?(?:agency|firm|company|{_MET})\s(?:\w+\s){{0,3}}?(?:money|in\sadvance|up\sfront|first)))(?!\w)",
            signs=("fee", "charge", "cost", "deposit", "money", "kit", "in advance", "up front", " first"),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` goes after somebody in private, which can be a crime",
        "leave it out, or name a way by which they can be reached at work",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Dd]rive|[Gg]o|[Ww]alk|[Cc]ycle|[Tt]ravel|[Cc]ome|[Tt]urn\sup|[Ss]how\sup|[Rr]ing|[Kk]nock"
            rf"|[Dd]rop\s(?:in|by)|[Ww]ait|[Ss]tand)\s(?:the\sbell\s)?(?:to|at|by|outside|round\sto|in\sfront\sof)\s"
            rf"{_OF_MET}\s(?:\w+\s)?{_DWELLING}"
            rf"|(?:[Ff]ind(?:\sout)?|[Ll]ook\sup|[Gg]et|[Dd]ig\sup|[Ss]earch\sfor|[Uu]se)\s{_OF_MET}\s"
            r"(?:private|home)\s(?:phone\s|telephone\s|mobile\s)?(?:number|address|phone|telephone|profile|account)s?)(?!\w)",
            signs=("home", "house", "flat", "door", "apartment", "private "),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` lets somebody or something else answer in the reader's place",
        "leave it out, or say how they can practise beforehand",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Ll]et|[Aa]sk|[Hh]ave|[Gg]et|[Hh]ire)\s(?:{_STAND_IN})\s{REST}"
            rf"(?:sit|take|do|solve|complete|attend|answer|write|pass)\s(?:[\w-]+\s){{0,4}}?{_TEST}\s"
            r"(?:for\syou|in\syour\s(?:place|name)|as\syou|instead\sof\syou)"
            rf"|(?:[Ll]et|[Aa]sk|[Hh]ave|[Gg]et)\s(?:{_STAND_IN})\s{REST}(?:to\s)?(?:play|be|act\sas|speak\sas|answer\sas)\s"
            rf"your\s(?:former|old|last|previous|ex-?)\s?{_MET}"
            rf"|(?:[Ll]et|[Hh]ave|[Aa]sk|[Uu]se|[Rr]un)\s{_PROGRAM}\s(?!on\s\w+\s(?:second|hidden|other)\s)(?:{REST}\s)?(?:during|while\syou|in\sthe\smiddle\sof)\s"
            rf"(?:[\w-]+\s){{0,4}}?(?:{_TEST}|answer|talk|speak)"
            rf"|(?:[Ll]et|[Hh]ave|[Aa]sk|[Gg]et|[Uu]se)\s(?:[\w-]+\s){{1,4}}?(?:to\s)?(?:whisper|feed|dictate|prompt|read\sout)\s"
            r"(?:you\s)?(?:the\s|your\s)?(?:right\s)?(?:answers?|words|what\sto\s(?:say|write)))(?!\w)",
            signs=(
                *(f"{verb} " for verb in ("whisper", "feed", "dictate", "prompt", "read out")),
                "for you",
                "in your place",
                "in your name",
                "as you",
                "instead of you",
                *(f"your {time} ?" for time in ("former", "old", "last", "previous", "ex-?")),
                "during ",
                "while you",
                "in the middle of ",
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` may be a crime where the others don't know of it",
        "leave it out, or say in the same paragraph that they have to agree first",
        Pattern(
            rf"{QUOTED}|(?:[Dd]on['\u2019]t|[Nn]ever|[Dd]o\snot|offence|crime|illegal|against\sthe\slaw)(?!\w){PARAGRAPH}"
            r"|(?:^|[^\w])([Ll](?:et|eave|eaving|etting)\s(?:your|a|the)\s(?:phone|recorder|camera|microphone|app|watch)\s"
            r"(?:run(?:ning)?|record(?:ing)?|film(?:ing)?|on|switched\son)(?=\s(?:in|under|while|during|inside))"
            r"|(?:[Rr]ecord|[Ff]ilm|[Tt]ape|[Pp]hotograph)\s(?:[^\s.?!]+\s){1,4}?"
            r"(?:without\s(?:telling|asking|their|his|her|saying)|unnoticed|on\sthe\squiet|behind\stheir\sbacks?)"
            r"|[Hh]id(?:e|ing)\s(?:your|a|the)\s(?:phone|recorder|camera|microphone))(?!\w)",
            signs=("recorder", "phone", "camera", "watch", "app ", "record", "film", "tape", "photograph"),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` is a threat, which can be a crime",
        "say what to ask for and by when, and whom to ask for advice first",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Tt]ell|[Ww]rite(?:\sto)?|[Ww]arn|[Ll]et)\s(?:(?:them|him|her|the\s\w+)\s)?(?:know\s)?(?:that\s)?"
            rf"you(?:['\u2019]ll|\swill|['\u2019]re\sgoing\sto|\sare\sgoing\sto|\swould)\s{_COURT}(?:\s{REST}(?:unless|if|until))?"
            rf"|[Tt]hreaten\s(?:them\s|him\s|her\s|the\s\w+\s)?(?:to\s{_COURT}|with\s(?:an?\s|the\s)?(?:court|lawyer|claim|lawsuit|tribunal"
            rf"|police|press|bad\sreview)))(?!\w)",
            signs=(
                "sue",
                "court",
                "press",
                "police",
                "papers",
                "media",
                "lawyer",
                "report them",
                "threaten",
                "online",
                "the internet",
                "public",
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` uses what belongs to somebody else, which can be a crime",
        "leave it out, or say how readers can ask for it openly",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Oo]pen|[Uu]se|[Ll]og\s(?:in|on)(?:to)?|[Ee]nter|[Gg]et\sinto|[Bb]orrow|[Ll]ook|[Ss]ign\sin)\s"
            rf"{_SOME_WORDS}(?:{_CLOSE})['\u2019]?s['\u2019]?\s(?:\w+\s)?{_ACCESS}"
            rf"|(?:[Tt]ake|[Cc]opy|[Ee]xport|[Ss]ave|[Ff]orward|[Bb]ring|[Dd]ownload)\s(?:[\w'\u2019-]+\s){{0,4}}?{_OF_FIRM}"
            rf"(?:\s{REST}(?:along|with\syou|home|leave|new\s\w+))?)(?!\w)",
            signs=(
                *(rf"{who}['\u2019]?s['\u2019]? " for who in _CLOSE.split("|")),
                *(f"{what} " for what in ("customer", "client", "contact", "price", "supplier", "mailing", "patient")),
                "member ",
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` tells what is private to somebody else",
        "leave it out, or say what readers can tell of themselves",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Tt]ell|[Ww]rite|[Mm]ention|[Ss]ay|[Nn]ame|[Ee]xplain)\s(?:them\s|him\s|her\s|it\s)?(?:about\s|of\s|to\s)?"
            r"(?:your|an?|the)\s(?:former\s|old\s|last\s)?(?:colleague|boss|manager|co-?worker|predecessor|team\sleader|friend)"
            rf"(?:['\u2019]s|s['\u2019])\s(?:\w+\s)?{_SUFFERED})(?!\w)",
            signs=(r"['\u2019]s?\s(?:\w+\s)?(?:ill|dis|can|preg|div|dep|diag|debt|conv|break|burn|sick)",),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` tells readers to say what is not so",
        "say what is true and would help, or what they need not mention",
        Pattern(
            rf"{QUOTED}|(?:^|[^\w])((?:[Ii]t|[Tt]hat|[Tt]hey|[Tt]his|which|none)\s(?:needn['\u2019]t|need\snot)\s(?:even\s|really\s)?(?:exist|be\s(?:true|real|so)))(?!\w)"
            rf"|{AGAINST}|{TOLD}([Pp]retend\s(?:that(?!\syou\s(?:are|were)\sthe)|you\s(?:have|know|are|were)|not\sto"
            r"|to\s(?:have|know|need|like|want|remember))"
            r"|(?:[Ww]rite|[Pp]ost|[Ll]eave|[Gg]ive|[Ss]end)\s(?:[\w'\u2019-]+\s){0,5}?(?:reviews?|ratings?|comments?|posts?|applications?)\s"
            r"(?:[\w'\u2019-]+\s){0,3}?under\s(?:several|different|other|another|an?\s(?:false|other|invented|made-up)|false|made-up"
            r"|invented|various|many)\snames?)(?!\w)",
            signs=("exist", "be true", "be real", "be so", "pretend ", "under "),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` keeps readers from help that they may need",
        "say whom they can tell, and when it is time for a doctor or a crisis line",
        Pattern(
            rf"{QUOTED}|(?:^|[^\w])((?:[Dd]on['\u2019]t|[Dd]o\snot|[Nn]ever)\s(?:tell|let|show)\s(?:anybody|anyone|others|a\ssoul"
            r"|your\s(?:doctor|family|partner|friends|parents))\s(?:know\s|see\s)?(?:how|that|about)\s(?:[\w'\u2019]+\s){0,3}?"
            r"(?:feel(?:ings)?|depress\w+|suicid\w+|sad|hurt(?:s|ing)?|suffer\w*|low|desperate|cry(?:ing)?|worr\w+|down))(?!\w)",
            signs=(
                "anybody",
                "anyone",
                "others",
                "a soul",
                "your doctor",
                "your family",
                "your partner",
                "your friends",
                "your parents",
            ),
            where=ADVICE,
        ),
    ),
)
