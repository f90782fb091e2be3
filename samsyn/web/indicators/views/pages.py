"""All figures of a period, and each by itself."""

from __future__ import annotations

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.rules.indicators.words import by_hand
from samsyn.rules.quantities import DateRange
from samsyn.rules.quantities.dates import add_months
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import own_key
from samsyn.web.indicators.holders import holders
from samsyn.web.indicators.presenters.became import is_counted_by_hand
from samsyn.web.indicators.presenters.flat import csv_of
from samsyn.web.indicators.presenters.pictures import drawn_change, drawn_months, drawn_split
from samsyn.web.indicators.presenters.shown import (
    crossed_of,
    dimensions_of,
    levels_of,
    months_table,
    shown_of,
    split_table,
)
from samsyn.web.indicators.presenters.words import level_words
from samsyn.web.indicators.queries import figures_of, indicators_of, series_of
from samsyn.web.indicators.views.scene import Scene, scene_or_404
from samsyn.web.ui.components.words import Place


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, request.GET.get("period", ""))
    figures = figures_of(scene.viewer, scene.partnership, scene.dossier, scene.period.days, now=scene.now)
    asked = [each for each in figures if each.contracted]
    others = [each for each in figures if not each.contracted]
    context = scene.context() | scene.choosing(scene.home) | {
        "groups": [
            (gettext("Överenskommelsen frågar efter"), levels_of(asked, scene.terms)),
            (gettext("Till nytta för parterna"), levels_of(others, scene.terms)),
        ],
        "any": bool(figures),
        "counts": any(each.organisation for each in figures),
        "by_hand": any(is_counted_by_hand(scene.terms.indicator[each.indicator]) for each in figures),
        "of_others": _of_others(scene),
    }  # fmt: skip
    return render(request, "indicators/listing.html", context)


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, indicator: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, request.GET.get("period", ""))
    _known_or_404(scene, indicator)
    here = f"{scene.home}of/{indicator}/"
    found = figures_of(
        scene.viewer, scene.partnership, scene.dossier, scene.period.days, now=scene.now, only=[indicator]
    )
    if not found:  # another's, of so short a time that it is not told
        return redirect(f"{here}?period={scene.period.as_unit('half_year', scene.today)}")
    series = series_of(scene.viewer, scene.partnership, scene.dossier, _year(scene), now=scene.now, only=[indicator])
    months = series[0] if series and series[0].points else None
    figure, term = found[0], scene.terms.indicator[indicator]
    splits = [
        (drawn_split(figure, each, scene.terms), split_table(figure, (each,), scene.terms))
        for each in dimensions_of(figure)
    ]
    inside = scene.context(Place(gettext("Siffror"), f"{scene.home}?period={scene.period}"))
    context = inside | scene.choosing(here) | {
        "figure": figure,
        "shown": shown_of(figure, scene.terms),
        "level": level_words(figure.level),
        "term": term,
        "steps": by_hand(term, scene.terms),
        "reported_to": [scene.terms.party_name(each) for each in term.reported_to],
        "change": drawn_change(figure),
        "splits": splits,
        "crossed": [split_table(figure, each, scene.terms) for each in crossed_of(figure)],
        "months": drawn_months(months) if months else [],
        "months_table": months_table(months, scene.terms) if figure.is_measured and months else None,
        "here": here,
        "counted_by": _counted_by(scene, indicator),
    }  # fmt: skip
    return render(request, "indicators/one.html", context)


@require_GET
def one_csv(request: ViewerRequest, organisation: str, slug: str, indicator: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, request.GET.get("period", ""))
    _known_or_404(scene, indicator)
    return _file(scene, f"{indicator}-{scene.period}.csv", indicator)


@require_GET
def all_csv(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, request.GET.get("period", ""))
    return _file(scene, f"siffror-{scene.period}.csv")


def _file(scene: Scene, name: str, *only: str) -> HttpResponse:
    figures = figures_of(scene.viewer, scene.partnership, scene.dossier, scene.period.days, now=scene.now, only=only)
    answer = HttpResponse(csv_of(figures), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _known_or_404(scene: Scene, indicator: str) -> None:
    day = min(scene.period.days.last, scene.today)
    known = indicators_of(scene.viewer, scene.partnership, scene.dossier, day)
    if indicator not in {each.id for each in known}:
        raise Http404


def _year(scene: Scene) -> DateRange:
    """The twelve months that end with the period, or with today, as far as the agreement reaches."""
    end = min(scene.period.days.end, scene.life.end, add_months(scene.today.replace(day=1), 1))
    end = max(end, scene.period.days.start + timedelta(days=1))
    return DateRange(min(max(scene.life.start, add_months(end, -12)), end - timedelta(days=1)), end)


def _counted_by(scene: Scene, indicator: str) -> list[str]:
    """The other parties that count it, where the acting one does not."""
    term, own = scene.terms.indicator[indicator], own_key(scene.viewer, scene.partnership.pk)
    who = holders(term, scene.terms)
    return [] if own in who else [scene.terms.party_name(each) for each in sorted(who)]


def _of_others(scene: Scene) -> list[tuple[str, list[str]]]:
    """What other parties count: told here as it is let go, and in reports."""
    shown = {each.id for each in indicators_of(scene.viewer, scene.partnership, scene.dossier, scene.today)}
    terms = scene.terms
    hidden = [each for each in terms.indicator.values() if each.applies and each.id not in shown]
    return [(each.name, [terms.party_name(key) for key in sorted(holders(each, terms))]) for each in hidden]
