"""What a person writes from a published table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from samsyn.rules.money import IndexFigure as Figure
from samsyn.rules.quantities import Percent
from samsyn.web.indices.actions import Said
from samsyn.web.indices.models import IndexFigure
from samsyn.web.ui.fields import SPACES, CivilDateField, LineField, WrittenField

ROWS = 8
_PERCENT = re.compile(r"^([-\N{MINUS SIGN}]?)(\d{1,3})(?:[,.](\d{1,3}))?$", re.ASCII)


class PercentField(WrittenField):
    """Per cent written 2,8 or −0,4 %; at most three decimals. Gives a Decimal."""

    unit = "%"
    widget = forms.TextInput(attrs={"class": "input-number", "inputmode": "text", "autocomplete": "off"})
    default_error_messages = {
        "required": _("Skriv en procent, till exempel 2,8."),
        "invalid": _("«%(typed)s» är ingen procent. Skriv siffror, med komma före decimaler: 2,8."),
    }
    held = Decimal

    def read(self, typed: str) -> Decimal:
        match = _PERCENT.match(typed.translate(SPACES).removesuffix("%"))
        if not match:
            raise ValueError(typed)
        sign, whole, rest = match.groups()
        value = Decimal(f"{whole}.{rest or '0'}")
        return -value if sign else value

    def prepare_value(self, value: Any) -> Any:
        return str(Percent(value)).removesuffix("\u00a0%") if isinstance(value, Decimal) else value


class TableForm(forms.Form):
    """`seen` is the version that the writer had before them: 0 for a table that is new to them."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10_000)
    series = LineField(
        label=_("Index"), max_length=60, help_text=_("Precis som i överenskommelsen, till exempel «PKV».")
    )
    published = CivilDateField(label=_("Publicerad"), help_text=_("Dagen då just den här tabellen gavs ut."))
    source = LineField(
        label=_("Källa"),
        max_length=500,
        help_text=_("Adressen eller handlingen som du läste den i, så att andra kan läsa den."),
    )
    because = LineField(label=_("Vad som var fel"), max_length=300, help_text=_("Alla som läser registret ser det."))

    def __init__(self, *args: Any, around: int, corrects: bool = False, **options: Any) -> None:
        """`around`: the year that the empty rows begin two years before. `corrects`: which table it is stands fast."""
        super().__init__(*args, **options)
        self.corrects = corrects
        for number in range(ROWS):
            year = forms.IntegerField(
                label=_("År"), required=False, min_value=1975, max_value=2199, initial=around - 2 + number
            )
            year.widget.attrs |= {"class": "input-number", "inputmode": "numeric"}
            self.fields[f"year_{number}"] = year
            self.fields[f"percent_{number}"] = PercentField(label=_("Procent"), required=False)
            self.fields[f"status_{number}"] = forms.ChoiceField(
                label=_("Prognos eller utfall"), required=False, choices=IndexFigure.Status.choices
            )
        if corrects:
            self.fields["series"].disabled = self.fields["published"].disabled = True
        else:
            del self.fields["because"]

    def heads(self) -> list[BoundField]:
        return [self[name] for name in ("series", "published", "source", "because") if name in self.fields]

    def lines(self) -> Iterator[Sequence[BoundField]]:
        for number in range(ROWS):
            yield [self[f"{name}_{number}"] for name in ("year", "percent", "status")]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        years: set[int] = set()
        for number in range(ROWS):
            year, percent = typed.get(f"year_{number}"), typed.get(f"percent_{number}")
            if percent is None:
                continue
            if year is None:
                self.add_error(f"year_{number}", _("Skriv vilket år procenten gäller."))
            elif year in years:
                self.add_error(f"year_{number}", _("Året står två gånger. Ta bort det ena."))
            years.add(year or 0)
        if not years and not self.errors:
            raise ValidationError(_("Skriv minst ett år med sin procent."))
        return typed

    def said(self) -> Said:
        typed, figures = self.cleaned_data, dict[int, Figure]()
        for number in range(ROWS):
            year, percent = typed[f"year_{number}"], typed[f"percent_{number}"]
            if percent is not None:
                status = "outcome" if typed[f"status_{number}"] == IndexFigure.Status.OUTCOME else "forecast"
                figures[year] = Figure(Percent(percent), status)  # type: ignore[arg-type]
        return Said(typed["series"].strip(), typed["published"], typed["source"].strip(), figures)


def initial_of(series: str, published: date | None, source: str, figures: Mapping[int, Figure]) -> dict[str, Any]:
    """A form filled with what is known of a table."""
    found: dict[str, Any] = {"series": series, "published": published, "source": source}
    for number, (year, figure) in enumerate(sorted(figures.items())[:ROWS]):
        found |= {f"year_{number}": year, f"percent_{number}": figure.percent.value, f"status_{number}": figure.status}
    for number in range(len(figures), ROWS if figures else 0):
        found[f"year_{number}"] = max(figures) + 1 + number - len(figures)
    return found


class WithdrawForm(forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10_000)
    because = LineField(label=_("Varför"), max_length=300, help_text=_("Alla som läser registret ser det."))
