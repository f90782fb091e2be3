"""Seats in the bodies that the agreement names."""

from datetime import UTC, date, datetime
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from samsyn.rules.reading import read_files
from samsyn.web.access.fixtures import TODAY
from samsyn.web.agreements.tests.invented import AGREEMENT
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships import actions
from samsyn.web.partnerships.models import Appointment
from samsyn.web.partnerships.presenters import shown_bodies
from samsyn.web.partnerships.queries import BodySeats, Seat
from tests.boundaries.samples import Sample

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def home(sample: Sample, slug: str = "kommunen") -> str:
    return f"/as/{slug}/partnerships/{sample.partnership.slug}/bodies/"


def test_a_seat_is_filled_from_the_page_and_both_parties_see_it(sample: Sample) -> None:
    cast = sample.cast
    member = cast.person(cast.association, Role.STEERING)
    chair = cast.client(cast.association, Role.HEAD)
    body = sample.appointment.body
    form = chair.get(f"{home(sample, 'foreningen')}{body}/appoint/").context["form"]
    function = form.fields["function"].choices[0][0]
    typed = {"function": function, "person": str(member.pk), "since": "2026-03-02"}
    assert chair.post(f"{home(sample, 'foreningen')}{body}/appoint/", typed).status_code == 302
    for organisation, slug in ((cast.association, "foreningen"), (cast.municipality, "kommunen")):
        page = cast.client(organisation, Role.CONTROLLER).get(home(sample, slug)).content.decode()
        assert member.display_name in page
    with cast.as_(cast.municipality, Role.AUDITOR) as viewer:
        assert Act.objects.visible_to(viewer).filter(name="seat.appoint", shared=True).exists()


def test_only_one_s_own_seats_can_be_filled(sample: Sample) -> None:
    """The form knows the party's own functions, and only colleagues."""
    cast = sample.cast
    stranger = cast.person(cast.association, Role.STAFF)
    client = cast.client(cast.municipality, Role.HEAD)
    address = f"{home(sample)}{sample.appointment.body}/appoint/"
    typed = {"function": "kejsare", "person": str(stranger.pk), "since": "2026-03-02"}
    page = client.post(address, typed)
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"function", "person"}


def test_a_seat_gives_its_holder_a_place_in_the_viewer(sample: Sample) -> None:
    cast = sample.cast
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        person = cast.person(cast.municipality, Role.STEERING)
        actions.appoint(
            person, sample.partnership, sample.appointment.body, "controller", date(2026, 1, 1), by=viewer, now=NOW
        )
    with cast.as_(cast.municipality, Role.STEERING) as viewer:
        assert [(seat.body, seat.function) for seat in viewer.seats] == [(sample.appointment.body, "controller")]
    with cast.as_(cast.municipality, Role.STEERING, today=date(2025, 12, 31)) as viewer:
        assert not viewer.seats


def test_a_seat_is_not_held_twice_by_one_person(sample: Sample) -> None:
    held = sample.appointment
    with sample.cast.as_(sample.cast.municipality, Role.HEAD) as viewer, pytest.raises(ValidationError, match="redan"):
        actions.appoint(held.person, sample.partnership, held.body, held.function, TODAY, by=viewer, now=NOW)


def test_someone_who_does_not_decide_fills_no_seat(sample: Sample) -> None:
    with sample.cast.as_(sample.cast.municipality, Role.STAFF) as viewer, pytest.raises(PermissionDenied):
        actions.end_appointment(sample.appointment, TODAY, by=viewer, now=NOW)


def test_another_party_s_seat_is_out_of_reach_for_sql_too(sample: Sample) -> None:
    with sample.cast.as_(sample.cast.association, Role.HEAD):
        assert Appointment.objects.filter(pk=sample.appointment.pk).update(until=TODAY) == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            Appointment.objects.create(
                person=sample.colleague,
                partnership=sample.partnership,
                organisation=sample.cast.municipality,
                body="x",
                function="y",
                since=TODAY,
            )


def test_a_seat_that_cannot_be_written_in_the_history_is_not_filled(sample: Sample) -> None:
    with sample.cast.as_(sample.cast.municipality, Role.HEAD) as viewer:
        before = list(Appointment.objects.values_list("pk", "until"))
        with patch.object(Act, "save", side_effect=DatabaseError("on purpose")):
            with pytest.raises(DatabaseError):
                actions.appoint(sample.colleague, sample.partnership, "x", "y", TODAY, by=viewer, now=NOW)
            with pytest.raises(DatabaseError):
                actions.end_appointment(sample.appointment, TODAY, by=viewer, now=NOW)
        assert list(Appointment.objects.values_list("pk", "until")) == before


def test_two_parties_with_a_seat_of_the_same_name_have_one_each() -> None:
    agreement = read_files({"agreement.toml": AGREEMENT.encode()}).agreement
    board, association = uuid4(), uuid4()
    held = [
        Appointment(body="styrgrupp", function="Representant", organisation_id=organisation)
        for organisation in (board, association)
    ]
    seats = (Seat("Representant", "kommunen", 1), Seat("Representant", "foreningen", 1))
    (body,) = shown_bodies(
        [BodySeats("styrgrupp", "Styrgruppen", "5", seats)],
        held,
        agreement,
        {"kommunen": board, "foreningen": association},
        mine="kommunen",
    )
    assert [(seat.party, seat.mine, seat.holders) for seat in body.seats] == [
        ("Socialnämnden", True, (held[0],)),
        ("Föreningen", False, (held[1],)),
    ]
