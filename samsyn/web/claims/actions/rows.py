"""The row of a claim held, an entry on it written, and word of it to the other."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override

from samsyn.rules.money.claims import State
from samsyn.web.access.viewer import Viewer
from samsyn.web.claims.models import Claim, Entry
from samsyn.web.claims.queries import Standing, one_of
from samsyn.web.history.actions import record
from samsyn.web.organisations.roles import Permission
from samsyn.web.project.conflicts import refusals_of, take_turns

OPEN = (State.RAISED, State.ANSWERED, State.DECIDING)


def locked(claim: Claim, by: Viewer) -> Standing:
    """As it stands now. One at a time for a claim, whichever party it is that acts."""
    take_turns(f"claims/{claim.pk}")
    found = one_of(by, claim.partnership, claim.pk)
    if found is None:
        raise Claim.DoesNotExist
    return found


def check_open(standing: Standing) -> None:
    """Raised, and neither decided nor ended."""
    if standing.state == State.DRAFT:
        raise ValidationError(_("Kravet är ännu ett utkast. Ställ det först."))
    if standing.state not in OPEN:
        raise ValidationError(_("Kravet är redan avgjort. Ladda om sidan för att se läget."))


def write(standing: Standing, kind: str, *, by: Viewer, now: datetime, today: date, **said: Any) -> Entry:
    claim = standing.claim
    entry = Entry(
        partnership_id=claim.partnership_id,
        claim=claim,
        kind=kind,
        organisation_id=by.organisation_id,
        person_id=by.person_id,
        on=today,
        recorded_at=now,
        **said,
    )
    with refusals_of(Entry):
        entry.save(force_insert=True)
    return entry


def remember(name: str, claim: Claim, *, by: Viewer, now: datetime, **refers_to: object) -> None:
    """In the history that all parties read."""
    record(
        name, by=by, now=now, subject=claim, partnership=claim.partnership_id, clause=claim.clause, shared=True,
        refers_to={"number": claim.number, **refers_to},
    )  # fmt: skip


def tell_the_other(
    claim: Claim, says: Promise, about: str, permission: Permission, *, by: Viewer, now: datetime, today: date
) -> None:
    """`says` with %(who)s and %(number)s; what the claim is about is read in Samsyn, not in the post."""
    from samsyn.web.reminders.actions import tell
    from samsyn.web.reminders.queries import receivers_in

    other = claim.against_id if by.organisation_id == claim.organisation_id else claim.organisation_id
    with override(settings.LANGUAGE_CODE):
        whole = str(says) % {"who": by.organisation_name, "number": claim.number}
    tell(
        receivers_in([other], permission, today),
        kind="news",
        about=f"claim/{about}",
        partnership=claim.partnership,
        says=whole,
        path=f"partnerships/{claim.partnership.slug}/claims/{claim.pk}/",
        by=by,
        now=now,
    )
