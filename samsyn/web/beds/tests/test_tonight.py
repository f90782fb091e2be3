"""Tonight at a site: one press each, the latest hour, the morning, the paper; and who may not see it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds import actions
from samsyn.web.beds.models import Bar, EmergencyContact, Entitlement, Incident, Night, Note, Segment, Site
from samsyn.web.beds.tests.laying import NIGHT, NOW, ORDINARY, Laid, a_guest, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.project import clock
from samsyn.web.reminders.models import Letter

LATE = datetime(2026, 3, 2, 20, 45, tzinfo=UTC)
"""A quarter to ten in the evening in Sweden: past the latest hour."""
MORNING = datetime(2026, 3, 3, 6, 0, tzinfo=UTC)


@pytest.fixture
def laid(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Laid:
    at(monkeypatch, NOW)
    return lay(cast)


def at(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: now)
    monkeypatch.setattr(clock, "today", lambda: now.astimezone(clock.SWEDEN).date())


def give(laid: Laid, called: str, site: Site, *, night: date = NIGHT) -> Segment:
    guest = a_guest(laid, called)
    with laid.coordination() as viewer:
        return actions.give(laid.partnership, guest, pool=ORDINARY, site=site, night=night, by=viewer, now=NOW).segment


def address(laid: Laid, who: Organisation, path: str) -> str:
    return f"/as/{who.slug}/partnerships/{laid.partnership.slug}/{path}"


class AtSite:
    """The one at the door of Kajen."""

    def __init__(self, laid: Laid, site: Site | None = None) -> None:
        self.laid, self.site = laid, site or laid.kajen
        self.who: Organisation = self.site.organisation
        self.client: Client = laid.cast.client(self.who, Role.STAFF)

    def get(self, path: str = "") -> HttpResponse:
        return self.client.get(self.here + path)  # type: ignore[return-value]

    def press(self, path: str, **typed: Any) -> HttpResponse:
        return self.client.post(self.here + path, typed)  # type: ignore[return-value]

    @property
    def here(self) -> str:
        return address(self.laid, self.who, f"tonight/{self.site.pk}/")


def text(response: Any) -> str:
    return str(response.content.decode())


def everything(model: Any) -> list[Any]:
    with acting_as_job(Job.PLACES):
        return list(model.objects.all())


def test_a_guest_is_expected_comes_and_is_expected_again(laid: Laid) -> None:
    stay, door = give(laid, "Ana", laid.kajen), AtSite(laid)
    assert "Ana" in text(door.get())
    assert door.press(f"arrive/{stay.pk}/").status_code == 302
    assert door.press(f"arrive/{stay.pk}/").status_code == 302
    assert [each.state for each in everything(Night)] == ["arrived"]
    door.press(f"undo-arrival/{stay.pk}/")
    assert everything(Night) == []


def test_who_sleeps_there_is_known_to_the_house_and_the_coordination_and_to_no_one_else(laid: Laid) -> None:
    give(laid, "Ana", laid.kajen)
    path = f"tonight/{laid.kajen.pk}/"
    seen = {}
    for who in (laid.kajen.organisation, laid.coordinating, laid.vinden.organisation, laid.cast.municipality):
        page = laid.cast.client(who, Role.STAFF).get(address(laid, who, path))
        seen[who.slug] = (page.status_code, "Ana" in text(page))
    assert seen == {
        "foreningen": (200, True),
        "mittemot": (200, True),
        "andra-foreningen": (404, False),
        "kommunen": (404, False),
    }


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.CONTROLLER, Role.ADMINISTRATOR])
def test_only_who_works_there_opens_the_page(laid: Laid, role: Role) -> None:
    who = laid.kajen.organisation
    assert laid.cast.client(who, role).get(address(laid, who, f"tonight/{laid.kajen.pk}/")).status_code == 404


def test_a_stay_at_another_house_cannot_be_touched_from_here(laid: Laid) -> None:
    elsewhere = give(laid, "Bo", laid.vinden)
    assert AtSite(laid).press(f"arrive/{elsewhere.pk}/").status_code == 404
    assert everything(Night) == []


def test_before_the_latest_hour_no_place_is_released(laid: Laid) -> None:
    give(laid, "Ana", laid.kajen)
    door = AtSite(laid)
    assert "Släpp platserna" not in text(door.get())
    door.press("release/")
    assert everything(Night) == []


def test_after_the_latest_hour_the_places_go_to_the_line(laid: Laid, monkeypatch: pytest.MonkeyPatch) -> None:
    came, stayed_out = give(laid, "Ana", laid.kajen), give(laid, "Bosse", laid.kajen)
    door = AtSite(laid)
    door.press(f"arrive/{came.pk}/")
    at(monkeypatch, LATE)
    assert "Släpp platserna till kön" in text(door.get())
    door.press("release/")
    with acting_as_job(Job.PLACES):
        assert Entitlement.objects.get(pk=stayed_out.entitlement_id).ended == "no_show"
        assert Entitlement.objects.get(pk=came.entitlement_id).ended == ""
    page = text(door.get())
    assert "Kom inte" in page
    assert "Bosse" not in page, "who does not sleep there is not known there"


def test_one_place_is_released_when_its_guest_has_not_come(laid: Laid, monkeypatch: pytest.MonkeyPatch) -> None:
    stay, door = give(laid, "Ana", laid.kajen), AtSite(laid)
    at(monkeypatch, LATE)
    door.press(f"no-show/{stay.pk}/")
    door.press(f"no-show/{stay.pk}/")
    assert [each.state for each in everything(Night)] == ["no_show"]


def test_in_the_morning_all_go_out_at_one_press_and_the_night_is_still_tonight(
    laid: Laid, monkeypatch: pytest.MonkeyPatch
) -> None:
    stays = [give(laid, each, laid.kajen) for each in ("Ana", "Bo", "Cai")]
    door = AtSite(laid)
    for each in stays[:2]:
        door.press(f"arrive/{each.pk}/")
    at(monkeypatch, MORNING)
    assert "Alla har gått" in text(door.get())
    door.press(f"check-out/{stays[0].pk}/")
    door.press("check-out/")
    assert sorted(each.segment_id for each in everything(Night) if each.out_at) == sorted(each.pk for each in stays[:2])
    assert "Alla har gått" not in text(door.get())
    door.press(f"undo-check-out/{stays[0].pk}/")
    assert "Alla har gått" in text(door.get()), "a press by mistake is taken back"


def test_someone_who_leaves_early_frees_the_place_from_the_chosen_night(laid: Laid) -> None:
    stay, door = give(laid, "Ana", laid.kajen), AtSite(laid)
    door.press(f"arrive/{stay.pk}/")
    assert door.press(f"leave/{stay.pk}/", on=str(NIGHT)).status_code == 422
    assert door.press(f"leave/{stay.pk}/", on=str(NIGHT + timedelta(days=1))).status_code == 302
    with acting_as_job(Job.PLACES):
        assert Entitlement.objects.get(pk=stay.entitlement_id).left_on == NIGHT + timedelta(days=1)


def test_a_guest_who_has_come_sleeps_elsewhere_from_the_next_night(laid: Laid) -> None:
    stay, door = give(laid, "Ana", laid.kajen), AtSite(laid)
    door.press(f"arrive/{stay.pk}/")
    other = laid.places(laid.kajen)[3]
    assert door.press(f"shift/{stay.pk}/", to=f"place:{other.pk}").status_code == 302
    nights = {each.place_id: each.nights for each in everything(Segment)}
    tomorrow = NIGHT + timedelta(days=1)
    assert (nights[stay.place_id].upper, nights[other.pk].lower) == (tomorrow, tomorrow)


def test_two_guests_who_have_not_come_change_places(laid: Laid) -> None:
    one, other = give(laid, "Ana", laid.kajen), give(laid, "Bo", laid.kajen)
    assert AtSite(laid).press(f"shift/{one.pk}/", to=f"with:{other.pk}").status_code == 302
    stays = [each for each in everything(Segment) if not each.nights.isempty]
    assert {each.guest_id: each.place_id for each in stays} == {
        one.guest_id: other.place_id,
        other.guest_id: one.place_id,
    }


def test_only_the_coordination_moves_a_guest_to_another_house(laid: Laid) -> None:
    stay = give(laid, "Ana", laid.kajen)
    assert AtSite(laid).press(f"shift/{stay.pk}/", to=f"site:{laid.vinden.pk}").status_code == 422
    desk = laid.cast.client(laid.coordinating, Role.STAFF)
    at_ = address(laid, laid.coordinating, f"tonight/{laid.kajen.pk}/shift/{stay.pk}/")
    assert desk.post(at_, {"to": f"site:{laid.vinden.pk}"}).status_code == 302
    (there,) = [each for each in everything(Segment) if not each.nights.isempty]
    assert there.site_id == laid.vinden.pk


def test_a_bar_needs_an_end_and_a_reason_and_ends_the_stay(laid: Laid) -> None:
    stay, door = give(laid, "Ana", laid.kajen), AtSite(laid)
    assert door.press(f"bar/{stay.pk}/", until=str(NIGHT), reason="Slog sönder en dörr").status_code == 422
    assert door.press(f"bar/{stay.pk}/", until=str(NIGHT + timedelta(days=7)), reason="").status_code == 422
    made = door.press(f"bar/{stay.pk}/", until=str(NIGHT + timedelta(days=7)), reason="Slog sönder en dörr")
    assert made.status_code == 302
    assert [(each.nights.upper, each.site_id) for each in everything(Bar)] == [
        (NIGHT + timedelta(days=7), laid.kajen.pk)
    ]


def test_an_appeal_is_written_once_and_answered_in_words(laid: Laid) -> None:
    stay, door = give(laid, "Ana", laid.kajen), AtSite(laid)
    door.press(f"bar/{stay.pk}/", until=str(NIGHT + timedelta(days=7)), reason="Slog sönder en dörr")
    (bar,) = everything(Bar)
    bars = address(laid, door.who, "bars/")
    assert "Slog sönder" in text(door.client.get(bars))
    door.client.post(f"{bars}{bar.pk}/appeal/")
    answered = {"words": "Det var någon annan.", "until": str(NIGHT + timedelta(days=1))}
    assert door.client.post(f"{bars}{bar.pk}/answer/", answered).status_code == 302
    (bar,) = everything(Bar)
    assert (bar.appealed_on, bar.appeal_answer, bar.nights.upper) == (
        NIGHT,
        "Det var någon annan.",
        NIGHT + timedelta(days=1),
    )


def test_a_bar_is_not_seen_from_another_house(laid: Laid) -> None:
    stay, door = give(laid, "Ana", laid.kajen), AtSite(laid)
    door.press(f"bar/{stay.pk}/", until=str(NIGHT + timedelta(days=7)), reason="Slog sönder en dörr")
    (bar,) = everything(Bar)
    other = AtSite(laid, laid.vinden)
    bars = address(laid, other.who, "bars/")
    assert "Slog sönder" not in text(other.client.get(bars))
    assert other.client.post(f"{bars}{bar.pk}/appeal/").status_code == 404
    assert other.client.get(f"{bars}{bar.pk}/answer/").status_code == 404


def test_the_log_keeps_what_was_typed_when_it_is_refused(laid: Laid) -> None:
    door = AtSite(laid)
    assert door.press("log/", says=" ").status_code == 422
    assert door.press("log/", says="Värmen gick sönder.").status_code == 302
    assert [each.says for each in everything(Note)] == ["Värmen gick sönder."]
    assert "Värmen gick sönder." in text(door.get())


def test_a_call_to_the_social_emergency_service_is_a_fact_without_a_person(laid: Laid) -> None:
    door = AtSite(laid)
    assert door.press("emergency/", about="illness").status_code == 302
    assert [(each.about, each.site_id) for each in everything(EmergencyContact)] == [("illness", laid.kajen.pk)]


def test_the_coordination_is_told_of_a_threat_in_a_letter_that_says_nothing_of_it(laid: Laid) -> None:
    door = AtSite(laid)
    assert door.press("incident/", kind="threat", police_called="on").status_code == 302
    (incident,) = everything(Incident)
    assert incident.coordination_told_at == NOW
    with acting_as_job(Job.POST):
        (letter,) = Letter.objects.all()
    assert letter.organisation_id == laid.coordinating.pk
    assert "hot" not in f"{letter.subject} {letter.body}".lower()
    assert "Kajen" not in f"{letter.subject} {letter.body}"


def test_the_list_on_paper_has_a_box_for_each_guest(laid: Laid) -> None:
    give(laid, "Ana", laid.kajen)
    page = text(AtSite(laid).get("list/"))
    assert "Ana" in page
    assert "Som det stod 2026-03-02 19.30" in page


def test_paper_is_entered_for_a_night_that_has_been(laid: Laid, monkeypatch: pytest.MonkeyPatch) -> None:
    came, did_not = give(laid, "Ana", laid.kajen), give(laid, "Bo", laid.kajen)
    at(monkeypatch, MORNING + timedelta(hours=6))
    door = AtSite(laid)
    assert "Ana" in text(door.get("paper/"))
    assert door.press("paper/", **{str(came.pk): "on"}).status_code == 302
    assert [(each.segment_id, each.night, each.on_paper) for each in everything(Night)] == [(came.pk, NIGHT, True)]
    assert did_not.pk not in [each.segment_id for each in everything(Night)]


@pytest.mark.parametrize("night", ["2026-03-03", "2026-02-01", "i går", "9999-12-31"])
def test_a_paper_of_another_time_does_not_exist(laid: Laid, night: str) -> None:
    assert AtSite(laid).get(f"paper/?night={night}").status_code == 404


def test_one_site_is_the_page_at_once_and_several_are_chosen_between(laid: Laid) -> None:
    single = laid.cast.client(laid.vinden.organisation, Role.STAFF)
    there = single.get(address(laid, laid.vinden.organisation, "tonight/"))
    assert there.headers["Location"].endswith(f"tonight/{laid.vinden.pk}/")
    double = laid.cast.client(laid.kajen.organisation, Role.STAFF)
    page = text(double.get(address(laid, laid.kajen.organisation, "tonight/")))
    assert "Kajen" in page
    assert "Vinden" not in page


def test_no_number_is_invented(laid: Laid) -> None:
    page = text(AtSite(laid).get())
    assert "tel:112" in page
    assert laid.kajen.phone in page
    assert "Socialjouren" not in page


def test_what_is_pressed_on_the_page_of_another_night_is_not_done(laid: Laid, monkeypatch: pytest.MonkeyPatch) -> None:
    """A phone that was left open: the guest has the place the coming night too."""
    stay, door = give(laid, "Ana", laid.kajen), AtSite(laid)
    assert f'name="night" value="{NIGHT}"' in text(door.get())
    at(monkeypatch, MORNING + timedelta(hours=6))
    for path in (f"arrive/{stay.pk}/", "release/", "check-out/"):
        assert door.press(path, night=str(NIGHT)).status_code == 302
    assert everything(Night) == []
    assert "Sidan visade en annan natt" in text(door.get())
    door.press(f"arrive/{stay.pk}/", night=str(NIGHT + timedelta(days=1)))
    assert [each.night for each in everything(Night)] == [NIGHT + timedelta(days=1)]


def test_nobody_is_out_in_the_evening_nor_missing_before_the_latest_hour(laid: Laid) -> None:
    came, waited = give(laid, "Ana", laid.kajen), give(laid, "Bo", laid.kajen)
    door = AtSite(laid)
    door.press(f"arrive/{came.pk}/")
    for path in ("check-out/", f"check-out/{came.pk}/", f"no-show/{waited.pk}/"):
        assert door.press(path).status_code == 302
    assert [(each.state, each.out_at) for each in everything(Night)] == [("arrived", None)]
    page = text(door.get())
    assert "Gästen skrivs ut på morgonen" in page
    assert "21.30. Sedan går platsen till nästa i kön. (punkt 4)" in page


def test_the_sites_are_chosen_between_with_as_many_questions_however_many_they_are(
    laid: Laid,
) -> None:
    give(laid, "Ana", laid.kajen)
    client = laid.cast.client(laid.coordinating, Role.STAFF)
    path = address(laid, laid.coordinating, "tonight/")
    assert "1 väntas" in text(client.get(path))
    with CaptureQueriesContext(connection) as three:
        client.get(path)
    with acting_as_job(Job.PLACES):
        for number in range(4):
            Site.objects.create(
                partnership=laid.partnership, organisation=laid.kajen.organisation, name=f"Hus {number}",
                address="Gatan 1", opens=time(20), out_by=time(8),
            )  # fmt: skip
    with CaptureQueriesContext(connection) as seven:
        assert "Hus 3" in text(client.get(path))
    assert len(seven) == len(three)


def test_what_the_watch_sends_twice_in_one_press_is_written_once(laid: Laid, monkeypatch: pytest.MonkeyPatch) -> None:
    door = AtSite(laid)
    for later in (0, 2, 60):
        at(monkeypatch, NOW + timedelta(seconds=later))
        door.press("log/", says="Strömmen gick.")
        door.press("incident/", kind="threat")
        door.press("emergency/", about="illness")
    assert [len(everything(each)) for each in (Note, Incident, EmergencyContact)] == [2, 2, 2]
