"""One party lets go of a half-year; the other reads it, with what is not told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.rules.indicators import Part, Total
from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.organisations.roles import Role
from samsyn.web.releases.tests.conftest import SPRING, TODAY, Table, lay_it
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]
AGES = {"13-17": (3, 61), "18-25": (38, 90), "26-": (41, 44)}


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(lay_the_table())


def test_a_half_year_is_let_go_and_read(
    table: Table, page: Page, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_age = [
        Part(("sex", "age_band"), (sex, age), Total(n, n))
        for age, both in AGES.items()
        for sex, n in zip(("woman", "man"), both, strict=True)
    ]
    visits = table.visits({"woman": 82, "man": 195})
    visits = replace(visits, says="Räknar besök på mötesplatsen.", parts=(*visits.parts, *by_age))

    def counted(partnership: Any, organisation: Any, *args: Any, **given: Any) -> list[Any]:
        return [visits] if organisation == table.ours.pk else []

    monkeypatch.setattr("samsyn.web.releases.views.letting.exact_of", counted)
    sign_in(table.cast.client(table.ours, Role.HEAD))
    page.goto(table.home())
    page.get_by_role("link", name="Första halvåret 2025").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Släpp siffror, första halvåret 2025")
    look_at(page, "releases-period")
    page.get_by_role("button", name="Släpp till de andra parterna").click()
    expect(page.get_by_role("status")).to_contain_text("1 siffra är släppt")
    sign_in(table.cast.client(table.municipality, Role.CONTROLLER))
    page.goto(table.home(table.municipality))
    look_at(page, "releases")
    page.get_by_role("link", name="Besok").click()
    expect(page.get_by_text("visas inte").first).to_be_visible()
    look_at(page, "releases-one")
    assert table.seen(table.municipality)[0].period == SPRING
