"""What the stories of money must have come to on the demo day, by their own tables."""

from __future__ import annotations

from collections import Counter
from contextlib import AbstractContextManager

from samsyn.rules.quantities import DateRange
from samsyn.rules.timeline import terms_on
from samsyn.web.access.entrance import acting_as
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.books import models as books
from samsyn.web.claims import models as claims
from samsyn.web.funders import models as funders
from samsyn.web.funders.queries import clashes_of, findings_of
from samsyn.web.indices import models as indices
from samsyn.web.indices.queries import register
from samsyn.web.invoices import models as invoices
from samsyn.web.invoices.queries import Stand, standings
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.seed import DEMO_DAY
from samsyn.web.seed.people import email_of
from samsyn.web.statements import models as statements
from samsyn.web.statements.models import Statement, Submission

MONEY = (
    invoices.SellerDetails, invoices.BuyerDetails, invoices.Ledger, invoices.Invoice, invoices.InvoiceLine,
    invoices.LineVoucher, invoices.InvoiceEvent, invoices.InvoiceFile, invoices.Payment,
    books.Mapping, books.Release, books.VoucherRow, books.RowText, books.SalarySum,
    funders.Funder, funders.FunderShare,
    statements.Statement, statements.Draft, statements.Addition, statements.Submission, statements.Answer,
    claims.Claim, claims.Entry, claims.Plan, claims.Instalment, claims.Repaid,
)  # fmt: skip
"""Every table of money that says whose partnership it is of, and that a story writes in."""
OF_AN_ORGANISATION = (invoices.Series, books.Import, books.Voucher, indices.IndexTable, indices.IndexFigure)


def what_it_costs_and_who_pays() -> None:
    for table in MONEY:
        assert table._default_manager.exists(), f"no story writes in {table.__name__}"
    _no_index_that_exists_has_an_invented_figure()
    _numbers_are_unbroken_and_in_order_of_days()
    _an_invoice_is_in_every_state_that_somebody_must_act_on()
    _what_was_sent_was_judged_without_a_word()
    _verified_costs_have_their_vouchers()
    _two_boards_that_have_not_said_how_they_share_get_no_invoice()
    _the_yearly_contribution_is_paid_and_told_of()
    _a_statement_is_sent_back_and_one_is_begun()


def _no_index_that_exists_has_an_invented_figure() -> None:
    assert all("påhitt" in each.series for each in indices.IndexTable.objects.all())
    risen = Obligation.objects.filter(kind="uplift", partnership__is_demo=True, amount_ore__isnull=False)
    assert [each.amount_ore for each in risen] == [4_630_500_00], "4 500 000 + 2,9 %"
    assert not Obligation.objects.filter(
        kind="uplift", partnership__is_demo=False, amount_ore__isnull=False
    ).exists(), "PKV is awaited"


def _numbers_are_unbroken_and_in_order_of_days() -> None:
    numbered = list(invoices.Invoice.objects.exclude(number=None).order_by("organisation", "number"))
    numbers = [each.number or 0 for each in numbered]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    days = [each.issued or DEMO_DAY for each in numbered]
    assert days == sorted(days), "over all of the organisation's partnerships"
    assert set(invoices.SellerDetails.objects.values_list("tax", flat=True)) == {"outside"}


def _an_invoice_is_in_every_state_that_somebody_must_act_on() -> None:
    centre, training = twin_of("helsingborg-hemlosas-hus"), twin_of("malmo-arbetstraning")
    with _as("fyrbaken", centre, Role.CONTROLLER) as viewer:
        found = standings(viewer, [centre.pk, training.pk])
    stands = Counter(each.stand for each in found)
    assert stands == {Stand.PAID: 5, Stand.ACCEPTED: 1, Stand.DRAFTED: 2}
    assert [each.is_late(DEMO_DAY) for each in found if each.stand == Stand.ACCEPTED] == [True]
    kinds = {each.kind for one in found for each in one.events}
    assert kinds >= {"disputed", "answered", "reminded", "received", "accepted"}
    assert max(len(each.payments) for each in found) == 2, "one was paid in parts"
    for each in invoices.Invoice.objects.filter(state="sent"):
        assert None not in (each.checked_by_id, each.approved_by_id)
        assert each.checked_by_id != each.approved_by_id
        assert each.obligation is not None
        assert each.obligation.met_on == each.issued


