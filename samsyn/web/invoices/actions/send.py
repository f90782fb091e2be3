"""The approved invoice is sent: written as Peppol XML, judged, set as PDF, handed over, and frozen."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.exchange.invoices import InvoiceDocument, Judgement, NoRules, judge, peppol_xml
from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.actions import add_document
from samsyn.web.documents.models import Document
from samsyn.web.history import acts
from samsyn.web.invoices.actions.approve import check_sound
from samsyn.web.invoices.actions.rows import State, happened, locked, summed
from samsyn.web.invoices.actions.words import tell_the_other
from samsyn.web.invoices.models import Invoice, InvoiceFile
from samsyn.web.invoices.permissions import check_may_write
from samsyn.web.invoices.presenters.pdf import pdf_of
from samsyn.web.obligations.actions import give_evidence, take_back_evidence
from samsyn.web.obligations.models import Evidence, Obligation

acts.register({"invoice.sent": _("sände en faktura")})


@transaction.atomic
def send(invoice: Invoice, *, by: Viewer, now: datetime, today: date) -> Invoice:
    """From here on it stands as it is. Again: as it was.

    1. whose turn; 2. sound, dated today; 3. written and judged; 4. frozen, with its files; 5. the obligation is shown
    to be met, or, of a credit note that takes back all, shown no longer; 6. the payer is told.
    Raises ValidationError with what must be mended and where.
    """
    check_may_write(by, invoice)
    found = locked(invoice, by)
    if found.is_sent:
        return found
    if found.state != State.APPROVED:
        raise ValidationError(gettext("Fakturan ska vara godkänd innan den sänds. Ladda om sidan."))
    paper = check_sound(summed(found, today), today)
    document = paper.document
    assert document is not None, "what is sound is written"
    xml, judgement = _judged(document)
    pdf = pdf_of(found, document, judgement, xml, paper.terms, today)
    handed_over = _handed_over(found, pdf, by=by, now=now, today=today)
    found.state, found.sent_at, found.sent_by_id = State.SENT, now, by.person_id
    found.issued, found.due = today, document.due
    found.save(update_fields=["state", "sent_at", "sent_by", "issued", "due"])
    _keep(found, xml, judgement, handed_over, now)
    clause = found.obligation.clause if found.obligation else ""
    happened("sent", found, by=by, now=now, today=today, clause=clause)
    if found.is_credit:
        _credited(found, by=by, now=now, today=today)
    else:
        _show(found, handed_over, by=by, now=now, today=today)
    tell_the_other(found, "sent", by=by, now=now, today=today)
    return found


def _judged(document: InvoiceDocument) -> tuple[bytes, Judgement]:
    xml = peppol_xml(document)
    try:
        judgement = judge(xml, rules_folder())
    except NoRules as missing:
        raise ValidationError(str(missing)) from missing
    if judgement.fatal:
        raise ValidationError(
            [f"{each.says} ({each.rule or 'XSD'})" for each in judgement.failures if each.severity == "fatal"]
        )
    return xml, judgement


def rules_folder() -> Path | None:
    """Newer official rules than those that come with the packages, where somebody has put them."""
    return Path(settings.SAMSYN_INVOICE_RULES) if settings.SAMSYN_INVOICE_RULES else None


def _handed_over(invoice: Invoice, pdf: bytes, *, by: Viewer, now: datetime, today: date) -> Document:
    title = title_of(invoice)
    return add_document(
        invoice.partnership,
        f"{title.lower().replace(' ', '-')}.pdf",
        pdf,
        title=title,
        public_title=title,
        direction=Document.Direction.DRAWN_UP,
        dated=today,
        correspondent=invoice.payer.name,
        hand_over=True,
        by=by,
        now=now,
    )


def title_of(invoice: Invoice) -> str:
    what = gettext("Kreditfaktura %(name)s") if invoice.is_credit else gettext("Faktura %(name)s")
    return what % {"name": invoice.name}


def _keep(invoice: Invoice, xml: bytes, judgement: Judgement, document: Document, now: datetime) -> None:
    InvoiceFile.objects.create(
        partnership_id=invoice.partnership_id,
        organisation_id=invoice.organisation_id,
        invoice=invoice,
        xml=xml,
        sha256=hashlib.sha256(xml).hexdigest(),
        judged=[asdict(each) for each in judgement.rules],
        warnings=[asdict(each) for each in judgement.failures],
        document=document,
        made_at=now,
    )


def _show(invoice: Invoice, document: Document, *, by: Viewer, now: datetime, today: date) -> None:
    """What no longer follows from the terms has nothing to be shown."""
    owed = invoice.obligation
    if owed is not None and owed.fell_away_on is None and owed.waived_on is None:
        give_evidence(owed, kind=Evidence.Kind.DOCUMENT, done_on=today, document=document, by=by, now=now, today=today)


def _credited(note: Invoice, *, by: Viewer, now: datetime, today: date) -> None:
    """Once all of an invoice is taken back it is as if never sent: the period can be invoiced anew."""
    credited = note.credits
    assert credited is not None, "a credit note says what it credits"
    sent = credited.credit_notes.filter(state=State.SENT).values_list("total_ore", flat=True)
    if sum(sent) < credited.total_ore or credited.credited_at is not None:
        return
    Invoice.objects.filter(pk=credited.pk).update(credited_at=now)
    if credited.obligation_id is not None:
        owed = Obligation.objects.get(pk=credited.obligation_id)
        _show_no_longer(owed, credited, note, by=by, now=now, today=today)


def _show_no_longer(
    owed: Obligation, credited: Invoice, note: Invoice, *, by: Viewer, now: datetime, today: date
) -> None:
    because = gettext("Fakturan är krediterad med %(name)s.") % {"name": note.name}
    given = Evidence.objects.filter(obligation=owed, document=credited.file.document, taken_back_at=None)
    for each in given.select_related("obligation", "obligation__partnership"):
        take_back_evidence(each, because, by=by, now=now, today=today)
