r"""Rules on advice to say what is not so, in words by which people make it sound like a trick."""

from generator.linting.rules.advice import ADVICE, REST, TOLD, UNMARKED, untruth_rule
from generator.linting.rules.pattern import Pattern

_MADE_UP = (
    r"(?:an?\s|another\s|some\s|your\s|the\s|any\s)?(?:\w+\s)?"
    r"(?:examples?|stor(?:y|ies)|answers?|figures?|numbers|results?|projects?|experience|achievements?|customers?|clients?"
    r"|posts?|firms?|skills?|illness(?:es)?|deaths?|famil(?:y|ies))"
)
_CLAIMED = (
    r"(?:degrees?|certificates?|diplomas?|qualifications?|licen[cs]es?|posts?|firms?|courses?|trainings?|exams?"
    r"|skills?|languages?|titles?|references?|offers?|experience)"
)
_NOT = r"(?:n['\u2019]t|\snot)"
_DENYING = (
    r"(?:none|never\s\w+|no\s(?:such\s)?(?:\w+\s)?(?:conviction|record|illness|condition|debts?|children|dismissal)s?)"
)

HONESTY_RULES = (
    untruth_rule(
        Pattern(
            rf"{UNMARKED}"
            # Who has something is told to deny it.
            rf"|(?:^|[^\w])(?:[Ii]f|[Ww]hen|[Ee]ven\sif)\syou\s(?:do\s)?(?:have|had|were|are|did)\s(?!no\s|not\s|none|never|nothing)"
            rf"{REST}(?:^|[^\w])((?:say|claim|tell\s\w+|write|state|answer)\s(?:that\s)?you\s(?:have|had)\s{_DENYING}"
            rf"|deny\s(?:it|having|that\syou))(?!\w)"
            rf"|{TOLD}((?:[Mm]ake\sup|[Ii]nvent|[Ff]ake|[Ff]abricate)\s{_MADE_UP}"
            rf"|(?:[Cc]laim|[Ll]ist|[Pp]ut|[Ww]rite|[Aa]dd|[Nn]ame|[Gg]ive|[Mm]ention)\s(?:[^\s.?!]+\s){{0,4}}?{_CLAIMED}"
            rf"\s(?:that\s|which\s)?you\s(?:never|did{_NOT}|do{_NOT}|have{_NOT}\s(?:got|done|earned|passed)))(?!\w)"
            # Somebody else lies in their place.
            rf"|{TOLD}((?:[Gg]ive|[Nn]ame|[Uu]se|[Aa]sk|[Ff]ind|[Ll]et|[Hh]ave|[Gg]et|[Pp]ay)\s{REST}"
            r"(?:pretends?|pretending|poses?|posing|claims?)\sto\s(?:be|have\sbeen)\syour)(?!\w)"
            rf"|{TOLD}((?:[Uu]se|[Gg]ive|[Ww]rite|[Pp]ut|[Nn]ame|[Cc]hange|[Aa]dd)\s{REST}(?:^|[^\w])so\s(?:that\s)?(?:you|it|they)\s"
            r"(?:(?:seem|appear)s?\s(?:to|as)|looks?\s(?:as\s(?:if|though)|like)))(?!\w)",
            signs=(
                "you have none",
                "you had none",
                "you have never",
                "you had never",
                "you have no ",
                "you had no ",
                "deny ",
                "make up ",
                "invent ",
                "fake ",
                "fabricate ",
                "you never",
                "you did not",
                "you didn",
                "you do not",
                "you don",
                "you have not",
                "you haven",
                "to be your",
                "to have been your",
                *("seem to", "seems to", "seem as", "seems as", "appear to", "appears to", "appear as", "appears as"),
                "look as ",
                "looks as ",
                "look like",
                "looks like",
            ),
            where=ADVICE,
        )
    ),
)
