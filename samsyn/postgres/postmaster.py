"""Starting, finding and stopping the one PostgreSQL process of a data folder."""

import os
import signal
import subprocess
import time
from pathlib import Path

import psycopg

from samsyn.postgres.account import Account
from samsyn.postgres.places import Places
from samsyn.postgres.trouble import PostgresTrouble, trouble_from_log

_PATIENCE = 120.0  # seconds; replaying the log after a crash may take a while
_STEP = 0.03
_STARTED: dict[int, subprocess.Popen[bytes]] = {}
_LOG_LIMIT = 5 * 1024 * 1024

_ALWAYS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    # Until 2026-11-28 initdb was given it so that no parallel worker could read it: every large query failed.
    "default_text_search_config": "pg_catalog.swedish",
    # The log must not become a second, unguarded copy of what the tables protect.
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
}
_THROWAWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
}


def living_postmaster(places: Places) -> int | None:
    """The pid in postmaster.pid, when that process is a PostgreSQL on this very data folder."""
    pid = _written_pid(places.data / "postmaster.pid")
    return pid if pid is not None and _serves(pid, places.data) else None


def start_postmaster(places: Places, binaries: Path, account: Account, superuser_url: str, *, durable: bool) -> None:
    """Start PostgreSQL and return when it answers.

    Call only while holding the turn lock, with no other user of the server.
    """
    deadline = time.monotonic() + _PATIENCE
    while True:
        _disown_reused_pids(places)
        begun = _trim_log(places.log)
        process = _spawn(places, binaries, account, durable=durable)
        if wait_until_it_answers(superuser_url, places, process, deadline):
            return
        said = _log_since(places.log, begun)
        # Children of a killed server need a moment to notice; until then its memory is still held.
        if "pre-existing shared memory block" in said and time.monotonic() < deadline:
            time.sleep(0.2)
            continue
        raise trouble_from_log("The database did not start.", places.home, said)


def wait_until_it_answers(
    superuser_url: str, places: Places, process: subprocess.Popen[bytes] | None, deadline: float | None = None
) -> bool:
    """False when the process ended instead; too long a wait is trouble."""
    deadline = deadline or time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        try:
            psycopg.connect(superuser_url, connect_timeout=5).close()
            return True
        except psycopg.OperationalError as error:
            if "password authentication failed" in str(error):
                raise PostgresTrouble(
                    "The database does not accept the password that was kept for it.",
                    places.passwords,
                    "Put that file back from a backup, together with the data folder beside it.",
                ) from error
        if (process.poll() is not None) if process else (living_postmaster(places) is None):
            return False
        time.sleep(_STEP)
    raise PostgresTrouble(
        f"The database has not answered for {_PATIENCE:.0f} seconds.", places.log, "Read the end of that log."
    )


def stop_postmaster(places: Places) -> None:
    """A fast stop: open transactions are rolled back, everything committed is on disk."""
    pid = living_postmaster(places)
    if pid is None:
        return
    os.kill(pid, signal.SIGINT)
    deadline = time.monotonic() + _PATIENCE
    while _serves(pid, places.data):
        if time.monotonic() > deadline:
            raise PostgresTrouble(
                f"The database (process {pid}) does not stop.", places.log, "Read the end of that log."
            )
        time.sleep(_STEP)
    _bury(pid)


def _spawn(places: Places, binaries: Path, account: Account, *, durable: bool) -> subprocess.Popen[bytes]:
    settings = _ALWAYS | {"unix_socket_directories": str(places.socket)} | ({} if durable else _THROWAWAY)
    options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
    with places.log.open("ab") as log:
        process = subprocess.Popen(
            [str(binaries / "postgres"), "-D", str(places.data), *options],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            **account.popen_options(),
        )
    _STARTED[process.pid] = process
    return process


def _written_pid(lock_file: Path) -> int | None:
    try:
        return int(lock_file.read_text().splitlines()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def _serves(pid: int, data: Path) -> bool:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError):
        return False
    # A zombie has an empty command line: it has stopped, only nobody has asked it how it went.
    return os.path.basename(words[0]) == b"postgres" and os.fsencode(data) in words


def _disown_reused_pids(places: Places) -> None:
    """Let a stale lock file be stale although its number now belongs to something else.

    That something is another program that got the number, or the dead server itself when nobody has buried
    it (a container whose first process does not reap). PostgreSQL would refuse to start, and postmaster.pid
    must never be deleted: the rest of it is how PostgreSQL finds children of the old server that still write.
    Our own pid in the first line, the parent's, is one that PostgreSQL knows not to be a rival; it then makes
    its other checks and replaces the file.
    """
    for file in (places.data / "postmaster.pid", places.socket / ".s.PGSQL.5432.lock"):
        pid = _written_pid(file)
        if pid is None or pid == os.getpid() or not Path(f"/proc/{pid}").exists() or _serves(pid, places.data):
            continue
        rest = file.read_text().partition("\n")[2]
        with file.open("r+") as handle:  # in place: same owner, same mode
            handle.write(f"{os.getpid()}\n{rest}")
            handle.truncate()


def _bury(pid: int) -> None:
    """Bury it, if it is this process that started it."""
    if pid in _STARTED and _STARTED[pid].poll() is not None:
        del _STARTED[pid]


def _trim_log(log: Path) -> int:
    """Keep one older log beside the current one; returns where new words will begin."""
    if log.exists() and log.stat().st_size > _LOG_LIMIT:
        log.replace(log.with_suffix(".older.log"))
    return log.stat().st_size if log.exists() else 0


def _log_since(log: Path, begun: int) -> str:
    with log.open("rb") as handle:
        handle.seek(begun)
        return handle.read().decode(errors="replace")
