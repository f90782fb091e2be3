"""On which days one is reminded of what."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.reminders.permissions import check_may_see_steps
from samsyn.web.reminders.presenters.steps import step_lines, who_is_reminded
from samsyn.web.ui.components.words import Place


@require_GET
def steps(request: ViewerRequest, organisation: str) -> HttpResponse:
    check_may_see_steps(request.viewer)
    trail = [Place(gettext("Brev"), f"/as/{organisation}/letters/")]
    context = {"lines": step_lines(), "roles": who_is_reminded(), "trail": trail}
    return render(request, "reminders/steps.html", context)
