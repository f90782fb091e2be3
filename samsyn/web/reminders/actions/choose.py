"""How a person wants letters from one organisation's partnerships."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.organisations.models import Person
from samsyn.web.reminders.actions.write import goes
from samsyn.web.reminders.models import Letter, Wish

acts.register({"reminders.choose": _("valde hur brev från Samsyn ska komma")})


@transaction.atomic
def choose(how: Wish.How, *, by: Viewer, now: datetime) -> Wish:
    """From now on. What waits for a digest that will not be made is let go: sent one by one, or kept in Samsyn only.

    The choice is one's own; the history says that it was made, not what it was. Chosen again, nothing happens.
    """
    person = Person.objects.select_for_update(no_key=True).get(pk=by.person_id)
    wish = Wish.objects.visible_to(by).first()
    if wish is not None and wish.how == how:
        return wish
    if wish is None:
        wish = Wish(person_id=by.person_id, organisation_id=by.organisation_id)
    wish.how, wish.chosen_at = how, now
    wish.save()
    if how in (Wish.How.SINGLE, Wish.How.NONE):
        _let_go(how, person, by)
    record("reminders.choose", by=by, now=now, subject=wish)
    return wish


def _let_go(how: Wish.How, person: Person, by: Viewer) -> None:
    with also_as_job(Job.POST):
        waiting = Letter.objects.visible_to(by).to_take_up()
        waiting.update(**goes(Letter.Kind.NEWS, how, person))
