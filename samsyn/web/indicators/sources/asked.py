"""What is asked of the tables: whose facts, of which sorts, on which days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from samsyn.rules.indicators.splitting import dimensions
from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Facts, Indicator
from samsyn.web.access.viewer import Viewer
from samsyn.web.partnerships.models import Partnership


@dataclass(frozen=True)
class Asked:
    """The acting organisation's facts in a period. `own`: which party it is; `terms` are those of the last day."""

    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    terms: Agreement
    own: str
    period: DateRange
    today: date
    indicators: tuple[Indicator, ...]

    @cached_property
    def until(self) -> date:
        """The last day that is counted."""
        return min(self.period.last, self.today)

    @cached_property
    def over(self) -> date:
        """The last day that is over: what was not counted on it will hardly be."""
        return min(self.period.last, self.today - timedelta(days=1))

    @cached_property
    def kinds(self) -> frozenset[Facts]:
        return frozenset(kind for each in self.indicators for kind in (*each.facts, *each.over))

    def asks(self, *kinds: Facts) -> bool:
        return bool(self.kinds & set(kinds))

    def split_by(self, *wanted: str) -> list[str]:
        """Of these dimensions, those that any of the indicators needs: the rest is added together by the database."""
        needed = {dimension for each in self.indicators for dimension in dimensions(each)}
        needed |= {"sex"} if any(each.where and each.where.sex for each in self.indicators) else set()
        return [each for each in wanted if each in needed]

    def of_own(self, **more: Any) -> dict[str, Any]:
        return {
            "partnership_id": self.partnership.pk,
            "organisation_id": self.viewer.organisation_id,
            **more,
        }

    @property
    def organisation(self) -> str:
        return str(self.viewer.organisation_id)
