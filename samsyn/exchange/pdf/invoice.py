"""An invoice or a credit note to read and to keep: the same values that are written as XML, and who judged that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from samsyn.exchange.invoices import UNITS, Giro, InvoiceDocument, Judgement, Line, Trader
from samsyn.exchange.pdf.parts import NO_TAG, Fact, Notice, Party, Tag, check_words
from samsyn.exchange.pdf.typesetting import typeset

SWEDISH: dict[str, str] = {
    "invoice": "Faktura", "credit_note": "Kreditfaktura", "seller": "Säljare", "buyer": "Köpare",
    "org_number": "Organisationsnummer", "vat_number": "Momsregistreringsnummer", "f_tax": "Godkänd för F-skatt",
    "endpoint": "Adress i Peppol", "issued": "Datum", "due": "Ska vara betald", "period": "Gäller",
    "buyer_reference": "Köparens referens", "order_reference": "Ordernummer", "contract_reference": "Avtal",
    "recurring": "Stående faktura", "credits": "Krediterar", "of_day": "av den", "to_pay": "att betala",
    "to_credit": "krediteras", "by": "senast", "bankgiro": "Bankgiro", "plusgiro": "Plusgiro",
    "payment_reference": "Ange vid betalning", "terms": "Villkor", "lines": "Rader", "what": "Vad", "quantity": "Antal",
    "price": "À-pris", "amount": "Belopp", "net": "Summa utan moms", "vat": "Moms", "total": "Summa",
    "already_paid": "Redan betalt", "outside": "Utanför momsens område", "exempt": "Undantagen från moms",
    "judged": "Prövad", "seal": "Fakturafilens SHA-256", "page": "Sida", "of": "av",
}  # fmt: skip
"""An invoice between Swedish parties. Another language gives a table of its own with the same keys."""


@dataclass(frozen=True)
class InvoiceSays:
    """What the paper says besides the invoice.

    `tags` and `behind` are by the id of the line: the clause it rests on, and what lies behind it («3 verifikationer»).
    `judged` are sentences on which rules judged the file; `seal` is the SHA-256 of that file in hex, or empty for a
    draft.
    """

    partnership: str
    made: str
    notices: tuple[Notice, ...] = ()
    tags: Mapping[str, Tag] = field(default_factory=dict)
    behind: Mapping[str, str] = field(default_factory=dict)
    judged: tuple[str, ...] = ()
    seal: str = ""
    language: str = "sv"
    words: Mapping[str, str] = field(default_factory=lambda: SWEDISH)


@dataclass(frozen=True)
class _Row:
    tag: Tag
    text: str
    under: tuple[str, ...]
    quantity: str
    price: str
    amount: str


@dataclass(frozen=True)
class _Sum:
    label: str
    amount: str
    last: bool = False


@dataclass(frozen=True)
class _Paper:
    language: str
    title: str
    partnership: str
    period: str
    made: str
    notices: tuple[Notice, ...]
    parties: tuple[Party, ...]
    lead: str
    facts: tuple[Fact, ...]
    payment: tuple[Fact, ...]
    note: str
    rows: tuple[_Row, ...]
    sums: tuple[_Sum, ...]
    untaxed: str
    judged: tuple[str, ...]
    seal: str
    words: Mapping[str, str]


def invoice_pdf(document: InvoiceDocument, day: date, says: InvoiceSays) -> bytes:
    """PDF/A-2a and PDF/UA-1. `day` is the date that the file bears. Raises KeyError for a missing word."""
    check_words(says.words, SWEDISH)
    return typeset("invoice", _paper(document, says), day)


def judged_lines(judgement: Judgement) -> tuple[str, ...]:
    """In Swedish: with what outcome, and by which rules. Each failure in its own line."""
    rules = [f"{each.name} ({each.version or each.sha256[:12]}, {each.origin})" for each in judgement.rules]
    found = [f"{each.rule}: {each.says}" for each in judgement.failures]
    counted = "anmärkning" if len(found) == 1 else "anmärkningar"
    outcome = f"med {len(found)} {counted}" if found else "utan anmärkning"
    return (f"Fakturafilen (Peppol BIS Billing 3.0) är prövad {outcome} mot {', '.join(rules)}.", *found)


def _paper(document: InvoiceDocument, says: InvoiceSays) -> _Paper:
    words = says.words
    return _Paper(
        language=says.language,
        title=f"{words[document.kind]} {document.number}",
        partnership=says.partnership,
        period=f"{words['period']} {document.period.start} – {document.period.last}",
        made=says.made,
        notices=says.notices,
        parties=(_party(document.buyer, "buyer", words), _party(document.seller, "seller", words)),
        lead=_lead(document, words),
        facts=_facts(document, words),
        payment=_payment(document, words),
        note=document.note,
        rows=tuple(_row(line, says) for line in document.lines),
        sums=_sums(document, words),
        untaxed="" if document.tax.case == "taxed" else f"{words[document.tax.case]}: {document.tax.reason}",
        judged=says.judged,
        seal=says.seal,
        words=words,
    )


def _party(trader: Trader, side: str, words: Mapping[str, str]) -> Party:
    """The public party buys and the civil one sells: in a partnership the money goes one way."""
    lines = [
        words[side],
        *trader.address,
        f"{trader.postcode} {trader.city}",
        f"{words['org_number']} {trader.org_number[:6]}-{trader.org_number[6:]}",
    ]
    if trader.vat_number:
        lines.append(f"{words['vat_number']} {trader.vat_number}")
    if side == "seller" and trader.f_tax:
        lines.append(words["f_tax"])
    if trader.endpoint:
        lines.append(f"{words['endpoint']} {trader.endpoint.scheme}:{trader.endpoint.id}")
    return Party("public" if side == "buyer" else "civil", trader.name, tuple(lines))


def _lead(document: InvoiceDocument, words: Mapping[str, str]) -> str:
    if document.kind == "credit_note":
        return f"{document.total} {words['to_credit']}"
    by = f" {words['by']} {document.due}" if document.due else ""
    return f"{document.payable} {words['to_pay']}{by}"


def _facts(document: InvoiceDocument, words: Mapping[str, str]) -> tuple[Fact, ...]:
    credited = document.credits
    found = [
        ("issued", f"{document.issued}"),
        ("credits", f"{credited.number} {words['of_day']} {credited.issued}" if credited else ""),
        *((name, getattr(document, name)) for name in ("buyer_reference", "order_reference", "contract_reference")),
        ("recurring", document.recurring),
    ]
    return _said(found, words)


def _payment(document: InvoiceDocument, words: Mapping[str, str]) -> tuple[Fact, ...]:
    giro = document.giro
    found = [
        ("due", f"{document.due or ''}"),
        *([(giro.kind, _giro(giro))] if giro else []),
        ("payment_reference", document.payment_reference),
        ("terms", document.terms),
    ]
    return _said(found, words)


def _said(found: list[tuple[str, str]], words: Mapping[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact(words[name], (text,)) for name, text in found if text.strip())


def _giro(giro: Giro) -> str:
    """As it is read aloud: the last four of a bankgiro, the last one of a plusgiro, after a hyphen."""
    tail = 4 if giro.kind == "bankgiro" else 1
    return f"{giro.number[:-tail]}-{giro.number[-tail:]}"


def _row(line: Line, says: InvoiceSays) -> _Row:
    under = (line.cost_line, says.behind.get(line.id, ""))
    return _Row(
        tag=says.tags.get(line.id, NO_TAG),
        text=line.text,
        under=tuple(text for text in under if text),
        quantity=f"{_number(line.quantity)}\u00a0{UNITS.get(line.unit, line.unit)}",
        price=f"{line.price}",
        amount=f"{line.amount}",
    )


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",").replace("-", "−")


def _sums(document: InvoiceDocument, words: Mapping[str, str]) -> tuple[_Sum, ...]:
    sums = []
    if document.tax.case == "taxed" and document.tax.rate is not None:
        sums.append(_Sum(words["net"], f"{document.net}"))
        sums.append(_Sum(f"{words['vat']} {_number(document.tax.rate)}\u00a0%", f"{document.vat}"))
    if document.already_paid:
        sums.append(_Sum(words["total"], f"{document.total}"))
        sums.append(_Sum(words["already_paid"], f"{-document.already_paid}"))
    last = words["to_credit" if document.kind == "credit_note" else "to_pay"]
    return (*sums, _Sum(last[:1].upper() + last[1:], f"{document.payable}", last=True))
