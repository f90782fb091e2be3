"""A funder's share: declared, put before the other parties, taken back with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import own_key
from samsyn.web.funders.models import Funder, FunderShare
from samsyn.web.funders.permissions import check_may_declare
from samsyn.web.funders.queries import is_paid
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of

acts.register(
    {
        "funder.declare": gettext_lazy("skrev in en finansiär"),
        "funder.put_forward": gettext_lazy("lade fram vilka mer som betalar"),
        "funder.take_back": gettext_lazy("tog tillbaka en uppgift om en finansiär"),
    }
)


@dataclass(frozen=True, slots=True)
class ShareSaid:
    """Exactly one of `percent` and `amount_ore`. `cost_line` empty: the whole activity."""

    funder: str
    cost_line: str
    days: DateRange
    source: str
    percent: Decimal | None = None
    amount_ore: int | None = None


@transaction.atomic
def add_share(
    partnership: Partnership, terms: Agreement, said: ShareSaid, *, made: UUID, by: Viewer, now: datetime
) -> FunderShare:
    """`made` is the form's own id: sent twice it is one. ValidationError where the agreement pays the party nothing."""
    check_may_declare(by, partnership.pk)
    if not is_paid(terms, own_key(by, partnership.pk)):
        raise ValidationError(_("Överenskommelsen ger er inga pengar, så det finns inget att skriva in här."))
    if said.cost_line and said.cost_line not in terms.cost_line:
        raise ValidationError({"cost_line": _("Överenskommelsen har ingen sådan kostnadsrad. Välj en ur listan.")})
    there = FunderShare.objects.own(by).filter(pk=made).first()
    if there is not None:
        return there
    share = FunderShare(
        id=made, partnership=partnership, organisation_id=by.organisation_id, funder=_funder(partnership, said, by),
        cost_line=said.cost_line, days=PgRange(said.days.start, said.days.end), percent=said.percent,
        amount_ore=said.amount_ore, source=said.source, made_at=now, made_by_id=by.person_id,
    )  # fmt: skip
    with refusals_of(FunderShare):
        share.save(force_insert=True)
    record("funder.declare", by=by, now=now, subject=share, partnership=partnership)
    return share


@transaction.atomic
def put_forward(partnership: Partnership, *, by: Viewer, now: datetime) -> int:
    """How many shares became visible to all parties. 0: there was nothing new."""
    check_may_declare(by, partnership.pk)
    drafts = FunderShare.objects.own(by).live().filter(partnership=partnership, shared_at=None)
    found = list(drafts.select_for_update(of=("self",)).values_list("pk", flat=True))
    if not found:
        return 0
    FunderShare.objects.filter(pk__in=found).update(shared_at=now)
    record("funder.put_forward", by=by, now=now, partnership=partnership, refers_to={"count": len(found)}, shared=True)
    return len(found)


@transaction.atomic
def take_back_share(share: FunderShare, because: str, *, by: Viewer, now: datetime) -> FunderShare:
    """The share stays to be read, with the reason. Taken back again: as it was."""
    check_may_declare(by, share.partnership_id)
    found = FunderShare.objects.own(by).select_for_update(of=("self",)).get(pk=share.pk)
    if found.taken_back_at is not None:
        return found
    if not because.strip():
        raise ValidationError({"because": _("Skriv varför uppgiften tas tillbaka.")})
    found.taken_back_at, found.taken_back_because = now, because.strip()
    found.save(update_fields=["taken_back_at", "taken_back_because"])
    record(
        "funder.take_back", by=by, now=now, subject=found, partnership=share.partnership_id, reason=because.strip(),
        shared=found.shared_at is not None,
    )  # fmt: skip
    return found


def _funder(partnership: Partnership, said: ShareSaid, by: Viewer) -> Funder:
    found, _made = Funder.objects.get_or_create(
        partnership=partnership, organisation_id=by.organisation_id, name=said.funder.strip()
    )
    return found
