"""What those who answer for a party's effort write."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import DateRange
from samsyn.rules.terms.resources import InKind
from samsyn.web.contributions.actions import Said
from samsyn.web.contributions.models import Contribution
from samsyn.web.ui.fields import AmountField, CivilDateField, LineField, QuantityField

_LATEST = date(2199, 12, 31)


class _DaysForm(forms.Form):
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


class LineForm(_DaysForm):
    """`made` is the form's own id, so that a line is one however often it is sent."""

    made = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Vad ni bidrar med"), choices=Contribution.Kind.choices)
    what = LineField(
        label=_("Närmare bestämt"),
        help_text=_("Till exempel «hyra för lokalen» eller «frukostmat». Skriv inga namn på personer."),
        max_length=200,
        required=False,
    )
    in_kind = forms.ChoiceField(label=_("Svarar mot i överenskommelsen"), required=False)
    quantity = QuantityField(label=_("Hur mycket"))
    unit = forms.ChoiceField(label=_("Enhet"), choices=Contribution.Unit.choices)
    value = AmountField(label=_("Värde i kronor"), help_text=_("Om ni har räknat ut ett. Annars tomt."), required=False)
    valued_how = LineField(
        label=_("Hur värdet är räknat"),
        help_text=_("Behövs när ni skriver ett värde, till exempel «hyran enligt kontraktet»."),
        max_length=300,
        required=False,
    )

    field_order = ["made", "kind", "what", "in_kind", "first", "last", "quantity", "unit", "value", "valued_how"]

    def __init__(self, *args: Any, promised: Sequence[InKind], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4
        choices = [("", _("inget särskilt")), *((each.id, f"{each.clause}: {each.says}") for each in promised)]
        self.fields["in_kind"].choices = choices  # type: ignore[attr-defined]
        if not promised:
            del self.fields["in_kind"]

    def said(self) -> Said:
        typed = self.cleaned_data
        return Said(
            kind=typed["kind"],
            quantity=typed["quantity"],
            unit=typed["unit"],
            what=typed["what"],
            in_kind=typed.get("in_kind", ""),
            value_ore=typed["value"],
            valued_how=typed["valued_how"],
        )


class HoursForm(_DaysForm):
    per_hour = AmountField(
        label=_("Värde per timme i kronor"),
        help_text=_("Om ni vill visa ett värde. Systemet har inget eget."),
        required=False,
    )
    source = LineField(
        label=_("Var värdet per timme kommer från"),
        help_text=_("Behövs när ni skriver ett värde, till exempel vem som har beslutat det och när."),
        max_length=200,
        required=False,
    )


class BecauseForm(forms.Form):
    because = LineField(label=_("Varför"), max_length=300)
