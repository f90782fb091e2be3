"""What the stories of night places and training places must have come to on the demo day, by their own tables."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta

from samsyn.web.agreements.queries import dossier_of
from samsyn.web.beds.finding import likely_duplicates
from samsyn.web.beds.models import (
    Bar,
    Block,
    Entitlement,
    ExtraNight,
    Guest,
    Night,
    Outage,
    Refusal,
    Segment,
    Site,
    Standing,
    Waiting,
)
from samsyn.web.beds.presenters.tonight import is_jour
from samsyn.web.contacts.models import Contact
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements.models import (
    Attendance,
    Closing,
    Consent,
    Extension,
    Occupancy,
    Placement,
    Referral,
    SelfAssessment,
    StepDone,
)
from samsyn.web.project.clock import SWEDEN
from samsyn.web.seed import AGREEMENTS, DEMO_DAY
from samsyn.web.seed.stories.places_told import NightsTold, PlacementsTold
from samsyn.web.seed.stories.story import Story, read_story
from samsyn.web.seed.stories.teller import Teller

_DAY = timedelta(days=1)


def an_evening_at_the_intake() -> None:
    told, partnership = _with("nights")
    assert isinstance(told, NightsTold)
    assert {each.key: each.places.count() for each in Site.objects.all()} == {
        each.key: each.places + (told.cold.places if each.key == told.cold.site else 0) for each in told.site
    }
    for ago in range(told.nights + 1):
        _nothing_is_given_twice(DEMO_DAY - ago * _DAY)
    _places_are_left_to_give(told)
    _both_evenings_are_told(told)
    _what_a_clerk_meets(told, partnership)
    known = Contact.objects.filter(partnership=partnership, topic=Contact.Topic.URGENT)
    assert any(is_jour(each) for each in known), "whom to ring about a minor"


def _nothing_is_given_twice(night: date) -> None:
    stays = Segment.objects.filter(nights__contains=night).exclude(entitlement__kind="cold_night")
    broken = Outage.objects.filter(nights__contains=night).values("place")
    there = Standing.objects.filter(nights__contains=night, kind="permanent").exclude(place__in=broken)
    capacity = Counter(there.values_list("pool", flat=True))
    given = Counter(stays.values_list("pool", flat=True))
    assert all(given[pool] <= capacity[pool] for pool in given), night
    assert stays.values("guest").distinct().count() == stays.values("place").distinct().count() == stays.count()


def _places_are_left_to_give(told: NightsTold) -> None:
    for pool, number in told.free.items():
        taken = Segment.objects.filter(nights__contains=DEMO_DAY).values("place")
        broken = Outage.objects.filter(nights__contains=DEMO_DAY).values("place")
        free = Standing.objects.filter(nights__contains=DEMO_DAY, kind="permanent", pool=pool)
        assert free.exclude(place__in=taken).exclude(place__in=broken).count() == number, pool
    assert told.free["kvinnoplatser"] == 1, "two desks race for it in the demo"
    line = Waiting.objects.filter(night=DEMO_DAY, state="waits")
    assert Counter(line.values_list("pool", flat=True)) == told.waiting


def _both_evenings_are_told(told: NightsTold) -> None:
    """Until noon the night before is «tonight»: everyone has come or has not, and most have gone out again."""
    yesterday = Night.objects.filter(night=DEMO_DAY - _DAY)
    slept = Segment.objects.filter(nights__contains=DEMO_DAY - _DAY).count()
    assert yesterday.filter(state="arrived").count() == slept > 90
    assert 0 < yesterday.filter(state="arrived", out_at=None).count() <= 2 * len(told.site)
    tonight = Segment.objects.filter(nights__contains=DEMO_DAY).count()
    assert 95 <= tonight <= 115
    assert 0.25 * tonight < Night.objects.filter(night=DEMO_DAY, state="arrived").count() < 0.6 * tonight
    assert not Night.objects.filter(night__gt=DEMO_DAY).exists()


def _what_a_clerk_meets(told: NightsTold, partnership: Partnership) -> None:
    in_quarantine = Block.objects.filter(nights__contains=DEMO_DAY).exclude(
        entitlement__segments__nights__contains=DEMO_DAY
    )
    assert in_quarantine.values("guest").distinct().count() > 20
    assert {"no_show", "left", "barred"} <= set(Entitlement.objects.values_list("ended", flat=True))
    assert {"full", "quarantine", "declined"} <= set(Refusal.objects.values_list("reason", flat=True))
    bar = Bar.objects.get(nights__contains=DEMO_DAY)
    assert not Segment.objects.filter(guest=bar.guest, site=bar.site, nights__overlap=bar.nights).exists()
    extra = ExtraNight.objects.get()
    assert (extra.night, extra.forecast, extra.source) == (DEMO_DAY, told.cold.forecast, told.cold.source)
    assert Entitlement.objects.filter(kind="cold_night", nights__contains=DEMO_DAY).count() == told.cold.given
    again = Guest.objects.get(known_as=told.duplicate.second)
    seat = Teller(partnership, dossier_of(partnership), _organisations(partnership), DEMO_DAY)
    with seat.acting_at("mittemot", Role.STAFF, datetime.combine(DEMO_DAY, time(19), SWEDEN)) as clerk:
        alike = [each.guest.known_as for each in likely_duplicates(clerk, again)]
    assert alike == [told.duplicate.first]


def a_year_of_placements() -> None:
    told, partnership = _with("placements")
    assert isinstance(told, PlacementsTold)
    places = dossier_of(partnership).agreement.pool[told.pool].places
    going_on = Placement.objects.filter(ended_on=None, first_day__lte=DEMO_DAY, planned_last__gte=DEMO_DAY)
    assert going_on.count() == places == 24
    ended = Placement.objects.filter(ended_on__isnull=False)
    assert ended.count() + places == Placement.objects.count() > 2 * places
    assert Placement.objects.values("participant").distinct().count() == Placement.objects.count() - told.come_back
    day = told.first
    while day <= DEMO_DAY:
        assert Occupancy.objects.filter(first__lte=day, until__gt=day).count() <= places, day
        day += 7 * _DAY
    states = Counter(Referral.objects.values_list("state", flat=True))
    assert (states["waiting"], states["sent"], states["draft"]) == (told.waiting, told.sent, told.drafts)
    assert (states["declined"], states["started"]) == (1, Placement.objects.count())
    assert Consent.objects.filter(withdrawn_at__isnull=False).count() == 1
    assert Extension.objects.filter(in_force_on__isnull=False).count() == 1
    assert Extension.objects.filter(in_force_on=None, dropped_on=None).count() == 1, "one waits for the other party"
    _steps_and_what_came_of_it(ended.count())


def _steps_and_what_came_of_it(ended: int) -> None:
    assert set(StepDone.objects.values_list("kind", flat=True)) == {
        "introduction", "individual_plan", "follow_up", "next_step", "closing",
    }  # fmt: skip
    assert StepDone.objects.filter(shared=True).exists()
    first, last = (SelfAssessment.objects.filter(wave=each, rater="participant").count() for each in (1, 2))
    assert 0.7 * Placement.objects.count() < first < Placement.objects.count(), "some are missing"
    assert 0.3 * ended < last < ended
    assert {"followed_plan", "partly", "broke_off"} <= set(Closing.objects.values_list("result", flat=True))
    assert {"work", "studies", "unknown"} <= set(Closing.objects.values_list("outcome", flat=True))
    assert {"present", "absent_notified", "absent"} == set(Attendance.objects.values_list("state", flat=True))
    assert not Attendance.objects.filter(day__gte=DEMO_DAY).exists(), "the demo day's own is for a visitor"


def _with(table: str) -> tuple[object, Partnership]:
    """The one story that has the table, and its twin."""
    for path in sorted(AGREEMENTS.glob("*/story.toml")):
        story: Story = read_story(path.read_bytes(), str(path))
        if getattr(story, table) is not None:
            return getattr(story, table), Partnership.objects.get(is_demo=True, twin_of__slug=path.parent.name)
    raise AssertionError(f"no story has [{table}]")


def _organisations(partnership: Partnership) -> dict[str, Organisation]:
    parties = partnership.parties.filter(kind="party").select_related("organisation")
    return {each.key: each.organisation for each in parties}
