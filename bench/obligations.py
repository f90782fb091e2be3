"""10,000 agreements → all their duties for ten years, beside a plain loop that builds as many objects.

Every agreement has a first day and sums of its own, a steering group, an operative group, quarterly invoices with
yearly uplift, reports, an extension and standing duties: the shape of the agreements in agreements/. The loop makes
the same number of the same objects from values that lie ready, so what it takes is the price of the objects alone.
Both are measured in turns in one process, batch by batch; agreements are built outside the clock.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from samsyn.rules.money import IndexFigure, IndexRegister, IndexTable
from samsyn.rules.obligations import Obligation, duties_of
from samsyn.rules.quantities import Percent
from samsyn.rules.reading.keys import adapter
from samsyn.rules.terms import Agreement

AGREEMENTS, BATCH, YEARS = 10_000, 250, 10
FIRST_DAYS = 1_096
"""Agreements begin on so many different days: nothing is gained by all being alike."""

Row = dict[str, Any]
SAYS = {"clause": "1", "says": "Så säger punkten"}


def run() -> list[Row]:
    """One row: seconds, obligations, and how many times the plain loop."""
    register, derived, looped, made = _register(), 0.0, 0.0, 0
    for numbers in _batches():
        agreements = [_agreement(number) for number in numbers]
        start = time.perf_counter()
        found = [duties_of(agreement, index=register) for agreement in agreements]
        derived += time.perf_counter() - start
        count = sum(map(len, found))
        made += count
        sample = found[0][0]
        del found
        start = time.perf_counter()
        objects = _plain_loop(sample, count)
        looped += time.perf_counter() - start
        assert len(objects) == count
        del objects
    return [{
        "agreements": AGREEMENTS, "years": YEARS, "obligations": made,
        "milliseconds_per_agreement": round(1000 * derived / AGREEMENTS, 3),
        "microseconds_per_obligation": round(1e6 * derived / made, 2),
        "plain_loop_milliseconds_per_agreement": round(1000 * looped / AGREEMENTS, 3),
        "times_the_plain_loop": round(derived / looped, 1),
    }]  # fmt: skip


def table(rows: list[Row]) -> str:
    """Markdown."""
    (row,) = rows
    return "\n".join([
        "| | per agreement | per obligation |",
        "|---|---:|---:|",
        f"| all duties for {row['years']} years | {row['milliseconds_per_agreement']} ms | "
        f"{row['microseconds_per_obligation']} µs |",
        f"| a plain loop that builds as many objects | {row['plain_loop_milliseconds_per_agreement']} ms | |",
        "",
        f"{row['agreements']:,} agreements, {row['obligations']:,} obligations: "
        f"**{row['times_the_plain_loop']} times the plain loop**.",
        "",
    ])  # fmt: skip


def _batches() -> Iterator[range]:
    for start in range(0, AGREEMENTS, BATCH):
        yield range(start, min(start + BATCH, AGREEMENTS))


def _plain_loop(sample: Obligation, count: int) -> list[Obligation]:
    owed, window, due, why, slot = sample.owed, sample.window, sample.due, sample.template, sample.slot
    objects = []
    for number in range(count):
        objects.append(Obligation(owed, str(number), window, due, True, why, slot))  # noqa: PERF401
    return objects


def _register() -> IndexRegister:
    """An invented index, for every year that is needed."""
    figures = {year: IndexFigure(Percent(Decimal("2.5")), "outcome") for year in range(2020, 2045)}
    return IndexRegister((IndexTable("X", date(2020, 1, 2), figures, "påhittat"),))


def _agreement(number: int) -> Agreement:
    first = date(2024, 1, 1) + timedelta(days=number * 7 % FIRST_DAYS)
    last = first.replace(year=first.year + YEARS, day=min(first.day, 28)) - timedelta(days=1)
    found: Agreement = adapter(Agreement).validate_python({
        "agreement": {"id": f"bench-{number}", "name": "Ett", "title": "Ett", "purpose": "A.", "purpose_clause": "1"},
        "source": {**SAYS, "id": "source", "status": "signed"},
        "period": {**SAYS, "id": "period", "first": first, "last": last},
        "party": {"board": _party("board", "public"), "association": _party("association", "civil")},
        **_money(first, number),
        **_time(),
    })  # fmt: skip
    return found


def _party(name: str, kind: str) -> Row:
    return {**SAYS, "id": name, "name": name, "kind": kind}


def _money(first: date, number: int) -> Row:
    uplift = date(first.year + 1, 1, 1)
    amount = {"first": first, "last": uplift - timedelta(days=1), "amount": 1_000_000 + number}
    funding = {**SAYS, "id": "grant", "kind": "contribution", "payers": ["board"], "payees": ["association"],
               "basis": "fixed", "index": "index", "amounts": [amount]}  # fmt: skip
    index = {**SAYS, "id": "index", "series": "X", "publisher": "Y", "first_uplift": uplift}
    plan = {**SAYS, "id": "plan", "funding": "grant", "every": "quarter", "when": "advance", "days_to_pay": 30}
    return {"funding": {"grant": funding}, "index": {"index": index}, "payment": {"plan": plan}}


def _time() -> Row:
    duties = [
        ("effect", "effect_report", {"every": "year"}),
        ("accounts", "annual_report", {"every": "year", "due": "06-30", "due_year": "following"}),
        ("compiled", "compiled_report", {"every": "half_year", "due": "period_end"}),
        ("statement", "statement", {"every": "agreement_year", "due": "before_next_period"}),
        ("follow-up", "follow_up", {"every": "year", "times": 2}),
        ("insight", "insight", {"on": "request"}),
        ("notice", "economic_notice", {"on": "event", "within_days": 0}),
        ("law", "compliance", {"on": "always"}),
    ]
    return {
        "extension": {"longer": {**SAYS, "id": "longer", "months": 36, "form": "written_agreement",
                                 "deadline": {"months_before_end": 9}}},
        "body": {"steering": _body("steering", {"every": "year", "times": 2}),
                 "operative": _body("operative", {"every": "month"})},
        "duty": {name: {**SAYS, "id": name, "kind": kind, "by": ["association"], "to": ["board"], "when": when}
                 for name, kind, when in duties},
    }  # fmt: skip


def _body(name: str, meets: Row) -> Row:
    members = [{"function": "Chef", "party": party} for party in ("board", "association")]
    return {**SAYS, "id": name, "name": name, "kind": "steering", "members": members, "meets": meets,
            "convenor": "association"}  # fmt: skip
