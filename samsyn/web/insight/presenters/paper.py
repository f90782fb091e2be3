"""An answer, and a staff list, as documents: plain values that are frozen, and that their files are made of. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from samsyn.exchange.reports import (
    NO_TAG,
    Cell,
    ColumnDoc,
    Fact,
    Notice,
    Party,
    ReportDocument,
    SectionDoc,
    Sentence,
    TableDoc,
    Tag,
    Words,
)
from samsyn.exchange.sheets.workbook import Sheet, workbook_of
from samsyn.rules.secrecy import Decision, Ground
from samsyn.web.documents.models import Document
from samsyn.web.insight.models import Request
from samsyn.web.insight.presenters import staff
from samsyn.web.insight.presenters.words import outcome_words, paper_title
from samsyn.web.partnerships.models import PartnershipParty


@dataclass(frozen=True)
class Said:
    """All that an answer says. `held` are the grounds behind what is not handed over; `figures` tables as they were."""

    request: Request
    number: int
    outcome: str
    says: str
    because: str
    tried_as: str
    held: Sequence[Ground]
    decision: Decision
    papers: Sequence[Document]
    figures: Sequence[TableDoc]
    places: Sequence[PartnershipParty]
    on: date


def answer_paper(said: Said) -> ReportDocument:
    request = said.request
    return ReportDocument(
        language=settings.LANGUAGE_CODE,
        kind=_("Svar på en begäran om insyn"),
        title=paper_title(request, said.number),
        partnership=request.partnership.name,
        period=_("Begärt %(asked)s, besvarat %(day)s") % {"asked": request.on, "day": said.on},
        made=_("Svar av %(who)s, %(day)s.") % {"who": request.asked.name, "day": said.on},
        tag=_tag(request),
        notices=notices(request.partnership.is_demo),
        parties=tuple(_party(each) for each in said.places),
        facts=(
            Fact(_("Begärt av"), (request.organisation.name,)),
            Fact(_("Enligt överenskommelsen"), (request.obligation.says,)),
        ),
        sections=tuple(_sections(said)),
    )


def staff_paper(request: Request, content: staff.Content, places: Sequence[PartnershipParty]) -> ReportDocument:
    return ReportDocument(
        language=settings.LANGUAGE_CODE,
        kind=_("Personalförteckning"),
        title=_("Personal i verksamheten, %(day)s") % {"day": content["as_of"]},
        partnership=request.partnership.name,
        period=content["as_of"],
        made=_("Överlämnad av %(who)s på begäran %(n)s.") % {"who": request.asked.name, "n": request.number},
        tag=_tag(request),
        notices=notices(request.partnership.is_demo),
        parties=tuple(_party(each) for each in places),
        facts=(Fact(_("Enligt överenskommelsen"), (request.obligation.says,)),),
        sections=(
            SectionDoc("personal", _("Personal"), NO_TAG, (Sentence(staff.says(content)), staff.table_of(content))),
        ),
    )


def staff_workbook(request: Request, content: staff.Content, day: date) -> bytes:
    """One sheet, with what it rests on above the table."""
    title = _("Personal i verksamheten, %(day)s") % {"day": content["as_of"]}
    lead = (title, request.partnership.name, request.asked.name, staff.says(content), staff.note_of(content))
    sheet = Sheet(_("Personal"), tuple(staff.head_of(content)), staff.rows_of(content), lead=tuple(filter(None, lead)))
    return workbook_of([sheet], day, title)


def notices(fictitious: bool) -> tuple[Notice, ...]:
    return (Notice(_("Demodata"), (_("Parterna, personerna och siffrorna är påhittade."),)),) if fictitious else ()


def _sections(said: Said) -> list[SectionDoc]:
    request = said.request
    about = (*(f"– {each}" for each in request.about), "") if request.about else ()
    found = [SectionDoc("begaran", _("Vad som begärdes"), NO_TAG, (Words((*about, *_lines(request.asks))),))]
    answer: list[Sentence | Words] = [Sentence(outcome_words(said.outcome, request.asked.name))]
    if said.says:
        answer.append(Words(_lines(said.says)))
    found.append(SectionDoc("svaret", _("Svaret"), NO_TAG, tuple(answer)))
    if said.papers:
        found.append(SectionDoc("overlamnat", _("Överlämnade handlingar"), NO_TAG, (_papers(said.papers),)))
    if said.figures:
        found.append(SectionDoc("siffror", _("Frisläppta siffror"), NO_TAG, tuple(said.figures)))
    if said.held:
        found.append(
            SectionDoc("inte", _("Vad som inte lämnas ut"), NO_TAG, (_held(said.held), Words(_lines(said.because))))
        )
    tried = _("%(says)s Prövat av %(who)s (%(function)s).") % {
        "says": said.decision.reason.says, "who": request.asked.name, "function": said.tried_as,
    }  # fmt: skip
    return [*found, SectionDoc("provning", _("Prövning"), NO_TAG, (Sentence(tried),))]


def _papers(papers: Sequence[Document]) -> TableDoc:
    return TableDoc(
        key="handlingar",
        title=_("Handlingar"),
        columns=(
            ColumnDoc("nummer", _("Nummer"), kind="text"),
            ColumnDoc("titel", _("Titel"), kind="text"),
            ColumnDoc("dag", _("Dag"), kind="day"),
        ),
        rows=tuple((Cell(str(each.number)), Cell(each.title), Cell(each.dated.isoformat())) for each in papers),
    )


def _held(grounds: Sequence[Ground]) -> TableDoc:
    return TableDoc(
        key="grunder",
        title=_("Grund"),
        columns=(ColumnDoc("grund", _("Grund"), kind="text"), ColumnDoc("lag", _("Stöd"), kind="text")),
        rows=tuple((Cell(each.says), Cell(each.law or each.clause or "–")) for each in grounds),
    )


def _tag(request: Request) -> Tag:
    owed = request.obligation
    return Tag(f"§\N{NO-BREAK SPACE}{owed.clause}", bool(owed.assumptions)) if owed.clause else NO_TAG


def _party(place: PartnershipParty) -> Party:
    lines = []
    if place.organisation.org_nr:
        lines.append(_("Organisationsnummer %(number)s") % {"number": place.organisation.org_nr})
    if place.case_number:
        lines.append(_("Diarienummer %(number)s") % {"number": place.case_number})
    return Party(place.organisation.kind, place.organisation.name, tuple(lines))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())
