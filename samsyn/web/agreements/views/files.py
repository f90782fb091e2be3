"""A registered version as the files it was read from, byte for byte."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from samsyn.exchange.files import zipped
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements import queries


@require_GET
def files(request: ViewerRequest, organisation: str, slug: str, number: int) -> HttpResponse:
    partnership = queries.partnership_or_404(request.viewer, slug)
    dossier = queries.dossier_of(partnership, number)
    if not dossier.files:
        raise Http404
    name = f"{partnership.slug}-version-{number}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(zipped(dossier.files, inside=partnership.slug), "application/zip", headers=headers)
