"""Invoices as both sides see them: what must be mended, what is sent, and who does what next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.invoices.actions import Said
from samsyn.web.invoices.tests.conftest import TRAINING, Office, lay_it
from samsyn.web.invoices.tests.test_plan import book
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def office(transactional_db: None, settings: Any) -> Office:
    found = lay_it(lay_the_table(), settings, TRAINING, date(2025, 7, 2))
    book(found, ("loner", 420_000, True), ("arbetsklader", 176_000, False))
    return found


def test_a_draft_says_what_must_be_mended_and_where_each_amount_comes_from(
    page: Page, office: Office, sign_in: SignIn
) -> None:
    invoice = office.drafted()
    office.do("fetch_lines", invoice)
    sign_in(office.client())
    page.goto(f"{office.home()}{invoice.pk}/")
    expect(page.get_by_text("Det här behöver rättas")).to_be_visible()
    page.get_by_text("1 rad i bokföringen bakom").first.click()
    look_at(page, "invoice-draft")
    page.get_by_role("link", name="Rätta").first.click()
    look_at(page, "invoice-seller")


def test_a_sent_invoice_is_read_answered_and_paid_by_the_other_side(
    page: Page, office: Office, sign_in: SignIn
) -> None:
    office.details()
    invoice = office.drafted()
    office.do("fetch_lines", invoice)
    line = Said(text="Återbetald deposition", quantity=Decimal(-1), price_ore=1_000_50)
    office.do("add_line", invoice, line, made=uuid4())
    invoice = office.sent(office.now_of(invoice.pk))
    sign_in(office.client(office.theirs))
    page.goto(f"{office.home(office.theirs)}{invoice.pk}/")
    page.get_by_role("button", name="Godta fakturan").click()
    expect(page.get_by_text("Ni har godtagit fakturan.")).to_be_visible()
    look_at(page, "invoice-received")
    sign_in(office.client())
    page.goto(office.home())
    look_at(page, "invoices")
