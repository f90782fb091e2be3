"""The party's own statement: its words, its sums, its paper, and that it is signed."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.documents.uploads import takes_files
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.statements import actions
from samsyn.web.statements.forms import PaperForm, SealForm, SumForm, WritingForm
from samsyn.web.statements.material import material_of
from samsyn.web.statements.models import Addition
from samsyn.web.statements.presenters.content import line_names, questions_of
from samsyn.web.statements.presenters.words import stands_words
from samsyn.web.statements.queries import duty_behind
from samsyn.web.statements.views.one import drafted, shown
from samsyn.web.statements.views.scene import Sheet, form_page, own_or_404, standing_or_404
from samsyn.web.ui.components.words import Place


@require_http_methods(["GET", "POST"])
def write(request: ViewerRequest, organisation: str, slug: str, statement: UUID) -> HttpResponse:
    scene, found = own_or_404(request.viewer, slug, statement, Permission.MANAGE_MONEY)
    material = material_of(request.viewer, found, scene.dossier)
    form = WritingForm(
        request.POST or None, questions=questions_of(material), words=material.draft.words, days=material.days,
        edits=material.draft.edits, asked=material.duty.about if material.duty else (),
    )  # fmt: skip
    sheet = Sheet(
        gettext("Skriv i redovisningen"), gettext("Spara"), gettext("Bara ni ser det tills ni undertecknar och lämnar.")
    )

    def act() -> str:
        actions.write(
            found, form.days(), form.words(), edits=form.cleaned_data["edits"], by=request.viewer, now=clock.now()
        )
        return gettext("Sparat.")

    return form_page(request, scene, found, form, sheet, act)


@require_http_methods(["GET", "POST"])
def add_sum(request: ViewerRequest, organisation: str, slug: str, statement: UUID) -> HttpResponse:
    scene, found = own_or_404(request.viewer, slug, statement, Permission.MANAGE_MONEY)
    terms, _duty = duty_behind(scene.dossier, found)
    form = SumForm(request.POST or None, lines=line_names(terms))
    sheet = Sheet(
        gettext("Lägg till ett belopp"),
        gettext("Lägg till"),
        gettext(
            "För det som varken fakturorna eller den inlästa bokföringen har. Belopp som redan står där räknas annars "
            "två gånger."
        ),
    )  # fmt: skip

    def act() -> str:
        actions.add_sum(found, form.said(), made=form.cleaned_data["made"], by=request.viewer, now=clock.now())
        return gettext("Beloppet är tillagt.")

    return form_page(request, scene, found, form, sheet, act)


@require_POST
def remove_sum(request: ViewerRequest, organisation: str, slug: str, statement: UUID, addition: UUID) -> HttpResponse:
    scene, found = own_or_404(request.viewer, slug, statement, Permission.MANAGE_MONEY)
    rows = Addition.objects.visible_to(request.viewer).filter(statement=found, pk=addition)
    there = rows.select_related("statement__partnership").first()
    try:
        if there is not None:
            actions.remove_sum(there, by=request.viewer, now=clock.now())
        messages.success(request, gettext("Beloppet är borttaget."))
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
    return redirect(f"{scene.home}{found.pk}/")


@takes_files
@require_http_methods(["GET", "POST"])
def enclose(request: ViewerRequest, organisation: str, slug: str, statement: UUID) -> HttpResponse:
    scene, found = own_or_404(request.viewer, slug, statement, Permission.MANAGE_MONEY)
    posted = request.method == "POST"
    form = PaperForm(request.POST if posted else None, request.FILES if posted else None)
    sheet = Sheet(
        gettext("Lägg till en bilaga"),
        gettext("Lägg till"),
        gettext("Årsredovisningen, eller den blankett som mottagaren vill ha. Bara ni ser den tills ni undertecknar."),
        files=True,
    )

    def act() -> str:
        file = form.cleaned_data["file"]
        actions.enclose(found, file.name, file.data, by=request.viewer, now=clock.now())
        return gettext("Bilagan är tillagd.")

    return form_page(request, scene, found, form, sheet, act)


@require_http_methods(["GET", "POST"])
def sign(request: ViewerRequest, organisation: str, slug: str, statement: UUID) -> HttpResponse:
    """The whole of it is read on the page where it is signed."""
    scene, found = own_or_404(request.viewer, slug, statement, Permission.DECIDE)
    standing = standing_or_404(scene, found.pk)
    here = f"{scene.home}{found.pk}/"
    form = SealForm(request.POST or None)
    if form.is_valid():
        try:
            actions.sign(found, seal=form.cleaned_data["seal"], by=request.viewer, now=clock.now(), today=scene.today)
            messages.success(request, gettext("Redovisningen är undertecknad och lämnad. Alla parter ser den."))
            return redirect(here)
        except ValidationError as trouble:
            messages.warning(request, " ".join(trouble.messages))
    elif form.is_bound:
        raise Http404
    content, alone = drafted(scene, standing)
    said = shown(content)
    inside = scene.context(scene.within(gettext("Redovisning")), Place(found.get_kind_display().capitalize(), here))
    context = inside | {
        "said": said,
        "seal": said["seal"],
        "alone": alone,
        "back": here,
        "stands": stands_words(standing, scene.name_of, scene.today),
        "receivers": [scene.name_of(each) for each in standing.receivers],
    }
    return render(request, "statements/sign.html", context, status=422 if form.is_bound else 200)
