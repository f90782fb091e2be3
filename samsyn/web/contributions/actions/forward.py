"""What a party puts before the others: a year's lines. They stand from then on, or are taken back with a reason."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.contributions.actions.lines import about
from samsyn.web.contributions.models import Contribution
from samsyn.web.contributions.permissions import check_may_contribute
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership

acts.register(
    {
        "contribution.put_forward": gettext_lazy("lade fram sin egen insats för ett år"),
        "contribution.take_back": gettext_lazy("tog tillbaka en framlagd egen insats"),
    }
)


@transaction.atomic
def put_forward(partnership: Partnership, year: int, *, by: Viewer, now: datetime) -> int:
    """How many lines became visible to all parties. 0: there was nothing new."""
    check_may_contribute(by, partnership.pk)
    drafts = Contribution.objects.own(by).filter(partnership=partnership, shared_at=None).of_year(year)
    lines = list(drafts.select_for_update(of=("self",)))
    if not lines:
        return 0
    Contribution.objects.filter(pk__in=[each.pk for each in lines]).update(shared_at=now, shared_by_id=by.person_id)
    said = {"year": year, "count": len(lines)}
    record("contribution.put_forward", by=by, now=now, partnership=partnership, refers_to=said, shared=True)
    return len(lines)


@transaction.atomic
def take_back(line: Contribution, because: str, *, by: Viewer, now: datetime) -> Contribution:
    """The line stays to be read, struck out, with the reason. Taken back again: as it was."""
    check_may_contribute(by, line.partnership_id)
    found = Contribution.objects.own(by).select_for_update(of=("self",)).get(pk=line.pk)
    if found.taken_back_at is not None:
        return found
    if found.shared_at is None:
        raise ValidationError(_("Raden är inte framlagd. Ta bort den i stället."))
    if not because.strip():
        raise ValidationError({"because": _("Skriv varför raden tas tillbaka.")})
    found.taken_back_at, found.taken_back_because = now, because.strip()
    found.save(update_fields=["taken_back_at", "taken_back_because"])
    record(
        "contribution.take_back", by=by, now=now, subject=found, partnership=line.partnership_id,
        reason=because.strip(), refers_to=about(found), shared=True,
    )  # fmt: skip
    return found
