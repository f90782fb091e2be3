"""The statement that an obligation to give an account is met by."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.obligations.models import Obligation
from samsyn.web.statements.models import Statement
from samsyn.web.statements.presenters.content import title_of
from samsyn.web.statements.queries import KINDS, days_of
from samsyn.web.ui.components.words import Place


def places_of(viewer: Viewer, owed: Obligation) -> Iterator[Place]:
    """The room, where it is not opened yet."""
    if owed.kind not in KINDS:
        return
    found = Statement.objects.visible_to(viewer).filter(obligation=owed).select_related("obligation")
    places = [Place(title_of(each, days_of(each)), f"statements/{each.pk}/") for each in found]
    yield from places or [Place(gettext("Redovisning"), "statements/")]
