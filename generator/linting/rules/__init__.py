"""The rules that content is held against, all in one registry, and what they find.

A rule is one object (`rule.py`). The modules beside it hold one family each, by what their rules look at; those
in `text_rules.py` are data, which the form applies as well.
"""

from collections.abc import Iterable, Iterator

from generator.diagnostics.diagnostic import Diagnostic
from generator.linting.rules.blanks import EXAMPLE_RULES
from generator.linting.rules.causes import CAUSE_RULES
from generator.linting.rules.conditions import CONDITION_RULES
from generator.linting.rules.entries import ENTRY_RULES
from generator.linting.rules.figures import FIGURE_RULES
from generator.linting.rules.files import FILE_RULES
from generator.linting.rules.house_style import house_rules
from generator.linting.rules.layout import LAYOUT_RULES
from generator.linting.rules.links import unsafe_links
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.plans import PLAN_RULES
from generator.linting.rules.questions import QUESTION_RULES
from generator.linting.rules.reachability import REACHABILITY_RULES
from generator.linting.rules.repetition import REPETITION_RULES
from generator.linting.rules.rights import RIGHT_RULES
from generator.linting.rules.rule import Rule, Subject, Violation
from generator.linting.rules.settings import SETTING_RULES
from generator.linting.rules.style import STYLE_RULES
from generator.linting.rules.text_rules import TEXT_RULES
from generator.model import Style

RULES: tuple[Rule, ...] = (
    *FILE_RULES,
    *TEXT_RULES,
    *ENTRY_RULES,
    *CONDITION_RULES,
    *REACHABILITY_RULES,
    *PLAN_RULES,
    *RIGHT_RULES,
    *QUESTION_RULES,
    *CAUSE_RULES,
    *EXAMPLE_RULES,
    *LAYOUT_RULES,
    *FIGURE_RULES,
    *REPETITION_RULES,
    *SETTING_RULES,
    *STYLE_RULES,
)


def rules_for(style: Style, *, advise: bool) -> tuple[Rule, ...]:
    """Return the rules that a guide is held against; what takes longest comes last.

    Args:
        style: What the guide's own wishes are.
        advise: Whether to say how it could be written better as well. It takes nearly as long as all the rest.
    """
    rules = (*(rule for rule in RULES if rule not in STYLE_RULES), unsafe_links())
    return (*rules, *house_rules(style), *STYLE_RULES) if advise else rules


def diagnostics_of(rule: Rule, subject: Subject) -> Iterator[Diagnostic]:
    """Yield what a rule finds."""
    violations: Iterable[Violation] = ()
    if isinstance(rule.check, Pattern):
        violations = _violations_of_pattern(rule.check, subject)
    elif rule.check:
        violations = rule.check(subject)
    for place, blanks in violations:
        yield rule.diagnostic(place, blanks)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield the errors that rules find."""
    for rule in rules_for(subject.content.setup.value.style, advise=False):
        if not rule.is_advice:
            yield from diagnostics_of(rule, subject)


def _violations_of_pattern(pattern: Pattern, subject: Subject) -> Iterator[Violation]:
    """Yield what a pattern finds in the texts of entries."""
    for kind in pattern.texts:
        for text in subject.texts[kind].possible_matches(pattern) if kind in subject.texts else ():
            if not (pattern.unless and getattr(text.entry.value, pattern.unless, None)):
                for match in pattern.matches(text.text):
                    yield text.entry.find(match.fragment, *text.field_path, nth=match.nth), match.blanks
