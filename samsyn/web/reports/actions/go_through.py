"""The body has gone through the signed parts."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.reports import PartState
from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.actions import add_document
from samsyn.web.documents.models import Document
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.models import Meeting
from samsyn.web.obligations.actions import give_evidence
from samsyn.web.reports.actions.rows import locked
from samsyn.web.reports.actions.telling import tell_gone_through
from samsyn.web.reports.assembling import whole
from samsyn.web.reports.content import document_in
from samsyn.web.reports.models import GoneThrough, Report
from samsyn.web.reports.paper import as_gone_through, file_of, signatures_of
from samsyn.web.reports.permissions import check_may_go_through
from samsyn.web.reports.queries import Standing, meetings_to_choose, obligations_met

acts.register({"report.go_through": gettext_lazy("antecknade att delarna av en rapport är genomgångna")})


@transaction.atomic
def go_through(
    report: Report, *, meeting: Meeting | None = None, note: str = "", by: Viewer, now: datetime, today: date
) -> GoneThrough:
    """At a meeting with approved minutes, or in words. Gone through already as they are, it is the one that is there.

    ValidationError while a part is missing or sent back, and for a meeting of another body.
    """
    standing = locked(report, by)
    check_may_go_through(by, standing)
    if standing.is_gone_through:
        return standing.gone_through[-1]
    if any(standing.part_state(key) != PartState.SIGNED for key in standing.signers):
        raise ValidationError(_("Alla delar är inte undertecknade än. Vänta tills de är det."))
    if meeting is not None and not meetings_to_choose(by, standing).filter(pk=meeting.pk).exists():
        raise ValidationError({"meeting": _("Välj ett möte i den gruppen, med godkänt protokoll.")})
    if meeting is None and not note.strip():
        raise ValidationError(_("Välj mötet, eller skriv hur gruppen gick igenom delarna."))
    made = GoneThrough.objects.create(
        partnership_id=report.partnership_id,
        organisation_id=by.organisation_id,
        report=report,
        seals=standing.seals,
        meeting=meeting,
        note=note.strip(),
        person_id=by.person_id,
        on=meeting.held_on if meeting and meeting.held_on else today,
        noted_at=now,
    )
    _show(standing, by=by, now=now, today=today)
    record(
        "report.go_through", by=by, now=now, subject=report, partnership=report.partnership_id,
        clause=standing.template.clause, shared=True, refers_to={"meeting": meeting.pk} if meeting else {},
    )  # fmt: skip
    tell_gone_through(standing, made, by=by, now=now, today=today)
    return made


def _show(standing: Standing, *, by: Viewer, now: datetime, today: date) -> None:
    """What the body drew up, where that is a duty: the parts together, as they were gone through."""
    duty = standing.template.gone_through_duty
    owed = [each for each in obligations_met(standing, duty) if by.organisation_id in each.owed_by] if duty else []
    if not owed:
        return
    body = standing.terms.body[standing.body].name
    document = document_in(whole(by, standing, now=now, today=today))
    paper = as_gone_through(document, body, signatures_of(standing), today)
    made = add_document(
        standing.report.partnership,
        f"{standing.report.term}-{standing.days.start}-{standing.body}.pdf",
        file_of(paper, today),
        title=_("%(title)s, delarna som %(body)s gick igenom") % {"title": document.title, "body": body},
        public_title=document.title,
        direction=Document.Direction.DRAWN_UP,
        dated=today,
        hand_over=True,
        by=by,
        now=now,
    )
    for each in owed:
        give_evidence(each, kind="report", done_on=today, document=made, says="", by=by, now=now, today=today)
