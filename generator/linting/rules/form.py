"""The rules that the form for contributions applies too, as data for JavaScript."""

import re
from typing import Any

from generator.diagnostics.codes import CODES
from generator.linting.rules import entries
from generator.linting.rules import style as style_rules
from generator.linting.rules.house_style import house_rules
from generator.linting.rules.links import unsafe_links
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.privacy import TITLE_OF_PERSON
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import GENRES, READ, VOICES, Scope
from generator.linting.rules.text_rules import TEXT_RULES
from generator.model import Style

# All that one entry can show.
FORM_RULES = tuple(
    rule
    for rule in (*TEXT_RULES, *entries.ENTRY_RULES, *style_rules.STYLE_RULES)
    if CODES[rule.code].scope in ("text", "entry")
)

# What Python's classes of characters are in JavaScript: between brackets, and elsewhere.
_IN_CLASS = {r"\w": r"\p{L}\p{N}_", r"\d": r"\p{Nd}"}
_IN_JAVASCRIPT = {r"\w": r"[\p{L}\p{N}_]", r"\W": r"[^\p{L}\p{N}_]", r"\d": r"\p{Nd}", "(?P<": "(?<"}


def form_rules(style: Style) -> dict[str, Any]:
    """Return what the form needs to hold an entry against the rules, for form.json.

    Of the rules in `all`, those with a `pattern` are complete; to each of the others `contribute/rules.js`
    has a function by its code. `style` has the measures, `read` is the scope of the texts that are read as sentences,
    `personTitle` matches what is before the name of a person, and the other two are numbers of rules.
    """
    rules = [rule for rule in FORM_RULES if rule.check]
    return {
        "all": [_as_data(rule) for rule in (*rules, unsafe_links(), *house_rules(style))],
        "style": {
            **style.model_dump(exclude={"avoid", "title_words"}),
            "review_months": style_rules.review_months(style),
        },
        "read": _scope_as_data(READ),
        "tolerance": entries.TOLERANCE,
        "leastWords": style_rules.LEAST_WORDS,
        "personTitle": for_javascript(TITLE_OF_PERSON)[0],
    }


def for_javascript(pattern: str) -> tuple[str, str]:
    r"""Return the source and the flags of the same pattern in JavaScript, where `\w` and `\d` know ASCII alone."""
    flags = re.match(r"\(\?([im]+)\)", pattern)
    source = pattern[flags.end() :] if flags else pattern
    parts, in_class = [], False
    for part in re.findall(r"\\[\s\S]|\(\?P<|[\s\S]", source):
        if part in ("[", "]"):
            in_class = part == "["
        parts.append((_IN_CLASS if in_class else _IN_JAVASCRIPT).get(part, part))
    return "".join(parts), "u" + (flags[1] if flags else "")


def _as_data(rule: Rule) -> dict[str, Any]:
    data = {"code": rule.code, "message": rule.message, "hint": rule.hint, "isAdvice": rule.is_advice}
    if not isinstance(rule.check, Pattern):
        return data
    pattern = rule.check
    source, flags = for_javascript(pattern.pattern)
    return {
        **data,
        "pattern": source,
        "flags": flags,
        "texts": pattern.texts,
        "where": _scope_as_data(pattern.where),
        "isPlain": pattern.plain,
        "unless": pattern.unless,
    }


def _scope_as_data(scope: Scope) -> dict[str, list[str]]:
    """Return the genres, voices and kinds of a scope; what is not said includes all."""
    limits: dict[str, tuple[frozenset[str], frozenset[str]]] = {
        "genres": (scope.genres, GENRES),
        "voices": (scope.voices, VOICES),
        "kinds": (scope.kinds, frozenset()),
    }
    return {name: sorted(part) for name, (part, whole) in limits.items() if part != whole}
