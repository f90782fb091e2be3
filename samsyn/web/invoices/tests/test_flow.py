"""From a draft to a paid invoice: who does what, in which order, and what stands afterwards."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.invoices.actions import Said
from samsyn.web.invoices.models import Invoice, InvoiceFile
from samsyn.web.invoices.queries.standing import Stand
from samsyn.web.invoices.tests.conftest import Office
from samsyn.web.obligations.models import Evidence, Obligation
from samsyn.web.organisations.roles import Role
from samsyn.web.reminders.models import Letter


def of(obligation: Obligation | None) -> Obligation:
    assert obligation is not None
    with acting_as_job(Job.SEED):
        return Obligation.objects.get(pk=obligation.pk)


def test_a_quarter_of_the_plan_becomes_a_draft_and_twice_is_once(office: Office) -> None:
    invoice = office.drafted()
    assert invoice.total_ore == 4_500_000_00 // 4
    assert (invoice.first, invoice.last) == (date(2026, 1, 1), date(2026, 3, 31))
    assert office.drafted().pk == invoice.pk


def test_one_checks_and_another_approves_and_gives_the_number(office: Office) -> None:
    invoice = office.drafted()
    office.do("check", invoice, role=Role.HEAD)
    with pytest.raises(ValidationError, match="Någon annan hos er godkänner"):
        office.do("approve", invoice, role=Role.HEAD)
    office.do("approve", invoice, role=Role.STEERING)
    assert office.now_of(invoice.pk).name == "1"


def test_the_database_itself_refuses_one_person_for_both(office: Office) -> None:
    invoice = office.approved(office.drafted())
    with (
        acting_as_job(Job.SEED),
        pytest.raises(IntegrityError, match="another_than_checked"),
        transaction.atomic(),
    ):
        Invoice.objects.filter(pk=invoice.pk).update(approved_by=invoice.checked_by_id)


def test_who_keeps_the_money_does_not_approve_and_who_decides_does_not_draft(office: Office) -> None:
    invoice = office.drafted()
    office.do("check", invoice)
    with pytest.raises(PermissionDenied):
        office.do("approve", invoice)
    with pytest.raises(PermissionDenied):
        office.do("draft", office.owed()[1], role=Role.STEERING)


def test_what_must_be_mended_is_said_before_anybody_checks_it(cast: Any, settings: Any) -> None:
    from samsyn.web.invoices.tests.conftest import lay_it

    bare = lay_it(cast, settings)
    invoice = bare.drafted()
    with pytest.raises(ValidationError) as refused:
        bare.do("check", invoice)
    assert "Ni har inte skrivit vad som ska stå om er" in refused.value.messages[0]
    assert "har inte skrivit vad som ska stå om dem" in refused.value.messages[1]


def test_sent_it_is_written_judged_handed_over_and_the_duty_is_met(office: Office) -> None:
    invoice = office.sent(office.drafted())
    assert (invoice.issued, invoice.due) == (date(2026, 3, 2), date(2026, 4, 1))
    with office.by(office.theirs) as viewer:
        file = InvoiceFile.objects.visible_to(viewer).get(invoice=invoice)
        assert b"<cbc:BuyerReference>SOC4711</cbc:BuyerReference>" in bytes(file.xml)
        assert file.warnings == []
        assert {len(each["sha256"]) for each in file.judged} == {64}
        assert file.document.number == 1
    assert of(invoice.obligation).met_on == date(2026, 3, 2)
    with acting_as_job(Job.SEED):
        assert Act.objects.filter(name="invoice.sent", shared=True, subject_id=invoice.pk).count() == 1
        assert Letter.objects.filter(about__startswith=f"invoice/{invoice.pk}/sent").exists()


def test_sending_twice_sends_once(office: Office) -> None:
    invoice = office.approved(office.drafted())
    office.do("send", invoice)
    office.do("send", invoice)
    with acting_as_job(Job.SEED):
        assert InvoiceFile.objects.filter(invoice=invoice).count() == 1
        assert Evidence.objects.filter(obligation=invoice.obligation_id).count() == 1


def test_what_is_sent_is_never_changed(office: Office) -> None:
    invoice = office.sent(office.drafted())
    with pytest.raises(ValidationError, match="inte längre ett utkast"):
        office.do("change_head", invoice, office.laid.dossier.agreement.span, "Hej")
    with office.by() as viewer, pytest.raises(Exception, match="What is sent stands"), transaction.atomic():
        Invoice.objects.own(viewer).filter(pk=invoice.pk).update(note="Hej")


def test_until_it_is_sent_the_other_side_sees_nothing_of_it(office: Office) -> None:
    invoice = office.approved(office.drafted())
    with office.by(office.theirs, Role.HEAD):
        assert not Invoice.objects.filter(pk=invoice.pk).exists()
    office.do("send", invoice)
    with office.by(office.theirs, Role.HEAD):
        assert Invoice.objects.filter(pk=invoice.pk).exists()


def test_given_back_it_keeps_its_number_so_that_none_is_missing(office: Office) -> None:
    first, second = office.approved(office.drafted(0)), office.approved(office.drafted(1))
    with pytest.raises(ValidationError, match="Skriv vad som ska rättas"):
        office.do("give_back", first, " ")
    office.do("give_back", first, "Fel meddelande", role=Role.STEERING)
    with pytest.raises(ValidationError, match="kan inte kastas"):
        office.do("discard", first)
    office.do("send", office.now_of(second.pk))
    assert (office.sent(first).number, office.now_of(second.pk).number) == (1, 2)


def test_a_number_is_not_used_up_by_an_approval_that_fails(office: Office) -> None:
    invoice = office.by_hand()
    office.do("check", invoice)
    office.do("write_buyer", office.partnership, {**_buyer(), "endpoint_id": ""}, whose=office.theirs)
    with pytest.raises(ValidationError):
        office.do("approve", invoice, role=Role.STEERING)
    office.do("write_buyer", office.partnership, _buyer(), whose=office.theirs)
    assert office.approved(office.drafted()).number == 1


def _buyer() -> dict[str, Any]:
    from samsyn.web.invoices.tests.conftest import BUYER

    return {**BUYER, "valid_from": date(2026, 1, 1)}


def test_received_disputed_answered_and_accepted(office: Office) -> None:
    invoice, theirs = office.sent(office.drafted()), office.theirs
    office.do("receive", invoice, whose=theirs)
    assert office.stands(invoice).stand == Stand.RECEIVED
    with pytest.raises(ValidationError, match="Skriv vad som inte stämmer"):
        office.do("dispute", invoice, "", whose=theirs)
    office.do("dispute", invoice, "Fel period", whose=theirs)
    office.do("dispute", invoice, "Fel period", whose=theirs)
    assert office.stands(invoice).stand == Stand.DISPUTED
    office.do("answer", invoice, "Perioden är den som planen säger")
    assert office.stands(invoice, theirs).stand == Stand.ANSWERED
    office.do("accept", invoice, whose=theirs)
    office.do("accept", invoice, whose=theirs)
    kinds = [each.kind for each in office.stands(invoice, theirs).events]
    assert kinds == ["sent", "received", "disputed", "answered", "accepted"]


def test_only_the_payer_answers_and_only_the_sender_is_answered(office: Office) -> None:
    invoice = office.sent(office.drafted())
    with pytest.raises(PermissionDenied):
        office.do("accept", invoice)
    with pytest.raises(PermissionDenied):
        office.do("answer", invoice, "Nej", whose=office.theirs)


def test_paid_in_parts_the_last_one_shows_that_the_duty_is_met(office: Office) -> None:
    invoice, theirs = office.sent(office.drafted()), office.theirs
    debt = office.owed("payment")[0]
    whole = invoice.total_ore
    office.do("pay", invoice, 100_00, date(2026, 3, 1), made=uuid4(), whose=theirs)
    assert of(debt).met_on is None
    assert office.stands(invoice).left_ore == whole - 100_00
    again = uuid4()
    for _ in range(2):
        office.do("pay", invoice, whole - 100_00, date(2026, 3, 2), made=again, whose=theirs)
    assert office.stands(invoice).stand == Stand.PAID
    assert of(debt).met_on == date(2026, 3, 2)


def test_a_payment_is_not_of_another_year_by_a_slip_of_the_pen(office: Office) -> None:
    invoice = office.sent(office.drafted())
    with pytest.raises(ValidationError, match="mer än ett år före"):
        office.do("pay", invoice, 100_00, date(2020, 3, 1), made=uuid4(), whose=office.theirs)
    early = invoice.first - timedelta(days=366)
    office.do("pay", invoice, 100_00, early, made=uuid4(), whose=office.theirs)
    assert office.stands(invoice).paid_ore == 100_00


def test_the_same_money_is_not_written_in_by_both(office: Office) -> None:
    invoice, theirs = office.sent(office.drafted()), office.theirs
    office.do("pay", invoice, invoice.total_ore, date(2026, 3, 2), made=uuid4())
    with pytest.raises(ValidationError, match="redan inskriven"):
        office.do("pay", invoice, invoice.total_ore, date(2026, 3, 2), made=uuid4(), whose=theirs)
    debt = office.owed("payment")[0]
    assert of(debt).met_on is None, "the receiver does not show it for the payer"
    office.do("show_paid", invoice, whose=theirs)
    assert of(debt).met_on == date(2026, 3, 2)


def test_a_payment_taken_back_counts_no_more_and_shows_no_more(office: Office) -> None:
    invoice, theirs = office.sent(office.drafted()), office.theirs
    payment = office.do("pay", invoice, invoice.total_ore, date(2026, 3, 2), made=uuid4(), whose=theirs)
    office.do("take_back", payment, "Fel faktura", whose=theirs)
    assert office.stands(invoice).left_ore == invoice.total_ore
    assert of(office.owed("payment")[0]).met_on is None


def test_a_reminder_is_written_once_a_day_and_not_before_it_is_time(office: Office) -> None:
    invoice = office.sent(office.drafted())
    with pytest.raises(ValidationError, match="behöver ingen påminnelse"):
        office.do("remind", invoice)
    office.today = date(2026, 4, 2)
    assert office.do("remind", invoice) is True
    assert office.do("remind", invoice) is False


def test_a_personal_number_never_comes_into_a_line(office: Office) -> None:
    invoice = office.by_hand()
    line = Said(text="Kläder till 19811218-9876", quantity=Decimal(1), price_ore=1)
    with pytest.raises(ValidationError, match="personnummer"):
        office.do("add_line", invoice, line, made=uuid4())


def test_the_numbers_begin_where_the_organisation_says_until_one_is_given(office: Office) -> None:
    office.do("begin_series", "S-", 100, partnership=office.partnership)
    assert office.approved(office.drafted()).name == "S-100"
    with pytest.raises(ValidationError, match="redan givet"):
        office.do("begin_series", "", 1, partnership=office.partnership)


TAXED: dict[str, Any] = {
    "tax": "taxed", "tax_rate": 25, "tax_reason": "", "includes_vat": False, "vat_number": "SE843000424501",
}  # fmt: skip


def test_what_the_seller_says_after_it_was_checked_moves_neither_the_sum_nor_where_it_is_paid(office: Office) -> None:
    """Else one person alone could put VAT on, or another account, on what two have looked at."""
    invoice = office.approved(office.drafted())
    for said in (TAXED, {"paid_to_number": "1234566"}):
        office.now += timedelta(minutes=1)
        office.details(**said)
        with pytest.raises(ValidationError, match="ändrats sedan fakturan granskades"):
            office.do("send", invoice)
    assert office.now_of(invoice.pk).total_ore == invoice.total_ore
    page = office.client().get(f"{office.home()}{invoice.pk}/").content.decode()
    assert f"{invoice.pk}/give-back/" in page
    assert "Sänd fakturan" not in page
    office.do("give_back", invoice, "kontot")
    office.sent(invoice)
    assert office.stands(invoice).stand == Stand.SENT


def test_an_invoice_is_credited_with_its_own_vat_whatever_the_seller_says_since(office: Office) -> None:
    first = office.sent(office.drafted())
    office.now += timedelta(minutes=1)
    office.details(**TAXED)
    note = office.sent(office.do("credit", first))
    assert (note.total_ore, note.vat_ore) == (first.total_ore, 0)


def test_a_sent_invoice_is_shown_with_the_account_that_stood_on_it(office: Office) -> None:
    invoice = office.sent(office.drafted())
    office.now += timedelta(minutes=1)
    office.details(paid_to_number="1234566")
    page = office.client().get(f"{office.home()}{invoice.pk}/").content.decode()
    assert "54321234" in page
    assert "1234566" not in page


def test_what_was_paid_before_it_was_credited_goes_back(office: Office) -> None:
    invoice = office.sent(office.drafted())
    office.do("pay", invoice, invoice.total_ore, office.today, made=uuid4(), whose=office.theirs)
    note = office.sent(office.do("credit", invoice))
    assert office.stands(invoice).to_pay_back_ore == invoice.total_ore
    page = office.client(office.theirs).get(f"{office.home(office.theirs)}{invoice.pk}/").content.decode()
    assert "betalar tillbaka" in page
    assert "Ingenting är kvar att betala" not in page
    office.do("pay", note, invoice.total_ore, office.today, made=uuid4())
    assert office.stands(invoice).to_pay_back_ore == 0


def test_of_a_credit_note_no_more_goes_back_than_was_paid(office: Office) -> None:
    invoice = office.sent(office.drafted())
    note = office.sent(office.do("credit", invoice))
    with pytest.raises(ValidationError, match="kvar att betala"):
        office.do("pay", note, 1, office.today, made=uuid4())
