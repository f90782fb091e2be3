"""How a partnership ends in order: what is left to do until the last day and after it, and tasks to take in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.rules.reading import Dossier
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.meetings.models import ActionPoint
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.presenters.rows import Row, row_of

PROPOSED: Mapping[str, Promise] = {
    "money": _("Slutredovisa pengarna: vad som har betalats, vad som har använts och vad som är kvar."),
    "visitors": _("Berätta för besökare och deltagare när verksamheten slutar och vart de kan vända sig sedan."),
    "data": _("Lämna över eller radera personuppgifter, så som överenskommelsen och lagen säger."),
    "premises": _("Lämna tillbaka nycklar och lokaler."),
    "people": _("Berätta för anställda och volontärer vad som händer med deras uppdrag."),
    "papers": _("Se till att var och en har de papper som ska bevaras."),
    "access": _("Avsluta behörigheter för dem som inte längre behöver dem."),
    "meeting": _("Håll ett sista möte: vad vi lärde oss, och vad som finns kvar att göra."),
}
"""What a partnership usually has to do when it ends. Nothing of it is demanded until a party takes it in."""
_MONEY = ("payment", "invoice", "repayment", "unplanned_payment")


@dataclass(frozen=True)
class Task:
    """Something to do, for everybody to see. `state`: open, done or dropped."""

    id: UUID
    says: str
    who: str
    due: date | None
    state: str
    on: date | None
    note: str
    is_open: bool


@dataclass(frozen=True)
class Left:
    """Open obligations around the last day, each in order of days. What is money and lies ahead stands in `money`."""

    late: tuple[Row, ...]
    until: tuple[Row, ...]
    after: tuple[Row, ...]
    money: tuple[Row, ...]


def left_of(owed: Iterable[Obligation], dossier: Dossier, to: Addresses, last: date, today: date) -> Left:
    """`owed` are open ones with a day."""
    rows = [row_of(each, dossier, to) for each in owed if each.kind != "end_of_period"]
    dated = sorted((row for row in rows if row.due), key=lambda row: (row.due or date.max, row.says))
    ahead = [row for row in dated if row.due and row.due >= today and row.code not in _MONEY]
    return Left(
        late=tuple(row for row in dated if row.due and row.due < today),
        until=tuple(row for row in ahead if row.due and row.due <= last),
        after=tuple(row for row in ahead if row.due and row.due > last),
        money=tuple(row for row in dated if row.code in _MONEY and row.due and row.due >= today),
    )


def tasks_of(tasks: Iterable[ActionPoint]) -> tuple[Task, ...]:
    """Open ones first, by day."""
    found = [_task(each) for each in tasks]
    return tuple(sorted(found, key=lambda task: (not task.is_open, task.due or date.max, task.says)))


def proposals_left(tasks: Iterable[ActionPoint]) -> list[tuple[str, str]]:
    """Those that no party has taken in."""
    taken = {each.says for each in tasks}
    return [(key, str(says)) for key, says in PROPOSED.items() if str(says) not in taken]


def _task(action: ActionPoint) -> Task:
    who = action.organisation.name
    who = f"{action.function}, {who}" if action.function else who
    if action.done_on:
        return Task(action.pk, action.says, who, action.due, "done", action.done_on, action.done_note, False)
    if action.dropped_on:
        return Task(
            action.pk, action.says, who, action.due, "dropped", action.dropped_on, action.dropped_because, False
        )
    return Task(action.pk, action.says, who, action.due, "open", None, "", True)
