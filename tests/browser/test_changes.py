"""The pages of changes, looked at: what can be begun, a term as a form, a change from draft to what it became."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.changes import actions
from samsyn.web.changes.tests.conftest import Party, party
from samsyn.web.changes.tests.laying import APPROVED, NOW, SIGNED, SIX_MONTHS, TODAY, drafted, lay, proposed, step
from samsyn.web.obligations.tests.laying import FOLDERS
from samsyn.web.obligations.tests.laying import lay as lay_real
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def cast(transactional_db: None, settings: Settings) -> Cast:
    settings.SAMSYN_TODAY = TODAY
    return lay_the_table()


def see(page: Page, address: str, name: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, f"{address}: {answer.status}"
    look_at(page, name)


def test_beginning_and_every_kind_of_form_is_looked_at(cast: Cast, page: Page, sign_in: SignIn) -> None:
    one = seen_by(cast, lay(cast, SIGNED), sign_in)
    see(page, one.home, "changes-none")
    see(page, f"{one.home}start/", "changes-start")
    see(page, f"{one.home}start/notice/", "changes-notice")
    see(page, f"{one.home}start/extension/", "changes-extension")
    see(page, f"{one.home}start/confirmation/?assumption=sista-dag", "changes-confirmation")
    see(page, f"{one.home}start/amendment/", "changes-choose")
    see(page, f"{one.home}start/amendment/terms/funding/bidrag/", "changes-term-funding")
    see(page, f"{one.home}start/amendment/terms/body/styrgrupp/", "changes-term-body")
    see(page, f"{one.home}start/amendment/terms/duty/rapport/", "changes-term-duty")
    see(page, f"{one.home}start/amendment/terms/duty/rapport/remove/", "changes-remove")


@pytest.mark.parametrize("folder", FOLDERS[:3], ids=lambda folder: folder.name)
def test_the_terms_of_real_agreements_are_chosen_among(cast: Cast, page: Page, sign_in: SignIn, folder: object) -> None:
    laid = lay_real(folder)  # type: ignore[arg-type]
    one = party(cast, laid.partnership, laid.a_party())
    sign_in(one.client)
    see(page, one.home, f"changes-list-{laid.dossier.id}")
    see(page, f"{one.home}start/amendment/", f"changes-choose-{laid.dossier.id}")


def test_a_change_is_looked_at_from_draft_to_what_it_became(cast: Cast, page: Page, sign_in: SignIn) -> None:
    partnership = lay(cast, SIGNED)
    more = {**SIX_MONTHS, "add": {"duty": {"bokslut": _NEW}}, "remove": ["insyn"]}
    more["set"] = {**SIX_MONTHS["set"], "funding": {"bidrag": {"amounts": _AMOUNTS}}}
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = drafted(partnership, "amendment", content=more, by=viewer)
    one = seen_by(cast, partnership, sign_in)
    see(page, f"{one.home}{change.pk}/", "change-draft")
    see(page, f"{one.home}{change.pk}/propose/", "change-propose")
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        actions.propose(change, by=viewer, now=NOW, today=TODAY)
        step(change, "signature", by=viewer, names="Namn Ett, Namn Två", where="Orten", function="Ordförande")
    sign_in(party(cast, partnership, cast.association).client)
    theirs = one.home.replace("kommunen", "foreningen")
    see(page, theirs, "changes-waiting")
    see(page, f"{theirs}{change.pk}/", "change-proposed")
    see(page, f"{theirs}{change.pk}/sign/", "change-sign")
    see(page, f"{theirs}{change.pk}/refuse/", "change-refuse")
    with cast.as_(cast.association, Role.HEAD) as viewer:
        step(change, "signature", by=viewer, names="Namn Tre", where="Orten", function="Ordförande")
    see(page, f"{theirs}{change.pk}/", "change-in-force")


def test_three_parties_and_one_that_refuses_are_looked_at(cast: Cast, page: Page, sign_in: SignIn) -> None:
    partnership = lay(cast, APPROVED, three=True)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        step(change, "approval", by=viewer, function="Förvaltningschef")
    one = seen_by(cast, partnership, sign_in)
    see(page, f"{one.home}{change.pk}/", "change-three")
    with cast.as_(cast.other_association, Role.HEAD) as viewer:
        step(change, "refusal", by=viewer, says="Sex månader är för lång tid för en liten förening.")
    see(page, f"{one.home}{change.pk}/", "change-refused")


def test_an_end_in_order_is_looked_at(cast: Cast, page: Page, sign_in: SignIn) -> None:
    partnership = lay(cast, APPROVED)
    one = seen_by(cast, partnership, sign_in)
    see(page, f"{one.home}wind-down/", "wind-down-far")
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "notice", {"clause": "3", "says": "Nämnden säger upp."}, by=viewer)
    see(page, f"{one.home}{change.pk}/", "change-notice-given")
    page.goto(f"{one.home}wind-down/")
    page.get_by_role("button", name="Vi gör det").first.click()
    expect(page.get_by_text("Uppgiften är er.")).to_be_visible()
    see(page, f"{one.home}wind-down/", "wind-down")
    see(page, f"{one.home}wind-down/add/", "wind-down-add")


def test_a_draft_is_written_and_a_row_added_without_a_script(cast: Cast, page: Page, sign_in: SignIn) -> None:
    one = seen_by(cast, lay(cast, SIGNED), sign_in)
    page.goto(f"{one.home}start/amendment/terms/body/styrgrupp/")
    page.get_by_label("Funktion", exact=True).last.fill("Ekonom")
    page.get_by_label("Part", exact=True).last.select_option(label="Socialnämnden")
    page.get_by_role("button", name="En rad till").click()
    expect(page.get_by_label("Funktion", exact=True)).to_have_count(4)
    expect(page.get_by_label("Funktion", exact=True).nth(2)).to_have_value("Ekonom")
    page.get_by_label("Vad som ändras, i en mening").fill("Ekonomen får plats i styrgruppen.")
    page.get_by_role("button", name="Spara utkastet").click()
    expect(page.get_by_role("heading", name="Tillägg 1")).to_be_visible()
    expect(page.get_by_text("Ekonom (Socialnämnden)")).to_be_visible()


_NEW = {
    "clause": "10", "says": "Föreningen lämnar ett bokslut.", "kind": "annual_report", "by": ["foreningen"],
    "when": {"by": date(2027, 3, 31)},
}  # fmt: skip
_AMOUNTS = [
    {"first": date(2026, 1, 1), "last": date(2026, 12, 31), "amount": 4_500_000},
    {"first": date(2027, 1, 1), "last": date(2027, 12, 31), "amount": 5_000_000},
]


def seen_by(cast: Cast, partnership: Partnership, sign_in: SignIn) -> Party:
    one = party(cast, partnership, cast.municipality)
    sign_in(one.client)
    return one
