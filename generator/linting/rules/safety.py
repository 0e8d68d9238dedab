r"""Rules on advice that puts readers or others at risk: their lives, bodies, money, rights or peace.

Each knows one kind of such advice by its verbs and by what they are about. What they don't see: the same in other
verbs, advice that is only harmful for some readers, and what is said in two sentences of different paragraphs.
"""

from generator.linting.rules.advice import ADVICE, AGAINST, PARAGRAPH, QUOTED, REST, TOLD, UNMARKED, untruth_rule
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule

_SELF_HARM = (
    r"(?:suicid(?:e|al)|(?:kill|hurt|harm)(?:ing)?\s(?:yourself|themselves)|self-harm|end(?:ing)?\s(?:your|it"
    r"|their)\s(?:life|all|lives)"
    r"|(?:want|wish)(?:ing)?\sto\sdie)"
)
_HELP = (
    r"(?:[Hh]elp\s?line|[Cc]risis|[Ee]mergency|[Dd]octor|Samaritans|[Rr]ing|[Cc]all|[Tt]ext|[Pp]hone|[Ll]ifeline|\d{3})"
)
_CONDITION = (
    r"(?:epilep\w+|seizures?|fits|diabet\w+|blackouts?|faint\w*|heart|eyesight|hearing|vertigo|allerg\w+"
    r"|illness|condition"
    r"|medication|pregnan\w+|disability|infection|injur\w+|asthma|dizz\w+)"
)
_PAPERS = (
    r"(?:passports?|passwords?|PINs?|bank\s(?:details|account|card)s?|account\snumbers?|sort\scodes?"
    r"|card\s(?:number|details)s?"
    r"|credit\scards?|debit\scards?|identity\s(?:card|paper)s?|ID\scards?|driving\slicences?"
    r"|(?:social\s(?:security|insurance)|national\sinsurance|tax)\snumbers?|log-?in(?:s|\sdetails)?)"
)
_MONEY = (
    r"(?:gift\scards?|vouchers?|bitcoins?|crypto\w*|deposits?|advance\sfees?|fees?\s(?:first|up\sfront|in\sadvance))"
)
# Nobody's occupation is listed, since this knows no subject: most end in -er or -or.
_SOMEBODY = r"(?:her|him|them|(?:the|your|that)\s(?:\w+\s)?(?:\w+[eo]r|boss|judge)s?)"
_PUBLIC = (
    r"(?:LinkedIn|Facebook|Twitter|Glassdoor|Reddit|TikTok|Instagram|YouTube|X|social\smedia"
    r"|the\sinternet|public|a\sforum)"
)
_OF_SOMEBODY = r"(?:[\w'\u2019]+['\u2019]s?|their|her|his|its|the)\s(?:[\w'\u2019]+\s){0,4}?"
_PRIVATE_THING = (
    r"(?:names?|photos?|pictures?|faces?|address(?:es)?|numbers?|emails?|messages?|letters?|recordings?|screenshots?)"
)
_EVIDENCE = (
    r"(?:the|all|your|any|every|those|these)\s(?:\w+\s){0,2}?(?:e-?mails?|messages?|letters?|texts|chats?"
    r"|records|evidence|proof"
    r"|recordings?|screenshots?|correspondence|contracts?)"
)
_LIMIT = r"(?:time\slimits?|deadlines?|limitation\speriods?|closing\sdates?)"
_UNTRUE = (
    r"(?:even\s(?:if|when|though)|although|whether\sor\snot)\s(?:it|that|this|you|there|they|none)\s"
    r"(?:(?:is|are|was|were|do|did|have|has)(?:n['\u2019]t|\snot)|isn|aren|don|never|never\s\w+|is\suntrue|is\sfalse)"
)
_WHOSE = (
    *("friend", "brother", "sister", "cousin", "colleague", "neighbour", "mother", "father", "flatmate", "partner"),
    "relative",
)
_OTHERS_PAPER = (
    rf"(?:an?|your|some|the)\s(?:{'|'.join(_WHOSE)})['\u2019]?s['\u2019]?\s"
    r"(?:\w+\s)?(?:certificates?|licen[cs]es?|diplomas?|passports?|degrees?|cards?|references?|badges?"
    r"|accounts?|papers?|work|portfolio)"
)

