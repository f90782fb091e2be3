"""A card's code is answered with yes or no and a date to anyone at work for a party, and with nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext_lazy

from samsyn.rules import places as rules
from samsyn.rules import quantities
from samsyn.rules.terms import Agreement
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.codes import Misread, read_code
from samsyn.web.beds.models import Block, Card, Guest
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.history.models import Act
from samsyn.web.partnerships.models import Partnership

acts.register({"card.ask": gettext_lazy("frågade om ett kort")})

WRONG_AT_MOST = 20
WITHIN = timedelta(minutes=10)


class Says(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    MISREAD = "misread"
    TOO_MANY = "too_many"
    """So many wrong codes that it looks like guessing."""


@dataclass(frozen=True, slots=True)
class CodeAnswer:
    """`from_when`: the first night on which the answer is yes, where that is known."""

    says: Says
    from_when: date | None = None


@transaction.atomic
def answer_for_code(
    viewer: Viewer, partnership: Partnership, terms: Agreement, typed: str, night: date, *,
    now: datetime, life: quantities.DateRange | None = None,
) -> CodeAnswer:  # fmt: skip
    """May the one who carries the card have a place that night, as far as earlier stays go?

    `life`: the agreement's with its extensions; without it the period that was signed. Free places, opening hours,
    and bars from single sites are not part of the answer. That it was asked is recorded.
    """
    if _wrong_lately(viewer, now) >= WRONG_AT_MOST:
        return CodeAnswer(Says.TOO_MANY)
    code = read_code(typed)
    card = None
    if code is None or isinstance(code, Misread):
        answer = CodeAnswer(Says.MISREAD)
    else:
        with also_as_job(Job.ANSWER):
            card = Card.objects.filter(partnership=partnership, code=code, revoked_on=None).first()
            answer = _answer(terms, card, night, life) if card else CodeAnswer(Says.UNKNOWN)
    record(
        "card.ask", by=viewer, now=now, subject=card, partnership=partnership, refers_to={"answer": answer.says.value}
    )
    return answer


def _answer(terms: Agreement, card: Card, night: date, life: quantities.DateRange | None) -> CodeAnswer:
    merged = Guest.objects.filter(pk=card.guest_id).values_list("merged_into_id", flat=True).first()
    rows = Block.objects.filter(guest_id=merged or card.guest_id, nights__endswith__gt=night)
    blocks = [_ruled(each) for each in rows]
    open_to_all = [key for key, pool in terms.pool.items() if pool.kind == "night" and pool.applies and not pool.sexes]
    answers = [rules.may_have(terms, pool, night, "not_stated", blocks=blocks, life=life) for pool in open_to_all]
    if not answers or any(each.allowed for each in answers):
        return CodeAnswer(Says.YES if answers else Says.NO)
    return CodeAnswer(Says.NO, min((each.from_when for each in answers if each.from_when), default=None))


def _ruled(row: Block) -> rules.Block:
    """Stay and quarantine are one here: the row of the stay is not for this answer to read."""
    nights = quantities.DateRange(row.nights.lower, row.nights.upper)
    return rules.Block(row.scheme, nights, nights.start, str(row.pk))


def _wrong_lately(viewer: Viewer, now: datetime) -> int:
    asked = Act.objects.filter(name="card.ask", organisation_id=viewer.organisation_id, at__gt=now - WITHIN)
    return asked.filter(person_id=viewer.person_id, refers_to__answer__in=[Says.UNKNOWN, Says.MISREAD]).count()
