"""The participant's own page: my plan, my steps, my consents, in the participant's language."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samsyn.rules.places import StepState
from samsyn.web.placements.models import Consent, SelfAssessment
from samsyn.web.placements.phrases import Voice
from samsyn.web.placements.presenters.path import PathStep, next_wave_of
from samsyn.web.placements.presenters.words import civil_day, last_of


@dataclass(frozen=True, slots=True)
class MyStep:
    title: str
    says: str
    done: bool
    late: bool


@dataclass(frozen=True, slots=True)
class MyConsent:
    id: UUID
    says: str
    scope: tuple[str, ...]
    reservation: tuple[str, ...]
    given: str
    holds: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Stopped:
    """Under a consent that was withdrawn, where no other stands to the same: what has stopped, and what has not.

    `kept`: what the other may have received until then. `says` comes before it, `after` after it.
    """

    says: tuple[str, ...]
    kept_says: str
    kept: tuple[str, ...]
    after: tuple[str, ...]


def stopped_of(
    consents: Sequence[Consent],
    placed_at: Container[UUID],
    voice: Voice,
    sender: str,
    name: Callable[[UUID], str],
    today: date,
) -> list[Stopped]:
    """`placed_at`: the organisations where the participant has, or had, a place; `sender`: who made the page."""
    standing = {each.recipient_id for each in consents if each.withdrawn_at is None and not _is_over(each, today)}
    latest = {
        each.recipient_id: each
        for each in sorted(consents, key=lambda one: one.withdrawn_at or one.recorded_at)
        if each.withdrawn_at is not None and each.recipient_id not in standing
    }
    return [_stopped(each, who in placed_at, voice, sender, name(who)) for who, each in latest.items()]


def _stopped(consent: Consent, placed: bool, voice: Voice, sender: str, who: str) -> Stopped:
    since = voice.say("stopped_since", day=civil_day(consent.withdrawn_at or consent.recorded_at), who=who)
    place = (voice.say("stopped_place", who=who, sender=sender),) if placed else ()
    counted = (voice.say("stopped_counted"),) if placed else ()
    return Stopped(
        (since, *place),
        voice.say("stopped_kept", who=who),
        tuple(voice.say(each) for each in Consent.Scope.values if each in consent.scope),
        (voice.say("stopped_rules"), *counted),
    )


def _is_over(consent: Consent, today: date) -> bool:
    return consent.until is not None and consent.until <= today


def my_step(step: PathStep, voice: Voice) -> MyStep:
    if step.is_done:
        says = voice.say("done_on", day=max(each.done_on for each in step.notes).isoformat())
    elif step.state is StepState.LATE:
        says = voice.say("passed")
    else:
        says = voice.say("by", day=step.due.isoformat())
    return MyStep(voice.say(step.kind), says, step.is_done, step.state is StepState.LATE)


def my_consent(consent: Consent, voice: Voice, name: Callable[[UUID], str], today: date) -> MyConsent:
    over = _is_over(consent, today)
    stands = consent.withdrawn_at is None and not over
    return MyConsent(
        id=consent.pk,
        says=voice.say("may_receive" if stands else "might_receive", who=name(consent.recipient_id)),
        scope=tuple(voice.say(each) for each in Consent.Scope.values if each in consent.scope),
        reservation=tuple(voice.say(each) for each in Consent.Reservation.values if each in consent.reservation),
        given=voice.say("given", day=consent.given_on.isoformat()),
        holds=_holds(consent, voice, over),
        stands=stands,
    )


def _holds(consent: Consent, voice: Voice, over: bool) -> str:
    if consent.withdrawn_at is not None:
        return voice.say("withdrawn", day=civil_day(consent.withdrawn_at))
    if over:
        return voice.say("expired")
    last = last_of(consent.until)
    return voice.say("until", day=last.isoformat()) if last else voice.say("open_ended")


def wave_now(path: Sequence[PathStep], answers: Iterable[SelfAssessment], today: date) -> int:
    """Which time the participant answers now: the next one where one is due, else the latest one again.

    What is sent twice the same day is one time, and puts it right.
    """
    own = [each for each in answers if each.rater == SelfAssessment.Rater.PARTICIPANT]
    coming = next_wave_of(own, SelfAssessment.Rater.PARTICIPANT)
    asked = any(each.kind == "self_assessment" and each.is_open for each in path)
    again = any(each.done_on == today and each.wave == coming - 1 for each in own)
    return coming if asked and not again else max(coming - 1, 1)
