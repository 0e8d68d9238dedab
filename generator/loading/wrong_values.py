"""A value of the right sort that can't be what is meant, such as a day that no calendar has: what to type instead."""

import re
from collections.abc import Mapping

from generator.diagnostics.diagnostic import Diagnostic, did_you_mean, instead, listed, nearest
from generator.diagnostics.topics import Days, Name
from generator.loading.dates import date_hint, last_day_before, month_in, possible_days, unambiguous_date, why_no_date
from generator.loading.ids import ID, bad_id, is_nothing
from generator.loading.invalid_field import InvalidField, empty
from generator.loading.nodes import as_data
from generator.loading.quantities import amount_in, amounts_in, least_days_in, minutes, share_in, whole_number
from generator.loading.suggestions import is_id_type
from generator.model.types import (
    reference_of,
)

_DOI_PREFIX = re.compile(r"^((https?://)?(dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
# What a sentence has after an address.
_AFTER_ADDRESS = ".,; "
_LINK_TARGET = re.compile(r"^\[[^\]]*\]\(([^()\s]*)\)$")
_HOST = re.compile(r"^[\w-]+(?:\.[\w-]+)+(?:[/:?#]|$)")
_ON_DISK = re.compile(r"^(?:file:|[A-Za-z]:[\\/]|\\\\|~/|/(?:Users|home)/)")
_EXAMPLE_ADDRESS = "https://example.org/"
_LIMITS = {"ge": "{} or more", "gt": "more than {}", "le": "{} or less", "lt": "less than {}"}


def too_long(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of a text with too many characters."""
    if is_id_type(field.type) and not ID.match(str(field.value)):
        return bad_id(field.location(), str(field.value), reference_of(field.type))
    limit = field.context["max_length"]
    message = f"{field.title} has {len(field.value)} characters, where {limit} are allowed"
    return Diagnostic("too-long", field.location(), message, f"cut it to {limit} characters")


def too_few(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of a list or a group with too few parts."""
    count, least = len(field.value), field.context["min_length"]
    if not count:
        return empty(field)
    message = f"{field.title} has {count} of the {least} parts that it needs"
    return Diagnostic("out-of-range", field.location(key=True), message, f"add another.{field.description}")


def too_many(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of a list or a group with too many parts."""
    count, most = field.context["actual_length"], field.context["max_length"]
    message = f"{field.title} has {count} parts, where {most} are the most"
    hint = f"leave the least important out.{field.description}"
    return Diagnostic("out-of-range", field.location(key=True), message, hint)


def not_a_pair(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of what is no list of two numbers."""
    numbers = re.findall(r"\d+", str(field.value))
    example = f"[{', '.join(sorted(numbers, key=int))}]" if len(numbers) == 2 else "[100, 500]"  # noqa: PLR2004 (a pair)
    hint = f"write {'' if len(numbers) == 2 else 'two numbers in brackets, such as '}{field.with_value(example)}"  # noqa: PLR2004 (a pair)
    topic = Name(field.name, "fields")
    return Diagnostic("wrong-type", field.location(), f"{field.title} is no pair of numbers", hint, topic=topic)


def unknown_word(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of a word that is none of those to choose from."""
    word, expected = str(field.value), str(field.context["expected"])
    words = re.findall("'([^']+)'", expected)
    hint = f"{instead(nearest(word, words), words)}.{field.description}"
    message = f"`{word}` is not one of {expected}"
    return Diagnostic("unknown-word", field.location(), message, hint, did_you_mean(word, words))


def bad_pattern(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of a text that has not the form of its field."""
    text = str(field.value)
    if not text:
        return empty(field)
    if field.is_optional and (is_nothing(text) or set(text) == {"?"}):
        message = f"`{text}` doesn't have the form that `{field.name}` needs"
        return Diagnostic("bad-format", field.location(), message, field.deletion)
    pattern = field.context["pattern"]
    if pattern == ID.pattern:
        is_single = not field.is_item and field.owner is not None
        is_empty = is_single and (is_nothing(text) or text == "~")
        return empty(field) if is_empty else bad_id(field.location(), text, reference_of(field.type))
    if "\n" in text:
        message = f"{field.title} has several lines"
        return Diagnostic("more-than-one-line", field.location(), message, _hint_of_lines(field, text))
    target = _LINK_TARGET.sub(r"\1", text)
    is_address = re.match(pattern, _EXAMPLE_ADDRESS) is not None
    behind = _AFTER_ADDRESS + (")" if target.count(")") > target.count("(") else "")
    guesses = (
        _DOI_PREFIX.sub("", target).rstrip(behind),
        target.strip("()[]<> .").rstrip(behind),
        *([f"https://{target}"] if _HOST.match(target) else []),
        re.sub(r",?\s+\(.*", "", target),
        # What stood at a space in an address, nobody can know; in a DOI nothing did.
        *([] if is_address else [re.sub(r"\s+", "", target)]),
        target.replace("http:", "https:", 1),
        *re.findall(r"(?<!\d)\d{4}(?!\d)", target)[:1],
    )
    corrected = next((guess for guess in guesses if re.match(pattern, guess) and not set(guess) & set("[]<>")), None)
    written = field.with_value(corrected) if corrected else "it in another form"
    if field.name == "year" and (span := re.fullmatch(r"(\d\d)(\d\d)[/\u2013-](?:\1)?(\d\d)", text)):
        years = (f"{span[1]}{span[2]}", f"{span[1]}{span[3]}")
        written = f"{' or '.join(map(field.with_value, years))}, whichever the work bears"
    hint = f"write {written}.{field.description}"
    if is_address and _ON_DISK.match(target):
        hint = "nobody else can open this: write the address at which it was published, or delete the line"
        return Diagnostic("bad-format", field.location(), f"`{text}` is a place on your own computer", hint)
    if is_address and not corrected and " " in target:
        hint = "an address has no spaces: copy it once more, whole, from the top of the browser"
    message = f"`{text}` doesn't have the form that `{field.name}` needs"
    return Diagnostic("bad-format", field.location(), message, hint)


def _hint_of_lines(field: InvalidField, text: str) -> str:
    """Return how to make one line of several, given how they are written."""
    header = field.location(key=True).source
    written = header[field.location().column - 1 :] if field.is_item else header.partition(":")[2]
    style = written.strip()[:1]
    if style == '"':
        return "put a space in place of each `\\n`, so that sentence follows sentence"
    has_items = re.search(r"(?:^|\n) *[-*\u2022] ", text) is not None
    # What is folded keeps a line break where a line was empty.
    has_gaps = ("\n\n" if style == "|" else "\n") in text
    if not has_items and not has_gaps:
        return "use `>-` instead of `|`, or one line" if style == "|" else "write it in one line"
    parts = [
        *(["the empty lines"] if has_gaps else []),
        *(["the mark at the start of each item"] if has_items else []),
    ]
    begin = "write `>-` instead of `|` and " if style == "|" else ""
    return f"{begin}delete {' and '.join(parts)}: this field holds sentences in one line, and no lists or paragraphs"


def bad_date(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of what is no day of the calendar."""
    text = str(field.value)
    if not text:
        return empty(field)
    day = unambiguous_date(text)
    message = f"`{text}` is not a date" if day else why_no_date(text)
    hint = f"write {field.with_value(str(day))}" if day else "write it as year-month-day, such as 2026-03-09"
    days = [day] if day else possible_days(text)
    if not day and days:
        hint = date_hint(field.name, days)
    elif not day and (last := last_day_before(text)):
        hint = f"write {field.with_value(str(last))}, if the last day of that month is meant"
    elif not day and (month := month_in(text)):
        hint = f"write the day too: `{field.name}: {month}-` and the day in two digits"
    return Diagnostic("bad-date", field.location(), message, hint, topic=Days(field.name, tuple(days)))


def not_an_integer(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of what is no whole number."""
    text = str(field.value)
    message = f"`{text}` is not a whole number"
    if hint := _date_hint(field, text) or _hint_of_time(field, text):
        return Diagnostic("not-a-number", field.location(), message, hint)
    number = whole_number(text)
    hint = "write a whole number in digits and nothing else"
    if number:
        hint = f"write {field.with_value(str(number))}"
    elif decimal := re.fullmatch(r"(\d*)[.,]\d+", text):
        whole = int(decimal[1] or 0)
        hint = f"write a whole number, such as {field.with_value(str(whole or 1))}"
    elif numbers := re.findall(r"\d+", text):
        is_span = len(numbers) > 1 and re.search(r"[-\u2013/]| of ", text)
        number = min(numbers, key=int) if is_span else numbers[-1]
        hint = f"{hint}, such as {field.with_value(number)}"
    return Diagnostic("not-a-number", field.location(), message, hint)


def _hint_of_time(field: InvalidField, text: str) -> str:
    """Return what to type for an amount of time in a field of minutes or days, or an empty string."""
    if field.name not in ("minutes", "days"):
        return ""
    duration = minutes(text) if field.name == "minutes" else None
    if duration and (clock := re.fullmatch(r"(\d+):(\d\d)", text.strip())):
        shorter = max(1, round(int(clock[1]) + int(clock[2]) / 60))
        return (
            f"write {field.with_value(str(duration))}, if these are hours and minutes, "
            f"or {field.with_value(str(shorter))}, if they are minutes and seconds"
        )
    amount = amount_in(text, field.name) if duration is None else duration
    if amount:
        is_converted = not re.search(rf"\b{amount}\b", text)
        return f"write {field.with_value(str(amount))}" + (f", which is how many {field.name} that is" * is_converted)
    if amounts := sorted(set(amounts_in(text, field.name))):
        if re.search(r"[a-z],? (?:and|plus) [a-z\d]", text, re.IGNORECASE):
            return f"write {field.with_value(str(sum(amounts)))}, which is how many {field.name} that is together"
        written = listed((field.with_value(str(amount)) for amount in amounts), "or")
        return f"write one whole number of {field.name}: {written}, whichever is meant, or one between"
    return ""


def _date_hint(field: InvalidField, text: str) -> str:
    """Return what to type for a time in months or years: its fewest days, by the words of the deadline."""
    if field.name != "days" or not amounts_in(text, "days"):
        return ""
    beside = as_data(field.document.node(*field.path[:-1]))
    within = str(beside.get("within") or "") if isinstance(beside, Mapping) else ""
    words = within if set(amounts_in(text, "days")) & {*amounts_in(within, "days")} or " less " in within else text
    if not re.search(r"(?i)month|year", words):
        return ""
    days = sorted(set(least_days_in(words)))
    written = listed((field.with_value(str(amount)) for amount in days), "or")
    whose = f"“{words}”" if words == within else "that"
    return f"write {written}, the fewest days that {whose} can be, so that nobody is late"


def not_a_fraction(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of what is no number."""
    share = share_in(str(field.value))
    example = f"{share:g}" if share is not None and 0 < share < 1 else ""
    hint = f"write {field.with_value(example)}" if example else "write a number in digits, from 0 to 1, such as 0.2"
    return Diagnostic("not-a-number", field.location(), f"`{field.value}` is not a number", hint)


def not_a_boolean(field: InvalidField) -> Diagnostic:
    """Return the diagnostic of what is neither true nor false."""
    message = f"`{field.value}` is neither true nor false"
    hint = f"write {field.with_value('true')} or {field.with_value('false')}.{field.description}"
    if amounts_in(str(field.value), "days"):
        hint = f"write {field.with_value('true')}, and say “{field.value}” in one of the texts.{field.description}"
    return Diagnostic("wrong-type", field.location(), message, hint)


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
