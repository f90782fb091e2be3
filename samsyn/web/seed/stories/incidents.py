"""What has happened in a twin's work, who was told of it, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from uuid import UUID, uuid5

from samsyn.web.incidents import actions
from samsyn.web.incidents.models import Incident
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.events_told import IncidentTold, ToldTold
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.teller import Happening, Teller

_ORDER = 75
_CONCERN = "child_concern"


def incidents_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for number, told in enumerate(story.incidents):
        one = _Incident(teller, told, uuid5(teller.partnership.pk, f"incident {number}"))
        yield Happening(told.on, _ORDER, one.report)
        for each in told.told:
            yield Happening(each.on, _ORDER + 1, partial(one.tell, each))
        if told.measures_on:
            yield Happening(told.measures_on, _ORDER + 2, partial(one.follow_up, told.measures_on))
        if told.closed_on:
            yield Happening(told.closed_on, _ORDER + 3, partial(one.close, told.closed_on))


class _Incident:
    """One of them. The head answers for what is done about it."""

    def __init__(self, teller: Teller, told: IncidentTold, made: UUID) -> None:
        self.teller, self.told, self.made = teller, told, made

    def report(self) -> None:
        told, partnership = self.told, self.teller.partnership
        with self.teller.acting(told.by, Role.STAFF, told.on) as now:
            if told.kind == _CONCERN:
                actions.report_concern(
                    partnership, told.on, identity_known=told.identity_known, made=self.made, **vars(now)
                )  # fmt: skip
                return
            said = actions.Report(
                kind=told.kind, happened_on=told.on, says=told.says, place=told.place, happened_at=told.at,
                serious=told.serious,
            )  # fmt: skip
            actions.report(partnership, said, made=self.made, **vars(now))

    def tell(self, each: ToldTold) -> None:
        said = actions.Telling(each.whom, each.on, each.how, each.reference, each.for_them)
        with self.teller.acting(self.told.by, Role.HEAD, each.on) as now:
            actions.tell(self._row(), said, **vars(now))

    def follow_up(self, on: date) -> None:
        with self.teller.acting(self.told.by, Role.HEAD, on) as now:
            actions.follow_up(self._row(), self.told.measures, by=now.by, now=now.now)

    def close(self, on: date) -> None:
        with self.teller.acting(self.told.by, Role.HEAD, on) as now:
            actions.close(self._row(), self.told.closed_with, **vars(now))

    def _row(self) -> Incident:
        return Incident.objects.get(pk=self.made)
