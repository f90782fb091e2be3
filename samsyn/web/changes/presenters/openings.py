"""What can be begun: which kinds of change the agreement opens for the viewer's party, and why the others are not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from samsyn.rules.because import Reason
from samsyn.rules.mandates import Asked, NotPossible, Way, ways
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import Status, if_notice_is_given, next_extension, standing_notices, status_on
from samsyn.web.changes.models import Change
from samsyn.web.changes.presenters.words import KINDS


@dataclass(frozen=True)
class Opening:
    """One kind of change. `url` is empty where it is not open; `why` then says why, with the clause."""

    kind: str
    title: str
    says: str
    url: str
    why: str
    clause: str
    assumed: bool


def openings_of(dossier: Dossier, agreement: Agreement, own: str, home: str, today: date) -> tuple[Opening, ...]:
    """Those that are open first, each in the order of `words.KINDS`."""
    found = [_opening(kind, dossier, agreement, own, home, today) for kind in KINDS]
    return (*(each for each in found if each.url), *(each for each in found if not each.url))


def way_in(kind: str, dossier: Dossier, agreement: Agreement, own: str, today: date) -> Way | Reason:
    """The first way that the agreement opens for the party, or the reason why there is none."""
    if hindrance := _hindrance(kind, dossier, agreement, own, today):
        return hindrance
    try:
        return ways(dossier, Asked(kind, own, of=_of(kind, agreement, own, dossier, today)), today=today)[0]
    except NotPossible as trouble:
        return trouble.reason


def _opening(kind: str, dossier: Dossier, agreement: Agreement, own: str, home: str, today: date) -> Opening:
    found, words = way_in(kind, dossier, agreement, own, today), KINDS[kind]
    if isinstance(found, Reason):
        why, url, reason = found.says, "", found
    else:
        why, url, reason = "", f"{home}start/{words.place}/", found.reason
    assumed = bool(reason.assumptions)
    return Opening(kind, str(words.begin), str(words.says), url, why, reason.clause, assumed)


def _hindrance(kind: str, dossier: Dossier, agreement: Agreement, own: str, today: date) -> Reason | None:
    """What the clauses themselves do not say: where in its life the agreement is."""
    standing = status_on(dossier, today)
    if standing.status == Status.ENDED and kind != Change.Kind.REPAYMENT:
        return Reason(standing.reason.clause, "", gettext("Överenskommelsen har slutat gälla."))
    if kind == Change.Kind.NOTICE:
        answer = if_notice_is_given(dossier, today, own)
        return None if answer.possible else answer.reason
    if kind == Change.Kind.WITHDRAWAL and not standing_notices(dossier, today):
        return _none(agreement, "notice", gettext("Ingen uppsägning är lämnad."))
    if kind == Change.Kind.CONDITION_MET and not open_conditions(dossier, agreement, today):
        return _none(agreement, "condition", gettext("Inget villkor väntar på att bli uppfyllt."))
    if kind == Change.Kind.CONFIRMATION and not any(True for _ in agreement.assumptions()):
        return _none(agreement, "change", gettext("Ingen tolkning väntar på svar."))
    return _tacit(dossier, today) if kind == Change.Kind.EXTENSION else None


def _tacit(dossier: Dossier, today: date) -> Reason | None:
    option = next_extension(dossier, today)
    return option.reason if option and option.term.form == "tacit" else None


def _none(agreement: Agreement, family: str, says: str) -> Reason:
    term = next(iter(agreement.family(family).values()), agreement.period)
    return Reason(term.clause, term.id, says)


def _of(kind: str, agreement: Agreement, own: str, dossier: Dossier, today: date) -> str:
    """Some term of the right family, to ask whether there is a way at all."""
    if kind == Change.Kind.CONFIRMATION:
        return next((each.id for _, _, each in agreement.assumptions()), "")
    if kind == Change.Kind.CONDITION_MET:
        return next(iter(open_conditions(dossier, agreement, today)), "")
    if kind == Change.Kind.REPAYMENT:
        return next((each.id for each in agreement.repayment.values() if each.applies and own in each.to), "")
    return ""


def open_conditions(dossier: Dossier, agreement: Agreement, today: date) -> dict[str, str]:
    """Id → our words, for conditions that are decided and that nobody has written in as met."""
    met = {file.change.of for file in dossier.changes if file.change.kind == "condition_met"}
    return {
        term.id: term.says
        for term in agreement.condition.values()
        if term.applies and term.kind in ("legal_force", "board_decision") and not term.met_on and term.id not in met
    }
