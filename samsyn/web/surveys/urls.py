"""Under /as/<organisation>/partnerships/<slug>/surveys/."""

from django.urls import path

from samsyn.web.surveys import results_urls
from samsyn.web.surveys.views import home, paper, preview, rounds, writing

_EDITION = "versions/<uuid:edition>"
_QUESTION = f"{_EDITION}/questions/<uuid:question>"
_ROUND = "rounds/<uuid:round>"

app_name = "surveys"
urlpatterns = [
    path("", home.home, name="home"),
    path("asked/<slug:survey>/begin/", writing.begin, name="begin"),
    path(f"{_EDITION}/", writing.version, name="version"),
    path(f"{_EDITION}/preview/", preview.preview, name="preview"),
    path(f"{_EDITION}/add/", writing.add, name="add"),
    path(f"{_EDITION}/fix/", writing.fix, name="fix"),
    path(f"{_EDITION}/discard/", writing.discard, name="discard"),
    path(f"{_EDITION}/open/", rounds.open_, name="open"),
    path(f"{_QUESTION}/", writing.write, name="write"),
    path(f"{_QUESTION}/move/", writing.move, name="move"),
    path(f"{_QUESTION}/remove/", writing.remove, name="remove"),
    path(f"{_ROUND}/", rounds.one, name="round"),
    path(f"{_ROUND}/close/", rounds.close, name="close"),
    path(f"{_ROUND}/poster/", rounds.poster, name="poster"),
    path(f"{_ROUND}/print/", paper.blank, name="print"),
    path(f"{_ROUND}/paper/", paper.paper, name="paper"),
    *results_urls.urlpatterns,
]
