"""What those who keep the money write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.web.invoices.actions import Said
from samsyn.web.invoices.models import InvoiceLine
from samsyn.web.matters.models import Matter
from samsyn.web.ui.fields import AmountField, CivilDateField, LineField, QuantityField

_LATEST = date(2199, 12, 31)
_EARLIEST = date(2000, 1, 1)
MINUS = "-\N{MINUS SIGN}"


class SignedQuantityField(QuantityField):
    """May be below zero: what lowers the sum."""

    default_error_messages = {"nothing": _("Skriv ett antal som inte är noll.")}

    def read(self, typed: str) -> Decimal:
        below = typed[:1] in MINUS and bool(typed)
        number = super().read(typed[1:].strip() if below else typed)
        return -number if below else number

    def validate(self, value: Decimal | None) -> None:
        forms.Field.validate(self, value)
        if value is not None and not value:
            raise ValidationError(self.error_messages["nothing"], "nothing")


def _within(day: date | None) -> date | None:
    if day is not None and not _EARLIEST <= day <= _LATEST:
        raise ValidationError(_("Det året ligger för långt bort. Kontrollera det."))
    return day


class _DaysForm(forms.Form):
    first = CivilDateField(label=_("Från och med"))
    last = CivilDateField(label=_("Till och med"))

    def clean_first(self) -> date | None:
        return _within(self.cleaned_data["first"])

    def clean_last(self) -> date | None:
        return _within(self.cleaned_data["last"])

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        first, last = typed.get("first"), typed.get("last")
        if first and last and last < first:
            self.add_error("last", _("Den sista dagen är före den första. Ändra någon av dem."))
        return typed

    def days(self) -> DateRange:
        return DateRange.through(self.cleaned_data["first"], self.cleaned_data["last"])


class HandForm(_DaysForm):
    """An invoice beside the plan."""

    made = forms.UUIDField(widget=forms.HiddenInput)
    payer = forms.ChoiceField(label=_("Vem som ska betala"))

    field_order = ["made", "payer", "first", "last"]

    def __init__(self, *args: Any, payers: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4
        self.fields["payer"].choices = payers  # type: ignore[attr-defined]


class HeadForm(_DaysForm):
    note = LineField(
        label=_("Meddelande på fakturan"),
        help_text=_("Högst ett, om det behövs. Skriv inga namn på personer."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, days_fixed: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if days_fixed:
            del self.fields["first"], self.fields["last"]


class LineForm(forms.Form):
    """`made` is the form's own id, so that a line is one however often it is sent."""

    made = forms.UUIDField(widget=forms.HiddenInput)
    text = LineField(label=_("Vad raden gäller"), help_text=_("Skriv inga namn på personer."), max_length=200)
    cost_line = forms.ChoiceField(label=_("Kostnadsrad i överenskommelsen"), required=False)
    quantity = SignedQuantityField(label=_("Antal"), help_text=_("Ett minus före sänker summan."))
    unit = forms.ChoiceField(label=_("Enhet"), choices=InvoiceLine.Unit.choices)
    price = AmountField(label=_("Pris per enhet i kronor, utan moms"))
    approval = forms.ChoiceField(
        label=_("Avvikelse som parterna har godkänt före"),
        help_text=_("Om raden gäller något som avviker från plan eller budget."),
        required=False,
    )

    def __init__(self, *args: Any, terms: Agreement, approvals: Iterable[Matter], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4
        lines = [(each.id, f"{each.clause}: {each.says}") for each in terms.cost_line.values() if each.applies]
        matters = [(str(each.pk), f"{each.number}: {each.title}") for each in approvals]
        for name, choices in (("cost_line", lines), ("approval", matters)):
            if choices:
                self.fields[name].choices = [("", _("ingen")), *choices]  # type: ignore[attr-defined]
            else:
                del self.fields[name]

    def said(self) -> Said:
        typed = self.cleaned_data
        return Said(
            text=typed["text"],
            quantity=typed["quantity"],
            price_ore=typed["price"],
            unit=typed["unit"],
            cost_line=typed.get("cost_line", ""),
            approval_id=typed.get("approval") or None,
        )


class BecauseForm(forms.Form):
    because = forms.CharField(label=_("Varför"), max_length=500, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, label: str = "", most: int = 500, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["because"]
        field.max_length = most  # type: ignore[attr-defined]
        kept = [each for each in field.validators if not isinstance(each, MaxLengthValidator)]
        field.validators = [*kept, MaxLengthValidator(most)]
        field.widget.attrs["maxlength"] = most
        if label:
            field.label = label


class PaidForm(forms.Form):
    made = forms.UUIDField(widget=forms.HiddenInput)
    amount = AmountField(label=_("Belopp i kronor"))
    paid_on = CivilDateField(label=_("Dag"))
    says = LineField(
        label=_("Anteckning"), help_text=_("Till exempel betalningens referens."), max_length=200, required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4

    def clean_amount(self) -> int:
        ore: int = self.cleaned_data["amount"]
        if not ore:
            raise ValidationError(_("Skriv ett belopp som är större än noll."))
        return ore

    def clean_paid_on(self) -> date | None:
        return _within(self.cleaned_data["paid_on"])


class JournalForm(_DaysForm):
    """Which invoices the file is to hold: those issued on these days."""


class LedgerForm(forms.Form):
    series = LineField(label=_("Verifikationsserie"), help_text=_("Till exempel F."), max_length=8)
    receivable = LineField(label=_("Konto för fordran"), help_text=_("Ni väljer ur er egen kontoplan."), max_length=8)
    income = LineField(label=_("Konto för intäkten"), max_length=8)
    vat = LineField(label=_("Konto för utgående moms"), help_text=_("Om ni har moms."), max_length=8, required=False)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        for name in ("receivable", "income", "vat"):
            number = typed.get(name, "")
            if number and not (number.isascii() and number.isdigit()):
                self.add_error(name, _("Ett konto skrivs med bara siffror."))
        return typed


class SeriesForm(forms.Form):
    before = LineField(
        label=_("Vad som står före numret"),
        help_text=_("Till exempel S- om ni har egna fakturor i en annan serie. Lämna tomt annars."),
        max_length=8,
        required=False,
    )
    first = forms.IntegerField(label=_("Första numret"), min_value=1, max_value=99_999_999, initial=1)
