"""What the plan decides: by the bell and by hand, several payers, awaited figures, ceilings, credit, and no invoice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from samsyn.rules.money import IndexFigure
from samsyn.rules.quantities import Amount, DateRange, Percent
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.books.models import Import, Voucher, VoucherRow
from samsyn.web.indices.actions.enter import Said as Table
from samsyn.web.indices.actions.enter import enter
from samsyn.web.invoices.actions import Said
from samsyn.web.invoices.jobs import draft_what_is_due
from samsyn.web.invoices.limits import over_budget
from samsyn.web.invoices.models import Invoice, LineVoucher
from samsyn.web.invoices.queries import invoiced_by_label, periods_of, received, standings
from samsyn.web.invoices.queries.standing import Stand
from samsyn.web.invoices.tests.conftest import NOW, SHELTER, TRAINING, Office, lay_it
from samsyn.web.matters.models import Matter
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.tests.laying import YOUTH


def every() -> list[Invoice]:
    with acting_as_job(Job.SEED):
        return list(Invoice.objects.order_by("drafted_at", "first"))


def test_the_bell_drafts_what_is_near_its_day_once_and_leaves_alone_what_was_thrown_away(
    office: Office, settings: Any
) -> None:
    settings.SAMSYN_TODAY = date(2026, 3, 20)
    draft_what_is_due()
    draft_what_is_due()
    (only,) = every()
    assert only.total_ore == 4_500_000_00 // 4
    assert only.drafted_by_id is None
    office.do("discard", only)
    draft_what_is_due()
    assert [each.state for each in every()] == ["discarded"]


def test_an_agreement_laid_in_long_after_it_began_is_not_drafted_backwards(office: Office, settings: Any) -> None:
    settings.SAMSYN_TODAY = date(2026, 12, 1)
    draft_what_is_due()
    assert every() == []


def test_where_several_pay_without_shares_nothing_is_drafted_and_the_page_leads_to_the_reading(
    cast: Cast, settings: Any
) -> None:
    club = lay_it(cast, settings, YOUTH)
    settings.SAMSYN_TODAY = date(2026, 3, 30)
    draft_what_is_due()
    assert every() == []
    with pytest.raises(ValidationError, match="säger inte hur de delar på summan"):
        club.do("draft", club.owed()[0])
    page = club.client().get(club.home()).content.decode()
    assert "Flera parter betalar" in page
    assert "agreement/assumptions/" in page


def test_while_the_index_is_awaited_the_last_known_sum_is_invoiced_and_says_so(office: Office) -> None:
    next_year = next(each for each in office.owed() if each.window_start.year == 2027)
    invoice = office.now_of(office.do("draft", next_year).pk)
    assert invoice.total_ore == 4_500_000_00 // 4
    assert invoice.awaits == "PKV 2026"
    assert "Summan väntar på PKV 2026" in office.client().get(f"{office.home()}{invoice.pk}/").content.decode()


def test_a_credit_note_of_all_of_it_comes_to_zero_and_the_quarter_can_be_invoiced_anew(office: Office) -> None:
    owed, invoice = office.owed()[0], office.sent(office.drafted())
    note = office.now_of(office.do("credit", invoice).pk)
    assert office.do("credit", invoice).pk == note.pk, "one is underway"
    note = office.sent(note)
    assert invoice.signed_ore + note.signed_ore == 0
    assert note.number == 2
    assert office.stands(invoice).stand == Stand.CREDITED
    with acting_as_job(Job.SEED):
        assert Obligation.objects.get(pk=owed.pk).met_on is None
    assert office.drafted().pk != invoice.pk


def test_no_more_is_credited_than_was_invoiced(office: Office) -> None:
    invoice = office.sent(office.by_hand(100))
    note = office.do("credit", invoice)
    office.do("add_line", note, Said(text="Mer", quantity=Decimal(1), price_ore=1), made=uuid4())
    with pytest.raises(ValidationError, match="inte att kreditera mer än 100"):
        office.do("check", note)


def test_a_part_is_credited_and_the_rest_is_still_to_be_paid(office: Office) -> None:
    invoice = office.sent(office.by_hand(100))
    note = office.do("credit", invoice)
    with office.by():
        line = office.now_of(note.pk).lines.select_related("invoice", "invoice__partnership").get()
    office.do("change_line", line, Said(text="Utrustning", quantity=Decimal(1), price_ore=30_00))
    office.sent(office.now_of(note.pk))
    assert office.stands(invoice).left_ore == 70_00


def test_what_is_paid_without_an_invoice_is_written_in_and_meets_the_duty(cast: Cast, settings: Any) -> None:
    shelter = lay_it(cast, settings, SHELTER)
    debt = next(each for each in shelter.owed("payment") if each.window_start.year == 2026)
    assert shelter.owed() == [], "nothing is invoiced"
    for part in (450_000_00, 500_000_00):
        shelter.do("pay_without_invoice", debt, part, date(2026, 1, 30), made=uuid4(), whose=shelter.theirs)
    with acting_as_job(Job.SEED):
        assert Obligation.objects.get(pk=debt.pk).met_on == date(2026, 1, 30)
    with pytest.raises(ValidationError, match="kvar att betala"):
        shelter.do("pay_without_invoice", debt, 1, date(2026, 1, 30), made=uuid4(), whose=shelter.theirs)
    with shelter.by() as viewer:
        got = received(viewer, shelter.partnership.pk, shelter.ours.pk, date(2026, 1, 1), date(2026, 12, 31))
    assert sum(each.amount.ore for each in got) == 950_000_00


@pytest.fixture
def training(cast: Cast, settings: Any) -> Office:
    found = lay_it(cast, settings, TRAINING, date(2025, 4, 2))
    found.details()
    return found


def book(
    office: Office, *costs: tuple[str, int, bool], day: date = date(2025, 2, 3), several: bool = True, key: str = ""
) -> list[Any]:
    """Rows in the association's books: cost line, kronor, whether it is a salary."""
    whose: dict[str, Any] = {"organisation": office.ours, "partnership": office.partnership}
    with acting_as_job(Job.SEED):
        laid = Import.objects.create(
            organisation=office.ours, sha256=uuid4().hex * 2, file_name="b.se", size=1, data=b"x", made_at=NOW
        )
        voucher = Voucher.objects.create(
            organisation=office.ours,
            year=date(2025, 1, 1),
            key=key or uuid4().hex,
            day=day,
            digest="d" * 64,
            brought_by=laid,
        )
        return [
            VoucherRow.objects.create(
                **whose, voucher=voucher, position=n, day=day, account=7010 if salary else 5480,
                amount_ore=kronor * 100, cost_line=line, is_salary=salary, several_people=salary and several,
            )
            for n, (line, kronor, salary) in enumerate(costs)
        ]  # fmt: skip


