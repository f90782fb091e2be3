"""Asking for a place, giving it, and taking back what was given by mistake.

Locks, always in this order: the guest's row, then one site. Giving is four questions to the database however many
sites there are: the newest terms, the guest with everything that is in the way, the place, the history.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules import places as rules
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.actions.known import (
    Known,
    Question,
    answer_to,
    as_read_today,
    as_text,
    full,
    known,
    must_ask_age,
    refusal,
    rooms,
)
from samsyn.web.beds.codes import new_code
from samsyn.web.beds.models import Card, Entitlement, Guest, Override, Place, Segment, Site
from samsyn.web.beds.permissions import check_may_coordinate
from samsyn.web.beds.scene import Scene, scene_of
from samsyn.web.history import acts
from samsyn.web.history.actions import Told, record_all
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id, new_timeless_id

acts.register({"place.give": gettext_lazy("gav en gäst en nattplats")})


@dataclass(frozen=True, slots=True)
class Given:
    """What was given and where. The rows are as they were written."""

    place: Place
    segment: Segment
    entitlement: Entitlement
    site: Site
    answer: rules.Answer


def ask(
    partnership: Partnership,
    guest: Guest | UUID,
    *,
    pool: str,
    site: Site | UUID | None = None,
    night: date,
    kind: str = rules.Kind.ORDINARY,
    intake: str = "",
    override: Override | None = None,
    by: Viewer,
    now: datetime,
    scene: Scene | None = None,
) -> rules.Answer:
    """May the guest have a place, and is there one? Nothing is held: by the time it is given it can be gone."""
    scene = scene or scene_of(partnership, night, by.day)
    check_may_coordinate(by, partnership, scene.body.id)
    asked = Question(pool, night, rules.Kind(kind), _id(site), intake)
    found = known(scene, _id(guest), night, held=False)
    answer = answer_to(scene, asked, found, now, despite_bars=override is not None)
    if answer.given is None or _open_to(found, rooms(scene, asked, answer.given.nights), answer.given, override):
        return answer
    return _nowhere(scene, asked, found, answer, now)


def age_is_unclear(guest: Guest, night: date) -> bool:
    """The year of birth is the one in which the guest turns 18: the desk asks before it gives a place."""
    return guest.born is not None and rules.is_minor(guest.born, night) is None


@transaction.atomic
def give(
    partnership: Partnership,
    guest: Guest | UUID,
    *,
    pool: str,
    site: Site | UUID | None = None,
    place: Place | None = None,
    night: date,
    kind: str = rules.Kind.ORDINARY,
    intake: str = "",
    override: Override | None = None,
    is_adult: bool = False,
    with_card: bool = False,
    by: Viewer,
    now: datetime,
    scene: Scene | None = None,
) -> Given:
    """A place from `night`. Without `site` the one with most free places that night, then by name.

    1. may this person give; 2. the guest is held and the rules are asked; 3. is the guest of age (`is_adult`: someone
    has asked); 4. a place is taken under its site's lock; 5. history. ValidationError says why not, by which clause
    and from when; its code is the hindrance («full», «quarantine», …, «age»). `override` sets a bar aside.
    `with_card`: a guest who has no card gets one in the same call (`cards.new_card` is the act by itself).
    """
    scene = scene or scene_of(partnership, night, by.day)
    check_may_coordinate(by, partnership, scene.body.id)
    if night < rules.tonight(now):
        raise ValidationError(_("Den natten är redan slut. Ge en plats från i natt."), code="past")
    asked = Question(pool, night, rules.Kind(kind), _id(site), intake)
    found = known(scene, _id(guest), night, held=True)
    answer = answer_to(scene, asked, found, now, despite_bars=override is not None)
    if answer.given is None:
        raise refusal(answer)
    if must_ask_age(found, night) and not is_adult:
        raise ValidationError(
            _("Fråga om gästen har fyllt 18 år. Under 18: ge ingen plats, ring socialjouren."), code="age"
        )
    entitlement = _entitlement(scene, asked, found, answer.given, by, now)
    houses = [asked.site] if asked.site else rooms(scene, asked, answer.given.nights)
    if not asked.site:
        houses = _open_to(found, houses, answer.given, override)
    segment = Segment(entitlement=entitlement, sex=found.sex, override=override, pool=pool, kept_by=scene.body.id)
    card = {"id": str(new_timeless_id()), "code": new_code(), "made_on": rules.given_for(now)} if with_card else None
    taken = _taken(scene, entitlement, segment, answer.given, houses, place, found, card)
    if taken is None:
        raise refusal(_nowhere(scene, asked, found, answer, now))
    made = _made(entitlement, segment, taken, answer)
    if isinstance(guest, Guest) and guest.pk == found.pk:
        made.segment.guest = made.entitlement.guest = guest
    about = {"guest": found.pk, "site": made.site.pk, "place": made.place.pk, "night": night, "pool": pool}
    told = [Told("place.give", entitlement, answer.given.reason.clause, about)]
    if taken["card"]:
        told.append(Told("card.make", Card(id=taken["card"]), refers_to={"guest": found.pk}))
    record_all(*told, by=by, now=now, partnership=partnership)
    return made


def _entitlement(
    scene: Scene, asked: Question, found: Known, given: rules.Given, by: Viewer, now: datetime
) -> Entitlement:
    return Entitlement(
        id=new_id(),
        partnership=scene.partnership,
        organisation_id=by.organisation_id,
        kept_by=scene.body.id,
        guest_id=found.pk,
        pool=asked.pool,
        kind=asked.kind.value,
        nights=PgRange(given.nights.start, given.nights.end),
        quarantine_nights=given.quarantine_nights,
        scheme=given.scheme,
        clause=given.reason.clause,
        intake=asked.intake,
        given_by_id=by.person_id,
        given_at=now,
    )


def _taken(
    scene: Scene,
    entitlement: Entitlement,
    segment: Segment,
    given: rules.Given,
    houses: list[Any],
    place: Place | None,
    found: Known,
    card: dict[str, Any] | None,
) -> dict[str, Any] | None:
    """Which place was taken and where, and the card that was made; None where all places are taken."""
    if not houses:
        return None
    wanted = {
        **{field.attname: getattr(entitlement, field.attname) for field in Entitlement._meta.concrete_fields},
        "nights": as_text(given.nights),
        "sex": segment.sex,
        "segment_id": segment.pk,
        "override_id": segment.override_id,
        "place_id": place.pk if place else None,
        "card": card,
        "blocks": [
            {"scheme": each.scheme, "nights": as_text(each.nights)}
            for each in rules.blocks(given, standing=as_read_today(scene, found.blocks))
        ],
    }
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT beds_give_at(%s::jsonb, %s::uuid[])", [json.dumps(wanted, default=str), houses])
            (answer,) = cursor.fetchone()
    except IntegrityError as trouble:
        raise ValidationError(_in_the_way(trouble), code="not_possible") from trouble
    told: dict[str, Any] | None = json.loads(answer) if isinstance(answer, str) else answer
    return told


def _in_the_way(trouble: IntegrityError) -> str:
    """What the database refused though the rules said yes: someone was quicker, or a bar came in between."""
    told = getattr(trouble.__cause__, "diag", None)
    if told and told.sqlstate == "23P01":
        return _("Gästen har just fått en plats eller en karens. Ladda om sidan för att se vad som gäller nu.")
    return _("Platsen kan inte ges längre. Ladda om sidan för att se vad som gäller nu.")


def _made(entitlement: Entitlement, segment: Segment, taken: dict[str, Any], answer: rules.Answer) -> Given:
    site = Site.from_db("default", *_columns(Site, taken["site"]))
    place = Place.from_db("default", *_columns(Place, taken["place"]))
    segment.partnership_id, segment.guest_id = entitlement.partnership_id, entitlement.guest_id
    segment.nights, segment.organisation_id = entitlement.nights, site.organisation_id
    segment.site, segment.place = site, place
    for row in (entitlement, segment):
        row._state.adding, row._state.db = False, "default"
    return Given(place, segment, entitlement, site, answer)


def _id(thing: Any) -> Any:
    """Of a row, or the id itself."""
    return thing.pk if isinstance(thing, Model) else thing


def _columns(model: type[Site] | type[Place], told: Any) -> tuple[list[str], list[Any]]:
    fields = model._meta.concrete_fields
    return [each.attname for each in fields], [each.to_python(told[each.attname]) for each in fields]


def _open_to(found: Known, houses: list[Any], given: rules.Given, override: Override | None) -> list[Any]:
    """Without the sites that the guest is barred from on one of the nights."""
    if override is not None:
        return houses
    closed = {each.site for each in found.bars if each.nights.overlap(given.nights)}
    return [each for each in houses if str(each) not in closed]


def _nowhere(scene: Scene, asked: Question, found: Known, answer: rules.Answer, now: datetime) -> rules.Answer:
    """Full, or barred from the only sites with a free place."""
    assert answer.given is not None
    left = [] if asked.site else rooms(scene, asked, answer.given.nights)
    if left:
        barred = Question(asked.pool, asked.night, asked.kind, left[0], asked.intake)
        told = answer_to(scene, barred, found, now)
        return told if told.hindrance else full(scene, asked, answer.given)
    return full(scene, asked, answer.given)
