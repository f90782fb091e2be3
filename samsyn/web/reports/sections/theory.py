"""What is thought to lead to what, from the agreement, with what is measured of it: a picture and its list."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext

from samsyn.charts.theory import Form, TheoryBox, TheoryWords, theory_of_change
from samsyn.exchange.reports import Block, Cell, ChartDoc, ColumnDoc, Sentence, TableDoc
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.followup import Section
from samsyn.web.reports.sections.material import Material
from samsyn.web.theory.presenters.picture import boxes_of, stage_words


def theory(section: Section, material: Material) -> list[Block]:
    boxes = boxes_of(material.terms)
    if not boxes:
        return [Sentence(gettext("Överenskommelsen har ingen förändringsteori inskriven."))]
    says = gettext("Så tror parterna att det som görs leder till det som de vill uppnå.")
    picture = ChartDoc(
        key=f"{section.id}-chart",
        title=section.title,
        kind="theory_of_change",
        sentence=says,
        says=says,
        svg=_drawn(boxes, says, "paper"),
        narrow=_drawn(boxes, says, "narrow"),
        table=section.id,
    )
    return [picture, _list(section, material.terms)]


def _drawn(boxes: list[TheoryBox], says: str, form: Form) -> str:
    words = TheoryWords(
        title=gettext("Förändringsteori"), summary=says, leads_to=gettext("leder till {numbers}"), stages=stage_words()
    )
    return theory_of_change(boxes, words, form).text


def _list(section: Section, terms: Agreement) -> TableDoc:
    nodes = [each for each in terms.theory.values() if each.applies]
    names: Mapping[str, str] = {each.id: each.text for each in nodes}
    columns = (
        ColumnDoc("text", gettext("Vad"), kind="text"),
        ColumnDoc("stage", gettext("Led"), kind="text"),
        ColumnDoc("leads", gettext("Tros leda till"), kind="text"),
        ColumnDoc("figures", gettext("Mäts med"), kind="text"),
    )
    stages, rows = stage_words(), []
    for node in nodes:
        leads = "; ".join(names[each] for each in node.leads_to if each in names)
        figures = "; ".join(terms.indicator[each].name for each in node.indicators if each in terms.indicator)
        rows.append((Cell(node.text), Cell(stages[node.stage]), Cell(leads), Cell(figures)))
    return TableDoc(section.id, gettext("Led för led"), columns, tuple(rows))
