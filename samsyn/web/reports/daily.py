"""On My day: a part to write, parts to go through, a report to compile."""

from __future__ import annotations

from django.utils.translation import gettext

from samsyn.rules.reports import PartState, State
from samsyn.web.obligations.daily import Asked, Share, Task
from samsyn.web.reports.content import title_of
from samsyn.web.reports.permissions import may_go_through, may_write
from samsyn.web.reports.queries import Standing, standings_in


def share_of(asked: Asked) -> Share:
    """One query where nothing is open, however many partnerships."""
    dossiers = {partnership.pk: dossier for partnership, dossier in asked.partnerships}
    standings = standings_in(asked.viewer, dossiers)
    return Share(tasks=tuple(task for each in standings if (task := _task(asked, each)) is not None))


def _task(asked: Asked, standing: Standing) -> Task | None:
    says = _says(asked, standing)
    if not says:
        return None
    report = standing.report
    url = f"{asked.home(report.partnership)}reports/{report.pk}/"
    return Task(says % {"title": title_of(standing)}, report.partnership.name, url, report.obligation.due)


def _says(asked: Asked, standing: Standing) -> str:
    viewer = asked.viewer
    mine = standing.key_of(viewer.organisation_id)
    if mine in standing.signers and may_write(viewer, standing):
        own = standing.part_state(mine)
        if own == PartState.SENT_BACK:
            return gettext("%(title)s: ändra er del och underteckna igen")
        if own == PartState.WRITING and asked.today >= standing.days.end:
            return gettext("%(title)s: skriv och underteckna er del")
        if own == PartState.WRITING:
            return gettext("%(title)s: skriv er del")
    if standing.state == State.TO_GO_THROUGH and may_go_through(viewer, standing):
        return gettext("%(title)s: gå igenom delarna")
    if (
        standing.state in (State.TO_COMPILE, State.CHANGED)
        and mine == standing.compiler
        and may_write(viewer, standing)
    ):
        whole = all(standing.part_state(key) == PartState.SIGNED for key in standing.signers)
        return gettext("%(title)s: sammanställ och lämna") if whole else ""
    return ""
