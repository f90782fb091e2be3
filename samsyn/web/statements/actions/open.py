"""A statement is opened: by itself when its day is near, or by hand before that."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.web.access.jobs import Job
from samsyn.web.access.request import require
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns
from samsyn.web.statements.models import Statement
from samsyn.web.statements.queries import KINDS, soon_due

acts.register({"statement.open": gettext_lazy("öppnade en redovisning av hur pengar har använts")})


@transaction.atomic
def open_statement(obligation: Obligation, *, by: Viewer, now: datetime) -> Statement:
    """By the party that owes it. Opened already, it is the one that is there."""
    require(by, Permission.MANAGE_MONEY)
    if by.organisation_id not in obligation.owed_by:
        raise ValidationError(_("Det är inte ni som ska redovisa det här."))
    if obligation.kind not in KINDS or obligation.fell_away_on:
        raise ValidationError(_("Det finns ingen sådan redovisning att lämna enligt överenskommelsen."))
    return _opened(obligation, by.organisation_id, by=by, now=now)


@transaction.atomic
def open_what_is_near(partnership: Partnership, *, by: Job, now: datetime, today: date) -> int:
    """For every party that owes one. Twice is once. How many were opened."""
    before = Statement.objects.filter(partnership=partnership).count()
    for obligation in soon_due(partnership, today):
        for organisation in obligation.owed_by:
            _opened(obligation, organisation, by=by, now=now)
    return Statement.objects.filter(partnership=partnership).count() - before


def _opened(obligation: Obligation, organisation: UUID, *, by: Viewer | Job, now: datetime) -> Statement:
    take_turns(f"statements/{obligation.pk}/{organisation}")
    there = Statement.objects.filter(obligation=obligation, organisation_id=organisation).first()
    if there is not None:
        return there
    made = Statement.objects.create(
        partnership_id=obligation.partnership_id,
        organisation_id=organisation,
        obligation=obligation,
        kind=obligation.kind,
        days=PgRange(obligation.window_start, obligation.window_end),
        opened_at=now,
    )
    record(
        "statement.open", by=by, now=now, subject=made, partnership=obligation.partnership_id,
        clause=obligation.clause, refers_to={"obligation": obligation.pk}, shared=True,
    )  # fmt: skip
    return made
