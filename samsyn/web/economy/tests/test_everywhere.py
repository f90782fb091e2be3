"""The controller's list: every partnership with money in it, what has passed its day first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import override_settings

from samsyn.web.access.fixtures import Cast
from samsyn.web.economy.tests.test_overview import REFUGE, words
from samsyn.web.invoices.tests.conftest import SHELTER, Office, lay_it
from samsyn.web.obligations.tests.laying import YOUTH, asked, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role

TODAY = date(2026, 3, 2)
_PUBLIC = "socialnamnden"


@pytest.fixture(autouse=True)
def fixed_day() -> Iterator[None]:
    with override_settings(SAMSYN_TODAY=TODAY):
        yield


def page(cast: Cast, organisation: Organisation, query: str = "") -> str:
    answer = cast.client(organisation, Role.CONTROLLER).get(f"/as/{organisation.slug}/economy/{query}")
    assert answer.status_code == 200
    return words(answer.content.decode().replace("\u00a0", " "))


def test_what_has_passed_its_day_stands_first_and_says_who_has_it_to_do(cast: Cast) -> None:
    youth = lay(YOUTH, with_={_PUBLIC: cast.municipality})
    refuge = lay(REFUGE, with_={_PUBLIC: cast.municipality})
    shown = page(cast, cast.municipality)
    shown = shown[shown.index("Dagen har passerat") :]
    assert shown.index(refuge.partnership.name) < shown.index(youth.partnership.name)
    assert "2025-01-31 Betalning Socialnämnden 950 000 kr och fler, 2 i allt" in shown
    assert "1 000 000 kr" in shown
    assert "950 000 kr" in shown


def test_it_can_be_narrowed_to_where_a_day_has_passed(cast: Cast) -> None:
    refuge = lay(REFUGE, with_={_PUBLIC: cast.municipality})
    assert refuge.partnership.name in page(cast, cast.municipality, "?show=passed")
    with override_settings(SAMSYN_TODAY=date(2025, 1, 2)):
        shown = page(cast, cast.municipality, "?show=passed")
    assert "Ingen dag har passerat" in shown


def test_it_says_which_figures_are_awaited_and_by_whom(cast: Cast) -> None:
    """The nearest one only: 2028 waits for two, and the first of them is what somebody can look for now."""
    youth = lay(YOUTH, with_={_PUBLIC: cast.municipality})
    shown = page(cast, cast.municipality)
    shown = shown[shown.index("Tal som belopp väntar på") :]
    assert f"PKV 2026 {youth.partnership.name}" in shown
    assert "PKV 2027" not in shown


def test_an_organisation_without_money_is_told_what_will_stand_here(cast: Cast) -> None:
    assert "Inga pengar att hålla reda på ännu" in page(cast, cast.other_association)


def test_it_asks_as_often_for_ten_partnerships_as_for_one(cast: Cast) -> None:
    lay(YOUTH, with_={_PUBLIC: cast.municipality})
    browser = cast.client(cast.municipality, Role.CONTROLLER)
    address = f"/as/{cast.municipality.slug}/economy/"
    one = len(asked(browser, address))
    for number in range(9):
        lay(YOUTH, slug=f"ungdom-{number}", with_={_PUBLIC: cast.municipality})
    assert len(asked(browser, address)) == one


@pytest.fixture
def office(cast: Cast, settings: Any) -> Office:
    found = lay_it(cast, settings)
    found.details()
    return found


def later(office: Office, query: str = "") -> str:
    """What the payer's controller reads when the day of the invoice, 1 April, has been."""
    with override_settings(SAMSYN_TODAY=date(2026, 4, 8)):
        return page(office.cast, office.theirs, query)


def test_an_invoice_that_is_not_paid_in_time_is_late_whatever_the_plan_says(office: Office) -> None:
    """By the plan the quarter is paid by 31 March; the invoice says 1 April. The money is asked for once."""
    invoice = office.sent(office.drafted())
    office.do("accept", invoice, whose=office.theirs)
    office.do("pay", invoice, 125_000_00, date(2026, 3, 2), made=uuid4(), whose=office.theirs)
    shown = later(office, "?show=passed")
    assert f"2026-04-01 Faktura {invoice.name} Socialnämnden 1 000 000 kr" in shown
    assert "2026-03-31" not in shown
    assert "i allt" not in shown
    office.do("pay", invoice, 1_000_000_00, date(2026, 3, 2), made=uuid4(), whose=office.theirs)
    assert f"Faktura {invoice.name} " not in later(office)


def test_what_is_paid_in_part_without_an_invoice_is_what_is_left(cast: Cast, settings: Any) -> None:
    """950 000 kr in January 2025, of which 450 000 kr have been paid; on both pages."""
    office = lay_it(cast, settings, SHELTER)
    owed = office.owed("payment")[0]
    office.do("pay_without_invoice", owed, 450_000_00, date(2025, 1, 20), made=uuid4(), whose=office.theirs)
    assert "2025-01-31 Betalning Socialnämnden 500 000 kr" in page(cast, office.theirs)
    one = cast.client(office.theirs, Role.CONTROLLER).get(
        f"{office.home(office.theirs).replace('invoices', 'economy')}"
    )
    assert "500 000 kr 450 000 kr är redan betalt." in words(one.content.decode().replace("\u00a0", " "))


def test_what_is_invoiced_is_the_next_to_pay_on_the_day_of_the_invoice(office: Office) -> None:
    invoice = office.sent(office.drafted())
    assert f"2026-04-01 Faktura {invoice.name} Socialnämnden 1 125 000 kr" in page(office.cast, office.theirs)
    office.do("credit", invoice)
    assert f"2026-04-01 Faktura {invoice.name}" in page(office.cast, office.theirs), (
        "a credit note that is only a draft"
    )
