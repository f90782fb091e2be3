"""docs/tutorial/money-quarter-by-quarter.md, walked through page by page after the stories are told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samsyn.web.access.fixtures import signed_in
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.invoices.models import Invoice
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Role
from samsyn.web.seed import AGREEMENTS
from samsyn.web.seed.people import email_of
from samsyn.web.seed.tests.money import twin_of

_FILES = AGREEMENTS / "malmo-arbetstraning"


def money_is_walked_through() -> None:
    centre, training = "helsingborg-hemlosas-hus", "malmo-arbetstraning"
    ours = _At.desk("fyrbaken", centre, Role.CONTROLLER)
    day = ours.reads("")
    assert day.count("Granska ett utkast till faktura") == 2
    assert "4 630 500" in ours.reads("economy/", year="2027")
    _from_draft_to_paid(ours, centre)
    _a_corrected_file_takes_a_clash_away(_At.desk("fyrbaken", training, Role.CONTROLLER))
    asked = _At.desk("kvallslaget", "helsingborg-kvallsexpeditionen", Role.CONTROLLER).reads("invoices/")
    assert "texten säger inte hur de delar på summan" in asked
    assert "Skriv utkast" not in asked
    board = _At.desk("socialnamnden", "helsingborg-kvinnojouren", Role.HEAD)
    assert "Betalt utan faktura" in board.reads("invoices/")
    assert "Redogörelse 2025" in board.reads("statements/")
    assert "Resa till en konferens" in board.reads("claims/")
    sent_back = _At.desk("hamnljuset", "stockholm-eu-medborgare", Role.HEAD).reads("statements/")
    assert "har skickat tillbaka redovisningen" in sent_back


def _from_draft_to_paid(ours: _At, folder: str) -> None:
    invoice = _draft(folder)
    head, board = _At.desk("fyrbaken", folder, Role.HEAD), _At.desk("socialnamnden", folder, Role.CONTROLLER)
    assert "Jag har granskat den" in ours.reads(f"invoices/{invoice}/")
    ours.does(f"invoices/{invoice}/check/")
    assert "Godkänn fakturan" not in ours.reads(f"invoices/{invoice}/"), "not by the one who checked"
    head.does(f"invoices/{invoice}/approve/")
    assert board.client.get(f"{board.home}invoices/{invoice}/").status_code == 404, "until it is sent"
    ours.does(f"invoices/{invoice}/send/")
    assert "F1047" in board.reads(f"invoices/{invoice}/")
    board.does(f"invoices/{invoice}/dispute/", because="Den kom före den första januari.")
    ours.does(f"invoices/{invoice}/answer/", because="Förskott är i tid.")
    board.does(f"invoices/{invoice}/accept/")
    made = "0199c0de-0000-7000-8000-000000000001"
    board.does(f"invoices/{invoice}/pay/", made=made, amount="1 157 625", paid_on="2026-11-20", says="")
    assert "betald" in ours.reads(f"invoices/{invoice}/")


def _a_corrected_file_takes_a_clash_away(ours: _At) -> None:
    invoice = _draft("malmo-arbetstraning")
    assert "Flera finansiärer för samma kostnad" in ours.reads(f"invoices/{invoice}/")
    assert "Nya verifikationer: 0. Ändrade: 0." in ours.lays_in("books-2026-q3.se")
    preview = ours.lays_in("books-2026-q3-corrected.se")
    assert "Nya verifikationer: 0. Ändrade: 1." in preview
    stored = re.search(r"books/import/[0-9a-f-]{36}/store/", preview)
    assert stored
    ours.does(stored[0])
    share = re.search(r"funders/shares/[0-9a-f-]{36}/take-back/", ours.page("funders/"))
    assert share
    ours.does(share[0], because="Fondens del har fått ett eget projekt.")
    ours.does(f"invoices/{invoice}/from-books/")
    page = ours.reads(f"invoices/{invoice}/")
    assert "30 790 kr" in page
    assert "Avvikelsen är godkänd" in page
    assert "Flera finansiärer" not in page
    ours.does("books/release/", first="2026-07-01", last="2026-09-30")


def _draft(folder: str) -> UUID:
    with acting_as_job(Job.SEED):
        return Invoice.objects.get(partnership=twin_of(folder), state="drafted").pk


@dataclass
class _At:
    """Somebody of a party, at the pages of one twin."""

    client: Client
    home: str
    day: str

    @classmethod
    def desk(cls, party: str, folder: str, role: Role) -> _At:
        with acting_as_job(Job.SEED):
            twin = twin_of(folder)
            organisation = twin.parties.select_related("organisation").get(key=party).organisation
            person = Person.objects.get(email=email_of(organisation, role))
        day = f"/as/{organisation.slug}/"
        return cls(signed_in(person), f"{day}partnerships/{twin.slug}/", day)

    def page(self, path: str, **asked: str) -> str:
        answer = self.client.get(f"{self.home}{path}" if path else self.day, asked)
        assert answer.status_code == 200, path
        return answer.content.decode()

    def reads(self, path: str, **asked: str) -> str:
        """As text; the empty path is My day."""
        text = unescape(re.sub(r"<[^>]+>", " ", self.page(path, **asked)))
        return re.sub(r"\s+", " ", text.replace("\N{NO-BREAK SPACE}", " "))

    def does(self, path: str, **typed: str) -> None:
        answer = self.client.post(f"{self.home}{path}", typed)
        assert answer.status_code == 302, (path, answer.content.decode()[-3000:])

    def lays_in(self, name: str) -> str:
        """The page with what the file would change."""
        file = SimpleUploadedFile(name, (_FILES / name).read_bytes())
        answer = self.client.post(f"{self.home}books/import/", {"file": file}, follow=True)
        return re.sub(r"\s+", " ", answer.content.decode())
