"""The money of the agreement that fell in the days: what was agreed, what is invoiced, what is paid."""

from __future__ import annotations

from django.utils.translation import gettext

from samsyn.exchange.reports import Block, Cell, ColumnDoc, Sentence, TableDoc
from samsyn.rules.terms.followup import Section
from samsyn.web.economy.queries import Part, PlanYear, money_of
from samsyn.web.indices.queries import register
from samsyn.web.reports.sections.material import Material
from samsyn.web.reports.told import tag_of


def money(section: Section, material: Material) -> list[Block]:
    """The same to all parties. Where the text gives no sum, it says so."""
    terms = material.terms
    found = _table(section, material)
    said = [
        Sentence(each.says, tag_of(each.clause, bool(each.assumption)))
        for each in terms.funding.values()
        if each.applies
    ]
    if found is None and not said:
        return [Sentence(gettext("Överenskommelsen nämner inga pengar."))]
    return [*said, *([found] if found else [])]


def _table(section: Section, material: Material) -> TableDoc | None:
    standing = material.standing
    known = money_of(material.viewer, standing.report.partnership, standing.dossier, material.today, register())
    rows = [
        row for year in known.years for part in year.parts if part.day in material.days for row in [_row(year, part)]
    ]
    if not rows:
        return None
    columns = (
        ColumnDoc("what", gettext("Betalning"), kind="text"),
        ColumnDoc("day", gettext("Dag"), kind="day"),
        ColumnDoc("agreed", gettext("Enligt överenskommelsen"), gettext("kr"), "money"),
        ColumnDoc("invoiced", gettext("Fakturerat"), gettext("kr"), "money"),
        ColumnDoc("paid", gettext("Betalt"), gettext("kr"), "money"),
    )
    return TableDoc(section.id, gettext("Betalningar"), columns, tuple(rows))


def _row(year: PlanYear, part: Part) -> tuple[Cell, ...]:
    invoiced = sum(each.agreed_left_ore for each in part.sent)
    amount = part.amount
    return (
        Cell(year.plan.payment.says), Cell(part.day.isoformat()),
        Cell(amount.ore) if amount is not None else Cell(state="missing"), Cell(invoiced), Cell(part.paid_ore),
    )  # fmt: skip
