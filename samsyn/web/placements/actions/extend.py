"""A placement becomes longer when both organisations say so, after consulting the participant."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.placements.actions._giving import check_free_until, hold_longer, times_of
from samsyn.web.placements.actions._parts import (
    earliest,
    ground_at_start,
    ground_for,
    in_swedish,
    lock_placement,
    may_share,
    remember,
    tell,
)
from samsyn.web.placements.actions.refer import without_consent
from samsyn.web.placements.models import Consent, Extension, ExtensionApproval, Placement
from samsyn.web.placements.permissions import check_may_follow
from samsyn.web.placements.queries.ground import Ground
from samsyn.web.project.conflicts import refusals_of


@transaction.atomic
def propose_extension(
    placement: Placement, last: date, *, consulted_on: date, by: Viewer, now: datetime, today: date
) -> Extension:
    """Through the day `last`; it is also the proposer's own yes. The other is asked.

    Has the other proposed the same day it is the yes to that.

    `consulted_on`: the day on which the participant was consulted. Raises ValidationError where the pool has no joint
    extension, the day is within what needs none, beyond the agreement, or the place is promised to someone else.
    """
    mine, ground = _ready(placement, by, today)
    if already := Extension.objects.filter(placement=mine).open().first():
        if already.last != last:
            raise ValidationError(_another_waits(already, ground, by))
        return already if _has_approved(already, by) else approve_extension(already, by=by, now=now, today=today)
    _check(mine, ground, last, consulted_on, today)
    times = times_of(mine)
    if times:
        check_free_until(mine, times[-1], last)
    extension = Extension(
        partnership_id=mine.partnership_id,
        organisation_id=by.organisation_id,
        placement=mine,
        last=last,
        consulted_on=consulted_on,
        proposed_at=now,
    )
    with refusals_of(Extension):
        extension.save(force_insert=True)
    _approve(extension, by, now, today)
    refers_to = {"placement": mine.pk, "last": last, "consulted_on": consulted_on}
    remember("placement.propose_extension", extension, by=by, now=now, clause=ground.pool.clause, refers_to=refers_to)
    with in_swedish():
        says = _("%(who)s föreslår att en placering förlängs till och med %(day)s. Svara om ni också vill det.") % {
            "who": ground.name_of(by.organisation_id),
            "day": last,
        }
    tell(mine, "extension", says, to=[_other(mine, by)], by=by, now=now, today=today)
    return extension


@transaction.atomic
def approve_extension(extension: Extension, *, by: Viewer, now: datetime, today: date) -> Extension:
    """The other's yes. With both it takes effect at once: the planned last day moves and the place is held longer.

    Raises ValidationError where the place has been promised meanwhile; then nothing is approved.
    """
    mine, ground = _ready(extension.placement, by, today)
    asked = Extension.objects.select_for_update(of=("self",)).get(pk=extension.pk)
    if asked.in_force_on is not None or _has_approved(asked, by):
        return asked
    if asked.dropped_on is not None:
        raise ValidationError(_("Förslaget gäller inte längre. Föreslå en ny förlängning."))
    _approve(asked, by, now, today)
    refers_to = {"placement": mine.pk, "last": asked.last}
    remember("placement.approve_extension", asked, by=by, now=now, clause=ground.pool.clause, refers_to=refers_to)
    if asked.approvals.count() == len((mine.organisation_id, mine.sender_id)):
        _take_effect(asked, mine, today)
        with in_swedish():
            says = _("En placering är förlängd till och med %(day)s. Båda parter har sagt ja.") % {"day": asked.last}
        both = [mine.organisation_id, mine.sender_id]
        tell(mine, "extended", says, to=both, by=by, now=now, today=today)
    return asked


@transaction.atomic
def drop_extension(extension: Extension, *, by: Viewer, now: datetime, today: date) -> Extension:
    """The other says no, or the proposer takes it back. Raises ValidationError once it is in force."""
    check_may_follow(by, extension.placement)
    placement = lock_placement(extension.placement)
    asked = Extension.objects.select_for_update(of=("self",)).get(pk=extension.pk)
    if asked.dropped_on is not None:
        return asked
    if asked.in_force_on is not None:
        raise ValidationError(_("Förlängningen gäller redan. Avsluta placeringen den dag den ska sluta."))
    asked.dropped_on = today
    asked.save(update_fields=["dropped_on"])
    remember("placement.drop_extension", asked, by=by, now=now, refers_to={"placement": placement.pk})
    with in_swedish():
        says = _("Ett förslag att förlänga en placering gäller inte längre. Den sista dagen är som förut.")
    tell(placement, "extension-dropped", says, to=[_other(placement, by)], by=by, now=now, today=today)
    return asked


def _another_waits(waiting: Extension, ground: Ground, by: Viewer) -> str:
    if _has_approved(waiting, by):
        says = _("Ni har redan föreslagit %(day)s. Ta tillbaka det förslaget först, om det ska bli en annan dag.")
    else:
        says = _("%(who)s har redan föreslagit %(day)s. Säg ja eller nej till det först.")
    return says % {"day": waiting.last, "who": ground.name_of(waiting.organisation_id)}


def _ready(placement: Placement, by: Viewer, today: date) -> tuple[Placement, Ground]:
    check_may_follow(by, placement)
    mine = lock_placement(placement, pool=True)
    if mine.ended_on is not None or mine.fell_through_on is not None:
        raise ValidationError(_("Placeringen är avslutad. Den kan inte förlängas."))
    ground = ground_for(mine, min(mine.planned_last, max(today, mine.first_day)), today)
    if not may_share(mine, Consent.Scope.PATH, by):
        raise ValidationError(without_consent(ground))
    return mine, ground


def _check(placement: Placement, ground: Ground, last: date, consulted_on: date, today: date) -> None:
    clause = ground.pool.clause
    if ground.pool.extension != "joint_decision":
        says = _("Överenskommelsen låter inte parterna förlänga en placering (%(clause)s).")
        raise ValidationError(says % {"clause": clause})
    if consulted_on > today:
        raise ValidationError({"consulted_on": _("Fråga deltagaren först, och skriv dagen då ni gjorde det.")})
    if consulted_on < earliest(placement):
        raise ValidationError({"consulted_on": _("Dagen ligger före det att platsen gavs. Kontrollera dagen.")})
    if last <= placement.planned_last:
        says = _("Placeringen är redan till och med %(day)s. Välj en senare dag.")
        raise ValidationError({"last": says % {"day": placement.planned_last}})
    longest = ground_at_start(placement, today).longest_last(placement.first_day)
    if longest is None or last <= longest:
        says = _("Den dagen ryms utan förlängning (%(clause)s). Ändra den sista dagen i stället.")
        raise ValidationError({"last": says % {"clause": clause}})
    if last > ground.life.last:
        says = _("Överenskommelsen gäller till och med %(day)s (%(clause)s). Välj den dagen eller en tidigare.")
        values = {"day": ground.life.last, "clause": ground.terms.period.clause}
        raise ValidationError({"last": says % values})


def _approve(extension: Extension, by: Viewer, now: datetime, today: date) -> None:
    approval = ExtensionApproval(
        partnership_id=extension.partnership_id,
        organisation_id=by.organisation_id,
        extension=extension,
        person_id=by.person_id if by.is_known else None,
        on=today,
        approved_at=now,
    )
    with refusals_of(ExtensionApproval):
        approval.save(force_insert=True)


def _has_approved(extension: Extension, by: Viewer) -> bool:
    return extension.approvals.filter(organisation_id=by.organisation_id).exists()


def _take_effect(extension: Extension, placement: Placement, today: date) -> None:
    """In the order in which the database lets it: decided, then longer, then held longer."""
    extension.in_force_on = today
    extension.save(update_fields=["in_force_on"])
    placement.planned_last = extension.last
    placement.save(update_fields=["planned_last"])
    hold_longer(placement, extension.last)


def _other(placement: Placement, by: Viewer) -> UUID:
    return placement.sender_id if placement.organisation_id == by.organisation_id else placement.organisation_id
