r"""Rules on advice that endangers, pursues or bribes others, or tells readers to hide who they are.

Each is a table of verbs and of what they are about, as in `wrongs.py`, and what is advised against is not marked.
"""

from generator.linting.rules.advice import ADVICE, QUOTED, REST, TOLD, UNMARKED
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule

# Where a sentence, or the second half of one, tells somebody to do something.
_SENTENCE = r"(?:^\s*|[.?!:;]\s+|,\s(?:and|then)\s|\n- )"
# Whom readers meet, after whatever they do.
_MET = (
    r"(?:her|him|them|(?:the|that|your)\s(?:(?!other|same|next)\w+\s)?"
    r"(?!\w*(?:mother|father|brother|sister))\w+(?:er|or|ist|ef|ss|head)s?)"
)
_KIN = r"(?:child(?:ren)?|kids?|sons?|daughters?|wife|husband|partner|family|parents)"
_GIFT = (
    r"(?:bottles?|gifts?|presents?|vouchers?|whisk(?:e)?y|wine|champagne|money|cash|envelopes?|watch|hampers?"
    r"|cigars?)"
)
_BEING = (
    r"(?:autism|adhd|disability|disabilities|stammer|stutter|accent|pregnancy|bump|faith|religion|headscarf|hijab"
    r"|turban|wheelchair|hearing\said|dyslexia|sexuality|origins?|skin|age|illness|grey\shair)"
)
_TIME = r"(?:an?|one|two|three|a\swhole|a\sfew|some)\s(?:whole\s|full\s)?(?:days?|weeks?|months?|shifts?)"

HAZARD_RULES = (
    Rule(
        "unsafe-advice",
        "`{fragment}` is a danger on the road",
        "say to stop first where it is safe",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Tt]ext|[Mm]essage|[Ww]rite|[Cc]all|[Rr]ing|[Pp]hone|[Rr]eply|[Aa]nswer|[Tt]ype|[Rr]ead|[Ll]ook)"
            rf"(?!\w){REST}(?:while|as|when)\syou(?:\sare|['\u2019]re)?\s(?:driv(?:e|ing)|rid(?:e|ing)|cycl(?:e|ing))(?!\w)"
            rf"|(?:[Tt]ext|[Mm]essage|[Ww]rite|[Tt]ype|[Rr]ead)(?!\w){REST}(?:at|behind)\sthe\swheel)(?!\w)",
            signs=("you driv", "you are ", r"you['\u2019]re ", "you rid", "you cycl", "the wheel"),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` pursues somebody, which frightens and can be a crime",
        "leave it out, or say how they can be reached openly, and once",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Ww]ait|[Ss]tand|[Hh]ang\saround|[Pp]ark|[Ll]urk)\s{REST}(?:until|till|for)\s{_MET}\s(?:to\s)?"
            r"(?:comes?\sout|goe?s?\shome|(?:leaves?|finish(?:es)?)\s(?:work|for\sthe\sday|the\sbuilding|the\soffice))"
            rf"|[Ff]ollow\s{_MET}\s(?:home|to\s(?:the|their|her|his)\s(?:cars?|homes?|house|flat|train|bus|gym))"
            rf"|(?:[Ff]ind\sout|[Ll]ook\sup|[Ss]earch|[Mm]ention|[Pp]hotograph)\s{REST}(?:{_MET}['\u2019]s?|their|his)\s{_KIN}(?!\w)"
            rf"|[Aa]sk\s{_MET}\sout)(?!\w)",
            signs=(
                *("out", "home", "leave", "finish", "follow "),
                *("child", "kid", " son", "daughter", "wife", "husband", "partner", "family", "parents"),
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` is a bribe, or looks like one",
        "leave it out: thanks in words are enough, and nobody has to give anything for being considered",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Bb]ring|[Ss]end|[Gg]ive|[Bb]uy|[Oo]ffer|[Ss]lip)\s(?:{_MET}|the\s\w+)\s"
            rf"(?:an?|some|two|the)\s(?:[\w-]+\s){{0,3}}?{_GIFT}"
            rf"|[Pp]ay\s(?:{_MET}|the\s\w+)\s(?:an?|some|the)\s(?:[\w-]+\s){{0,2}}?(?:fee|sum|amount|tip|money)\s{REST}so\s(?:that\s)?"
            r"(?:you|they|he|she|your))(?!\w)",
            signs=(
                *("bottle", "gift", "present", "voucher", "whisk", "wine", "champagne", "money", "cash", "envelope"),
                *("watch", "hamper", "cigar", " so "),
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` gives away what has to be paid for",
        "say what a short trial may be, and that more of it has to be paid",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Ww]ork|[Oo]ffer\sto\swork|[Hh]elp\sout|[Cc]ome\sin)\s(?:for\s)?{_TIME}\s"
            rf"(?:for\s(?:nothing|free)|unpaid|without\s(?:[Pp]ay|wages|money))"
            rf"|(?:[Ww]ork|[Oo]ffer\sto\swork)\s(?:for\s(?:nothing|free)|unpaid|without\s(?:[Pp]ay|wages))(?:\s(?:for\s)?{_TIME})?)(?!\w)",
            signs=("for nothing", "for free", "unpaid", "without "),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` tells readers to hide who they are, or to please by it",
        "say what they need not mention, what they can ask for, and that the choice is theirs",
        Pattern(
            rf"{QUOTED}|{_SENTENCE}((?:[Hh]ide|[Cc]over(?:\sup)?|[Cc]onceal|[Dd]isguise|[Mm]ask|[Ss]uppress|[Ll]ose|[Gg]et\srid\sof)\s"
            rf"(?:your|the|any)\s{_BEING})(?!\w)"
            r"|(?:^|[^\w])([Ii]f\syou(?:\sare|['\u2019]re)\s(?:an?\s)?(?:young\s|older\s)?(?:woman|women|girl|lady|mother|man|foreigner|immigrant)\s?,\s(?:just\s)?"
            r"(?:smile|wear|flirt|dress|show|look\s(?:pretty|nice)|be\s(?:nice|modest|quiet|charming)))(?!\w)"
            r"|(?:^|[^\w])([Ii]f\syou\s(?:stammer|stutter|lisp|have\san?\s(?:\w+\s)?(?:accent|stammer|stutter|lisp))\s?,\s"
            r"(?:stay|keep|remain|be)\s(?:silent|quiet))(?!\w)",
            signs=(
                *("hide ", "cover ", "conceal ", "disguise ", "mask ", "suppress ", "lose ", "rid of "),
                *("woman", "women", "girl", "lady", "mother", " man", "foreigner", "immigrant"),
                *("silent", "quiet"),
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "unsafe-advice",
        "`{fragment}` recommends alcohol, which slows and harms",
        "leave it out",
        Pattern(
            rf"{UNMARKED}|{TOLD}((?:[Dd]rink|[Hh]ave|[Tt]ake)\s(?:an?|one|two)\s(?:small\s|quick\s)?"
            r"(?:glass(?:es)?\sof\s(?:wine|beer)|shots?|beers?|whisk(?:e)?y))(?!\w)",
            signs=("wine", "shot", "beer", "whisk"),
            where=ADVICE,
        ),
    ),
)