def test_the_lines_of_verified_costs_come_from_the_books_with_the_rows_behind_them(training: Office) -> None:
    book(
        training,
        ("loner", 300_000, True),
        ("handledare", 100_000, True),
        ("arbetsklader", 40_000, False),
        ("other", 9, False),
    )
    invoice = training.drafted()
    assert invoice.total_ore == 0, "nothing is invoiced that nobody has shown"
    assert training.do("fetch_lines", invoice) == 2
    training.do("fetch_lines", invoice)
    with training.by():
        lines = [(each.cost_line, each.amount_ore, each.vouchers.count()) for each in invoice.lines.all()]
    assert lines == [("loner", 400_000_00, 2), ("arbetsklader", 40_000_00, 1)]


def test_the_same_cost_does_not_stand_behind_two_invoices_until_the_first_is_credited(training: Office) -> None:
    book(training, ("arbetsklader", 40_000, False))
    invoice = training.drafted()
    training.do("fetch_lines", invoice)
    invoice = training.sent(training.now_of(invoice.pk))
    days = DateRange.through(date(2025, 1, 1), date(2025, 3, 31))
    other = training.do("draft_by_hand", training.partnership, training.theirs, days, made=uuid4())
    with pytest.raises(ValidationError, match="inte redan är fakturerade"):
        training.do("fetch_lines", other)
    training.sent(training.now_of(training.do("credit", invoice).pk))
    assert training.do("fetch_lines", other) == 1


