"""What if: notice is given, the agreement is extended, or another reading is right. Nothing is changed by asking."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import next_extension, terms_on
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements import queries
from samsyn.web.agreements.forms import ExtensionForm, NoticeForm, ReadingForm
from samsyn.web.agreements.presenters.assumptions import Question, questions_of
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.presenters.what_if import NoticeWords, extension_words, notice_words
from samsyn.web.indices.queries import register
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_GET
def what_if(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    partnership, today = queries.partnership_or_404(request.viewer, slug), clock.today()
    dossier = queries.dossier_of(partnership)
    around = frame(request.viewer, partnership, dossier, today, "agreement")
    context = {
        **around.context(),
        "trail": (*around.trail, Place(gettext("Överenskommelsen"), around.to.agreement)),
        "asked": request.GET.keys() & {"notice_on", "agreed_on", "reading"},
        **_answers(dossier, terms_on(dossier, today, today), request.GET, today),
    }
    return render(request, "agreements/what_if.html", context)


def _answers(dossier: Dossier, agreement: Agreement, given: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Every form with its answer. A form that nobody has sent shows the answer for today."""
    initial = {"notice_on": today}
    notice = NoticeForm(given if "notice_on" in given else None, initial=initial, agreement=agreement)
    extension = ExtensionForm(
        given if "agreed_on" in given else None, initial={"agreed_on": today}, form=_form_of_extension(dossier, today)
    )
    reading = ReadingForm(given if "reading" in given else None, agreement=agreement)
    agreed = extension.cleaned_data["agreed_on"] if _sent(extension) else None
    return {
        "notice_form": notice,
        "notice": _notice(dossier, notice, today),
        "extension_form": extension,
        "extension": None if extension.errors else extension_words(dossier, today, agreed),
        "reading_form": reading,
        "question": _question(dossier, agreement, reading, today),
    }


def _form_of_extension(dossier: Dossier, today: date) -> str:
    option = next_extension(dossier, today)
    return option.term.form if option else ""


def _sent(form: forms.Form) -> bool:
    return form.is_bound and form.is_valid()


def _notice(dossier: Dossier, form: NoticeForm, today: date) -> NoticeWords | None:
    if form.errors:
        return None
    if not _sent(form):
        return notice_words(dossier, today, None)
    return notice_words(dossier, form.cleaned_data["notice_on"], form.cleaned_data["notice_by"])


def _question(dossier: Dossier, agreement: Agreement, form: ReadingForm, today: date) -> Question | None:
    if not _sent(form):
        return None
    wanted = form.cleaned_data["reading"]
    return next((each for each in questions_of(dossier, agreement, today, index=register()) if each.id == wanted), None)
