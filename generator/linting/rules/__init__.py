"""The rules that content is held against, all in one registry, and what they find.

A rule is one object (`rule.py`). The modules beside it hold one family each, by what their rules look at.
"""

from collections.abc import Iterator, Sequence

from generator.diagnostics.diagnostic import Diagnostic
from generator.linting.rules.conditions import CONDITION_RULES
from generator.linting.rules.entries import ENTRY_RULES
from generator.linting.rules.files import FILE_RULES
from generator.linting.rules.guide import GUIDE_RULES
from generator.linting.rules.rule import Rule, Subject
from generator.linting.rules.settings import SETTING_RULES
from generator.linting.rules.style import STYLE_RULES
from generator.linting.rules.texts import TEXT_RULES, avoided_phrases, check_texts, unsafe_links

RULES: tuple[Rule, ...] = (
    *FILE_RULES,
    *TEXT_RULES,
    *ENTRY_RULES,
    *CONDITION_RULES,
    *GUIDE_RULES,
    *SETTING_RULES,
    *STYLE_RULES,
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield the errors that rules find."""
    yield from _found([*(rule for rule in RULES if not rule.is_advice), unsafe_links()], subject)


def advise(subject: Subject, *, style: bool) -> Iterator[Diagnostic]:
    """Yield the warnings that rules find in content without errors, from which most of them would follow.

    Args:
        subject: The content.
        style: Whether to say how it could be written better as well. It takes nearly as long as all the rest.
    """
    yield from _found([rule for rule in RULES if rule.is_advice and rule not in STYLE_RULES], subject)
    if style:
        yield from _found([*avoided_phrases(subject.content.setup.value.style), *STYLE_RULES], subject)


def _found(rules: Sequence[Rule], subject: Subject) -> Iterator[Diagnostic]:
    yield from check_texts(rules, subject)
    for rule in rules:
        if callable(rule.check):
            for place, blanks in rule.check(subject):
                yield rule.diagnostic(place, blanks)
