"""Cards that visitors may carry. To carry one is voluntary; to show one counts no visit."""

from __future__ import annotations

import logging
import secrets
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of, take_turns
from samsyn.web.tallies.cards import KEY_BYTES, fingerprint, read_card
from samsyn.web.tallies.models import CardSeen, CardYear
from samsyn.web.tallies.permissions import check_may_answer_for
from samsyn.web.tallies.queries.ground import own_pad
from samsyn.web.tallies.queries.tablet import Tablet

log = logging.getLogger(__name__)
_RETENTION = "retention"

acts.register({"tally.begin_cards": gettext_lazy("började räkna olika kort för ett år")})


@transaction.atomic
def begin_cards(partnership: Partnership, pad: str, *, by: Viewer, now: datetime, today: date) -> CardYear:
    """Cards may be shown at the pad for the rest of the year. Begun already: what is there."""
    check_may_answer_for(by, partnership.pk)
    own_pad(by, partnership, pad, today)
    take_turns(f"tallies-cards {by.organisation_id} {partnership.pk} {pad}")
    whose = {"partnership": partnership, "organisation_id": by.organisation_id, "pad": pad, "year": today.year}
    there = CardYear.objects.visible_to(by).filter(**whose).first()
    if there is not None:
        return there
    key = secrets.token_bytes(KEY_BYTES)
    with refusals_of(CardYear):
        made = CardYear.objects.create(**whose, key=key, begun_at=now, begun_by_id=by.person_id)
    about = {"pad": pad, "year": today.year}
    record("tally.begin_cards", by=by, now=now, subject=made, partnership=partnership, refers_to=about)
    return made


@transaction.atomic
def show_card(tablet: Tablet, typed: str, *, today: date) -> None:
    """That some card was shown this month. Whether it was seen before nobody is told. No history: nobody acts.

    ValidationError for what is no card, and where cards are not used this year.
    """
    device = tablet.device
    whose = {"partnership_id": device.partnership_id, "organisation_id": device.organisation_id, "pad": device.pad}
    year = CardYear.objects.visible_to(tablet.viewer).filter(**whose, year=today.year).first()
    if year is None or year.key is None:
        raise ValidationError(_("Här används inga kort i år. Räkna besöket som vanligt."))
    card = read_card(typed)
    if card is None:
        raise ValidationError({"card": _("Koden stämmer inte. Läs av kortet igen, tecken för tecken.")})
    seen = CardSeen(**whose, year=today.year, month=today.month, fingerprint=fingerprint(bytes(year.key), card))
    CardSeen.objects.bulk_create([seen], ignore_conflicts=True)


def throw_away_keys(today: date) -> int:
    """Of the years that are over; gives how many. May run twice: the second time there is none."""
    if _RETENTION not in settings.DATABASES:
        log.error("The keys of cards are not thrown away. Set DATABASE_RETENTION_URL to the role samsyn_retention.")
        return 0
    over = CardYear.objects.using(_RETENTION).filter(year__lt=today.year, key__isnull=False)
    return over.update(key=None)
