"""The agreement as PDF."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from samsyn.exchange.pdf import agreement_pdf
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements import queries
from samsyn.web.agreements.forms import OnForm
from samsyn.web.agreements.presenters.document import agreement_document
from samsyn.web.indices.queries import register
from samsyn.web.project import clock


@require_GET
def document(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    partnership, today = queries.partnership_or_404(request.viewer, slug), clock.today()
    form = OnForm(request.GET)
    on = (form.cleaned_data["on"] if form.is_valid() else None) or today
    newest = queries.versions_of(partnership)[0].number
    numbers = {key: place.case_number for key, place in queries.parties_of(partnership).items()}
    dossier = queries.dossier_of(partnership)
    real_terms = partnership.twin_of_id is not None
    words = agreement_document(
        dossier,
        on=on,
        today=today,
        version=newest,
        case_numbers=numbers,
        index=register(),
        real_terms=real_terms,
    )
    headers = {"Content-Disposition": f'inline; filename="{partnership.slug}-{on}.pdf"'}
    return HttpResponse(agreement_pdf(words, today), "application/pdf", headers=headers)
