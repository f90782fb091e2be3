"""Reminding both sides of what falls due in one partnership. May be done twice without harm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.rules.reading import Dossier
from samsyn.rules.reminders import AFTER, CATCH_UP, LONGEST, sentence, step_of
from samsyn.web.access.jobs import Job
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.reminders.actions.write import Message, write
from samsyn.web.reminders.models import Letter
from samsyn.web.reminders.presenters.duty import duty_of
from samsyn.web.reminders.queries import Receiver, receivers_in

acts.register({"reminders.remind": _("påminde båda sidor om det som närmar sig")})


@transaction.atomic
def remind(partnership: Partnership, dossier: Dossier, *, by: Job, now: datetime, today: date) -> int:
    """Write a letter about every step that has fallen, to all who answer for it on either side; gives how many.

    Who only takes part in the partnership sees no duties and is not reminded of any.
    """
    coming = Obligation.objects.open().filter(partnership=partnership, disputed_on=None).dated()
    coming = coming.between(today - CATCH_UP - timedelta(days=AFTER), today + LONGEST)
    parties = PartnershipParty.objects.filter(partnership=partnership, kind=PartnershipParty.Kind.PARTY)
    people = _by_organisation(receivers_in([each.organisation_id for each in parties], Permission.FULFIL, today))
    messages = list(_messages(coming, partnership, dossier, people, today))
    written = write(messages, now=now) if messages else 0
    if written:
        record("reminders.remind", by=by, now=now, partnership=partnership, refers_to={"letters": written}, shared=True)
    return written


def _by_organisation(receivers: list[Receiver]) -> dict[UUID, set[Receiver]]:
    found: dict[UUID, set[Receiver]] = {}
    for each in receivers:
        found.setdefault(each.organisation_id, set()).add(each)
    return found


def _messages(
    obligations: Iterable[Obligation],
    partnership: Partnership,
    dossier: Dossier,
    people: dict[UUID, set[Receiver]],
    today: date,
) -> Iterator[Message]:
    for each in obligations:
        duty = duty_of(each, dossier)
        if step := step_of(duty, today):
            concerned = (people.get(organisation, set()) for organisation in {*each.owed_by, *each.owed_to})
            yield Message(
                kind=Letter.Kind.REMINDER,
                about=f"{each.pk}/{step}",
                says=sentence(duty, today),
                path=f"partnerships/{partnership.slug}/obligations/{each.pk}/",
                receivers=frozenset().union(*concerned),
                partnership_id=partnership.pk,
                obligation_id=each.pk,
            )
