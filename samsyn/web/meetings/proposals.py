"""What is open in a partnership, gathered from where it is kept, as an agenda to propose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext, override

from samsyn.rules.meetings import Facts, Proposal, Thing, proposed
from samsyn.rules.reading import Dossier
from samsyn.rules.terms.governance import Body
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.assumptions import open_questions
from samsyn.web.agreements.presenters.sides import kind_title
from samsyn.web.meetings.models import ActionPoint, Meeting
from samsyn.web.obligations.models import Obligation
from samsyn.web.partnerships.models import Partnership

_RUNNING = ("payment", "invoice", "meeting")
"""Kinds that come and go by themselves: a steering group speaks of them when something is wrong with them."""
_TITLE = 300


def proposals_for(
    partnership: Partnership, dossier: Dossier, body: Body, day: date, today: date, viewer: Viewer
) -> list[Proposal]:
    """The agenda for a meeting of `body` on `day`, as it looks today. Always in the language of the agreement.

    Where someone sits who is no party, what is between the parties is not proposed: they may add it themselves.
    """
    guests = _seats_guests(dossier, body)
    with override("sv"):
        facts = Facts(
            obligations=list(_obligations(partnership, viewer)),
            assumptions=list(_assumptions(dossier, today)),
            actions=list(_actions(partnership, body, viewer)),
            changes=[] if guests else list(_changes(partnership, viewer)),
            matters=[] if guests else list(_matters(partnership, viewer)),
            last_minutes=_last_minutes(partnership, body.id),
        )
        return proposed(facts, day)


def _seats_guests(dossier: Dossier, body: Body) -> bool:
    known = dossier.agreement.participant
    return any(seat.participant in known and known[seat.participant].belongs_to is None for seat in body.members)


def _obligations(partnership: Partnership, viewer: Viewer) -> Iterator[Thing]:
    open_ones = Obligation.objects.visible_to(viewer).filter(partnership=partnership).open().dated()
    for each in open_ones.exclude(kind__in=_RUNNING):
        title = f"{kind_title(each.kind)}, senast {each.due}"
        yield Thing(str(each.pk), title, each.clause, each.due, each.says)


def _assumptions(dossier: Dossier, today: date) -> Iterator[Thing]:
    for term, assumption in open_questions(terms_on(dossier, today, today)):
        background = gettext("Så räknar Samsyn tills parterna har svarat: %(chosen)s") % {"chosen": assumption.chosen}
        yield Thing(assumption.id, assumption.question[:_TITLE], term.clause, background=background)


def _actions(partnership: Partnership, body: Body, viewer: Viewer) -> Iterator[Thing]:
    """From the body's own meetings, and of an orderly end: in another body sit others, who are not to read them."""
    open_ones = ActionPoint.objects.visible_to(viewer).filter(partnership=partnership).open()
    its_own = open_ones.filter(Q(meeting__body=body.id) | Q(meeting=None))
    for each in its_own.select_related("organisation"):
        yield Thing(str(each.pk), action_title(each), day=each.due)


def action_title(action: ActionPoint) -> str:
    """«Socialnämnden: boka lokal, senast 2026-04-01»."""
    latest = f", senast {action.due}" if action.due else ""
    says = " ".join(action.says.split())
    room = _TITLE - len(action.organisation.name) - len(latest) - 2
    return f"{action.organisation.name}: {says if len(says) <= room else says[: room - 1] + '…'}{latest}"


def _changes(partnership: Partnership, viewer: Viewer) -> Iterator[Thing]:
    # Changes and matters lie downstream: they rest on meetings, and are asked only here.
    from samsyn.web.changes.models import Change

    for each in Change.objects.visible_to(viewer).filter(partnership=partnership).pending().order_by("number"):
        title = f"{each.get_kind_display()}: {' '.join(each.says.split())}".removesuffix(": ")
        yield Thing(str(each.pk), title[:1].upper() + title[1:_TITLE], each.clause)


def _matters(partnership: Partnership, viewer: Viewer) -> Iterator[Thing]:
    from samsyn.web.matters.models import Matter

    for each in Matter.objects.visible_to(viewer).filter(partnership=partnership).open().order_by("number"):
        title = f"{each.get_kind_display()}: {each.title}"
        yield Thing(str(each.pk), title[:1].upper() + title[1:_TITLE], each.clause, each.happens_on)


def _last_minutes(partnership: Partnership, body: str) -> str:
    held = Meeting.objects.filter(partnership=partnership, body=body, held_on__isnull=False).order_by("-held_on")
    last = held.values_list("number", "held_on").first()
    return f"möte {last[0]}, {last[1]}" if last else ""
