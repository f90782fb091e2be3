"""Where allauth asks us: nobody signs up, mail leaves after the commit, and secrets are kept encrypted."""

import base64
import hashlib
import logging
import secrets
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Person

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "E-postadressen eller lösenordet stämmer inte. Försök igen, eller välj ett nytt lösenord."
        ),
        "incorrect_password": _("Lösenordet stämmer inte. Försök igen."),
        "enter_current_password": _("Det är inte ditt nuvarande lösenord. Försök igen."),
        "too_many_login_attempts": _("Det har blivit för många försök. Vänta tio minuter och försök igen."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People are invited by an administrator."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only addresses of our own; what is no address at all («http://[») is not either."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Written now, sent when the request's transaction has been committed; not sent if it is undone."""
        site = {"name": "Samsyn", "domain": ""}
        facts = {"request": allauth_context.request, "email": email, "current_site": site, **context}
        message = self.render_mail(template_prefix, email, facts)
        transaction.on_commit(message.send, robust=True)

    def send_password_reset_mail(self, user: Person, email: str, context: dict[str, Any]) -> None:
        """Someone who has never had a password is being invited."""
        welcome = not user.has_usable_password()
        template = "signin/email/invitation" if welcome else "account/email/password_reset_key"
        self.send_mail(template, email, context)

    def send_notification_mail(
        self, template_prefix: str, user: Person, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        # allauth may ask after the commit, when no policy lets it look the address up.
        super().send_notification_mail(template_prefix, user, context, email or user.email)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Koden stämmer inte. Vänta på nästa kod i appen och skriv den."),
    }

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Under another key than the one it was kept with: a secret that no code fits, and a line in the log."""
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            log.error("A second factor cannot be read: it was added under another secret key.")
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def _get_site_name(self) -> str:
        return "Samsyn"


def _cipher() -> Fernet:
    """A key of its own, derived from the installation's secret, so that a stolen backup opens no second factor."""
    digest = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"samsyn-mfa").digest()
    return Fernet(base64.urlsafe_b64encode(digest))
