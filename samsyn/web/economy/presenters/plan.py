"""A year of a plan as a table: each period with its days, its sum, what is invoiced and what is paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, gettext, ngettext

from samsyn.rules.money.sums import assumed_in
from samsyn.rules.obligations.wording import in_a_row, slot_words
from samsyn.rules.quantities import Amount
from samsyn.rules.terms import Agreement
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.economy.queries import Part, PlanYear
from samsyn.web.obligations.models import Obligation


@dataclass(frozen=True, slots=True)
class Day:
    """`stated`: the text gives it, or the invoice. `url` leads to the obligation, or to that invoice."""

    day: date | None
    stated: bool
    url: str


@dataclass(frozen=True, slots=True)
class Paper:
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """One period. `note` says what the sum is not; `state` is a tag's text with its kind.

    `change_ore`: how much it differs from the plan by the terms alone, for what is already invoiced.
    """

    name: str
    invoice: Day | None
    payment: Day | None
    ore: int | None
    note: str
    change_ore: int
    invoiced_ore: int | None
    papers: tuple[Paper, ...]
    paid_ore: int
    state: str
    state_kind: str


@dataclass(frozen=True, slots=True)
class YearTable:
    """`who` pays whom. `sentences` say how the sum is divided and what stands beside the parts."""

    who: str
    says: str
    clause: str
    assumed: bool
    language: str
    by_invoice: bool
    lines: tuple[Line, ...]
    total_ore: int | None
    invoiced_ore: int
    paid_ore: int
    sentences: tuple[str, ...]


def year_tables(years: Sequence[PlanYear], agreement: Agreement, to: Addresses, today: date) -> list[YearTable]:
    return [_table(each, agreement, to, today) for each in years]


def _table(each: PlanYear, agreement: Agreement, to: Addresses, today: date) -> YearTable:
    payment, funding = each.plan.payment, each.plan.funding
    lines = tuple(_line(part, to, today) for part in each.parts)
    names = {"payers": _names(each.plan.payers, agreement), "payees": _names(funding.payees, agreement)}
    return YearTable(
        who=gettext("%(payers)s till %(payees)s") % names,
        says=payment.says,
        clause=payment.clause,
        assumed=bool(assumed_in(payment)),
        language=agreement.agreement.language,
        by_invoice=payment.invoiced,
        lines=lines,
        total_ore=each.year.total.ore if each.year.total is not None else None,
        invoiced_ore=sum(line.invoiced_ore or 0 for line in lines) + each.year.elsewhere.ore,
        paid_ore=sum(line.paid_ore for line in lines),
        sentences=tuple(filter(None, (_division(each), _beside(each), _regulated(each)))),
    )


def _names(keys: Sequence[str], agreement: Agreement) -> str:
    return in_a_row(map(agreement.party_name, keys))


def _line(part: Part, to: Addresses, today: date) -> Line:
    planned, (state, kind) = part.part.planned, state_of(part, today)
    return Line(
        name=slot_words(planned.slot, _language()),
        invoice=_day(part.invoice, to),
        payment=_pay_day(part, to),
        ore=part.amount.ore if part.amount is not None else None,
        note=_note(part),
        change_ore=0 if part.part.invoiced else part.part.change.ore,
        invoiced_ore=sum(each.agreed_left_ore for each in part.sent) if part.sent else None,
        papers=tuple(Paper(each.invoice.name, f"{to.invoices}{each.invoice.pk}/") for each in part.sent),
        paid_ore=part.paid_ore,
        state=state,
        state_kind=kind,
    )


def _language() -> str:
    return "en" if (get_language() or "sv").startswith("en") else "sv"


def _day(owed: Obligation | None, to: Addresses) -> Day | None:
    return Day(owed.due, owed.due_stated, f"{to.obligations}{owed.pk}/") if owed else None


def _pay_day(part: Part, to: Addresses) -> Day | None:
    if part.bill is None:
        return _day(part.payment, to)
    return Day(part.bill.invoice.due, True, f"{to.invoices}{part.bill.invoice.pk}/")


def state_of(part: Part, today: date) -> tuple[str, str]:
    """In the same words whoever it is that has something left to do."""
    if part.is_paid:
        return gettext("betalt"), "done"
    if any((part.day_of(owed) or today) < today for owed in part.left_to_do()):
        return gettext("inget underlag ännu"), "waiting"
    if part.is_invoiced:
        return gettext("fakturerat"), "plain"
    return "", "plain"


def _note(part: Part) -> str:
    planned = part.part.planned
    if part.part.preliminary:
        return gettext("Senast kända belopp. Väntar på %(what)s.") % {"what": in_a_row(planned.awaits)}
    if planned.is_open:
        return "" if part.part.invoiced else gettext("Efter kostnad.")
    return gettext("Texten anger ingen summa.") if part.amount is None else ""


def _division(each: PlanYear) -> str:
    """How the sum of the year is divided by the terms, with what rounding leaves over."""
    parts = [part.part.planned.last_known or part.part.planned.amount for part in each.parts]
    known = [amount for amount in parts if amount is not None]
    if each.year.total is None or len(known) < 2:
        return ""
    first, last = known[0], known[-1]
    words = {"total": str(each.year.total), "n": len(known), "part": str(first), "last": str(last)}
    if all(amount == first for amount in known):
        return gettext("%(total)s delas i %(n)s lika delar: %(part)s var.") % words
    if all(amount == first for amount in known[:-1]) and abs((last - first).ore) < len(known):
        words["rest"] = str(last - first)
        said = gettext(
            "%(total)s delas i %(n)s. Varje del avrundas nedåt till hela ören, %(part)s, och den sista bär det som "
            "blir kvar: %(last)s."
        )
        return said % words
    return gettext("Delarna följer hur långa perioderna är, och blir tillsammans exakt %(total)s.") % words


def _beside(each: PlanYear) -> str:
    if not each.year.elsewhere:
        return ""
    said = gettext("%(sum)s är fakturerat för perioder som planen inte längre har, och räknas av.")
    return said % {"sum": each.year.elsewhere}


def _regulated(each: PlanYear) -> str:
    """What nothing uninvoiced is left to carry."""
    left = each.year.regulating
    if not left:
        return ""
    if left > Amount(0):
        return gettext("Allt är fakturerat och summan har ändrats: %(sum)s återstår att fakturera.") % {"sum": left}
    return gettext("Mer är fakturerat än vad summan är nu: %(sum)s återstår att kreditera.") % {"sum": -left}


def changed_sentence(ore: int) -> str:
    """Why a part differs from its equal share: what was invoiced at another sum."""
    amount = Amount(abs(ore))
    more, less = gettext("%(sum)s mer än sin del"), gettext("%(sum)s mindre än sin del")
    return (more if ore > 0 else less) % {"sum": amount}


def lead(years: Sequence[PlanYear], year: int) -> str:
    """One sentence of the year: what is to be paid, and what is invoiced and paid of it."""
    totals = [each.year.total for each in years]
    known = [total.ore for total in totals if total is not None]
    parts = [part for each in years for part in each.parts]
    invoiced = sum(each.agreed_left_ore for part in parts for each in part.sent)
    shown = sum(part.is_paid and not part.paid_ore for part in parts)
    words = {
        "year": year,
        "sum": str(Amount(sum(known))),
        "invoiced": str(Amount(invoiced)),
        "paid": str(Amount(sum(part.paid_ore for part in parts))),
        "n": len(parts),
    }
    if not parts:
        return gettext("Planen har ingen betalning %(year)s.") % words
    if any(each.plan.payment.invoiced for each in years):
        done = gettext("%(invoiced)s är fakturerat och %(paid)s är betalt.") % words
    else:
        done = gettext("%(paid)s är betalt.") % words
    if shown:
        done += " " + ngettext(
            "En betalning till är visad utan belopp, bland åtagandena.",
            "%(shown)s betalningar till är visade utan belopp, bland åtagandena.",
            shown,
        ) % {"shown": shown}
    if not known or len(known) < len(totals):
        said = ngettext("%(year)s betalas i %(n)s del.", "%(year)s betalas i %(n)s delar.", len(parts)) % words
    elif any(each.year.preliminary for each in years):
        said = gettext("%(year)s ska %(sum)s betalas, räknat på det senast kända beloppet.") % words
    else:
        said = gettext("%(year)s ska %(sum)s betalas.") % words
    return f"{said} {done}"
