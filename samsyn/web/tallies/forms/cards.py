"""What stands on a visitor's card."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.ui.fields import LineField


class CardForm(forms.Form):
    card = LineField(
        label=_("Koden på kortet"),
        help_text=_("Tio tecken. En läsare som läser rutan skriver dem själv."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "autofocus": True}),
    )
