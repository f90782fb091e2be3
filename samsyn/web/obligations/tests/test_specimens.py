"""Calendars for outside validators."""

from pathlib import Path

from icalendar import Calendar

from samsyn.web.access.fixtures import Cast
from samsyn.web.obligations.specimens import calendar_specimens
from samsyn.web.obligations.tests.laying import Laid


def test_one_calendar_a_partnership_and_two_feeds_an_organisation(youth: Laid, cast: Cast, tmp_path: Path) -> None:
    written = {path.name: path for path in calendar_specimens(tmp_path)}
    assert f"{youth.partnership.slug}.ics" in written
    assert {"feed-foreningen-neutral.ics", "feed-foreningen-named.ics", "feed-kommunen-named.ics"} <= written.keys()
    for path in written.values():
        assert Calendar.from_ical(path.read_bytes()).walk("VEVENT"), path.name
