"""The invoice to read and to keep, beside the file."""

from __future__ import annotations

import hashlib
from datetime import date

from django.utils.translation import gettext, ngettext

from samsyn.exchange.invoices import InvoiceDocument, Judgement
from samsyn.exchange.pdf.invoice import InvoiceSays, invoice_pdf, judged_lines
from samsyn.exchange.pdf.parts import Notice, Tag
from samsyn.rules.terms import Agreement
from samsyn.web.invoices.models import Invoice, InvoiceLine


def pdf_of(
    invoice: Invoice, document: InvoiceDocument, judgement: Judgement, xml: bytes, terms: Agreement, today: date
) -> bytes:
    """PDF/A. It says which rules judged the file, and the file's SHA-256."""
    lines = list(invoice.lines.order_by("position").prefetch_related("vouchers"))
    says = InvoiceSays(
        partnership=invoice.partnership.name,
        made=gettext("Sänd %(day)s ur Samsyn.") % {"day": today},
        notices=_notices(invoice),
        tags={str(number): tag for number, line in enumerate(lines, 1) if (tag := _tag(line, terms)) is not None},
        behind={str(number): words for number, line in enumerate(lines, 1) if (words := behind_words(line))},
        judged=judged_lines(judgement),
        seal=hashlib.sha256(xml).hexdigest(),
    )
    return invoice_pdf(document, today, says)


def behind_words(line: InvoiceLine) -> str:
    n = len(line.vouchers.all())
    return ngettext("%(n)s rad i bokföringen bakom", "%(n)s rader i bokföringen bakom", n) % {"n": n} if n else ""


def _tag(line: InvoiceLine, terms: Agreement) -> Tag | None:
    cost = terms.cost_line.get(line.cost_line)
    return Tag(f"§\N{NO-BREAK SPACE}{cost.clause}", bool(cost.assumption)) if cost else None


def _notices(invoice: Invoice) -> tuple[Notice, ...]:
    found = []
    if invoice.partnership.is_demo:
        found.append(
            Notice(gettext("Påhittad"), (gettext("Fakturan hör till en demonstration och ska inte betalas."),))
        )
    if invoice.awaits:
        said = gettext("Summan är den senast kända. Den väntar på %(awaits)s; skillnaden regleras när siffran finns.")
        found.append(Notice(gettext("Preliminär summa"), (said % {"awaits": invoice.awaits},)))
    return tuple(found)
