"""The roster's part of My day: somebody lacks what the agreement or a law puts before some work. Nobody is named."""

from __future__ import annotations

from django.utils.translation import ngettext

from samsyn.web.obligations.daily import Asked, Share, Task
from samsyn.web.organisations.roles import Permission
from samsyn.web.roster.queries.standing import blocked_in


def share_of(asked: Asked) -> Share:
    """For who keeps the roster."""
    if not asked.viewer.may(Permission.FULFIL):
        return Share()
    blocked = blocked_in(asked.viewer, asked.partnerships, asked.today)
    tasks = []
    for partnership, _dossier in asked.partnerships:
        if n := blocked.get(partnership.pk, 0):
            says = ngettext(
                "Se över bemanningen: %(n)s person saknar det som krävs för vissa uppgifter",
                "Se över bemanningen: %(n)s personer saknar det som krävs för vissa uppgifter",
                n,
            )
            tasks.append(Task(says % {"n": n}, partnership.name, f"{asked.home(partnership)}roster/"))
    return Share(tasks=tuple(tasks))
