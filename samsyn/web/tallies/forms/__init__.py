"""What staff write: figures, days, periods, and the names of tablets and buttons."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import DateRange
from samsyn.web.meetings.models import Decision
from samsyn.web.meetings.queries import DecisionQuerySet
from samsyn.web.project.clock import SWEDEN
from samsyn.web.tallies.forms.figures import CorrectionForm, PaperForm
from samsyn.web.tallies.models import HeldDay
from samsyn.web.ui.fields import CivilDateField, LineField
from samsyn.web.ui.formats import civil_date

__all__ = [
    "BecauseForm",
    "ButtonForm",
    "CorrectionForm",
    "DaysForm",
    "DecideForm",
    "DeviceForm",
    "MarkForm",
    "PaperForm",
    "ShutForm",
]
_LATEST = date(2199, 12, 31)


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
