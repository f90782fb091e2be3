"""Under …/surveys/: what was answered in a round that has ended."""

from django.urls import path

from samsyn.web.surveys.views import needs, results, words

_ENDED = "rounds/<uuid:ended>"
urlpatterns = [
    path(f"{_ENDED}/results/", results.results, name="results"),
    path(f"{_ENDED}/compare/", results.compare, name="compare"),
    path(f"{_ENDED}/words/", words.words, name="words"),
    path(f"{_ENDED}/words/<uuid:text>/show/", words.show, name="show_text"),
    path(f"{_ENDED}/words/<uuid:text>/withhold/", words.withhold, name="withhold_text"),
    path(f"{_ENDED}/needs/", needs.needs, name="needs"),
    path(f"{_ENDED}/needs/<uuid:wish>/raise/", needs.raise_, name="raise_own_words"),
    path(f"{_ENDED}/needs/<uuid:wish>/<slug:wished>/raise/", needs.raise_, name="raise_need"),
]
