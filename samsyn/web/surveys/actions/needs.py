"""What people asked for is taken up with the other parties. What it leads to, a meeting decides."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.actions import add_item
from samsyn.web.meetings.models import AgendaItem, Meeting
from samsyn.web.organisations.roles import Permission
from samsyn.web.project.clock import SWEDEN
from samsyn.web.surveys.models import Question, Raised, Round

acts.register({"survey.raise_need": gettext_lazy("tog upp ett önskemål från en enkät i ett möte")})


def may_raise(viewer: Viewer, of: Round) -> bool:
    return viewer.may(Permission.FULFIL) and viewer.organisation_id == of.organisation_id


@transaction.atomic
def raise_need(
    of: Round,
    question: UUID,
    option: str,
    meeting: Meeting,
    title: str,
    background: str = "",
    *,
    by: Viewer,
    now: datetime,
) -> Raised:
    """Put on the agenda, in the words of who raises it: all parties read them. Raised twice, it stands there once.

    `option`: the key of what could be chosen, or empty for what was said with own words. Only of a round that has
    ended.
    """
    if not may_raise(by, of):
        raise PermissionDenied("A need is raised by those who answer for the party that asked.")
    asked = Question.objects.visible_to(by).filter(pk=question, version_id=of.version_id).first()
    if asked is None or (option and option not in options_of(asked)):
        raise ValidationError(_("Det önskemålet finns inte i enkäten. Gå tillbaka till önskemålen och välj där."))
    if not of.has_ended(now.astimezone(SWEDEN).date()):
        raise ValidationError(_("Omgången pågår. Önskemålen tas upp när den är slut och svaren är räknade."))
    Round.objects.select_for_update(of=("self",)).get(pk=of.pk)
    same = Raised.objects.filter(round=of, question=asked, option=option, meeting=meeting)
    standing = next((each for each in same if AgendaItem.objects.filter(pk=each.item).exists()), None)
    if standing is not None:
        return standing
    item = add_item(meeting, title, background, by=by, now=now)
    raised = Raised.objects.create(
        partnership_id=of.partnership_id,
        organisation_id=of.organisation_id,
        round=of,
        question=asked,
        option=option,
        meeting=meeting,
        item=item.pk,
        raised_at=now,
        raised_by_id=by.person_id,
    )
    about = {"round": of.pk, "meeting": meeting.pk, **({"option": option} if option else {})}
    record("survey.raise_need", by=by, now=now, subject=raised, partnership=of.partnership_id, refers_to=about)
    return raised


def options_of(question: Question) -> list[str]:
    return ["yes", "no"] if question.type == Question.Type.YESNO else list(question.options)
