"""A value of the right sort that can't be what is meant, such as a day that no calendar has: what to type instead."""

import re

from generator.diagnostics.diagnostic import Diagnostic, did_you_mean, instead, nearest
from generator.loading.invalid_field import InvalidField, empty
from generator.loading.names import ID, bad_id
from generator.loading.quantities import DAY_MONTH_YEAR, day_of, minutes, unambiguous_date, whole_number, why_no_date
from generator.model.types import (
    reference_of,
)

_DOI_PREFIX = re.compile(r"^((https?://)?(dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_LINK_TARGET = re.compile(r"^\[[^\]]*\]\(([^()\s]*)\)$")
_LIMITS = {"ge": "{} or more", "gt": "more than {}", "le": "{} or less", "lt": "less than {}"}


def too_long(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of a text with too many characters."""
    limit = field.context["max_length"]
    message = f"{field.title} has {len(field.value)} characters, where {limit} are allowed"
    return Diagnostic("too-long", field.location(), message, f"cut it to {limit} characters")


def unknown_word(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of a word that is none of those to choose from."""
    word, expected = str(field.value), str(field.context["expected"])
    words = re.findall("'([^']+)'", expected)
    hint = f"{instead(nearest(word, words), words, 'use one of ')}.{field.description}"
    message = f"`{word}` is not one of {expected}"
    return Diagnostic("unknown-word", field.location(), message, hint, did_you_mean(word, words))


def bad_pattern(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of a text that has not the form of its field."""
    text = str(field.value)
    if not text:
        return empty(field)
    pattern = field.context["pattern"]
    if pattern == ID.pattern:
        return bad_id(field.location(), text, reference_of(field.type))
    if "\n" in text:
        hint = "use `>-` instead of `|`, or one line"
        return Diagnostic("more-than-one-line", field.location(), f"{field.title} has several lines", hint)
    target = _LINK_TARGET.sub(r"\1", text)
    guesses = (
        _DOI_PREFIX.sub("", target),
        target.strip("()[]<> ."),
        f"https://{target}",
        re.sub(r",?\s+\(.*", "", target),
        re.sub(r"\s+", "", target),
        re.sub(r"\s+", "", f"https://{target}"),
        target.replace("http:", "https:", 1),
    )
    corrected = next((guess for guess in guesses if re.match(pattern, guess) and not set(guess) & set("[]<>")), None)
    hint = f"write {field.with_value(corrected)}.{field.description}" if corrected else field.description.strip()
    message = f"`{text}` doesn't have the form that `{field.name}` needs"
    return Diagnostic("bad-format", field.location(), message, hint)


def bad_date(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of what is no day of the calendar."""
    text = str(field.value)
    day = unambiguous_date(text)
    message = f"`{text}` is not a date" if day else why_no_date(text)
    hint = f"write {field.with_value(str(day))}" if day else "write it as year-month-day, such as 2026-03-09"
    if not day and (match := DAY_MONTH_YEAR.fullmatch(text)):
        first, second, year = (int(part) for part in match.groups())
        days = [day_of(year, second, first), day_of(year, first, second)]
        if all(days):
            hint = f"write {' or '.join(field.with_value(str(day)) for day in days)}, whichever day it was"
    return Diagnostic("bad-date", field.location(), message, hint)


def not_an_integer(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of what is no whole number."""
    text = str(field.value)
    number = minutes(text) if field.name == "minutes" else None
    number = whole_number(text) if number is None else number
    hint = "write a whole number in digits and nothing else"
    if number:
        hint = f"write {field.with_value(str(number))}"
    elif numbers := re.findall(r"\d+", text):
        is_span = len(numbers) > 1 and re.search(r"[-\u2013]| of ", text)
        number = min(numbers, key=int) if is_span else numbers[-1]
        hint = f"{hint}, such as {field.with_value(number)}"
    return Diagnostic("not-a-number", field.location(), f"`{text}` is not a whole number", hint)


def not_a_fraction(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of what is no number."""
    digits = re.search(r"\d+", str(field.value))
    percent = int(digits[0]) if digits else 0
    example = f"{percent / 100:g}" if percent in range(1, 100) else "0.2"
    hint = f"write a number in digits, such as {field.with_value(example)}"
    return Diagnostic("not-a-number", field.location(), f"`{field.value}` is not a number", hint)


def not_a_boolean(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of what is neither true nor false."""
    message = f"`{field.value}` is neither true nor false"
    return Diagnostic("wrong-type", field.location(), message, "write true or false")


def out_of_range(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of a number that is too low or too high."""
    limit = field.context.get("le", field.context.get("lt"))
    if limit == 1 and isinstance(field.value, str | float | int) and re.fullmatch(r"\d{1,2}(?:\.0)?", str(field.value)):
        share = f"{float(field.value) / 100:g}"
        hint = f"write {field.with_value(share)}, as shares are numbers from 0 to 1.{field.description}"
        return Diagnostic("out-of-range", field.location(), f"`{field.value}` is out of range", hint)
    limits = (words.format(field.context[name]) for name, words in _LIMITS.items() if name in field.context)
    hint = f"write {next(limits, 'another number')}.{field.description}"
    return Diagnostic("out-of-range", field.location(), f"`{field.value}` is out of range", hint)
