"""What each side says of itself. VAT is asked for: nothing is chosen beforehand."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum import ean, luhn

from samsyn.web.invoices.models import SellerDetails, Tax
from samsyn.web.ui.fields import CivilDateField, LineField

_LATEST = date(2199, 12, 31)
_RATES = [("", _("ingen moms")), ("25", "25 %"), ("12", "12 %"), ("6", "6 %")]
_WITH_OR_WITHOUT = [("", _("gäller inte")), ("without", _("utan moms")), ("with", _("med moms"))]


def _digits(text: str) -> str:
    return text.replace("-", "").replace(" ", "").replace("\N{NO-BREAK SPACE}", "")


class AddressForm(forms.Form):
    valid_from = CivilDateField(label=_("Gäller från och med"))
    name = LineField(label=_("Namn, som ni är registrerade"), max_length=200)
    org_number = LineField(label=_("Organisationsnummer"), max_length=14)
    street = LineField(label=_("Gata eller box"), max_length=120)
    postcode = LineField(label=_("Postnummer"), max_length=10)
    city = LineField(label=_("Ort"), max_length=80)
    endpoint_scheme = forms.ChoiceField(
        label=_("Adress i Peppol"), choices=[("0007", _("organisationsnummer")), ("0088", _("GLN"))]
    )
    endpoint_id = LineField(label=_("Numret i Peppol"), help_text=_("Bara siffror."), max_length=20)

    def clean_valid_from(self) -> date | None:
        day: date | None = self.cleaned_data["valid_from"]
        if day is not None and not date(2000, 1, 1) <= day <= _LATEST:
            raise ValidationError(_("Det året ligger för långt bort. Kontrollera det."))
        return day

    def clean_org_number(self) -> str:
        number = _digits(self.cleaned_data["org_number"])
        if not (len(number) == 10 and number.isascii() and number.isdigit() and luhn.is_valid(number)):
            raise ValidationError(_("Skriv de tio siffrorna i organisationsnumret. Kontrollsiffran stämmer inte nu."))
        return number

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        number = _digits(typed.get("endpoint_id", ""))
        scheme = typed.get("endpoint_scheme")
        right = luhn.is_valid(number) if scheme == "0007" else ean.is_valid(number)
        lengths = {"0007": 10, "0088": 13}
        if number and (not number.isascii() or len(number) != lengths.get(str(scheme)) or not right):
            self.add_error("endpoint_id", _("Numret stämmer inte: kontrollera antalet siffror och kontrollsiffran."))
        typed["endpoint_id"] = number
        return typed

    def said(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class SellerForm(AddressForm):
    tax = forms.ChoiceField(
        label=_("Moms på det som faktureras enligt överenskommelsen"),
        help_text=_("Det är er skattefråga, och Samsyn svarar inte på den. Fråga Skatteverket om ni är osäkra."),
        choices=Tax.choices,
        widget=forms.RadioSelect,
    )
    tax_reason = LineField(
        label=_("Skälet till att det inte är någon moms"),
        help_text=_("Står på fakturan. Till exempel «Bidrag, ingen omsättning»."),
        max_length=200,
        required=False,
    )
    tax_rate = forms.ChoiceField(label=_("Momssats"), choices=_RATES, required=False)
    includes_vat = forms.ChoiceField(
        label=_("Är överenskommelsens summor med eller utan moms?"), choices=_WITH_OR_WITHOUT, required=False
    )
    vat_number = LineField(
        label=_("Momsnummer"),
        help_text=_("SE, tio siffror och 01. Tomt utanför momsen."),
        max_length=20,
        required=False,
    )
    f_tax = forms.BooleanField(label=_("Vi är godkända för F-skatt"), required=False)
    paid_to = forms.ChoiceField(label=_("Betalas till"), choices=SellerDetails.PaidTo.choices)
    paid_to_number = LineField(label=_("Nummer"), help_text=_("Bara siffror; bindestreck tas bort."), max_length=10)
    days_to_pay = forms.IntegerField(
        label=_("Betalas inom så många dagar"),
        help_text=_("Används där överenskommelsen inte säger något."),
        min_value=0,
        max_value=365,
        required=False,
    )

    field_order = [
        "valid_from", "tax", "tax_reason", "tax_rate", "includes_vat", "vat_number", "f_tax", "name", "org_number",
        "street", "postcode", "city", "endpoint_scheme", "endpoint_id", "paid_to", "paid_to_number", "days_to_pay",
    ]  # fmt: skip

    def clean_vat_number(self) -> str:
        number = _digits(self.cleaned_data["vat_number"]).upper()
        if number and not (number.startswith("SE") and len(number) == 14 and number[2:].isdigit()):
            raise ValidationError(_("Ett momsnummer är SE, tio siffror och 01 (SE-R-001)."))
        return number

    def clean_paid_to_number(self) -> str:
        return _digits(self.cleaned_data["paid_to_number"])

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        self._clean_tax(typed)
        number, to = typed.get("paid_to_number", ""), typed.get("paid_to")
        least = 7 if to == SellerDetails.PaidTo.BANKGIRO else 2
        if number and not (number.isascii() and number.isdigit() and least <= len(number) <= 8):
            self.add_error("paid_to_number", _("Ett bankgiro har 7–8 siffror och ett plusgiro 2–8 (SE-R-007–010)."))
        return typed

    def _clean_tax(self, typed: dict[str, Any]) -> None:
        taxed = typed.get("tax") == Tax.TAXED
        if taxed and not typed.get("tax_rate"):
            self.add_error("tax_rate", _("Skriv momssatsen."))
        if taxed and not typed.get("includes_vat"):
            self.add_error("includes_vat", _("Säg om summorna är med eller utan moms."))
        if taxed and typed.get("tax_reason"):
            self.add_error("tax_reason", _("Skälet skrivs bara när det inte är någon moms. Lämna det tomt."))
        if not taxed and "tax" in typed and not typed.get("tax_reason"):
            self.add_error("tax_reason", _("Skriv skälet: det ska stå på fakturan (BR-O-10, BR-E-10)."))
        if not taxed and (typed.get("tax_rate") or typed.get("includes_vat")):
            self.add_error("tax_rate", _("Det finns ingen momssats när det inte är någon moms. Lämna den tom."))

    def said(self) -> dict[str, Any]:
        said = super().said()
        said["tax_rate"] = int(said["tax_rate"]) if said["tax_rate"] else None
        said["includes_vat"] = {"with": True, "without": False}.get(said["includes_vat"])
        return said


class BuyerForm(AddressForm):
    buyer_reference = LineField(
        label=_("Er referens"),
        help_text=_("Den kod som gör att fakturan hittar rätt hos er."),
        max_length=60,
        required=False,
    )
    order_reference = LineField(label=_("Ordernummer"), max_length=60, required=False)
    recurring = LineField(label=_("Er beteckning på en återkommande faktura"), max_length=60, required=False)

    field_order = [
        "valid_from", "buyer_reference", "order_reference", "recurring", "name", "org_number", "street", "postcode",
        "city", "endpoint_scheme", "endpoint_id",
    ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if not typed.get("buyer_reference") and not typed.get("order_reference"):
            self.add_error("buyer_reference", _("Skriv er referens eller ett ordernummer (PEPPOL-EN16931-R003)."))
        return typed


def typed_of(row: Any, names: list[str]) -> dict[str, Any]:
    """What stands now, to begin from."""
    found = {name: getattr(row, name) for name in names if hasattr(row, name)}
    if "includes_vat" in found:
        found["includes_vat"] = {True: "with", False: "without"}.get(found["includes_vat"], "")
    return found
