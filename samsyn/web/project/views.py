"""The front door and the pages for what is not there."""

from calendar import Calendar

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import dates
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.project import clock
from samsyn.web.ui.formats import civil_date


@login_not_required
@require_GET
def landing(request: ViewerRequest) -> HttpResponse:
    """Straight to the day of the only organisation; a choice where there are several."""
    choices = request.viewer.choices
    if len(choices) == 1:
        return redirect("day", organisation=choices[0].slug)
    return render(request, "project/landing.html", {"choices": choices})


@login_not_required
@require_GET
def almanac(request: ViewerRequest) -> HttpResponse:
    """Where one goes who leaves a page at once (support): this month, without a word about whose site it is."""
    today = clock.today()
    weeks = Calendar().monthdatescalendar(today.year, today.month)
    context = {
        "title": f"{dates.MONTHS[today.month]} {today.year}",
        "today": today,
        "today_says": civil_date(today, "weekday"),
        "weekdays": [dates.WEEKDAYS_ABBR[number] for number in range(7)],
        "weeks": [(days[0].isocalendar().week, days) for days in weeks],
    }
    return render(request, "project/almanac.html", context)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "project/not_found.html", status=404)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A host we do not answer for, a form larger than any of ours, a body that cannot be read."""
    too_large = isinstance(exception, RequestDataTooBig | TooManyFieldsSent)
    return render(request, "project/refused.html", {"too_large": too_large}, status=413 if too_large else 400)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token that belongs to this browser; `reason` is Django's, for the log only."""
    return render(request, "project/stale.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "project/broken.html", status=500)


def too_many(request: HttpRequest) -> HttpResponse:
    return render(request, "project/too_many.html", status=429)
