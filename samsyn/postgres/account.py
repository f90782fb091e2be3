"""Which account the server runs as. PostgreSQL refuses root, so root steps down to another."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samsyn.postgres.trouble import PostgresTrouble


@dataclass(frozen=True)
class Account:
    """A uid and gid; `stepped_down` when the launcher itself is root."""

    uid: int
    gid: int
    stepped_down: bool

    def own(self, path: Path) -> None:
        if self.stepped_down:
            os.chown(path, self.uid, self.gid)

    def popen_options(self) -> dict[str, Any]:
        """Keyword arguments for `subprocess` that start a program as this account, apart from the terminal.

        An own session keeps Ctrl-C from reaching PostgreSQL before the site has been stopped.
        """
        options: dict[str, Any] = {
            "cwd": "/",
            "start_new_session": True,
            "umask": 0o077,
            "env": {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"},
        }
        if self.stepped_down:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return options

    def may_enter(self, folder: Path) -> bool:
        """True when this account can walk all the way down to `folder`."""
        if not self.stepped_down:
            return os.access(folder, os.X_OK)
        asked = subprocess.run(
            ["/bin/sh", "-c", 'cd -- "$1"', "sh", str(folder)],
            capture_output=True,
            check=False,
            **self.popen_options(),
        )
        return asked.returncode == 0


def server_account() -> Account:
    """The caller; for root the account named in SAMSYN_POSTGRES_USER, otherwise `nobody`."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), stepped_down=False)
    name = os.environ.get("SAMSYN_POSTGRES_USER", "nobody")
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        raise PostgresTrouble(
            f"PostgreSQL does not run as root, and there is no account «{name}» to run it as.",
            "/etc/passwd",
            "Set SAMSYN_POSTGRES_USER to an existing account without rights of its own.",
        ) from None
    if entry.pw_uid == 0:
        raise PostgresTrouble(
            f"PostgreSQL does not run as root, and «{name}» is root.",
            "SAMSYN_POSTGRES_USER",
            "Name an account without rights of its own, for example nobody.",
        )
    return Account(entry.pw_uid, entry.pw_gid, stepped_down=True)
