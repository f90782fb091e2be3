"""Records on a line. Braces of a voucher stand on lines of their own, or not: «#VER … {», «{ #TRANS … }»."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.exchange.sie.fields import CLOSE, OPEN
from samsyn.exchange.sie.model import Kind

ROWS: dict[str, Kind] = {"#TRANS": "trans", "#RTRANS": "rtrans", "#BTRANS": "btrans"}
BALANCES = {"#IB", "#UB", "#RES", "#OIB", "#OUB", "#PSALDO", "#PBUDGET"}


def records(fields: list[str]) -> Iterator[list[str]]:
    """A label with its fields and its list of objects; braces of a voucher each by themselves."""
    record: list[str] = []
    for each in fields:
        if each in (OPEN, CLOSE) and not _is_of_list(record, each):
            if record:
                yield record
            yield [each]
            record = []
        else:
            record.append(each)
    if record:
        yield record


def _is_of_list(record: list[str], brace: str) -> bool:
    """Whether a brace belongs to the list of objects of a row: the first pair after its label."""
    if not record or record[0].upper() not in {*ROWS, *BALANCES}:
        return False
    return (OPEN not in record) if brace == OPEN else (OPEN in record and CLOSE not in record)
