"""What an act is about, by the first word of its name: for choosing what to see of a partnership's history."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext


class Kind(StrEnum):
    AGREEMENT = "agreement"
    MEETINGS = "meetings"
    DUTIES = "duties"
    CHANGES = "changes"
    MATTERS = "matters"
    PAPERS = "papers"
    PLACES = "places"
    COUNTS = "counts"
    WORK = "work"
    MONEY = "money"
    FOLLOW = "follow"
    ACCESS = "access"


WORDS: Mapping[str, Kind] = {
    "agreement": Kind.AGREEMENT,
    "assumption": Kind.AGREEMENT,
    "partnership": Kind.AGREEMENT,
    "meeting": Kind.MEETINGS,
    "agenda": Kind.MEETINGS,
    "minutes": Kind.MEETINGS,
    "decision": Kind.MEETINGS,
    "action": Kind.MEETINGS,
    "obligations": Kind.DUTIES,
    "obligation": Kind.DUTIES,
    "evidence": Kind.DUTIES,
    "objection": Kind.DUTIES,
    "reminders": Kind.DUTIES,
    "change": Kind.CHANGES,
    "wind_down": Kind.CHANGES,
    "matter": Kind.MATTERS,
    "document": Kind.PAPERS,
    "guest": Kind.PLACES,
    "card": Kind.PLACES,
    "line": Kind.PLACES,
    "refusal": Kind.PLACES,
    "place": Kind.PLACES,
    "night": Kind.PLACES,
    "bar": Kind.PLACES,
    "outage": Kind.PLACES,
    "extra_night": Kind.PLACES,
    "site": Kind.PLACES,
    "watch": Kind.PLACES,
    "training_place": Kind.PLACES,
    "participant": Kind.PLACES,
    "referral": Kind.PLACES,
    "consent": Kind.PLACES,
    "placement": Kind.PLACES,
    "own_page": Kind.PLACES,
    "tally": Kind.COUNTS,
    "activity": Kind.WORK,
    "contribution": Kind.WORK,
    "incident": Kind.WORK,
    "occasion": Kind.WORK,
    "roster": Kind.WORK,
    "shift": Kind.WORK,
    "survey": Kind.WORK,
    "aid": Kind.MONEY,
    "books": Kind.MONEY,
    "claim": Kind.MONEY,
    "funder": Kind.MONEY,
    "invoice": Kind.MONEY,
    "invoice_details": Kind.MONEY,
    "payment": Kind.MONEY,
    "statement": Kind.MONEY,
    "figure": Kind.FOLLOW,
    "insight": Kind.FOLLOW,
    "publication": Kind.FOLLOW,
    "release": Kind.FOLLOW,
    "report": Kind.FOLLOW,
    "theory": Kind.FOLLOW,
    "contact": Kind.ACCESS,
    "grant": Kind.ACCESS,
    "seat": Kind.ACCESS,
}
"""First word of an act's name → what it is about."""

ELSEWHERE = frozenset({"feed", "index", "organisation", "people", "shift_feed", "signin"})
"""Acts that concern no partnership."""


def words_of(kind: Kind) -> list[str]:
    return [word for word, found in WORDS.items() if found is kind]


def kind_words(kind: Kind) -> str:
    return {
        Kind.AGREEMENT: gettext("Överenskommelsen"),
        Kind.MEETINGS: gettext("Möten"),
        Kind.DUTIES: gettext("Åtaganden"),
        Kind.CHANGES: gettext("Ändringar"),
        Kind.MATTERS: gettext("Ärenden"),
        Kind.PAPERS: gettext("Handlingar"),
        Kind.PLACES: gettext("Platser"),
        Kind.COUNTS: gettext("Räkning"),
        Kind.WORK: gettext("Verksamheten"),
        Kind.MONEY: gettext("Ekonomin"),
        Kind.FOLLOW: gettext("Uppföljning"),
        Kind.ACCESS: gettext("Vilka som är med"),
    }[kind]
