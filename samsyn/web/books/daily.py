"""On My day: a file that somebody has laid in and nobody has stored. It is thrown away after a week."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext

from samsyn.web.books.classification import PREVIEW_KEPT
from samsyn.web.books.models import Import, Mapping
from samsyn.web.obligations.daily import Asked, Share, Task


def share_of(asked: Asked) -> Share:
    """One query where nothing waits, else two. Others than those who manage money see no file."""
    waiting = Import.objects.visible_to(asked.viewer).filter(state=Import.State.PREVIEWED).without_bytes()
    files = list(waiting)
    if not files:
        return Share()
    places = {partnership.pk: partnership for partnership, _ in asked.partnerships}
    mapped = Mapping.objects.visible_to(asked.viewer).live().values_list("partnership_id", flat=True)
    partnership = next((places[pk] for pk in [*mapped, *places] if pk in places), None)
    if partnership is None:
        return Share()
    return Share(
        tasks=tuple(
            Task(
                gettext("Se igenom bokföringen i %(file)s och lagra den") % {"file": each.file_name},
                partnership.name,
                f"{asked.home(partnership)}books/import/{each.pk}/",
                (each.made_at + PREVIEW_KEPT - timedelta(days=1)).date(),
            )
            for each in files
        )
    )
