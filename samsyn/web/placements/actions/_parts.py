"""What the acts have in common: lock, remember without a word about anyone, and tell those whom it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.http import Http404
from django.utils.translation import override

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.history.actions import record
from samsyn.web.organisations.roles import Permission
from samsyn.web.placements.models import Participant, Placement, Referral
from samsyn.web.placements.queries.consents import is_covered
from samsyn.web.placements.queries.ground import Ground, ground_of
from samsyn.web.project.conflicts import take_turns

_M = TypeVar("_M", bound=models.Model)


def one_at_a_time(partnership_id: UUID, pool: str) -> None:
    """Whoever else gives, moves or prolongs a place of the pool is done first."""
    take_turns(f"placements/{partnership_id}/{pool}")


def ground_for(row: Referral | Placement, on: date, today: date) -> Ground:
    return ground_of(row.partnership, row.pool, on, today)


def ground_at_start(placement: Placement, today: date) -> Ground:
    """By the terms that held when it began, as known today: a later change does not move a placement."""
    return ground_of(placement.partnership, placement.pool, placement.first_day, today)


def lock_referral(referral: Referral) -> Referral:
    """Whoever else does something with it is done first. Http404 where it has just been closed to the viewer.

    Always in the same order, so that nobody waits for the one who waits: participant, pool, row.
    """
    turns_about(referral.participant_id)
    found = Referral.objects.select_for_update(of=("self",)).select_related("partnership").filter(pk=referral.pk)
    return _or_404(found.first())


def lock_placement(placement: Placement, *, pool: bool = False) -> Placement:
    """As a referral. `pool`: what is done gives, moves, prolongs or frees a place, and that is one at a time."""
    turns_about(placement.participant_id)
    if pool:
        one_at_a_time(placement.partnership_id, placement.pool)
    found = Placement.objects.select_for_update(of=("self",)).select_related("partnership").filter(pk=placement.pk)
    return _or_404(found.first())


def _or_404(found: _M | None) -> _M:
    if found is None:
        raise Http404
    return found


def earliest(placement: Placement) -> date:
    """Nothing was done in a placement before it was made, or, where it is written in afterwards, had begun."""
    return min(placement.first_day, placement.made_at.date())


def may_share(placement: Placement, scope: str, by: Viewer) -> bool:
    """Whether what is about to be written is for the other to read. A withdrawal in the same instant comes first."""
    turns_about(placement.participant_id)
    return is_covered(placement, scope, by)


def turns_about(participant_id: UUID) -> None:
    """Consents are recorded and withdrawn, and things shared, one at a time for each participant."""
    take_turns(f"placements/participant/{participant_id}")


def remember(
    name: str,
    row: models.Model,
    *,
    by: Viewer,
    now: datetime,
    clause: str = "",
    refers_to: Mapping[str, object] | None = None,
) -> None:
    """Only in the own organisation's history: who is placed where is not for all parties to read."""
    partnership_id: UUID = row.partnership_id  # type: ignore[attr-defined]
    record(name, by=by, now=now, subject=row, partnership=partnership_id, clause=clause, refers_to=refers_to)


def tell(
    row: Referral | Placement,
    about: str,
    says: str,
    *,
    to: Iterable[UUID],
    by: Viewer,
    now: datetime,
    today: date,
) -> None:
    """A letter that names nobody, to the case officer where there is one, else to all who work with individuals."""
    from samsyn.web.reminders.actions import tell as write_letters
    from samsyn.web.reminders.queries import receivers_in

    receivers = receivers_in(to, Permission.READ_INDIVIDUALS, today)
    officer, owner = _officer(row.participant_id)
    if any((each.person_id, each.organisation_id) == (officer, owner) for each in receivers):
        receivers = [each for each in receivers if each.organisation_id != owner or each.person_id == officer]
    sort = "referrals" if isinstance(row, Referral) else "placements"
    write_letters(
        receivers,
        kind="news",
        about=f"{about}/{row.pk}/{now:%Y%m%d%H%M%S%f}",
        partnership=row.partnership_id,
        says=says,
        path=f"partnerships/{row.partnership.slug}/placements/{'referrals/' if sort == 'referrals' else ''}{row.pk}/",
        by=by,
        now=now,
    )


def in_swedish() -> override:
    """Letters are written in the language of the parties, whoever caused them."""
    return override(settings.LANGUAGE_CODE)


def close_to_host(participant_id: UUID, host_id: UUID) -> None:
    """The host no longer sees the participant: there is nothing between them any more.

    Also when the host itself ended it, which may not otherwise write in the sender's row.
    """
    with also_as_job(Job.PLACES):
        if _still_between(participant_id, host_id):
            return
        Participant.objects.filter(pk=participant_id, open_to_id=host_id).update(open_to=None, open_until=None)


def _still_between(participant_id: UUID, host_id: UUID) -> bool:
    going = Placement.objects.filter(participant_id=participant_id, organisation_id=host_id).holding()
    asked = Referral.objects.filter(participant_id=participant_id, host_id=host_id, sent_at__isnull=False).open()
    return going.exists() or asked.exists()


def _officer(participant_id: UUID) -> tuple[UUID | None, UUID | None]:
    with also_as_job(Job.POST):
        found = Participant.objects.filter(pk=participant_id).values_list("case_officer_id", "organisation_id").first()
    return found or (None, None)
