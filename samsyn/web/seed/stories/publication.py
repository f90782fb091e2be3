"""The public page: opened by all parties in one twin, by one alone in another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from samsyn.web.organisations.roles import Role
from samsyn.web.publication import actions
from samsyn.web.reports.models import Submission
from samsyn.web.seed.stories.publication_told import OpeningTold
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.teller import Happening, Teller

_ORDER = 97
"""After what is released and submitted the same day."""


def publication_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for told in story.public_page:
        for key in told.by:
            yield Happening(told.on, _ORDER, partial(_open, teller, told, key))


def _open(teller: Teller, told: OpeningTold, key: str) -> None:
    with teller.acting(key, Role.HEAD, told.on) as now:
        for term in told.reports:
            rows = Submission.objects.visible_to(now.by).filter(partnership=teller.partnership, report__term=term)
            last = rows.select_related("document__partnership", "document__content").order_by("number").last()
            if last is not None:
                actions.let_out(last.document, by=now.by, now=now.now, today=now.today)
        actions.open_page(teller.partnership, told.on, told.until, by=now.by, now=now.now, today=now.today)
