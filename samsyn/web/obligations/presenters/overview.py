"""One line of the controller's list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from samsyn.charts.agreement_line import AgreementLine
from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.addresses import addresses
from samsyn.web.agreements.presenters.line import strip_of
from samsyn.web.agreements.presenters.sides import is_latest, kind_title, together
from samsyn.web.agreements.presenters.standing import StandingWords, standing_words
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.queries.overview import SORTS


@dataclass(frozen=True, slots=True)
class Next:
    """The next thing of a sort: its day, what it is, and its sum if there is one."""

    due: date
    kind: str
    url: str
    amount_ore: int | None
    latest: bool


@dataclass(frozen=True, slots=True)
class Line:
    """`strip_id` is the drawing's own id on the page."""

    name: str
    url: str
    others: str
    case_number: str
    case_number_url: str
    standing: StandingWords
    strip: AgreementLine
    strip_id: str
    next: Next | None
    payment: Next | None
    assumptions: int
    agreement_url: str


def lines_of(
    found: Iterable[Any],
    dossiers: Mapping[UUID, Dossier],
    obligations: Mapping[UUID, Obligation],
    viewer: Viewer,
    today: date,
) -> list[Line]:
    """`found` are partnerships as `overview` annotates them."""
    return [_line(each, dossiers[each.pk], obligations, viewer, today) for each in found]


def _line(each: Any, dossier: Dossier, obligations: Mapping[UUID, Obligation], viewer: Viewer, today: date) -> Line:
    to = addresses(viewer.organisation_slug, each.slug, dossier)
    return Line(
        name=each.name,
        url=to.home,
        others=together([place.organisation.name for place in each.other_parties] or [""]),
        case_number=each.case_number or "",
        case_number_url=f"{to.home}case-number/",
        standing=standing_words(dossier, today),
        strip=strip_of(dossier, today),
        strip_id=f"strip-{each.slug}",
        next=_next(obligations.get(each.next_id), to.obligations),
        payment=_next(obligations.get(each.next_payment_id), to.obligations),
        assumptions=each.outlook.open_assumptions,
        agreement_url=to.agreement,
    )


def _next(obligation: Obligation | None, to: str) -> Next | None:
    if obligation is None or obligation.due is None:
        return None
    url = f"{to}{obligation.pk}/"
    return Next(obligation.due, kind_title(obligation.kind), url, obligation.amount_ore, is_latest(obligation.kind))


@dataclass(frozen=True, slots=True)
class SortHead:
    """The head of a column: where a click leads and which way it is sorted now."""

    title: str
    url: str
    direction: str


def heads(sort: str, kept: str) -> list[SortHead]:
    """`kept` is the rest of the address, encoded. A click on the column in use turns it round."""
    titles = {
        "name": gettext("Partnerskap"),
        "case": gettext("Diarienummer"),
        "end": gettext("Avtalstid"),
        "next": gettext("Nästa vi ska göra"),
        "payment": gettext("Nästa betalning"),
        "assumptions": gettext("Att bekräfta"),
    }
    return [_head(key, titles[key], sort, kept) for key in titles if key in SORTS]


def _head(key: str, title: str, sort: str, kept: str) -> SortHead:
    direction = {key: "ascending", f"-{key}": "descending"}.get(sort, "")
    towards = f"-{key}" if direction == "ascending" else key
    return SortHead(title, f"?sort={towards}{f'&{kept}' if kept else ''}", direction)
