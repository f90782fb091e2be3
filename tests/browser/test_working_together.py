"""Three people of three parties: they meet, approve, amend and sign, and the calendar and the payments have moved.

The same again with one party that refuses. Everything is done in the browser, as those would do it.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.tests.laying import YOUTH, Laid, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment

SignIn = Callable[[Client], None]
TODAY = date(2026, 5, 20)


@pytest.fixture
def cast(transactional_db: None, settings: Settings) -> Cast:
    settings.SAMSYN_TODAY = TODAY
    return lay_the_table()


@pytest.fixture
def youth(cast: Cast) -> Laid:
    """The club calls the steering group; two boards of one city sit there beside it."""
    owners = {
        "socialnamnden": cast.municipality,
        "skol-och-fritidsnamnden": cast.other_board,
        "ov-helsingborg": cast.association,
    }
    laid = lay(YOUTH, with_=owners)
    with acting_as_job(Job.SEED):
        body = laid.dossier.agreement.body["styrgrupp"]
        for seat in body.members:
            owner = owners[seat.party or ""]
            Appointment.objects.create(
                person=cast.person(owner, Role.STEERING), partnership=laid.partnership, organisation=owner,
                body=body.id, function=seat.function, since=date(2026, 1, 1),
            )  # fmt: skip
    return laid


class Journey:
    """One browser in which three people take turns."""

    def __init__(self, cast: Cast, youth: Laid, page: Page, sign_in: SignIn) -> None:
        self.cast, self.youth, self.page, self.sign_in = cast, youth, page, sign_in
        self.everybody = (cast.association, cast.municipality, cast.other_board)

    def be(self, organisation: Organisation, path: str = "") -> None:
        self.sign_in(self.cast.client(organisation, Role.STEERING))
        self.page.goto(f"/as/{organisation.slug}/partnerships/{self.youth.partnership.slug}/{path}")

    def meet(self) -> str:
        """The club calls, holds and minutes; gives the address of the meeting below the partnership."""
        page = self.page
        self.be(self.cast.association, "meetings/")
        page.get_by_role("link", name="Kalla till möte").first.click()
        page.get_by_role("textbox", name="Dag", exact=True).fill("2026-05-20")
        page.get_by_role("textbox", name="Börjar").fill("09.00")
        page.get_by_role("textbox", name="Slutar").fill("10.30")
        page.get_by_role("textbox", name="Plats").fill("Klubbhuset")
        page.get_by_role("button", name="Kalla").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("möte 1")
        meeting = "meetings/" + page.url.split("/meetings/")[1]
        page.get_by_role("link", name="Mötet hölls").click()
        page.get_by_role("button", name="Skriv protokoll").click()
        page.get_by_label("Var med").first.check()
        page.get_by_label("Anteckning").first.fill("Parterna vill fakturera varje halvår i stället för varje kvartal.")
        page.get_by_role("button", name="Lägg fram för godkännande").click()
        return meeting

    def approve(self, meeting: str) -> None:
        for organisation in self.everybody:
            self.be(organisation, meeting)
            self.page.get_by_role("link", name="Läs och ta ställning").click()
            self.page.get_by_role("button", name="Godkänn protokollet").click()
        expect(self.page.get_by_text("Protokollet är godkänt av alla parter.")).to_be_visible()

    def amend(self) -> str:
        """The club drafts, reads what would follow, and puts it before the others."""
        page = self.page
        self.be(self.cast.association, "changes/start/amendment/terms/payment/fakturering/")
        page.get_by_label("Hur ofta").select_option("half_year")
        page.get_by_label("Vad som ändras, i en mening").fill("Fakturan skickas varje halvår i förskott.")
        page.get_by_label("Gäller från och med").last.fill("2027-01-01")
        page.get_by_role("button", name="Spara utkastet").click()
        expect(page.get_by_text("varje halvår").first).to_be_visible()
        change = "changes/" + page.url.split("/changes/")[1]
        expect(page.get_by_role("main")).to_contain_text("Faktura: 4 tillfällen i stället för 8")
        page.get_by_role("link", name="Lägg fram").click()
        page.get_by_role("button", name="Lägg fram").click()
        return change

    def sign(self, organisation: Organisation, change: str, paper: Path) -> None:
        page = self.page
        self.be(organisation, change)
        page.get_by_role("link", name="Skriv in undertecknandet").click()
        page.get_by_label("Den undertecknade filen").set_input_files(paper)
        page.get_by_label("Namnen under texten").fill("Namn Ett")
        page.get_by_label("Vem, i vilken funktion").fill("Ordförande")
        page.get_by_label("Ort").fill("Orten")
        page.get_by_role("textbox", name="Dag då det undertecknades").fill("2026-05-20")
        page.get_by_role("main").get_by_role("button").last.click()

    def invoices(self) -> list[date]:
        """The days of the invoices that lie ahead, as the table has them now."""
        with acting_as_job(Job.SEED):
            found = Obligation.objects.filter(partnership=self.youth.partnership, kind="invoice").standing()
            return [each for each in found.order_by("due").values_list("due", flat=True) if each and each.year == 2027]


@pytest.fixture
def journey(cast: Cast, youth: Laid, page: Page, sign_in: SignIn) -> Journey:
    return Journey(cast, youth, page, sign_in)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A signed paper, as plain text with å in its name."""
    found = tmp_path / "undertecknat på papper.txt"
    found.write_text("Undertecknat på papper.\n", encoding="utf-8")
    return found


def test_they_call_hold_minute_approve_amend_and_sign_and_the_year_has_moved(
    journey: Journey, cast: Cast, page: Page, paper: Path
) -> None:
    before = journey.invoices()
    meeting = journey.meet()
    journey.approve(meeting)
    journey.be(cast.municipality, "obligations/?period=all&kind=meeting&state=done")
    expect(page.get_by_role("main")).to_contain_text("gjort 2026-05-20")

    change = journey.amend()
    journey.sign(cast.association, change, paper)
    journey.sign(cast.municipality, change, paper)
    assert journey.invoices() == before, "two of three have signed"
    journey.sign(cast.other_board, change, paper)
    expect(page.get_by_text("gäller").first).to_be_visible()
    assert len(before) == 4
    assert journey.invoices() == [date(2027, 1, 1), date(2027, 7, 1)]

    journey.be(cast.association, "obligations/calendar/?month=2027-07")
    expect(page.get_by_role("main")).to_contain_text("Faktura")
    journey.be(cast.association, "agreement/differences/?from=2026-12-31&to=2027-01-01")
    expect(page.get_by_role("main")).to_contain_text("varje halvår")


def test_one_who_refuses_ends_it_and_nothing_has_moved(journey: Journey, cast: Cast, page: Page, paper: Path) -> None:
    before = journey.invoices()
    change = journey.amend()
    journey.sign(cast.association, change, paper)
    journey.be(cast.other_board, change)
    page.get_by_role("link", name="Avböj").click()
    page.get_by_role("main").get_by_role("button").last.click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Varför").fill("Nämnden kan inte betala så mycket på en gång.")
    page.get_by_role("main").get_by_role("button").last.click()
    expect(page.get_by_role("main")).to_contain_text("Nämnden kan inte betala så mycket på en gång.")
    journey.be(cast.municipality, change)
    expect(page.get_by_role("link", name="Skriv in undertecknandet")).to_have_count(0)
    assert journey.invoices() == before
