"""Letting another organisation see something of one's own, and taking it back."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.models import Grant
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of

acts.register(
    {
        "grant.give": _("lät en annan organisation se en del av de egna uppgifterna"),
        "grant.end": _("slutade dela uppgifter med en annan organisation"),
    }
)


@transaction.atomic
def give_grant(
    partnership: Partnership,
    recipient: Organisation,
    scope: str,
    since: date,
    until: date | None = None,
    *,
    basis: str,
    basis_reference: str,
    by: Viewer,
    now: datetime,
) -> Grant:
    """From `since` up to but not including `until` the recipient sees the acting organisation's rows of this scope.

    `basis` is clause, law or consent, `basis_reference` which one. Both parties see the act. Raises ValidationError
    for a grant that stands already, PermissionDenied for someone who does not decide.
    """
    _check_may_share(by, partnership)
    grant = Grant(
        partnership=partnership,
        owner_id=by.organisation_id,
        recipient=recipient,
        scope=scope,
        basis=basis,
        basis_reference=basis_reference,
        since=since,
        until=until,
    )
    grant.full_clean()
    with refusals_of(Grant):
        grant.save(force_insert=True)
    _record("grant.give", grant, by=by, now=now)
    return grant


@transaction.atomic
def end_grant(grant: Grant, until: date, *, by: Viewer, now: datetime) -> Grant:
    """`until` is the first day on which nothing is shared. What has been seen cannot be unseen; the row remains."""
    _check_may_share(by, grant.partnership)
    if grant.owner_id != by.organisation_id:
        raise PermissionDenied("Only the owner takes a grant back.")
    grant.until = until
    grant.full_clean()
    with refusals_of(Grant):
        grant.save(update_fields=["until"])
    _record("grant.end", grant, by=by, now=now)
    return grant


def _check_may_share(by: Viewer, partnership: Partnership) -> None:
    if not by.may(Permission.DECIDE) or partnership.pk not in by.partnerships:
        raise PermissionDenied("Only someone who decides for a party shares what it owns.")


def _record(name: str, grant: Grant, *, by: Viewer, now: datetime) -> None:
    clause = grant.basis_reference if grant.basis == Grant.Basis.CLAUSE else ""
    record(
        name,
        by=by,
        now=now,
        subject=grant,
        partnership=grant.partnership,
        clause=clause[:80],
        refers_to={"recipient": grant.recipient_id, "scope": grant.scope, "basis": str(grant.basis)},
        shared=True,
    )
