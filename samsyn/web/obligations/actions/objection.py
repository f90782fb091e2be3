"""A party says that an obligation was not met, or is not owed, and says when that is settled."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.obligations.actions.settle import locked, settle
from samsyn.web.obligations.models import Objection, Obligation
from samsyn.web.obligations.permissions import check_may_object, check_may_settle
from samsyn.web.organisations.roles import Permission

acts.register(
    {
        "objection.raise": _("invände mot ett åtagande"),
        "objection.settle": _("löste en invändning"),
    }
)


@transaction.atomic
def object_to(obligation: Obligation, reason: str, *, by: Viewer, now: datetime, today: date) -> Objection:
    """Raise an objection; it stands until its party says that it is settled. The others are told by letter.

    The same reason again gives the one that stands. Raises ValidationError without a reason, for a second objection by
    the same party, and for what is no longer owed.
    """
    check_may_object(by, obligation)
    held = locked(obligation)
    if held.fell_away_on:
        raise ValidationError(
            gettext("Åtagandet följer inte längre av överenskommelsen, så det finns inget att invända mot.")
        )
    if not reason.strip():
        raise ValidationError(gettext("Skriv vad ni invänder mot. De andra parterna läser det."))
    already = Objection.objects.filter(obligation=held, organisation_id=by.organisation_id).standing().first()
    if already and already.reason == reason.strip():
        return already
    if already:
        raise ValidationError(gettext("Ni har redan en invändning mot detta. Lös den först."))
    objection = Objection.objects.create(
        partnership_id=held.partnership_id,
        obligation=held,
        organisation_id=by.organisation_id,
        raised_by_id=by.person_id,
        raised_on=today,
        raised_at=now,
        reason=reason.strip(),
    )
    settle(obligation.partnership, [held.pk], today=today)
    _record("objection.raise", objection, held, by=by, now=now)
    _tell(objection, held, obligation, by=by, now=now, today=today)
    return objection


@transaction.atomic
def settle_objection(objection: Objection, how: str, *, by: Viewer, now: datetime, today: date) -> Objection:
    """`how` it was settled, in words all parties read. Once more changes nothing. Raises ValidationError without it."""
    check_may_settle(by, objection)
    held = locked(objection.obligation)
    objection.refresh_from_db(fields=["settled_on", "settled_how"])
    if objection.settled_on:
        return objection
    if not how.strip():
        raise ValidationError(gettext("Skriv hur ni löste det. De andra parterna läser det."))
    objection.settled_on, objection.settled_how = today, how.strip()
    objection.save(update_fields=["settled_on", "settled_how"])
    settle(objection.obligation.partnership, [held.pk], today=today)
    _record("objection.settle", objection, held, by=by, now=now)
    return objection


def _record(name: str, objection: Objection, obligation: Obligation, *, by: Viewer, now: datetime) -> None:
    record(
        name,
        by=by,
        now=now,
        subject=objection,
        partnership=objection.partnership_id,
        clause=obligation.clause,
        refers_to={"obligation": obligation.pk},
        shared=True,
    )


def _tell(
    objection: Objection, held: Obligation, obligation: Obligation, *, by: Viewer, now: datetime, today: date
) -> None:
    """The other parties that it concerns. What is objected is read in Samsyn, not in the post."""
    from samsyn.web.reminders.actions import tell
    from samsyn.web.reminders.queries import receivers_in

    others = {*held.owed_by, *held.owed_to} - {by.organisation_id}
    with override(settings.LANGUAGE_CODE):
        said = gettext("%(who)s har invänt mot ett åtagande (punkt %(clause)s): %(what)s")
        says = said % {"who": by.organisation_name, "clause": held.clause, "what": held.says}
    tell(
        receivers_in(others, Permission.FULFIL, today),
        kind="news",
        about=f"objection/{objection.pk}",
        partnership=obligation.partnership,
        says=says,
        path=f"partnerships/{obligation.partnership.slug}/obligations/{held.pk}/",
        by=by,
        now=now,
    )
