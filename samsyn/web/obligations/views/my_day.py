"""The first page of everyone who acts for an organisation."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossiers_of, own_keys
from samsyn.web.obligations.daily import own_of, shares_of
from samsyn.web.obligations.models import Obligation, Outlook
from samsyn.web.obligations.permissions import may_read
from samsyn.web.obligations.presenters import day as words
from samsyn.web.obligations.queries import ObligationQuerySet
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.reminders.models import Letter
from samsyn.web.reminders.presenters.letters import Line, line_of

PER_PAGE = 40
RECENT_SHOWN = 8
WAITING_SHOWN = 5
LETTERS_SHOWN = 4
TASKS_SHOWN = 8


@require_GET
def my_day(request: ViewerRequest, organisation: str) -> HttpResponse:
    """Who may not read partnerships sees only where their own work is."""
    viewer, today = request.viewer, clock.today()
    if not may_read(viewer):
        own = {"tasks": own_of(viewer, clock.now())} if viewer.may(Permission.VOLUNTEER) else {}
        return render(request, "obligations/day_elsewhere.html", {"today": today} | own)
    concerning = Obligation.objects.visible_to(viewer).open().concerning(viewer)
    concerning = concerning.dated().prefetch_related("partnership")
    ahead = words.last_day_ahead(today)
    coming = concerning.between(today, ahead)
    passed = concerning.passed(today)
    only_passed = request.GET.get("show") == "passed"
    page = Paginator(passed if only_passed else coming, PER_PAGE).get_page(request.GET.get("page"))
    recent = (
        []
        if only_passed or page.number > 1
        else list(passed.filter(due__gte=today - words.BEHIND).reverse()[:RECENT_SHOWN])[::-1]
    )
    context: dict[str, Any] = {"today": today, "page": page, "only_passed": only_passed, "ahead": ahead}
    context |= _days(viewer, list(page), recent) | _counts(viewer, coming, passed, ahead) | _waiting(viewer, today)
    context |= {"letters": _letters(viewer, today)} | _meetings(viewer, ahead) | _to_answer(viewer, today)
    work = shares_of(viewer, clock.now(), today)
    context |= {"doors": work.doors, "tasks": work.tasks[:TASKS_SHOWN], "tasks_count": len(work.tasks)}
    context["answers"] = sum(len(context[name]) for name in ("to_decide", "matters_to_answer", "to_approve"))
    return render(request, "obligations/day.html", context)


def _meetings(viewer: Viewer, ahead: date) -> dict[str, Any]:
    """Those of the coming weeks, minutes that wait for the organisation's word, and what it took on at a meeting."""
    # Meetings lie downstream of obligations; my day shows what is to be done, whatever it is.
    from samsyn.web.meetings.presenters.rows import row_of
    from samsyn.web.meetings.queries import called_to, to_approve, to_do

    now = clock.now()
    coming = called_to(viewer, now, now + words.MEETINGS_AHEAD)[:WAITING_SHOWN]
    return {
        "meetings": [row_of(each, viewer) for each in coming],
        "to_approve": [row_of(each.meeting, viewer) for each in to_approve(viewer)],
        "to_do": to_do(viewer, ahead)[:WAITING_SHOWN],
    }


def _to_answer(viewer: Viewer, today: date) -> dict[str, Any]:
    """Changes that wait for the organisation's yes or no, and what others have written to it."""
    from samsyn.web.changes.presenters.day import to_decide
    from samsyn.web.matters.models import Matter

    unanswered = Matter.objects.visible_to(viewer).to_answer(viewer).select_related("partnership")
    return {
        "to_decide": to_decide(viewer, today),
        "matters_to_answer": list(unanswered.order_by("opened_at")[:WAITING_SHOWN]),
    }


def _letters(viewer: Viewer, today: date) -> list[Line]:
    """What Samsyn has written today to the one who looks, however they want their letters."""
    written = Letter.objects.visible_to(viewer).written_on(today).exclude(kind=Letter.Kind.DIGEST)
    shown = written.select_related("partnership").defer("calendar")[:LETTERS_SHOWN]
    return [line_of(each, viewer.organisation_slug) for each in shown]


def _days(viewer: Viewer, shown: list[Obligation], recent: list[Obligation]) -> dict[str, Any]:
    """Both lists in the words of their agreements, which are read at once."""
    partnerships = {each.partnership_id for each in [*shown, *recent]}
    dossiers = dossiers_of(partnerships)
    own = {partnership: place.key for partnership, place in own_keys(viewer, partnerships).items()}
    return {
        "days": words.by_day(words.items_of(shown, dossiers, own, viewer)),
        "recent": words.by_day(words.items_of(recent, dossiers, own, viewer)),
    }


def _counts(viewer: Viewer, coming: ObligationQuerySet, passed: ObligationQuerySet, until: date) -> dict[str, Any]:
    together = Q(joint=True) | Q(kind="meeting")
    mine = Q(owed_by__contains=[viewer.organisation_id]) | Q(kind="meeting")
    counted = coming.order_by().aggregate(
        own=Count("id", mine), joint=Count("id", mine & together), others=Count("id", ~mine)
    )
    return {
        "sentence": words.summary(**counted, organisation=viewer.organisation_name, until=until),
        "passed_count": passed.count(),
    }


def _waiting(viewer: Viewer, today: date) -> dict[str, Any]:
    outlooks = Outlook.objects.visible_to(viewer).prefetch_related("partnership")
    near = outlooks.with_a_deadline(today, today + words.DEADLINES_AHEAD)
    open_readings = outlooks.to_confirm(today)
    soonest = words.deadlines(near, today, viewer)[:WAITING_SHOWN]
    extended = dossiers_of({each.extends for each in soonest if each.extends})
    return {
        "deadlines": words.in_words_of(soonest, extended, today),
        "to_confirm": words.to_confirm(open_readings[:WAITING_SHOWN], viewer),
        "to_confirm_count": open_readings.count(),
    }
