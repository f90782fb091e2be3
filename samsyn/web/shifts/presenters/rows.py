"""A shift as it is read: when, where, what, whose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext

from samsyn.web.project.clock import SWEDEN
from samsyn.web.shifts.models import Shift
from samsyn.web.ui.formats import quantity

_KINDS = {"free": "waiting", "taken": "plain", "offered": "soon", "cancelled": "cannot"}


@dataclass(frozen=True, slots=True)
class Row:
    """`called_off`: the occasion is cancelled, or the shift is. `state_kind` is a tag's."""

    id: UUID
    day: date
    times: str
    activity: str
    place: str
    function: str
    who: str
    state: str
    state_kind: str
    offered: bool
    free: bool
    called_off: bool
    hours: str
    begun: bool
    """Its hours can be reported."""
    clashes: bool
    """The one who reads has another shift then."""


def row_of(shift: Shift, names: Mapping[str, str], now: datetime, *, beside: Iterable[Shift] = ()) -> Row:
    """`names` is activity id → name. The shift comes with its occasion and its worker. `beside`: the reader's own."""
    occasion = shift.occasion
    called_off = shift.state == Shift.State.CANCELLED or occasion.state == "cancelled"
    return Row(
        id=shift.pk,
        day=shift.starts_at.astimezone(SWEDEN).date(),
        times=times_of(shift),
        activity=names.get(occasion.activity, gettext("Tillfälle")),
        place=occasion.place,
        function=shift.function,
        who=shift.worker.known_as if shift.worker else "",
        state=gettext("inställt") if called_off else str(shift.get_state_display()),
        state_kind="cannot" if called_off else _KINDS[shift.state],
        offered=shift.state == Shift.State.OFFERED,
        free=shift.state == Shift.State.FREE,
        called_off=called_off,
        hours=hours_of(shift.hours),
        begun=shift.starts_at <= now,
        clashes=any(shift.starts_at < each.ends_at and each.starts_at < shift.ends_at for each in beside),
    )


def times_of(shift: Shift) -> str:
    """«18.00–21.30» in Swedish time."""
    starts, ends = (each.astimezone(SWEDEN) for each in (shift.starts_at, shift.ends_at))
    return f"{starts:%H.%M}\N{EN DASH}{ends:%H.%M}"


def hours_of(hours: Decimal | None) -> str:
    return "" if hours is None else quantity(hours, gettext("timmar"))
