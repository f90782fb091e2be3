"""Papers and evidence, looked at and used: laid in, handed over, shown for a duty, objected to."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.exchange.papers.tests.test_recognise import pdf
from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.tests.laying import YOUTH, Laid, lay
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import PartnershipParty
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Cast:
    settings.SAMSYN_TODAY = date(2026, 4, 10)
    return lay_the_table()


@pytest.fixture
def youth(table: Cast) -> Laid:
    parties = {"socialnamnden": table.municipality, "skol-och-fritidsnamnden": table.other_board}
    laid = lay(YOUTH, with_={**parties, "ov-helsingborg": table.association})
    with acting_as_job(Job.SEED):
        own = PartnershipParty.objects.filter(partnership=laid.partnership, organisation=table.municipality)
        own.update(case_number="SN 2026/533")
    return laid


def test_a_paper_shows_that_a_duty_is_done_and_the_other_side_objects(
    youth: Laid, table: Cast, page: Page, sign_in: SignIn, tmp_path: Path
) -> None:
    receipt = tmp_path / "Kvitto första kvartalet.pdf"
    receipt.write_bytes(pdf())
    with acting_as_job(Job.SEED):
        payment = Obligation.objects.filter(partnership=youth.partnership, kind="payment").order_by("due")[0]
    start = f"/as/kommunen/partnerships/{youth.partnership.slug}"
    sign_in(table.client(table.municipality, Role.CONTROLLER))

    page.goto(f"{start}/documents/")
    look_at(page, "documents-empty")
    page.get_by_role("link", name="Lägg in en handling").click()
    look_at(page, "document-add")
    page.get_by_label("Fil", exact=True).set_input_files(receipt)
    page.get_by_label("Titel", exact=True).fill("Kvitto på betalningen för första kvartalet")
    page.get_by_role("button", name="Lägg in som utkast").click()
    look_at(page, "document-add-wrong")
    page.get_by_label("Fil", exact=True).set_input_files(receipt)
    page.get_by_label("Titel som vem som helst får se").fill("Kvitto")
    page.get_by_role("button", name="Lägg in som utkast").click()
    expect(page.get_by_text("Bara ni ser den tills ni lämnar över den")).to_be_visible()
    look_at(page, "document-draft")

    page.goto(f"{start}/obligations/{payment.pk}/")
    look_at(page, "obligation-to-show")
    page.get_by_role("link", name="Visa att det är gjort").click()
    look_at(page, "evidence-give")
    assert not page.get_by_label("Den nya filens titel").is_visible()
    page.get_by_label("Handling", exact=True).check()
    page.get_by_label("Vilken dag gjordes det?").fill("2026-04-02")
    page.get_by_label("Handling som redan finns").select_option(index=1)
    page.get_by_role("button", name="Lägg in underlaget").click()
    expect(page.get_by_text("Kryssa i rutan").first).to_be_visible()
    look_at(page, "evidence-give-wrong")
    page.get_by_label("Lämna över handlingen till de andra parterna nu").check()
    page.get_by_role("button", name="Lägg in underlaget").click()
    expect(page.get_by_text("2 dagar efter")).to_be_visible()
    page.goto(f"{start}/documents/")
    look_at(page, "documents")
    page.get_by_role("link", name="Kvitto på betalningen").click()
    look_at(page, "document")
    page.goto(f"{start}/documents/register/")
    look_at(page, "documents-register")

    sign_in(table.client(table.association, Role.HEAD))
    page.goto(f"/as/foreningen/partnerships/{youth.partnership.slug}/obligations/{payment.pk}/")
    page.get_by_role("link", name="Invänd").click()
    page.get_by_label("Vad invänder ni mot?").fill("Beloppet är 10 000 kr för lågt.")
    look_at(page, "objection")
    page.get_by_role("button", name="Invänd").click()
    expect(page.get_by_text("Beloppet är 10 000 kr för lågt.")).to_be_visible()
    look_at(page, "obligation-disputed")
    page.goto(f"/as/foreningen/partnerships/{youth.partnership.slug}/obligations/?period=2026")
    look_at(page, "obligations-done-and-not")


def test_the_page_that_says_who_will_see_it_is_looked_at(
    youth: Laid, table: Cast, page: Page, sign_in: SignIn, tmp_path: Path
) -> None:
    letter = tmp_path / "brev.txt"
    letter.write_text("Hej", encoding="utf-8")
    sign_in(table.client(table.association, Role.HEAD))
    page.goto(f"/as/foreningen/partnerships/{youth.partnership.slug}/documents/add/")
    page.get_by_label("Fil", exact=True).set_input_files(letter)
    for label in ("Titel", "Titel som vem som helst får se"):
        page.get_by_label(label, exact=True).fill("Brev om lokalen")
    page.get_by_role("button", name="Lägg in som utkast").click()
    page.get_by_role("link", name="Lämna över till de andra parterna").click()
    expect(page.get_by_text("allmän handling")).to_be_visible()
    look_at(page, "document-hand-over")
    page.get_by_role("button", name="Lämna över").click()
    expect(page.get_by_text("har nummer 1")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("redan överlämnad")).to_be_visible()
