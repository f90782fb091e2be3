"""An amendment, term by term: choosing one, writing it, adding, removing, taking back. New drafts and old alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

import pydantic
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.rules.because import Reason
from samsyn.rules.terms import FAMILIES, Agreement, Term
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.presenters.terms import family_title, title
from samsyn.web.changes import actions, drafting
from samsyn.web.changes.actions.draft import Rewrite
from samsyn.web.changes.forms.kinds import AmendmentForm
from samsyn.web.changes.forms.term import TermForm
from samsyn.web.changes.models import Change
from samsyn.web.changes.permissions import may_redraft
from samsyn.web.changes.presenters.choosing import choices_among, falling_away
from samsyn.web.changes.presenters.openings import way_in
from samsyn.web.changes.views.begin import not_a_draft
from samsyn.web.changes.views.listing import inside_change, require_drafter
from samsyn.web.changes.views.scene import Scene, scene_or_404
from samsyn.web.indices.queries import register
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@dataclass(frozen=True)
class Desk:
    """Where an amendment is written. `change` None: nothing is drafted yet."""

    scene: Scene
    change: Change | None
    content: drafting.Content
    agreement: Agreement

    @property
    def home(self) -> str:
        return self.scene.address(self.change) if self.change else f"{self.scene.home}start/amendment/"

    @property
    def terms(self) -> str:
        return f"{self.home}terms/"

    def context(self) -> dict[str, Any]:
        place = inside_change(self.change, self.home) if self.change else Place(gettext("Nytt tillägg"), self.home)
        return {**self.scene.context(place), "desk": self, "back": self.home if self.change else self.terms}

    def find(self, family: str, term: str) -> Term | None:
        """As the agreement has it on the first day of the change."""
        return self.agreement.family(family).get(term) if family in FAMILIES else None


def _desk(request: ViewerRequest, slug: str, change: UUID | None) -> Desk | HttpResponse:
    """Where the draft cannot be written (any more), the answer that says so."""
    require_drafter(request)
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = scene.change_or_404(change) if change else None
    if found is not None and (not may_redraft(request.viewer, found) or found.kind != Change.Kind.AMENDMENT):
        messages.info(request, not_a_draft(found))
        return redirect(scene.address(found))
    day = max(found.first, scene.today) if found and found.first else scene.today
    return Desk(scene, found, drafting.content_of(found), terms_on(scene.dossier, day, scene.today))


@require_GET
def choose(request: ViewerRequest, organisation: str, slug: str, change: UUID | None = None) -> HttpResponse:
    """Every term that can be changed, by family, narrowed by words or clause."""
    desk = _desk(request, slug, change)
    if isinstance(desk, HttpResponse):
        return desk
    wanted = request.GET.get("q", "")[:100]
    context = {
        **desk.context(),
        "q": wanted,
        "groups": choices_among(desk.agreement, wanted, drafting.touched(desk.content)),
        "families": [(each, family_title(each)) for each in FAMILIES if each not in drafting.FIXED],
        "reason": _no_way(desk.scene),
        "back": desk.home if desk.change else f"{desk.scene.home}start/",
    }
    return render(request, "changes/choose.html", context)


@require_http_methods(["GET", "POST"])
def write(
    request: ViewerRequest, organisation: str, slug: str, family: str, term: str, change: UUID | None = None
) -> HttpResponse:
    """One term, as it stands or as the draft has it."""
    desk = _desk(request, slug, change)
    if isinstance(desk, HttpResponse):
        return desk
    old = desk.find(family, term)
    shown = _as_drafted(desk, family, term, old)
    if shown is None or family in drafting.NOT_BY_AMENDMENT:
        raise Http404
    form = _term_form(request, desk, family, old, shown)
    words = _words(request, desk)
    if _is_sent(request) and _are_valid(form, words):
        new = drafting.is_new(desk.content, family, term)
        write_in = drafting.with_new if new else drafting.with_changes
        rewrite = partial(write_in, family=family, term=term, **{"values" if new else "changes": form.changes})
        if not form.changes and not new and not drafting.touched(desk.content):
            form.add_error(None, gettext("Allt står som förut. Skriv det som ska ändras."))
        elif saved := _saved(request, desk, rewrite, form, words):
            return redirect(desk.scene.address(saved))
    context = {"term": shown, "heading": title(family, shown), "is_new": False}
    return _term_page(request, desk, family, form, words, context)


@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str, family: str, change: UUID | None = None) -> HttpResponse:
    """A new term of a family."""
    desk = _desk(request, slug, change)
    if isinstance(desk, HttpResponse):
        return desk
    if family not in FAMILIES or family in drafting.FIXED:
        raise Http404
    form = _term_form(request, desk, family, None, None)
    words = _words(request, desk)
    if _is_sent(request) and _are_valid(form, words):
        named = str(form.changes.get("name") or form.changes.get("says", ""))
        term = drafting.free_id(named, desk.agreement, desk.content)
        rewrite = partial(drafting.with_new, family=family, term=term, values=form.changes)
        if saved := _saved(request, desk, rewrite, form, words):
            return redirect(desk.scene.address(saved))
    context = {"term": None, "heading": family_title(family), "is_new": True}
    return _term_page(request, desk, family, form, words, context)


@require_http_methods(["GET", "POST"])
def remove(
    request: ViewerRequest, organisation: str, slug: str, family: str, term: str, change: UUID | None = None
) -> HttpResponse:
    """A term that is to hold no longer, with what falls away."""
    desk = _desk(request, slug, change)
    if isinstance(desk, HttpResponse):
        return desk
    old = desk.find(family, term)
    if old is None:
        raise Http404
    words, fixed = _words(request, desk), family in drafting.FIXED
    if request.method == "POST" and not fixed and (words is None or words.is_valid()):
        rewrite = partial(drafting.with_removed, family=family, term=term)
        if saved := _saved(request, desk, rewrite, None, words):
            return redirect(desk.scene.address(saved))
    context = {
        **desk.context(),
        "term": old,
        "heading": title(family, old),
        "words": words,
        "fixed": fixed,
        "falls": falling_away(desk.scene.dossier, old.id, desk.scene.today, register()),
    }
    return render(request, "changes/remove.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def undo(request: ViewerRequest, organisation: str, slug: str, family: str, term: str, change: UUID) -> HttpResponse:
    """The draft says nothing of the term any more. Once more changes nothing."""
    desk = _desk(request, slug, change)
    if isinstance(desk, HttpResponse):
        return desk
    if term in drafting.touched(desk.content):
        _saved(request, desk, partial(drafting.without, family=family, term=term), None, None)
    return redirect(desk.home)


def _as_drafted(desk: Desk, family: str, term: str, old: Term | None) -> Term | None:
    try:
        return drafting.as_drafted(desk.content, family, term, old)
    except pydantic.ValidationError:
        return old  # another change has come between, and the draft no longer fits the term


def _term_form(request: ViewerRequest, desk: Desk, family: str, old: Term | None, shown: Term | None) -> TermForm:
    data = request.POST if request.method == "POST" else None
    more = request.POST.get("more", "")
    return TermForm(data, family=family, agreement=desk.agreement, term=old, shown=shown, more=more)


def _words(request: ViewerRequest, desk: Desk) -> AmendmentForm | None:
    """What the change is called stands on the page of the first term only."""
    if desk.change is not None:
        return None
    return AmendmentForm(request.POST if request.method == "POST" else None, prefix="change")


def _is_sent(request: ViewerRequest) -> bool:
    """Not when only another row was asked for."""
    return request.method == "POST" and "more" not in request.POST


def _are_valid(form: TermForm, words: AmendmentForm | None) -> bool:
    """Both are asked, so that both say what is wrong."""
    return all([form.is_valid(), words is None or words.is_valid()])


def _saved(
    request: ViewerRequest, desk: Desk, rewrite: Rewrite, form: TermForm | None, words: AmendmentForm | None
) -> Change | None:
    said: dict[str, Any] = {"by": request.viewer, "now": clock.now(), "today": desk.scene.today}
    try:
        if desk.change is not None:
            return actions.redraft(desk.change, {}, rewrite=rewrite, **said)
        assert words is not None
        values = {"clause": _clause(desk.scene), **words.values()}
        return actions.draft(desk.scene.partnership, Change.Kind.AMENDMENT, values, content=rewrite({}), **said)
    except ValidationError as trouble:
        where = form or words
        if where is None:
            messages.error(request, " ".join(trouble.messages))
        else:
            put_into(where, trouble)
    return None


def _clause(scene: Scene) -> str:
    way = way_in(Change.Kind.AMENDMENT, scene.dossier, scene.agreement, scene.mine, scene.today)
    return way.clause


def _no_way(scene: Scene) -> Reason | None:
    way = way_in(Change.Kind.AMENDMENT, scene.dossier, scene.agreement, scene.mine, scene.today)
    return way if isinstance(way, Reason) else None


def _term_page(
    request: ViewerRequest, desk: Desk, family: str, form: TermForm, words: AmendmentForm | None, about: dict[str, Any]
) -> HttpResponse:
    only_rows = request.method == "POST" and not _is_sent(request)
    if only_rows:
        form.unjudged()
        if words is not None:
            words = AmendmentForm(
                initial={name: words.data.get(f"change-{name}", "") for name in words.fields}, prefix="change"
            )
    # Beside the form: a template that asks for form.parts is given the field of a term that has a key of that name.
    asked = {"parts": list(form.parts()), "last_parts": list(form.last_parts())}
    context = {**desk.context(), **about, **asked, "form": form, "words": words, "family": family}
    return render(
        request, "changes/term.html", context, status=422 if request.method == "POST" and not only_rows else 200
    )
