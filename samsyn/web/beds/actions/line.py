"""The line of an evening: someone joins, has a reason to go first, leaves; lots are drawn with a recorded seed."""

from __future__ import annotations

import secrets
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.places import order_of
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.models import Draw, Guest, Segment, Waiting
from samsyn.web.beds.permissions import check_may_coordinate
from samsyn.web.beds.scene import scene_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns

acts.register(
    {
        "line.join": gettext_lazy("ställde en gäst i kön"),
        "line.put_first": gettext_lazy("ändrade skälet till förtur i kön"),
        "line.leave": gettext_lazy("tog en gäst ur kön"),
        "line.draw": gettext_lazy("lottade ordningen i kön"),
    }
)


@transaction.atomic
def join_line(
    partnership: Partnership, guest: Guest, *, pool: str, night: date, priority: str = "", by: Viewer, now: datetime
) -> Waiting:
    """Last in the line. Who waits already keeps the place; who had left, or lost a place again, comes back last.

    After a drawing of lots nobody joins: ValidationError, for the order is settled.
    """
    scene = scene_of(partnership, night)
    check_may_coordinate(by, partnership, scene.body.id)
    if pool not in scene.agreement.pool:
        raise ValidationError(_("Det finns ingen kö till sådana platser."))
    _hold(partnership, pool, night)
    here = {"partnership": partnership, "pool": pool, "night": night}
    there = Waiting.objects.filter(**here, guest=guest).first()
    if there is not None and (there.state == Waiting.State.WAITS or _has_the_place(there)):
        return there
    if order_of(scene.agreement, pool)[0] == "lottery" and Draw.objects.filter(**here).exists():
        raise ValidationError(_("Ordningen i kön är redan lottad i kväll. Den som kommer nu får vänta till efter kön."))
    last = Waiting.objects.filter(**here).aggregate(last=Max("place_in_line"))["last"] or 0
    waiting = there or Waiting(**here, guest=guest, kept_by=scene.body.id)
    waiting.place_in_line, waiting.state, waiting.since, waiting.priority = last + 1, "waits", now, priority.strip()
    waiting.save()
    _record("line.join", waiting, by=by, now=now)
    return waiting


@transaction.atomic
def set_priority(waiting: Waiting, reason: str, *, by: Viewer, now: datetime) -> Waiting:
    """A stated reason to go first; empty takes it back. Only where the agreement orders the line so."""
    check_may_coordinate(by, waiting.partnership_id, waiting.kept_by)
    waiting = _locked(waiting)
    if order_of(scene_of(waiting.partnership, waiting.night).agreement, waiting.pool)[0] != "priority":
        raise ValidationError(_("Kön ordnas inte efter förtur enligt överenskommelsen."))
    if len(reason) > 200:
        raise ValidationError({"reason": _("Skriv skälet kortare, högst 200 tecken.")})
    if waiting.priority == reason.strip():
        return waiting
    waiting.priority = reason.strip()
    waiting.save(update_fields=["priority"])
    _record("line.put_first", waiting, by=by, now=now)
    return waiting


@transaction.atomic
def leave_line(waiting: Waiting, state: str = Waiting.State.GONE, *, by: Viewer, now: datetime) -> Waiting:
    """`state`: gone, refused or placed. Who has left already stays as it was."""
    check_may_coordinate(by, waiting.partnership_id, waiting.kept_by)
    waiting = _locked(waiting)
    if waiting.state != Waiting.State.WAITS:
        return waiting
    waiting.state = Waiting.State(state)
    waiting.save(update_fields=["state"])
    _record("line.leave", waiting, by=by, now=now)
    return waiting


@transaction.atomic
def draw_lots(partnership: Partnership, *, pool: str, night: date, by: Viewer, now: datetime) -> Draw:
    """Once an evening; drawn again it is the draw there is. Made before anyone can know what it gives."""
    scene = scene_of(partnership, night)
    check_may_coordinate(by, partnership, scene.body.id)
    if pool not in scene.agreement.pool or order_of(scene.agreement, pool)[0] != "lottery":
        raise ValidationError(_("Kön lottas inte enligt överenskommelsen."))
    _hold(partnership, pool, night)
    here = {"partnership": partnership, "pool": pool, "night": night}
    if (there := Draw.objects.filter(**here).first()) is not None:
        return there
    seed = secrets.token_hex(16)
    draw = Draw.objects.create(**here, kept_by=scene.body.id, seed=seed, drawn_by_id=by.person_id, drawn_at=now)
    about = {"night": night, "pool": pool, "seed": draw.seed}
    record("line.draw", by=by, now=now, subject=draw, partnership=partnership, refers_to=about)
    return draw


def _has_the_place(waiting: Waiting) -> bool:
    placed = waiting.state == Waiting.State.PLACED
    return placed and Segment.objects.filter(guest=waiting.guest_id, nights__contains=waiting.night).exists()


def _hold(partnership: Partnership, pool: str, night: date) -> None:
    """Two who join in the same instant get a place each."""
    take_turns(f"beds_line/{partnership.pk}/{pool}/{night}")


def _locked(waiting: Waiting) -> Waiting:
    rows = Waiting.objects.select_for_update(of=("self",)).select_related("partnership")
    return rows.get(pk=waiting.pk)


def _record(name: str, waiting: Waiting, *, by: Viewer, now: datetime) -> None:
    about = {"night": waiting.night, "pool": waiting.pool}
    record(name, by=by, now=now, subject=waiting, partnership=waiting.partnership_id, refers_to=about)
