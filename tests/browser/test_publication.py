"""Both parties have opened the public page: it is read, and closed by one. How things stand, on one screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import TODAY, lay_the_table
from samsyn.web.organisations.roles import Role
from tests.boundaries.samples import Sample, lay_out
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def sample(transactional_db: None, settings: Settings) -> Sample:
    settings.SAMSYN_TODAY = TODAY
    return lay_out(lay_the_table())


def test_a_page_is_opened_read_and_closed(sample: Sample, page: Page, sign_in: SignIn) -> None:
    cast, slug = sample.cast, sample.partnership.slug
    page.goto(f"/open/{slug}/")
    look_at(page, "publication-open")
    sign_in(cast.client(cast.municipality, Role.HEAD))
    page.goto(f"/as/kommunen/partnerships/{slug}/publication/")
    look_at(page, "publication")
    page.get_by_role("button", name="Stäng sidan").click()
    expect(page.get_by_text("Sidan är stängd")).to_be_visible()
    answer = page.request.get(f"/open/{slug}/")
    assert answer.status == 404
    page.goto(f"/as/kommunen/partnerships/{slug}/steering/")
    page.set_viewport_size({"width": 1280, "height": 720})
    assert page.evaluate("document.documentElement.scrollHeight") <= 720, "one screen"
    look_at(page, "steering")
    page.get_by_role("link", name="För nämnden").click()
    look_at(page, "steering-board")
