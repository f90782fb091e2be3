"""Sessions in the database. What cannot be the key of one is no key: it never reaches the database."""

from typing import Any

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    def _validate_session_key(self, key: Any) -> bool:
        """Django's keys are letters and digits; a cookie can hold anything, also what no text column can (NUL)."""
        return isinstance(key, str) and key.isascii() and key.isalnum() and super()._validate_session_key(key)  # type: ignore[misc]
