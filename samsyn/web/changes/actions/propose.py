"""Putting a draft before the other parties: from then on it is frozen and every party sees it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.changes.actions.letters import tell_the_others
from samsyn.web.changes.actions.take_step import record_step
from samsyn.web.changes.content import frozen_sum
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.permissions import check_may_decide, check_may_redraft
from samsyn.web.changes.standing import Standing, possible_standing_of
from samsyn.web.changes.trial import check_fits
from samsyn.web.history import acts
from samsyn.web.history.actions import record

acts.register({"change.propose": _("lade fram ett förslag till ändring")})


@transaction.atomic
def propose(
    change: Change, *, within_limits: bool = False, function: str = "", by: Viewer, now: datetime, today: date
) -> Change:
    """Freeze the draft and show it to all. May be asked for twice.

    What a party does alone (notice, a call for talks, an extension that is only told) is done by this: the step is
    taken at once. Raises ValidationError where the agreement opens no way, with the clause.

    1. still a draft of ours; 2. fits the agreement of today; 3. frozen with its sum; 4. history; 5. the step that is
    ours alone; 6. letters.
    """
    locked = Change.objects.select_for_update().get(pk=change.pk)
    if locked.is_pending and locked.organisation_id == by.organisation_id:
        return locked
    check_may_redraft(by, locked)
    check_may_decide(by, locked)
    check_fits(locked, today=today)
    standing = possible_standing_of(locked, today)
    locked.proposed_at, locked.sha256 = now, frozen_sum(locked)
    locked.save(update_fields=["proposed_at", "sha256"])
    record(
        "change.propose", by=by, now=now, subject=locked, partnership=locked.partnership_id, clause=locked.clause,
        refers_to={"kind": locked.kind, "sum": locked.sha256}, shared=True,
    )  # fmt: skip
    if _is_ours_alone(standing):
        told = {"function": function, "within_limits": within_limits, "on": today}
        record_step(locked, Step.Kind.NOTIFIED, told, by=by, now=now, today=today)
        locked.refresh_from_db()
    tell_the_others(locked, by=by, now=now, today=today)
    return locked


def _is_ours_alone(standing: Standing) -> bool:
    demands = standing.way.demands
    return len(demands) == 1 and demands[0].steps == (Step.Kind.NOTIFIED,) and demands[0].party == standing.asked.by
