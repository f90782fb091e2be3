"""Invented content for the gallery. No real party, sum or day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest

from samsyn.web.ui.components.tables import Column, Table
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.fields import AmountField, CivilDateField
from samsyn.web.ui.formats import kronor

TODAY = date(2026, 11, 20)


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
        choices=[("written", "Skriftligt, undertecknat av alla parter"), ("minutes", "I styrgruppens protokoll")],
        widget=forms.RadioSelect,
    )
    all_informed = forms.BooleanField(label="Alla parter har fått veta det")
    note = forms.CharField(label="Anteckning", required=False, widget=forms.Textarea)


def _forms() -> dict[str, forms.Form]:
    typed = {"purpose": "Förlängning ett år", "notice_on": "20 nov", "amount": "1,9 miljoner", "form": "written"}
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
        Event(date(2026, 3, 12), "Styrgruppen möttes första gången.", "Fyra av fem ledamöter. Protokollet är justerat.", "6"),
        Event(date(2026, 9, 30), "Halvårsrapporten lämnades.", "Av föreningen, i tid."),
        Event(date(2026, 12, 4), "Styrgruppen möts.", "Kallelsen går ut två veckor före.", "6", coming=True),
    ]


def content(request: HttpRequest) -> dict[str, Any]:
    paginator: Paginator[int] = Paginator(list(range(230)), 20)
    here = request.path
    return {
        "today": TODAY,
        "twin": True,
        "acting": {"name": "Socialnämnden, Norrby kommun", "slug": "norrby-socialnamnd"},
        "acting_choices": [
            {"name": "Socialnämnden, Norrby kommun", "slug": "norrby-socialnamnd"},
            {"name": "Föreningen Ljusglimten", "slug": "ljusglimten"},
        ],
        "navigation": [Place("Min dag", here), Place("Partnerskap", here, True), Place("Personer", here)],
        "trail": [Place("Partnerskap", here), Place("Nattplatser i Norrby", here)],
        "places": [
            Place("Översikt", here, True),
            Place("Överenskommelsen", here),
            Place("Åtaganden", here, count=14),
            Place("Möten", here),
        ],
        "page_of_many": paginator.page(4),
        "facts": [
            ("Gäller", "2026-01-01 till 2028-12-31"),
            ("Diarienummer", "SN 2025/0412"),
            ("Sammankallande", "Verksamhetschef, socialförvaltningen"),
        ],
        "table": _table(),
        "empty_table": Table("Fakturor", [Column("Dag"), Column("Belopp", "kr", True)], [], empty="Inga fakturor ännu."),
        "events": _events(),
        **_forms(),
    }
