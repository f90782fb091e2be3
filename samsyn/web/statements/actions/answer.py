"""Those it is owed to answer: accepted, or sent back with a note on what needs to be changed."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.obligations.actions import object_to, settle_objection
from samsyn.web.obligations.models import Objection
from samsyn.web.organisations.roles import Permission
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.statements.actions.rows import locked
from samsyn.web.statements.models import Answer, Submission
from samsyn.web.statements.permissions import check_may_answer
from samsyn.web.statements.queries import Standing

acts.register(
    {
        "statement.accept": gettext_lazy("godtog en redovisning"),
        "statement.send_back": gettext_lazy("skickade tillbaka en redovisning"),
    }
)


@transaction.atomic
def accept(submission: Submission, note: str = "", *, by: Viewer, now: datetime, today: date) -> Answer:
    """An objection that came with an earlier submission is settled by it. Again: the answer that is there."""
    standing, already = _standing(submission, by)
    if already is not None and already.accepted:
        return already
    answer = _answer(submission, note, accepted=True, by=by, now=now, today=today)
    for objection in _raised_with(standing, by):
        settle_objection(objection, _("Redovisningen är godtagen."), by=by, now=now, today=today)
    _remember("statement.accept", standing, answer, by=by, now=now, today=today)
    return answer


@transaction.atomic
def send_back(submission: Submission, note: str, *, by: Viewer, now: datetime, today: date) -> Answer:
    """The note is also an objection to the obligation: it is disputed until a corrected statement is accepted.

    Raises ValidationError without a note, and where the party has answered otherwise.
    """
    standing, already = _standing(submission, by)
    if already is not None and not already.accepted and already.note == note.strip():
        return already
    if not note.strip():
        raise ValidationError({"note": _("Skriv vad som behöver ändras. Den andra parten läser det.")})
    answer = _answer(submission, note, accepted=False, by=by, now=now, today=today)
    obligation = standing.statement.obligation
    mine = Objection.objects.visible_to(by).filter(obligation=obligation, organisation_id=by.organisation_id)
    if not mine.standing().exists():
        object_to(obligation, answer.note, by=by, now=now, today=today)
    _remember("statement.send_back", standing, answer, by=by, now=now, today=today)
    return answer


def _standing(submission: Submission, by: Viewer) -> tuple[Standing, Answer | None]:
    """ValidationError where a later one has been handed in: that is the one to answer."""
    standing = locked(submission.statement, by)
    check_may_answer(by, standing.statement, standing.receivers)
    if standing.last is None or standing.last.pk != submission.pk:
        raise ValidationError(_("En rättad redovisning har kommit sedan dess. Läs den och svara på den."))
    return standing, next((each for each in standing.answers if each.organisation_id == by.organisation_id), None)


def _answer(submission: Submission, note: str, *, accepted: bool, by: Viewer, now: datetime, today: date) -> Answer:
    answer = Answer(
        partnership_id=submission.partnership_id,
        submission=submission,
        organisation_id=by.organisation_id,
        person_id=by.person_id,
        accepted=accepted,
        note=note.strip(),
        on=today,
        answered_at=now,
    )
    with refusals_of(Answer):
        answer.save(force_insert=True)
    return answer


def _raised_with(standing: Standing, by: Viewer) -> list[Objection]:
    """The party's own objections that were its notes on this statement, and nothing else that it objects to."""
    notes = {each.note for one in standing.submissions for each in one.answers.all() if not each.accepted}
    rows = Objection.objects.visible_to(by).filter(
        obligation=standing.statement.obligation, organisation_id=by.organisation_id, reason__in=notes
    )
    return list(rows.standing().select_related("obligation__partnership"))


def _remember(name: str, standing: Standing, answer: Answer, *, by: Viewer, now: datetime, today: date) -> None:
    from samsyn.web.reminders.actions import tell
    from samsyn.web.reminders.queries import receivers_in

    statement = standing.statement
    number = standing.last.number if standing.last else None
    record(
        name, by=by, now=now, subject=statement, partnership=statement.partnership_id,
        clause=statement.obligation.clause, shared=True, refers_to={"number": number, "answer": answer.pk},
    )  # fmt: skip
    with override(settings.LANGUAGE_CODE):
        said = (
            _("%(who)s har godtagit er redovisning.")
            if answer.accepted
            else _("%(who)s har skickat tillbaka er redovisning med en anteckning om vad som behöver ändras.")
        )
        says = said % {"who": by.organisation_name}
    tell(
        receivers_in([statement.organisation_id], Permission.MANAGE_MONEY, today),
        kind="news",
        about=f"statement-answer/{answer.pk}",
        partnership=statement.partnership,
        says=says,
        path=f"partnerships/{statement.partnership.slug}/statements/{statement.pk}/",
        by=by,
        now=now,
    )
