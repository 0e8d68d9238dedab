r"""Rules on prejudice against groups of people, on words that insult them, and on scolding.

They know the names of some groups and what is commonly said of these. They don't see what needs a reader, such as an
example in which only men lead, nor groups and insults that are not listed.
"""

from generator.linting.rules.advice import ADVICE, QUOTED
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import GUIDANCE, WRITTEN

_QUALITY = (
    r"(?:[Oo]lder|[Yy]ounger|[Oo]ld|[Yy]oung|[Dd]isabled|[Aa]utistic|[Dd]eaf|[Bb]lind|[Bb]lack|[Ww]hite"
    r"|[Bb]rown|Asian|African"
    r"|[Ff]at|[Oo]verweight|[Gg]ay|[Tt]rans|[Ff]oreign|[Rr]eligious|[Pp]regnant|[Uu]nemployed|Muslim|Jewish"
    r"|Christian|Hindu"
    r"|[Ii]mmigrant|[Mm]ale|[Ff]emale|[Ss]hy|[Dd]yslexic)"
)
GROUP = (
    rf"(?:[Ww]omen|[Mm]en|[Gg]irls|[Mm]others|[Ff]athers|{_QUALITY}\s(?:people|women|men|workers|persons)"
    r"|[Ii]mmigrants|[Ff]oreigners|[Mm]igrants|[Rr]efugees|Muslims|Jews|Christians|Hindus|[Bb]oomers|[Mm]illennials"
    r"|Gen(?:eration)?\sZ|[Pp]ensioners|[Aa]utistics|Asians|Africans|Arabs|Roma|Indians|Turks|Poles|Romanians"
    r"|Germans|Austrians|Italians|Spaniards|Americans|Britons|Russians|Ukrainians|Greeks|Swedes|Mexicans|Chinese\speople|the\s(?:French|British"
    r"|English|Irish|Dutch|Chinese|Japanese|Swiss)|[Ss]outherners|[Nn]ortherners|[Ee]asterners|[Ww]esterners)(?:\s(?:over|under|above|below)\s\d+)?"
)
_ONE_OF_GROUP = (
    r"(?:woman|man|girl|mother|father|foreigner|immigrant|migrant|refugee|Muslim|Jew|Christian|pensioner"
    r"|(?:older|younger|disabled|black|gay|trans|foreign)\s(?:person|man|woman|worker|\w+cant))"
)
# What is rightly asked for them, or only reported of them.
_FOR_THEM = (
    r"(?:be\s(?:able|allowed|asked|paid|protected|treated|told|given|heard)|not|have|get|also|still"
    r"|never\sbe|receive)"
)
_SLUR = (
    r"(?:[Gg]yps(?:y|ies)|[Cc]ripples?|[Rr]etard(?:ed|s)?|[Mm]idgets?|[Tt]rann(?:y|ies)|[Ss]pastics?|[Ss]avages"
    r"|[Mm]ongoloids?|[Hh]alf-(?:castes?|breeds?)|[Pp]sychos?|[Ll]unatics?|[Ii]llegals|[Nn]egro(?:es)?"
    r"|[Cc]hinks?|[Pp]akis?"
    r"|[Ff]aggots?|[Dd]ykes?|(?:the|those)\s(?:blacks|whites|gays|coloureds))"
)

