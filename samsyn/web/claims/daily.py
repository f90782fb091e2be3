"""On My day: a claim to answer, a plan to answer, an instalment to pay, a payment to confirm."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext

from samsyn.rules.money.claims import State
from samsyn.web.claims.queries import Standing, standings_in
from samsyn.web.obligations.daily import Asked, Share, Task
from samsyn.web.organisations.roles import Permission


def share_of(asked: Asked) -> Share:
    """One query where nothing is claimed, else six, however many partnerships."""
    viewer = asked.viewer
    if not (viewer.may(Permission.MANAGE_MONEY) or viewer.may(Permission.DECIDE)):
        return Share()
    found = standings_in(viewer, [partnership.pk for partnership, _dossier in asked.partnerships])
    return Share(tasks=tuple(task for each in found for task in _tasks(asked, each)))


def _tasks(asked: Asked, standing: Standing) -> list[Task]:
    viewer, claim = asked.viewer, standing.claim
    url = f"{asked.home(claim.partnership)}claims/{claim.pk}/"
    owing, claiming = (each == viewer.organisation_id for each in (claim.against_id, claim.organisation_id))
    said: list[tuple[str, date | None]] = []
    if standing.state == State.RAISED and owing and viewer.may(Permission.DECIDE):
        said.append((gettext("Återkrav %(number)s: svara"), None))
    if standing.state == State.OWED and viewer.may(Permission.MANAGE_MONEY) and (owing or claiming):
        plan, due = standing.proposed_plan, standing.next_due
        if plan is not None and plan.organisation_id != viewer.organisation_id:
            said.append((gettext("Återkrav %(number)s: svara på avbetalningsplanen"), None))
        if due is not None and owing:
            said.append((gettext("Återkrav %(number)s: betala nästa del"), due[0]))
        if claiming and standing.unconfirmed:
            said.append((gettext("Återkrav %(number)s: bekräfta att pengarna har kommit"), None))
    return [Task(text % {"number": claim.number}, claim.partnership.name, url, due) for text, due in said]
