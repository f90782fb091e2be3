"""Reading the process environment: the only configuration there is."""

import os
import secrets
from datetime import date
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured


def flag(name: str, *, default: bool = False) -> bool:
    """`1` is yes, `0` or nothing is no. Anything else is refused rather than guessed."""
    value = os.environ.get(name, "1" if default else "0")
    if value not in ("0", "1", ""):
        raise ImproperlyConfigured(f"{name}={value!r}: write 1 or 0.")
    return value == "1"


def number(name: str, default: int) -> int:
    value = os.environ.get(name, str(default))
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name}={value!r}: write a whole number.")
    return int(value)


def words(name: str, default: str) -> list[str]:
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def site(*, tls: bool, host: str) -> str:
    """From SAMSYN_SITE, without a slash at the end: what is put before a path in a letter."""
    value = os.environ.get("SAMSYN_SITE", "").rstrip("/") or f"{'https' if tls else 'http'}://{host}"
    if not value.startswith(("https://", "http://")) or value.count("/") != 2:
        raise ImproperlyConfigured(f"SAMSYN_SITE={value!r}: write https:// and the name of the site, no more.")
    return value


def way_out() -> str:
    """From SAMSYN_EXIT: an ordinary page elsewhere. Empty means the month that the site shows itself."""
    value = os.environ.get("SAMSYN_EXIT", "")
    if value and not value.startswith("https://"):
        raise ImproperlyConfigured(f"SAMSYN_EXIT={value!r}: write the whole address, https://…")
    return value


def fixed_today() -> date | None:
    """The demo's day, from SAMSYN_TODAY as YYYY-MM-DD. None means the real day."""
    value = os.environ.get("SAMSYN_TODAY", "")
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"SAMSYN_TODAY={value!r}: write a date as 2026-11-20.") from error


def database(variable: str, *, pool: bool) -> dict[str, Any]:
    """Django's settings for the PostgreSQL that the variable names.

    Without the variable the settings still load (linting, type checks), but no query can be made.
    """
    url = os.environ.get(variable, "postgresql:///samsyn-database-url-is-not-set")
    config: dict[str, Any] = dict(dj_database_url.parse(url))
    if config["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured(f"{variable}: only PostgreSQL can hold the walls. Write postgresql://…")
    if pool:
        size = {"min_size": 1, "max_size": number("SAMSYN_POOL_SIZE", 8), "timeout": 10}
        config["OPTIONS"] = {**config.get("OPTIONS", {}), "pool": size}
    return config


def secret_key(state: Path | None) -> str:
    """From SAMSYN_SECRET_KEY; else from a file that only this user can read, made the first time."""
    if key := os.environ.get("SAMSYN_SECRET_KEY"):
        return key
    if state is None:
        return secrets.token_urlsafe(48)
    path = state / "secret-key"
    if not path.exists():
        _place_whole(path, secrets.token_urlsafe(48))
    return path.read_text()


def _place_whole(path: Path, text: str) -> None:
    """Two processes may start at once: the file appears complete, and the first one wins."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(text)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
