"""Money that is claimed back: raised, answered, weighed, taken up in a meeting, decided, and paid in parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any
from uuid import uuid5

from samsyn.rules.quantities import DateRange
from samsyn.web.changes import actions as changes
from samsyn.web.claims import actions
from samsyn.web.claims.models import Claim, Plan
from samsyn.web.meetings.models import Meeting
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.money_told import ClaimTold, FoundTold, RepaidTold, ore
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.teller import Happening, Teller

_ORDER = 91


def claims_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for number, told in enumerate(story.claims):
        yield from _Claim(teller, told, number).happenings()


class _Claim:
    def __init__(self, teller: Teller, told: ClaimTold, number: int) -> None:
        self.teller, self.told = teller, told
        self.made = uuid5(teller.partnership.pk, f"claim {number}")

    def happenings(self) -> Iterator[Happening]:
        told = self.told
        steps: list[tuple[date | None, Callable[[], None]]] = [
            (told.drafted_on, self.draft),
            (told.raised_on, self.raise_it),
            (told.answered.on if told.answered else None, self.answer),
            *((each.on, partial(self.consider, each)) for each in told.found),
            (told.prepared_on, self.prepare),
            (told.decided_on, self.decide),
            (told.agreed_on, self.agree),
            (told.plan_on, self.plan),
            (told.plan_agreed_on, self.agree_to_plan),
        ]
        for number, (on, act) in enumerate(steps):
            if on is not None:
                yield Happening(on, _ORDER + number, act)
        for each in told.paid:
            yield Happening(each.on, _ORDER + len(steps), partial(self.pay, each))
            yield Happening(each.confirmed_on, _ORDER + len(steps) + 1, partial(self.confirm, each))

    def draft(self) -> None:
        told = self.told
        days = DateRange.through(told.first, told.last)
        said = actions.Said(told.term, told.against, told.title, told.says, ore(told.amount), days)
        with self.teller.acting(told.by, Role.CONTROLLER, told.drafted_on) as now:
            actions.draft(self.teller.partnership, said, made=self.made, **vars(now))

    def raise_it(self) -> None:
        with self.teller.acting(self.told.by, Role.HEAD, self.told.raised_on) as now:
            actions.raise_claim(self.claim, **vars(now))

    def answer(self) -> None:
        said = self.told.answered
        assert said is not None
        with self.teller.acting(self.told.against, Role.HEAD, said.on) as now:
            actions.answer(self.claim, said.says, **vars(now))

    def consider(self, found: FoundTold) -> None:
        with self.teller.acting(found.by, Role.HEAD, found.on) as now:
            actions.consider(self.claim, found.number, found.says, holds=found.holds, **vars(now))

    def prepare(self) -> None:
        """On the agenda of the next meeting that is called."""
        assert self.told.prepared_on is not None
        with self.teller.acting(self.told.by, Role.HEAD, self.told.prepared_on) as now:
            called = Meeting.objects.filter(partnership=self.teller.partnership, held_on=None, cancelled_at=None)
            actions.prepare(self.claim, called.select_related("partnership").earliest("starts_at"), **vars(now))

    def decide(self) -> None:
        """What is claimed back is put forward as a change, and the party says that no exception stands in the way."""
        told = self.told
        assert told.decided_on is not None
        with self.teller.acting(told.by, Role.HEAD, told.decided_on) as now:
            common: dict[str, Any] = vars(now)
            change = actions.draft_decision(self.claim, ore(told.amount), told.because, **common)
            changes.propose(change, **common)
            changes.take_step(change, "notified", {"on": told.decided_on, "within_limits": True}, **common)

    def agree(self) -> None:
        told = self.told
        assert told.agreed_on is not None
        with self.teller.acting(told.against, Role.HEAD, told.agreed_on) as now:
            change = self.claim.change
            assert change is not None
            changes.take_step(change, "approval", {"on": told.agreed_on}, **vars(now))

    def plan(self) -> None:
        told = self.told
        assert told.plan_on is not None
        assert told.first_part is not None
        with self.teller.acting(told.against, Role.CONTROLLER, told.plan_on) as now:
            actions.propose(self.claim, told.parts, told.first_part, 1, **vars(now))

    def agree_to_plan(self) -> None:
        assert self.told.plan_agreed_on is not None
        with self.teller.acting(self.told.by, Role.CONTROLLER, self.told.plan_agreed_on) as now:
            plan = Plan.objects.select_related("claim__partnership").filter(claim=self.made).latest("number")
            actions.agree(plan, **vars(now))

    def pay(self, told: RepaidTold) -> None:
        made = uuid5(self.made, str(told.on))
        with self.teller.acting(self.told.against, Role.CONTROLLER, told.on) as now:
            actions.note_payment(self.claim, told.on, ore(told.amount), told.reference, made=made, **vars(now))

    def confirm(self, told: RepaidTold) -> None:
        with self.teller.acting(self.told.by, Role.CONTROLLER, told.confirmed_on) as now:
            repaid = self.claim.repaid.select_related("claim__partnership").get(pk=uuid5(self.made, str(told.on)))
            actions.confirm(repaid, **vars(now))

    @property
    def claim(self) -> Claim:
        rows = Claim.objects.select_related("partnership", "organisation", "against", "change__partnership")
        return rows.get(pk=self.made)
