"""Under /as/<organisation>/partnerships/<slug>/publication/: what the parties let everyone read."""

from django.urls import path

from samsyn.web.publication.views import room

app_name = "publication"
urlpatterns = [
    path("", room.home, name="home"),
    path("preview/", room.preview, name="preview"),
    path("open/", room.open_it, name="open_it"),
    path("close/", room.close, name="close"),
    path("renew/", room.renew, name="renew"),
    path("reports/<uuid:report_paper>/let-out/", room.let_out, name="let_out"),
    path("reports/<uuid:report_paper>/take-back/", room.take_back, name="take_back"),
]
