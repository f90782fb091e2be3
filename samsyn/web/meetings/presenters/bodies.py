"""The bodies of a partnership: the next meeting, by when one must be held, and who calls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.rules.meetings import Calling, may_call
from samsyn.rules.terms import Agreement
from samsyn.web.access.viewer import Viewer
from samsyn.web.meetings.models import Meeting
from samsyn.web.meetings.presenters.rows import Row, row_of
from samsyn.web.obligations.models import Obligation


@dataclass(frozen=True, slots=True)
class BodyRow:
    """`by` is the last day for the next meeting that is still owed, with the reason for it; none where no day can be
    shown. `calling` says whether the viewer's party may call, and why not."""

    id: str
    name: str
    clause: str
    says: str
    next: Row | None
    by: date | None
    because: str
    calling: Calling
    call_url: str


def bodies_with(
    terms: Agreement, party: str, coming: Iterable[Meeting], owed: Mapping[str, Obligation], viewer: Viewer, home: str
) -> list[BodyRow]:
    """`coming` soonest first; `owed` is body → the next meeting that it owes. `home` is where the list lies."""
    soonest: dict[str, Meeting] = {}
    for each in coming:
        soonest.setdefault(each.body, each)
    return [
        BodyRow(
            id=body.id,
            name=body.name,
            clause=body.clause,
            says=body.says,
            next=row_of(soonest[body.id], viewer) if body.id in soonest else None,
            by=owed[body.id].due if body.id in owed else None,
            because=owed[body.id].reason.get("says", "") if body.id in owed else "",
            calling=may_call(terms, body, party),
            call_url=f"{home}call/{body.id}/",
        )
        for body in terms.body.values()
        if body.applies
    ]
