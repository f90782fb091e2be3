"""What staff write: figures from paper, corrections, days, periods, and the names of tablets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import DateRange
from samsyn.rules.terms.counting import Pad
from samsyn.web.meetings.models import Decision
from samsyn.web.meetings.queries import DecisionQuerySet
from samsyn.web.project.clock import SWEDEN
from samsyn.web.tallies.actions import Line
from samsyn.web.tallies.models import Event, HeldDay
from samsyn.web.ui.fields import CivilDateField, LineField
from samsyn.web.ui.formats import civil_date

_MOST = 10_000
_LATEST = date(2199, 12, 31)


class CountField(forms.IntegerField):
    widget = forms.TextInput(attrs={"class": "input-number", "inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {
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
                choices=[("", _("står inte på papperet")), *Event.Sex.choices],
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
    button = forms.ChoiceField(label=_("Vad"))
    n = CountField(
        label=_("Hur många fler eller färre"),
        help_text=_("Skriv 3 för tre fler och -3 för tre färre."),
        min_value=-_MOST,
        max_value=_MOST,
        error_messages={"min_value": _("Skriv högst 10 000 åt gången.")},
    )
    reason = LineField(label=_("Varför siffran rättas"), max_length=300)

    def __init__(self, *args: Any, pad: Pad, buttons: Mapping[str, str], today: date, **options: Any) -> None:
        super().__init__(*args, pad=pad, today=today, **options)
        self.fields["button"].choices = list(buttons.items())  # type: ignore[attr-defined]
        for name in {"sex", "age_band"} & set(self.fields):
            field: Any = self.fields[name]
            field.choices = [("", _("inte räknat för sig")), *list(field.choices)[1:]]
        self.order_fields(["made", "day", "button", "n", "sex", "age_band", "reason"])

    def clean_n(self) -> int:
        n: int = self.cleaned_data["n"]
        if n == 0:
            raise ValidationError(_("Skriv hur många fler eller färre. Noll ändrar ingenting."))
        return n

    def line(self) -> Line:
        said = self.cleaned_data
        return Line(said["button"], said["n"], said.get("sex", ""), said.get("age_band", ""))


class DaysForm(forms.Form):
    """From a day through another."""

    first = CivilDateField(label=_("Från och med"))
    last = CivilDateField(label=_("Till och med"))

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


class ShutForm(DaysForm):
    why = LineField(label=_("Varför"), help_text=_("Till exempel «sommarstängt»."), max_length=200)


class MarkForm(forms.Form):
    day = CivilDateField(label=_("Dag"))
    state = forms.ChoiceField(label=_("Vad som gäller"), choices=HeldDay.State.choices, widget=forms.RadioSelect)
    reason = LineField(label=_("Varför"), help_text=_("Behövs när dagen ställs in."), max_length=200, required=False)


class BecauseForm(forms.Form):
    because = LineField(label=_("Varför"), max_length=300)


class DecideForm(BecauseForm):
    """`until`: what had come when the page was shown."""

    until = forms.CharField(widget=forms.HiddenInput, max_length=40)
    answer = forms.ChoiceField(
        label=_("Beslut"),
        choices=[("count", _("Räkna det")), ("refuse", _("Räkna det inte"))],
        widget=forms.RadioSelect,
    )

    def clean_until(self) -> Any:
        try:
            found = datetime.fromisoformat(self.cleaned_data["until"])
        except ValueError:
            found = None
        if found is None or found.utcoffset() is None:
            raise ValidationError(_("Sidan gick inte att läsa. Ladda om den och svara igen."))
        return found


class DeviceForm(forms.Form):
    name = LineField(
        label=_("Plattans namn"),
        help_text=_("Så att ni vet vilken det är, till exempel «köket» eller «entrén». Inte någons namn."),
        max_length=60,
    )


class ButtonForm(forms.Form):
    """`decisions`: those in approved minutes, the latest first."""

    name = LineField(label=_("Vad ska stå på knappen?"), max_length=60)
    decision: forms.ModelChoiceField[Decision] = forms.ModelChoiceField(
        queryset=None,
        label=_("Vilket beslut?"),
        empty_label=_("Välj ett beslut"),
        help_text=_("Ett beslut i ett godkänt protokoll."),
    )

    def __init__(self, *args: Any, decisions: DecisionQuerySet, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["decision"]
        field.queryset = decisions  # type: ignore[attr-defined]
        field.label_from_instance = _decision_words  # type: ignore[attr-defined]


def _decision_words(decision: Decision) -> str:
    day = civil_date(decision.meeting.starts_at.astimezone(SWEDEN).date())
    return f"{day}, § {decision.number}: {decision.says[:90]}"
