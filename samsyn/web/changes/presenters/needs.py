"""What a change needs to take effect: party by party, what is done and what is missing, in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from samsyn.rules.because import Reason
from samsyn.rules.mandates import Demand, Way, meets
from samsyn.rules.terms import Agreement
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.changes.models import Step
from samsyn.web.changes.presenters.words import STEPS
from samsyn.web.changes.standing import Standing
from samsyn.web.documents.presenters.seals import SealWords, seals_words

OURS = "samsyn"


@dataclass(frozen=True)
class Done:
    """One step that a party has taken, as every party reads it."""

    kind: str
    did: str
    on: date
    who: str
    about: tuple[str, ...]
    says: str
    document: str
    document_title: str
    meeting: str
    digest: str = ""
    seals: tuple[SealWords, ...] = ()


@dataclass(frozen=True)
class Need:
    """One thing that a party must do. `done_on` None: it is missing. `assumed`: the clause can be read otherwise.

    `ours`: the text says nothing, and the reading is the product's own.
    """

    what: str
    clause: str
    why: str
    assumed: bool
    ours: bool
    by: date | None
    late: bool
    limits: tuple[str, ...]
    instead: str
    done_on: date | None


@dataclass(frozen=True)
class PartyNeeds:
    """A side of the table."""

    key: str
    name: str
    kind: str
    mine: bool
    needs: tuple[Need, ...]
    done: tuple[Done, ...]


@dataclass(frozen=True)
class OtherWay:
    """Another clause that opens the same change, as sentences."""

    says: str
    clause: str
    assumed: bool
    needs: tuple[str, ...]


def needs_of(
    standing: Standing, steps: Iterable[Step], agreement: Agreement, own: str, to: Addresses, today: date
) -> tuple[PartyNeeds, ...]:
    """Public parties first, each with what the nearest way demands of it and what it has done."""
    taken: dict[str, list[Step]] = {}
    for step in steps:
        taken.setdefault(step.place.key, []).append(step)
    ordered = sorted(agreement.party.values(), key=lambda party: party.kind != "public")
    return tuple(
        PartyNeeds(
            party.id,
            party.name,
            party.kind,
            party.id == own,
            tuple(
                _need(demand, agreement, standing, today) for demand in standing.way.demands if demand.party == party.id
            ),
            tuple(done_of(step, to) for step in taken.get(party.id, ())),
        )
        for party in ordered
    )


def other_ways(standing: Standing, agreement: Agreement) -> tuple[OtherWay, ...]:
    """Those that are not nearest."""
    return tuple(
        OtherWay(way.reason.says, way.clause, bool(way.reason.assumptions), way_sentences(way, agreement))
        for way in standing.ways
        if way is not standing.way
    )


def way_sentences(way: Way, agreement: Agreement) -> tuple[str, ...]:
    return tuple(f"{_subject(demand, agreement)} {_chain(demand.steps)}." for demand in way.demands)


def is_ours(reason: Reason) -> bool:
    return OURS in reason.assumptions


def done_of(step: Step, to: Addresses) -> Done:
    """What is written about a step: never the name of the one who recorded it, only those on the paper."""
    about = [
        step.names,
        step.where,
        gettext("intygar att det ryms inom mandatet") if step.within_limits else "",
        gettext("beslut %(reference)s") % {"reference": step.reference} if step.reference else "",
    ]
    document = step.document
    return Done(
        kind=step.kind,
        did=str(STEPS[step.kind].did),
        on=step.on,
        who=step.function,
        about=tuple(each for each in about if each),
        says=step.says,
        document=f"{to.documents}{step.document_id}/" if document else "",
        document_title=document.title if document else "",
        meeting=f"{to.meetings}{step.meeting_id}/" if step.meeting_id else "",
        digest=document.content_id if document else "",
        seals=tuple(seals_words(document.content.seals)) if document else (),
    )


def _need(demand: Demand, agreement: Agreement, standing: Standing, today: date) -> Need:
    done = meets(demand, standing.taken)
    return Need(
        what=f"{_subject(demand, agreement)} {_chain(demand.steps)}",
        clause=demand.clause,
        why=demand.reason.says,
        assumed=bool(demand.reason.assumptions),
        ours=is_ours(demand.reason),
        by=demand.by,
        late=done is None and demand.by is not None and demand.by < today,
        limits=demand.limits,
        instead=_chain(demand.instead) if demand.instead else "",
        done_on=done,
    )


def _subject(demand: Demand, agreement: Agreement) -> str:
    name = agreement.party_name(demand.party)
    return f"{demand.function}, {name}," if demand.function and demand.function != name else name


def _chain(kinds: Sequence[str]) -> str:
    return gettext(" och ").join(str(STEPS[kind].does) for kind in kinds)
