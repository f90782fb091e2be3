"""What comes next: for each party the invoices and payments that it owes, in the same words whoever looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext

from samsyn.rules.quantities import Amount
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.economy.queries import Part
from samsyn.web.invoices.presenters.words import title_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.presenters.rows import Row, row_of

SHOWN, PASSED = 2, 3
"""So many that are still to come are shown for each party, and so many whose day has been, the longest ago first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`now` says what it comes to where the obligation says another sum: what is invoiced has moved it, or a figure has
    just been published. `bill` names the invoice by which it is asked for, and then the row leads to it."""

    row: Row
    now: str
    bill: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    key: str
    kind: str
    name: str
    mine: bool
    entries: tuple[Entry, ...]
    more: int


def sides_of(
    parts: Iterable[Part], dossier: Dossier, terms: Agreement, to: Addresses, today: date, mine: str | None
) -> list[Side]:
    """Public parties first, as around the table; only those that owe or are owed money."""
    every = list(parts)
    sides = [_side(key, every, dossier, terms, to, today, key == mine) for key in terms.party if _has_money(key, terms)]
    return sorted(sides, key=lambda side: side.kind != "public")


def _has_money(key: str, terms: Agreement) -> bool:
    return any(key in (*each.payers, *each.payees) for each in terms.funding.values() if each.applies)


def _side(
    key: str, parts: list[Part], dossier: Dossier, terms: Agreement, to: Addresses, today: date, mine: bool
) -> Side:
    owed = [(each, part) for part in parts for each in part.left_to_do() if key in each.by_keys]
    owed.sort(key=lambda pair: (_day(pair) or date.max, pair[0].term, pair[0].occurrence))
    passed = [pair for pair in owed if (_day(pair) or today) < today]
    coming = [pair for pair in owed if pair not in passed]
    shown = [*passed[:PASSED], *coming[:SHOWN]]
    entries = tuple(_entry(each, part, dossier, to) for each, part in shown)
    party = terms.party[key]
    return Side(key, party.kind, party.name, mine, entries, len(owed) - len(shown))


def _day(pair: tuple[Obligation, Part]) -> date | None:
    owed, part = pair
    return part.day_of(owed)


def _entry(owed: Obligation, part: Part, dossier: Dossier, to: Addresses) -> Entry:
    row = row_of(owed, dossier, to)
    if owed.kind == "payment" and not part.sent and part.paid_ore and row.amount_ore is not None:
        return Entry(replace(row, amount_ore=row.amount_ore - part.paid_ore, amount_note=_part_paid(part)), "")
    if part.bill is None or owed.kind != "payment":
        return Entry(row, _now(owed, part))
    invoice = part.bill.invoice
    url = f"{to.invoices}{invoice.pk}/"
    row = replace(row, url=url, due=invoice.due, note="", amount_ore=part.bill.left_ore, amount_note="")
    return Entry(row, "", title_of(invoice))


def _part_paid(part: Part) -> str:
    return gettext("%(sum)s är redan betalt.") % {"sum": Amount(part.paid_ore)}


def _now(owed: Obligation, part: Part) -> str:
    amount = part.amount
    if amount is None or part.part.preliminary or owed.amount == amount:
        return ""
    words = {"sum": str(amount)}
    if part.part.change:
        return gettext("Med det som redan är fakturerat: %(sum)s.") % words
    return gettext("Beloppet är nu %(sum)s.") % words
