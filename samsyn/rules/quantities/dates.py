"""Civil dates. A period in an agreement names its last day; a DateRange is half-open so that periods join."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

DAY = timedelta(days=1)


def day_before(day: date) -> date:
    """The day before; the first date that can be written has none and is returned as it is."""
    return day if day == date.min else day - DAY


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later (or earlier); 31 January + 1 month is the last of February."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if day.day <= 28:  # every month has that day
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def end_of_month(day: date) -> date:
    """The last day of the month in which `day` falls."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


@dataclass(frozen=True, order=True, slots=True)
class DateRange:
    """Days from `start` up to but not including `end`. Never empty, never backwards (ValueError)."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"the period ends {day_before(self.end)}, before it starts {self.start}")

    @classmethod
    def through(cls, first: date, last: date) -> DateRange:
        """From first to last day, both included («från och med … till och med …»)."""
        return cls(first, last + DAY)

    @classmethod
    def year(cls, year: int) -> DateRange:
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @property
    def last(self) -> date:
        """The last day that belongs to the period."""
        return self.end - DAY

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def covers(self, other: DateRange) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: DateRange) -> DateRange | None:
        """The days in both, or None where there are none."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return DateRange(start, end) if start < end else None

    def steps(self, months: int) -> Iterator[DateRange]:
        """Consecutive periods of `months` from the first day; the last one may be shorter."""
        count, start = 0, self.start
        while start < self.end:
            count += 1
            end = min(add_months(self.start, months * count), self.end)
            yield DateRange(start, end)
            start = end

    def calendar_steps(self, months: int) -> Iterator[DateRange]:
        """The whole calendar periods of `months` (1, 2, 3, 4, 6, 12) that touch this range, uncut."""
        start = date(self.start.year, (self.start.month - 1) // months * months + 1, 1)
        while start < self.end:
            end = add_months(start, months)
            yield DateRange(start, end)
            start = end

    def whole_months(self) -> DateRange | None:
        """The calendar months of which every day is in the range; None where there are none."""
        start, end = add_months(day_before(self.start).replace(day=1), 1), self.end.replace(day=1)
        return DateRange(start, end) if start < end else None

    def __str__(self) -> str:
        return f"{self.start}–{self.last}"


@dataclass(frozen=True, order=True, slots=True)
class MonthDay:
    """A day that comes back every year, written «01-31». 29 February is 28 in a common year."""

    month: int
    day: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and 1 <= self.day <= calendar.monthrange(2000, self.month)[1]):
            raise ValueError(f"{self} is no day of the year; write month-day, for example «01-31»")

    @classmethod
    def read(cls, text: str) -> MonthDay:
        match = re.fullmatch(r"(\d\d)-(\d\d)", text)
        if not match:
            raise ValueError("is no day of the year; write month-day within quotes, for example «01-31»")
        return cls(int(match[1]), int(match[2]))

    def in_year(self, year: int) -> date:
        return date(year, self.month, min(self.day, calendar.monthrange(year, self.month)[1]))

    def __str__(self) -> str:
        return f"{self.month:02}-{self.day:02}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_read_month_day)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d\d-\d\d$", "description": "a day of every year, month-day"}


def _read_month_day(value: object) -> MonthDay:
    if isinstance(value, MonthDay):
        return value
    if not isinstance(value, str):
        raise ValueError("is no day of the year; write month-day within quotes, for example «01-31»")
    return MonthDay.read(value)
