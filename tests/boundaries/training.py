"""One of everything about training places, so that each of its addresses can be asked for.

The municipality refers a participant to the association. To have something that only a host does, it has also received
one from the association, and that one has a place.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements.models import (
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

POOL, STEP = "traningsplatser", "forsta-samtalet"
TRAINING = f"""
[pool.{POOL}]
clause = "träning"
says = "Föreningen har två arbetsträningsplatser."
kind = "training"
places = 2
by = ["{{civil}}"]
months = 4
extension = "joint_decision"

[step.{STEP}]
clause = "träning"
says = "Ett samtal i början."
pool = "{POOL}"
kind = "introduction"
at = ["start"]
days = 14
"""
TRAINING_ANSWERED = f"""
## träning · Arbetsträning
Två platser, ett samtal i början.

Terms: `{POOL}`, `{STEP}`
"""


@dataclass
class Training:
    """`participant`, `consent` and `referral` are what the municipality sends; `received` is what it has got."""

    participant: Participant
    consent: Consent
    referral: Referral
    received: Referral
    placement: Placement
    done: StepDone
    extension: Extension


def training(partnership: Partnership, cast: Cast, now: datetime) -> Training:
    """Written as rows, under a job: the acts are tested where they are."""
    ours, theirs = cast.municipality, cast.association
    consent, referral = _sent(partnership, ours, theirs, cast, now)
    _, received = _sent(partnership, theirs, ours, cast, now)
    placement = _placed(partnership, received, now)
    done = StepDone.objects.create(
        **_of(partnership, ours), placement=placement, step=STEP, kind="introduction", occurrence=1, done_on=TODAY,
        noted_at=now, shared=True,
    )  # fmt: skip
    return Training(
        referral.participant, consent, referral, _waits(partnership, theirs, ours, cast, now), placement, done,
        _extension(partnership, ours, placement, now),
    )  # fmt: skip


def _of(partnership: Partnership, organisation: Organisation) -> dict[str, Any]:
    return {"partnership": partnership, "organisation": organisation}


def _sent(
    partnership: Partnership, sender: Organisation, host: Organisation, cast: Cast, now: datetime
) -> tuple[Consent, Referral]:
    own = _of(partnership, sender)
    participant = Participant.objects.create(
        **own, known_as="Sara", case_officer=cast.person(sender, Role.CASE_OFFICER), made_at=now
    )
    consent = Consent.objects.create(
        **own,
        participant=participant,
        recipient=host,
        scope=list(Consent.Scope.values),
        given_on=TODAY,
        recorded_at=now,
    )
    participant.open_to = host
    participant.save()
    OwnPage.objects.create(**own, participant=participant, secret_sha256=participant.pk.hex, made_at=now)
    referral = Referral.objects.create(
        **own, host=host, participant=participant, pool=POOL, state=Referral.State.SENT, assessed_on=TODAY,
        assessed_by=participant.case_officer, written_at=now, sent_at=now,
    )  # fmt: skip
    return consent, referral


def _waits(partnership: Partnership, sender: Organisation, host: Organisation, cast: Cast, now: datetime) -> Referral:
    """Accepted, so that every answer is still to be given."""
    _, referral = _sent(partnership, sender, host, cast, now)
    referral.state, referral.answered_at = Referral.State.ACCEPTED, now
    referral.save()
    return referral


def _placed(partnership: Partnership, referral: Referral, now: datetime) -> Placement:
    referral.state = Referral.State.STARTED
    referral.save()
    sides = {"partnership": partnership, "organisation": referral.host, "sender": referral.organisation}
    last = TODAY + timedelta(days=60)
    placement = Placement.objects.create(
        **sides, participant=referral.participant, referral=referral, pool=POOL, known_as="Sara", sex="woman",
        first_day=TODAY, longest_last=last, planned_last=last, made_at=now,
    )  # fmt: skip
    place = TrainingPlace.objects.create(**_of(partnership, referral.host), pool=POOL, number=1, since=TODAY)
    Occupancy.objects.create(
        **sides, place=place, placement=placement, participant=referral.participant, first=TODAY,
        until=last + timedelta(days=1),
    )  # fmt: skip
    Attendance.objects.create(
        **_of(partnership, referral.host), placement=placement, day=TODAY, state="present", noted_at=now, shared=True
    )
    for whose in (referral.host, referral.organisation):
        noted = {**_of(partnership, whose), "placement": placement, "shared": True}
        SelfAssessment.objects.create(**noted, wave=1, rater="participant", statement_1=3, done_on=TODAY, noted_at=now)
        Closing.objects.create(**noted, outcome="unknown", said_on=TODAY, said_at=now)
    return placement


def _extension(partnership: Partnership, proposer: Organisation, placement: Placement, now: datetime) -> Extension:
    own = _of(partnership, proposer)
    found = Extension.objects.create(
        **own, placement=placement, last=TODAY + timedelta(days=90), consulted_on=TODAY, proposed_at=now
    )
    ExtensionApproval.objects.create(**own, extension=found, on=TODAY, approved_at=now)
    return found
