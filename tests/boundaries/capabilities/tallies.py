"""Buttons by decision, and cards that visitors may carry."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.meetings.models import Decision
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.tallies.models import AddedButton, CardSeen, CardYear
from tests.boundaries.door import Acting, Door, Open

_PAD = "as/<slug:organisation>/partnerships/<slug:slug>/tallies/<slug:pad>"
_AT = "/as/kommunen/partnerships/{slug}/tallies/{pad}"

DOORS: dict[str, Door] = {
    f"{_PAD}/buttons/": Acting(Permission.READ_PARTNERSHIP),
    f"{_PAD}/buttons/add/": Acting(Permission.FULFIL),
    f"{_PAD}/buttons/<uuid:button>/end/": Acting(Permission.FULFIL, post=True),
    f"{_PAD}/cards/": Acting(Permission.READ_PARTNERSHIP),
    f"{_PAD}/cards/begin/": Acting(Permission.FULFIL, post=True),
    f"{_PAD}/cards/sheet/": Acting(Permission.WORK),
    "pad/card/": Open(),
}
SAMPLES = {"button": lambda sample: sample.laid["tallies"].pk}
TYPED = {f"{_AT}/buttons/add/": ["name", "decision"]}
CHANGEABLE = {"tallies_addedbutton": False}
ADDABLE = dict.fromkeys(("tallies_cardyear", "tallies_cardseen"))
MOVED = {"tallies_addedbutton": ["organisation_id", "partnership_id"]}


def lay(partnership: Partnership, cast: Cast, colleague: Person, now: datetime) -> AddedButton:
    """The municipality's; the association has one too."""
    for whose in (cast.association, cast.municipality):
        at: dict[str, Any] = {
            "partnership": partnership,
            "organisation": whose,
            "pad": "provplatta",
            "year": TODAY.year,
        }
        CardYear.objects.create(**at, key=b"0" * 32, begun_at=now)
        CardSeen.objects.create(**at, month=TODAY.month, fingerprint="0" * 64)
    decision = Decision.objects.filter(partnership=partnership)[0]
    said: dict[str, Any] = {"partnership": partnership, "decision": decision, "since": TODAY, "added_at": now}
    AddedButton.objects.create(**said, organisation=cast.association, pad="provplatta", key="verkstad", name="Verkstad")
    return AddedButton.objects.create(
        **said, organisation=cast.municipality, pad="provplatta", key="verkstad", name="Verkstad"
    )
