"""Rules that a guide sets itself: phrases to avoid, groups of people, how long titles and summaries are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.linting.rules.claims import general_claim_rule
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import EVERYWHERE, READ, role_at
from generator.model import KINDS, Style

# These have no pattern until a guide is there: see `house_rules`.
AVOIDED_PHRASE = Rule("avoided-phrase", "“{fragment}” is a phrase that this guide avoids", "{instead}")
LONG_TITLE = Rule("long-title", "“{fragment}” is too much for a title", "{instead}")
LONG_SUMMARY = Rule("long-summary", "“{fragment}” is too much for a summary", "{instead}")


HOUSE_RULES = (
    AVOIDED_PHRASE,
    LONG_TITLE,
    LONG_SUMMARY,
    Rule(
        "long-title",
        "“{fragment}” is too much for a label",
        "say it in three words or four: it names the question in a list",
        Pattern(r"^\s*(?:\S+\s+){4}(\S[\s\S]*)", texts=("line",), where=EVERYWHERE.only("label")),
    ),
)


def house_rules(style: Style) -> tuple[Rule, ...]:
    """Return the rules that a guide sets itself."""
    return (*_avoided_phrases(style), *_claims_about_groups(style), *_long_titles(style), *_long_summaries(style))


def _claims_about_groups(style: Style) -> Iterator[Rule]:
    if style.groups:
        yield general_claim_rule(map(_escaped, style.groups))


def _avoided_phrases(style: Style) -> Iterator[Rule]:
    for phrase, hint in style.avoid.items():
        yield replace(AVOIDED_PHRASE, hint=hint, check=_phrase(phrase))


def _long_titles(style: Style) -> Iterator[Rule]:
    for kind, most in _of_known_kinds(style.title_words):
        genre = role_at(kind, (KINDS[kind].title_field,)).genre
        pattern = Pattern(
            rf"^\s*(?:\S+\s+){{{most}}}(\S[\s\S]*)", texts=("line",), where=EVERYWHERE.only(genre).in_kind(kind)
        )
        yield replace(LONG_TITLE, hint=f"say it in {most} words at the most", check=pattern)


def _long_summaries(style: Style) -> Iterator[Rule]:
    for kind, most in _of_known_kinds(style.summary_sentences):
        pattern = Pattern(
            rf'^(?:[\s\S]*?[^\s.]{{2}}[.?!]["”)]*\s+(?=[A-Z])){{{most}}}(\S[\s\S]*)',
            texts=("line", "prose"),
            where=EVERYWHERE.only("summary").in_kind(kind),
        )
        hint = "say it in one sentence" if most == 1 else f"say it in {most} sentences at the most"
        yield replace(LONG_SUMMARY, hint=hint, check=pattern)


def _of_known_kinds(numbers: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield what is set for each kind of entry; that there is no kind of some name is told elsewhere."""
    return ((kind, number) for kind, number in numbers.items() if kind in KINDS)


def _phrase(phrase: str) -> Pattern:
    return Pattern(
        rf"(?i)(?:^|\W)({_escaped(phrase)})(?!\w)",
        signs=(re.escape(phrase.lower()),),
        texts=("line", "prose"),
        where=READ,
        plain=True,
    )


def _escaped(phrase: str) -> str:
    """Return a phrase as a pattern for both languages; `re.escape` escapes more than JavaScript allows."""
    return re.sub(r"[.*+?^${}()|\[\]\\/]", r"\\\g<0>", phrase)
