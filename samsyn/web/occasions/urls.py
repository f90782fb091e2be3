"""Under /as/<organisation>/partnerships/<slug>/occasions/: what the party plans and holds."""

from django.urls import path

from samsyn.web.occasions.views import activities, figures, holding, listing, planning

app_name = "occasions"
urlpatterns = [
    path("", listing.home, name="home"),
    path("past/", listing.past, name="past"),
    path("figures/", figures.figures, name="figures"),
    path("activities/", activities.listing, name="activities"),
    path("activities/add/", activities.add, name="add"),
    path("activities/<slug:activity>/plan/", planning.plan, name="plan"),
    path("activities/<slug:activity>/series/", planning.series, name="series"),
    path("activities/<slug:activity>/different/", activities.different, name="different"),
    path("activities/<slug:activity>/end/", activities.end, name="end"),
    path("series/<uuid:series>/cancel/", planning.cancel_rest, name="cancel_rest"),
    path("<uuid:occasion>/", holding.one, name="one"),
    path("<uuid:occasion>/hold/", holding.hold, name="hold"),
    path("<uuid:occasion>/correct/", holding.correct, name="correct"),
    path("<uuid:occasion>/take-back/", holding.take_back, name="take_back"),
    path("<uuid:occasion>/move/", planning.move, name="move"),
    path("<uuid:occasion>/cancel/", planning.cancel, name="cancel"),
    path("<uuid:occasion>/share/", planning.share, name="share"),
    path("<uuid:occasion>/unshare/", planning.unshare, name="unshare"),
]
