"""One obligation as both sides read it: the same words and the same order whoever looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from django.utils.translation import gettext

from samsyn.rules.obligations import MIDDLE, places_at_table
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.agreements.presenters.done import state_of
from samsyn.web.agreements.presenters.sides import convenor_of, is_latest, kind_title, together
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.presenters.words import without_day
from samsyn.web.obligations.queries import NOTHING_TO_SHOW

Side = Literal["public", "civil", "joint"]


@dataclass(frozen=True, slots=True)
class Row:
    """`by` and `to` are names as the agreement gives them; `note` says what the date does not.

    `calls` is who calls a meeting that is held together. `latest`: the day is the last one for it.

    `state` is a tag's text, with its kind: done, waived or disputed. `done`: nothing is left of it to do. `to_show`:
    somebody is to show that it was done.

    `code` is the kind in code, `kind` its title. `language` is that of the agreement, in which `says` and
    `amount_note` are written whatever the reader has chosen.
    """

    id: UUID
    url: str
    says: str
    code: str
    kind: str
    side: Side
    by: str
    to: str
    due: date | None
    note: str
    clause: str
    clause_url: str
    assumed: bool
    amount_ore: int | None
    amount_note: str
    by_keys: tuple[str, ...]
    joint: bool
    language: str
    calls: str
    latest: bool
    state: str
    state_kind: str
    done: bool
    to_show: bool

    @property
    def who(self) -> str:
        """«OV Helsingborg HK till Socialnämnden», «tillsammans, Socialnämnden kallar».

        What is owed to nobody named is owed to the partnership; what is owed to oneself needs no «till».
        """
        if self.calls:
            return gettext("tillsammans, %(who)s kallar") % {"who": self.calls}
        if not self.to or self.to == self.by:
            return self.by
        return gettext("%(by)s till %(to)s") % {"by": self.by, "to": self.to}

    @property
    def short_who(self) -> str:
        """Where there is room for one name."""
        return gettext("Tillsammans") if self.calls else self.by


def row_of(obligation: Obligation, dossier: Dossier, to: Addresses) -> Row:
    agreement = dossier.agreement
    state, state_kind = state_of(obligation)
    return Row(
        id=obligation.id,
        url=obligation_address(to, obligation.id),
        says=obligation.says,
        code=obligation.kind,
        kind=kind_title(obligation.kind),
        side=side_of(obligation, agreement),
        by=_by(obligation, agreement),
        to=_to(obligation, agreement),
        due=obligation.due,
        note=_note(obligation),
        clause=obligation.clause,
        clause_url=to.clause(obligation.clause),
        assumed=bool(obligation.assumptions),
        amount_ore=obligation.amount_ore,
        amount_note=obligation.amount_note,
        by_keys=tuple(obligation.by_keys),
        joint=obligation.joint,
        language=agreement.agreement.language,
        calls=convenor_of(agreement, obligation),
        latest=is_latest(obligation.kind),
        state=state,
        state_kind=state_kind or "plain",
        done=bool(obligation.met_on or obligation.waived_on),
        to_show=obligation.kind not in NOTHING_TO_SHOW,
    )


def obligation_address(to: Addresses, obligation: UUID) -> str:
    return f"{to.obligations}{obligation}/"


def names(keys: Iterable[str], agreement: Agreement) -> str:
    """Nothing for no keys."""
    found = [agreement.party_name(key) for key in keys]
    return together(found) if found else ""


def _by(obligation: Obligation, agreement: Agreement) -> str:
    if set(obligation.by_keys) != set(agreement.party):
        return names(obligation.by_keys, agreement)
    return gettext("Parterna tillsammans") if obligation.joint else gettext("Varje part för sig")


def _to(obligation: Obligation, agreement: Agreement) -> str:
    if set(obligation.to_keys) == set(agreement.party):
        return gettext("alla parter")
    return names(obligation.to_keys, agreement)


def side_of(obligation: Obligation, agreement: Agreement) -> Side:
    """The side that owes it; joint where both sides do, a body in which they sit, or whoever is called to a meeting."""
    if places_at_table(agreement, obligation.kind, obligation.by_keys, obligation.joint) == (MIDDLE,):
        return "joint"
    sides = {_side_of_key(key, agreement) for key in obligation.by_keys}
    return "joint" if len(sides) != 1 else sides.pop()


def _side_of_key(key: str, agreement: Agreement) -> Side:
    if key in agreement.participant:
        key = agreement.participant[key].belongs_to or key
    return agreement.party[key].kind if key in agreement.party else "joint"


def _note(obligation: Obligation) -> str:
    if obligation.due is None:
        return without_day(obligation.occurrence)
    return "" if obligation.due_stated else gettext("dagen står inte i texten")
