"""Contacts on a support line, by channel and kind. Never one of them."""

from __future__ import annotations

from django.db.models import Count

from samsyn.rules.indicators.facts import Fact
from samsyn.web.indicators.sources.asked import Asked
from samsyn.web.support.models import SupportContact


def read(asked: Asked) -> list[Fact]:
    if not asked.asks("contacts") or asked.period.start > asked.today:
        return []
    rows = SupportContact.objects.visible_to(asked.viewer).filter(
        **asked.of_own(day__gte=asked.period.start, day__lte=asked.until)
    )
    return [
        Fact("contacts", asked.period.start, n=n, organisation=asked.own, service=kind, channel=channel)
        for kind, channel, n in rows.values_list("kind", "channel").annotate(Count("pk")).order_by()
    ]
