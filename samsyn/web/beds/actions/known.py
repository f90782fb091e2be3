"""What the rules must know of a guest, read in one call, and the answer that follows from it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connection
from django.http import Http404
from django.utils.translation import gettext as _

from samsyn.rules import places as rules
from samsyn.rules.quantities import DateRange
from samsyn.web.beds.scene import Scene

_ROOMS = """
SELECT s.site_id FROM beds_standing s JOIN beds_site h ON h.id = s.site_id
 WHERE s.partnership_id = %(partnership)s AND s.pool = %(pool)s AND s.nights @> %(nights)s::daterange
   AND (%(site)s::uuid IS NULL OR s.site_id = %(site)s::uuid)
   AND (h.closed_on IS NULL OR h.closed_on >= upper(%(nights)s::daterange))
   AND (s.kind = 'extra') = (%(kind)s <> 'ordinary')
   AND (%(kind)s = 'ordinary' OR s.extra_night_id IN (
        SELECT x.id FROM beds_extranight x WHERE x.trigger = %(kind)s AND x.night = lower(%(nights)s::daterange)))
   AND NOT EXISTS (SELECT FROM beds_segment g WHERE g.place_id = s.place_id AND g.nights && %(nights)s::daterange)
   AND NOT EXISTS (SELECT FROM beds_outage o WHERE o.place_id = s.place_id AND o.nights && %(nights)s::daterange)
 GROUP BY s.site_id, h.name ORDER BY count(*) DESC, h.name
"""
_NEXT = """
SELECT min(first) FROM (SELECT lower(%(nights)s::daterange) + n AS first,
                               daterange(lower(%(nights)s::daterange) + n, upper(%(nights)s::daterange) + n) AS nights
                          FROM generate_series(1, %(ahead)s) n) stay
 WHERE EXISTS (
    SELECT FROM beds_standing s JOIN beds_site h ON h.id = s.site_id
     WHERE s.partnership_id = %(partnership)s AND s.pool = %(pool)s AND s.nights @> stay.nights
       AND (%(site)s::uuid IS NULL OR s.site_id = %(site)s::uuid)
       AND (h.closed_on IS NULL OR h.closed_on >= upper(stay.nights)) AND s.kind <> 'extra'
       AND NOT EXISTS (SELECT FROM beds_segment g WHERE g.place_id = s.place_id AND g.nights && stay.nights)
       AND NOT EXISTS (SELECT FROM beds_outage o WHERE o.place_id = s.place_id AND o.nights && stay.nights))
"""
_LOOK_AHEAD = 14
"""So many nights are looked through for the next free place."""


@dataclass(frozen=True, slots=True)
class Known:
    """The record in use of a guest: `pk` is its id, also where an absorbed one was asked for."""

    pk: UUID
    sex: Any
    born: int | None
    blocks: tuple[rules.Block, ...]
    bars: tuple[rules.Barred, ...]
    sleeps: dict[str, str] | None


@dataclass(frozen=True, slots=True)
class Question:
    """Which place is asked for. `intake`: the point where the guest stands, by its id; without it any that is open."""

    pool: str
    night: date
    kind: rules.Kind = rules.Kind.ORDINARY
    site: UUID | None = None
    intake: str = ""


def known(scene: Scene, guest: UUID, night: date, *, held: bool) -> Known:
    """`held`: nobody else decides about the guest until the transaction ends.

    404 for who may not see the guest, and for a guest of another partnership.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT beds_guest_now(%s, %s, %s)", [guest, night, held])
        (answer,) = cursor.fetchone()
    told = json.loads(answer) if isinstance(answer, str) else answer
    if told is None or told["partnership"] != str(scene.partnership.pk):
        raise Http404
    return Known(
        UUID(told["id"]),
        told["sex"],
        told["born"],
        tuple(_block(each) for each in told["blocks"]),
        tuple(rules.Barred(each["site"], _nights(each)) for each in told["bars"]),
        told["sleeps"],
    )


def answer_to(
    scene: Scene, asked: Question, found: Known, now: datetime, *, despite_bars: bool = False
) -> rules.Answer:
    """May the guest have the place? Whether one is free is another question (`rooms`)."""
    scene.pool(asked.pool)
    answer = rules.may_have(
        scene.agreement,
        asked.pool,
        asked.night,
        found.sex,
        asked.kind,
        as_read_today(scene, found.blocks),
        () if despite_bars else found.bars,
        str(asked.site) if asked.site else None,
        rules.open_at(scene.agreement, asked.pool, now, asked.intake or None),
        minor=rules.is_minor(found.born, asked.night) is True,
        life=scene.life,
    )
    return _with_whereabouts(answer, found) if answer.hindrance is rules.Hindrance.HAS_A_PLACE else answer


def as_read_today(scene: Scene, blocks: tuple[rules.Block, ...]) -> tuple[rules.Block, ...]:
    """Whether a quarantine reaches another pool is asked of the reading in force, not of the one it began under."""
    return tuple(replace(each, scheme=rules.renamed(scene.agreement, each.pool, each.scheme)) for each in blocks)


def rooms(scene: Scene, asked: Question, nights: DateRange) -> list[UUID]:
    """Sites with a free place all the nights: most free places first, then by name. A guess."""
    with connection.cursor() as cursor:
        cursor.execute(_ROOMS, _wanted(scene, asked, nights))
        return [row[0] for row in cursor.fetchall()]


def full(scene: Scene, asked: Question, given: rules.Given) -> rules.Answer:
    """No, and the next night from which there is a place, if one is near."""
    again = None
    if asked.kind is rules.Kind.ORDINARY:
        with connection.cursor() as cursor:
            cursor.execute(_NEXT, _wanted(scene, asked, given.nights) | {"ahead": _LOOK_AHEAD})
            (again,) = cursor.fetchone()
    return rules.full(scene.agreement, asked.pool, asked.night, again)


def _wanted(scene: Scene, asked: Question, nights: DateRange) -> dict[str, Any]:
    return {
        "partnership": scene.partnership.pk,
        "pool": asked.pool,
        "kind": asked.kind.value,
        "nights": as_text(nights),
        "site": asked.site,
    }


def must_ask_age(found: Known, night: date) -> bool:
    """Only the year is known, and it is the one in which the guest turns 18."""
    return found.born is not None and rules.is_minor(found.born, night) is None


def refusal(answer: rules.Answer) -> ValidationError:
    """Why not, by which clause; the code is the hindrance."""
    return ValidationError(said(answer.reason.says, answer.reason.clause), code=str(answer.hindrance or ""))


def said(says: str, clause: str) -> str:
    return _("%(why)s (punkt %(clause)s)") % {"why": says, "clause": clause} if clause else says


def as_text(nights: DateRange) -> str:
    """As PostgreSQL reads a daterange."""
    return f"[{nights.start},{nights.end})"


def _with_whereabouts(answer: rules.Answer, found: Known) -> rules.Answer:
    if found.sleeps is None:
        return answer
    where = _("%(says)s Gästen har plats %(place)s på %(site)s.") % {"says": answer.reason.says, **found.sleeps}
    return replace(answer, reason=replace(answer.reason, says=where))


def _block(told: dict[str, str]) -> rules.Block:
    how = rules.How(told["ended"]) if told["ended"] in set(rules.How) else None
    until = date.fromisoformat(told["stay_until"])
    return rules.Block(told["scheme"], _nights(told), until, told["id"], told["pool"], how)


def _nights(told: dict[str, str]) -> DateRange:
    return DateRange(date.fromisoformat(told["start"]), date.fromisoformat(told["end"]))
