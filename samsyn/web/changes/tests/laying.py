"""A partnership of two or three parties whose agreement says in what form it is changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.agreements.tests.invented import AGREEMENT
from samsyn.web.changes import actions
from samsyn.web.changes.models import Change, Step
from samsyn.web.documents.models import Content, Document
from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

SIGNED = """
[change.andring]
clause = "8"
says = "Ändringar är skriftliga och undertecknade av alla."
form = "written_signed_by_all"
"""
APPROVED = SIGNED.replace("signed_by_all", "approved_by_all")
MANDATE = """
[change.andring]
clause = "8"
says = "Chefen får ändra åtaganden."
form = "mandate"
by = ["kommunen"]

[mandate.chefen]
clause = "9 a"
says = "Chefen får ändra, men inte målen."
party = "kommunen"
function = "Förvaltningschef"
may = ["change", "extend"]
limits = ["Målen ändras inte"]
not_reaching = ["goal"]

[goal.malet]
clause = "7"
says = "Ingen ska vara ensam."
statement = "Ingen ska vara ensam om kvällen"
"""
BOARD = (
    APPROVED
    + """
[mandate.namnden]
clause = "9 b"
says = "Nämnden själv godkänner, och beslutet ska ha vunnit laga kraft."
party = "kommunen"
function = "Socialnämnden"
may = ["approve"]
level = "board"
legal_force = true
"""
)
TERMINATION = """
[termination.havning]
clause = "3 a"
says = "Får hävas om motparten brister och inte rättar sig."
causes = ["Brister allvarligt och rättar sig inte"]
after = "demand_for_correction"
"""
REPAYMENT = """
[repayment.felaktig]
clause = "4 a"
says = "Pengar som använts fel kan krävas tillbaka."
by = ["foreningen"]
to = ["kommunen"]
cause = "misuse"
extent = "affected_part"
exceptions = ["Föreningen har varit så omsorgsfull som kan krävas"]
"""
THIRD = """
[party.andra]
clause = "1"
says = "Andra föreningen är idéburen part."
name = "Andra föreningen"
kind = "civil"
"""
SIX_MONTHS = {"set": {"notice": {"uppsagning": {"months": 6, "says": "Uppsägningstiden är sex månader."}}}}
SAYS = {"clause": "3", "says": "Uppsägningstiden blir sex månader."}


def lay(cast: Cast, rest: str, *, three: bool = False) -> Partnership:
    """Registered as the installation does it; `cast.partnership` is another one, without an agreement."""
    text = AGREEMENT + rest + (THIRD if three else "")
    organisations: dict[str, Organisation] = {"kommunen": cast.municipality, "foreningen": cast.association}
    if three:
        organisations["andra"] = cast.other_association
    with acting_as_job(Job.SEED):
        return register_partnership({"agreement.toml": text.encode()}, organisations, by=Job.SEED, now=NOW, today=TODAY)


def drafted(
    partnership: Partnership, kind: str, values: Mapping[str, Any] = SAYS, content: dict[str, Any] | None = None, *,
    by: Viewer,
) -> Change:  # fmt: skip
    return actions.draft(partnership, kind, dict(values), content=content, by=by, now=NOW, today=TODAY)


def proposed(
    partnership: Partnership, kind: str, values: Mapping[str, Any] = SAYS, content: dict[str, Any] | None = None, *,
    by: Viewer,
) -> Change:  # fmt: skip
    change = drafted(partnership, kind, values, content, by=by)
    return actions.propose(change, by=by, now=NOW, today=TODAY)


def step(change: Change, kind: str, *, by: Viewer, on: date = TODAY, **values: Any) -> Step:
    if kind == Step.Kind.SIGNATURE or (kind == Step.Kind.DEMAND and on < TODAY):
        values.setdefault("document", paper(change.partnership, by))
    return actions.take_step(change, kind, {"on": on, **values}, by=by, now=NOW, today=TODAY)


def paper(partnership: Partnership, by: Viewer) -> Document:
    """A signed paper that has been handed over."""
    Content.objects.bulk_create(
        [Content(sha256="c" * 64, size=3, media_type="text/plain", data=b"abc")], ignore_conflicts=True
    )
    return Document.objects.create(
        partnership=partnership, organisation_id=by.organisation_id, content_id="c" * 64, file_name="a.txt",
        title="Undertecknat tillägg", public_title="Tillägg", direction="drawn_up", dated=TODAY, added_at=NOW,
        handed_over_at=NOW, number=Document.objects.handed_over().filter(partnership=partnership).count() + 1,
    )  # fmt: skip
