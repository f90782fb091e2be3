"""The party signs and hands in: frozen, summed, made a document, shown as evidence, and told to those it is owed to."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from samsyn.rules.money.statements import State
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.documents.actions import add_document, hand_over
from samsyn.web.documents.models import Document
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.obligations.actions import give_evidence
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.statements.actions.rows import writable
from samsyn.web.statements.material import material_of
from samsyn.web.statements.models import Statement, Submission
from samsyn.web.statements.permissions import check_may_sign
from samsyn.web.statements.presenters.content import Content, Material, content_of, digest
from samsyn.web.statements.presenters.paper import Signing, statement_paper
from samsyn.web.statements.queries import Standing

acts.register({"statement.sign": gettext_lazy("undertecknade och lämnade en redovisning")})


@transaction.atomic
def sign(statement: Statement, *, seal: str, by: Viewer, now: datetime, today: date) -> Submission:
    """`seal` is the sum of what the signer has read: ValidationError where it says something else by now.

    Signed again with the same words it is the submission that is there.

    1. may they; 2. is it what they read; 3. is it whole; 4. the paper; 5. the row; 6. evidence; 7. history; 8. letters.
    """
    check_may_sign(by, statement)
    standing = writable(statement, by)
    with override(settings.LANGUAGE_CODE):
        material = material_of(by, standing.statement, dossier_of(statement.partnership))
        content = content_of(material)
    found = digest(content)
    if standing.last is not None and standing.last.sha256 == found:
        _refuse_unchanged(standing)
        return standing.last
    if found != seal:
        raise ValidationError(_("Redovisningen har ändrats sedan du läste den. Läs den igen och underteckna sedan."))
    check_whole(material)
    submission = _submission(standing, material, content, found, by=by, now=now, today=today)
    give_evidence(
        standing.statement.obligation, kind="report", done_on=today, document=submission.document,
        says="", by=by, now=now, today=today,
    )  # fmt: skip
    record(
        "statement.sign", by=by, now=now, subject=statement, partnership=statement.partnership_id,
        clause=statement.obligation.clause, shared=True,
        refers_to={"number": submission.number, "sum": found, "obligation": statement.obligation_id},
    )  # fmt: skip
    _tell(standing, submission, by=by, now=now, today=today)
    return submission


def check_whole(material: Material) -> None:
    """Raises ValidationError naming what is missing."""
    if material.statement.kind == Statement.Kind.ANNUAL_REPORT and material.paper is None:
        raise ValidationError(_("Lägg till årsredovisningen som bilaga först."))
    asked = material.duty.about if material.duty else ()
    missing = [each for each in asked if not material.draft.words.get(each)]
    if missing:
        raise ValidationError(
            _("Svara först på det som överenskommelsen frågar om: %(what)s.") % {"what": "; ".join(missing)}
        )


def _refuse_unchanged(standing: Standing) -> None:
    if standing.state == State.SENT_BACK:
        raise ValidationError(_("Ingenting är ändrat sedan redovisningen skickades tillbaka. Ändra det som behövs."))


def _submission(
    standing: Standing, material: Material, content: Content, seal: str, *, by: Viewer, now: datetime, today: date
) -> Submission:
    statement = standing.statement
    number = standing.last.number + 1 if standing.last else 1
    paper = hand_over(material.paper, by=by, now=now) if material.paper and material.paper.is_draft else material.paper
    submission = Submission(
        partnership_id=statement.partnership_id,
        organisation_id=statement.organisation_id,
        statement=statement,
        number=number,
        content=content,
        sha256=seal,
        paper=paper,
        signed_by_id=by.person_id,
        signed_on=today,
        signed_at=now,
    )
    submission.document = _document(statement, submission, by=by, now=now, today=today)
    with refusals_of(Submission):
        submission.save(force_insert=True)
    return submission


def _document(statement: Statement, submission: Submission, *, by: Viewer, now: datetime, today: date) -> Document:
    signer = Person.objects.get(pk=by.person_id)
    signing = Signing(submission.number, signer.display_name, today, submission.sha256)
    title = submission.content["title"]
    return add_document(
        statement.partnership,
        f"{statement.kind}-{submission.content['first']}-{submission.number}.pdf",
        statement_paper(submission.content, signing, today, fictitious=statement.partnership.is_demo),
        title=f"{title}, {submission.content['organisation']}",
        public_title=title,
        direction=Document.Direction.DRAWN_UP,
        dated=today,
        hand_over=True,
        by=by,
        now=now,
    )


def _tell(standing: Standing, submission: Submission, *, by: Viewer, now: datetime, today: date) -> None:
    from samsyn.web.reminders.actions import tell
    from samsyn.web.reminders.queries import receivers_in

    statement = standing.statement
    with override(settings.LANGUAGE_CODE):
        said = _("%(who)s har lämnat %(what)s. Läs den och svara om ni godtar den.")
        says = said % {"who": by.organisation_name, "what": submission.content["title"]}
    tell(
        receivers_in(standing.receivers, Permission.DECIDE, today),
        kind="news",
        about=f"statement/{submission.pk}",
        partnership=statement.partnership,
        says=says,
        path=f"partnerships/{statement.partnership.slug}/statements/{statement.pk}/",
        by=by,
        now=now,
    )
