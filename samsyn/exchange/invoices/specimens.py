"""Invoices of the three tax cases and a credit note, as XML and as PDF, for outside validators to judge."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from samsyn.exchange.invoices.document import InvoiceDocument
from samsyn.exchange.invoices.examples import EXEMPT, OUTSIDE, TAXED, credit_note, invoice
from samsyn.exchange.invoices.judging import judge
from samsyn.exchange.invoices.writing import peppol_xml
from samsyn.exchange.pdf.invoice import InvoiceSays, invoice_pdf, judged_lines
from samsyn.exchange.pdf.parts import Notice

INVENTED = Notice("Exempel", ("Parterna, numren och beloppen är påhittade. Fakturan är inte skickad till någon.",))


def invoice_specimens(folder: Path) -> list[Path]:
    """They need no loaded data: no agreement says what its tax case is."""
    made = {f"invoice-{tax.case}": invoice(tax) for tax in (OUTSIDE, EXEMPT, TAXED)}
    made["invoice-credit-note"] = credit_note()
    return [path for name, each in sorted(made.items()) for path in _written(folder / name, each)]


def _written(path: Path, document: InvoiceDocument) -> list[Path]:
    xml = peppol_xml(document)
    says = InvoiceSays(
        partnership="Exempel",
        made="Framställd ur Samsyn.",
        notices=(INVENTED,),
        judged=judged_lines(judge(xml)),
        seal=sha256(xml).hexdigest(),
    )
    files = {".pdf": invoice_pdf(document, document.issued, says), ".xml": xml}
    for ending, content in files.items():
        path.with_name(path.name + ending).write_bytes(content)
    return [path.with_name(path.name + ending) for ending in files]
