"""An agreement with three templates: two sign and the municipality compiles, one signs alone, two sign side by side."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.reports import actions
from samsyn.web.reports.assembling import own_part, whole
from samsyn.web.reports.content import digest
from samsyn.web.reports.models import Part, Report, Submission
from samsyn.web.reports.queries import Standing, draft_of, standing_of
from samsyn.web.tallies.models import Event

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
MOMENT: dict[str, Any] = {"now": NOW, "today": TODAY}
AGREEMENT = """
[agreement]
id = "prov"
name = "Prov"
title = "Överenskommelse på prov"
purpose = "Ingen ska vara ensam."
purpose_clause = "1"
fictitious = true
[source]
clause = "9"
says = "Två likalydande exemplar."
status = "signed"
originals = 2
[period]
clause = "1"
says = "Gäller 2025 och 2026."
first = 2025-01-01
last = 2026-12-31
[party.kommunen]
clause = "1"
says = "Kommunen är offentlig part."
name = "Kommunen"
kind = "public"
[party.foreningen]
clause = "1"
says = "Föreningen är idéburen part."
name = "Föreningen"
kind = "civil"
[party.andra-foreningen]
clause = "1"
says = "Andra föreningen är idéburen part."
name = "Andra föreningen"
kind = "civil"
[body.samverkansgrupp]
clause = "2"
says = "En grupp samverkar."
name = "Samverkansgruppen"
kind = "operative"
members = [
    { function = "Representant", party = "kommunen" },
    { function = "Representant", party = "foreningen" },
    { function = "Representant", party = "andra-foreningen" },
]
[service.oppet]
clause = "3"
says = "Öppet hus."
name = "Öppet hus"
by = ["foreningen", "andra-foreningen"]
kind = "basic_need"
[pad.ena]
clause = "3"
says = "Föreningen räknar besök."
name = "Föreningens dörr"
by = "foreningen"
asks = ["sex"]
[pad.andra]
clause = "3"
says = "Andra föreningen räknar besök."
name = "Andra föreningens dörr"
by = "andra-foreningen"
asks = ["sex"]
[indicator.besok]
clause = "4"
says = "Antal besök."
name = "Besök"
level = "output"
measure = "count"
of = "Besök"
unit = "besök"
facts = ["visits"]
split = ["sex", "organisation"]
period = "half_year"
reported_by = ["foreningen", "andra-foreningen"]
reported_to = ["kommunen"]
[duty.delrapport]
clause = "5"
says = "Var och en redovisar sin del."
kind = "report"
by = ["foreningen", "andra-foreningen"]
to = ["kommunen"]
when = { every = "year", due = "03-15" }
[duty.genomgang]
clause = "5"
says = "Gruppen går igenom delarna."
kind = "report"
by = ["samverkansgrupp"]
to = ["kommunen"]
when = { every = "year", due = "03-20" }
[duty.sammanstallning]
clause = "5"
says = "Kommunen sammanställer delarna."
kind = "compiled_report"
by = ["kommunen"]
to = ["kommunen"]
when = { every = "year", due = "03-31" }
[duty.statistik]
clause = "6"
says = "Föreningen lämnar statistik."
kind = "statistics"
by = ["foreningen"]
to = ["kommunen"]
when = { every = "year", due = "03-31" }
[duty.uppfoljning]
clause = "7"
says = "Kommunen och Föreningen följer upp sina insatser."
kind = "follow_up"
by = ["kommunen", "foreningen"]
joint = true
when = { every = "year", due = "03-31" }
[report.halvar]
clause = "5"
says = "Två organisationer fyller i samma mall."
name = "Verksamhetsrapport"
duty = "sammanstallning"
signed_by = ["foreningen", "andra-foreningen"]
part_duty = "delrapport"
gone_through_by = "samverkansgrupp"
gone_through_duty = "genomgang"
compiled_by = "kommunen"
covers = "half_year"
audience = "board"
sections = [
    { id = "sammanfattning", title = "Kort", kind = "text", prompt = "Vad behövs?", by = "compiler", required = true },
    { id = "gjort", title = "Det vi har gjort", kind = "text", prompt = "Vad har ni gjort?", required = true },
    { id = "siffror", title = "Siffror", kind = "figures", indicators = ["besok"] },
    { id = "efter-kon", title = "Besök efter kön", kind = "chart", indicators = ["besok"], split = "sex" },
    { id = "var-och-en", title = "Hos var och en", kind = "table", indicators = ["besok"], split = "organisation" },
    { id = "ataganden", title = "Åtaganden", kind = "duties" },
    { id = "avvikelser", title = "Avvikelser", kind = "deviations" },
    { id = "pengar", title = "Pengar", kind = "money" },
    { id = "platser", title = "Platser", kind = "places" },
    { id = "teori", title = "Förändringsteori", kind = "theory", by = "compiler" },
    { id = "jamforelse", title = "Siffror utifrån", kind = "comparison", by = "compiler" },
]
[report.statistik-till-kommunen]
clause = "6"
says = "Föreningen lämnar statistik."
name = "Statistik"
duty = "statistik"
signed_by = ["foreningen"]
covers = "half_year"
sections = [
    { id = "ord", title = "Ord", kind = "text", prompt = "Vad ligger bakom?", required = true },
    { id = "siffror", title = "Siffror", kind = "figures", indicators = ["besok"] },
]
[report.gemensam]
clause = "7"
says = "Båda skriver."
name = "Uppföljning"
duty = "uppfoljning"
signed_by = ["kommunen", "foreningen"]
covers = "year"
sections = [
    { id = "insats", title = "Vår egen insats", kind = "text", prompt = "Vad har ni gjort?", required = true },
    { id = "ataganden", title = "Åtaganden", kind = "duties" },
]
"""


@dataclass
class Table:
    cast: Cast
    partnership: Partnership

    @property
    def one(self) -> Organisation:
        return self.cast.association

    @property
    def other(self) -> Organisation:
        return self.cast.other_association

    @property
    def compiler(self) -> Organisation:
        return self.cast.municipality

    def home(self, whose: Organisation) -> str:
        return f"/as/{whose.slug}/partnerships/{self.partnership.slug}/reports/"

    @contextmanager
    def by(self, whose: Organisation, role: Role = Role.HEAD) -> Iterator[Viewer]:
        with self.cast.as_(whose, role) as viewer:
            yield viewer

    def owed(self, term: str, whose: str = "") -> Obligation:
        with acting_as_job(Job.SEED):
            rows = Obligation.objects.filter(partnership=self.partnership, term=term, window_start__year=2026)
            found = rows.filter(by_keys=[whose]) if whose else rows
            return found.select_related("partnership").order_by("due")[0]

    def opened(self, term: str = "sammanstallning", by: Organisation | None = None) -> Report:
        with self.by(by or self.one, Role.CONTROLLER) as viewer:
            return actions.open_report(self.owed(term), by=viewer, **MOMENT)

    def standing(self, report: Report, whose: Organisation | None = None) -> Standing:
        with self.by(whose or self.one) as viewer:
            found = standing_of(viewer, dossier_of(self.partnership), self.partnership, report.pk)
            assert found is not None
            return found

    def write(self, report: Report, whose: Organisation, **words: str) -> None:
        with self.by(whose, Role.CONTROLLER) as viewer:
            actions.write(report, words, edits=draft_of(viewer, report).edits, by=viewer, now=NOW)

    def seal(self, report: Report, whose: Organisation) -> str:
        standing = self.standing(report, whose)
        with self.by(whose) as viewer:
            return digest(own_part(viewer, standing, **MOMENT))

    def sign(self, report: Report, whose: Organisation, because: str = "", **words: str) -> Part:
        """Written, read and signed."""
        self.write(report, whose, **words)
        seal = self.seal(report, whose)
        with self.by(whose) as viewer:
            return actions.sign(report, seal=seal, because=because, by=viewer, **MOMENT)

    def go_through(self, report: Report, by: Organisation | None = None) -> None:
        with self.by(by or self.other, Role.CONTROLLER) as viewer:
            actions.go_through(report, note="På ett extra möte.", by=viewer, **MOMENT)

    def read(self, report: Report) -> str:
        standing = self.standing(report, self.compiler)
        with self.by(self.compiler) as viewer:
            return digest(whole(viewer, standing, **MOMENT))

    def submit(self, report: Report, because: str = "", says: str = "Det gick bra.") -> Submission:
        self.write(report, self.compiler, sammanfattning=says)
        seal = self.read(report)
        with self.by(self.compiler) as viewer:
            return actions.submit(report, seal=seal, because=because, by=viewer, **MOMENT)

    def came(self, whose: Organisation, pad: str, **by_sex: int) -> None:
        """So many came, on one day of the time that the report is about."""
        with acting_as_job(Job.SEED):
            for sex, n in by_sex.items():
                Event.objects.create(
                    partnership=self.partnership, organisation=whose, pad=pad, button="visit", day=date(2025, 9, 3),
                    received_at=NOW, source="paper", n=n, sex=sex, reason="Lappen",
                )  # fmt: skip

    def submitted(self) -> tuple[Report, Submission]:
        """All the way."""
        report = self.opened()
        self.sign(report, self.one, gjort="Vi har haft öppet.")
        self.sign(report, self.other, gjort="Vi också.")
        self.go_through(report)
        return report, self.submit(report)


def lay_it(cast: Cast, agreement: str = AGREEMENT) -> Table:
    with acting_as_job(Job.SEED):
        organisations = {
            "kommunen": cast.municipality,
            "foreningen": cast.association,
            "andra-foreningen": cast.other_association,
        }
        files = {"agreement.toml": agreement.encode()}
        return Table(cast, register_partnership(files, organisations, by=Job.SEED, now=NOW, today=TODAY))


@pytest.fixture
def table(cast: Cast, settings: Any) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(cast)
