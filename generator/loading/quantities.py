"""Days, numbers and durations as people write them."""

import re
from calendar import month_name, monthrange
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime

# Formats in which day and month can't be taken for one another.
_DATE_FORMATS = (
    "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d %B %Y", "%d. %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y", "%b %d, %Y",
    "%b %d %Y", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M",
)  # fmt: skip
DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_FIGURES = re.compile(r"(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4}|\d{2})")
_MONTHS = (
    "january jan januar janvier enero", "february feb februar fevrier febrero", "march mar marz mars marzo",
    "april apr avril abril", "may mai mayo", "june jun juni juin junio", "july jul juli juillet julio",
    "august aug aout agosto", "september sep sept septembre septiembre", "october oct oktober okt octobre octubre",
    "november nov novembre noviembre", "december dec dezember dez decembre diciembre",
)  # fmt: skip
_YEAR_MONTH_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DURATION = re.compile(
    r"(?i)(?:(?P<hours>\d+)\s*(?:h(?=\d)|(?:h|hrs?|hours?)\b)|(?P<clock>\d+):(?=\d\d$))?\s*"
    r"(?P<minutes>\d+)?\s*(?:m|mins?|minutes?)?\.?"
)
_NUMBER_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


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


def unambiguous_date(text: str) -> date | None:
    """Return the date that a text can only mean, or None where it may mean another or is none."""
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|^[A-Z][a-z]+day,? +", "", text)
    for date_format in _DATE_FORMATS:
        with suppress(ValueError):
            return datetime.strptime(plain, date_format).replace(tzinfo=UTC).date()
    if match := DAY_MONTH_YEAR.fullmatch(plain):
        first, second, year = (int(part) for part in match.groups())
        days = {day for day in (day_of(year, second, first), day_of(year, first, second)) if day}
        return days.pop() if len(days) == 1 else None
    return None


def possible_days(text: str) -> list[date]:
    """Return the days that a text may mean in some country or language, the likelier first, or none."""
    if match := _FIGURES.fullmatch(text.strip()):
        first, second, year = (int(part) for part in match.groups())
        days = [day_of(year + 2000 * (year < 100), *pair) for pair in ((second, first), (first, second))]  # noqa: PLR2004 (two digits)
        return list(dict.fromkeys(day for day in days if day))
    match = re.fullmatch(
        r"(?:le |el )?(\d{1,2})(?:er|\.|º)? (?:de )?([^\W\d_]+)\.?,? (?:de |del )?(\d{4})", text.strip()
    )
    month = _month_called(match[2]) if match else 0
    day = day_of(int(match[3]), month, int(match[1])) if match and month else None
    return [day] if day else []


def hint_of_days(name: str, days: Sequence[date]) -> str:
    """Return what to type in a field for one of some days."""
    end = "whichever day it was" if len(days) > 1 else "if that is the day"
    return f"write {' or '.join(f'`{name}: {day}`' for day in days)}, {end}"


def month_in(text: str) -> str:
    """Return the month of a text without a day, such as 2026-11 for `November 2026`, or an empty string."""
    match = re.fullmatch(r"([^\W\d_]+)\.?,? (\d{4})", text.strip())
    month = _month_called(match[1]) if match else 0
    if figures := re.fullmatch(r"(?:(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4}))", text.strip()):
        year, month = figures[1] or figures[4], int(figures[2] or figures[3])
        return f"{year}-{month:02}" if 1 <= month <= 12 else ""  # noqa: PLR2004 (of a year)
    return f"{match[2]}-{month:02}" if match and month else ""


def _month_called(name: str) -> int:
    """Return the number of a month by its name in English, German, French or Spanish, or 0."""
    plain = name.lower().translate(str.maketrans("äéû", "aeu"))
    return next((number for number, names in enumerate(_MONTHS, 1) if plain in names.split()), 0)


def why_no_date(text: str) -> str:
    """Return why a text is not a date."""
    match = _YEAR_MONTH_DAY.fullmatch(text)
    year, month = (int(match[1]), int(match[2])) if match else (0, 0)
    if match and month not in range(1, 13):
        return f"`{text}` is not a date: there is no month {month}"
    if match and year:
        return f"`{text}` is not a date: {month_name[month]} {year} has {monthrange(year, month)[1]} days"
    return f"`{text}` is not a date"


def last_day_before(text: str) -> date | None:
    """Return the last day of the month of a day that it lacks, such as 2026-11-31, or None."""
    match = _YEAR_MONTH_DAY.fullmatch(text.strip())
    year, month, day = (int(part) for part in match.groups()) if match else (0, 0, 0)
    if not year or month not in range(1, 13) or not day or day > 31:  # noqa: PLR2004 (of any month)
        return None
    last = monthrange(year, month)[1]
    return date(year, month, last) if day > last else None


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar, or None where it has no such day."""
    with suppress(ValueError):
        return date(year, month, day)
    return None


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
    matches = [*_AMOUNT.finditer(text)]
    counts = [(match, count) for match in matches for count in (match["least"], match["count"] or "1") if count]
    amounts = [_minutes_of(match, count) / size for match, count in counts]
    if len(amounts) == 2 and re.search(r"\b(?:less|minus)\b", text):  # noqa: PLR2004 ("six months less one day")
        amounts = [amounts[0] - amounts[1]]
    return [max(1, round(amount)) for amount in amounts]


def least_days_in(text: str) -> list[int]:
    """Return the amounts of time that a text names in whole days, months and years at their shortest."""
    matches = [*_AMOUNT.finditer(text)]
    counts = [(match, count) for match in matches for count in (match["least"], match["count"] or "1") if count]
    amounts = [_least_days_of(match, count) for match, count in counts]
    if len(amounts) == 2 and re.search(r"\b(?:less|minus)\b", text):  # noqa: PLR2004 ("six months less one day")
        amounts = [amounts[0] - amounts[1]]
    return [max(1, amount) for amount in amounts]


def _least_days_of(match: re.Match[str], count: str) -> int:
    number = _minutes_of(match, count) / _MINUTES[match["unit"].lower()]
    months = number * {"month": 1, "year": 12}.get(match["unit"].lower(), 0)
    if not months or months != int(months):
        return int(_minutes_of(match, count) // _MINUTES["day"])
    lengths = [monthrange(2023, month % 12 + 1)[1] for month in range(24)]
    years, rest = divmod(int(months), 12)
    return 365 * years + min(sum(lengths[start : start + rest]) for start in range(12))


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
