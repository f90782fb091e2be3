"""«På förekommen anledning»: that somebody has tried whether there is cause to ask for a check. Never what it was."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.reading import Dossier
from samsyn.rules.terms.people import RegisterCheck
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.organisations.roles import Permission, Role, roles_with
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.roster.models import Cause, Worker
from samsyn.web.roster.permissions import check_may_keep
from samsyn.web.roster.queries.ground import demand_term

acts.register(
    {
        "roster.ask": gettext_lazy("prövade om det finns anledning att be om ett utdrag ur register"),
        "roster.drop-cause": gettext_lazy("tog tillbaka att det finns anledning att be om ett utdrag ur register"),
    }
)


@transaction.atomic
def ask_for_check(
    worker: Worker, requirement: str, dossier: Dossier, *, by: Viewer, now: datetime, today: date
) -> Cause:
    """From today the check applies to her until an extract is shown. Asked again the same day: what stands there."""
    check_may_keep(by, worker.partnership_id)
    term = demand_term(dossier, requirement, today)
    if not isinstance(term, RegisterCheck) or "on_cause" not in term.when:
        raise ValidationError(_("Överenskommelsen säger inte att det utdraget begärs på förekommen anledning."))
    locked = Worker.objects.visible_to(by).select_for_update(of=("self",)).get(pk=worker.pk)
    whose = {"worker": locked, "requirement": term.id, "on": today}
    there = Cause.objects.standing().filter(**whose).first()
    if there is not None:
        return there
    cause = Cause(
        **whose, tried_as=_function_of(by), tried_by_id=by.person_id,
        partnership_id=locked.partnership_id, organisation_id=locked.organisation_id,
    )  # fmt: skip
    with refusals_of(Cause):
        cause.save(force_insert=True)
    about = {"requirement": term.id, "worker": locked.pk}
    record(
        "roster.ask", by=by, now=now, subject=cause, partnership=locked.partnership_id, clause=term.clause,
        refers_to=about,
    )  # fmt: skip
    return cause


@transaction.atomic
def drop_cause(cause: Cause, *, by: Viewer, now: datetime) -> Cause:
    """It was a slip, or nothing came of it. Dropped already: as it is."""
    check_may_keep(by, cause.partnership_id)
    locked = Cause.objects.visible_to(by).select_for_update(of=("self",)).get(pk=cause.pk)
    if locked.dropped_at is not None:
        return locked
    locked.dropped_at = now
    locked.save(update_fields=["dropped_at"])
    about = {"requirement": locked.requirement, "worker": locked.worker_id}
    record("roster.drop-cause", by=by, now=now, subject=locked, partnership=locked.partnership_id, refers_to=about)
    return locked


def _function_of(by: Viewer) -> Role:
    """In which function it was tried: the first of the viewer's roles that answers for the staff."""
    return next(role for role in roles_with(Permission.FULFIL) if role in by.roles)
