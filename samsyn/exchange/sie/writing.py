"""Vouchers as a SIE 4 file in CP437, for import in a party's own bookkeeping. Accounts are given, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from samsyn.exchange.sie.checksum import Checksum
from samsyn.exchange.sie.model import Objects, Row, Voucher
from samsyn.rules.quantities import Amount, DateRange

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]")
_BARE = re.compile(r"[0-9A-Za-z._+-]+")
_PLAINER = str.maketrans({"–": "-", "—": "-", "−": "-", "’": "'", "‘": "'", "”": '"', "“": '"', "…": "...", "€": "EUR"})
_LABELS = {"trans": "#TRANS", "rtrans": "#RTRANS", "btrans": "#BTRANS"}


@dataclass(frozen=True)
class Journal:
    """What is written. `accounts` number → name, `objects` (dimension, object) → name. `flag` 0: not yet read in.

    `balances`: account → öre at the end of the year, which makes it a 4E; without them it is a 4I.
    """

    company: str
    generated: date
    vouchers: Sequence[Voucher]
    org_number: str = ""
    program: str = "Samsyn"
    version: str = ""
    years: Mapping[int, DateRange] = field(default_factory=dict)
    accounts: Mapping[str, str] = field(default_factory=dict)
    dimensions: Mapping[str, str] = field(default_factory=dict)
    objects: Mapping[tuple[str, str], str] = field(default_factory=dict)
    balances: Mapping[str, int] = field(default_factory=dict)
    with_checksum: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One side of an invoice's voucher: an account that the organisation has chosen."""

    account: str
    amount: Amount
    text: str = ""
    objects: Objects = ()


def invoice_voucher(
    number: str, day: date, text: str, receivable: str, income: Sequence[Entry], *, series: str = ""
) -> Voucher:
    """The invoice as a voucher: the claim in debit on `receivable`, what it is made of (and VAT) in credit.

    A credit note has negative amounts and so comes out the other way round.
    """
    total = Amount(sum(each.amount.ore for each in income))
    claim = Row(receivable, (), total.ore, day, text)
    return Voucher(series, number, day, text, (claim, *(_credit(each, day, text) for each in income)))


def write_sie(journal: Journal) -> bytes:
    """ValueError for a voucher that does not balance: half of one is never written."""
    for voucher in journal.vouchers:
        if sum(row.amount for row in voucher.counted):
            raise ValueError(f"voucher {voucher.series} {voucher.number} does not balance")
    lines = list(_body(journal))
    if journal.with_checksum:
        lines = _with_checksum(lines)
    return "".join(f"{line}\r\n" for line in ["#FLAGGA 0", *lines]).encode("cp437")


def _credit(entry: Entry, day: date, text: str) -> Row:
    return Row(entry.account, entry.objects, -entry.amount.ore, day, entry.text or text)


def _body(journal: Journal) -> Iterator[str]:
    yield f"#PROGRAM {quoted(journal.program)} {quoted(journal.version)}"
    yield "#FORMAT PC8"
    yield f"#GEN {journal.generated:%Y%m%d}"
    yield "#SIETYP 4"
    if journal.org_number:
        yield f"#ORGNR {quoted(journal.org_number)}"
    yield f"#FNAMN {quoted(journal.company)}"
    for number, days in journal.years.items():
        yield f"#RAR {number} {days.start:%Y%m%d} {days.last:%Y%m%d}"
    yield from (f"#KONTO {quoted(number)} {quoted(name)}" for number, name in journal.accounts.items())
    yield from (f"#DIM {quoted(number)} {quoted(name)}" for number, name in journal.dimensions.items())
    yield from (f"#OBJEKT {quoted(d)} {quoted(o)} {quoted(name)}" for (d, o), name in journal.objects.items())
    yield from (f"#UB 0 {quoted(account)} {_kronor(ore)}" for account, ore in journal.balances.items())
    for voucher in journal.vouchers:
        yield from _voucher(voucher)


def _voucher(voucher: Voucher) -> Iterator[str]:
    name = f"{quoted(voucher.series)} {quoted(voucher.number)}"
    yield f"#VER {name} {voucher.day:%Y%m%d} {quoted(voucher.text)}"
    yield "{"
    for row in voucher.rows:
        listed = " ".join(f"{quoted(dimension)} {quoted(each)}" for dimension, each in row.objects)
        when = f"{row.day:%Y%m%d}" if row.day else '""'
        yield f"  {_LABELS[row.kind]} {row.account} {{{listed}}} {_kronor(row.amount)} {when} {quoted(row.text)}"
    yield "}"


def _with_checksum(lines: list[str]) -> list[str]:
    checksum = Checksum("cp437")
    for line in lines:
        checksum.take(line)
    return ["#KSUMMA", *lines, f"#KSUMMA {checksum.sum}"]


def quoted(text: str) -> str:
    """A field: bare where it can stand so, else in quotes. What CP437 lacks is written plainer, or as «?»."""
    plain = _CONTROL.sub(" ", text.translate(_PLAINER)).encode("cp437", "replace").decode("cp437")
    if _BARE.fullmatch(plain):
        return plain
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _kronor(ore: int) -> str:
    kronor, parts = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{kronor}.{parts:02}"
