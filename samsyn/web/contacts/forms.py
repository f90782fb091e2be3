"""Writing a contact and ending one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samsyn.web.contacts.models import Contact
from samsyn.web.contacts.phones import NoPhone, Trouble, phone_of
from samsyn.web.ui.fields import CivilDateField, LineField

_WRONG = {
    Trouble.SIGNS: _(
        "«%(typed)s» går inte att ringa. Skriv bara siffror, till exempel 040-34 50 00 eller 040-34 50 00 ankn 12."
    ),
    Trouble.AREA: _("«%(typed)s» saknar riktnummer. Skriv det först, till exempel 040-34 50 00."),
    Trouble.LENGTH: _("«%(typed)s» har för få eller för många siffror. Jämför med numret och skriv det igen."),
}


class PhoneField(LineField):
    """A number that can be rung; kept as it is written."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "off", "inputmode": "tel"})

    def clean(self, value: Any) -> str:
        typed = " ".join(str(super().clean(value)).split())
        if typed:
            try:
                phone_of(typed)
            except NoPhone as wrong:
                raise ValidationError(_WRONG[wrong.trouble], params={"typed": typed}) from None
        return typed


class ContactForm(forms.Form):
    """The function comes first: people change, the function is what the others look for."""

    topic = forms.ChoiceField(label=_("Vad man ringer om"), choices=Contact.Topic.choices)
    function = LineField(
        label=_("Funktion"), help_text=_("Till exempel samordnare, jour eller ekonom."), max_length=200
    )
    name = LineField(
        label=_("Namn"), help_text=_("Bara om ni vill. De andra parterna ser det."), max_length=120, required=False
    )
    phone = PhoneField(
        label=_("Telefon"), help_text=_("Telefon eller e-post behövs, gärna båda."), max_length=40, required=False
    )
    email = forms.EmailField(label=_("E-post"), required=False)
    hours = LineField(
        label=_("När den går att nå"), help_text=_("Till exempel vardagar 8–16."), max_length=120, required=False
    )
    about = LineField(
        label=_("Mer om vad man ringer om"),
        help_text=_("Till exempel vilken enhet det gäller."),
        max_length=200,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if not typed.get("phone") and not typed.get("email") and not ({"phone", "email"} & set(self.errors)):
            self.add_error("phone", _("Skriv ett telefonnummer eller en e-postadress, så att kontakten går att nå."))
        return typed


class EndForm(forms.Form):
    until = CivilDateField(label=_("Första dagen utan kontakten"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].initial = today
