"""Word of what has happened, to the people whom it concerns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from samsyn.web.access.jobs import Job
from samsyn.web.access.viewer import Viewer
from samsyn.web.partnerships.models import Partnership
from samsyn.web.reminders.actions.write import Message, write
from samsyn.web.reminders.models import Letter
from samsyn.web.reminders.queries import Receiver


@transaction.atomic
def tell(
    receivers: Iterable[Receiver],
    *,
    kind: str,
    about: str,
    partnership: Partnership | UUID | None,
    says: str,
    path: str,
    calendar: str = "",
    also_to: Iterable[UUID] = (),
    by: Viewer | Job,
    now: datetime,
) -> int:
    """Write a letter to each receiver; gives how many were written. The bell `letters` sends them, after the commit.

    1. `kind` is a `Letter.Kind`; it decides the subject, which says nothing that is secret.
    2. `about` makes it one of its kind: asked for again with the same, nothing is written.
    3. `says` is whole sentences in Swedish; an empty line parts paragraphs. Nothing that all receivers may not read.
    4. `path` is a page under `/as/<organisation>/`; each receiver gets it in their own organisation.
    5. `calendar` is an iTIP invitation as text, attached when the letter is sent.
    6. `also_to` are organisations whose people get the same in letters written by themselves, as invitations are.

    A person who has just done a thing need not be told that it was done: of news, the one behind `by` gets none.
    Raises ValueError for an unknown kind or a path that leads out of an organisation's pages.
    """
    actor = by.person_id if isinstance(by, Viewer) else None
    others = {each for each in receivers if kind != Letter.Kind.NEWS or each.person_id != actor}
    place = partnership.pk if isinstance(partnership, Partnership) else partnership
    message = Message(
        kind=Letter.Kind(kind),
        about=about,
        says=str(says),
        path=path,
        receivers=frozenset(others),
        partnership_id=place,
        calendar=calendar,
        also_to=frozenset(also_to),
    )
    return write([message], now=now)
