"""Which pads an agreement has, and which of them the acting party counts at."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.counting import VISIT, Pad
from samsyn.rules.terms.operations import Service
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of, own_key
from samsyn.web.partnerships.models import Partnership
from samsyn.web.tallies.models import AddedButton


def terms_here(viewer: Viewer, partnership: Partnership, dossier: Dossier, day: date) -> Agreement:
    """The terms of the day, and at each of the viewer's pads also the buttons that a meeting has decided on."""
    terms = terms_on(dossier, day, day)
    if not terms.pad:
        return terms
    added = AddedButton.objects.visible_to(viewer).on(day).filter(partnership=partnership)
    for each in added:
        pad = terms.pad.get(each.pad)
        if pad is not None:
            more = replace(pad, services=(*pad.services, each.key))
            terms = replace(
                terms,
                pad={**terms.pad, pad.id: more},
                service={**terms.service, each.key: _as_service(each, pad)},
            )
    return terms


def _as_service(button: AddedButton, pad: Pad) -> Service:
    """Which decision it rests on is told by the page of buttons."""
    return Service(id=button.key, clause=pad.clause, says=button.name, name=button.name, by=(pad.by,), kind="activity")


def pads_in(terms: Agreement) -> list[Pad]:
    return [each for each in terms.pad.values() if each.applies]


def own_pads(viewer: Viewer, partnership: Partnership, terms: Agreement) -> list[Pad]:
    """Of `terms_here`. Which party the viewer acts for is asked only where the agreement has pads."""
    found = pads_in(terms)
    mine = own_key(viewer, partnership.pk) if found else None
    return [each for each in found if each.by == mine]


def own_pad(viewer: Viewer, partnership: Partnership, pad: str, today: date) -> Pad:
    """ValidationError where the viewer's party has no such pad today."""
    mine = own_pads(viewer, partnership, terms_here(viewer, partnership, dossier_of(partnership), today))
    found = next((each for each in mine if each.id == pad), None)
    if found is None:
        raise ValidationError(_("Ni har ingen sådan räkneplatta i överenskommelsen i dag."))
    return found


def button_names(terms: Agreement, pad: Pad) -> dict[str, str]:
    """Key → what stands on the button, in order."""
    names = {key: terms.service[key].name for key in pad.services if key in terms.service}
    return ({VISIT: _("Besök")} if pad.visits else {}) | names


def has_hours(terms: Agreement, pad: Pad) -> bool:
    """Whether the agreement says on which days the place is open."""
    return any(each.applies and each.site == pad.site for each in terms.opening.values())


def names_once(
    viewer: Viewer, partnership: Partnership, dossier: Dossier, pad: str, keys: Collection[str], days: DateRange
) -> dict[str, str]:
    """What stood on buttons that are no longer shown, but were counted on those days."""
    if not keys:
        return {}
    added = AddedButton.objects.visible_to(viewer).filter(partnership=partnership, pad=pad, key__in=keys)
    names = {each.key: each.name for each in added}
    for day in (days.start, days.last):
        names |= {each.id: each.name for each in terms_on(dossier, day, days.last).service.values() if each.id in keys}
    return {key: names.get(key, _("Besök") if key == VISIT else key) for key in sorted(keys)}


def button_clauses(terms: Agreement, pad: Pad) -> Mapping[str, str]:
    return {key: terms.service[key].clause if key in terms.service else pad.clause for key in pad.buttons}
