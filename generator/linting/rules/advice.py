"""Rules on advice that may do harm, for the eye of somebody who reviews it, and on offers of services.

They know some words and no meaning: advice that is unsafe in other words, or for some readers alone, they don't see.
Nor do they know what a guide is about; phrases of its own subject a guide can list in `style.avoid`.
"""

from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import GUIDANCE, READ, WRITTEN

# Up to the end of the sentence, and of the paragraph.
REST = r"(?:(?!\n\s*\n)[^.?!])*"
PARAGRAPH = r"(?:(?!\n\s*\n)[\s\S])*"
# Where somebody is told to do something: at the start of a sentence or a part of it, or after `you can`.
TOLD = (
    r"(?:^\s*|[.?!:;]\s+|,\s(?:and|then)\s|\n- |[Yy]ou\s(?:can|could|should|may|might|must)\s|\s(?:and|or|then|just)\s)"
)
# What is advised against, up to the end of its sentence.
AGAINST = (
    r"(?:^|[^\w])(?:[Dd]on['\u2019]t|[Dd]o\snot|[Nn]ever|[Aa]void|[Ww]ithout|[Rr]ather\sthan|[Ii]nstead\sof)"
    rf"(?!\w)(?!\s(?:bother|waste)\s){REST}"
)
QUOTED = r'"[^"]{1,400}"'
# What no rule on advice marks.
UNMARKED = rf"{QUOTED}|{AGAINST}"
# All but what somebody else says, does or claims.
ADVICE = WRITTEN.without(
    *("witness", "reader", "finding", "scene", "counterexample", "example", "origin", "alias", "contributor", "caption")
)
_DRUGS = (
    r"(?:beta[ -]?blockers?|propranolol|diazepam|benzodiazepines?|valium|xanax|ritalin|adderall|modafinil"
    r"|antidepressants?|tranquilli[sz]ers?|sedatives?|sleeping\spills?|pills?|medicines?|medication|\d\s?mg"
    r"|insulin|inhalers?|painkillers?|steroids?|stimulants?|cannabis|lithium|codeine|tramadol|methadone|doses?(?!\sof))"
)
_ASKED_DOCTOR = rf"(?!{PARAGRAPH}(?:doctor|pharmacist|prescri))"
_TALK = (
    r"(?:the|your|this|each|every|that)\s(?:(?!practice|mock|test|trial)\w+\s)?(?:conversation|call|talk"
    r"|meeting|session|manager|boss)s?"
    r"(?!\s(?:questions?|notes?|dates?|details|in\s(?:a|your)\s(?:table|list|note|diary|sheet)))"
)
_AGREED = r"(?:permission|consent|agree|knowledge|allow|crime|offence|illegal|against\sthe\slaw|practi|mock|friend)"
_NOT_AGREED = rf"(?!{PARAGRAPH}{_AGREED})"
_INVENTED = (
    r"(?:an?|another|some|your|the)\s(?:\w+\s)?"
    r"(?:offers?|references?|referees?|degrees?|certificates?|posts?|firms?|diplomas?|qualifications?|reasons?)"
)
_HELPERS = r"(?:lawyers?|solicitors?|advisers?|unions?|doctors?)"


def untruth_rule(pattern: Pattern) -> Rule:
    """Return the rule that nobody is told to say what is not so, as a pattern recognises it."""
    return Rule(
        "unsafe-advice",
        "`{fragment}` tells readers to say what is not so",
        "say what is true and would help, or what they need not mention",
        pattern,
    )


