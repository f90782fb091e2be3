"""Under /open/: for everyone. What follows a slug here no slug holds: a full stop."""

from django.urls import path

from samsyn.web.publication.views import outside

app_name = "open"
urlpatterns = [
    path("catalogue/<int:publisher>.<slug:syntax>", outside.whole_catalogue, name="whole_catalogue"),
    path("<slug:slug>/", outside.page, name="page"),
    path("<slug:slug>/catalogue.<slug:syntax>", outside.catalogue, name="catalogue"),
    path("<slug:slug>/data/<slug:public_figure>.csv", outside.data, {"form": "csv"}, name="csv"),
    path("<slug:slug>/data/<slug:public_figure>.json", outside.data, {"form": "json"}, name="json"),
    path("<slug:slug>/reports/<uuid:public_paper>.pdf", outside.paper, name="paper"),
]
