"""Asking for a place and giving it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from samsyn.rules.places import Hindrance
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.actions import Given, age_is_unclear, ask, give, leave_early, undo_give
from samsyn.web.beds.models import Block, Card, Entitlement, Guest, Segment, Waiting
from samsyn.web.beds.tests.laying import BODY, FILES, NIGHT, NOW, ORDINARY, WOMEN, Laid, a_guest, lay, nights
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Role

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def laid(cast: Cast) -> Laid:
    return lay(cast)


def _give(laid: Laid, guest: Guest, night: date = NIGHT, **more: Any) -> Given:
    """By the coordination, in the evening of the night; what waits until a commit is checked at once."""
    now = datetime(night.year, night.month, night.day, 18, 30, tzinfo=UTC)
    with laid.coordination(today=night) as viewer:
        pool = more.pop("pool", ORDINARY)
        made = give(laid.partnership, guest, pool=pool, night=night, by=viewer, now=now, **more)
        connection.check_constraints()
        return made


def test_a_place_is_given_where_most_are_free_for_five_nights_and_two_of_quarantine(laid: Laid) -> None:
    guest = a_guest(laid, "Ion")
    made = _give(laid, guest)
    assert (made.site.name, made.place.label) == ("Kajen", "1")
    with laid.coordination() as viewer:
        stay = Segment.objects.visible_to(viewer).get()
        assert (stay.guest, stay.nights, stay.place_id) == (guest, nights(NIGHT, 5), made.place.pk)
        assert Block.objects.visible_to(viewer).get().nights == nights(NIGHT, 7)
        guest.refresh_from_db()
        assert guest.last_night == NIGHT + 4 * DAY


def test_the_history_of_the_own_organisation_names_ids_only(laid: Laid) -> None:
    guest = a_guest(laid, "Ion")
    _give(laid, guest)
    with laid.coordination() as viewer:
        act = Act.objects.visible_to(viewer).get(name="place.give")
        assert act.refers_to["guest"] == str(guest.pk)
        assert act.clause == "4"
    with laid.staff(laid.vinden):
        assert not Act.objects.filter(name="place.give").exists()


def test_the_same_place_twice_says_where_the_guest_has_it_and_until_when(laid: Laid) -> None:
    guest = a_guest(laid, "Ion")
    _give(laid, guest)
    with pytest.raises(ValidationError, match=r"natten fredag 6 mars.*plats 1 på Kajen.*punkt 4") as told:
        _give(laid, guest)
    assert told.value.code == Hindrance.HAS_A_PLACE
    with laid.coordination():
        assert Segment.objects.count() == 1


def test_a_quarantine_is_refused_with_its_clause_and_the_night_of_return(laid: Laid) -> None:
    guest = a_guest(laid, "Ion")
    _give(laid, guest)
    with pytest.raises(ValidationError, match=r"måndag 9 mars.*karens.*punkt 4") as told:
        _give(laid, guest, night=NIGHT + 5 * DAY)
    assert told.value.code == Hindrance.QUARANTINE
    assert _give(laid, guest, night=NIGHT + 7 * DAY).segment.nights == nights(NIGHT + 7 * DAY, 5)


def test_a_place_for_women_is_given_by_the_stated_sex_and_lasts_seven_nights(laid: Laid) -> None:
    with pytest.raises(ValidationError, match=r"kvinnor.*punkt 5"):
        _give(laid, a_guest(laid, "Ion"), pool=WOMEN)
    made = _give(laid, a_guest(laid, "Ana", sex="woman"), pool=WOMEN)
    assert (made.site.name, made.segment.nights) == ("Lyktan", nights(NIGHT, 7))


def test_a_minor_is_never_placed_and_an_unclear_age_is_asked_for(laid: Laid) -> None:
    with pytest.raises(ValidationError, match="socialjouren"):
        _give(laid, a_guest(laid, "Dan", born=NIGHT.year - 17))
    unclear = a_guest(laid, "Dan", born=NIGHT.year - 18)
    assert age_is_unclear(unclear, NIGHT)
    with pytest.raises(ValidationError, match="fyllt 18 år") as told:
        _give(laid, unclear)
    assert told.value.code == "age"
    assert _give(laid, unclear, is_adult=True)
    assert _give(laid, a_guest(laid, "Vera", born=NIGHT.year - 19))


def test_when_all_are_taken_the_answer_is_full_and_the_next_night_with_a_place(laid: Laid) -> None:
    for number in range(10):
        _give(laid, a_guest(laid, f"Gäst {number}"))
    with pytest.raises(ValidationError, match=r"Fullt natten måndag 2 mars. .* lördag 7 mars.*punkt 4") as told:
        _give(laid, a_guest(laid, "Sist"))
    assert told.value.code == Hindrance.FULL
    with laid.coordination() as viewer:
        answer = ask(laid.partnership, a_guest(laid, "Sist"), pool=ORDINARY, night=NIGHT, by=viewer, now=NOW)
        assert (answer.hindrance, answer.from_when) == (Hindrance.FULL, NIGHT + 5 * DAY)


def test_a_chosen_site_and_a_chosen_place_are_respected(laid: Laid) -> None:
    third = laid.places(laid.vinden)[2]
    made = _give(laid, a_guest(laid, "Ion"), site=laid.vinden, place=third)
    assert (made.site, made.place) == (laid.vinden, third)
    with pytest.raises(ValidationError, match="Fullt"):
        _give(laid, a_guest(laid, "Dan"), site=laid.vinden, place=third)


def test_outside_the_hours_of_the_intake_no_place_is_given(laid: Laid) -> None:
    early = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    with laid.coordination() as viewer, pytest.raises(ValidationError, match=r"stängd.*18\.00.*punkt 7"):
        give(laid.partnership, a_guest(laid, "Ion"), pool=ORDINARY, night=NIGHT, by=viewer, now=early)


def test_only_the_coordination_gives(laid: Laid, cast: Cast) -> None:
    guest = a_guest(laid, "Ion")
    for organisation, role in [(cast.association, Role.STAFF), (cast.municipality, Role.HEAD)]:
        with cast.as_(organisation, role) as viewer, pytest.raises(PermissionDenied):
            give(laid.partnership, guest, pool=ORDINARY, night=NIGHT, by=viewer, now=NOW)
    with cast.as_(cast.other_board, Role.STAFF) as viewer, pytest.raises((Http404, PermissionDenied)):
        give(laid.partnership, guest, pool=ORDINARY, night=NIGHT, by=viewer, now=NOW)


def test_a_merged_record_is_asked_for_as_the_one_in_use(laid: Laid) -> None:
    head, other = a_guest(laid, "Ion"), a_guest(laid, "Jon")
    with acting_as_job(Job.PLACES):
        other.merged_into = head
        other.save()
    assert _give(laid, other).entitlement.guest_id == head.pk
    with pytest.raises(ValidationError, match="redan"):
        _give(laid, head)


def test_who_stands_in_line_is_placed_by_the_same_call(laid: Laid) -> None:
    guest = a_guest(laid, "Ion")
    with acting_as_job(Job.PLACES):
        waits = Waiting.objects.create(
            partnership=laid.partnership, kept_by=BODY, pool=ORDINARY, night=NIGHT, guest=guest,
            place_in_line=1, since=NOW,
        )  # fmt: skip
    _give(laid, guest)
    with acting_as_job(Job.PLACES):
        waits.refresh_from_db()
    assert waits.state == Waiting.State.PLACED


def test_undone_the_same_evening_nothing_is_left_of_it(laid: Laid) -> None:
    guest = a_guest(laid, "Ion")
    made = _give(laid, guest)
    with laid.coordination() as viewer:
        undo_give(made.entitlement, by=viewer, now=NOW, tonight=NIGHT)
        undo_give(made.entitlement, by=viewer, now=NOW, tonight=NIGHT)
        connection.check_constraints()
        row = Entitlement.objects.get()
        assert (row.ended, row.left_on) == (Entitlement.Ended.UNDONE, NIGHT)
        assert Segment.objects.get().nights.isempty
        assert Block.objects.get().nights.isempty
        guest.refresh_from_db()
        assert guest.last_night == NIGHT
    assert _give(laid, guest)


def test_a_day_later_it_is_ended_and_not_undone(laid: Laid) -> None:
    made = _give(laid, a_guest(laid, "Ion"))
    with laid.coordination(today=NIGHT + DAY) as viewer, pytest.raises(ValidationError, match="samma kväll"):
        undo_give(made.entitlement, by=viewer, now=NOW + DAY, tonight=NIGHT + DAY)


def test_a_night_that_is_over_is_not_given(laid: Laid) -> None:
    with laid.coordination() as viewer, pytest.raises(ValidationError, match="redan slut"):
        give(laid.partnership, a_guest(laid, "Ion"), pool=ORDINARY, night=NIGHT - DAY, by=viewer, now=NOW)


def test_giving_at_a_site_is_four_questions_to_the_database(laid: Laid) -> None:
    guest = a_guest(laid, "Ion")
    with laid.coordination() as viewer:
        with CaptureQueriesContext(connection) as captured:
            give(laid.partnership, guest, pool=ORDINARY, site=laid.kajen, night=NIGHT, by=viewer, now=NOW)
        asked = [each["sql"] for each in captured if "SAVEPOINT" not in each["sql"]]
        told = ["agreementversion", "beds_guest_now", "beds_give_at", "history_act"]
        assert [[name for name in told if name in sql] for sql in asked] == [[name] for name in told]


@pytest.mark.parametrize(
    "night",
    [date(2026, 3, 28), date(2026, 10, 24), date(2026, 12, 30), date(2028, 2, 27)],
    ids=["spring forward", "autumn back", "new year", "leap day"],
)
def test_a_night_is_a_date_whatever_the_clock_does(laid: Laid, night: date) -> None:
    made = _give(laid, a_guest(laid, "Ion"), night=night)
    assert made.segment.nights == nights(night, 5)
    with laid.coordination(today=night):
        assert Block.objects.get().nights == nights(night, 7)


def test_a_place_that_is_left_early_is_someone_elses_from_that_night(laid: Laid) -> None:
    first = _give(laid, a_guest(laid, "Ion"))
    with laid.staff(laid.kajen, today=NIGHT + DAY) as viewer:
        leave_early(first.segment, NIGHT + DAY, by=viewer, now=NOW + DAY)
        connection.check_constraints()
    second = _give(laid, a_guest(laid, "Dan"), night=NIGHT + DAY, place=first.place, site=laid.kajen)
    assert second.place == first.place


def test_in_the_morning_a_place_and_its_card_are_of_the_coming_night(cast: Cast) -> None:
    text = FILES["agreement.toml"].decode().replace('"18:00"', '"00:00"').replace('"22:30"', '"23:59"')
    laid = lay(cast, FILES | {"agreement.toml": text.encode()})
    guest, morning = a_guest(laid, "Ion"), NOW.replace(hour=8)
    with laid.coordination() as viewer:
        give(laid.partnership, guest, pool=ORDINARY, night=NIGHT, with_card=True, by=viewer, now=morning)
    with acting_as_job(Job.SEED):
        assert [each.made_on for each in Card.objects.filter(guest=guest)] == [NIGHT]
