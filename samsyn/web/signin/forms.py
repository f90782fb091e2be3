"""allauth's forms in our words: a label above each field, and nothing written inside it."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django.forms import Form
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Person

_LABELS = {
    "login": _("E-postadress"),
    "email": _("E-postadress"),
    "password": _("Lösenord"),
    "oldpassword": _("Nuvarande lösenord"),
    "password1": _("Nytt lösenord"),
    "password2": _("Nytt lösenord en gång till"),
    "code": _("Kod"),
}


class _InOurWords(Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = _LABELS.get(name, field.label)
        if "password1" in self.fields:
            self.fields["password1"].help_text = _("Minst tolv tecken. Några ord i rad är lätta att minnas.")


class LoginForm(_InOurWords, account.LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The link to a new password stands below the button.
        self.fields["password"].help_text = ""


class ChangePasswordForm(_InOurWords, account.ChangePasswordForm):  # type: ignore[misc]
    pass


class ResetPasswordForm(_InOurWords, account.ResetPasswordForm):  # type: ignore[misc]
    users: list[Person]

    def clean_email(self) -> str:
        """Invented people have no password to choose; their address is answered as one that nobody has."""
        email = str(super().clean_email())
        self.users = [person for person in self.users if not person.is_demo]
        return email


class ResetPasswordKeyForm(_InOurWords, account.ResetPasswordKeyForm):  # type: ignore[misc]
    pass


class ReauthenticateForm(_InOurWords, account.ReauthenticateForm):  # type: ignore[misc]
    pass


class AuthenticateForm(_InOurWords, mfa.AuthenticateForm):  # type: ignore[misc]
    pass


class ReauthenticateByCodeForm(_InOurWords, mfa.ReauthenticateForm):  # type: ignore[misc]
    pass


class ActivateTOTPForm(_InOurWords, totp.ActivateTOTPForm):  # type: ignore[misc]
    pass
