"""What is written in a statement, and what is answered to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import DateRange
from samsyn.web.documents.forms import PaperField
from samsyn.web.statements.actions import Typed
from samsyn.web.statements.models import Addition
from samsyn.web.ui.fields import AmountField, CivilDateField, LineField

_LATEST = date(2199, 12, 31)


class WritingForm(forms.Form):
    """`questions` become fields in their order, first those that are `asked` by the agreement and must be answered
    before it is signed. `edits` says which draft was read."""

    edits = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    first = CivilDateField(label=_("Från och med"))
    last = CivilDateField(
        label=_("Till och med"), help_text=_("Den tid som redovisningen avser. Siffrorna hämtas för de dagarna.")
    )

    def __init__(
        self,
        *args: Any,
        questions: Sequence[str],
        asked: Sequence[str] = (),
        words: Mapping[str, str],
        days: DateRange,
        edits: int,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.questions = tuple(questions)
        self.fields["edits"].initial = edits
        self.fields["first"].initial, self.fields["last"].initial = days.start, days.last
        for number, question in enumerate(self.questions):
            self.fields[f"word_{number}"] = forms.CharField(
                label=question,
                initial=words.get(question, ""),
                widget=forms.Textarea(attrs={"rows": 5}),
                required=False,
                max_length=10_000,
                help_text=_("Skriv inga namn på personer.") if number == 0 else "",
            )
            # It may wait until the statement is signed, but not longer.
            self.fields[f"word_{number}"].says_optional = number >= len(asked)  # type: ignore[attr-defined]

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

    def words(self) -> dict[str, str]:
        return {question: self.cleaned_data[f"word_{number}"] for number, question in enumerate(self.questions)}


class SumForm(forms.Form):
    """`made` is the form's own id, so that a sum is one however often it is sent."""

    made = forms.UUIDField(widget=forms.HiddenInput)
    side = forms.ChoiceField(
        label=_("Vad beloppet är"),
        choices=[(Addition.Side.COST, _("något som kostade")), (Addition.Side.RECEIVED, _("pengar som kom in"))],
    )
    cost_line = forms.ChoiceField(label=_("Kostnadsrad"), required=False)
    text = LineField(label=_("Vad"), help_text=_("Skriv inga namn på personer."), max_length=200)
    amount = AmountField(label=_("Belopp i kronor"), may_be_negative=True)
    source = LineField(
        label=_("Var det kan kontrolleras"), help_text=_("Till exempel «bokslutet 2025, not 4»."), max_length=200
    )

    def __init__(self, *args: Any, lines: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4
        choices = [("", _("annan kostnad, eller pengar in")), *lines.items()]
        self.fields["cost_line"].choices = choices  # type: ignore[attr-defined]

    def said(self) -> Typed:
        typed = self.cleaned_data
        return Typed(typed["side"], typed["text"], typed["amount"], typed["source"], typed["cost_line"])


class PaperForm(forms.Form):
    """The annual report, or the form that the receiver wants."""

    file = PaperField()


class SealForm(forms.Form):
    """What the signer has read."""

    seal = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("Vad som behöver ändras"),
        help_text=_("Alla parter läser det."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
    )
