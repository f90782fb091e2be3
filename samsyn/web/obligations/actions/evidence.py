"""A party shows that an obligation was met, and takes back what it has shown."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.models import Meeting
from samsyn.web.obligations.actions.settle import locked, settle
from samsyn.web.obligations.fitting import check_fits, check_not_ahead
from samsyn.web.obligations.models import Evidence, Obligation
from samsyn.web.obligations.permissions import check_may_give, check_may_take_back

acts.register(
    {
        "evidence.give": _("visade att ett åtagande är gjort"),
        "evidence.take_back": _("tog tillbaka ett underlag"),
    }
)


@transaction.atomic
def give_evidence(
    obligation: Obligation,
    *,
    kind: str,
    done_on: date,
    document: Document | None = None,
    meeting: Meeting | None = None,
    says: str = "",
    by: Viewer,
    now: datetime,
    today: date,
) -> Evidence:
    """It counts at once. The same again (a double click, a colleague in the same minute) gives what is there already.

    Raises ValidationError for what does not fit the obligation, for a day ahead, and for a paper that is a draft.

    1. may they; 2. wait in line; 3. does it fit; 4. the row; 5. how the obligation stands; 6. history.
    """
    check_may_give(by, obligation)
    held = locked(obligation)
    check_not_ahead(done_on, today)
    check_fits(held, kind, done_on, document, meeting, says)
    same = {"kind": kind, "done_on": done_on, "document": document, "meeting": meeting, "says": says.strip()}
    already = Evidence.objects.filter(obligation=held, **same).standing().first()
    if already:
        return already
    evidence = Evidence.objects.create(
        partnership_id=held.partnership_id,
        obligation=held,
        organisation_id=by.organisation_id,
        given_by_id=by.person_id,
        given_at=now,
        **same,
    )
    settle(obligation.partnership, [held.pk], today=today)
    _record("evidence.give", evidence, held, by=by, now=now)
    return evidence


@transaction.atomic
def take_back_evidence(evidence: Evidence, because: str, *, by: Viewer, now: datetime, today: date) -> Evidence:
    """The row remains with the reason. Once more changes nothing. Raises ValidationError without a reason."""
    check_may_take_back(by, evidence)
    held = locked(evidence.obligation)
    evidence.refresh_from_db(fields=["taken_back_at", "taken_back_because"])
    if evidence.taken_back_at:
        return evidence
    if not because.strip():
        raise ValidationError(gettext("Skriv varför ni tar tillbaka underlaget. De andra parterna ser det."))
    evidence.taken_back_at, evidence.taken_back_because = now, because.strip()
    evidence.save(update_fields=["taken_back_at", "taken_back_because"])
    settle(evidence.obligation.partnership, [held.pk], today=today)
    _record("evidence.take_back", evidence, held, by=by, now=now)
    return evidence


def _record(name: str, evidence: Evidence, obligation: Obligation, *, by: Viewer, now: datetime) -> None:
    refers_to = {"obligation": obligation.pk, "kind": str(evidence.kind), "done_on": evidence.done_on}
    record(
        name,
        by=by,
        now=now,
        subject=evidence,
        partnership=evidence.partnership_id,
        clause=obligation.clause,
        refers_to=refers_to,
        shared=True,
    )
