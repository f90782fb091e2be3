"""The report is compiled and submitted: frozen with its data, definitions and what drew it, and shown as evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from samsyn.exchange.reports import seal_of, to_plain
from samsyn.rules.reports import PartState, State
from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.actions import add_document
from samsyn.web.documents.models import Document
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.obligations.actions import give_evidence
from samsyn.web.obligations.models import Obligation
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.reports.actions.rows import locked
from samsyn.web.reports.actions.telling import tell_submitted
from samsyn.web.reports.assembling import whole
from samsyn.web.reports.content import Content, digest, document_in
from samsyn.web.reports.models import Report, Submission
from samsyn.web.reports.paper import as_submitted, drawn, file_of, signatures_of
from samsyn.web.reports.permissions import check_may_submit
from samsyn.web.reports.presenters.words import handed_in_by
from samsyn.web.reports.queries import Standing, draft_of, obligations_met

acts.register({"report.submit": gettext_lazy("lämnade en rapport")})


@transaction.atomic
def submit(report: Report, *, seal: str, because: str = "", by: Viewer, now: datetime, today: date) -> Submission:
    """By whoever compiles. `seal` is the sum of what was read: ValidationError where it says something else by now.

    Submitted already as it is, it is the submission that is there; a correction is the next one and needs a reason.
    """
    standing = locked(report, by)
    check_may_submit(by, standing)
    content = whole(by, standing, now=now, today=today)
    if standing.last is not None and standing.last.content.get("read") == digest(content):
        return standing.last
    _check_ready(standing)
    if digest(content) != seal:
        raise ValidationError(_("Rapporten har ändrats sedan du läste den. Läs den igen och lämna den sedan."))
    _check_written(standing, by)
    if standing.last is not None and not because.strip():
        raise ValidationError({"because": _("Skriv vad som är rättat och varför. Det står i den rättade rapporten.")})
    return _submitted(standing, because.strip(), by=by, now=now, today=today)


def submit_at_once(report: Report, because: str, *, by: Viewer, now: datetime, today: date) -> Submission | None:
    """Where nobody compiles it is submitted as the last one signs, in the same transaction."""
    standing = locked(report, by)
    if standing.compiler or any(standing.part_state(key) != PartState.SIGNED for key in standing.signers):
        return None
    reason = because.strip() or (_("En del är rättad.") if standing.last else "")
    return _submitted(standing, reason, by=by, now=now, today=today)


def _check_ready(standing: Standing) -> None:
    if any(standing.part_state(key) != PartState.SIGNED for key in standing.signers):
        raise ValidationError(_("Alla delar är inte undertecknade än. Vänta tills de är det."))
    if standing.state == State.TO_GO_THROUGH or (standing.body and not standing.is_gone_through):
        name = standing.terms.body[standing.body].name
        raise ValidationError(_("%(body)s har inte gått igenom delarna som de är nu.") % {"body": name})


def _check_written(standing: Standing, by: Viewer) -> None:
    words = draft_of(by, standing.report).words
    missing = [each.title for each in standing.sections("compiler") if each.required and not words.get(each.id)]
    if missing:
        raise ValidationError(_("Skriv först under %(what)s.") % {"what": "; ".join(f"«{each}»" for each in missing)})


def _submitted(standing: Standing, because: str, *, by: Viewer, now: datetime, today: date) -> Submission:
    """1. its words, figures and signatures in one document; 2. what drew it; 3. the file; 4. the row; 5. evidence."""
    read = _read(standing, by=by, now=now, today=today)
    number = standing.last.number + 1 if standing.last else 1
    with override(settings.LANGUAGE_CODE):
        document = as_submitted(
            document_in(read),
            number,
            signatures_of(standing),
            handed_in_by(standing, by.organisation_name),
            today,
            because,
        )
        document = replace(document, drawn_by=drawn())
        document = replace(document, seal=seal_of(document))
    content: Content = {"document": to_plain(document), "figures": read["figures"], "read": digest(read)}
    data = file_of(document, today)
    submission = Submission(
        partnership_id=standing.report.partnership_id,
        organisation_id=by.organisation_id,
        report=standing.report,
        number=number,
        content=content,
        sha256=digest(content),
        seals=standing.seals,
        drawn_by={each.name: each.version for each in document.drawn_by},
        file_sha256=hashlib.sha256(data).hexdigest(),
        because=because,
        submitted_by_id=by.person_id,
        submitted_on=today,
        submitted_at=now,
    )
    submission.document = _document(standing, submission, data, by=by, now=now, today=today)
    with refusals_of(Submission):
        submission.save(force_insert=True)
    _show(standing, submission.document, by=by, now=now, today=today)
    record(
        "report.submit", by=by, now=now, subject=standing.report, partnership=standing.report.partnership_id,
        clause=standing.template.clause, shared=True,
        refers_to={"number": number, "sum": submission.sha256, "obligation": standing.report.obligation_id},
    )  # fmt: skip
    tell_submitted(standing, submission, by=by, now=now, today=today)
    return submission


def _read(standing: Standing, *, by: Viewer, now: datetime, today: date) -> Content:
    """What the whole says. One party's own report is its part, frozen a moment ago, where all parties read that."""
    if not standing.has_own_part and not standing.is_kept:
        said = standing.newest[standing.signers[0]].said.content
        return {"document": said["document"], "figures": said["figures"]}
    return whole(by, standing, now=now, today=today, for_good=True)


def _document(
    standing: Standing, submission: Submission, data: bytes, *, by: Viewer, now: datetime, today: date
) -> Document:
    title = submission.content["document"]["title"]
    return add_document(
        standing.report.partnership,
        f"{standing.report.term}-{standing.days.start}-{submission.number}.pdf",
        data,
        title=title,
        public_title=title,
        direction=Document.Direction.DRAWN_UP,
        dated=today,
        hand_over=True,
        by=by,
        now=now,
    )


def _show(standing: Standing, document: Document, *, by: Viewer, now: datetime, today: date) -> None:
    """Every obligation of the duty that it answers: each party's own where they owe it each for itself."""
    for owed in _answered(standing, by):
        if owed.waived_on is None and owed.fell_away_on is None:
            give_evidence(
                owed, kind=_kind(owed.evidence), done_on=today, document=document, by=by, now=now, today=today
            )


def _answered(standing: Standing, by: Viewer) -> Sequence[Obligation]:
    found = obligations_met(standing, standing.template.duty)
    return [each for each in found if by.organisation_id in each.owed_by]


def _kind(evidence: str) -> str:
    return _KINDS.get(evidence, "document")


_KINDS: Mapping[str, str] = {"report": "report", "survey": "report"}
"""What the rule asks for → how the paper is shown."""
