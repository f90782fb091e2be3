"""Times as people in Sweden write them, and the instants they are. On two nights a year a time is none, or two."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")
LONGEST = timedelta(hours=12)
"""A meeting that ends at an earlier time of day than it begins goes on over midnight, if it is no longer than this."""


class NotOneInstant(ValueError):
    """The time does not exist that night, or exists twice. Its text says so, and what to write instead."""


def instant(day: date, at: time) -> datetime:
    """The instant (UTC) of a time of day in Sweden. Raises NotOneInstant on the nights when the clocks change."""
    early, late = (datetime.combine(day, at, SWEDEN).replace(fold=fold) for fold in (0, 1))
    found = early.astimezone(UTC)
    written = f"{at:%H.%M} den {day}"
    if found.astimezone(SWEDEN).replace(tzinfo=None) != datetime.combine(day, at):
        raise NotOneInstant(
            f"Klockan {written} finns inte: den natten ställs klockan fram från 02.00 till 03.00. "
            "Skriv en tid före 02.00 eller från 03.00."
        )
    if early.utcoffset() != late.utcoffset():
        raise NotOneInstant(
            f"Klockan {written} inträffar två gånger: den natten ställs klockan tillbaka från 03.00 till 02.00. "
            "Skriv en tid före 02.00 eller från 03.00."
        )
    return found


def span(day: date, begins: time, ends: time) -> tuple[datetime, datetime]:
    """From `begins` on `day` to the next time it is `ends`: over midnight where that is earlier in the day.

    Raises ValueError, in words, for no time at all and for more than LONGEST.
    """
    if begins == ends:
        raise ValueError("Mötet slutar när det börjar. Skriv när det slutar.")
    last = day if ends > begins else day + timedelta(days=1)
    first, end = instant(day, begins), instant(last, ends)
    if end - first > LONGEST or end <= first:
        raise ValueError(
            f"Från {begins:%H.%M} till {ends:%H.%M} är mer än {LONGEST.seconds // 3600} timmar. "
            "Slutar mötet tidigare än det börjar? Rätta en av tiderna."
        )
    return first, end


def civil_day(at: datetime) -> date:
    """The date in Sweden on which something begins: a meeting that goes on past midnight is that evening's."""
    return at.astimezone(SWEDEN).date()


def clock_of(at: datetime) -> time:
    """The time of day in Sweden."""
    return at.astimezone(SWEDEN).time()
