"""The one who refers writes in a participant, and corrects what was misspelt."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.models import Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements.actions._parts import remember
from samsyn.web.placements.models import Participant
from samsyn.web.placements.permissions import check_may_change, check_may_work

_GIVEN = ("partnership", "organisation", "case_officer", "open_to", "open_until")


@transaction.atomic
def write_participant(
    partnership: Partnership,
    known_as: str,
    *,
    birth_year: int | None = None,
    sex: str = "not_stated",
    language: str = "",
    case_officer: Person | None = None,
    by: Viewer,
    now: datetime,
) -> Participant:
    """Someone who may be referred, under the name the participant wants; the writer's own until anything is sent.

    Without `case_officer` it is whoever writes.
    """
    check_may_work(by, partnership.pk)
    participant = Participant(
        partnership=partnership,
        organisation_id=by.organisation_id,
        known_as=known_as.strip(),
        birth_year=birth_year,
        sex=sex,
        language=language,
        case_officer_id=case_officer.pk if case_officer else by.person_id,
        made_at=now,
    )
    _check_person(participant)
    participant.save(force_insert=True)
    remember("participant.write", participant, by=by, now=now)
    return participant


@transaction.atomic
def correct_participant(
    participant: Participant,
    *,
    known_as: str,
    birth_year: int | None,
    sex: str,
    language: str,
    case_officer: Person | None = None,
    by: Viewer,
    now: datetime,
) -> Participant:
    """What was misspelt, or who is the case officer. What a placement has received already stays there."""
    check_may_change(by, participant)
    mine = Participant.objects.select_for_update().get(pk=participant.pk)
    mine.known_as, mine.birth_year, mine.sex, mine.language = known_as.strip(), birth_year, sex, language
    if case_officer is not None:
        mine.case_officer_id = case_officer.pk
    _check_person(mine)
    mine.save(update_fields=["known_as", "birth_year", "sex", "language", "case_officer"])
    remember("participant.correct", mine, by=by, now=now)
    return mine


def _check_person(participant: Participant) -> None:
    participant.clean_fields(exclude=[*_GIVEN, *({"birth_year"} if participant.birth_year is None else ())])
    participant.validate_constraints()
