"""On My day: who has still to be told of something that has happened. It names nobody and says nothing of what."""

from __future__ import annotations

from django.utils.translation import gettext

from samsyn.web.agreements.queries import own_keys
from samsyn.web.incidents.models import Incident
from samsyn.web.incidents.permissions import may_write
from samsyn.web.incidents.queries import standings, told_of, untold
from samsyn.web.obligations.daily import Asked, Share, Task


def share_of(asked: Asked) -> Share:
    """One query where nothing has happened, else three, however many partnerships."""
    found = [
        each for each in Incident.objects.visible_to(asked.viewer).open().in_list() if may_write(asked.viewer, each)
    ]
    if not found:
        return Share()
    told = told_of(asked.viewer, [each.pk for each in found])
    places = {partnership.pk: (partnership, dossier) for partnership, dossier in asked.partnerships}
    mine = own_keys(asked.viewer, {each.partnership_id for each in found})
    tasks = []
    for each in found:
        if each.partnership_id not in places or each.partnership_id not in mine:
            continue
        partnership, dossier = places[each.partnership_id]
        standing = standings(dossier, mine[each.partnership_id].key, each, told.get(each.pk, []), asked.today)
        tasks += [
            Task(
                gettext("Händelse %(label)s: berätta för %(whom)s") % {"label": each.label, "whom": tell.name},
                partnership.name,
                f"{asked.home(partnership)}incidents/{each.pk}/",
                tell.by_day,
            )
            for tell in untold(standing)
        ]
    return Share(tasks=tuple(tasks))
