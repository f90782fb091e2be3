"""A report that both sides sign: opened, a draft and a part of each, sent back, gone through, submitted twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from psycopg.types.range import DateRange

from samsyn.exchange.reports import ReportDocument, to_plain
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.documents.models import Content, Document
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.reports.models import Draft, GoneThrough, Part, PartContent, Report, SentBack, Submission
from tests.boundaries.door import Acting, Door, InPartnership

_AT = "as/<slug:organisation>/partnerships/<slug:slug>/reports"
_ONE = f"{_AT}/<uuid:report>"
_PART = f"{_AT}/parts/<uuid:report_part>"
_VERSION = f"{_AT}/versions/<uuid:report_version>"
_NAMED = "/as/kommunen/partnerships/{slug}/reports"

DOORS: dict[str, Door] = {
    f"{_AT}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_AT}/open/<uuid:obligation>/": InPartnership(Permission.FULFIL, post=True),
    f"{_ONE}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_ONE}/write/": InPartnership(Permission.FULFIL),
    f"{_ONE}/sign/": InPartnership(Permission.DECIDE),
    f"{_ONE}/draft.pdf": InPartnership(Permission.FULFIL),
    f"{_ONE}/gone-through/": InPartnership(Permission.FULFIL),
    f"{_ONE}/compiled/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_ONE}/compiled.pdf": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_PART}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_PART}/send-back/": Acting(Permission.FULFIL),
    f"{_VERSION}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_VERSION}/difference/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_VERSION}/report.pdf": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_VERSION}/report.xlsx": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_VERSION}/report-csv.zip": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_VERSION}/report.json": InPartnership(Permission.READ_PARTNERSHIP),
}

TERMS = """
[duty.uppfoljning-i-prov]
clause = "uppföljning"
says = "Parterna följer upp."
kind = "follow_up"
by = ["{public}", "{civil}"]
joint = true
when = {{ on = "request" }}

[report.rapport-i-prov]
clause = "uppföljning"
says = "Båda skriver var sin del."
name = "Uppföljning"
duty = "uppfoljning-i-prov"
signed_by = ["{public}", "{civil}"]
gone_through_by = "styrgrupp"
compiled_by = "{public}"
covers = "year"
sections = [{{ id = "ord", title = "Ord", kind = "text", prompt = "Vad har ni gjort?" }}]
"""
ANSWERED = """
## uppföljning · Uppföljning
Parterna följer upp.

Terms: `uppfoljning-i-prov`, `rapport-i-prov`
"""


@dataclass
class Laid:
    """The part is the association's, which is for the municipality to send back."""

    report: Report
    part: Part
    version: Submission


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> Laid:
    owed = Obligation.objects.filter(partnership=partnership, term="uppfoljning-i-prov")[0]
    report = Report.objects.create(
        partnership=partnership, term="rapport-i-prov", obligation=owed, opened_at=now,
        days=DateRange(date(TODAY.year - 1, 1, 1), date(TODAY.year, 1, 1)),
    )  # fmt: skip
    sides = ((cast.municipality, cast.association), (cast.association, cast.municipality))
    parts = [_part(report, own, other, now) for own, other in sides]
    for own, number in ((cast.association, 1), (cast.municipality, 2)):
        version = _submitted(report, own, number, now)
        GoneThrough.objects.create(
            partnership=partnership, organisation=own, report=report, seals=["0" * 64, "0" * 64],
            note="På ett möte.", on=TODAY, noted_at=now,
        )  # fmt: skip
    return Laid(report, parts[1], version)


def _part(report: Report, own: Organisation, other: Organisation, now: datetime) -> Part:
    mine: dict[str, Any] = {"partnership": report.partnership, "organisation": own, "report": report}
    Draft.objects.create(**mine, words={"ord": "Utkast."})
    first = _signed(mine, now, 1)
    SentBack.objects.create(
        partnership=report.partnership, organisation=other, part=first, note="Mer.", on=TODAY, sent_at=now
    )
    return _signed(mine, now, 2)


def _signed(mine: dict[str, Any], now: datetime, number: int) -> Part:
    content = {"document": _document(), "figures": [], "words": {"ord": "Vi."}}
    part = Part.objects.create(
        **mine, number=number, sha256="0" * 64, because="Rättad." if number > 1 else "", document=_paper(mine, now),
        signed_on=TODAY, signed_at=now,
    )  # fmt: skip
    PartContent.objects.create(
        partnership=mine["partnership"], organisation=mine["organisation"], part=part, content=content
    )
    return part


def _submitted(report: Report, own: Organisation, number: int, now: datetime) -> Submission:
    mine: dict[str, Any] = {"partnership": report.partnership, "organisation": own}
    return Submission.objects.create(
        **mine, report=report, number=number, content={"document": _document(), "figures": []}, sha256="0" * 64,
        seals=["0" * 64, "0" * 64], drawn_by={}, file_sha256="0" * 64, because="Rättad." if number > 1 else "",
        document=_paper(mine, now), submitted_on=TODAY, submitted_at=now,
    )  # fmt: skip


def _document() -> dict[str, Any]:
    return to_plain(ReportDocument("sv", "Uppföljning", "Uppföljning", "Prov", "2025", "Inlämnad."))


def _paper(mine: dict[str, Any], now: datetime) -> Document:
    content, _new = Content.objects.get_or_create(
        sha256="6" * 64, defaults={"size": 3, "media_type": "text/plain", "data": b"abc"}
    )
    number = Document.objects.filter(partnership=mine["partnership"]).count() + 800
    return Document.objects.create(
        partnership=mine["partnership"], organisation=mine["organisation"], content=content, file_name="r.txt",
        title="R", public_title="R", direction="drawn_up", dated=TODAY, added_at=now, number=number,
        handed_over_at=now,
    )  # fmt: skip


SAMPLES = {
    "report": lambda sample: sample.laid["reports"].report.pk,
    "report_part": lambda sample: sample.laid["reports"].part.pk,
    "report_version": lambda sample: sample.laid["reports"].version.pk,
}
TYPED = {
    f"{_NAMED}/{{report}}/write/": ["edits", "word_0"],
    f"{_NAMED}/{{report}}/sign/": ["seal"],
    f"{_NAMED}/{{report}}/gone-through/": ["meeting", "note"],
    f"{_NAMED}/{{report}}/compiled/": ["seal", "because"],
    f"{_NAMED}/parts/{{report_part}}/send-back/": ["note"],
}
CHANGEABLE = {"reports_draft": False}
ADDABLE = dict.fromkeys(
    ["reports_part", "reports_partcontent", "reports_sentback", "reports_gonethrough", "reports_submission"]
)
MOVED = {"reports_draft": ["organisation_id", "partnership_id"]}
