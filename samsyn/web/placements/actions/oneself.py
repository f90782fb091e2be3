"""The participant answers the five statements on the own page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.web.placements.actions.assess import assess
from samsyn.web.placements.models import SelfAssessment
from samsyn.web.placements.queries.own import own_page


@transaction.atomic
def assess_oneself(
    secret: str, wave: int, values: Sequence[int | None], *, now: datetime, today: date
) -> SelfAssessment:
    """Of the placement that goes on, or went on last. There is nobody signed in: the secret says who it is.

    Http404 for an address that is wrong or revoked; ValidationError where there is no placement yet.
    """
    with own_page(secret, today) as own:
        placement = own.current(today)
        if placement is None or placement.first_day > today:
            raise ValidationError(_("Du har ingen arbetsträning än. Frågorna kommer när du har börjat."))
        rater = SelfAssessment.Rater.PARTICIPANT
        return assess(placement, wave, rater, values, done_on=today, by=own.viewer, now=now, today=today)
