"""The money of a partnership and the register of indices, looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from django.test import Client, override_settings
from playwright.sync_api import Page, expect

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.indices.actions import enter
from samsyn.web.indices.tests.test_register import said
from samsyn.web.invoices.models import Payment
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.tests.laying import YOUTH, lay
from samsyn.web.organisations.roles import Role
from tests.browser.looking import look_at

TODAY = date(2027, 2, 2)
NOW = datetime(2027, 2, 2, 9, tzinfo=UTC)
SignIn = Callable[[Client], None]


@pytest.fixture(autouse=True)
def fixed_day() -> Iterator[None]:
    with override_settings(SAMSYN_TODAY=TODAY):
        yield


@pytest.fixture
def table(transactional_db: None) -> Cast:
    """A million in quarters; three of 2026 are paid, and the index of 2026 is entered (an invented figure)."""
    cast = lay_the_table()
    laid = lay(YOUTH, slug="ungdom", with_={"socialnamnden": cast.municipality, "ov-helsingborg": cast.association})
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        enter(said("3.1"), seen=0, by=viewer, now=NOW, today=TODAY)
    with acting_as_job(Job.SEED):
        owed = Obligation.objects.filter(partnership=laid.partnership, kind="payment", window_start__year=2026)
        for each in owed.order_by("due")[:3]:
            Payment.objects.create(
                partnership=laid.partnership, organisation=cast.municipality, obligation=each,
                paid_on=each.window_start, amount_ore=250_000_00, written_at=NOW,
            )  # fmt: skip
    return cast


def test_the_overview_the_list_and_the_register(table: Cast, page: Page, sign_in: SignIn) -> None:
    sign_in(table.client(table.municipality, Role.CONTROLLER))
    page.goto("/as/kommunen/partnerships/ungdom/economy/?year=2027")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ekonomi")
    page.locator("details", has_text="Vad andra tolkningar").locator("summary").click()
    look_at(page, "economy-overview")
    page.goto("/as/kommunen/economy/")
    look_at(page, "economy-every")
    page.goto("/as/kommunen/indices/")
    look_at(page, "indices")
    page.get_by_role("link", name="Skriv in en tabell").click()
    page.get_by_role("button", name="Skriv in tabellen").click()
    expect(page.get_by_text("Skriv ett datum").first).to_be_visible()
    look_at(page, "indices-write")
