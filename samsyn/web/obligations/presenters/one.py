"""One obligation in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.rules.terms.base import Assumption
from samsyn.rules.timeline import terms_on
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.presenters.given import standing_sentence, waiver_of
from samsyn.web.obligations.presenters.rows import Row, obligation_address, row_of
from samsyn.web.obligations.presenters.words import evidence_words
from samsyn.web.ui.formats import civil_date

NEAREST = 16


@dataclass(frozen=True, slots=True)
class Occasion:
    """Another occurrence of the same term, or what goes with it (the invoice of a payment)."""

    url: str
    kind: str
    due: date | None
    concerns: str
    amount_ore: int | None
    state: str
    state_kind: str


@dataclass(frozen=True, slots=True)
class Detail:
    """`standing` says that it is done or waived, `waiver` what the change says that waived it, and its clause.

    `together`: the names alone do not say that it is owed together. `kind` is its name in the rules."""

    row: Row
    kind: str
    together: bool
    passed: bool
    window: str
    evidence: str
    about: tuple[str, ...]
    because: str
    inputs: tuple[tuple[str, str], ...]
    assumptions: tuple[Assumption, ...]
    occasions: tuple[Occasion, ...]
    more_occasions: int
    has_sums: bool
    fell_away_on: date | None
    meaning: str
    standing: str
    waiver: tuple[str, str]
    disputed: bool


def detail_of(
    obligation: Obligation, siblings: Sequence[Obligation], dossier: Dossier, to: Addresses, today: date
) -> Detail:
    """`siblings` are all obligations of the same term, in order of days."""
    near = nearest(obligation, siblings)
    term = dossier.agreement.find(obligation.term)
    clause = dossier.clause(obligation.clause)
    return Detail(
        row=row_of(obligation, dossier, to),
        kind=obligation.kind,
        together=obligation.joint and set(obligation.by_keys) != set(dossier.agreement.party),
        passed=obligation.due is not None and obligation.due < today,
        window=window_words(obligation),
        evidence=getattr(term, "evidence", None) or evidence_words(obligation.evidence),
        about=tuple(getattr(term, "about", ())),
        because=obligation.reason.get("says", ""),
        inputs=tuple((name, value) for name, value in obligation.reason.get("inputs", ()) if name != "Period"),
        assumptions=_assumptions(obligation, dossier, today),
        occasions=tuple(_occasion(each, dossier, to) for each in near if each.pk != obligation.pk),
        more_occasions=len(siblings) - len(near),
        has_sums=any(each.amount_ore is not None for each in near),
        fell_away_on=obligation.fell_away_on,
        meaning=clause.says if clause else "",
        standing=standing_sentence(obligation),
        waiver=waiver_of(obligation, dossier) if obligation.waived_on else ("", ""),
        disputed=obligation.disputed_on is not None,
    )


def nearest(obligation: Obligation, siblings: Sequence[Obligation]) -> Sequence[Obligation]:
    """Those around this one in time, itself among them."""
    place = next((n for n, each in enumerate(siblings) if each.pk == obligation.pk), 0)
    start = max(0, min(place - NEAREST // 2, len(siblings) - NEAREST))
    return siblings[start : start + NEAREST]


def window_words(obligation: Obligation) -> str:
    last = obligation.window_end - timedelta(days=1)
    if last == obligation.window_start:
        return civil_date(last)
    return gettext("%(first)s till och med %(last)s") % {"first": obligation.window_start, "last": last}


def _short_window(obligation: Obligation) -> str:
    """For a table, where there is no room for words."""
    last = obligation.window_end - timedelta(days=1)
    first = obligation.window_start
    return f"{first}" if first == last else f"{first}–{last}"


def _assumptions(obligation: Obligation, dossier: Dossier, today: date) -> tuple[Assumption, ...]:
    """Those not yet answered that this obligation rests on."""
    wanted = set(obligation.assumptions)
    return tuple(each for _, _, each in terms_on(dossier, today).assumptions() if each.id in wanted)


def _occasion(each: Obligation, dossier: Dossier, to: Addresses) -> Occasion:
    row = row_of(each, dossier, to)
    return Occasion(
        url=obligation_address(to, each.id),
        kind=row.kind,
        due=each.due,
        concerns=_short_window(each),
        amount_ore=each.amount_ore,
        state=row.state,
        state_kind=row.state_kind,
    )
