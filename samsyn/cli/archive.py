"""The backup file: a tar with what it holds, counted, and PostgreSQL's own dump of it."""

import json
import os
import tarfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from samsyn.cli.contents import Contents

FORM = 1
_MANIFEST, _DUMP = "manifest.json", "database.dump"


class ArchiveTrouble(Exception):
    """The file is not a whole backup of a form that this version reads."""


@dataclass(frozen=True)
class Manifest:
    """Written at backup, compared at restore. `taken` is an instant in UTC, ISO 8601."""

    form: int
    samsyn: str
    postgres: str
    taken: str
    contents: Contents


def write_archive(file: Path, manifest: Manifest, dump: Path) -> None:
    """Whole or not at all: written aside, flushed to disk, then moved into place. Closed to others."""
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    text = aside.with_suffix(".manifest")
    try:
        text.write_text(json.dumps(asdict(manifest), indent=1))
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as handle:
            with tarfile.open(fileobj=handle, mode="w", format=tarfile.PAX_FORMAT) as tar:
                for source, name in ((text, _MANIFEST), (dump, _DUMP)):
                    tar.add(source, name, filter=_nameless)
            handle.flush()
            os.fsync(handle.fileno())
        aside.rename(file)
    finally:
        text.unlink(missing_ok=True)
        aside.unlink(missing_ok=True)


def read_archive(file: Path, dump: Path) -> Manifest:
    """Write the dump inside `file` to `dump` and return the manifest. Raises ArchiveTrouble."""
    try:
        with tarfile.open(file, "r:") as tar:
            found: dict[str, Any] = json.load(_member(tar, _MANIFEST))
            if found.get("form") != FORM:
                raise ArchiveTrouble(f"{file} has form {found.get('form')}; this version of Samsyn reads {FORM}.")
            with dump.open("wb") as handle:
                source = _member(tar, _DUMP)
                while block := source.read(1 << 20):
                    handle.write(block)
    except (tarfile.TarError, EOFError, json.JSONDecodeError, KeyError) as error:
        raise ArchiveTrouble(f"{file} is not a whole Samsyn backup ({error}). Use another file.") from error
    return Manifest(**found)


def _member(tar: tarfile.TarFile, name: str) -> Any:
    member = tar.extractfile(name)
    if member is None:
        raise KeyError(name)
    return member


def _nameless(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """The account that took the backup is nobody's business."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mode = 0o600
    return entry
