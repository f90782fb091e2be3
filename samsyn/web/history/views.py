"""Who did what: the acting organisation's own history and what was done in the open."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.history.acts import sentence
from samsyn.web.history.models import Act
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.ui.components.words import Place

_ON_A_PAGE = 50
_SIGN_INS = "sign-ins"


@require_GET
def history(request: ViewerRequest, organisation: str) -> HttpResponse:
    require(request.viewer, Permission.READ_PROCESSING)
    sign_ins = request.GET.get("show") == _SIGN_INS
    found = Act.objects.visible_to(request.viewer).sign_ins(only=sign_ins)
    acts = found.select_related("organisation", "partnership").order_by("-at", "-id")
    page = Paginator(acts, _ON_A_PAGE).get_page(request.GET.get("page"))
    names = _names({act.person_id for act in page if act.person_id})
    rows = [(act, sentence(act.name), names.get(act.person_id) if act.person_id else None) for act in page]
    return render(request, "history/history.html", {"page": page, "rows": rows, "ways": _ways(sign_ins)})


def _ways(sign_ins: bool) -> list[Place]:
    """Apart, since someone signs in many times for each thing that is done."""
    return [
        Place(gettext("Händelser"), "?", current=not sign_ins),
        Place(gettext("Inloggningar"), f"?show={_SIGN_INS}", current=sign_ins),
    ]


def _names(ids: set[UUID]) -> dict[UUID, str]:
    """Only of those whom the viewer may see; the other party's people are known by their organisation."""
    return dict(Person.objects.filter(pk__in=ids).values_list("pk", "display_name"))
