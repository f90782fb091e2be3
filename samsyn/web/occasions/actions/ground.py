"""What every act asks first."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.rules.occasions import NoSuchTime, check_exists
from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.occasions.activity import Activity
from samsyn.web.occasions.models import Occasion
from samsyn.web.occasions.permissions import check_may_hold
from samsyn.web.occasions.queries.activities import activities_of
from samsyn.web.partnerships.models import Partnership


def activity_or_refuse(by: Viewer, partnership: Partnership, dossier: Dossier, key: str, day: date) -> Activity:
    """ValidationError where the party holds no such activity on the day."""
    found = next((each for each in activities_of(by, partnership, dossier, day) if each.key == key), None)
    if found is None:
        raise ValidationError(
            _("Ni har ingen sådan aktivitet den dagen, varken i överenskommelsen eller genom beslut.")
        )
    return found


def locked(occasion: Occasion | UUID, by: Viewer) -> Occasion:
    """As it stands now; nobody else changes it until the transaction ends."""
    key = occasion.pk if isinstance(occasion, Occasion) else occasion
    found = Occasion.objects.visible_to(by).select_for_update().get(pk=key)
    check_may_hold(by, found.partnership_id)
    return found


def check_times(day: date, starts: time, ends: time) -> None:
    if starts == ends:
        raise ValidationError({"ends": _("Tillfället slutar när det börjar. Skriv när det slutar.")})
    try:
        check_exists(day, starts, ends)
    except NoSuchTime as skipped:
        raise ValidationError(
            {
                "starts": _("Klockan %(when)s finns inte: då ställs klockan fram. Skriv en annan tid.")
                % {"when": skipped}
            }
        ) from skipped
