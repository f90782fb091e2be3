"""One site on one night: who is expected, who has come, who has not, and which places are free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404

from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.models import EmergencyContact, Night, Note, Outage, Place, Segment, Site, Standing
from samsyn.web.partnerships.models import Partnership


class State(StrEnum):
    EXPECTED = "expected"
    ARRIVED = "arrived"
    OUT = "out"
    """Slept here and has left in the morning."""
    NO_SHOW = "no_show"
    """Did not come; the place may be someone else's by now."""


@dataclass(frozen=True, slots=True)
class Sleeper:
    """A guest on a place. `called` is empty where the viewer may not know who it is."""

    segment: Segment
    place: Place
    called: str
    state: State
    night: Night | None
    until: date
    """The morning on which the guest leaves for good."""

    @property
    def key(self) -> str:
        """As it stands in an address."""
        return f"{self.segment.pk}/"


@dataclass(frozen=True, slots=True)
class Evening:
    """In the order of the places. `free` and `broken` are places without a guest."""

    site: Site
    night: date
    sleepers: tuple[Sleeper, ...]
    free: tuple[tuple[Place, str], ...]
    broken: tuple[tuple[Place, Outage], ...]
    extra: frozenset[UUID]
    """Places that stand only tonight."""

    def those(self, *states: State) -> list[Sleeper]:
        return [each for each in self.sleepers if each.state in states]

    @property
    def expected(self) -> list[Sleeper]:
        """By name: that is what the one at the door hears."""
        return sorted(self.those(State.EXPECTED), key=lambda each: each.called.casefold())

    @property
    def arrived(self) -> list[Sleeper]:
        return self.those(State.ARRIVED)

    @property
    def out(self) -> list[Sleeper]:
        return self.those(State.OUT)

    @property
    def not_come(self) -> list[Sleeper]:
        return self.those(State.NO_SHOW)

    @property
    def given(self) -> int:
        """Those who have a place tonight, whether they have come or not."""
        return len(self.sleepers) - len(self.not_come)


def site_or_404(viewer: Viewer, partnership: Partnership, site: UUID) -> Site:
    """A site of the partnership; every party knows the houses."""
    found = Site.objects.visible_to(viewer).filter(partnership=partnership, pk=site).select_related("organisation")
    house = found.first()
    if house is None:
        raise Http404
    return house


def sites_of(viewer: Viewer, partnership: Partnership, night: date) -> list[Site]:
    """Those that are open that night, by name."""
    mine = Site.objects.visible_to(viewer).filter(partnership=partnership).select_related("organisation")
    return [each for each in mine.order_by("name") if each.closed_on is None or each.closed_on > night]


@dataclass(frozen=True)
class Rows:
    """Where an evening is read from: what a viewer may see, or all that a job reaches."""

    stays: QuerySet[Segment]
    noted: QuerySet[Night]
    standings: QuerySet[Standing]
    outages: QuerySet[Outage]


def tonight_of(viewer: Viewer, site: Site, night: date) -> Evening:
    """Four queries, however many guests. Names only as row-level security gives them."""
    rows = Rows(
        Segment.objects.visible_to(viewer),
        Night.objects.visible_to(viewer),
        Standing.objects.visible_to(viewer),
        Outage.objects.visible_to(viewer),
    )
    return evening_from(rows, site, night)


def evening_from(rows: Rows, site: Site, night: date) -> Evening:
    noted = {each.segment_id: each for each in rows.noted.filter(site=site, night=night)}
    stays = rows.stays.filter(site=site).select_related("place", "guest")
    here = list(stays.filter(nights__contains=night))
    gone = [key for key in noted if key not in {each.pk for each in here}]
    # A place that was passed on is no longer in the nights of the stay; that its guest did not come is still shown.
    here += list(stays.filter(pk__in=gone)) if gone else []
    sleepers = sorted((_sleeper(each, noted.get(each.pk)) for each in here), key=_by_place)
    free, broken, extra = _without_guest(rows, site, night, sleepers)
    return Evening(site, night, tuple(sleepers), free, broken, extra)


def _sleeper(segment: Segment, night: Night | None) -> Sleeper:
    called = segment.guest.known_as if segment.guest else ""
    until = segment.nights.upper if segment.nights and not segment.nights.isempty else _after(night)
    return Sleeper(segment, segment.place, called, _state(night), night, until)


def _after(night: Night | None) -> date:
    """Nothing is left of the stay: it ended the night that is asked about."""
    return night.night if night else date.max


def _state(night: Night | None) -> State:
    if night is None:
        return State.EXPECTED
    if night.state == Night.State.NO_SHOW:
        return State.NO_SHOW
    return State.OUT if night.out_at else State.ARRIVED


def _by_place(sleeper: Sleeper) -> tuple[int, int, str]:
    label = sleeper.place.label
    return (sleeper.place.rank, int(label) if label.isdecimal() else 0, label)


def _without_guest(
    rows: Rows, site: Site, night: date, sleepers: Sequence[Sleeper]
) -> tuple[tuple[tuple[Place, str], ...], tuple[tuple[Place, Outage], ...], frozenset[UUID]]:
    taken = {each.place.pk for each in sleepers if each.state is not State.NO_SHOW}
    standing = rows.standings.filter(site=site, nights__contains=night).select_related("place")
    lit = list(standing.order_by("place__rank", "place__label"))
    outages = rows.outages.filter(place__site=site, nights__contains=night)
    broken = {each.place_id: each for each in outages}
    empty = [each for each in lit if each.place_id not in taken]
    return (
        tuple((each.place, each.pool) for each in empty if each.place_id not in broken),
        tuple((each.place, broken[each.place_id]) for each in empty if each.place_id in broken),
        frozenset(each.place_id for each in lit if each.kind == Standing.Kind.EXTRA),
    )


def gone_by(viewer: Viewer, partnership: Partnership, night: date) -> dict[tuple[UUID, str], int]:
    """How many have left in the morning after the night, by site and pool. They are counted among the occupied."""
    out = Night.objects.visible_to(viewer).filter(partnership=partnership, night=night, out_at__isnull=False)
    rows = out.order_by().values_list("site_id", "pool").annotate(Count("id"))
    return {(site, pool): number for site, pool, number in rows}


def log_of(viewer: Viewer, site: Site, night: date) -> list[Note]:
    """The night's log, latest first."""
    notes = Note.objects.visible_to(viewer).filter(site=site, night=night).select_related("written_by")
    return list(notes.order_by("-written_at"))


def calls_of(viewer: Viewer, site: Site, night: date) -> list[EmergencyContact]:
    """Calls to the social emergency service from the site that night, latest first."""
    return list(EmergencyContact.objects.visible_to(viewer).filter(site=site, night=night).order_by("-noted_at"))
