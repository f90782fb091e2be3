"""Raw SQL, by the one who may write the most: what the database refuses whatever the application thinks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.actions import Given, arrive, bar, give, leave_early, override
from samsyn.web.beds.tests.laying import BODY, NIGHT, NOW, ORDINARY, Laid, a_guest, lay

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
STAY = f"[{NIGHT},{NIGHT + 5 * DAY})"
BLOCK = f"[{NIGHT},{NIGHT + 7 * DAY})"


@pytest.fixture
def laid(cast: Cast) -> Laid:
    return lay(cast)


@pytest.fixture
def given(laid: Laid) -> Given:
    with laid.coordination() as viewer:
        made = give(laid.partnership, a_guest(laid, "Ion"), pool=ORDINARY, night=NIGHT, by=viewer, now=NOW)
        connection.check_constraints()
    return made


def run(sql: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))


@contextmanager
def refused(says: str) -> Iterator[None]:
    """By the database, at once or when the transaction would end. What it says names nobody."""
    told = pytest.raises(DatabaseError, match=says)
    with told as trouble, transaction.atomic():
        yield
        connection.check_constraints()
    assert "Ion" not in str(trouble.value)


def an_entitlement(laid: Laid, guest: UUID, *, partnership: UUID | None = None, nights: str = STAY) -> UUID:
    """With a block of its own, as `beds_give` writes them."""
    key = uuid4()
    run(
        """INSERT INTO beds_entitlement (id, partnership_id, organisation_id, kept_by, guest_id, pool, kind, nights,
                                         ended, quarantine_nights, scheme, clause, intake, given_at)
           VALUES (%s, %s, %s, %s, %s, 'nattplatser', 'ordinary', %s, '', 2, 'nattplatser', '4', '', %s)""",
        key, partnership or laid.partnership.pk, laid.coordinating.pk, BODY, guest, nights, NOW,
    )  # fmt: skip
    return key


def a_block(
    laid: Laid, entitlement: UUID, guest: UUID | None, nights: str = BLOCK, scheme: str = "nattplatser"
) -> None:
    run(
        """INSERT INTO beds_block (id, entitlement_id, partnership_id, kept_by, guest_id, scheme, nights)
           VALUES (%s, %s, %s, %s, %s, %s, %s)""",
        uuid4(), entitlement, laid.partnership.pk, BODY, guest, scheme, nights,
    )  # fmt: skip


def a_segment(laid: Laid, entitlement: UUID, guest: UUID | None, number: int, **more: object) -> None:
    place = laid.places(laid.kajen)[number - 1]
    row = {
        "id": uuid4(), "partnership_id": laid.partnership.pk, "organisation_id": place.organisation_id, "kept_by": BODY,
        "entitlement_id": entitlement, "guest_id": guest, "sex": "man", "site_id": place.site_id, "place_id": place.pk,
        "pool": ORDINARY, "nights": STAY, **more,
    }  # fmt: skip
    run(f"INSERT INTO beds_segment ({', '.join(row)}) VALUES ({', '.join(['%s'] * len(row))})", *row.values())


def a_place_for(laid: Laid, guest: UUID, number: int, **more: object) -> None:
    entitlement = an_entitlement(laid, guest)
    a_block(laid, entitlement, guest)
    a_segment(laid, entitlement, guest, number, **more)


def test_what_is_refused_below_is_accepted_when_nothing_is_wrong(laid: Laid) -> None:
    guest = a_guest(laid, "Dan")
    with laid.coordination():
        a_place_for(laid, guest.pk, 1)
        connection.check_constraints()


def test_a_place_has_one_guest_a_night(laid: Laid, given: Given) -> None:
    guest = a_guest(laid, "Dan")
    with laid.coordination(), refused("a_place_has_one_guest_a_night"):
        a_place_for(laid, guest.pk, 1)


def test_a_guest_has_one_place_a_night_also_in_another_scheme(laid: Laid, given: Given) -> None:
    guest = given.entitlement.guest_id
    assert guest is not None
    with laid.coordination(), refused("stay_and_quarantine_do_not_overlap"):
        a_place_for(laid, guest, 2)
    with laid.coordination(), refused("a_guest_has_one_place_a_night"):
        entitlement = an_entitlement(laid, guest)
        a_block(laid, entitlement, guest, scheme="extra:nattplatser")
        a_segment(laid, entitlement, guest, 2)


def test_a_quarantine_is_not_slept_in(laid: Laid, given: Given) -> None:
    guest = given.entitlement.guest_id
    assert guest is not None
    later = f"[{NIGHT + 5 * DAY},{NIGHT + 6 * DAY})"
    with laid.coordination(), refused("stay_and_quarantine_do_not_overlap"):
        a_block(laid, an_entitlement(laid, guest, nights=later), guest, nights=later)
    with laid.coordination(), refused("A stay is of a place that was given, and within its block"):
        a_segment(laid, an_entitlement(laid, guest, nights=later), guest, 2, nights=later)
    with laid.coordination(), refused("A quarantine is cut|within its block"):
        hidden = an_entitlement(laid, guest, nights=later)
        a_block(laid, hidden, None, nights=later)
        a_segment(laid, hidden, guest, 2, nights=later)


@pytest.mark.parametrize(
    "how",
    [
        "UPDATE beds_block SET nights = '[2026-03-02,2026-03-07)'",
        "UPDATE beds_block SET nights = 'empty'",
        "UPDATE beds_block SET nights = '[2026-03-08,2026-03-09)'",
        "UPDATE beds_block SET guest_id = NULL",
    ],
)
def test_a_quarantine_is_cut_by_a_recorded_decision_only(laid: Laid, given: Given, how: str) -> None:
    with laid.coordination(), refused("A quarantine is cut by an early end or by a recorded override|within its block"):
        run("UPDATE beds_segment SET nights = 'empty'")
        run(how)


def test_a_block_is_not_taken_away_nor_given_to_someone_else(laid: Laid, given: Given) -> None:
    other = a_guest(laid, "Dan")
    with laid.coordination():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM beds_block")
            assert cursor.rowcount == 0
        with refused("A block belongs to a place that was given|within its block"):
            run("UPDATE beds_block SET guest_id = %s", other.pk)
        with refused("A block stays with its place"):
            run("UPDATE beds_block SET scheme = 'annat'")


def test_an_override_of_another_guest_or_another_sort_lifts_nothing(laid: Laid, given: Given) -> None:
    other = a_guest(laid, "Dan")
    with laid.coordination() as viewer:
        bar(other, laid.vinden, DateRange(NIGHT, NIGHT + DAY), "Hot", by=viewer, now=NOW)
        decision = override(other, "bar", NIGHT, "Kallt", pool=ORDINARY, by=viewer, now=NOW)
        with refused("A quarantine is lifted by a decision on this guest"):
            run("UPDATE beds_block SET nights = %s, lifted_by_id = %s", STAY, decision.pk)


def test_a_decision_lifts_no_more_than_from_its_night(laid: Laid, given: Given) -> None:
    guest, night = given.entitlement.guest, NIGHT + 6 * DAY
    assert guest is not None
    with laid.coordination(today=night) as viewer:
        override(guest, "quarantine", night, "Kallt", pool=ORDINARY, by=viewer, now=NOW)
        connection.check_constraints()
        with refused("A quarantine is cut"):
            run("UPDATE beds_block SET nights = %s", STAY)


def test_a_decision_never_changes(laid: Laid, given: Given) -> None:
    guest, night = given.entitlement.guest, NIGHT + 5 * DAY
    assert guest is not None
    with laid.coordination(today=night) as viewer:
        override(guest, "quarantine", night, "Kallt", pool=ORDINARY, by=viewer, now=NOW)
        with refused("permission denied"):
            run("UPDATE beds_override SET reason = 'annat'")


def test_what_was_given_can_only_end_earlier(laid: Laid, given: Given) -> None:
    with laid.coordination() as viewer:
        with refused("What was given stands"):
            run("UPDATE beds_entitlement SET nights = '[2026-03-02,2026-03-20)'")
        with refused("What was given stands"):
            run("UPDATE beds_entitlement SET quarantine_nights = 0")
        leave_early(given.segment, NIGHT + 2 * DAY, by=viewer, now=NOW)
        with refused("What was given stands"):
            run("UPDATE beds_entitlement SET left_on = NULL, ended = ''")
        with refused("A stay is of a place that was given"):
            run("UPDATE beds_segment SET nights = %s", STAY)


def test_a_place_stands_all_the_nights_in_the_pool_it_is_given_from(laid: Laid) -> None:
    guest = a_guest(laid, "Dan")
    with laid.coordination():
        with refused("There is no such place on those nights"):
            a_place_for(laid, guest.pk, 1, pool="kvinnoplatser")
        with refused("There is no such place on those nights"):
            a_place_for(laid, guest.pk, 1, site_id=laid.vinden.pk)
        with refused("There is no such place on those nights"):
            a_place_for(laid, guest.pk, 1, organisation_id=laid.vinden.organisation_id)
        with refused("There is no such place on those nights"):
            a_place_for(laid, guest.pk, 1, nights="[2025-12-30,2026-01-02)")


def test_nobody_loses_the_place_they_sleep_on(laid: Laid, given: Given) -> None:
    place = given.place
    with laid.staff(laid.kajen):
        with refused("Someone sleeps on the place"):
            run("UPDATE beds_standing SET nights = '[2026-01-01,2026-03-04)' WHERE place_id = %s", place.pk)
        with refused("Someone sleeps on the place"):
            run("UPDATE beds_standing SET pool = 'kvinnoplatser', because = 'Lån' WHERE place_id = %s", place.pk)
        with refused("Someone sleeps on the place"):
            run(
                """INSERT INTO beds_outage (id, partnership_id, organisation_id, place_id, nights, because)
                   VALUES (%s, %s, %s, %s, '[2026-03-04,2026-03-05)', 'Trasig')""",
                uuid4(), laid.partnership.pk, place.organisation_id, place.pk,
            )  # fmt: skip
    with acting_as_job(Job.PLACES), refused("Someone sleeps on the place"):
        run("DELETE FROM beds_standing WHERE place_id = %s", place.pk)


def test_a_place_out_of_order_is_not_slept_on(laid: Laid) -> None:
    guest, place = a_guest(laid, "Dan"), laid.places(laid.kajen)[0]
    with laid.staff(laid.kajen):
        run(
            """INSERT INTO beds_outage (id, partnership_id, organisation_id, place_id, nights, because)
               VALUES (%s, %s, %s, %s, '[2026-03-04,2026-03-05)', 'Trasig')""",
            uuid4(), laid.partnership.pk, place.organisation_id, place.pk,
        )  # fmt: skip
    with laid.coordination(), refused("out of order"):
        a_place_for(laid, guest.pk, 1)


def test_a_place_is_never_lent_to_another_pool_without_a_reason(laid: Laid) -> None:
    with laid.staff(laid.lyktan), refused("moved between pools with a reason"):
        run("UPDATE beds_standing SET pool = 'nattplatser' WHERE site_id = %s", laid.lyktan.pk)


def test_a_bar_is_set_aside_by_a_decision_on_that_guest_only(laid: Laid) -> None:
    guest, other = a_guest(laid, "Dan"), a_guest(laid, "Eva")
    with laid.coordination() as viewer:
        for each in (guest, other):
            bar(each, laid.kajen, DateRange(NIGHT, NIGHT + DAY), "Hot", by=viewer, now=NOW)
        decision = override(other, "bar", NIGHT, "Kallt", pool=ORDINARY, by=viewer, now=NOW)
        with refused("The guest is barred from the site"):
            a_place_for(laid, guest.pk, 1)
        with refused("A bar is set aside by a decision on this guest"):
            a_place_for(laid, guest.pk, 1, override_id=decision.pk)
        a_place_for(laid, other.pk, 1, override_id=decision.pk)
        connection.check_constraints()


def test_nobody_without_a_name_and_no_guest_of_another_partnership_sleeps_here(laid: Laid, given: Given) -> None:
    guest = a_guest(laid, "Dan")
    with laid.coordination():
        with refused("A stay is of a place that was given to the guest"):
            a_segment(laid, given.entitlement.pk, None, 2)
        with refused("A stay is of a place that was given to the guest"):
            a_segment(laid, given.entitlement.pk, guest.pk, 2)
        with refused("A place is given to a guest|row-level security"):
            an_entitlement(laid, guest.pk, partnership=laid.cast.other_partnership.pk)
    with acting_as_job(Job.PLACES), refused("A place is given to a guest"):
        an_entitlement(laid, guest.pk, partnership=laid.cast.other_partnership.pk)


def test_a_site_does_not_overbook_what_it_may_not_see(laid: Laid, given: Given, cast: Cast) -> None:
    """The walls hide the stays of the coordination's guests from the municipality; the refusal does not tell more."""
    with laid.staff(laid.kajen), refused("row-level security|a_place_has_one_guest_a_night"):
        a_segment(laid, given.entitlement.pk, given.segment.guest_id, 1)


