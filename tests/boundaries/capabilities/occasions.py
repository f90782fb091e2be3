"""A series with a held and a planned occasion of each party, what came to it, and an activity by decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from psycopg.types.range import DateRange

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.meetings.models import Decision
from samsyn.web.occasions.models import Count, DifferentPeople, Heads, Occasion, OwnActivity, Series
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from tests.boundaries.door import Acting, Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/occasions"
_ACTIVITY = f"{_AT}/activities/<slug:activity>"
_ONE = f"{_AT}/<uuid:occasion>"
_NAMED = "/as/kommunen/partnerships/{slug}/occasions"
_PLAN = ["day", "starts", "ends", "place", "responsible"]

DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/past/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/figures/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/activities/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/activities/add/": InPartnership(Permission.FULFIL),
    f"{_ACTIVITY}/plan/": InPartnership(Permission.WORK),
    f"{_ACTIVITY}/series/": InPartnership(Permission.WORK),
    f"{_ACTIVITY}/different/": InPartnership(Permission.WORK),
    f"{_ACTIVITY}/end/": InPartnership(Permission.FULFIL),
    f"{_AT}/series/<uuid:series>/cancel/": Acting(Permission.WORK),
    f"{_ONE}/": Acting(Permission.READ_PARTNERSHIP),
    f"{_ONE}/hold/": Acting(Permission.WORK),
    f"{_ONE}/correct/": Acting(Permission.WORK),
    f"{_ONE}/take-back/": Acting(Permission.WORK),
    f"{_ONE}/move/": Acting(Permission.WORK),
    f"{_ONE}/cancel/": Acting(Permission.WORK),
    f"{_ONE}/share/": Acting(Permission.FULFIL, post=True),
    f"{_ONE}/unshare/": Acting(Permission.FULFIL, post=True),
}

TERMS = """
[activity.prov]
clause = "tillfällen"
says = "Båda parterna håller det."
name = "Prövning"
by = ["{public}", "{civil}"]
kind = "group"
counts = "participants"
asks = ["sex"]
"""
ANSWERED = """
## tillfällen · Tillfällen
Det hålls ibland.

Terms: `prov`
"""


@dataclass
class Laid:
    series: Series
    occasion: Occasion
    own: OwnActivity


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Laid:
    """The municipality's."""
    both = [
        _of({"partnership": partnership, "organisation": whose}, now) for whose in (cast.association, cast.municipality)
    ]
    return both[-1]


def _of(whose: dict[str, Any], now: datetime) -> Laid:
    known: dict[str, Any] = {"activity": "prov", "starts": time(18), "ends": time(20)}
    series = Series.objects.create(
        **whose, **known, weekdays=[1], first=TODAY, last=TODAY + timedelta(days=30), made_at=now
    )
    known |= {"kind": "group", "counts": "participants", "planned_at": now, "changed_at": now}
    occasion = Occasion.objects.create(**whose, **known, series=series, day=TODAY, state="held", held_at=now)
    count = Count.objects.create(**whose, occasion=occasion, number=1, made_at=now)
    Heads.objects.create(**whose, count=count, occasion=occasion, sex="woman", n=3)
    DifferentPeople.objects.create(
        **whose, activity="prov", days=DateRange(TODAY, TODAY + timedelta(days=1)), n=3, said_at=now
    )
    own = OwnActivity.objects.create(
        **whose,
        key="own_1",
        name="Språkkafé",
        kind="open",
        counts="attendance",
        decision=Decision.objects.filter(partnership=whose["partnership"])[0],
        since=TODAY,
        made_at=now,
    )
    return Laid(series, occasion, own)


SAMPLES = {
    "series": lambda sample: sample.laid["occasions"].series.pk,
    "occasion": lambda sample: sample.laid["occasions"].occasion.pk,
    "activity": lambda sample: sample.laid["occasions"].own.key,
}
ASKED = {f"{_NAMED}/past/": ["month"], f"{_NAMED}/figures/": ["month", "half"]}
TYPED = {
    f"{_NAMED}/activities/add/": ["name", "kind", "counts", "decision", "because"],
    f"{_NAMED}/activities/{{activity}}/plan/": _PLAN,
    f"{_NAMED}/activities/{{activity}}/series/": ["made", "weekdays", "every", "first", "last", "skip", *_PLAN[1:]],
    f"{_NAMED}/activities/{{activity}}/different/": ["first", "last", "n", "reason"],
    f"{_NAMED}/activities/{{activity}}/end/": ["last"],
    f"{_NAMED}/series/{{series}}/cancel/": ["first", "because"],
    f"{_NAMED}/{{occasion}}/hold/": ["n_0_0", "nobody"],
    f"{_NAMED}/{{occasion}}/correct/": ["n_0_0", "reason"],
    f"{_NAMED}/{{occasion}}/move/": _PLAN,
    f"{_NAMED}/{{occasion}}/cancel/": ["because"],
    f"{_NAMED}/{{occasion}}/take-back/": ["because"],
}
_TABLES = ("series", "occasion", "count", "heads", "differentpeople", "ownactivity")
CHANGEABLE = {f"occasions_{table}": False for table in _TABLES}
MOVED = {f"occasions_{table}": ["organisation_id", "partnership_id"] for table in _TABLES}
