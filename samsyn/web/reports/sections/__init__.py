"""The sections of a report, one function for each kind: what a template may ask for is what is registered here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils.translation import gettext

from samsyn.exchange.reports import Block, SectionDoc, Sentence
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.followup import Section
from samsyn.web.reports.sections.charts import chart
from samsyn.web.reports.sections.facts import comparison, deviations, duties, places
from samsyn.web.reports.sections.figures import figures, shown, table
from samsyn.web.reports.sections.material import Material, Voice
from samsyn.web.reports.sections.money import money
from samsyn.web.reports.sections.theory import theory
from samsyn.web.reports.sections.words import text

__all__ = ["BUILDERS", "Material", "Voice", "indicators_in", "section_doc"]


def survey(section: Section, material: Material) -> list[Block]:
    """What was answered, as the figures that are counted from answers. What stands elsewhere is not said twice."""
    own = section.indicators or _of_answers(material.terms)
    template = material.standing.template
    elsewhere = [each for each in template.sections if each.id != section.id and set(each.indicators) & set(own)]
    if section.indicators or not elsewhere:
        return shown(section.id, section.title, own, material)
    left = [each for each in own if not any(each in other.indicators for other in elsewhere)]
    where = ", ".join(f"«{each.title}»" for each in elsewhere)
    said = Sentence(gettext("Det som räknas av svaren står under %(where)s.") % {"where": where})
    return [said, *(shown(section.id, section.title, left, material) if left else [])]


BUILDERS: dict[str, Callable[[Section, Material], list[Block]]] = {
    "text": text,
    "figures": figures,
    "chart": chart,
    "table": table,
    "comparison": comparison,
    "duties": duties,
    "deviations": deviations,
    "money": money,
    "places": places,
    "survey": survey,
    "theory": theory,
}


def section_doc(section: Section, material: Material) -> SectionDoc:
    return SectionDoc(section.id, section.title, blocks=tuple(BUILDERS[section.kind](section, material)))


def indicators_in(sections: Sequence[Section], terms: Agreement) -> list[str]:
    """Every indicator that the sections name, once, in their order; those of answers where a survey is asked for."""
    named = [each for section in sections for each in section.indicators]
    if any(section.kind == "survey" and not section.indicators for section in sections):
        named += _of_answers(terms)
    return list(dict.fromkeys(each for each in named if each in terms.indicator))


def _of_answers(terms: Agreement) -> tuple[str, ...]:
    return tuple(each.id for each in terms.indicator.values() if "answers" in each.facts and each.applies)
