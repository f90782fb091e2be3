"""The agreement line: one line from start to end of an agreement with today on it, the product's signature.

line = AgreementLine(start=…, end=…, today=…, marks=[Mark(day, "meeting", "Styrgruppen möts", "6"), …])
agreement_line(line)                 wide, for a page
agreement_line(line, form="middle")  for a narrow window
agreement_line(line, form="tall")    for a phone, from top to bottom
agreement_line(line, form="strip")   small, in a list
rows(line)                           the same as a table
"""

from samsyn.charts.agreement_line.draw import Form, agreement_line
from samsyn.charts.agreement_line.model import AgreementLine, Mark, MarkKind, Words
from samsyn.charts.agreement_line.table import LineRow, rows

__all__ = ["AgreementLine", "Form", "LineRow", "Mark", "MarkKind", "Words", "agreement_line", "rows"]
