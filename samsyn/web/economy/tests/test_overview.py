"""The overview of the money: the same figures for every party, each with its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import override_settings

from samsyn.rules.money import payment_plan, replan
from samsyn.rules.obligations import Plan
from samsyn.rules.reading import read_agreement
from samsyn.rules.timeline import life
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.economy.presenters.plan import year_tables
from samsyn.web.economy.queries import Money, Part, PlanYear, money_of
from samsyn.web.indices.actions import enter
from samsyn.web.indices.queries import register
from samsyn.web.indices.tests.test_register import said
from samsyn.web.invoices.models import Payment
from samsyn.web.invoices.tests.conftest import lay_it
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.tests.laying import ROOT, YOUTH, Laid, asked, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from tests.spec.small import agreement

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
REFUGE = ROOT / "agreements" / "helsingborg-kvinnojouren"
TRAINING = ROOT / "agreements" / "malmo-arbetstraning"
STREET = ROOT / "agreements" / "stockholm-eu-medborgare"


@pytest.fixture(autouse=True)
def fixed_day() -> Iterator[None]:
    with override_settings(SAMSYN_TODAY=TODAY):
        yield


def laid(cast: Cast, folder: Path) -> Laid:
    """The municipality and the association play a party each; other parties are others."""

    parties = read_agreement(folder).agreement.party
    public, civil = (next(key for key, each in parties.items() if each.kind == kind) for kind in ("public", "civil"))
    return lay(folder, with_={public: cast.municipality, civil: cast.association})


def address(organisation: Organisation, laid_: Laid, query: str = "") -> str:
    return f"/as/{organisation.slug}/partnerships/{laid_.partnership.slug}/economy/{query}"


def page(cast: Cast, laid_: Laid, organisation: Organisation | None = None, query: str = "") -> str:
    where = organisation or cast.municipality
    answer = cast.client(where, Role.CONTROLLER).get(address(where, laid_, query))
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ")


def words(html: str) -> str:
    """As it is read: tags inside a sentence leave nothing behind."""
    inline = re.sub(r"</?(?:span|time|b|abbr|a)\b[^>]*>", "", html)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", inline))


def money(cast: Cast, laid_: Laid) -> Money:
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        return money_of(viewer, laid_.partnership, laid_.dossier, TODAY, register())


def test_a_million_in_quarters_is_shown_with_its_days_clause_and_division(cast: Cast) -> None:
    youth = laid(cast, YOUTH)
    shown = words(page(cast, youth))
    assert "2026 ska 1 000 000 kr betalas. 0 kr är fakturerat och 0 kr är betalt." in shown
    assert "1 000 000 kr delas i 4 lika delar: 250 000 kr var." in shown
    assert "Kvartal 1 2026" in shown
    assert "§ 1.6 st. 4" in shown


def test_both_parties_see_the_same_figures(cast: Cast) -> None:
    youth = laid(cast, YOUTH)
    figures = [re.findall(r"\d[\d ]*(?:,\d\d)? kr|\d{4}-\d\d-\d\d", words(page(cast, youth, each))) for each in
               (cast.municipality, cast.association)]  # fmt: skip
    assert figures[0]
    assert figures[0] == figures[1]


def test_a_year_whose_index_is_not_published_shows_the_last_known_sum_and_what_it_waits_for(cast: Cast) -> None:
    shown = words(page(cast, laid(cast, YOUTH), query="?year=2027"))
    assert "2027 ska 1 000 000 kr betalas, räknat på det senast kända beloppet." in shown
    assert "väntar på PKV 2026" in shown
    assert "Senast kända belopp. Väntar på PKV 2026." in shown


def test_when_the_index_is_entered_the_chosen_cell_the_calculation_and_the_other_readings_are_shown(cast: Cast) -> None:
    """1 000 000 · 1,031 = 1 031 000, in invented figures; the table of October is none, so that reading waits."""
    youth, day = laid(cast, YOUTH), date(2026, 12, 21)
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        enter(said("3.1"), seen=0, by=viewer, now=NOW, today=day)
    with override_settings(SAMSYN_TODAY=day):
        shown = words(page(cast, youth, query="?year=2027"))
    assert "2027 ska 1 031 000 kr betalas." in shown
    assert "3,1 % (prognos, publicerad 2026-12-18, ett påhittat papper)" in shown
    assert "1 000 000 kr + 3,1 % = 1 031 000 kr" in shown
    assert "Vad andra tolkningar skulle ge 2027" in shown
    assert re.search(r"Tabellen från oktober före[^§]*väntar på PKV 2026", shown)
    assert "257 750 kr var" in shown


def test_a_ceiling_shows_what_it_is_to_cover_and_that_the_cost_decides(cast: Cast) -> None:
    """1 751 245 + 175 392 = 1 926 637."""
    shown = words(page(cast, laid(cast, TRAINING), query="?year=2025"))
    for text in ("1 751 245", "175 392", "Tillsammans 1 926 637", "Summan är ett tak", "Efter kostnad."):
        assert text in shown


def test_a_contribution_that_is_paid_without_an_invoice_has_no_column_for_one(cast: Cast) -> None:
    refuge = laid(cast, REFUGE)
    shown = words(page(cast, refuge))
    assert "2026 ska 950 000 kr betalas." in shown
    assert "2026-01-31" in shown
    assert "Faktureras senast" not in shown
    assert "inget underlag ännu" in shown


def test_what_is_paid_is_seen_by_both_and_counts_once(cast: Cast) -> None:
    refuge = laid(cast, REFUGE)
    with acting_as_job(Job.SEED):
        owed = Obligation.objects.get(partnership=refuge.partnership, kind="payment", occurrence="2026")
        Payment.objects.create(
            partnership=refuge.partnership, organisation=cast.municipality, obligation=owed, paid_on=date(2026, 1, 30),
            amount_ore=950_000_00, written_at=NOW,
        )  # fmt: skip
    for organisation in (cast.municipality, cast.association):
        shown = words(page(cast, refuge, organisation))
        assert "950 000 kr är betalt" in shown
    (part,) = [each for each in money(cast, refuge).parts() if each.part.planned.slot.label == "2026"]
    assert part.is_paid


def test_where_the_text_gives_no_sum_the_page_says_so_with_the_clause(cast: Cast) -> None:
    street = lay(STREET, with_={"socialnamnden": cast.municipality})
    with override_settings(SAMSYN_TODAY=date(2020, 2, 3)):
        shown = words(page(cast, street))
    assert "Texten anger ingen summa" in shown
    assert "Den ekonomiska ramen är oförändrad" in shown


def test_a_sum_that_does_not_divide_says_what_rounding_leaves_over(cast: Cast) -> None:

    text = """
    [funding.grant]
    clause = "6"
    says = "Nämnden bidrar."
    kind = "contribution"
    payers = ["the-municipality"]
    payees = ["the-association"]
    basis = "fixed"
    amounts = [{ first = 2026-01-01, last = 2026-12-31, amount = 1_000_000 }]
    [payment.plan]
    clause = "6"
    says = "Betalas varje månad."
    funding = "grant"
    every = "month"
    when = "advance"
    """
    dossier = agreement(text, first="2026-01-01", last="2026-12-31")
    terms = dossier.agreement
    plan = payment_plan(terms, terms.payment["plan"], life(dossier))
    (year,) = replan(plan, {}, "next")
    whole = Plan(terms.payment["plan"], terms.funding["grant"], "", ("the-municipality",), plan, (terms,) * 12)
    parts = tuple(Part(each, terms, None, None, (), 0) for each in year.parts)

    (table,) = year_tables([PlanYear(whole, year, parts)], terms, Addresses("/", {}), TODAY)
    said_ = table.sentences[0].replace("\u00a0", " ")
    assert "1 000 000 kr delas i 12. Varje del avrundas nedåt till hela ören, 83 333,33 kr" in said_
    assert "83 333,37 kr" in said_


def test_the_page_asks_the_database_a_set_number_of_questions(cast: Cast) -> None:
    """As many for four years of quarters as for four yearly sums, but for what the rooms ask."""
    youth, refuge = laid(cast, YOUTH), lay(REFUGE, with_={"socialnamnden": cast.municipality})
    browser = cast.client(cast.municipality, Role.CONTROLLER)
    for each in (youth, refuge):
        assert len(asked(browser, address(cast.municipality, each))) <= 14


def test_the_other_association_finds_no_page(cast: Cast) -> None:
    youth = laid(cast, YOUTH)
    stranger = cast.client(cast.other_association, Role.HEAD)
    assert stranger.get(address(cast.other_association, youth)).status_code == 404


def test_a_year_that_is_not_one_is_this_year(cast: Cast) -> None:
    youth = laid(cast, YOUTH)
    for query in ("?year=1", "?year=tjugo", "?year=%00"):
        assert "Planen 2026" in page(cast, youth, query=query)


def test_what_is_invoiced_is_to_be_paid_by_the_day_of_the_invoice(cast: Cast, settings: Any) -> None:
    """The plan says 30 June for the quarter; the invoice says 1 April, and that day has been."""
    office = lay_it(cast, settings)
    office.details()
    invoice = office.sent(office.drafted(1))
    with override_settings(SAMSYN_TODAY=date(2026, 4, 8)):
        shown = words(page(cast, office.laid))
    first = shown[shown.index("Härnäst") : shown.index("Planen 2026")]
    assert "senast 2026-04-01 för 7 dagar sedan" in first
    assert f"Faktura {invoice.name}" in first
    quarter = shown[shown.index("Kvartal 2 2026") : shown.index("Kvartal 3 2026")]
    assert quarter.count("2026-06-30") == 1, "the day to invoice"
    assert "2026-04-01 1 125 000" in quarter
    assert "inget underlag ännu" in quarter


def test_paid_with_vat_is_shown_beside_invoiced_in_the_agreements_own_sums(cast: Cast, settings: Any) -> None:
    office = lay_it(cast, settings)
    office.details(tax="taxed", tax_rate=25, tax_reason="", includes_vat=False, vat_number="SE843000424501")
    invoice = office.sent(office.drafted())
    office.do("pay", invoice, invoice.total_ore, office.today, made=uuid4(), whose=office.theirs)
    assert invoice.total_ore == 1_406_250_00
    assert "1 125 000 kr är fakturerat och 1 125 000 kr är betalt" in words(page(cast, office.laid))


def test_what_was_paid_and_then_credited_in_full_is_to_be_invoiced_anew(cast: Cast, settings: Any) -> None:
    office = lay_it(cast, settings)
    office.details()
    invoice = office.sent(office.drafted())
    office.do("pay", invoice, invoice.total_ore, office.today, made=uuid4(), whose=office.theirs)
    assert "1 125 000 kr är betalt" in words(page(cast, office.laid))
    office.sent(office.do("credit", invoice))
    shown = words(page(cast, office.laid))
    assert "1 125 000 kr är betalt" not in shown
    assert "betalt" not in shown[shown.index("Kvartal 1 2026") : shown.index("Kvartal 2 2026")]
    assert "(kvartal 1 2026)" in shown[shown.index("Härnäst") : shown.index("Planen 2026")]


def test_where_nothing_is_invoiced_nothing_is_said_of_invoices_or_vat(cast: Cast) -> None:
    shown = words(page(cast, laid(cast, REFUGE)))
    assert "är betalt." in shown
    assert "fakturerat och" not in shown
    assert "Moms kan tillkomma" not in shown


def test_what_is_shown_to_be_paid_without_a_sum_is_said_to_be_so(cast: Cast) -> None:
    youth = laid(cast, YOUTH)
    with acting_as_job(Job.SEED):
        owed = Obligation.objects.filter(partnership=youth.partnership, kind="payment").order_by("due")[0]
        Obligation.objects.filter(pk=owed.pk).update(met_on=date(2026, 3, 1))
    assert "En betalning till är visad utan belopp" in words(page(cast, youth))


def test_who_is_to_tell_of_a_changed_economy_is_led_there(cast: Cast) -> None:
    assert "matters/open/economic-change/" in page(cast, laid(cast, YOUTH))


def test_without_a_plan_no_party_is_said_to_have_nothing_to_pay(cast: Cast) -> None:
    street = lay(STREET, with_={"socialnamnden": cast.municipality})
    shown = words(page(cast, street))
    assert "Inget att fakturera eller betala" not in shown
