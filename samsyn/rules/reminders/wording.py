"""The words of a reminder, in Swedish as the agreements are. One text: no demand to one side and news to the other."""

from __future__ import annotations

from datetime import date

from samsyn.rules.reminders.duty import Duty

_THE_DAY_ITSELF = ("end_of_period", "uplift")
"""Kinds whose day is when it happens, and not the last day for doing it."""


def sentence(duty: Duty, today: date) -> str:
    """What is to be done, under which clause, by whom, until when, and how far it is.

    «Föreningen lämnar en rapport varje halvår. Den som gör det är Föreningen, och det görs för Socialnämnden.
    Sista dagen är 2026-11-30 (punkt 6). Det är 7 dagar dit.»
    """
    if duty.due is None:
        raise ValueError("There is no reminder of what has no day.")
    parts = (f"{duty.says.rstrip('. ')}.", _who(duty), _day(duty), _how_far(duty.due, today))
    return " ".join(part for part in parts if part)


def _clause(label: str) -> str:
    return f"punkt {label}" if label[:1].isdigit() else label


def _who(duty: Duty) -> str:
    if duty.calls:
        return f"Det görs tillsammans, och den som kallar är {duty.calls}."
    if not duty.by:
        return ""
    if not duty.to or duty.to == duty.by:
        return f"Den som gör det är {_inside(duty.by)}."
    return f"Den som gör det är {_inside(duty.by)}, och det görs för {duty.to}."


def _inside(name: str) -> str:
    """«Parterna tillsammans» and «Varje part för sig» stand inside a sentence; names keep their letters."""
    common = name.startswith(("Parterna ", "Varje "))
    return name[:1].lower() + name[1:] if common else name


def _day(duty: Duty) -> str:
    clause = _clause(duty.clause)
    if not duty.due_stated:
        return f"{clause[:1].upper()}{clause[1:]} säger ingen dag; perioden slutar {duty.due}."
    if duty.kind in _THE_DAY_ITSELF:
        return f"Dagen är {duty.due} ({clause})."
    return f"Sista dagen är {duty.due} ({clause})."


def _how_far(due: date, today: date) -> str:
    days = (due - today).days
    if days < 0:
        return "Dagen har passerat, och i Samsyn finns inget underlag än. Lägg in det om det är gjort."
    if days == 0:
        return "Det är i dag."
    return "Det är i morgon." if days == 1 else f"Det är {days} dagar dit."
