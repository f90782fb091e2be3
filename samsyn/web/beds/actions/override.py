"""Someone with the mandate sets a quarantine or a bar aside, with a reason. The decision never changes."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules import places as rules
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import own_keys
from samsyn.web.beds.actions.known import known, said
from samsyn.web.beds.models import Block, Guest, Override
from samsyn.web.beds.scene import Scene, scene_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.organisations.roles import Permission

acts.register({"place.override": gettext_lazy("gjorde undantag från karens eller avstängning")})


@transaction.atomic
def override(
    guest: Guest,
    what: str,
    night: date,
    reason: str,
    *,
    pool: str,
    by: Viewer,
    now: datetime,
    scene: Scene | None = None,
) -> Override:
    """`what`: «quarantine» cuts the guest's quarantine at `night`; «bar» is handed to `give` or `move`.

    The same decision on the same night again is the one there is. ValidationError for who has no mandate, with who
    has; for an empty reason; and where there is nothing to set aside.
    """
    scene = scene or scene_of(guest.partnership, night, by.day)
    clause = _check_mandate(scene, pool, by)
    if not reason.strip():
        raise ValidationError({"reason": _("Skriv varför undantaget görs.")})
    if what not in Override.What.values:
        raise ValidationError({"what": _("Välj vad undantaget gäller: karens eller avstängning.")})
    with also_as_job(Job.PLACES):
        found = known(scene, guest.pk, night, held=True)
        there = Override.objects.filter(guest_id=found.pk, what=what, night=night).order_by("pk").first()
        if there is not None and not (what == Override.What.QUARANTINE and _quarantines(found.blocks, night)):
            return there
        quarantines = _quarantines(found.blocks, night) if what == Override.What.QUARANTINE else []
        _check_something(what, quarantines, found.bars, night)
        made = Override.objects.create(
            partnership_id=guest.partnership_id,
            organisation_id=by.organisation_id,
            kept_by=scene.body.id,
            guest_id=found.pk,
            what=what,
            night=night,
            reason=reason.strip(),
            clause=clause,
            decided_by_id=by.person_id,
            decided_at=now,
        )
        for block in quarantines:
            _lift(block, made)
    about = {"guest": found.pk, "what": what, "night": night}
    record(
        "place.override", by=by, now=now, subject=made, partnership=made.partnership_id, clause=clause, refers_to=about
    )
    return made


def _check_mandate(scene: Scene, pool: str, by: Viewer) -> str:
    """The clause that gives it. Who does not work in the partnership at all is refused without an answer."""
    if not by.may(Permission.WORK) or scene.partnership.pk not in by.partnerships:
        raise PermissionDenied("Only someone at work in the partnership makes exceptions.")
    scene.pool(pool)
    key = own_keys(by, [scene.partnership.pk])[scene.partnership.pk].key
    seats = {each.body for each in by.seats if each.partnership_id == scene.partnership.pk}
    answer = rules.may_override(scene.agreement, pool, key, seats)
    if not answer.allowed:
        raise ValidationError(said(answer.reason.says, answer.reason.clause), code="no_mandate")
    return answer.reason.clause


def _quarantines(blocks: tuple[rules.Block, ...], night: date) -> list[rules.Block]:
    """Those that reach the night, without a stay that does."""
    return [each for each in blocks if each.stay_until <= night < each.nights.end]


def _check_something(what: str, quarantines: list[rules.Block], bars: tuple[rules.Barred, ...], night: date) -> None:
    if what == Override.What.QUARANTINE and not quarantines:
        raise ValidationError(_("Gästen har ingen karens den natten. Det finns inget att göra undantag från."))
    if what == Override.What.BAR and not any(night < each.nights.end for each in bars):
        raise ValidationError(_("Gästen är inte avstängd den natten. Det finns inget att göra undantag från."))


def _lift(block: rules.Block, decision: Override) -> None:
    left = rules.lifted(block, decision.night)
    row = Block.objects.get(pk=block.id)
    row.nights = PgRange(left.nights.start, left.nights.end) if left else PgRange(empty=True)
    row.lifted_by = decision
    row.save(update_fields=["nights", "lifted_by"])
