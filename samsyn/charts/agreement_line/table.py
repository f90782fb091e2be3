"""The same content as a table."""

from dataclasses import dataclass
from datetime import date

from samsyn.charts.agreement_line.model import AgreementLine


@dataclass(frozen=True)
class LineRow:
    day: date
    kind: str
    text: str
    clause: str
    passed: bool
    latest: bool = False


def rows(line: AgreementLine) -> list[LineRow]:
    """Everything that is drawn, by day, with the word for its kind."""
    ends = [(line.start, line.words.starts), (line.end, line.words.ends)]
    if line.may_last_to:
        ends.append((line.may_last_to, line.words.may_extend))
    found = [LineRow(day, "", text, "", day < line.today) for day, text in ends]
    found += [
        LineRow(mark.day, line.words.kind_names[mark.kind], mark.text, mark.clause, mark.day < line.today, mark.latest)
        for mark in line.marks
    ]
    return sorted(found, key=lambda row: row.day)
