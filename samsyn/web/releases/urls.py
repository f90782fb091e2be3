"""Under /as/<organisation>/partnerships/<slug>/releases/: what the parties have let go of their figures."""

from django.urls import path

from samsyn.web.releases.views import letting, listing, one

app_name = "releases"
urlpatterns = [
    path("", listing.listing, name="listing"),
    path("periods/<str:first>/", letting.period, name="period"),
    path("<uuid:release>/", one.one, name="one"),
]
