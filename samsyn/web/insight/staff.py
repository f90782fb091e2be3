"""The staff list as it would be handed over today. Nobody but the employer can make it: the roster is its own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from samsyn.exchange.reports import canonical
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.insight.models import Request
from samsyn.web.insight.presenters.staff import Choice, Content, content_of
from samsyn.web.occasions.queries import activity_names, responsible_for
from samsyn.web.partnerships.models import Partnership
from samsyn.web.roster.models import Worker
from samsyn.web.roster.queries import listed_of, workers_on

LATELY = 365
"""Days: so far back an activity that she has answered for is what she works with."""


def staff_now(viewer: Viewer, request: Request, choices: Mapping[UUID, Choice], day: date) -> Content:
    workers = workers_on(viewer, request.partnership, day)
    met = listed_of(viewer, workers, dossier_of(request.partnership), day)
    return content_of(workers, met, choices, day)


def suggested(viewer: Viewer, partnership: Partnership, workers: Sequence[Worker], day: date) -> dict[UUID, str]:
    """What each works with, as far as Samsyn knows: the cost line of her post, and activities she answers for."""
    dossier = dossier_of(partnership)
    terms = terms_on(dossier, day, day)
    names = activity_names(viewer, partnership, dossier)
    answers = responsible_for(viewer, partnership, day - timedelta(days=LATELY))
    return {
        each.pk: ", ".join(
            [
                *([terms.cost_line[each.post].says] if each.post in terms.cost_line else []),
                *(names[key] for key in answers.get(each.pk, []) if key in names),
            ]
        )
        for each in workers
    }


def digest(content: Content) -> str:
    """SHA-256 (hex) of its canonical JSON."""
    return hashlib.sha256(canonical(content)).hexdigest()
