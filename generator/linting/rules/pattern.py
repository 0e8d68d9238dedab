"""What a text must not hold, as data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from generator.linting.rules.scope import EVERYWHERE, Role, Scope

TextKind = Literal["line", "prose", "page"]

LINES: tuple[TextKind, ...] = ("line",)
PARAGRAPHS: tuple[TextKind, ...] = ("prose", "page")

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Pattern:
    r"""What a text must not hold: a rule as data, which `contribute/rules.js` applies as well.

    Both languages read the same pattern, so it keeps to what both have: no lookbehind (Safari before 16.4 has none), no
    `\b` (which knows ASCII alone in JavaScript), no `$` but of lines (at the end of a text it allows a line break in
    Python alone), and every bracket escaped. The first group that takes part in a match is what is pointed to. Where
    a pattern has groups, a match in which none takes part is skipped: so it can step over what is allowed.

    Attributes:
        pattern: The regular expression. Its named groups are blanks of the rule's message.
        signs: Regular expressions for small letters, one of which matches wherever the pattern does; `\0` stands for
            both ends of a text, and a space for a line break too. They are looked for in all texts at once, which is
            quick where they begin with a character rather than with a choice. A pattern without any is either
            `is_local`, or held against each text.
        texts: Which texts are looked at: single lines, Prose fields, bodies of pages.
        where: The roles of the texts that are looked at.
        plain: Whether to look only at texts of several words, without the targets of their links.
        unless: A field whose presence in an entry exempts it.
    """

    pattern: str
    signs: tuple[str, ...] = ()
    texts: tuple[TextKind, ...] = ("line", "prose", "page")
    where: Scope = EVERYWHERE
    plain: bool = False
    unless: str = ""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Return the compiled pattern."""
        return re.compile(self.pattern)

    @property
    def is_local(self) -> bool:
        r"""Return whether it matches in a text just as in a row of texts; it then must not match `\0` either."""
        return "^" not in self.pattern

    def applies_to(self, role: Role) -> bool:
        """Return whether to look at texts with a role."""
        return role in self.where

    def matches(self, text: str) -> Iterator["Match"]:
        """Yield each fragment of a text that breaks the rule."""
        if self.plain:
            if " " not in text.strip():
                return
            text = without_targets(text)
        counted: dict[str, tuple[int, int]] = {}  # up to where a line was counted, and how often it was there
        for match in self.regex.finditer(text):
            group = next((number for number, part in enumerate(match.groups(), 1) if part is not None), 0)
            if group or not self.regex.groups:
                fragment, start = match[group], match.start(group)
                line = _first_line(fragment)
                end, nth = counted.get(line, (0, 0))
                nth += text.count(line, end, start)
                counted[line] = start, nth
                yield Match(fragment, {"fragment": fragment, **match.groupdict()}, nth)


class Match(NamedTuple):
    """A fragment that breaks a rule, the blanks that it fills, and how often it occurs in the text before that."""

    fragment: str
    blanks: dict[str, Any]
    nth: int


def without_targets(text: str) -> str:
    """Return a text in which links are reduced to their words."""
    return _LINK.sub(r"\1", text) if "](" in text else text


def _first_line(fragment: str) -> str:
    return fragment.split("\n", maxsplit=1)[0]