def _what_was_sent_was_judged_without_a_word() -> None:
    files = list(invoices.InvoiceFile.objects.all())
    assert len(files) == invoices.Invoice.objects.filter(state="sent").count()
    assert all(each.judged and each.warnings == [] for each in files)


def _verified_costs_have_their_vouchers() -> None:
    training = twin_of("malmo-arbetstraning")
    lines = invoices.InvoiceLine.objects.filter(partnership=training)
    for line in lines:
        assert line.amount_ore == sum(each.row.amount_ore for each in line.vouchers.select_related("row"))
    assert lines.filter(approval__isnull=False).count() == 1, "a deviation that was approved beforehand"
    rows = books.VoucherRow.objects.filter(partnership=training)
    assert rows.filter(release=None).exists(), "the last quarter waits to be shown"
    assert not books.VoucherRow.objects.exclude(partnership=training).exists(), "nothing else of the books is kept"
    assert all(len(each.cost_lines) == 3 for each in books.SalarySum.objects.all()), "no single salary"
    assert books.RowText.objects.filter(released_at__isnull=False).count() == 2
    _what_two_pay_is_seen_by_the_organisation_alone(training)


def _what_two_pay_is_seen_by_the_organisation_alone(training: Partnership) -> None:
    quarter = DateRange.through(DEMO_DAY.replace(month=7, day=1), DEMO_DAY.replace(month=9, day=30))
    terms = terms_on(dossier_of(training), DEMO_DAY, DEMO_DAY)
    with _as("fyrbaken", training, Role.CONTROLLER) as viewer:
        clashes = clashes_of(viewer, training.pk, terms, quarter, register())
        assert [(each.line, each.over.ore) for each in clashes] == [("arbetsklader", 9_000_00)]
        assert findings_of(viewer, training.pk) == []
    assert not funders.FunderShare.objects.exclude(shared_at=None).exists()


def _two_boards_that_have_not_said_how_they_share_get_no_invoice() -> None:
    evenings = twin_of("helsingborg-kvallsexpeditionen")
    assert invoices.BuyerDetails.objects.filter(partnership=evenings).count() == 2
    assert not invoices.Invoice.objects.filter(partnership=evenings).exists()


def _the_yearly_contribution_is_paid_and_told_of() -> None:
    shelter = twin_of("helsingborg-kvinnojouren")
    paid = invoices.Payment.objects.filter(partnership=shelter, invoice=None)
    assert [each.amount_ore for each in paid] == [950_000_00, 950_000_00]
    claim = claims.Claim.objects.get(partnership=shelter)
    assert (claim.ended_how, claim.amount_ore) == ("settled", 8_400_00)
    kinds = Counter(claims.Entry.objects.filter(claim=claim).values_list("kind", flat=True))
    assert kinds["considered"] == 3
    assert {"raised", "answered", "prepared", "decision_drafted", "settled"} <= set(kinds)
    told = Submission.objects.get(statement__partnership=shelter)
    assert [each.accepted for each in told.answers.all()] == [True]
    assert told.content["received_ore"] == told.content["spent_ore"] == 950_000_00


def _a_statement_is_sent_back_and_one_is_begun() -> None:
    nights = Statement.objects.filter(partnership=twin_of("stockholm-eu-medborgare"))
    assert nights.count() == 2, "of four"
    answered = statements.Answer.objects.filter(submission__statement__in=nights)
    assert [each.accepted for each in answered] == [False]
    assert Statement.objects.filter(kind="annual_report", submissions=None).exists(), "what is near is open"


def twin_of(folder: str) -> Partnership:
    return Partnership.objects.get(is_demo=True, twin_of__slug=folder)


def _as(party: str, partnership: Partnership, role: Role) -> AbstractContextManager[Viewer]:
    """Somebody of the party, on the demo day."""
    organisation = partnership.parties.select_related("organisation").get(key=party).organisation
    person = Person.objects.get(email=email_of(organisation, role))
    return acting_as(person.pk, organisation.slug, today=DEMO_DAY)
