"""The room of a party that holds occasions, and its part of My day."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from django.utils.translation import gettext, ngettext

from samsyn.rules.terms.occasions import Activity
from samsyn.rules.timeline import terms_on
from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.agreements.queries import own_keys
from samsyn.web.obligations.daily import Asked, Door, Share, Task
from samsyn.web.occasions.models import Occasion, OwnActivity


def room_of(entering: Entering) -> Room | None:
    """Also for a party that holds nothing, where the agreement has what can be opened to all."""
    known = [each for each in entering.terms.activity.values() if each.applies]
    # An activity of a decision grows out of a partnership that holds something, or asks what is needed.
    grows = bool(known or entering.terms.survey)
    if any(entering.mine in each.by or len(each.by) > 1 for each in known) or (grows and _has_own(entering)):
        return Room(gettext("Tillfällen"), entering.to.occasions)
    return None


def share_of(asked: Asked) -> Share:
    """A door where something is held; a task where what has been is not written in. Two questions in all."""
    held = {
        partnership.pk: [each for each in terms_on(dossier, asked.today, asked.today).activity.values() if each.applies]
        for partnership, dossier in asked.partnerships
    }
    parties = own_keys(asked.viewer, [key for key, activities in held.items() if activities])
    waiting = _not_noted(asked) if parties else Counter()
    doors, tasks = [], []
    for partnership, _dossier in asked.partnerships:
        place = parties.get(partnership.pk)
        if place is None or not _holds(held[partnership.pk], place.key):
            continue
        url = f"{asked.home(partnership)}occasions/"
        doors.append(Door(gettext("Tillfällen"), partnership.name, url))
        if n := waiting[partnership.pk]:
            says = ngettext("Skriv in %(n)s tillfälle som har varit", "Skriv in %(n)s tillfällen som har varit", n)
            tasks.append(Task(says % {"n": n}, partnership.name, url))
    return Share(tuple(doors), tuple(tasks))


def _holds(activities: list[Activity], mine: str) -> bool:
    return any(mine in each.by for each in activities)


def _not_noted(asked: Asked) -> Counter[UUID]:
    rows = Occasion.objects.visible_to(asked.viewer).planned().filter(day__lt=asked.today)
    return Counter(rows.values_list("partnership_id", flat=True))


def _has_own(entering: Entering) -> bool:
    return OwnActivity.objects.visible_to(entering.viewer).filter(partnership=entering.partnership).exists()
