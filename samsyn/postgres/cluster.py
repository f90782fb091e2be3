"""Making the data folder, so that a crash half-way leaves nothing that looks finished."""

import shutil
import subprocess
import time
from pathlib import Path
from uuid import uuid4

from samsyn.postgres.account import Account
from samsyn.postgres.binaries import major_version
from samsyn.postgres.passwords import SUPERUSER, write_closed
from samsyn.postgres.places import Places
from samsyn.postgres.trouble import PostgresTrouble, trouble_from_log

_TRIES = 50  # a tenth of a second apart: an initdb whose master was killed is done well within five seconds


def ensure_cluster(places: Places, binaries: Path, account: Account, password: str, *, durable: bool) -> None:
    """Make the data folder if there is none; refuse one written by another major version."""
    version_file = places.data / "PG_VERSION"
    if not version_file.exists():
        _make(places, binaries, account, password, durable=durable)
        return
    written, ours = version_file.read_text().strip(), str(major_version(binaries))
    if written != ours:
        raise PostgresTrouble(
            f"The data was written by PostgreSQL {written}, but the installed programs are version {ours}.",
            places.data,
            "Take a backup with the Samsyn that wrote it, move the folder aside, and restore with this one.",
        )


def _make(places: Places, binaries: Path, account: Account, password: str, *, durable: bool) -> None:
    if places.data.exists() and any(places.data.iterdir()):
        raise PostgresTrouble(
            "The data folder holds files but no PG_VERSION, so it is not a whole database.",
            places.data,
            "Put it back from a backup, or move it aside to begin with an empty database.",
        )
    # From a start that was killed half-way. Its initdb may live on for a moment, write there and then clean up:
    # so what vanishes meanwhile is no trouble, and the new folder has a name of its own, which it cannot reach.
    for left in places.home.glob("making-*"):
        _clear(left)
    aside = places.home / f"making-{uuid4().hex}"
    secret = places.home / "superuser-password"
    write_closed(secret, password)
    account.own(secret)
    try:
        _initdb(aside, binaries, account, secret, durable=durable)
    finally:
        secret.unlink()
    if places.data.exists():
        places.data.rmdir()
    aside.rename(places.data)


def _clear(left: Path) -> None:
    for _ in range(_TRIES):
        shutil.rmtree(left, ignore_errors=True)
        if not left.exists():
            return
        time.sleep(0.1)


def _initdb(folder: Path, binaries: Path, account: Account, secret: Path, *, durable: bool) -> None:
    """C.UTF-8 sorts by code point and folds å, ä, ö; plain C where the system lacks it. Never ICU."""
    for locale in ("C.UTF-8", "C"):
        folder.mkdir(mode=0o700)
        account.own(folder)
        command = [
            str(binaries / "initdb"),
            f"--pgdata={folder}",
            f"--username={SUPERUSER}",
            f"--pwfile={secret}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=libc",
            f"--locale={locale}",
            "--text-search-config=swedish",
            *(() if durable else ("--no-sync",)),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False, **account.popen_options())
        if done.returncode == 0:
            return
        shutil.rmtree(folder, ignore_errors=True)
        if "invalid locale name" not in done.stderr:
            break
    raise trouble_from_log("The database could not be made.", folder.parent, done.stderr)
