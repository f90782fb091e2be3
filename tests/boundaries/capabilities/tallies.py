"""Buttons by decision."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.meetings.models import Decision
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.tallies.models import AddedButton
from tests.boundaries.door import InPartnership

_PAD = "as/<slug:organisation>/partnerships/<slug:slug>/tallies/<slug:pad>"
_AT = "/as/kommunen/partnerships/{slug}/tallies/{pad}"

DOORS = {
    f"{_PAD}/buttons/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_PAD}/buttons/add/": InPartnership(Permission.FULFIL),
    f"{_PAD}/buttons/<uuid:button>/end/": InPartnership(Permission.FULFIL, post=True),
}
SAMPLES = {"button": lambda sample: sample.laid["tallies"].pk}
TYPED = {f"{_AT}/buttons/add/": ["name", "decision"]}
CHANGEABLE = {"tallies_addedbutton": False}
MOVED = {"tallies_addedbutton": ["organisation_id", "partnership_id"]}


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> AddedButton:
    """The municipality's; the association has one too."""
    decision = Decision.objects.filter(partnership=partnership)[0]
    said: dict[str, Any] = {"partnership": partnership, "decision": decision, "since": TODAY, "added_at": now}
    AddedButton.objects.create(**said, organisation=cast.association, pad="provplatta", key="verkstad", name="Verkstad")
    return AddedButton.objects.create(
        **said, organisation=cast.municipality, pad="provplatta", key="verkstad", name="Verkstad"
    )
