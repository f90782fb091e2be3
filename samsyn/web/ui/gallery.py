"""Invented content for the gallery. No real party, sum or day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse

from samsyn.charts.agreement_line import AgreementLine, Mark
from samsyn.web.ui.components.line import line_words
from samsyn.web.ui.components.tables import Column, Table
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.fields import AmountField, CivilDateField
from samsyn.web.ui.formats import kronor

TODAY = date(2026, 11, 20)
LONG_WORK = 39


@dataclass(frozen=True)
class Event:
    when: date
    text: str
    note: str = ""
    clause: str = ""
    coming: bool = False


class SpecimenForm(forms.Form):
    """Every kind of field once."""

    purpose = forms.CharField(label="Vad ska beslutet gälla?", help_text="Skriv så att en ny ledamot förstår.")
    notice_on = CivilDateField(label="Dag för uppsägning", help_text="År, månad och dag: 2026-11-20.")
    amount = AmountField(label="Belopp för året", help_text="Hela kronor, eller med ören efter komma.")
    form = forms.ChoiceField(
        label="Hur har ni kommit överens?",
        choices=[
            ("written", "Skriftligt, undertecknat av alla parter"),
            ("minutes", "I styrgruppens protokoll"),
        ],
        widget=forms.RadioSelect,
    )
    all_informed = forms.BooleanField(label="Alla parter har fått veta det")
    note = forms.CharField(label="Anteckning", required=False, widget=forms.Textarea)


def _forms() -> dict[str, forms.Form]:
    typed = {
        "purpose": "Förlängning ett år",
        "notice_on": "20 nov",
        "amount": "1,9 miljoner",
        "form": "written",
    }
    right = {"purpose": "Förlängning ett år", "notice_on": TODAY, "amount": 1_926_637_00, "form": "written"}
    return {
        "form_wrong": SpecimenForm(typed, auto_id="wrong_%s"),
        "form_right": SpecimenForm(initial=right, auto_id="right_%s"),
    }


def _table() -> Table:
    lines = [("Handledare, 1,5 tjänst", 912_300_00), ("Lokaler", 318_000_00), ("Arbetskläder", 24_337_50)]
    return Table(
        caption="Vad pengarna går till 2026",
        note="Parternas gemensamma plan. Avvikelser godkänns i förväg.",
        columns=[Column("Kostnad"), Column("Planerat", "kr", True), Column("Använt till i dag", "kr", True)],
        rows=[(name, kronor(sum_, False), kronor(sum_ * 3 // 4, False)) for name, sum_ in lines],
        sums=("Summa", *(kronor(sum(s * k // 4 for _, s in lines), False) for k in (4, 3))),
    )


def _events() -> list[Event]:
    return [
        Event(date(2026, 1, 1), "Överenskommelsen började gälla.", clause="2"),
        Event(
            date(2026, 3, 12),
            "Styrgruppen möttes första gången.",
            "Fyra av fem ledamöter. Protokollet är justerat.",
            "6",
        ),
        Event(date(2026, 9, 30), "Halvårsrapporten lämnades.", "Av föreningen, i tid."),
        Event(date(2026, 12, 4), "Styrgruppen möts.", "Kallelsen går ut två veckor före.", "6", coming=True),
    ]


def _dense_line() -> AgreementLine:
    """Four years with 48 payments, and everything else that an agreement can ask for."""
    years = (2025, 2026, 2027, 2028)
    marks = [Mark(date(y, m, 15), "payment", "Kommunen betalar 160 553 kr", "4.2") for y in years for m in range(1, 13)]
    marks += [Mark(date(y, m, 4), "meeting", "Styrgruppen möts", "6") for y in years for m in (3, 6, 9, 12)]
    marks += [Mark(date(y, 2, 28), "report", "Föreningen lämnar årsrapporten", "7.3") for y in years[1:]]
    marks += [
        Mark(date(2028, 6, 30), "extension", "Sista dag att skriftligt komma överens om förlängning", "8.1"),
        Mark(date(2028, 9, 30), "notice", "Sista dag att säga upp", "9"),
    ]
    return AgreementLine(
        date(2025, 1, 1), date(2028, 12, 31), TODAY, tuple(marks), date(2030, 12, 31), words=line_words()
    )


def _short_line(start: date, end: date) -> AgreementLine:
    middle = start + (end - start) / 2
    marks = (
        Mark(middle, "meeting", "Styrgruppen möts", "6"),
        Mark(end, "report", "Slutrapporten lämnas", "7"),
    )
    return AgreementLine(start, end, TODAY, marks, words=line_words())


def long_work(done: int) -> dict[str, Any]:
    return {"done": done, "total": LONG_WORK, "poll": f"{reverse('ui:progress')}?done={done}"}


def content(request: HttpRequest) -> dict[str, Any]:
    paginator: Paginator[int] = Paginator(list(range(230)), 20)
    here = request.path
    return {
        "today": TODAY,
        "twin": True,
        "home_url": "#",
        "acting": {"name": "Socialnämnden, Norrby kommun", "slug": "norrby-socialnamnd"},
        "acting_choices": [
            {"name": "Socialnämnden, Norrby kommun", "slug": "norrby-socialnamnd", "url": "#"},
            {"name": "Föreningen Ljusglimten", "slug": "ljusglimten", "url": "#"},
        ],
        "navigation": [Place("Min dag", here), Place("Partnerskap", here, True), Place("Personer", here)],
        "trail": [Place("Partnerskap", here), Place("Nattplatser i Norrby", here)],
        "places": [
            Place("Översikt", here, True),
            Place("Överenskommelsen", here),
            Place("Åtaganden", here, count=14),
            Place("Möten", here),
        ],
        **long_work(13),
        "line": _dense_line(),
        "line_before": _short_line(date(2027, 1, 1), date(2027, 12, 31)),
        "line_over": _short_line(date(2024, 5, 1), date(2026, 4, 30)),
        "page_of_many": paginator.page(4),
        "facts": [
            ("Gäller", "2026-01-01 till 2028-12-31"),
            ("Diarienummer", "SN 2025/0412"),
            ("Sammankallande", "Verksamhetschef, socialförvaltningen"),
        ],
        "table": _table(),
        "empty_table": Table(
            "Fakturor", [Column("Dag"), Column("Belopp", "kr", True)], [], empty="Inga fakturor ännu."
        ),
        "events": _events(),
        **_forms(),
    }
