"""One party takes one step in a proposed change. With the last step that the clause demands, it is in force."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.changes.actions.effect import take_effect_if_complete
from samsyn.web.changes.actions.letters import tell_the_others
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.permissions import check_may_decide
from samsyn.web.changes.standing import possible_standing_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.project import clock
from samsyn.web.project.conflicts import refusals_of

acts.register({f"change.{kind.value}": label for kind, label in (
    (Step.Kind.APPROVAL, _("godkände en ändring")),
    (Step.Kind.REFUSAL, _("avböjde en ändring")),
    (Step.Kind.SIGNATURE, _("undertecknade en ändring")),
    (Step.Kind.BOARD_DECISION, _("skrev in nämndens beslut om en ändring")),
    (Step.Kind.LEGAL_FORCE, _("skrev in att nämndens beslut har vunnit laga kraft")),
    (Step.Kind.DEMAND, _("krävde rättelse")),
    (Step.Kind.CORRECTED, _("svarade att saken är rättad")),
    (Step.Kind.DIALOGUE, _("skrev in att parterna har talat igenom saken")),
    (Step.Kind.NOTIFIED, _("meddelade de andra parterna skriftligen")),
    (Step.Kind.RECEIVED, _("bekräftade att meddelandet har kommit fram")),
)})  # fmt: skip
_LONG_BEFORE = timedelta(days=366)
_WRITABLE = ("on", "function", "within_limits", "reference", "names", "where", "document", "meeting", "says")


@transaction.atomic
def take_step(change: Change, kind: str, values: dict[str, Any], *, by: Viewer, now: datetime, today: date) -> Step:
    """`values` are fields of Step (on, function, within_limits, reference, names, where, document, meeting, says).

    Raises ValidationError for a step that is not the party's to take, taken already, dated in the future or out of
    order, or on a change that has ended.

    1. lock; 2. is it this party's step; 3. store; 4. history; 5. a refusal closes the change; 6. the last step makes it
    part of the agreement; 7. letters.
    """
    check_may_decide(by, change)
    locked = Change.objects.select_for_update().get(pk=change.pk)
    step = record_step(locked, kind, values, by=by, now=now, today=today)
    tell_the_others(locked, by=by, now=now, today=today)
    return step


def record_step(change: Change, kind: str, values: dict[str, Any], *, by: Viewer, now: datetime, today: date) -> Step:
    """For a change whose row is locked already."""
    _check_pending(change)
    place = PartnershipParty.objects.get(partnership_id=change.partnership_id, organisation_id=by.organisation_id)
    if unknown := values.keys() - set(_WRITABLE):
        raise ValueError(f"{sorted(unknown)} cannot be written in a step. Use {', '.join(_WRITABLE)}.")
    step = Step(
        partnership_id=change.partnership_id, change=change, kind=kind, place=place, organisation_id=by.organisation_id,
        person_id=by.person_id, recorded_at=now, **values,
    )  # fmt: skip
    _check(step, change, today)
    step.validate_constraints()
    with refusals_of(Step):
        step.save(force_insert=True)
    record(
        f"change.{kind}", by=by, now=now, subject=change, partnership=change.partnership_id, clause=change.clause,
        refers_to={"step": step.pk, "on": step.on}, shared=True,
    )  # fmt: skip
    if kind == Step.Kind.REFUSAL:
        change.closed_at, change.closed_how = now, Change.Closed.REFUSED
        change.save(update_fields=["closed_at", "closed_how"])
    else:
        take_effect_if_complete(change, by=by, now=now, today=today)
    return step


def _check_pending(change: Change) -> None:
    if change.version_id is not None:
        raise ValidationError(gettext("Ändringen gäller redan sedan %(day)s.") % {"day": change.done_on})
    if change.closed_at is not None:
        raise ValidationError(gettext("Ändringen är avslutad: %(how)s.") % {"how": change.get_closed_how_display()})
    if change.proposed_at is None:
        raise ValidationError(gettext("Ändringen är ännu ett utkast. Lägg fram den först."))


def _check(step: Step, change: Change, today: date) -> None:
    standing = possible_standing_of(change, today)
    if step.kind not in standing.kinds_for(step.place.key):
        taken = any(each.party == step.place.key and each.kind == step.kind for each in standing.taken)
        already = gettext("Er part har redan gjort detta. Ladda om sidan för att se läget.")
        not_yours = gettext("Punkt %(clause)s begär inte detta av er part.") % {"clause": standing.way.clause}
        raise ValidationError(already if taken else not_yours)
    _check_day(step, change, today)
    if step.kind == Step.Kind.SIGNATURE and step.document is None:
        raise ValidationError({"document": gettext("Lägg till den undertecknade handlingen.")})
    if step.kind == Step.Kind.DEMAND and step.document is None and step.on < today:
        # Otherwise one party alone could end an agreement at once, with a demand that nobody else has read.
        message = gettext("Ett krav från en tidigare dag ska de andra parterna kunna läsa. Välj handlingen med kravet.")
        raise ValidationError({"document": message})
    _check_points_to(step)
    if step.kind == Step.Kind.LEGAL_FORCE:
        _check_after(step, Step.Kind.BOARD_DECISION, change)
    if step.kind == Step.Kind.REFUSAL and not step.says.strip():
        raise ValidationError({"says": gettext("Skriv varför, så att de andra parterna förstår.")})
    limits = [demand.limits for demand in standing.demanded_of(step.place.key) if step.kind in demand.steps]
    if any(limits) and not step.within_limits:
        named = "; ".join(limit for each in limits for limit in each)
        message = gettext("Den som beslutar behöver intyga att det ryms inom mandatet: %(limits)s.") % {"limits": named}
        raise ValidationError({"within_limits": message})


def _check_day(step: Step, change: Change, today: date) -> None:
    """A paper may be signed before it is written in here, but not years before anybody proposed it: that is a slip."""
    if step.on > today:
        raise ValidationError({"on": gettext("Dagen har inte kommit än. Skriv den dag då det gjordes.")})
    proposed = change.proposed_at.astimezone(clock.SWEDEN).date() if change.proposed_at else today
    if step.on < proposed - _LONG_BEFORE:
        message = gettext("Dagen ligger mer än ett år före %(day)s, då ändringen lades fram. Stämmer året?")
        raise ValidationError({"on": message % {"day": proposed}})


def _check_points_to(step: Step) -> None:
    """What all parties read may only point to what all parties see, in the same partnership."""
    document, meeting = step.document, step.meeting
    if document is not None and (document.partnership_id != step.partnership_id or document.is_draft):
        message = gettext("Lämna över handlingen i partnerskapet först, så att alla parter kan läsa den.")
        raise ValidationError({"document": message})
    if meeting is not None and meeting.partnership_id != step.partnership_id:
        raise ValidationError({"meeting": gettext("Välj ett möte i det här partnerskapet.")})


def _check_after(step: Step, before: str, change: Change) -> None:
    earlier = change.steps.filter(place=step.place, kind=before).first()
    if earlier is None:
        raise ValidationError(gettext("Skriv först in nämndens beslut."))
    if step.on < earlier.on:
        message = gettext("Beslutet fattades %(day)s och kan inte ha vunnit laga kraft före det.")
        raise ValidationError({"on": message % {"day": earlier.on}})
