"""What minutes say, as plain values: this is what the parties approve and what is kept in `Minutes.content`.

Names are written out, so that the text says the same after a party has changed its name or a person has left.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.agreements.queries import parties_of
from samsyn.web.meetings.models import ActionPoint, AgendaItem, Attendance, Decision, Meeting
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.project.clock import SWEDEN

Content = dict[str, Any]
SHAPE = 1
"""Grows when the shape of the content does, so that old minutes can still be read."""


def content_of(meeting: Meeting, dossier: Dossier, today: date) -> Content:
    """The minutes as they stand now, of a meeting that has been held or is prepared. About ten queries.

    Shape: language, partnership, fictitious, real_terms · parties[organisation, kind, name, lines…] · body, clause,
    number, held_on, starts, ends (Swedish time, ISO), place, called_by, called_on · attendance[organisation, kind,
    people[name, function, task, came, guest]] · items[number, title, clause, assumed, background, noted,
    decisions[number, kind, says, question, answer]] · decisions (of no item) ·
    actions and earlier[what, organisation, function, due, state, on, note].
    """
    agreement = terms_on(dossier, meeting.held_on or _local(meeting.starts_at).date(), today)
    places = {place.organisation_id: place for place in parties_of(meeting.partnership).values()}
    names = {key: agreement.party_name(place.key) for key, place in places.items()}
    items = list(meeting.items.select_related("obligation").order_by("position", "id"))
    decisions = list(meeting.decisions.order_by("number"))
    return {
        "shape": SHAPE,
        "language": agreement.agreement.language,
        "partnership": meeting.partnership.name,
        "fictitious": agreement.agreement.fictitious,
        "real_terms": meeting.partnership.twin_of_id is not None,
        "parties": list(_parties(agreement, places.values())),
        "body": meeting.body_name,
        "clause": meeting.clause,
        "number": meeting.number,
        "held_on": meeting.held_on.isoformat() if meeting.held_on else "",
        "starts": _local(meeting.starts_at).isoformat(timespec="minutes"),
        "ends": _local(meeting.ends_at).isoformat(timespec="minutes"),
        "place": meeting.place,
        "called_by": names.get(meeting.called_by_id, meeting.called_by.name),
        "called_on": _local(meeting.called_at).date().isoformat(),
        "attendance": list(_attendance(meeting, agreement, places)),
        "items": [_item(number, each, decisions, agreement) for number, each in enumerate(items, 1)],
        "decisions": [_decision(each, agreement) for each in decisions if each.item_id is None],
        "actions": [_action(each, names) for each in meeting.actions_agreed.order_by("due", "added_at")],
        "earlier": [_action(each, names) for each in earlier_actions(meeting)],
    }


def sha256_of(content: Content) -> str:
    """SHA-256 (hex) over the content as canonical JSON: sorted keys, no spaces, UTF-8."""
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def earlier_actions(meeting: Meeting) -> list[ActionPoint]:
    """What was agreed at earlier meetings of the body and was still to be done when the last of them was held.

    Also what the agenda itself takes up.
    """
    before = meeting.partnership.meetings.standing().filter(body=meeting.body, starts_at__lt=meeting.starts_at)
    last = before.exclude(held_on=None).order_by("-starts_at").first()
    since = last.held_on if last and last.held_on else date.min
    open_then = (Q(done_on=None) | Q(done_on__gte=since)) & (Q(dropped_on=None) | Q(dropped_on__gte=since))
    named = meeting.items.exclude(action=None).values("action_id")
    found = ActionPoint.objects.filter(Q(pk__in=named) | (Q(meeting__in=before) & open_then))
    return list(found.exclude(meeting=meeting).order_by("due", "added_at"))


def _parties(agreement: Agreement, places: Iterable[PartnershipParty]) -> Iterator[Content]:
    """In the order of the agreement. Only parties: these are the ones who approve."""
    by_key = {place.key: place for place in places}
    for key, party in agreement.party.items():
        place = by_key.get(key)
        yield {
            "organisation": str(place.organisation_id) if place else "",
            "kind": party.kind,
            "name": party.name,
            "legal_name": party.legal_name or "",
            "administration": party.administration or "",
            "org_nr": party.org_nr or "",
            "case_number": place.case_number if place else "",
        }


def _attendance(meeting: Meeting, agreement: Agreement, places: dict[Any, PartnershipParty]) -> Iterator[Content]:
    """Grouped by organisation, the parties first in the order of the agreement."""
    rows: dict[Any, list[Attendance]] = {}
    for each in meeting.attendances.select_related("person", "organisation").order_by("function", "name", "id"):
        rows.setdefault(each.organisation_id, []).append(each)
    order = [*agreement.party, *agreement.participant]
    body = agreement.body.get(meeting.body)
    seats = {(seat.party or seat.participant, seat.function) for seat in body.members} if body else set()
    for organisation_id in sorted(rows, key=lambda found: _place_in(order, places.get(found))):
        people, place = rows[organisation_id], places.get(organisation_id)
        key = place.key if place else ""
        yield {
            "organisation": agreement.party_name(key) if key else people[0].organisation.name,
            "kind": agreement.party[key].kind if key in agreement.party else "",
            "people": [_person(each, guest=(key, each.function) not in seats) for each in people],
        }


def _place_in(order: list[str], place: PartnershipParty | None) -> int:
    return order.index(place.key) if place and place.key in order else len(order)


def _person(each: Attendance, guest: bool) -> Content:
    """A person whom this viewer may not see (no seat with us) has only the name that was written."""
    name = each.name or (each.person.display_name if each.person else "")
    return {"name": name, "function": each.function, "task": each.task, "came": each.came, "guest": guest}


def _item(number: int, item: AgendaItem, decisions: Iterable[Decision], agreement: Agreement) -> Content:
    assumed = item.kind == AgendaItem.Kind.ASSUMPTION or bool(item.obligation and item.obligation.assumptions)
    return {
        "number": number,
        "title": item.title,
        "clause": item.clause,
        "assumed": assumed,
        "background": item.background,
        "noted": item.noted,
        "decisions": [_decision(each, agreement) for each in decisions if each.item_id == item.id],
    }


def _decision(each: Decision, agreement: Agreement) -> Content:
    """A confirmation carries the question and the answer in words: the ids alone say nothing to a reader."""
    question, answer = _reading(agreement, each.assumption, each.answer) if each.assumption else ("", "")
    return {"number": each.number, "kind": each.kind, "says": each.says, "question": question, "answer": answer}


def _reading(agreement: Agreement, assumption_id: str, answer: str) -> tuple[str, str]:
    for _, _, assumption in agreement.assumptions():
        if assumption.id == assumption_id:
            others = {other.id: other.says for other in assumption.alternatives}
            return assumption.question, others.get(answer, assumption.chosen)
    return "", ""


def _action(each: ActionPoint, names: dict[Any, str]) -> Content:
    closed = each.done_on or each.dropped_on
    return {
        "what": each.says,
        "organisation": names.get(each.organisation_id, each.organisation.name),
        "function": each.function,
        "due": each.due.isoformat() if each.due else "",
        "state": "done" if each.done_on else "dropped" if each.dropped_on else "open",
        "on": closed.isoformat() if closed else "",
        "note": each.done_note or each.dropped_because,
    }


def _local(instant: Any) -> Any:
    return timezone.localtime(instant, SWEDEN)
