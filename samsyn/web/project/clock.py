"""The only place that asks what time it is. Views read it and pass `now=` and `today=` down."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

SWEDEN = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """This instant in UTC; in a demo with a fixed day, the same time of day on that day in Sweden."""
    instant = datetime.now(UTC)
    fixed: date | None = settings.SAMSYN_TODAY
    if fixed is None:
        return instant
    return datetime.combine(fixed, instant.astimezone(SWEDEN).time(), tzinfo=SWEDEN).astimezone(UTC)


def today() -> date:
    """The civil date in Sweden, or the fixed day that the demo was started with."""
    fixed: date | None = settings.SAMSYN_TODAY
    return fixed or datetime.now(SWEDEN).date()
