"""What every page here fetches first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
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
from samsyn.web.agreements.queries import dossier_of, own_key, parties_of, partnership_or_404
from samsyn.web.books.forms import DaysForm
from samsyn.web.books.models import OTHER
from samsyn.web.books.permissions import may_keep_books
from samsyn.web.books.queries import first_and_last
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@dataclass(frozen=True)
class Scene:
    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/books/"

    @property
    def keeps(self) -> bool:
        return may_keep_books(self.viewer, self.partnership.pk)

    @property
    def is_civil(self) -> bool:
        """Whose economy the insight is into: it is asked to read in its books."""
        return self.viewer.organisation_kind == "civil"

    @cached_property
    def terms(self) -> Agreement:
        return terms_on(self.dossier, self.today, self.today)

    @cached_property
    def places(self) -> Mapping[str, PartnershipParty]:
        return parties_of(self.partnership)

    @cached_property
    def mine(self) -> str | None:
        return own_key(self.viewer, self.partnership.pk)

    @cached_property
    def line_names(self) -> dict[str, str]:
        """Cost line → its words in the agreement; what has none comes last."""
        lines = {key: each.says for key, each in self.terms.cost_line.items() if each.applies}
        return lines | {OTHER: gettext("Annat i verksamheten")}

    @cached_property
    def life(self) -> DateRange:
        return life(self.dossier, self.today)

    def context(self, *inside: Place) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "books", *inside)
        return around.context() | {"home": self.home, "keeps": self.keeps}

    def inside(self) -> dict[str, Any]:
        """For a page within the room."""
        return self.context(Place(gettext("Kostnader"), self.home))

    def days(self, typed: Mapping[str, str]) -> tuple[DaysForm, DateRange]:
        """The days asked for; without any, or with such as cannot be read, the year that there are figures for."""
        form = DaysForm(typed) if typed.get("first") or typed.get("last") else DaysForm(initial=_ends(self._usual))
        days = form.days() if form.is_bound and form.is_valid() else self._usual
        return form, days

    @cached_property
    def _usual(self) -> DateRange:
        """This year if the agreement lives in it and has figures, else the latest that has."""
        found = first_and_last(self.viewer, self.partnership.pk)
        year = found[1].year if found else min(self.today.year, self.life.last.year)
        return DateRange.year(year)


def _ends(days: DateRange) -> dict[str, date]:
    return {"first": days.start, "last": days.last}


def scene_or_404(viewer: Viewer, slug: str, needs: Permission = Permission.READ_PARTNERSHIP) -> Scene:
    require(viewer, needs)
    partnership = partnership_or_404(viewer, slug)
    return Scene(viewer, partnership, dossier_of(partnership), clock.today())


def keeper_or_404(viewer: Viewer, slug: str) -> Scene:
    """For those who keep the books of a party."""
    return scene_or_404(viewer, slug, Permission.MANAGE_MONEY)