def test_the_salary_of_one_person_never_stands_alone_where_anything_else_does(training: Office) -> None:
    book(training, ("loner", 30_000, True), ("arbetsklader", 40_000, False), several=False)
    invoice = training.drafted()
    assert training.do("fetch_lines", invoice) == 1
    with training.by():
        assert invoice.lines.get().amount_ore == 70_000_00
        assert LineVoucher.objects.count() == 2


def test_over_the_ceiling_is_refused_with_the_clause(training: Office) -> None:
    book(training, ("loner", 1_926_600, True))
    invoice = training.drafted()
    training.do("fetch_lines", invoice)
    training.sent(training.now_of(invoice.pk))
    book(training, ("arbetsklader", 38, False), day=date(2025, 5, 5))
    training.today = date(2025, 7, 2)
    second = training.do("draft", training.owed()[1])
    training.do("fetch_lines", second)
    with pytest.raises(ValidationError) as refused:
        training.do("check", second)
    said = refused.value.messages[0].replace("\N{NO-BREAK SPACE}", " ")
    assert "Fakturan går 1 kr över det mesta som betalas för 2025: 1 926 637 kr (punkt 6 st. 1)" in said
    assert "högst 37 kr" in said


def test_more_than_a_cost_line_reckons_with_is_shown_and_not_refused(training: Office) -> None:
    book(training, ("arbetsklader", 175_393, False))
    invoice = training.drafted()
    training.do("fetch_lines", invoice)
    with training.by():
        (over,) = over_budget(training.now_of(invoice.pk), dossier_of(training.partnership).agreement)
    assert (over.over, over.clause) == (Amount(1_00), "6 st. 1")
    page = training.client().get(f"{training.home()}{invoice.pk}/").content.decode()
    assert "Är avvikelsen betydande ska parterna ha godkänt den före" in page
    training.do("check", invoice)


def test_what_is_invoiced_is_not_planned_again(office: Office) -> None:
    office.sent(office.drafted())
    with office.by() as viewer:
        found = standings(viewer, [office.partnership.pk])
        periods = periods_of(dossier_of(office.partnership), invoiced_by_label(found), office.today)
    year = [each for each in periods if each.label.startswith("2026")]
    assert [each.part.invoiced for each in year] == [True, False, False, False]
    assert sum(each.part.amount.ore for each in year if each.part.amount) == 4_500_000_00


def test_when_the_figure_has_come_the_difference_is_on_what_is_not_invoiced(office: Office) -> None:
    """4 500 000 kr + 3 % = 4 635 000 kr; a quarter is 1 158 750 kr and the first was invoiced as 1 125 000 kr."""
    office.today, office.now = date(2027, 1, 4), datetime(2027, 1, 4, 12, tzinfo=UTC)
    first, second = [each for each in office.owed() if each.window_start.year == 2027][:2]
    office.sent(office.now_of(office.do("draft", first).pk))
    table = Table(series="PKV", published=date(2026, 12, 15), source="Påhittad, för provet", figures=_three_per_cent())
    with office.by() as viewer:
        enter(table, seen=0, by=viewer, now=office.now, today=office.today)
    invoice = office.now_of(office.do("draft", second).pk)
    assert invoice.awaits == ""
    assert invoice.total_ore == 1_158_750_00 + 33_750_00


def _three_per_cent() -> dict[int, IndexFigure]:
    return {2026: IndexFigure(Percent(Decimal(3)), "forecast")}


def deviation(office: Office, outcome: str, number: int) -> Matter:
    with acting_as_job(Job.SEED):
        return Matter.objects.create(
            partnership=office.partnership, organisation=office.ours, number=number, kind="deviation", title="Kläder",
            clause="9 st. 1", opened_on=date(2025, 1, 7), opened_at=NOW, happens_on=date(2025, 2, 1),
            closed_on=date(2025, 1, 20), outcome=outcome,
        )  # fmt: skip


