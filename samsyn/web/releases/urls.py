"""Under /as/<organisation>/partnerships/<slug>/releases/: what the parties have let go of their figures."""

from django.urls import path

from samsyn.web.releases.views import letting, listing, one

app_name = "releases"
urlpatterns = [
    path("", listing.listing, name="listing"),
    path("let-go/", letting.let_go, name="let_go"),
    path("<uuid:release>/", one.one, name="one"),
]
