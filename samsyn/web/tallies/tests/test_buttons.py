"""A meeting decides that something more is counted: the button is on the pad, beside the agreement's."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.meetings.models import Decision, Meeting
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.tallies import actions
from samsyn.web.tallies.models import AddedButton, Event
from samsyn.web.tallies.tests.laid import House, a_house
from samsyn.web.tallies.tests.test_staff_pages import paper, text

NOW = datetime.combine(TODAY, time(12), tzinfo=UTC)


@pytest.fixture
def house(cast: Cast, settings: Any) -> House:
    settings.SAMSYN_TODAY = TODAY
    return a_house(cast)


@pytest.fixture
def head(house: House) -> Client:
    return house.cast.client(house.ours, Role.HEAD)


def decided(house: House, partnership: Partnership | None = None, *, approved: bool = True) -> Decision:
    whose = partnership or house.partnership
    with acting_as_job(Job.SEED):
        meeting = Meeting.objects.create(
            partnership=whose, body="styrgrupp", body_name="Styrgruppen", clause="1", number=9, called_by=house.ours,
            called_at=NOW, starts_at=NOW, ends_at=NOW + timedelta(hours=1),
        )  # fmt: skip
        made = Decision.objects.create(partnership=whose, meeting=meeting, number=1, says="En verkstad ska prövas.")
        if approved:
            Meeting.objects.filter(pk=meeting.pk).update(held_on=TODAY, approved_on=TODAY)
        return made


def added(house: House, name: str = "Kreativ verkstad i trädgården") -> AddedButton:
    decision = decided(house)
    with house.cast.as_(house.ours, Role.HEAD) as by:
        return actions.add_button(house.partnership, house.pad.id, name, decision, by=by, now=NOW)


def test_the_button_names_its_decision_and_is_counted_like_the_others(house: House, head: Client) -> None:
    decision = decided(house)
    answer = head.post(f"{house.home}buttons/add/", {"name": "Cykelverkstad", "decision": decision.pk})
    assert answer.status_code == 302
    shown = text(head, f"{house.home}buttons/")
    assert "Cykelverkstad efter beslut 1 på mötet" in shown
    staff = house.cast.client(house.ours, Role.STAFF)
    last = len(house.pad.buttons)
    assert paper(staff, house, n_0="", n_1="", **{f"n_{last}": 3}).status_code == 302
    with acting_as_job(Job.SEED):
        assert Event.objects.get().button == "cykelverkstad"
    assert "Cykelverkstad" in text(staff, house.home)


def test_a_tablet_shows_it_the_next_time_it_asks(house: House) -> None:
    with house.cast.as_(house.ours, Role.HEAD) as by:
        device = actions.make_device(house.partnership, house.pad.id, "Plattan", by=by, now=NOW, today=TODAY)
        code = actions.invite(device, by=by, now=clock.now())  # it is soon too old, by the clock of the site
    tablet = Client()
    tablet.post(f"/pad/join/{code}/")
    before = [each["key"] for each in tablet.get("/pad/state/").json()["buttons"]]
    button = added(house)
    after = [each["key"] for each in tablet.get("/pad/state/").json()["buttons"]]
    assert after == [*before, button.key]
    event = {"id": "0198c0de-0000-4000-8000-000000000001", "button": button.key, "at": NOW.isoformat()}
    sent = tablet.post(
        "/pad/sync/", {"events": [event], "sent_at": NOW.isoformat()}, content_type="application/json",
        headers={"X-Samsyn-Pad": "1", "Origin": "http://testserver"},
    )  # fmt: skip
    assert sent.json()["results"][event["id"]]["state"] == "counted"


def test_one_that_is_taken_away_is_not_shown_and_its_figures_stay(house: House, head: Client) -> None:
    button = added(house)
    staff = house.cast.client(house.ours, Role.STAFF)
    paper(staff, house, n_0="", n_1="", **{f"n_{len(house.pad.buttons)}": 3})
    head.post(f"{house.home}buttons/{button.pk}/end/")
    head.post(f"{house.home}buttons/{button.pk}/end/")
    assert button.name not in text(head, f"{house.home}buttons/")
    shown = head.get(house.home).content.decode()
    assert f'<th scope="col" class="amount"><span>{button.name}</span></th>' in shown
    assert "Summa" in shown
    with acting_as_job(Job.SEED):
        assert Event.objects.get().n == 3


def test_a_correction_of_a_day_when_it_was_shown_is_taken_afterwards_too(house: House) -> None:
    button = added(house)
    line = actions.Line(button.key, 3)
    with house.cast.as_(house.ours, Role.HEAD) as by:
        now: dict[str, Any] = {"by": by, "now": NOW, "today": TODAY}
        actions.write_paper(house.partnership, house.pad.id, TODAY, [line], "Lappen", made=uuid4(), **now)
        actions.end_button(button, by=by, now=NOW + timedelta(days=1))
        later = now | {"now": NOW + timedelta(days=2), "today": TODAY + timedelta(days=2)}
        actions.write_paper(house.partnership, house.pad.id, TODAY, [line], "Andra lappen", made=uuid4(), **later)
        day = TODAY + timedelta(days=1)
        with pytest.raises(ValidationError, match="ingen sådan knapp"):
            actions.write_paper(house.partnership, house.pad.id, day, [line], "Tredje", made=uuid4(), **later)


def test_a_name_that_stands_on_the_pad_already_is_refused_and_kept_in_the_form(house: House, head: Client) -> None:
    button = added(house)
    for name in (button.name, "Besök", "Frukost"):
        answer = head.post(f"{house.home}buttons/add/", {"name": name, "decision": button.decision_id})
        assert answer.status_code == 422
        assert "redan en knapp med det namnet" in answer.content.decode()
        assert name in answer.content.decode()


def test_only_a_decision_of_the_parties_themselves_makes_a_button(house: House, cast: Cast) -> None:
    with acting_as_job(Job.SEED):
        elsewhere = Partnership.objects.exclude(pk=house.partnership.pk)[0]
    foreign = decided(house, elsewhere)
    with house.cast.as_(house.ours, Role.HEAD) as by, pytest.raises(ValidationError, match="godkänt protokoll"):
        actions.add_button(house.partnership, house.pad.id, "Musik", foreign, by=by, now=NOW)


def test_a_decision_whose_minutes_are_not_approved_is_not_offered_and_makes_no_button(
    house: House, head: Client
) -> None:
    decision = decided(house, approved=False)
    assert "protokollet är godkänt" in text(head, f"{house.home}buttons/")
    answer = head.post(f"{house.home}buttons/add/", {"name": "Musik", "decision": decision.pk})
    assert answer.status_code == 422
    with house.cast.as_(house.ours, Role.HEAD) as by, pytest.raises(ValidationError, match="godkänt protokoll"):
        actions.add_button(house.partnership, house.pad.id, "Musik", decision, by=by, now=NOW)


def test_staff_who_count_do_not_decide_what_is_counted(house: House) -> None:
    decision = decided(house)
    with house.cast.as_(house.ours, Role.STAFF) as by, pytest.raises(PermissionDenied):
        actions.add_button(house.partnership, house.pad.id, "Musik", decision, by=by, now=NOW)
    staff = house.cast.client(house.ours, Role.STAFF)
    assert "Lägg till en knapp" not in text(staff, f"{house.home}buttons/")
    assert staff.get(f"{house.home}buttons/add/").status_code in (403, 404)
