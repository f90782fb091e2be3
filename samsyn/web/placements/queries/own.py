"""The participant's own page, opened with the secret in its address and with nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job, within
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Role
from samsyn.web.placements.models import Consent, OwnPage, Participant, Placement, Referral


@dataclass(frozen=True, slots=True)
class Own:
    """What the page begins with. `viewer` stands for the organisation that made it, and for no person: the page shows
    what that organisation knows of the participant, and ask further with `visible_to(viewer)`."""

    viewer: Viewer
    page: OwnPage
    participant: Participant
    consents: list[Consent]
    referrals: list[Referral]
    placements: list[Placement]

    @property
    def placed_at(self) -> frozenset[UUID]:
        """The organisations where the participant has, or had, a place."""
        return frozenset(each.organisation_id for each in self.placements if each.fell_through_on is None)

    def current(self, today: date) -> Placement | None:
        """The one that goes on, the latest first; else the one that comes; else the one that was last."""
        every = [each for each in self.placements if each.fell_through_on is None]
        going = [each for each in every if each.ended_on is None]
        begun = [each for each in going if each.first_day <= today]
        return next(iter(begun[-1:] or going[:1] or every[-1:]), None)


def hash_of(secret: str) -> str:
    """What is kept of a secret. It is random and long, so a plain SHA-256 cannot be turned back."""
    return hashlib.sha256(secret.encode()).hexdigest()


@contextmanager
def own_page(secret: str, today: date) -> Iterator[Own]:
    """Everything about the participant is fetched inside. Http404 for an address that is wrong or revoked."""
    page = _page_of(secret)
    viewer = Viewer(
        organisation_id=page.organisation_id,
        roles=frozenset({Role.CASE_OFFICER}),
        partnerships=frozenset({page.partnership_id}),
        day=today,
        job=Job.OWN_PAGE,
    )
    # No policy but that of the addresses knows the job: from here on the organisation's own walls hold.
    with within(viewer.scope()):
        yield _own(page, viewer)


def _page_of(secret: str) -> OwnPage:
    with acting_as_job(Job.OWN_PAGE):
        found = OwnPage.objects.open().filter(secret_sha256=hash_of(secret)).first()
    if found is None:
        raise Http404
    return found


def _own(page: OwnPage, viewer: Viewer) -> Own:
    mine = {"participant_id": page.participant_id}
    return Own(
        viewer,
        page,
        Participant.objects.visible_to(viewer).select_related("partnership").get(pk=page.participant_id),
        list(Consent.objects.visible_to(viewer).filter(**mine).select_related("recipient")),
        list(Referral.objects.visible_to(viewer).filter(**mine)),
        list(Placement.objects.visible_to(viewer).filter(**mine).select_related("partnership")),
    )
