"""The way in for somebody to her own: her row in the roster opens the partnership for the rest of the request.

A volunteer's role opens no partnership. What she is shown is picked by the view; no page of a partnership is hers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.http import Http404

from samsyn.rules.reading import Dossier
from samsyn.web.access.scope import apply
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.partnerships.models import Partnership
from samsyn.web.roster.models import Worker


@dataclass(frozen=True, slots=True)
class Own:
    """`viewer` sees what the own organisation has in the partnership: give it to queries and acts, never to a frame."""

    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    workers: tuple[Worker, ...]
    """Her own rows that hold today: mostly one."""

    @property
    def worker(self) -> Worker:
        return self.workers[0]


def rows_of(viewer: Viewer, today: date) -> list[Worker]:
    """Her own rows that hold today, in all partnerships of the acting organisation."""
    return list(Worker.objects.of_oneself(viewer).on(today).order_by("made_at"))


def opened_to(viewer: Viewer, workers: list[Worker]) -> Viewer:
    """The viewer, who from here on sees the partnerships of her own rows, until the transaction ends."""
    seeing = replace(viewer, partnerships=viewer.partnerships | {each.partnership_id for each in workers})
    apply(seeing.scope())
    return seeing


def own_or_404(viewer: Viewer, slug: str, today: date) -> Own:
    """Her own in one partnership. Who is not on its roster today finds nothing."""
    rows = rows_of(viewer, today)
    if not rows:
        raise Http404
    seeing = opened_to(viewer, rows)
    partnership = Partnership.objects.filter(slug=slug, pk__in=[each.partnership_id for each in rows]).first()
    if partnership is None:
        raise Http404
    mine = tuple(each for each in rows if each.partnership_id == partnership.pk)
    return Own(seeing, partnership, dossier_of(partnership), mine)
