"""Two clerks in the same instant: numbers without gaps, one draft, no money twice, and a ceiling that holds."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.invoices import actions
from samsyn.web.invoices.models import Invoice, Payment
from samsyn.web.invoices.tests.conftest import NOW, TRAINING, Office, lay_it
from samsyn.web.invoices.tests.test_plan import book
from samsyn.web.organisations.roles import Role
from tests.boundaries.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(transactional_db: None, settings: Any) -> Office:
    found = lay_it(lay_the_table(), settings)
    found.details()
    return found


def test_approved_at_once_the_numbers_are_each_other_s_next(office: Office) -> None:
    drafts = [office.drafted(number) for number in range(4)]
    for each in drafts:
        office.do("check", each)

    def approve(invoice: Invoice) -> Any:
        return lambda viewer: actions.approve(invoice, by=viewer, now=NOW, today=office.today)

    at_once(office.cast, office.ours, Role.STEERING, *(approve(each) for each in drafts))
    assert sorted(office.now_of(each.pk).number or 0 for each in drafts) == [1, 2, 3, 4]


def test_drafted_by_two_at_once_it_is_one(office: Office) -> None:
    owed = office.owed()[0]

    def draft(viewer: Viewer) -> Invoice:
        return actions.draft(owed, by=viewer, now=NOW, today=office.today)

    found = at_once(office.cast, office.ours, Role.CONTROLLER, draft, draft, draft)
    assert len({each.pk for each in found}) == 1


def test_paid_in_full_by_two_at_once_it_is_paid_once(office: Office) -> None:
    invoice = office.sent(office.drafted())

    def pay(viewer: Viewer) -> Payment | str:
        try:
            return actions.pay(
                invoice, invoice.total_ore, date(2026, 3, 2), made=uuid4(), by=viewer, now=NOW, today=office.today
            )
        except ValidationError as refused:
            return refused.messages[0]

    found = at_once(office.cast, office.theirs, Role.CONTROLLER, pay, pay)
    assert sorted(isinstance(each, str) for each in found) == [False, True]
    assert office.stands(invoice).left_ore == 0


def test_two_invoices_approved_at_once_do_not_both_slip_under_the_ceiling(
    transactional_db: None, settings: Any
) -> None:
    office = lay_it(lay_the_table(), settings, TRAINING, date(2025, 7, 2))
    office.details()
    book(office, ("loner", 1_500_000, True))
    book(office, ("loner", 1_500_000, True), day=date(2025, 5, 5))
    drafts = [office.do("draft", each) for each in office.owed()[:2]]
    for each in drafts:
        office.do("fetch_lines", each)
        office.do("check", each)

    def approve(invoice: Invoice) -> Any:
        def act(viewer: Viewer) -> str:
            try:
                actions.approve(invoice, by=viewer, now=NOW, today=office.today)
            except ValidationError as refused:
                return refused.messages[0]
            return ""

        return act

    said = at_once(office.cast, office.ours, Role.STEERING, *(approve(each) for each in drafts))
    assert sorted("över det mesta" in each for each in said) == [False, True]
    with acting_as_job(Job.SEED):
        assert sorted(Invoice.objects.values_list("state", flat=True)) == ["approved", "checked"]
