"""A decision of a meeting that confirms a reading: the approved minutes are each party's approval."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from samsyn.rules.timeline import terms_on
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.changes.actions.draft import draft
from samsyn.web.changes.actions.effect import take_effect_if_complete
from samsyn.web.changes.actions.letters import tell_the_others
from samsyn.web.changes.content import frozen_sum
from samsyn.web.changes.models import Change, Step
from samsyn.web.history.actions import record
from samsyn.web.meetings.models import Decision, MinutesAnswer
from samsyn.web.meetings.queries import latest_minutes
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.reminders.queries import receivers_in


@transaction.atomic
def confirm_by_minutes(decision: Decision, *, by: Viewer, now: datetime, today: date) -> Change | None:
    """Called when the last party has approved the minutes. None where the question is answered already.

    A party without a seat in the body is still asked, and so is one for which the minutes were approved by somebody who
    does not decide for it: the change then waits for its approval.
    """
    known = Change.objects.filter(decision=decision).first()
    if known:
        return known
    try:
        change = _proposed(decision, by=by, now=now, today=today)
    except ValidationError:
        return None
    places = {
        each.organisation_id: each for each in PartnershipParty.objects.filter(partnership_id=change.partnership_id)
    }
    approvals = _approvals(decision)
    with also_as_job(Job.CHANGE):
        for answer in approvals:
            Step.objects.create(
                partnership_id=change.partnership_id,
                change=change,
                kind=Step.Kind.APPROVAL,
                place=places[answer.organisation_id],
                organisation_id=answer.organisation_id,
                person_id=answer.person_id,
                on=answer.on,
                meeting_id=decision.meeting_id,
                recorded_at=now,
            )
    if not take_effect_if_complete(change, by=by, now=now, today=today):
        tell_the_others(change, by=by, now=now, today=today)
    return change


def _approvals(decision: Decision) -> list[MinutesAnswer]:
    """Each party's yes to the text as it was approved, where it was said by someone who decides for the party."""
    minutes = latest_minutes(decision.meeting)
    said = [answer for answer in minutes.answers.all() if answer.approved] if minutes else []
    return [answer for answer in said if _decides(answer)]


def _decides(answer: MinutesAnswer) -> bool:
    """On the day of the answer. To read that minutes are right is less than to settle what the agreement means."""
    deciding = receivers_in([answer.organisation_id], Permission.DECIDE, answer.on)
    return answer.person_id in {each.person_id for each in deciding}


def _proposed(decision: Decision, *, by: Viewer, now: datetime, today: date) -> Change:
    terms = terms_on(dossier_of(decision.partnership), today, today)
    clause = next((term.clause for _, term, each in terms.assumptions() if each.id == decision.assumption), "")
    answer = {"of": decision.assumption, "answer": decision.answer}
    values = {"clause": clause, "says": decision.says, "decision": decision, **answer}
    change = draft(decision.partnership, Change.Kind.CONFIRMATION, values, by=by, now=now, today=today)
    change.proposed_at, change.sha256 = now, frozen_sum(change)
    change.save(update_fields=["proposed_at", "sha256"])
    record(
        "change.propose", by=by, now=now, subject=change, partnership=change.partnership_id, clause=clause,
        refers_to={"decision": decision.pk, "sum": change.sha256}, shared=True,
    )  # fmt: skip
    return change
