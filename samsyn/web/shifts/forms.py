"""What staff write when they plan shifts, and what one writes of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.roster.models import Worker
from samsyn.web.shifts.actions import Times
from samsyn.web.shifts.actions.plan import MOST
from samsyn.web.ui.fields import LineField, QuantityField, TimeField


class MakeForm(forms.Form):
    """`made` is the form's own id, so that the shifts are made once however often it is sent."""

    made = forms.UUIDField(widget=forms.HiddenInput)
    function = LineField(
        label=_("Vad den som arbetar gör"), help_text=_("Till exempel «ledare» eller «i köket»."), max_length=120
    )
    n = forms.IntegerField(
        label=_("Hur många"),
        min_value=1,
        max_value=MOST,
        initial=1,
        widget=forms.TextInput(attrs={"class": "input-number", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": _("Skriv antalet med siffror."),
            "min_value": _("Skriv minst 1."),
            "max_value": _("Skriv högst %(limit_value)s åt gången."),
        },
    )
    starts = TimeField(label=_("Börjar"), help_text=_("Tomt: när tillfället börjar."), required=False)
    ends = TimeField(label=_("Slutar"), help_text=_("Tomt: när tillfället slutar."), required=False)
    whole_series = forms.BooleanField(label=_("Samma pass vid alla kommande tillfällen i serien"), required=False)

    def __init__(self, *args: Any, in_series: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4
        if not in_series:
            del self.fields["whole_series"]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if (typed.get("starts") is None) != (typed.get("ends") is None) and not self.errors:
            empty = "starts" if typed.get("starts") is None else "ends"
            self.add_error(empty, _("Skriv båda klockslagen, eller inget av dem."))
        return typed

    def times(self) -> Times | None:
        typed = self.cleaned_data
        return Times(typed["starts"], typed["ends"]) if typed["starts"] is not None else None


class PutOnForm(forms.Form):
    worker = forms.ChoiceField(label=_("Vem"), error_messages={"invalid_choice": _("Välj någon ur bemanningen.")})

    def __init__(self, *args: Any, workers: Sequence[Worker], **options: Any) -> None:
        super().__init__(*args, **options)
        self._workers = {str(each.pk): each for each in workers}
        choices = [
            ("", _("välj")),
            *((key, f"{each.known_as}, {each.function}") for key, each in self._workers.items()),
        ]
        self.fields["worker"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> Worker:
        return self._workers[self.cleaned_data["worker"]]


class ReportForm(forms.Form):
    hours = QuantityField(
        label=_("Hur många timmar"),
        help_text=_("Till exempel 3 eller 3,5. Skriv 0 om du inte kom."),
        may_be_nothing=True,
    )
