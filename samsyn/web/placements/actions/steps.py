"""A step of the path is taken, late or in time, or taken back."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.rules.places import DueStep
from samsyn.web.access.viewer import Viewer
from samsyn.web.placements.actions._parts import earliest, ground_at_start, lock_placement, may_share, remember
from samsyn.web.placements.models import Consent, Placement, StepDone
from samsyn.web.placements.permissions import check_may_follow
from samsyn.web.project.conflicts import refusals_of


@transaction.atomic
def do_step(
    placement: Placement,
    step: str,
    occurrence: int,
    *,
    done_on: date,
    function: str = "",
    by: Viewer,
    now: datetime,
    today: date,
) -> StepDone:
    """The step was taken on a day; late is no hindrance. `function` where each has a talk of its own.

    The other sees it if a consent covers the path today. The same again is the same.
    """
    check_may_follow(by, placement)
    mine = lock_placement(placement)
    due = _due(mine, step, occurrence, today)
    _check(mine, due, function, done_on, today)
    if already := _taken(mine, due, function, by):
        return already
    done = StepDone(
        partnership_id=mine.partnership_id,
        organisation_id=by.organisation_id,
        placement=mine,
        step=step,
        kind=due.kind,
        occurrence=occurrence,
        function=function,
        done_on=done_on,
        noted_at=now,
        shared=may_share(mine, Consent.Scope.PATH, by),
    )
    with refusals_of(StepDone):
        done.save(force_insert=True)
    refers_to = {"placement": mine.pk, "step": step, "occurrence": occurrence, "on": done_on}
    remember("placement.do_step", done, by=by, now=now, clause=due.reason.clause, refers_to=refers_to)
    return done


@transaction.atomic
def take_back_step(done: StepDone, because: str, *, by: Viewer, now: datetime) -> StepDone:
    """It was not so: `because` is one of `StepDone.TakenBack`. The step can then be taken again."""
    check_may_follow(by, done.placement)
    lock_placement(done.placement)
    mine = (
        StepDone.objects.select_for_update(of=("self",)).filter(organisation_id=by.organisation_id, pk=done.pk).first()
    )
    if mine is None:
        raise ValidationError(_("Den andra parten antecknade steget. Be dem ta tillbaka det."))
    if mine.taken_back_at is not None:
        return mine
    if because not in StepDone.TakenBack.values:
        raise ValidationError({"because": _("Välj ett skäl.")})
    mine.taken_back_at, mine.taken_back_because = now, because
    mine.shared = mine.shared and may_share(done.placement, Consent.Scope.PATH, by)
    mine.save(update_fields=["taken_back_at", "taken_back_because", "shared"])
    refers_to = {"placement": mine.placement_id, "step": mine.step, "because": because}
    remember("placement.take_back_step", mine, by=by, now=now, refers_to=refers_to)
    return mine


def _due(placement: Placement, step: str, occurrence: int, today: date) -> DueStep:
    steps = ground_at_start(placement, today).steps(placement.first_day, placement.planned_last)
    found = next((each for each in steps if (each.step_id, each.occurrence) == (step, occurrence)), None)
    if found is None:
        raise ValidationError({"step": _("Överenskommelsen har inget sådant steg för placeringen.")})
    return found


def _check(placement: Placement, due: DueStep, function: str, done_on: date, today: date) -> None:
    if placement.fell_through_on is not None:
        raise ValidationError(_("Placeringen blev inte av. Den har inga steg."))
    if due.kind == "self_assessment":
        raise ValidationError({"step": _("Steget är taget när självskattningen är ifylld.")})
    if done_on > today:
        raise ValidationError({"done_on": _("Dagen ligger framåt i tiden. Anteckna steget när det är gjort.")})
    if done_on < earliest(placement):
        raise ValidationError({"done_on": _("Dagen ligger före det att platsen gavs. Kontrollera dagen.")})
    apart = due.functions if not due.together and len(due.functions) > 1 else ()
    if apart and function not in apart:
        raise ValidationError({"function": _("Välj vem som hade samtalet.")})
    if function and not apart:
        raise ValidationError({"function": _("Steget tas av alla tillsammans.")})


def _taken(placement: Placement, due: DueStep, function: str, by: Viewer) -> StepDone | None:
    rows = StepDone.objects.visible_to(by).standing()
    return rows.filter(placement=placement, step=due.step_id, occurrence=due.occurrence, function=function).first()
