"""An obligation as the rules of reminding want it: names for ids, in the words of its agreement."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils.translation import override

from samsyn.rules.reading import Dossier
from samsyn.rules.reminders import Duty
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.presenters.rows import row_of

_NOWHERE = Addresses("", {})
"""The row's own links are not used: a letter leads to another organisation's pages for each reader."""


def duty_of(obligation: Obligation, dossier: Dossier) -> Duty:
    """`obligation` is any of the partnership's that `dossier` is the agreement of. Asks the database nothing."""
    with override(settings.LANGUAGE_CODE):
        row = row_of(obligation, dossier, _NOWHERE)
    return Duty(
        kind=obligation.kind,
        says=obligation.says,
        clause=obligation.clause,
        due=obligation.due,
        period_end=obligation.window_end - timedelta(days=1),
        due_stated=obligation.due_stated,
        by=row.by,
        to=row.to,
        calls=row.calls,
        evidence=obligation.evidence,
        met_on=obligation.met_on,
        waived_on=obligation.waived_on,
        disputed_on=obligation.disputed_on,
        fell_away_on=obligation.fell_away_on,
    )
