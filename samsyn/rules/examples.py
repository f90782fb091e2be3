"""Worked examples: what a person has counted by hand from the text, in expected.toml, beside what the rules say.

[[example]]
clause = "1.8"
says = "Sägs överenskommelsen upp 15 mars 2027 är sista dagen 15 december 2027"
ask = "last_day_if_notice_is_given"
given = { on = 2027-03-15 }
expect = 2027-12-15
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from samsyn.rules.example_file import Example, Given, read_examples
from samsyn.rules.money import PlannedPayment, amount_of_year, payment_plan
from samsyn.rules.obligations import Obligation, duties
from samsyn.rules.opening import planned_through
from samsyn.rules.quantities import Amount, DateRange, MonthDay, Percent, add_months, day_before
from samsyn.rules.quantities.amount import total
from samsyn.rules.quantities.dates import DAY
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import ending, if_notice_is_given, life, next_extension, status_on, terms_on


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules answered. `ok` when it is what was expected."""

    example: Example
    ok: bool
    got: Any

    def __str__(self) -> str:
        """«§ 1.8 Sägs överenskommelsen upp … — expected 2027-12-15, got 2027-12-14»."""
        example = self.example
        return f"§ {example.clause} {example.says} — expected {_shown(example.expect)}, got {_shown(self.got)}"


class UnknownExample(Exception):
    """An example asks for something that is not there. The message says what can be written instead."""


def check_examples(dossier: Dossier, prefix: str = "") -> list[Outcome]:
    """Every example with what the rules say now. Raises BrokenAgreement where the file cannot be read."""
    outcomes = []
    for example in read_examples(dossier, prefix):
        try:
            got = ASKS[example.ask](dossier, example.given)
        except UnknownExample as trouble:
            got = str(trouble)
        outcomes.append(Outcome(example, got == example.expect, got))
    return outcomes


def _last_day(dossier: Dossier, given: Given) -> date:
    return ending(dossier, given.get("on")).last


def _last_day_after_notice(dossier: Dossier, given: Given) -> date | str:
    answer = if_notice_is_given(dossier, given["on"], given.get("by"))
    return answer.last if answer.possible else "not possible"


def _extend_by(dossier: Dossier, given: Given) -> date | str:
    option = next_extension(dossier, given.get("on"))
    return option.settle_by if option else "cannot be extended"


def _last_day_if_extended(dossier: Dossier, given: Given) -> date | str:
    last, times = ending(dossier, given.get("on")).last, given["times"]
    for term in dossier.agreement.extension.values():
        if not term.applies:
            continue
        if term.times is not None and times > term.times:
            return "cannot be extended"
        reached = day_before(add_months(last + DAY, term.months * times))
        before = day_before(add_months(last + DAY, term.months * (times - 1)))
        if term.latest_end and before >= term.latest_end:
            return "cannot be extended"
        return min(reached, term.latest_end or reached)
    return "cannot be extended"


def _status(dossier: Dossier, given: Given) -> str:
    return status_on(dossier, given["on"]).status.value


def _obligations(dossier: Dossier, given: Given) -> list[Obligation]:
    """Those of one term. An invoiced payment is counted by its invoices."""
    span = DateRange.through(given["first"], given["last"]) if "first" in given else None
    found = [each for each in duties(dossier, span) if each.term == given["term"]]
    if not found:  # an amendment may have brought it; a misspelt id is told apart from «none in these days»
        _found(terms_on(dossier, given["last"]) if span else dossier.agreement, given["term"])
    return [each for each in found if each.kind == "invoice"] or found


def _due(dossier: Dossier, given: Given) -> list[date]:
    return [each.due for each in _obligations(dossier, given) if each.due]


def _count(dossier: Dossier, given: Given) -> int:
    return len(_obligations(dossier, given))


def _amount(dossier: Dossier, given: Given) -> Any:
    terms = terms_on(dossier, date(given["year"], 12, 31))
    if given["funding"] not in terms.funding:
        raise UnknownExample(f"there is no [funding.{given['funding']}]")
    planned = amount_of_year(terms, terms.funding[given["funding"]], given["year"], life=life(dossier))
    return str(planned) if planned.amount is None else _plain(planned.amount)


