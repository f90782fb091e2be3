"""One placement: its path, self-assessments, attendance, extension, closing, and what may be shared."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.placements.models import Attendance, Closing, Consent, Extension, Placement, SelfAssessment
from samsyn.web.placements.permissions import may_host
from samsyn.web.placements.presenters.assessments import pairs_of, rated
from samsyn.web.placements.presenters.extension import extension_of
from samsyn.web.placements.presenters.one import attendance_of, closings_of, sharing_of
from samsyn.web.placements.presenters.participants import consent_rows
from samsyn.web.placements.presenters.path import next_wave_of
from samsyn.web.placements.queries.following import followed
from samsyn.web.placements.views.board import path_in, who_in
from samsyn.web.placements.views.scene import Scene, placement_or_404, working_scene
from samsyn.web.ui.components.words import Place


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, placement: UUID) -> HttpResponse:
    scene = working_scene(request, slug)
    found = placement_or_404(scene, placement)
    notes = followed([found], scene.viewer)
    who = who_in(scene, found, notes)
    path = path_in(scene, found, notes[found.pk])
    context = scene.inside(Place(gettext("Platserna"), f"{scene.home}places/")) | {
        "placement": found,
        "who": who,
        "at": scene.placement_at(found.pk),
        "runs": found.ended_on is None and found.fell_through_on is None,
        "begun": found.first_day <= scene.today,
        "is_host": may_host(scene.viewer, found),
        "host": scene.name(found.organisation_id),
        "sender": scene.name(found.sender_id),
        "path": path,
        "next": next((each for each in path if not each.is_done), None),
        "waves": rated(notes[found.pk].assessments),
        "pairs": pairs_of(notes[found.pk].assessments),
        "next_waves": {each.value: next_wave_of(notes[found.pk].assessments, each) for each in SelfAssessment.Rater},
        "attendance": attendance_of(_counts(scene, found)),
        "lately": _lately(scene, found),
        "clause": scene.ground.pool.clause,
    }
    return render(request, "placements/one.html", context | _agreed(scene, found))


def _agreed(scene: Scene, placement: Placement) -> dict[str, Any]:
    """What the parties and the participant have said about it."""
    viewer = scene.viewer
    extensions = Extension.objects.visible_to(viewer).filter(placement=placement).prefetch_related("approvals")
    closings = Closing.objects.visible_to(viewer).filter(placement=placement)
    consents = Consent.objects.visible_to(viewer).filter(
        participant_id=placement.participant_id, recipient_id=placement.organisation_id
    )
    covering = list(consents.in_force(viewer))
    said = closings_of(closings, viewer.organisation_id, scene.name)
    both = (placement.organisation_id, placement.sender_id)
    proposed = [extension_of(each, both, viewer.organisation_id, scene.name) for each in extensions]
    return {
        "extensions": proposed,
        "extension_waits": any(each.open for each in proposed),
        "may_extend": scene.ground.pool.extension == "joint_decision",
        "closings": said,
        "said_already": any(each.mine for each in said),
        "consents": consent_rows(consents.order_by("-given_on"), scene.name, scene.today),
        "sharing": sharing_of(covering, placement, scene.name),
        "is_sender": placement.sender_id == viewer.organisation_id,
    }


def _counts(scene: Scene, placement: Placement) -> dict[str, int]:
    rows = Attendance.objects.visible_to(scene.viewer).filter(placement=placement)
    return dict(rows.order_by().values_list("state").annotate(days=Count("id")))


def _lately(scene: Scene, placement: Placement) -> list[Attendance]:
    rows = Attendance.objects.visible_to(scene.viewer).filter(placement=placement)
    return list(rows.order_by("-day")[:10])
