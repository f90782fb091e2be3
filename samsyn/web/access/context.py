"""What every page knows: who is looking, for which organisation, and where else they can go."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from samsyn.web.access.viewer import NOBODY, Choice, Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.ui.components.words import Place


def acting(request: HttpRequest) -> dict[str, Any]:
    viewer: Viewer = getattr(request, "viewer", NOBODY)
    if not viewer.is_known:
        return {"viewer": None, "acting": None, "acting_choices": (), "home_url": "/"}
    acting_for = _acting_organisation(viewer)
    return {
        "viewer": viewer,
        "acting": acting_for,
        "twin": viewer.organisation_is_demo,
        "home_url": f"/as/{acting_for.slug}/" if acting_for else "/",
        "acting_choices": viewer.choices,
        "partnership_choices": _partnerships(request, viewer),
        "navigation": _navigation(request, viewer),
        "sign_out_url": reverse("account_logout"),
    }


def _acting_organisation(viewer: Viewer) -> Choice | None:
    if not viewer.acts:
        return None
    return Choice(viewer.organisation_slug, viewer.organisation_name, viewer.organisation_kind)


def _partnerships(request: HttpRequest, viewer: Viewer) -> list[Place]:
    """Who takes part in one without being a party has no page of it: there are only the meetings it is called to."""
    start = f"/as/{viewer.organisation_slug}/"
    return [
        Place(
            each.name,
            f"{start}meetings/" if each.kind == "participant" else f"{start}partnerships/{each.slug}/",
            current=request.path.startswith(f"{start}partnerships/{each.slug}/"),
        )
        for each in viewer.partnership_choices
    ]


def _navigation(request: HttpRequest, viewer: Viewer) -> list[Place]:
    if not viewer.acts:
        return []
    start = f"/as/{viewer.organisation_slug}/"
    rooms = [
        (gettext("Partnerskap"), "partnerships/", Permission.READ_PARTNERSHIP),
        (gettext("Möten"), "meetings/", Permission.READ_PARTNERSHIP),
        (gettext("Ekonomi"), "economy/", Permission.MANAGE_MONEY),
        (gettext("Mina uppgifter"), "mine/", Permission.VOLUNTEER),
        (gettext("Personer"), "people/", Permission.MANAGE_PEOPLE),
        (gettext("Historik"), "history/", Permission.READ_PROCESSING),
        (gettext("Personuppgifter"), "privacy/", Permission.READ_PROCESSING),
    ]
    allowed = [(text, start + path) for text, path, needed in rooms if viewer.may(needed)]
    places = [(gettext("Min dag"), start), *allowed]
    return [Place(text, url, current=_is_here(request, url, start)) for text, url in places]


def _is_here(request: HttpRequest, url: str, start: str) -> bool:
    return request.path == url if url == start else request.path.startswith(url)
