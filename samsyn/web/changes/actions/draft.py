"""Drafting a change: the party's own until it is proposed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.changes.content import from_json, to_json
from samsyn.web.changes.models import Change
from samsyn.web.changes.permissions import check_may_draft, check_may_redraft
from samsyn.web.changes.trial import check_drafted
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns

acts.register(
    {
        "change.draft": _("skrev ett utkast till en ändring"),
        "change.redraft": _("skrev om ett utkast till en ändring"),
        "change.discard": _("kastade ett utkast till en ändring"),
    }
)
Content = dict[str, Any]
Rewrite = Callable[[Content], Content]
_WRITABLE = ("clause", "says", "because", "first", "last", "of", "answer", "obligation", "amount_ore", "decision")
_KEYS = {
    "amendment": "tillagg", "extension": "forlangning", "notice": "uppsagning", "withdrawal": "atertagande",
    "renegotiation": "nya-samtal", "termination": "havning", "condition_met": "villkor", "confirmation": "tolkning",
    "waiver": "avstaende", "repayment": "aterbetalning",
}  # fmt: skip


@transaction.atomic
def draft(
    partnership: Partnership, kind: str, values: dict[str, Any], *, content: dict[str, Any] | None = None,
    instead_of: Change | None = None, by: Viewer, now: datetime, today: date,
) -> Change:  # fmt: skip
    """A draft that only the acting organisation sees.

    `values` are fields of Change (clause, says, because, first, last, of, answer, obligation, amount_ore, decision);
    `content` is {"set": …, "add": …, "remove": […]} in TOML values. Raises ValidationError where it does not fit the
    agreement as it stands.

    1. a number of its own; 2. does it fit; 3. store; 4. history, the party's own.
    """
    check_may_draft(by, partnership)
    number = _next_number(partnership)
    change = Change(
        partnership=partnership,
        number=number,
        key=f"{_KEYS[kind]}-{number}",
        kind=kind,
        organisation_id=by.organisation_id,
        drafted_by_id=by.person_id,
        drafted_at=now,
        content=to_json(content or {}),
        instead_of=instead_of,
        **_known(values),
    )
    check_drafted(change, today=today)
    change.save(force_insert=True)
    record("change.draft", by=by, now=now, subject=change, partnership=partnership, refers_to={"kind": kind})
    return change


@transaction.atomic
def redraft(
    change: Change, values: dict[str, Any], *, rewrite: Rewrite | None = None, by: Viewer, now: datetime, today: date
) -> Change:
    """The draft says something else from now on. Raises ValidationError as `draft` does.

    `rewrite` gives the new content from the one that stands when the draft is locked: two who write different terms
    in the same instant both keep what they wrote.
    """
    locked = Change.objects.select_for_update().get(pk=change.pk)
    check_may_redraft(by, locked)
    for name, value in _known(values).items():
        setattr(locked, name, value)
    if rewrite is not None:
        locked.content = to_json(rewrite(from_json(locked.content)))
    check_drafted(locked, today=today)
    locked.save()
    record("change.redraft", by=by, now=now, subject=locked, partnership=locked.partnership_id)
    return locked


@transaction.atomic
def discard_draft(change: Change, *, by: Viewer, now: datetime) -> None:
    """Thrown away; its number is not used again."""
    locked = Change.objects.select_for_update().get(pk=change.pk)
    check_may_redraft(by, locked)
    record("change.discard", by=by, now=now, partnership=locked.partnership_id, refers_to={"number": locked.number})
    locked.closed_at, locked.closed_how = now, Change.Closed.WITHDRAWN
    locked.save(update_fields=["closed_at", "closed_how"])


def _known(values: dict[str, Any]) -> dict[str, Any]:
    if unknown := values.keys() - set(_WRITABLE):
        raise ValueError(f"{sorted(unknown)} cannot be written in a draft. Use {', '.join(_WRITABLE)}.")
    return values


def _next_number(partnership: Partnership) -> int:
    """Counted over the drafts of all parties, which only the job sees; one at a time in a partnership."""
    take_turns(f"changes/{partnership.pk}")
    with also_as_job(Job.CHANGE):
        return (Change.objects.filter(partnership=partnership).aggregate(n=Max("number"))["n"] or 0) + 1
