"""On My day: a statement to write and sign, and one to answer."""

from __future__ import annotations

from django.utils.translation import gettext

from samsyn.rules.money.statements import State
from samsyn.web.obligations.daily import Asked, Share, Task
from samsyn.web.organisations.roles import Permission
from samsyn.web.statements.presenters.content import title_of
from samsyn.web.statements.queries import Standing, days_of, standings_in


def share_of(asked: Asked) -> Share:
    """One query where nothing is open, else four, however many partnerships."""
    viewer = asked.viewer
    if not (viewer.may(Permission.MANAGE_MONEY) or viewer.may(Permission.DECIDE)):
        return Share()
    standings = standings_in(viewer, [partnership.pk for partnership, _dossier in asked.partnerships])
    return Share(tasks=tuple(task for each in standings if (task := _task(asked, each)) is not None))


def _task(asked: Asked, standing: Standing) -> Task | None:
    viewer, statement = asked.viewer, standing.statement
    title = title_of(statement, days_of(statement))
    url = f"{asked.home(statement.partnership)}statements/{statement.pk}/"
    if statement.organisation_id == viewer.organisation_id and standing.state in (State.OPEN, State.SENT_BACK):
        says = (
            gettext("%(title)s: skriv och lämna")
            if standing.state == State.OPEN
            else gettext("%(title)s: ändra och lämna igen")
        )
        return Task(says % {"title": title}, statement.partnership.name, url, statement.obligation.due)
    if viewer.may(Permission.DECIDE) and standing.waits_for(viewer.organisation_id):
        says = gettext("%(title)s från %(who)s: läs och svara")
        return Task(says % {"title": title, "who": statement.organisation.name}, statement.partnership.name, url, None)
    return None
