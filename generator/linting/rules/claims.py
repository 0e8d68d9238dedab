"""Rules on what rests on the word of the writer alone, and on pages that are named and not linked."""

from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import ENTRIES, GUIDANCE, READ

# What people teach, and whom.
_PRACTICE = "(?:clients?|coaching|coachees?|mentees?|seminars?|trainings?|workshops?)"
_LINK = r"\[[^\[\]]{0,200}\]\([^()\s]*\)"

CLAIM_RULES = (
    Rule(
        "own-experience",
        "`{fragment}` speaks of you, and this page speaks for the whole guide",
        "say what is known of people in general, with a source, or that it is experience and no study",
        Pattern(
            # What is quoted is said by somebody else.
            rf'"[^"]{{1,400}}"|(?:^|[^\w])((?:[Ii]n )?[Mm]y (?:own )?{_PRACTICE}|{_PRACTICE} of mine'
            r"|[Ii]n my (?:own )?(?:experience|practice|view|opinion|(?:[\w-]+ ){0,3}years)"
            r"|I (?:always|often|usually|sometimes) (?:advise|recommend|say|see|tell)"
            r"|[Aa]s I (?:always|often|said|wrote)[^\n,.;]{0,20})(?!\w)",
            signs=("my ", "of mine", "i always", "i often", "i usually", "i sometimes", "as i "),
            where=GUIDANCE,
        ),
    ),
    Rule(
        "vague-link",
        "`{fragment}` doesn't say where this link leads",
        "write the name of what is there between the square brackets",
        Pattern(
            r"\[((?:[Cc]lick |[Ss]ee |[Rr]ead )?[Hh]ere|[Tt]his (?:link|page|site)|[Ll]ink|[Rr]ead more)\]"
            r"\([^()\s]*\)",
            signs=(r"here\]\(", r"link\]\(", r"page\]\(", r"site\]\(", r"more\]\("),
            texts=("prose", "page"),
            where=ENTRIES.without("page"),
        ),
    ),
    Rule(
        "no-link",
        "`{fragment}` names a page and does not lead to it",
        "make a link of it, or say here in a few words what stands there",
        Pattern(
            rf"{_LINK}|(?:^|[^\w])((?:[Ss]ee|[Rr]ead) (?:also )?(?:the|our|that|this|my) (?:other )?"
            r"(?:page|article|entry|section|text) (?:about|for|on|called|below|above)(?: (?:this|that|it))?)"
            r"(?!\w)(?! *\[)",
            texts=("prose",),
            where=READ.without("witness"),
        ),
    ),
)
