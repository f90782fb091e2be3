"""What has been shown of one obligation, and what is said against it: who, when, with what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.agreements.presenters.done import met_sentence
from samsyn.web.meetings.models import Meeting
from samsyn.web.obligations.models import Evidence, Objection, Obligation
from samsyn.web.obligations.permissions import may_settle, may_take_back
from samsyn.web.obligations.presenters.rows import obligation_address
from samsyn.web.project.clock import SWEDEN


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class GivenWords:
    """`person` only where it is one's own colleague. `take_back_url` for one who may."""

    what: str
    done_on: date
    who: str
    person: str
    given_at: datetime
    says: str
    link: Link | None
    taken_back_at: datetime | None
    taken_back_because: str
    take_back_url: str


@dataclass(frozen=True, slots=True)
class ObjectionWords:
    who: str
    person: str
    on: date
    reason: str
    settled_on: date | None
    settled_how: str
    settle_url: str


def standing_sentence(obligation: Obligation) -> str:
    """In a sentence what is known; nothing where nothing is."""
    if obligation.waived_on:
        return gettext("Parterna avstod %(day)s. Det behöver inte göras.") % {"day": obligation.waived_on}
    return met_sentence(obligation.met_on, obligation.due) if obligation.met_on else ""


def waiver_of(obligation: Obligation, dossier: Dossier) -> tuple[str, str]:
    """What the change that waived it says, and its clause."""
    found = (each.change for each in dossier.changes if each.change.kind == "waiver")
    mine = [each for each in found if each.of == obligation.term and each.occurrence in (None, obligation.occurrence)]
    return (mine[-1].says, mine[-1].clause) if mine else ("", "")


def given_words(found: Iterable[Evidence], viewer: Viewer, to: Addresses) -> list[GivenWords]:
    return [_given(each, viewer, to) for each in found]


def objections_words(found: Iterable[Objection], viewer: Viewer, to: Addresses) -> list[ObjectionWords]:
    return [_objection(each, viewer, to) for each in found]


def meeting_links(found: Iterable[Meeting], to: Addresses) -> list[Link]:
    """«Styrgruppen 3, 2026-03-04», with whether it counts yet."""
    return [
        Link(f"{each.body_name} {each.number}, {_day_of(each)}{_counts(each)}", f"{to.meetings}{each.pk}/")
        for each in found
    ]


def _given(each: Evidence, viewer: Viewer, to: Addresses) -> GivenWords:
    own = each.organisation_id == viewer.organisation_id
    there = obligation_address(to, each.obligation_id)
    open_to = each.taken_back_at is None and may_take_back(viewer, each)
    return GivenWords(
        what=str(Evidence.Kind(each.kind).label).capitalize(),
        done_on=each.done_on,
        who=each.organisation.name,
        person=str(each.given_by) if own and each.given_by else "",
        given_at=each.given_at.astimezone(SWEDEN),
        says=each.says,
        link=_link(each, viewer, to),
        taken_back_at=each.taken_back_at.astimezone(SWEDEN) if each.taken_back_at else None,
        taken_back_because=each.taken_back_because,
        take_back_url=f"{there}evidence/{each.pk}/take-back/" if open_to else "",
    )


def _link(each: Evidence, viewer: Viewer, to: Addresses) -> Link | None:
    """A paper that is for other parties is not led to."""
    if each.document and not each.document.is_read_by(viewer.organisation_id):
        return None
    if each.document:
        number = f"{each.document.number} " if each.document.number else ""
        return Link(f"{number}{each.document.title}", f"{to.documents}{each.document_id}/")
    if each.meeting:
        return Link(f"{each.meeting.body_name} {each.meeting.number}", f"{to.meetings}{each.meeting_id}/")
    return None


def _objection(each: Objection, viewer: Viewer, to: Addresses) -> ObjectionWords:
    own = each.organisation_id == viewer.organisation_id
    there = obligation_address(to, each.obligation_id)
    open_to = each.settled_on is None and may_settle(viewer, each)
    return ObjectionWords(
        who=each.organisation.name,
        person=str(each.raised_by) if own and each.raised_by else "",
        on=each.raised_on,
        reason=each.reason,
        settled_on=each.settled_on,
        settled_how=each.settled_how,
        settle_url=f"{there}objections/{each.pk}/settle/" if open_to else "",
    )


def _day_of(meeting: Meeting) -> date:
    return meeting.held_on or meeting.starts_at.astimezone(SWEDEN).date()


def _counts(meeting: Meeting) -> str:
    if meeting.approved_on:
        return gettext(", protokollet är godkänt")
    return gettext(", protokollet väntar på godkännande") if meeting.held_on else gettext(", kallat")
