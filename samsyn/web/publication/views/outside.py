"""`/open/…`: for everyone. No account, no cookie, no session of its own; the same answer to all, and none once closed.

A browser or a cache may keep the page and must ask each time whether it still holds (ETag): what is closed is gone at
once. Each address may ask so often.
"""

from __future__ import annotations

import json
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from samsyn.exchange.catalogue import MEDIA_TYPES, Format, written
from samsyn.web.project import clock
from samsyn.web.publication.door import all_shown, paper_shown, shown
from samsyn.web.publication.limits import may_ask
from samsyn.web.publication.models import Edition
from samsyn.web.publication.presenters.catalogue import catalogue_of, number_of, publisher_in
from samsyn.web.publication.presenters.data import csv_of_figure, json_of_figure
from samsyn.web.publication.presenters.page import page_of

_FORMS: dict[str, Format] = {"rdf": "rdf", "jsonld": "jsonld", "ttl": "ttl"}


@login_not_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    edition = _edition(request, slug)
    if isinstance(edition, HttpResponse):
        return edition
    with override(settings.LANGUAGE_CODE):
        told = {"page": page_of(edition.content), "content": edition.content, "made": edition.made_at}
        answer = render(request, "publication/open/page.html", told)
    return _kept(request, answer, edition.sha256, edition)


@login_not_required
@require_safe
def data(request: HttpRequest, slug: str, public_figure: str, form: str) -> HttpResponse:
    """One figure over all its periods, as CSV or JSON."""
    edition = _edition(request, slug)
    if isinstance(edition, HttpResponse):
        return edition
    figures = [each for each in edition.content["figures"] if each["indicator"] == public_figure]
    if not figures:
        return _nothing(request)
    if form == "csv":
        answer = HttpResponse(csv_of_figure(edition.content, figures), content_type="text/csv; charset=utf-8")
    else:
        told = json.dumps(json_of_figure(edition.content, figures), ensure_ascii=False, indent=1)
        answer = HttpResponse(told, content_type="application/json")
    answer.headers["Content-Disposition"] = f'inline; filename="{slug}-{public_figure}.{form}"'
    return _kept(request, answer, f"{edition.sha256}-{public_figure}-{form}", edition)


@login_not_required
@require_safe
def paper(request: HttpRequest, slug: str, public_paper: UUID) -> HttpResponse:
    """A report that all parties have let out, byte for byte."""
    if not may_ask(request, clock.now()):
        return _too_many(request)
    found = paper_shown(slug, public_paper, clock.today())
    edition = shown(slug, clock.today()) if found else None
    if found is None or edition is None:
        return _nothing(request)
    answer = HttpResponse(bytes(found.data), content_type=found.media_type)
    answer.headers["Content-Disposition"] = f'inline; filename="{slug}-{found.dated.isoformat()}.pdf"'
    return _kept(request, answer, found.sha256, edition)


@login_not_required
@require_safe
def catalogue(request: HttpRequest, slug: str, syntax: str) -> HttpResponse:
    """The open data of one page, described by DCAT-AP-SE."""
    edition = _edition(request, slug)
    if isinstance(edition, HttpResponse):
        return edition
    if syntax not in _FORMS:
        return _nothing(request)
    described = catalogue_of([(edition.content, edition.made_at.date())], settings.SAMSYN_SITE, f"/open/{slug}/")
    if described is None:
        return _nothing(request)
    answer = HttpResponse(written(described, _FORMS[syntax]), content_type=MEDIA_TYPES[_FORMS[syntax]])
    return _kept(request, answer, f"{edition.sha256}-{syntax}", edition)


@login_not_required
@require_safe
def whole_catalogue(request: HttpRequest, publisher: int, syntax: str) -> HttpResponse:
    """The open data of all pages of one legal person, by its organisation number: what a portal fetches."""
    if not may_ask(request, clock.now()):
        return _too_many(request)
    found = [each for each in all_shown(clock.today()) if number_of(publisher_in(each.content)) == f"{publisher:010}"]
    pages = [
        (each.content, each.made_at.date()) for each in found if not each.content["is_demo"] or settings.SAMSYN_DEMO
    ]
    described = (
        catalogue_of(pages, settings.SAMSYN_SITE, f"/open/catalogue/{publisher:010}") if syntax in _FORMS else None
    )
    if described is None:
        return _nothing(request)
    answer = HttpResponse(written(described, _FORMS[syntax]), content_type=MEDIA_TYPES[_FORMS[syntax]])
    return _kept(request, answer, "-".join(each.sha256[:16] for each in found) + syntax, found[0])


def _edition(request: HttpRequest, slug: str) -> Edition | HttpResponse:
    if not may_ask(request, clock.now()):
        return _too_many(request)
    return shown(slug, clock.today()) or _nothing(request)


def _nothing(request: HttpRequest) -> HttpResponse:
    """Not raised: what was counted against a flood of questions stands. The same for what is closed and never was."""
    return _bare(request, "nothing", 404)


def _too_many(request: HttpRequest) -> HttpResponse:
    answer = _bare(request, "too_many", 429)
    answer.headers["Retry-After"] = "60"
    return answer


def _bare(request: HttpRequest, name: str, status: int) -> HttpResponse:
    with override(settings.LANGUAGE_CODE):
        answer = render(request, f"publication/open/{name}.html", status=status)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _kept(request: HttpRequest, answer: HttpResponse, version: str, edition: Edition) -> HttpResponse:
    """Whoever has it already is told so. Nothing may be kept without asking anew."""
    tag = f'"{version}"'
    if request.headers.get("If-None-Match") == tag:
        answer = HttpResponseNotModified()
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = "public, no-cache"
    answer.headers["Content-Language"] = settings.LANGUAGE_CODE
    answer.headers["Referrer-Policy"] = "no-referrer"
    if edition.content["is_demo"]:
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer
