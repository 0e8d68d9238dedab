"""Days and months as people write them."""

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
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_FIGURES = re.compile(r"(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4}|\d{2})")
_MONTHS = (
    "january jan januar janvier enero", "february feb februar fevrier febrero", "march mar marz mars marzo",
    "april apr avril abril", "may mai mayo", "june jun juni juin junio", "july jul juli juillet julio",
    "august aug aout agosto", "september sep sept septembre septiembre", "october oct oktober okt octobre octubre",
    "november nov novembre noviembre", "december dec dezember dez decembre diciembre",
)  # fmt: skip
_YEAR_MONTH_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def unambiguous_date(text: str) -> date | None:
    """Return the date that a text can only mean, or None where it may mean another or is none."""
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|^[A-Z][a-z]+day,? +", "", text)
    for date_format in _DATE_FORMATS:
        with suppress(ValueError):
            return datetime.strptime(plain, date_format).replace(tzinfo=UTC).date()
    if match := _DAY_MONTH_YEAR.fullmatch(plain):
        first, second, year = (int(part) for part in match.groups())
        days = {day for day in (_day_of(year, second, first), _day_of(year, first, second)) if day}
        return days.pop() if len(days) == 1 else None
    return None


def possible_days(text: str) -> list[date]:
    """Return the days that a text may mean in some country or language, the likelier first, or none."""
    if match := _FIGURES.fullmatch(text.strip()):
        first, second, year = (int(part) for part in match.groups())
        days = [_day_of(year + 2000 * (year < 100), *pair) for pair in ((second, first), (first, second))]  # noqa: PLR2004 (two digits)
        return list(dict.fromkeys(day for day in days if day))
    match = re.fullmatch(
        r"(?:le |el )?(\d{1,2})(?:er|\.|º)? (?:de )?([^\W\d_]+)\.?,? (?:de |del )?(\d{4})", text.strip()
    )
    month = _month_number(match[2]) if match else 0
    day = _day_of(int(match[3]), month, int(match[1])) if match and month else None
    return [day] if day else []


def date_hint(name: str, days: Sequence[date]) -> str:
    """Return what to type in a field for one of some days."""
    end = "whichever day it was" if len(days) > 1 else "if that is the day"
    return f"write {' or '.join(f'`{name}: {day}`' for day in days)}, {end}"


def month_in(text: str) -> str:
    """Return the month of a text without a day, such as 2026-11 for `November 2026`, or an empty string."""
    match = re.fullmatch(r"([^\W\d_]+)\.?,? (\d{4})", text.strip())
    month = _month_number(match[1]) if match else 0
    if figures := re.fullmatch(r"(?:(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4}))", text.strip()):
        year, month = figures[1] or figures[4], int(figures[2] or figures[3])
        return f"{year}-{month:02}" if 1 <= month <= 12 else ""  # noqa: PLR2004 (of a year)
    return f"{match[2]}-{month:02}" if match and month else ""


def _month_number(name: str) -> int:
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


def _day_of(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar, or None where it has no such day."""
    with suppress(ValueError):
        return date(year, month, day)
    return None
