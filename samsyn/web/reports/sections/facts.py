"""What all parties can see anyway: duties, deviations, money, places, comparisons, theory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext

from samsyn.exchange.reports import Block, Cell, ColumnDoc, DutiesDoc, DutyRow, DutySide, Sentence, TableDoc
from samsyn.rules.obligations import MIDDLE, places_at_table
from samsyn.rules.terms.followup import Section
from samsyn.web.matters.models import Matter
from samsyn.web.obligations.models import Obligation
from samsyn.web.reports.sections.material import Material
from samsyn.web.reports.told import tag_of
from samsyn.web.theory.queries import comparisons
from samsyn.web.ui.formats import civil_date

_BY_ITSELF = ("end_of_period",)


def duties(section: Section, material: Material) -> list[Block]:
    """What fell due in the days that the report is about. In a part: the party's own, and what all owe together."""
    rows = list(
        Obligation.objects.visible_to(material.viewer)
        .filter(partnership=material.standing.report.partnership)
        .standing()
        .between(material.days.start, material.days.last)
        .exclude(kind__in=_BY_ITSELF)
        .exclude(pk=material.standing.report.obligation_id)
        .order_by("due", "term", "occurrence")
    )
    sides = _sides(rows, material)
    if not any(side.rows for side in sides):
        return [Sentence(gettext("Inget åtagande hade sin sista dag under de dagarna."))]
    met = sum(1 for each in rows if each.met_on)
    says = gettext("%(met)s av %(n)s åtaganden som hade sin sista dag under tiden är visade som gjorda.") % {
        "met": met, "n": len(rows),
    }  # fmt: skip
    return [DutiesDoc(section.id, section.title, says, tuple(sides))]


def _sides(rows: Sequence[Obligation], material: Material) -> list[DutySide]:
    terms = material.terms
    at: dict[str, list[Obligation]] = {}
    for each in rows:
        for place in places_at_table(terms, each.kind, each.by_keys, each.joint):
            at.setdefault(place, []).append(each)
    alone = material.standing.has_own_part and not material.several
    mine = [voice.key for voice in material.voices] if alone else list(terms.party)
    found = [
        DutySide(material.standing.name_of(key), terms.party[key].kind, _rows(at.get(key, ())))
        for key in terms.party
        if key in mine
    ]
    if at.get(MIDDLE):
        found.append(DutySide(gettext("Tillsammans"), "joint", _rows(at[MIDDLE])))
    return found


def _rows(rows: Iterable[Obligation]) -> tuple[DutyRow, ...]:
    return tuple(
        DutyRow(
            what=each.says,
            due=civil_date(each.due, "long") if each.due else "",
            standing=_stands(each),
            tag=tag_of(each.clause, bool(each.assumptions)),
            why="" if each.due_stated else gettext("Ingen dag är angiven; periodens sista dag visas."),
        )
        for each in rows
    )


def _stands(owed: Obligation) -> str:
    """The same words for both sides."""
    if owed.waived_on:
        return gettext("Parterna har avstått från det")
    if owed.met_on is None:
        return gettext("Inte visat som gjort")
    said = gettext("Gjort %(day)s") % {"day": civil_date(owed.met_on, "long")}
    return f"{said}, {gettext('någon har invänt')}" if owed.disputed_on else said


def deviations(section: Section, material: Material) -> list[Block]:
    """Matters that were opened or settled in the days; in a part those that the party opened itself."""
    rows = Matter.objects.visible_to(material.viewer).filter(
        partnership=material.standing.report.partnership, opened_on__lte=material.days.last
    )
    among = _concerning(rows.order_by("number"), material)
    if not among:
        return [Sentence(gettext("Inget ärende mellan parterna öppnades eller avslutades under tiden."))]
    columns = (
        ColumnDoc("matter", gettext("Ärende"), kind="text"),
        ColumnDoc("kind", gettext("Slag"), kind="text"),
        ColumnDoc("by", gettext("Skrevs av"), kind="text"),
        ColumnDoc("opened", gettext("Dag"), kind="day"),
        ColumnDoc("stands", gettext("Hur det gick"), kind="text"),
    )
    return [TableDoc(section.id, gettext("Ärenden mellan parterna"), columns, tuple(_matter(each) for each in among))]


def _concerning(rows: Iterable[Matter], material: Material) -> list[Matter]:
    days = material.days
    known = (each for each in rows if each.opened_on in days or (each.closed_on is not None and each.closed_on in days))
    if not material.standing.has_own_part or material.several:
        return list(known)
    mine = material.standing.places[material.voices[0].key].organisation_id
    return [each for each in known if each.organisation_id == mine]


def _matter(each: Matter) -> tuple[Cell, ...]:
    stands = gettext("Avslutat %(day)s") % {"day": each.closed_on} if each.closed_on else gettext("Inte avslutat")
    return (
        Cell(each.title), Cell(str(each.get_kind_display())), Cell(each.organisation.name),
        Cell(each.opened_on.isoformat()), Cell(stands),
    )  # fmt: skip


def places(section: Section, material: Material) -> list[Block]:
    """How many places the agreement speaks of. How they were used stands among the figures."""
    pools = [pool for pool in material.terms.pool.values() if pool.applies]
    if not pools:
        return [Sentence(gettext("Överenskommelsen har inga platser."))]
    columns = (
        ColumnDoc("pool", gettext("Platser"), kind="text"),
        ColumnDoc("places", gettext("Antal enligt överenskommelsen"), gettext("platser")),
        ColumnDoc("clause", gettext("Punkt"), kind="text"),
    )
    rows = tuple((Cell(pool.says), Cell(pool.places), Cell(tag_of(pool.clause).label)) for pool in pools)
    return [TableDoc(section.id, gettext("Platser enligt överenskommelsen"), columns, rows)]


def comparison(section: Section, material: Material) -> list[Block]:
    """Beside ours and never among them: another definition counts something else."""
    found = comparisons(material.viewer, material.standing.report.partnership, material.terms)
    if not found:
        return [Sentence(gettext("Inga siffror utifrån är inskrivna."))]
    columns = tuple(
        ColumnDoc(key, title, kind="text")
        for key, title in (
            ("what", gettext("Vad")), ("value", gettext("Siffra")), ("unit", gettext("Enhet")),
            ("how", gettext("Så är den räknad")), ("source", gettext("Källa")), ("year", gettext("Tid")),
        )
    )  # fmt: skip
    rows = tuple(
        (
            Cell(each.name), Cell(each.says), Cell(each.unit),
            Cell(". ".join(part.rstrip(".") for part in (each.definition, each.method) if part)),
            Cell(each.source), Cell(each.as_of),
        )
        for each in found
    )  # fmt: skip
    note = gettext("Siffrorna är räknade på andra sätt än våra och går inte att lägga ihop med dem.")
    return [TableDoc(section.id, gettext("Räknat av andra"), columns, rows, note=note)]
