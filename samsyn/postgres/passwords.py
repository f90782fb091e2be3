"""The passwords of the four roles, made at random once, kept for the one who starts Samsyn."""

import json
import os
import secrets
from pathlib import Path

from samsyn.postgres.trouble import PostgresTrouble

SUPERUSER = "postgres"
OWNER = "samsyn_owner"
APP = "samsyn_app"
RETENTION = "samsyn_retention"
ROLES = (SUPERUSER, OWNER, APP, RETENTION)


def read_or_make_passwords(file: Path) -> dict[str, str]:
    """Role → password. Written to disk before the cluster is made, so that a crash cannot lock us out."""
    if not file.exists():
        write_closed(file, json.dumps({role: secrets.token_urlsafe(24) for role in ROLES}))
    try:
        found = json.loads(file.read_text())
        return {role: str(found[role]) for role in ROLES}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PostgresTrouble(
            f"The file with the database's passwords cannot be used: {error!r}.",
            file,
            "Put it back from a backup; without it the data folder beside it cannot be opened.",
        ) from error


def write_closed(file: Path, text: str) -> None:
    """Write a file that is whole or not there, mode 0600."""
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as handle:
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())
    aside.rename(file)
