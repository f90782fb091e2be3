"""SIE 4: bookkeeping as text, read row by row and written. Pure: bytes in, values out.

reading = read(stream)               header first; `stream` can be wound back
for voucher in reading: …            only whole, balanced vouchers
reading.faults                       what was refused, with its line and what to do; complete when all is read
write_sie(Journal(…))                → bytes for import elsewhere

Source: SIE filformat, utgåva 4B (2008-09-30); README.md says what was read of it and where.
"""

from samsyn.exchange.sie.faults import SieFault
from samsyn.exchange.sie.model import Dimensions, Header, Kind, Row, Voucher
from samsyn.exchange.sie.reading import Reading, read
from samsyn.exchange.sie.writing import Entry, Journal, invoice_voucher, write_sie

__all__ = [
    "Dimensions",
    "Entry",
    "Header",
    "Journal",
    "Kind",
    "Reading",
    "Row",
    "SieFault",
    "Voucher",
    "invoice_voucher",
    "read",
    "write_sie",
]
