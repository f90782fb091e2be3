"""What a tablet is told."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext_lazy

from samsyn.rules.terms import Agreement
from samsyn.rules.terms.counting import Pad
from samsyn.rules.timeline import terms_on
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.tallies.models import DaySum, Device
from samsyn.web.tallies.presenters.whom import sex_names
from samsyn.web.tallies.queries.cards import uses_cards
from samsyn.web.tallies.queries.ground import button_clauses, button_names
from samsyn.web.tallies.queries.tablet import Tablet


def state_of(tablet: Tablet, terms: Agreement, pad: Pad | None, today: date) -> dict[str, Any]:
    """Without buttons where the agreement has no such pad any more."""
    device = tablet.device
    rows = DaySum.objects.visible_to(tablet.viewer).filter(pad=device.pad, day=today)
    counts = rows.filter(partnership_id=device.partnership_id).values_list("button").annotate(Sum("n")).order_by()
    names = button_names(terms, pad) if pad else {}
    clauses = button_clauses(terms, pad) if pad else {}
    return {
        # What a tap was counted for, whatever the parties are called: a tablet sends it to no other pad.
        "key": f"{device.partnership_id}/{device.organisation_id}/{device.pad}",
        "pad": device.pad,
        "name": pad.name if pad else device.name,
        "organisation": terms.party_name(pad.by) if pad else "",
        "partnership": device.partnership.name,
        "is_demo": device.partnership.is_demo,
        "buttons": [{"key": key, "name": name, "clause": clauses[key]} for key, name in names.items()],
        "asks": list(pad.asks) if pad else [],
        "age_bands": list(pad.age_bands) if pad else [],
        "sexes": [{"key": key, "name": name} for key, name in sex_names(pad).items()] if pad else [],
        "cards": uses_cards(tablet.viewer, device.partnership_id, device.pad, today.year),
        "today": today.isoformat(),
        "counts": dict(counts),
    }


def invited_words(device: Device, today: date, *, counts_already: Device | None) -> dict[str, Any]:
    """Who invites, and to what."""
    terms = terms_on(dossier_of(device.partnership), today, today)
    pad = terms.pad.get(device.pad)
    return {
        "device": device,
        "pad_name": pad.name if pad else device.name,
        "organisation": terms.party_name(pad.by) if pad else "",
        "is_demo": device.partnership.is_demo,
        "elsewhere": counts_already.name if counts_already else "",
    }


def why_words(code: str) -> str:
    """Why an event was not counted, for the one who holds the tablet. Empty for one that was."""
    if not code:
        return ""
    return str(_WHY.get(code, _UNREADABLE))


_WHY = {
    "button": gettext_lazy("Plattan har inte visat någon sådan knapp."),
    "old": gettext_lazy("Trycket är mer än 400 dagar gammalt."),
    "ahead": gettext_lazy("Trycket är gjort på en dag som inte har varit."),
    "sex": gettext_lazy("Kön räknas inte vid den här plattan."),
    "age_band": gettext_lazy("Åldersgruppen finns inte vid den här plattan."),
    "taken": gettext_lazy("Trycket gick inte att använda. Tryck igen."),
    "undone": gettext_lazy("Trycket är redan ångrat."),
    "nothing": gettext_lazy("Det som skulle ångras är inte räknat."),
}
_UNREADABLE = gettext_lazy("Trycket gick inte att läsa.")
