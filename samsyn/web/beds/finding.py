"""Finding a guest at the desk: by the code on the card, or by a name however it is spelled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db.models import F, FloatField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Greatest

from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.codes import Misread, read_code
from samsyn.web.beds.models import Card, Guest, Segment, Sex
from samsyn.web.beds.spelling import spelled
from samsyn.web.partnerships.models import Partnership

MOST = 8
_ALIKE = 0.3
_THE_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """A guest's record that is in use. `likeness` 0 to 1; `until`: the morning on which the last stay ended or ends."""

    guest: Guest
    likeness: float
    until: date | None


def find(viewer: Viewer, partnership: Partnership, text: str) -> list[Found]:
    """At most eight, likeliest first. A code that some card has gives that guest alone."""
    card = card_of(viewer, partnership, text)
    if isinstance(card, Card):
        return [Found(card.guest.merged_into or card.guest, 1.0, None)] if card.revoked_on is None else []
    return [] if isinstance(card, Misread) else _by_name(viewer, partnership, text)


def card_of(viewer: Viewer, partnership: Partnership, text: str) -> Card | Misread | None:
    """The card with the code, also a revoked one; MISREAD where no card can have it; None where there is none."""
    code = read_code(text)
    if code is None or isinstance(code, Misread):
        return code
    cards = Card.objects.visible_to(viewer).filter(partnership=partnership, code=code)
    return cards.select_related("guest__merged_into").first()


def likely_duplicates(viewer: Viewer, guest: Guest) -> list[Found]:
    """Other records that may be of the same person: a like name, and nothing stated that says otherwise."""
    others = Guest.objects.visible_to(viewer).filter(partnership_id=guest.partnership_id, merged_into=None)
    others = others.exclude(pk=guest.pk)
    if guest.sex != Sex.NOT_STATED:
        others = others.filter(sex__in=[guest.sex, Sex.NOT_STATED])
    if guest.born is not None:
        others = others.filter(Q(born=None) | Q(born=guest.born))
    return [_found(each) for each in _alike(others, guest.spelled, _THE_SAME)[:MOST]]


def _by_name(viewer: Viewer, partnership: Partnership, text: str) -> list[Found]:
    wanted = spelled(text)
    if not wanted:
        return []
    mine = Guest.objects.visible_to(viewer).filter(partnership=partnership).select_related("merged_into")
    found: dict[Any, Found] = {}
    for each in _alike(mine, wanted, _ALIKE)[: 2 * MOST]:
        used = each.merged_into or each
        found.setdefault(used.pk, Found(used, each.likeness, each.until))  # type: ignore[attr-defined]
    return list(found.values())[:MOST]


def _alike(guests: QuerySet[Guest], wanted: str, at_least: float) -> QuerySet[Guest]:
    """A whole name that is like weighs most; a part of it, as a first name alone, somewhat less."""
    last = Segment.objects.filter(guest=OuterRef("pk"), nights__isempty=False).order_by("-nights__endswith")
    part = TrigramWordSimilarity(wanted, "spelled") * Value(0.9, output_field=FloatField())
    ranked = guests.annotate(
        likeness=Greatest(TrigramSimilarity("spelled", wanted), part, output_field=FloatField()),
        until=Subquery(last.annotate(end=F("nights__endswith")).values("end")[:1]),
    )
    return ranked.filter(likeness__gte=at_least).order_by("-likeness", "-last_night", "pk")


def _found(guest: Guest) -> Found:
    return Found(guest, guest.likeness, guest.until)  # type: ignore[attr-defined]
