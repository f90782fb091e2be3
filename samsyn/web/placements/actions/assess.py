"""The participant, or the supervisor, answers the five statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.placements.actions._parts import earliest, lock_placement, may_share, remember
from samsyn.web.placements.models import Consent, Placement, SelfAssessment
from samsyn.web.placements.permissions import check_may_follow, check_may_host
from samsyn.web.placements.scale import LEAST, MOST, MOST_WAVES, STATEMENTS, VERSION
from samsyn.web.project.conflicts import refusals_of


@transaction.atomic
def assess(
    placement: Placement,
    wave: int,
    rater: str,
    values: Sequence[int | None],
    *,
    done_on: date,
    by: Viewer,
    now: datetime,
    today: date,
) -> SelfAssessment:
    """Five answers, each 1–5 or None where it was skipped. Wave 1 is the first; there can be any number.

    Answered again in the same wave, by the same, it is corrected. The supervisor is the host's.
    The other sees it if a consent covers it today.
    """
    check_may_follow(by, placement)
    if rater == SelfAssessment.Rater.SUPERVISOR:
        check_may_host(by, placement)
    mine = lock_placement(placement)
    _check(mine, wave, rater, values, done_on, today)
    same = {"placement": mine, "organisation_id": by.organisation_id, "wave": wave, "rater": rater}
    found = SelfAssessment.objects.filter(**same).first()
    if found is not None and (found.values, found.done_on, found.version) == (tuple(values), done_on, VERSION):
        return found
    row = found or SelfAssessment(partnership_id=mine.partnership_id, **same)
    for number, value in enumerate(values, 1):
        setattr(row, f"statement_{number}", value)
    row.done_on, row.noted_at, row.version = done_on, now, VERSION
    row.shared = may_share(mine, Consent.Scope.ASSESSMENT, by)
    with refusals_of(SelfAssessment):
        row.save(force_insert=found is None)
    name = "placement.assess" if found is None else "placement.correct_assessment"
    remember(name, row, by=by, now=now, refers_to={"placement": mine.pk, "wave": wave, "rater": rater})
    return row


def _check(
    placement: Placement, wave: int, rater: str, values: Sequence[int | None], done_on: date, today: date
) -> None:
    if placement.fell_through_on is not None:
        raise ValidationError(_("Placeringen blev inte av. Den har inga självskattningar."))
    if not 1 <= wave <= MOST_WAVES or rater not in SelfAssessment.Rater.values:
        raise ValidationError(_("Välj vem som skattar och vilken gång det är."))
    if len(values) != len(STATEMENTS) or any(each is not None and not LEAST <= each <= MOST for each in values):
        raise ValidationError(_("Svara med ett tal från 1 till 5, eller hoppa över påståendet."))
    if all(each is None for each in values):
        raise ValidationError(_("Svara på minst ett påstående."))
    if not earliest(placement) <= done_on <= today:
        raise ValidationError({"done_on": _("Dagen ligger framåt i tiden eller före det att platsen gavs.")})
