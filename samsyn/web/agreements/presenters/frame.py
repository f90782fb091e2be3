"""What every page of a partnership shows around its content: the way here, local places, the small line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.utils.translation import gettext

from samsyn.charts.agreement_line import AgreementLine
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.addresses import Addresses, addresses
from samsyn.web.agreements.presenters.line import strip_of
from samsyn.web.agreements.presenters.standing import StandingWords, standing_words
from samsyn.web.agreements.queries import own_key
from samsyn.web.organisations.roles import Permission
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
    rooms: list[tuple[Here, str, str]] = [
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
    if has_places(dossier, today, "training"):
        rooms.insert(-3, ("placements", gettext("Arbetsträning"), to.placements))
    if viewer.may(Permission.WORK) and has_places(dossier, today, "night"):
        rooms.insert(-3, ("beds", gettext("Nattplatser"), to.beds))
    counting = counting_of(viewer, partnership, dossier, today)
    if "pad" in counting:
        rooms.insert(-3, ("tallies", gettext("Räkning"), to.tallies))
    if "support_line" in counting:
        # A name that tells nothing: the tab is seen by whoever looks over a shoulder.
        rooms.insert(-3, ("support", gettext("Siffror"), to.support))
    return Frame(
        partnership=partnership,
        dossier=dossier,
        today=today,
        places=tuple(Place(text, url, current=name == here) for name, text, url in rooms),
        trail=(*trail, *inside),
        strip=strip_of(dossier, today),
        standing=standing_words(dossier, today),
        to=to,
    )


def counting_of(
    viewer: Viewer, partnership: Partnership, dossier: Dossier, today: date
) -> frozenset[Literal["pad", "support_line"]]:
    """What the acting party counts. Which party it is, is asked once, and only where any counts."""
    terms = terms_on(dossier, today, today)
    pads = {each.by for each in terms.pad.values() if each.applies}
    lines = {each.by for each in terms.support_line.values() if each.applies}
    mine = own_key(viewer, partnership.pk) if pads | lines else None
    found: set[Literal["pad", "support_line"]] = set()
    if mine in pads:
        found.add("pad")
    if mine in lines:
        found.add("support_line")
    return frozenset(found)


def has_places(dossier: Dossier, today: date, kind: Literal["night", "training"]) -> bool:
    """Whether the agreement hands out places of the kind today."""
    return any(each.kind == kind and each.applies for each in terms_on(dossier, today, today).pool.values())
