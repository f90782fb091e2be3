"""Agreements of every shape the language allows for time and money, generated. All parties are invented."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.reading.keys import adapter
from samsyn.rules.terms import Agreement, ChangeFile

PARTIES = ("board", "other-board", "association", "other-association")
EVERY = ("month", "two_months", "quarter", "four_months", "half_year", "year")
RECURRING = ("report", "statement", "evaluation", "compiled_report", "follow_up")
SAYS = {"clause": "1", "says": "Så säger punkten"}

first_days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
lengths = st.one_of(st.integers(20, 400), st.sampled_from([365, 366, 730, 1096]), st.integers(400, 2200))
month_days = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: f"{day.month:02}-{day.day:02}")
kronor = st.integers(0, 10**9).map(lambda ore: Decimal(ore) / 100)


@st.composite
def periods(draw: st.DrawFn) -> DateRange:
    first = draw(first_days)
    return DateRange(first, first + timedelta(days=draw(lengths)))


@st.composite
def days_in(draw: st.DrawFn, span: DateRange) -> date:
    return draw(st.dates(span.start, span.last))


@st.composite
def whens(draw: st.DrawFn, span: DateRange) -> dict[str, Any]:
    shape = draw(st.sampled_from(["rhythm", "day", "by", "between", "once", "on"]))
    if shape == "rhythm":
        every = draw(st.sampled_from([*EVERY, "agreement_year"]))
        due = draw(st.sampled_from(["period_end", "before_next_period", "unspecified"]))
        return {"every": every, "times": draw(st.integers(1, 5)), "due": due}
    if shape == "day":
        every, year = draw(st.sampled_from(["year", "agreement_year"])), draw(st.sampled_from(["same", "following"]))
        return {"every": every, "due": draw(month_days), "due_year": year}
    if shape == "between":
        return {"between": tuple(sorted((draw(days_in(span)), draw(days_in(span)))))}
    options: dict[str, dict[str, Any]] = {
        "by": {"by": draw(days_in(span))},
        "once": {"once": "unspecified"},
        "on": {"on": draw(st.sampled_from(["request", "need", "event", "always"]))},
    }
    return options[shape]


@st.composite
def duties(draw: st.DrawFn, span: DateRange, number: int) -> dict[str, Any]:
    by = draw(st.lists(st.sampled_from(PARTIES), min_size=1, max_size=3, unique=True))
    term: dict[str, Any] = {**SAYS, "id": f"duty-{number}", "kind": draw(st.sampled_from(RECURRING)), "by": by}
    term |= {"joint": draw(st.booleans()), "when": draw(whens(span))}
    if draw(st.booleans()):
        a, b = sorted((draw(days_in(span)), draw(days_in(span))))
        term |= {"first": a, "last": b}
    return term


@st.composite
def bodies(draw: st.DrawFn) -> dict[str, Any]:
    meets = {
        "every": draw(st.sampled_from(["month", "two_months", "quarter", "half_year", "year"])),
        "times": draw(st.integers(1, 6)),
        "aligned": draw(st.sampled_from(["calendar", "agreement"])),
    }
    members = [{"function": "Chef", "party": "board"}, {"function": "Chef", "party": "association"}]
    convenor = draw(st.sampled_from(["board", None]))
    return {**SAYS, "id": "steering", "name": "Styrgruppen", "kind": "steering", "members": members, "meets": meets,
            "convenor": convenor}  # fmt: skip


@st.composite
def fundings(draw: st.DrawFn, span: DateRange) -> dict[str, Any]:
    """One row for each calendar year, or one for each agreement year; perhaps two payers with shares."""
    step = draw(st.sampled_from(["calendar", "agreement", "whole"]))
    if step == "calendar":
        cuts = [part for whole in span.calendar_steps(12) if (part := whole.overlap(span))]
    else:
        cuts = list(span.steps(12)) if step == "agreement" else [span]
    amounts = [{"first": part.start, "last": part.last, "amount": draw(kronor)} for part in cuts]
    term: dict[str, Any] = {**SAYS, "id": "grant", "kind": "contribution", "payees": ["association"], "basis": "fixed",
                            "payers": ["board"], "amounts": amounts}  # fmt: skip
    if draw(st.booleans()):
        percent = Decimal(draw(st.integers(1, 9999))) / 100
        shares = [{"party": "board", "percent": percent}, {"party": "other-board", "percent": 100 - percent}]
        term |= {"payers": ["board", "other-board"], "shares": shares}
    return term


@st.composite
def payments(draw: st.DrawFn) -> dict[str, Any]:
    when = draw(st.sampled_from(["advance", "arrears", "fixed_day", "unspecified"]))
    return {
        **SAYS, "id": "plan", "funding": "grant", "when": when,
        "every": draw(st.sampled_from(EVERY)),
        "aligned": draw(st.sampled_from(["calendar", "agreement"])),
        "due": draw(month_days) if when == "fixed_day" else None,
        "invoiced": draw(st.booleans()),
        "days_to_pay": draw(st.sampled_from([None, 0, 30])),
    }  # fmt: skip


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    span = draw(periods())
    party = {name: {**SAYS, "id": name, "name": name, "kind": _side(name)} for name in PARTIES}
    found = [draw(duties(span, number)) for number in range(draw(st.integers(0, 4)))]
    extension = {**SAYS, "id": "longer", "months": draw(st.integers(1, 36)), "form": "written_agreement",
                 "deadline": {"months_before_end": draw(st.integers(1, 12))}}  # fmt: skip
    return agreement({
        "agreement": {"id": "generated", "name": "Ett", "title": "Ett", "purpose": "Att.", "purpose_clause": "1"},
        "source": {**SAYS, "id": "source", "status": "signed"},
        "period": {**SAYS, "id": "period", "first": span.start, "last": span.last},
        "party": party,
        "notice": {"notice": {**SAYS, "id": "notice", "months": draw(st.integers(0, 12))}},
        "extension": {"longer": extension},
        "body": {"steering": draw(bodies())},
        "duty": {term["id"]: term for term in found},
        "funding": {"grant": draw(fundings(span))},
        "payment": {"plan": draw(payments())},
    })  # fmt: skip


def agreement(values: dict[str, Any]) -> Agreement:
    found: Agreement = adapter(Agreement).validate_python(values)
    return found


def _side(name: str) -> str:
    return "public" if "board" in name else "civil"


def dossier(signed: Agreement, *changes: dict[str, Any]) -> Dossier:
    """The agreement with changes, each given as in a file in amendments/."""
    files = tuple(adapter(ChangeFile).validate_python(change) for change in changes)
    return Dossier(signed, files, (), {})


def change(kind: str, on: date, number: int = 0, rest: dict[str, Any] | None = None, **keys: Any) -> dict[str, Any]:
    """One file: the happening, and `rest` beside it (set, add)."""
    return {"change": {**SAYS, "id": f"change-{number}", "kind": kind, "on": on, **keys}, **(rest or {})}
