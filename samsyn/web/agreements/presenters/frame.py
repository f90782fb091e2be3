"""What every page of a partnership shows around its content: the way here, local places, the small line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.utils.translation import gettext

from samsyn.charts.agreement_line import AgreementLine
from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.addresses import Addresses, addresses
from samsyn.web.agreements.presenters.line import strip_of
from samsyn.web.agreements.presenters.rooms import FOLLOW, MONEY, WORK, Entering, rooms_for
from samsyn.web.agreements.presenters.standing import StandingWords, standing_words
from samsyn.web.partnerships.models import Partnership
from samsyn.web.ui.components.words import Place

Here = Literal[
    "home",
    "agreement",
    "obligations",
    "meetings",
    "changes",
    "matters",
    "placements",
    "beds",
    "tallies",
    "support",
    "occasions",
    "roster",
    "contributions",
    "incidents",
    "surveys",
    "economy",
    "invoices",
    "books",
    "funders",
    "statements",
    "claims",
    "steering",
    "indicators",
    "theory",
    "reports",
    "releases",
    "insight",
    "publication",
    "documents",
    "contacts",
    "history",
]


@dataclass(frozen=True)
class Frame:
    """For `agreements/_partnership.html`. A page inside one of the places gives `trail` of its own."""

    partnership: Partnership
    dossier: Dossier
    today: date
    places: tuple[Place, ...]
    daily: tuple[Place, ...]
    """Where there are several rooms of the group that one is in: shown below the places. At home daily work's."""
    trail: tuple[Place, ...]
    strip: AgreementLine
    standing: StandingWords
    to: Addresses

    def context(self) -> dict[str, Any]:
        """As names in a template: the fields, the agreement, and what the ribbon says (twin, real_terms)."""
        return {
            "partnership": self.partnership,
            "dossier": self.dossier,
            "agreement": self.dossier.agreement,
            "today": self.today,
            "places": self.places,
            "daily": self.daily,
            "trail": self.trail,
            "strip": self.strip,
            "standing": self.standing,
            "to": self.to,
            "twin": self.partnership.is_demo,
            "real_terms": self.partnership.twin_of_id is not None,
        }


def frame(viewer: Viewer, partnership: Partnership, dossier: Dossier, today: date, here: Here, *inside: Place) -> Frame:
    """`inside` are steps of the way between the partnership and the page, outermost first."""
    to = addresses(viewer.organisation_slug, partnership.slug, dossier)
    trail = [Place(gettext("Partnerskap"), f"/as/{viewer.organisation_slug}/partnerships/")]
    if here != "home":
        trail.append(Place(partnership.name, to.home))
    doors: list[tuple[Here, str, str]] = [
        ("home", gettext("Överblick"), to.home),
        ("agreement", gettext("Överenskommelsen"), to.agreement),
        ("obligations", gettext("Åtaganden"), to.obligations),
        ("meetings", gettext("Möten"), to.meetings),
        ("changes", gettext("Ändringar"), to.changes),
        ("matters", gettext("Ärenden"), to.matters),
        ("documents", gettext("Handlingar"), to.documents),
        ("contacts", gettext("Kontakter"), to.contacts),
        ("history", gettext("Historik"), to.history),
    ]
    entering = Entering(viewer, partnership, dossier, today, to)
    work, money, follow = (_rooms(entering, group, here) for group in (WORK, MONEY, FOLLOW))
    daily = next((rooms for rooms in (money, follow) if here in rooms), work)
    places = [Place(text, url, current=name == here) for name, text, url in doors]
    groups = ((work, gettext("Verksamheten")), (money, gettext("Ekonomin")), (follow, gettext("Uppföljning")))
    for rooms, together in groups:
        if rooms:
            places.insert(-3, _door_to(list(rooms.values()), together, here in rooms))
    return Frame(
        partnership=partnership,
        dossier=dossier,
        today=today,
        places=tuple(places),
        daily=tuple(daily.values()) if len(daily) > 1 and (here in daily or here == "home") else (),
        trail=(*trail, *inside),
        strip=strip_of(dossier, today),
        standing=standing_words(dossier, today),
        to=to,
    )


def _rooms(entering: Entering, group: Sequence[str], here: Here) -> dict[str, Place]:
    return {key: Place(room.text, room.url, current=key == here) for key, room in rooms_for(entering, group)}


def _door_to(rooms: list[Place], together: str, inside: bool) -> Place:
    """One place leads to the rooms of a group: by the room's own name where there is one, else by what they share."""
    if len(rooms) == 1:
        return rooms[0]
    return Place(together, rooms[0].url, current=inside)
