"""Minutes and invitations from loaded data, for validators, and the minutes on paper."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.agreements.tests.invented import AGREEMENT
from samsyn.web.meetings import actions
from samsyn.web.meetings.models import Attendance, Meeting
from samsyn.web.meetings.specimens import meeting_specimens
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership, PartnershipParty

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
STARTS = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def partnership(cast: Cast) -> Partnership:
    organisations = {"kommunen": cast.municipality, "foreningen": cast.association}
    with acting_as_job(Job.SEED):
        found = register_partnership(
            {"agreement.toml": AGREEMENT.encode()}, organisations, by=Job.SEED, now=NOW, today=TODAY
        )
        PartnershipParty.objects.filter(partnership=found, key="kommunen").update(case_number="SN 2026/12")
    return found


def minuted(partnership: Partnership, guest_of: UUID, *, by: Viewer) -> Meeting:
    meeting = actions.call_meeting(
        partnership, "styrgrupp", starts_at=STARTS, ends_at=STARTS + timedelta(hours=1), place="Stadshuset",
        chosen=(), by=by, now=NOW - timedelta(days=20), today=TODAY,
    )  # fmt: skip
    actions.hold(meeting, TODAY, by=by, now=NOW, today=TODAY)
    rows = {each.pk: actions.Noted(came=True, name="Bo Al") for each in Attendance.objects.filter(meeting=meeting)}
    actions.note_attendance(meeting, rows, by=by, now=NOW)
    actions.add_guest(meeting, guest_of, "Samordnare", "Cleo Asp", by=by, now=NOW)
    actions.decide(meeting, "Vi provar i ett halvår.", by=by, now=NOW, today=TODAY)
    actions.agree_action(meeting, "Skriva till grannarna", guest_of, due=date(2026, 3, 31), by=by, now=NOW)
    actions.put_forward_minutes(meeting, by=by, now=NOW, today=TODAY)
    return meeting


def test_every_meeting_has_its_invitation_and_minutes_their_pdf(
    partnership: Partnership, cast: Cast, tmp_path: Path
) -> None:
    with cast.as_(cast.municipality, Role.HEAD) as head:
        minuted(partnership, cast.association.pk, by=head)
    names = [path.name for path in meeting_specimens(tmp_path)]
    stem = f"{partnership.slug}-styrgrupp-1"
    assert names == [f"invitation-{stem}.ics", f"minutes-{stem}.pdf"]
    calendar = Calendar.from_ical((tmp_path / names[0]).read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert calendar["METHOD"] == "REQUEST"
    assert event.decoded("DTSTART") == STARTS
    assert partnership.name not in str(event["SUMMARY"])


def test_the_paper_says_who_came_what_was_decided_and_what_is_awaited(
    partnership: Partnership, cast: Cast, tmp_path: Path
) -> None:
    with cast.as_(cast.municipality, Role.HEAD) as head:
        meeting = minuted(partnership, cast.association.pk, by=head)
        sealed = meeting.minutes.get().sha256
    (path,) = (each for each in meeting_specimens(tmp_path) if each.suffix == ".pdf")
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    found = " ".join(" ".join(page.extract_text().split()) for page in pages).replace("\N{NO-BREAK SPACE}", " ")
    for words in (
        "Diarienummer SN 2026/12", "måndag 2 mars 2026", "10.00–11.00", "Bo Al", "närvarande", "Samordnare", "gäst",
        "Vi provar i ett halvår.", "Skriva till grannarna", "2026-03-31", "Väntar på godkännande av", sealed,
    ):  # fmt: skip
        assert words in found, words
