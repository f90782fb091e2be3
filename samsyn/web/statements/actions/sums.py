"""Sums that neither invoices nor books here have: typed with what shows them, and removed again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.statements.actions.rows import kept_draft, writable
from samsyn.web.statements.models import Addition, Statement
from samsyn.web.statements.permissions import check_may_write
from samsyn.web.statements.presenters.content import line_names
from samsyn.web.statements.queries import duty_behind

acts.register(
    {
        "statement.add_sum": gettext_lazy("skrev in ett belopp i en redovisning"),
        "statement.remove_sum": gettext_lazy("tog bort ett belopp ur en redovisning"),
    }
)


@dataclass(frozen=True, slots=True)
class Typed:
    """`cost_line`: id in the agreement, empty for another cost and for what came in. `source`: what shows the sum."""

    side: str
    text: str
    amount_ore: int
    source: str
    cost_line: str = ""


@transaction.atomic
def add_sum(statement: Statement, said: Typed, *, made: UUID, by: Viewer, now: datetime) -> Addition:
    """`made` is the form's own id: sent twice it is one sum."""
    check_may_write(by, statement)
    standing = writable(statement, by)
    there = Addition.objects.visible_to(by).filter(pk=made).first()
    if there is not None:
        return there
    _check(said, standing.statement)
    addition = Addition(
        id=made,
        partnership_id=statement.partnership_id,
        organisation_id=statement.organisation_id,
        statement=statement,
        side=said.side,
        cost_line=said.cost_line,
        text=said.text.strip(),
        amount_ore=said.amount_ore,
        source=said.source.strip(),
        made_at=now,
        made_by_id=by.person_id,
    )
    addition.save(force_insert=True)
    _touched(statement, by, now)
    record("statement.add_sum", by=by, now=now, subject=statement, partnership=statement.partnership_id)
    return addition


@transaction.atomic
def remove_sum(addition: Addition, *, by: Viewer, now: datetime) -> None:
    """Again: nothing."""
    check_may_write(by, addition.statement)
    writable(addition.statement, by)
    gone, _each = Addition.objects.visible_to(by).filter(pk=addition.pk).delete()
    if gone:
        _touched(addition.statement, by, now)
        record("statement.remove_sum", by=by, now=now, subject=addition.statement, partnership=addition.partnership_id)


def _check(said: Typed, statement: Statement) -> None:
    if said.side not in Addition.Side.values:
        raise ValidationError({"side": _("Välj om pengarna kom in eller om något kostade.")})
    if not said.text.strip():
        raise ValidationError({"text": _("Skriv vad beloppet är.")})
    if not said.source.strip():
        raise ValidationError({"source": _("Skriv var beloppet kan kontrolleras, till exempel «bokslutet, not 4».")})
    if said.side == Addition.Side.RECEIVED and said.cost_line:
        raise ValidationError({"cost_line": _("Pengar som kom in hör inte till en kostnadsrad. Lämna den tom.")})
    terms, _duty = duty_behind(dossier_of(statement.partnership), statement)
    if said.cost_line and said.cost_line not in line_names(terms):
        raise ValidationError({"cost_line": _("Överenskommelsen har ingen sådan kostnadsrad. Välj en annan.")})


def _touched(statement: Statement, by: Viewer, now: datetime) -> None:
    """Whoever is about to sign reads what has come to."""
    draft = kept_draft(statement)
    draft.edits, draft.edited_at, draft.edited_by_id = draft.edits + 1, now, by.person_id
    draft.save(update_fields=["edits", "edited_at", "edited_by"])
