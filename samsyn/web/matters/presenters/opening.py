"""What stands above the form where a matter is opened: the clause, who answers, and what is a reading. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from samsyn.rules.matters import Footing, Form, Kind
from samsyn.rules.terms import Agreement
from samsyn.web.matters.presenters.words import kind_says, kind_words, listed, reading_words, silence_words, then_words
from samsyn.web.obligations.models import Obligation


@dataclass(frozen=True, slots=True)
class Opening:
    """`rests_on` are clauses in our own words; `silence` is said where there is none."""

    title: str
    says: str
    rests_on: tuple[Footing, ...]
    silence: str
    next: str
    readings: tuple[str, ...]
    clause: str
    obligation: Obligation | None


def opening_of(kind: Kind, footings: Sequence[Footing], terms: Agreement, obligation: Obligation | None) -> Opening:
    first = footings[0]
    readings = dict.fromkeys(reading for footing in footings for reading in footing.readings)
    return Opening(
        title=kind_words(kind),
        says=kind_says(kind),
        rests_on=tuple(each for each in footings if each.term),
        silence="" if first.term else silence_words(kind),
        next=_next(first, terms),
        readings=tuple(reading_words(each) for each in readings) if kind is not Kind.OTHER else (),
        clause=first.clause,
        obligation=obligation,
    )


def _next(footing: Footing, terms: Agreement) -> str:
    """What happens when it is opened."""
    if footing.form is Form.APPROVAL:
        who = listed(terms.party_name(each) for each in footing.approvers)
        first = gettext("Först för parterna en dialog.") + " " if footing.dialogue_first else ""
        return first + gettext("Sedan godkänner %(who)s, innan avvikelsen sker.") % {"who": who}
    if footing.form is Form.DISPUTE:
        return gettext("Parterna för en dialog och skriver in den.") + " " + then_words(footing)
    return gettext("Alla parter får ett brev och bekräftar att de har läst.")
