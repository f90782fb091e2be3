"""How states, steps and days are said. The same words to both sides."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils.text import get_text_list
from django.utils.translation import gettext

from samsyn.rules.places import DueStep, StepState
from samsyn.web.placements.models import Consent, Placement, Referral
from samsyn.web.project.clock import SWEDEN
from samsyn.web.ui.formats import civil_date

STATE_KINDS: dict[StepState, str] = {
    StepState.DONE: "done",
    StepState.DONE_LATE: "done",
    StepState.DUE: "soon",
    StepState.LATE: "soon",
    StepState.COMING: "waiting",
}
REFERRAL_KINDS: dict[str, str] = {
    Referral.State.DRAFT: "plain",
    Referral.State.SENT: "waiting",
    Referral.State.ACCEPTED: "waiting",
    Referral.State.WAITING: "waiting",
    Referral.State.STARTED: "done",
    Referral.State.DECLINED: "cannot",
    Referral.State.WITHDRAWN: "cannot",
}


def step_title(step: DueStep) -> str:
    """«Uppföljningssamtal 1 av 2». The kinds are those that an agreement can have."""
    name = {
        "introduction": gettext("Introduktionssamtal"),
        "individual_plan": gettext("Individuell planering"),
        "follow_up": gettext("Uppföljningssamtal"),
        "self_assessment": gettext("Självskattning"),
        "next_step": gettext("Planering av nästa steg"),
        "closing": gettext("Avslutningssamtal"),
    }[step.kind]
    if step.of == 1:
        return name
    return gettext("%(name)s %(n)s av %(of)s") % {"name": name, "n": step.occurrence, "of": step.of}


def state_words(state: StepState) -> str:
    return {
        StepState.DONE: gettext("gjort"),
        StepState.DONE_LATE: gettext("gjort efter sin dag"),
        StepState.DUE: gettext("dags"),
        StepState.LATE: gettext("dagen har passerat"),
        StepState.COMING: gettext("kommer"),
    }[state]


def listed(names: Iterable[str]) -> str:
    return str(get_text_list(list(names), gettext("och")))


def scope_words(scopes: Iterable[str]) -> list[str]:
    return [str(Consent.Scope(each).label) for each in Consent.Scope.values if each in set(scopes)]


def reservation_words(reservations: Iterable[str]) -> list[str]:
    return [str(Consent.Reservation(each).label) for each in Consent.Reservation.values if each in set(reservations)]


def last_of(until: date | None) -> date | None:
    """The last day of what holds up to but not including `until`."""
    return until - timedelta(days=1) if until else None


def until_words(consent: Consent) -> str:
    last = last_of(consent.until)
    if last is None:
        return gettext("tills vidare")
    return gettext("till och med %(day)s") % {"day": civil_date(last)}


def civil_day(instant: datetime) -> str:
    """The day in Sweden: half past midnight is a new day, whatever it is in UTC."""
    return civil_date(instant.astimezone(SWEDEN).date())


def days_words(placement: Placement) -> str:
    """«2 mars – 1 juli 2026», with what became of it."""
    last = placement.ended_on or placement.planned_last
    return f"{civil_date(placement.first_day)} – {civil_date(last)}"


def standing_words(placement: Placement, today: date) -> tuple[str, str]:
    """What it is now and the kind of its tag."""
    if placement.fell_through_on:
        return gettext("blev inte av"), "cannot"
    if placement.ended_on and placement.ended_on < today:
        return gettext("avslutad"), "plain"
    if placement.ended_on:
        return gettext("slutar i dag"), "plain"
    if placement.first_day > today:
        return gettext("börjar %(day)s") % {"day": civil_date(placement.first_day)}, "waiting"
    if placement.planned_last < today:
        return gettext("sista dagen har varit, ska avslutas"), "soon"
    return gettext("pågår"), "joint"
