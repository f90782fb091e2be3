"""The row of a statement, held while something is done with it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.rules.money.statements import State
from samsyn.web.access.viewer import Viewer
from samsyn.web.statements.models import Draft, Statement
from samsyn.web.statements.queries import Standing, one_of, parties_in, standing_of

WRITABLE = (State.OPEN, State.SENT_BACK, State.WAITING)
"""Also while it waits for an answer: a party that finds a fault of its own hands in a corrected one."""


def locked(statement: Statement, by: Viewer) -> Standing:
    """As it stands now, and nobody else's until the transaction ends.

    A receiver may not write the row and so cannot lock it: its answer is kept to one by a constraint.
    """
    if statement.organisation_id == by.organisation_id:
        Statement.objects.own(by).select_for_update(of=("self",)).get(pk=statement.pk)
    found = one_of(by, statement.partnership, statement.pk)
    if found is None:
        raise Statement.DoesNotExist
    return standing_of(found, parties_in([found.partnership_id])[found.partnership_id])


def writable(statement: Statement, by: Viewer) -> Standing:
    standing = locked(statement, by)
    if standing.state not in WRITABLE:
        raise ValidationError(_("Redovisningen är godtagen och ändras inte mer."))
    return standing


def kept_draft(statement: Statement) -> Draft:
    """The row is made the first time that somebody writes."""
    own = {"partnership_id": statement.partnership_id, "organisation_id": statement.organisation_id}
    draft, _new = Draft.objects.get_or_create(statement=statement, defaults=own)
    return draft
