"""Who works in a twin, what each has shown and signed, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Role
from samsyn.web.roster import actions
from samsyn.web.roster.models import UndertakingText, Worker
from samsyn.web.seed.people import email_of
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.teller import Happening, Teller
from samsyn.web.seed.stories.workers_told import MetTold, TextTold, WorkerTold

_TEXTS, _PEOPLE, _NOTED = 40, 41, 42


def workers_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for text in story.texts:
        yield Happening(text.since, _TEXTS, partial(_write, teller, text))
    for told in story.workers:
        yield Happening(told.first, _PEOPLE, partial(_take_on, teller, told))
        for requirement, on in told.causes.items():
            yield Happening(on, _NOTED, partial(_ask, teller, told, requirement, on))
        for requirement, on in told.shown.items():
            yield Happening(on, _NOTED, partial(_show, teller, told, requirement, on))
        for requirement, on in told.signed.items():
            yield Happening(on, _NOTED, partial(_sign, teller, told, requirement, on))
        for requirement, met in told.met.items():
            yield Happening(met.on, _NOTED, partial(_meet, teller, told, requirement, met))


def worker_called(teller: Teller, by: str, known_as: str) -> Worker:
    """The one who is on the roster of a party under that name."""
    of = teller.organisations[by]
    return Worker.objects.get(partnership=teller.partnership, organisation=of, known_as=known_as)


def _write(teller: Teller, told: TextTold) -> None:
    with teller.acting(told.by, Role.HEAD, told.since) as now:
        actions.write_text(
            teller.partnership, told.requirement, told.title, told.text, told.since, teller.dossier, **vars(now)
        )  # fmt: skip


def _take_on(teller: Teller, told: WorkerTold) -> None:
    person = None
    if told.role:
        person = Person.objects.get(email=email_of(teller.organisations[told.by], Role(told.role)))
    given = actions.Given(
        known_as=told.known_as, function=told.function, began_on=told.began_on or told.first, post=told.post,
        share=told.share, person=person,
    )  # fmt: skip
    with teller.acting(told.by, Role.HEAD, told.first) as now:
        actions.take_on(teller.partnership, told.kind, given, told.first, told.last, by=now.by, now=now.now)


def _ask(teller: Teller, told: WorkerTold, requirement: str, on: date) -> None:
    with teller.acting(told.by, Role.HEAD, on) as now:
        worker = worker_called(teller, told.by, told.known_as)
        actions.ask_for_check(worker, requirement, teller.dossier, **vars(now))


def _show(teller: Teller, told: WorkerTold, requirement: str, on: date) -> None:
    with teller.acting(told.by, Role.HEAD, on) as now:
        worker = worker_called(teller, told.by, told.known_as)
        dated = on - timedelta(days=told.extract_age)
        actions.note_shown(worker, requirement, on, dated, teller.dossier, **vars(now))


def _sign(teller: Teller, told: WorkerTold, requirement: str, on: date) -> None:
    with teller.acting(told.by, Role.HEAD, on) as now:
        worker = worker_called(teller, told.by, told.known_as)
        texts = UndertakingText.objects.filter(organisation=worker.organisation, partnership=teller.partnership)
        text = texts.filter(requirement=requirement, since__lte=on).order_by("-number")[0]
        actions.note_signed(worker, text, on, teller.dossier, **vars(now))


def _meet(teller: Teller, told: WorkerTold, requirement: str, met: MetTold) -> None:
    with teller.acting(told.by, Role.HEAD, met.on) as now:
        worker = worker_called(teller, told.by, told.known_as)
        actions.note_met(worker, requirement, met.on, met.how, teller.dossier, **vars(now))
