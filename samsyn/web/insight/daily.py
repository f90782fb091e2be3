"""On My day: what another party has asked for and waits for."""

from __future__ import annotations

from django.utils.translation import gettext

from samsyn.web.insight.models import Request
from samsyn.web.insight.presenters.words import title_of
from samsyn.web.insight.queries import Standing
from samsyn.web.obligations.daily import Asked, Share, Task


def share_of(asked: Asked) -> Share:
    """For who decides for the party that is asked. Two queries, one where nothing is asked."""
    keys = [partnership.pk for partnership, _dossier in asked.partnerships]
    rows = Request.objects.visible_to(asked.viewer).standing()
    mine = rows.filter(partnership_id__in=keys, asked_id=asked.viewer.organisation_id)
    known = mine.select_related("partnership", "organisation").prefetch_related("answers").order_by("number")
    open_ = [each for each in known if Standing(each, list(each.answers.all())).state.is_open]
    return Share(tasks=tuple(_task(asked, each) for each in open_))


def _task(asked: Asked, request: Request) -> Task:
    said = gettext("%(title)s från %(who)s: svara") % {"title": title_of(request), "who": request.organisation.name}
    url = f"{asked.home(request.partnership)}insight/{request.pk}/"
    return Task(said, request.partnership.name, url, request.due)
