"""Everything known about one agreement: as signed, what happened since, and how each clause is answered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from samsyn.rules.reading.clauses import Clause
from samsyn.rules.terms import Agreement, ChangeFile


@dataclass(frozen=True, eq=False)
class Dossier:
    """akten. `agreement` is the text as signed; `changes` are in the order they were done.

    `files` are the bytes it was read from, by name relative to the folder.
    """

    agreement: Agreement
    changes: tuple[ChangeFile, ...]
    clauses: tuple[Clause, ...]
    files: Mapping[str, bytes]

    @property
    def id(self) -> str:
        return self.agreement.agreement.id

    @property
    def digest(self) -> str:
        """SHA-256 over names and contents of all files, as hex: the same files give the same digest."""
        whole = hashlib.sha256()
        for name in sorted(self.files):
            whole.update(name.encode() + b"\0" + hashlib.sha256(self.files[name]).digest())
        return whole.hexdigest()

    def clause(self, label: str) -> Clause | None:
        return next((clause for clause in self.clauses if clause.label == label), None)
