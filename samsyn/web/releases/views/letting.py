"""A period's own figures, what of them the others would see, and the button that lets them go."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from samsyn.rules.indicators import Figure, NotMeasured, Why
from samsyn.rules.quantities import DateRange
from samsyn.web.access.request import ViewerRequest
from samsyn.web.indicators.queries import exact_of
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.releases import actions
from samsyn.web.releases.forms import LettingForm
from samsyn.web.releases.periods import ended_periods
from samsyn.web.releases.presenters.shown import Before, before_of, seal_of
from samsyn.web.releases.presenters.words import period_words
from samsyn.web.releases.queries import newly_counted, released
from samsyn.web.releases.views.scene import Scene, scene_or_404
from samsyn.web.releases.weighing import smallest_of
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@require_http_methods(["GET", "POST"])
def let_go(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """`first` in the address: the first day of the period; without it the one that ended last."""
    scene = scene_or_404(request.viewer, slug, Permission.DECIDE)
    days = _days_or_404(scene, request.GET.get("first", ""))
    if days is None:
        context = scene.context(Place(gettext("Frisläppta siffror"), scene.home))
        return render(request, "releases/period.html", context)
    figures = _counted(scene, days)
    shown = _before(scene, figures, days)
    form = LettingForm(
        request.POST or None,
        figures={each.indicator: each.name for each in shown if not each.there},
        corrects=[each.indicator for each in shown if each.corrects],
        seal=seal_of(figures),
        measured=[each.indicator for each in figures if each.is_measured],
    )
    if form.is_valid():
        chosen = [each for each in figures if each.indicator in form.cleaned_data["figures"]]
        try:
            done = actions.release(
                scene.partnership, chosen, because=form.cleaned_data["because"], by=request.viewer, now=clock.now()
            )
            messages.success(request, _done(len(done)))
            return redirect(scene.home)
        except ValidationError as trouble:
            put_into(form, trouble)
    context = scene.context(Place(gettext("Frisläppta siffror"), scene.home)) | {
        "period": period_words(days),
        "shown": shown,
        "form": form,
        "smallest": smallest_of(scene.terms(days.last)),
        "left": [each for each in shown if not each.there],
    }
    return render(request, "releases/period.html", context, status=422 if form.is_bound else 200)


def _counted(scene: Scene, days: DateRange) -> list[Figure]:
    """What nothing measures is left out."""
    own = exact_of(scene.partnership, scene.viewer.organisation_id, scene.dossier, days, now=clock.now())
    return [each for each in own if not (isinstance(each.value, NotMeasured) and each.value.why is Why.NO_FACTS)]


def _done(n: int) -> str:
    said = ngettext("%(n)s siffra är släppt. Alla parter ser den.", "%(n)s siffror är släppta. Alla parter ser dem.", n)
    return said % {"n": n}


def _days_or_404(scene: Scene, first: str) -> DateRange | None:
    """A whole period of the agreement's own length in which it was in force; None where none has ended yet."""
    known = ended_periods(scene.terms(), scene.dossier.agreement.period.first, scene.today)
    found = [each for each in known if not first or each.start.isoformat() == first]
    if first and not found:
        raise Http404
    return found[0] if found else None


def _before(scene: Scene, figures: Sequence[Figure], days: DateRange) -> list[Before]:
    own = {
        each.indicator: each
        for each in released(
            scene.viewer, scene.partnership, days, compiled=False, organisation=scene.viewer.organisation_id
        )
    }
    changed = newly_counted(scene.viewer, own.values(), figures)
    new = [each for each in figures if each.indicator not in own or each.indicator in changed]
    seen = {each.indicator: each for each in actions.preview(scene.partnership, new, by=scene.viewer, now=clock.now())}
    seen = {**own, **seen}
    terms = scene.terms(days.last)
    smallest = smallest_of(terms)
    return [
        before_of(
            each, seen[each.indicator], terms, smallest,
            there=each.indicator in own and each.indicator not in changed, corrects=each.indicator in changed,
        )
        for each in figures
        if each.indicator in seen
    ]  # fmt: skip
