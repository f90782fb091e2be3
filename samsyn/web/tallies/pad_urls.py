"""Under /pad/: the pad as an app, and the tablet's own door."""

from django.urls import path

from samsyn.web.tallies.views import pad_app, pad_card, pad_door

app_name = "pad"

urlpatterns = [
    path("", pad_app.page, name="pad"),
    path("manifest.webmanifest", pad_app.manifest, name="manifest"),
    path("sw.js", pad_app.worker, name="worker"),
    path("state/", pad_door.state, name="state"),
    path("sync/", pad_door.sync, name="sync"),
    path("card/", pad_card.card, name="card"),
    path("join/<slug:code>/", pad_door.join, name="join"),
]
