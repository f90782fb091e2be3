"""A part is sent back with a note: whoever compiles or goes through it asks for a change."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.reports.actions.rows import locked
from samsyn.web.reports.actions.telling import tell_sent_back
from samsyn.web.reports.models import Part, SentBack
from samsyn.web.reports.permissions import check_may_send_back

acts.register({"report.send_back": gettext_lazy("skickade tillbaka en del av en rapport")})


@transaction.atomic
def send_back(part: Part, note: str, *, by: Viewer, now: datetime, today: date) -> SentBack:
    """Again with the same note it is the one that is there.

    ValidationError without a note, where a newer version has come, and where the party has sent it back otherwise.
    """
    standing = locked(part.report, by)
    key = standing.key_of(part.organisation_id)
    check_may_send_back(by, standing, key)
    newest = standing.signed(key)
    if newest is None or newest.pk != part.pk:
        raise ValidationError(_("En ny version av delen har kommit sedan dess. Läs den först."))
    already = next((each for each in newest.sent_back.all() if each.organisation_id == by.organisation_id), None)
    if already is not None and already.note == note.strip():
        return already
    if not note.strip():
        raise ValidationError({"note": _("Skriv vad som behöver ändras. Alla parter läser det.")})
    made = SentBack(
        partnership_id=part.partnership_id,
        organisation_id=by.organisation_id,
        part=part,
        note=note.strip(),
        person_id=by.person_id,
        on=today,
        sent_at=now,
    )
    with refusals_of(SentBack):
        made.save(force_insert=True)
    record(
        "report.send_back", by=by, now=now, subject=part.report, partnership=part.partnership_id,
        clause=standing.template.clause, refers_to={"number": part.number}, shared=True,
    )  # fmt: skip
    tell_sent_back(standing, key, made, by=by, now=now, today=today)
    return made
