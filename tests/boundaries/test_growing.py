"""A page asks the database as many questions about many rows as about few."""

from __future__ import annotations

from copy import copy
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.changes.models import Step
from samsyn.web.history.models import Act
from samsyn.web.matters.models import Entry
from samsyn.web.organisations.roles import Role
from samsyn.web.project.ids import new_id
from tests.boundaries.samples import NOW, Sample, lay_out

MANY = 7
PAGES = (
    "", "letters/", "meetings/",
    *(f"partnerships/{{slug}}/{tab}" for tab in (
        "", "obligations/", "obligations/{obligation}/", "documents/", "documents/{document}/", "documents/register/",
        "documents/register.csv", "meetings/", "meetings/{meeting}/", "meetings/{meeting}/minutes/",
        "meetings/{meeting}/agenda/", "changes/", "changes/{change}/", "matters/", "matters/{matter}/", "contacts/",
        "history/",
    )),
)  # fmt: skip


@pytest.fixture
def sample(db: None, cast: Cast, settings: Settings) -> Sample:
    settings.SAMSYN_TODAY = TODAY
    return lay_out(cast)


def again(row: Model, after: int, **other: Any) -> list[Any]:
    """The same row MANY times more. `other` gives what must differ, by number; numbers begin at `after`."""
    made = []
    for number in range(after, after + MANY):
        twin = copy(row)
        twin.pk, twin._state = new_id(), copy(row._state)
        twin._state.adding = True
        for name, value in other.items():
            setattr(twin, name, value(number))
        twin.save(force_insert=True)
        made.append(twin)
    return made


def grow(sample: Sample, after: int) -> None:
    work = sample.work
    with acting_as_job(Job.SEED):
        again(work.document, after, number=int)
        again(work.draft, after)
        again(work.evidence, after)
        again(work.meeting, after, number=int)
        again(work.item, after, position=int)
        again(work.attendance, after)
        again(work.decision, after, number=int)
        again(work.action, after)
        again(work.change, after, number=int, key=lambda number: f"tillagg-{number}")
        again(work.contact, after)
        again(work.letter, after, about=str)
        again(Step.objects.get(change=work.change, kind="approval"), after, kind=lambda number: "dialogue")
        opened = Entry.objects.get(matter=work.matter, kind="opened")
        again(opened, after, kind=lambda number: "dialogue")
        matters = again(work.matter, after, number=int)
        again(opened, after, matter=lambda number: matters[number - after])
        for name in ("document.add", "meeting.call", "change.propose", "matter.open", "evidence.give"):
            _acts(name, sample)


def _acts(name: str, sample: Sample) -> None:
    about = {
        "document.add": sample.work.document, "meeting.call": sample.work.meeting, "change.propose": sample.work.change,
        "matter.open": sample.work.matter, "evidence.give": sample.work.evidence,
    }[name]  # fmt: skip
    for _ in range(MANY):
        Act.objects.create(
            at=NOW, name=name, job="seed", organisation=sample.cast.municipality, partnership=sample.partnership,
            subject_type=about._meta.label_lower, subject_id=about.pk, shared=True,
        )  # fmt: skip


def questions(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    assert answer.status_code in (200, 302), (path, answer.status_code)
    return len(captured)


def test_no_page_asks_more_questions_when_there_is_more_to_show(sample: Sample) -> None:
    work = sample.work
    client = sample.cast.client(sample.cast.municipality, Role.HEAD)
    named = {
        "slug": sample.partnership.slug, "obligation": sample.obligation.pk, "document": work.document.pk,
        "meeting": work.meeting.pk, "change": work.change.pk, "matter": work.matter.pk,
    }  # fmt: skip
    paths = [f"/as/{sample.cast.municipality.slug}/{page.format(**named)}" for page in PAGES]
    grow(sample, after=10)
    few = {path: questions(client, path) for path in paths}
    grow(sample, after=30)
    many = {path: questions(client, path) for path in paths}
    grown = {path: (few[path], many[path]) for path in paths if many[path] > few[path]}
    assert not grown, grown
