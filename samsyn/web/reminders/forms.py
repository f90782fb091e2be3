"""How one wants letters."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.reminders.models import Wish


class WishForm(forms.Form):
    how = forms.ChoiceField(
        label=_("Hur vill du få brev?"),
        choices=Wish.How.choices,
        widget=forms.RadioSelect,
        help_text=_("Gäller dig i den här organisationen. Kallelser till möten samlas inte, de kommer direkt."),
        error_messages={
            "required": _("Välj ett av de fyra sätten."),
            "invalid_choice": _("Det sättet finns inte. Välj ett av de fyra."),
        },
    )
