"""What those who keep the books write."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import DateRange
from samsyn.web.books.actions import Said
from samsyn.web.documents.uploads import TooLargeFile, largest
from samsyn.web.ui.fields import CivilDateField, LineField

_LATEST = date(2199, 12, 31)
_EARLIEST = date(1990, 1, 1)
_HIGHEST = 99_999_999


class BooksFile(forms.Field):
    """A SIE file. Gives (name, bytes); what is in it is judged by the preview."""

    widget = forms.FileInput(attrs={"accept": ".se,.si,.sie,text/plain"})
    default_error_messages = {"required": _("Välj en fil.")}

    def to_python(self, value: UploadedFile[Any] | None) -> tuple[str, bytes] | None:
        if value is None:
            return None
        if isinstance(value, TooLargeFile):
            most = largest() // 1_000_000
            said = gettext("Filen är större än %(most)s MB. Exportera en kortare period i taget.") % {"most": most}
            raise ValidationError(said, "too_large")
        return value.name or "", value.read()

    def has_changed(self, initial: object, data: object) -> bool:
        return data is not None


class ImportForm(forms.Form):
    file = BooksFile(
        label=_("SIE-fil"),
        help_text=_("Exportera bokföringen som SIE typ 4 (4E). Ingenting lagras innan ni har sett vad som ändras."),
    )


class StoreForm(forms.Form):
    also_gone = forms.BooleanField(
        label=_("Räkna inte längre de verifikationer som inte finns i filen"),
        help_text=_("De står kvar att läsa, men är inte med i summorna."),
        required=False,
    )


class DaysForm(forms.Form):
    first = CivilDateField(label=_("Från och med"))
    last = CivilDateField(label=_("Till och med"))

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        first, last = typed.get("first"), typed.get("last")
        if first and last and last < first:
            self.add_error("last", _("Den sista dagen är före den första. Ändra någon av dem."))
        for name, day in (("first", first), ("last", last)):
            if day and not _EARLIEST <= day <= _LATEST:
                self.add_error(name, _("Det året ligger för långt bort. Kontrollera det."))
        return typed

    def days(self) -> DateRange:
        return DateRange.through(self.cleaned_data["first"], self.cleaned_data["last"])


class MappingForm(forms.Form):
    """`lines`: the agreement's cost lines as (id, words)."""

    account_from = forms.IntegerField(label=_("Från konto"), min_value=1, max_value=_HIGHEST)
    account_to = forms.IntegerField(
        label=_("Till konto"), min_value=1, max_value=_HIGHEST, required=False, help_text=_("Tomt: bara det kontot.")
    )
    dimension = LineField(
        label=_("Dimension"),
        max_length=10,
        required=False,
        help_text=_("Numret i bokföringen: 6 är projekt, 1 är kostnadsställe. Tomt: oavsett projekt."),
    )
    object = LineField(label=_("Objekt"), max_length=60, required=False, help_text=_("Projektets nummer eller kod."))
    cost_line = forms.ChoiceField(label=_("Hör till"))
    is_salary = forms.BooleanField(
        label=_("Kontona är löner eller avgifter på löner"),
        required=False,
        help_text=_(
            "De andra parterna ser aldrig rader om löner, bara summor för flera personer. Det som står i samma "
            "verifikation som en lön räknas också som lön."
        ),
    )
    several_people = forms.BooleanField(
        label=_("Lönerna gäller varje månad minst två personer"),
        required=False,
        help_text=_("Annars visas de bara i summa med löner som gäller flera."),
    )

    def __init__(self, *args: Any, lines: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        # Nothing is chosen beforehand: a line by mistake is a cost in the wrong place.
        self.fields["cost_line"].choices = [("", "–"), *lines]  # type: ignore[attr-defined]
        for name in ("account_from", "account_to"):
            self.fields[name].widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "input-date"})

    def said(self) -> Said:
        typed = self.cleaned_data
        return Said(**{**typed, "account_to": typed["account_to"] or typed["account_from"]})


class TextsForm(forms.Form):
    """A box for each voucher; those not on the page are no choice."""

    vouchers = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, ids: Sequence[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["vouchers"].choices = [(each, each) for each in ids]  # type: ignore[attr-defined]
