"""What it cost: accounts given to cost lines, files read in and shown to the others, and who else pays."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from uuid import uuid5

from samsyn.rules.quantities import DateRange
from samsyn.rules.timeline import terms_on
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.books import actions
from samsyn.web.books.models import Voucher
from samsyn.web.funders import actions as funders
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.money_told import AccountsTold, BooksTold, FunderTold, ore
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.teller import Happening, Teller

_ORDER = 62


def books_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for accounts in story.accounts:
        yield Happening(accounts.on, _ORDER, partial(_map, teller, accounts))
    for told in story.books:
        yield Happening(told.on, _ORDER + 1, partial(_store, teller, told))
        if told.released_on:
            yield Happening(told.released_on, _ORDER + 2, partial(_release, teller, told))
    for number, funder in enumerate(story.funders):
        yield Happening(funder.on, _ORDER + 3, partial(_declare, teller, funder, number))
        if funder.forward_on:
            yield Happening(funder.forward_on, _ORDER + 4, partial(_put_forward, teller, funder))


def _map(teller: Teller, told: AccountsTold) -> None:
    dimension, named = told.object
    said = actions.Said(told.first, told.last, told.cost_line, dimension, named, told.salaries, told.several_people)
    with teller.acting(told.by, Role.CONTROLLER, told.on) as now:
        actions.add_mapping(teller.partnership, said, **vars(now))


def _store(teller: Teller, told: BooksTold) -> None:
    with teller.acting(told.by, Role.CONTROLLER, told.on) as now:
        data = teller.beside(told.file)
        looked_at = actions.preview(told.file, data, by=now.by, now=now.now)
        actions.store(looked_at, by=now.by, now=now.now)


def _release(teller: Teller, told: BooksTold) -> None:
    assert told.released_on is not None
    with teller.acting(told.by, Role.CONTROLLER, told.released_on) as now:
        actions.release(teller.partnership, DateRange.through(told.first, told.last), by=now.by, now=now.now)
        if told.texts:
            own = Voucher.objects.filter(organisation_id=now.by.organisation_id, superseded_at=None)
            found = own.filter(key__in=told.texts, day__gte=told.first, day__lte=told.last)
            actions.release_texts(teller.partnership, list(found.values_list("pk", flat=True)), by=now.by, now=now.now)


def _declare(teller: Teller, told: FunderTold, number: int) -> None:
    said = funders.ShareSaid(
        told.funder, told.cost_line, DateRange.through(told.first, told.last), told.source, told.percent,
        None if told.amount is None else ore(told.amount),
    )  # fmt: skip
    terms = terms_on(dossier_of(teller.partnership), told.on, told.on)
    made = uuid5(teller.partnership.pk, f"funder {number}")
    with teller.acting(told.by, Role.CONTROLLER, told.on) as now:
        funders.add_share(teller.partnership, terms, said, made=made, by=now.by, now=now.now)


def _put_forward(teller: Teller, told: FunderTold) -> None:
    assert told.forward_on is not None
    with teller.acting(told.by, Role.CONTROLLER, told.forward_on) as now:
        funders.put_forward(teller.partnership, by=now.by, now=now.now)
