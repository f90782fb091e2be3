"""The day in Sweden, real or fixed."""

from datetime import UTC, date, datetime
from unittest.mock import patch

import pytest
from pytest_django import Settings

from samsyn.web.project import clock, environment


class _Midnight(datetime):
    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return datetime(2026, 6, 30, 22, 30, tzinfo=UTC).astimezone(tz)  # type: ignore[arg-type]


def test_the_day_begins_at_midnight_in_sweden_not_in_greenwich(settings: Settings) -> None:
    settings.SAMSYN_TODAY = None
    with patch.object(clock, "datetime", _Midnight):
        assert clock.today() == date(2026, 7, 1)


def test_a_demo_stays_on_its_day(settings: Settings) -> None:
    settings.SAMSYN_TODAY = date(2026, 11, 20)
    assert clock.today() == date(2026, 11, 20)
    assert clock.now().astimezone(clock.SWEDEN).date() == date(2026, 11, 20)
    assert clock.now().tzinfo is UTC


def test_a_day_that_is_no_day_is_refused_with_what_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSYN_TODAY", "20 november")
    with pytest.raises(Exception, match="write a date as 2026-11-20"):
        environment.fixed_today()
