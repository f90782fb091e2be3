"""A party enters a figure from outside, and takes back what was wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext, gettext_lazy

from samsyn.rules.terms import Agreement
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.theory.models import OutsideFigure
from samsyn.web.theory.permissions import check_may_enter, check_may_withdraw
from samsyn.web.theory.values import OutsideValue

acts.register(
    {
        "theory.enter": gettext_lazy("skrev in en siffra utifrån"),
        "theory.withdraw": gettext_lazy("tog tillbaka en siffra utifrån"),
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is written of a figure from outside. `indicator`: the id of ours that it stands beside, or ''."""

    name: str
    value: OutsideValue
    unit: str
    definition: str
    method: str
    source: str
    as_of: str
    indicator: str = ""


@transaction.atomic
def enter_outside(
    partnership: Partnership, terms: Agreement, entry: Entry, *, by: Viewer, now: datetime
) -> OutsideFigure:
    """The same again is the same figure. Raises ValidationError for an indicator that the agreement does not have."""
    check_may_enter(by, partnership.pk)
    if entry.indicator and entry.indicator not in terms.indicator:
        raise ValidationError({"indicator": gettext("Den indikatorn finns inte i överenskommelsen. Välj en annan.")})
    value = entry.value
    figure = OutsideFigure(
        partnership=partnership, organisation_id=by.organisation_id, indicator=entry.indicator, name=entry.name,
        kind=value.kind, number=value.number, part=value.part, whole=value.whole, unit=entry.unit,
        definition=entry.definition, method=entry.method, source=entry.source, as_of=entry.as_of, entered_at=now,
        entered_by_id=by.person_id,
    )  # fmt: skip
    if already := _same(figure):
        return already
    with refusals_of(OutsideFigure):
        figure.save(force_insert=True)
    refers_to = {"indicator": entry.indicator} if entry.indicator else None
    record(
        "theory.enter", by=by, now=now, subject=figure, partnership=partnership, refers_to=refers_to, shared=True
    )  # fmt: skip
    return figure


@transaction.atomic
def withdraw_outside(figure: OutsideFigure, because: str, *, by: Viewer, now: datetime) -> OutsideFigure:
    """It is kept with its reason and shown no more. Taken back already, it stays as it was."""
    check_may_withdraw(by, figure)
    mine = OutsideFigure.objects.select_for_update().get(pk=figure.pk)
    if mine.withdrawn_at is not None:
        return mine
    if not because.strip():
        raise ValidationError({"because": gettext("Skriv varför siffran tas tillbaka.")})
    mine.withdrawn_at, mine.withdrawn_by_id, mine.withdrawn_because = now, by.person_id, because.strip()
    mine.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    record("theory.withdraw", by=by, now=now, subject=mine, partnership=mine.partnership_id, shared=True)
    return mine


def _same(figure: OutsideFigure) -> OutsideFigure | None:
    """The one just entered, if the button was pressed twice."""
    keys = ("indicator", "name", "kind", "number", "part", "whole", "unit", "definition", "method", "source", "as_of")
    same = {key: getattr(figure, key) for key in keys}
    mine = OutsideFigure.objects.standing().filter(organisation_id=figure.organisation_id)
    return mine.filter(partnership=figure.partnership, **same).first()
