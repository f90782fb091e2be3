"""Two records are found to be one guest, and are parted again if that was wrong. Nothing is lost either way.

What a place was given to stays with the record it was given to (`Entitlement.guest`); from that, all is led back.
Stays and blocks follow to the record in use. Nights that both records block are blocked once: the later block begins
where the earlier ends (`rules.places.united`), and one that lies within another is nobody's meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules import places as rules
from samsyn.rules import quantities
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.actions.ending import follow_last_night
from samsyn.web.beds.models import Block, Guest, Merge, Segment, Waiting
from samsyn.web.beds.permissions import check_may_coordinate
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.ui.formats import civil_date

acts.register(
    {
        "guest.merge": gettext_lazy("slog ihop två gäster till en"),
        "guest.part": gettext_lazy("skilde åt två gäster som hade slagits ihop"),
    }
)


@transaction.atomic
def merge(kept: Guest, absorbed: Guest, because: str, *, by: Viewer, now: datetime, tonight: date) -> Merge:
    """`absorbed` is used no more. ValidationError where both have a place on the same coming night: end one first."""
    check_may_coordinate(by, kept.partnership_id, kept.kept_by)
    check_may_coordinate(by, absorbed.partnership_id, absorbed.kept_by)
    kept, absorbed = _locked(kept, absorbed)
    if absorbed.merged_into_id == kept.pk:
        return Merge.objects.get(absorbed=absorbed, undone_at=None)
    _check_two(kept, absorbed, because)
    _check_coming_nights(kept, absorbed, tonight)
    done = Merge.objects.create(
        partnership_id=kept.partnership_id,
        kept_by=kept.kept_by,
        kept=kept,
        absorbed=absorbed,
        because=because.strip(),
        merged_by_id=by.person_id,
        merged_at=now,
    )
    Guest.objects.filter(Q(pk=absorbed.pk) | Q(merged_into=absorbed)).update(merged_into=kept)
    last = max(kept.last_night, absorbed.last_night)
    Guest.objects.filter(Q(pk=kept.pk) | Q(merged_into=kept)).update(last_night=last)
    _lay_blocks(kept, [*_own_records(kept), *_own_records(absorbed)])
    _move_stays(kept, absorbed)
    _move_waiting(kept, absorbed, tonight)
    about = {"kept": kept.pk, "absorbed": absorbed.pk}
    record("guest.merge", by=by, now=now, subject=done, partnership=kept.partnership_id, refers_to=about)
    return done


@transaction.atomic
def unmerge(merge: Merge, *, by: Viewer, now: datetime) -> Merge:
    """Each record has its own again. What was given after the merge stays with the record that was kept."""
    check_may_coordinate(by, merge.partnership_id, merge.kept_by)
    merge = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
    if merge.undone_at is not None:
        return merge
    absorbed = Guest.objects.get(pk=merge.absorbed_id)
    in_use = Guest.objects.get(pk=absorbed.merged_into_id or merge.kept_id)
    in_use, absorbed = _locked(in_use, absorbed)
    if absorbed.merged_into_id != in_use.pk:
        raise ValidationError(_("Någon annan har just ändrat vilka gäster som hör ihop. Ladda om sidan."))
    own = _own_records(absorbed)
    merge.undone_at = now
    merge.save(update_fields=["undone_at"])
    Guest.objects.filter(pk=absorbed.pk).update(merged_into=None)
    Guest.objects.filter(pk__in=own).exclude(pk=absorbed.pk).update(merged_into=absorbed)
    for stay in Segment.objects.filter(guest=in_use, entitlement__guest__in=own).order_by("site_id", "pk"):
        Segment.objects.filter(pk=stay.pk).update(guest=absorbed)
    Block.objects.filter(guest=in_use).update(guest=None)
    _lay_blocks(in_use, _own_records(in_use))
    _lay_blocks(absorbed, own)
    for guest in (in_use, absorbed):
        follow_last_night(guest)
    about = {"kept": merge.kept_id, "absorbed": absorbed.pk}
    record("guest.part", by=by, now=now, subject=merge, partnership=merge.partnership_id, refers_to=about)
    return merge


def _locked(first: Guest, second: Guest) -> tuple[Guest, Guest]:
    """Both rows, in the same order whoever asks, as they are now."""
    rows = Guest.objects.select_for_update(of=("self",)).filter(pk__in=[first.pk, second.pk]).order_by("pk")
    found = {each.pk: each for each in rows}
    return found[first.pk], found[second.pk]


def _check_two(kept: Guest, absorbed: Guest, because: str) -> None:
    if kept.pk == absorbed.pk or kept.partnership_id != absorbed.partnership_id:
        raise ValidationError(_("Välj två olika gäster."))
    if kept.merged_into_id or absorbed.merged_into_id:
        raise ValidationError(_("En av gästerna är redan ihopslagen med en annan. Ladda om sidan för att se läget."))
    if not because.strip():
        raise ValidationError({"because": _("Skriv hur ni vet att det är samma person.")})
    if len(because) > 200:
        raise ValidationError({"because": _("Skriv kortare, högst 200 tecken.")})


def _check_coming_nights(kept: Guest, absorbed: Guest, tonight: date) -> None:
    coming = Q(nights__endswith__gt=tonight)
    theirs = list(Segment.objects.filter(coming, guest=absorbed).select_related("site"))
    for mine in Segment.objects.filter(coming, guest=kept).select_related("site"):
        for other in theirs:
            night = max(mine.nights.lower, other.nights.lower, tonight)
            if night < min(mine.nights.upper, other.nights.upper):
                says = _(
                    "Båda har en plats natten %(night)s: %(mine)s och %(other)s. Avsluta en av vistelserna först, "
                    "på nattställets sida. Slå sedan ihop gästerna."
                )
                where = {"mine": mine.site.name, "other": other.site.name}
                raise ValidationError(says % {"night": civil_date(night, "long"), **where})


def _lay_blocks(guest: Guest, records: Iterable[UUID]) -> None:
    """The blocks of what was given to any of the records become the guest's, each night blocked once.

    One that lies within another is nobody's as long as it does: the other holds its nights. Each begins with its stay
    again before they are united, so that the same call merges and parts.
    """
    found = Block.objects.filter(entitlement__guest__in=list(records), nights__isempty=False)
    rows = {str(each.pk): each for each in found.select_related("entitlement").order_by("nights")}
    uncut = {key: _whole(row, rows.values()) for key, row in rows.items()}
    kept = {each.id: each for scheme in rules.united(uncut.values()).values() for each in scheme}
    Block.objects.filter(pk__in=[each.pk for each in rows.values()]).update(guest=None)
    for key, row in rows.items():
        whole = kept.get(key) or uncut[key]
        row.nights, row.guest = DateRange(whole.nights.start, whole.nights.end), guest if key in kept else None
        row.save(update_fields=["nights", "guest"])


def _whole(row: Block, rows: Iterable[Block]) -> rules.Block:
    """As it is before anything is cut at its beginning: from the stay, or from the morning after in another scheme.

    In another scheme the nights that the same record's other blocks held were left out when the place was given: it
    begins after the last of those before it.
    """
    given = row.entitlement
    until = min(given.left_on or given.nights.upper, row.nights.upper)
    start = given.nights.lower
    if row.scheme != given.scheme:
        own = [each for each in rows if each.scheme == row.scheme and each.entitlement.guest_id == given.guest_id]
        start = max([min(until, row.nights.lower), *_ends_before(row, own)])
    until = max(until, start)
    return rules.Block(row.scheme, quantities.DateRange(start, row.nights.upper), until, str(row.pk), given.pool)


def _ends_before(row: Block, others: Iterable[Block]) -> list[date]:
    """Where others end that lie before it. Ends are never moved by a merge."""
    return [each.nights.upper for each in others if each.pk != row.pk and each.nights.upper <= row.nights.lower]


def _move_stays(kept: Guest, absorbed: Guest) -> None:
    """Site by site, in the order of their locks. A night slept twice stays with the record it was under."""
    slept = [each.nights for each in Segment.objects.filter(guest=kept) if not each.nights.isempty]
    for stay in Segment.objects.filter(guest=absorbed).order_by("site_id", "pk"):
        twice = [each for each in slept if not stay.nights.isempty and _overlap(each, stay.nights)]
        if not twice:
            Segment.objects.filter(pk=stay.pk).update(guest=kept)


def _move_waiting(kept: Guest, absorbed: Guest, tonight: date) -> None:
    """In tonight's line once. A second place in it is given up."""
    waits = Waiting.State.WAITS
    for each in Waiting.objects.filter(guest=absorbed, night__gte=tonight, state=waits):
        if Waiting.objects.filter(guest=kept, pool=each.pool, night=each.night).exists():
            each.state = Waiting.State.GONE
        else:
            each.guest = kept
        each.save(update_fields=["guest", "state"])


def _overlap(one: DateRange, other: DateRange) -> bool:
    return bool(one.lower < other.upper and other.lower < one.upper)


def _own_records(guest: Guest) -> list[UUID]:
    """The record, those that were merged into it, and those that were merged into them before."""
    found: list[UUID] = [guest.pk]
    for each in found:
        found += Merge.objects.filter(kept=each, undone_at=None).values_list("absorbed_id", flat=True)
    return found
