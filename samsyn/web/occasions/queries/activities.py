"""What the acting party can hold occasions of: what the agreement says on a day, and what decisions have added."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import own_key
from samsyn.web.occasions.activity import Activity, of_term
from samsyn.web.occasions.models import Occasion, OwnActivity
from samsyn.web.partnerships.models import Partnership


def activities_of(viewer: Viewer, partnership: Partnership, dossier: Dossier, day: date) -> list[Activity]:
    """Those of the viewer's party on `day`: the agreement's in the order of the file, then own ones by name."""
    return [*_named(viewer, partnership, terms_on(dossier, day, day), day), *_added(viewer, partnership, day)]


def _named(viewer: Viewer, partnership: Partnership, terms: Agreement, day: date) -> list[Activity]:
    """Which party the viewer acts for is asked only where the agreement has activities."""
    known = [each for each in terms.activity.values() if each.applies]
    found = [each for each in known if (each.first or day) <= day <= (each.last or day)]
    mine = own_key(viewer, partnership.pk) if found else None
    return [of_term(each) for each in found if mine in each.by]


def activity_at(viewer: Viewer, partnership: Partnership, dossier: Dossier, occasion: Occasion) -> Activity | None:
    """What the occasion's activity was on its day; None where neither agreement nor decision knows it then."""
    known = activities_of(viewer, partnership, dossier, occasion.day)
    return next((each for each in known if each.key == occasion.activity), None)


def activity_names(viewer: Viewer, partnership: Partnership, dossier: Dossier) -> dict[str, str]:
    """Key → name of every activity there has been, so that an old occasion still says what it was."""
    names = {each.key: each.name for each in OwnActivity.objects.visible_to(viewer).filter(partnership=partnership)}
    return {each.id: each.name for each in dossier.agreement.activity.values()} | names


def responsible_for(viewer: Viewer, partnership: Partnership, since: date) -> dict[UUID, list[str]]:
    """Worker → keys of the activities that she has answered for since a day, or is to answer for."""
    rows = Occasion.objects.visible_to(viewer).filter(
        partnership=partnership, organisation_id=viewer.organisation_id, responsible__isnull=False, day__gte=since
    )
    found: dict[UUID, list[str]] = {}
    for worker, activity in rows.order_by("activity").values_list("responsible_id", "activity").distinct():
        if worker is not None:
            found.setdefault(worker, []).append(activity)
    return found


def _added(viewer: Viewer, partnership: Partnership, day: date) -> list[Activity]:
    rows = OwnActivity.objects.visible_to(viewer).filter(partnership=partnership).going_on(day)
    return [
        Activity(
            key=each.key,
            name=each.name,
            kind=each.kind,
            counts=each.counts,
            asks=(*(["sex"] if each.asks_sex else []), *(["age_band"] if each.age_bands else [])),
            age_bands=tuple(each.age_bands),
            exposure=tuple(each.exposure),
            says=each.because,
            decision=each.decision_id,
        )
        for each in rows
    ]
