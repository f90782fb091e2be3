"""Under /as/<organisation>/partnerships/<slug>/indicators/: the figures, each by itself, and what the taps became."""

from django.urls import path

from samsyn.web.indicators.views import became, pages

app_name = "indicators"
urlpatterns = [
    path("", pages.listing, name="listing"),
    path("figures.csv", pages.all_csv, name="all_csv"),
    path("became/", became.became, name="became"),
    path("of/<slug:indicator>/", pages.one, name="one"),
    path("of/<slug:indicator>/figure.csv", pages.one_csv, name="one_csv"),
]
