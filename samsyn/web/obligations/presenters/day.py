"""My day: what the acting organisation owes and is owed over all its partnerships, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from django.utils.translation import gettext, ngettext

from samsyn.rules.quantities import add_months, end_of_month
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import next_extension
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.addresses import Addresses, addresses
from samsyn.web.agreements.presenters.extensions import deadline_words
from samsyn.web.agreements.presenters.sides import together
from samsyn.web.obligations.models import Obligation, Outlook
from samsyn.web.obligations.presenters.rows import Row, row_of
from samsyn.web.ui.formats import civil_date

BEHIND = timedelta(days=14)
DEADLINES_AHEAD = timedelta(days=183)
MEETINGS_AHEAD = timedelta(weeks=6)


@dataclass(frozen=True, slots=True)
class Item:
    """A row with its partnership. `who` speaks to the reader: «Ni», «Ni och Föreningen», «Föreningen, till er»."""

    row: Row
    who: str
    partnership: str
    partnership_url: str


@dataclass(frozen=True, slots=True)
class DayGroup:
    """`latest`: it is the last day for the items, not the day on which they happen."""

    on: date
    latest: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits beside the days: what, where, and until when if there is a day.

    `extends` is the partnership where it is the last day for settling an extension.
    """

    text: str
    partnership: str
    url: str
    day: date | None = None
    extends: UUID | None = None


def items_of(
    found: Iterable[Obligation], dossiers: Mapping[UUID, Dossier], own: Mapping[UUID, str], viewer: Viewer
) -> list[Item]:
    """`own` is the acting organisation's party in each partnership. Obligations come with their partnership."""
    return [_item(each, dossiers[each.partnership_id], own.get(each.partnership_id, ""), viewer) for each in found]


def _item(obligation: Obligation, dossier: Dossier, own: str, viewer: Viewer) -> Item:
    to = _addresses(viewer, obligation, dossier)
    row = row_of(obligation, dossier, to)
    mine = viewer.organisation_id in obligation.owed_by
    who = _at_table(row, mine=mine) or _who(obligation, dossier, own, mine=mine)
    return Item(row, who, obligation.partnership.name, to.home)


def _at_table(row: Row, *, mine: bool) -> str:
    """A meeting is held together, whoever calls it."""
    if not row.calls:
        return ""
    return gettext("Tillsammans, ni kallar") if mine else gettext("Tillsammans, %(who)s kallar") % {"who": row.calls}


def _addresses(viewer: Viewer, obligation: Obligation, dossier: Dossier) -> Addresses:
    return addresses(viewer.organisation_slug, obligation.partnership.slug, dossier)


def _who(obligation: Obligation, dossier: Dossier, own: str, *, mine: bool) -> str:
    others = [dossier.agreement.party_name(key) for key in obligation.by_keys if key != own]
    if not mine:
        return gettext("%(others)s, till er") % {"others": together(others)}
    if own not in obligation.by_keys:
        return gettext("Ni, genom %(others)s") % {"others": together(others)}
    if not others:
        return gettext("Ni")
    if obligation.joint:
        return gettext("Ni tillsammans med %(others)s") % {"others": together(others)}
    return gettext("Ni, och %(others)s för sin del") % {"others": together(others)}


def by_day(items: Iterable[Item]) -> list[DayGroup]:
    """One group a day; what happens on the very day stands by itself."""
    dated = sorted(((item.row.due, item.row.latest, item) for item in items if item.row.due), key=itemgetter(0, 1))
    grouped = groupby(dated, key=itemgetter(0, 1))
    return [DayGroup(day, latest, tuple(item for *_, item in group)) for (day, latest), group in grouped]


def last_day_ahead(today: date) -> date:
    """The end of next month: what is due at the turn of the month is not missed in its first days."""
    return end_of_month(add_months(today.replace(day=1), 1))


def summary(own: int, joint: int, others: int, organisation: str, until: date) -> str:
    """What the time until a day holds, in a sentence or two; `joint` are among `own`."""
    words = {"organisation": organisation, "n": own, "joint": joint, "until": civil_date(until, "short")}
    said = [_own_sentence(own, joint) % words]
    if others:
        owed = ngettext("%(n)s sak ska andra göra för er.", "%(n)s saker ska andra göra för er.", others)
        said.append(owed % {"n": others})
    return " ".join(said)


def _own_sentence(own: int, joint: int) -> str:
    if not own:
        return gettext("%(organisation)s har inget eget som ska vara gjort till och med %(until)s.")
    if joint == own:
        return ngettext(
            "%(organisation)s har %(n)s sak att göra tillsammans med andra till och med %(until)s.",
            "%(organisation)s har %(n)s saker att göra tillsammans med andra till och med %(until)s.",
            own,
        )
    if joint:
        return gettext(
            "%(organisation)s har %(n)s saker att göra till och med %(until)s, %(joint)s av dem tillsammans med andra."
        )
    return ngettext(
        "%(organisation)s har %(n)s sak att göra till och med %(until)s.",
        "%(organisation)s har %(n)s saker att göra till och med %(until)s.",
        own,
    )


def to_confirm(outlooks: Iterable[Outlook], viewer: Viewer) -> list[Waiting]:
    """Readings of the text that nobody has confirmed, by partnership."""
    return [
        Waiting(
            ngettext("%(n)s tolkning att bekräfta", "%(n)s tolkningar att bekräfta", outlook.open_assumptions)
            % {"n": outlook.open_assumptions},
            outlook.partnership.name,
            f"/as/{viewer.organisation_slug}/partnerships/{outlook.partnership.slug}/",
        )
        for outlook in outlooks
    ]


def in_words_of(found: Iterable[Waiting], dossiers: Mapping[UUID, Dossier], today: date) -> list[Waiting]:
    """What goes on of itself is not extended: there the same day is the last one for stopping it."""
    return [_as_extended(each, dossiers[each.extends], today) if each.extends else each for each in found]


def _as_extended(waiting: Waiting, dossier: Dossier, today: date) -> Waiting:
    option = next_extension(dossier, today)
    return replace(waiting, text=deadline_words(option)) if option else waiting


def deadlines(outlooks: Iterable[Outlook], today: date, viewer: Viewer) -> list[Waiting]:
    """Last days for extension, notice and the agreement itself in the next half-year, soonest first."""
    words = (
        ("extend_by", gettext("sista dag att förlänga")),
        ("notice_by", gettext("sista dag att säga upp i förtid")),
        ("last_day", gettext("överenskommelsens sista dag")),
    )
    found = [
        Waiting(
            text,
            outlook.partnership.name,
            f"/as/{viewer.organisation_slug}/partnerships/{outlook.partnership.slug}/",
            getattr(outlook, field),
            outlook.partnership_id if field == "extend_by" else None,
        )
        for outlook in outlooks
        for field, text in words
        if getattr(outlook, field) and today <= getattr(outlook, field) <= today + DEADLINES_AHEAD
    ]
    return sorted(found, key=lambda each: (each.day or today, each.partnership))