def _payments(dossier: Dossier, given: Given) -> list[Any]:
    """The sum of each period that begins in the year, or why there is none: «not settled beforehand», «not stated»,
    «awaits PKV 2026»."""
    terms = terms_on(dossier, date(given["year"], 12, 31))
    if given["payment"] not in terms.payment:
        raise UnknownExample(f"there is no [payment.{given['payment']}]")
    payment = terms.payment[given["payment"]]
    payers = payment.by if terms.funding[payment.funding].shares else ()
    plans = [payment_plan(terms, payment, life(dossier), payer=payer) for payer in payers or (None,)]
    return [_summed(same) for same in zip(*plans, strict=True) if same[0].slot.whole.start.year == given["year"]]


def _summed(parts: tuple[PlannedPayment, ...]) -> Any:
    """What the payers of a plan pay together for one period."""
    amounts = [part.amount for part in parts if part.amount is not None]
    return _plain(total(amounts)) if len(amounts) == len(parts) else _without_sum(parts[0])


def _without_sum(part: PlannedPayment) -> str:
    if part.is_open:
        return "not settled beforehand"
    return f"awaits {', '.join(part.awaits)}" if part.awaits else "not stated"


def _cost_lines(dossier: Dossier, given: Given) -> Any:
    """What the cost lines of a sum come to together. Those that are part of another are not added again."""
    terms = terms_on(dossier, given["on"]) if "on" in given else dossier.agreement
    if given["funding"] not in terms.funding:
        raise UnknownExample(f"there is no [funding.{given['funding']}]")
    lines = [each for each in terms.cost_line.values() if each.applies and each.funding == given["funding"]]
    amounts = [each.amount for each in lines if each.part_of is None]
    known = [amount for amount in amounts if amount is not None]
    return _plain(total(known)) if known and len(known) == len(amounts) else "not written"


def _value(dossier: Dossier, given: Given) -> Any:
    terms = terms_on(dossier, given["on"]) if "on" in given else dossier.agreement
    here: Any = _found(terms, given["term"])
    for key in given["key"].split("."):
        if isinstance(here, tuple | list):
            here = here[int(key)] if key.isdigit() and int(key) < len(here) else None
        else:
            here = here.get(key) if isinstance(here, dict) else getattr(here, key, None)
        if here is None:
            return "not written"
    return _plain(here)


def _owed_by(dossier: Dossier, given: Given) -> list[str]:
    term = _found(dossier.agreement, given["term"])
    found = [party for each in duties(dossier) if each.term == term.id for party in each.by]
    written: tuple[str, ...] = getattr(term, "by", ())
    return list(dict.fromkeys(found or written))


def _open_days(dossier: Dossier, given: Given) -> int:
    """Without closures: which weeks are closed in summer is not in the text."""
    if given["site"] not in terms_on(dossier, given["last"]).site:
        raise UnknownExample(f"there is no [site.{given['site']}]")
    return len(planned_through(dossier, given["site"], given["first"], given["last"]))


def _found(agreement: Agreement, term_id: str) -> Any:
    term = agreement.find(term_id)
    if term is None:
        raise UnknownExample(f"there is no term «{term_id}»")
    return term


def _plain(value: Any) -> Any:
    """As TOML would write it: kronor and per cent as numbers, lists for tuples."""
    if isinstance(value, Amount):
        kronor = Decimal(value.ore) / 100
        return int(kronor) if kronor == int(kronor) else kronor
    if isinstance(value, Percent):
        return value.value
    if isinstance(value, MonthDay):
        return str(value)
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


ASKS: dict[str, Callable[[Dossier, Given], Any]] = {
    "last_day": _last_day,
    "last_day_if_notice_is_given": _last_day_after_notice,
    "extend_by": _extend_by,
    "last_day_if_extended": _last_day_if_extended,
    "status": _status,
    "due": _due,
    "count": _count,
    "amount": _amount,
    "payments": _payments,
    "cost_lines": _cost_lines,
    "value": _value,
    "owed_by": _owed_by,
    "open_days": _open_days,
}
