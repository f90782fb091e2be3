"""The register, and one table with all its versions."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.indices.models import IndexTable
from samsyn.web.indices.permissions import may_enter
from samsyn.web.indices.presenters.tables import series_of, versions
from samsyn.web.indices.queries import tables_standing, versions_of
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.ui.components.words import Place


def home_of(request: ViewerRequest) -> str:
    return f"/as/{request.viewer.organisation_slug}/indices/"


@require_GET
def listing(request: ViewerRequest, organisation: str) -> HttpResponse:
    require(request.viewer, Permission.READ_PARTNERSHIP)
    home = home_of(request)
    context = {
        "series": series_of(tables_standing(), home),
        "home": home,
        "enters": may_enter(request.viewer),
        "trail": [Place(gettext("Ekonomi"), f"/as/{request.viewer.organisation_slug}/economy/")],
    }
    return render(request, "indices/listing.html", context)


@require_GET
def one(request: ViewerRequest, organisation: str, table: UUID) -> HttpResponse:
    require(request.viewer, Permission.READ_PARTNERSHIP)
    found = get_object_or_404(IndexTable, pk=table)
    rows = versions_of(found.series, found.published)
    names = Person.objects.filter(pk__in=[row.entered_by_id for row in rows if row.entered_by_id])
    home = home_of(request)
    context = {
        "table": rows[0],
        "versions": versions(rows, dict(names.values_list("pk", "display_name"))),
        "enters": may_enter(request.viewer),
        "here": f"{home}{rows[0].pk}/",
        "trail": [Place(gettext("Index"), home)],
    }
    return render(request, "indices/one.html", context)
