"""What differs between two days or two registered versions, and what has happened in between."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import life, terms_on
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements import queries
from samsyn.web.agreements.forms import DaysForm, VersionsForm
from samsyn.web.agreements.models import AgreementVersion
from samsyn.web.agreements.presenters.changes import term_changes
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.presenters.history import happenings_of, versions_words
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_GET
def differences(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    partnership, today = queries.partnership_or_404(request.viewer, slug), clock.today()
    dossier, versions = queries.dossier_of(partnership), queries.versions_of(partnership)
    days, between = _forms(request.GET, dossier, versions, today)
    pair = _two_versions(partnership, between, today) or _two_days(dossier, days, today)
    around = frame(request.viewer, partnership, dossier, today, "agreement")
    context: dict[str, Any] = {
        **around.context(),
        "trail": (*around.trail, Place(gettext("Överenskommelsen"), around.to.agreement)),
        "days_form": days,
        "versions_form": between,
        "pair": pair,
        "changes": term_changes(pair.old, pair.new) if pair else None,
        "happenings": happenings_of(dossier),
        "versions": versions_words(versions),
    }
    return render(request, "agreements/differences.html", context)


@dataclass(frozen=True)
class Pair:
    """Two sets of terms and what they are called."""

    old: Agreement
    new: Agreement
    old_name: str
    new_name: str


def _forms(
    given: QueryDict, dossier: Dossier, versions: list[AgreementVersion], today: date
) -> tuple[DaysForm, VersionsForm]:
    """`from` and `to` are short for the two days."""
    days = {"old_day": given.get("from") or given.get("old_day"), "new_day": given.get("to") or given.get("new_day")}
    initial = {"old_day": dossier.agreement.period.first, "new_day": max(today, life(dossier, today).start)}
    sent = any(name in given for name in ("from", "to", "old_day", "new_day"))
    numbers = given if "old_version" in given else None
    latest = {"old_version": max(1, len(versions) - 1), "new_version": len(versions)}
    return DaysForm(days if sent else None, initial=initial), VersionsForm(numbers, initial=latest, versions=versions)


def _two_versions(partnership: Partnership, form: VersionsForm, today: date) -> Pair | None:
    if not (form.is_bound and form.is_valid()):
        return None
    old, new = form.cleaned_data["old_version"], form.cleaned_data["new_version"]
    terms = [terms_on(queries.dossier_of(partnership, number), today, today) for number in (old, new)]
    name = gettext("version %(number)s")
    return Pair(terms[0], terms[1], name % {"number": old}, name % {"number": new})


def _two_days(dossier: Dossier, form: DaysForm, today: date) -> Pair | None:
    """The first day and today where nobody has asked; nothing where the days are wrong."""
    if form.is_bound and not form.is_valid():
        return None
    given = form.cleaned_data if form.is_bound else form.initial
    old, new = given["old_day"], given["new_day"]
    return Pair(terms_on(dossier, old, today), terms_on(dossier, new, today), str(old), str(new))
