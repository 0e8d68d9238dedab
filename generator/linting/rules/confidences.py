"""Rules on cases that were told in confidence, or that give away what they should leave open.

They know the words by which people say so, and not whether anybody agreed: that a reviewer has to ask.
"""

from generator.linting.rules.advice import QUOTED
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import EVERYWHERE

_WHO = r"(?:[Ss]he|[Hh]e|[Tt]hey|[Nn]obody|[Tt]he\s\w+|[Mm]y\s\w+)"
_FAITH = (
    r"(?:Muslim|Jewish|Jew|Christian|Hindu|Sikh|Buddhist|Catholic|Mormon|Jehovah['\u2019]s\s[Ww]itness|Baptist"
    r"|Orthodox)"
)
_ILLNESS = (
    r"(?:diabetic|epileptic|autistic|dyslexic|bipolar|HIV|cancer|depression|diabetes|epilepsy|pregnant"
    r"|transgender|gay|lesbian"
    r"|disabled|deaf|blind|wheelchair|multiple\ssclerosis)"
)
_AGE = r"(?:aged\s\d\d|\d\d\syears\sold|[a-z]+,\s\d\d(?=[,.\s]))"

CONFIDENCE_RULES = (
    Rule(
        "recognisable",
        "`{fragment}` sounds as if somebody had not agreed that this is told",
        "leave the case out unless they have; what is made up as an example is `composite`",
        Pattern(
            r"(?:^|[^\w])([Ii]n\s(?:strict\s)?confidence|[Cc]onfidentially|[Oo]ff\sthe\srecord"
            rf"|{_WHO}\s(?:(?:does|do|did)(?:n['\u2019]t|\snot)\sknow|(?:has|have|had)\sno\sidea"
            rf"|knows?\snothing\sof|must(?:n['\u2019]t|\snot)\sknow)"
            r"\s(?:that\s)?(?:I|we)\s(?:am|are|was|were|write|wrote|tell|told|\w+ing)"
            r"|asked\s(?:me|us)\snot\sto|[Ww]ithout\s(?:asking|telling)\s(?:her|him|them)|[Ww]ithout\s(?:her"
            r"|his|their)\s(?:knowledge|permission|consent)"
            r"|[Bb]ehind\s(?:her|his|their)\sback|(?:made|swore)\s(?:me|us)\s(?:promise|swear|to\ssecrecy)"
            r"|[Bb]etween\sus\sonly|just\sbetween\s(?:us|you\sand\sme))(?!\w)",
            signs=(
                "confidence",
                "confidentially",
                "the record",
                "know",
                "no idea",
                "asked me not",
                "asked us not",
                "without ",
                "behind ",
                "promise",
                "swear",
                "secrecy",
                "between ",
            ),
            where=EVERYWHERE.only("witness"),
        ),
    ),
    Rule(
        "recognisable",
        "`{fragment}` together may show who this was",
        "leave out what does not matter for the reason, and write “in her thirties” for an age",
        Pattern(
            # An age, a faith and an illness, of which two in one paragraph are enough.
            rf"(?:^|[^\w])({_AGE}[^.?!]{{0,120}}?(?:^|[^\w])(?:{_FAITH}|{_ILLNESS})|{_FAITH}[^.?!]{{0,80}}?(?:^"
            rf"|[^\w]){_ILLNESS}"
            rf"|{_ILLNESS}[^.?!]{{0,80}}?(?:^|[^\w]){_FAITH})(?!\w)",
            where=EVERYWHERE.only("witness"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` says that nobody knows, and this tells how the reason came to light",
        "write who said it or what showed it; where nobody knows the reason, there is no case to tell",
        Pattern(
            rf"{QUOTED}|(?:^|[^\w])([Nn]obody\s(?:told|said|knows|confirmed)|(?:is|am|are|was|were)\s(?:quite\s"
            rf"|pretty\s|very\s)?(?:sure|certain|convinced)\s(?:of\sit|that)"
            r"|[Jj]ust\sa\s(?:feeling|guess|hunch)|[Ii]\s(?:guess|suppose|assume|think)|(?:never"
            r"|not)\s(?:confirmed|proved)|[Ii]t\smust\shave\sbeen"
            r"|[Nn]obody\swas\s(?:ever\s)?asked|(?:made|making)\s(?:it|this|that|him|her|them)\s(?:all\s)?up"
            r"|(?:we|I)\s(?:have\s)?invented\s(?:it|this|him|her|them))(?!\w)",
            texts=("line",),
            where=EVERYWHERE.only("witness").in_kind("case"),
        ),
    ),
    Rule(
        "wrong-voice",
        "`{fragment}` gives the reason away",
        "tell only what could be seen and heard; the reason stands in `turned_out` and `how_known`",
        Pattern(
            rf"{QUOTED}|(?:^|[.?!]\s+)([Ii]t\swas\s(?:\w+\s)?because|[Tt]he\s(?:real\s|true\s)?reason\swas"
            rf"|[Tt]hat\s(?:is|was)\swhy\s(?:they|she|he|I)\s"
            r"(?:did\snot|didn['\u2019]t|was|were)|[Tt]hey\s(?:turned|rejected)\s\w+\s(?:\w+\s)?because)(?!\w)",
            texts=("prose",),
            where=EVERYWHERE.only("witness").in_kind("case"),
        ),
    ),
)