def test_a_place_stays_at_its_site(laid: Laid) -> None:
    with laid.staff(laid.kajen), refused("A place stays at its site"):
        run("UPDATE beds_place SET site_id = %s WHERE site_id = %s", laid.lyktan.pk, laid.kajen.pk)


def test_a_night_is_noted_once(laid: Laid, given: Given) -> None:
    with laid.staff(laid.kajen) as viewer:
        noted = arrive(given.segment, NIGHT, by=viewer, now=NOW)
        with refused("a_night_is_noted_once"):
            run(
                """INSERT INTO beds_night (id, partnership_id, organisation_id, kept_by, segment_id, site_id, pool, sex,
                                           night, state, noted_at, on_paper)
                   SELECT %s, partnership_id, organisation_id, kept_by, segment_id, site_id, pool, sex, night,
                          'no_show', noted_at, false FROM beds_night WHERE id = %s""",
                uuid4(), noted.pk,
            )  # fmt: skip


def test_an_empty_stay_keeps_nobody_out(laid: Laid, given: Given) -> None:
    guest = a_guest(laid, "Dan")
    with laid.coordination() as viewer:
        leave_early(given.segment, NIGHT, by=viewer, now=NOW)
        a_place_for(laid, guest.pk, 1)
        connection.check_constraints()
