"""A figure from outside: the value as it stands, and what must be known to compare with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.theory.actions import Entry
from samsyn.web.theory.values import OutsideValue, value_of
from samsyn.web.ui.fields import LineField, WrittenField


class OutsideValueField(WrittenField):
    """Written 717, 26,8 or 31 av 131. Gives an OutsideValue."""

    widget = forms.TextInput(attrs={"class": "input-date", "autocomplete": "off"})
    default_error_messages = {
        "required": _("Skriv talet, till exempel 717, 26,8 eller 31 av 131."),
        "invalid": _("«%(typed)s» går inte att läsa som ett tal. Skriv 717, 26,8 eller 31 av 131."),
    }
    held = OutsideValue

    def read(self, typed: str) -> OutsideValue:
        return value_of(typed)

    def prepare_value(self, value: Any) -> Any:
        return value.typed if isinstance(value, OutsideValue) else value


class OutsideForm(forms.Form):
    """Nothing may be left out: a figure without its definition and source cannot be compared with."""

    name = LineField(
        label=_("Vad siffran visar"), help_text=_("Till exempel: Fick arbete i projektet."), max_length=120
    )
    value = OutsideValueField(label=_("Tal"), help_text=_("717, 26,8 eller 31 av 131."))
    unit = LineField(label=_("Enhet"), help_text=_("Till exempel personer eller per 10 000 invånare."), max_length=60)
    as_of = LineField(label=_("År eller dag"), help_text=_("Till exempel 2023 eller 2015–2019."), max_length=60)
    definition = LineField(
        label=_("Vad som räknas"), help_text=_("Vilka eller vad som är med, och vad som inte är det."), max_length=300
    )
    method = LineField(
        label=_("Hur det är räknat"), help_text=_("Till exempel en enkät en vecka i april."), max_length=300
    )
    source = LineField(label=_("Källa"), help_text=_("Vem som har räknat, och var det står."), max_length=300)
    indicator = forms.ChoiceField(label=_("Står bredvid"), required=False)

    def __init__(self, *args: Any, indicators: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["indicator"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Ingen av våra siffror")), *indicators]

    def entry(self) -> Entry:
        return Entry(**self.cleaned_data)


class WithdrawForm(forms.Form):
    because = LineField(label=_("Varför den tas tillbaka"), help_text=_("Alla parter ser det."), max_length=300)
