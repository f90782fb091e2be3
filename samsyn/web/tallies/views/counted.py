"""What is counted: today, a month of days, and per open day."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.rules.opening import open_days, planned_through
from samsyn.rules.quantities import DateRange
from samsyn.web.access.request import ViewerRequest
from samsyn.web.project import clock
from samsyn.web.tallies import actions
from samsyn.web.tallies.forms import CorrectionForm, PaperForm
from samsyn.web.tallies.presenters.month import by_hand_lines, columns, day_rows, month_of, whom_table
from samsyn.web.tallies.presenters.whom import sex_names
from samsyn.web.tallies.queries.figures import as_marks, by_day, by_hand, by_whom, closed, closures_of, marks_of
from samsyn.web.tallies.queries.ground import has_hours, names_once
from samsyn.web.tallies.views.scene import Scene, Sheet, counting_scene, form_page, scene_or_404

_DAY = timedelta(days=1)


@require_GET
def home(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """To the first of the party's pads."""
    return redirect(scene_or_404(request.viewer, slug).home)


@require_GET
def counted(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, pad)
    month = _month(request.GET.get("month", ""), scene.today)
    context = scene.context("") | _figures(scene, month)
    return render(request, "tallies/counted.html", context)


@require_http_methods(["GET", "POST"])
def paper(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    """What was counted on paper, typed in afterwards."""
    scene = counting_scene(request.viewer, slug, pad)
    form = PaperForm(request.POST or None, pad=scene.pad, buttons=scene.buttons, today=scene.today)
    sheet = Sheet(
        gettext("För in siffror från papper"),
        gettext("För in"),
        gettext(
            "Det räknas på den dag som du skriver. Lämna tomt det som inte står på papperet. "
            "Är dagen i en stängd period väntar det på beslut."
        ),
    )

    def act(said: dict[str, object]) -> str:
        rows = actions.write_paper(
            scene.partnership, scene.pad.id, form.cleaned_data["day"], form.lines(), form.cleaned_data["reason"],
            made=form.cleaned_data["made"], by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return _said(any(each.state == "waits" for each in rows), gettext("Siffrorna är införda och räknade."))

    return form_page(request, scene, form, sheet, act)


@require_http_methods(["GET", "POST"])
def correct(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    """More or fewer, with the reason. What was counted first stays as it was."""
    scene = counting_scene(request.viewer, slug, pad)
    form = CorrectionForm(request.POST or None, pad=scene.pad, buttons=scene.buttons, today=scene.today)
    sheet = Sheet(
        gettext("Rätta en siffra"),
        gettext("Rätta"),
        gettext("Det som räknades från början står kvar, och rättelsen bredvid med sitt skäl."),
    )

    def act(said: dict[str, object]) -> str:
        row = actions.correct(
            scene.partnership, scene.pad.id, form.cleaned_data["day"], form.line(), form.cleaned_data["reason"],
            made=form.cleaned_data["made"], by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return _said(row.state == "waits", gettext("Siffran är rättad."))

    return form_page(request, scene, form, sheet, act)


def _said(waits: bool, counted: str) -> str:
    return gettext("Dagen är i en stängd period. Det väntar på beslut och är inte räknat än.") if waits else counted


def _month(typed: str, today: date) -> DateRange:
    """A month named in the address, not one to come; anything else is this month."""
    try:
        first = date.fromisoformat(f"{typed}-01")
    except ValueError:
        first = today
    return month_of(first if date(2000, 1, 1) <= first <= today else today)


def _figures(scene: Scene, month: DateRange) -> dict[str, object]:
    viewer, key, pad = scene.viewer, scene.partnership.pk, scene.pad.id
    until = min(month.last, scene.today)
    counts = by_day(viewer, key, pad, month)
    today = counts.get(scene.today, {}) if scene.today in month else {}
    marked = marks_of(viewer, key, pad, month)
    marks = as_marks(marked)
    shut = closed(closures_of(viewer, key, pad))
    planned = planned_through(scene.dossier, scene.pad.site, month.start, until, shut, scene.today)
    days = open_days(planned, [day for day, each in counts.items() if any(each.values())], marks)
    written = by_hand(viewer, key, pad, month)
    gone = {each for day in counts.values() for each in day} | {each.button for each in written}
    gone -= set(scene.buttons)
    buttons = scene.buttons | names_once(viewer, scene.partnership, scene.dossier, pad, gone, month)
    sexes = sex_names(scene.pad)
    whom = [
        whom_table(title, by_whom(viewer, key, pad, month, what), buttons, sexes)
        for what, title in (("sex", gettext("Kön")), ("age_band", gettext("Ålder")))
        if what in scene.pad.asks
    ]
    return {
        "month": month,
        "is_now": scene.today in month,
        "today_figures": [(name, today.get(button, 0)) for button, name in scene.buttons.items()],
        "rows": day_rows(planned, counts, marked, marks, buttons, has_hours=has_hours(scene.terms, scene.pad)),
        "columns": columns(counts, buttons, days),
        "held": len(days.held),
        "silent": len(days.silent) - (scene.today in days.silent),
        "whom": [each for each in whom if each],
        "written": by_hand_lines(written, buttons, sexes),
        "earlier": f"{month.start - _DAY:%Y-%m}",
        "later": f"{month.end:%Y-%m}" if month.end <= scene.today else "",
    }
