"""The numbered places of a pool, made from the agreement."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Q

from samsyn.web.access.viewer import Viewer
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements.actions._parts import one_at_a_time
from samsyn.web.placements.models import Occupancy, TrainingPlace
from samsyn.web.placements.permissions import check_may_work
from samsyn.web.placements.queries.ground import Ground, ground_of


@transaction.atomic
def make_training_places(
    partnership: Partnership, pool: str, *, by: Viewer, now: datetime, today: date
) -> list[TrainingPlace]:
    """Places 1 … n as the agreement says today. Asked again it changes nothing.

    The first are there from the agreement's first day; more, agreed later, from today. Where places have become
    fewer the highest numbers end today, or when the last to whom they are promised has left.
    """
    check_may_work(by, partnership.pk)
    one_at_a_time(partnership.pk, pool)
    ground = ground_of(partnership, pool, today, today)
    standing = {each.number: each for each in _standing(ground, today)}
    missing = [number for number in range(1, ground.pool.places + 1) if number not in standing]
    since = today if standing else min(ground.life.start, today)
    made = TrainingPlace.objects.bulk_create(
        TrainingPlace(partnership=partnership, organisation_id=by.organisation_id, pool=pool, number=each, since=since)
        for each in missing
    )
    ended = [_end(each, today) for number, each in standing.items() if number > ground.pool.places]
    if made or any(ended):
        record(
            "training_place.make",
            by=by,
            now=now,
            partnership=partnership,
            clause=ground.pool.clause,
            refers_to={"pool": pool, "places": ground.pool.places},
            shared=True,
        )
    return [*standing.values(), *made]


def _standing(ground: Ground, today: date) -> list[TrainingPlace]:
    rows = TrainingPlace.objects.filter(partnership=ground.partnership, pool=ground.pool.id)
    return list(rows.filter(Q(until=None) | Q(until__gt=today)).order_by("number"))


def _end(place: TrainingPlace, today: date) -> bool:
    if place.until is not None:
        return False
    last = Occupancy.objects.filter(place=place).aggregate(last=Max("until"))["last"]
    place.until = max(today, last or today)
    place.save(update_fields=["until"])
    return True
