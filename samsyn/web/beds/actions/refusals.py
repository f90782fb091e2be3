"""Someone went without a place: how many and why, without a word about who."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.models import Refusal, Sex
from samsyn.web.beds.permissions import check_may_coordinate
from samsyn.web.beds.scene import scene_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns
from samsyn.web.project.ids import new_timeless_id

acts.register({"refusal.note": gettext_lazy("skrev att någon blev utan plats")})


@transaction.atomic
def refuse(
    partnership: Partnership,
    pool: str,
    night: date,
    sex: str,
    reason: str,
    *,
    key: UUID | None = None,
    by: Viewer,
    now: datetime,
) -> Refusal:
    """No guest and no instant in the row; the act says only that one was noted.

    `key` is the id that the page was shown with: sent twice it counts one.
    """
    scene = scene_of(partnership, night)
    check_may_coordinate(by, partnership, scene.body.id)
    if pool not in scene.agreement.pool or reason not in Refusal.Reason.values or sex not in Sex.values:
        raise ValidationError(_("Välj varför det inte blev någon plats."))
    if key and (there := _there(partnership, key, by)):
        return there
    refusal = Refusal.objects.create(
        pk=key or new_timeless_id(),
        partnership=partnership,
        kept_by=scene.body.id,
        pool=pool,
        night=night,
        sex=sex,
        reason=reason,
    )
    record("refusal.note", by=by, now=now, partnership=partnership, refers_to={"night": night})
    return refusal


def _there(partnership: Partnership, key: UUID, by: Viewer) -> Refusal | None:
    take_turns(f"beds_refusal/{key}")
    return Refusal.objects.visible_to(by).filter(partnership=partnership, pk=key).first()
