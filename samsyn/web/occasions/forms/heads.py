"""How many came, by what the activity asks; and how many different people a group had."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import DateRange
from samsyn.web.occasions.activity import Activity
from samsyn.web.occasions.presenters.words import age, sexes_at
from samsyn.web.ui.fields import CivilDateField, LineField

_LATEST = date(2199, 12, 31)


class HeadsField(forms.IntegerField):
    widget = forms.TextInput(attrs={"class": "input-heads", "inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {
        "invalid": _("Skriv antalet med siffror."),
        "min_value": _("Antalet kan inte vara mindre än noll."),
        "max_value": _("Skriv högst 100 000."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=100_000, required=False, **options)


class HeadsForm(forms.Form):
    """One field for each sex and age band that the activity asks for, or one for all. The sum is the total."""

    def __init__(
        self, *args: Any, activity: Activity | None, before: Mapping[tuple[str, str], int], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        asks = activity.asks if activity else ()
        words = sexes_at(activity, (band for _sex, band in before))
        sexes = dict(words) if "sex" in asks else {"": str(_("Antal"))}
        bands = list(activity.age_bands) if activity and "age_band" in asks else []
        self.bands = [*bands, ""]
        self.sexes = sexes
        self._whom: dict[str, tuple[str, str]] = {}
        # What was counted when more was asked stays to be seen and put right.
        for sex, band in before:
            if sex not in self.sexes:
                self.sexes[sex] = words.get(sex, str(_("inte frågat")))
            if band not in self.bands:
                self.bands.insert(-1, band)
        for row, sex in enumerate(self.sexes):
            for column, band in enumerate(self.bands):
                name = f"n_{row}_{column}"
                label = ", ".join(filter(None, (self.sexes[sex], self.title(band) if self.bands[1:] else "")))
                self.fields[name] = HeadsField(label=label, initial=before.get((sex, band)))
                self._whom[name] = (sex, band)
        self.fields["nobody"] = forms.BooleanField(label=_("Ingen kom"), required=False)

    def title(self, band: str) -> str:
        """Of a column."""
        without = _("utan ålder") if self.bands[1:] else _("Antal")
        return age(band) if band else str(without)

    def columns(self) -> list[str]:
        return [self.title(band) for band in self.bands]

    def grid(self) -> list[tuple[str, list[Any]]]:
        """Rows of bound fields, for a table."""
        width = len(self.bands)
        cells = [self[name] for name in self._whom]
        rows = enumerate(self.sexes.values())
        return [(title, cells[row * width : (row + 1) * width]) for row, title in rows]

    def heads(self) -> dict[tuple[str, str], int]:
        return {whom: self.cleaned_data[name] for name, whom in self._whom.items() if self.cleaned_data.get(name)}


class CorrectForm(HeadsForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"] = LineField(label=_("Varför antalet rättas"), max_length=300)


class DifferentForm(forms.Form):
    first = CivilDateField(label=_("Från och med"))
    last = CivilDateField(label=_("Till och med"))
    n = forms.IntegerField(
        label=_("Hur många olika personer"),
        min_value=0,
        max_value=100_000,
        help_text=_("Så som ledarna vet det. Ingen namnges."),
        widget=forms.TextInput(attrs={"class": "input-number", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Skriv antalet med siffror.")},
    )
    reason = LineField(
        label=_("Varför det ändras"),
        help_text=_("Behövs bara om det redan står ett antal."),
        max_length=300,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        first, last = typed.get("first"), typed.get("last")
        if first and last and last < first:
            self.add_error("last", _("Den sista dagen är före den första. Ändra någon av dem."))
        if last and last > _LATEST:
            self.add_error("last", _("Det året ligger för långt fram. Kontrollera det."))
        return typed

    def days(self) -> DateRange:
        return DateRange.through(self.cleaned_data["first"], self.cleaned_data["last"])
