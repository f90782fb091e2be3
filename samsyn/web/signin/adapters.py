"""Where allauth asks us: nobody signs up, and the secret of an authenticator app is kept encrypted."""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People are invited by an administrator."""
        return False


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def _get_site_name(self) -> str:
        return "Samsyn"


def _cipher() -> Fernet:
    """A key of its own, derived from the installation's secret, so that a stolen backup opens no second factor."""
    digest = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"samsyn-mfa").digest()
    return Fernet(base64.urlsafe_b64encode(digest))
