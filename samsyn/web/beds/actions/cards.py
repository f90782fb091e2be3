"""Cards: a random code that a guest carries. A lost one is revoked; a code is answered with yes or no and a date."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.codes import new_code
from samsyn.web.beds.models import Card, Guest
from samsyn.web.beds.permissions import check_may_coordinate
from samsyn.web.history import acts
from samsyn.web.history.actions import record

acts.register(
    {
        "card.make": gettext_lazy("gjorde ett kort till en gäst"),
        "card.revoke": gettext_lazy("spärrade en gästs kort"),
    }
)


@transaction.atomic
def new_card(guest: Guest, *, by: Viewer, now: datetime, tonight: date) -> Card:
    """A guest has one card at a time: asked for again it is the one there is. Lost: revoke it first."""
    check_may_coordinate(by, guest.partnership_id, guest.kept_by)
    guest = Guest.objects.select_for_update(of=("self",)).get(pk=guest.pk)
    there = Card.objects.filter(guest=guest, revoked_on=None).order_by("-made_on").first()
    if there is not None:
        return there
    card = Card.objects.create(
        partnership_id=guest.partnership_id, kept_by=guest.kept_by, guest=guest, code=new_code(), made_on=tonight
    )
    record("card.make", by=by, now=now, subject=card, partnership=guest.partnership_id, refers_to={"guest": guest.pk})
    return card


@transaction.atomic
def revoke_card(card: Card, *, by: Viewer, now: datetime, tonight: date) -> Card:
    """From now on the code opens nothing. Revoked again nothing happens."""
    check_may_coordinate(by, card.partnership_id, card.kept_by)
    card = Card.objects.select_for_update(of=("self",)).get(pk=card.pk)
    if card.revoked_on is not None:
        return card
    card.revoked_on = tonight
    card.save(update_fields=["revoked_on"])
    about = {"guest": card.guest_id}
    record("card.revoke", by=by, now=now, subject=card, partnership=card.partnership_id, refers_to=about)
    return card
