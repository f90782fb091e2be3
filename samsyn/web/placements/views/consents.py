"""A participant's consent is written in, and taken back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.placements import actions
from samsyn.web.placements.forms.referring import ConsentForm
from samsyn.web.placements.presenters.participants import consent_row
from samsyn.web.placements.queries.ground import consents_of
from samsyn.web.placements.views.scene import (
    Scene,
    Sheet,
    attempted,
    consent_or_404,
    form_page,
    participant_or_404,
    sending_scene,
    typed,
)
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str, participant: UUID) -> HttpResponse:
    scene = sending_scene(request, slug)
    found = participant_or_404(scene, participant)
    asked = consents_of(scene.partnership, scene.today)
    recipients = [(str(each), scene.name(each)) for each in asked.recipients]
    form = ConsentForm(typed(request), recipients=recipients, today=scene.today)

    def act() -> str | None:
        said = form.cleaned_data
        actions.record_consent(
            found,
            UUID(said.get("recipient") or recipients[0][0]),
            scope=said["scope"],
            reservation=said["reservation"],
            given_on=said["given_on"],
            until=form.until,
            by=scene.viewer,
            now=clock.now(),
            today=scene.today,
        )
        return _onward(request, scene)

    sheet = Sheet(
        gettext("Skriv in ett samtycke"),
        gettext("Spara samtycket"),
        Place(found.known_as, scene.participant_at(found.pk)),
        _lead(scene, recipients),
        asked.clause,
    )
    return form_page(request, scene, sheet, form, act, gettext("Samtycket är inskrivet."))


@require_http_methods(["GET", "POST"])
def withdraw(request: ViewerRequest, organisation: str, slug: str, consent: UUID) -> HttpResponse:
    """First what follows from it; then, with a press, it is so."""
    scene = sending_scene(request, slug)
    found = consent_or_404(scene, consent)
    back = Place(found.participant.known_as, scene.participant_at(found.participant_id))
    row = consent_row(found, scene.name, scene.today)
    if request.method == "POST" and row.stands:
        act = lambda: actions.withdraw_consent(found, by=scene.viewer, now=clock.now(), today=scene.today)  # noqa: E731
        attempted(request, act, gettext("Samtycket är tillbakataget. Från och med nu lämnas inget nytt."))
        return redirect(back.url)
    if not row.stands:
        over = gettext("Samtycket gäller inte längre. Det finns inget att ta tillbaka.")
        messages.info(request, gettext("Samtycket är redan tillbakataget.") if found.withdrawn_at else over)
        return redirect(back.url)
    context = scene.inside(back) | {"row": row, "back": back}
    return render(request, "placements/withdraw_consent.html", context)


def _lead(scene: Scene, recipients: list[tuple[str, str]]) -> str:
    if len(recipients) == 1:
        said = gettext("Deltagaren häver sekretessen för det som kryssas, gentemot %(who)s.")
        return said % {"who": recipients[0][1]}
    return gettext("Deltagaren häver sekretessen för det som kryssas, gentemot den som väljs.")


def _onward(request: ViewerRequest, scene: Scene) -> str | None:
    """Back to the referral that waits for it, if one was named in the address."""
    try:
        return scene.referral_at(UUID(request.GET.get("referral", "")))
    except ValueError:
        return None
