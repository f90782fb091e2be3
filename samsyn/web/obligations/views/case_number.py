"""The acting organisation's own case number of a partnership."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import own_keys, partnership_or_404
from samsyn.web.obligations.actions import set_case_number
from samsyn.web.obligations.forms import CaseNumberForm
from samsyn.web.obligations.permissions import check_may_write_case_number
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_http_methods(["GET", "POST"])
def case_number(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    check_may_write_case_number(request.viewer)
    partnership = partnership_or_404(request.viewer, slug)
    place = own_keys(request.viewer, [partnership.pk])[partnership.pk]
    form = CaseNumberForm(request.POST or None, initial={"case_number": place.case_number})
    if request.method == "POST" and form.is_valid():
        set_case_number(place, form.cleaned_data["case_number"], by=request.viewer, now=clock.now())
        messages.success(request, gettext("Diarienumret för %(name)s är sparat.") % {"name": partnership.name})
        return redirect("obligations:partnerships", organisation=organisation)
    trail = [Place(gettext("Partnerskap"), f"/as/{organisation}/partnerships/")]
    about = {"twin": partnership.is_demo, "real_terms": partnership.twin_of_id is not None}
    context = {"form": form, "partnership": partnership, "trail": trail, **about}
    return render(request, "obligations/case_number.html", context)
