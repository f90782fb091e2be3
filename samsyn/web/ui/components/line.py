"""The agreement line on a page: three forms of which the page shows one, and the same as a table."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samsyn.charts.agreement_line import AgreementLine, LineRow, Words, agreement_line, rows
from samsyn.web.ui.components.tables import Column, Table
from samsyn.web.ui.components.words import clause, datum

register = template.Library()


def line_words(*, unlimited: bool = False) -> Words:
    """The words of the drawing in the reader's language. unlimited: it can be extended again after that."""
    furthest, next_one = gettext("längst, om den förlängs"), gettext("nästa sista dag, om den förlängs")
    return Words(
        title=gettext("Överenskommelsens tid"),
        today=gettext("I dag"),
        starts=gettext("börjar gälla"),
        ends=gettext("slutar gälla"),
        may_extend=next_one if unlimited else furthest,
        latest=gettext("senast"),
        not_yet=gettext("har inte börjat"),
        is_over=gettext("har slutat"),
        summary=gettext("Gäller {start} till {end}. I dag är det {today}. {passed} procent av tiden har gått."),
        kinds={
            "extension": gettext("förlängning"),
            "notice": gettext("uppsägning"),
            "meeting": gettext("möten"),
            "payment": gettext("betalningar"),
            "report": gettext("rapporter"),
            "other": gettext("annat"),
        },
        kind_names={
            "extension": gettext("förlängning"),
            "notice": gettext("uppsägning"),
            "meeting": gettext("möte"),
            "payment": gettext("betalning"),
            "report": gettext("rapport"),
            "other": gettext("annat"),
        },
    )


def line_table(line: AgreementLine) -> Table:
    """What the drawing shows, by day."""
    columns = [
        Column(gettext("Dag")),
        Column(gettext("Vad")),
        Column(gettext("Slag")),
        Column(gettext("Punkt")),
    ]
    cells = [
        (_day(row, line.words), row.text, row.kind or "–", clause(row.clause) if row.clause else "–")
        for row in rows(line)
    ]
    return Table(caption=line.words.title, columns=columns, rows=cells)


def _day(row: LineRow, words: Words) -> str:
    return format_html("{} {}", words.latest, datum(row.day)) if row.latest else datum(row.day)


@register.inclusion_tag("ui/parts/line.html", name="agreement_line")
def agreement_line_tag(line: AgreementLine, id: str = "line") -> dict[str, Any]:
    """The whole line. Make it with `words=line_words()` so that it speaks the reader's language."""
    drawings = [SafeString(agreement_line(line, form, id)) for form in ("wide", "middle", "tall")]
    return {"drawings": drawings, "table": line_table(line)}


@register.simple_tag
def agreement_strip(line: AgreementLine, id: str) -> SafeString:
    """The small line for lists; id must be its own on the page."""
    return SafeString(agreement_line(line, "strip", id))
