"""The four forms of the line."""

from typing import Literal

from samsyn.charts.agreement_line.lying import lying
from samsyn.charts.agreement_line.model import AgreementLine
from samsyn.charts.agreement_line.standing import standing
from samsyn.charts.agreement_line.strip import strip
from samsyn.charts.svg import Svg

Form = Literal["wide", "middle", "tall", "strip"]


def agreement_line(line: AgreementLine, form: Form = "wide", id_: str = "line") -> Svg:
    """The drawing in one of its forms. id_ must be its own on the page."""
    own = f"{id_}-{form}"
    description = line.words.summary.format(
        start=line.start, end=line.end, today=line.today, passed=line.passed_percent
    )
    if form == "wide":
        return lying(line, 1120, 9, own, description, form)
    if form == "middle":
        return lying(line, 760, 6, own, description, form)
    if form == "tall":
        return standing(line, 350, 9, own, description)
    return strip(line, 320, own, description)
