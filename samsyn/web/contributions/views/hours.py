"""Volunteers' hours, summed with one press."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.contributions import actions
from samsyn.web.contributions.forms import HoursForm
from samsyn.web.contributions.queries import not_summed_since
from samsyn.web.contributions.views.scene import Sheet, form_page, scene_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.formats import quantity


@require_http_methods(["GET", "POST"])
def hours(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    since = not_summed_since(request.viewer, scene.partnership.pk, scene.today)
    form = HoursForm(request.POST or None, initial={"first": since, "last": scene.today})
    sheet = Sheet(
        gettext("Summera volontärernas timmar"),
        gettext("Summera"),
        gettext(
            "Timmarna som volontärerna har rapporterat på sina pass blir en rad. Summera samma dagar igen när fler "
            "har rapporterat, så följer raden med."
        ),
    )

    def act() -> tuple[int, str]:
        typed = form.cleaned_data
        line = actions.sum_hours(
            scene.partnership, form.days(), per_hour_ore=typed["per_hour"], source=typed["source"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        said = gettext("%(hours)s är summerade.") % {"hours": quantity(line.quantity, line.get_unit_display())}
        return line.days.lower.year, said

    return form_page(request, scene, form, sheet, act)
