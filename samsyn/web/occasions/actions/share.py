"""An occasion of an activity that several parties hold is opened to them all: when, where and what. Never its heads."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.occasions.actions.plan import about
from samsyn.web.occasions.models import Occasion
from samsyn.web.occasions.permissions import check_may_answer_for
from samsyn.web.occasions.queries.activities import activity_at

acts.register(
    {
        "occasion.share": gettext_lazy("visade ett tillfälle för alla parter"),
        "occasion.unshare": gettext_lazy("slutade visa ett tillfälle för de andra parterna"),
    }
)


@transaction.atomic
def share(occasion: Occasion, *, by: Viewer, now: datetime) -> Occasion:
    """Raises ValidationError where the activity is the party's alone, or must not be seen."""
    found = _locked(occasion, by)
    if found.shared:
        return found
    activity = activity_at(by, found.partnership, dossier_of(found.partnership), found)
    if found.discreet or activity is None or not activity.can_be_shared:
        raise ValidationError(_("Bara det som flera parter håller tillsammans kan visas för dem alla."))
    return _set(found, True, "occasion.share", by, now)


@transaction.atomic
def unshare(occasion: Occasion, *, by: Viewer, now: datetime) -> Occasion:
    found = _locked(occasion, by)
    return _set(found, False, "occasion.unshare", by, now) if found.shared else found


def _locked(occasion: Occasion, by: Viewer) -> Occasion:
    check_may_answer_for(by, occasion.partnership_id)
    return Occasion.objects.visible_to(by).select_for_update().get(pk=occasion.pk)


def _set(found: Occasion, shared: bool, act: str, by: Viewer, now: datetime) -> Occasion:
    found.shared = shared
    found.save(update_fields=["shared"])
    record(act, by=by, now=now, subject=found, partnership=found.partnership, refers_to=about(found))
    return found