PREJUDICE_RULES = (
    Rule(
        "wrong-voice",
        "`{fragment}` is an insult to the people it names",
        "write what they call themselves, such as “Roma” or “disabled people”",
        Pattern(
            rf"{QUOTED}|(?:^|[^\w-])({_SLUR})(?![\w-])",
            signs=(
                "gyps",
                "cripple",
                "retard",
                "midget",
                "trann",
                "spastic",
                "savages",
                "mongoloid",
                "half-",
                "psycho",
                "lunatic",
                "illegals",
                "negro",
                "chink",
                "paki",
                "faggot",
                "dyke",
                "the blacks",
                "the whites",
                "the gays",
                "coloureds",
                "those blacks",
                "those whites",
                "those gays",
            ),
            where=WRITTEN.without("alias", "wording", "origin"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` tells a whole group of people how to be",
        "say what anybody can do, or what nobody may ask of them",
        Pattern(
            rf"{QUOTED}|(?:^|[^\w])({GROUP}\s(?:should|must|ought\sto|have\sto|need\sto"
            rf"|had\sbetter)(?!\s{_FOR_THEM}(?!\w))\s\w+"
            rf"|[Aa]s\san?\s{_ONE_OF_GROUP},?\s(?:you\s(?:should|must|ought\sto|had\sbetter)|smile|wear|dress|avoid|never|show|hide|keep"
            r"|put|use|speak|act|don['\u2019]t)(?!\s(?:sign|accept)(?!\w)))(?!\w)",
            signs=("as an? ", " should ", " must ", " ought to ", " have to ", " need to ", " had better "),
            where=ADVICE,
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` says the same of all people of a group",
        "say of whom it was found, with its source, or leave it out",
        Pattern(
            rf"{QUOTED}|(?:^|[^\w])({GROUP}\s(?:can(?:['\u2019]t|not)|are\s(?:\w+\s)?(?:too|bad|slow|lazy"
            rf"|stupid|weak|emotional|difficult"
            r"|unreliable|no\sgood|not\s(?:good|able|fit|made|cut\sout))|(?:always|never)\s\w+"
            r"|are\s(?:always|never|all)\s\w+|(?:don['\u2019]t|do\snot)\s(?:know\show|want\sto|like\sto|understand)|lack)"
            r"(?:\s\w+)?)(?!\w)",
            signs=(
                " can't ",
                " can\u2019t ",
                " cannot ",
                " are ",
                " always ",
                " never ",
                " don't ",
                " don\u2019t ",
                " do not ",
                " lack ",
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` tells people to hide who they are",
        "say what nobody may ask, or what they can do if they are turned down for it",
        Pattern(
            rf"{QUOTED}|(?:^|[^\w])((?:[Uu]se|[Cc]hoose|[Gg]ive|[Tt]ake|[Aa]dopt)\san?\s(?:English|[Ww]estern"
            rf"|German|French|[Ll]ocal"
            r"|American|[Ww]hite|British|[Nn]ative|[Ee]asier|[Nn]ormal)(?:-sounding|\ssounding)?\s(?:first\s|sur)?name"
            r"|(?:[Hh]ide|[Cc]over(?:\sup)?|[Cc]onceal|[Tt]one\sdown|[Ll]ose|[Gg]et\srid\sof|[Dd]rop"
            r"|[Tt]ake\soff|[Rr]emove)\s(?:your|the)"
            r"\s(?:\w+\s)?(?:accent|faith|religion|headscarf|hijab|turban|kippah|veil|disability|age|origin"
            r"|pregnancy|wheelchair|colour)"
            r"|[Dd]ye\s(?:your|their)\s(?:\w+\s)?hair)(?!\w)",
            signs=(
                *("use a", "choose a", "give a", "take a", "adopt a", "hide ", "cover ", "conceal ", "tone down "),
                *("lose ", "get rid of ", "drop ", "take off ", "remove ", "dye "),
            ),
            where=ADVICE,
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` scolds the reader",
        "say what happened, and what could be done",
        Pattern(
            rf"{QUOTED}|(?:^|[^\w])([Yy]ou\s(?:\w+\s)?(?:idiots?|fools?|morons?|losers?|imbeciles?|coward|clown)"
            r"|[Dd]on['\u2019]t\sbe\s(?:such\san?|so|a)\s(?:\w+\s)?(?:baby|lazy|pathetic|stupid|weak|coward"
            r"|childish|wimp|snowflake|whiner)"
            r"|[Ss]top\s(?:whining|moaning|complaining|crying|sulking|being\s(?:so|such|a)\s\w+)"
            r"|[Pp]ull\syourself\stogether"
            r"|(?:[Jj]ust\s)?[Gg]et\sover\s(?:it|yourself)|[Mm]an\sup|[Tt]oughen\sup|[Gg]row\s(?:up(?=[.!,])"
            r"|a\s(?:pair|backbone))"
            r"|[Yy]ou\s(?:love|like)\sto\shear\syourself|[Yy]ou(?:['\u2019]re|\sare)\s(?:just\s|simply\s|so\s|too\s)?"
            r"(?:lazy|stupid|pathetic|useless|worthless|hopeless|dumb|arrogant|unemployable))(?!\w)",
            signs=(
                "idiot",
                "fool",
                "moron",
                "loser",
                "imbecile",
                "coward",
                "clown",
                "baby",
                "lazy",
                "pathetic",
                "stupid",
                "weak",
                "childish",
                "wimp",
                "snowflake",
                "whin",
                "stop ",
                "pull yourself",
                "get over",
                "man up",
                "toughen",
                "grow ",
                "hear yourself",
                "useless",
                "worthless",
                "hopeless",
                "dumb",
                "arrogant",
                "unemployable",
            ),
            where=GUIDANCE,
        ),
    ),
)
