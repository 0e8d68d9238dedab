"""Numbers, shares and durations as people write them."""

import re
from calendar import monthrange
from collections.abc import Callable

_DURATION = re.compile(
    r"(?i)(?:(?P<hours>\d+)\s*(?:h(?=\d)|(?:h|hrs?|hours?)\b)|(?P<clock>\d+):(?=\d\d$))?\s*"
    r"(?P<minutes>\d+)?\s*(?:m|mins?|minutes?)?\.?"
)
_NUMBER_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_WORDS = "|".join((*_NUMBER_WORDS[1:], "an?"))
# Parts of an hour or another unit, by the words for them.
_PARTS = {"half": 0.5, "1/2": 0.5, "\u00bd": 0.5, "quarter": 0.25, "1/4": 0.25, "\u00bc": 0.25}
_PARTS |= {"three quarters": 0.75, "three-quarters": 0.75, "3/4": 0.75, "\u00be": 0.75}
_PART = "|".join(_PARTS)
_AMOUNT = re.compile(
    rf"(?i)(?:(?:\ban? )?(?<![\w.,])(?P<part>{_PART})[ -](?:of )?(?:an? )?|(?:(?P<least>\d+) ?(?:-|\u2013|to|or) ?)?"
    rf"(?P<count>\d+(?:[.,]\d+)?|\b(?:{_WORDS})\b)(?:(?: and an?)? ?(?P<half>{_PART}))?[ -]?)"
    r"(?P<working>working |business |calendar )?(?P<unit>minute|min|hour|hr|day|week|month|year)s?(?![a-z])"
    rf"(?: and an? (?P<more>half|quarter)\b)?"
)
# A month and a year are those of the calendar on average.
_MINUTES = {"minute": 1, "min": 1, "hour": 60, "hr": 60, "day": 1440, "week": 10080, "month": 43830, "year": 525960}
_WORKING_DAYS = 5
_MONTHS = {"month": 1, "year": 12}
# The days of each month in a year that is no leap year.
_MONTH_DAYS = [monthrange(2023, month)[1] for month in range(1, 13)]


def whole_number(text: str) -> int | None:
    """Return the whole number that a text means in words or with words around it, or None where that is in doubt."""
    if text.lower() in _NUMBER_WORDS:
        return _NUMBER_WORDS.index(text.lower())
    numbers = re.findall(r"\d+", text)
    return int(numbers[0]) if len(numbers) == 1 and not re.search(r"[.,]\d|\d[hH%]", text) else None


def minutes(text: str) -> int | None:
    """Return the minutes that a duration such as `1h 30`, `1:30` or `20 min` has, or None where it is none."""
    match = _DURATION.fullmatch(text.strip())
    if not match or not any(match.groupdict().values()):
        return None
    return 60 * int(match["hours"] or match["clock"] or 0) + int(match["minutes"] or 0)


def amounts_in(text: str, unit: str) -> list[int]:
    """Return the amounts of time that a text names, in minutes or days, rounded to whole ones.

    Args:
        text: Words such as `24 months`, `half a year`, `10 working days`.
        unit: `minutes` or `days`.
    """
    size = _MINUTES[unit.removesuffix("s")]
    return _amounts_by(lambda match, count: _minutes_of(match, count) / size, text)


def least_days_in(text: str) -> list[int]:
    """Return the amounts of time that a text names in whole days, months and years at their shortest."""
    return _amounts_by(_least_days_of, text)


def _amounts_by(measure: Callable[[re.Match[str], str], float], text: str) -> list[int]:
    """Return the amounts of time in a text as a function measures them, one at the least."""
    matches = _AMOUNT.finditer(text)
    counts = [(match, count) for match in matches for count in (match["least"], match["count"] or "1") if count]
    amounts = [measure(match, count) for match, count in counts]
    if len(amounts) == 2 and re.search(r"\b(?:less|minus)\b", text):  # noqa: PLR2004 ("six months less one day")
        amounts = [amounts[0] - amounts[1]]
    return [max(1, round(amount)) for amount in amounts]


def _least_days_of(match: re.Match[str], count: str) -> int:
    """Return the days of an amount of time, of whole months and years those of the shortest that there are."""
    unit, length = match["unit"].lower(), _minutes_of(match, count)
    months = length / _MINUTES[unit] * _MONTHS.get(unit, 0)
    if not months or months != int(months):
        return int(length // _MINUTES["day"])
    years, rest = divmod(int(months), _MONTHS["year"])
    starts = range(len(_MONTH_DAYS))
    return years * sum(_MONTH_DAYS) + min(sum((_MONTH_DAYS * 2)[start : start + rest]) for start in starts)


def amount_in(text: str, unit: str) -> int | None:
    """Return the one amount of time that a text names, or None where it names none or several."""
    amounts = set(amounts_in(text, unit))
    return amounts.pop() if len(amounts) == 1 else None


def without_amounts(text: str) -> str:
    """Return a text without the amounts of time that it names."""
    return _AMOUNT.sub("", text).strip(" ,;:/")


def _minutes_of(match: re.Match[str], count: str) -> float:
    """Return how many minutes an amount of time has, given the figure before its unit."""
    count = count.lower().replace(",", ".")
    number = float(count) if count[0].isdecimal() else float({"a": 1, "an": 1}.get(count) or _NUMBER_WORDS.index(count))
    parts = (_PARTS[match[name].lower()] for name in ("half", "more") if match[name])
    number = _PARTS[match["part"].lower()] if match["part"] else number + sum(parts)
    is_working = (match["working"] or "").strip().lower() in ("working", "business")
    return number * _MINUTES[match["unit"].lower()] * (7 / _WORKING_DAYS if is_working else 1)


def share_in(text: str) -> float | None:
    """Return the share of 1 that a text such as `70%`, `1 in 5`, `1/5` or `0,7` names, or None where it is in doubt."""
    numbers = [float(number.replace(",", ".")) for number in re.findall(r"\d+(?:[.,]\d+)?|[.,]\d+", text)]
    if len(numbers) == 2 and re.search(r"\d ?(?:/|in|of|out of) ?\d", text) and numbers[1]:  # noqa: PLR2004 (a part and its whole)
        return round(numbers[0] / numbers[1], 4)
    if len(numbers) != 1:
        return None
    return numbers[0] / 100 if re.search(r"%|per ?cent", text) or numbers[0] > 1 else numbers[0]
