"""A public page that both sides have opened, with a figure and a report on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.types.range import DateRange

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.documents.models import Content, Document
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.publication.content import Line, Material, Party, PublicFigure, content_of, digest
from samsyn.web.publication.models import Edition, Opening, Paper, PaperOpening
from tests.boundaries.door import Door, InPartnership, Open

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/publication"
_ONE = f"{_AT}/reports/<uuid:report_paper>"
_OPEN = "open/<slug:slug>"
_NAMED = "/as/kommunen/partnerships/{slug}/publication"

DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/preview/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/open/": InPartnership(Permission.DECIDE),
    f"{_AT}/close/": InPartnership(Permission.DECIDE, post=True),
    f"{_AT}/renew/": InPartnership(Permission.FULFIL, post=True),
    f"{_ONE}/let-out/": InPartnership(Permission.DECIDE, post=True),
    f"{_ONE}/take-back/": InPartnership(Permission.DECIDE, post=True),
    f"{_OPEN}/": Open(),
    f"{_OPEN}/catalogue.<slug:syntax>": Open(),
    f"{_OPEN}/data/<slug:public_figure>.csv": Open(),
    f"{_OPEN}/data/<slug:public_figure>.json": Open(),
    f"{_OPEN}/reports/<uuid:public_paper>.pdf": Open(),
    "open/catalogue/<int:publisher>.<slug:syntax>": Open(),
}
NUMBER = "212000-0001"


@dataclass
class Laid:
    document: Document
    paper: Paper


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Laid:
    document = _paper(partnership, cast, now)
    days = DateRange(TODAY, None)
    for own in (cast.municipality, cast.association):
        mine: dict[str, Any] = {"partnership": partnership, "organisation": own, "opened_at": now}
        Opening.objects.create(**mine, days=days)
        PaperOpening.objects.create(**mine, document=document)
    said = content(partnership)
    Edition.objects.create(
        partnership=partnership, number=1, slug=partnership.slug, content=said, sha256=digest(said), days=days,
        made_at=now,
    )  # fmt: skip
    paper = Paper.objects.create(
        partnership=partnership, document=document, title="Rapport", dated=TODAY, media_type="application/pdf",
        sha256="6" * 64, size=4, data=b"%PDF", made_at=now,
    )  # fmt: skip
    return Laid(document, paper)


def content(partnership: Partnership) -> dict[str, Any]:
    parties = [
        Party("kommunen", "Socialnämnden", "Exempelstads kommun", NUMBER, "public", "1"),
        Party("foreningen", "Föreningen", "", "", "civil", "1"),
    ]
    figure = PublicFigure(
        "besok", "Besök", "output", "count", "besök", "Räknat.", "1", False, "abc", "foreningen", "Föreningen",
        TODAY, TODAY, TODAY, (Line((), (), (), {"value": 12}),),
    )  # fmt: skip
    return content_of(
        Material(
            slug=partnership.slug, name=partnership.name, title="Partnerskap", language="sv", is_demo=False,
            real_terms=False, purpose="Ingen ska vara ensam.", purpose_clause="1", goals=[], parties=parties,
            case_number="", first=TODAY, last=TODAY, smallest=5, money=[], figures=[figure], papers=[],
        )
    )  # fmt: skip


def _paper(partnership: Partnership, cast: Cast, now: datetime) -> Document:
    found, _new = Content.objects.get_or_create(
        sha256="6" * 64, defaults={"size": 4, "media_type": "application/pdf", "data": b"%PDF"}
    )
    return Document.objects.create(
        partnership=partnership, organisation=cast.municipality, content=found, file_name="r.pdf", title="R",
        public_title="R", direction="drawn_up", dated=TODAY, added_at=now, number=9700, handed_over_at=now,
    )  # fmt: skip


SAMPLES = {
    "report_paper": lambda sample: sample.laid["publication"].document.pk,
    "public_paper": lambda sample: sample.laid["publication"].paper.pk,
    "public_figure": lambda _sample: "besok",
    "syntax": lambda _sample: "ttl",
    "publisher": lambda _sample: NUMBER.replace("-", ""),
}
TYPED = {f"{_NAMED}/open/": ["first", "last"]}
CHANGEABLE = {"publication_opening": False, "publication_paperopening": False}
MOVED = {table: ["organisation_id", "partnership_id"] for table in CHANGEABLE}

REACHED: dict[Job, set[str]] = {Job.PUBLIC: set()}
"""Someone outside reaches what is public on a day (its own tests), and nothing of what the samples lay."""
