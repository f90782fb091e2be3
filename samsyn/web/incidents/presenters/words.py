"""An incident in words: what it is, how it stands, who has been told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from samsyn.rules.terms import Agreement
from samsyn.web.incidents.models import Incident, Kind, Told
from samsyn.web.incidents.queries import HalfYear, Standing, untold
from samsyn.web.ui.components.tables import Column, Table

_TAGS = {
    Incident.State.OPEN: "soon",
    Incident.State.FOLLOWED_UP: "plain",
    Incident.State.CLOSED: "done",
    Incident.State.TAKEN_BACK: "plain",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: never a word of what happened."""

    label: str
    url: str
    kind: str
    on: date
    serious: bool
    state: str
    state_kind: str
    left: str
    """«Nämnden ska få veta», while it is so."""


def row_of(incident: Incident, url: str, standing: Sequence[Standing]) -> Row:
    return Row(
        label=incident.label,
        url=url,
        kind=str(incident.get_kind_display()),
        on=incident.happened_on,
        serious=incident.serious,
        state=str(incident.get_state_display()),
        state_kind=_TAGS[Incident.State(incident.state)],
        left=left_to_tell(standing) if incident.is_open else "",
    )


def left_to_tell(standing: Sequence[Standing]) -> str:
    names = [each.name for each in untold(standing)]
    if not names:
        return ""
    return gettext("%(whom)s ska få veta.") % {"whom": _and(names)}


def next_step(incident: Incident, standing: Sequence[Standing]) -> str:
    """One sentence on what is to be done, and by whom."""
    left = left_to_tell(standing)
    if left:
        return left
    if incident.state == Incident.State.CLOSED:
        return gettext("Händelsen är avslutad. Den ändras inte mer.")
    if incident.state == Incident.State.TAKEN_BACK:
        return gettext("Händelsen var skriven av misstag. Den räknas inte, och texten finns inte kvar.")
    if incident.is_concern and not incident.identity_known:
        return gettext("Ingen vet vilket barn det är, så det finns ingen att anmäla. Händelsen kan avslutas.")
    if incident.state == Incident.State.FOLLOWED_UP or incident.is_concern:
        return gettext("Ingen mer behöver få veta. Händelsen kan avslutas.")
    return gettext("Skriv vad ni har gjort, eller ska göra, för att det inte ska hända igen.")


@dataclass(frozen=True, slots=True)
class ToldLine:
    row: Told
    whom: str
    from_whom: str = ""


def told_line(told: Told, terms: Agreement, from_whom: str = "") -> ToldLine:
    return ToldLine(told, terms.party_name(told.whom), from_whom)


def receivers(standing: Sequence[Standing], terms: Agreement, mine: str, told: set[str]) -> list[tuple[str, str]]:
    """Those whom clause or law names, then the other parties. Without those who know already."""
    named = {each.tell.to: each.tell.name for each in standing if not each.by_log}
    parties = {key: each.name for key, each in terms.party.items() if key != mine}
    return [(key, name) for key, name in (named | parties).items() if key not in told]


def counted(found: Mapping[HalfYear, Counter[str]]) -> Table | None:
    """Half-years down, kinds that have happened across; None while nothing has."""
    used = [kind for kind in Kind if any(row[kind.value] for row in found.values())]
    if not used:
        return None
    n = sum(sum(row.values()) for row in found.values())
    return Table(
        caption=gettext("Händelser per halvår"),
        columns=[Column(gettext("Halvår")), *(Column(_capital(str(kind.label)), amount=True) for kind in used)],
        rows=[[half_year(when), *(row[kind.value] for kind in used)] for when, row in found.items()],
        note=ngettext(
            "%(n)s händelse, efter dagen då den hände. Bara ni ser siffrorna.",
            "%(n)s händelser, efter dagen då de hände. Bara ni ser siffrorna.",
            n,
        )
        % {"n": n},
    )


def half_year(when: HalfYear) -> str:
    if when.half == 1:
        return gettext("januari till juni %(year)s") % {"year": when.year}
    return gettext("juli till december %(year)s") % {"year": when.year}


def _and(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return gettext("%(these)s och %(last)s") % {"these": ", ".join(names[:-1]), "last": names[-1]}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
