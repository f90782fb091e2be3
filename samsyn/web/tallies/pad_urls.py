"""The pad as an app, under /pad/: its page, its manifest and its service worker."""

from django.urls import path

from samsyn.web.tallies.views import pad_app

app_name = "pad"

urlpatterns = [
    path("", pad_app.page, name="pad"),
    path("manifest.webmanifest", pad_app.manifest, name="manifest"),
    path("sw.js", pad_app.worker, name="worker"),
]
