"""`/answer/<code>/`: the public door. No account, no cookie, no session; what is sent is the answers and nothing else.

There is no CSRF token: it would need a cookie, and there is nothing that a forged request could do that whoever has the
code cannot. The id of the sheet stands in the page, so that a page sent twice counts once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from samsyn.web.project import clock
from samsyn.web.project.ids import new_timeless_id
from samsyn.web.surveys.actions import take_sheet
from samsyn.web.surveys.forms.sheet import filled_in, given_in, sheet_in
from samsyn.web.surveys.models import Round
from samsyn.web.surveys.phrases import ORIGINAL, Voice, languages, name_of
from samsyn.web.surveys.presenters.sheet import about_oneself, drawing, shown
from samsyn.web.surveys.queries.door import as_asked
from samsyn.web.surveys.queries.ground import questions_of

_GONE = 410
_HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


@dataclass(frozen=True, slots=True)
class _Way:
    """In which language, as whom, and whether on a tablet that the next person takes over."""

    code: str
    language: str
    audience: str
    kiosk: bool

    @property
    def voice(self) -> Voice:
        return Voice(self.language, self.audience == "child")

    def at(self, page: str = "", **other: str) -> str:
        said = {"lang": self.language, "who": self.audience} | ({"kiosk": "1"} if self.kiosk else {}) | other
        return f"/answer/{self.code}/{page}?{urlencode(said)}"

    def start(self) -> str:
        return f"/answer/{self.code}/" + ("?kiosk=1" if self.kiosk else "")


@login_not_required
@require_safe
def start(request: HttpRequest, code: str) -> HttpResponse:
    """In which language, and as whom; nothing has been asked yet."""
    with as_asked(code, clock.today()) as asked:
        way = _way(request.GET, asked)
        if not asked.is_open(clock.today()):
            return _page(request, "closed", asked, way, _GONE)
        # Each language has its own words on its own buttons: whoever reads one of them needs no other.
        ways = [
            (each, Voice(each).say(who), drawing(who), _Way(code, each, who, way.kiosk).at("questions/"))
            for each in asked.languages
            for who in asked.audiences
        ]
        more = {"ways": ways, "several": len(asked.audiences) > 1, "voices": [Voice(each) for each in asked.languages]}
        return _page(request, "start", asked, way, more=more)


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, code: str) -> HttpResponse:
    """All questions on one page. A script shows them one at a time."""
    today = clock.today()
    with as_asked(code, today) as asked:
        way = _way(request.GET, asked)
        if not asked.is_open(today):
            return _page(request, "closed", asked, way, _GONE)
        if request.method != "POST":
            return _questions(request, asked, way)
        how = "kiosk" if way.kiosk else "link"
        try:
            take_sheet(
                asked, filled_in(request.POST, way.language, way.audience, how),
                sheet_in(request.POST) or new_timeless_id(), day=today,
            )  # fmt: skip
        except ValidationError as trouble:
            nothing = getattr(trouble, "code", "") == "nothing"
            return _questions(request, asked, way, "answer_one" if nothing else "not_that")
        return _with_headers(redirect(way.at("thanks/")), way)


@login_not_required
@require_safe
def thanks(request: HttpRequest, code: str) -> HttpResponse:
    """On a kiosk the page goes back to the start by itself (door.js), or with a press."""
    with as_asked(code, clock.today()) as asked:
        return _page(request, "thanks", asked, _way(request.GET, asked))


def _questions(request: HttpRequest, asked: Round, way: _Way, trouble: str = "") -> HttpResponse:
    given = given_in(request.POST)
    every = shown(questions_of([asked.version])[asked.version_id], way.audience, way.voice, given)
    more = {
        "questions": [*every, *about_oneself(asked.asks, asked.age_bands, way.voice, given)],
        "sheet": sheet_in(request.POST) or new_timeless_id(),
        "trouble": way.voice.say(trouble) if trouble else "",
        "action": way.at("questions/"),
        "step": way.voice.say("step", n="{n}", all="{all}"),
    }
    return _page(request, "questions", asked, way, 422 if trouble else 200, more)


def _way(sent: QueryDict, asked: Round) -> _Way:
    """What the address says, if the round has it; else its first language, and grown-ups before children."""
    language = sent.get("lang", "")
    audience = sent.get("who", "")
    can = [each for each in asked.languages if each in languages()] or [ORIGINAL]
    return _Way(
        asked.code,
        language if language in can else can[0],
        audience if audience in asked.audiences else asked.audiences[0],
        asked.kiosk and sent.get("kiosk") == "1",
    )


def _page(
    request: HttpRequest, name: str, asked: Round, way: _Way, status: int = 200, more: dict[str, Any] | None = None
) -> HttpResponse:
    said = way.voice
    context = {
        "lang": way.language,
        "direction": said.direction,
        "say": said.words(),
        "name": asked.name,
        "start": way.start(),
        "kiosk": way.kiosk,
        "languages": [(each, name_of(each)) for each in asked.languages],
    }  # fmt: skip
    return _with_headers(render(request, f"surveys/door/{name}.html", context | (more or {}), status=status), way)


def _with_headers(answer: HttpResponse, way: _Way) -> HttpResponse:
    for header, value in _HEADERS.items():
        answer.headers[header] = value
    answer.headers["Content-Language"] = way.language
    return answer
