"""Support of minor importance: whether it is summed, and for each recipient what it comes to against the ceiling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samsyn.rules.money.state_aid import Ceiling, Standing, ceiling_for, standing_on
from samsyn.rules.terms.resources import StateAid
from samsyn.web.funders.models import Aid
from samsyn.web.funders.queries import supports
from samsyn.web.ui.formats import kronor, quantity


@dataclass(frozen=True, slots=True)
class AidRow:
    row: Aid
    kronor: str
    euro: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """`left`: what may still be granted; where `above`, how much more than the ceiling has been."""

    name: str
    first: date
    last: date
    total: str
    left: str
    above: bool


@dataclass(frozen=True, slots=True)
class StateAidWords:
    """`declared` None: the agreement says nothing. `ceiling` None: not economic, or no ceiling is written for today."""

    declared: StateAid | None
    ceiling: Ceiling | None
    highest: str
    recipients: tuple[Recipient, ...]
    rows: tuple[AidRow, ...]


def state_aid_words(declared: StateAid | None, rows: Sequence[Aid], today: date) -> StateAidWords:
    ceiling = ceiling_for(declared, today) if declared else None
    names = {each.recipient_id: each.recipient.name for each in rows}
    recipients = (
        tuple(_recipient(name, standing_on(today, supports(rows, key), ceiling)) for key, name in names.items())
        if ceiling
        else ()
    )
    listed = tuple(
        AidRow(each, kronor(each.amount_ore), quantity(support.euro, "€"))
        for each in rows
        for support in supports([each], each.recipient_id)
    )
    return StateAidWords(declared, ceiling, quantity(Decimal(ceiling.euro), "€") if ceiling else "", recipients, listed)


def _recipient(name: str, standing: Standing) -> Recipient:
    return Recipient(
        name, standing.window.start, standing.window.last, quantity(standing.total, "€"),
        quantity(abs(standing.left), "€"), standing.left < 0,
    )  # fmt: skip
