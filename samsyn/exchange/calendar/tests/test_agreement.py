"""Every agreement as a calendar, with everything written out."""

from pathlib import Path

import pytest
from icalendar import Calendar

from samsyn.exchange.calendar import calendar_ics
from samsyn.rules.obligations import duties
from samsyn.rules.reading import read_agreement

ROOT = Path(__file__).parents[4]
FOLDERS = sorted(each.parent for each in ROOT.glob("agreements/*/agreement.toml"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_duty_with_a_day_stands_on_that_day(folder: Path) -> None:
    dossier = read_agreement(folder)
    found = duties(dossier)
    events = Calendar.from_ical(calendar_ics(dossier, found)).walk("VEVENT")
    assert [event.decoded("DTSTART") for event in events] == sorted(each.due for each in found if each.due)
    assert len({str(event["UID"]) for event in events}) == len(events)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_file_says_who_what_and_under_which_clause(folder: Path) -> None:
    dossier = read_agreement(folder)
    for event in Calendar.from_ical(calendar_ics(dossier, duties(dossier))).walk("VEVENT"):
        assert "Punkt " in str(event["DESCRIPTION"])
        assert ": " in str(event["SUMMARY"])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_same_file_gives_the_same_bytes_and_short_lines(folder: Path) -> None:
    dossier, again = read_agreement(folder), read_agreement(folder)
    document = calendar_ics(dossier, duties(dossier))
    assert document == calendar_ics(again, duties(again))
    assert max(len(line) for line in document.split(b"\r\n")) <= 75