ADVICE_RULES = (
    Rule(
        "unsafe-advice",
        "`{fragment}` is advice on medicine, which may do harm",
        "leave it out, or write in the same paragraph that a doctor has to be asked first",
        Pattern(
            rf"(?:[Dd]octor|[Pp]harmacist|[Pp]rescri){PARAGRAPH}|{AGAINST}"
            rf"|{TOLD}((?:[Tt]ake|[Ss]wallow|[Bb]orrow|[Tt]ry|[Ss]kip|[Dd]ouble|[Hh]alve|[Ss]top\staking"
            rf"|[Ll]eave\sout)\s"
            rf"(?:[^\s.?!]+\s){{0,8}}?{_DRUGS})(?![\w-]){_ASKED_DOCTOR}"
            rf"|{TOLD}((?:[Tt]ake|[Ss]wallow|[Ss]kip|[Dd]ouble|[Hh]alve|[Ss]top\staking|[Ll]eave\sout)"
            rf"\s(?:an?|one|two|your|some)\stablets?)(?![\w-]){_ASKED_DOCTOR}"
            rf"|(?:tablets|pills|medicines?|medication)(?!\w){REST}[.?!]\s((?:Skip|Leave|Stop|Halve"
            rf"|Double)\s(?:it|them))"
            rf"(?!\w){_ASKED_DOCTOR}",
            signs=(
                "beta[ -]?block",
                "propranolol",
                "diazepam",
                "benzodia",
                "valium",
                "xanax",
                "ritalin",
                "adderall",
                "modafinil",
                "antidepress",
                "tranquilli",
                "sedative",
                "tablet",
                "pill",
                "medicin",
                "medication",
                *(
                    "insulin",
                    "inhaler",
                    "painkiller",
                    "steroid",
                    "stimulant",
                    "cannabis",
                    "lithium",
                    "codeine",
                    "tramadol",
                ),
                *("methadone", "dose"),
                "mg",
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` may be a crime where the others don't know of it",
        "leave it out, or say in the same paragraph that they have to agree first",
        Pattern(
            rf"{_AGREED}{PARAGRAPH}|{AGAINST}"
            r"|(?:^|[^\w])((?:[Ss]ecretly|[Cc]overtly)\s(?:record|film|tape)|(?:[Rr]ecord|[Ff]ilm"
            r"|[Tt]ape)\s(?:it|them|him|her"
            rf"|{_TALK})\s(?:secretly|in\ssecret))(?!\w)"
            rf"|{TOLD}((?:[Ll]et\syour\sphone\s|[Hh]ave\syour\sphone\s|[Uu]se\syour\sphone\sto\s)?"
            rf"(?:[Rr]ecord|[Ff]ilm|[Tt]ape)\s{_TALK})(?!\w){_NOT_AGREED}",
            signs=("record", "film", "tape"),
            where=ADVICE,
        ),
    ),
    untruth_rule(
        Pattern(
            rf"{UNMARKED}"
            rf"|{TOLD}([Ll]ie\s(?:about|to)|(?:[Mm]ake\sup|[Ii]nvent|[Ff]ake|[Ff]orge)\s{_INVENTED}"
            r"|[Ss]tretch\s(?:the|your)\s(?:dates?|years?|time)|[Pp]retend\s(?:that\syou\shave|to\shave)"
            rf"|(?:[Ss]ay|[Cc]laim|[Tt]ell\s\w+)\s(?:that\s)?you\shave\s{_INVENTED},?\s(?:even\sif|although"
            rf"|when)\syou\s(?:don['\u2019]t|have\s(?:not|none|no)))(?!\w)",
            signs=(
                r"lie\s(?:about|to)",
                r"make\sup\s",
                r"invent\s",
                r"fake\s",
                r"forge\s",
                r"stretch\s",
                r"pretend\s",
                r"you\shave\s(?:an?|another|some|your|the)\s",
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` names somebody before others, which can be against the law",
        "leave it out, or say to whom readers can complain instead",
        Pattern(
            rf"{UNMARKED}"
            r"|(?:^|[^\w])((?:[Pp]ost|[Pp]ublish|[Tt]weet)\s(?:the|their|his|her|its)\s(?:full\s)?names?"
            r"|[Nn]ame\s(?:the\s\w+|your\s\w+|them|him|her)\s(?:on|in)\s"
            r"(?:public|LinkedIn|Facebook|Twitter|Glassdoor|Reddit|TikTok|Instagram|social\smedia)"
            r"|[Nn]ame\sand\sshame)(?!\w)",
            signs=(
                *(rf"{verb}\s(?:the|their|his|her|its)\s(?:full\s)?name" for verb in ("post", "publish", "tweet")),
                *("public", "linkedin", "facebook", "twitter", "glassdoor", "reddit", "tiktok", "instagram"),
                r"social\smedia",
                r"and\sshame",
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` may leave readers with nothing",
        "say that it can wait until the new contract is signed, or leave it out",
        Pattern(
            rf"{UNMARKED}"
            rf"|{TOLD}((?:[Gg]ive\s(?:your\s)?notice|[Rr]esign(?:\sfrom(?:\s\w+){{1,4}}?)?|[Hh]and\sin\syour\snotice|[Qq]uit(?:\s\w+){{0,3}}?)"
            rf"\s(?:before|now|today|first|at\sonce))(?!\w)(?!{PARAGRAPH}(?:signed|in\swriting))",
            signs=(r"notice\s", r"resign\s", r"quit\s"),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` promises what nobody can promise",
        "say that it may help, and what it depends on",
        Pattern(
            rf"{QUOTED}|(?:^|[^\w])(?:\w+n['\u2019]t|not|[Cc]annot|[Nn]o(?:body|thing|ne)?)(?!\w){REST}"
            r"|(?:^\s*|[.?!:;,]\s+(?:and\s|then\s)?)([Yy]ou(?:'ll|\u2019ll|\swill)\s(?:surely\s|certainly\s"
            r"|definitely\s|always\s)?"
            r"(?:win(?!\s(?:no|nothing|little)(?!\w))|succeed"
            r"|be\s(?:chosen|picked)(?!\sby)|get\s(?:an|the)\soffer(?!\sin|\sletter))(?!\w))"
            r"|(?:^|[^\w])(guaranteed\sto|guarantees?\s(?:you|an\soffer|success)|works\severy\stime"
            r"|always\sworks|never\sfails"
            r"|[Ee]very\s(?:judge|court|tribunal)\s(?:is|will|has\sto)|law\sis\s(?:always\s)?on\syour\sside"
            r"|[Yy]ou\s(?:can(?:not|['\u2019]t)|can\snever)\slose)(?!\w)",
            signs=(
                r"win(?!\w)",
                "succeed",
                r"be\s(?:chosen|picked)",
                r"get\s(?:an|the)\soffer",
                r"guaranteed\sto",
                r"guarantees?\s(?:you|an?\s|success)",
                r"works\severy\stime",
                *("every judge", "every court", "every tribunal", "on your side", "lose"),
                r"always\sworks",
                r"never\sfails",
            ),
            where=ADVICE.without("message"),
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` keeps readers from help that they may need",
        "say when help is worth its price, or leave it out",
        Pattern(
            r"(?:^|[^\w])((?:[Dd]on['\u2019]t|[Dd]o\snot)\s(?:bother|waste\s[^.?!\n]{1,30}?)\s(?:with|on|asking"
            r"|seeing)\s"
            rf"(?:an?\s|the\s|your\s)?{_HELPERS}|[Ff]orget\s(?:the\s|about\s(?:the\s)?)?{_HELPERS}"
            rf"|(?:[Dd]on['\u2019]t|[Dd]o\snot|[Nn]ever)\s(?:see|ask|go\sto|call|consult)\s(?:an?\s|the\s|your\s)?{_HELPERS}[,;:]\s"
            r"(?:it|they|that)(?:\sis|\sare|['\u2019]s|['\u2019]re)\s(?:never|not|only|just|always|too))(?!\w)",
            signs=(r"bother\s", r"waste\s", r"forget\s", "lawyer", "solicitor", "adviser", "union", "doctor"),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` may let a time limit pass",
        "say what to do at once; waiting for an answer seldom stops the clock",
        Pattern(
            rf"{AGAINST}|{TOLD}([Ww]ait\s(?:for|until)\s(?:[^\s.?!]+\s){{0,6}}?"
            r"(?:feedback|answers?|reply|replies|decides?|before))(?!\w)",
            signs=(r"wait\s(?:for|until)\s",),
            where=READ.only("law"),
        ),
    ),
    Rule(
        "own-experience",
        "`{fragment}` is no name of somebody who wrote this",
        "write the names of people alone, as they wish to be named; addresses, offers and programs have no place here",
        Pattern(
            r"(?:^|[^\w])(https?://\S+|www\.\S+|[\w.+-]+@[\w.-]+|(?:[Bb]ook|[Hh]ire|[Cc]ontact|[Ff]ollow)\s(?:me|us)"
            r"|ChatGPT|GPT-?\d?|Claude|Gemini|Copilot|Llama|Perplexity)(?![\w])",
            texts=("line",),
            where=WRITTEN.only("contributor"),
        ),
    ),
    Rule(
        "own-experience",
        "`{fragment}` offers a service, and this guide advertises none",
        "leave it out, or say what the reader can do without it",
        Pattern(
            rf"{QUOTED}|(?:^|[^\w])([Bb]ook\s(?:an?|your)\s(?:free\s|first\s)?(?:session|consultation|coaching"
            rf"|lesson|(?:\w+\s)?(?:call|chat|talk)\swith\s(?:me|us))"
            r"|(?:[Oo]nly|[Jj]ust|[Ff]rom)\s(?:[$\u00a3\u20ac]\s?\d+|\d+\s(?:euros?|pounds?"
            r"|dollars?))(?=\s(?:per|an?|each)\s(?:session|hour|call|month)|[.!])"
            r"|[Tt]he\s(?:very\s)?best\s(?:\w+\s)?(?:tool|app|program|site|service|course|book|agency|coach)\s(?:there\sis|on\sthe\smarket|around|of\sall)"
            r"|(?:[Ss]pecial|[Ll]imited)\soffer|[Mm]oney-back"
            r"|(?:[Mm]y|[Oo]ur)\s(?:\w+\s)?(?:website|course|newsletter|podcast|channel|e-?book|masterclass)"
            r"|(?:[Ss]ign\sup|[Ss]ubscribe)\s(?:for|to)\s(?:my|our)|[Ww]ith\s(?:the|my"
            r"|our)\s(?:discount\s)?code\s[A-Z0-9]{4,})"
            r"(?!\w)",
            signs=(
                r"book\s(?:an?|your)\s",
                "there is",
                "on the market",
                " around",
                "of all",
                "website",
                "course",
                "newsletter",
                "podcast",
                "channel",
                "e-?book",
                "masterclass",
                r"sign\sup\s",
                r"subscribe\s",
                r"code\s",
                *(" euro", " pound", " dollar", r"[$\u00a3\u20ac]", "special offer", "limited offer", "money-back"),
            ),
            where=GUIDANCE,
        ),
    ),
)
