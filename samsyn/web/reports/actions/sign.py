"""A party signs its part: frozen, summed, its figures let go, made a paper, shown as evidence, told to the next."""

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
from samsyn.web.obligations.actions import give_evidence
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.reports.actions.rows import locked
from samsyn.web.reports.actions.submit import submit_at_once
from samsyn.web.reports.actions.telling import tell_of_part
from samsyn.web.reports.assembling import own_part, own_part_let_go
from samsyn.web.reports.content import Content, digest, document_in
from samsyn.web.reports.models import Part, PartContent, Report
from samsyn.web.reports.paper import as_part, file_of, signature_of
from samsyn.web.reports.permissions import check_may_sign
from samsyn.web.reports.queries import Standing, draft_of, obligations_met

acts.register({"report.sign": gettext_lazy("undertecknade sin del av en rapport")})


@transaction.atomic
def sign(report: Report, *, seal: str, because: str = "", by: Viewer, now: datetime, today: date) -> Part:
    """`seal` is the sum of what the signer has read: ValidationError where it says something else by now.

    Signed again with the same words it is the part that is there. `because`: what is corrected and why, where it is not
    the first version; what was sent back gives its own reason.

    1. may they; 2. is the time over; 3. is it what they read; 4. is it whole; 5. its figures are let go; 6. the row and
    its paper; 7. evidence; 8. history; 9. submitted at once where nobody compiles; 10. letters.
    """
    standing = locked(report, by)
    check_may_sign(by, standing)
    key = standing.key_of(by.organisation_id)
    check_is_over(standing, today)
    found = digest(own_part(by, standing, now=now, today=today))
    last = standing.signed(key)
    if last is not None and last.sha256 == found:
        if standing.part_state(key) == PartState.SENT_BACK:
            raise ValidationError(_("Ingenting är ändrat sedan delen skickades tillbaka. Ändra det som behövs."))
        return last
    if found != seal:
        raise ValidationError(_("Delen har ändrats sedan du läste den. Läs den igen och underteckna sedan."))
    check_whole(standing, by)
    part = _part(standing, key, _reason(standing, key, because), by=by, now=now, today=today)
    _show(standing, key, part, by=by, now=now, today=today)
    record(
        "report.sign", by=by, now=now, subject=report, partnership=report.partnership_id,
        clause=standing.template.clause, shared=True,
        refers_to={"number": part.number, "sum": part.sha256, "obligation": report.obligation_id},
    )  # fmt: skip
    submit_at_once(report, because, by=by, now=now, today=today)
    tell_of_part(locked(report, by), key, by=by, now=now, today=today)
    return part


def check_is_over(standing: Standing, today: date) -> None:
    """Figures are let go of days that are over: then they are the same whoever asks, and whenever."""
    if today < standing.days.end:
        said = _("Tiden som rapporten avser är slut %(day)s. Skriv redan nu, och underteckna dagen efter.")
        raise ValidationError(said % {"day": standing.days.last})


def check_whole(standing: Standing, by: Viewer) -> None:
    """Raises ValidationError naming what is missing."""
    words = draft_of(by, standing.report).words
    mine = standing.sections("part") if standing.has_own_part else standing.template.sections
    missing = [each.title for each in mine if each.required and not words.get(each.id)]
    if missing:
        raise ValidationError(_("Skriv först under %(what)s.") % {"what": "; ".join(f"«{each}»" for each in missing)})


def _reason(standing: Standing, key: str, because: str) -> str:
    """A version that answers a note needs no other reason than the note."""
    if standing.signed(key) is None:
        return ""
    if because.strip():
        return because.strip()
    if standing.part_state(key) == PartState.SENT_BACK:
        return _("Ändrad efter att den skickades tillbaka.")
    raise ValidationError({"because": _("Skriv vad som är rättat och varför. Alla parter läser det.")})


def _part(standing: Standing, key: str, because: str, *, by: Viewer, now: datetime, today: date) -> Part:
    content = own_part_let_go(by, standing, because, now=now, today=today)
    last = standing.signed(key)
    part = Part(
        partnership_id=standing.report.partnership_id,
        organisation_id=by.organisation_id,
        report=standing.report,
        number=last.number + 1 if last else 1,
        sha256=digest(content),
        because=because,
        signed_by_id=by.person_id,
        signer=by.person_name,
        signed_on=today,
        signed_at=now,
    )
    if standing.has_own_part or standing.is_kept:
        part.document = _document(standing, key, part, content, by=by, now=now, today=today)
    with refusals_of(Part):
        part.save(force_insert=True)
    PartContent.objects.create(
        partnership_id=part.partnership_id, organisation_id=by.organisation_id, part=part, content=content,
        only_for=standing.only_for(key),
    )  # fmt: skip
    return part


def _document(
    standing: Standing, key: str, part: Part, content: Content, *, by: Viewer, now: datetime, today: date
) -> Document:
    """Where the part is a paper of its own. Handed over to those that read it; they are told by the report itself."""
    document = document_in(content)
    paper = as_part(document, part.number, signature_of(standing, key, part.signer, today, part.sha256), today)
    return add_document(
        standing.report.partnership,
        f"{standing.report.term}-{standing.days.start}-{key}-{part.number}.pdf",
        file_of(paper, today),
        title=f"{document.title}, {standing.name_of(key)}",
        public_title=document.title,
        direction=Document.Direction.DRAWN_UP,
        dated=today,
        only_for=standing.only_for(key),
        hand_over=True,
        by=by,
        now=now,
    )


def _show(standing: Standing, key: str, part: Part, *, by: Viewer, now: datetime, today: date) -> None:
    """A signed part shows the duty to fill it in, where that is a duty of its own."""
    if not standing.template.part_duty or part.document is None:
        return
    for owed in obligations_met(standing, standing.template.part_duty):
        if by.organisation_id in owed.owed_by and owed.waived_on is None:
            give_evidence(
                owed, kind="report", done_on=today, document=part.document, says="", by=by, now=now, today=today
            )
