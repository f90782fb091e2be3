"""What the agreement lets the acting party count: the terms of its support line today, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import own_key
from samsyn.web.partnerships.models import Partnership
from samsyn.web.support.models import PASSED_ON, SupportContact

if TYPE_CHECKING:
    from samsyn.rules.terms.counting import SupportLine


@dataclass(frozen=True, slots=True)
class Line:
    """A party's support line, or all it has as one. Keys are what is stored, values what a person reads.

    `names` also has services that are not counted any more, for figures of earlier months.
    """

    partnership: Partnership
    name: str
    says: str
    clause: str
    assumed: bool
    channels: Mapping[str, str]
    kinds: Mapping[str, str]
    names: Mapping[str, str]
    asks_before: bool
    asks_children: bool
    concerns: Mapping[str, str]


def line_of(viewer: Viewer, partnership: Partnership, dossier: Dossier, today: date) -> Line | None:
    """None where the acting party runs no such line: for everybody else the pages do not exist."""
    lines = _lines(viewer, partnership, dossier, today)
    if not lines:
        return None
    services = terms_on(dossier, today, today).service
    names = {key: each.name for key, each in services.items()} | {PASSED_ON: gettext("Hänvisad vidare")}
    kinds = list(dict.fromkeys(kind for each in lines for kind in each.kinds))
    kinds += [PASSED_ON] if any(each.passed_on for each in lines) else []
    return Line(
        partnership=partnership,
        name=lines[0].name,
        says=lines[0].says,
        clause=lines[0].clause,
        assumed=bool(lines[0].assumption),
        channels=_chosen(SupportContact.Channel, {one for each in lines for one in each.channels}),
        kinds={kind: names.get(kind, kind) for kind in kinds},
        names=names,
        asks_before=any(each.first_or_returning for each in lines),
        asks_children=any(each.children for each in lines),
        concerns=_chosen(SupportContact.Concern, {one for each in lines for one in each.concern}),
    )


def _lines(viewer: Viewer, partnership: Partnership, dossier: Dossier, today: date) -> list[SupportLine]:
    mine = own_key(viewer, partnership.pk)
    terms = terms_on(dossier, today, today)
    return [each for each in terms.support_line.values() if each.applies and each.by == mine]


def _chosen(
    choices: type[SupportContact.Channel] | type[SupportContact.Concern], wanted: set[str]
) -> Mapping[str, str]:
    """In the order of the model, with a capital: they stand on buttons."""
    return {each.value: str(each.label)[:1].upper() + str(each.label)[1:] for each in choices if each.value in wanted}
