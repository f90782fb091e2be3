"""`/own/<secret>/`: the participant's own page, for whoever has the address. It says nothing without it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from samsyn.web.placements import actions
from samsyn.web.placements.forms.following import AssessmentForm
from samsyn.web.placements.models import Placement, SelfAssessment
from samsyn.web.placements.phrases import ORIGINAL, Voice, languages, voice
from samsyn.web.placements.presenters.own import my_consent, my_step, stopped_of, wave_now
from samsyn.web.placements.presenters.path import PathStep, path_of
from samsyn.web.placements.queries.following import Followed, followed
from samsyn.web.placements.queries.ground import ground_of, names_of
from samsyn.web.placements.queries.own import Own, own_page
from samsyn.web.project import clock

_HEADERS = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow, noarchive"}


@login_not_required
@require_safe
def mine(request: HttpRequest, secret: str) -> HttpResponse:
    """My plan, my steps, the questions, my consents."""
    today = clock.today()
    with own_page(secret, today) as own:
        said = _voice(request, own)
        names = names_of(own.page.partnership, today)
        placement = own.current(today)
        notes, path = _followed(own, placement)
        consents = [my_consent(each, said, lambda one: names.get(one, ""), today) for each in own.consents]
        context = _around(secret, own, said, names) | {
            "placement": placement,
            "where": _where(own, placement),
            "last": (placement.ended_on or placement.planned_last) if placement else None,
            "steps": [my_step(each, said) for each in path],
            "consents": list(reversed(consents)),
            "stopped": stopped_of(own.consents, own.placed_at, said, *_names(own, names), today),
            "begun": placement is not None and placement.first_day <= today,
            "answered": _answered(notes, wave_now(path, notes.assessments, today), own, said),
        }
        return _answer(request, "mine", context)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def assess(request: HttpRequest, secret: str) -> HttpResponse:
    """Five questions. Answered anew they replace what was answered the same time."""
    today = clock.today()
    with own_page(secret, today) as own:
        said = _voice(request, own)
        placement = own.current(today)
        if placement is None or placement.first_day > today:
            raise Http404
        notes, path = _followed(own, placement)
        wave = wave_now(path, notes.assessments, today)
        form = _form(request, said, _own_answers(notes, wave, own))
        context = _around(secret, own, said, names_of(own.page.partnership, today)) | {"form": form}
        if not form.is_valid():
            return _answer(request, "assess", context)
        if any(each is not None for each in form.values):
            return _saved(secret, said, wave, form)
        form.add_error(None, ValidationError(said.say("answer_one")))
        return _answer(request, "assess", context, status=422)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, secret: str, consent: UUID) -> HttpResponse:
    """First what it means; then, with a press, it is withdrawn."""
    today = clock.today()
    with own_page(secret, today) as own:
        said = _voice(request, own)
        found = next((each for each in own.consents if each.pk == consent), None)
        if found is None:
            raise Http404
        names = names_of(own.page.partnership, today)
        row = my_consent(found, said, lambda one: names.get(one, ""), today)
        if request.method == "POST" or not row.stands:
            if row.stands:
                actions.withdraw_consent(found, by=own.viewer, now=clock.now(), today=today)
            return redirect(_at(secret, said) + "#consents")
        who = {"who": names.get(found.recipient_id, "")}
        means = [said.say(each, **who) for each in ("withdraw_now", "withdraw_kept", "withdraw_place")]
        if found.recipient_id in own.placed_at:
            means.append(said.say("stopped_place", sender=names.get(own.page.organisation_id, ""), **who))
        return _answer(request, "withdraw", _around(secret, own, said, names) | {"row": row, "means": means})


def _names(own: Own, names: Mapping[UUID, str]) -> tuple[str, Callable[[UUID], str]]:
    """Who made the page, and a name for each organisation."""
    return names.get(own.page.organisation_id, ""), lambda one: names.get(one, "")


def _saved(secret: str, said: Voice, wave: int, form: AssessmentForm) -> HttpResponse:
    actions.assess_oneself(secret, wave, form.values, now=clock.now(), today=clock.today())
    return redirect(_at(secret, said) + "#questions")


def _form(request: HttpRequest, said: Voice, own: SelfAssessment | None) -> AssessmentForm:
    values = own.values if own else ()
    return AssessmentForm(
        request.POST if request.method == "POST" else None,
        today=None,
        statements=[said.say(f"statement_{n}") for n in range(1, 6)],
        skip=said.say("skip"),
        initial={f"statement_{n}": str(value or "skipped") for n, value in enumerate(values, 1)},
    )


def _voice(request: HttpRequest, own: Own) -> Voice:
    return voice(request.GET.get("lang", ""), own.participant.language)


def _at(secret: str, said: Voice) -> str:
    return f"/own/{secret}/?lang={said.language}"


def _around(secret: str, own: Own, said: Voice, names: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        "home": f"/own/{secret}/",
        "lang": said.language,
        "direction": said.direction,
        "say": said.words(),
        "unread": said.say("unread") if said.language != ORIGINAL else "",
        "languages": languages().items(),
        "hello": said.say("hello", name=own.participant.known_as),
        "help": said.say("help", who=names.get(own.page.organisation_id, "")),
    }


def _followed(own: Own, placement: Placement | None) -> tuple[Followed, list[PathStep]]:
    if placement is None:
        return Followed(), []
    today = clock.today()
    notes = followed([placement], own.viewer)[placement.pk]
    ground = ground_of(placement.partnership, placement.pool, placement.first_day, today)
    path = path_of(
        placement, ground, notes.steps, notes.assessments, mine=own.page.organisation_id, name=ground.name_of, at="",
        today=today,
    )  # fmt: skip
    return notes, path


def _where(own: Own, placement: Placement | None) -> str:
    """The workshop, and whose it is."""
    if placement is None:
        return ""
    ground = ground_of(placement.partnership, placement.pool, placement.first_day, clock.today())
    parts = [ground.tracks.get(placement.track, ""), ground.name_of(placement.organisation_id)]
    return ", ".join(each for each in parts if each)


def _own_answers(notes: Followed, wave: int, own: Own) -> SelfAssessment | None:
    """What was answered in that wave with this organisation's knowledge: what an answer anew replaces."""
    wanted = (wave, SelfAssessment.Rater.PARTICIPANT, own.page.organisation_id)
    return next((each for each in notes.assessments if (each.wave, each.rater, each.organisation_id) == wanted), None)


def _answered(notes: Followed, wave: int, own: Own, said: Voice) -> str:
    found = _own_answers(notes, wave, own)
    return said.say("assessed", day=found.done_on.isoformat()) if found else ""


def _answer(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    answer = render(request, f"placements/own/{name}.html", context, status=status)
    for header, value in _HEADERS.items():
        answer.headers[header] = value
    answer.headers["Content-Language"] = context["lang"]
    return answer
