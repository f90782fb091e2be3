"""Invoices that have been sent under the loaded agreements, with their journal, for outside validators to judge."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.invoices.journal import sie_of
from samsyn.web.invoices.models import Invoice, InvoiceFile, Ledger
from samsyn.web.project import clock


def sent_specimens(folder: Path) -> list[Path]:
    """Each as it was frozen: file and paper. The journal of each party that has chosen its accounts."""
    with acting_as_job(Job.SEED):
        written = dict([*_sent(), *_journals()])
    return [_written(folder / name, content) for name, content in sorted(written.items())]


def _sent() -> Iterator[tuple[str, bytes]]:
    rows = InvoiceFile.objects.select_related("invoice__partnership", "document__content")
    for each in rows.order_by("invoice__organisation", "invoice__number"):
        name = f"sent-{each.invoice.partnership.slug}-{each.invoice.name}"
        yield f"{name}.xml", bytes(each.xml)
        yield f"{name}.pdf", bytes(each.document.content.data)


def _journals() -> Iterator[tuple[str, bytes]]:
    for ledger in Ledger.objects.select_related("partnership", "organisation"):
        rows = Invoice.objects.sent().filter(partnership=ledger.partnership, organisation=ledger.organisation)
        found = list(rows.select_related("payer").order_by("number"))
        if found:
            yield f"journal-{ledger.partnership.slug}.si", sie_of(found, ledger, ledger.organisation, clock.today())


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
