"""A line of what a party puts in: written, changed and removed as long as only the party sees it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.quantities import DateRange
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of, own_key
from samsyn.web.contributions.models import Contribution
from samsyn.web.contributions.permissions import check_may_contribute
from samsyn.web.contributions.queries import promised
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of

EARLIEST = 2000

acts.register(
    {
        "contribution.add": gettext_lazy("skrev in en egen insats"),
        "contribution.change": gettext_lazy("ändrade en egen insats"),
        "contribution.remove": gettext_lazy("tog bort en egen insats som inte var framlagd"),
    }
)


@dataclass(frozen=True, slots=True)
class Said:
    """What stands on a line. `value_ore` None: it is not valued, and `valued_how` is empty."""

    kind: str
    quantity: Decimal
    unit: str
    what: str = ""
    in_kind: str = ""
    value_ore: int | None = None
    valued_how: str = ""


@transaction.atomic
def add(
    partnership: Partnership,
    days: DateRange,
    said: Said,
    *,
    made: UUID,
    by: Viewer,
    now: datetime,
    today: date,
) -> Contribution:
    """`made` is the form's own id: sent twice it is one line."""
    check_may_contribute(by, partnership.pk)
    check_days(days, today)
    _check(partnership, said, by, today)
    there = Contribution.objects.own(by).filter(pk=made).first()
    if there is not None:
        return there
    line = Contribution(id=made, partnership=partnership, organisation_id=by.organisation_id, **_written(days, said))
    line.made_at, line.made_by_id = now, by.person_id
    with refusals_of(Contribution):
        line.save(force_insert=True)
    record("contribution.add", by=by, now=now, subject=line, partnership=partnership, refers_to=about(line))
    return line


@transaction.atomic
def change(line: Contribution, days: DateRange, said: Said, *, by: Viewer, now: datetime, today: date) -> Contribution:
    """ValidationError for a line that is put forward: that one stands."""
    check_may_contribute(by, line.partnership_id)
    check_days(days, today)
    _check(line.partnership, said, by, today)
    found = draft_of(line, by)
    if found.source == Contribution.Source.SHIFTS:
        raise ValidationError(_("Timmarna kommer från rapporterade pass. Summera dem igen i stället."))
    written = _written(days, said)
    for name, value in written.items():
        setattr(found, name, value)
    with refusals_of(Contribution):
        found.save(update_fields=list(written))
    record(
        "contribution.change", by=by, now=now, subject=found, partnership=line.partnership_id, refers_to=about(found)
    )
    return found


@transaction.atomic
def remove(line: Contribution, *, by: Viewer, now: datetime) -> None:
    """A line that nobody else has seen. Again: nothing."""
    check_may_contribute(by, line.partnership_id)
    if not Contribution.objects.own(by).filter(pk=line.pk).exists():
        return
    found = draft_of(line, by)
    record(
        "contribution.remove", by=by, now=now, subject=found, partnership=line.partnership_id, refers_to=about(found)
    )
    found.delete()


def draft_of(line: Contribution, by: Viewer) -> Contribution:
    """The row, locked; ValidationError where somebody has put it forward in the meantime."""
    found = Contribution.objects.own(by).select_for_update(of=("self",)).get(pk=line.pk)
    if found.shared_at is not None:
        raise ValidationError(
            _("Raden är framlagd och står fast. Ta tillbaka den med ett skäl, och skriv en ny om något ska ändras.")
        )
    return found


def about(line: Contribution) -> dict[str, object]:
    return {"kind": line.kind, "from": line.days.lower, "until": line.days.upper}


def check_days(days: DateRange, today: date) -> None:
    if days.start.year != days.last.year:
        raise ValidationError({"last": _("En rad gäller dagar inom ett år. Skriv en rad för varje år.")})
    if not EARLIEST <= days.start.year <= today.year:
        raise ValidationError({"first": _("Skriv dagar i år eller ett tidigare år.")})


def _check(partnership: Partnership, said: Said, by: Viewer, today: date) -> None:
    if said.in_kind:
        terms = terms_on(dossier_of(partnership), today, today)
        if said.in_kind not in {each.id for each in promised(terms, own_key(by, partnership.pk))}:
            raise ValidationError({"in_kind": _("Överenskommelsen säger inte att ni bidrar med det.")})
    if said.value_ore is not None and not said.valued_how.strip():
        raise ValidationError({"valued_how": _("Skriv hur värdet är räknat, eller lämna värdet tomt.")})
    if said.value_ore is None and said.valued_how.strip():
        raise ValidationError({"value": _("Skriv värdet, eller lämna tomt hur det är räknat.")})
    if said.kind == Contribution.Kind.OTHER and not said.what.strip():
        raise ValidationError({"what": _("Skriv vad insatsen är.")})


def _written(days: DateRange, said: Said) -> dict[str, Any]:
    return {**asdict(said), "days": PgRange(days.start, days.end)}
