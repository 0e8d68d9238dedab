"""All texts of a guide end to end, in which patterns are looked for at once.

To hold each of 80,000 texts against each pattern takes longer than all other checks. A pattern matches few of them, and
which ones may is found out by its signs in one long text.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from generator.linting.rules.pattern import Pattern
from generator.linting.rules.scope import Role, role_at, without_indices
from generator.loading import Authored
from generator.model.walk import FieldPath

# What stands for more than itself in a regular expression.
_PATTERN_CHARACTERS = re.compile(r"[\\\[\](){}.*+?^$|]")


class Text(NamedTuple):
    """A text, and where it is."""

    entry_kind: str
    entry: Authored[Any]
    field_path: FieldPath
    text: str

    @property
    def role(self) -> Role:
        """The part that it plays, as the model says."""
        return role_at(self.entry_kind, without_indices(self.field_path))


@dataclass(frozen=True)
class Corpus:
    """All texts of one kind."""

    texts: Sequence[Text]

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, FieldPath], Sequence[int]]:
        """The numbers of the texts by the kind of their entry and their field, whichever item of a list it is."""
        numbers: dict[tuple[str, FieldPath], list[int]] = defaultdict(list)
        for number, text in enumerate(self.texts):
            numbers[text.entry_kind, without_indices(text.field_path)].append(number)
        return numbers

    @cached_property
    def _as_written(self) -> "_Joined":
        return _Joined([text.text for text in self.texts])

    @cached_property
    def _in_small_letters(self) -> "_Joined":
        return _Joined([text.text.lower() for text in self.texts])

    @cached_property
    def _in_one_line(self) -> "_Joined":
        return _Joined([text.text.lower().replace("\n", " ") for text in self.texts])

    def has(self, words: str) -> bool:
        """Return whether some words in small letters stand in any of the texts."""
        return words in self._in_small_letters

    def possible_matches(self, pattern: Pattern) -> Iterator[Text]:
        """Yield the texts that a pattern may match, judging by its signs and by where it applies."""
        numbers: Iterable[int]
        if pattern.signs:
            numbers = sorted({number for sign in pattern.signs for number in self._with_sign(sign)})
        elif pattern.is_local:
            numbers = self._as_written.with_match(pattern.regex)
        else:
            for place, at_place in self._by_place.items():
                if pattern.applies_to(role_at(*place)):
                    yield from (self.texts[number] for number in at_place)
            return
        for number in numbers:
            text = self.texts[number]
            if pattern.applies_to(text.role):
                yield text

    def _with_sign(self, sign: str) -> Iterator[int]:
        """Yield the numbers of the texts in which a sign matches, wherever lines break that it doesn't speak of."""
        has_line_break = "\n" in sign or r"\n" in sign
        return (self._in_small_letters if has_line_break else self._in_one_line).with_sign(sign)


class _Joined:
    r"""Texts in a row, each between two `\0`."""

    def __init__(self, texts: Sequence[str]) -> None:
        r"""Join texts, none of which holds a `\0`."""
        self._text = "\0".join(["", *texts, ""])
        # Where each text begins, and at last where another would.
        self._starts = [1]
        for text in texts:
            self._starts.append(self._starts[-1] + len(text) + 1)

    def __contains__(self, words: str) -> bool:
        return words in self._text

    def with_sign(self, sign: str) -> Iterator[int]:
        """Yield the numbers of the texts in which a sign matches. Mere characters are found sooner than a pattern."""
        if _PATTERN_CHARACTERS.search(sign):
            yield from self.with_match(re.compile(sign))
            return
        place = self._text.find(sign)
        while place >= 0:
            number = self._number_at(place + len(sign) - 1)
            yield number
            place = self._text.find(sign, self._starts[number + 1] - 1)

    def with_match(self, regex: re.Pattern[str]) -> Iterator[int]:
        r"""Yield the numbers of the texts in which a regular expression matches; `\0` ends texts."""
        match = regex.search(self._text)
        while match:
            number = self._number_at(match.end() - 1)
            yield number
            # A sign for the end of a text may begin with the `\0` at which the next one begins.
            match = regex.search(self._text, max(self._starts[number + 1] - 1, match.start() + 1))

    def _number_at(self, place: int) -> int:
        """Return the number of the text to which a character belongs, or which it ends."""
        return bisect_right(self._starts, place) - 1
