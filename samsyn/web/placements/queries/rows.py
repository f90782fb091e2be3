"""The rows as one viewer may see them: the one who refers, the one who receives, and nobody else.

Who may read about individuals is asked here; which organisation sees a row is asked here and in PostgreSQL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Q

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.placements.models import (  # noqa: F401
        Attendance,
        Closing,
        Consent,
        Extension,
        ExtensionApproval,
        Occupancy,
        OwnPage,
        Participant,
        Placement,
        Referral,
        SelfAssessment,
        StepDone,
        TrainingPlace,
    )

_M = TypeVar("_M", bound=models.Model)


class TrainingPlaceQuerySet(models.QuerySet["TrainingPlace"]):
    def visible_to(self, viewer: Viewer) -> Self:
        return self.filter(partnership_id__in=viewer.partnerships)


class _OfIndividuals(models.QuerySet[_M]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_INDIVIDUALS):
            return self.none()
        return self.filter(self._seen_by(viewer), partnership_id__in=viewer.partnerships)

    def _seen_by(self, viewer: Viewer) -> Q:
        return Q(organisation_id=viewer.organisation_id)


def open_to(viewer: Viewer, prefix: str = "") -> Q:
    """The participant is opened to the viewer's organisation on the viewer's day."""
    still = Q(**{f"{prefix}open_until": None})
    if viewer.day is not None:
        still |= Q(**{f"{prefix}open_until__gt": viewer.day})
    return Q(**{f"{prefix}open_to_id": viewer.organisation_id}) & still


class ParticipantQuerySet(_OfIndividuals["Participant"]):
    def _seen_by(self, viewer: Viewer) -> Q:
        return super()._seen_by(viewer) | open_to(viewer)


class ConsentQuerySet(_OfIndividuals["Consent"]):
    def _seen_by(self, viewer: Viewer) -> Q:
        """The recipient sees it with the participant, and afterwards, when withdrawn, with the placement it had."""
        from samsyn.web.placements.models import Participant, Placement

        # Not by a join: a participant that is closed would take the consent that it withdrew with it.
        received = Placement.objects.filter(organisation_id=viewer.organisation_id).values("participant_id")
        opened = Participant.objects.filter(open_to(viewer)).values("pk")
        known = Q(participant_id__in=opened) | Q(participant_id__in=received)
        return super()._seen_by(viewer) | (Q(recipient_id=viewer.organisation_id) & known)

    def in_force(self, viewer: Viewer) -> Self:
        return self.filter(Q(until=None) | Q(until__gt=viewer.day), withdrawn_at=None, given_on__lte=viewer.day)


class OwnPageQuerySet(_OfIndividuals["OwnPage"]):
    def open(self) -> Self:
        return self.filter(revoked_at=None)


class ReferralQuerySet(_OfIndividuals["Referral"]):
    def _seen_by(self, viewer: Viewer) -> Q:
        sent = Q(host_id=viewer.organisation_id, sent_at__isnull=False)
        return super()._seen_by(viewer) | (sent & open_to(viewer, "participant__"))

    def open(self) -> Self:
        return self.filter(state__in=self.model.OPEN)


class _OfHostAndSender(_OfIndividuals[_M]):
    def _seen_by(self, viewer: Viewer) -> Q:
        return super()._seen_by(viewer) | Q(sender_id=viewer.organisation_id)


class PlacementQuerySet(_OfHostAndSender["Placement"]):
    def holding(self) -> Self:
        """Begun or to begin, and not ended."""
        return self.filter(ended_on=None, fell_through_on=None)


class OccupancyQuerySet(_OfHostAndSender["Occupancy"]):
    pass


def _of_either(viewer: Viewer, placement: str) -> Q:
    mine = viewer.organisation_id
    return Q(**{f"{placement}__organisation_id": mine}) | Q(**{f"{placement}__sender_id": mine})


class ExtensionQuerySet(_OfIndividuals["Extension"]):
    def _seen_by(self, viewer: Viewer) -> Q:
        return _of_either(viewer, "placement")

    def open(self) -> Self:
        return self.filter(in_force_on=None, dropped_on=None)


class ExtensionApprovalQuerySet(_OfIndividuals["ExtensionApproval"]):
    def _seen_by(self, viewer: Viewer) -> Q:
        return _of_either(viewer, "extension__placement")


class _OfAPlacement(_OfIndividuals[_M]):
    """One's own, and what the other wrote while the consent covered it."""

    def _seen_by(self, viewer: Viewer) -> Q:
        return super()._seen_by(viewer) | (Q(shared=True) & _of_either(viewer, "placement"))


class StepDoneQuerySet(_OfAPlacement["StepDone"]):
    def standing(self) -> Self:
        return self.filter(taken_back_at=None)


class AttendanceQuerySet(_OfAPlacement["Attendance"]):
    pass


class SelfAssessmentQuerySet(_OfAPlacement["SelfAssessment"]):
    pass


class ClosingQuerySet(_OfAPlacement["Closing"]):
    pass
