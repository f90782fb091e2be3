"""The dated duties of one agreement as a calendar, with everything written out: for those who hold the file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from samsyn.exchange.calendar.document import AllDay, calendar_document, uid_of
from samsyn.rules.obligations import Obligation
from samsyn.rules.reading import Dossier


def calendar_ics(dossier: Dossier, obligations: Iterable[Obligation]) -> bytes:
    """Every duty that has a last day, on that day. Duties on request, when needed or always have none."""
    changed = datetime.combine(_last_change(dossier), time(), UTC)
    events = [_event(dossier, each, each.due, changed) for each in obligations if each.due is not None]
    return calendar_document(events, name=dossier.agreement.agreement.name)


def _event(dossier: Dossier, each: Obligation, due: date, changed: datetime) -> AllDay:
    who = ", ".join(dossier.agreement.party_name(key) for key in each.by)
    amount = [str(each.amount)] if each.amount else [each.amount_note] if each.amount_note else []
    said = [each.says, *amount, f"Punkt {each.reason.clause}", each.reason.says]
    return AllDay(
        uid=uid_of(dossier.id, *each.key),
        day=due,
        title=f"{who}: {each.says}",
        changed=changed,
        description="\n".join(said),
        revision=len(dossier.changes),
    )


def _last_change(dossier: Dossier) -> date:
    """When the terms last changed, as far as the files say."""
    dated = dossier.agreement.source.dated or dossier.agreement.period.first
    return max([dated, *(file.change.on for file in dossier.changes)])
