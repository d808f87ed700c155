"""Days of the calendar and the Vietnamese words that announce one. No clock: "today" is never asked for."""

from __future__ import annotations

from datetime import date

from borderwire.extract.words import keys
from borderwire.text import key

FIRST_YEAR, LAST_YEAR = 1900, 2099  # four digits outside of this are a quantity, not a year

_PARTS = [f"-{number:02d}" for number in range(100)]  # of a date in ISO 8601: its month, its day
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


DAY_WORD = key("ngày")
MONTH_WORD = key("tháng")
YEAR_WORD = key("năm")
PARTS_OF_DAY = keys("sáng trưa chiều tối đêm khuya")
# "hôm nay", "sáng nay", "chiều qua", "hôm kia": the day is told from the day of writing.
TODAY, YESTERDAY = key("nay"), key("qua")
# What can stand right before the digits of a day.
DAY_CUES = PARTS_OF_DAY | keys("ngày hôm mùng mồng nay qua date")
WEEKDAYS = {key(word): number for number, word in enumerate(("hai", "ba", "tư", "năm", "sáu", "bảy"))}
WEEKDAY_WORD = key("thứ")
SUNDAY = (key("chủ"), key("nhật"))


def is_day(month: int, day: int, year: int | None = None) -> bool:
    """Whether the calendar has that day (29 February without a year counts)."""
    if not (1 <= month <= 12 and 1 <= day <= _MONTH_DAYS[month - 1]):
        return False
    return not (month == 2 and day == 29 and year is not None and not _is_leap(year))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def is_year(number: int) -> bool:
    return FIRST_YEAR <= number <= LAST_YEAR


def iso(year: int | None, month: int | None, day: int | None) -> str:
    """ISO 8601 as precise as what is given: `2025-08-15`, `2025-08`, `2025`, `--08-15`, `--08`, `---15`."""
    if year is not None:
        written = str(year) if year > 999 else f"{year:04d}"
        if month:
            written += _PARTS[month]
            if day:
                written += _PARTS[day]
        return written
    if month is not None:
        return "-" + _PARTS[month] + (_PARTS[day] if day else "")
    return "--" + _PARTS[day] if day else ""


def day_in(year: int, month: int, day: int) -> date | None:
    """That day, or None where the year has none (29 February)."""
    return date(year, month, day) if is_day(month, day, year) else None


def day_or_28th(year: int, month: int, day: int) -> date:
    """That day, or the 28th where the month has none."""
    return day_in(year, month, day) or date(year, month, 28)