def test_a_line_leads_to_the_deviation_that_the_parties_approved_before_it(training: Office) -> None:
    approved, refused = deviation(training, "approved", 1), deviation(training, "refused", 2)
    book(training, ("arbetsklader", 175_393, False))
    invoice = training.drafted()
    training.do("fetch_lines", invoice)
    with training.by():
        line = invoice.lines.select_related("invoice", "invoice__partnership").get()
    said = Said(line.text, line.quantity, line.price_ore, cost_line=line.cost_line)
    with pytest.raises(ValidationError, match="ingen godkänd avvikelse"):
        training.do("change_line", line, replace(said, approval_id=refused.pk))
    training.do("change_line", line, replace(said, approval_id=approved.pk))
    page = training.client().get(f"{training.home()}{invoice.pk}/").content.decode()
    assert f"matters/{approved.pk}/" in page


def test_a_line_with_vouchers_behind_it_keeps_the_sum_that_they_come_to(training: Office) -> None:
    book(training, ("arbetsklader", 100, False))
    invoice = training.drafted()
    training.do("fetch_lines", invoice)
    with training.by():
        line = invoice.lines.select_related("invoice", "invoice__partnership").get()
    with pytest.raises(ValidationError, match="kommer från verifikationerna"):
        training.do("change_line", line, Said("Kläder", Decimal(1), 200_00))
    training.do("remove_line", line)
    training.do("remove_line", line)


def test_fetched_anew_a_line_still_leads_to_the_deviation_that_was_approved(training: Office) -> None:
    matter = deviation(training, "approved", 1)
    book(training, ("arbetsklader", 40_000, False))
    invoice = training.drafted()
    training.do("fetch_lines", invoice)
    with training.by():
        line = invoice.lines.select_related("invoice").get()
    said = Said(line.text, line.quantity, line.price_ore, line.unit, line.cost_line, matter.pk)
    training.do("change_line", line, said)
    training.do("fetch_lines", invoice)
    with training.by():
        assert invoice.lines.get().approval_id == matter.pk


def test_what_has_been_corrected_in_the_books_is_not_invoiced_as_it_was(training: Office) -> None:
    rows = book(training, ("arbetsklader", 100, False))
    invoice = training.drafted()
    training.do("fetch_lines", invoice)
    training.approved(invoice)
    with acting_as_job(Job.SEED):
        Voucher.objects.filter(pk=rows[0].voucher_id).update(superseded_at=NOW)
    book(training, ("arbetsklader", 60, False))
    with pytest.raises(ValidationError, match="är rättad"):
        training.do("send", invoice)
    training.do("give_back", invoice, "bokföringen är rättad")
    with pytest.raises(ValidationError, match="är rättad"):
        training.do("check", invoice)
    assert "är rättad" in training.client().get(f"{training.home()}{invoice.pk}/").content.decode()
    training.do("fetch_lines", invoice)
    assert training.sent(training.now_of(invoice.pk)).total_ore == 60_00


def test_a_cost_that_is_corrected_after_it_was_invoiced_is_not_invoiced_twice(training: Office) -> None:
    """Its sender is told, and may credit: then the cost is free, as it is now."""
    (row,) = book(training, ("arbetsklader", 100, False), key="A 1")
    invoice = training.drafted()
    training.do("fetch_lines", invoice)
    training.sent(training.now_of(invoice.pk))
    with acting_as_job(Job.SEED):
        Voucher.objects.filter(pk=row.voucher_id).update(superseded_at=NOW)
    book(training, ("arbetsklader", 60, False), key="A 1")
    again = training.by_hand(days=DateRange.through(date(2025, 1, 1), date(2025, 3, 31)))
    with pytest.raises(ValidationError, match="redan är fakturerade"):
        training.do("fetch_lines", again)
    told = "Bokföringen bakom fakturan är rättad"
    assert told in training.client().get(f"{training.home()}{invoice.pk}/").content.decode()
    theirs = training.client(training.theirs).get(f"{training.home(training.theirs)}{invoice.pk}/")
    assert told not in theirs.content.decode()
    training.sent(training.do("credit", training.now_of(invoice.pk)))
    assert training.do("fetch_lines", again) == 1
