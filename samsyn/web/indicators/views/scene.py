"""What every page here fetches first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils.translation import gettext

from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import life, terms_on
from samsyn.web.access.request import require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.indicators.periods import MONTHS, Period, Unit, period_in
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@dataclass(frozen=True)
class Scene:
    """`now` and `today` are of the same moment."""

    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    now: datetime
    today: date
    written: str
    """The period, as it stands in the address."""

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/indicators/"

    @cached_property
    def life(self) -> DateRange:
        return life(self.dossier, self.today)

    @cached_property
    def period(self) -> Period:
        return period_in(self.written, self.today, self.life)

    @cached_property
    def terms(self) -> Agreement:
        return terms_on(self.dossier, min(self.period.days.last, self.today), self.today)

    def context(self, *inside: Place) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "indicators", *inside)
        return around.context() | {"home": self.home, "period": self.period}

    def choosing(self, at: str) -> dict[str, Any]:
        """Lengths as places, and the period before and after, as far as the agreement has days in them."""
        names: dict[Unit, str] = {
            "month": gettext("Månad"),
            "quarter": gettext("Kvartal"),
            "half_year": gettext("Halvår"),
            "year": gettext("År"),
        }
        units = [
            Place(names[each], f"{at}?period={self.period.as_unit(each, self.today)}", each == self.period.unit)
            for each in MONTHS
        ]
        before, after = self.period.moved(-1), self.period.moved(1)
        return {
            "units": units,
            "before": before if before.days.end > self.life.start else None,
            "after": after if after.days.start <= min(self.today, self.life.last) else None,
            "unfinished": self.period.days.last >= self.today,
        }


def scene_or_404(viewer: Viewer, slug: str, written: str = "") -> Scene:
    require(viewer, Permission.READ_PARTNERSHIP)
    partnership = partnership_or_404(viewer, slug)
    now = clock.now()
    return Scene(viewer, partnership, dossier_of(partnership), now, now.astimezone(clock.SWEDEN).date(), written)
