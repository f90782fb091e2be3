"""The folders of one embedded server: data, lock files, passwords, log and socket."""

import hashlib
import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from samsyn.postgres.account import Account
from samsyn.postgres.trouble import PostgresTrouble

ROOTS_OWN_STATE = Path("/var/lib/samsyn")
_SOCKET_NAME = "/.s.PGSQL.5432.lock"
_SUN_PATH = 107
_LEAST_FREE = 200 * 1024 * 1024


@dataclass(frozen=True)
class Places:
    """`home` is one folder per account and durability; everything but the socket lies in it.

    It belongs to whoever starts Samsyn; only `data` and the socket folder belong to the server's account.
    """

    home: Path
    socket: Path

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "postgres.log"

    @property
    def passwords(self) -> Path:
        return self.home / "passwords.json"

    @property
    def turn(self) -> Path:
        """Locked by the one who starts or stops the server just now."""
        return self.home / "turn.lock"

    @property
    def users(self) -> Path:
        """Locked, shared, by everyone who uses the server."""
        return self.home / "users.lock"


def prepare_places(state: Path, account: Account, *, durable: bool) -> Places:
    """Make the home, closed to others, or say what is in the way."""
    home = _home(state.absolute(), account, durable=durable)
    _check_disk(home)
    mark = hashlib.sha256(str(home).encode()).hexdigest()[:12]
    return Places(home, _runtime_folder(account) / f"samsyn-{account.uid}-{mark}")


def _home(state: Path, account: Account, *, durable: bool) -> Path:
    # The two kinds never share files: what ran without fsync must not be mistaken for what is kept.
    name = f"{'postgres' if durable else 'scratch'}-{account.uid}"
    try:
        make_folder(state)
        home = _reachable(state, name, account)
        if not home.exists():
            home.mkdir(mode=0o700, exist_ok=True)
        if home.stat().st_uid != os.geteuid():
            raise PermissionError(f"{home} belongs to uid {home.stat().st_uid}, not {os.geteuid()}")
        # Root keeps the folder; the stand-in may walk through it to its data, and change nothing else in it.
        home.chmod(0o711 if account.stepped_down else 0o700)
    except OSError as error:
        raise PostgresTrouble(
            f"The database's folder cannot be made or written: {error}.",
            state,
            "Give the folder to the account that starts Samsyn, or set SAMSYN_STATE to another folder.",
        ) from error
    return home


def _reachable(state: Path, name: str, account: Account) -> Path:
    """`state/name`, or a folder outside a closed home when root's stand-in cannot walk there.

    The choice is made once: what was begun in one of the two places stays there.
    """
    mark = hashlib.sha256(str(state).encode()).hexdigest()[:12]
    outside = ROOTS_OWN_STATE / mark / name
    if not account.stepped_down:
        return state / name
    if outside.exists() or not account.may_enter(state):
        if (state / name / "data").exists() and not outside.exists():
            raise PermissionError(f"uid {account.uid} can no longer walk down to {state}, where its data lies")
        outside.parent.mkdir(parents=True, exist_ok=True)
        return outside
    return state / name


def make_folder(state: Path) -> None:
    """Folders that root makes inside someone's checkout belong to that someone."""
    missing = [folder for folder in (state, *state.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(exist_ok=True)
        if os.geteuid() == 0:
            above = folder.parent.stat()
            sticky = above.st_mode & stat.S_ISVTX
            os.chown(folder, *((0, 0) if sticky else (above.st_uid, above.st_gid)))
    if not state.is_dir():
        raise NotADirectoryError(f"{state} is not a folder")


def _check_disk(home: Path) -> None:
    free = shutil.disk_usage(home).free
    if free < _LEAST_FREE:
        raise PostgresTrouble(
            f"The disk has {free // 1024**2} MB free; the database needs 200 MB to start safely.",
            home,
            "Free some space, or set SAMSYN_STATE to a folder on another disk.",
        )


def make_socket_folder(folder: Path, account: Account) -> None:
    """A folder that only `account` may enter. Call while holding the turn: the last to leave removes it."""
    try:
        if not folder.exists():
            folder.mkdir(mode=0o700)
            account.own(folder)
    except OSError as error:
        raise PostgresTrouble(
            f"The folder for the database's socket cannot be made: {error}.",
            folder,
            "Make its parent folder writable.",
        ) from error
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != account.uid or found.st_mode & 0o077:
        raise PostgresTrouble(
            "Something else lies where the database's socket folder should be, or others may enter it.",
            folder,
            f"Remove it, or make it a folder of uid {account.uid} with mode 0700.",
        )


def _runtime_folder(account: Account) -> Path:
    """The login session's own folder where it is short, lower-case (URLs fold case) and ours; else /tmp.

    A Unix socket's whole path is at most 107 bytes.
    """
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = Path(named)
    longest = len(f"{named}/samsyn-{account.uid}-{'0' * 12}{_SOCKET_NAME}".encode())
    if (
        named.startswith("/")
        and named == named.lower()
        and longest <= _SUN_PATH
        and not account.stepped_down
        and folder.is_dir()
        and folder.stat().st_uid == account.uid
    ):
        return folder
    return Path("/tmp")
