"""From an invitation to the first day: password, code app, passkey."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import BrowserContext, Page, expect

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Membership, Person
from samsyn.web.organisations.roles import Role
from tests.browser.looking import look_at

PASSWORD = "gul bok under lampan"
EMAIL = "ordinarie@kommunen.example"


@pytest.fixture
def newcomer(transactional_db: None) -> Cast:
    """Someone who has chosen a password and nothing more."""
    cast = lay_the_table()
    with acting_as_job(Job.SEED):
        person = Person(email=EMAIL, display_name="Ordinarie")
        person.set_password(PASSWORD)
        person.save()
        Membership.objects.create(
            person=person, organisation=cast.municipality, role=Role.ADMINISTRATOR, since="2020-01-01"
        )
    return cast


def log_in(page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-postadress").fill(EMAIL)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()


def confirm(page: Page) -> None:
    expect(page.get_by_role("heading", name="Visa att det är du")).to_be_visible()
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Bekräfta").click()


def code(secret: str) -> str:
    counter = next(yield_hotp_counters_from_time())
    return str(format_hotp_value(hotp_value(secret, counter)))


def with_screen_lock(context: BrowserContext, page: Page) -> None:
    """A computer with a fingerprint reader on which someone always puts the right finger."""
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_code_app_is_added_before_the_first_day(newcomer: Cast, page: Page) -> None:
    log_in(page)
    expect(page.get_by_text("En sak till innan du kan börja")).to_be_visible()
    look_at(page, "second-factor")
    page.get_by_role("link", name="Lägg till en kodapp").click()
    look_at(page, "confirm-it-is-you")
    confirm(page)
    look_at(page, "code-app")
    page.get_by_label("Kod").fill(code(page.locator("code").inner_text()))
    page.get_by_role("button", name="Lägg till").click()
    expect(page.get_by_role("heading", name="Dina reservkoder")).to_be_visible()
    look_at(page, "recovery-codes")
    page.get_by_role("link", name="Till arbetet").click()
    page.wait_for_url("**/as/kommunen/")
    page.get_by_role("navigation").get_by_role("link", name="Personer").click()
    look_at(page, "people")
    page.get_by_role("button", name="Logga ut").click()
    log_in(page)
    expect(page.get_by_role("heading", name="Skriv koden från kodappen")).to_be_visible()
    look_at(page, "code")


def test_a_passkey_alone_is_enough(newcomer: Cast, page: Page, context: BrowserContext) -> None:
    with_screen_lock(context, page)
    log_in(page)
    page.get_by_role("link", name="Lägg till en nyckel").click()
    confirm(page)
    look_at(page, "add-key")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Lägg till").click()
    expect(page.get_by_role("heading", name="Dina reservkoder")).to_be_visible()
    page.goto("/accounts/factors/keys/")
    look_at(page, "keys")
    page.get_by_role("button", name="Logga ut").click()
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Logga in med passernyckel").click()
    page.wait_for_url("**/as/kommunen/")


def test_a_wrong_password_keeps_the_address_and_says_what_to_do(newcomer: Cast, page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-postadress").fill(EMAIL)
    page.get_by_label("Lösenord").fill("fel lösenord här")
    page.get_by_role("button", name="Logga in", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("E-postadress")).to_have_value(EMAIL)
    look_at(page, "sign-in-refused")


def test_one_click_and_one_is_someone_invented(newcomer: Cast, page: Page) -> None:
    newcomer.person(newcomer.association, Role.PROTECTION_OFFICER)
    page.goto("/demo/")
    page.get_by_role("button", name=re.compile("dataskyddsombud")).click()
    page.wait_for_url("**/as/foreningen/")
    for address, name in {"history/": "history", "privacy/": "privacy"}.items():
        page.goto(f"/as/foreningen/{address}")
        look_at(page, name)
