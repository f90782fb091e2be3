"""Under /as/<organisation>/partnerships/<slug>/: the night places."""

from django.urls import include, path

app_name = "beds"
urlpatterns = [
    path("", include("samsyn.web.beds.desk_urls")),
    path("", include("samsyn.web.beds.watch_urls")),
]
