"""A clash that the organisation lets stand is shown to the parties with its own explanation."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.money.double_funding import Clash
from samsyn.web.access.viewer import Viewer
from samsyn.web.funders.models import Finding
from samsyn.web.funders.permissions import check_may_declare
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns

acts.register({"funder.show": gettext_lazy("visade parterna en kostnad som fler betalar")})


@transaction.atomic
def show(
    partnership: Partnership, clash: Clash, explanation: str, clause: str, *, by: Viewer, now: datetime
) -> Finding:
    """Shown once: the same clash again gives the finding that stands."""
    check_may_declare(by, partnership.pk)
    if not explanation.strip():
        raise ValidationError({"explanation": _("Skriv hur det kommer sig, så att de andra parterna förstår.")})
    take_turns(f"funder-finding {by.organisation_id} {partnership.pk}")
    mark = mark_of(clash)
    there = Finding.objects.own(by).filter(partnership=partnership, mark=mark).first()
    if there is not None:
        return there
    finding = Finding.objects.create(
        partnership=partnership, organisation_id=by.organisation_id, mark=mark, kind=clash.kind, cost_line=clash.line,
        days=PgRange(clash.days.start, clash.days.end), cost_ore=clash.cost.ore, over_ore=clash.over.ore,
        parts=[[funder, amount.ore] for funder, amount in clash.parts], clause=clause,
        explanation=explanation.strip(), shown_at=now, shown_by_id=by.person_id,
    )  # fmt: skip
    record("funder.show", by=by, now=now, subject=finding, partnership=partnership, shared=True)
    return finding


def mark_of(clash: Clash) -> str:
    """The same for the same clash: kind, line, days, what each pays and which rows."""
    parts = ";".join(f"{funder}={amount.ore}" for funder, amount in clash.parts)
    says = f"{clash.kind}|{clash.line}|{clash.days}|{clash.cost.ore}|{parts}|{','.join(clash.keys)}"
    return hashlib.sha256(says.encode()).hexdigest()