SAFETY_RULES = (
    Rule(
        "unsafe-advice",
        "`{fragment}` is said without whom to turn to at once",
        "say in the same paragraph whom to ring now, such as a crisis line, a doctor or the emergency number",
        Pattern(
            rf"{_HELP}{PARAGRAPH}|(?:^|[^\w])({_SELF_HARM})(?!\w)(?!{PARAGRAPH}{_HELP})",
            signs=(
                "suicid",
                "yourself",
                "themselves",
                "self-harm",
                "your life",
                "it all",
                "to die",
                "their lives",
                "their life",
            ),
            texts=("line", "prose"),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` may put them or others in danger at work",
        "say that it needn't be told unless it bears on safety, and whom to ask in confidence",
        Pattern(
            rf"{QUOTED}|(?:^|[^\w])((?:[Dd]on['\u2019]t|[Dd]o\snot|[Nn]ever|[Nn]eedn['\u2019]t)\s(?:tell"
            rf"|mention|say|disclose|admit|reveal)"
            rf"{REST}(?:^|[^\w]){_CONDITION}(?!\w){REST}\s(?:even\s(?:if|when|though)|although))(?!\w)",
            signs=("even if", "even when", "even though", "although"),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` hands over what a swindler asks for",
        "leave it out, or say when it is safe: after the contract is signed, in person or by a way that they can check",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Ss]end|[Gg]ive|[Ee]mail|[Tt]ext|[Uu]pload|[Ff]orward|[Tt]ell|[Ss]hare"
            rf"|[Ll]end|[Hh]and(?:\sover)?|[Ll]eave|[Tt]ype|[Ee]nter|[Pp]aste|[Pp]ost|[Rr]ead\sout)\s"
            rf"(?:[^\s.?!]+\s){{0,6}}?{_PAPERS}|(?:[Bb]uy|[Pp]ay|[Ss]end"
            rf"|[Tt]ransfer)\s(?:[^\s.?!]+\s){{0,4}}?{_MONEY})(?!\w)",
            signs=(
                "passport",
                "password",
                r"pins?(?!\w)",
                "bank ",
                "account number",
                "sort code",
                "card",
                "driving lic",
                "security number",
                "insurance number",
                "tax number",
                "log-?in",
                "voucher",
                "bitcoin",
                "crypto",
                "deposit",
                "fee",
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` goes after somebody in private, which can be a crime",
        "leave it out, or name a way by which they can be reached at work",
        Pattern(
            rf"{UNMARKED}|(?:^|[^\w])([Ww]here\s{_SOMEBODY}\slives?|[Ww]here\s(?:he|she|they)\slives?"
            rf"|[Ww]ait\sfor\s{_SOMEBODY}\s(?:after\swork|outside|at\shome|at\sthe\sgate|in\sthe\scar\spark)"
            rf"|(?:[Rr]ing|[Cc]all|[Vv]isit|[Pp]hone|[Ss]urprise)\s{_SOMEBODY}\sat\shome"
            rf"|[Ff]ollow\s{_SOMEBODY}\s(?:home|around)"
            rf"|(?:[Tt]hreaten|[Bb]lackmail|[Ss]talk|[Hh]arass)\s{_SOMEBODY})(?!\w)",
            signs=(" live", "wait for ", "at home", "follow ", "threaten ", "blackmail ", "stalk ", "harass "),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` shows somebody to the public, which can be against the law",
        "leave it out, or say to whom readers can complain instead",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Pp]ost|[Pp]ublish|[Ss]hare|[Uu]pload"
            rf"|[Pp]ut)\s{_OF_SOMEBODY}{_PRIVATE_THING}"
            rf"\s(?:\w+\s){{0,3}}?(?:on|in|to)\s{_PUBLIC})(?!\w)",
            signs=(
                "linkedin",
                "facebook",
                "twitter",
                "glassdoor",
                "reddit",
                "tiktok",
                "instagram",
                "youtube",
                r" x(?!\w)",
                "social media",
                "the internet",
                "public",
                "a forum",
            ),
            where=ADVICE,
        ),
    ),
    untruth_rule(
        Pattern(
            rf"{AGAINST}|(?:^|[^\w])((?:[Ss]ay|[Cc]laim|[Tt]ell\s\w+|[Ww]rite|[Mm]ention|[Pp]retend)\s{REST}{_UNTRUE}"
            r"|(?:[Pp]os(?:e|ing)|[Pp]retend(?:ing)?\sto\sbe|[Pp]ass(?:ing)?\s(?:himself|herself|themselves"
            r"|yourself)\soff)"
            r"\s(?:as\s)?(?:your|an?|the)\s(?:\w+\s)?(?:boss|manager|referee|colleague|customer|client)"
            rf"|(?:[Ss]end|[Uu]se|[Ss]how|[Bb]orrow|[Hh]and\sin|[Ss]ubmit)\s{_OTHERS_PAPER}"
            rf"|(?:[Mm]ove|[Cc]hange|[Ss]hift|[Aa]lter|[Aa]djust|[Ee]xtend)\s(?:the|your)\s(?:\w+\s)?(?:dates?"
            rf"|years?|months?|grades?)"
            rf"\s{REST}(?:gaps?|hid\w+|cover\s?up|shows?))(?!\w)",
            signs=(
                "even if",
                "even when",
                "even though",
                "although",
                "whether or not",
                "pose ",
                "posing ",
                "pretend",
                " off ",
                *(rf"{who}['\u2019s]" for who in _WHOSE),
                " gap",
                "hid",
                "cover",
                "show",
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` counts on nobody finding out",
        "say what may be done openly, or leave it out",
        Pattern(
            rf"{QUOTED}|(?:^|[^\w])((?:(?:[Nn]obody|[Nn]o\sone)\s(?:will|can)"
            r"|(?:[Tt]hey|[Tt]he\s(?:\w+[eo]r|boss)s?)\s(?:can(?:['\u2019]t|not)|won['\u2019]t"
            r"|will\s(?:not|never)))\s(?:ever\s)?"
            r"(?:see\sit|notice(?:\sit|\sthat)?|find\s(?:it\s|that\s)?out|check(?:\sit|\sthat)?|prove\sit"
            r"|tell\sthe\sdifference)(?=[.!,;]|\s*(?![\s\S]))"
            r"|(?:second|hidden|other)\s(?:screen|phone|monitor)\s(?:during|in|while)|(?:ear\s?piece"
            r"|earbud)\s(?:during|in|while))(?!\w)",
            signs=(
                "see it",
                "notice",
                "find out",
                "find it out",
                "find that out",
                "check",
                "prove it",
                "the difference",
                "screen ",
                "phone ",
                "monitor ",
                "ear piece",
                "earpiece",
                "earbud",
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` may let a time limit pass",
        "say what to do at once; whoever misses a time limit usually loses the claim",
        Pattern(
            rf"{QUOTED}|(?:^|[^\w])((?:[Nn]eedn['\u2019]t|[Nn]eed\snot|(?:[Dd]on['\u2019]t"
            rf"|[Dd]o\snot)\s(?:have\sto|need\sto)|[Dd]on['\u2019]t)\s"
            rf"(?:keep|meet|worry\sabout|mind|watch|care\sabout)\s(?:to\s)?(?:the|any|an?)\s{_LIMIT}"
            rf"|[Ii]gnore\s(?:the|any)\s{_LIMIT}"
            rf"|{_LIMIT}\s(?:\w+\s)?(?:don['\u2019]t|do\snot|doesn['\u2019]t|does\snot|hardly|never)\s(?:\w+\s)?matter"
            r"|(?:[Cc]ourts?|[Tt]ribunals?|[Jj]udges?)\s(?:always|usually|normally|gladly)\s(?:make|allow|grant"
            r"|extend|accept))(?!\w)",
            signs=("limit", "deadline", "closing date", "court", "tribunal", "judge"),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` destroys what may have to be shown later",
        "say to keep it, where nobody else can read it",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Dd]elete|[Dd]estroy|[Ss]hred|[Tt]hrow\saway|[Bb]urn|[Ww]ipe"
            rf"|[Ee]rase)\s{_EVIDENCE})(?!\w)",
            signs=("delete ", "destroy ", "shred ", "throw away ", "burn ", "wipe ", "erase "),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` is hard on the body, and for some it is dangerous",
        "leave it out, or say in the same paragraph that a doctor has to be asked first",
        Pattern(
            rf"(?:[Dd]octor|[Mm]idwife|[Pp]rescri){PARAGRAPH}|{UNMARKED}"
            r"|(?:^|[^\w])([Ff]ast\s(?:for|before|on\sthe)\s|[Ss]kip\s(?:breakfast|lunch|dinner|meals?|sleep)"
            r"|[Ss]leep\s(?:only|no\smore\sthan|less\sthan|just)\s\w+\shours?|[Ss]tay\s(?:up|awake)\sall\snight"
            r"|[Ss]tarve"
            r"|[Gg]o\swithout\s(?:food|sleep|water|eating|drinking)|[Ww]ork\sthrough\sthe\snight"
            r"|[Ss]top\s(?:eating|sleeping)|[Ee]at\s(?:nothing|almost\snothing)|[Ll]ive\son\s(?:coffee|water|nothing)"
            r"|(?:energy\sdrinks|coffees)\s(?:before|in\sa\srow))",
            signs=(
                "fast ",
                "skip ",
                "sleep ",
                "all night",
                "starve",
                "go without ",
                "the night",
                "energy drinks",
                "coffees",
                *("stop eating", "stop sleeping", "eat nothing", "eat almost", "live on "),
            ),
            where=ADVICE,
        ),
    ),
)
