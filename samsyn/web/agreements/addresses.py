"""Where things of a partnership are found: pages, and the page of a clause that every clause tag leads to."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from samsyn.rules.reading import Dossier


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses under /as/<organisation>/partnerships/<slug>/. `clauses` gives the slug for each clause label."""

    home: str
    clauses: Mapping[str, str]

    @property
    def agreement(self) -> str:
        return f"{self.home}agreement/"

    @property
    def what_if(self) -> str:
        return f"{self.agreement}what-if/"

    @property
    def differences(self) -> str:
        return f"{self.agreement}differences/"

    @property
    def assumptions(self) -> str:
        return f"{self.agreement}assumptions/"

    @property
    def document(self) -> str:
        return f"{self.agreement}document.pdf"

    @property
    def obligations(self) -> str:
        return f"{self.home}obligations/"

    @property
    def bodies(self) -> str:
        return f"{self.home}bodies/"

    @property
    def meetings(self) -> str:
        return f"{self.home}meetings/"

    @property
    def changes(self) -> str:
        return f"{self.home}changes/"

    @property
    def matters(self) -> str:
        return f"{self.home}matters/"

    @property
    def beds(self) -> str:
        """Leads each to the own work with night places."""
        return f"{self.home}beds/"

    @property
    def placements(self) -> str:
        return f"{self.home}placements/"

    @property
    def tallies(self) -> str:
        return f"{self.home}tallies/"

    @property
    def support(self) -> str:
        return f"{self.home}support/"

    @property
    def occasions(self) -> str:
        return f"{self.home}occasions/"

    @property
    def roster(self) -> str:
        return f"{self.home}roster/"

    @property
    def contributions(self) -> str:
        return f"{self.home}contributions/"

    @property
    def incidents(self) -> str:
        return f"{self.home}incidents/"

    @property
    def economy(self) -> str:
        return f"{self.home}economy/"

    @property
    def invoices(self) -> str:
        return f"{self.home}invoices/"

    @property
    def books(self) -> str:
        return f"{self.home}books/"

    @property
    def funders(self) -> str:
        return f"{self.home}funders/"

    @property
    def statements(self) -> str:
        return f"{self.home}statements/"

    @property
    def claims(self) -> str:
        return f"{self.home}claims/"

    @property
    def surveys(self) -> str:
        return f"{self.home}surveys/"

    @property
    def steering(self) -> str:
        return f"{self.home}steering/"

    @property
    def indicators(self) -> str:
        return f"{self.home}indicators/"

    @property
    def theory(self) -> str:
        return f"{self.home}theory/"

    @property
    def reports(self) -> str:
        return f"{self.home}reports/"

    @property
    def releases(self) -> str:
        return f"{self.home}releases/"

    @property
    def insight(self) -> str:
        return f"{self.home}insight/"

    @property
    def publication(self) -> str:
        return f"{self.home}publication/"

    @property
    def documents(self) -> str:
        return f"{self.home}documents/"

    @property
    def contacts(self) -> str:
        return f"{self.home}contacts/"

    @property
    def history(self) -> str:
        return f"{self.home}history/"

    def clause(self, label: str) -> str:
        """The page of a clause; the agreement itself where no clause has that label."""
        slug = self.clauses.get(label)
        return f"{self.agreement}clauses/{slug}/" if slug else self.agreement


def addresses(organisation: str, partnership: str, dossier: Dossier) -> Addresses:
    """`organisation` and `partnership` are slugs."""
    return Addresses(f"/as/{organisation}/partnerships/{partnership}/", clause_slugs(dossier))


@lru_cache(maxsize=2048)
def clause_slugs(dossier: Dossier) -> Mapping[str, str]:
    """A slug for every clause label: «1.6 st. 3» → «1-6-st-3». Two labels never share one."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for clause in dossier.clauses:
        slug = free = _slug(clause.label)
        number = 1
        while free in taken:
            number += 1
            free = f"{slug}--{number}"
        taken.add(free)
        found.setdefault(clause.label, free)
    return found


def _slug(label: str) -> str:
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    words = "".join(sign if sign.isalnum() else " " for sign in plain).split()
    return "-".join(words) or "clause"
