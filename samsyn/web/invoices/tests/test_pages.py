"""The pages: each side finds what it can do, with the same figures."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import uuid4

from django.test import Client

from samsyn.exchange.sie import read
from samsyn.web.access.fixtures import Cast
from samsyn.web.invoices.tests.conftest import SHELTER, Office, lay_it
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.tests.laying import YOUTH, asked
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role

DETAILS = {
    "valid_from": "2026-01-01", "name": "Föreningen", "org_number": "843000-4245", "street": "Storgatan 1",
    "postcode": "252 20", "city": "Staden", "endpoint_scheme": "0007", "endpoint_id": "8430004245",
}  # fmt: skip
SELLS = DETAILS | {
    "tax": "outside",
    "tax_reason": "Bidrag",
    "paid_to": "bankgiro",
    "paid_to_number": "5432-1234",
    "days_to_pay": "30",
}
BUYS = DETAILS | {"org_number": "212000-1157", "endpoint_id": "2120001157", "buyer_reference": "SOC4711"}


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return plain(answer.content.decode())


def plain(page: str) -> str:
    words = re.sub(r"<[^>]+>", " ", page).replace("\N{NO-BREAK SPACE}", " ")
    return re.sub(r"\s+", " ", words)


def test_all_the_way_on_the_pages_from_nothing_written_to_paid(cast: Cast, settings: Any) -> None:
    office = lay_it(cast, settings)
    ours, theirs, chief = office.client(), office.client(office.theirs), office.client(role=Role.STEERING)
    home, there = office.home(), office.home(office.theirs)
    owed = office.owed()[0]
    at = ours.post(f"{home}draft/{owed.pk}/").headers["Location"]
    page = text(ours, at)
    assert "Ni har inte skrivit vad som ska stå om er" in page
    assert "Jag har granskat den" not in page
    assert ours.post(f"{home}details/seller/", SELLS).status_code == 302
    assert theirs.post(f"{there}details/buyer/", BUYS).status_code == 302
    page = text(ours, at)
    assert "1 125 000 kr att betala" in page
    assert ours.post(f"{at}check/").status_code == 302
    assert "Godkänn fakturan" not in text(ours, at)
    assert "Godkänn fakturan" in text(chief, at)
    chief.post(f"{at}approve/")
    ours.post(f"{at}send/")
    sent = at.replace(home, there)
    page = text(theirs, sent)
    assert "Godta fakturan" in page
    assert "Utan anmärkning." in page or "Filen för Peppol" in page
    assert theirs.get(f"{sent}invoice.xml").content.startswith(b"<?xml")
    theirs.post(f"{sent}accept/")
    assert "betalar 1 125 000 kr" in text(ours, at)
    paid = {"made": uuid4(), "amount": "1 125 000", "paid_on": "2026-03-02", "says": ""}
    assert theirs.post(f"{sent}pay/", paid).status_code == 302
    assert "Ingen sänd faktura väntar på betalning" in text(ours, home)


def test_both_sides_read_the_same_figures(office: Office) -> None:
    invoice = office.sent(office.drafted())
    pages = [
        text(office.client(), office.home()), text(office.client(office.theirs), office.home(office.theirs)),
    ]  # fmt: skip
    for page in pages:
        assert "1 125 000 kr är fakturerat och inte betalt" in page
    assert invoice.name in pages[1]


def test_an_auditor_reads_and_presses_nothing(office: Office) -> None:
    invoice = office.sent(office.drafted())
    for address in (office.home(), f"{office.home()}{invoice.pk}/", f"{office.home()}details/"):
        page = office.client(role=Role.AUDITOR).get(address).content.decode()
        assert "<form" not in page.split("<main")[1].split("</main")[0], address


def test_vat_is_asked_for_and_nothing_is_chosen_beforehand(cast: Cast, settings: Any) -> None:
    office = lay_it(cast, settings)
    page = office.client().get(f"{office.home()}details/seller/").content.decode()
    assert not re.search(r'name="tax"[^>]*checked', page)
    answer = office.client().post(f"{office.home()}details/seller/", SELLS | {"tax": ""})
    assert answer.status_code == 422


def test_exempt_without_vat_number_or_f_tax_is_refused_with_the_rule(cast: Cast, settings: Any) -> None:
    office = lay_it(cast, settings)
    answer = office.client().post(f"{office.home()}details/seller/", SELLS | {"tax": "exempt"})
    assert answer.status_code == 422
    assert "BR-E-02" in answer.content.decode()
    assert 'value="Bidrag"' in answer.content.decode(), "what was typed is kept"


def test_what_is_disputed_is_read_by_the_sender_who_answers_or_credits(office: Office) -> None:
    invoice = office.sent(office.drafted())
    office.client(office.theirs).post(
        f"{office.home(office.theirs)}{invoice.pk}/dispute/", {"because": "Det var ett annat kvartal"}
    )
    page = text(office.client(), f"{office.home()}{invoice.pk}/")
    assert "Det var ett annat kvartal" in page
    assert "Svara" in page
    assert "Svara på bestridd faktura 1" in text(office.client(role=Role.HEAD), f"/as/{office.ours.slug}/")


def test_another_organisation_s_draft_does_not_exist(office: Office) -> None:
    invoice = office.drafted()
    theirs = office.client(office.theirs, Role.HEAD)
    for act in ("", "head/", "lines/add/", "give-back/"):
        assert theirs.get(f"{office.home(office.theirs)}{invoice.pk}/{act}").status_code == 404, act


def test_the_journal_is_a_file_that_balances_on_the_accounts_that_somebody_chose(office: Office) -> None:
    from io import BytesIO

    invoice = office.sent(office.by_hand(100))
    office.sent(office.now_of(office.do("credit", invoice).pk))
    ours, at = office.client(), f"{office.home()}journal/"
    days = {"first": "2026-01-01", "last": "2026-12-31"}
    assert ours.post(at, days).status_code == 422, "no account is guessed"
    chosen = {"series": "F", "receivable": "1510", "income": "3985", "vat": ""}
    assert ours.post(f"{at}accounts/", chosen).status_code == 302
    vouchers = list(read(BytesIO(ours.post(at, days).content)))
    assert [[(row.account, row.amount) for row in each.rows] for each in vouchers] == [
        [("1510", 100_00), ("3985", -100_00)],
        [("1510", -100_00), ("3985", 100_00)],
    ]


def test_many_invoices_ask_no_more_questions_than_few(office: Office) -> None:
    ours = office.client()
    office.sent(office.by_hand())
    few = asked(ours, office.home())
    for _ in range(3):
        office.sent(office.by_hand())
    assert len(asked(ours, office.home())) == len(few) <= 30, few


def test_a_sum_with_vat_in_it_is_divided_so_that_it_comes_out_again(office: Office) -> None:
    office.details(
        valid_from=date(2026, 1, 1), tax="taxed", tax_rate=25, tax_reason="", includes_vat=True,
        vat_number="SE843000424501",
    )  # fmt: skip
    invoice = office.drafted()
    assert (invoice.net_ore, invoice.vat_ore, invoice.total_ore) == (900_000_00, 225_000_00, 1_125_000_00)


def test_what_is_owed_leads_to_its_invoice_on_both_sides(office: Office) -> None:
    """Of a draft the other side is led to the room, where it reads nothing of it yet."""

    def led(owed: Obligation, whose: Organisation) -> str:
        at = f"{office.home(whose).removesuffix('invoices/')}obligations/{owed.pk}/"
        return office.client(whose).get(at).content.decode()

    to_invoice, to_pay = office.owed()[0], office.owed("payment")[0]
    draft = office.drafted()
    assert f"{office.home()}{draft.pk}/" in led(to_invoice, office.ours)
    assert f'<a href="{office.home(office.theirs)}">Fakturor' in led(to_pay, office.theirs)
    sent = office.sent(draft)
    assert f"{office.home(office.theirs)}{sent.pk}/" in led(to_pay, office.theirs)
    assert f"{office.home(office.theirs)}{sent.pk}/" not in led(office.owed("payment")[1], office.theirs)


def test_who_pays_is_told_too_that_no_invoice_comes_until_the_sum_is_shared(cast: Cast, settings: Any) -> None:
    office = lay_it(cast, settings, YOUTH)
    for whose in (office.ours, office.theirs):
        shown = office.client(whose).get(office.home(whose)).content.decode()
        assert shown.count("texten säger inte hur de delar på summan") == 1
        assert "agreement/assumptions/" in shown


def test_what_is_paid_without_an_invoice_waits_for_none(cast: Cast, settings: Any) -> None:
    office = lay_it(cast, settings, SHELTER)
    shown = office.client(office.theirs).get(office.home(office.theirs)).content.decode()
    assert "Att betala utan faktura" in shown
    assert "Ingen faktura är sänd än" not in shown
