"""A year in the twins, told through the actions alone: meetings, evidence, changes, matters."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.db.models import F

from samsyn.rules.timeline import life, standing_notices
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.models import AgreementVersion
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.beds import models as beds
from samsyn.web.changes.models import Change, Step
from samsyn.web.contacts.models import Contact
from samsyn.web.documents.models import Document
from samsyn.web.history.models import Act
from samsyn.web.matters.models import Matter
from samsyn.web.meetings.models import ActionPoint, Meeting, MinutesAnswer
from samsyn.web.obligations.models import Evidence, Objection, Obligation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements import models as placements
from samsyn.web.seed import DEMO_DAY
from samsyn.web.seed.actions import load_demo
from samsyn.web.seed.tests.days import DAYS, what_is_done_every_day
from samsyn.web.seed.tests.insight import INSIGHT, what_was_asked_to_see
from samsyn.web.seed.tests.money import MONEY, OF_AN_ORGANISATION, what_it_costs_and_who_pays
from samsyn.web.seed.tests.places import a_year_of_placements, an_evening_at_the_intake
from samsyn.web.seed.tests.tutorial import money_is_walked_through
from samsyn.web.support.models import SupportContact

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NIGHTS = (
    beds.Site, beds.Place, beds.Standing, beds.Guest, beds.Card, beds.Entitlement, beds.Segment, beds.Block,
    beds.Night, beds.Refusal, beds.Waiting, beds.Bar, beds.Outage, beds.ExtraNight, beds.Incident, beds.Note,
    beds.Initiative,
)  # fmt: skip
TRAINING = (
    placements.Participant, placements.Consent, placements.Referral, placements.TrainingPlace, placements.Placement,
    placements.Occupancy, placements.StepDone, placements.Attendance, placements.SelfAssessment,
    placements.Extension, placements.Closing,
)  # fmt: skip
TOLD = (
    AgreementVersion, Obligation, Meeting, MinutesAnswer, Evidence, Change, Step, Matter, Contact, Document, Act,
    *NIGHTS, *TRAINING, *DAYS, *MONEY, *OF_AN_ORGANISATION, SupportContact,
)  # fmt: skip


def test_the_year_of_the_twins_is_told_once_and_nothing_is_told_of_the_real_ones(db: None, settings: Any) -> None:
    load_demo(today=DEMO_DAY)
    with acting_as_job(Job.SEED):
        _a_year_has_gone_by()
        _one_of_each_change()
        an_evening_at_the_intake()
        a_year_of_placements()
        what_is_done_every_day()
        what_it_costs_and_who_pays()
        what_was_asked_to_see()
        _contacts_are_counted_and_nobody_is_in_them()
        _nothing_of_the_real_ones()
        before = {table.__name__: table.objects.count() for table in TOLD}
    load_demo(today=DEMO_DAY)
    with acting_as_job(Job.SEED):
        assert {table.__name__: table.objects.count() for table in TOLD} == before
    settings.SAMSYN_TODAY = DEMO_DAY
    money_is_walked_through()


def _a_year_has_gone_by() -> None:
    approved = Counter(Meeting.objects.approved().values_list("partnership__slug", flat=True))
    assert len(approved) == Partnership.objects.filter(is_demo=True).count()
    assert Meeting.objects.filter(held_on__isnull=False, approved_on=None).exists(), "minutes that wait for a party"
    assert Meeting.objects.filter(held_on=None, cancelled_at=None).exists(), "a meeting that lies ahead"
    assert ActionPoint.objects.open().exists()
    assert ActionPoint.objects.filter(done_on__isnull=False).exists()
    due = Obligation.objects.filter(partnership__is_demo=True, due__lt=DEMO_DAY)
    assert due.filter(met_on__isnull=False, kind="meeting").exists()
    assert due.filter(met_on__gt=F("due")).exists(), "something was late"
    assert due.filter(met_on=None, waived_on=None).exists(), "something is not shown yet"
    assert Objection.objects.filter(settled_on__isnull=False).exists()
    assert Matter.objects.filter(closed_on__isnull=False).exists()


def _one_of_each_change() -> None:
    in_force = Counter(Change.objects.filter(version__isnull=False).values_list("kind", flat=True))
    assert in_force["amendment"] >= 1
    assert in_force["confirmation"] >= 1
    assert in_force["extension"] >= 1
    assert (in_force["notice"], in_force["withdrawal"]) == (1, 1)
    assert Change.objects.pending().exists(), "something to take a stand on"
    for change in Change.objects.filter(kind="extension", version__isnull=False):
        assert life(dossier_of(change.partnership), DEMO_DAY).last == change.last
    for change in Change.objects.filter(kind="notice"):
        assert standing_notices(dossier_of(change.partnership), DEMO_DAY) == ()


def _contacts_are_counted_and_nobody_is_in_them() -> None:
    days = Counter(SupportContact.objects.values_list("day", flat=True))
    assert 300 < days.total() < 1000, "hundreds in a year"
    assert max(days) <= DEMO_DAY
    assert {each.version for each in SupportContact.objects.values_list("pk", flat=True)} == {4}
    assert not Act.objects.filter(name__startswith="support").exists()


def _nothing_of_the_real_ones() -> None:
    about_a_partnership = [each for each in (*NIGHTS, *TRAINING) if hasattr(each, "partnership")]
    assert len(about_a_partnership) == len(NIGHTS) + len(TRAINING)
    for table in (
        SupportContact,
        Meeting,
        Evidence,
        Change,
        Matter,
        Contact,
        Document,
        *DAYS,
        *MONEY,
        *INSIGHT,
        *about_a_partnership,
    ):
        assert not table.objects.filter(partnership__is_demo=False).exists(), table
