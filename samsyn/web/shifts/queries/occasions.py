"""What shifts ask of the occasions: their times as instants, what one meets there, and which are to come.

Also asked for somebody who sees only her own (`roster.own`), so nothing here goes by what her role may read.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time
from typing import cast, get_args

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.rules.occasions import NoSuchTime, Span, check_exists, span
from samsyn.rules.reading import Dossier
from samsyn.rules.terms.occasions import Exposure
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.occasions.models import Occasion, OwnActivity, Series
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.clock import SWEDEN


def span_of(occasion: Occasion, starts: time | None = None, ends: time | None = None) -> Span:
    """From Swedish times on the occasion's day; its own where none are given."""
    if starts is None or ends is None:
        return occasion.span
    try:
        check_exists(occasion.day, starts, ends)
    except NoSuchTime:
        raise ValidationError(_("Klockan ställs om den natten, så den tiden finns inte. Skriv en annan.")) from None
    return span(occasion.day, starts, ends)


def exposure_of(occasion: Occasion, dossier: Dossier) -> Collection[Exposure]:
    """What whoever works at it meets, as the agreement or the decision said on its day. Unknown: all there is."""
    term = terms_on(dossier, occasion.day, occasion.day).activity.get(occasion.activity)
    if term is not None:
        return term.exposure
    whose = {"partnership_id": occasion.partnership_id, "organisation_id": occasion.organisation_id}
    added = OwnActivity.objects.filter(**whose, key=occasion.activity).first()
    return get_args(Exposure) if added is None else cast("list[Exposure]", added.exposure)


def coming_of(viewer: Viewer, series: Series, now: datetime) -> list[Occasion]:
    """The planned occasions of a series from today on."""
    rows = Occasion.objects.visible_to(viewer).filter(series=series, state="planned", day__gte=_day(now))
    return list(rows.order_by("day"))


def names_of(viewer: Viewer, partnership: Partnership, dossier: Dossier) -> dict[str, str]:
    """Activity → name, of all that the acting organisation can have held."""
    own = OwnActivity.objects.filter(partnership=partnership, organisation_id=viewer.organisation_id)
    return {key: each.name for key, each in dossier.agreement.activity.items()} | {each.key: each.name for each in own}


def _day(now: datetime) -> date:
    return now.astimezone(SWEDEN).date()
