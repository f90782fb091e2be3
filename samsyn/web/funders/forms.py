"""What those who manage a party's money write of other money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import DateRange
from samsyn.web.funders.actions import AidSaid, ShareSaid
from samsyn.web.funders.models import Funder
from samsyn.web.ui.fields import AmountField, CivilDateField, LineField, QuantityField

_LATEST = date(2199, 12, 31)
_RATE = re.compile(r"\A(\d{1,5})(?:[.,](\d{1,4}))?\Z")


class ShareForm(forms.Form):
    """`made` is the form's own id, so that a share is one however often it is sent."""

    made = forms.UUIDField(widget=forms.HiddenInput)
    funder = LineField(
        label=_("Vem som betalar"),
        help_text=_("En myndighet, en fond eller ett företag. Skriv inga namn på personer."),
        max_length=120,
    )
    cost_line = forms.ChoiceField(label=_("Vad det betalar"), required=False)
    first = CivilDateField(label=_("Från och med"))
    last = CivilDateField(label=_("Till och med"))
    percent = QuantityField(label=_("Andel i procent"), help_text=_("Om det är en andel av kostnaden."), required=False)
    amount = AmountField(label=_("Belopp"), help_text=_("Om det är en summa för alla dagarna."), required=False)
    source = LineField(label=_("Var det står"), help_text=_("Till exempel beslutets dag och nummer."), max_length=300)

    def __init__(self, *args: Any, lines: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4
        self.fields["cost_line"].choices = [("", _("hela verksamheten")), *lines]  # type: ignore[attr-defined]
        if not lines:
            del self.fields["cost_line"]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        first, last = typed.get("first"), typed.get("last")
        if first and last and last < first:
            self.add_error("last", _("Den sista dagen är före den första. Ändra någon av dem."))
        if last and last > _LATEST:
            self.add_error("last", _("Det året ligger för långt fram. Kontrollera det."))
        percent, amount = typed.get("percent"), typed.get("amount")
        if (percent is None) == (amount is None) and not self.errors.keys() & {"percent", "amount"}:
            self.add_error("percent", _("Skriv antingen en andel i procent eller ett belopp."))
        if percent is not None and percent > 100:
            self.add_error("percent", _("En andel är högst 100 procent."))
        return typed

    def said(self) -> ShareSaid:
        typed = self.cleaned_data
        return ShareSaid(
            funder=typed["funder"],
            cost_line=typed.get("cost_line", ""),
            days=DateRange.through(typed["first"], typed["last"]),
            source=typed["source"],
            percent=typed["percent"],
            amount_ore=typed["amount"],
        )


class BehindForm(forms.Form):
    funders = forms.MultipleChoiceField(
        label=_("Vilka som står bakom"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, funders: Sequence[Funder], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["funders"].choices = [  # type: ignore[attr-defined]
            (str(each.pk), each.name) for each in funders
        ]

    def chosen(self) -> set[UUID]:
        return {UUID(each) for each in self.cleaned_data["funders"]}


class ExplanationForm(forms.Form):
    explanation = forms.CharField(
        label=_("Hur det kommer sig"),
        help_text=_("De andra parterna läser det. Skriv inga namn på personer."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=1000,
    )


class RateField(LineField):
    """Kronor for one euro, written 11,4275. Gives a Decimal above zero."""

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        found = _RATE.match(str(typed).replace(" ", ""))
        rate = Decimal(f"{found[1]}.{found[2] or 0}") if found else Decimal(0)
        if not rate:
            raise ValidationError(_("Skriv kursen i kronor för en euro, till exempel 11,4275."))
        return rate


class AidForm(forms.Form):
    made = forms.UUIDField(widget=forms.HiddenInput)
    recipient = forms.ChoiceField(label=_("Vem som får stödet"))
    giver = LineField(label=_("Vem som ger det"), help_text=_("En myndighet, kommun eller region."), max_length=120)
    granted_on = CivilDateField(label=_("Beviljat"))
    amount = AmountField(label=_("Belopp"))
    valued_how = LineField(
        label=_("Hur det är värderat"),
        help_text=_("Om stödet är något annat än pengar, till exempel fri lokal."),
        max_length=300,
        required=False,
    )
    rate = RateField(label=_("Kronor för en euro"), max_length=12)
    rate_on = CivilDateField(label=_("Kursens dag"))
    rate_source = LineField(label=_("Var kursen står"), max_length=300)

    def __init__(self, *args: Any, parties: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4
        self.fields["recipient"].choices = parties  # type: ignore[attr-defined]

    def clean_amount(self) -> int:
        ore: int = self.cleaned_data["amount"]
        if not ore:
            raise ValidationError(_("Skriv ett belopp som är större än noll."))
        return ore

    def said(self) -> AidSaid:
        typed = self.cleaned_data
        return AidSaid(
            recipient=typed["recipient"],
            giver=typed["giver"],
            granted_on=typed["granted_on"],
            amount_ore=typed["amount"],
            rate=typed["rate"],
            rate_on=typed["rate_on"],
            rate_source=typed["rate_source"],
            valued_how=typed["valued_how"],
        )


class BecauseForm(forms.Form):
    because = LineField(label=_("Varför"), max_length=300)
