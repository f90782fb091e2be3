"""What is written about a claim."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import DateRange
from samsyn.web.claims.actions import Said
from samsyn.web.claims.actions.plan import MOST
from samsyn.web.ui.fields import AmountField, CivilDateField, LineField

_LATEST = date(2199, 12, 31)
_LONGEST = 10_000
Choices = Sequence[tuple[str, str]]


def _text(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, widget=forms.Textarea(attrs={"rows": 6}), max_length=_LONGEST
    )


class ClaimForm(forms.Form):
    """`made` is the form's own id. `terms`: the clauses that give the right; `parties`: those it can be claimed of."""

    made = forms.UUIDField(widget=forms.HiddenInput)
    term = forms.ChoiceField(label=_("Enligt vilken punkt"))
    against = forms.ChoiceField(label=_("Av vem"))
    title = LineField(label=_("Vad kravet gäller"), max_length=200)
    says = _text(_("Vad pengarna har använts till, och hur ni vet det"), _("Skriv inga namn på enskilda."))
    first = CivilDateField(label=_("Första dagen som det gäller"), required=False)
    last = CivilDateField(label=_("Sista dagen som det gäller"), required=False)
    amount = AmountField(label=_("Belopp i kronor"), help_text=_("Det belopp som berörs."))

    def __init__(self, *args: Any, terms: Choices, parties: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4
        self.fields["term"].choices = list(terms)  # type: ignore[attr-defined]
        self.fields["against"].choices = list(parties)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        first, last = typed.get("first"), typed.get("last")
        if bool(first) != bool(last) and not {"first", "last"} & set(self.errors):
            self.add_error("last" if first else "first", _("Skriv båda dagarna, eller ingen av dem."))
        if first and last and last < first:
            self.add_error("last", _("Den sista dagen är före den första. Ändra någon av dem."))
        if last and last > _LATEST:
            self.add_error("last", _("Det året ligger för långt fram. Kontrollera det."))
        return typed

    def said(self) -> Said:
        typed = self.cleaned_data
        days = DateRange.through(typed["first"], typed["last"]) if typed.get("first") else None
        return Said(typed["term"], typed["against"], typed["title"], typed["says"], typed["amount"], days)


class AnswerForm(forms.Form):
    says = _text(_("Ert svar"), _("Alla parter läser det."))


class ConsiderForm(forms.Form):
    holds = forms.ChoiceField(
        label=_("Gäller undantaget?"),
        choices=[("no", _("Nej, det gäller inte")), ("yes", _("Ja, det gäller"))],
        widget=forms.RadioSelect,
    )
    says = _text(_("Varför ni kommer fram till det"), _("Alla parter läser det."))


class PrepareForm(forms.Form):
    meeting = forms.ChoiceField(label=_("Vilket möte"))

    def __init__(self, *args: Any, meetings: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["meeting"].choices = list(meetings)  # type: ignore[attr-defined]


class DecisionForm(forms.Form):
    amount = AmountField(label=_("Belopp att betala tillbaka, i kronor"))
    because = _text(_("Varför"), _("Står i beslutet. Alla parter läser det."))


class WithdrawForm(forms.Form):
    says = _text(_("Varför ni tar tillbaka kravet"), _("Alla parter läser det."))


class PlanForm(forms.Form):
    number = forms.IntegerField(label=_("Antal delbetalningar"), min_value=1, max_value=MOST)
    first = CivilDateField(label=_("Den första senast"))
    months = forms.IntegerField(label=_("Månader mellan betalningarna"), min_value=1, max_value=12, initial=1)

    def clean_first(self) -> date:
        first: date = self.cleaned_data["first"]
        if first > _LATEST:
            raise ValidationError(_("Det året ligger för långt fram. Kontrollera det."))
        return first


class PaymentForm(forms.Form):
    made = forms.UUIDField(widget=forms.HiddenInput)
    on = CivilDateField(label=_("Betald den"))
    amount = AmountField(label=_("Belopp i kronor"))
    reference = LineField(label=_("Referens"), max_length=60, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4
