"""What the agreement would be with a change, before anybody approves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samsyn.rules.money import IndexRegister
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import life, terms_on
from samsyn.web.changes.models import Change
from samsyn.web.changes.trial import parties_in, tried
from samsyn.web.indices.queries import register


@dataclass(frozen=True)
class Preview:
    """The agreement without and with the change. `old` and `new` are the terms on the day it takes effect."""

    before: Dossier
    after: Dossier
    old: Agreement
    new: Agreement
    first: date
    index: IndexRegister
    """The index figures that were published when it was or is done."""

    @property
    def dossier(self) -> Dossier:
        return self.after


def preview_of(change: Change, dossier: Dossier, today: date) -> Preview:
    """What the agreement would be if it were done today. Raises ValidationError where it does not fit."""
    after = tried(change, dossier, on=today, by=parties_in(change, dossier))
    first = max(change.first or today, life(dossier, today).start)
    return Preview(
        dossier,
        after,
        terms_on(dossier, first, today),
        terms_on(after, first, today),
        first,
        register().known_on(today),
    )
