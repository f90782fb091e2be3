"""What the other parties are shown: the rows of some days, and the words of single vouchers."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.books import actions
from samsyn.web.books.forms import DaysForm, TextsForm
from samsyn.web.books.presenters.texts import hidden_words
from samsyn.web.books.queries import days_to_release, first_and_last, hidden_texts, releases_of, waiting_for_release
from samsyn.web.books.views.scene import keeper_or_404
from samsyn.web.project import clock
from samsyn.web.ui.troubles import put_into

ON_A_PAGE = 100


@require_http_methods(["GET", "POST"])
def release(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = keeper_or_404(request.viewer, slug)
    pk = scene.partnership.pk
    ends = days_to_release(request.viewer, pk) or first_and_last(request.viewer, pk)
    form = DaysForm(request.POST or None, initial={"first": ends[0], "last": ends[1]} if ends else None)
    if form.is_valid():
        try:
            made = actions.release(scene.partnership, form.days(), by=request.viewer, now=clock.now())
            done = gettext("Kostnaderna är framlagda. Texterna är dolda tills ni har sett igenom dem.")
            messages.success(request, done if made else gettext("Allt för de dagarna var redan framlagt."))
            return redirect(f"{scene.home}texts/" if made else scene.home)
        except ValidationError as trouble:
            put_into(form, trouble)
    context = {
        "form": form,
        "waiting": waiting_for_release(request.viewer, pk),
        "releases": releases_of(request.viewer, pk),
    }
    return render(request, "books/release.html", scene.inside() | context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def texts(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = keeper_or_404(request.viewer, slug)
    found = hidden_words(hidden_texts(request.viewer, scene.partnership.pk))
    shown = found[:ON_A_PAGE]
    form = TextsForm(request.POST, ids=[str(each.id) for each in found]) if request.method == "POST" else None
    if form is not None and form.is_valid():
        chosen = [UUID(each) for each in form.cleaned_data["vouchers"]]
        n = actions.release_texts(scene.partnership, chosen, by=request.viewer, now=clock.now())
        said = ngettext("Texten på %(n)s verifikation kan nu läsas.", "Texten på %(n)s verifikationer kan nu läsas.", n)
        messages.success(request, said % {"n": n} if n else gettext("Ingen text är ändrad."))
        return redirect(f"{scene.home}texts/")
    context = {"shown": shown, "more": len(found) - len(shown), "form": form}
    status = 422 if form is not None else 200
    return render(request, "books/texts.html", scene.inside() | context, status=status)
