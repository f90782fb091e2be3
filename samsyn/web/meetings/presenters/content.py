"""What the minutes say, as plain values: this is what is frozen, summed and approved."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from samsyn.rules.terms.base import Assumption
from samsyn.web.meetings.models import ActionPoint, AgendaItem, Attendance, Decision, Meeting
from samsyn.web.partnerships.models import PartnershipParty

Content = dict[str, Any]


def content_of(
    meeting: Meeting,
    places: Mapping[str, PartnershipParty],
    approvers: Iterable[str],
    assumptions: Mapping[str, Assumption],
    seats: Collection[str],
) -> Content:
    """`places` and `approvers` by party; `assumptions` are those that the decisions speak of, as they are read now.

    `seats` are the functions of the body: whoever else came is a guest.
    """
    decisions = list(meeting.decisions.all())
    by_item: dict[Any, list[Decision]] = {}
    for each in decisions:
        by_item.setdefault(each.item_id, []).append(each)
    items = list(meeting.items.select_related("obligation", "action__organisation"))
    return {
        "partnership": meeting.partnership.name,
        "body": meeting.body,
        "body_name": meeting.body_name,
        "number": meeting.number,
        "clause": meeting.clause,
        "held_on": str(meeting.held_on),
        "starts_at": meeting.starts_at.isoformat(),
        "ends_at": meeting.ends_at.isoformat(),
        "place": meeting.place,
        "called_by": meeting.called_by.name,
        "attendance": [_present(each, seats) for each in _called(meeting)],
        "items": [_item(n, each, by_item.get(each.pk, []), assumptions) for n, each in enumerate(items, 1)],
        "decisions": [_decision(each, assumptions) for each in by_item.get(None, [])],
        "actions": [
            _action(each) for each in meeting.actions_agreed.select_related("organisation").order_by("added_at")
        ],
        "earlier": [_earlier(each.action) for each in items if each.action is not None],
        "parties": [_party(place) for place in places.values() if place.kind == PartnershipParty.Kind.PARTY],
        "approvers": [_approver(key, places[key]) for key in approvers if key in places],
    }


def canonical(content: Content) -> bytes:
    """The same values give the same bytes: keys in order, no spaces, UTF-8."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(content: Content) -> str:
    return hashlib.sha256(canonical(content)).hexdigest()


def _called(meeting: Meeting) -> Sequence[Attendance]:
    return list(meeting.attendances.select_related("organisation", "person").order_by("pk"))


def _present(row: Attendance, seats: Collection[str]) -> Content:
    return {
        "organisation": row.organisation.name,
        "side": row.organisation.kind,
        "function": row.function,
        "name": row.person.display_name if row.person else row.name,
        "task": row.task,
        "came": row.came,
        "guest": row.person_id is None and row.function not in seats,
    }


def _item(number: int, item: AgendaItem, decisions: Sequence[Decision], known: Mapping[str, Assumption]) -> Content:
    return {
        "number": number,
        "kind": item.kind,
        "title": item.title,
        "clause": item.clause,
        "assumed": item.kind == AgendaItem.Kind.ASSUMPTION or bool(item.obligation and item.obligation.assumptions),
        "background": item.background,
        "noted": item.noted,
        "met": str(item.obligation_id) if item.dealt_with and item.obligation_id else "",
        "decisions": [_decision(each, known) for each in decisions],
    }


def _decision(decision: Decision, known: Mapping[str, Assumption]) -> Content:
    """A confirmation carries the question and the answer in words: what was approved is read without the file."""
    found = known.get(decision.assumption)
    return {
        "number": decision.number,
        "kind": decision.kind,
        "says": decision.says,
        "assumption": decision.assumption,
        "answer": decision.answer,
        "question": found.question if found else "",
        "answer_says": answer_words(found, decision.answer),
    }


def answer_words(assumption: Assumption | None, answer: str) -> str:
    """The reading in words; an empty answer is the one that Samsyn uses."""
    if assumption is None:
        return ""
    return next((each.says for each in assumption.alternatives if each.id == answer), assumption.chosen)


def _action(action: ActionPoint) -> Content:
    return {
        "says": action.says,
        "organisation": action.organisation.name,
        "function": action.function,
        "due": str(action.due or ""),
    }


def _earlier(action: ActionPoint) -> Content:
    done, dropped = str(action.done_on or ""), str(action.dropped_on or "")
    return _action(action) | {
        "done_on": done,
        "dropped_on": dropped,
        "note": action.done_note or action.dropped_because,
    }


def _party(place: PartnershipParty) -> Content:
    organisation = place.organisation
    return {
        "side": organisation.kind,
        "name": organisation.name,
        "legal_name": organisation.legal_name,
        "administration": organisation.administration,
        "org_nr": organisation.org_nr,
        "case_number": place.case_number,
    }


def _approver(key: str, place: PartnershipParty) -> Content:
    return {"party": key, "organisation": str(place.organisation_id), "name": place.organisation.name}
