"""The ways into the night places from My day: the desk for who coordinates, tonight for who works at a house."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext

from samsyn.rules.places import nights
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.beds.models import Site
from samsyn.web.beds.permissions import is_coordinator
from samsyn.web.beds.scene import coordination_of
from samsyn.web.obligations.daily import Asked, Door, Share
from samsyn.web.organisations.roles import Permission


def share_of(asked: Asked) -> Share:
    """One question, and none where no agreement has night places."""
    tonight = nights.tonight(asked.now)
    found = [(each, terms_on(dossier, tonight, asked.today)) for each, dossier in asked.partnerships]
    with_nights = [(each, terms) for each, terms in found if _has_nights(terms)]
    if not with_nights or not asked.viewer.may(Permission.WORK):
        return Share()
    mine = Site.objects.visible_to(asked.viewer).filter(organisation_id=asked.viewer.organisation_id)
    housed = set(mine.filter(Q(closed_on=None) | Q(closed_on__gt=tonight)).values_list("partnership_id", flat=True))
    doors = []
    for each, terms in with_nights:
        body = coordination_of(terms)
        if body is not None and is_coordinator(asked.viewer, each, body.id):
            doors.append(Door(gettext("Inskrivning"), each.name, f"{asked.home(each)}intake/"))
        if each.pk in housed:
            doors.append(Door(gettext("I natt"), each.name, f"{asked.home(each)}tonight/"))
    return Share(doors=tuple(doors))


def _has_nights(terms: Agreement) -> bool:
    return any(each.kind == "night" and each.applies for each in terms.pool.values())
