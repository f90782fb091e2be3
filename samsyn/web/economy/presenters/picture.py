"""The payments of the whole plan as a picture: all years side by side, and one year for a phone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samsyn.charts.payments_over_time import Bar, Kind, PaymentsOverTime, Words, payments_over_time
from samsyn.rules.quantities import Amount, DateRange
from samsyn.web.economy.queries import Money, Part


def pictures(money: Money, life: DateRange, year: int, today: date) -> tuple[SafeString, ...]:
    """Wide with every year, narrow with the chosen one; nothing where there is no plan."""
    bars = tuple(bars_of(money.parts()))
    if not bars:
        return ()
    first = min(life.start.year, min(bar.day for bar in bars).year)
    last = max(life.last.year, max(bar.day for bar in bars).year)
    wide, narrow = _chart(bars, first, last, today), _chart(bars, year, year, today)
    drawn = payments_over_time(wide), payments_over_time(narrow, "narrow")
    return tuple(SafeString(each) for each in drawn)


def key_of(money: Money) -> list[tuple[Kind, str]]:
    """What the columns look like, for those kinds that are drawn."""
    words: dict[Kind, str] = {
        "paid": gettext("betalt"),
        "invoiced": gettext("fakturerat"),
        "planned": gettext("planerat"),
        "preliminary": gettext("planerat, väntar på index"),
        "open": gettext("summan är inte bestämd i förväg"),
    }
    drawn = {bar.kind for bar in bars_of(money.parts())}
    return [(kind, said) for kind, said in words.items() if kind in drawn]


def bars_of(parts: Iterable[Part]) -> Iterable[Bar]:
    for part in parts:
        amount = part.amount
        if amount is None:
            yield Bar(part.day, 0, "open")
        elif amount.ore > 0:
            yield Bar(part.day, amount.ore, kind_of(part))


def kind_of(part: Part) -> Kind:
    if part.is_paid:
        return "paid"
    if part.is_invoiced:
        return "invoiced"
    return "preliminary" if part.part.preliminary else "planned"


def _chart(bars: tuple[Bar, ...], first: int, last: int, today: date) -> PaymentsOverTime:
    shape = PaymentsOverTime(date(first, 1, 1), date(last + 1, 1, 1), today, bars)
    summed = {kind: sum(bar.ore for bar in shape.seen if bar.kind == kind) for kind in ("paid", "invoiced")}
    words = {
        "n": len(shape.seen),
        "paid": str(Amount(summed["paid"])),
        "invoiced": str(Amount(summed["invoiced"])),
        "years": str(first) if first == last else f"{first}–{last}",
    }
    summary = gettext(
        "%(n)s betalningar %(years)s. %(paid)s är betalt och %(invoiced)s är fakturerat men inte betalt. Tabellen "
        "säger samma sak."
    )
    said = Words(
        title=gettext("Betalningarna %(years)s") % words,
        today=gettext("I dag"),
        summary=summary % words,
        most=str(Amount(shape.highest)) if shape.highest else "",
    )
    return PaymentsOverTime(shape.first, shape.end, today, bars, said)
