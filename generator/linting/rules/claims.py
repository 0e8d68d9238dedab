"""Rules on what rests on the word of the writer alone, and on pages that are named and not linked."""

from collections.abc import Iterable, Sequence

from generator.linting.rules.pattern import Pattern
from generator.linting.rules.prejudice import GROUP
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import ENTRIES, GUIDANCE, READ

# What people teach, and whom.
_PRACTICE = "(?:clients?|coaching|coachees?|mentees?|seminars?|trainings?|workshops?)"
_LINK = r"\[[^\[\]]{0,200}\]\([^()\s]*\)"

_LEGAL = r"[Yy]ou\shave\sa\s(?:legal\s)?right\sto|(?:is|be)\syour\s(?:legal\s)?(?:right|duty)"
# Not all of any, but some that were spoken of.
_SOME = r"(?:[Aa]|[Tt]he|[Tt]hese|[Tt]hose|[Ss]ame|[Vv]ery)\sfew"
_PARAGRAPH = r"(?:(?!\n\s*\n)[\s\S])*"
# A link, or a word on where a claim comes from.
_GROUND = r"(?:\]\(|experience|stud(?:y|ies)(?!\w))"


def claim_rule(claims: str, signs: Sequence[str]) -> Rule:
    """Return the rule that some claims, given as a pattern, need a source in their paragraph.

    Args:
        claims: A regular expression.
        signs: As in `Pattern`.
    """
    return Rule(
        "claim-without-source",
        "`{fragment}` says something of people in general or of the law, and its paragraph names no source",
        "link to the source or the right that it rests on, say that it comes from experience, or leave it out",
        Pattern(
            rf"{_GROUND}{_PARAGRAPH}|{_SOME}|(?:^|[^\w])({claims})(?!\w)(?!{_PARAGRAPH}{_GROUND})",
            signs=tuple(signs),
            texts=("prose",),
            where=GUIDANCE.without("law"),
            unless="references",
        ),
    )


def general_claim_rule(groups: Iterable[str]) -> Rule:
    """Return the rule that claims about most or few members of some groups of people need a source."""
    names = "|".join(groups)
    return claim_rule(
        rf"(?:[Mm]ost|[Ff]ew|[Nn]early\sall|[Hh]ardly\sany)\s(?:{names})(?!\sin\sone\sstudy|\sof\s(?:them|these|those))",
        (rf"(?:most|few|nearly\sall|hardly\sany)\s(?:{names})",),
    )


CLAIM_RULES = (
    claim_rule(
        rf"[Ii]n\s(?:one|a)\s(?:poll|survey)|{_LEGAL}",
        (r"in\s(?:one|a)\s(?:poll|survey)", r"right\sto", r"your\s(?:legal\s)?(?:right|duty)"),
    ),
    claim_rule(
        rf"{GROUP}\s(?:usually|often|generally|typically|mostly|normally|commonly|rarely|seldom|tend\sto|as\sa\srule)",
        (
            *("usually", "often", "generally", "typically", "mostly", "normally", "commonly", "rarely", "seldom"),
            *("tend to", "as a rule"),
        ),
    ),
    general_claim_rule(["people", "managers", "firms", "companies"]),
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
        "make a link of it, or say here in a few words what is there",
        Pattern(
            rf"{_LINK}|(?:^|[^\w])((?:[Ss]ee|[Rr]ead) (?:also )?(?:the|our|that|this|my) (?:other )?"
            r"(?:page|article|entry|section|text) (?:about|for|on|called|below|above)(?: (?:this|that|it))?)"
            r"(?!\w)(?! *\[)",
            texts=("prose",),
            where=READ.without("witness"),
        ),
    ),
)
