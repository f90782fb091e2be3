"""Figures that staff write: from paper, and corrections of what is counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms.counting import Pad
from samsyn.web.tallies.actions import Line
from samsyn.web.tallies.presenters.whom import sex_names
from samsyn.web.ui.fields import CivilDateField, LineField

_MOST = 10_000


class CountField(forms.IntegerField):
    widget = forms.TextInput(attrs={"class": "input-number", "inputmode": "numeric", "autocomplete": "off"})
    says_optional = False
    """Nobody needs to be told of each figure that it may be left out."""
    default_error_messages = {
        "required": _("Skriv antalet med siffror."),
        "invalid": _("Skriv antalet med siffror."),
        "min_value": _("Antalet kan inte vara mindre än noll. Skriv en rättelse i stället."),
        "max_value": _("Skriv högst 10 000 åt gången."),
    }


class _WhomForm(forms.Form):
    """The day, and of whom; `made` is the form's own id, so that it counts once however often it is sent."""

    whom: Any = ""
    """What stands beside the choice of sex and age."""
    made = forms.UUIDField(widget=forms.HiddenInput)
    day = CivilDateField(label=_("Dag"))

    def __init__(self, *args: Any, pad: Pad, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4
        self.fields["day"].initial = today
        if "sex" in pad.asks:
            self.fields["sex"] = forms.ChoiceField(
                label=_("Kön"),
                help_text=self.whom,
                required=False,
                choices=[("", _("står inte på papperet")), *sex_names(pad).items()],
            )
        if "age_band" in pad.asks:
            self.fields["age_band"] = forms.ChoiceField(
                label=_("Ålder"),
                help_text=self.whom,
                required=False,
                choices=[("", _("står inte på papperet")), *((each, each) for each in pad.age_bands)],
            )


class PaperForm(_WhomForm):
    """One field for each button."""

    whom = _("Gäller alla siffrorna ovan. Skiljer papperet på dem: för in en gång för var och en.")

    reason = LineField(
        label=_("Vilket papper siffrorna kommer från"),
        help_text=_("Till exempel «listan i köket» eller «strecklappen vid dörren»."),
        max_length=300,
    )

    def __init__(self, *args: Any, pad: Pad, buttons: Mapping[str, str], today: date, **options: Any) -> None:
        super().__init__(*args, pad=pad, today=today, **options)
        self._buttons = {f"n_{number}": key for number, key in enumerate(buttons)}
        for name, key in self._buttons.items():
            self.fields[name] = CountField(label=buttons[key], required=False, min_value=0, max_value=_MOST)
        self.order_fields(["made", "day", *self._buttons, "sex", "age_band", "reason"])

    def lines(self) -> list[Line]:
        said = self.cleaned_data
        whom = {"sex": said.get("sex", ""), "age_band": said.get("age_band", "")}
        return [Line(key, said[name], **whom) for name, key in self._buttons.items() if said.get(name)]


class CorrectionForm(_WhomForm):
    """More or fewer is a choice: the figures of a phone have no minus."""

    button = forms.ChoiceField(label=_("Vad"))
    way = forms.ChoiceField(
        label=_("Fler eller färre"), choices=[("more", _("fler")), ("fewer", _("färre"))], widget=forms.RadioSelect
    )
    n = CountField(
        label=_("Hur många fler eller färre"),
        min_value=1,
        max_value=_MOST,
        error_messages={"min_value": _("Skriv hur många fler eller färre. Noll ändrar ingenting.")},
    )
    reason = LineField(label=_("Varför siffran rättas"), max_length=300)

    def __init__(self, *args: Any, pad: Pad, buttons: Mapping[str, str], today: date, **options: Any) -> None:
        super().__init__(*args, pad=pad, today=today, **options)
        self.fields["button"].choices = list(buttons.items())  # type: ignore[attr-defined]
        for name in {"sex", "age_band"} & set(self.fields):
            field: Any = self.fields[name]
            field.choices = [("", _("inte räknat för sig")), *list(field.choices)[1:]]
        self.order_fields(["made", "day", "button", "way", "n", "sex", "age_band", "reason"])

    def line(self) -> Line:
        said = self.cleaned_data
        n = said["n"] if said["way"] == "more" else -said["n"]
        return Line(said["button"], n, said.get("sex", ""), said.get("age_band", ""))
