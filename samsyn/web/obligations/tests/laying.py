"""Agreements from files as living partnerships, for tests: every party gets an organisation, nobody else is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samsyn.rules.reading import Dossier, files_in, read_files
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership

ROOT = Path(__file__).parents[4]
NOW = datetime(2026, 1, 2, 9, tzinfo=UTC)
TODAY = date(2026, 3, 2)
SIXTH = ROOT / "tests" / "agreements" / "sixth"
_FIVE = sorted(each.parent for each in ROOT.glob("agreements/*/agreement.toml"))
FOLDERS = [*_FIVE, *([SIXTH] if SIXTH.exists() else [])]
"""The five agreements and the one of another kind."""
YOUTH = ROOT / "agreements" / "helsingborg-kvallsexpeditionen"
"""Three parties, invoices by quarter, an index that is not yet published."""


@dataclass(frozen=True)
class Laid:
    """`organisations` is party id → organisation."""

    partnership: Partnership
    organisations: Mapping[str, Organisation]
    dossier: Dossier

    def a_party(self, kind: str = "public") -> Organisation:
        return next(each for each in self.organisations.values() if each.kind == kind)


def lay(folder: Path, *, slug: str = "", with_: Mapping[str, Organisation] | None = None) -> Laid:
    """Register the agreement of a folder. `slug` gives it another id, so that the same one can be laid many times.

    `with_` says which organisation already plays which party.
    """
    files = dict(files_in(folder))
    if slug:
        files["agreement.toml"] = _renamed(files["agreement.toml"], slug)
    dossier = read_files(files)
    with acting_as_job(Job.SEED):
        organisations = {key: (with_ or {}).get(key) or _organisation(dossier, key) for key in dossier.agreement.party}
        partnership = register_partnership(files, organisations, by=Job.SEED, now=NOW, today=TODAY)
    return Laid(partnership, organisations, dossier)


def asked(browser: Client, address: str) -> list[str]:
    """The questions that a page asks the database, once it has been asked for before.

    Without what surrounds them: a test has a transaction of its own around the request's.
    """
    assert browser.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200
    every = [query["sql"] for query in captured.captured_queries]
    return [sql for sql in every if "SAVEPOINT" not in sql and "'samsyn.viewer'" not in sql]


def _renamed(agreement: bytes, slug: str) -> bytes:
    lines = agreement.decode().splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if line.startswith("id = "))
    return "".join([*lines[:place], f'id = "{slug}"\n', *lines[place + 1 :]]).encode()


def _organisation(dossier: Dossier, key: str) -> Organisation:
    party = dossier.agreement.party[key]
    return Organisation.objects.create(
        slug=f"{key}-{dossier.id}"[:50], name=party.name, kind=party.kind, legal_name=party.legal_name or ""
    )
