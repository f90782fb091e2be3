"""The page of one occasion."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.occasions.activity import Activity
from samsyn.web.occasions.models import Count, Occasion
from samsyn.web.occasions.models.choices import Sex
from samsyn.web.occasions.presenters.lists import hours, were_there
from samsyn.web.occasions.presenters.words import age, sexes_at
from samsyn.web.occasions.queries.lists import heads_of
from samsyn.web.occasions.staffing import is_known, staffing_of
from samsyn.web.roster.models import Worker
from samsyn.web.roster.permissions import may_see
from samsyn.web.ui.components.tables import Column, Table
from samsyn.web.ui.formats import civil_date


def shown(viewer: Viewer, occasion: Occasion, activity: Activity | None, today: date) -> dict[str, Any]:
    heads = heads_of(viewer, occasion)
    total = sum(heads.values())
    counts = Count.objects.visible_to(viewer).filter(occasion=occasion).select_related("made_by")
    counts = counts.annotate(total=Coalesce(Sum("heads__n"), 0))
    return {
        "occasion": occasion,
        "activity": activity,
        "facts": _facts(viewer, occasion),
        "staffing": staffing_of(viewer, [occasion])[occasion.pk],
        "names_shown": may_see(viewer, occasion.partnership_id),
        "has_shifts": is_known(),
        "says": were_there(occasion.counts, total) if total else "",
        "table": heads_table(heads, gettext("De som var med"), activity),
        "earlier": [each for each in counts if each.replaced_at],
        "standing": next((each for each in counts if not each.replaced_at), None),
        "can_hold": occasion.state == Occasion.State.PLANNED and occasion.day <= today,
        "can_share": activity is not None and activity.can_be_shared and not occasion.discreet,
    }


def heads_table(heads: dict[tuple[str, str], int], caption: str, activity: Activity | None) -> Table | None:
    """Sex by age band, with sums. None where there is nothing to divide by."""
    words = sexes_at(activity, (band for _, band in heads))
    bands = sorted({band for _, band in heads if band}, key=lambda band: int(band.split("-")[0].rstrip("+")))
    sexes = [sex for sex in (*Sex.values, "") if any(each == sex for each, _ in heads)]
    if not heads or (not bands and sexes == [""]):
        return None
    without = any(not band for _, band in heads)
    columns = [*bands, *([""] if without else [])]
    rows = [
        [words.get(sex, gettext("inte frågat")), *(heads.get((sex, band), 0) for band in columns), _of_sex(heads, sex)]
        for sex in sexes
    ]
    sums = [gettext("Summa"), *(sum(n for (_, b), n in heads.items() if b == band) for band in columns)]
    if not bands:
        columns, rows, sums = [], [[row[0], row[-1]] for row in rows], sums[:1]
    heads_of_columns = [Column(age(band) if band else gettext("utan ålder"), amount=True) for band in columns]
    return Table(
        caption,
        [Column(gettext("Kön")), *heads_of_columns, Column(gettext("Summa"), amount=True)],
        rows,
        [*sums, sum(heads.values())],
    )


def _of_sex(heads: dict[tuple[str, str], int], sex: str) -> int:
    return sum(n for (each, _), n in heads.items() if each == sex)


def _facts(viewer: Viewer, occasion: Occasion) -> list[tuple[str, str]]:
    key = occasion.responsible_id
    responsible = Worker.objects.visible_to(viewer).filter(pk=key).first() if key else None
    rows = [
        (gettext("När"), f"{civil_date(occasion.day, 'weekday')} {hours(occasion)}"),
        (gettext("Plats"), occasion.place),
        (gettext("För"), ", ".join(filter(None, (occasion.receiver, occasion.receiver_kind)))),
        (gettext("Ansvarig"), responsible.known_as if responsible else ""),
        (gettext("Inställt därför att"), occasion.cancelled_because),
    ]
    return [(word, value) for word, value in rows if value]
