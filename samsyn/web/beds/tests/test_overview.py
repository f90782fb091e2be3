"""The overview is what the rules say of the same rows, in as many questions however large the houses are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from psycopg.types.range import DateRange as PgRange

from samsyn.rules import places as rules
from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.actions.give import give as give_place
from samsyn.web.beds.actions.nights import arrive
from samsyn.web.beds.models import Guest, Night, Outage, Place, Pulse, Refusal, Segment, Site, Standing
from samsyn.web.beds.overview import Counts, overview_of, refusals_by, version_of
from samsyn.web.beds.tests.laying import BODY, NIGHT, NOW, ORDINARY, WOMEN, Laid, a_guest, lay, nights


@pytest.fixture
def laid(cast: Cast) -> Laid:
    return lay(cast)


def give(laid: Laid, guest: Guest, site: Site, pool: str = ORDINARY, night: date = NIGHT) -> Segment:
    with laid.coordination() as viewer:
        made = give_place(laid.partnership, guest, pool=pool, site=site, night=night, by=viewer, now=NOW)
    return made.segment


def break_bed(laid: Laid, bed: Place) -> None:
    with acting_as_job(Job.PLACES):
        Outage.objects.create(
            partnership=laid.partnership,
            organisation_id=bed.organisation_id,
            place=bed,
            nights=nights(NIGHT, 2),
            because="trasig säng",
        )


def some_evening(laid: Laid) -> None:
    """Three have a place at Kajen, one of them has come; one woman at Lyktan; a bed at Vinden is broken."""
    came = give(laid, a_guest(laid, "Ana"), laid.kajen)
    give(laid, a_guest(laid, "Bo"), laid.kajen)
    give(laid, a_guest(laid, "Cai"), laid.kajen)
    give(laid, a_guest(laid, "Dora", sex="woman"), laid.lyktan, WOMEN)
    break_bed(laid, laid.places(laid.vinden)[0])
    with laid.staff(laid.kajen) as viewer:
        arrive(came, NIGHT, by=viewer, now=NOW)


def test_every_place_is_counted_once(laid: Laid) -> None:
    some_evening(laid)
    with laid.coordination() as viewer:
        found = overview_of(viewer, laid.partnership, NIGHT)
    assert found.of(NIGHT, site=laid.kajen.pk) == Counts(places=6, free=3, held=2, occupied=1)
    assert found.of(NIGHT, pool=WOMEN) == Counts(places=3, free=2, held=1)
    assert found.of(NIGHT, site=laid.vinden.pk) == Counts(places=4, free=3, out_of_order=1)
    assert found.of(NIGHT + timedelta(days=5), site=laid.kajen.pk).free == 6


def test_it_says_what_the_rules_say_of_the_same_rows(laid: Laid) -> None:
    some_evening(laid)
    with laid.coordination() as viewer:
        found = overview_of(viewer, laid.partnership, NIGHT)
        for night in found.nights:
            theirs = {(each.site, each.pool): each for each in _by_the_rules(night)}
            ours = {(str(site), pool): counts for (when, site, pool), counts in found.counts.items() if when == night}
            assert set(ours) == set(theirs)
            for key, counts in ours.items():
                other = theirs[key]
                told = (other.places, other.free, other.held, other.occupied, other.out_of_order)
                assert (counts.places, counts.free, counts.held, counts.occupied, counts.out_of_order) == told


def _by_the_rules(night: date) -> list[rules.Overview]:
    """The slow and obvious way, from all rows that can be seen."""
    standings = [
        rules.Standing(str(each.place_id), each.pool, _span(each.nights), str(each.site_id))
        for each in Standing.objects.all()
    ]
    outages = [rules.Outage(str(each.place_id), _span(each.nights)) for each in Outage.objects.all()]
    stays = Segment.objects.filter(nights__isempty=False)
    segments = [rules.Segment(str(each.place_id), str(each.guest_id), _span(each.nights)) for each in stays]
    came = Night.objects.filter(night=night, state="arrived").values_list("segment__guest_id", flat=True)
    return rules.overview(standings, outages, segments, night, [str(each) for each in came])


def _span(nights: PgRange) -> DateRange:
    assert nights.lower is not None
    return DateRange(nights.lower, nights.upper or date(2100, 1, 1))


def test_a_quarantine_is_counted_in_the_pool_of_its_place(laid: Laid) -> None:
    give(laid, a_guest(laid, "Ana"), laid.kajen)
    with laid.coordination() as viewer:
        assert overview_of(viewer, laid.partnership, NIGHT).in_quarantine == {}
        assert overview_of(viewer, laid.partnership, NIGHT + timedelta(days=5)).in_quarantine == {ORDINARY: 1}
        assert overview_of(viewer, laid.partnership, NIGHT + timedelta(days=7)).in_quarantine == {}


def test_its_questions_are_as_many_with_fifty_sites_and_five_thousand_places(laid: Laid) -> None:
    few = _questions(laid)
    build(laid, sites=50, places=100)
    many = _questions(laid)
    assert many == few
    with laid.coordination() as viewer:
        assert overview_of(viewer, laid.partnership, NIGHT).of(NIGHT).places == 5_013


def _questions(laid: Laid) -> int:
    with laid.coordination() as viewer, CaptureQueriesContext(connection) as captured:
        overview_of(viewer, laid.partnership, NIGHT)
    return len([each for each in captured.captured_queries if "samsyn.viewer" not in each["sql"]])


def build(laid: Laid, *, sites: int, places: int) -> None:
    whose = {"partnership": laid.partnership, "organisation": laid.kajen.organisation}
    with acting_as_job(Job.PLACES):
        for number in range(sites):
            site = Site.objects.create(
                **whose, name=f"Hus {number}", address="Gatan 1", opens=laid.kajen.opens, out_by=laid.kajen.out_by
            )
            beds = [Place(**whose, site=site, label=str(each), rank=each) for each in range(places)]
            Place.objects.bulk_create(beds)
            Standing.objects.bulk_create(
                Standing(**whose, site=site, place=bed, pool=ORDINARY, kind="permanent", nights=PgRange(NIGHT, None))
                for bed in beds
            )


def test_every_change_is_a_new_version_and_to_ask_is_one_question(laid: Laid) -> None:
    def version(act: Callable[[], object] = lambda: None) -> str:
        act()
        with laid.coordination(), CaptureQueriesContext(connection) as captured:
            found = version_of(laid.partnership)
            asked = [each["sql"] for each in captured.captured_queries if "beds_pulse" in each["sql"]]
        assert len(asked) == 1
        return found

    before = version()
    assert version() == before
    after = version(lambda: give(laid, a_guest(laid, "Ana"), laid.kajen))
    assert after != before


def test_two_changes_that_commit_out_of_order_are_two_versions(laid: Laid) -> None:
    with acting_as_job(Job.PLACES):
        late = Pulse.objects.create(partnership=laid.partnership, at=NOW)
        late.delete()
        Pulse.objects.create(partnership=laid.partnership, at=NOW)
        between = version_of(laid.partnership)
        late.save(force_insert=True)
        assert version_of(laid.partnership) != between


def test_refusals_are_counted_by_night_and_reason(laid: Laid) -> None:
    with acting_as_job(Job.PLACES):
        for reason in ("full", "full", "quarantine"):
            Refusal.objects.create(
                partnership=laid.partnership, kept_by=BODY, pool=ORDINARY, night=NIGHT, sex="man", reason=reason
            )
    with laid.coordination() as viewer:
        assert refusals_by(viewer, laid.partnership, [NIGHT]) == {(NIGHT, "full"): 2, (NIGHT, "quarantine"): 1}
    with laid.staff(laid.kajen) as viewer:
        assert refusals_by(viewer, laid.partnership, [NIGHT]) == {}
