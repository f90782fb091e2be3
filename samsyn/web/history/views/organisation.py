"""Who did what: the acting organisation's own history and what was done in the open. Sign-ins and reading apart."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.history.acts import sentence
from samsyn.web.history.models import Act
from samsyn.web.history.places import pages_of
from samsyn.web.history.queries import ActQuerySet, names_of
from samsyn.web.organisations.roles import Permission
from samsyn.web.ui.components.words import Place

_ON_A_PAGE = 50
_ACTS, _SIGN_INS, _READING = "", "sign-ins", "reading"


@require_GET
def history(request: ViewerRequest, organisation: str) -> HttpResponse:
    require(request.viewer, Permission.READ_PROCESSING)
    show = _chosen(request)
    found = _narrowed(Act.objects.visible_to(request.viewer), show)
    acts = found.select_related("organisation", "partnership").order_by("-at", "-id")
    page = Paginator(acts, _ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": _rows(request, list(page)), "ways": _ways(show), "reading": show == _READING}
    return render(request, "history/history.html", context)


def _rows(request: ViewerRequest, acts: list[Act]) -> list[tuple[Act, str, str, str]]:
    """Each act with what was done, by whom, and the page it leads to for those who read content."""
    names, pages = names_of(acts), pages_of(acts, request.viewer)
    home = f"/as/{request.viewer.organisation_slug}/partnerships/"
    return [
        (
            act,
            sentence(act.name),
            names.get(act.person_id, "") if act.person_id else "",
            f"{home}{act.partnership.slug}/{pages[act.pk]}" if act.pk in pages and act.partnership else "",
        )
        for act in acts
    ]


def _chosen(request: ViewerRequest) -> str:
    wanted = request.GET.get("show", "")
    return wanted if wanted in (_SIGN_INS, _READING) else _ACTS


def _narrowed(found: ActQuerySet, show: str) -> ActQuerySet:
    """Apart, since someone signs in and reads many times for each thing that is done."""
    if show == _SIGN_INS:
        return found.sign_ins(only=True)
    return found.sign_ins(only=False).reading(only=show == _READING)


def _ways(show: str) -> list[Place]:
    return [
        Place(gettext("Händelser"), "?", current=show == _ACTS),
        Place(gettext("Inloggningar"), f"?show={_SIGN_INS}", current=show == _SIGN_INS),
        Place(gettext("Vem som har läst"), f"?show={_READING}", current=show == _READING),
    ]
