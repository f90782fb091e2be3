"""A meeting decides that something more is counted, or no longer."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.reading.slug import slug
from samsyn.rules.terms.counting import VISIT
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.models import Decision
from samsyn.web.meetings.queries import check_can_rest_on
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.clock import SWEDEN
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.tallies.models import AddedButton
from samsyn.web.tallies.permissions import check_may_answer_for
from samsyn.web.tallies.queries.ground import own_pad

acts.register(
    {
        "tally.add_button": gettext_lazy("lade till en knapp på en räkneplatta, efter ett beslut"),
        "tally.end_button": gettext_lazy("tog bort en knapp från en räkneplatta"),
    }
)
_LONGEST = 50


@transaction.atomic
def add_button(
    partnership: Partnership, pad: str, name: str, decision: Decision, *, by: Viewer, now: datetime
) -> AddedButton:
    """Shown on the pad from today. The decision stands in approved minutes of the partnership.

    Raises ValidationError for a name that a button of the pad has already.
    """
    check_may_answer_for(by, partnership.pk)
    today = now.astimezone(SWEDEN).date()
    found = own_pad(by, partnership, pad, today)
    check_can_rest_on(decision, by, partnership)
    name = " ".join(name.split())
    key = slug(name)[:_LONGEST].strip("-")
    if not key:
        raise ValidationError({"name": _("Skriv vad som ska stå på knappen.")})
    services = terms_on(dossier_of(partnership), today, today).service
    taken = {slug(services[each].name) for each in found.buttons if each in services}
    if key in taken | {slug(_("Besök"))}:
        raise ValidationError({"name": _("Plattan har redan en knapp med det namnet.")})
    made = AddedButton(
        partnership=partnership,
        organisation_id=by.organisation_id,
        pad=pad,
        key=f"{key}-1" if key in services or key == VISIT else key,
        name=name,
        decision=decision,
        since=today,
        added_at=now,
        added_by_id=by.person_id,
    )
    with refusals_of(AddedButton):
        made.save(force_insert=True)
    about = {"pad": pad, "decision": decision.pk}
    record("tally.add_button", by=by, now=now, subject=made, partnership=partnership, refers_to=about)
    return made


@transaction.atomic
def end_button(button: AddedButton, *, by: Viewer, now: datetime) -> AddedButton:
    """No longer shown from today. What was counted stays, and a tablet that has shown it may still send its taps."""
    check_may_answer_for(by, button.partnership_id)
    button = AddedButton.objects.select_for_update(of=("self",)).get(pk=button.pk)
    if button.until is None:
        button.until = max(now.astimezone(SWEDEN).date(), button.since)
        button.save(update_fields=["until"])
        about = {"pad": button.pad}
        record("tally.end_button", by=by, now=now, subject=button, partnership=button.partnership_id, refers_to=about)
    return button
