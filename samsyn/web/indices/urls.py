"""Under /as/<organisation>/indices/: the register of published index tables, the same for everybody."""

from django.urls import path

from samsyn.web.indices.views import listing, writing

app_name = "indices"
urlpatterns = [
    path("", listing.listing, name="home"),
    path("add/", writing.add, name="add"),
    path("<uuid:table>/", listing.one, name="one"),
    path("<uuid:table>/correct/", writing.correct, name="correct"),
    path("<uuid:table>/withdraw/", writing.withdraw, name="withdraw"),
]
