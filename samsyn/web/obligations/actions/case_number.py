"""The organisation's own case number of a partnership."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import PartnershipParty

acts.register({"partnership.set_case_number": _("skrev organisationens diarienummer")})


@transaction.atomic
def set_case_number(place: PartnershipParty, case_number: str, *, by: Viewer, now: datetime) -> None:
    """The authority's own case number of a partnership. Empty takes it away; the same again changes nothing.

    1. the place must be the acting organisation's own (ValueError); 2. change; 3. history, without the number itself.
    """
    if place.organisation_id != by.organisation_id:
        raise ValueError(f"{place} is another organisation's place. An organisation writes only its own case number.")
    if place.case_number == case_number:
        return
    place.case_number = case_number
    place.save(update_fields=["case_number"])
    record("partnership.set_case_number", by=by, now=now, subject=place, partnership=place.partnership_id)
