"""Inviting a person, giving a role, ending one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.roles import Role
from samsyn.web.ui.fields import CivilDateField, LineField


class RoleForm(forms.Form):
    """`today` stands in the date until something else is typed."""

    role = forms.ChoiceField(label=_("Roll"), choices=Role.choices)
    since = CivilDateField(label=_("Från och med"))

    def __init__(self, *args: Any, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"].initial = today


class InviteForm(RoleForm):
    email = forms.EmailField(
        label=_("E-postadress"),
        help_text=_("Dit går inbjudan. Adressen blir personens inloggning."),
        error_messages={"invalid": _("Skriv en e-postadress, till exempel namn@organisation.se.")},
    )
    display_name = LineField(label=_("Namn"), max_length=120)

    field_order = ("email", "display_name", "role", "since")


class EndForm(forms.Form):
    until = CivilDateField(label=_("Första dagen utan rollen"))

    def __init__(self, *args: Any, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].initial = today
