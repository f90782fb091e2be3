"""The report that an obligation is met by."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.reports.content import title_of
from samsyn.web.reports.queries import base_of, standings_in
from samsyn.web.ui.components.words import Place


def places_of(viewer: Viewer, owed: Obligation) -> Iterator[Place]:
    """The room, where it is not opened yet."""
    if owed.partnership_id not in viewer.partnerships:
        return
    dossier = dossier_of(owed.partnership)
    day = owed.window_end
    terms = terms_on(dossier, day, day)
    duties = {duty for each in terms.report.values() for duty in (each.duty, each.part_duty, each.gone_through_duty)}
    if owed.term not in duties:
        return
    found = False
    for each in standings_in(viewer, {owed.partnership_id: dossier}):
        template = each.template
        same = base_of(each.report.obligation) == base_of(owed)
        if same and owed.term in (template.duty, template.part_duty, template.gone_through_duty):
            found = True
            yield Place(title_of(each), f"reports/{each.report.pk}/")
    if not found:
        yield Place(gettext("Rapporter"), "reports/")
