"""From a change with everything its clause demands to a version of the agreement, in the same transaction."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from samsyn.rules.mandates import meets
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import add_version
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.agreements.turns import hold_terms
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.standing import Standing, standing_of
from samsyn.web.changes.trial import tried
from samsyn.web.history import acts
from samsyn.web.history.actions import record

acts.register({"change.in_force": _("gjorde ändringen till en del av överenskommelsen")})


def take_effect_if_complete(change: Change, *, by: Viewer, now: datetime, today: date) -> bool:
    """The only way into the agreement. `change` is locked and pending; called inside the transaction of the last step.

    1. one at a time in a partnership, so that the form is asked of the newest version; 2. is anything missing; 3. the
    file on top of that version, or ValidationError where another change has come between; 4. a new version, and what
    follows from it; 5. history.
    """
    hold_terms(change.partnership_id)
    standing = standing_of(change, today)
    if standing.done_on is None:
        return False
    dossier = dossier_of(change.partnership)
    parties = tuple(sorted({standing.asked.by, *(demand.party for demand in standing.way.demands)}))
    with override("sv"):
        form = _form(change, standing)
    after = tried(change, dossier, on=standing.done_on, by=parties, form=form)
    with also_as_job(Job.CHANGE):
        version = add_version(change.partnership, after.files, by=by, now=now, today=today)
    assert version is not None, "a file that was not there makes another digest"
    change.done_on, change.version = standing.done_on, version
    change.save(update_fields=["done_on", "version"])
    record(
        "change.in_force", by=by, now=now, subject=change, partnership=change.partnership_id, clause=change.clause,
        refers_to={"version": version.number, "done_on": standing.done_on}, shared=True,
    )  # fmt: skip
    return True


def _form(change: Change, standing: Standing) -> str:
    """How it was done, for the file: the same whatever order the steps were recorded in."""
    names = dict(change.partnership.parties.values_list("key", "organisation__name"))
    labels = {kind.value: str(kind.label) for kind in Step.Kind}
    said = []
    for demand in sorted(standing.way.demands, key=lambda demand: demand.party):
        day = meets(demand, standing.taken)
        own = {step.kind for step in standing.taken if step.party == demand.party and step.on <= (day or step.on)}
        done = [labels[kind] for kind in (*demand.steps, *demand.instead) if kind in own]
        said.append(f"{names.get(demand.party, demand.party)} {' och '.join(done)} {day}")
    return "; ".join(said)
