"""A cold night or a special event: a person decides on extra places, with the reason, for one night."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules import places as rules
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.actions.known import said
from samsyn.web.beds.actions.places import Kind, places_called, stand
from samsyn.web.beds.models import ExtraNight, Place, Site, Standing
from samsyn.web.beds.permissions import check_may_coordinate
from samsyn.web.beds.scene import Scene, scene_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns

MOST = 200
"""So many extra places at one site are surely a slip of the pen beyond."""

acts.register(
    {
        "extra_night.decide": gettext_lazy("beslutade om en extra natt"),
        "extra_night.add_places": gettext_lazy("lade till extra platser för en natt"),
    }
)


@transaction.atomic
def decide_extra_night(
    partnership: Partnership,
    pool: str,
    night: date,
    trigger: str,
    reason: str,
    forecast: str = "",
    source: str = "",
    *,
    site: Site,
    number: int = 0,
    labels: Sequence[str] = (),
    by: Viewer,
    now: datetime,
) -> ExtraNight:
    """So many extra places at a site, or those with the labels, that night only. Decided again for the same night and
    trigger: the decision there is, and the site gets what it lacks of the number by it; never fewer than it has."""
    scene = scene_of(partnership, night, by.day)
    check_may_coordinate(by, partnership, scene.body.id)
    if night < rules.tonight(now):
        raise ValidationError({"night": _("Natten är redan slut. Välj i natt eller en senare natt.")})
    clause = _check(scene, pool, night, trigger, reason, forecast, source)
    take_turns(f"beds/{partnership.pk}/{night}")
    decision = ExtraNight.objects.filter(partnership=partnership, pool=pool, night=night, trigger=trigger).first()
    if decision is None:
        decision = ExtraNight.objects.create(
            partnership=partnership,
            organisation_id=by.organisation_id,
            kept_by=scene.body.id,
            pool=pool,
            night=night,
            trigger=trigger,
            reason=reason.strip(),
            forecast=forecast.strip(),
            source=source.strip(),
            clause=clause,
            decided_by_id=by.person_id,
            decided_at=now,
        )
        about = {"pool": pool, "night": night, "trigger": trigger}
        _record("extra_night.decide", decision, about, by, now)
    there = Standing.objects.filter(extra_night=decision, site=site).count()
    if not there or number > there:
        add_extra_places(decision, site, number=number - there, labels=labels, by=by, now=now)
    elif number < there and not labels:
        says = _("%(site)s har redan %(n)s extra platser den natten. Ta platser ur bruk om de inte kan användas.")
        raise ValidationError({"number": says % {"site": site.name, "n": there}})
    return decision


@transaction.atomic
def add_extra_places(
    decision: ExtraNight, site: Site, *, number: int = 0, labels: Sequence[str] = (), by: Viewer, now: datetime
) -> list[Standing]:
    """More places that night by the same decision, at the same site or another."""
    check_may_coordinate(by, decision.partnership_id, decision.kept_by)
    if site.partnership_id != decision.partnership_id:
        raise ValidationError({"site": _("Välj ett av partnerskapets nattställen.")})
    nights = PgRange(decision.night, decision.night + timedelta(days=1))
    with also_as_job(Job.PLACES):
        wanted = list(labels) or _labels(site, number, nights)
        made = stand(places_called(site, wanted), decision.pool, Kind.EXTRA, nights, decision)
    about = {"site": site.pk, "count": len(made), "night": decision.night}
    _record("extra_night.add_places", decision, about, by, now)
    return made


def _labels(site: Site, number: int, nights: PgRange) -> list[str]:
    """Extra places that the site has used before and that stand for nothing that night, then new ones."""
    if not 0 < number <= MOST:
        raise ValidationError({"number": _("Skriv hur många extra platser det gäller, minst 1.")})
    taken = set(Standing.objects.filter(site=site, nights__overlap=nights).values_list("place__label", flat=True))
    known = Place.objects.filter(site=site, label__startswith="Extra ").count()
    names = (f"Extra {each}" for each in range(1, known + len(taken) + number + 1))
    return [each for each in names if each not in taken][:number]


def _check(scene: Scene, pool: str, night: date, trigger: str, reason: str, forecast: str, source: str) -> str:
    """The clause. ValidationError where the agreement has no such extra places, or something is not said."""
    scene.pool(pool)
    if trigger not in ExtraNight.Trigger.values:
        raise ValidationError({"trigger": _("Välj extra kall natt eller särskild händelse.")})
    answer = rules.may_open_extra(scene.agreement, pool, rules.Kind(trigger), night)
    if not answer.allowed:
        raise ValidationError(said(answer.reason.says, answer.reason.clause), code="no_extra")
    missing: dict[str, str] = {}
    if not reason.strip():
        missing["reason"] = _("Skriv skälet till beslutet.")
    if trigger == ExtraNight.Trigger.COLD_NIGHT:
        missing |= {} if forecast.strip() else {"forecast": _("Skriv prognosen, till exempel «−9 °C, klar natt».")}
        missing |= {} if source.strip() else {"source": _("Skriv var du läste prognosen.")}
    if missing:
        raise ValidationError(missing)
    return answer.reason.clause


def _record(name: str, decision: ExtraNight, about: dict[str, object], by: Viewer, now: datetime) -> None:
    record(
        name,
        by=by,
        now=now,
        subject=decision,
        partnership=decision.partnership_id,
        clause=decision.clause,
        refers_to=about,
        shared=True,
    )
